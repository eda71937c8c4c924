// Notices come in, what became of them goes out, and a record goes out as far as whoever asks may see it.

#include "base/csv.h"
#include "base/json.h"
#include "exchange/exchange.h"
#include "exchange/exchange.html.h"
#include "exchange/pages.h"
#include "pathway/contact/contact.h"
#include "web/layout.h"

Str outcome_text(const Outcome *o) {
    if (o->told_at != NONE) return S("told");
    return o->closed_at != NONE ? S("closed") : S("waiting");
}

static Reply exchange_page(Ctx *c, ExchangePage *p) {
    p->outcomes = outcomes_mine(c->db, c->actor.id);
    Buf out = {.arena = c->arena};
    exchange_view(&out, c, p);
    Page frame = {.title = S("Partners’ systems"),
                  .wide = true,
                  .no_index = true,
                  .error = p->wrong.at,
                  .crumbs = {{S("Work"), {S("/work")}}}};
    return page_status(c, p->wrong.at ? 422 : 200, frame, &out);
}

Reply exchange_show(Ctx *c) {
    ExchangePage p = {.text = S("")};
    return exchange_page(c, &p);
}

// ---- in ---------------------------------------------------------------------------------------------------

static ExchangePage sent(Ctx *c, NoticeSheet *ret) {
    ExchangePage p = {.text = sheet_sent(c, S("rows"))};
    if (!str_trim(p.text).len)
        p.wrong = S("Choose a file, or paste the rows");
    else if (!str_utf8(p.text))
        p.wrong = S("The file is not text that Kith can read: save it as CSV in UTF-8"), p.text = S("");
    else {
        *ret = notices_read(c, p.text);
        p.wrong = ret->fault;
        if (!ret->fault.at) p.sheet = ret;
    }
    return p;
}

Reply notices_see(Ctx *c) {
    NoticeSheet s = {0};
    ExchangePage p = sent(c, &s);
    return exchange_page(c, &p);
}

// The child as the adviser reads it: name, birth and numbers, to search by.
static Str child_of(Arena *a, const Notice *n) {
    Buf out = {.arena = a};
    buf_put(&out, n->cell[N_CHILD]);
    if (n->cell[N_BORN].len) buf_fmt(&out, ", born %.*s", STR_FMT(day_text(a, n->cell[N_BORN])));
    if (n->cell[N_NHS].len) buf_fmt(&out, ", NHS number %.*s", STR_FMT(n->cell[N_NHS]));
    if (n->cell[N_UPN].len) buf_fmt(&out, ", UPN %.*s", STR_FMT(n->cell[N_UPN]));
    return buf_str(&out);
}

static Str said_of(Arena *a, const Notice *n) {
    if (!n->cell[N_HAPPENED].len) return n->cell[N_CONCERN];
    return str_fmt(a, "%.*s: %.*s", STR_FMT(day_text(a, n->cell[N_HAPPENED])), STR_FMT(n->cell[N_CONCERN]));
}

static bool take(Ctx *c, const Notice *n) {
    int64_t id = contact_sent(c, (ContactSent){.role = n->cell[N_ROLE],
                                               .reach = n->cell[N_REACH],
                                               .said = said_of(c->arena, n),
                                               .children = child_of(c->arena, n),
                                               .address = n->cell[N_ADDRESS],
                                               .postcode = n->cell[N_POSTCODE],
                                               .family_told = n->cell[N_TOLD],
                                               .family_why = n->cell[N_WHY]});
    if (id == NONE) return false;
    notice_put(c->db, c->actor.agency, n->cell[N_REFERENCE], id, c->now, c->actor.id);
    return true;
}

// All of them or none: what was taken before is left as it is.
Reply notices_take(Ctx *c) {
    NoticeSheet s = {0};
    ExchangePage p = sent(c, &s);
    if (s.n_wrong) p.wrong = S("Mend the rows that are wrong first: nothing was sent");
    for (size_t i = 0; i < s.len && !p.wrong.at; i++)
        if (s.at[i].before == NONE && !take(c, &s.at[i]))
            p.wrong = S("Nobody at the front door can take this here today, so it was not sent. Call them");
    if (p.wrong.at) return exchange_page(c, &p);
    access_audit(c, "exchange.take", "partner_notice", NONE, (Str){0});
    return see_other_saying(
        c, str_fmt(c->arena, "Sent: %zu new, %zu that were sent before", s.n_new, s.len - s.n_new),
        "/work/exchange");
}

// ---- out: what became of it -------------------------------------------------------------------------------

static Str time_text(Arena *a, Instant t) {    // 2014-07-02T09:00Z
    if (t == NONE) return S("");
    int64_t minutes = (t / 60000) % 1440;
    return str_fmt(a, "%.*sT%02d:%02dZ", STR_FMT(date_iso(a, date_of(t))), (int)(minutes / 60),
                   (int)(minutes % 60));
}

static size_t outcome_cells(Arena *a, const Outcome *o, Str cell[6]) {
    cell[0] = o->reference;
    cell[1] = str_fmt(a, "%lld", (long long)o->contact_id);
    cell[2] = time_text(a, o->sent_at);
    cell[3] = outcome_text(o);
    cell[4] = time_text(a, o->told_at);
    cell[5] = o->told_what.at ? o->told_what : S("");
    return 6;
}
static const Str outcome_columns[6] = {S("reference"), S("contact"), S("received"),
                                       S("state"),     S("told_at"), S("told")};

