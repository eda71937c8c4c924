// The schema as numbered steps, one text for both engines, compiled into the program.
#ifndef KITH_MIGRATE_H
#define KITH_MIGRATE_H

#include "db/db.h"

int schema_version(void);                  // what this program wants: the number of the last file in schema/
int db_version(Db *db);                    // what the database has; 0 when it is empty
// Runs the missing steps, each in its own transaction. With a file and something to lose, a backup is made
// first, beside it (backup_path is where; absent: none). A database newer than the program is refused.
// Returns an absent Str, or a sentence that says what to do.
Str db_migrate(Db *db, Arena *a, Str backup_path);
Str db_backup_path(Db *db, Arena *a,
                   Instant now);    // beside the file, with version and time; absent: no file
Str db_migrate_to(Db *db, Arena *a, int version);    // for the tests of every earlier version

#endif
