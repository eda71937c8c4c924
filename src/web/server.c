// Starting, watching over and stopping the service. One connection opens and migrates the database before any
// other does; stopping takes no new connection, ends what is under way, and leaves with 0.
#include <errno.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "db/migrate.h"
#include "web/assets.h"
#include "web/frozen.sql.h"
#include "web/serve.h"
#include "web/layout.h"
#include "web/server.h"

enum { LOOKS_A_SECOND = 2, WRITER_SECONDS = 5 };

static bool say(const char *what, Str why) {
    fprintf(stderr, "kith: %s%.*s\n", what, STR_FMT(why));
    return false;
}

// ---- the database -----------------------------------------------------------------------------------------

static Str backup_path(Arena *a, const Settings *s) {
    Str file = s->database;
    if (!str_starts(file, S("sqlite:"))) return (Str){0};
    file = (Str){file.at + 7, file.len - 7};
    return str_fmt(a, "%.*s.before-%d", STR_FMT(file), schema_version());
}

// The key signs what browsers keep for us; every process of a site has the same one.
static Str key_read(Db *db, Arena *a) {
    Str hex = site_key(db);
    if (!hex.at && db_begin(db)) {
        uint8_t fresh[32];
        randombytes_buf(fresh, sizeof fresh);
        site_key_add(db, str_hex(a, fresh, sizeof fresh), time_now());
        db_commit(db);
        hex = site_key(db);
    }
    uint8_t *key = arena_new(a, uint8_t, 32);
    return hex.at && str_unhex(hex, key, 32) ? (Str){(const char *)key, 32} : (Str){0};
}

static bool database_ready(Server *s) {
    Str why = {0};
    Db *db = db_open(s->settings->database, true, &why, s->arena);
    if (!db) return say("", why);
    db_use(db, s->arena);
    why = db_migrate(db, s->arena, backup_path(s->arena, s->settings));
    if (why.at) return db_close(db), say("", why);
    Str key = key_read(db, s->arena);
    db_close(db);
    if (!key.at) return say("The site's key cannot be read from or written to the database.", S(""));
    s->site.key = (const uint8_t *)key.at;
    return true;
}

// ---- starting ---------------------------------------------------------------------------------------------

static void locks_make(Server *s) {
    s->peers_arena = arena_open();
    s->spare_arena = arena_open();
    pthread_mutex_init(&s->peers_lock, NULL);
    pthread_mutex_init(&s->spare_lock, NULL);
}

static void site_fill(Server *s) {
    const Settings *set = s->settings;
    s->site.base_url = set->base_url;
    s->site.name = set->name;
    s->site.data_dir = set->data_dir;
    s->site.settings = set;
    s->site.secure = str_starts(set->base_url, S("https://"));
}

static bool data_dir_ready(Server *s) {
    char *dir = str_c(s->arena, s->settings->data_dir);
    if (mkdir(dir, 0750) == 0 || errno == EEXIST) {
        if (access(dir, W_OK | X_OK) == 0) return true;
    }
    return say("The folder for uploads and mail cannot be written: choose one with --data. It is now ",
               s->settings->data_dir);
}

static bool pools_start(Server *s) {
    const Settings *set = s->settings;
    Str why = {0};
    s->writer = writer_start(set->database, &why, s->arena);
    if (!s->writer) return say("", why);
    if (queue_start(&s->reads, s, "reads", READS, set->readers, set->queue) &&
        queue_start(&s->hashes, s, "hashes", HASHES, set->hashers, set->queue_slow) &&
        queue_start(&s->renders, s, "renders", RENDERS, set->renders, set->queue_slow))
        return true;
    return say("The system gives Kith too few threads (ulimit -u).", S(""));
}

static void pools_stop(Server *s) {
    queue_stop(&s->renders);
    queue_stop(&s->hashes);
    queue_stop(&s->reads);
    if (s->writer) writer_stop(s->writer);
}

static bool answers_start(Server *s) {
    Str why = {0};
    int fd = -1;
    if (!listen_open(s->settings, &fd, &why, s->arena)) return say("", why);
    if (daemon_start(s, fd, &why)) return true;
    close(fd);
    return say("", why);
}

// ---- watching over it -------------------------------------------------------------------------------------

typedef struct Watch {
    Server *server;
    Arena *arena, *names;
    Db *db;
    Write probe;
    atomic_bool probing;
    int64_t probed_at;                 // milliseconds
    _Atomic int64_t answered_at;       // by the writer's thread
} Watch;

static Watch *watch_of(Write *w) { return (Watch *)(void *)((char *)w - offsetof(Watch, probe)); }
static bool probe_run(Write *w, Db *db) { return (void)w, (void)db, false; }

static void probe_done(Write *w, bool kept) {
    Watch *watch = watch_of(w);
    (void)kept;
    watch->answered_at = clock_us() / 1000;
    watch->probing = false;
}

static void look_at_writer(Watch *w, int64_t now) {
    if (!w->probing && now - w->probed_at > WRITER_SECONDS * 1000) {
        w->probed_at = now;
        w->probing = true;
        if (!writer_add(w->server->writer, &w->probe)) w->probing = false;
    }
    w->server->writer_answers = now - w->answered_at < 3 * WRITER_SECONDS * 1000;
}

