// SQLite: one file, no server. Why each setting is as it is: docs/database.md.
#include <errno.h>
#include <libgen.h>
#include <math.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/db_test.h"
#include "db/engine.h"

static bool fast;                          // tests only: nothing needs to last
void db_test_fast(bool yes) { fast = yes; }

// ---- what went wrong, in words ----------------------------------------------------------------------------

static const char *advice(int code) {
    switch (code & 0xff) {
    case SQLITE_FULL: return "The disk is full; free some space.";
    case SQLITE_READONLY: return "The disk or the file may only be read; let Kith write there.";
    case SQLITE_NOTADB: return "The file is not a database of Kith's; name another, or put back a backup.";
    case SQLITE_CORRUPT: return "The file is damaged; put back a backup.";
    case SQLITE_IOERR: return "The disk did not read or write; look after it.";
    case SQLITE_BUSY: return "Another program holds the database; end it, and try again.";
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN: return "Kith may not open the file; look at its owner and rights.";
    default: return NULL;
    }
}

static void fail(Db *db, const char *doing, int code) {
    const char *say = advice(code);
    db_fail(db, "%s: %s (%d)%s%s", doing, sqlite3_errmsg(db->conn), code, say ? ". " : "", say ? say : "");
}

static Str why_not_opened(Arena *a, const Db *db, int code) {
    char *path = str_c(a, db->path), *folder = dirname(str_c(a, db->path));
    const char *how = "database with --database.";
    struct stat st;
    if (stat(folder, &st))
        return str_fmt(a, "The folder %s does not exist. Make it (mkdir -p %s), or name another %s", folder,
                       folder, how);
    if (stat(path, &st) && errno == ENOENT && !db->writes)
        return str_fmt(a, "There is no database at %s. Make it (kith init), or name another %s", path, how);
    if (stat(path, &st) && access(folder, W_OK))
        return str_fmt(a, "Kith may not write in the folder %s. Let it, or name another %s", folder, how);
    const char *say = advice(code);
    return str_fmt(a, "The database %s cannot be opened (%s). %s", path, sqlite3_errstr(code),
                   say ? say : "Look at the file.");
}

// ---- opening ----------------------------------------------------------------------------------------------

static int set(Db *db, const char *pragma) {
    return sqlite3_exec(db->conn, pragma, NULL, NULL, NULL);
}

static int settings(Db *db) {
    int rc = SQLITE_OK;
    sqlite3_busy_timeout(db->conn, 5000);  // first: opening may meet another connection's recovery of the log
    sqlite3_extended_result_codes(db->conn, 1);
    sqlite3_db_config(db->conn, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    static const char *const always[] = {"pragma synchronous = full",   "pragma foreign_keys = on",
                                         "pragma mmap_size = 0",        "pragma cache_size = -32768",
                                         "pragma trusted_schema = off", "pragma temp_store = memory"};
    if (db->writes && db->path.at) rc = set(db, "pragma journal_mode = wal");
    for (size_t i = 0; i < COUNT(always) && !rc; i++) rc = set(db, always[i]);
    if (!rc && fast) rc = set(db, "pragma synchronous = off");
    if (!rc && !db->writes) rc = set(db, "pragma query_only = on");
    return rc ? rc : set(db, "select count(*) from sqlite_schema");
}

// SQLite counts every byte it takes under one lock of the whole process, which readers would queue for.
static void count_no_bytes(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

static bool lite_open(Db *db, Str url, Str *ret_why, Arena *why_arena) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, count_no_bytes);
    Str path = {url.at + 7, url.len - 7};
    snprintf(db->path_text, sizeof db->path_text, "%.*s", STR_FMT(path));
    if (!str_eq(path, S(":memory:"))) db->path = str_from(db->path_text);
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | (db->writes ? SQLITE_OPEN_CREATE : 0);
    sqlite3 *conn = NULL;
    int rc = sqlite3_open_v2(db->path_text, &conn, flags, NULL);
    db->conn = conn;
    if (!rc) rc = settings(db);
    if (rc) *ret_why = why_not_opened(why_arena, db, rc);
    return !rc;
}

static void let_go(void *statement) { sqlite3_finalize(statement); }

static void lite_close(Db *db) {
    cache_close(&db->cache, let_go);
    sqlite3_close(db->conn);
}

// ---- statements -------------------------------------------------------------------------------------------

static sqlite3_stmt *prepare(Db *db, const Query *q, unsigned flags) {
    sqlite3_stmt *st = NULL;
    int rc = sqlite3_prepare_v3(db->conn, q->sqlite, -1, flags, &st, NULL);
    if (rc) fail(db, q->name, rc);
    return st;
}

static sqlite3_stmt *prepared(Db *db, Cursor *c) {
    Slot *slot = cache_slot(&db->cache, c->query);
    if (!slot->statement) slot->statement = prepare(db, c->query, SQLITE_PREPARE_PERSISTENT);
    if (!slot->statement || !sqlite3_stmt_busy(slot->statement)) return slot->statement;
    c->own_statement = true;
    return prepare(db, c->query, 0);
}

