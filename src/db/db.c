// What both engines share: the sticky fault, the stack of queries at work, the cache of prepared statements.
#include "db/db.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "db/db_test.h"
#include "db/engine.h"

Db *db_open(Str url, bool writes, Str *ret_why, Arena *why_arena) {
    Db *db = calloc(1, sizeof *db);
    if (!db) abort();
    db->writes = writes;
    if (str_starts(url, S("sqlite:"))) db->engine = &sqlite_engine;
    if (str_starts(url, S("postgres://")) || str_starts(url, S("postgresql://")))
        db->engine = &postgres_engine;
    if (!db->engine) {
        *ret_why = str_fmt(
            why_arena, "“%.*s” does not name a database. Write sqlite:PATH or postgresql://USER@HOST/NAME.",
            STR_FMT(url));
    } else if (db->engine->open(db, url, ret_why, why_arena)) {
        return db;
    }
    if (db->engine) db->engine->close(db);
    kept_close(db);
    free(db);
    return NULL;
}

void db_close(Db *db) {
    if (!db) return;
    while (db->depth) db_finish(db);
    db->engine->close(db);
    kept_close(db);
    free(db);
}

void db_use(Db *db, Arena *a) { db->arena = a; }
Arena *db_arena(Db *db) { return db->arena; }
int64_t db_node(const Db *db) { return db->node; }
void db_set_node(Db *db, int64_t node) { db->node = node; }
bool db_is_postgres(const Db *db) { return db->engine == &postgres_engine; }

// ---- faults -----------------------------------------------------------------------------------------------

Str db_fault(const Db *db) { return db->fault_len ? (Str){db->fault, db->fault_len} : (Str){0}; }
void db_clear_fault(Db *db) {
    db->fault_len = 0;
    db->crossed = false;
}

bool db_crossed(const Db *db) { return db->fault_len && db->crossed; }

// The first fault stays: what follows is its consequence.
void db_fail(Db *db, const char *format, ...) {
    if (db->fault_len) return;
    va_list args;
    va_start(args, format);
    int n = vsnprintf(db->fault, sizeof db->fault, format, args);
    va_end(args);
    db->fault_len = n < (int)sizeof db->fault ? (size_t)n : sizeof db->fault - 1;
}

void db_fail_after(Db *db, int n) { db->fail_after = n; }

// Whether the engine may be called: not after a fault, and not when a test wants this call to fail.
static bool may(Db *db) {
    if (db->fail_after && !--db->fail_after) db_fail(db, "failed as the test asked");
    return !db->fault_len;
}

// ---- transactions -----------------------------------------------------------------------------------------

static bool control(Db *db, Control what) {
    if (what == BEGIN || what == COMMIT) db->head_seq = 0, db->in_write = what == BEGIN;
    if (may(db)) db->engine->control(db, what);
    return !db->fault_len;
}

// Going back is always done, and heals: what it undoes is what failed.
static bool go_back(Db *db, Control what) {
    while (db->depth) db_finish(db);
    db->together = APART;
    db->head_seq = 0;
    db->gathers = false;
    db->n_taken = 0;
    db->kept.good = false;
    if (what != ROLLBACK_TO) db->in_write = false;
    db_clear_fault(db);
    db->engine->control(db, what);
    return !db->fault_len;
}

bool db_begin_read(Db *db) {
    db->kept.good = false;
    return control(db, BEGIN_READ);
}

bool db_begin(Db *db) { return control(db, BEGIN); }
bool db_commit(Db *db) { return control(db, COMMIT); }
bool db_savepoint(Db *db) { return control(db, SAVEPOINT); }
bool db_release(Db *db) { return control(db, RELEASE); }
bool db_rollback(Db *db) { return go_back(db, ROLLBACK); }
bool db_rollback_to(Db *db) { return go_back(db, ROLLBACK_TO); }

// A fault is kept for whoever looks after the page is made, but the snapshot is let go. What failed is
// left at once: PostgreSQL begins anew from a failed transaction without its isolation.
static bool end_read(Db *db, Control how) {
    char fault[sizeof db->fault];
    size_t fault_len = db->fault_len;
    memcpy(fault, db->fault, fault_len);
    go_back(db, fault_len ? ROLLBACK : how);
    if (!fault_len) return !db->fault_len;
    memcpy(db->fault, fault, fault_len);
    db->fault_len = fault_len;
    return false;
}

bool db_end_read(Db *db) { return end_read(db, ROLLBACK); }
bool db_end_read_soon(Db *db) { return end_read(db, LEAVE); }
void db_rest(Db *db) { db->engine->control(db, REST); }

bool db_exec(Db *db, const char *sql) {
    if (may(db)) db->engine->exec(db, sql);
    return !db->fault_len;
}

