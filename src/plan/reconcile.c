// Printed marks against computed ones. A line with no figure in the year gets no computed mark; the report
// marked some such lines by the year before and others not, so that is worked out too and kept apart.
#include "plan/reconcile.h"

const Str difference_titles[DIFFERENCE_KINDS] = {
    [CONTRADICTS] = S("The printed mark and the figures contradict each other"),
    [NOT_PRINTED] = S("The figures give a result and no mark is printed"),
    [NOT_COMPUTED] = S("A mark is printed and the figures of the year give no result"),
    [NO_FALLBACK] = S("No mark is printed, where others like it are marked by the year before"),
};

// The same line as if its last outturn were the year's figure.
static Case fall_back(const Report *r, const ReportLine *line) {
    Case c = line->judged;
    if (c.now.value != NONE) return c;
    bool last = line->cell[1].value != NONE;
    c.now = c.before;
    c.before = (Reading){.value = NONE};
    if (last && line->cell[0].value != NONE)
        c.before = (Reading){line->cell[0].value, line->cell[0].raw, r->period[0]};
    return c;
}

typedef struct Marks {
    Verdict printed;
    Judgement computed, fallback;
} Marks;

static Marks marks_of(Arena *a, const Report *r, const ReportLine *line, bool target) {
    Case c = fall_back(r, line);
    return target ? (Marks){line->printed_met, line->met, judge_target(a, &c)}
                  : (Marks){line->printed_better, line->better, judge_better(a, &c)};
}

// Which kind of difference this is, if any.
static bool differs(const ReportLine *line, Marks m, DifferenceKind *ret) {
    bool no_figure = line->judged.now.value == NONE;
    if (m.printed != m.computed.verdict)
        *ret = m.printed == VERDICT_NONE            ? NOT_PRINTED
               : m.computed.verdict == VERDICT_NONE ? NOT_COMPUTED
                                                    : CONTRADICTS;
    else if (no_figure && m.printed == VERDICT_NONE && m.fallback.verdict != VERDICT_NONE) *ret = NO_FALLBACK;
    else return false;
    return true;
}

static void find(Arena *a, Reconcile *res, DifferenceKind kind, bool target) {
    for (size_t i = 0; i < res->report.n_lines; i++) {
        const ReportLine *line = &res->report.line[i];
        Marks m = marks_of(a, &res->report, line, target);
        DifferenceKind found;
        if (!line->printed || !differs(line, m, &found) || found != kind) continue;
        Judgement j = kind == NO_FALLBACK ? m.fallback : m.computed;
        bool by_before = kind == NOT_COMPUTED && m.fallback.verdict != VERDICT_NONE;
        res->at[res->len++] = (Difference){kind, line, target, m.printed, j.verdict, j.sentence,
            by_before ? m.fallback.sentence : (Str){0}};
    }
}

static void add(ReportCount *n, Verdict better, Verdict met) {
    n->lines++;
    n->better += better == VERDICT_YES;
    n->with_target += met != VERDICT_NONE;
    n->met += met == VERDICT_YES;
}

static void count_both(Arena *a, Reconcile *res, const ReportLine *line, size_t row) {
    add(&res->every_line[row], line->printed_better, line->printed_met);
    if (line->left_out.at) return;
    Case c = fall_back(&res->report, line);
    add(&res->fallback[row], judge_better(a, &c).verdict, judge_target(a, &c).verdict);
}

// Rows are objectives in order, then overall; a strategic one takes in its own.
static void count_rows(Arena *a, Reconcile *res) {
    const Report *r = &res->report;
    size_t above = 0;
    for (size_t i = 0; i < r->n_objectives; i++) {
        const ReportObjective *o = &r->objective[i];
        if (o->strategic) above = i;
        for (size_t k = o->first; k < o->first + o->len; k++) {
            count_both(a, res, &r->line[k], i);
            if (!o->strategic) count_both(a, res, &r->line[k], above);
            count_both(a, res, &r->line[k], r->n_objectives);
        }
    }
}

Reconcile reconcile_build(Arena *a, Db *db, Str year) {
    Reconcile res = {.report = report_build(a, db, (ReportAsk){.year = year, .quarter = 4})};
    const Report *r = &res.report;
    res.at = arena_new(a, Difference, r->n_lines * 2 + 1);
    for (DifferenceKind kind = 0; kind < DIFFERENCE_KINDS; kind++) {
        find(a, &res, kind, false);
        find(a, &res, kind, true);
    }
    for (size_t i = 0; i < r->n_lines; i++) {
        res.agree_better += r->line[i].printed_better == r->line[i].better.verdict;
        res.agree_met += r->line[i].printed_met == r->line[i].met.verdict;
    }
    res.every_line = arena_new(a, ReportCount, r->n_objectives + 1);
    res.fallback = arena_new(a, ReportCount, r->n_objectives + 1);
    count_rows(a, &res);
    return res;
}

