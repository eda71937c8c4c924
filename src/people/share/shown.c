// What somebody sees of a record: the views are asked as if one were them, so that a preview can promise no
// more and no less than the pages. What was so shown at one moment has a version, which a receipt keeps.
#include <sodium.h>

#include "people/share/within.h"

bool shows(Str kinds, Str kind) {
    for (Str rest = kinds; rest.at && rest.len;) {
        Str one = str_cut(&rest, S(","));
        if (str_eq(one, kind) || str_eq(one, S("*"))) return true;
    }
    return false;
}

typedef crypto_generichash_state Hashing;

static void hash_text(Hashing *h, Str s) {
    uint64_t len = s.at ? s.len : UINT64_MAX;
    crypto_generichash_update(h, (const uint8_t *)&len, sizeof len);
    if (s.len) crypto_generichash_update(h, (const uint8_t *)s.at, s.len);
}

static Str version_of(Arena *a, const Shown *s) {
    Hashing h;
    uint8_t hash[16];
    crypto_generichash_init(&h, NULL, 0, sizeof hash);
    hash_text(&h, s->kinds);
    if (s->person) hash_text(&h, s->person->name), hash_text(&h, s->person->born_on);
    for (size_t i = 0; i < s->ties.len; i++) {
        hash_text(&h, s->ties.at[i].name);
        hash_text(&h, s->ties.at[i].kind);
    }
    for (size_t i = 0; i < s->episodes.len; i++) hash_text(&h, s->episodes.at[i].team);
    for (size_t i = 0; i < s->entries.len; i++) {
        hash_text(&h, s->entries.at[i].title);
        hash_text(&h, s->entries.at[i].body);
    }
    for (size_t i = 0; i < s->views.len; i++) hash_text(&h, s->views.at[i].words);
    crypto_generichash_final(&h, hash, sizeof hash);
    return str_hex(a, hash, sizeof hash);
}

Shown shown_to(Ctx *c, int64_t one, int64_t account, int64_t agency) {
    KindList kinds = shown_kinds(c->db, one, account, agency, c->now);
    Buf keys = {.arena = c->arena};
    for (size_t i = 0; i < kinds.len; i++) buf_fmt(&keys, "%s%.*s", i ? "," : "", STR_FMT(kinds.at[i].kind));
    Shown s = {.kinds = buf_str(&keys)};
    if (shows(s.kinds, S("who"))) s.person = person_shown(c->db, one), s.ties = shown_ties(c->db, one);
    if (shows(s.kinds, S("help"))) s.episodes = shown_episodes(c->db, one);
    if (shows(s.kinds, S("view"))) s.views = shown_views(c->db, one);
    s.entries = shown_entries(c->db, one, str_fmt(c->arena, ",%.*s,", STR_FMT(s.kinds)));
    s.version = version_of(c->arena, &s);
    return s;
}

void receipt_write(Ctx *c, int64_t person, int64_t agency, const char *subject, int64_t id, Str kinds) {
    const Person *p = person_shown(c->db, person);
    if (!p) return;
    Shown s = shown_to(c, p->id, NONE, agency);
    receipt_put(c->db, person, agency, str_from(subject), id, kinds, (int64_t)s.entries.len, s.version,
                c->now, c->actor.id);
}
