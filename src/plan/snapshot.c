// Writing and reading use the same tables of members, so that what one keeps the other finds.
#include "plan/snapshot.h"

#include <jansson.h>

#include "base/json.h"

typedef enum Kind { TXT, I64, INT, YES, SIZE } Kind;
typedef struct Member {
    const char *key;
    size_t at;
    Kind kind;
} Member;
#define M(T, member, kind) {#member, offsetof(T, member), kind}
typedef struct Shape {
    const Member *member;
    size_t n, size;
} Shape;
#define SHAPE(T, table) static const Shape table##_shape = {table, COUNT(table), sizeof(T)}

static const Member measure[] = {
    M(TraceMeasure, code, TXT), M(TraceMeasure, slug, TXT), M(TraceMeasure, code_is_shown, I64),
    M(TraceMeasure, explanation, TXT), M(TraceMeasure, ended_on, TXT), M(TraceMeasure, objective, TXT),
    M(TraceMeasure, objective_title, TXT), M(TraceMeasure, responsible, TXT), M(TraceMeasure, title, TXT),
    M(TraceMeasure, line_label, TXT), M(TraceMeasure, polarity, TXT), M(TraceMeasure, band_low, I64),
    M(TraceMeasure, band_high, I64), M(TraceMeasure, kind, TXT), M(TraceMeasure, unit, TXT),
    M(TraceMeasure, decimals, I64), M(TraceMeasure, accumulates, TXT), M(TraceMeasure, direction_text, TXT),
    M(TraceMeasure, definition, TXT), M(TraceMeasure, quality_note, TXT), M(TraceMeasure, counts_people, I64),
};
SHAPE(TraceMeasure, measure);
static const Member point[] = {
    M(TracePoint, code, TXT),   M(TracePoint, year, TXT),  M(TracePoint, quarter, I64),
    M(TracePoint, raw, TXT),    M(TracePoint, value, I64), M(TracePoint, covers, TXT),
    M(TracePoint, status, TXT), M(TracePoint, basis, TXT), M(TracePoint, break_note, TXT),
};
SHAPE(TracePoint, point);
static const Member target[] = {
    M(TraceTarget, year, TXT), M(TraceTarget, kind, TXT),   M(TraceTarget, value, I64),
    M(TraceTarget, raw, TXT),  M(TraceTarget, author, TXT), M(TraceTarget, reason, TXT),
};
SHAPE(TraceTarget, target);
static const Member version[] = {
    M(TraceVersion, from_day, TXT), M(TraceVersion, title, TXT), M(TraceVersion, polarity, TXT),
    M(TraceVersion, definition, TXT), M(TraceVersion, direction_text, TXT), M(TraceVersion, reason, TXT),
    M(TraceVersion, made_by, TXT),
};
SHAPE(TraceVersion, version);
static const Member comment[] = {M(TraceComment, code, TXT), M(TraceComment, text, TXT),
                                 M(TraceComment, at, I64)};
SHAPE(TraceComment, comment);
static const Member revision[] = {
    M(TraceRevision, code, TXT), M(TraceRevision, old_raw, TXT), M(TraceRevision, new_raw, TXT),
    M(TraceRevision, at, I64), M(TraceRevision, why, TXT),
};
SHAPE(TraceRevision, revision);
static const Member note[] = {M(TraceNote, code, TXT), M(TraceNote, year, TXT), M(TraceNote, text, TXT)};
SHAPE(TraceNote, note);
static const Member kin[] = {M(TraceKin, slug, TXT), M(TraceKin, title, TXT), M(TraceKin, line_label, TXT)};
SHAPE(TraceKin, kin);
static const Member trace[] = {
    M(Trace, year, TXT), M(Trace, quarter, INT), M(Trace, judged, YES), M(Trace, printed, YES),
    M(Trace, printed_better, INT), M(Trace, printed_met, INT), M(Trace, left_out, TXT),
    {"better", offsetof(Trace, better.verdict), INT}, {"better_why", offsetof(Trace, better.sentence), TXT},
    {"met", offsetof(Trace, met.verdict), INT}, {"met_why", offsetof(Trace, met.sentence), TXT},
};
SHAPE(Trace, trace);

