// The two judgements. Pure: no database, no HTML. A measure's direction and target kind choose one
// comparison; whatever stands in the way of comparing is said in the sentence, never guessed round.
#include "plan/rules.h"

const Str polarity_words[] = {
    [LOWER] = S("lower"), [HIGHER] = S("higher"), [BAND] = S("band"), [WATCHED] = S("watched"),
};
const Str target_words[] = {
    [TARGET_NONE] = S("none"), [TARGET_FIGURE] = S("figure"), [TARGET_MONITOR] = S("monitor"),
    [TARGET_BETTER] = S("better_than_last_year"), [TARGET_HIGHER] = S("higher_than_last_year"),
    [TARGET_REDUCE] = S("reduce"),
};
static const Str verdict_words[] = {
    [VERDICT_NONE] = S("none"), [VERDICT_NO] = S("no"), [VERDICT_YES] = S("yes"),
};
static const Str polarity_texts[] = {
    [LOWER] = S("lower is better"), [HIGHER] = S("higher is better"), [BAND] = S("inside the band is better"),
    [WATCHED] = S("neither direction is better"),
};

static int word_index(const Str *words, int n, Str word, int otherwise) {
    for (int i = 0; i < n; i++)
        if (str_eq(words[i], word)) return i;
    return otherwise;
}
Polarity polarity_of(Str word) {
    return (Polarity)word_index(polarity_words, COUNT(polarity_words), word, WATCHED);
}
TargetKind target_of(Str word) {
    return (TargetKind)word_index(target_words, COUNT(target_words), word, TARGET_NONE);
}
Str verdict_word(Verdict v) { return verdict_words[v]; }
Verdict verdict_of(Str word) {
    return (Verdict)word_index(verdict_words, COUNT(verdict_words), word, VERDICT_NONE);
}
Str polarity_text(Polarity p) { return polarity_texts[p]; }

static void say(Buf *b, const Str *parts, size_t n) {
    for (size_t i = 0; i < n; i++) buf_put(b, parts[i]);
}
#define SAY(b, ...) say(b, (const Str[]){__VA_ARGS__}, COUNT(((const Str[]){__VA_ARGS__})))

static Judgement no_result(Arena *a, Str why, Str more) {
    Buf b = {.arena = a};
    SAY(&b, S("No result: "), why, more, S("."));
    return (Judgement){VERDICT_NONE, buf_str(&b)};
}

// How far outside the band, 0 inside it.
static Dec outside(const Case *c, Dec v) { return v < c->low ? c->low - v : v > c->high ? v - c->high : 0; }

// Above 0 where `a` is better than `b` in the direction that is good, 0 where they are equal.
static int better_by(const Case *c, Dec a, Dec b) {
    if (c->polarity == BAND) {
        a = outside(c, a);
        b = outside(c, b);
    }
    int up = (a > b) - (a < b);
    return c->polarity == HIGHER ? up : -up;
}

// What keeps the two from being judged, or an absent Str.
static Str no_direction(const Case *c) {
    if (c->polarity == WATCHED) return S("this measure is watched, and neither direction is better");
    if (c->polarity == BAND && (c->low == NONE || c->high == NONE)) return S("no band is set");
    return (Str){0};
}

static Judgement no_figure(Arena *a, const Case *c) { return no_result(a, S("no figure for "), c->year); }

// "21.6% in Q4 against 13.2% in 2012/13"
static void say_both(Buf *b, const Case *c) {
    SAY(b, c->now.text, S(" in "), c->now.when, S(" against "), c->before.text, S(" in "), c->before.when);
}

// Nothing to hold the latest figure against: no outturn, or a series that breaks in between.
static bool incomparable(Arena *a, const Case *c, Judgement *ret) {
    if (c->before.value == NONE)
        *ret = no_result(a, S("nothing to compare with, for there is no outturn before "), c->year);
    else if (c->break_note.at) *ret = no_result(a, S("the series breaks in between. "), c->break_note);
    else return false;
    return true;
}

Judgement judge_better(Arena *a, const Case *c) {
    Judgement none;
    if (c->now.value == NONE) return no_figure(a, c);
    if (no_direction(c).at) return no_result(a, no_direction(c), S(""));
    if (incomparable(a, c, &none)) return none;
    int by = better_by(c, c->now.value, c->before.value);
    Buf b = {.arena = a};
    buf_put(&b, by > 0 ? S("Better: ") : by == 0 ? S("Equal: ") : S("Not better: "));
    say_both(&b, c);
    SAY(&b, S("; "), polarity_text(c->polarity), S("."));
    return (Judgement){by >= 0 ? VERDICT_YES : VERDICT_NO, buf_str(&b)};
}

static Judgement figure_target(Arena *a, const Case *c) {
    if (no_direction(c).at) return no_result(a, no_direction(c), S(""));
    bool met = better_by(c, c->now.value, c->goal.value) >= 0;
    Buf b = {.arena = a};
    SAY(&b, met ? S("Met: ") : S("Not met: "), c->now.text, S(" in "), c->now.when,
        S(" against a target of "), c->goal.text, S("; "), polarity_text(c->polarity), S("."));
    return (Judgement){met ? VERDICT_YES : VERDICT_NO, buf_str(&b)};
}

// A target that only says how this year should stand to the last: equal is not enough.
static Judgement year_on_year_target(Arena *a, const Case *c) {
    Judgement none;
    if (c->target == TARGET_BETTER && no_direction(c).at) return no_result(a, no_direction(c), S(""));
    if (incomparable(a, c, &none)) return none;
    bool met = c->target == TARGET_BETTER   ? better_by(c, c->now.value, c->before.value) > 0
               : c->target == TARGET_HIGHER ? c->now.value > c->before.value
                                            : c->now.value < c->before.value;
    Buf b = {.arena = a};
    buf_put(&b, met ? S("Met: ") : S("Not met: "));
    say_both(&b, c);
    SAY(&b, S("; the target is “"), c->goal.text, S("”."));
    return (Judgement){met ? VERDICT_YES : VERDICT_NO, buf_str(&b)};
}

Judgement judge_target(Arena *a, const Case *c) {
    if (c->target == TARGET_NONE) return no_result(a, S("no target is set"), S(""));
    if (c->target == TARGET_MONITOR) return no_result(a, S("the target is to monitor and review"), S(""));
    if (c->now.value == NONE) return no_figure(a, c);
    return c->target == TARGET_FIGURE ? figure_target(a, c) : year_on_year_target(a, c);
}

Str share_text(Arena *a, int64_t part, int64_t whole) {
    Dec share = dec_percent(part, whole, 1);
    if (share == NONE) return S("N/A");
    if (share == 100 * DEC_ONE) return S("100%");
    Buf b = {.arena = a};
    dec_put(&b, share, 1);
    buf_byte(&b, '%');
    return buf_str(&b);
}
