// The verbs about the database itself: making it, copying it, proving its log.
#include "db/verbs.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "db/audit.h"
#include "db/backup.h"
#include "db/jobs.sql.h"
#include "db/migrate.h"

static int no(Str why) {
    fprintf(stderr, "kith: %.*s\n", STR_FMT(why));
    return 1;
}

static Db *opened(Cli *c, bool writes) {
    Str why = {0};
    Db *db = db_open(c->database, writes, &why, c->arena);
    if (db) db_use(db, c->arena);
    else no(why);
    return db;
}

// For reading, with the schema this program knows.
static Db *opened_current(Cli *c) {
    Db *db = opened(c, false);
    if (!db) return NULL;
    db_begin_read(db);
    int version = db_version(db);
    if (version == schema_version()) return db;
    no(str_fmt(c->arena,
        "The database has schema %d and this program wants %d. Run: kith migrate --database %.*s", version,
        schema_version(), STR_FMT(c->database)));
    db_close(db);
    return NULL;
}

static int closed(Db *db, int code) {
    if (db_fault(db).at) code = no(db_fault(db));
    db_close(db);
    return code;
}

// ---- making and mending -----------------------------------------------------------------------------------

static bool make_folder(Cli *c) {
    Str file = backup_database_file(c->database);
    for (size_t i = 1; i < file.len; i++) {
        if (file.at[i] != '/') continue;
        char *folder = str_c(c->arena, (Str){file.at, i});
        if (!mkdir(folder, 0700) || errno == EEXIST) continue;
        no(str_fmt(c->arena,
            "The folder %s cannot be made (%s). Make it, or name another database with "
            "--database.", folder, strerror(errno)));
        return false;
    }
    return true;
}

static Str without_password(Cli *c) {
    Str rest = c->database;
    if (backup_database_file(rest).at) return rest;
    Str scheme = str_cut(&rest, S("://")), host = rest.at ? rest : S("");
    ptrdiff_t at = str_find(host, S("@"));
    if (at >= 0) host = (Str){host.at + at + 1, host.len - (size_t)at - 1};
    ptrdiff_t query = str_find(host, S("?"));
    if (query >= 0) host.len = (size_t)query;
    return str_fmt(c->arena, "%.*s://%.*s", STR_FMT(scheme), STR_FMT(host));
}

int verb_migrate(Cli *c) {
    Db *db = opened(c, true);
    if (!db) return 1;
    int was = db_version(db);
    Str backup = was ? db_backup_path(db, c->arena, time_now()) : (Str){0};
    if (was == schema_version()) {
        printf("Nothing to do: the database has schema %d already.\n", was);
        return closed(db, 0);
    }
    Str why = db_migrate(db, c->arena, backup);
    if (why.at) return closed(db, no(why));
    printf("The database went from schema %d to %d.\n", was, schema_version());
    if (backup.at) printf("What it was before is in %.*s.\n", STR_FMT(backup));
    return closed(db, 0);
}

int verb_init(Cli *c) {
    if (!make_folder(c)) return 1;
    Db *db = opened(c, true);
    if (!db) return 1;
    Str backup = db_version(db) ? db_backup_path(db, c->arena, time_now()) : (Str){0};
    Str why = db_migrate(db, c->arena, backup);
    if (why.at) return closed(db, no(why));
    printf("The database is ready: %.*s (schema %d).\n", STR_FMT(without_password(c)), schema_version());
    return closed(db, 0);
}

// ---- the audit log ----------------------------------------------------------------------------------------

static void print_faults(const AuditCheck *check) {
    for (size_t i = 0; i < check->len; i++) {
        const AuditFault *f = &check->at[i];
        printf("%s%.*s, row %lld: %.*s.\n", str_eq(f->node, S("seal")) ? "" : "node ", STR_FMT(f->node),
            (long long)f->seq, STR_FMT(f->why));
    }
    if (check->more) printf("And %lld more.\n", (long long)check->more);
}

int verb_audit_verify(Cli *c) {
    Db *db = opened_current(c);
    if (!db) return 1;
    AuditCheck check = audit_verify(db, c->arena, cli_flag(c, "head"));
    if (db_fault(db).at) return closed(db, 1);
    print_faults(&check);
    printf("The audit log is %s: %lld rows in %lld chains, %lld seals.\n", check.len ? "NOT whole" : "whole",
        (long long)check.rows, (long long)check.nodes, (long long)check.seals);
    return closed(db, check.len ? 1 : 0);
}

int verb_audit_head(Cli *c) {
    Db *db = opened_current(c);
    if (!db) return 1;
    Str head = audit_head_text(db, c->arena);
    printf("%.*s\n", STR_FMT(head.len ? head : S("Nothing has been written yet.")));
    return closed(db, 0);
}

// ---- copies -----------------------------------------------------------------------------------------------

int verb_backup(Cli *c) {
    if (c->n_words != 1) return cli_wrong("name the file to copy to. Try: kith help backup");
    Str file = c->word[0], why = backup_make(c->database, c->arena, file, cli_has(c, "force"));
    if (why.at) return no(why);
    struct stat st = {0};
    stat(str_c(c->arena, file), &st);
    printf("Copied to %.*s (%lld bytes).\n", STR_FMT(file), (long long)st.st_size);
    return 0;
}

int verb_restore(Cli *c) {
    if (c->n_words != 1) return cli_wrong("name the file to restore. Try: kith help restore");
    if (!make_folder(c)) return 1;
    Str file = c->word[0], why = backup_restore(c->database, c->arena, file, cli_has(c, "force"));
    if (why.at) return no(why);
    printf("Restored %.*s from %.*s.\n", STR_FMT(backup_database_file(c->database)), STR_FMT(file));
    return 0;
}

// ---- jobs -------------------------------------------------------------------------------------------------

static void print_job(Cli *c, const JobLine *j) {
    const char *state = j->gave_up_at != NONE ? "given up" : j->lease_until != NONE ? "at work" : j->once
        ? "waits" : "comes round";
    Str due = instant_iso(c->arena, j->due_at), done = j->done_at != NONE ? instant_iso(c->arena, j->done_at)
        : S("-");
    printf("%6lld  %-16.*s  %-11s  %.*s  %-20.*s  %5lld  %.*s\n", (long long)j->id, STR_FMT(j->kind), state,
        STR_FMT(due),
        STR_FMT(done), (long long)j->tries, STR_FMT(j->why));
}

int verb_jobs(Cli *c) {
    Db *db = opened_current(c);
    if (!db) return 1;
    JobLineList jobs = job_list(db);
    if (!jobs.len && !db_fault(db).at) puts("There are no jobs yet.");
    if (jobs.len)
        puts("number  kind              state        due                   last done             tries  why");
    for (size_t i = 0; i < jobs.len; i++) print_job(c, &jobs.at[i]);
    return closed(db, 0);
}
