// Keeping the index: of one person in the write that changed them, and of everybody at once.
#include <inttypes.h>
#include <stdlib.h>

#include "people/find/search.h"

enum { BATCH = 20000, ROWS = 500 };

// ---- words ------------------------------------------------------------------------------------------------

static int64_t word_known(void *db, Str word) { return find_word_id(db, word); }

typedef struct Vocabulary {    // while one write lasts
    Db *db;
    Arena *arena;
    size_t room, len;    // an open hash; room is a power of two, or 0: nothing is remembered
    Str *word;
    int64_t *id;
} Vocabulary;

static int64_t word_make(Vocabulary *w, Str word) {
    int64_t id = find_word_id(w->db, word);
    if (id != NONE) return id;
    id = find_word_put(w->db, word);
    if (id == NONE) return find_word_id(w->db, word);
    Spells s = spells_of(w->arena, word);
    find_spell_put(w->db, id, numbers_text(w->arena, s.at, s.len));
    return id;
}

static void vocabulary_grow(Vocabulary *w) {
    Vocabulary old = *w;
    w->room = old.room * 2;
    w->word = arena_new(w->arena, Str, w->room);
    w->id = arena_new(w->arena, int64_t, w->room);
    for (size_t i = 0; i < old.room; i++) {
        if (!old.word[i].at) continue;
        size_t k = (size_t)hash60(old.word[i]) & (w->room - 1);
        while (w->word[k].at) k = (k + 1) & (w->room - 1);
        w->word[k] = old.word[i];
        w->id[k] = old.id[i];
    }
}

static int64_t word_id(void *arg, Str word) {
    Vocabulary *w = arg;
    if (!w->room) return word_make(w, word);
    size_t k = (size_t)hash60(word) & (w->room - 1);
    for (; w->word[k].at; k = (k + 1) & (w->room - 1))
        if (str_eq(w->word[k], word)) return w->id[k];
    int64_t id = word_make(w, word);
    w->word[k] = str_copy(w->arena, word);
    w->id[k] = id;
    if (++w->len * 2 > w->room) vocabulary_grow(w);
    return id;
}

// ---- the facts of some people -----------------------------------------------------------------------------

typedef struct Known {
    FoundPersonList people;
    FoundNameList names;
    FoundPlaceList places;
    FoundNumberList numbers;
    size_t name, place, number;    // how far they were read
} Known;

static Known known_read(Db *db, int64_t from, int64_t to) {
    return (Known){.people = found_people(db, from, to),
                   .names = found_names(db, from, to),
                   .places = found_places(db, from, to),
                   .numbers = found_numbers(db, from, to)};
}

// A name that was never taken apart: its last word is the family's.
static void fact_whole_name(Arena *a, Facts *f, Str name) {
    size_t last = name.len;
    while (last && name.at[last - 1] != ' ') last--;
    fact_name(a, f, (Str){name.at, last}, (Str){name.at + last, name.len - last}, S("now"));
}

// People come by number, and so do the other lists. Whoever has no names of their own has that of the record.
static Facts facts_of(Arena *a, Known *k, const FoundPerson *p) {
    Facts f = {.born = p->born_on.at ? p->born_on : S("")};
    for (; k->name < k->names.len && k->names.at[k->name].person_id == p->id; k->name++) {
        const FoundName *n = &k->names.at[k->name];
        fact_name(a, &f, n->given, n->family, n->used);
    }
    if (!f.n_names) fact_whole_name(a, &f, p->name);
    for (; k->place < k->places.len && k->places.at[k->place].person_id == p->id; k->place++) {
        const FoundPlace *at = &k->places.at[k->place];
        fact_place(a, &f, at->line, at->postcode, !at->ends_on.at);
    }
    for (; k->number < k->numbers.len && k->numbers.at[k->number].person_id == p->id; k->number++)
        fact_number(a, &f, k->numbers.at[k->number].kind, k->numbers.at[k->number].value);
    return f;
}

// ---- one --------------------------------------------------------------------------------------------------

