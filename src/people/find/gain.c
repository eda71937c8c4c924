// Whose sight a join changes. Nothing is reckoned: the two are joined, who sees the whole is asked of the
// same view as ever, and whoever called undoes it.
#include "people/find/join.h"

enum { KINDS = 32 };

typedef struct Seeing {
    int64_t account;
    Str name, agency;
    uint32_t first, second, whole;    // a bit a kind of information; all of them: '*'
} Seeing;
typedef struct Seers {
    size_t len, room;
    Seeing *at;
    Arena *arena;
} Seers;

static uint32_t kind_bit(Str kind) {
    if (str_eq(kind, S("*"))) return (UINT32_C(1) << n_info) - 1;
    for (size_t i = 0; i < n_info && i < KINDS; i++)
        if (str_eq(kind, str_from(info[i].key))) return UINT32_C(1) << i;
    return 0;
}

static Seeing *seer(Seers *s, const SightOn *r) {
    for (size_t i = 0; i < s->len; i++)
        if (s->at[i].account == r->account_id) return &s->at[i];
    if (s->len == s->room) {
        size_t room = s->room * 2 + 64;
        Seeing *at = arena_new(s->arena, Seeing, room);
        if (s->len) memcpy(at, s->at, s->len * sizeof *at);
        s->at = at;
        s->room = room;
    }
    s->at[s->len] = (Seeing){.account = r->account_id, .name = r->name, .agency = r->agency};
    return &s->at[s->len++];
}

static void see(Seers *s, const SightOnList *rows, size_t offset) {
    for (size_t i = 0; i < rows->len; i++) {
        uint32_t *bits = (uint32_t *)(void *)((char *)seer(s, &rows->at[i]) + offset);
        *bits |= kind_bit(rows->at[i].kind);
    }
}

static Str kinds_said(Arena *a, uint32_t bits) {
    if (!bits) return S("nothing");
    if (bits == (UINT32_C(1) << n_info) - 1) return S("everything");
    Buf out = {.arena = a};
    for (size_t i = 0; i < n_info; i++)
        if (bits >> i & 1) buf_fmt(&out, "%s%.*s", out.len ? "; " : "", STR_FMT(info[i].name));
    return buf_str(&out);
}

Gains join_gains(Ctx *c, int64_t first, int64_t second, Str first_name, Str second_name) {
    Seers s = {.arena = c->arena};
    SightOnList of_first = sights_on(c->db, first, c->now), of_second = sights_on(c->db, second, c->now);
    see(&s, &of_first, offsetof(Seeing, first));
    see(&s, &of_second, offsetof(Seeing, second));
    if (!join_make(c, first, second, S("to see who would see it"))) return (Gains){0};
    SightOnList whole = sights_on(c->db, person_shown(c->db, first)->id, c->now);
    see(&s, &whole, offsetof(Seeing, whole));
    Gains g = {.at = arena_new(c->arena, Gain, s.len)};
    for (size_t i = 0; i < s.len; i++) {
        const Seeing *w = &s.at[i];
        if (w->first == w->whole && w->second == w->whole) continue;
        Str was = str_fmt(c->arena, "%.*s: %s. %.*s: %s", STR_FMT(first_name),
                          str_c(c->arena, kinds_said(c->arena, w->first)), STR_FMT(second_name),
                          str_c(c->arena, kinds_said(c->arena, w->second)));
        g.at[g.len++] = (Gain){w->account,
                               w->name,
                               w->agency,
                               was,
                               kinds_said(c->arena, w->whole),
                               (w->first | w->second) & ~w->whole ? true : false};
    }
    return g;
}
