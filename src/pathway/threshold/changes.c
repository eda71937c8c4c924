// What an edition changes, beside the one before it: levels, examples, and the lists of what to do.
#include "pathway/threshold/pages.h"
#include "pathway/threshold/wording.h"
#include "pathway/threshold/wording.html.h"
#include "web/layout.h"

static void add(Arena *a, ChangeList *all, Change one) {
    if (!(all->len & (all->len - 1))) {    // full at each power of two
        Change *more = arena_new(a, Change, all->len ? all->len * 2 : 1);
        if (all->len) memcpy(more, all->at, all->len * sizeof *more);
        all->at = more;
    }
    all->at[all->len++] = one;
}

static void differs(Arena *a, ChangeList *all, const char *what, Str where, Str was, Str now) {
    if (!str_eq(was, now)) add(a, all, (Change){str_from(what), where, was, now});
}

static void levels(Ctx *c, ChangeList *all, int64_t before, int64_t after) {
    NeedLevelList now = need_levels(c->db, after);
    for (size_t i = 0; i < now.len; i++) {
        const NeedLevel *n = &now.at[i], *o = need_level_coded(c->db, before, n->code);
        if (!o) {
            add(c->arena, all, (Change){S("New level"), n->name, {0}, n->meaning});
            continue;
        }
        differs(c->arena, all, "Name of a level", n->name, o->name, n->name);
        differs(c->arena, all, "When a child is at a level", n->name, o->meaning, n->meaning);
        differs(c->arena, all, "On what footing services work", n->name, o->consent, n->consent);
    }
}

static const NeedIndicator *coded(NeedIndicatorList all, Str code) {
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].code, code)) return &all.at[i];
    return NULL;
}

static Str stands(Arena *a, const NeedIndicator *i) {
    return str_fmt(a, "%.*s, %.*s", STR_FMT(i->level_name), STR_FMT(i->dimension_name));
}

static void examples(Ctx *c, ChangeList *all, int64_t before, int64_t after) {
    NeedIndicatorList was = need_indicators(c->db, before, NONE), now = need_indicators(c->db, after, NONE);
    for (size_t i = 0; i < now.len; i++) {
        const NeedIndicator *n = &now.at[i], *o = coded(was, n->code);
        Str where = stands(c->arena, n);
        if (!o) {
            add(c->arena, all, (Change){S("New example"), where, {0}, n->text});
            continue;
        }
        differs(c->arena, all, "Example worded anew", where, o->text, n->text);
        Str from = stands(c->arena, o);
        if (!str_eq(o->level, n->level) || !str_eq(o->dimension, n->dimension))
            add(c->arena, all,
                (Change){str_fmt(c->arena, "Example moved: “%.*s”", STR_FMT(n->text)), where, from, where});
    }
    for (size_t i = 0; i < was.len; i++)
        if (!coded(now, was.at[i].code))
            add(c->arena, all,
                (Change){S("Example no longer there"), stands(c->arena, &was.at[i]), was.at[i].text, {0}});
}

static bool listed(ItemList all, const Item *one) {
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].level, one->level) && str_eq(all.at[i].kind, one->kind) &&
            str_eq(all.at[i].text, one->text))
            return true;
    return false;
}

static void items(Ctx *c, ChangeList *all, int64_t before, int64_t after) {
    ItemList was = item_list(c->db, before, (Str){0}), now = item_list(c->db, after, (Str){0});
    for (size_t i = 0; i < now.len; i++)
        if (!listed(was, &now.at[i]))
            add(c->arena, all,
                (Change){item_kind_words(now.at[i].kind), now.at[i].level_name, {0}, now.at[i].text});
    for (size_t i = 0; i < was.len; i++)
        if (!listed(now, &was.at[i]))
            add(c->arena, all,
                (Change){item_kind_words(was.at[i].kind), was.at[i].level_name, was.at[i].text, {0}});
}

ChangeList edition_changes(Ctx *c, int64_t before, int64_t after) {
    ChangeList all = {0};
    levels(c, &all, before, after);
    examples(c, &all, before, after);
    items(c, &all, before, after);
    return all;
}

Reply edition_changed(Ctx *c) {
    const Threshold *t = threshold_find(c->db, part_int(c, 0)), *before = NULL;
    if (!t) return status_page(c, 404);
    int64_t id = edition_before(c->db, t->id, date_iso(c->arena, c->today));
    ChangeList all = {0};
    if (id != NONE) before = threshold_find(c->db, id);
    if (before) all = edition_changes(c, id, t->id);
    Buf out = {.arena = c->arena};
    edition_changes_page(&out, t, before, all);
    return page(
        c,
        (Page){.title = S("What changes"),
               .no_index = true,
               .crumbs = {{S("Office"), {S("/office")}},
                          {S("Threshold document"), {S("/office/threshold")}},
                          {t->edition, url_path(c->arena, "/office/threshold/%lld", (long long)t->id)}}},
        &out);
}
