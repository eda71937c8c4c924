// Filling in: drafts that lose nothing, two people in one place, conditions, groups, what is missing.
#include "world.h"

#include "questions/questions.h"
#include "questions/sheet_test.sql.h"

static const char definition[] =
    "{\"key\":\"f\",\"title\":\"F\",\"sections\":[{\"key\":\"s\",\"title\":\"S\",\"questions\":["
    "{\"key\":\"name\",\"kind\":\"text\",\"label\":\"Name\",\"required\":true,\"prefill\":\"child.name\"},"
    "{\"key\":\"words\",\"kind\":\"long\",\"label\":\"Words\",\"required\":true,\"prefill\":\"earlier\"},"
    "{\"key\":\"day\",\"kind\":\"date\",\"label\":\"Day\"},"
    "{\"key\":\"more\",\"kind\":\"yesno\",\"label\":\"More?\",\"required\":true},"
    "{\"key\":\"which\",\"kind\":\"many\",\"label\":\"Which?\",\"required\":true,"
    "\"choices\":[{\"key\":\"a\",\"label\":\"A\"},"
    "{\"key\":\"b\",\"label\":\"B\"}],\"show_if\":[{\"question\":\"more\",\"is\":[\"yes\"]}]},"
    "{\"key\":\"people\",\"kind\":\"group\",\"label\":\"People\",\"row\":\"Person\",\"questions\":["
    "{\"key\":\"who\",\"kind\":\"text\",\"label\":\"Who\",\"required\":true}]}]}]}";

typedef struct Desk {
    World *w;
    Ctx c;
    int64_t sheet;
} Desk;

// A request of this role with this form, in a write of its own.
static void sit(Desk *d, Str role, size_t n, Param *at) {
    d->c = (Ctx){.arena = d->w->arena,
                 .db = d->w->db,
                 .now = d->w->now,
                 .today = date_of(d->w->now),
                 .actor.id = world_account(d->w, role),
                 .form = {n, at}};
    db_use(d->w->db, d->w->arena);
}

static Desk desk(World *w) {
    FormFaults faults;
    Desk d = {.w = w};
    sit(&d, S("practitioner"), 0, NULL);
    db_begin(w->db);
    definition_keep(w->db, definition_read(w->arena, S(definition), &faults), S(definition), S("2014-01-01"),
                    NONE, w->now);
    Known known[] = {{S("child.name"), S("Amina Yusuf"), S("the record")}};
    d.sheet = sheet_begin(&d.c, S("f"), NONE, known, 1);
    db_commit(w->db);
    return d;
}

// What somebody sends who had `base` before them; empty base: the page of a browser that never saw
// the question.
static Taken send(Desk *d, Str role, Str key, Str value, Str base, Str tab) {
    Param form[] = {{str_fmt(d->w->arena, "q-%.*s", STR_FMT(key)), value},
                    {str_fmt(d->w->arena, "base-%.*s", STR_FMT(key)), base},
                    {S("tab"), tab}};
    sit(d, role, COUNT(form), form);
    db_begin(d->w->db);
    const Sheet *s = sheet_open(&d->c, d->sheet);
    Taken t = section_take(&d->c, s, &s->form->at[0]);
    db_commit(d->w->db);
    return t;
}

static const Sheet *now(Desk *d) {
    sit(d, S("practitioner"), 0, NULL);
    return sheet_open(&d->c, d->sheet);
}

static Str value_of(Desk *d, const char *key) { return sheet_value(now(d), str_from(key)); }

TEST(what_is_known_stands_in_a_new_sheet_and_says_from_where) {    // W182
    WORLD(w);
    Desk d = desk(&w);
    CHECK_STR(value_of(&d, "name"), S("Amina Yusuf"));
    CHECK_STR(sheet_answer(now(&d), S("name"))->source, S("the record"));
    send(&d, S("practitioner"), S("name"), S("Amina Noor Yusuf"), answer_base(w.arena, 1, S("Amina Yusuf")),
         S("t1"));
    CHECK(!sheet_answer(now(&d), S("name"))->source.at);
}

