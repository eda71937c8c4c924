// Working time, and the bank holidays it is counted with.

#include "base/csv.h"
#include "base/date.h"
#include "test.h"

static Str file(Arena *a, const char *path) {
    Buf b = {.arena = a};
    FILE *f = fopen(path, "r");
    if (!f) return (Str){0};
    for (size_t n = 1; n; b.len += n) {
        buf_room(&b, 4096);
        n = fread(b.at + b.len, 1, 4096, f);
    }
    fclose(f);
    return buf_str(&b);
}

static const char common[] = "packs/common/bank-holidays.csv";

static Holidays bank_holidays(Arena *a) {
    Csv csv = csv_read(a, file(a, common));
    CHECK(csv.len > 100 && !csv.fault.at);
    Date *at = arena_new(a, Date, csv.len);
    for (size_t i = 1; i < csv.len; i++)
        CHECK(date_parse(csv_cell(&csv.row[i], csv_column(&csv, S("date"))), &at[i - 1]));
    return (Holidays){at, csv.len ? csv.len - 1 : 0};
}

static Date iso(const char *text) {
    Date d = DATE_NONE;
    CHECK(date_parse(str_from(text), &d));
    return d;
}

TEST(bank_holidays_are_sorted_weekdays_with_at_least_eight_a_year) {
    Arena *a = arena_open();
    Holidays h = bank_holidays(a);
    int in_year[2030] = {0};
    for (size_t i = 0; i < h.len; i++) {
        int y, m, d;
        date_parts(h.at[i], &y, &m, &d);
        CHECK(y >= 2010 && y <= 2028 && date_weekday(h.at[i]) < 5);
        CHECK(!i || h.at[i - 1] < h.at[i]);
        in_year[y]++;
    }
    const int more[] = {2011, 2012, 2023};               // a wedding, a jubilee, a coronation
    for (size_t i = 0; i < COUNT(more); i++) in_year[more[i]]--;
    in_year[2022] -= 2;                                  // a jubilee and a funeral
    for (int y = 2010; y <= 2028; y++) CHECK_INT(in_year[y], 8);
    arena_close(a);
}

TEST(bank_holidays_are_those_the_standards_give) {
    Arena *a = arena_open();
    Str text = file(a, "../shared/standards/bank-holidays/england-wales-2010-2028.csv");
    Csv want = csv_read(a, text);
    Holidays h = bank_holidays(a);
    if (!text.at) test_skip("../shared/standards is not here");
    else CHECK_INT(h.len, want.len - 1);
    for (size_t i = 1; i < want.len; i++) CHECK_INT(h.at[i - 1], iso(str_c(a, want.row[i].cell[0])));
    arena_close(a);
}

TEST(working_days_leave_out_weekends_and_bank_holidays) { // W189
    Arena *a = arena_open();
    Holidays h = bank_holidays(a);
    const struct {
        const char *from;
        int days;
        const char *want;
    } cases[] = {
        {"2014-07-02", 1, "2014-07-03"},
        {"2014-07-04", 1, "2014-07-07"},     // over a weekend
        {"2013-12-20", 10, "2014-01-08"},    // over Christmas: three bank holidays
        {"2014-04-17", 1, "2014-04-22"},     // over Easter
        {"2014-07-05", 1, "2014-07-07"},
        {"2014-07-07", -1, "2014-07-04"},    // from a Saturday; back
        {"2014-07-05", 0, "2014-07-05"},
        {"2013-12-20", 45, "2014-02-26"},    // forty-five days of an assessment
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        CHECK_STR(date_iso(a, date_add_working(h, iso(cases[i].from), cases[i].days)),
                  str_from(cases[i].want));
    CHECK(!date_is_working(h, iso("2013-12-25")) && !date_is_working(h, iso("2014-07-05")));
    CHECK(date_is_working(h, iso("2013-12-24")));
    CHECK_INT(date_working_between(h, iso("2013-12-20"), iso("2014-01-08")), 10);
    CHECK_INT(date_working_between(h, iso("2014-07-02"), iso("2014-07-02")), 0);
    arena_close(a);
}

// A calendar of random days off, sorted, some of them at weekends.
static Holidays random_holidays(Arena *a, uint64_t *random) {
    Date *at = arena_new(a, Date, 100), day = date_make(2013, 1, 1);
    size_t n = test_random(random) % 100;
    for (size_t i = 0; i < n; i++) at[i] = day += 1 + (Date)(test_random(random) % 20);
    return (Holidays){at, n};
}

TEST(working_days_between_are_those_counted_one_by_one) { // W189
    uint64_t random = test_seed();
    Arena *a = arena_open();
    for (int round = 0; round < 300; round++, arena_reset(a)) {
        Holidays h = random_holidays(a, &random);
        Date from = date_make(2012, 12, 1) + (Date)(test_random(&random) % 900),
             to = from + (Date)(test_random(&random) % 500);
        int n = 0;
        for (Date d = from + 1; d <= to; d++) n += date_is_working(h, d);
        CHECK_INT(date_working_between(h, from, to), n);
        CHECK_INT(date_working_between(h, to, from), -n);
        Date there = date_add_working(h, from, n + 1);
        CHECK(date_is_working(h, there) && there > to);
        CHECK_INT(date_working_between(h, from, there), n + 1);
    }
    arena_close(a);
}

TEST(time_is_counted_in_hours_days_weeks_and_months) { // W189
    Arena *a = arena_open();
    Holidays h = bank_holidays(a);
    Instant from = instant_at(date_make(2014, 3, 28), 16 * 60 + 5);   // a Friday; clocks go forward on Sunday
    const struct {
        Unit unit;
        int n;
        const char *want;
    } cases[] = {
        {HOURS, 24, "29 March 2014, 4:05pm"},
        {HOURS, 72, "31 March 2014, 5:05pm"},    // three whole days of hours
        {DAYS, 3, "31 March 2014, 4:05pm"},
        {WORKING_DAYS, 1, "31 March 2014, 4:05pm"},
        {WORKING_DAYS, 20, "29 April 2014, 4:05pm"},
        {WEEKS, 6, "9 May 2014, 4:05pm"},
        {MONTHS, 1, "28 April 2014, 4:05pm"},
        {MONTHS, -1, "28 February 2014, 4:05pm"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        CHECK_STR(instant_text(a, instant_add(h, from, cases[i].n, cases[i].unit)), str_from(cases[i].want));
    CHECK_INT(instant_add(h, NONE, 1, DAYS), NONE);
    CHECK_INT(instant_add(h, from, INT32_MAX, WEEKS), NONE);
    arena_close(a);
}
