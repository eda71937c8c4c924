// Social care's own assessment begins with what early help found, what was referred and what the record
// holds; and changes nothing there.
#include "family.h"

#include "pathway/assessment/assessment.sql.h"
#include "pathway/assessment/assessment_test.sql.h"

#define PACK_WORLD(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

typedef struct Tale {
    World *w;
    int64_t child, caf, id;
} Tale;

static const char *at(Tale *t, const char *format, int64_t id, const char *more) {
    return str_c(t->w->arena, str_fmt(t->w->arena, format, (long long)id, more));
}

static Answer write_in(Tale *t, Str role, int64_t id, const char *section, const char *form) {
    return post(t->w, role, at(t, "/work/assessments/%lld/%s", id, section), form);
}

// Early help has written a little; social care has taken the child on.
static Tale told(World *w) {
    Tale t = {.w = w, .child = family_child(w, "Amina Yusuf", "2009-05-04")};
    int64_t north = family_team(w, "North", "early-help", S("practitioner"));
    family_episode(w, t.child, "early-help", S("practitioner"), north);
    Str form = str_fmt(w->arena, "any=none&form=usual&team=%lld&by-day=20&by-month=8&by-year=2014",
                       (long long)north);
    post(w, S("practitioner"), at(&t, "/work/people/%lld/assessments/%s", t.child, "new"),
         str_c(w->arena, form));
    t.caf = test_assessment_last(w->db);
    write_in(&t, S("practitioner"), t.caf, "safety",
             "q-worried=The+nights+are+loud&base-worried=0:cbf29ce484222325");
    write_in(&t, S("practitioner"), t.caf, "child",
             "q-school=Example+Academy&base-school=0:cbf29ce484222325");
    int64_t duty = family_team(w, "Duty", "duty", S("social-worker"));
    post(w, S("practitioner"), at(&t, "/work/people/%lld/%s", t.child, "refer"), "sign=");
    family_episode(w, t.child, "social-care", S("social-worker"), duty);
    return t;
}

static Answer begin(Tale *t, Str role) {
    return post(t->w, role, at(t, "/work/people/%lld/assessments/%s", t->child, "children"),
                "by-day=20&by-month=8&by-year=2014");
}

TEST(a_childrens_assessment_begins_with_what_is_known_and_says_from_where) {    // W81 W182
    PACK_WORLD(w);
    Tale t = told(&w);
    CHECK_INT(begin(&t, S("social-worker")).status, 303);
    t.id = test_assessment_last(w.db);
    Answer a = ask(&w, S("social-worker"), GET, at(&t, "/work/assessments/%lld/%s", t.id, "safety"));
    CHECK(sees(a, "The nights are loud"));
    CHECK(sees(a, "From the early help assessment,") &&
          sees(a, "2 July 2014. Change it if it is not right."));
    a = ask(&w, S("social-worker"), GET, at(&t, "/work/assessments/%lld/%s", t.id, "child"));
    CHECK(str_has(a.body, S("value=\"Example Academy\"")) && str_has(a.body, S("value=\"Amina Yusuf\"")));
    CHECK(sees(a, "From the record. Change it if it is not right."));
    a = ask(&w, S("social-worker"), GET, at(&t, "/work/assessments/%lld/%s", t.id, "referral"));
    CHECK(sees(a, "A child may be in danger") && sees(a, "From the referral of 2 July 2014"));
}

TEST(what_social_care_writes_changes_nothing_in_early_help_nor_the_other_way_round) {    // W81 W185
    PACK_WORLD(w);
    Tale t = told(&w);
    begin(&t, S("social-worker"));
    t.id = test_assessment_last(w.db);
    const char *safety = at(&t, "/work/assessments/%lld/%s", t.id, "safety");
    Answer a = ask(&w, S("social-worker"), GET, safety);
    ptrdiff_t mark = str_find(a.body, S("name=\"base-worried\" value=\""));
    CHECK(mark > 0);
    Str base = {a.body.at + mark + 27, 18};
    Str form = str_fmt(w.arena, "q-worried=It+is+quiet+now&base-worried=%.*s", STR_FMT(base));
    CHECK_INT(post(&w, S("social-worker"), safety, str_c(w.arena, form)).status, 303);
    CHECK(sees(ask(&w, S("social-worker"), GET, safety), "It is quiet now"));
    const char *caf = at(&t, "/work/assessments/%lld/%s", t.caf, "print");
    CHECK(sees(ask(&w, S("practitioner"), GET, caf), "The nights are loud"));
    CHECK(!sees(ask(&w, S("practitioner"), GET, caf), "It is quiet now"));
    CHECK(sees(ask(&w, S("social-worker"), GET, at(&t, "/work/assessments/%lld/%s", t.id, "history")),
               "The nights are loud"));
}

TEST(only_the_team_that_gives_social_care_begins_a_childrens_assessment) {    // W81 P5
    PACK_WORLD(w);
    Tale t = told(&w);
    const char *page = at(&t, "/work/people/%lld/assessments/%s", t.child, "children");
    CHECK(sees(ask(&w, S("practitioner"), GET, page), "You are not in such a team"));
    CHECK_INT(begin(&t, S("practitioner")).status, 403);
    CHECK_INT(begin(&t, S("team-manager")).status, 403);
    CHECK_INT(test_assessment_last(w.db), t.caf);
    CHECK_INT(post(&w, S("social-worker"), page, "by-day=1&by-month=1&by-year=2014").status, 422);
}

TEST(a_childrens_assessment_is_not_counted_as_an_early_help_assessment) {    // W60 W81
    PACK_WORLD(w);
    Tale t = told(&w);
    begin(&t, S("social-worker"));
    Answer a = ask(&w, S("team-manager"), GET, "/work/assessments/counts");
    CHECK(sees(a, "Agency of the practitioner 1 0 0"));
    CHECK(sees(a, "Agency of the social-worker 0 0 0"));
    Answer list = ask(&w, S("social-worker"), GET, at(&t, "/work/people/%lld/%s", t.child, "assessments"));
    CHECK(sees(list, "Children’s Assessment") && sees(list, "Early help assessment"));
}

TEST(an_early_help_assessment_begins_with_what_the_front_door_was_told) {    // W81 W182
    PACK_WORLD(w);
    Tale t = {.w = &w, .child = family_child(&w, "Amina Yusuf", "2009-05-04")};
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t us = world_account(&w, S("practitioner"));
    db_begin(w.db);
    test_hold(w.db, t.child, north, w.now);
    test_contact_child(w.db, test_contact_told(w.db, S("He comes without breakfast"), us, w.now), t.child, us,
                       w.now);
    db_commit(w.db);
    Str form =
        str_fmt(w.arena, "any=none&form=usual&team=%lld&by-day=20&by-month=8&by-year=2014", (long long)north);
    post(&w, S("practitioner"), at(&t, "/work/people/%lld/assessments/%s", t.child, "new"),
         str_c(w.arena, form));
    t.caf = test_assessment_last(w.db);
    Answer a = ask(&w, S("practitioner"), GET, at(&t, "/work/assessments/%lld/%s", t.caf, "why"));
    CHECK(sees(a, "He comes without breakfast"));
    CHECK(sees(a, "From the contact to the front door of 2 July 2014"));
}
