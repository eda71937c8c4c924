// Takes a database to the schema this program was built with, a step at a time, each whole or not at all.
#include "db/migrate.h"

#include "base/log.h"
#include "base/text.h"
#include "db/engine.h"
#include "db/migrate.sql.h"
#include "db/translate.h"

extern const Text schema_files[];          // made by tools/mktext; the first is 000_version.sql
extern const size_t n_schema_files;

// The three digits that a file's name starts with.
static int number_of(const Text *t) {
    int64_t n = 0;
    str_int((Str){t->name.at, 3}, &n);
    return (int)n;
}

int schema_version(void) { return number_of(&schema_files[n_schema_files - 1]); }

int db_version(Db *db) {
    const Tables *t = version_tables(db);
    int64_t latest = t && t->versions ? version_latest(db) : NONE;
    return latest == NONE ? 0 : (int)latest;
}

// A file that begins with "-- sqlite:" says nothing to PostgreSQL.
static Str text_for(Db *db, Arena *a, const Text *t, Str *ret_why) {
    if (!db_is_postgres(db)) return t->body;
    return str_starts(t->body, S("-- sqlite:")) ? S("") : schema_for_postgres(a, t->body, ret_why);
}

// Runs one file, unless another node has done so while this one waited for its turn.
static void take_step(Db *db, Arena *a, const Text *t, Str *ret_why) {
    Str sql = text_for(db, a, t, ret_why);
    if (!sql.at) return;
    db_begin(db);
    version_lock(db);
    int number = number_of(t);
    const Tables *have = version_tables(db);
    bool done = have && (number ? db_version(db) >= number : have->versions);
    if (!done) {
        db_exec(db, str_c(a, sql));
        if (number) version_add(db, number, t->name, time_now());
    }
    db_commit(db);
    if (!db_fault(db).at) return;
    *ret_why = str_fmt(a, "The database stays at version %d: the step %.*s failed (%.*s).", number - 1,
                       STR_FMT(t->name), STR_FMT(db_fault(db)));
    db_rollback(db);
}

static Str steps(Db *db, Arena *a, int from, int to) {
    Str why = {0};
    for (size_t i = 0; i < n_schema_files && !why.at; i++) {
        int number = number_of(&schema_files[i]);
        if (number <= to && (number > from || !from)) take_step(db, a, &schema_files[i], &why);
    }
    return why;
}

Str db_migrate_to(Db *db, Arena *a, int version) {
    db_use(db, a);
    return steps(db, a, db_version(db), version);
}

Str db_backup_path(Db *db, Arena *a, Instant now) {
    if (!db->path.at) return (Str){0};
    Str when = instant_iso(a, now);
    return str_fmt(a, "%.*s.version-%d.%.*s.backup", STR_FMT(db->path), db_version(db), STR_FMT(when));
}

static Str backed_up(Db *db, Arena *a, Str path) {
    if (!db->engine->backup || !path.at) return (Str){0};
    db->engine->backup(db, str_c(a, path));
    if (!db_fault(db).at) {
        log_line("backup", "file=%.*s", STR_FMT(path));
        return (Str){0};
    }
    Str why = str_fmt(a, "The database was not changed, for it could not be copied to %.*s first (%.*s).",
                      STR_FMT(path), STR_FMT(db_fault(db)));
    db_clear_fault(db);
    return why;
}

Str db_migrate(Db *db, Arena *a, Str backup_path) {
    db_use(db, a);
    const Tables *t = version_tables(db);
    int have = db_version(db), want = schema_version();
    if (db_fault(db).at) return str_copy(a, db_fault(db));
    if (t->tables && !t->versions)
        return S("This database holds tables that are not Kith's. Name an empty one with --database.");
    if (have > want)
        return str_fmt(a, "This database was made by a newer Kith (its version is %d, this program's %d). "
            "Use the newer program, or put back a backup made before it was used.", have, want);
    if (have == want) return (Str){0};
    Str why = have ? backed_up(db, a, backup_path) : (Str){0};
    if (why.at) return why;
    why = steps(db, a, have, want);
    if (!why.at) log_line("schema", "version=%d from=%d", want, have);
    return why;
}
