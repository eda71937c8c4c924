// From what was asked to people whose cards are worth reading: a handful of queries, each by a list of keys.
#include <stdlib.h>

#include "base/json.h"
#include "people/find/search.h"

enum {
    WORDS_MET = 300,
    KEYS_ASKED = 1500,
    POSTS = 6000,
    RANGE = 300,
    FEW = 10,
    PEOPLE = 150,
    SLIP_WORDS = 5
};

Str numbers_text(Arena *a, const int64_t *at, size_t len) {
    Buf out = {.arena = a};
    buf_byte(&out, '[');
    for (size_t i = 0; i < len; i++) {
        if (i) buf_byte(&out, ',');
        buf_int(&out, at[i]);
    }
    buf_byte(&out, ']');
    return buf_str(&out);
}

// ---- words ------------------------------------------------------------------------------------------------

static void slot_word(Slot *s, int64_t id, Like like) {
    size_t n = s->n_words, at = n;
    while (at && s->word[at - 1].like < like) at--;
    if (at == SLOT_WORDS) return;
    size_t last = n < SLOT_WORDS ? n : SLOT_WORDS - 1;
    memmove(&s->word[at + 1], &s->word[at], (last - at) * sizeof *s->word);
    s->word[at] = (SlotWord){id, like};
    if (n < SLOT_WORDS) s->n_words++;
}

static Str forms_text(Arena *a, const Asked *q) {
    Buf out = {.arena = a};
    Json j = {.out = &out};
    json_open(&j, '[');
    for (size_t i = 0; i < q->n_slots; i++) {
        json_str(&j, q->slot[i].heard.word);
        for (size_t k = 0; k < q->slot[i].heard.n_forms; k++) json_str(&j, q->slot[i].heard.form[k]);
    }
    json_close(&j, ']');
    return buf_str(&out);
}

// Whoever is still typing has written the beginning of the last word.
static void words_meet(Ctx *c, Asked *q) {
    if (!q->n_tokens) return;
    Buf keys = {.arena = c->arena};
    for (size_t i = 0; i < q->n_slots; i++) {
        Spells s = spells_of(c->arena, q->slot[i].heard.word);
        Str text = numbers_text(c->arena, s.at, s.len);
        buf_put(&keys, keys.len ? S(",") : S("["));
        buf_put(&keys, (Str){text.at + 1, text.len - 2});
    }
    buf_byte(&keys, ']');
    Str last = q->slot[q->n_tokens - 1].heard.word,
        high = last.len < 3 ? last : str_fmt(c->arena, "%.*s~", STR_FMT(last));
    MetWordList words = words_met(c->db, buf_str(&keys), forms_text(c->arena, q), last, high, WORDS_MET);
    for (size_t i = 0; i < words.len; i++) {
        Heard held = heard_held(c->arena, words.at[i].word);
        for (size_t k = 0; k < q->n_slots; k++) {
            Like like = word_like(&q->slot[k].heard, &held);
            if (like != UNLIKE && (like != BEGINS || q->slot[k].first + q->slot[k].span == q->n_tokens))
                slot_word(&q->slot[k], words.at[i].id, like);
        }
    }
}

// ---- keys -------------------------------------------------------------------------------------------------

typedef struct Weight {
    int64_t key;
    int name, born, place, number;
} Weight;
typedef struct Weights {
    size_t len, room;
    Weight *at;
    Arena *arena;
    const Asked *asked;
} Weights;

static void weigh(Weights *w, Weight one) {
    if (w->len == w->room) {
        size_t room = w->room * 2 + 512;
        Weight *at = arena_new(w->arena, Weight, room);
        if (w->len) memcpy(at, w->at, w->len * sizeof *at);
        w->at = at;
        w->room = room;
    }
    w->at[w->len++] = one;
}

static void weigh_pairs(Weights *w, const Slot *x, const Slot *y) {
    if (x->first + x->span > y->first && y->first + y->span > x->first) return;    // of the same words typed
    for (size_t i = 0; i < x->n_words; i++)
        for (size_t k = 0; k < y->n_words; k++)
            weigh(w, (Weight){key_pair(x->word[i].id, y->word[k].id),
                              .name = like_points(x->word[i].like) + like_points(y->word[k].like)});
}

static void weigh_slip(void *arg, Str iso, Slip slip) {
    Weights *w = arg;
    const Asked *q = w->asked;
    for (size_t i = 0; i < q->n_tokens; i++)
        for (size_t k = 0; k < q->slot[i].n_words && k < SLIP_WORDS; k++)
            weigh(w, (Weight){key_word_born(q->slot[i].word[k].id, iso),
                              .name = like_points(q->slot[i].word[k].like), .born = slip_points(slip)});
}

static void weigh_words(Weights *w, const Asked *q, const Slot *s) {
    for (size_t k = 0; k < s->n_words; k++) {
        int points = like_points(s->word[k].like);
        if (q->born.iso.len)
            weigh(w, (Weight){key_word_born(s->word[k].id, q->born.iso), .name = points, .born = 80});
        for (size_t i = 0; i < q->n_areas; i++)
            weigh(w, (Weight){key_word_area(s->word[k].id, q->area[i]), .name = points, .place = 12});
    }
}

