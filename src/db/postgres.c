// PostgreSQL. The connection is always in pipeline mode, so that what needs no answer of its own (begin,
// savepoint, release, the preparing of a statement, the end of a reading transaction) travels with a query
// that does.
#include <stdio.h>
#include <stdlib.h>

#include "db/postgres.h"

enum { MAX_QUEUE = 8, MAX_AHEAD = 300 };

// A question of db_together(), sent before its answer is asked for.
typedef struct Ahead {
    const Query *query;
    uint64_t values;                       // what was bound, hashed
    uintptr_t number;                      // of its statement
    bool prepares;                         // an answer to its preparing comes first
} Ahead;

typedef struct Pg {
    PGconn *conn;
    const char *queue[MAX_QUEUE];          // not sent yet; they go before the next query
    size_t n_queue;
    int unread;                            // ends of reading transactions whose answers nobody has waited for
    bool inside;                           // the server is in a transaction
    bool left;                             // which is over, though it was not told yet
    unsigned n_prepared;
    Ahead ahead[MAX_AHEAD];
    size_t n_ahead, n_taken, n_before;     // sent ahead, answered; commands that were sent before the first
    bool ahead_ended;                      // the server was told to answer them
} Pg;

static void lost(Db *db, const char *doing) {
    Pg *p = db->conn;
    p->n_queue = p->n_ahead = p->n_taken = 0;
    p->unread = 0;
    p->inside = p->left = p->ahead_ended = false;
    pg_fail_lost(db, doing);
}

static bool is_lost(const Pg *p) { return PQstatus(p->conn) != CONNECTION_OK; }

// ---- the pipeline -----------------------------------------------------------------------------------------

static bool good(const PGresult *r) {
    ExecStatusType s = PQresultStatus(r);
    return s == PGRES_COMMAND_OK || s == PGRES_TUPLES_OK || s == PGRES_PIPELINE_SYNC ||
           s == PGRES_EMPTY_QUERY;    // a step of nothing but comments
}

// The next result, or NULL when the connection is gone. The NULLs that end each command are passed over.
static PGresult *next(Pg *p) {
    for (int i = 0; i < 3; i++) {
        PGresult *r = PQgetResult(p->conn);
        if (r) return r;
    }
    return NULL;
}

static bool read_sync(Pg *p) {
    for (PGresult *r; (r = next(p));) {
        bool sync = PQresultStatus(r) == PGRES_PIPELINE_SYNC;
        PQclear(r);
        if (sync) return true;
        if (is_lost(p)) return false;
    }
    return false;
}

// A result that need only be good.
static bool read_good(Db *db, const char *doing) {
    PGresult *r = next(db->conn);
    bool yes = r && good(r);
    if (r && !yes) pg_fail(db, doing, r);
    PQclear(r);
    return yes;
}

static void send_command(Pg *p, const char *command) {
    PQsendQueryPrepared(p->conn, command, 0, NULL, NULL, NULL, 1);
}

static size_t send_queue(Pg *p) {
    size_t n = p->n_queue;
    for (size_t i = 0; i < n; i++) send_command(p, p->queue[i]);
    p->n_queue = 0;
    if (n) p->inside = true;
    return n;
}

static void end_ahead(Pg *p) {
    if (p->n_ahead && !p->ahead_ended) p->ahead_ended = PQpipelineSync(p->conn);
}

// What was sent ahead and not taken is read past with what nobody waits for.
static void forget_ahead(Pg *p) {
    p->unread += p->ahead_ended;
    p->n_ahead = p->n_taken = 0;
    p->ahead_ended = false;
}

static void read_past(Pg *p) {
    while (p->unread && read_sync(p)) p->unread--;
}

static void drop_unread(Pg *p) {
    forget_ahead(p);
    read_past(p);
}

// Reads the answers to n commands that waited and to the statement's preparing, up to that of the query
// itself.
static PGresult *read_answer(Db *db, Cursor *c, size_t n, bool *ret_prepared) {
    bool on = true;
    for (size_t i = 0; i < n && on; i++) on = read_good(db, "begin");
    if (on && !*ret_prepared) on = *ret_prepared = read_good(db, c->query->name);
    PGresult *r = on ? next(db->conn) : NULL;
    if (r && !good(r)) pg_fail(db, c->query->name, r);
    return r;
}

// Sends the statement where it is new, and the query.
static void send(Pg *p, const Cursor *c, uintptr_t number, bool prepared) {
    char name[16];
    snprintf(name, sizeof name, "q%u", (unsigned)number);
    if (!prepared) pg_send_prepare(p->conn, c->query, name);
    pg_send_query(p->conn, c, name);
}

