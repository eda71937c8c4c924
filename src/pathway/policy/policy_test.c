// A decision is read beside the rules of its day, whatever has come into force since.
#include "family.h"

#include "pathway/policy/policy_test.sql.h"

static World two_editions(void) {
    World w = world_open();
    db_begin(w.db);
    policy_test_edition(w.db, S("one"), S("the first edition"), S("2013-01-01"), S("2014-07-31"), w.now);
    policy_test_edition(w.db, S("two"), S("the second edition"), S("2014-08-01"), (Str){0}, w.now);
    policy_test_rule(w.db, S("referral-decision"), S("Decide on the referral"), 2, S("2014-08-01"));
    db_commit(w.db);
    return w;
}
#define EDITIONS(w) World w __attribute__((cleanup(world_close))) = two_editions()

TEST(a_day_says_which_edition_and_which_clocks_held) {    // W180
    EDITIONS(w);
    Answer a = ask(&w, S("practitioner"), GET, "/work/policy/2014-07-02");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "the first edition"));
    CHECK(sees(a, "Decide on the referral one working day"));
    w.now += INT64_C(40) * 86400000;
    a = ask(&w, S("practitioner"), GET, "/work/policy/2014-08-05");
    CHECK(sees(a, "the second edition"));
    CHECK(sees(a, "Decide on the referral two working days"));
    CHECK_INT(ask(&w, S("practitioner"), GET, "/work/policy/2014-02-30").status, 404);
    CHECK_INT(ask(&w, S("viewer"), GET, "/work/policy/2014-07-02").status, 403);
}

TEST(a_decision_of_long_ago_says_that_its_edition_is_no_longer_in_force) {    // W180
    EDITIONS(w);
    int64_t team = family_team(&w, "Screening and Duty", "duty", S("social-worker"));
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    family_episode(&w, child, "early-help", S("social-worker"), team);
    char *refer = str_c(w.arena, str_fmt(w.arena, "/work/people/%lld/refer", (long long)child));
    char *at = str_c(w.arena, post(&w, S("social-worker"), refer, "sign=").location);
    CHECK(!sees(ask(&w, S("social-worker"), GET, at), "Decided under"));
    char *decide = str_c(w.arena, str_fmt(w.arena, "%s/decide", at));
    CHECK_INT(post(&w, S("social-worker"), decide, "version=1&decision=assessment&reasons=Because").status,
              303);
    Answer a = ask(&w, S("social-worker"), GET, at);
    CHECK(sees(a, "Decided under “Levels of need”, the first edition"));
    CHECK(!sees(a, "No longer in force"));
    w.now += INT64_C(40) * 86400000;
    CHECK(sees(ask(&w, S("social-worker"), GET, at), "No longer in force"));
}
