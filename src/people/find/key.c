// The keys of find_post: three bits say what a key is of, sixty what it holds. Keys of one word lie together
// by date, and keys of postcodes that begin alike lie together, so that a beginning is a range.
#include "base/date.h"
#include "people/find/card.h"

typedef enum KeyOf { WORD_BORN, PAIR, WORD_AREA, BORN, POSTCODE, HOUSE, NUMBER_IS } KeyOf;
enum { DAY_BITS = 20, WORD_BITS = 30, AREA_BITS = 24, DAY_ZERO = 70000, POSTCODE_CHARS = 7 };

static int64_t key_made(KeyOf of, int64_t what) { return (int64_t)of << 60 | what; }

// Days are counted from 1778, so that none is negative; 0 is "not known".
static int64_t day_of(Str born) {
    Date d;
    if (!born.len || !date_parse(born, &d)) return 0;
    int64_t day = (int64_t)d + DAY_ZERO;
    return day > 0 && day < (1 << DAY_BITS) ? day : 0;
}

// Letters and digits as a number of base 37, so that those which begin alike lie together.
static int64_t packed_number(Str text, size_t chars, int64_t pad) {
    int64_t n = 0;
    for (size_t i = 0; i < chars; i++) {
        char c = i < text.len ? text.at[i] : 0;
        int64_t digit = c >= 'A' && c <= 'Z' ? c - 'A' + 11 : c >= '0' && c <= '9' ? c - '0' + 1 : 0;
        n = n * 37 + (i < text.len ? digit : pad);
    }
    return n;
}

int64_t key_word_born(int64_t word, Str born) { return key_made(WORD_BORN, word << DAY_BITS | day_of(born)); }

int64_t key_word_last(int64_t word) { return key_made(WORD_BORN, word << DAY_BITS | ((1 << DAY_BITS) - 1)); }

int64_t key_pair(int64_t one, int64_t other) {
    int64_t low = one < other ? one : other, high = one < other ? other : one;
    return key_made(PAIR, low << WORD_BITS | high);
}

int64_t key_word_area(int64_t word, Str area) {
    return key_made(WORD_AREA, word << AREA_BITS | packed_number(area, 4, 0));
}

int64_t key_born(Str born) { return key_made(BORN, day_of(born)); }
int64_t key_postcode(Str packed) { return key_made(POSTCODE, packed_number(packed, POSTCODE_CHARS, 0)); }
int64_t key_postcode_end(Str packed) { return key_made(POSTCODE, packed_number(packed, POSTCODE_CHARS, 36)); }
int64_t key_house(Str house) { return key_made(HOUSE, hash60(house)); }
int64_t key_number(Str number) { return key_made(NUMBER_IS, hash60(number)); }

static void key_add(Keys *k, int64_t key) {
    for (size_t i = 0; i < k->len; i++)
        if (k->at[i] == key) return;
    if (k->len < KEYS_MAX) k->at[k->len++] = key;
}

static void word_keys(Keys *k, const Facts *f, const int64_t *ids, size_t i) {
    key_add(k, key_word_born(ids[i], f->born));
    for (size_t o = 0; o < i; o++) key_add(k, key_pair(ids[i], ids[o]));
    for (size_t p = 0; p < f->n_places; p++)
        if (f->place[p].postcode.len) key_add(k, key_word_area(ids[i], postcode_area(f->place[p].postcode)));
}

Keys card_keys(Arena *a, const Facts *f, int64_t (*word)(void *arg, Str word), void *arg) {
    Keys k = {0};
    CardWords words = card_words(a, f);
    int64_t ids[WORDS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < words.len; i++)
        if ((ids[n] = word(arg, words.at[i])) != NONE) word_keys(&k, f, ids, n++);
    if (f->born.len) key_add(&k, key_born(f->born));
    for (size_t i = 0; i < f->n_places; i++) {
        if (f->place[i].postcode.len) key_add(&k, key_postcode(f->place[i].postcode));
        if (f->place[i].house.len) key_add(&k, key_house(f->place[i].house));
    }
    for (size_t i = 0; i < f->n_numbers; i++) key_add(&k, key_number(f->number[i]));
    return k;
}
