// The office sets how long things may take: seen by all who may change it, dated, never changing the past.
#include "pathway/clock/clock.h"

#include "world.h"

static const char set_path[] = "/office/clocks/caf-review";

TEST(the_office_sees_which_times_are_set_and_which_are_not) {    // W15 W191
    WORLD(w);
    Answer a = ask(&w, S("administrator"), GET, "/office/clocks");
    CHECK(sees(a, "Decide what happens next"));
    CHECK(sees(a, "one working day"));
    CHECK(sees(a, "Not set"));
    CHECK(sees(a, "bank holidays are known"));
    CHECK_INT(ask(&w, S("practitioner"), GET, "/office/clocks").status, 403);
}

TEST(a_rule_set_from_a_day_on_leaves_the_one_before_as_it_was) {    // W15 W191 P7
    WORLD(w);
    Answer a = post(&w, S("administrator"), set_path,
        "from-day=1&from-month=8&from-year=2014&amount=3&unit=months&who=The+lead&source=The+board");
    CHECK_INT(a.status, 303);
    CHECK_STR(clock_rule_on(w.db, S("caf-review"), S("2014-08-01"))->unit, S("months"));
    CHECK_INT(clock_rule_on(w.db, S("caf-review"), S("2014-07-31"))->amount, NONE);
    a = ask(&w, S("administrator"), GET, set_path);
    CHECK(sees(a, "three months"));
    CHECK(sees(a, "until 31 July 2014"));
}

TEST(a_rule_is_not_set_in_the_past_nor_without_what_is_counted) {    // P7
    WORLD(w);
    Answer a = post(&w, S("administrator"), set_path,
                    "from-day=1&from-month=6&from-year=2014&amount=3&unit=&who=The+lead&source=The+board");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "A rule cannot begin in the past"));
    CHECK(sees(a, "Choose what is counted"));
    CHECK_INT(clock_rules(w.db, S("caf-review")).len, 1);
}

TEST(an_ended_rule_starts_no_clock_after_its_last_day) {    // W15
    WORLD(w);
    Answer a = post(&w, S("administrator"), "/office/clocks/supervision/end",
                    "until-day=31&until-month=7&until-year=2014");
    CHECK_INT(a.status, 303);
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now, .today = date_of(w.now), .method = POST};
    db_begin(w.db);
    CHECK(clock_start(&c, "supervision", "episode", 1, NONE, w.now) != NONE);
    CHECK_INT(clock_start(&c, "supervision", "episode", 2, NONE, w.now + INT64_C(31) * 86400000), NONE);
    db_commit(w.db);
}

TEST(a_rule_that_the_office_set_is_left_by_a_pack) {    // W15
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    post(&w, S("administrator"), set_path,
         "from-day=1&from-month=8&from-year=2014&amount=6&unit=weeks&who=The+lead&source=The+board");
    CHECK_INT(clock_rule_on(w.db, S("caf-review"), S("2014-09-01"))->amount, 6);
    db_begin(w.db);
    CHECK_INT(clock_rules(w.db, S("caf-review")).len, 3);
    db_commit(w.db);
}
