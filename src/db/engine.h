// What an engine is to db.c. Private to this folder: sqlite.c and postgres.c each fill one Engine.
#ifndef KITH_ENGINE_H
#define KITH_ENGINE_H

#include "db/db.h"

enum {
    MAX_VALUES = 64,
    MAX_DEPTH = 6
};    // parameters of a query (mkquery's limit); queries inside each other

typedef struct Value {
    char type;                             // i r t b, or 0 for null
    int64_t i;
    double r;
    Str s;                                 // the caller's until the query is finished
} Value;

// One query at work. Cursors stand in a stack, so that a query may be run while reading another's rows.
typedef struct Cursor {
    const Query *query;
    bool started;
    void *statement, *result;              // the engine's
    bool own_statement;                    // not from the cache: the cached one was at work already
    int row;
    Value value[MAX_VALUES];
} Cursor;

// What an engine keeps prepared, by the Query's address.
typedef struct Slot {
    const Query *query;
    void *statement;
} Slot;
typedef struct Cache {
    Slot *slot;
    size_t size, used;                     // size is a power of two
} Cache;

// Answers that stay good from page to page: kept.c.
enum { MAX_KEPT = 16 };
typedef struct Kept {
    const Query *query;
    void *rows;
    size_t len;
} Kept;
typedef struct KeptAll {
    Arena *arena;                          // of all of them; NULL: none was ever kept
    int64_t version;                       // of which they are the answers
    bool good;                             // in this transaction: its snapshot is of that version
    size_t n;
    Kept at[MAX_KEPT];
} KeptAll;
void kept_close(Db *db);

typedef enum Control {
    BEGIN_READ,
    BEGIN,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    RELEASE,
    ROLLBACK_TO,
    LEAVE,                                 // as ROLLBACK, by the next begin or REST at the latest
    REST,
} Control;

// db_together(): in its first round start() sends, and every answer is empty; its second takes the answers.
typedef enum Together { APART, ASKING, TAKING } Together;

typedef struct Engine {
    bool (*open)(Db *db, Str url, Str *ret_why, Arena *why_arena);
    void (*close)(Db *db);
    void (*control)(Db *db, Control what);
    void (*exec)(Db *db, const char *sql);
    void (*together)(Db *db);                    // its state changed; NULL where questions go one by one
    void (*backup)(Db *db, const char *path);    // a whole copy; NULL where the server sees to backups
    // start: find or prepare the statement, bind, run. step: the next row. end: let go; rows changed.
    void (*start)(Db *db, Cursor *c);
    bool (*step)(Db *db, Cursor *c);
    int64_t (*end)(Db *db, Cursor *c);
    int64_t (*get_int)(Db *db, Cursor *c, int column);
    double (*get_real)(Db *db, Cursor *c, int column);
    Str (*get_text)(Db *db, Cursor *c, int column);      // the engine's bytes: good until the next step
} Engine;
extern const Engine sqlite_engine, postgres_engine;

struct Db {
    const Engine *engine;
    void *conn;                            // sqlite3 *, or postgres.c's own
    Arena *arena;
    bool writes;
    int64_t node;                          // audit.h; 0 again when the connection is a new one
    bool in_write;                         // db_begin() was called, and is not ended
    // The head of its chain, as this transaction has moved it; 0: not moved yet, or a part of it was undone.
    int64_t head_seq;
    uint8_t head_hash[32];
    bool gathers;                          // audit_gather(): rows that are to be put together
    struct AuditTaken *taken;
    size_t n_taken;
    int fail_after;                        // db_test.h
    Together together;
    size_t depth;
    Cursor cursor[MAX_DEPTH];
    Cache cache;
    KeptAll kept;
    Str path;                              // SQLite: the file; absent for :memory: and PostgreSQL
    char path_text[4096];
    bool crossed;                          // db_crossed()
    size_t fault_len;
    char fault[400];
};

Slot *cache_slot(Cache *c, const Query *q);              // its slot; statement is NULL when new
void cache_close(Cache *c, void (*let_go)(void *statement));

#endif
