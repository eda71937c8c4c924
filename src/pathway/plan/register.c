// The register of early help (W59, W60): begun and ended, by agency and by reason, in a year of the
// partnership (April to March) beside the year before to the same day, so that like is held against like.
// Counts alone.
#include "base/csv.h"
#include "pathway/plan/case.h"
#include "pathway/plan/register.html.h"

static int year_of(Date d) {
    int y, m, day;
    date_parts(d, &y, &m, &day);
    return m >= 4 ? y : y - 1;
}

// The year asked for, up to today where it is not over; and the same days of the year before.
static RegisterPage span(Ctx *c) {
    RegisterPage p = {.this_year = year_of(c->today)};
    int64_t asked = 0;
    p.year = str_int(param(c->query, S("year")), &asked) && asked > 1990 && asked <= p.this_year
                 ? (int)asked
                 : p.this_year;
    Instant first = register_first(c->db);
    p.first_year = first == NONE ? p.this_year : year_of(date_of(first));
    p.from = date_make(p.year, 4, 1);
    Date end = date_make(p.year + 1, 3, 31);
    p.to = end < c->today ? end : c->today;
    p.was_from = date_make(p.year - 1, 4, 1);
    p.was_to = date_add_months(p.to, -12);
    return p;
}

static void count(Ctx *c, RegisterPage *p) {
    Instant was = instant_at(p->was_from, 0), was_end = instant_at(p->was_to + 1, 0);
    Instant now = instant_at(p->from, 0), now_end = instant_at(p->to + 1, 0);
    p->agencies = register_agencies(c->db, was, was_end, now, now_end);
    p->reasons = register_reasons(c->db, was, was_end, now, now_end);
    p->all = (RegisterLine){.name = S("All agencies")};
    for (size_t i = 0; i < p->agencies.len; i++) {
        const RegisterLine *l = &p->agencies.at[i];
        p->all.begun += l->begun, p->all.begun_was += l->begun_was;
        p->all.ended += l->ended, p->all.ended_was += l->ended_was;
    }
}

Reply register_show(Ctx *c) {
    RegisterPage p = span(c);
    count(c, &p);
    Buf out = {.arena = c->arena};
    register_view(&out, c, &p);
    return page(c,
                (Page){.title = S("Register of early help"),
                       .crumbs = {{S("Work"), {S("/work")}}},
                       .wide = true,
                       .no_index = true},
                &out);
}

static void put_row(Buf *out, Str what, Str name, int64_t now, int64_t was) {
    csv_put(out, what, false);
    csv_put(out, name, false);
    buf_fmt(out, "%lld,%lld\n", (long long)now, (long long)was);
}

Reply register_csv(Ctx *c) {
    RegisterPage p = span(c);
    count(c, &p);
    Buf out = {.arena = c->arena};
    buf_fmt(&out, "what,name,%.*s to %.*s,%.*s to %.*s\n", STR_FMT(date_iso(c->arena, p.from)),
            STR_FMT(date_iso(c->arena, p.to)), STR_FMT(date_iso(c->arena, p.was_from)),
            STR_FMT(date_iso(c->arena, p.was_to)));
    for (size_t i = 0; i < p.agencies.len; i++) {
        const RegisterLine *l = &p.agencies.at[i];
        put_row(&out, S("begun"), l->name, l->begun, l->begun_was);
        put_row(&out, S("ended"), l->name, l->ended, l->ended_was);
    }
    for (size_t i = 0; i < p.reasons.len; i++) {
        const RegisterReason *r = &p.reasons.at[i];
        put_row(&out, S("ended because"), close_reason_text(r->reason), r->ended, r->ended_was);
    }
    Reply r = text_reply(S("text/csv; charset=utf-8"), buf_str(&out));
    r.file_name = S("early-help-register.csv");
    return r;
}
