// The inside of a search: what is asked, whom it meets, how like they are. Only for this folder.
#ifndef KITH_SEARCH_H
#define KITH_SEARCH_H

#include "people/find/card.h"
#include "people/find/find.h"
#include "people/find/find.sql.h"

enum { TOKENS_MAX = 6, SLOTS_MAX = 2 * TOKENS_MAX, SLOT_WORDS = 14, WHYS_MAX = 10 };

// A word that was typed, or two side by side run together, and the words of the index that are like it.
typedef struct SlotWord {
    int64_t id;
    Like like;
} SlotWord;
typedef struct Slot {
    Heard heard;
    size_t first, span;    // which of the words typed, and how many
    size_t n_words;
    SlotWord word[SLOT_WORDS];
} Slot;

// A day as somebody says it: whole, a month of a year, or a year.
typedef struct Born {
    int year, month, day;    // 0: not said
    Str iso;                 // when whole; else empty
} Born;

typedef struct Asked {
    size_t n_tokens, n_slots;
    Slot slot[SLOTS_MAX];    // the words typed, then those run together
    Born born;
    Str postcode;    // packed, or its beginning; empty
    bool whole;      // the postcode is
    size_t n_areas;
    Str area[2];    // first halves that it may be or have
    Str house;      // as house_of()
    Str number;     // "nhs:…" or "upn:…", or empty
} Asked;
// What was not understood comes back as a sentence in *ret_unclear.
Asked asked_read(Arena *a, FindAsk ask, Date today, Str *ret_unclear);
bool born_read(Arena *a, Str text, Date today, Born *ret);
bool asked_nothing(const Asked *q);

// How a date of birth may have slipped.
typedef enum Slip {
    DAY_SAME,
    DAY_SWAPPED,
    DIGITS_SWAPPED,
    DIGIT_WRONG,
    MONTH_SAME,
    YEAR_SAME,
    DAY_OTHER
} Slip;
int slip_points(Slip s);
Slip slip_between(const Born *asked, Str held);    // held: ISO
// Every date that is one slip away; calls back with each and its slip, the likeliest first.
void slips_each(Arena *a, const Born *asked, Date today, void (*each)(void *arg, Str iso, Slip), void *arg);

// People met by the index, likeliest first, before their cards are read.
typedef struct Met {
    int64_t person;
    int name, born, place, number;    // the best of each
} Met;
typedef struct Mets {
    size_t len;
    Met *at;
} Mets;
Mets people_met(Ctx *c, Asked *q);

// What a card says for and against being whom was asked for.
typedef struct Evidence {
    int points;
    bool sure;
    FindWhys whys;
} Evidence;
Evidence evidence_of(Arena *a, const Asked *q, const Facts *f);

Str numbers_text(Arena *a, const int64_t *at, size_t len);    // "[1,2,3]"

#endif