Reply outcomes_csv(Ctx *c) {
    OutcomeList all = outcomes_mine(c->db, c->actor.id);
    note_before_answer(c, "exchange.fetch", "partner_notice", NONE);
    Buf out = {.arena = c->arena};
    for (size_t k = 0; k < 6; k++) csv_put(&out, outcome_columns[k], k == 5);
    for (size_t i = 0; i < all.len; i++) {
        Str cell[6];
        size_t n = outcome_cells(c->arena, &all.at[i], cell);
        for (size_t k = 0; k < n; k++) csv_put(&out, cell[k], k + 1 == n);
    }
    Reply r = text_reply(S("text/csv; charset=utf-8"), buf_str(&out));
    r.file_name = S("outcomes.csv");
    return r;
}

static Reply json_reply(const Buf *out, Str name) {
    Reply r = text_reply(S("application/json"), buf_str(out));
    r.file_name = name;
    return r;
}

static void put(Json *j, const char *key, Str value) {
    json_key(j, str_from(key));
    json_str(j, value);
}

Reply outcomes_json(Ctx *c) {
    OutcomeList all = outcomes_mine(c->db, c->actor.id);
    note_before_answer(c, "exchange.fetch", "partner_notice", NONE);
    Buf out = {.arena = c->arena};
    Json j = {.out = &out};
    json_open(&j, '{');
    put(&j, "format", S("kith-outcomes 1"));
    json_key(&j, S("outcomes"));
    json_open(&j, '[');
    for (size_t i = 0; i < all.len; i++) {
        Str cell[6];
        outcome_cells(c->arena, &all.at[i], cell);
        json_open(&j, '{');
        for (size_t k = 0; k < 6; k++) {
            json_key(&j, outcome_columns[k]);
            json_str(&j, cell[k].len ? cell[k] : (Str){0});
        }
        json_close(&j, '}');
    }
    json_close(&j, ']');
    json_close(&j, '}');
    return json_reply(&out, S("outcomes.json"));
}

// ---- out: a record ----------------------------------------------------------------------------------------

static void put_person(Json *j, Ctx *c, const Record *r) {
    ExchangeNumberList numbers = exchange_numbers(c->db, r->person->id);
    json_key(j, S("person"));
    json_open(j, '{');
    json_key(j, S("id"));
    json_int(j, r->person->id);
    put(j, "name", r->person->name);
    put(j, "born", r->person->born_on);
    put(j, "due", r->person->due_on);
    put(j, "gender", r->person->gender);
    json_key(j, S("numbers"));
    json_open(j, '[');
    for (size_t i = 0; i < numbers.len && record_shows(r, "who"); i++) {
        json_open(j, '{');
        put(j, "kind", numbers.at[i].kind);
        put(j, "value", numbers.at[i].value);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
}

static void put_help(Json *j, Ctx *c, const Record *r) {
    ExchangeHelpList all = exchange_help(c->db, r->person->id);
    json_key(j, S("help"));
    json_open(j, '[');
    for (size_t i = 0; i < all.len; i++) {
        const ExchangeHelp *e = &all.at[i];
        json_open(j, '{');
        put(j, "kind", e->kind);
        put(j, "began", time_text(c->arena, e->opened_at));
        put(j, "ended", e->closed_at == NONE ? (Str){0} : time_text(c->arena, e->closed_at));
        put(j, "team", e->team);
        put(j, "agency", e->agency);
        put(j, "answers_for_it", e->owner);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_entries(Json *j, Ctx *c, const Record *r) {
    ExchangeEntryList all = exchange_entries(c->db, r->person->id, c->actor.id, c->now);
    json_key(j, S("entries"));
    json_open(j, '[');
    for (size_t i = 0; i < all.len; i++) {
        const ExchangeEntry *n = &all.at[i];
        json_open(j, '{');
        put(j, "information", n->kind);
        put(j, "what", n->what);
        put(j, "happened", time_text(c->arena, n->happened_at));
        put(j, "written", time_text(c->arena, n->written_at));
        put(j, "nature", n->nature);
        put(j, "source", n->source);
        put(j, "agency", n->agency);
        put(j, "title", n->title);
        put(j, "body", n->body);
        json_close(j, '}');
    }
    json_close(j, ']');
}

// What a reader may see is decided as for the pages: what is not shared is not there, and is named as such.
Reply record_json_file(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    note_before_answer(c, "record.export", "person", r->person->id);
    Buf out = {.arena = c->arena};
    Json j = {.out = &out};
    json_open(&j, '{');
    put(&j, "format", S("kith-record 1"));
    put(&j, "made", time_text(c->arena, c->now));
    put(&j, "for", c->actor.name);
    json_key(&j, S("shared"));
    json_open(&j, '[');
    for (size_t i = 0; i < n_info; i++)
        if (record_shows(r, info[i].key)) json_str(&j, str_from(info[i].key));
    json_close(&j, ']');
    put_person(&j, c, r);
    if (record_shows(r, "help")) put_help(&j, c, r);
    put_entries(&j, c, r);
    json_close(&j, '}');
    return json_reply(&out, str_fmt(c->arena, "record-%lld.json", (long long)r->person->id));
}
