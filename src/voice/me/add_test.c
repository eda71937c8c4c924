// What a child adds to their plan waits until it is answered, and is never lost.
#include "pathway/plan/case.sql.h"
#include "pathway/plan/episode.h"
#include "voice/me/home_test.h"
#include "voice/me/meet_test.sql.h"

typedef struct Adds {
    World *w;
    Parents p;
    int64_t proposal;
} Adds;

static Answer add(const Adds *a, const char *form) {
    return home_ask(a->w, a->p.child_at, home_path(a->w, "/me/*/add", a->p.home.child), form);
}

static Adds adds(World *w) {
    Adds a = {.w = w, .p = home_parents(w)};
    CHECK_INT(add(&a, "words=I+want+to+cook+once+a+week").status, 303);
    a.proposal = meet_test_proposal(w->db);
    return a;
}

static Answer mine(const Adds *a) { return home_ask(a->w, a->p.child_at, "/me", NULL); }

static const char *one(const Adds *a) { return home_path(a->w, "/work/proposals/*", a->proposal); }

static bool waits(const Adds *a) {
    return sees(ask(a->w, S("practitioner"), GET, "/work"), "Answer what a child wants in the plan");
}

static const char smart[] = "what=Cooks+on+Sundays&outcome=She+can+look+after+herself&measure=Four+Sundays&"
                            "due-day=1&due-month=8&due-year=2014&seat=owner&proposal=*";

static Answer take(const Adds *a) {
    return post(a->w, S("practitioner"), home_path(a->w, "/work/episodes/*/actions/new", a->p.home.episode),
                home_path(a->w, smart, a->proposal));
}

TEST(what_a_child_wants_in_the_plan_waits_with_whoever_answers_for_the_help) {    // W169 P1 P8
    WORLD(w);
    Adds a = adds(&w);
    CHECK_INT(add(&a, "words=").status, 422);
    CHECK(sees(mine(&a), "I want to cook once a week") && sees(mine(&a), "There is no answer yet"));
    Answer list = ask(&w, S("practitioner"), GET, "/work");
    CHECK(waits(&a) && sees(list, "I want to cook once a week"));
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work/team"), "I want to cook once a week"));
    CHECK(sees(ask(&w, S("practitioner"), GET, one(&a)), "I want to cook once a week"));
    w.now += INT64_C(20) * 86400000;
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Late"));
}

TEST(it_is_taken_in_as_an_action_with_the_childs_words_beside_it) {    // W169 P8
    WORLD(w);
    Adds a = adds(&w);
    Str form = str_fmt(w.arena, "/work/episodes/%lld/actions/new?proposal=%lld", (long long)a.p.home.episode,
                       (long long)a.proposal);
    CHECK(sees(ask(&w, S("practitioner"), GET, str_c(w.arena, form)), "I want to cook once a week"));
    CHECK_INT(take(&a).status, 303);
    CHECK(!waits(&a));
    Answer page = mine(&a);
    CHECK(sees(page, "In your plan") && sees(page, "Cooks on Sundays") && sees(page, "You asked:"));
    PlanActionList all = action_all(w.db, a.p.home.episode);
    CHECK_INT((int64_t)all.len, 1);
    const char *action = home_path(&w, "/work/actions/*", all.at[0].id);
    CHECK(sees(ask(&w, S("practitioner"), GET, action), "The child asked: “I want to cook once a week”"));
    Answer hers = home_ask(&w, a.p.mother_at, "/me", NULL);
    CHECK(sees(hers, "Cooks on Sundays") && !sees(hers, "I want to cook once a week"));
    CHECK_INT(take(&a).status, 409);
    CHECK_INT(post(&w, S("practitioner"), one(&a), "why=No").status, 409);
    CHECK_INT((int64_t)action_all(w.db, a.p.home.episode).len, 1);
}

TEST(what_is_past_its_day_is_not_said_to_be_done_by_then) {    // W169 P1 P8
    WORLD(w);
    w.now = instant_at(date_make(2014, 8, 1), 23 * 60 + 30);
    Adds a = adds(&w);
    CHECK_INT(take(&a).status, 303);
    CHECK(sees(mine(&a), "does this by 1 August 2014") && !sees(mine(&a), "That day is past"));
    w.now += INT64_C(40) * 60000;    // after midnight
    Answer late = mine(&a);
    CHECK(sees(late, "should have done this by 1 August 2014. That day is past."));
    CHECK(sees(late, "Ask about it, or say something") && !sees(late, "does this by 1 August 2014"));
    CHECK(!sees(late, "Next:") && sees(late, "This should have been done by 1 August 2014: Cooks"));
}