static int bind(sqlite3_stmt *st, int i, const Value *v) {
    switch (v->type) {
    case 'i': return sqlite3_bind_int64(st, i, v->i);
    case 'r': return sqlite3_bind_double(st, i, v->r);
    case 't': return sqlite3_bind_text64(st, i, v->s.at, v->s.len, SQLITE_STATIC, SQLITE_UTF8);
    case 'b': return sqlite3_bind_blob64(st, i, v->s.at, v->s.len, SQLITE_STATIC);
    default: return sqlite3_bind_null(st, i);
    }
}

static void lite_start(Db *db, Cursor *c) {
    c->statement = prepared(db, c);
    for (int i = 0; c->statement && c->query->params[i]; i++) {
        int rc = bind(c->statement, i + 1, &c->value[i]);
        if (rc) fail(db, c->query->name, rc);
    }
}

static bool lite_step(Db *db, Cursor *c) {
    int rc = sqlite3_step(c->statement);
    c->row++;
    if (rc != SQLITE_ROW && rc != SQLITE_DONE) fail(db, c->query->name, rc);
    return rc == SQLITE_ROW;
}

// A statement with `returning` has done all its work at the first row; one without rows does it here.
static int64_t lite_end(Db *db, Cursor *c) {
    if (!c->statement) return 0;
    if (c->row < 0 && !db_fault(db).at) lite_step(db, c);
    int64_t changed = c->query->writes ? sqlite3_changes64(db->conn) : 0;
    if (c->own_statement) sqlite3_finalize(c->statement);
    else sqlite3_reset(c->statement), sqlite3_clear_bindings(c->statement);
    return changed;
}

// A column is fetched once and then asked: each sqlite3_column_* call looks after the connection's lock and
// its errors. The value is unprotected, which is safe here: a connection has no mutex and one thread.
static int64_t lite_int(Db *db, Cursor *c, int column) {
    (void)db;
    sqlite3_value *v = sqlite3_column_value(c->statement, column);
    return sqlite3_value_type(v) == SQLITE_NULL ? NONE : sqlite3_value_int64(v);
}

static double lite_real(Db *db, Cursor *c, int column) {
    (void)db;
    sqlite3_value *v = sqlite3_column_value(c->statement, column);
    return sqlite3_value_type(v) == SQLITE_NULL ? NAN : sqlite3_value_double(v);
}

static Str lite_text(Db *db, Cursor *c, int column) {
    (void)db;
    sqlite3_value *v = sqlite3_column_value(c->statement, column);
    int type = sqlite3_value_type(v);
    if (type == SQLITE_NULL) return (Str){0};
    const char *at = type == SQLITE_BLOB ? sqlite3_value_blob(v) : (const char *)sqlite3_value_text(v);
    return at ? (Str){at, (size_t)sqlite3_value_bytes(v)} : S("");
}

// ---- transactions -----------------------------------------------------------------------------------------

#define CONTROL(say) {.name = say, .sqlite = say, .params = "", .columns = ""}
static const Query controls[] = {
    [BEGIN_READ] = CONTROL("begin deferred"),
    [BEGIN] = CONTROL("begin immediate"),
    [COMMIT] = CONTROL("commit"),
    [ROLLBACK] = CONTROL("rollback"),
    [SAVEPOINT] = CONTROL("savepoint request"),
    [RELEASE] = CONTROL("release request"),
    [ROLLBACK_TO] = CONTROL("rollback to request"),
};

static void run(Db *db, Control what) {
    db_query(db, &controls[what]);
    Cursor *c = &db->cursor[db->depth - 1];
    c->started = true;
    lite_start(db, c);
    db_finish(db);
}

static void lite_control(Db *db, Control what) {
    bool gone_back = sqlite3_get_autocommit(db->conn);       // by SQLite itself, as on a full disk
    if (what == REST) return;
    if (what == LEAVE) what = ROLLBACK;
    if (what == ROLLBACK && gone_back) return;
    run(db, what);
    if (what == ROLLBACK_TO) run(db, RELEASE);
}

static void lite_exec(Db *db, const char *sql) {
    int rc = sqlite3_exec(db->conn, sql, NULL, NULL, NULL);
    if (rc) fail(db, "exec", rc);
}

// Written under another name first: a backup that has its name is whole.
static void lite_backup(Db *db, const char *path) {
    char part[sizeof db->path_text + 64];
    snprintf(part, sizeof part, "%s.part", path);
    sqlite3 *to = NULL;
    int rc = sqlite3_open(part, &to);
    sqlite3_backup *b = rc ? NULL : sqlite3_backup_init(to, "main", db->conn, "main");
    if (b) {
        rc = sqlite3_backup_step(b, -1);
        sqlite3_backup_finish(b);
        if (rc == SQLITE_DONE) rc = sqlite3_exec(to, "pragma journal_mode = delete", NULL, NULL, NULL);
    } else if (!rc) {
        rc = sqlite3_errcode(to);
    }
    if (rc) db_fail(db, "%s", sqlite3_errmsg(to));
    sqlite3_close(to);
    if (!rc && rename(part, path)) db_fail(db, "%s", strerror(errno));
    if (db_fault(db).at) unlink(part);
}

const Engine sqlite_engine = {
    .open = lite_open, .close = lite_close, .control = lite_control, .exec = lite_exec, .backup = lite_backup,
    .start = lite_start, .step = lite_step, .end = lite_end,
    .get_int = lite_int, .get_real = lite_real, .get_text = lite_text,
};
