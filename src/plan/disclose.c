// Cells are the figures of all measures in all periods; links are what every reader knows: running totals
// only rise, a rate is its count over a known population, parts add up. Traces and cells stand in the same
// order.
#include "plan/disclose.h"

#include <math.h>

typedef struct Work {
    Arena *arena;
    TraceList traces;
    Before before;
    Table table;
    size_t **cell;                         // trace, point -> its cell, or SIZE_MAX where there is no figure
} Work;

static const Trace *trace_before(const Before *b, Str slug) {
    for (size_t low = 0, high = b->traces.len; low < high;) {
        size_t mid = (low + high) / 2;
        int way = str_cmp(slug, b->traces.at[mid].m.slug);
        if (!way) return &b->traces.at[mid];
        if (way < 0) high = mid;
        else low = mid + 1;
    }
    return NULL;
}

static const TracePoint *point_in(const Trace *t, Str period) {
    for (size_t i = 0; t && i < t->points.len; i++)
        if (str_eq(t->points.at[i].code, period)) return &t->points.at[i];
    return NULL;
}

static bool revised_since(const Trace *t, Str period, Instant at) {
    for (size_t i = 0; i < t->revisions.len; i++)
        if (str_eq(t->revisions.at[i].code, period) && t->revisions.at[i].at > at) return true;
    return false;
}

static CellState state_of(const Work *w, const Trace *t, const TracePoint *p) {
    const TracePoint *was = point_in(trace_before(&w->before, t->m.slug), p->code);
    if (str_eq(p->basis, S("printed"))) return CELL_PUBLIC;      // it came from a document that is out
    if (!was) return CELL_OPEN;
    if (str_eq(was->raw, p->raw)) return CELL_PUBLIC;
    bool held = str_eq(was->raw, S("c")) || str_eq(was->raw, S("low"));
    return held && !revised_since(t, p->code, w->before.at) ? CELL_HELD : CELL_OPEN;
}

static bool counts_people(const Trace *t) { return t->m.counts_people && str_eq(t->m.kind, S("number")); }

static bool is_total(TraceSumList sums, int64_t measure) {
    for (size_t i = 0; i < sums.len; i++)
        if (sums.at[i].total_id == measure) return true;
    return false;
}

static void add_cells(Work *w, TraceSumList sums) {
    w->cell = arena_new(w->arena, size_t *, w->traces.len + 1);
    for (size_t i = 0; i < w->traces.len; i++) {
        const Trace *t = &w->traces.at[i];
        w->cell[i] = arena_new(w->arena, size_t, t->points.len + 1);
        for (size_t k = 0; k < t->points.len; k++) {
            const TracePoint *p = &t->points.at[k];
            w->cell[i][k] = p->value == NONE ? SIZE_MAX : table_cell(&w->table, (Cell){
                .name = str_fmt(w->arena, "%.*s, %.*s", STR_FMT(t->m.code), STR_FMT(p->code)),
                .value = (double)p->value / 1e6, .grain = pow(10, -(double)t->m.decimals),
                .people = counts_people(t), .total = is_total(sums, t->m.id), .state = state_of(w, t, p)});
        }
    }
}

static size_t cell_of(const Work *w, size_t trace, Str period) {
    const TracePointList *p = &w->traces.at[trace].points;
    for (size_t k = 0; k < p->len; k++)
        if (str_eq(p->at[k].code, period)) return w->cell[trace][k];
    return SIZE_MAX;
}

static void link_running(Work *w, size_t i) {
    const Trace *t = &w->traces.at[i];
    if (!str_eq(t->m.accumulates, S("cumulative"))) return;
    for (size_t k = 1; k < t->points.len; k++) {
        const TracePoint *was = &t->points.at[k - 1], *now = &t->points.at[k];
        if (!str_eq(was->year, now->year) || !was->quarter) continue;
        if (was->value != NONE && now->value != NONE)
            table_running(&w->table, w->cell[i][k - 1], w->cell[i][k]);
    }
}

static void link_shares(Work *w, size_t i) {
    const Trace *t = &w->traces.at[i];
    if (!str_eq(t->m.kind, S("percentage")) || !t->m.counts_people) return;
    for (size_t k = 0; k < t->points.len; k++) {
        const TracePoint *p = &t->points.at[k];
        if (p->value == NONE || p->numerator == NONE || p->denominator == NONE) continue;
        if (!str_eq(p->basis, S("printed")))
            table_share(&w->table, w->cell[i][k], (double)p->numerator, (double)p->denominator);
    }
}

