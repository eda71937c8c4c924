// Clocks: what is due when, against a calendar made without ours; and how each says its working.
#include "pathway/clock/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "family.h"

static Ctx context(World *w) {
    return (Ctx){.arena = w->arena, .db = w->db, .now = w->now, .today = date_of(w->now), .method = POST};
}

static Instant at(const char *day, int hour, int minute) {
    Date d = DATE_NONE;
    CHECK(date_parse(str_from(day), &d));
    return instant_at(d, hour * 60 + minute);
}

static const Clock *only(Ctx *c, const char *subject, int64_t id) {
    ClockList all = clocks_of(c, subject, id);
    CHECK_INT(all.len, 1);
    return &all.at[0];
}

TEST(a_working_day_skips_the_weekend_and_the_bank_holiday_and_says_so) {    // W78 W189 W190 P7
    WORLD(w);
    Ctx c = context(&w);
    db_begin(w.db);
    clock_start(&c, "front-door-decision", "contact", 1, NONE, at("2014-08-22", 15, 40));
    const Clock *k = only(&c, "contact", 1);
    CHECK_INT(k->due_at, at("2014-08-26", 15, 40));
    CHECK_STR(clock_face(&c, k).working,
        S("One working day from Friday 22 August 2014, 3:40pm, Saturdays and Sundays not counted; nor "
          "Monday 25 August 2014 (Summer bank holiday), a bank holiday: so due Tuesday 26 August 2014, "
          "3:40pm. Rule: the usual in England, shipped with Kith, in force since 1 January 2000."));
    db_commit(w.db);
}

TEST(hours_run_through_nights_and_weekends) {    // W75 W189
    WORLD(w);
    Ctx c = context(&w);
    db_begin(w.db);
    clock_start(&c, "referral-written", "referral", 1, NONE, at("2014-08-23", 22, 15));
    CHECK_INT(only(&c, "referral", 1)->due_at, at("2014-08-24", 22, 15));
    db_commit(w.db);
}

TEST(a_clock_says_whether_it_runs_is_late_paused_or_was_met_in_time) {    // W190 P7
    WORLD(w);
    Ctx c = context(&w);
    db_begin(w.db);
    clock_start(&c, "referral-acknowledged", "referral", 1, NONE, w.now);
    CHECK_STR(clock_face(&c, only(&c, "referral", 1)).tag, S("Due in 24 hours"));
    c.now += INT64_C(27) * 3600000;
    CHECK_STR(clock_face(&c, only(&c, "referral", 1)).tag, S("Late by 3 hours"));
    clock_stop(&c, "referral-acknowledged", "referral", 1);
    CHECK_STR(clock_face(&c, only(&c, "referral", 1)).tag, S("Done, late by 3 hours"));
    clock_start(&c, "referral-acknowledged", "referral", 2, NONE, c.now);
    clock_stop(&c, "referral-acknowledged", "referral", 2);
    CHECK_STR(clock_face(&c, only(&c, "referral", 2)).tag, S("Done in time"));
    clock_start(&c, "referral-acknowledged", "referral", 3, NONE, c.now);
    clock_call_off(&c, "referral-acknowledged", "referral", 3);
    CHECK_STR(clock_face(&c, only(&c, "referral", 3)).tag, S("No longer needed"));
    db_commit(w.db);
}

TEST(a_pause_is_not_counted_and_its_reason_stands_in_the_working) {    // P7
    WORLD(w);
    Ctx c = context(&w);
    db_begin(w.db);
    clock_start(&c, "referral-written", "referral", 1, NONE, w.now);
    clock_pause(&c, "referral-written", "referral", 1, S("the referrer is away"));
    const Clock *k = only(&c, "referral", 1);
    CHECK_STR(clock_face(&c, k).tag, S("Paused"));
    CHECK_INT(k->due_at, NONE);
    c.now += 5400000;
    clock_resume(&c, "referral-written", "referral", 1);
    k = only(&c, "referral", 1);
    CHECK_INT(k->due_at, w.now + INT64_C(24) * 3600000 + 5400000);
    Str working = clock_face(&c, k).working;
    CHECK(str_has(working, S("(the referrer is away), 1 hour 30 minutes not counted. So it is due Thu")));
    db_commit(w.db);
}

TEST(a_rule_without_a_time_is_shown_as_not_set) {    // W191
    WORLD(w);
    Ctx c = context(&w);
    db_begin(w.db);
    clock_start(&c, "caf-review", "episode", 1, NONE, w.now);
    ClockFace f = clock_face(&c, only(&c, "episode", 1));
    CHECK_STR(f.tag, S("No limit set"));
    CHECK(str_has(f.working, S("No time is set: the partnership sets it.")));
    db_commit(w.db);
}

TEST(a_case_keeps_the_rule_of_the_day_on_which_its_clock_began) {    // P7 W15
    WORLD(w);
    Ctx c = context(&w);
    db_begin(w.db);
    clock_start(&c, "caf-review", "episode", 1, NONE, w.now);
    clock_rule_close(w.db, S("caf-review"), S("2014-07-03"), S("2014-07-02"));
    clock_rule_put(w.db, S("caf-review"), S("Review the CAF"), S("a"), S("b"), 3, S("months"), S("The lead"),
                   S("set by the partnership"), S("2014-07-03"), (Str){0});
    CHECK_INT(only(&c, "episode", 1)->due_at, NONE);
    clock_start(&c, "caf-review", "episode", 2, NONE, at("2014-07-02", 9, 0));
    CHECK_INT(only(&c, "episode", 2)->due_at, NONE);
    clock_start(&c, "caf-review", "episode", 3, NONE, at("2014-08-31", 9, 0));
    CHECK_INT(only(&c, "episode", 3)->due_at, at("2014-11-30", 9, 0));
    db_commit(w.db);
}

