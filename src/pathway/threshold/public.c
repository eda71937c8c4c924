// The partnership's public promise: which help there is at which level of need, for anybody to read.
#include "base/fold.h"
#include "pathway/threshold/document.h"
#include "pathway/threshold/pages.h"
#include "pathway/threshold/public.html.h"
#include "web/layout.h"

static const Crumb need_crumb = {S("Levels of need"), {S("/need")}};

Document document_now(Ctx *c) {
    Document d = {.edition = threshold_on(c->db, date_iso(c->arena, c->today))};
    if (d.edition) d.levels = need_levels(c->db, d.edition->id);
    return d;
}

const NeedLevel *document_level(const Document *d, Str code) {
    for (size_t i = 0; i < d->levels.len; i++)
        if (str_eq(d->levels.at[i].code, code)) return &d->levels.at[i];
    return NULL;
}

Str threshold_name(Str key) {
    if (str_eq(key, S("caf"))) return S("CAF threshold");
    if (str_eq(key, S("social-care"))) return S("Social care assessment threshold");
    return S("No threshold");
}

size_t need_items_of(NeedItemList items, Str kind) {
    size_t n = 0;
    for (size_t i = 0; i < items.len; i++) n += str_eq(items.at[i].kind, kind);
    return n;
}

bool need_item_opens(NeedItemList items, size_t i) {
    if (!i) return true;
    const NeedItem *x = &items.at[i], *before = &items.at[i - 1];
    return !str_eq(x->kind, before->kind) || !str_eq(x->level, before->level);
}

void guide_links(Buf *out, Ctx *c, const char *place) {
    Document d = document_now(c);
    if (!d.edition) return;
    NeedGuideList all = need_guides(c->db, d.edition->id, (Str){0}, str_from(place));
    if (all.len) guide_list(out, all);
}

// ---- searching --------------------------------------------------------------------------------------------

Query3 query_words(Arena *a, Str query) {
    Query3 q = {0};
    Str rest = query;
    while (q.len < COUNT(q.word) && fold_word(a, &rest, &q.word[q.len])) q.len++;
    return q;
}

bool query_fits(Arena *a, const Query3 *q, Str text) {
    Str folded = fold(a, text);
    for (size_t i = 0; i < q->len; i++)
        if (!str_has(folded, q->word[i])) return false;
    return q->len > 0;
}

static void keep_indicators(Ctx *c, NeedIndicatorList *l, const Query3 *q) {
    size_t n = 0;
    for (size_t i = 0; i < l->len; i++)
        if (query_fits(c->arena, q, l->at[i].text)) l->at[n++] = l->at[i];
    l->len = n;
}

static void keep_items(Ctx *c, NeedItemList *l, const Query3 *q) {
    size_t n = 0;
    for (size_t i = 0; i < l->len; i++)
        if (query_fits(c->arena, q, l->at[i].text)) l->at[n++] = l->at[i];
    l->len = n;
}

static void keep_texts(Ctx *c, NeedTextList *l, const Query3 *q) {
    size_t n = 0;
    for (size_t i = 0; i < l->len; i++) {
        Str all = str_fmt(c->arena, "%.*s %.*s", STR_FMT(l->at[i].title), STR_FMT(l->at[i].text));
        if (query_fits(c->arena, q, all)) l->at[n++] = l->at[i];
    }
    l->len = n;
}

static NeedFound find(Ctx *c, const Threshold *t, const Query3 *q) {
    NeedFound f = {
        .indicators = need_indicators(c->db, t->id, NONE),
        .items = need_items(c->db, t->id, INT64_MAX),
        .texts = need_texts(c->db, t->id, (Str){0}),
        .services = service_search(c->db, q->word[0], q->word[1], q->word[2], (Str){0}, NONE, (Str){0}),
    };
    keep_indicators(c, &f.indicators, q);
    keep_items(c, &f.items, q);
    keep_texts(c, &f.texts, q);
    return f;
}

// ---- pages ------------------------------------------------------------------------------------------------

static Reply none_yet(Ctx *c) {
    Buf out = {.arena = c->arena};
    need_none_yet(&out);
    return page(c, (Page){.title = S("Levels of need")}, &out);
}

Reply threshold_show(Ctx *c) {
    Document d = document_now(c);
    if (!d.edition) return none_yet(c);
    Buf out = {.arena = c->arena};
    need_front(&out, c, &d, need_texts(c->db, d.edition->id, S("rule")));
    return page(c, (Page){.title = S("Levels of need")}, &out);
}

static void put_level(Buf *out, Ctx *c, const Document *d, const NeedLevel *l, bool alone) {
    NeedIndicatorList seen = need_indicators(c->db, d->edition->id, l->id);
    NeedItemList items = need_items(c->db, d->edition->id, l->number);
    need_level_part(out, l, seen, items, alone);
    NeedGuideList guides = need_guides(c->db, d->edition->id, l->code, (Str){0});
    if (alone && guides.len) guide_list(out, guides);
}

Reply threshold_level(Ctx *c) {
    Document d = document_now(c);
    const NeedLevel *l = document_level(&d, c->part[0]);
    if (!l) return status_page(c, 404);
    Buf out = {.arena = c->arena};
    need_level_head(&out, &d, l);
    put_level(&out, c, &d, l, true);
    Str title = str_fmt(c->arena, "%.*s – Levels of need", STR_FMT(l->name));
    return page(c, (Page){.title = title, .crumbs = {need_crumb}}, &out);
}

Reply threshold_search(Ctx *c) {
    Document d = document_now(c);
    if (!d.edition) return none_yet(c);
    Str text = str_trim(param(c->query, S("q")));
    Query3 q = query_words(c->arena, text);
    NeedFound f = {0};
    if (q.len) f = find(c, d.edition, &q);
    Buf out = {.arena = c->arena};
    need_search_page(&out, text, &f);
    return page(c, (Page){.title = S("Search – Levels of need"), .crumbs = {need_crumb}}, &out);
}

Reply threshold_words(Ctx *c) {
    Document d = document_now(c);
    if (!d.edition) return none_yet(c);
    Buf out = {.arena = c->arena};
    need_words_page(&out, need_texts(c->db, d.edition->id, (Str){0}));
    return page(c, (Page){.title = S("Principles and words – Levels of need"), .crumbs = {need_crumb}}, &out);
}

// All of it on one page, for printing.
Reply threshold_all(Ctx *c) {
    Document d = document_now(c);
    if (!d.edition) return none_yet(c);
    Buf out = {.arena = c->arena};
    need_all_head(&out, c, &d);
    for (size_t i = 0; i < d.levels.len; i++) put_level(&out, c, &d, &d.levels.at[i], false);
    need_words_part(&out, need_texts(c->db, d.edition->id, (Str){0}));
    Str title = S("Everything on one page – Levels of need");
    return page(c, (Page){.title = title, .crumbs = {need_crumb}}, &out);
}
