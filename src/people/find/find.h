// Finding people: an index kept in the write of what it is made from, and a search that says in words why
// each hit is one. How it works and what it finds: docs/matching.md.
#ifndef KITH_FIND_H
#define KITH_FIND_H

#include "people/record.h"

// Inside the write that changed a person's names, dates, addresses or numbers: what the search knows of them
// is made anew. Call it last; calling it again changes nothing.
void find_index(Db *db, Arena *a, int64_t person);
// Everybody who is not in the index yet, fit for a million: some ten microseconds each. How many there were.
int64_t find_index_all(Db *db);

#endif
