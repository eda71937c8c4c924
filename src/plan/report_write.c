// A report as CSV and as JSON: the summary table, and the scorecard line by line.
#include "base/csv.h"
#include "base/json.h"
#include "plan/report.h"

typedef struct SummaryRow {
    Str code;
    ReportCount n;
} SummaryRow;

static SummaryRow summary_row(const Report *r, size_t i, bool printed) {
    if (i == r->n_objectives) return (SummaryRow){S("overall"), printed ? r->printed : r->computed};
    const ReportObjective *o = &r->objective[i];
    return (SummaryRow){o->code, printed ? o->printed : o->computed};
}

static void put_int(Buf *b, int64_t n) {
    buf_byte(b, ',');
    buf_int(b, n);
}

static void put_str(Buf *b, Str s) {
    buf_byte(b, ',');
    buf_put(b, s);
}

Str report_summary_csv(Arena *a, const Report *r, bool printed) {
    Buf b = {.arena = a};
    buf_lit(&b, "objective,no_pis,no_better_equal,pct_better_equal,"
                "no_with_targets,no_target_met,pct_target_met\n");
    for (size_t i = 0; i <= r->n_objectives; i++) {
        SummaryRow row = summary_row(r, i, printed);
        buf_put(&b, row.code);
        put_int(&b, row.n.lines);
        put_int(&b, row.n.better);
        put_str(&b, share_text(a, row.n.better, row.n.lines));
        put_int(&b, row.n.with_target);
        put_int(&b, row.n.met);
        put_str(&b, share_text(a, row.n.met, row.n.with_target));
        buf_byte(&b, '\n');
    }
    return buf_str(&b);
}

static void json_field(Json *j, const char *key, Str value) {
    json_key(j, str_from(key));
    json_str(j, value);
}

static void json_number(Json *j, const char *key, int64_t n) {
    json_key(j, str_from(key));
    json_int(j, n);
}

Str report_summary_json(Arena *a, const Report *r, bool printed) {
    Buf b = {.arena = a};
    Json j = {&b, false};
    json_open(&j, '{');
    json_field(&j, "year", r->year);
    json_field(&j, "flags", printed ? S("printed") : S("computed"));
    json_key(&j, S("rows"));
    json_open(&j, '[');
    for (size_t i = 0; i <= r->n_objectives; i++) {
        SummaryRow row = summary_row(r, i, printed);
        json_open(&j, '{');
        json_field(&j, "objective", row.code);
        json_number(&j, "no_pis", row.n.lines);
        json_number(&j, "no_better_equal", row.n.better);
        json_field(&j, "pct_better_equal", share_text(a, row.n.better, row.n.lines));
        json_number(&j, "no_with_targets", row.n.with_target);
        json_number(&j, "no_target_met", row.n.met);
        json_field(&j, "pct_target_met", share_text(a, row.n.met, row.n.with_target));
        json_close(&j, '}');
    }
    json_close(&j, ']');
    json_close(&j, '}');
    buf_byte(&b, '\n');
    return buf_str(&b);
}

// The columns of a scorecard line that are text, in order, for both forms.
typedef struct Column {
    const char *name;
    Str (*text)(const ReportLine *line);
} Column;

static Str code_of(const ReportLine *l) { return l->code; }
static Str title_of(const ReportLine *l) { return l->title; }
static Str label_of(const ReportLine *l) { return l->line_label; }
static Str responsible_of(const ReportLine *l) { return l->responsible; }
static Str direction_of(const ReportLine *l) { return l->direction; }
static Str target_of_line(const ReportLine *l) { return l->target_raw; }
static Str better_of(const ReportLine *l) { return verdict_word(l->better.verdict); }
static Str better_why(const ReportLine *l) { return l->better.sentence; }
static Str met_of(const ReportLine *l) { return verdict_word(l->met.verdict); }
static Str met_why(const ReportLine *l) { return l->met.sentence; }
static Str printed_better_of(const ReportLine *l) {
    return l->printed ? verdict_word(l->printed_better) : (Str){0};
}
static Str printed_met_of(const ReportLine *l) {
    return l->printed ? verdict_word(l->printed_met) : (Str){0};
}
static Str left_out_of(const ReportLine *l) { return l->left_out; }

