// Publishing: the live scorecard becomes a snapshot in one transaction, and nothing about it changes
// afterwards.
#include "plan/publish.h"

#include <sodium.h>
#include <stdlib.h>

#include "access/settings.h"
#include "base/json.h"
#include "db/audit.h"
#include "plan/disclose.h"
#include "plan/period.h"

static SuppressRules rules_of(Db *db) {
    SuppressRules r = {.threshold = (int)setting_int(db, "publish.threshold"),
        .round_to = (int)setting_int(db, "publish.round_to"),
        .candidates = (int)setting_int(db, "publish.candidates")};
    if (r.candidates > r.threshold - 1) r.candidates = r.threshold - 1;
    return r;
}

static TraceList live_traces(Arena *a, Db *db, Str year, int quarter) {
    Str until = quarter_end(a, year, quarter);
    TraceMeasureList m = trace_measures(db, until);
    TracePointList p = trace_points_all(db, until);
    TraceList all = {m.len, arena_new(a, Trace, m.len + 1)};
    for (size_t i = 0, k = 0; i < m.len; i++) {
        Trace *t = &all.at[i];
        *t = (Trace){.year = year, .quarter = quarter, .m = m.at[i]};
        while (k < p.len && p.at[k].measure_id < t->m.id) k++;
        t->points.at = p.at + k;
        while (k < p.len && p.at[k].measure_id == t->m.id) k++, t->points.len++;
        trace_fill(db, false, t);
    }
    return all;
}

static Before before_of(Arena *a, Db *db) {
    const Publication *p = publication_latest_made(db);
    if (!p) return (Before){0};
    PublicationBodyList b = publication_bodies(db, p->id);
    Before before = {.at = p->published_at, .traces = {.at = arena_new(a, Trace, b.len + 1)}};
    for (size_t i = 0; i < b.len; i++)
        before.traces.len += trace_reads(a, b.at[i].body, &before.traces.at[before.traces.len]);
    return before;
}

static void judge_traces(const Report *r, TraceList traces) {
    for (size_t i = 0; i < r->n_lines; i++)
        for (size_t low = 0, high = traces.len; low < high;) {
            size_t mid = (low + high) / 2;
            if (traces.at[mid].m.id == r->line[i].measure) {
                trace_judge(&traces.at[mid], &r->line[i]);
                break;
            }
            if (r->line[i].measure < traces.at[mid].m.id) high = mid;
            else low = mid + 1;
        }
}

static Str mark_word(const Cell *c) {
    if (c->state == CELL_DERIVED) return S("worked out");
    return c->mark == MARK_PRIMARY ? S("small") : S("with it");
}

static void write_proof(Arena *a, const Table *t, Snapshot *s) {
    s->proof = arena_new(a, ProofLine, t->n_cells + 1);
    for (size_t i = 0; i < t->n_cells; i++) {
        const Cell *c = &t->cell[i];
        if (!cell_hidden(c) || (c->state == CELL_DERIVED && !cell_sensitive(t, c))) continue;
        s->proof[s->n_proof++] = (ProofLine){.name = c->name,
                                             .mark = mark_word(c),
                                             .known_before = c->known_before,
                                             .low = (int64_t)(c->low > 0 ? c->low + 0.999999 : 0),
                                             .high = c->high < 1e12 ? (int64_t)(c->high + 1e-6) : NONE};
    }
}

static const ReportLine *line_of(const Report *r, Str slug) {
    for (size_t i = 0; i < r->n_lines; i++)
        if (str_eq(r->line[i].slug, slug)) return &r->line[i];
    return NULL;
}

static void write_changes(Arena *a, const Report *was, Snapshot *s) {
    s->change = arena_new(a, Change, s->report.n_lines * REPORT_CELLS + 1);
    for (size_t i = 0; i < s->report.n_lines; i++) {
        const ReportLine *l = &s->report.line[i], *old = line_of(was, l->slug);
        for (size_t c = 0; old && c < REPORT_CELLS; c++)
            if (!str_eq(old->cell[c].raw, l->cell[c].raw))
                s->change[s->n_changes++] = (Change){l->slug, line_name(a, l), s->report.column[c],
                    old->cell[c].raw.len ? old->cell[c].raw : S("nothing"),
                    l->cell[c].raw.len ? l->cell[c].raw : S("nothing")};
    }
}

