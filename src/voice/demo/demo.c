// kith demo's families, in one transaction.
#include "voice/demo/demo.h"

#include "people/find/find.h"
#include "voice/demo/demo.sql.h"
#include "voice/demo/inside.h"

Str demo_families(Arena *a, Db *db, int64_t children, uint64_t seed, Instant now) {
    db_use(db, a);
    db_begin(db);
    Str why = demo_teams(a, db, now);
    if (!why.at && demo_people(db) == 0) why = demo_stories(a, db, now);
    if (!why.at && children) why = demo_crowd(a, db, children, seed, now);
    if (!why.at) find_index_all(db);
    if (!why.at && !db_fault(db).at && db_commit(db)) return (Str){0};
    Str fault = str_copy(a, db_fault(db));
    db_rollback(db);
    if (why.at) return why;
    return str_fmt(a, "The database refused: %.*s. Nothing was changed.", STR_FMT(fault));
}
