// Makes tests' databases cheap: a file in memory, or a PostgreSQL database, copied from one filled once.
#include "database.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/db_test.h"
#include "db/migrate.h"

enum { MAX_TEMPLATES = 8 };

static struct {
    pid_t pid;                             // whose these are; a child of a test cleans up nothing
    int made;
    char folder[64];
    Arena *arena;                          // the server's
    Db *server;                            // PostgreSQL: where databases are made
    size_t n_templates;
    char template[MAX_TEMPLATES][64], url[MAX_TEMPLATES][300];
} run;

static void __attribute__((noreturn)) give_up(Str why) {
    fprintf(stderr, "%.*s\n", STR_FMT(why));
    exit(2);
}

bool database_postgres(void) {
    const char *engine = getenv("KITH_TEST_ENGINE");
    return engine && !strcmp(engine, "postgres");
}

static Str server_url(void) {
    const char *url = getenv("KITH_TEST_PG");
    if (!url) give_up(S("Set KITH_TEST_PG to the address of a PostgreSQL server, or run under script/pg."));
    return str_from(url);
}

Db *database_open(Str url, Arena *a) {
    Str why = {0};
    Db *db = db_open(url, true, &why, a);
    if (!db) give_up(why);
    db_use(db, a);
    return db;
}

static void clean(void) {
    if (run.pid != getpid()) return;
    for (size_t i = 0; i < run.n_templates; i++) database_drop(str_from(run.url[i]));
    db_close(run.server);
    arena_close(run.arena);
    rmdir(run.folder);
}

static void prepare(Arena *a) {
    if (run.pid) return;
    run.pid = getpid();
    run.arena = arena_open();
    db_test_fast(true);
    atexit(clean);
    if (database_postgres()) {
        run.server = database_open(server_url(), run.arena);
        return;
    }
    bool memory = !access("/dev/shm", W_OK);
    snprintf(run.folder, sizeof run.folder, "%s/kith-test-%d", memory ? "/dev/shm" : "/tmp", (int)run.pid);
    if (mkdir(run.folder, 0700)) give_up(str_fmt(a, "The folder %s cannot be made.", run.folder));
}

static Str name_of(Str url) {
    Str rest = url, last = {0};
    Str path = str_cut(&rest, S("?"));
    while (path.at) last = str_cut(&path, S("/"));
    return last;
}

// "postgresql://user@host/NAME?more" with another NAME
static Str renamed(Arena *a, Str url, Str name) {
    Str old = name_of(url);
    size_t before = (size_t)(old.at - url.at), upto = before + old.len;
    Str head = {url.at, before}, tail = {url.at + upto, url.len - upto};
    return str_fmt(a, "%.*s%.*s%.*s", STR_FMT(head), STR_FMT(name), STR_FMT(tail));
}

static void copy_file(Arena *a, Str from, Str to) {
    FILE *in = fopen(str_c(a, from), "rb"), *out = fopen(str_c(a, to), "wb");
    char bytes[65536];
    for (size_t n; in && out && (n = fread(bytes, 1, sizeof bytes, in));) fwrite(bytes, 1, n, out);
    if (!in || !out || fclose(out)) give_up(str_fmt(a, "The file %.*s cannot be written.", STR_FMT(to)));
    fclose(in);
}

static void run_on_server(const char *sql) {
    if (!db_exec(run.server, sql)) give_up(db_fault(run.server));
}

// `from` absent: with nothing in it
static Str make(Arena *a, Str from) {
    prepare(a);
    int n = ++run.made;
    if (!database_postgres()) {
        Str url = str_fmt(a, "sqlite:%s/%d.db", run.folder, n);
        if (from.at) copy_file(a, (Str){from.at + 7, from.len - 7}, (Str){url.at + 7, url.len - 7});
        return url;
    }
    Str name = str_fmt(a, "kith_test_%d_%d", (int)run.pid, n);
    Str of = from.at ? name_of(from) : S("template0");
    run_on_server(str_c(a, str_fmt(a, "create database %.*s template %.*s", STR_FMT(name), STR_FMT(of))));
    return renamed(a, server_url(), name);
}

Str database_empty(Arena *a) { return make(a, (Str){0}); }

void database_drop(Str url) {
    Arena *a = arena_open();
    if (str_starts(url, S("sqlite:"))) {
        static const char *const endings[] = {"", "-wal", "-shm"};
        for (size_t i = 0; i < COUNT(endings); i++)
            unlink(str_c(a, str_fmt(a, "%.*s%s", (int)url.len - 7, url.at + 7, endings[i])));
    } else {
        Str name = name_of(url);
        run_on_server(str_c(a, str_fmt(a, "drop database if exists %.*s with (force)", STR_FMT(name))));
    }
    arena_close(a);
}

static void lay_schema(Db *db, Arena *a, Str name) {
    (void)name;
    Str why = db_migrate(db, a, (Str){0});
    if (why.at) give_up(why);
}

Str database_like(Arena *a, Str name, void (*fill)(Db *db, Arena *a, Str name)) {
    for (size_t i = 0; i < run.n_templates; i++)
        if (str_eq(str_from(run.template[i]), name)) return make(a, str_from(run.url[i]));
    if (run.n_templates == MAX_TEMPLATES) give_up(S("A run has at most 8 kinds of filled database."));
    Str url = fill == lay_schema ? database_empty(a) : database_new(a);
    Db *db = database_open(url, a);
    fill(db, a, name);
    db_close(db);
    snprintf(run.template[run.n_templates], sizeof run.template[0], "%.*s", STR_FMT(name));
    snprintf(run.url[run.n_templates], sizeof run.url[0], "%.*s", STR_FMT(url));
    run.n_templates++;
    return make(a, url);
}

Str database_new(Arena *a) { return database_like(a, S("the schema"), lay_schema); }
