// A report as a document that needs nothing beside it, and as a PDF. A published one is made once and kept.
#include "plan/pages/office.html.h"
#include "plan/pages/print.html.h"
#include "plan/pages/words.h"
#include "plan/period.h"
#include "web/assets.h"
#include "web/pdf.h"
#include "web/settings.h"

static Str style_sheet(void) {
    for (size_t i = 0; i < n_assets; i++)
        if (str_starts(assets[i].path, S("/assets/kith.")) && str_ends(assets[i].path, S(".css")))
            return assets[i].bytes;
    return S("");
}

// Links on the page lead to the site, wherever the paper lies.
static void put_with_links(Buf *out, Str body, Str base) {
    Str rest = body;
    while (rest.at) {
        buf_put(out, str_cut(&rest, S("href=\"/")));
        if (!rest.at) return;
        buf_lit(out, "href=\"");
        html_str(out, base);
        buf_byte(out, '/');
    }
}

static void put_head(Buf *out, const Report *r, const Publication *p) {
    buf_fmt(out,
            "<!doctype html>\n<html lang=\"en-GB\" class=\"govuk-template\">\n<head><meta "
            "charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'\"><title>Performance report %.*s, quarter %d</title>\n<style>",
            STR_FMT(r->year), r->quarter);
    buf_put(out, style_sheet());
    buf_fmt(out, "\n@page{@bottom-left{content:\"Performance report %.*s, quarter %d", STR_FMT(r->year),
            r->quarter);
    if (p) buf_fmt(out, " – number %d", (int)p->number);
    else buf_lit(out, " – not yet published");
    buf_lit(out, "\";font:9pt sans-serif}@bottom-right{content:\"Page \" counter(page) \" of \" "
                 "counter(pages);font:9pt sans-serif}}</style></head>\n<body "
                 "class=\"govuk-template__body\">\n");
}

static Str document(Arena *a, Db *db, const Snapshot *snap, const Publication *p, const Html *charts,
                    Flags flags, Str base) {
    Buf body = {.arena = a}, out = {.arena = a};
    Sheet s = {.report = &snap->report, .flags = flags};
    print_body(&body, &s, snap, p, charts);
    html_put(&body, words_spelled_out(a, db, &body));
    put_head(&out, s.report, p);
    put_with_links(&out, buf_str(&body), base);
    buf_lit(&out, "</body></html>\n");
    return buf_str(&out);
}

static Html chart_of_trace(Arena *a, const Trace *t, size_t i) {
    return trace_chart(a, t, str_fmt(a, "chart-%zu", i));
}

Str publication_document(Arena *a, Db *db, const Publication *p, Str base) {
    Snapshot snap;
    if (!publication_read(a, db, p, &snap)) return (Str){0};
    Html *charts = arena_new(a, Html, snap.report.n_lines + 1);
    for (size_t i = 0; i < snap.report.n_lines; i++) {
        Trace t;
        if (trace_reads(a, publication_body(db, p->id, snap.report.line[i].slug), &t))
            charts[i] = chart_of_trace(a, &t, i);
    }
    return document(a, db, &snap, p, charts, snapshot_flags(&snap), base);
}

Str live_document(Arena *a, Db *db, const Report *r, Str base) {
    Snapshot snap = {.report = *r};
    ReviewLineList review = review_lines(db, r->year);
    snap.review = review.at, snap.n_review = review.len;
    Html *charts = arena_new(a, Html, r->n_lines + 1);
    for (size_t i = 0; i < r->n_lines; i++) {
        Trace t;
        if (trace_read(db, r->line[i].slug, r->year, r->quarter, false, &t))
            charts[i] = chart_of_trace(a, &t, i);
    }
    return document(a, db, &snap, NULL, charts, FLAGS_COMPUTED, base);
}

static Str chromium_of(const Ctx *c) {
    const Settings *s = c->site->settings;
    return s && s->chromium.len ? s->chromium : S("/usr/bin/chromium-headless-shell");
}

static Reply no_pdf(Ctx *c, Str why) {
    Buf out = {.arena = c->arena};
    pdf_failed(&out, why);
    return page_status(c, 503, (Page){.title = S("The PDF could not be made"), .no_index = true}, &out);
}

static Reply pdf_reply(Str pdf, Str name) {
    Reply r = text_reply(S("application/pdf"), pdf);
    r.file_name = name;
    return r;
}

typedef struct Keep {
    int64_t publication;
    Str pdf;
} Keep;

static bool keep(Ctx *c, void *arg) {
    const Keep *k = arg;
    publication_file_add(c->db, k->publication, S("pdf"), c->now, k->pdf);
    return true;
}

Reply report_pdf(Ctx *c) {
    const Publication *p = publication_asked(c);
    if (!p) return status_page(c, 404);
    Str name = str_fmt(c->arena, "report-%.*s-q%d-%d.pdf", STR_FMT(year_in_path(c->arena, p->year)),
                       (int)p->quarter, (int)p->number);
    const PublicationFile *kept = publication_file(c->db, p->id, S("pdf"));
    if (kept) return pdf_reply(kept->body, name);
    Str html = publication_document(c->arena, c->db, p, c->site->base_url), why;
    if (!html.len) return status_page(c, 404);
    Str pdf = pdf_print(c->arena, chromium_of(c), html, &why);
    if (!pdf.len) return no_pdf(c, why);
    Keep k = {p->id, pdf};
    write_do(c, keep, &k);
    return pdf_reply(pdf, name);
}

Reply office_scorecard_pdf(Ctx *c) {
    Report r = office_report(c);
    Str why, pdf = pdf_print(c->arena, chromium_of(c), live_document(c->arena, c->db, &r, c->site->base_url),
                             &why);
    return pdf.len ? pdf_reply(pdf, S("scorecard-not-published.pdf")) : no_pdf(c, why);
}
