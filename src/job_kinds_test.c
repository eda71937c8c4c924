// What Kith does by itself, as its table says.
#include "job_kinds.h"

#include "family.h"
#include "pathway/plan/episode_test.sql.h"

// The kind of this name comes round once.
static void comes_round(World *w, const char *name) {
    db_use(w->db, w->arena);
    for (size_t i = 0; i < n_job_kinds; i++) {
        if (strcmp(job_kinds[i].name, name) != 0) continue;
        JobRun run = {.arena = w->arena, .db = w->db, .now = w->now};
        JobEnd end = job_kinds[i].run(&run);
        CHECK_INT(end, JOB_DONE);
        db_begin(w->db);
        run.mark(w->db, &run, end);
        CHECK(db_commit(w->db));
    }
}

TEST(what_waits_with_a_closed_account_is_handed_on_within_the_hour) {    // P1
    WORLD(w);
    int64_t team = family_team(&w, "North", "early-help", S("team-manager"));
    family_join(&w, team, S("practitioner"));
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04"), who = world_account(&w, S("practitioner"));
    family_episode(&w, child, "early-help", S("team-manager"), team);
    Str to = url_path(w.arena, "/work/people/%lld/views/new", (long long)child).text;
    const char *said = "words=Knock&how=said+it&day-day=1&day-month=7&day-year=2014";
    CHECK_INT(post(&w, S("practitioner"), str_c(w.arena, to), said).status, 303);
    comes_round(&w, "hand-on");
    CHECK_INT(plan_test_owed(w.db, who), 1);
    db_begin(w.db);
    plan_test_deactivate(w.db, who, w.now);
    CHECK(db_commit(w.db));
    comes_round(&w, "hand-on");
    CHECK_INT(plan_test_owed(w.db, who), 0);
    CHECK_INT(plan_test_owed(w.db, world_account(&w, S("team-manager"))), 1);
}