static ptrdiff_t trace_at(const Work *w, int64_t measure) {
    for (size_t low = 0, high = w->traces.len; low < high;) {
        size_t mid = (low + high) / 2;
        int64_t id = w->traces.at[mid].m.id;
        if (id == measure) return (ptrdiff_t)mid;
        if (measure < id) high = mid;
        else low = mid + 1;
    }
    return -1;
}

// A count and its rate stand under each other; the population is known well enough to go from one to the
// other.
static void link_pair(Work *w, size_t count, size_t rate) {
    const Trace *c = &w->traces.at[count];
    double per = w->traces.at[rate].m.per == NONE ? 100 : (double)w->traces.at[rate].m.per;
    for (size_t k = 0; k < c->points.len; k++) {
        size_t a = w->cell[count][k], b = cell_of(w, rate, c->points.at[k].code);
        if (a == SIZE_MAX || b == SIZE_MAX) continue;
        double n = w->table.cell[a].value, r = w->table.cell[b].value;
        if (n > 0 && r > 0) table_rate(&w->table, a, b, per, n * per / r, n * per / r);
    }
}

static void link_part(Work *w, size_t total, const size_t *parts, size_t n) {
    const Trace *t = &w->traces.at[total];
    size_t *cells = arena_new(w->arena, size_t, n);
    for (size_t k = 0; k < t->points.len; k++) {
        size_t found = 0;
        for (size_t i = 0; i < n; i++) {
            size_t c = cell_of(w, parts[i], t->points.at[k].code);
            if (c != SIZE_MAX) cells[found++] = c;
        }
        if (found && w->cell[total][k] != SIZE_MAX) table_sum(&w->table, w->cell[total][k], cells, found);
    }
}

static void link_head(Work *w, size_t i) {
    ptrdiff_t head = w->traces.at[i].m.parent_id == NONE ? -1 : trace_at(w, w->traces.at[i].m.parent_id);
    if (head < 0) return;
    bool number = str_eq(w->traces.at[i].m.kind, S("number"));
    bool head_number = str_eq(w->traces.at[head].m.kind, S("number"));
    if (head_number && !number) link_pair(w, (size_t)head, i);
    else if (number && !head_number) link_pair(w, i, (size_t)head);
    else if (number && counts_people(&w->traces.at[i])) link_part(w, (size_t)head, &i, 1);
}

static void link_sums(Work *w, TraceSumList sums) {
    size_t *parts = arena_new(w->arena, size_t, sums.len + 1);
    for (size_t from = 0, n = 0, i = 0; i < sums.len; i++) {
        ptrdiff_t part = trace_at(w, sums.at[i].part_id), total = trace_at(w, sums.at[from].total_id);
        if (part >= 0) parts[n++] = (size_t)part;
        if (i + 1 < sums.len && sums.at[i + 1].total_id == sums.at[from].total_id) continue;
        if (total >= 0 && n) link_part(w, (size_t)total, parts, n);
        from = i + 1, n = 0;
    }
}

// ---- taking out -------------------------------------------------------------------------------------------

static Str shown_text(Arena *a, const Cell *c, Str raw) {
    if (cell_hidden(c)) return S("c");
    if (c->mark == MARK_LOW) return S("low");
    if (c->shown == c->value) return raw;
    Buf b = {.arena = a};
    dec_put_grouped(&b, (Dec)(c->shown * 1e6), 0);
    return buf_str(&b);
}

static Dec shown_value(const Cell *c, Dec value) {
    if (cell_hidden(c) || c->mark == MARK_LOW) return NONE;
    return c->shown == c->value ? value : (Dec)(c->shown * 1e6);
}

// An earlier figure is shown only where an earlier publication showed it.
static Str was_shown(const Work *w, const Trace *t, Str period, Str raw) {
    const TracePoint *now = point_in(t, period), *was = point_in(trace_before(&w->before, t->m.slug), period);
    bool known = (now && str_eq(now->raw, raw)) || (was && str_eq(was->raw, raw));
    return known ? raw : S("c");
}

