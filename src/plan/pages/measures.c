// Finding measures, and one measure's page: from the newest publication, or live for the office.
#include "plan/pages/measures.html.h"
#include "plan/pages/pages.h"
#include "plan/period.h"
#include "web/chart.h"

enum { A_PAGE = 200 };

Str accumulates_text(Str word) {
    if (str_eq(word, S("cumulative")))
        return S("Each quarter adds to the one before; the year starts at nought");
    if (str_eq(word, S("rolling12"))) return S("Each figure covers the last twelve months");
    if (str_eq(word, S("snapshot"))) return S("Each figure is a count on one day");
    return S("Each figure stands for its own quarter");
}

Str period_words(Arena *a, Str code) {
    Period p;
    if (!period_parse(code, &p)) return code;
    if (p.quarter) return str_fmt(a, "Quarter %d of %.*s", p.quarter, STR_FMT(p.year));
    Str text = period_text(a, &p);
    return str_eq(p.kind, S("year")) ? str_fmt(a, "Year %.*s", STR_FMT(p.year)) : text;
}

Html line_spark(Arena *a, const ReportLine *l) {
    Dec at[REPORT_CELLS];
    for (int i = 0; i < REPORT_CELLS; i++) at[i] = l->cell[i].value;
    return chart_spark(a, S("Its course over two outturns and the year’s quarters"), at, REPORT_CELLS);
}

static bool has_fold(Str text, Str words) {
    for (size_t i = 0; words.len <= text.len && i <= text.len - words.len; i++)
        if (str_eq_fold((Str){text.at + i, words.len}, words)) return true;
    return words.len == 0;
}

static bool verdict_fits(Flags flags, const ReportLine *l, Str v) {
    Verdict better = line_better(flags, l), met = line_met(flags, l);
    if (str_eq(v, S("better"))) return better == VERDICT_YES;
    if (str_eq(v, S("worse"))) return better == VERDICT_NO;
    if (str_eq(v, S("met"))) return met == VERDICT_YES;
    if (str_eq(v, S("not-met"))) return met == VERDICT_NO;
    return !str_eq(v, S("none")) || (better == VERDICT_NONE && met == VERDICT_NONE);
}

static bool under(const Report *r, const ReportLine *l, Str objective) {
    size_t at = (size_t)(l - r->line);
    bool inside = false;                   // below the strategic objective that was asked for
    for (size_t i = 0; i < r->n_objectives; i++) {
        const ReportObjective *o = &r->objective[i];
        bool it = str_eq(o->code, objective);
        if (o->strategic) inside = it;
        if ((it || inside) && at >= o->first && at < o->first + o->len) return true;
    }
    return false;
}

bool line_fits(const Report *r, Flags flags, const ReportLine *l, const MeasureFilter *f) {
    if (f->responsible.len && !str_eq(l->responsible, f->responsible)) return false;
    if (f->verdict.len && !verdict_fits(flags, l, f->verdict)) return false;
    if (f->q.len && !has_fold(l->title, f->q) && !has_fold(l->code, f->q)) return false;
    return !f->objective.len || under(r, l, f->objective);
}

static void add_responsible(MeasureList *m, Str who) {
    if (!who.len) return;
    size_t i = m->n_responsible;
    for (size_t k = 0; k < m->n_responsible; k++)
        if (str_eq(m->responsible[k], who)) return;
    if (i >= 400) return;
    for (; i && str_cmp(m->responsible[i - 1], who) > 0; i--) m->responsible[i] = m->responsible[i - 1];
    m->responsible[i] = who;
    m->n_responsible++;
}

MeasureList measures_find(Arena *a, const Report *r, Flags flags, MeasureFilter filter) {
    MeasureList m = {.report = r, .flags = flags, .filter = filter, .total = r->n_lines};
    m.at = arena_new(a, const ReportLine *, A_PAGE);
    m.responsible = arena_new(a, Str, 401);
    int64_t skip = (filter.page - 1) * A_PAGE;
    for (size_t i = 0; i < r->n_lines; i++) {
        add_responsible(&m, r->line[i].responsible);
        if (!line_fits(r, flags, &r->line[i], &filter)) continue;
        if ((int64_t)m.found++ >= skip && m.len < A_PAGE) m.at[m.len++] = &r->line[i];
    }
    m.pages = ((int64_t)m.found + A_PAGE - 1) / A_PAGE;
    return m;
}

static void put_query(Buf *out, const char *name, Str value) {
    if (!value.len) return;
    buf_fmt(out, "%s%s=", out->len ? "&" : "", name);
    html_path(out, value);
}

Url measures_url(Arena *a, const MeasureList *m, int64_t number) {
    Buf q = {.arena = a};
    put_query(&q, "q", m->filter.q);
    put_query(&q, "objective", m->filter.objective);
    put_query(&q, "responsible", m->filter.responsible);
    put_query(&q, "verdict", m->filter.verdict);
    put_query(&q, "page", str_fmt(a, "%lld", (long long)number));
    return url_path(a, "/measures?%.*s", STR_FMT(buf_str(&q)));
}

Reply measures_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    const Publication *p = publication_newest(c->db);
    Snapshot snap = {0};
    if (p && !publication_read(c->arena, c->db, p, &snap)) return status_page(c, 404);
    MeasureFilter f = {param(c->query, S("objective")), param(c->query, S("responsible")),
        param(c->query, S("verdict")), str_trim(param(c->query, S("q"))), 1};
    if (!str_int(param(c->query, S("page")), &f.page) || f.page < 1 || f.page > 100000) f.page = 1;
    MeasureList m = measures_find(c->arena, &snap.report, snapshot_flags(&snap), f);
    measures_list(&out, &m);
    Reply r = page(c, (Page){.title = S("Measures"), .wide = true}, &out);
    r.frozen = c->query.len == 0;
    return r;
}

Reply measure_show(Ctx *c) {
    Str slug = c->part[0];
    bool csv = str_ends(slug, S(".csv"));
    if (csv) slug.len -= 4;
    Publication p;
    Trace t;
    if (!publication_trace(c->arena, c->db, slug, &p, &t)) return status_page(c, 404);
    Reply r;
    if (csv) {
        r = text_reply(S("text/csv; charset=utf-8"), trace_csv(c->arena, &t));
        r.file_name = str_fmt(c->arena, "%.*s.csv", STR_FMT(slug));
    } else {
        Buf out = {.arena = c->arena};
        measure_page(&out, &t, false);
        Page g = {.title = trace_name(c->arena, &t.m)};
        g.crumbs[0] = (Crumb){S("Measures"), url_path(c->arena, "/measures")};
        g.crumbs[1] =
            (Crumb){t.m.objective_title, url_path(c->arena, "/plan/objectives/%.*s", STR_FMT(t.m.objective))};
        g.crumbs[2] = (Crumb){g.title, url_path(c->arena, "/measures/%.*s", STR_FMT(slug))};
        r = page(c, g, &out);
    }
    r.frozen = true;
    return r;
}
