// The chronology: what every agency wrote, read by those who may, mended without losing what was said.
#include "people/record.h"

#include "family.h"
#include "pathway/work/work_test.sql.h"

typedef struct House {
    World *w;
    int64_t child, sister, team;
} House;

// Two sisters held by the practitioner's team.
static House house(World *w) {
    House h = {.w = w,
               .child = family_child(w, "Amina Yusuf", "2009-05-04"),
               .sister = family_child(w, "Hodan Yusuf", "2011-02-11")};
    h.team = family_team(w, "North", "early-help", S("practitioner"));
    family_episode(w, h.child, "early-help", S("practitioner"), h.team);
    family_episode(w, h.sister, "early-help", S("practitioner"), h.team);
    db_begin(w->db);
    work_test_tie(w->db, h.child, h.sister, w->now);
    db_commit(w->db);
    return h;
}

static const char *at(House *h, int64_t child, const char *rest) {
    return str_c(h->w->arena, str_fmt(h->w->arena, "/work/people/%lld/chronology%s", (long long)child, rest));
}

static Answer write_note(House *h, const char *more) {
    Str form = str_fmt(h->w->arena,
                       "what=visit&day-day=1&day-month=7&day-year=2014&time=15:40&title=Seen+at+home"
                       "&nature=fact&kind=note&%s",
                       more);
    return post(h->w, S("practitioner"), at(h, h->child, "/new"), str_c(h->w->arena, form));
}

TEST(a_note_is_read_by_those_who_see_notes_with_its_source_and_nature) {    // W182 W185 P5
    WORLD(w);
    House h = house(&w);
    CHECK_INT(write_note(&h, "body=She+showed+her+drawing&source=Teaching+assistant").status, 303);
    Answer a = ask(&w, S("practitioner"), GET, at(&h, h.child, ""));
    CHECK(sees(a, "Seen at home"));
    CHECK(sees(a, "Said or seen by Teaching assistant"));
    CHECK(sees(a, "Fact"));
    CHECK(!sees(a, "later"));
    family_consent(&w, h.child, S("social-worker"), "who,plan");
    Answer b = ask(&w, S("social-worker"), GET, at(&h, h.child, ""));
    CHECK_INT(b.status, 200);
    CHECK(!sees(b, "Seen at home"));
    CHECK(sees(b, "Not shared with you, whether there is any or not: Contacts and referrals"));
}

TEST(what_is_written_long_after_is_marked_late) {    // W184
    WORLD(w);
    House h = house(&w);
    w.now += INT64_C(12) * 86400000;
    write_note(&h, "body=Late");
    CHECK(sees(ask(&w, S("practitioner"), GET, at(&h, h.child, "")), "written 13 days later"));
}

TEST(a_mended_note_shows_what_it_said_before_and_only_its_author_mends_it) {    // W185
    WORLD(w);
    House h = house(&w);
    family_join(&w, h.team, S("team-manager"));
    write_note(&h, "body=Father+was+absent");
    int64_t id = work_test_entry(w.db, h.child);
    const char *edit = at(&h, h.child, str_c(w.arena, str_fmt(w.arena, "/%lld/edit", (long long)id)));
    const char *form = "what=visit&day-day=1&day-month=7&day-year=2014&time=15:40&title=Seen+at+home"
                       "&nature=fact&kind=note&body=Father+was+at+work";
    CHECK_INT(post(&w, S("team-manager"), edit, form).status, 404);
    CHECK_INT(post(&w, S("practitioner"), edit, form).status, 303);
    CHECK_INT(post(&w, S("practitioner"), edit, form).status, 422);
    Answer list = ask(&w, S("practitioner"), GET, at(&h, h.child, ""));
    CHECK(sees(list, "Father was at work"));
    CHECK(!sees(list, "Father was absent"));
    Answer one = ask(&w, S("practitioner"), GET,
                     at(&h, h.child, str_c(w.arena, str_fmt(w.arena, "/%lld", (long long)id))));
    CHECK(sees(one, "What it said before"));
    CHECK(sees(one, "Father was absent"));
}