TEST(two_people_write_in_one_place_and_both_texts_stay) {    // P3 W64
    WORLD(w);
    Desk d = desk(&w);
    Str empty = answer_base(w.arena, 0, S(""));
    CHECK_INT(send(&d, S("practitioner"), S("words"), S("Hers"), empty, S("t1")).clashes, 0);
    CHECK_INT(send(&d, S("social-worker"), S("words"), S("His"), empty, S("t2")).clashes, 1);
    CHECK_INT(send(&d, S("social-worker"), S("words"), S("His, longer"), empty, S("t2")).clashes, 1);
    const Sheet *s = now(&d);
    CHECK_STR(sheet_value(s, S("words")), S("Hers"));
    CHECK_INT(s->clashes.len, 1);
    CHECK_STR(s->clashes.at[0].value, S("His, longer"));
    w.now += 1000;
    s = now(&d);
    db_begin(w.db);
    CHECK(clash_settle(&d.c, s, &s->clashes.at[0], S("Hers\r\n\r\nHis, longer")));
    CHECK(!clash_settle(&d.c, s, &s->clashes.at[0], S("again")));
    db_commit(w.db);
    CHECK_STR(value_of(&d, "words"), S("Hers\n\nHis, longer"));
    CHECK_INT(now(&d)->clashes.len, 0);
    RevisionRowList all = sheet_revisions(w.db, d.sheet);    // the name, hers, his beside it, both together
    CHECK_INT(all.len, 4);
    CHECK_STR(all.at[1].value, S("Hers"));
    CHECK_STR(all.at[2].value, S("His, longer"));
}

TEST(a_page_that_sends_again_what_was_kept_already_clashes_with_nobody) {    // P3
    WORLD(w);
    Desk d = desk(&w);
    Str empty = answer_base(w.arena, 0, S(""));
    send(&d, S("practitioner"), S("words"), S("One"), empty, S("t1"));
    CHECK_INT(send(&d, S("practitioner"), S("words"), S("One"), empty, S("t1")).clashes,
              0);    // the answer was lost
    CHECK_INT(send(&d, S("practitioner"), S("words"), S("One two"), empty, S("t1")).clashes, 0);
    CHECK_STR(value_of(&d, "words"), S("One two"));
    CHECK_INT(send(&d, S("practitioner"), S("words"), S("Two"), empty, S("t2")).clashes,
              1);    // her other window
}

TEST(what_a_page_only_sends_back_never_undoes_what_somebody_else_wrote) {    // P3
    WORLD(w);
    Desk d = desk(&w);
    Str shown = answer_base(w.arena, 1, S("Amina Yusuf"));
    send(&d, S("practitioner"), S("name"), S("Amina N. Yusuf"), shown, S("t1"));
    CHECK_INT(send(&d, S("social-worker"), S("name"), S("Amina Yusuf"), shown, S("t2")).clashes, 0);
    CHECK_STR(value_of(&d, "name"), S("Amina N. Yusuf"));
}

TEST(every_text_that_stood_is_kept_with_its_author_and_time_and_a_late_one_is_marked) {    // W184 W185
    WORLD(w);
    Desk d = desk(&w);
    Str empty = answer_base(w.arena, 0, S(""));
    send(&d, S("practitioner"), S("words"), S("First"), empty, S("t1"));
    send(&d, S("practitioner"), S("words"), S("First and more"), empty, S("t1"));
    db_begin(w.db);
    sheet_finished(w.db, d.sheet, w.now);
    db_commit(w.db);
    w.now += 60000;
    send(&d, S("social-worker"), S("words"), S("Later"), answer_base(w.arena, 2, S("First and more")),
         S("t2"));
    RevisionRowList all = sheet_revisions(w.db, d.sheet);
    CHECK_INT(all.len, 3);    // the name from the record, hers, his
    CHECK_STR(all.at[1].value, S("First and more"));
    CHECK_INT(all.at[1].late, 0);
    CHECK_INT(all.at[2].late, 1);
    CHECK(all.at[2].at > all.at[1].at);
}

