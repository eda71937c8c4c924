// Reading what waits: whom it is about, what the actor may see of each of them, and only then what is said.
// Three small questions are sooner answered than a large one, in which every part of the list would carry all
// the ways there are to a record.
#include "pathway/work/work.h"

#include <stdlib.h>

static int by_id(const void *a, const void *b) {
    const WorkPerson *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

// "[1,2]": each once; absent: nobody.
static Str list_of(Arena *a, WorkPersonList all) {
    Buf out = {.arena = a};
    if (!all.len) return (Str){0};
    qsort(all.at, all.len, sizeof *all.at, by_id);
    for (size_t i = 0; i < all.len; i++) {
        if (i && all.at[i].id == all.at[i - 1].id) continue;
        buf_put(&out, i ? S(",") : S("["));
        buf_int(&out, all.at[i].id);
    }
    buf_byte(&out, ']');
    return buf_str(&out);
}

static Str people_of(Ctx *c, const WorkAsk *asks, size_t n) {
    WorkPersonList *of = arena_new(c->arena, WorkPersonList, n), all = {0};
    for (int round = 0; db_together(c->db, &round);)
        for (size_t i = 0; i < n; i++)
            of[i] = asks[i].team == NONE ? work_people(c->db, asks[i].owner)
                                         : work_people_of_team(c->db, asks[i].team);
    for (size_t i = 0; i < n; i++) all.len += of[i].len;
    all.at = arena_new(c->arena, WorkPerson, all.len + 1);
    all.len = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < of[i].len; k++) all.at[all.len++] = of[i].at[k];
    return list_of(c->arena, all);
}

// Whom the actor sees all of, ",1,2,", and the kinds of the others, ",3:plan,3:see,".
typedef struct Sights {
    Buf whole, some;
    bool all;                              // there are no others
} Sights;

static void take_kinds(Buf *out, const WorkSight *s) {
    Str rest = s->kinds;
    for (Str kind; rest.len;) {
        kind = str_cut(&rest, S(","));
        if (!kind.len) continue;
        buf_int(out, s->id);
        buf_byte(out, ':');
        buf_put(out, kind);
        buf_byte(out, ',');
    }
}

static Sights sights_of(Ctx *c, Str people) {
    Sights out = {{.arena = c->arena}, {.arena = c->arena}, false};
    buf_byte(&out.whole, ',');
    buf_byte(&out.some, ',');
    WorkSightList all = {0};
    if (people.len) all = work_sights(c->db, people, c->actor.id, c->now);
    out.all = all.len > 0;
    for (size_t i = 0; i < all.len; i++) {
        const WorkSight *s = &all.at[i];
        bool whole = str_eq(s->kinds, S("*"));
        out.all &= whole;
        if (!whole) take_kinds(&out.some, s);
        else buf_int(&out.whole, s->id), buf_byte(&out.whole, ',');
    }
    return out;
}

void work_read(Ctx *c, WorkAsk *asks, size_t n) {
    Sights s = sights_of(c, people_of(c, asks, n));
    Str whole = s.all ? S("*") : buf_str(&s.whole), some = buf_str(&s.some);
    for (int round = 0; db_together(c->db, &round);)
        for (size_t i = 0; i < n; i++)
            asks[i].items = asks[i].team == NONE ? work_of(c->db, asks[i].owner, whole, some)
                                                 : work_of_team(c->db, asks[i].team, whole, some);
}
