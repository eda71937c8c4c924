// Building a report: four queries, then everything is arranged and judged in memory.
#include "plan/figure.h"
#include "plan/period.h"
#include "plan/report.h"
#include "plan/report.sql.h"

// Which line a measure is: open addressing, a power of two at least twice as large as the lines.
typedef struct Places {
    size_t size;
    int64_t *measure;                      // 0: free
    size_t *line;
} Places;

static size_t place_of(const Places *p, int64_t measure) {
    size_t i = (size_t)((uint64_t)measure * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (p->size - 1);
    while (p->measure[i] && p->measure[i] != measure) i = (i + 1) & (p->size - 1);
    return i;
}

static Places places_of(Arena *a, const Report *r) {
    Places p = {.size = 16};
    while (p.size < r->n_lines * 2) p.size *= 2;
    p.measure = arena_new(a, int64_t, p.size);
    p.line = arena_new(a, size_t, p.size);
    for (size_t i = 0; i < r->n_lines; i++) {
        size_t at = place_of(&p, r->line[i].measure);
        p.measure[at] = r->line[i].measure;
        p.line[at] = i;
    }
    return p;
}

static ReportLine *line_of(const Places *p, const Report *r, int64_t measure) {
    size_t at = place_of(p, measure);
    return p->measure[at] ? &r->line[p->line[at]] : NULL;
}

static void name_columns(Arena *a, Report *r) {
    for (int i = 0; i < REPORT_CELLS; i++) {
        Str year = i < 2 ? year_before(a, r->year, 2 - i) : r->year;
        r->period[i] = i < 2 ? year : quarter_code(a, year, i - 1);
        r->column[i] =
            i < 2 ? str_fmt(a, "Outturn %.*s", STR_FMT(year)) : str_fmt(a, "Q%d %.*s", i - 1, STR_FMT(year));
    }
}

static ReportLine make_line(const ReportRow *row) {
    return (ReportLine){
        .measure = row->id, .parent = row->parent_id, .code = row->code, .slug = row->slug,
        .title = row->title, .line_label = row->line_label, .code_is_shown = row->code_is_shown == 1,
        .is_public = row->is_public == 1, .responsible = row->responsible,
        .polarity = polarity_of(row->polarity), .low = row->band_low, .high = row->band_high,
        .direction = row->direction_text, .kind = row->kind, .unit = row->unit,
        .accumulates = row->accumulates, .decimals = (int)row->decimals,
        .target_kind = row->target_kind.at ? target_of(row->target_kind) : TARGET_NONE,
        .target = row->target_value, .target_raw = row->target_raw.at ? row->target_raw : S("~"),
        .printed = row->better.at != NULL, .printed_better = verdict_of(row->better),
        .printed_met = verdict_of(row->met), .printed_better_raw = row->better_raw,
        .printed_met_raw = row->met_raw, .left_out = row->left_out};
}

static void take_lines(Arena *a, Report *r, const ReportRowList *rows) {
    r->n_lines = rows->len;
    r->line = arena_new(a, ReportLine, rows->len + 1);
    for (size_t i = 0; i < rows->len; i++) {
        r->line[i] = make_line(&rows->at[i]);
        for (int k = 0; k < REPORT_CELLS; k++) r->line[i].cell[k].value = NONE;
    }
}

static ReportFigureList find_cells(Db *db, const Report *r, Str objective) {
    const Str *p = r->period;
    return objective.at ? report_cells_of(db, objective, r->year, p[0], p[1], p[2], p[3], p[4], p[5])
                        : report_cells(db, p[0], p[1], p[2], p[3], p[4], p[5]);
}

static void take_cells(Report *r, const Places *places, const ReportFigureList *cells) {
    for (size_t i = 0; i < cells->len; i++) {
        const ReportFigure *f = &cells->at[i];
        ReportLine *line = line_of(places, r, f->measure_id);
        if (line && f->cell <= r->quarter + 1)
            line->cell[f->cell] = (ReportCell){f->raw, f->value, f->covers, f->status};
    }
}

// "(178)" reads as "178"; words after a figure stay: "6.7% (3 terms to Autumn 2012)".
static Str said(Str raw) {
    Figure f = figure_read(raw);
    return f.kind == FIGURE_NUMBER && !f.covers.at ? f.number : raw;
}

static Reading read_cell(const ReportLine *line, int i, Str when) {
    return (Reading){line->cell[i].value, said(line->cell[i].raw), when};
}

static Case make_case(const Report *r, const ReportLine *line) {
    static const Str quarters[] = {S("Q1"), S("Q2"), S("Q3"), S("Q4")};
    Case c = {.year = r->year, .polarity = line->polarity, .low = line->low, .high = line->high,
              .now = {.value = NONE}, .before = {.value = NONE}, .target = line->target_kind,
              .goal = {line->target, said(line->target_raw), {0}}};
    for (int q = r->quarter; q >= 1 && c.now.value == NONE; q--)
        if (line->cell[q + 1].value != NONE) c.now = read_cell(line, q + 1, quarters[q - 1]);
    for (int i = 1; i >= 0 && c.before.value == NONE; i--)
        if (line->cell[i].value != NONE) c.before = read_cell(line, i, r->period[i]);
    return c;
}

static ReportBreakList find_breaks(Arena *a, Db *db, const Report *r) {
    Period first, last;
    if (!period_parse(r->period[0], &first) || !period_parse(r->period[r->quarter + 1], &last))
        return (ReportBreakList){0};
    return report_breaks(db, date_iso(a, first.starts), date_iso(a, last.starts));
}

// A break counts when it begins after the earlier figure's period began, and not after the later one's.
static void take_breaks(Arena *a, Report *r, const Places *places, const ReportBreakList *breaks) {
    for (size_t i = 0; i < breaks->len; i++) {
        const ReportBreak *b = &breaks->at[i];
        ReportLine *line = line_of(places, r, b->measure_id);
        Period before, now;
        Date begins;
        if (!line || line->judged.now.value == NONE || !period_parse(line->judged.before.when, &before))
            continue;
        Str code = quarter_code(a, r->year, line->judged.now.when.at[1] - '0');
        if (!period_parse(code, &now) || !date_parse(b->starts_on, &begins)) continue;
        if (begins > before.starts && begins <= now.starts) line->judged.break_note = b->note;
    }
}

static void count_line(ReportCount *n, const ReportLine *line, Verdict better, Verdict met) {
    if (line->left_out.at) return;
    n->lines++;
    n->better += better == VERDICT_YES;
    n->with_target += met != VERDICT_NONE;
    n->met += met == VERDICT_YES;
}

static void add_count(ReportCount *to, ReportCount n) {
    to->lines += n.lines;
    to->better += n.better;
    to->with_target += n.with_target;
    to->met += n.met;
}

static void count_objective(const Report *r, ReportObjective *o) {
    for (size_t i = o->first; i < o->first + o->len; i++) {
        const ReportLine *line = &r->line[i];
        count_line(&o->printed, line, line->printed_better, line->printed_met);
        count_line(&o->computed, line, line->better.verdict, line->met.verdict);
    }
}

static bool asked_for(const ReportHead *h, const ReportHeadList *all, Str objective) {
    if (!objective.at || str_eq(h->code, objective)) return true;
    for (size_t i = 0; i < all->len; i++) {
        const ReportHead *other = &all->at[i];
        if (str_eq(other->code, objective) && (other->parent_id == h->id || h->parent_id == other->id))
            return true;
    }
    return false;
}

// Lines come in the order of their objectives, so each objective's are together.
static void take_objectives(Arena *a, Report *r, const ReportHeadList *heads, const ReportRowList *rows,
                            Str objective) {
    r->objective = arena_new(a, ReportObjective, heads->len + 1);
    ReportObjective *above = NULL;
    for (size_t i = 0; i < heads->len; i++) {
        const ReportHead *h = &heads->at[i];
        if (!asked_for(h, heads, objective)) continue;
        ReportObjective *o = &r->objective[r->n_objectives++];
        *o = (ReportObjective){.id = h->id, .code = h->code, .title = h->title, .description = h->description,
            .strategic = h->parent_id == NONE, .number = h->number};
        while (o->first < rows->len && rows->at[o->first].objective_id != h->id) o->first++;
        while (o->first + o->len < rows->len && rows->at[o->first + o->len].objective_id == h->id) o->len++;
        if (!o->len) o->first = 0;
        count_objective(r, o);
        if (o->strategic) above = o;
        add_count(&r->printed, o->printed);
        add_count(&r->computed, o->computed);
        if (o->strategic || !above || above->id != h->parent_id) continue;
        add_count(&above->printed, o->printed);
        add_count(&above->computed, o->computed);
    }
}

Report report_build(Arena *a, Db *db, ReportAsk ask) {
    Report r = {.year = ask.year, .quarter = ask.quarter};
    Period upto;
    db_use(db, a);
    if (ask.quarter < 1 || ask.quarter > 4 || !period_parse(quarter_code(a, ask.year, ask.quarter), &upto))
        return r;
    name_columns(a, &r);
    ReportRowList rows = {0};
    ReportFigureList cells = {0};
    ReportBreakList breaks = {0};
    ReportHeadList heads = {0};
    for (int round = 0; db_together(db, &round);) {
        rows = report_lines(db, ask.year, date_iso(a, upto.starts), ask.only_public, ask.objective);
        cells = find_cells(db, &r, ask.objective);
        breaks = find_breaks(a, db, &r);
        heads = report_objectives(db, ask.year);
    }
    take_lines(a, &r, &rows);
    Places places = places_of(a, &r);
    take_cells(&r, &places, &cells);
    for (size_t i = 0; i < r.n_lines; i++) r.line[i].judged = make_case(&r, &r.line[i]);
    take_breaks(a, &r, &places, &breaks);
    for (size_t i = 0; i < r.n_lines; i++) {
        r.line[i].better = judge_better(a, &r.line[i].judged);
        r.line[i].met = judge_target(a, &r.line[i].judged);
    }
    take_objectives(a, &r, &heads, &rows, ask.objective);
    return r;
}

Str report_latest_year(Db *db) { return report_last_year(db); }

int report_latest_quarter(Db *db, Str year) {
    int64_t quarter = report_last_quarter(db, year);
    return quarter == NONE ? 0 : (int)quarter;
}
