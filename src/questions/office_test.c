// Wording a questionnaire anew in the office.
#include "world.h"

#include "questions/questions.h"

#define PACK_WORLD(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))
#define PATH "/office/forms/caf"

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
    CHECK_STR(ask(&w, S("administrator"), GET, PATH "/export").body, text);
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
