// The checks stand in the order a person would make them: is it a figure at all, of the right kind, possible,
// likely. Each looks at values alone, so that the form, the sheet and the tests ask the same questions.
#include "plan/entry/check.h"

#define WRONG(v, place, ...) says((v), (place), str_fmt(a, __VA_ARGS__))

static bool says(EntryVerdict *v, const char *where, Str sentence) {
    v->where = where;
    v->wrong = sentence;
    return true;
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Words stand for a figure ("Available May 2014"); something that begins like a number and is none is a slip.
static bool reads_as_words(Str raw) {
    return raw.len >= 3 && is_letter(raw.at[0]) && is_letter(raw.at[1]);
}

static bool unreadable(Arena *a, const EntryLine *line, const EntryTyped *typed, EntryVerdict *v) {
    if (v->figure.kind != FIGURE_TEXT || reads_as_words(typed->raw)) return false;
    const char *example = str_eq(line->kind, S("percentage")) ? "21.6%"
                          : str_eq(line->kind, S("number"))   ? "1,071"
                                                              : "9.6";
    return WRONG(v, "figure", "\"%.*s\" is not a figure. Enter a number such as %s, or ~ if there is none",
                 STR_FMT(typed->raw), example);
}

static bool of_another_kind(Arena *a, const EntryLine *line, EntryVerdict *v) {
    const Figure *f = &v->figure;
    if (f->percent && !str_eq(line->kind, S("percentage")))
        return WRONG(v, "figure",
                     "This line is a %.*s (%.*s), not a percentage. Enter it without the %% sign",
                     STR_FMT(line->kind), STR_FMT(line->unit));
    if (f->decimals > line->decimals && dec_round(f->value, line->decimals) != f->value) {
        if (line->decimals == 0)
            return WRONG(v, "figure", "This line is counted in whole numbers. Enter it without decimals");
        return WRONG(v, "figure", "This line has at most %d decimal%s", line->decimals,
                     line->decimals == 1 ? "" : "s");
    }
    return false;
}

static bool impossible(Arena *a, const EntryLine *line, EntryVerdict *v) {
    Dec d = v->figure.value;
    if (str_eq(line->kind, S("percentage")) && (d > 100 * DEC_ONE || d < -100 * DEC_ONE))
        return WRONG(v, "figure", "A percentage is at most 100%%");
    if (d < 0 && !str_eq(line->kind, S("percentage")))
        return WRONG(v, "figure", "This line cannot be below nought");
    return false;
}

static bool read_part(Arena *a, Str text, const char *place, const char *called, Dec *ret, EntryVerdict *v) {
    int decimals = 0;
    if (!text.len) return false;
    if (!dec_parse(text, ret, &decimals) || decimals || *ret < 0) {
        *ret = NONE;
        return WRONG(v, place, "The %s must be a whole number, such as 82", called);
    }
    return false;
}

// The parts, where they are given, must make the figure: 12 of 80 is 15.0%, not 21.6%.
static bool parts_disagree(Arena *a, const EntryLine *line, EntryVerdict *v) {
    if (v->numerator == NONE && v->denominator == NONE) return false;
    if (v->numerator == NONE)
        return WRONG(v, "numerator", "Enter the count as well as the number it is out of");
    if (v->denominator == NONE || v->denominator == 0)
        return WRONG(v, "denominator", "Enter the number that the count is out of, more than nought");
    if (!str_eq(line->kind, S("percentage"))) return false;
    if (v->numerator > v->denominator)
        return WRONG(v, "numerator", "The count cannot be more than the number it is out of");
    int64_t part = v->numerator / DEC_ONE, whole = v->denominator / DEC_ONE;
    int decimals = v->figure.decimals;
    Dec percent = dec_percent(part, whole, decimals);
    if (percent == v->figure.value) return false;
    Buf text = {.arena = a};
    dec_put(&text, percent, decimals);
    return WRONG(v, "figure", "%lld of %lld is %.*s%%, not %.*s", (long long)part, (long long)whole,
                 STR_FMT(buf_str(&text)), STR_FMT(v->figure.number));
}

static bool far_from(Dec now, Dec last) {
    if (last == NONE || last == 0) return false;
    Dec low = last / 2, high = last * 2, gap = now > last ? now - last : last - now;
    return (now < low || now > high) && gap >= 5 * DEC_ONE;
}

static bool unlikely(Arena *a, const EntryLine *line, const EntryTyped *typed, EntryVerdict *v) {
    if (typed->note.len) return false;
    Dec d = v->figure.value;
    v->doubtful = true;
    if (line->cumulative && line->earlier.value != NONE && d < line->earlier.value)
        return WRONG(v, "figure",
                     "This line adds up over the year, and %.*s is less than the %.*s of %.*s. If it is "
                     "right, say why in the note",
                     STR_FMT(v->figure.number), STR_FMT(line->earlier.text), STR_FMT(line->earlier.when));
    if (!line->cumulative && far_from(d, line->last.value))
        return WRONG(v, "figure",
                     "%.*s is %s the last figure, %.*s in %.*s. If it is right, say why in the note",
                     STR_FMT(v->figure.number),
                     d > line->last.value ? "more than double" : "less than half of",
                     STR_FMT(line->last.text), STR_FMT(line->last.when));
    v->doubtful = false;
    return false;
}

static bool unexplained(Arena *a, const EntryLine *line, const EntryTyped *typed, EntryVerdict *v) {
    bool changes = line->settled && line->was.at && !str_eq(line->was, typed->raw);
    if (!changes || typed->note.len) return false;
    return WRONG(v, "note", "%.*s was signed off. Say in the note why it changes to %.*s", STR_FMT(line->was),
                 STR_FMT(typed->raw));
}

static bool too_long(Arena *a, const EntryTyped *typed, EntryVerdict *v) {
    if (typed->raw.len > 60)
        return WRONG(v, "figure", "A figure is at most 60 characters. Put the rest in the note");
    if (typed->covers.len > 100) return WRONG(v, "figure", "The period is at most 100 characters");
    if (typed->note.len > 4000) return WRONG(v, "note", "A note is at most 4,000 characters");
    return false;
}

static bool blank(const EntryTyped *t) {
    return !t->raw.len && !t->note.len && !t->covers.len && !t->numerator.len && !t->denominator.len;
}

EntryVerdict entry_check(Arena *a, const EntryLine *line, const EntryTyped *typed) {
    EntryVerdict v = {
        .blank = blank(typed), .figure = figure_read(typed->raw), .numerator = NONE, .denominator = NONE};
    if (v.blank || too_long(a, typed, &v)) return v;
    if (!typed->raw.len) {
        WRONG(&v, "figure", "Enter the figure, or ~ if there is none");
        return v;
    }
    if (unreadable(a, line, typed, &v)) return v;
    if (read_part(a, typed->numerator, "numerator", "count", &v.numerator, &v)) return v;
    if (read_part(a, typed->denominator, "denominator", "number it is out of", &v.denominator, &v)) return v;
    if (v.figure.kind == FIGURE_NUMBER) {
        if (of_another_kind(a, line, &v) || impossible(a, line, &v) || parts_disagree(a, line, &v)) return v;
        if (unlikely(a, line, typed, &v)) return v;
    }
    unexplained(a, line, typed, &v);
    return v;
}
