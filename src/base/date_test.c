// Days and instants, held against independent countings.
#include "base/date.h"

#include <stdlib.h>
#include <time.h>

#include "test.h"

static bool leap(int y) { return y % 400 == 0 || (y % 4 == 0 && y % 100 != 0); }

// From day to day by the rhyme: thirty days hath September …
static void step(int *y, int *m, int *d) {
    int last = *m == 2 ? (leap(*y) ? 29 : 28) : *m == 4 || *m == 6 || *m == 9 || *m == 11 ? 30 : 31;
    if (++*d <= last) return;
    *d = 1;
    if (++*m <= 12) return;
    *m = 1;
    ++*y;
}

TEST(days_follow_each_other_as_in_a_wall_calendar) {
    int y = 1600, m = 1, d = 1, weekday = 5;             // 1 January 1600 was a Saturday
    for (Date day = date_make(1600, 1, 1); y < 2401; day++, weekday = (weekday + 1) % 7, step(&y, &m, &d)) {
        int year, month, of_month;
        date_parts(day, &year, &month, &of_month);
        CHECK(year == y && month == m && of_month == d);
        CHECK(date_make(y, m, d) == day);
        CHECK(date_weekday(day) == weekday);
    }
    CHECK_INT(date_make(1970, 1, 1), 0);
}

TEST(days_agree_with_the_c_library) {
    uint64_t random = test_seed();
    for (int i = 0; i < 20000; i++) {
        Date day = (Date)(test_random(&random) % 2900000) + date_make(1, 1, 1);
        time_t t = (time_t)day * 86400;
        struct tm tm;
        gmtime_r(&t, &tm);
        int y, m, d;
        date_parts(day, &y, &m, &d);
        CHECK(y == tm.tm_year + 1900 && m == tm.tm_mon + 1 && d == tm.tm_mday);
        CHECK((date_weekday(day) + 1) % 7 == tm.tm_wday);
    }
}

TEST(a_day_that_does_not_exist_is_no_date) {
    const int cases[][3] = {{2013, 2, 29}, {1900, 2, 29}, {2014, 4, 31}, {2014, 0, 1},  {2014, 13, 1},
                            {2014, 1, 0},  {2014, 1, 32}, {0, 1, 1},     {10000, 1, 1}, {-4, 1, 1}};
    for (size_t i = 0; i < COUNT(cases); i++)
        CHECK(date_make(cases[i][0], cases[i][1], cases[i][2]) == DATE_NONE);
    CHECK(date_make(2000, 2, 29) != DATE_NONE);
}

TEST(only_a_whole_iso_date_is_read) {
    const char *const wrong[] = {
        "",           "2014",       "2014-7-2",   "2014-07-2 ", "2014-07-022", "2014/07/02",
        "02-07-2014", "2014-02-30", "2014-07-0a", "-014-07-02", "2014-07-02T", "0000-01-01"};
    Date d = 42;
    for (size_t i = 0; i < COUNT(wrong); i++) CHECK(!date_parse(str_from(wrong[i]), &d));
    CHECK_INT(d, 42);
    CHECK(date_parse(S("2014-07-02"), &d) && d == date_make(2014, 7, 2));
}

TEST(every_date_that_is_written_is_read_back_the_same) {
    Arena *a = arena_open();
    uint64_t random = test_seed();
    for (int i = 0; i < 10000; i++, arena_reset(a)) {
        Date day = (Date)(test_random(&random) % 3652059) + date_make(1, 1, 1), back = 0;
        CHECK(date_parse(date_iso(a, day), &back));
        CHECK_INT(back, day);
    }
    CHECK_STR(date_iso(a, date_make(9999, 12, 31)), S("9999-12-31"));
    CHECK_STR(date_text(a, date_make(2014, 7, 2)), S("2 July 2014"));
    CHECK_STR(day_text(a, S("2014-07-02")), S("2 July 2014"));
    CHECK_STR(day_text(a, S("soon")), S("soon"));
    CHECK(!date_iso(a, DATE_NONE).at && !date_text(a, DATE_NONE).at);
    arena_close(a);
}

