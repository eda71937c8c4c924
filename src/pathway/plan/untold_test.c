// Word that is owed to a child is never owned by somebody who cannot open the record.
#include "pathway/plan/untold.h"

#include "family.h"
#include "pathway/plan/episode.h"
#include "pathway/plan/episode_test.sql.h"

typedef struct Owed {
    World *w;
    int64_t child, team, episode;
} Owed;

// The team manager leads the team, and the practitioner answers for the help.
static Owed owed(World *w) {
    Owed o = {.w = w, .child = family_child(w, "Amina Yusuf", "2009-05-04")};
    o.team = family_team(w, "North", "early-help", S("team-manager"));
    family_join(w, o.team, S("practitioner"));
    o.episode = family_episode(w, o.child, "early-help", S("practitioner"), o.team);
    return o;
}

static char *path(World *w, const char *format, int64_t id) {
    return str_c(w->arena, str_fmt(w->arena, format, (long long)id));
}

static Answer front(Owed *o, Str role) {
    return ask(o->w, role, GET, path(o->w, "/work/people/%lld", o->child));
}

static void say(Owed *o, Str role) {
    CHECK_INT(post(o->w, role, path(o->w, "/work/people/%lld/views/new", o->child),
                   "words=Please+knock&how=said+it&about=Knocking&day-day=1&day-month=7&day-year=2014")
                  .status,
              303);
}

static Answer close_saying(Owed *o) {
    o->w->now += 1000;
    return post(o->w, S("practitioner"), path(o->w, "/work/episodes/%lld/close", o->episode),
                "reason=needs-met&words=All+well&said=I+sleep+now&how=Said+it&told=At+home");
}

static bool owes(Owed *o, Str role) { return sees(ask(o->w, role, GET, "/work"), "Bring back word"); }

// What comes round by itself.
static void time_passes(Owed *o) {
    db_use(o->w->db, o->w->arena);
    db_begin(o->w->db);
    words_found(o->w->db, words_astray(o->w->db, o->w->arena, o->w->now), o->w->now);
    CHECK(db_commit(o->w->db));
}

TEST(who_owes_a_child_word_when_help_ends_opens_the_record_until_it_is_back) {    // P1 P8 W168
    WORLD(w);
    Owed o = owed(&w);
    CHECK_INT(close_saying(&o).status, 303);
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Amina Yusuf"));
    CHECK_INT(front(&o, S("practitioner")).status, 200);
    CHECK(owes(&o, S("practitioner")));
    w.now += 1000;
    char *outcome = path(&w, "/work/people/%lld/views/1/outcome", o.child);
    Answer a = post(&w, S("practitioner"), outcome,
                    "outcome=We+wave+at+school&day-day=2&day-month=7&day-year=2014&how=At+school");
    CHECK_STR(a.location, S("/work"));
    CHECK_INT(front(&o, S("practitioner")).status, 403);
    CHECK_INT(front(&o, S("team-manager")).status, 403);
    CHECK(!owes(&o, S("practitioner")));
}

TEST(help_that_ends_with_nothing_owed_closes_the_record_to_the_team) {    // P5 W58
    WORLD(w);
    Owed o = owed(&w);
    w.now += 1000;
    CHECK_INT(post(&w, S("practitioner"), path(&w, "/work/episodes/%lld/close", o.episode),
                   "reason=needs-met&words=All+well&unsaid=She+moved+away&told=At+home")
                  .status,
              303);
    CHECK_INT(front(&o, S("practitioner")).status, 403);
}

TEST(word_owed_by_somebody_of_another_agency_goes_to_the_team_leader_when_help_ends) {    // P1 P8
    WORLD(w);
    Owed o = owed(&w);
    int64_t consent = family_consent(&w, o.child, S("social-worker"), "who,view");
    family_seat(&w, o.episode, S("social-worker"), consent);
    say(&o, S("social-worker"));
    db_begin(w.db);
    plan_test_withdraw_all(w.db, w.now + 500);
    CHECK(db_commit(w.db));
    CHECK(owes(&o, S("social-worker")));
    close_saying(&o);
    CHECK(!owes(&o, S("social-worker")));
    CHECK(owes(&o, S("team-manager")));
    CHECK_INT(front(&o, S("team-manager")).status, 200);
    CHECK_INT(front(&o, S("social-worker")).status, 403);
}

TEST(word_goes_with_the_help_to_whoever_answers_for_it_in_another_team) {    // P1 P8 W45
    WORLD(w);
    Owed o = owed(&w);
    say(&o, S("practitioner")), say(&o, S("team-manager"));
    int64_t south = family_team(&w, "South", "early-help", S("social-worker"));
    w.now += 1000;
    int64_t me = world_account(&w, S("practitioner"));
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now, .today = date_of(w.now), .actor.id = me};
    db_begin(w.db);
    CHECK(episode_owner_change(&c, o.episode, world_account(&w, S("social-worker")), south, S("They moved")));
    CHECK(db_commit(w.db));
    CHECK(!owes(&o, S("practitioner")) && !owes(&o, S("team-manager")));
    CHECK_INT(plan_test_owed(w.db, world_account(&w, S("social-worker"))), 2);
}

TEST(word_owed_by_an_account_that_was_closed_goes_to_whoever_leads_the_team) {    // P1 P8
    WORLD(w);
    Owed o = owed(&w);
    say(&o, S("practitioner"));
    time_passes(&o);
    CHECK_INT(plan_test_owed(w.db, world_account(&w, S("practitioner"))), 1);
    db_begin(w.db);
    plan_test_deactivate(w.db, world_account(&w, S("practitioner")), w.now);
    CHECK(db_commit(w.db));
    time_passes(&o);
    CHECK_INT(plan_test_owed(w.db, world_account(&w, S("practitioner"))), 0);
    CHECK(owes(&o, S("team-manager")));
}

TEST(word_owed_by_somebody_who_knows_the_family_goes_to_a_colleague) {    // P1 P5 P8
    WORLD(w);
    Owed o = owed(&w);
    family_join(&w, o.team, S("social-worker"));
    say(&o, S("social-worker"));
    CHECK_INT(post(&w, S("social-worker"), path(&w, "/work/people/%lld/conflict", o.child), "why=my+niece")
                  .status,
              303);
    time_passes(&o);
    CHECK(!owes(&o, S("social-worker")));
    CHECK_INT(plan_test_owed(w.db, world_account(&w, S("practitioner"))), 1);
}

TEST(when_help_begins_again_word_goes_to_whoever_gives_it) {    // P1 P5 P8
    WORLD(w);
    Owed o = owed(&w);
    close_saying(&o);
    int64_t south = family_team(&w, "South", "early-help", S("social-worker"));
    w.now += 1000;
    int64_t who = world_account(&w, S("social-worker"));
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now, .today = date_of(w.now), .actor.id = who};
    db_begin(w.db);
    episode_begin(&c, (EpisodeNew){.person = o.child, .kind = "early-help", .owner = who, .team = south,
                                   .next_on = c.today + 7, .next_what = S("A visit")});
    CHECK(db_commit(w.db));
    CHECK(owes(&o, S("social-worker")));
    CHECK_INT(front(&o, S("practitioner")).status, 403);
}