TEST(a_clock_runs_once_and_one_that_nobody_knows_is_a_fault) {
    WORLD(w);
    Ctx c = context(&w);
    db_begin(w.db);
    int64_t id = clock_start(&c, "referral-decision", "referral", 1, NONE, w.now);
    CHECK_INT(clock_start(&c, "referral-decision", "referral", 1, NONE, w.now + 1000), id);
    clock_stop(&c, "referral-chase", "referral", 1);
    CHECK_INT(only(&c, "referral", 1)->stopped_at, NONE);
    CHECK(!db_fault(w.db).at);
    clock_start(&c, "no-such-rule", "referral", 1, NONE, w.now);
    CHECK(db_fault(w.db).at);
    db_rollback(w.db);
}

TEST(what_is_late_is_found_for_those_whose_team_holds_the_child) {    // W190 P5
    WORLD(w);
    Ctx c = context(&w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t episode = family_episode(&w, child, "early-help", S("practitioner"), north);
    int64_t other = world_account(&w, S("adviser"));
    db_begin(w.db);
    clock_start(&c, "referral-written", "episode", episode, child, w.now - INT64_C(48) * 3600000);
    LateClockList mine = clock_late_for(w.db, world_account(&w, S("practitioner")), w.now, w.now);
    CHECK_INT(mine.len, 1);
    CHECK_STR(mine.at[0].person, S("Amina Yusuf"));
    CHECK_INT(clock_late_for(w.db, other, w.now, w.now).len, 0);
    db_commit(w.db);
}

// ---- a calendar that shares nothing with ours: C's own, counting on one day at a time ---------------------

static bool off_in_turn(HolidayList list, const struct tm *t) {
    char iso[16];
    strftime(iso, sizeof iso, "%Y-%m-%d", t);
    for (size_t i = 0; i < list.len; i++)
        if (str_eq(list.at[i].day, str_from(iso))) return true;
    return t->tm_wday == 0 || t->tm_wday == 6;
}

// The day so many working days or days on, by walking.
static Str walked(Arena *a, HolidayList list, Str from, int64_t n, bool working) {
    int y, m, d;
    if (sscanf(str_c(a, from), "%d-%d-%d", &y, &m, &d) != 3) return (Str){0};
    struct tm t = {.tm_year = y - 1900, .tm_mon = m - 1, .tm_mday = d, .tm_hour = 12};
    timegm(&t);
    while (n > 0) {
        t.tm_mday++;
        timegm(&t);
        n -= !working || !off_in_turn(list, &t);
    }
    char iso[16];
    strftime(iso, sizeof iso, "%Y-%m-%d", &t);
    return str_copy(a, str_from(iso));
}

static uint64_t next(uint64_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    return *seed ^= *seed << 17;
}

TEST(a_thousand_due_times_agree_with_a_calendar_that_shares_nothing_with_ours) {    // P7 W189
    WORLD(w);
    const char *given = getenv("KITH_TEST_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : (uint64_t)time_now();
    uint64_t first = seed |= 1;
    HolidayList list = holiday_list(w.db);
    Holidays h = clock_holidays(w.arena, list);
    Date from = date_make(2010, 1, 1), days = date_make(2028, 1, 1) - from;
    int wrong = 0;
    for (int i = 0; i < 1000; i++) {
        Date start = from + (Date)(next(&seed) % (uint64_t)days);
        int minute = 180 + (int)(next(&seed) % 1200), amount = 1 + (int)(next(&seed) % 60);
        bool working = next(&seed) % 2;
        Instant due = clock_due(amount, working ? S("working-days") : S("days"), instant_at(start, minute),
                                (ClockPauseList){0}, h);
        Str want = walked(w.arena, list, date_iso(w.arena, start), amount, working);
        wrong += !str_eq(date_iso(w.arena, date_of(due)), want) || instant_minutes(due) != minute;
    }
    if (wrong) fprintf(stderr, "KITH_TEST_SEED=%llu\n", (unsigned long long)first);
    CHECK_INT(wrong, 0);
}

// A pause moves what is due by what it held, never to before where it was; two hold what each does.
TEST(pauses_only_ever_put_off_what_is_due) {    // P7
    WORLD(w);
    const char *given = getenv("KITH_TEST_SEED");
    uint64_t seed = (given ? strtoull(given, NULL, 10) : (uint64_t)time_now()) | 1, first = seed;
    Holidays h = clock_holidays(w.arena, holiday_list(w.db));
    static const Str unit[] = {S("hours"), S("working-days"), S("days"), S("weeks"), S("months")};
    int wrong = 0;
    for (int i = 0; i < 1000; i++) {
        Instant start = at("2013-01-01", 9, 0) + (Instant)(next(&seed) % 31536000) * 1000;
        Str u = unit[next(&seed) % COUNT(unit)];
        int64_t n = 1 + (int64_t)(next(&seed) % 20), long_ms = (int64_t)(next(&seed) % 864000000);
        ClockPause p[2] = {{start + 3600000, start + 3600000 + long_ms, S("a")}};
        p[1] = (ClockPause){p[0].ends_at + 60000, p[0].ends_at + 60000 + long_ms, S("b")};
        Instant bare = clock_due(n, u, start, (ClockPauseList){0}, h);
        Instant one = clock_due(n, u, start, (ClockPauseList){1, p}, h);
        Instant two = clock_due(n, u, start, (ClockPauseList){2, p}, h);
        wrong += one < bare || two < one;
        if (str_eq(u, S("hours"))) wrong += p[0].starts_at < bare && one != bare + long_ms;
    }
    if (wrong) fprintf(stderr, "KITH_TEST_SEED=%llu\n", (unsigned long long)first);
    CHECK_INT(wrong, 0);
}