// Sends what waits, the statement where it is new, and the query; then reads as many answers.
static void ask(Db *db, Cursor *c) {
    Pg *p = db->conn;
    end_ahead(p);
    Slot *slot = cache_slot(&db->cache, c->query);
    bool prepared = slot->statement;
    uintptr_t number = prepared ? (uintptr_t)slot->statement : ++p->n_prepared;
    size_t n = send_queue(p);
    send(p, c, number, prepared);
    PQpipelineSync(p->conn);
    drop_unread(p);
    c->result = read_answer(db, c, n, &prepared);
    if (prepared) slot->statement = (void *)number;
    if (!read_sync(p) || is_lost(p)) lost(db, c->query->name);
}

// ---- questions that go together ---------------------------------------------------------------------------

// The statement's number; 0: nobody has prepared it yet, here or on the way.
static uintptr_t prepared_as(Db *db, const Query *q) {
    const Pg *p = db->conn;
    uintptr_t number = (uintptr_t)cache_slot(&db->cache, q)->statement;
    for (size_t i = 0; !number && i < p->n_ahead; i++)
        if (p->ahead[i].query == q) number = p->ahead[i].number;
    return number;
}

// What finds no room is asked when its answer is.
static void ask_ahead(Db *db, const Cursor *c) {
    Pg *p = db->conn;
    if (p->n_ahead == MAX_AHEAD) return;
    if (!p->n_ahead) p->n_before = send_queue(p);
    uintptr_t number = prepared_as(db, c->query);
    Ahead *a = &p->ahead[p->n_ahead++];
    *a = (Ahead){c->query, pg_values(c), number ? number : ++p->n_prepared, .prepares = !number};
    send(p, c, a->number, number);
}

// Whether this was the next of those sent ahead, and is answered.
static bool take_ahead(Db *db, Cursor *c) {
    Pg *p = db->conn;
    const Ahead *a = &p->ahead[p->n_taken];
    if (p->n_taken == p->n_ahead || a->query != c->query || a->values != pg_values(c)) return false;
    bool prepared = !a->prepares;
    if (!p->n_taken) read_past(p);
    c->result = read_answer(db, c, p->n_taken++ ? 0 : p->n_before, &prepared);
    if (prepared) cache_slot(&db->cache, c->query)->statement = (void *)a->number;
    if (is_lost(p)) lost(db, c->query->name);
    return true;
}

static void pg_start(Db *db, Cursor *c) {
    if (db->together == ASKING) ask_ahead(db, c);
    else if (!take_ahead(db, c)) ask(db, c);
}

static void pg_together(Db *db) {
    if (db->together == TAKING) end_ahead(db->conn);
    else forget_ahead(db->conn);
}

static bool pg_step(Db *db, Cursor *c) {
    (void)db;
    return ++c->row < PQntuples(c->result);
}

static int64_t pg_end(Db *db, Cursor *c) {
    (void)db;
    int64_t changed = c->result && c->query->writes ? strtoll(PQcmdTuples(c->result), NULL, 10) : 0;
    PQclear(c->result);
    c->result = NULL;
    return changed;
}

// ---- transactions -----------------------------------------------------------------------------------------

// Sends a command with whatever waits before it, and waits for the answers. Its tag must be as wanted: a
// commit of a broken transaction answers ROLLBACK.
static void finish(Db *db, const char *command) {
    Pg *p = db->conn;
    end_ahead(p);
    size_t n = send_queue(p);
    send_command(p, command);
    PQpipelineSync(p->conn);
    drop_unread(p);
    for (size_t i = 0; i < n; i++) read_good(db, "begin");
    PGresult *r = next(p);
    if (r && !good(r)) pg_fail(db, command, r);
    else if (r && strncasecmp(PQcmdStatus(r), command, strlen(PQcmdStatus(r))))
        db_fail(db, "%s: the server answered %s", command, PQcmdStatus(r));
    PQclear(r);
    if (!read_sync(p) || is_lost(p)) lost(db, command);
}

// The end of a reading transaction: nobody waits for it.
static void leave(Db *db) {
    Pg *p = db->conn;
    end_ahead(p);
    forget_ahead(p);
    send_command(p, command_rollback);
    PQpipelineSync(p->conn);
    PQflush(p->conn);
    p->unread++;
}

static bool connected(Db *db);

static void queue(Db *db, const char *command) {
    Pg *p = db->conn;
    if (p->n_queue == MAX_QUEUE) {
        db_fail(db, "%s: too many savepoints without a query", command);
        return;
    }
    p->queue[p->n_queue++] = command;
}

static bool last_queued_is(const Pg *p, const char *command) {
    return p->n_queue && p->queue[p->n_queue - 1] == command;
}

// A server that went while nobody asked it anything has said so: it is heard before it is asked, or the first
// page after a restart would fail. The end of the connection is heard after its last words.
static bool went_meanwhile(Pg *p) {
    if (!p->left) PQconsumeInput(p->conn), PQconsumeInput(p->conn);
    return is_lost(p);
}

