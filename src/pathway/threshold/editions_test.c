// The office keeps the editions of the threshold document, and who was told of each.
#include "pathway/threshold/editions.h"

#include "world.h"

#define NOTTINGHAM(w) \
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

static int64_t draft(World *w) {
    db_begin(w->db);
    threshold_put(w->db, S("next"), S("Pathway"), S("Second"), (Str){0}, (Str){0}, w->now, NONE);
    need_level_put(w->db, S("next"), S("one"), 1, S("Only"), S("none"), S("All of it"), (Str){0});
    db_commit(w->db);
    return threshold_coded(w->db, S("next"))->id;
}

static const char *at(World *w, int64_t id, const char *end) {
    return str_c(w->arena, str_fmt(w->arena, "/office/threshold/%lld%s", (long long)id, end));
}

TEST(a_draft_is_looked_over_and_put_in_force_on_a_day) {    // W12
    NOTTINGHAM(w);
    int64_t id = draft(&w);
    CHECK(!sees(ask(&w, S(""), GET, "/need"), "Second"));
    CHECK(sees(ask(&w, S("administrator"), GET, at(&w, id, "/preview")), "All of it"));
    Answer a = post(&w, S("administrator"), at(&w, id, ""), "from-day=1&from-month=1&from-year=2014");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "cannot come into force in the past"));
    a = post(&w, S("administrator"), at(&w, id, ""), "from-day=1&from-month=9&from-year=2014");
    CHECK_INT(a.status, 303);
    CHECK(sees(ask(&w, S(""), GET, "/need"), "Draft of 2 July 2014"));
    w.now = instant_at(date_make(2014, 9, 1), 600);
    CHECK(sees(ask(&w, S(""), GET, "/need"), "Second"));
    CHECK(sees(ask(&w, S("administrator"), GET, "/office/threshold"), "Withdrawn"));
    CHECK_INT(post(&w, S("administrator"), at(&w, id, ""), "from-day=1&from-month=9&from-year=2015").status,
              409);
}

TEST(each_agency_is_told_and_says_that_old_copies_are_gone) {    // W13
    NOTTINGHAM(w);
    world_account(&w, S("member"));
    int64_t id = threshold_on(w.db, S("2014-07-02"))->id;
    world_account(&w, S("administrator"));                // its agency is there from the start
    ToldList all = edition_told(w.db, id);
    CHECK(all.len > 0);
    const char *tell = str_c(w.arena, str_fmt(w.arena, "/told/%lld", (long long)all.at[0].id));
    const char *gone = str_c(w.arena, str_fmt(w.arena, "/withdrawn/%lld", (long long)all.at[0].id));
    CHECK_INT(post(&w, S("administrator"), at(&w, id, gone), "").status, 409);
    CHECK_INT(post(&w, S("administrator"), at(&w, id, tell), "how=smoke").status, 409);
    CHECK_INT(post(&w, S("administrator"), at(&w, id, tell), "how=meeting").status, 303);
    CHECK_INT(post(&w, S("administrator"), at(&w, id, gone), "").status, 303);
    Answer a = ask(&w, S("administrator"), GET, at(&w, id, ""));
    CHECK(sees(a, "2 July 2014, At a meeting"));
    CHECK(edition_told(w.db, id).at[0].withdrawn_at != NONE);
    CHECK_INT(ask(&w, S("practitioner"), GET, "/office/threshold").status, 403);
}
