// Reads where a figure comes from: each value it had, from whom, and how its flags were worked out.
#include "plan/trace.h"

#include "base/csv.h"
#include "plan/period.h"
#include "web/chart.h"

Str quarter_end(Arena *a, Str year, int quarter) {
    Period p;
    return period_parse(quarter_code(a, year, quarter), &p) ? date_iso(a, p.ends) : S("9999-12-31");
}

void trace_fill(Db *db, bool all, Trace *t) {
    Str until = quarter_end(db_arena(db), t->year, t->quarter);
    int64_t id = t->m.id;
    for (int round = 0; db_together(db, &round);) {
        t->targets = trace_targets(db, id);
        t->versions = trace_versions(db, id);
        t->comments = trace_comments(db, id, until, all);
        t->revisions = trace_revisions(db, id, until);
        t->notes = trace_notes(db, id);
        t->kin = trace_kin(db, id, t->m.parent_id, until);
    }
}

bool trace_read(Db *db, Str slug, Str year, int quarter, bool all, Trace *ret) {
    Str until = quarter_end(db_arena(db), year, quarter);
    const TraceMeasure *m = trace_measure(db, slug, until);
    if (!m) return false;
    Trace t = {.year = year, .quarter = quarter, .m = *m};
    for (int round = 0; db_together(db, &round);) {
        t.points = trace_points(db, m->id, until);
        trace_fill(db, all, &t);
    }
    *ret = t;
    return true;
}

void trace_judge(Trace *t, const ReportLine *l) {
    t->judged = true;
    t->better = l->better, t->met = l->met;
    t->printed = l->printed;
    t->printed_better = l->printed_better, t->printed_met = l->printed_met;
    t->left_out = l->left_out;
}

Str line_named(Arena *a, bool code_is_shown, Str code, Str title, Str label) {
    Buf b = {.arena = a};
    ptrdiff_t tail = label.len ? str_find(code, S("/")) : -1;    // a second line: its head's code and more
    if (tail > 0) code.len = (size_t)tail;
    if (code_is_shown) buf_put(&b, code), buf_lit(&b, " – ");
    buf_put(&b, title);
    if (label.len && !str_has(title, label)) buf_lit(&b, ": "), buf_put(&b, label);
    return buf_str(&b);
}

Str trace_name(Arena *a, const TraceMeasure *m) {
    return line_named(a, m->code_is_shown, m->code, m->title, m->line_label);
}

Str line_name(Arena *a, const ReportLine *l) {
    return line_named(a, l->code_is_shown, l->code, l->title, l->line_label);
}

static ChartPoint chart_point(Arena *a, const TracePoint *p) {
    ChartPoint c = {.label = p->quarter ? str_fmt(a, "Q%d", (int)p->quarter) : S("Year"), .group = p->year,
        .value = p->value, .whole_year = !p->quarter, .provisional = str_eq(p->status, S("provisional")),
        .breaks = p->break_note.len > 0};
    if (str_eq(p->raw, S("c"))) c.why = S("not shown");
    else if (str_eq(p->raw, S("~"))) c.why = S("no figure");
    else if (p->value == NONE) c.why = S("not yet");
    return c;
}

// The years before the report's are their outturns alone, as in the report, unless nothing else is held.
static size_t choose_points(Arena *a, const Trace *t, ChartPoint *at) {
    size_t n = 0;
    for (size_t i = 0; i < t->points.len; i++) {
        const TracePoint *p = &t->points.at[i];
        bool this_year = str_eq(p->year, t->year);
        if (this_year ? !p->quarter : p->quarter != 0) {
            bool alone = !this_year && (i + 1 == t->points.len || !str_eq(t->points.at[i + 1].year, p->year));
            if (!alone) continue;
        }
        at[n++] = chart_point(a, p);
    }
    return n;
}

static Dec target_of_year(const Trace *t, Str *ret_raw) {
    for (size_t i = 0; i < t->targets.len; i++)
        if (str_eq(t->targets.at[i].year, t->year) && t->targets.at[i].value != NONE) {
            *ret_raw = t->targets.at[i].raw;
            return t->targets.at[i].value;
        }
    return NONE;
}

static Str chart_about(Arena *a, const Trace *t) {
    const TracePoint *first = NULL, *last = NULL;
    for (size_t i = 0; i < t->points.len; i++) {
        if (t->points.at[i].value == NONE) continue;
        if (!first) first = &t->points.at[i];
        last = &t->points.at[i];
    }
    if (!first || first == last) return S("One figure. The table holds it.");
    return str_fmt(a, "From %.*s in %.*s to %.*s in %.*s. The table holds every figure.", STR_FMT(first->raw),
        STR_FMT(first->code), STR_FMT(last->raw), STR_FMT(last->code));
}

Html trace_chart(Arena *a, const Trace *t, Str id) {
    ChartPoint *at = arena_new(a, ChartPoint, t->points.len + 1);
    bool percent = str_eq(t->m.kind, S("percentage"));
    Chart c = chart_of(trace_name(a, &t->m), chart_about(a, t), S("Quarter and year"),
        percent ? S("Percentage") : t->m.unit);
    c.id = id, c.at = at, c.len = choose_points(a, t, at);
    c.kind = str_eq(t->m.accumulates, S("cumulative")) ? CHART_COLUMNS : CHART_LINE;
    c.decimals = (int)t->m.decimals, c.suffix = percent ? S("%") : S("");
    Str raw;
    c.target = target_of_year(t, &raw);
    if (c.target != NONE) c.target_text = str_fmt(a, "Target for %.*s: %.*s", STR_FMT(t->year), STR_FMT(raw));
    return chart_html(a, &c);
}

Str trace_csv(Arena *a, const Trace *t) {
    Buf out = {.arena = a};
    buf_lit(&out, "measure,period,figure,value,covers,status\n");
    for (size_t i = 0; i < t->points.len; i++) {
        const TracePoint *p = &t->points.at[i];
        Buf value = {.arena = a};
        if (p->value != NONE) dec_put(&value, p->value, (int)t->m.decimals);
        csv_put(&out, t->m.code, false), csv_put(&out, p->code, false), csv_put(&out, p->raw, false);
        csv_put(&out, buf_str(&value), false), csv_put(&out, p->covers, false);
        csv_put(&out, p->status, true);
    }
    return buf_str(&out);
}