TEST(what_is_missing_is_said_by_name_and_only_of_what_is_asked) {    // W46 W183
    WORLD(w);
    Desk d = desk(&w);
    MissingList m = sheet_missing(w.arena, now(&d), NULL);
    CHECK_INT(m.len, 3);
    CHECK_STR(m.at[0].label, S("Words"));
    CHECK_STR(m.at[1].label, S("More?"));
    CHECK_STR(m.at[2].label, S("Person 1: Who"));
    send(&d, S("practitioner"), S("more"), S("yes"), answer_base(w.arena, 0, S("")), S("t1"));
    m = sheet_missing(w.arena, now(&d), NULL);
    CHECK_INT(m.len, 3);
    CHECK_STR(m.at[1].label, S("Which?"));
}

TEST(a_day_that_is_none_is_kept_as_typed_and_said_to_be_wrong) {    // P3 W46
    WORLD(w);
    Desk d = desk(&w);
    Param form[] = {{S("q-day-day"), S("31")},
                    {S("q-day-month"), S("2")},
                    {S("q-day-year"), S("2014")},
                    {S("base-day"), answer_base(w.arena, 0, S(""))},
                    {S("tab"), S("t1")}};
    sit(&d, S("practitioner"), COUNT(form), form);
    db_begin(w.db);
    const Sheet *s = sheet_open(&d.c, d.sheet);
    section_take(&d.c, s, &s->form->at[0]);
    db_commit(w.db);
    CHECK_STR(value_of(&d, "day"), S("31/2/2014"));
    CHECK(str_has(sheet_missing(w.arena, now(&d), NULL).at[1].why, S("is no date")));
}

TEST(a_group_takes_and_loses_rows_and_their_history_stays) {    // W185
    WORLD(w);
    Desk d = desk(&w);
    const Question *people = question_find(now(&d)->form, S("people"));
    db_begin(w.db);
    CHECK(group_add(&d.c, now(&d), people));
    db_commit(w.db);
    send(&d, S("practitioner"), S("people.2.who"), S("Grandmother"), answer_base(w.arena, 0, S("")), S("t1"));
    CHECK_STR(value_of(&d, "people.2.who"), S("Grandmother"));
    Str *rows;
    CHECK_INT(group_rows(w.arena, now(&d), people, &rows), 2);
    db_begin(w.db);
    CHECK(group_drop(&d.c, now(&d), people, S("2")));
    CHECK(!group_drop(&d.c, now(&d), people, S("1")));    // one always stays
    db_commit(w.db);
    CHECK_INT(group_rows(w.arena, now(&d), people, &rows), 1);
    CHECK_INT(revisions_of(w.db, d.sheet, S("people.2.who")), 1);
}

TEST(answers_keep_the_wording_they_were_given_under) {    // W12
    WORLD(w);
    Desk d = desk(&w);
    FormFaults faults;
    Str other =
        S("{\"key\":\"f\",\"title\":\"F\",\"sections\":[{\"key\":\"s\",\"title\":\"S\",\"questions\":["
          "{\"key\":\"other\",\"kind\":\"text\",\"label\":\"Other\"}]}]}");
    db_begin(w.db);
    CHECK(definition_keep(w.db, definition_read(w.arena, other, &faults), other, S("2014-07-01"),
                          d.c.actor.id, w.now));
    int64_t next = sheet_begin(&d.c, S("f"), NONE, NULL, 0);
    db_commit(w.db);
    CHECK_STR(now(&d)->form->at[0].at[0].key, S("name"));
    CHECK_STR(sheet_open(&d.c, next)->form->at[0].at[0].key, S("other"));
    CHECK_INT(sheet_open(&d.c, next)->row->number, 2);
}