static const Member cell[] = {
    M(ReportCell, raw, TXT),
    M(ReportCell, value, I64),
    M(ReportCell, covers, TXT),
    M(ReportCell, status, TXT),
};
SHAPE(ReportCell, cell);
static const Member line[] = {
    M(ReportLine, code, TXT),
    M(ReportLine, slug, TXT),
    M(ReportLine, title, TXT),
    M(ReportLine, line_label, TXT),
    M(ReportLine, code_is_shown, YES),
    M(ReportLine, responsible, TXT),
    M(ReportLine, polarity, INT),
    M(ReportLine, direction, TXT),
    M(ReportLine, kind, TXT),
    M(ReportLine, unit, TXT),
    M(ReportLine, accumulates, TXT),
    M(ReportLine, decimals, INT),
    M(ReportLine, target_kind, INT),
    M(ReportLine, target, I64),
    M(ReportLine, target_raw, TXT),
    M(ReportLine, printed, YES),
    M(ReportLine, printed_better, INT),
    M(ReportLine, printed_met, INT),
    M(ReportLine, printed_better_raw, TXT),
    M(ReportLine, printed_met_raw, TXT),
    M(ReportLine, left_out, TXT),
    M(ReportLine, parent, I64),
    M(ReportLine, is_public, YES),
    {"better", offsetof(ReportLine, better.verdict), INT},
    {"better_why", offsetof(ReportLine, better.sentence), TXT},
    {"met", offsetof(ReportLine, met.verdict), INT},
    {"met_why", offsetof(ReportLine, met.sentence), TXT},
};
SHAPE(ReportLine, line);
#define COUNTS(T, which)                                                                                  \
    {#which "_lines", offsetof(T, which.lines), I64}, {#which "_better", offsetof(T, which.better), I64},  \
    {#which "_with_target", offsetof(T, which.with_target), I64}, {#which "_met", offsetof(T, which.met), I64}
static const Member objective[] = {
    M(ReportObjective, code, TXT), M(ReportObjective, title, TXT), M(ReportObjective, description, TXT),
    M(ReportObjective, strategic, YES), M(ReportObjective, number, I64), M(ReportObjective, first, SIZE),
    M(ReportObjective, len, SIZE), COUNTS(ReportObjective, printed), COUNTS(ReportObjective, computed),
};
SHAPE(ReportObjective, objective);
static const Member review[] = {M(ReviewLine, kind, TXT), M(ReviewLine, text, TXT)};
SHAPE(ReviewLine, review);
static const Member proof[] = {
    M(ProofLine, name, TXT), M(ProofLine, mark, TXT), M(ProofLine, low, I64), M(ProofLine, high, I64),
    M(ProofLine, known_before, YES),
};
SHAPE(ProofLine, proof);
static const Member change[] = {
    M(Change, slug, TXT), M(Change, title, TXT), M(Change, column, TXT),
    M(Change, was, TXT),  M(Change, now, TXT),
};
SHAPE(Change, change);
static const Member whole[] = {
    {"year", offsetof(Snapshot, report.year), TXT},
    {"quarter", offsetof(Snapshot, report.quarter), INT},
    COUNTS(Snapshot, report.printed),
    COUNTS(Snapshot, report.computed),
    M(Snapshot, flags_printed, YES),
    {"threshold", offsetof(Snapshot, rules.threshold), INT},
    {"candidates", offsetof(Snapshot, rules.candidates), INT},
    {"round_to", offsetof(Snapshot, rules.round_to), INT},
};
SHAPE(Snapshot, whole);

// ---- writing ----------------------------------------------------------------------------------------------

static void put_members(Json *j, Shape shape, const void *of) {
    for (size_t i = 0; i < shape.n; i++) {
        const Member *m = &shape.member[i];
        const void *at = (const char *)of + m->at;
        if (m->kind == TXT && !((const Str *)at)->at) continue;          // absent stays absent
        if (m->kind == I64 && *(const int64_t *)at == NONE) continue;
        json_key(j, str_from(m->key));
        if (m->kind == TXT) json_str(j, *(const Str *)at);
        else if (m->kind == I64) json_int(j, *(const int64_t *)at);
        else if (m->kind == INT) json_int(j, *(const int *)at);
        else if (m->kind == SIZE) json_int(j, (int64_t) * (const size_t *)at);
        else json_bool(j, *(const bool *)at);
    }
}

static void put_list(Json *j, const char *key, Shape shape, const void *at, size_t len) {
    json_key(j, str_from(key));
    json_open(j, '[');
    for (size_t i = 0; i < len; i++) {
        json_open(j, '{');
        put_members(j, shape, (const char *)at + i * shape.size);
        json_close(j, '}');
    }
    json_close(j, ']');
}

Str trace_write(Arena *a, const Trace *t) {
    Buf out = {.arena = a};
    Json j = {.out = &out};
    json_open(&j, '{');
    put_members(&j, trace_shape, t);
    put_list(&j, "measure", measure_shape, &t->m, 1);
    put_list(&j, "points", point_shape, t->points.at, t->points.len);
    put_list(&j, "targets", target_shape, t->targets.at, t->targets.len);
    put_list(&j, "versions", version_shape, t->versions.at, t->versions.len);
    put_list(&j, "comments", comment_shape, t->comments.at, t->comments.len);
    put_list(&j, "revisions", revision_shape, t->revisions.at, t->revisions.len);
    put_list(&j, "notes", note_shape, t->notes.at, t->notes.len);
    put_list(&j, "kin", kin_shape, t->kin.at, t->kin.len);
    json_close(&j, '}');
    return buf_str(&out);
}

static void put_lines(Json *j, const Report *r) {
    json_key(j, S("lines"));
    json_open(j, '[');
    for (size_t i = 0; i < r->n_lines; i++) {
        json_open(j, '{');
        put_members(j, line_shape, &r->line[i]);
        put_list(j, "cells", cell_shape, r->line[i].cell, REPORT_CELLS);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_texts(Json *j, const char *key, const Str *at, size_t len) {
    json_key(j, str_from(key));
    json_open(j, '[');
    for (size_t i = 0; i < len; i++) json_str(j, at[i]);
    json_close(j, ']');
}

Str snapshot_write(Arena *a, const Snapshot *s) {
    Buf out = {.arena = a};
    Json j = {.out = &out};
    json_open(&j, '{');
    put_members(&j, whole_shape, s);
    put_texts(&j, "columns", s->report.column, REPORT_CELLS);
    put_texts(&j, "periods", s->report.period, REPORT_CELLS);
    put_list(&j, "objectives", objective_shape, s->report.objective, s->report.n_objectives);
    put_lines(&j, &s->report);
    put_list(&j, "review", review_shape, s->review, s->n_review);
    put_list(&j, "proof", proof_shape, s->proof, s->n_proof);
    put_list(&j, "changes", change_shape, s->change, s->n_changes);
    json_close(&j, '}');
    return buf_str(&out);
}

// ---- reading ----------------------------------------------------------------------------------------------

static Str text_of(Arena *a, json_t *v) {
    return json_is_string(v) ? str_copy(a, (Str){json_string_value(v), json_string_length(v)}) : (Str){0};
}

static void get_members(Arena *a, json_t *from, Shape shape, void *ret) {
    for (size_t i = 0; i < shape.n; i++) {
        const Member *m = &shape.member[i];
        void *at = (char *)ret + m->at;
        json_t *v = json_object_get(from, m->key);
        if (m->kind == TXT) *(Str *)at = text_of(a, v);
        else if (m->kind == I64) *(int64_t *)at = v ? json_integer_value(v) : NONE;
        else if (m->kind == INT) *(int *)at = (int)json_integer_value(v);
        else if (m->kind == SIZE) *(size_t *)at = (size_t)json_integer_value(v);
        else *(bool *)at = json_is_true(v);
    }
}

static void *get_list(Arena *a, json_t *from, const char *key, Shape shape, size_t *ret_len) {
    json_t *list = json_object_get(from, key);
    size_t n = json_array_size(list);
    char *at = arena_alloc(a, shape.size, _Alignof(max_align_t), n ? n : 1);
    for (size_t i = 0; i < n; i++) get_members(a, json_array_get(list, i), shape, at + i * shape.size);
    *ret_len = n;
    return at;
}

bool trace_reads(Arena *a, Str text, Trace *ret) {
    json_t *j = json_loadb(text.len ? text.at : "", text.len, 0, NULL);
    if (!j) return false;
    size_t one;
    memset(ret, 0, sizeof *ret);
    get_members(a, j, trace_shape, ret);
    TraceMeasure *m = get_list(a, j, "measure", measure_shape, &one);
    if (one == 1) ret->m = *m;
    ret->points.at = get_list(a, j, "points", point_shape, &ret->points.len);
    ret->targets.at = get_list(a, j, "targets", target_shape, &ret->targets.len);
    ret->versions.at = get_list(a, j, "versions", version_shape, &ret->versions.len);
    ret->comments.at = get_list(a, j, "comments", comment_shape, &ret->comments.len);
    ret->revisions.at = get_list(a, j, "revisions", revision_shape, &ret->revisions.len);
    ret->notes.at = get_list(a, j, "notes", note_shape, &ret->notes.len);
    ret->kin.at = get_list(a, j, "kin", kin_shape, &ret->kin.len);
    json_decref(j);
    return one == 1;
}

static void get_cells(Arena *a, json_t *j, Report *r) {
    json_t *lines = json_object_get(j, "lines");
    for (size_t i = 0; i < r->n_lines; i++) {
        json_t *cells = json_object_get(json_array_get(lines, i), "cells");
        for (size_t c = 0; c < REPORT_CELLS; c++)
            get_members(a, json_array_get(cells, c), cell_shape, &r->line[i].cell[c]);
    }
    for (size_t c = 0; c < REPORT_CELLS; c++) {
        r->column[c] = text_of(a, json_array_get(json_object_get(j, "columns"), c));
        r->period[c] = text_of(a, json_array_get(json_object_get(j, "periods"), c));
    }
}

bool snapshot_read(Arena *a, Str text, Snapshot *ret) {
    json_t *j = json_loadb(text.len ? text.at : "", text.len, 0, NULL);
    if (!j) return false;
    Report *r = &ret->report;
    memset(ret, 0, sizeof *ret);
    get_members(a, j, whole_shape, ret);
    r->objective = get_list(a, j, "objectives", objective_shape, &r->n_objectives);
    r->line = get_list(a, j, "lines", line_shape, &r->n_lines);
    get_cells(a, j, r);
    ret->review = get_list(a, j, "review", review_shape, &ret->n_review);
    ret->proof = get_list(a, j, "proof", proof_shape, &ret->n_proof);
    ret->change = get_list(a, j, "changes", change_shape, &ret->n_changes);
    json_decref(j);
    for (size_t i = 0; i < r->n_objectives; i++)
        if (r->objective[i].first > r->n_lines || r->objective[i].len > r->n_lines - r->objective[i].first)
            return false;
    return r->year.len > 0;
}
