// Figures and periods as people write them.
#include "plan/figure.h"
#include "plan/period.h"
#include "test.h"

TEST(a_figure_is_read_from_every_form_the_report_prints) { // G56
    static const struct {
        Str raw;
        FigureKind kind;
        Dec value;
        int decimals;
        Str covers;
    } rows[] = {
        {S("21.6%"), FIGURE_NUMBER, 21600000, 1, {0}},
        {S("(178)"), FIGURE_NUMBER, 178000000, 0, {0}},
        {S("2,169"), FIGURE_NUMBER, 2169000000, 0, {0}},
        {S("91.70%"), FIGURE_NUMBER, 91700000, 2, {0}},
        {S("5.6 (08-10)"), FIGURE_NUMBER, 5600000, 1, S("08-10")},
        {S("6.7% (3 terms to Autumn 2012)"), FIGURE_NUMBER, 6700000, 1, S("3 terms to Autumn 2012")},
        {S("~"), FIGURE_ABSENT, NONE, 0, {0}},
        {S(""), FIGURE_ABSENT, NONE, 0, {0}},
        {S("Available May 2014"), FIGURE_TEXT, NONE, 0, {0}},
        {S("28,13"), FIGURE_TEXT, NONE, 0, {0}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        Figure f = figure_read(rows[i].raw);
        CHECK(f.kind == rows[i].kind);
        CHECK(f.value == rows[i].value);
        CHECK(f.decimals == rows[i].decimals);
        CHECK_STR(f.covers, rows[i].covers);
    }
}

TEST(a_period_code_gives_its_days) { // W189
    Arena *a = arena_open();
    Period p;
    CHECK(period_parse(S("2013/14-Q4"), &p));
    CHECK_STR(date_iso(a, p.starts), S("2014-01-01"));
    CHECK_STR(date_iso(a, p.ends), S("2014-03-31"));
    CHECK_STR(period_text(a, &p), S("quarter 4 of 2013/14"));
    CHECK(period_parse(S("2013/14-Q1"), &p));
    CHECK_STR(date_iso(a, p.starts), S("2013-04-01"));
    CHECK(period_parse(S("1999/00"), &p));
    CHECK_STR(date_iso(a, p.ends), S("2000-03-31"));
    CHECK(period_parse(S("AY2012/13"), &p));
    CHECK_STR(date_iso(a, p.ends), S("2013-08-31"));
    arena_close(a);
}

TEST(what_is_no_period_is_refused) {
    static const Str wrong[] = {S(""),          S("2013"),   S("2013/15"),     S("2013-14"), S("2013/14-Q5"),
                                S("2013/14-Q"), S("AY2013"), S("2013/14-Q10"), S("13/14")};
    Period p;
    for (size_t i = 0; i < COUNT(wrong); i++) CHECK(!period_parse(wrong[i], &p));
}

TEST(a_year_goes_into_a_path_and_back) {
    Arena *a = arena_open();
    CHECK_STR(year_in_path(a, S("2013/14")), S("2013-14"));
    CHECK_STR(year_from_path(a, S("2013-14")), S("2013/14"));
    CHECK(!year_from_path(a, S("2013-15")).at);
    CHECK_STR(year_before(a, S("2000/01"), 1), S("1999/00"));
    arena_close(a);
}
