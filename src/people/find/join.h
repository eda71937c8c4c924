// Two records of one person are shown as one and come apart again (P13). person.one_id is worked out anew
// from the joins that stand, so that joining and parting in any order leaves what the joins say.
#ifndef KITH_JOIN_H
#define KITH_JOIN_H

#include "people/find/find.h"
#include "people/find/join.sql.h"

// Inside a write. Shows both as one, under the first one's name. 0: they are one already. The id of the join.
int64_t join_make(Ctx *c, int64_t first, int64_t second, Str why);
// Takes a join apart. False: it was apart already. What was written since stays where it is: part_move().
bool join_part(Ctx *c, int64_t join, Str why);

// One of the records of a side when a join is taken away: 1 of the first's, 2 of the second's, 0 of neither.
int join_side(Db *db, const Joined *j, int64_t record);

// What was written since the join, and what kind of thing it is, for a person.
Str part_title(Arena *a, const WrittenSince *row);
// Gives a row to another record of the same joined person; what hangs on it goes along.
bool part_move(Db *db, Str tab, int64_t id, int64_t from, int64_t to);

// Whose sight a join changes: found out by joining, looking, and letting the caller undo it all.
typedef struct Gain {
    int64_t account;
    Str name, agency;
    Str was, will;    // "the plan and who they are of the first", in words
    bool loses;
} Gain;
typedef struct Gains {
    size_t len;
    Gain *at;
} Gains;
Gains join_gains(Ctx *c, int64_t first, int64_t second, Str first_name, Str second_name);

#endif
