// Whose access ends with a consent, before anybody confirms: by agency, and by name those who sit in the team
// around the child or have opened the record. Sight has said who; here it is only put in order.
#include <inttypes.h>

#include "people/share/within.h"

static bool is_next(LoserList all, size_t i) { return !i || all.at[i].account != all.at[i - 1].account; }

static void add_kind(Arena *a, Str *kinds, Str kind) {
    if (shows(*kinds, kind)) return;
    *kinds = kinds->len ? str_fmt(a, "%.*s,%.*s", STR_FMT(*kinds), STR_FMT(kind)) : kind;
}

static void add_loser(Ctx *c, LostAgency *g, const Loser *l, bool fresh, bool *ret_named) {
    add_kind(c->arena, &g->kinds, l->kind);
    if (fresh) {
        g->people++;
        *ret_named = l->seat || l->opened;
        if (*ret_named) g->named[g->n_named++] = (LostName){.name = l->name, .opened = l->opened == 1};
    }
    if (!*ret_named) return;
    LostName *n = &g->named[g->n_named - 1];
    if (l->role.at) n->role = l->role;
    add_kind(c->arena, &n->kinds, l->kind);
}

static bool named(Str list, Str key) { return str_eq(list, S(",")) || str_has(list, key); }

// Only what is refused is lost: what else the consent gives goes on.
static LoserList those_refused(Ctx *c, LoserList all, Str agencies, Str kinds) {
    LoserList some = {.at = arena_new(c->arena, Loser, all.len)};
    for (size_t i = 0; i < all.len; i++)
        if (named(agencies, str_fmt(c->arena, ",%" PRId64 ",", all.at[i].agency_id)) &&
            named(kinds, str_fmt(c->arena, ",%.*s,", STR_FMT(all.at[i].kind))))
            some.at[some.len++] = all.at[i];
    return some;
}

Lost consent_lost(Ctx *c, int64_t consent, int64_t one, Str agencies, Str kinds) {
    LoserList all = those_refused(c, consent_losers(c->db, consent, one, c->now), agencies, kinds);
    Lost lost = {.at = arena_new(c->arena, LostAgency, all.len)};
    bool is_named = false;
    for (size_t i = 0; i < all.len; i++) {
        const Loser *l = &all.at[i];
        if (!i || !str_eq(l->agency, all.at[i - 1].agency))
            lost.at[lost.len++] = (LostAgency){.name = l->agency,
                                               .named = arena_new(c->arena, LostName, all.len)};
        bool fresh = is_next(all, i);
        lost.people += fresh;
        add_loser(c, &lost.at[lost.len - 1], l, fresh, &is_named);
    }
    return lost;
}
