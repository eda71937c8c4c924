// Words of a child that nobody has brought back yet wait with somebody who can open the record (P1, P8), also
// when help ends, somebody leaves, or says that they know the family.
#ifndef KITH_UNTOLD_H
#define KITH_UNTOLD_H

#include "people/record.h"

// Inside a write. Each such word of this child goes to whoever answers for open help, else to whoever leads a
// team that holds the child; where nobody does, the team that did last holds the child until word is back.
void words_go_on(Ctx *c, int64_t person);
// Inside a write: help begins, and with it goes what a team held the child for.
void words_join_help(Ctx *c, int64_t person);
// Inside a write: word is back, and no team holds the child for its sake.
void word_is_back(Ctx *c, int64_t view);
bool words_held(Db *db, int64_t one);    // a team holds the child for the sake of a word alone

// For what no act tells of, such as an account closed in the office. The first reads which words are owned by
// somebody who cannot open the record ("12,15"); the second, inside a write, hands them on.
Str words_astray(Db *db, Arena *a, Instant now);
void words_found(Db *db, Str ids, Instant now);

#endif
