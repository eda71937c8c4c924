// An open episode always has an owner, a team and a next date; and none ends unasked.
#include "pathway/plan/episode.h"

#include "family.h"
#include "pathway/plan/episode_test.sql.h"

// A context as a request of that role's account would have it.
static Ctx acting(World *w, Str role) {
    int64_t id = world_account(w, role);
    return (Ctx){.arena = w->arena,
                 .db = w->db,
                 .now = w->now,
                 .today = date_of(w->now),
                 .actor = {.id = id, .agency = plan_test_agency(w->db, id), .rights = ~(Rights)0}};
}

static int64_t begun(World *w, Ctx *c, int64_t child, int64_t team) {
    db_begin(w->db);
    int64_t id = episode_begin(c, (EpisodeNew){.person = child,
                                               .kind = "early-help",
                                               .owner = c->actor.id,
                                               .team = team,
                                               .next_on = date_add_days(c->today, 14),
                                               .next_what = S("First meeting of the team")});
    db_commit(w->db);
    return id;
}

TEST(an_episode_begins_with_an_owner_a_team_and_a_next_date) {    // P1 W45
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    Ctx c = acting(&w, S("practitioner"));
    int64_t id = begun(&w, &c, child, north);
    const Episode *e = episode_of(w.db, id);
    CHECK_STR(e->next_what, S("First meeting of the team"));
    CHECK_STR(e->next_on, S("2014-07-16"));
    CHECK_STR(e->team, S("North"));
    CHECK(ways_to(w.db, c.actor.id, child, w.now).len > 0);
    CHECK_INT(plan_test_entries(w.db, child, S("episode")), 1);
}

TEST(an_episode_is_handed_on_and_the_team_before_sees_it_no_more) {    // W45 W50
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t south = family_team(&w, "South", "early-help", S("team-manager"));
    Ctx c = acting(&w, S("practitioner"));
    int64_t id = begun(&w, &c, child, north), other = world_account(&w, S("team-manager"));
    CHECK_INT(ways_to(w.db, other, child, w.now).len, 0);
    c.now = w.now += 1000;
    db_begin(w.db);
    CHECK(episode_owner_change(&c, id, other, south, S("Moved to the south of the city")));
    CHECK(!episode_owner_change(&c, id, other, NONE, S("Again")));
    db_commit(w.db);
    CHECK(ways_to(w.db, other, child, w.now).len > 0);
    CHECK_INT(ways_to(w.db, c.actor.id, child, w.now).len, 0);
    CHECK_INT(plan_test_owners(w.db, id), 2);
}

TEST(an_episode_does_not_close_before_the_child_was_asked_or_somebody_wrote_why_not) {    // P8 W58
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    Ctx c = acting(&w, S("practitioner"));
    int64_t id = begun(&w, &c, child, north);
    db_begin(w.db);
    CHECK(!episode_close(&c, id, S("needs-met"), S("")));
    episode_view(&c, episode_of(w.db, id), S("I can sleep now"), S("Told her teaching assistant"));
    CHECK(episode_close(&c, id, S("needs-met"), S("")));
    CHECK(!episode_close(&c, id, S("needs-met"), S("")));
    db_commit(w.db);
    CHECK_STR(episode_of(w.db, id)->close_reason, S("needs-met"));
}

TEST(the_office_makes_teams_and_says_who_works_in_them) {    // W15
    WORLD(w);
    int64_t who = world_account(&w, S("practitioner"));
    const char *form = str_c(w.arena, str_fmt(w.arena, "agency=%lld&name=North&kind=early-help",
                                              (long long)plan_test_agency(w.db, who)));
    Answer a = post(&w, S("administrator"), "/office/teams/add", form);
    CHECK_INT(a.status, 303);
    char *at = str_c(w.arena, a.location), *members = str_c(w.arena, str_fmt(w.arena, "%s/members", at));
    CHECK_INT(post(&w, S("administrator"), "/office/teams/add", form).status, 422);
    const char *member = str_c(w.arena, str_fmt(w.arena, "who=%lld&lead=yes", (long long)who));
    CHECK_INT(post(&w, S("administrator"), members, member).status, 303);
    CHECK_INT(post(&w, S("administrator"), members, member).status, 422);
    CHECK(sees(ask(&w, S("administrator"), GET, at), "0 open cases"));
    Ctx c = acting(&w, S("practitioner"));
    CHECK_INT(team_of(&c).len, 1);
    CHECK_STR(team_of(&c).at[0].name, S("North"));
    CHECK_INT(ask(&w, S("practitioner"), GET, at).status, 403);
}

TEST(a_team_that_holds_a_child_does_not_end) {    // P1
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    family_episode(&w, child, "early-help", S("practitioner"), north);
    const char *end = str_c(w.arena, str_fmt(w.arena, "/office/teams/%lld/end", (long long)north));
    CHECK_INT(post(&w, S("administrator"), end, "").status, 303);
    CHECK_INT(team_find(w.db, north)->ended_at, NONE);
}
