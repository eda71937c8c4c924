// kith demo: the demonstration's teams and fictional families, and as many made-up children as are wanted for
// measuring. Everybody in it is made up.
#ifndef KITH_VOICE_DEMO_H
#define KITH_VOICE_DEMO_H

#include "base/base.h"
#include "base/date.h"
#include "db/db.h"

// One transaction, on top of the demonstration's accounts. Families and teams that are there already stay as
// they are. `children` made-up ones besides; 0: none. Returns an absent Str, or a sentence that says why
// nothing was changed.
Str demo_families(Arena *a, Db *db, int64_t children, uint64_t seed, Instant now);

#endif
