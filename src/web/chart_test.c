#include "test.h"
#include "web/chart.h"

static const ChartPoint quarters[] = {
    {S("Year"), S("2011/12"), 18300000, .whole_year = true},
    {S("Year"), S("2012/13"), 13200000, .whole_year = true},
    {S("Q1"), S("2013/14"), 16100000},
    {S("Q2"), S("2013/14"), NONE, S("not yet due")},
    {S("Q3"), S("2013/14"), 11900000, .breaks = true},
    {S("Q4"), S("2013/14"), 21600000, .provisional = true},
};

static Chart example(void) {
    Chart c = chart_of(S("Repeat incidents"), S("From 18.3% to 21.6%."), S("Quarter"), S("Percentage"));
    c.at = quarters, c.len = COUNT(quarters), c.decimals = 1, c.suffix = S("%"), c.target = 15000000;
    c.target_text = S("Target 15.0%");
    return c;
}

static size_t times(Str text, Str what) {
    size_t n = 0;
    for (ptrdiff_t at; (at = str_find(text, what)) >= 0; n++)
        text.at += at + (ptrdiff_t)what.len, text.len -= (size_t)at + what.len;
    return n;
}

TEST(a_chart_without_title_description_or_axis_names_is_not_drawn) {  // C22
    Arena *a = arena_open();
    for (int i = 0; i < 4; i++) {
        Chart c = example();
        *(Str *[]){&c.title, &c.about, &c.across, &c.up}[i] = S("");
        CHECK(chart_html(a, &c).markup.len == 0);
    }
    Chart none = example();
    none.len = 0;
    CHECK(chart_html(a, &none).markup.len == 0);
    arena_close(a);
}

TEST(a_chart_names_itself_and_says_what_it_shows) {  // C22 C23 C24
    Arena *a = arena_open();
    Chart c = example();
    Str svg = chart_html(a, &c).markup;
    CHECK(str_has(svg, S("role=\"img\"")));
    CHECK(str_has(svg, S("aria-labelledby=\"chart-title chart-about\"")));
    CHECK(str_has(svg, S("<desc id=\"chart-about\">From 18.3% to 21.6%.</desc>")));
    CHECK(str_has(svg, S("Target 15.0%")));
    CHECK(str_has(svg, S("Hollow: provisional")));
    CHECK(str_has(svg, S(">due</text>")));                       // why the gap is there
    CHECK(!str_has(svg, S("style=")));
    arena_close(a);
}

TEST(a_line_stops_at_gaps_and_breaks) {  // C21
    Arena *a = arena_open();
    Chart c = example();
    Str svg = chart_html(a, &c).markup;
    CHECK(times(svg, S("class=\"kith-chart__join\"")) == 3);     // of 5: a gap on both its sides, no line out
    CHECK(times(svg, S("class=\"kith-chart__break\"")) == 2);
    CHECK(times(svg, S("class=\"kith-chart__hollow\"")) == 1);
    CHECK(times(svg, S("class=\"kith-chart__year\"")) == 2);
    arena_close(a);
}

TEST(what_a_chart_says_is_escaped) {
    Arena *a = arena_open();
    Chart c = example();
    c.title = S("<b>&\"");
    CHECK(!str_has(chart_html(a, &c).markup, S("<b>")));
    arena_close(a);
}

TEST(columns_stand_on_nought) {
    Arena *a = arena_open();
    const ChartPoint high[] = {{S("Year"), S("2012/13"), 990 * DEC_ONE},
                               {S("Q1"), S("2013/14"), 1000 * DEC_ONE}};
    Chart c = example();
    c.at = high, c.len = 2, c.kind = CHART_COLUMNS, c.target = NONE;
    CHECK(!str_has(chart_html(a, &c).markup, S("not at nought")));
    c.kind = CHART_LINE;
    CHECK(str_has(chart_html(a, &c).markup, S("not at nought")));
    arena_close(a);
}

TEST(axis_steps_are_round_numbers) {
    const struct {
        double least, most, low, high, step;
    } cases[] = {
        {11.9, 21.6, 0, 30, 10},     {258, 1119, 0, 1500, 500}, {91, 100, 90, 100, 2.5},
        {0.02, 0.11, 0, 0.15, 0.05}, {0, 0, 0, 1, 0.25},        {-3, 5, -4, 6, 2},
        {1, 9, 0, 10, 2.5},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Dec low, high, step;
        chart_ticks((Dec)(cases[i].least * 1e6), (Dec)(cases[i].most * 1e6), &low, &high, &step);
        CHECK(low == (Dec)(cases[i].low * 1e6) && step == (Dec)(cases[i].step * 1e6));
        CHECK(high == (Dec)(cases[i].high * 1e6));
    }
}

TEST(any_figures_give_at_most_eight_steps) {
    uint64_t r = test_seed();
    for (int i = 0; i < 10000; i++) {
        Dec a = (Dec)(test_random(&r) % 1000000000000), b = (Dec)(test_random(&r) % 1000000000000), low, high,
            step;
        if (i % 3 == 0) a = -a;
        chart_ticks(a < b ? a : b, a < b ? b : a, &low, &high, &step);
        CHECK(step > 0 && low <= (a < b ? a : b) && high >= (a < b ? b : a) && (high - low) / step <= 8);
    }
}

TEST(a_sparkline_needs_words_and_two_figures) {
    Arena *a = arena_open();
    const Dec d[] = {1000000, NONE, 3000000};
    CHECK(chart_spark(a, S("rising"), d, 3).markup.len > 0);
    CHECK(chart_spark(a, S(""), d, 3).markup.len == 0);
    CHECK(chart_spark(a, S("one"), d, 2).markup.len == 0);
    arena_close(a);
}

TEST(scores_are_called_so_on_a_scale_of_whole_numbers_and_no_label_lies_on_another) {  // W55
    Arena *a = arena_open();
    ChartPoint at[8];
    for (int i = 0; i < 8; i++)
        at[i] = (ChartPoint){S("24 Nov"), S("2014"), (i % 2 + 8) * DEC_ONE};
    Chart c = chart_of(S("What Omar says"), S("Scores, 0 to 10."), S("Day"), S("Score"));
    c.at = at, c.len = COUNT(at), c.kind = CHART_LINE, c.point = S("Score"), c.top = 10;
    Str svg = chart_html(a, &c).markup;
    CHECK(str_has(svg, S("> Score</li>")) || str_has(svg, S("</svg> Score</li>")));
    CHECK(!str_has(svg, S("Quarter")) && !str_has(svg, S(".5</text>")) && !str_has(svg, S("starts at")));
    for (int i = 0; i <= 10; i += 2) CHECK(str_has(svg, str_fmt(a, ">%d</text>", i)));
    CHECK_INT((int64_t)times(svg, S(">24 Nov</text>")), 4);
    CHECK(times(svg, S(">9</text>")) == 4);                      // figures stand at their points all the same
    arena_close(a);
}
