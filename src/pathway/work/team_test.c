// Those who lead a team see what it holds, and nothing of it is nobody's.
#include "family.h"
#include "pathway/plan/episode.h"
#include "pathway/work/work_test.sql.h"

TEST(who_leads_a_team_sees_what_each_holds_what_is_late_and_what_stands_still) {    // W124 P1 W181
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("team-manager"));
    family_join(&w, north, S("practitioner"));
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    family_episode(&w, child, "early-help", S("practitioner"), north);
    Answer a = ask(&w, S("team-manager"), GET, "/work/team");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Amina Yusuf") && sees(a, "Hand a child over"));
    CHECK(sees(a, "Everything the team holds has somebody of the team"));
    CHECK(!sees(a, "without a word"));
    w.now += INT64_C(30) * 86400000;
    CHECK(sees(ask(&w, S("team-manager"), GET, "/work/team"), "30 days without a word"));
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work/team"), "You lead no team"));
}

TEST(what_is_written_on_a_joined_record_is_a_word_about_the_child) {    // P13
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("team-manager"));
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    family_episode(&w, child, "early-help", S("team-manager"), north);
    w.now += INT64_C(30) * 86400000;
    int64_t other = family_child(&w, "Amina Yusof", "2009-04-05");
    db_begin(w.db);
    work_test_wrote(w.db, other, S("note"), S("Visit"), w.now, world_account(&w, S("team-manager")));
    db_commit(w.db);
    CHECK(sees(ask(&w, S("team-manager"), GET, "/work"), "30 days without a word"));
    db_begin(w.db);
    work_test_join(w.db, other, child);
    db_commit(w.db);
    CHECK(!sees(ask(&w, S("team-manager"), GET, "/work"), "without a word"));
    CHECK(!sees(ask(&w, S("team-manager"), GET, "/work/team"), "without a word"));
}

TEST(a_case_whose_owner_left_the_team_is_shown_and_can_be_handed_over) {    // P1
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("team-manager"));
    family_join(&w, north, S("practitioner"));
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t episode = family_episode(&w, child, "early-help", S("practitioner"), north);
    db_begin(w.db);
    work_test_leave(w.db, north, world_account(&w, S("practitioner")), w.now - 1);
    db_commit(w.db);
    CHECK(sees(ask(&w, S("team-manager"), GET, "/work/team"), "What nobody of the team holds"));
    const char *path = str_c(w.arena, str_fmt(w.arena, "/work/episodes/%lld/owner", (long long)episode));
    Str form = str_fmt(w.arena, "to=%lld&why=He+left", (long long)world_account(&w, S("team-manager")));
    CHECK_INT(post(&w, S("practitioner"), path, str_c(w.arena, form)).status, 403);
    CHECK_INT(post(&w, S("team-manager"), path, str_c(w.arena, form)).status, 303);
    CHECK(!sees(ask(&w, S("team-manager"), GET, "/work/team"), "What nobody of the team holds"));
    CHECK_INT(episode_of(w.db, episode)->owner_id, world_account(&w, S("team-manager")));
}

TEST(too_many_children_for_one_worker_are_marked) {    // W124
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("team-manager"));
    for (int i = 0; i < 19; i++)
        family_episode(&w, family_child(&w, "Amina Yusuf", "2009-05-04"), "early-help", S("team-manager"),
                       north);
    CHECK(sees(ask(&w, S("team-manager"), GET, "/work/team"), "More than the set load"));
}
