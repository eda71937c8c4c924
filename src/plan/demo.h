// A plan of any size, made up, for measuring how pages grow.
#ifndef KITH_PLAN_DEMO_H
#define KITH_PLAN_DEMO_H

#include "db/db.h"

// The same seed gives the same figures. Adds to what is there; refused (a sentence) where it was done before.
Str demo_fill(Arena *a, Db *db, int64_t measures, int64_t quarters, uint64_t seed, Instant now);

#endif