static void take_out(Work *w, size_t i) {
    Trace *t = &w->traces.at[i];
    bool careful = counts_people(t);
    for (size_t k = 0; k < t->points.len; k++) {
        TracePoint *p = &t->points.at[k];
        if (w->cell[i][k] == SIZE_MAX) continue;
        const Cell *c = &w->table.cell[w->cell[i][k]];
        careful |= cell_hidden(c);
        p->raw = shown_text(w->arena, c, p->raw);
        p->value = shown_value(c, p->value);
    }
    for (size_t k = 0; careful && k < t->revisions.len; k++) {
        TraceRevision *r = &t->revisions.at[k];
        r->old_raw = was_shown(w, t, r->code, r->old_raw);
        r->new_raw = was_shown(w, t, r->code, r->new_raw);
    }
}

static const Judgement withheld = {VERDICT_NONE,
    {"Not said: it rests on a small number of people, which is not published.", 71}};

static size_t current(const ReportLine *l, int quarter) {
    for (size_t c = (size_t)quarter + 1; c > 1; c--)
        if (l->cell[c].raw.len && !str_eq(l->cell[c].raw, S("~"))) return c;
    return 1;
}

static bool same_text(const ReportCell *c, Str raw) { return str_eq(c->raw, raw); }

static void rejudge(Arena *a, ReportLine *l, size_t now, size_t before, bool hid) {
    if (hid) {
        l->better = l->met = withheld;
        return;
    }
    l->judged.now.value = l->cell[now].value, l->judged.now.text = l->cell[now].raw;
    l->judged.before.value = l->cell[before].value, l->judged.before.text = l->cell[before].raw;
    l->better = judge_better(a, &l->judged);
    l->met = judge_target(a, &l->judged);
}

static void take_out_line(Work *w, ReportLine *l, const Report *r) {
    ptrdiff_t i = trace_at(w, l->measure);
    if (i < 0) return;
    size_t now = current(l, r->quarter), before = l->cell[1].value != NONE ? 1 : 0;
    bool hid = false, changed = false;
    for (size_t c = 0; c < REPORT_CELLS; c++) {
        const TracePoint *p = point_in(&w->traces.at[i], r->period[c]);
        if (!p || l->cell[c].value == NONE || same_text(&l->cell[c], p->raw)) continue;
        l->cell[c].raw = p->raw, l->cell[c].value = p->value;
        hid |= (c == now || c == before) && p->value == NONE;
        changed |= c == now || c == before;
    }
    if (changed) rejudge(w->arena, l, now, before, hid);
}

static void count_line(ReportCount *c, Verdict better, Verdict met) {
    c->lines++;
    c->better += better == VERDICT_YES;
    c->with_target += met != VERDICT_NONE;
    c->met += met == VERDICT_YES;
}

static void add_counts(ReportCount *to, const ReportCount *c) {
    to->lines += c->lines, to->better += c->better, to->with_target += c->with_target, to->met += c->met;
}

void report_recount(Report *r) {
    ReportObjective *above = NULL;
    r->printed = r->computed = (ReportCount){0};
    for (size_t i = 0; i < r->n_objectives; i++) {
        ReportObjective *o = &r->objective[i];
        o->printed = o->computed = (ReportCount){0};
        if (o->strategic) above = o;
        for (size_t k = o->first; k < o->first + o->len; k++) {
            const ReportLine *l = &r->line[k];
            if (l->left_out.len) continue;
            count_line(&o->printed, l->printed_better, l->printed_met);
            count_line(&o->computed, l->better.verdict, l->met.verdict);
        }
        if (o->strategic) continue;
        if (above) add_counts(&above->printed, &o->printed), add_counts(&above->computed, &o->computed);
        add_counts(&r->printed, &o->printed), add_counts(&r->computed, &o->computed);
    }
}

Disclosure disclose(Arena *a, TraceList traces, TraceSumList sums, Before before, SuppressRules rules,
                    Report *r) {
    Work w = {.arena = a, .traces = traces, .before = before, .table = {.arena = a, .rules = rules}};
    add_cells(&w, sums);
    for (size_t i = 0; i < traces.len; i++) link_running(&w, i), link_shares(&w, i), link_head(&w, i);
    link_sums(&w, sums);
    Disclosure d = {.open = suppress(&w.table)};
    for (size_t i = 0; i < traces.len; i++) take_out(&w, i);
    for (size_t i = 0; i < r->n_lines; i++) take_out_line(&w, &r->line[i], r);
    report_recount(r);
    for (size_t i = 0; i < w.table.n_cells; i++)
        d.hidden += w.table.cell[i].state != CELL_DERIVED && cell_hidden(&w.table.cell[i]);
    d.table = w.table;
    return d;
}
