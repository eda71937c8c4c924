// Published reports: everything on these pages comes from a snapshot.
#include "plan/pages/pages.h"
#include "plan/pages/reports.html.h"
#include "plan/period.h"

Url publication_url(Arena *a, const Publication *p, bool newest, const char *tail) {
    Str year = year_in_path(a, p->year);
    if (newest) return url_path(a, "/reports/%.*s/q%d%s", STR_FMT(year), (int)p->quarter, tail);
    return url_path(a, "/reports/%.*s/q%d/number-%d%s", STR_FMT(year), (int)p->quarter, (int)p->number, tail);
}

Str proof_why(Str mark) {
    if (str_eq(mark, S("small"))) return S("A small number of people");
    if (str_eq(mark, S("worked out")))
        return S("A small number that could be worked out from what is printed");
    return S("Hidden so that a small number beside it stays hidden");
}

Str proof_text(Arena *a, const ProofLine *p) {
    if (p->known_before) return S("Public before this report: hiding it now would protect nobody");
    if (p->high == NONE) return str_fmt(a, "%lld or more", (long long)p->low);
    return str_fmt(a, "Anything from %lld to %lld", (long long)p->low, (long long)p->high);
}

Reply reports_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    reports_list(&out, publication_all(c->db));
    Reply r = page(c, (Page){.title = S("Performance reports")}, &out);
    r.frozen = true;
    return r;
}

typedef struct Place {    // where an address leads: /reports/YEAR/qN[/number-N][/summary|.csv …]
    Str year, tail;
    int64_t quarter, number;               // number 0: the latest
} Place;

// "q4", "q4.csv", "number-2.json": what stands before the dot, and what after it.
static Str split(Str part, Str *ret_tail) {
    ptrdiff_t dot = str_find(part, S("."));
    if (dot < 0) return part;
    *ret_tail = (Str){part.at + dot, part.len - (size_t)dot};
    return (Str){part.at, (size_t)dot};
}

static bool numbered(Str part, Str prefix, int64_t *ret) {
    if (!str_starts(part, prefix)) return false;
    return str_int((Str){part.at + prefix.len, part.len - prefix.len}, ret) && *ret > 0 && *ret < 100000;
}

static bool place_of(Ctx *c, Place *ret) {
    Place p = {.year = year_from_path(c->arena, c->part[0]), .tail = S("")};
    Str q = split(c->part[1], &p.tail);
    if (!p.year.len || !numbered(q, S("q"), &p.quarter) || p.quarter > 4) return false;
    for (int i = 2; i < 4 && c->part[i].len; i++) {
        if (p.tail.len) return false;
        Str part = split(c->part[i], &p.tail);
        if (i == 2 && numbered(part, S("number-"), &p.number)) continue;
        p.tail = str_fmt(c->arena, "/%.*s%.*s", STR_FMT(part), STR_FMT(p.tail));
    }
    *ret = p;
    return true;
}

static Page page_of(Ctx *c, const Publication *p, bool newest, Str part) {
    Page g = {.title = str_fmt(c->arena, "%s%.*s quarter %d", part.len ? str_c(c->arena, part) : "Report ",
        STR_FMT(p->year), (int)p->quarter), .wide = true};
    g.crumbs[0] = (Crumb){S("Reports"), url_path(c->arena, "/reports")};
    g.crumbs[1] = (Crumb){str_fmt(c->arena, "%.*s quarter %d", STR_FMT(p->year), (int)p->quarter),
        publication_url(c->arena, p, newest, "")};
    return g;
}

static Reply file_of(Str type, Str body, Str name) {
    Reply r = text_reply(type, body);
    r.file_name = name;
    r.frozen = true;
    return r;
}

static Reply draw(Ctx *c, const Snapshot *snap, const Publication *p, const Publication *last, Str tail) {
    Arena *a = c->arena;
    Buf out = {.arena = a};
    Sheet s = {.report = &snap->report, .flags = snapshot_flags(snap)};
    bool newest = p->number == last->number, printed = s.flags == FLAGS_PRINTED;
    Page g = page_of(c, p, newest, S(""));
    if (!tail.len) report_page(&out, &s, snap, p, last);
    else if (str_eq(tail, S("/summary"))) {
        g = page_of(c, p, newest, S("Summary of "));
        report_summary_page(&out, &s, p, last);
    } else if (str_eq(tail, S("/proof"))) {
        g = page_of(c, p, newest, S("Small numbers in "));
        report_proof_page(&out, snap, p, last);
    } else if (str_eq(tail, S(".csv"))) {
        return file_of(S("text/csv; charset=utf-8"), report_scorecard_csv(a, s.report), S("scorecard.csv"));
    } else if (str_eq(tail, S("/summary.csv"))) {
        return file_of(S("text/csv; charset=utf-8"), report_summary_csv(a, s.report, printed),
                       S("summary.csv"));
    } else if (str_eq(tail, S(".json"))) {
        return file_of(S("application/json"), report_scorecard_json(a, s.report), S("scorecard.json"));
    } else {
        return status_page(c, 404);
    }
    Reply r = page(c, g, &out);
    r.frozen = true;
    return r;
}

static bool found(Ctx *c, Place *ret, const Publication **ret_p, const Publication **ret_last) {
    if (!place_of(c, ret)) return false;
    *ret_last = publication_last(c->db, ret->year, ret->quarter);
    *ret_p = ret->number ? publication_numbered(c->db, ret->year, ret->quarter, ret->number) : *ret_last;
    return *ret_p != NULL;
}

const Publication *publication_asked(Ctx *c) {
    Place at;
    const Publication *p, *last;
    return found(c, &at, &p, &last) && !at.tail.len ? p : NULL;
}

Reply report_show(Ctx *c) {
    Place at;
    const Publication *p, *last;
    Snapshot snap;
    if (!found(c, &at, &p, &last)) return status_page(c, 404);
    if (!publication_read(c->arena, c->db, p, &snap)) return status_page(c, 404);
    return draw(c, &snap, p, last, at.tail);
}
