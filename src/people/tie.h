// How people belong together. Each tie is one row, read both ways: "Sara is the mother of Omar", "Omar is the
// son of Sara". A tie that cannot be is refused with a sentence.
#ifndef KITH_TIE_H
#define KITH_TIE_H

#include "people/tie.sql.h"
#include "web/form.h"

// Keys are kept in the database.
typedef struct TieKind {
    const char *key;
    Str asks;    // as offered: "Mother who gave birth to them"
    // What the first is to the second, and the second to the first, by gender: female, male, not said
    Str there[3], back[3];
    int up;         // generations the first is above the second
    bool older;     // the first was born before the second
    bool raises;    // may have parental responsibility; see the way 'kin' in sight
    bool blood;     // by birth: no child is its own ancestor
} TieKind;
extern const TieKind ties[];
extern const size_t n_ties;
const TieKind *tie_kind(Str key);    // NULL when there is none
// What the first is to the second (or, `back`, the second to the first): "mother", "grandson".
Str tie_word(const TieKind *k, bool back, Str gender);
// "Sara Khan is the mother of Omar Khan". Names as shown.
Str tie_sentence(Arena *a, const TieKind *k, Str first, Str first_gender, Str second);

// A tie that somebody wants to write down, and what is known of the two.
typedef struct TieNew {
    const TieKind *kind;
    int64_t first, second;                                   // records as shown (one_id)
    Str first_name, second_name, first_born, second_born;    // born: ISO or absent
    bool first_unborn;
    Str starts_on, ends_on;    // ISO or absent
    int64_t responsible;       // 1, 0, or NONE: not asked
} TieNew;
// Why it cannot be, or absent. Asks the database what is written down already.
Str tie_refused(Arena *a, Db *db, const TieNew *t);

#endif
