// The live scorecard and a live measure: for those who may see figures before they are published.
#include "access/rights.h"
#include "plan/pages/measures.html.h"
#include "plan/pages/office.html.h"
#include "plan/pages/pages.h"
#include "plan/period.h"

Report office_report(Ctx *c) {
    Str year = param(c->query, S("year"));
    int64_t quarter, n;
    int first;
    if (!year_parse(year, &first)) year = report_latest_year(c->db);
    if (str_int(param(c->query, S("quarter")), &n) && n >= 1 && n <= 4) quarter = n;
    else quarter = year.len ? report_latest_quarter(c->db, year) : 1;
    if (quarter < 1) quarter = 1;
    Str objective = param(c->query, S("objective"));
    return report_build(c->arena, c->db,
                        (ReportAsk){.year = year.len ? year : S("2013/14"),
                                    .quarter = (int)quarter,
                                    .objective = objective.len ? objective : (Str){0}});
}

static bool has_printed(const Report *r) {
    for (size_t i = 0; i < r->n_lines; i++)
        if (r->line[i].printed) return true;
    return false;
}

Reply office_scorecard(Ctx *c) {
    Report r = office_report(c);
    bool printed = has_printed(&r);
    Str flags = param(c->query, S("flags"));
    Sheet s = {.report = &r, .office = true, .flags = FLAGS_COMPUTED};
    if (printed && str_eq(flags, S("both"))) s.flags = FLAGS_BOTH;
    if (printed && str_eq(flags, S("printed"))) s.flags = FLAGS_PRINTED;
    Buf out = {.arena = c->arena};
    office_scorecard_page(&out, &s, printed);
    return page(c, (Page){.title = str_fmt(c->arena, "Scorecard %.*s quarter %d", STR_FMT(r.year), r.quarter),
        .wide = true}, &out);
}

Reply office_scorecard_csv(Ctx *c) {
    Report r = office_report(c);
    Reply reply = text_reply(S("text/csv; charset=utf-8"), report_scorecard_csv(c->arena, &r));
    reply.file_name = S("scorecard-not-published.csv");
    return reply;
}

Reply office_scorecard_json(Ctx *c) {
    Report r = office_report(c);
    return text_reply(S("application/json"), report_scorecard_json(c->arena, &r));
}

Reply office_measure(Ctx *c) {
    Trace t;
    Str year = report_latest_year(c->db);
    int quarter = year.len ? report_latest_quarter(c->db, year) : 4;
    if (!year.len) year = S("9998/99");
    if (!trace_read(c->db, c->part[0], year, quarter < 1 ? 1 : quarter, true, &t)) return status_page(c, 404);
    Report r = report_build(c->arena, c->db,
                            (ReportAsk){.year = year, .quarter = t.quarter, .objective = t.m.objective});
    for (size_t i = 0; i < r.n_lines; i++)
        if (r.line[i].measure == t.m.id) trace_judge(&t, &r.line[i]);
    Buf out = {.arena = c->arena};
    measure_page(&out, &t, true);
    if (may(c->actor, PLAN_EDIT)) office_measure_ways(&out, t.m.slug);
    Page g = {.title = trace_name(c->arena, &t.m)};
    g.crumbs[0] = (Crumb){S("Scorecard"), url_path(c->arena, "/office/scorecard")};
    g.crumbs[1] = (Crumb){g.title, url_path(c->arena, "/office/measures/%.*s", STR_FMT(t.m.slug))};
    return page(c, g, &out);
}

Reply office_reconcile(Ctx *c) {
    Report r = office_report(c);
    size_t differ = 0;
    for (size_t i = 0; i < r.n_lines; i++) {
        const ReportLine *l = &r.line[i];
        for (int k = 0; k < 2; k++)
            differ +=
                l->printed && (k ? l->printed_met != l->met.verdict : l->printed_better != l->better.verdict);
    }
    Buf out = {.arena = c->arena};
    reconcile_page(&out, &r, differ);
    return page(c, (Page){.title = S("Printed and computed marks"), .wide = true}, &out);
}
