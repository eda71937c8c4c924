// Wording a questionnaire anew in the office.
#include "world.h"

#include "questions/questions.h"

#define PACK_WORLD(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))
#define FORM "/office/forms/caf"
#define PATH FORM "/text"

static const char *form_of(Arena *a, Str text, const char *rest) {
    Buf out = {.arena = a};
    buf_lit(&out, "text=");
    html_path(&out, text);
    buf_put(&out, str_from(rest));
    return str_c(a, buf_str(&out));
}

TEST(a_questionnaire_is_worded_anew_from_a_day_and_the_old_wording_stays) {    // W15 W12
    PACK_WORLD(w);
    const FormVersion *v = form_in_force(w.db, S("caf"), S("2014-07-02"));
    Str at = {strstr(v->definition.at, "Full name"), 9};
    Str head = {v->definition.at, (size_t)(at.at - v->definition.at)},
        tail = {at.at + 9, v->definition.len - head.len - 9};
    Str text = str_fmt(w.arena, "%.*sName in full%.*s", STR_FMT(head), STR_FMT(tail));
    CHECK_INT(ask(&w, S("administrator"), GET, PATH).status, 200);
    Answer a = post(&w, S("administrator"), PATH, form_of(w.arena, text, "&act=preview&day=2014-09-01"));
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Name in full"));
    CHECK_INT(form_newest(w.db, v->questionnaire_id)->number, 1);
    CHECK_INT(post(&w, S("administrator"), PATH, form_of(w.arena, text, "&act=keep&day=2014-06-01")).status,
              422);
    CHECK_INT(post(&w, S("administrator"), PATH, form_of(w.arena, text, "&act=keep&day=2014-09-01")).status,
              303);
    CHECK_INT(form_in_force(w.db, S("caf"), S("2014-08-31"))->number, 1);
    CHECK_INT(form_in_force(w.db, S("caf"), S("2014-09-01"))->number, 2);
    CHECK_STR(ask(&w, S("administrator"), GET, FORM "/export").body, text);
}

TEST(a_faulty_wording_is_refused_with_its_line_and_nothing_typed_is_lost) {    // W15
    PACK_WORLD(w);
    Str text = S("{\"key\": \"caf\", \"title\": \"CAF\",\n \"sections\": [oops]}");
    Answer a = post(&w, S("administrator"), PATH, form_of(w.arena, text, "&act=keep&day=2014-09-01"));
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Line 2:"));
    CHECK(sees(a, "oops"));
    text = S("{\"key\":\"caf\",\"title\":\"CAF\",\"sections\":[{\"key\":\"s\",\"title\":\"S\",\"questions\":["
             "{\"key\":\"a\",\"kind\":\"text\",\"label\":\"A\"}]}]}");
    a = post(&w, S("administrator"), PATH, form_of(w.arena, text, "&act=keep&day=2014-09-01"));
    CHECK_INT(a.status, 422);    // the child's words would no longer be asked for
    CHECK(sees(a, "child.words"));
}

// ---- question by question ---------------------------------------------------------------------------------

#define AS S("administrator")

static Answer drafted(World *w) { return post(w, AS, FORM "/draft", ""); }

static const Questionnaire *newest(World *w, const FormVersion **ret) {
    FormFaults faults;
    *ret = form_newest(w->db, questionnaire_id_of(w->db, S("caf")));
    return definition_read(w->arena, (*ret)->definition, &faults);
}

TEST(a_question_is_added_moved_and_taken_out_of_a_draft_and_what_is_in_force_stays) {    // W15
    PACK_WORLD(w);
    const FormVersion *v, *one = form_in_force(w.db, S("caf"), S("2014-07-02"));
    Str before = one->definition;
    CHECK_INT(post(&w, AS, FORM "/add/child", "label=Pets&kind=text&when=always").status,
              409);    // no draft yet
    CHECK_INT(drafted(&w).status, 303);
    CHECK_INT(drafted(&w).status, 303);    // a second time it is the same draft
    Answer a = post(&w, AS, FORM "/add/child",
                    "label=Which+pets+live+there%3F&kind=many&choices=A+dog%0D%0AA+cat%0D%0A&required=yes"
                    "&when=interpreter%3Dyes");
    CHECK_INT(a.status, 303);
    CHECK(str_ends(a.location, S("#question-which_pets_live_there")));
    const Questionnaire *q = newest(&w, &v);
    const Question *pets = question_find(q, S("which_pets_live_there"));
    CHECK_INT(v->number, 2);
    CHECK(pets && pets->required && pets->choices.len == 2 && pets->when.len == 1);
    CHECK(pets == &q->at[0].at[q->at[0].len - 1]);
    CHECK_INT(post(&w, AS, FORM "/questions/which_pets_live_there/up", "").status, 303);
    q = newest(&w, &v);
    CHECK(question_find(q, S("which_pets_live_there")) == &q->at[0].at[q->at[0].len - 2]);
    CHECK_INT(post(&w, AS, FORM "/questions/which_pets_live_there/down", "").status, 303);
    CHECK_INT(post(&w, AS, FORM "/questions/which_pets_live_there/down", "").status, 303);
    q = newest(&w, &v);    // over the edge: into the next section
    CHECK(question_find(q, S("which_pets_live_there")) == &q->at[1].at[0]);
    a = ask(&w, AS, GET, FORM);
    CHECK(sees(a, "Which pets live there?") && sees(a, "New") && sees(a, "Draft"));
    CHECK_INT(post(&w, AS, FORM "/questions/gp/remove", "").status, 303);
    CHECK(sees(ask(&w, AS, GET, FORM), "No longer asked"));
    one = form_in_force(w.db, S("caf"), S("2014-07-02"));
    CHECK_INT(one->number, 1);
    CHECK_STR(one->definition, before);
    CHECK_INT(post(&w, AS, FORM, "day=2014-07-01").status, 422);
    CHECK_INT(post(&w, AS, FORM, "day=2014-09-01").status, 303);
    CHECK_INT(form_in_force(w.db, S("caf"), S("2014-09-01"))->number, 2);
    CHECK_INT(post(&w, AS, FORM "/questions/which_pets_live_there/up", "").status, 409);
    CHECK_INT(post(&w, AS, FORM, "day=2014-10-01").status, 409);
    CHECK_INT(post(&w, AS, FORM "/drop", "").status, 409);
}

