// Reading what waits. Most of what stands on a list is about children whom the actor holds: the question that
// finds it tells of those alone. Of anybody else on it, what may be seen is asked when they turn up: small
// questions are sooner answered than one in which each part of the list carries all the ways to a record.
#include "pathway/work/work.h"

#include <stdlib.h>

Work work_new(Ctx *c, int64_t team) {
    Work w = {.team = team, .whole = {.arena = c->arena}, .some = {.arena = c->arena}};
    buf_byte(&w.whole, ',');
    buf_byte(&w.some, ',');
    return w;
}

void work_find(Ctx *c, Work *w) {
    Str whole = buf_str(&w->whole), some = buf_str(&w->some);
    w->items = w->team == NONE ? todo_mine(c->db, c->actor.id, c->now, whole, some)
                               : todo_of_team(c->db, w->team, c->actor.id, c->now, whole, some);
}

static int by_id(const void *a, const void *b) {
    const WorkPerson *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

// Those on the list who are seen whole, or those who are not, and `more`: each once, in order.
static WorkPersonList on_list(Arena *a, WorkItemList items, bool whole, WorkPersonList more) {
    WorkPersonList all = {.at = arena_new(a, WorkPerson, items.len + more.len)}, out = all;
    for (size_t i = 0; i < items.len; i++)
        if (items.at[i].one_id != NONE && whole == (items.at[i].whole == 1))
            all.at[all.len++].id = items.at[i].one_id;
    for (size_t i = 0; i < more.len; i++) all.at[all.len++] = more.at[i];
    if (all.len) qsort(all.at, all.len, sizeof *all.at, by_id);
    for (size_t i = 0; i < all.len; i++)
        if (!i || all.at[i].id != all.at[i - 1].id) out.at[out.len++] = all.at[i];
    return out;
}

static void add_whole(Work *w, int64_t person) {
    buf_int(&w->whole, person);
    buf_byte(&w->whole, ',');
}

static bool is_whole(const WorkPersonList *known, WorkPerson p) {
    return known->len && bsearch(&p, known->at, known->len, sizeof p, by_id);
}

Str work_strangers(Ctx *c, Work *w, WorkPersonList also) {
    WorkPersonList known = on_list(c->arena, w->items, true, (WorkPersonList){0});
    WorkPersonList others = on_list(c->arena, w->items, false, also);
    Buf out = {.arena = c->arena};
    for (size_t i = 0; i < known.len; i++) add_whole(w, known.at[i].id);
    for (size_t i = 0; i < others.len; i++) {
        if (is_whole(&known, others.at[i])) continue;
        buf_put(&out, out.len ? S(",") : S("["));
        buf_int(&out, others.at[i].id);
    }
    if (out.len) buf_byte(&out, ']');
    return buf_str(&out);
}

static void add_kinds(Work *w, const WorkSight *sight) {
    Str rest = sight->kinds;
    while (rest.len) {
        Str kind = str_cut(&rest, S(","));
        if (!kind.len) continue;
        buf_int(&w->some, sight->id);
        buf_byte(&w->some, ':');
        buf_put(&w->some, kind);
        buf_byte(&w->some, ',');
    }
}

void work_learn(Work *w, WorkSightList sights) {
    for (size_t i = 0; i < sights.len; i++)
        if (str_eq(sights.at[i].kinds, S("*"))) add_whole(w, sights.at[i].id);
        else add_kinds(w, &sights.at[i]);
}

bool work_untold(const Work *w) {
    for (size_t i = 0; i < w->items.len; i++)
        if (!w->items.at[i].whole) return true;
    return false;
}