static void pg_begin(Db *db, const char *command) {
    Pg *p = db->conn;
    if (went_meanwhile(p)) {
        PQreset(p->conn);
        if (!connected(db)) {
            Arena *a = arena_open();
            db_fail(db, "begin: %.*s", STR_FMT(pg_why_not_opened(a, PQerrorMessage(p->conn))));
            arena_close(a);
            return;
        }
    }
    queue(db, p->left ? command_again : command);
    p->left = false;
}

// A transaction that never asked anything was never begun, nor was the one before it ended by it.
static void drop_queue(Pg *p) {
    p->left |= p->n_queue && p->queue[0] == command_again;
    p->n_queue = 0;
}

static void pg_commit(Db *db) {
    Pg *p = db->conn;
    if (p->inside) finish(db, command_commit);
    drop_queue(p);
    p->inside = false;
}

static void pg_rollback(Db *db) {
    Pg *p = db->conn;
    drop_queue(p);
    if ((p->inside || p->left) && !is_lost(p)) leave(db);
    p->inside = p->left = false;
}

// A page that comes at once begins where this one ends, with one command for both.
static void pg_leave(Db *db) {
    Pg *p = db->conn;
    end_ahead(p);
    forget_ahead(p);
    drop_queue(p);
    p->left |= p->inside;
    p->inside = false;
}

static void pg_control(Db *db, Control what) {
    Pg *p = db->conn;
    switch (what) {
    case BEGIN_READ: pg_begin(db, db->writes ? command_begin_read : command_begin); break;
    case BEGIN:
    case REST:
        if (p->left) pg_rollback(db);      // what was left only read
        if (what == BEGIN) pg_begin(db, command_begin);
        break;
    case COMMIT: pg_commit(db); break;
    case ROLLBACK: pg_rollback(db); break;
    case LEAVE: pg_leave(db); break;
    case SAVEPOINT: queue(db, command_savepoint); break;
    case RELEASE:
        if (last_queued_is(p, command_savepoint)) p->n_queue--;
        else queue(db, command_release);
        break;
    case ROLLBACK_TO:
        if (last_queued_is(p, command_savepoint)) p->n_queue--;
        else if (is_lost(p) || !p->inside)
            db_fail(db, "rollback to: the transaction is gone with its connection");
        else finish(db, command_rollback_to), queue(db, command_release);
    }
}

static void pg_exec(Db *db, const char *sql) {
    Pg *p = db->conn;
    end_ahead(p);
    size_t n = send_queue(p);
    if (n) PQpipelineSync(p->conn);
    drop_unread(p);
    for (size_t i = 0; i < n; i++) read_good(db, "begin");
    if (n) read_sync(p);
    PQexitPipelineMode(p->conn);
    PGresult *r = PQexec(p->conn, sql);
    if (!r || !good(r)) pg_fail(db, "exec", r);
    PQclear(r);
    PQenterPipelineMode(p->conn);
    if (is_lost(p)) lost(db, "exec");
}

// ---- opening ----------------------------------------------------------------------------------------------

// A fresh connection: nothing is prepared on it yet.
static bool connected(Db *db) {
    Pg *p = db->conn;
    cache_close(&db->cache, NULL);
    *p = (Pg){.conn = p->conn};
    db->node = 0;                          // its lock went with the connection
    kept_close(db);                        // and it may be another database now
    if (is_lost(p)) return false;
    return pg_ready(p->conn, db->writes) && PQenterPipelineMode(p->conn);
}

static void quiet(void *nobody, const PGresult *notice) { (void)nobody, (void)notice; }

static bool pg_open(Db *db, Str url, Str *ret_why, Arena *why_arena) {
    const char *const name[] = {"dbname", "client_encoding", "fallback_application_name", "connect_timeout",
                                NULL};
    const char *const value[] = {str_c(why_arena, url), "UTF8", "kith", "10", NULL};
    Pg *p = db->conn = calloc(1, sizeof *p);
    if (!p) abort();
    p->conn = PQconnectdbParams(name, value, 1);
    PQsetNoticeReceiver(p->conn, quiet, NULL);
    if (!connected(db)) {
        *ret_why = pg_why_not_opened(why_arena, PQerrorMessage(p->conn));
        return false;
    }
    const char *encoding = PQparameterStatus(p->conn, "server_encoding");
    if (encoding && !strcmp(encoding, "UTF8")) return true;
    *ret_why = str_fmt(why_arena, "The database %s is not in UTF-8. Make one with createdb --encoding=UTF8.",
                       PQdb(p->conn));
    return false;
}

static void pg_close(Db *db) {
    Pg *p = db->conn;
    cache_close(&db->cache, NULL);
    if (p) PQfinish(p->conn);
    free(p);
}

const Engine postgres_engine = {
    .open = pg_open, .close = pg_close, .control = pg_control, .exec = pg_exec, .together = pg_together,
    .start = pg_start, .step = pg_step, .end = pg_end,
    .get_int = pg_int, .get_real = pg_real, .get_text = pg_text,
};