TEST(a_question_is_worded_anew_and_its_choices_keep_their_keys) {    // W15
    PACK_WORLD(w);
    const FormVersion *v;
    drafted(&w);
    CHECK_INT(post(&w, AS, FORM "/questions/form",
                   "label=Which+kind%3F&choices=Before+birth%0AThe+usual+one%0AIn+a+hurry&when=always")
                  .status,
              422);    // others wait for the choice that would go
    CHECK_INT(
        post(&w, AS, FORM "/questions/form",
             "label=Which+kind%3F&choices=Before+birth%0AThe+usual+one%0AWith+the+Early+Support+Programme%0A"
             "In+a+hurry&when=always&required=yes")
            .status,
        303);
    const Question *q = question_find(newest(&w, &v), S("form"));
    CHECK_INT(q->choices.len, 4);
    CHECK_STR(q->choices.at[0].value, S("unborn"));
    CHECK_STR(q->choices.at[3].value, S("in_a_hurry"));
    CHECK(q->means.at != NULL);
    CHECK(sees(ask(&w, AS, GET, FORM), "Changed"));
}

TEST(what_kith_reads_or_another_question_waits_for_cannot_be_taken_out) {    // W15
    PACK_WORLD(w);
    drafted(&w);
    Answer a = ask(&w, AS, GET, FORM "/questions/form/remove");
    CHECK(sees(a, "Kith itself reads the answer"));
    CHECK_INT(post(&w, AS, FORM "/questions/form/remove", "").status, 409);
    CHECK(
        sees(ask(&w, AS, GET, FORM "/questions/interpreter/remove"), "is asked only after an answer to it"));
    CHECK_INT(post(&w, AS, FORM "/questions/interpreter/remove", "").status, 409);
    CHECK_INT(ask(&w, AS, GET, FORM "/questions/nothing/remove").status, 404);
}

TEST(two_who_word_one_draft_at_a_time_do_not_undo_each_other) {    // P3
    PACK_WORLD(w);
    const FormVersion *v;
    drafted(&w);
    newest(&w, &v);
    Str mark = str_fmt(w.arena, "&act=draft&mark=%lld-%lld", (long long)v->id, (long long)v->made_at),
        was = v->definition;
    w.now += 60000;
    CHECK_INT(post(&w, AS, FORM "/questions/gp/remove", "").status, 303);
    Answer a = post(&w, AS, PATH, form_of(w.arena, was, str_c(w.arena, mark)));
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "somebody kept another wording"));
    CHECK(!question_find(newest(&w, &v), S("gp")));
}

TEST(a_draft_that_nobody_wants_is_thrown_away) {
    PACK_WORLD(w);
    const FormVersion *v;
    drafted(&w);
    CHECK_INT(post(&w, AS, FORM "/drop", "").status, 303);
    newest(&w, &v);
    CHECK_INT(v->number, 1);
}

TEST(what_the_preview_of_an_import_showed_is_kept_as_a_draft_and_checked_again) {    // W15
    PACK_WORLD(w);
    Str text = S(
        "{\"key\":\"visit\",\"title\":\"Visit\",\"sections\":[{\"key\":\"s\",\"title\":\"S\",\"questions\":["
        "{\"key\":\"a\",\"kind\":\"text\",\"label\":\"A\"}]}]}");
    CHECK_INT(post(&w, AS, "/office/forms/import/keep", form_of(w.arena, text, "")).status, 303);
    CHECK(!form_newest(w.db, questionnaire_id_of(w.db, S("visit")))->from_on.at);
    CHECK_INT(post(&w, AS, "/office/forms/visit", "day=2014-09-01").status, 303);
    CHECK_INT(post(&w, AS, "/office/forms/import/keep", form_of(w.arena, S("{oops"), "")).status, 409);
    text = S("{\"key\":\"caf\",\"title\":\"CAF\",\"sections\":[{\"key\":\"s\",\"title\":\"S\",\"questions\":["
             "{\"key\":\"a\",\"kind\":\"text\",\"label\":\"A\"}]}]}");
    CHECK_INT(post(&w, AS, "/office/forms/import/keep", form_of(w.arena, text, "")).status, 409);
    CHECK_INT(ask(&w, AS, GET, "/office/forms/import/xlsform").status, 200);
    CHECK_INT(post(&w, AS, "/office/forms/import/xlsform", "").status, 422);
}