// Pages take the name without asking the database. One that was in use before may still be: it is kept.
static void look_at_name(Watch *w) {
    Site *site = &w->server->site;
    const Str *was = site->name_set;
    Str now = site_name_set(w->db);
    if (db_fault(w->db).at || str_eq(now, was ? *was : (Str){0})) return;
    Str *kept = arena_new(w->names, Str, 1);
    *kept = str_copy(w->names, now);
    site->name_set = kept;
}

static void look_at_database(Watch *w) {
    Server *s = w->server;
    Str why = {0};
    arena_reset(w->arena);
    if (!w->db) w->db = db_open(s->settings->database, false, &why, w->arena);
    if (w->db) db_use(w->db, w->arena);
    bool answers = w->db && db_begin_read(w->db);
    if (answers) {
        look_at_name(w);
        frozen_look(s, w->db);
        s->migrated = db_version(w->db) == schema_version();
        answers = !db_fault(w->db).at;
        db_end_read(w->db);
    }
    s->database_answers = answers;
    if (answers || !w->db) return;
    db_close(w->db);    // opened anew at the next look
    w->db = NULL;
}

static Watch *watch_start(Server *s) {
    Watch *w = arena_new(s->arena, Watch, 1);
    *w = (Watch){.server = s,
                 .arena = arena_open(),
                 .names = arena_open(),
                 .probe = {.run = probe_run, .done = probe_done},
                 .answered_at = clock_us() / 1000};
    look_at_database(w);
    look_at_writer(w, w->answered_at);
    return w;
}

static void watch_stop(Watch *w) {
    if (w->db) db_close(w->db);
    w->server->site.name_set = NULL;
    arena_close(w->names);
    arena_close(w->arena);
}

static void signals_block(sigset_t *ret) {
    sigemptyset(ret);
    sigaddset(ret, SIGTERM);
    sigaddset(ret, SIGINT);
    pthread_sigmask(SIG_BLOCK, ret, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static void serve_until_told(Server *s, Watch *w, const sigset_t *signals) {
    struct timespec pause = {.tv_nsec = 1000000000 / LOOKS_A_SECOND};
    for (int look = 0; sigtimedwait(signals, NULL, &pause) < 0; look++) {
        reap(s);
        if (look % LOOKS_A_SECOND) continue;
        look_at_database(w);
        look_at_writer(w, clock_us() / 1000);
    }
}

// ---- stopping ---------------------------------------------------------------------------------------------

static void drain(Server *s, const sigset_t *signals) {
    struct timespec pause = {.tv_nsec = 20000000};
    int64_t until = clock_us() + s->settings->drain_seconds * 1000000;
    while (s->under_way > 0 && clock_us() < until && sigtimedwait(signals, NULL, &pause) < 0) reap(s);
}

// New connections wait in vain at the door; those under way are ended; a second signal, or the limit, ends it
// at once. The pools go before the network threads, so that no request sleeps on when these are stopped.
static void stop(Server *s, const sigset_t *signals) {
    s->stopping = true;
    int door = MHD_quiesce_daemon(s->daemon);
    drain(s, signals);
    pools_stop(s);
    MHD_stop_daemon(s->daemon);
    if (door >= 0) close(door);
}

static void let_go(Server *s) {
    static_drop(s);
    frozen_stop(s);
    bench_drop(s);
    for (Exchange *x = s->spare; x; x = x->next) arena_close(x->arena);
    arena_close(s->spare_arena);
    arena_close(s->peers_arena);
}

static void say_address(const Server *s) {
    Str url = s->settings->base_url;
    printf("Kith is at %.*s\n", STR_FMT(url));
    if (str_eq(s->settings->address, S("0.0.0.0")) || str_eq(s->settings->address, S("::")))
        if (str_starts(url, S("http://127.0.0.1:")))
            puts("Links in mail lead to this machine only. Say how others reach it: --base-url "
                 "https://YOUR-SITE");
    fflush(stdout);
    log_line("serving", "address=%.*s port=%lld schema=%d", STR_FMT(s->settings->address),
             (long long)s->settings->port, schema_version());
}

static int run(Server *s, ServeBeside beside, const sigset_t *signals) {
    void *besides = beside.start ? beside.start(s->settings, &s->site, s->writer) : NULL;
    if (beside.start && !besides) return 1;    // it has said why
    Watch *w = watch_start(s);
    bool answers = answers_start(s);
    if (answers) {
        say_address(s);
        serve_until_told(s, w, signals);
        log_line("stopping", "under_way=%d", (int)s->under_way);
    }
    if (beside.stop) beside.stop(besides);
    if (answers) stop(s, signals);
    watch_stop(w);
    if (answers) log_line("stopped", "requests_left=%d", (int)s->under_way);
    return answers ? 0 : 1;
}

int serve(Cli *c, Site site, ServeBeside beside) {
    Settings settings;
    Str why = {0};
    sigset_t signals;
    if (!settings_read(c, &settings, &why)) return cli_wrong("%.*s", STR_FMT(why));
    Server s = {.site = site, .settings = &settings, .arena = c->arena};
    signals_block(&signals);
    site_fill(&s);
    if (!data_dir_ready(&s) || !database_ready(&s)) return 1;
    locks_make(&s);
    s.site.navigation = navigation_routes(s.arena, &s.site);
    s.metrics = metrics_make(s.arena, &s.site);
    static_make(&s);
    frozen_start(&s);
    int end = 1;
    if (!bench_make(&s)) say("", S("--bench-page is sizes in bytes, such as 12000 or 12000,90000."));
    else if (pools_start(&s)) end = run(&s, beside, &signals);
    if (end) pools_stop(&s);
    let_go(&s);
    return end;
}