// ---- queries ----------------------------------------------------------------------------------------------

static Cursor *top(Db *db) { return &db->cursor[db->depth <= MAX_DEPTH ? db->depth - 1 : MAX_DEPTH - 1]; }

void db_query(Db *db, const Query *q) {
    if (++db->depth > MAX_DEPTH) {
        db_fail(db, "%s: more than %d queries inside each other", q->name, MAX_DEPTH);
        return;
    }
    Cursor *c = top(db);
    c->query = q;
    c->started = c->own_statement = false;
    c->statement = c->result = NULL;
    c->row = -1;
    memset(c->value, 0, strlen(q->params) * sizeof c->value[0]);
}

static void go_together(Db *db, Together t) {
    db->together = t;
    db->engine->together(db);
}

bool db_together(Db *db, int *round) {
    enum { FIRST, SENT, TAKEN, LAST };
    switch (*round) {
    case FIRST:
        *round = LAST;
        if (!db->engine->together || db->together != APART || db->fault_len) return true;
        go_together(db, ASKING);
        *round = SENT;
        return true;
    case SENT:
        go_together(db, TAKING);
        *round = TAKEN;
        return true;
    case TAKEN: go_together(db, APART);
    }
    return false;
}

void db_bind_int(Db *db, int i, int64_t v) {
    if (!db->fault_len && v != NONE) top(db)->value[i] = (Value){.type = 'i', .i = v};
}

void db_bind_real(Db *db, int i, double v) {
    if (!db->fault_len && !isnan(v)) top(db)->value[i] = (Value){.type = 'r', .r = v};
}

void db_bind_text(Db *db, int i, Str v) {
    if (!db->fault_len && v.at) top(db)->value[i] = (Value){.type = top(db)->query->params[i], .s = v};
}

static void start(Db *db, Cursor *c) {
    if (c->started || db->fault_len || !may(db)) return;
    c->started = true;
    if (c->query->writes && !db->writes) db_fail(db, "%s: this connection only reads", c->query->name);
    else db->engine->start(db, c);
}

bool db_step(Db *db) {
    Cursor *c = top(db);
    start(db, c);
    return !db->fault_len && db->engine->step(db, c);
}

int64_t db_finish(Db *db) {
    Cursor *c = top(db);
    bool pushed = db->depth <= MAX_DEPTH;
    if (pushed) start(db, c);
    int64_t changed = pushed && c->started ? db->engine->end(db, c) : 0;
    db->depth--;
    return db->fault_len ? 0 : changed;
}

int64_t db_int(Db *db, int column) { return db->fault_len ? NONE : db->engine->get_int(db, top(db), column); }
double db_real(Db *db, int column) { return db->fault_len ? NAN : db->engine->get_real(db, top(db), column); }

Str db_text(Db *db, int column) {
    if (db->fault_len) return (Str){0};
    Str s = db->engine->get_text(db, top(db), column);
    if (!s.at || !s.len) return s.at ? S("") : s;
    return str_copy(db->arena, s);
}

// Room doubles at every power of two, so the length alone says whether there is some.
void *db_grow(Db *db, void *at, size_t len, size_t size) {
    if (at && (len < 8 || (len & (len - 1)))) return at;
    char *more = arena_alloc(db->arena, size, _Alignof(max_align_t), len ? len * 2 : 8);
    if (len) memcpy(more, at, len * size);
    return more;
}

// ---- the cache --------------------------------------------------------------------------------------------

static Slot *find(Slot *slot, size_t size, const Query *q) {
    size_t i = ((uintptr_t)q >> 4) * 0x9E3779B97F4A7C15u >> 20 & (size - 1);
    while (slot[i].query && slot[i].query != q) i = (i + 1) & (size - 1);
    return &slot[i];
}

static void grow(Cache *c) {
    size_t size = c->size ? c->size * 2 : 256;
    Slot *slot = calloc(size, sizeof *slot);
    if (!slot) abort();
    for (size_t i = 0; i < c->size; i++)
        if (c->slot[i].query) *find(slot, size, c->slot[i].query) = c->slot[i];
    free(c->slot);
    c->slot = slot;
    c->size = size;
}

Slot *cache_slot(Cache *c, const Query *q) {
    if (c->used * 2 >= c->size) grow(c);
    Slot *s = find(c->slot, c->size, q);
    c->used += !s->query;
    s->query = q;
    return s;
}

void cache_close(Cache *c, void (*let_go)(void *statement)) {
    for (size_t i = 0; i < c->size; i++)
        if (let_go && c->slot[i].statement) let_go(c->slot[i].statement);
    free(c->slot);
    *c = (Cache){0};
}