static void say_line(Buf *b, const ReportLine *line) {
    buf_fmt(b, "%.*s (%.*s%s%.*s)", STR_FMT(line->code), STR_FMT(line->title),
            line->line_label.at ? ", " : "", STR_FMT(line->line_label));
}

static void say_difference(Buf *b, size_t number, const Difference *d) {
    buf_fmt(b, "%zu. ", number);
    say_line(b, d->line);
    buf_fmt(b, "\n   %s: printed %.*s, %s %.*s. %.*s\n", d->target ? "Target met" : "Better or equal",
        STR_FMT(verdict_word(d->printed)), d->kind == NO_FALLBACK ? "by the year before" : "computed",
        STR_FMT(verdict_word(d->computed)), STR_FMT(d->sentence));
    if (d->fallback.at) buf_fmt(b, "   The year before would give: %.*s\n", STR_FMT(d->fallback));
}

static void say_count(Arena *a, Buf *b, ReportCount n) {
    Str better = share_text(a, n.better, n.lines), met = share_text(a, n.met, n.with_target);
    buf_fmt(b, "%lld, %lld, %.*s, %lld, %lld, %.*s", (long long)n.lines, (long long)n.better, STR_FMT(better),
        (long long)n.with_target, (long long)n.met, STR_FMT(met));
}

static bool same_count(ReportCount x, ReportCount y) {
    return x.lines == y.lines && x.better == y.better && x.with_target == y.with_target && x.met == y.met;
}

static void say_summary(Arena *a, Buf *b, const Reconcile *res) {
    const Report *r = &res->report;
    buf_lit(b, "\nSummary: lines, better or equal, %, with target, met, %\n(* is not as printed)\n");
    for (size_t i = 0; i <= r->n_objectives; i++) {
        bool last = i == r->n_objectives;
        ReportCount printed = last ? r->printed : r->objective[i].printed;
        ReportCount forms[] = {last ? r->computed : r->objective[i].computed, res->fallback[i],
                               res->every_line[i]};
        static const char *names[] = {"computed", "computed, else by the year before",
                                      "printed, with no line left out"};
        buf_fmt(b, "%.*s\n   printed: ", STR_FMT(last ? S("overall") : r->objective[i].code));
        say_count(a, b, printed);
        for (size_t k = 0; k < COUNT(forms); k++) {
            if (same_count(forms[k], printed)) continue;
            buf_fmt(b, "\n * %s: ", names[k]);
            say_count(a, b, forms[k]);
        }
        buf_byte(b, '\n');
    }
}

static void say_left_out(Arena *a, Buf *b, const Reconcile *res) {
    const Report *r = &res->report;
    for (size_t i = 0; i < r->n_lines; i++) {
        if (!r->line[i].left_out.at) continue;
        buf_lit(b, "\nLeft out of the summary: ");
        say_line(b, &r->line[i]);
        buf_fmt(b, ". %.*s\n", STR_FMT(r->line[i].left_out));
    }
    if (same_count(r->printed, res->every_line[r->n_objectives])) return;
    buf_lit(b, "With it the printed summary would be ");
    say_count(a, b, res->every_line[r->n_objectives]);
    buf_lit(b, " instead of ");
    say_count(a, b, r->printed);
    buf_lit(b, ".\n");
}

static void say_every_line(Buf *b, const Report *r) {
    buf_lit(b,
            "\nEvery line: printed and computed, better or equal; then printed and computed, target met\n");
    for (size_t i = 0; i < r->n_lines; i++) {
        const ReportLine *l = &r->line[i];
        buf_fmt(b, "%.*s: %.*s %.*s; %.*s %.*s. %.*s %.*s\n", STR_FMT(l->code),
                STR_FMT(verdict_word(l->printed_better)), STR_FMT(verdict_word(l->better.verdict)),
                STR_FMT(verdict_word(l->printed_met)), STR_FMT(verdict_word(l->met.verdict)),
                STR_FMT(l->better.sentence), STR_FMT(l->met.sentence));
    }
}

Str reconcile_text(Arena *a, const Reconcile *res) {
    Buf b = {.arena = a};
    buf_fmt(&b, "Better or equal: printed and computed agree on %lld of %zu lines.\n",
            (long long)res->agree_better, res->report.n_lines);
    buf_fmt(&b, "Target met: they agree on %lld of %zu lines.\n", (long long)res->agree_met,
            res->report.n_lines);
    for (size_t i = 0; i < res->len; i++) {
        if (!i || res->at[i].kind != res->at[i - 1].kind)
            buf_fmt(&b, "\n%.*s\n", STR_FMT(difference_titles[res->at[i].kind]));
        say_difference(&b, i + 1, &res->at[i]);
    }
    say_left_out(a, &b, res);
    say_summary(a, &b, res);
    say_every_line(&b, &res->report);
    return buf_str(&b);
}