TEST(a_note_for_two_children_leaves_out_what_is_about_the_other) {    // W182 P5
    WORLD(w);
    House h = house(&w);
    const char *text = "body=Both+were+well.%%0A%%0AHodan+has+asthma.&others=%lld%s";
    Str first = str_fmt(w.arena, text, (long long)h.sister, "");
    Answer asked = write_note(&h, str_c(w.arena, first));
    CHECK_INT(asked.status, 200);
    CHECK(sees(asked, "Paragraph 2 on the record of Amina Yusuf"));
    Str ticks = str_fmt(w.arena, "&sieved=1&p0-%lld=1&p0-%lld=1&p1-%lld=1", (long long)h.child,
                        (long long)h.sister, (long long)h.sister);
    CHECK_INT(
        write_note(&h, str_c(w.arena, str_fmt(w.arena, text, (long long)h.sister, str_c(w.arena, ticks))))
            .status,
        303);
    Answer amina = ask(&w, S("practitioner"), GET, at(&h, h.child, ""));
    CHECK(sees(amina, "Both were well."));
    CHECK(!sees(amina, "asthma"));
    CHECK(sees(amina, "A part that is about somebody else is left out here"));
    CHECK(sees(ask(&w, S("practitioner"), GET, at(&h, h.sister, "")), "Hodan has asthma."));
}

TEST(a_note_is_not_written_on_the_record_of_somebody_out_of_reach) {    // P5
    WORLD(w);
    House h = house(&w);
    int64_t stranger = family_child(&w, "Piotr Nowak", "2010-01-09");
    Str form = str_fmt(w.arena, "body=x&others=%lld", (long long)stranger);
    CHECK_INT(write_note(&h, str_c(w.arena, form)).status, 422);
}

TEST(a_letter_to_the_child_stands_on_its_own_page) {    // W167
    WORLD(w);
    House h = house(&w);
    write_note(&h, "body=Seen&letter=Dear+Amina,+your+drawing+hangs+on+our+wall.");
    CHECK(
        sees(ask(&w, S("practitioner"), GET, at(&h, h.child, "/letters")), "your drawing hangs on our wall"));
}

TEST(the_chronology_is_sieved_by_what_who_when_and_words) {    // W182
    WORLD(w);
    House h = house(&w);
    write_note(&h, "body=Zuzanna+the+dog+bit+her");
    const char *path = at(&h, h.child, "");
    CHECK(sees(post(&w, S("practitioner"), path, "words=zuzan+dog"), "Zuzanna"));
    CHECK(sees(post(&w, S("practitioner"), path, "words=zuzanek"), "Nothing that you may see fits"));
    CHECK(sees(post(&w, S("practitioner"), path, "what=call"), "Nothing that you may see fits"));
    CHECK(sees(post(&w, S("practitioner"), path, "since=2014-07-01&until=2014-07-01"), "Zuzanna"));
    CHECK(sees(post(&w, S("practitioner"), path, "until=2014-06-30"), "Nothing that you may see fits"));
    CHECK(
        sees(post(&w, S("practitioner"), path, "since=yesterday"), "From must be a day, such as 2014-07-02"));
    CHECK(sees(post(&w, S("practitioner"), path, "words=*"), "enter at least one word"));
}

TEST(a_family_that_does_not_take_part_prompts_the_worker_to_escalate) {    // W131
    WORLD(w);
    House h = house(&w);
    const char *front = str_c(w.arena, str_fmt(w.arena, "/work/people/%lld", (long long)h.child));
    const char *form =
        "what=missed&day-day=1&day-month=7&day-year=2014&title=Nobody+in&nature=fact&kind=note";
    post(&w, S("practitioner"), at(&h, h.child, "/new"), form);
    CHECK(!sees(ask(&w, S("practitioner"), GET, front), "did not take part 1 times"));
    post(&w, S("practitioner"), at(&h, h.child, "/new"), form);
    CHECK(sees(ask(&w, S("practitioner"), GET, front), "did not take part 2 times"));
}