// Those of `these` that are not among `others`.
static Str numbers_less(Arena *a, const Keys *these, const Keys *others) {
    int64_t left[KEYS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < these->len; i++) {
        bool there = false;
        for (size_t k = 0; k < others->len && !there; k++) there = others->at[k] == these->at[i];
        if (!there) left[n++] = these->at[i];
    }
    return n ? numbers_text(a, left, n) : (Str){0};
}

void find_index(Db *db, Arena *a, int64_t person) {
    Known k = known_read(db, person, person);
    if (!k.people.len) return;
    Facts f = facts_of(a, &k, &k.people.at[0]);
    Str card = card_write(a, &f), was = find_card_now(db, person);
    if (was.at && str_eq(was, card)) return;
    Vocabulary words = {.db = db, .arena = a};
    Facts before = card_read(was.at ? was : S(""));
    Keys *old = arena_new(a, Keys, 2), *now = old + 1;
    *old = card_keys(a, &before, word_known, db);
    *now = card_keys(a, &f, word_id, &words);
    Str gone = numbers_less(a, old, now), come = numbers_less(a, now, old);
    if (gone.at) find_post_take(db, person, gone);
    if (come.at) find_post_put(db, person, come);
    find_card_put(db, person, card);
}

// ---- everybody --------------------------------------------------------------------------------------------

typedef struct Post {
    int64_t key, person;
} Post;
typedef struct Posts {
    size_t len, room;
    Post *at;
    Arena *arena;
} Posts;

static void posts_add(Posts *p, int64_t person, const Keys *k) {
    if (p->len + k->len > p->room) {
        size_t room = p->room * 2 + BATCH * 16;
        Post *at = arena_new(p->arena, Post, room);
        if (p->len) memcpy(at, p->at, p->len * sizeof *at);
        p->at = at;
        p->room = room;
    }
    for (size_t i = 0; i < k->len; i++) p->at[p->len++] = (Post){k->at[i], person};
}

static int post_order(const void *a, const void *b) {
    const Post *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return (x->person > y->person) - (x->person < y->person);
}

// In the order of the table, for a tree is built several times faster so.
static void posts_put(Db *db, Posts *p) {
    if (p->len) qsort(p->at, p->len, sizeof *p->at, post_order);
    for (size_t i = 0; i < p->len; i += ROWS) {
        Buf rows = {.arena = p->arena};
        for (size_t k = i; k < p->len && k < i + ROWS; k++)
            buf_fmt(&rows, "%s[%" PRId64 ",%" PRId64 "]", k == i ? "[" : ",", p->at[k].key, p->at[k].person);
        buf_byte(&rows, ']');
        find_post_put_all(db, buf_str(&rows));
    }
}

static int64_t batch(Db *db, Arena *a, Vocabulary *words, int64_t from) {
    Known k = known_read(db, from, from + BATCH - 1);
    Posts posts = {.arena = a};
    Keys *keys = arena_new(a, Keys, 1);
    int64_t n = 0;
    for (size_t i = 0; i < k.people.len; i++) {
        int64_t id = k.people.at[i].id;
        Facts f = facts_of(a, &k, &k.people.at[i]);
        if (find_card_now(db, id).at) continue;
        *keys = card_keys(a, &f, word_id, words);
        posts_add(&posts, id, keys);
        find_card_put(db, id, card_write(a, &f));
        n++;
    }
    posts_put(db, &posts);
    return n;
}

int64_t find_index_all(Db *db) {
    Arena *mine = arena_open(), *lasting = arena_open(), *theirs = db_arena(db);
    Vocabulary words = {.db = db, .arena = lasting, .room = 1024};
    words.word = arena_new(lasting, Str, words.room);
    words.id = arena_new(lasting, int64_t, words.room);
    int64_t n = 0;
    for (int64_t from = 0; !db_fault(db).at;) {
        db_use(db, mine);
        from = found_next(db, from);
        if (from == NONE) break;
        n += batch(db, mine, &words, from);
        from += BATCH - 1;
        arena_reset(mine);
    }
    db_use(db, theirs);
    arena_close(mine);
    arena_close(lasting);
    return n;
}
