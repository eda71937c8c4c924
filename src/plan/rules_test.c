// The two judgements as sentences, and properties that hold of any figures.
#include "plan/rules.h"
#include "test.h"

static Case lower(Dec now, Dec before) {
    return (Case){.year = S("2013/14"),
                  .polarity = LOWER,
                  .low = NONE,
                  .high = NONE,
                  .now = {now, S("21.6%"), S("Q4")},
                  .before = {before, S("13.2%"), S("2012/13")},
                  .goal = {NONE, S("~"), {0}}};
}

static Case aimed(Case c, TargetKind kind, Dec goal, Str text) {
    c.target = kind;
    c.goal = (Reading){goal, text, {0}};
    return c;
}

TEST(a_judgement_says_its_figures_and_which_way_is_good) { // G56
    Arena *a = arena_open();
    Case c = lower(21600000, 13200000);
    CHECK_STR(judge_better(a, &c).sentence, S("Not better: 21.6% in Q4 against 13.2% in 2012/13; lower is "
                                              "better."));
    c = aimed(c, TARGET_FIGURE, 13200000, S("13.2%"));
    CHECK_STR(judge_target(a, &c).sentence, S("Not met: 21.6% in Q4 against a target of 13.2%; lower is "
                                              "better."));
    arena_close(a);
}

TEST(equal_to_the_year_before_counts_as_better_and_a_target_is_met_when_it_is_reached) {
    Arena *a = arena_open();
    Case c = aimed(lower(5 * DEC_ONE, 5 * DEC_ONE), TARGET_FIGURE, 5 * DEC_ONE, S("5"));
    CHECK(judge_better(a, &c).verdict == VERDICT_YES);
    CHECK(judge_target(a, &c).verdict == VERDICT_YES);
    arena_close(a);
}

// What stands in the way of a judgement, and what is then said.
static const struct {
    Polarity polarity;
    Dec now, before;
    TargetKind target;
    bool about_target;
    const char *sentence;
} nothings[] = {
    {LOWER, NONE, DEC_ONE, TARGET_FIGURE, false, "No result: no figure for 2013/14."},
    {LOWER, NONE, DEC_ONE, TARGET_FIGURE, true, "No result: no figure for 2013/14."},
    {LOWER, DEC_ONE, NONE, TARGET_FIGURE, false,
     "No result: nothing to compare with, for there is no outturn before 2013/14."},
    {LOWER, DEC_ONE, DEC_ONE, TARGET_NONE, true, "No result: no target is set."},
    {LOWER, DEC_ONE, DEC_ONE, TARGET_MONITOR, true, "No result: the target is to monitor and review."},
    {BAND, DEC_ONE, DEC_ONE, TARGET_FIGURE, false, "No result: no band is set."},
    {BAND, DEC_ONE, DEC_ONE, TARGET_FIGURE, true, "No result: no band is set."},
    {WATCHED, DEC_ONE, DEC_ONE, TARGET_FIGURE, false,
     "No result: this measure is watched, and neither direction is better."},
    {WATCHED, DEC_ONE, DEC_ONE, TARGET_FIGURE, true,
     "No result: this measure is watched, and neither direction is better."},
    {HIGHER, DEC_ONE, NONE, TARGET_BETTER, true,
     "No result: nothing to compare with, for there is no outturn before 2013/14."},
};

TEST(where_there_is_no_result_the_sentence_says_why) {
    Arena *a = arena_open();
    for (size_t i = 0; i < COUNT(nothings); i++) {
        Case c = aimed(lower(nothings[i].now, nothings[i].before), nothings[i].target, DEC_ONE, S("1"));
        c.polarity = nothings[i].polarity;
        Judgement j = nothings[i].about_target ? judge_target(a, &c) : judge_better(a, &c);
        CHECK(j.verdict == VERDICT_NONE);
        CHECK_STR(j.sentence, str_from(nothings[i].sentence));
    }
    arena_close(a);
}

TEST(a_break_in_the_series_stops_comparing_but_not_a_target_figure) {
    Arena *a = arena_open();
    Case c = aimed(lower(DEC_ONE, 2 * DEC_ONE), TARGET_FIGURE, DEC_ONE, S("1"));
    c.break_note = S("Counted by term from here on");
    CHECK_STR(judge_better(a, &c).sentence, S("No result: the series breaks in between. Counted by term from "
                                              "here on."));
    CHECK(judge_target(a, &c).verdict == VERDICT_YES);
    arena_close(a);
}

