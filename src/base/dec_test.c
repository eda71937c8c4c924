// Exact decimals.
#include "base/dec.h"

#include "test.h"

static Str printed(Arena *a, Dec d, int decimals, bool grouped) {
    Buf b = {.arena = a};
    if (grouped) dec_put_grouped(&b, d, decimals);
    else dec_put(&b, d, decimals);
    return buf_str(&b);
}

TEST(a_decimal_is_read_as_the_report_prints_it) {
    const struct {
        Str text;
        Dec want;
        int decimals;
    } cases[] = {
        {S("21.6"), 21600000, 1},
        {S("-3"), -3000000, 0},
        {S("2,813"), 2813000000, 0},
        {S("0.04"), 40000, 2},
        {S("1,234,567.5"), 1234567500000, 1},
        {S("0"), 0, 0},
        {S("91.70"), 91700000, 2},
        {S("0.000001"), 1, 6},
        {S("8999999999999.999999"), INT64_C(8999999999999999999), 6},
        {S("-0"), 0, 0},
        {S("007"), 7000000, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Dec d = 42;
        int decimals = 42;
        CHECK(dec_parse(cases[i].text, &d, &decimals));
        CHECK_INT(d, cases[i].want);
        CHECK_INT(decimals, cases[i].decimals);
    }
}

TEST(what_is_no_decimal_is_refused_and_sets_nothing) {
    const char *const cases[] = {"",
                                 "-",
                                 ".",
                                 ".5",
                                 "5.",
                                 "1.2.3",
                                 "1e5",
                                 "+3",
                                 " 3",
                                 "3 ",
                                 "28,13",
                                 "2,8133",
                                 "1234,567",
                                 ",123",
                                 "1,,234",
                                 "1,234,",
                                 "0.0000001",
                                 "9000000000000",
                                 "99999999999999999999",
                                 "3%",
                                 "n/a",
                                 "--3"};
    for (size_t i = 0; i < COUNT(cases); i++) {
        Dec d = 42;
        int decimals = 42;
        CHECK(!dec_parse(str_from(cases[i]), &d, &decimals));
        CHECK(d == 42 && decimals == 42);
    }
    Dec d;
    CHECK(!dec_parse((Str){0}, &d, NULL));
}

TEST(a_decimal_is_printed_rounded_half_away_from_nought) {
    Arena *a = arena_open();
    const struct {
        Dec d;
        int decimals;
        Str want;
    } cases[] = {
        {2169000000, 0, S("2169")}, {91700000, 2, S("91.70")}, {2500000, 0, S("3")},
        {-2500000, 0, S("-3")},     {2499999, 0, S("2")},      {-400000, 0, S("0")},
        {4750000, 1, S("4.8")},     {999999, 2, S("1.00")},    {1, 6, S("0.000001")},
        {-1, 6, S("-0.000001")},    {0, 1, S("0.0")},          {4750000, 9, S("4.750000")},
        {4750000, -1, S("5")},      {NONE, 1, S("")},          {INT64_MAX, 0, S("9223372036854")},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        CHECK_STR(printed(a, cases[i].d, cases[i].decimals, false), cases[i].want);
    arena_close(a);
}

TEST(a_large_decimal_is_grouped_by_thousands) {
    Arena *a = arena_open();
    CHECK_STR(printed(a, 2169 * DEC_ONE, 0, true), S("2,169"));
    CHECK_STR(printed(a, 999 * DEC_ONE, 0, true), S("999"));
    CHECK_STR(printed(a, -1234567 * DEC_ONE - 890000, 2, true), S("-1,234,567.89"));
    arena_close(a);
}

TEST(every_decimal_that_is_printed_is_read_back_the_same) {
    Arena *a = arena_open();
    uint64_t random = test_seed();
    for (int i = 0; i < 20000; i++) {
        int places = (int)(test_random(&random) % 7);
        Dec d = dec_round((Dec)(test_random(&random) >> 1) >> (test_random(&random) % 60), places), back = 0;
        if (d >= INT64_C(9000000000000) * DEC_ONE) continue;
        if (test_random(&random) & 1) d = -d;
        int decimals;
        CHECK(dec_parse(printed(a, d, places, i & 1), &back, &decimals));
        CHECK_INT(back, d);
        CHECK_INT(decimals, places);
        arena_reset(a);
    }
    arena_close(a);
}

TEST(rounding_moves_a_decimal_by_at_most_half_a_step) {
    uint64_t random = test_seed();
    int64_t step = DEC_ONE;
    for (int places = 0; places <= 6; places++, step /= 10)
        for (int i = 0; i < 2000; i++) {
            Dec d = (Dec)(test_random(&random) % 2000000000) - 1000000000, r = dec_round(d, places);
            CHECK(r % step == 0);
            CHECK(2 * (r > d ? r - d : d - r) <= step);
            CHECK_INT(dec_round(-d, places), -r);
        }
    CHECK_INT(dec_round(NONE, 2), NONE);
    CHECK_INT(dec_round(INT64_MAX, 0), INT64_MAX / DEC_ONE * DEC_ONE);
}

TEST(a_percentage_is_exact_and_rounds_half_up) {
    CHECK_INT(dec_percent(1, 3, 1), 33300000);
    CHECK_INT(dec_percent(2, 3, 0), 67 * DEC_ONE);
    CHECK_INT(dec_percent(1, 200, 0), DEC_ONE);          // 0.5 %
    CHECK_INT(dec_percent(-1, 200, 0), 0);               // half up, so -0.5 % goes to nought
    CHECK_INT(dec_percent(-1, -3, 1), 33300000);
    CHECK_INT(dec_percent(0, 5, 1), 0);
    CHECK_INT(dec_percent(INT64_MAX, INT64_MAX, 6), 100 * DEC_ONE);
    CHECK_INT(dec_percent(1, 0, 1), NONE);
    CHECK_INT(dec_percent(NONE, 5, 1), NONE);
    CHECK_INT(dec_percent(INT64_MAX, 1, 0), NONE);       // more than a decimal can hold
}