// The number itself, and every number one digit away: the card says which it was.
static void weigh_number(Weights *w, Str number) {
    weigh(w, (Weight){key_number(number), .number = 150});
    char *other = str_c(w->arena, number);
    for (size_t i = 4; i < number.len; i++) {
        if (number.at[i] < '0' || number.at[i] > '9') continue;
        for (char d = '0'; d <= '9'; d++)
            if ((other[i] = d) != number.at[i]) weigh(w, (Weight){key_number(str_from(other)), .number = 90});
        other[i] = number.at[i];
    }
}

static Weights weights_of(Ctx *c, const Asked *q) {
    Weights w = {.arena = c->arena, .asked = q};
    for (size_t i = 0; i < q->n_slots; i++) {
        for (size_t k = 0; k < i; k++) weigh_pairs(&w, &q->slot[i], &q->slot[k]);
        weigh_words(&w, q, &q->slot[i]);
    }
    if (q->born.month) slips_each(c->arena, &q->born, c->today, weigh_slip, &w);
    if (q->whole) weigh(&w, (Weight){key_postcode(q->postcode), .place = 45});
    if (q->house.len) weigh(&w, (Weight){key_house(q->house), .place = 35});
    if (q->born.iso.len && !q->n_tokens) weigh(&w, (Weight){key_born(q->born.iso), .born = 80});
    if (q->number.len) weigh_number(&w, q->number);
    return w;
}

// ---- people -----------------------------------------------------------------------------------------------

typedef struct Crowd {    // an open hash of people met
    size_t room, len;
    Met *at;
} Crowd;

static Met *crowd_find(Crowd *crowd, int64_t person) {
    size_t k = (size_t)((uint64_t)person * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (crowd->room - 1);
    while (crowd->at[k].person && crowd->at[k].person != person) k = (k + 1) & (crowd->room - 1);
    if (!crowd->at[k].person) crowd->len++;
    crowd->at[k].person = person;
    return &crowd->at[k];
}

static int most(int a, int b) { return a > b ? a : b; }

static void meet_as(Crowd *crowd, int64_t person, const Weight *w) {
    if (crowd->len * 2 >= crowd->room) return;
    Met *m = crowd_find(crowd, person);
    m->name = most(m->name, w->name);
    m->born = most(m->born, w->born);
    m->place = most(m->place, w->place);
    m->number = most(m->number, w->number);
}

static int met_points(const Met *m) { return m->name + m->born + m->place + m->number; }

static int by_points(const void *a, const void *b) {
    const Met *x = a, *y = b;
    int d = met_points(y) - met_points(x);
    return d ? d : (x->person > y->person) - (x->person < y->person);
}

static int by_weight(const void *a, const void *b) {
    const Weight *x = a, *y = b;
    return y->name + y->born + y->place + y->number - x->name - x->born - x->place - x->number;
}

static int by_key(const void *a, const void *b) {
    int64_t x = ((const Weight *)a)->key, y = ((const Weight *)b)->key;
    return (x > y) - (x < y);
}

static void meet_by_keys(Ctx *c, Weights *w, Crowd *crowd) {
    if (!w->len) return;
    qsort(w->at, w->len, sizeof *w->at, by_weight);
    if (w->len > KEYS_ASKED) w->len = KEYS_ASKED;
    int64_t *keys = arena_new(c->arena, int64_t, w->len);
    for (size_t i = 0; i < w->len; i++) keys[i] = w->at[i].key;
    PostingList posts = posts_met(c->db, numbers_text(c->arena, keys, w->len), POSTS);
    qsort(w->at, w->len, sizeof *w->at, by_key);
    for (size_t i = 0; i < posts.len; i++) {
        Weight want = {.key = posts.at[i].key};
        const Weight *found = bsearch(&want, w->at, w->len, sizeof *w->at, by_key);
        if (found) meet_as(crowd, posts.at[i].person_id, found);
    }
}

static void meet_between(Ctx *c, int64_t low, int64_t high, Weight w, Crowd *crowd) {
    PostingList posts = posts_between(c->db, low, high, RANGE);
    for (size_t i = 0; i < posts.len; i++) meet_as(crowd, posts.at[i].person_id, &w);
}

// Where two words together met hardly anybody, one of them may be all there is to go by.
static void meet_by_one(Ctx *c, const Asked *q, Crowd *crowd) {
    for (size_t i = 0; i < q->n_tokens && !q->born.iso.len; i++)
        for (size_t k = 0; k < q->slot[i].n_words && k < 3; k++) {
            const SlotWord *s = &q->slot[i].word[k];
            meet_between(c, key_word_born(s->id, S("")), key_word_last(s->id),
                         (Weight){.name = like_points(s->like)}, crowd);
        }
    if (q->postcode.len && !q->whole && !q->n_tokens)
        meet_between(c, key_postcode(q->postcode), key_postcode_end(q->postcode), (Weight){.place = 25},
                     crowd);
}

Mets people_met(Ctx *c, Asked *q) {
    words_meet(c, q);
    Weights w = weights_of(c, q);
    Crowd crowd = {.room = 16384};
    crowd.at = arena_new(c->arena, Met, crowd.room);
    meet_by_keys(c, &w, &crowd);
    if (crowd.len < FEW) meet_by_one(c, q, &crowd);
    Met *at = arena_new(c->arena, Met, crowd.len);
    size_t n = 0;
    for (size_t i = 0; i < crowd.room; i++)
        if (crowd.at[i].person) at[n++] = crowd.at[i];
    if (n) qsort(at, n, sizeof *at, by_points);
    return (Mets){n < PEOPLE ? n : PEOPLE, at};
}
