// For tests only: databases that fail on demand, and databases that need not last.
#ifndef KITH_DB_TEST_H
#define KITH_DB_TEST_H

#include "db/db.h"

// The n-th call from now that would reach the engine (1 is the next: a query, begin, commit, savepoint …)
// makes a fault instead. 0 stops it. To try every place of failure, loop n until the work at hand succeeds:
//     for (int n = 1;; n++) { db_fail_after(db, n); … if (kept) break; … nothing must have changed … }
void db_fail_after(Db *db, int n);

// A database with nothing but the table of db_test_schema.sql, of the engine the run is on.
Str db_test_things(Arena *a);

// SQLite files opened from now on are not flushed to the disk.
void db_test_fast(bool fast);

#endif
