// The model of how names and dates go wrong on their way to the search: docs/matching.md tells it in words.
// The test of recall and the bench draw from it; the same seed makes the same slips.
#ifndef KITH_TYPO_H
#define KITH_TYPO_H

#include "base/base.h"
#include "base/date.h"

// Somebody as they were written down.
typedef struct TypoPerson {
    int64_t id;
    Str given, family;
    Str family_before;      // absent: there is none
    Str born;               // ISO
    Str postcode;           // "NG7 2AB"
    Str postcode_before;    // absent: never moved
} TypoPerson;

// What somebody types who looks for them.
typedef struct Typed {
    Str name, born, place;
    Str slips;    // what went wrong, for the report: "letter, date turned"
} Typed;
Typed typo_typed(Arena *a, const TypoPerson *p, uint64_t *random);

#endif
