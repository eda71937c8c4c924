// The page of searching, and the same search as JSON for whoever types while talking. What is looked for is
// posted, never in an address.
#include "people/find/pages.h"

#include "base/json.h"
#include "people/find/find.html.h"
#include "people/find/proof.h"

enum { SHOWN = 10, SHOWN_MOST = 50, TYPED_AHEAD = 8 };

static const Field fields[] = {
    {FIELD(FindAsk, name), .label = S("Name"),
     .hint = S("First and last, in any order. Spell it as you hear it"), .max = 120, .autocomplete = "off"},
    {FIELD(FindAsk, born), .label = S("Date of birth"), .hint = S("For example 4 5 2009, May 2009, or 2009"),
     .max = 40, .width = 10, .autocomplete = "off"},
    {FIELD(FindAsk, place), .label = S("Postcode or address"),
     .hint = S("All or the beginning: NG7, NG7 2AB, or 14 Alma Road. Old addresses count"), .max = 120,
     .autocomplete = "off"},
    {FIELD(FindAsk, number), .label = S("NHS number or UPN"), .max = 30, .width = 20, .autocomplete = "off"},
};
static const Form form = {S("Find somebody"), S("Search"), fields, COUNT(fields)};

Str hit_about(Arena *a, const FindHit *h) {
    Buf out = {.arena = a};
    buf_put(&out, h->age.len ? h->age : S("age not known"));
    if (h->area.len) buf_fmt(&out, ", %.*s", STR_FMT(h->area));
    if (h->also.len) buf_fmt(&out, ", joined with the record of %.*s", STR_FMT(h->also));
    return buf_str(&out);
}

Str hit_whys(Arena *a, const FindHit *h) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < h->whys.len; i++) {
        if (i) buf_lit(&out, "; ");
        buf_put(&out, h->whys.at[i]);
    }
    return buf_str(&out);
}

static Reply search_reply(Ctx *c, const Filled *f, const SearchPage *p) {
    Buf out = {.arena = c->arena};
    people_search_view(&out, c, f, p);
    Page frame = {.title = p->asked ? S("People found") : form.title,
                  .no_index = true,
                  .crumbs = {{S("Work"), {S("/work")}}}};
    return page(c, frame, &out);
}

Reply people_search(Ctx *c) {
    Filled f = form_blank(&form, NULL);
    return search_reply(c, &f, &(SearchPage){.asked = false});
}

// Where nothing can be searched by, each part that was typed says why.
static void ask_check(Ctx *c, FindAsk ask, Filled *f) {
    FindAsk wrong = {0};
    if (f->n_errors || !find_asks_nothing(c->arena, ask, c->today, &wrong)) return;
    if (wrong.born.len) form_wrong(f, "born", wrong.born);
    if (wrong.place.len) form_wrong(f, "place", wrong.place);
    if (wrong.number.len) form_wrong(f, "number", wrong.number);
    if (!f->n_errors) form_wrong(f, "name", S("Enter a name, a date of birth, a postcode or a number"));
}

Reply people_search_ask(Ctx *c) {
    SearchPage p = {.asked = true};
    Filled f = form_read(c, &form, &p.ask);
    ask_check(c, p.ask, &f);
    if (f.n_errors) {
        p.asked = false;
        Reply again = search_reply(c, &f, &p);
        again.status = 422;
        return again;
    }
    p.hits = find_people(c, p.ask, param(c->form, S("all")).len ? SHOWN_MOST : SHOWN);
    p.proof = search_proof(c, p.ask);
    return search_reply(c, &f, &p);
}

static void hit_json(Json *j, const FindHit *h) {
    json_open(j, '{');
    json_key(j, S("id"));
    json_int(j, h->person);
    const struct {
        Str key, value;
    } texts[] = {{S("name"), h->name}, {S("age"), h->age}, {S("area"), h->area}, {S("teams"), h->teams}};
    for (size_t i = 0; i < COUNT(texts); i++) {
        json_key(j, texts[i].key);
        json_str(j, texts[i].value);
    }
    json_key(j, S("whys"));
    json_open(j, '[');
    for (size_t i = 0; i < h->whys.len; i++) json_str(j, h->whys.at[i]);
    json_close(j, ']');
    json_key(j, S("sure"));
    json_bool(j, h->sure);
    json_key(j, S("open"));
    json_bool(j, h->open);
    json_close(j, '}');
}

Reply people_find_json(Ctx *c) {
    FindAsk ask = {param(c->form, S("name")), param(c->form, S("born")), param(c->form, S("place")),
                   param(c->form, S("number"))};
    FindHits hits = find_people(c, ask, TYPED_AHEAD);
    Buf out = {.arena = c->arena};
    Json j = {.out = &out};
    json_open(&j, '{');
    json_key(&j, S("hits"));
    json_open(&j, '[');
    for (size_t i = 0; i < hits.len; i++) hit_json(&j, &hits.at[i]);
    json_close(&j, ']');
    json_key(&j, S("more"));
    json_bool(&j, hits.more);
    json_key(&j, S("unclear"));
    json_str(&j, hits.unclear);
    json_close(&j, '}');
    return text_reply(S("application/json"), buf_str(&out));
}
