// Backup and restore of a SQLite file. The copy is made under another name, flushed, then renamed: a file
// with the right name is always whole.
#include "db/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/audit.h"
#include "db/backup.sql.h"
#include "db/engine.h"
#include "db/migrate.h"

Str backup_database_file(Str url) {
    Str start = S("sqlite:");
    return str_starts(url, start) ? (Str){url.at + start.len, url.len - start.len} : (Str){0};
}

static bool exists(Arena *a, Str path) { return access(str_c(a, path), F_OK) == 0; }
static Str beside(Arena *a, Str path, const char *more) { return str_fmt(a, "%.*s%s", STR_FMT(path), more); }

static bool flush_path(Arena *a, Str path, int flags) {
    int fd = open(str_c(a, path), flags | O_CLOEXEC);
    if (fd < 0) return false;
    bool ok = fsync(fd) == 0;
    close(fd);
    return ok;
}

static Str folder_of(Arena *a, Str path) {
    size_t n = path.len;
    while (n && path.at[n - 1] != '/') n--;
    return n ? str_copy(a, (Str){path.at, n}) : S(".");
}

// A rename is durable when the folder is.
static bool put_in_place(Arena *a, Str from, Str to) {
    return flush_path(a, from, O_RDONLY) && !rename(str_c(a, from), str_c(a, to)) &&
        flush_path(a, folder_of(a, to), O_RDONLY | O_DIRECTORY);
}

// ---- making -----------------------------------------------------------------------------------------------

Str backup_make(Str url, Arena *a, Str file, bool over) {
    Str from = backup_database_file(url), why = {0};
    if (!from.at)
        return S("PostgreSQL makes its own backups, of all its files and at one instant. Use pg_dump "
            "--format=custom, "
                 "or a base backup with archived logs.");
    if (!exists(a, from)) return str_fmt(a, "There is no database at %.*s.", STR_FMT(from));
    if (!over && exists(a, file))
        return str_fmt(a, "%.*s exists. Name another file, or replace it with --force.", STR_FMT(file));
    Db *db = db_open(url, true, &why, a);
    if (!db) return why;
    db->engine->backup(db, str_c(a, file));
    if (db_fault(db).at)
        why = str_fmt(a, "%.*s could not be written: %.*s", STR_FMT(file), STR_FMT(db_fault(db)));
    db_close(db);
    return why;
}

// ---- checking ---------------------------------------------------------------------------------------------

static Str check_open(Db *db, Arena *a, Str file) {
    int version = db_version(db);
    if (db_fault(db).at)
        return str_fmt(a, "%.*s is not a database of Kith's. Name a file that kith backup made.",
            STR_FMT(file));
    if (version < 1)
        return str_fmt(a, "%.*s holds no tables of Kith's. Name a file that kith backup made.",
            STR_FMT(file));
    if (version > schema_version())
        return str_fmt(a,
            "%.*s was made by a newer Kith (schema %d; this program knows %d). Restore it with that "
            "one.", STR_FMT(file), version, schema_version());
    Str said = file_check(db);
    if (!str_eq(said, S("ok")))
        return str_fmt(a, "%.*s is damaged (%.*s). Use another backup.", STR_FMT(file), STR_FMT(said));
    int64_t torn = file_torn(db);
    if (torn)
        return str_fmt(a, "%.*s has %lld rows that refer to rows that are not there. Use another backup.",
            STR_FMT(file), (long long)torn);
    AuditCheck audit = audit_verify(db, a, (Str){0});
    if (audit.len)
        return str_fmt(a,
            "The audit log in %.*s is not whole: node %.*s, row %lld, %.*s. Use another backup, or look "
            "into it with kith audit verify.",
            STR_FMT(file), STR_FMT(audit.at[0].node), (long long)audit.at[0].seq, STR_FMT(audit.at[0].why));
    return db_fault(db);
}

Str backup_check(Arena *a, Str file) {
    Str why = {0};
    if (!exists(a, file)) return str_fmt(a, "There is no file %.*s.", STR_FMT(file));
    Db *db = db_open(str_fmt(a, "sqlite:%.*s", STR_FMT(file)), false, &why, a);
    if (!db) return why;
    db_use(db, a);
    db_begin_read(db);
    why = check_open(db, a, file);
    if (why.at) why = str_copy(a, why);
    db_end_read(db);
    db_close(db);
    return why;
}

// ---- restoring --------------------------------------------------------------------------------------------

// An exclusive lock on the write-ahead log is only given when nobody else has the database open.
static Str in_use(Str url, Arena *a) {
    Str why = {0};
    Db *db = db_open(url, true, &why, a);
    if (!db) return (Str){0};              // it cannot be opened: that is what the restore is for
    if (!db_exec(db, "pragma busy_timeout = 200; pragma locking_mode = exclusive; begin exclusive; rollback"))
        why = S("The database is in use. Stop the program first, then restore.");
    db_close(db);
    return why;
}

static bool copy_file(Arena *a, Str from, Str to) {
    int in = open(str_c(a, from), O_RDONLY | O_CLOEXEC), out = open(str_c(a, to),
        O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    ssize_t n = in < 0 || out < 0 ? -1 : 1;
    while (n > 0) n = copy_file_range(in, NULL, out, NULL, 1 << 24, 0);
    if (in >= 0) close(in);
    if (out >= 0) close(out);
    return n == 0;
}

static Str replace(Arena *a, Str file, Str target) {
    Str part = beside(a, target, ".part");
    bool ok = copy_file(a, file, part);
    if (ok && exists(a, target)) {
        ok = !rename(str_c(a, target), str_c(a, beside(a, target, ".before-restore")));
        unlink(str_c(a, beside(a, target, "-wal")));   // empty: the lock above wrote it into the file
        unlink(str_c(a, beside(a, target, "-shm")));
    }
    if (ok && put_in_place(a, part, target)) return (Str){0};
    return str_fmt(a, "%.*s could not be written (%s). What was there is in %.*s.before-restore.",
        STR_FMT(target), strerror(errno), STR_FMT(target));
}

Str backup_restore(Str url, Arena *a, Str file, bool over) {
    Str target = backup_database_file(url);
    if (!target.at)
        return S("PostgreSQL restores its own backups: use pg_restore into an empty database, then start "
            "Kith with it.");
    Str why = backup_check(a, file);
    if (!why.at && exists(a, target)) {
        if (!over)
            return str_fmt(a,
                "%.*s exists. Replace it with --force; it is then kept as "
                "%.*s.before-restore.", STR_FMT(target), STR_FMT(target));
        why = in_use(url, a);
    }
    return why.at ? why : replace(a, file, target);
}
