// Whoever referred a child and was told no may say that they do not agree, with no way to the child.
#include "family.h"
#include "pathway/referral/referral_test.sql.h"
#include "pathway/step/dispute.h"
#include "people/share/share.h"

#define REFERRER S("practitioner")
static const char mine[] = "/work/disputes/1";

typedef struct Case {
    World *w;
    int64_t child, referral, duty;
} Case;

// A child with the social worker's team, whom the practitioner, who has no way to the child, referred.
static Case referred(World *w) {
    Case k = {.w = w, .child = family_child(w, "Amina Yusuf", "2009-05-04")};
    k.duty = family_team(w, "Screening and Duty", "duty", S("team-manager"));
    int64_t team = family_team(w, "North", "early-help", S("social-worker"));
    family_episode(w, k.child, "early-help", S("social-worker"), team);
    Str path = str_fmt(w->arena, "/work/people/%lld/refer", (long long)k.child);
    post(w, S("social-worker"), str_c(w->arena, path), "sign=");
    k.referral = test_last_referral(w->db);
    test_to_other_raiser(w->db, k.referral, world_account(w, REFERRER));
    return k;
}

static const char *of_it(const Case *k, const char *what) {
    return str_c(k->w->arena, str_fmt(k->w->arena, "/work/referrals/%lld%s", (long long)k->referral, what));
}

static void decide(const Case *k, const char *decision) {
    Str fields = str_fmt(k->w->arena, "version=%lld&decision=%s&reasons=Not+enough",
                         (long long)test_referral_version(k->w->db, k->referral), decision);
    CHECK_INT(post(k->w, S("team-manager"), of_it(k, "/decide"), str_c(k->w->arena, fields)).status, 303);
}

static Answer disagree(const Case *k, Str role) {
    Str form = str_fmt(k->w->arena,
                       "effect=She+sleeps+in+a+car&concern=An+assessment+now&high=no&with=%lld-%lld",
                       (long long)k->duty, (long long)world_account(k->w, S("team-manager")));
    return post(k->w, role, of_it(k, "/disagree"), str_c(k->w->arena, form));
}

TEST(whoever_referred_disagrees_with_a_no_from_the_referral_without_a_way_to_the_child) {    // W126 W127
    WORLD(w);
    Case k = referred(&w);
    CHECK(!sees(ask(&w, REFERRER, GET, of_it(&k, "")), "I do not agree"));
    CHECK_INT(disagree(&k, REFERRER).status, 404);
    decide(&k, "no-action");
    CHECK(sees(ask(&w, REFERRER, GET, of_it(&k, "")), "I do not agree with this decision"));
    CHECK_INT(post(&w, REFERRER, of_it(&k, "/disagree"), "effect=x").status, 422);
    CHECK_STR(disagree(&k, REFERRER).location, S("/work/disputes/1"));
    CHECK_STR(disagree(&k, REFERRER).location, S("/work/disputes/1"));
    CHECK(!dispute_find(w.db, 2));
    CHECK(sees(ask(&w, S("team-manager"), GET, "/work"), "Answer a disagreement"));
    CHECK(sees(ask(&w, REFERRER, GET, of_it(&k, "")), "Your disagreement of 2 July 2014"));
    CHECK(sees(ask(&w, REFERRER, GET, mine), "She sleeps in a car"));
    post(&w, S("team-manager"), "/work/disputes/1/settle", "outcome=stands&reasons=Her+aunt+has+a+room");
    CHECK(sees(ask(&w, REFERRER, GET, mine), "Her aunt has a room"));
    CHECK(sees(ask(&w, REFERRER, GET, of_it(&k, "")), "I do not agree with this decision"));
}

TEST(a_referral_that_was_accepted_is_nothing_to_disagree_with) {    // W126
    WORLD(w);
    Case k = referred(&w);
    decide(&k, "assessment");
    CHECK(!sees(ask(&w, REFERRER, GET, of_it(&k, "")), "I do not agree"));
    CHECK_INT(disagree(&k, REFERRER).status, 404);
}

static int status_of(const Case *k, const char *path) {
    Str to = str_fmt(k->w->arena, path, (long long)k->child);
    return ask(k->w, REFERRER, GET, str_c(k->w->arena, to)).status;
}

TEST(the_disagreement_is_all_that_whoever_referred_reads_of_the_child) {    // W126 P5
    WORLD(w);
    Case k = referred(&w);
    decide(&k, "no-action");
    disagree(&k, REFERRER);
    CHECK_INT(ways_to(w.db, world_account(&w, REFERRER), k.child, w.now).len, 0);
    Answer a = ask(&w, REFERRER, GET, mine);
    CHECK_INT(a.status, 200);
    CHECK(!sees(a, "Amina"));
    CHECK(!str_has(a.body, S("/work/people/")));
    CHECK_INT(status_of(&k, "/work/people/%lld"), 403);
    CHECK_INT(status_of(&k, "/work/people/%lld/assessments"), 403);
    CHECK_INT(status_of(&k, "/work/people/%lld/disputes/new"), 403);
    Str form = str_fmt(w.arena, "kind=not-accepted&effect=x&concern=y&high=no&with=%lld-%lld",
                       (long long)k.duty, (long long)world_account(&w, S("team-manager")));
    Str path = str_fmt(w.arena, "/work/people/%lld/disputes/new", (long long)k.child);
    CHECK_STR(post(&w, S("social-worker"), str_c(w.arena, path), str_c(w.arena, form)).location,
              S("/work/disputes/2"));
    CHECK_INT(ask(&w, REFERRER, GET, "/work/disputes/2").status, 403);
}

TEST(nobody_else_disagrees_by_a_referral_and_nobody_whom_the_record_is_shut_to) {    // W126 P5
    WORLD(w);
    Case k = referred(&w);
    decide(&k, "no-action");
    CHECK_INT(disagree(&k, S("adviser")).status, 404);
    CHECK_INT(disagree(&k, S("social-worker")).status, 404);
    disagree(&k, REFERRER);
    CHECK_INT(ask(&w, S("adviser"), GET, mine).status, 403);
    test_to_other_raiser(w.db, k.referral, world_account(&w, S("adviser")));
    CHECK_INT(ask(&w, REFERRER, GET, mine).status, 403);
    CHECK_INT(ask(&w, S("adviser"), GET, mine).status, 403);
    test_to_other_raiser(w.db, k.referral, world_account(&w, REFERRER));
    CHECK_INT(ask(&w, REFERRER, GET, mine).status, 200);
    db_begin(w.db);
    conflict_put(w.db, world_account(&w, REFERRER), k.child, S("my niece"), w.now);
    db_commit(w.db);
    CHECK(ask(&w, REFERRER, GET, mine).status >= 403);
    CHECK_INT(post(&w, REFERRER, "/work/disputes/1/settle", "outcome=withdrawn&reasons=x").status, 403);
    CHECK_INT(disagree(&k, REFERRER).status, 404);
}
