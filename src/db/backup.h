// Copies of a SQLite database: one file that is whole at one instant, made while others write.
#ifndef KITH_BACKUP_H
#define KITH_BACKUP_H

#include "db/db.h"

// Each returns an absent Str, or a sentence that says what to do.
Str backup_make(Str url, Arena *a, Str file, bool over);     // over: may replace a file
Str backup_check(Arena *a, Str file);                        // pages, references, schema, audit chain
// what was there stays beside it, as *.before-restore
Str backup_restore(Str url, Arena *a, Str file, bool over);
Str backup_database_file(Str url);                           // of sqlite:PATH; absent for PostgreSQL

#endif