Draft publication_draft(Arena *a, Db *db, PublishAsk ask) {
    Draft d = {0};
    Snapshot *s = &d.snapshot, old;
    s->report =
        report_build(a, db, (ReportAsk){.year = ask.year, .quarter = ask.quarter, .only_public = true});
    if (!s->report.n_lines) {
        d.why = str_fmt(a, "There is no report for %.*s: no measure has a line in it. Load a plan first.",
            STR_FMT(ask.year));
        return d;
    }
    s->rules = rules_of(db);
    TraceList traces = live_traces(a, db, ask.year, ask.quarter);
    Disclosure out = disclose(a, traces, trace_sums(db), before_of(a, db), s->rules, &s->report);
    judge_traces(&s->report, traces);
    d.hidden = out.hidden, d.trace = traces.at, d.n_traces = traces.len;
    write_proof(a, &out.table, s);
    for (size_t i = 0; i < s->report.n_lines; i++) s->flags_printed |= s->report.line[i].printed;
    ReviewLineList review = review_lines(db, ask.year);
    s->review = review.at, s->n_review = review.len;
    const Publication *last = publication_last(db, ask.year, ask.quarter);
    if (last && publication_read(a, db, last, &old)) write_changes(a, &old.report, s);
    if (out.open)
        d.why = str_fmt(a, "%zu small numbers could still be worked out. Nothing was published.", out.open);
    return d;
}

static int by_slug(const void *a, const void *b) {
    return str_cmp(((const Trace *)a)->m.slug, ((const Trace *)b)->m.slug);
}

static void hash_add(crypto_hash_sha256_state *h, Str s) {
    crypto_hash_sha256_update(h, (const unsigned char *)s.at, s.len);
}

static Str hash_end(Arena *a, crypto_hash_sha256_state *h) {
    unsigned char sum[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(h, sum);
    return str_hex(a, sum, sizeof sum);
}

static void audit_publication(Arena *a, Db *db, PublishAsk ask, const Published *p) {
    Buf out = {.arena = a};
    Json j = {.out = &out};
    json_open(&j, '{');
    json_key(&j, S("report")), json_str(&j, quarter_code(a, ask.year, ask.quarter));
    json_key(&j, S("number")), json_int(&j, p->number);
    json_key(&j, S("sha256")), json_str(&j, p->sha256);
    json_key(&j, S("hidden")), json_int(&j, (int64_t)p->hidden);
    json_close(&j, '}');
    audit_add(db, (AuditRow){.at = ask.now, .actor = ask.account, .act = S("report.publish"),
        .subject = S("publication"), .subject_id = p->id, .detail = buf_str(&out)});
}

Published publication_make(Arena *a, Db *db, PublishAsk ask) {
    Draft d = publication_draft(a, db, ask);
    if (d.why.len) return (Published){.why = d.why};
    const Publication *last = publication_last(db, ask.year, ask.quarter);
    Str snapshot = snapshot_write(a, &d.snapshot), *body = arena_new(a, Str, d.n_traces + 1);
    crypto_hash_sha256_state h;
    crypto_hash_sha256_init(&h);
    hash_add(&h, snapshot);
    if (d.n_traces) qsort(d.trace, d.n_traces, sizeof *d.trace, by_slug);
    for (size_t i = 0; i < d.n_traces; i++) hash_add(&h, body[i] = trace_write(a, &d.trace[i]));
    Published p = {.number = last ? last->number + 1 : 1, .sha256 = hash_end(a, &h), .hidden = d.hidden,
        .changed = d.snapshot.n_changes};
    p.id = publication_add(db, ask.year, ask.quarter, p.number, ask.now, ask.account, ask.note, snapshot,
                           p.sha256);
    for (size_t i = 0; i < d.n_traces; i++) publication_measure_add(db, p.id, d.trace[i].m.slug, body[i]);
    audit_publication(a, db, ask, &p);
    return p;
}

bool publication_whole(Arena *a, Db *db, const Publication *p) {
    crypto_hash_sha256_state h;
    crypto_hash_sha256_init(&h);
    hash_add(&h, publication_snapshot(db, p->id));
    PublicationBodyList b = publication_bodies(db, p->id);
    for (size_t i = 0; i < b.len; i++) hash_add(&h, b.at[i].body);
    return str_eq(hash_end(a, &h), p->sha256);
}

bool publication_read(Arena *a, Db *db, const Publication *p, Snapshot *ret) {
    return snapshot_read(a, publication_snapshot(db, p->id), ret);
}

bool publication_trace(Arena *a, Db *db, Str slug, Publication *ret_p, Trace *ret) {
    const Publication *p = publication_newest(db);
    if (!p) return false;
    Str body = publication_body(db, p->id, slug);
    if (!body.at || !trace_reads(a, body, ret)) return false;
    *ret_p = *p;
    return true;
}
