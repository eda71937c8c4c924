// The demonstration is the same for the same seed, and holds to the rules that everybody else is held to.
#include "voice/demo/demo.h"

#include "access/access.h"
#include "db/audit.h"
#include "test.h"
#include "voice/demo/demo_test.sql.h"
#include "world.h"

static const char *who[] = {"manager", "adviser", "social-worker", "family-worker", "teacher", "nurse"};

static void accounts(World *w) {
    db_begin(w->db);
    for (size_t i = 0; i < COUNT(who); i++)
        access_account(w->db, w->now, str_fmt(w->arena, "%s@demo.example", who[i]), str_from(who[i]),
                       i < 3 ? S("Council") : str_from(who[i]), S("practitioner"));
    db_commit(w->db);
}

static Str made(Arena *a, uint64_t seed) {
    WORLD(w);
    accounts(&w);
    Str why = demo_families(w.arena, w.db, 300, seed, w.now);
    CHECK(!why.at);
    return str_fmt(a, "%lld %.*s", (long long)demo_test_count(w.db), STR_FMT(demo_test_last(w.db)));
}

TEST(the_same_seed_makes_the_same_families) {    // W187 W188
    Arena *a = arena_open();
    Str one = made(a, 7), again = made(a, 7), other = made(a, 8);
    CHECK_STR(one, again);
    CHECK(!str_eq(one, other));
    arena_close(a);
}

TEST(whatever_is_open_in_the_demonstration_has_an_owner_who_works_in_the_team_that_holds_it) {    // P1 W188
    WORLD(w);
    accounts(&w);
    CHECK(!demo_families(w.arena, w.db, 2000, 1, w.now).at);
    CHECK(demo_test_open(w.db) > 30);
    CHECK_INT(demo_test_strays(w.db), 0);
    CHECK_INT(demo_test_unseen(w.db, w.now), 0);
}

TEST(families_that_are_there_stay_as_they_are) {
    WORLD(w);
    accounts(&w);
    CHECK(!demo_families(w.arena, w.db, 0, 1, w.now).at);
    int64_t before = demo_test_count(w.db);
    CHECK(!demo_families(w.arena, w.db, 0, 1, w.now).at);
    CHECK_INT(demo_test_count(w.db), before);
}

TEST(without_its_accounts_the_demonstration_changes_nothing_and_says_why) {
    WORLD(w);
    CHECK(demo_families(w.arena, w.db, 10, 1, w.now).len > 0);
    CHECK_INT(demo_test_count(w.db), 0);
}
