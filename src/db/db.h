// One database, two engines. Nothing outside this folder knows which.
//
// A Db is one connection in use by one thread, with a sticky fault: after the first fault every query does
// nothing and yields nothing, and whoever opened the transaction looks once, rolls back and answers 500.
// Queries are the functions that tools/mkquery makes of .sql files; features never see the lower half.
#ifndef KITH_DB_H
#define KITH_DB_H

#include "base/base.h"
#include "base/date.h"

typedef struct Db Db;

// "sqlite:PATH", "sqlite::memory:" or "postgresql://…". Returns NULL with a sentence in *ret_why that says
// what to do. `writes` false opens for reading only. Settings: docs/database.md.
Db *db_open(Str url, bool writes, Str *ret_why, Arena *why_arena);
void db_close(Db *db);
void db_use(Db *db, Arena *a);             // rows that queries return are owned by this arena
int64_t db_node(const Db *db);             // whose audit chain it writes; 0 until it claims one (db/audit.h)
void db_set_node(Db *db, int64_t node);
bool db_is_postgres(const Db *db);         // for messages and for db/ itself, never for a feature

// The fault, or absent. db_fail() makes one (used where code finds an impossible state).
Str db_fault(const Db *db);
void db_fail(Db *db, const char *format, ...) __attribute__((format(printf, 2, 3)));
void db_clear_fault(Db *db);
bool db_crossed(const Db *db);             // the fault is that two transactions waited for each other

// Transactions. Reading: one snapshot for a whole page. Writing: only the writer (db/writer.h) and the
// command line open one. A savepoint wraps each request of a group commit. After a fault each returns false.
bool db_begin_read(Db *db);
bool db_end_read(Db *db);
// As db_end_read(), but the server need only hear of it with the next db_begin_read(). Whoever waits for
// something else meanwhile calls db_rest() first, lest the snapshot stays open.
bool db_end_read_soon(Db *db);
void db_rest(Db *db);
bool db_begin(Db *db);                     // begin immediate
bool db_commit(Db *db);
bool db_rollback(Db *db);                  // also clears the fault
bool db_savepoint(Db *db);
bool db_release(Db *db);
bool db_rollback_to(Db *db);               // also clears the fault

// Queries none of which needs another's answer, so that PostgreSQL is sent them all in one message:
//     for (int round = 0; db_together(db, &round);) a = this_one(db, id), b = that_one(db, id);
// The body runs once or twice and asks the same each time; in all but its last round every answer is empty.
// It does nothing else, and is not left by return or break. One inside another belongs to the outer.
bool db_together(Db *db, int *round);

// From here to the end of this reading transaction, what queries marked `kept` said under this version is
// still what they say: the caller has read it (kept_version) in this transaction. Nothing is kept by a
// connection that writes. Whoever gets such an answer leaves it as it is: it is the connection's.
void db_kept_version(Db *db, int64_t version);
bool db_keeps(const Db *db);               // whether such a version is known in this transaction

// Several statements with no parameters: migrations and tests only.
bool db_exec(Db *db, const char *sql);

// ---- below: what generated code calls -------------------------------------------------------------------
typedef struct Query {
    const char *name;                      // "plan_find", for logs
    const char *sqlite;                    // with ?1 … ?n
    const char *postgres;                  // with $1 … $n
    const char *params;                    // a letter each: i int, r real, t text, b blob
    const char *columns;                   // the same, for what comes back; "" when nothing does
    bool writes;
} Query;

// query; bind each; step until false; finish. Bind and step do nothing after a fault.
// One statement is kept prepared per connection and Query (keyed by its address).
void db_query(Db *db, const Query *q);
void db_bind_int(Db *db, int i, int64_t v);          // from 0; NONE binds null
void db_bind_real(Db *db, int i, double v);
void db_bind_text(Db *db, int i, Str v);             // absent binds null; also blobs
bool db_step(Db *db);
int64_t db_int(Db *db, int column);                  // null reads as NONE
double db_real(Db *db, int column);
Str db_text(Db *db, int column);    // copied into the arena of db_use(); null reads as absent
int64_t db_finish(Db *db);                           // rows changed
Arena *db_arena(Db *db);
bool db_kept(Db *db, const Query *q, void *ret_rows, size_t *ret_len);    // whether it is known
void db_keep(Db *db, const Query *q, const void *rows, size_t len);
void *db_grow(Db *db, void *at, size_t len, size_t size);   // room for one more row than `len`

#endif