TEST(a_month_later_is_the_same_day_or_the_last_one) { // W189
    const struct {
        int from[3], months, want[3];
    } cases[] = {
        {{2014, 1, 31}, 1, {2014, 2, 28}},  {{2012, 1, 31}, 1, {2012, 2, 29}},
        {{2014, 1, 15}, 1, {2014, 2, 15}},  {{2013, 11, 30}, 3, {2014, 2, 28}},
        {{2014, 3, 31}, -1, {2014, 2, 28}}, {{2014, 1, 1}, -1, {2013, 12, 1}},
        {{2014, 5, 31}, 12, {2015, 5, 31}}, {{2012, 2, 29}, 12, {2013, 2, 28}},
        {{2014, 1, 31}, 0, {2014, 1, 31}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const int *f = cases[i].from, *w = cases[i].want;
        CHECK_INT(date_add_months(date_make(f[0], f[1], f[2]), cases[i].months), date_make(w[0], w[1], w[2]));
    }
    CHECK_INT(date_add_months(date_make(9999, 12, 1), 1), DATE_NONE);
    CHECK_INT(date_add_months(DATE_NONE, 1), DATE_NONE);
}

TEST(days_do_not_run_past_the_calendar) {
    CHECK_INT(date_add_days(date_make(2014, 12, 31), 1), date_make(2015, 1, 1));
    CHECK_INT(date_add_days(date_make(9999, 12, 31), 1), DATE_NONE);
    CHECK_INT(date_add_days(date_make(1, 1, 1), -1), DATE_NONE);
    CHECK_INT(date_add_days(0, INT32_MAX), DATE_NONE);
    CHECK_INT(date_add_days(DATE_NONE, 5), DATE_NONE);
}

static Instant utc(int year, int month, int day, int hour, int minute) {
    return (Instant)date_make(year, month, day) * 86400000 + hour * 3600000 + minute * 60000;
}

TEST(instants_are_told_in_london_time) {
    Arena *a = arena_open();
    const struct {
        Instant t;
        Str want;
    } cases[] = {
        {utc(2014, 7, 2, 15, 5), S("2 July 2014, 4:05pm")},
        {utc(2014, 1, 2, 15, 5), S("2 January 2014, 3:05pm")},
        {utc(2014, 7, 2, 23, 30), S("3 July 2014, 12:30am")},
        {utc(2014, 7, 2, 11, 0), S("2 July 2014, 12:00pm")},
        {utc(2014, 3, 30, 0, 59), S("30 March 2014, 12:59am")},
        {utc(2014, 3, 30, 1, 0), S("30 March 2014, 2:00am")},
        {utc(2014, 10, 26, 0, 59), S("26 October 2014, 1:59am")},
        {utc(2014, 10, 26, 1, 0), S("26 October 2014, 1:00am")},
        {-1, S("31 December 1969, 11:59pm")},
    };
    for (size_t i = 0; i < COUNT(cases); i++) CHECK_STR(instant_text(a, cases[i].t), cases[i].want);
    CHECK_STR(instant_iso(a, utc(2014, 7, 2, 15, 5)), S("2014-07-02T15:05:00Z"));
    CHECK_STR(instant_iso(a, -1), S("1969-12-31T23:59:59Z"));
    CHECK(!instant_text(a, NONE).at && !instant_iso(a, NONE).at && date_of(NONE) == DATE_NONE);
    arena_close(a);
}

TEST(an_hour_in_london_becomes_an_instant_and_comes_back) {
    CHECK_INT(instant_at(date_make(2014, 7, 2), 9 * 60), utc(2014, 7, 2, 8, 0));
    CHECK_INT(instant_at(date_make(2014, 1, 2), 9 * 60), utc(2014, 1, 2, 9, 0));
    CHECK_INT(instant_at(date_make(2014, 3, 30), 90), utc(2014, 3, 30, 1, 30));    // leapt over: 2:30am
    CHECK_INT(instant_at(date_make(2014, 10, 26), 90), utc(2014, 10, 26, 0, 30));  // shown twice: the first
    CHECK_INT(instant_at(DATE_NONE, 0), NONE);
    uint64_t random = test_seed();
    for (int i = 0; i < 10000; i++) {
        Date day = date_make(1996, 1, 1) + (Date)(test_random(&random) % 15000);
        int minutes = (int)(test_random(&random) % 1440);
        if (minutes >= 60 && minutes < 120) minutes += 60;
        CHECK_INT(date_of(instant_at(day, minutes)), day);
        CHECK_INT(instant_minutes(instant_at(day, minutes)), minutes);
    }
}

TEST(summer_time_is_what_the_time_zone_database_says) {
    setenv("TZ", "Europe/London", 1);
    tzset();
    struct tm tm;
    time_t july = (time_t)(utc(2014, 7, 2, 12, 0) / 1000);
    if (localtime_r(&july, &tm)->tm_hour != 13) test_skip("this machine has no time zone database");
    else
        for (Instant t = utc(1996, 1, 1, 0, 0); t < utc(2037, 12, 31, 0, 0); t += 3600000) {
            time_t seconds = (time_t)(t / 1000);
            localtime_r(&seconds, &tm);
            if (tm.tm_hour * 60 + tm.tm_min != instant_minutes(t)) CHECK_INT(t, tm.tm_hour);
        }
    unsetenv("TZ");
    tzset();
}
