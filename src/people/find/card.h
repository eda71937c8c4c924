// What is known of a person that a search can meet: the card. Written as one line a fact, read back into the
// same facts, and the source of every key in find_post.
#ifndef KITH_CARD_H
#define KITH_CARD_H

#include "db/db.h"
#include "people/find/sound.h"

enum { NAMES_MAX = 8, NAME_WORDS_MAX = 6, PLACES_MAX = 8, NUMBERS_MAX = 6, WORDS_MAX = 14, KEYS_MAX = 400 };

typedef struct NameFact {
    char used;                  // 'n' now, 'b' before, 'k' known as
    size_t n_given, n_words;    // the family's words follow the given
    Str word[2 * NAME_WORDS_MAX];
} NameFact;
typedef struct PlaceFact {
    bool now;
    Str postcode;    // "NG72AB", or empty
    Str house;       // "14 alma", the street by its sound, or empty
} PlaceFact;
typedef struct Facts {
    size_t n_names, n_places, n_numbers;
    NameFact name[NAMES_MAX];
    Str born;    // ISO, or empty
    PlaceFact place[PLACES_MAX];
    Str number[NUMBERS_MAX];    // "nhs:9434765919"
} Facts;

void fact_name(Arena *a, Facts *f, Str given, Str family, Str used);
void fact_place(Arena *a, Facts *f, Str line, Str postcode, bool now);
void fact_number(Arena *a, Facts *f, Str kind, Str value);
Str card_write(Arena *a, const Facts *f);
Facts card_read(Str card);

// Each different word of the names, and words that stand beside each other run together.
typedef struct CardWords {
    size_t len;
    Str at[WORDS_MAX];
} CardWords;
CardWords card_words(Arena *a, const Facts *f);

// "NG7 2ab" is "NG72AB"; what is no letter or digit goes.
Str postcode_packed(Arena *a, Str text);
// The first half of a whole packed postcode.
Str postcode_area(Str packed);
// "14 alma" of "Flat 2, 14 Alma Road", the street as it sounds; empty when there is no house and street.
Str house_of(Arena *a, Str line);

// The keys of find_post, by what they hold.
int64_t key_word_born(int64_t word, Str born);    // born empty: not known
int64_t key_pair(int64_t one, int64_t other);
int64_t key_word_area(int64_t word, Str area);
int64_t key_born(Str born);
int64_t key_postcode(Str packed);        // of the beginning of one: the least that fits
int64_t key_postcode_end(Str packed);    // and the greatest
int64_t key_house(Str house);
int64_t key_number(Str number);
int64_t key_word_last(int64_t word);    // the greatest of the word with any date

typedef struct Keys {
    size_t len;
    int64_t at[KEYS_MAX];
} Keys;
// Every key of a person; `word` gives the number of a word, or NONE for one that has none.
Keys card_keys(Arena *a, const Facts *f, int64_t (*word)(void *arg, Str word), void *arg);

#endif
