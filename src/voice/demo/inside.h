// What the files of kith demo share.
#ifndef KITH_DEMO_INSIDE_H
#define KITH_DEMO_INSIDE_H

#include "base/date.h"
#include "db/db.h"
#include "voice/demo/demo.h"
#include "voice/demo/names.h"

#define DAY_MS INT64_C(86400000)

// Inside a write. An absent Str, or a sentence that says why not.
Str demo_teams(Arena *a, Db *db, Instant now);
Str demo_stories(Arena *a, Db *db, Instant now);
Str demo_crowd(Arena *a, Db *db, int64_t children, uint64_t seed, Instant now);
#endif