TEST(or_as_a_goal) {    // W169 W55
    WORLD(w);
    Adds a = adds(&w);
    Answer made = post(&w, S("practitioner"), home_path(&w, "/work/episodes/*/goals/new", a.p.home.episode),
                       home_path(&w, "title=I+cook&worst=Never&best=Every+week&proposal=*", a.proposal));
    CHECK_INT(made.status, 303);
    CHECK(!waits(&a) && sees(mine(&a), "It is a goal now: I cook"));
    CHECK(sees(ask(&w, S("practitioner"), GET, str_c(w.arena, made.location)), "The child asked:"));
}

TEST(or_it_is_said_why_not_in_words_the_child_reads) {    // W169 P8
    WORLD(w);
    Adds a = adds(&w);
    CHECK_INT(post(&w, S("practitioner"), one(&a), "why=").status, 422);
    CHECK(waits(&a));
    CHECK_INT(post(&w, S("practitioner"), one(&a), "why=The+kitchen+is+being+built").status, 303);
    CHECK(!waits(&a));
    CHECK(sees(mine(&a), "Not in your plan") && sees(mine(&a), "The kitchen is being built"));
    CHECK(sees(ask(&w, S("practitioner"), GET, home_path(&w, "/work/people/*/chronology", a.p.home.child)),
               "Not taken into the plan"));
}

TEST(the_proposal_of_one_child_is_not_answered_in_the_plan_of_another) {    // W169 P5
    WORLD(w);
    Adds a = adds(&w);
    int64_t other = family_child(&w, "Sami Ali", "2004-06-06");
    int64_t episode = family_episode(&w, other, "early-help", S("practitioner"), a.p.home.team);
    const char *form = home_path(&w, smart, a.proposal);
    const char *to = home_path(&w, "/work/episodes/*/actions/new", episode);
    CHECK_INT(post(&w, S("practitioner"), to, form).status, 404);
    CHECK_INT((int64_t)action_all(w.db, episode).len, 0);
    CHECK(waits(&a));
    family_team(&w, "South", "early-help", S("team-manager"));
    CHECK_INT(ask(&w, S("team-manager"), GET, one(&a)).status, 403);
    CHECK_INT(post(&w, S("team-manager"), one(&a), "why=No").status, 403);
}

TEST(it_is_not_lost_when_the_help_passes_to_others_or_ends) {    // W169 P1
    WORLD(w);
    Adds a = adds(&w);
    Answer no = post(&w, S("practitioner"), home_path(&w, "/work/episodes/*/close", a.p.home.episode),
                     "reason=needs-met&words=Well&told=I+did&unsaid=A+baby");
    CHECK_INT(no.status, 422);
    CHECK(sees(no, "The child waits for an answer"));
    int64_t next = family_episode(&w, a.p.home.child, "social-care", S("social-worker"),
                                  family_team(&w, "Duty", "social-care", S("social-worker")));
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now, .today = date_of(w.now)};
    db_begin(w.db);
    episode_carry(&c, a.p.home.episode, next);
    db_commit(w.db);
    CHECK(!waits(&a));
    CHECK(sees(ask(&w, S("social-worker"), GET, "/work"), "Answer what a child wants in the plan"));
    CHECK_INT(post(&w, S("social-worker"), one(&a), "why=Not+yet").status, 303);
    CHECK(sees(mine(&a), "Not yet"));
}

TEST(without_help_there_is_no_plan_to_add_to) {    // W169
    WORLD(w);
    Adds a = {.w = &w, .p = home_parents(&w)};
    CHECK(sees(mine(&a), "Add to my plan"));
    CHECK_INT(post(&w, S("practitioner"), home_path(&w, "/work/episodes/*/close", a.p.home.episode),
                   "reason=needs-met&words=Well&told=I+did&unsaid=A+baby")
                  .status,
              303);
    CHECK(!sees(mine(&a), "Add to my plan"));
    CHECK_INT(add(&a, "words=Again").status, 404);
}
