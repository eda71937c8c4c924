// What a connection to PostgreSQL is told before it is used.
#include "base/base.h"
#include "db/postgres.h"

// A page's questions are short and asked again and again: planning one afresh for each value, or compiling
// it, takes a hundred times as long as answering it. They fetch single rows by index, which costs no more
// than reading in order where the pages are in memory; a merge join, thought cheap because it may end early,
// reads a whole table when there is nothing to meet.
#define ALWAYS                                                                                              \
    "set time zone 'UTC'; set jit = off; set plan_cache_mode = force_generic_plan; "                        \
    "set random_page_cost = 1.1; set enable_mergejoin = off; "

// A reader's transactions are all of this kind, without saying so each time.
#define READS "set default_transaction_read_only = on; set default_transaction_isolation = 'repeatable read'"

const char command_begin_read[] = "begin isolation level repeatable read read only";
const char command_begin[] = "begin", command_commit[] = "commit", command_rollback[] = "rollback";
const char command_again[] = "rollback and chain";
const char command_savepoint[] = "savepoint request", command_release[] = "release savepoint request";
const char command_rollback_to[] = "rollback to savepoint request";

static const char *const commands[] = {command_begin_read, command_begin,     command_commit,
                                       command_rollback,   command_savepoint, command_release,
                                       command_rollback_to, command_again};

static bool went_well(PGresult *r) {
    bool yes = PQresultStatus(r) == PGRES_COMMAND_OK;
    PQclear(r);
    return yes;
}

bool pg_ready(PGconn *conn, bool writes) {
    bool all = went_well(PQexec(conn, writes ? ALWAYS "set synchronous_commit = on" : ALWAYS READS));
    for (size_t i = 0; i < COUNT(commands) && all; i++)
        all = went_well(PQprepare(conn, commands[i], commands[i], 0, NULL));
    return all;
}
