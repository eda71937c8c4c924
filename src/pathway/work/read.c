// Reading what waits. Most of what stands on a list is about children whom the actor holds: they are asked
// for first, and nothing else about them. Of anybody else on it, what may be seen is asked when they turn up:
// small questions are sooner answered than one in which each part of the list carries all the ways to a
// record.
#include "pathway/work/work.h"

#include <stdlib.h>

static void add_whole(WorkSeen *s, int64_t person) {
    buf_int(&s->whole, person);
    buf_byte(&s->whole, ',');
}

WorkSeen work_seen(Ctx *c, WorkPersonList near) {
    WorkSeen out = {{.arena = c->arena}, {.arena = c->arena}};
    buf_byte(&out.whole, ',');
    buf_byte(&out.some, ',');
    for (size_t i = 0; i < near.len; i++) add_whole(&out, near.at[i].id);
    return out;
}

static void add_kinds(WorkSeen *s, const WorkSight *sight) {
    Str rest = sight->kinds;
    while (rest.len) {
        Str kind = str_cut(&rest, S(","));
        if (!kind.len) continue;
        buf_int(&s->some, sight->id);
        buf_byte(&s->some, ':');
        buf_put(&s->some, kind);
        buf_byte(&s->some, ',');
    }
}

// `people`: "[1,2]"
static void ask_about(Ctx *c, WorkSeen *s, Str people) {
    WorkSightList all = work_sights(c->db, people, c->actor.id, c->now);
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].kinds, S("*"))) add_whole(s, all.at[i].id);
        else add_kinds(s, &all.at[i]);
}

static void read_items(Ctx *c, const WorkSeen *s, WorkAsk *asks, size_t n) {
    int64_t me = c->actor.id;
    Str whole = buf_str(&s->whole), some = buf_str(&s->some);
    for (int round = 0; db_together(c->db, &round);)
        for (size_t i = 0; i < n; i++)
            asks[i].items = asks[i].team == NONE ? work_of(c->db, asks[i].owner, me, c->now, whole, some)
                                                 : work_of_team(c->db, asks[i].team, me, c->now, whole, some);
}

static int by_id(const void *a, const void *b) {
    const WorkPerson *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

// Those on the lists who are not seen whole, as far as is known yet, as often as they stand there.
static WorkPersonList strangers(Arena *a, const WorkAsk *asks, size_t n) {
    size_t most = 0;
    for (size_t i = 0; i < n; i++) most += asks[i].items.len;
    WorkPersonList out = {.at = arena_new(a, WorkPerson, most)};
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < asks[i].items.len; k++)
            if (!asks[i].items.at[k].whole) out.at[out.len++].id = asks[i].items.at[k].one_id;
    return out;
}

// "[1,2]": each once, of those who are not among the whole; absent: there are none.
static Str list_of(Arena *a, const WorkSeen *s, WorkPersonList all) {
    Buf out = {.arena = a};
    if (all.len) qsort(all.at, all.len, sizeof *all.at, by_id);
    for (size_t i = 0; i < all.len; i++) {
        if (i && all.at[i].id == all.at[i - 1].id) continue;
        if (str_has(buf_str(&s->whole), str_fmt(a, ",%lld,", (long long)all.at[i].id))) continue;
        buf_put(&out, buf_str(&out).len ? S(",") : S("["));
        buf_int(&out, all.at[i].id);
    }
    if (buf_str(&out).len) buf_byte(&out, ']');
    return buf_str(&out);
}

static WorkPersonList both(Arena *a, WorkPersonList x, WorkPersonList y) {
    WorkPersonList out = {.at = arena_new(a, WorkPerson, x.len + y.len)};
    for (size_t i = 0; i < x.len; i++) out.at[out.len++] = x.at[i];
    for (size_t i = 0; i < y.len; i++) out.at[out.len++] = y.at[i];
    return out;
}

void work_read(Ctx *c, WorkSeen *s, WorkPersonList also, WorkAsk *asks, size_t n) {
    read_items(c, s, asks, n);
    WorkPersonList on_lists = strangers(c->arena, asks, n);
    Str people = list_of(c->arena, s, both(c->arena, on_lists, also));
    if (people.len) ask_about(c, s, people);
    if (on_lists.len) read_items(c, s, asks, n);
}
