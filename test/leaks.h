// A world full of secrets, everybody who may ask, and what each of them may read of it by the rules.
#ifndef KITH_LEAKS_H
#define KITH_LEAKS_H

#include "planted.h"

#define WORLDS_PACK(w) \
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

enum {
    ASKERS = 11,
    SHOWN_LEAKS = 60
};    // the six workers of the model, then those with no way to any record, then nobody

typedef struct Asker {
    Str role;
    int account;    // of the model; -1: none of its
    Str token;      // absent: not signed in
    Rights rights;
} Asker;
typedef struct Leaks {
    Worlds all;
    Model m;
    Planting planted;
    Asker asker[ASKERS];
    int found;    // leaks, and pages that break
    bool forgets; // what is done now is taken back, so that the rules go on holding as they were worked out
    int64_t asked;
    int n_told;
    uint64_t told[SHOWN_LEAKS];
} Leaks;

void leaks_open(Leaks *l, World *w, uint64_t *state);    // a world with something of everything in it
// Asks, and compares each secret in the answer with the rules. The status.
int leaks_ask(Leaks *l, const Asker *who, Str verb, Str path, Str form, Answer *ret);
// The address of a route about person p, with the second star about person q.
typedef struct About {
    int p, q, generation, kind;
} About;
// False: a star of it has no meaning yet; the test says where to give it one.
bool leaks_address(const Leaks *l, Arena *a, const char *route, About about, Str *ret);
Str leaks_letters(const Leaks *l, const char *table, const char *column);    // of the secrets planted there
bool leaks_sees_nothing(const Leaks *l, const Asker *who, int person);

#endif
