// The front page: what a councillor takes in at a glance.
#include <stdlib.h>

#include "plan/pages/front.html.h"
#include "plan/pages/pages.h"

Flags snapshot_flags(const Snapshot *s) { return s->flags_printed ? FLAGS_PRINTED : FLAGS_COMPUTED; }
Verdict line_better(Flags f, const ReportLine *l) {
    return f == FLAGS_PRINTED ? l->printed_better : l->better.verdict;
}
Verdict line_met(Flags f, const ReportLine *l) {
    return f == FLAGS_PRINTED ? l->printed_met : l->met.verdict;
}

static const ReportCell *latest(const ReportLine *l) {
    for (int i = REPORT_CELLS - 1; i > 1; i--)
        if (l->cell[i].value != NONE) return &l->cell[i];
    return NULL;
}

static const ReportCell *before(const ReportLine *l) {
    for (int i = 1; i >= 0; i--)
        if (l->cell[i].value != NONE) return &l->cell[i];
    return NULL;
}

Str line_latest(const ReportLine *l) {
    const ReportCell *c = latest(l);
    return c ? c->raw : S("–");
}

static int by_much(const void *a, const void *b) {
    double x = ((const Slip *)a)->by, y = ((const Slip *)b)->by;
    return x < y ? 1 : x > y ? -1 : 0;
}

// By how much of the figure before it moved. A second line says the same as its head and is left out.
Slips report_moves(Arena *a, const Report *r, Flags flags, Verdict which, size_t most) {
    Slips s = {.at = arena_new(a, Slip, r->n_lines + 1)};
    for (size_t i = 0; i < r->n_lines; i++) {
        const ReportLine *l = &r->line[i];
        const ReportCell *now = latest(l), *was = before(l);
        if (l->line_label.len || !now || !was || !was->value || line_better(flags, l) != which) continue;
        double by = (double)(now->value - was->value) / (double)was->value;
        if (by == 0) continue;
        s.at[s.len++] = (Slip){l, was->raw, now->raw, by < 0 ? -by : by};
    }
    if (s.len) qsort(s.at, s.len, sizeof *s.at, by_much);
    if (s.len > most) s.len = most;
    return s;
}

Reply front_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    Page p = {.title = S("How are our children and young people doing?"), .door = S("/")};
    const Publication *pub = publication_newest(c->db);
    Snapshot snap;
    if (!pub || !publication_read(c->arena, c->db, pub, &snap)) {
        front_empty(&out);
        return page(c, p, &out);
    }
    Sheet s = {.report = &snap.report, .flags = snapshot_flags(&snap)};
    front_page(&out, &s, pub, report_moves(c->arena, s.report, s.flags, VERDICT_NO, 5),
        report_moves(c->arena, s.report, s.flags, VERDICT_YES, 5));
    Reply r = page(c, p, &out);
    r.frozen = true;
    return r;
}