TEST(a_target_to_better_last_year_wants_more_than_the_same) {
    Arena *a = arena_open();
    static const struct {
        TargetKind kind;
        Polarity polarity;
        Verdict up, same, down;
    } rows[] = {
        {TARGET_BETTER, LOWER, VERDICT_NO, VERDICT_NO, VERDICT_YES},
        {TARGET_BETTER, HIGHER, VERDICT_YES, VERDICT_NO, VERDICT_NO},
        {TARGET_HIGHER, LOWER, VERDICT_YES, VERDICT_NO, VERDICT_NO},
        {TARGET_REDUCE, HIGHER, VERDICT_NO, VERDICT_NO, VERDICT_YES},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        Case c = aimed(lower(3 * DEC_ONE, 2 * DEC_ONE), rows[i].kind, NONE, S("To reduce"));
        c.polarity = rows[i].polarity;
        CHECK(judge_target(a, &c).verdict == rows[i].up);
        c.before.value = 3 * DEC_ONE;
        CHECK(judge_target(a, &c).verdict == rows[i].same);
        c.before.value = 4 * DEC_ONE;
        CHECK(judge_target(a, &c).verdict == rows[i].down);
    }
    arena_close(a);
}

TEST(in_a_band_nearer_is_better_and_inside_is_met) {
    Arena *a = arena_open();
    Case c = aimed(lower(80 * DEC_ONE, 95 * DEC_ONE), TARGET_FIGURE, 75 * DEC_ONE, S("75%"));
    c.polarity = BAND;
    c.low = 60 * DEC_ONE;
    c.high = 80 * DEC_ONE;
    CHECK(judge_better(a, &c).verdict == VERDICT_YES);
    CHECK(judge_target(a, &c).verdict == VERDICT_YES);
    c.before.value = 70 * DEC_ONE;
    c.now.value = 81 * DEC_ONE;
    CHECK(judge_better(a, &c).verdict == VERDICT_NO);
    CHECK(judge_target(a, &c).verdict == VERDICT_NO);
    arena_close(a);
}

static Dec some_figure(uint64_t *state) {
    uint64_t n = test_random(state) % 2001;
    return ((Dec)n - 1000) * (DEC_ONE / 10);
}

TEST(turning_figures_and_direction_round_changes_no_verdict) {
    Arena *a = arena_open();
    uint64_t state = test_seed();
    for (int i = 0; i < 2000; i++) {
        Case c = aimed(lower(some_figure(&state), some_figure(&state)), TARGET_FIGURE, some_figure(&state),
                       S("x"));
        Case mirror = c;
        mirror.polarity = HIGHER;
        mirror.now.value = -c.now.value;
        mirror.before.value = -c.before.value;
        mirror.goal.value = -c.goal.value;
        CHECK(judge_better(a, &c).verdict == judge_better(a, &mirror).verdict);
        CHECK(judge_target(a, &c).verdict == judge_target(a, &mirror).verdict);
        arena_reset(a);
    }
    arena_close(a);
}

TEST(a_figure_that_gets_better_never_loses_its_mark) {
    Arena *a = arena_open();
    uint64_t state = test_seed();
    for (int i = 0; i < 2000; i++) {
        Case c = aimed(lower(some_figure(&state), some_figure(&state)), TARGET_FIGURE, some_figure(&state),
                       S("x"));
        Case better = c;
        better.now.value -= (Dec)(test_random(&state) % 100) * (DEC_ONE / 10);
        CHECK(judge_better(a, &c).verdict <= judge_better(a, &better).verdict);
        CHECK(judge_target(a, &c).verdict <= judge_target(a, &better).verdict);
        arena_reset(a);
    }
    arena_close(a);
}

TEST(shares_print_as_the_report_prints_them) { // G57
    Arena *a = arena_open();
    CHECK_STR(share_text(a, 4, 24), S("16.7%"));
    CHECK_STR(share_text(a, 1, 16), S("6.3%"));
    CHECK_STR(share_text(a, 9, 9), S("100%"));
    CHECK_STR(share_text(a, 0, 5), S("0.0%"));
    CHECK_STR(share_text(a, 0, 0), S("N/A"));
    arena_close(a);
}
