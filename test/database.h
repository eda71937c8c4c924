// Databases for tests, of the engine that KITH_TEST_ENGINE names (sqlite, the default, or postgres: then
// KITH_TEST_PG is the address of a server where databases may be made). The schema is laid once a run; every
// further database is a copy.
#ifndef KITH_TEST_DATABASE_H
#define KITH_TEST_DATABASE_H

#include "db/db.h"

bool database_postgres(void);
Str database_new(Arena *a);                // the address of a fresh one, with the whole schema
Str database_empty(Arena *a);              // and of one with nothing in it
// The same with what `fill` put there, once a run for each name; `fill` is told the name.
Str database_like(Arena *a, Str name, void (*fill)(Db *db, Arena *a, Str name));
void database_drop(Str url);
Db *database_open(Str url, Arena *a);      // for writing; the test ends at once when it cannot be

#endif
