// Random worlds in a database, for the tests that hold the view to the rules.
#ifndef KITH_WORLDS_H
#define KITH_WORLDS_H

#include "rules_model.h"
#include "world.h"

typedef struct Worlds {
    World *w;
    int64_t agency[MODEL_MOST], account[MODEL_MOST], team[MODEL_MOST];   // made once, the same in each world
    int64_t person[MODEL_MOST], consent[MODEL_MOST], sharing[MODEL_MOST], episode[MODEL_MOST];
    int64_t entry[MODEL_MOST][MODEL_KINDS];
} Worlds;
Worlds worlds_open(World *w);              // the accounts and teams, committed
// Inside a write: every row of the model. Model time 0 is Instant worlds_at(w, 0).
void worlds_write(Worlds *all, const Model *m);
// And an entry of each kind on each person's record, with a secret. Also inside the write.
void worlds_plant(Worlds *all, const Model *m);
Str worlds_secret(Arena *a, int person, int kind);
Instant worlds_at(const Worlds *all, int time);

#endif