static const Column before_cells[] = {{"code", code_of}, {"title", title_of}, {"line", label_of},
    {"responsible", responsible_of}, {"direction", direction_of}};
static const Column after_cells[] = {{"target", target_of_line}, {"better_or_equal", better_of},
    {"better_or_equal_why", better_why}, {"target_met", met_of}, {"target_met_why", met_why},
    {"printed_better_or_equal", printed_better_of}, {"printed_target_met", printed_met_of},
    {"left_out_of_summary", left_out_of}};

static void csv_line(Buf *b, const ReportObjective *o, const ReportLine *line) {
    csv_put(b, o->code, false);
    for (size_t i = 0; i < COUNT(before_cells); i++) csv_put(b, before_cells[i].text(line), false);
    for (int i = 0; i < REPORT_CELLS; i++) csv_put(b, line->cell[i].raw, false);
    for (size_t i = 0; i < COUNT(after_cells); i++)
        csv_put(b, after_cells[i].text(line), i + 1 == COUNT(after_cells));
}

Str report_scorecard_csv(Arena *a, const Report *r) {
    Buf b = {.arena = a};
    csv_put(&b, S("objective"), false);
    for (size_t i = 0; i < COUNT(before_cells); i++) csv_put(&b, str_from(before_cells[i].name), false);
    for (int i = 0; i < REPORT_CELLS; i++) csv_put(&b, r->column[i], false);
    for (size_t i = 0; i < COUNT(after_cells); i++)
        csv_put(&b, str_from(after_cells[i].name), i + 1 == COUNT(after_cells));
    for (size_t i = 0; i < r->n_objectives; i++)
        for (size_t k = 0; k < r->objective[i].len; k++)
            csv_line(&b, &r->objective[i], &r->line[r->objective[i].first + k]);
    return buf_str(&b);
}

static void json_cell(Json *j, const ReportCell *cell, Str column) {
    json_open(j, '{');
    json_field(j, "column", column);
    json_field(j, "printed", cell->raw);
    json_key(j, S("value"));
    if (cell->value == NONE) json_int(j, NONE);
    else {
        Buf b = {.arena = j->out->arena};
        dec_put(&b, cell->value, 6);
        json_raw(j, buf_str(&b));
    }
    json_field(j, "covers", cell->covers);
    json_field(j, "status", cell->status);
    json_close(j, '}');
}

static void json_line(Json *j, const Report *r, const ReportLine *line) {
    json_open(j, '{');
    for (size_t i = 0; i < COUNT(before_cells); i++)
        json_field(j, before_cells[i].name, before_cells[i].text(line));
    json_field(j, "polarity", polarity_words[line->polarity]);
    json_field(j, "unit", line->unit);
    json_key(j, S("cells"));
    json_open(j, '[');
    for (int i = 0; i < REPORT_CELLS; i++) json_cell(j, &line->cell[i], r->column[i]);
    json_close(j, ']');
    for (size_t i = 0; i < COUNT(after_cells); i++)
        json_field(j, after_cells[i].name, after_cells[i].text(line));
    json_close(j, '}');
}

Str report_scorecard_json(Arena *a, const Report *r) {
    Buf b = {.arena = a};
    Json j = {&b, false};
    json_open(&j, '{');
    json_field(&j, "year", r->year);
    json_number(&j, "quarter", r->quarter);
    json_key(&j, S("objectives"));
    json_open(&j, '[');
    for (size_t i = 0; i < r->n_objectives; i++) {
        const ReportObjective *o = &r->objective[i];
        json_open(&j, '{');
        json_field(&j, "objective", o->code);
        json_field(&j, "title", o->title);
        json_key(&j, S("lines"));
        json_open(&j, '[');
        for (size_t k = 0; k < o->len; k++) json_line(&j, r, &r->line[o->first + k]);
        json_close(&j, ']');
        json_close(&j, '}');
    }
    json_close(&j, ']');
    json_close(&j, '}');
    buf_byte(&b, '\n');
    return buf_str(&b);
}
