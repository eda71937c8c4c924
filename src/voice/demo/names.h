// Made-up people: names from everywhere, as often as a city hears them.
#ifndef KITH_DEMO_NAMES_H
#define KITH_DEMO_NAMES_H

#include "base/base.h"

typedef struct Naming {                    // one way of naming
    int weight;                            // in a hundred families
    const char *family, *girls, *boys;     // words with a space between
    const char *girls_family;              // where a daughter's surname differs (Kowalska), or NULL
} Naming;
extern const Naming namings[];
extern const size_t n_namings;

// splitmix64: the same seed makes the same people
uint64_t demo_random(uint64_t *state);
const Naming *demo_naming(uint64_t *random);
Str demo_word(const char *words, uint64_t n);      // the n-th word, counted round
Str demo_given(const Naming *n, bool girl, uint64_t *random);
Str demo_street(uint64_t *random);                 // "Heron Rise"
#endif
