// The parts of the PostgreSQL engine to each other. Private to this folder.
#ifndef KITH_POSTGRES_H
#define KITH_POSTGRES_H

#include <libpq-fe.h>

#include "db/engine.h"

// postgres_fault.c
Str pg_why_not_opened(Arena *a, const char *said);           // of what libpq said
void pg_fail(Db *db, const char *doing, const PGresult *r);  // a fault of what the server said
void pg_fail_lost(Db *db, const char *doing);

// postgres_ready.c: settings, and what begins and ends transactions, prepared under its own text
bool pg_ready(PGconn *conn, bool writes);                    // false: see PQerrorMessage()
extern const char command_begin_read[], command_begin[], command_commit[], command_rollback[],
    command_again[];
extern const char command_savepoint[], command_release[], command_rollback_to[];

// postgres_value.c: what is asked, and what the cursor's row says
void pg_send_prepare(PGconn *conn, const Query *q, const char *name);
void pg_send_query(PGconn *conn, const Cursor *c, const char *name);
int64_t pg_int(Db *db, Cursor *c, int column);
double pg_real(Db *db, Cursor *c, int column);
Str pg_text(Db *db, Cursor *c, int column);
uint64_t pg_values(const Cursor *c);                         // a hash of what is bound

#endif
