// How many audited writes a second: through the one writer, and with a connection a client, each write its own
// transaction. On PostgreSQL the connections are measured twice: with one chain for all, as the writer has, and
// with a chain each.
//
//     writers URL SECONDS      URL is a database made by kith init
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench/writers.sql.h"
#include "db/audit.h"
#include "db/writer.h"

enum { MOST = 64, TIMES_MOST = 1 << 20 };                  // latencies kept
typedef enum Way { ONE_WRITER, CONNECTIONS, CONNECTIONS_ONE_CHAIN } Way;

static Str url;
static atomic_bool going;
static atomic_long names;

typedef struct Client {
    Way way;
    Writer *writer;
    Db *db;
    Arena *arena;
    size_t n;
    float *ms;
} Client;

static double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool act(Write *w, Db *db) {
    (void)w;
    bench_put(db, str_fmt(db_arena(db), "bench-%d-%ld", getpid(), atomic_fetch_add(&names, 1)));
    audit_add(db, (AuditRow){1, NONE, S("bench.write"), S("setting"), 1, S("{\"was\":1,\"now\":2}")});
    return true;
}

static bool write_through_connection(Client *c) {
    arena_reset(c->arena);
    db_use(c->db, c->arena);
    db_begin(c->db);
    if (c->way == CONNECTIONS_ONE_CHAIN) db_set_node(c->db, bench_lock(c->db));
    act(NULL, c->db);
    if (db_commit(c->db)) return true;
    db_rollback(c->db);
    return false;
}

static void *client(void *arg) {
    Client *c = arg;
    while (going && c->n < TIMES_MOST) {
        double start = now_ms();
        Write w = {.run = act};
        bool kept = c->way == ONE_WRITER ? writer_do(c->writer, &w) : write_through_connection(c);
        if (kept) c->ms[c->n++] = (float)(now_ms() - start);
    }
    return NULL;
}

static int by_size(const void *a, const void *b) {
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

static Db *open_or_end(Arena *a) {
    Str why = {0};
    Db *db = db_open(url, true, &why, a);
    if (db) return db;
    fprintf(stderr, "%.*s\n", STR_FMT(why));
    exit(1);
}

static double report(const char *name, int clients, const Client *c, double seconds) {
    size_t n = 0;
    float *all = calloc(TIMES_MOST, sizeof *all);
    for (int i = 0; i < clients; i++)
        for (size_t k = 0; k < c[i].n && n < TIMES_MOST; k++) all[n++] = c[i].ms[k];
    qsort(all, n, sizeof *all, by_size);
    double rate = (double)n / seconds;
    if (n) printf("%-28s %3d clients  %8.0f writes/s  p50 %7.2f ms  p99 %7.2f ms  longest %7.1f ms\n", name, clients, rate,
            (double)all[n / 2], (double)all[n * 99 / 100], (double)all[n - 1]);
    fflush(stdout);
    free(all);
    return rate;
}

static double measure(const char *name, Way way, int clients, double seconds) {
    Arena *a = arena_open();
    Str why = {0};
    Client c[MOST] = {0};
    pthread_t thread[MOST];
    Writer *writer = way == ONE_WRITER ? writer_start(url, &why, a) : NULL;
    for (int i = 0; i < clients; i++)
        c[i] = (Client){way, writer, writer ? NULL : open_or_end(a), arena_open(), 0, calloc(TIMES_MOST, sizeof(float))};
    going = true;
    double start = now_ms();
    for (int i = 0; i < clients; i++) pthread_create(&thread[i], NULL, client, &c[i]);
    nanosleep(&(struct timespec){(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)}, NULL);
    going = false;
    for (int i = 0; i < clients; i++) pthread_join(thread[i], NULL);
    double rate = report(name, clients, c, (now_ms() - start) / 1e3);
    for (int i = 0; i < clients; i++) {
        db_close(c[i].db);
        arena_close(c[i].arena);
        free(c[i].ms);
    }
    if (writer) writer_stop(writer);
    arena_close(a);
    return rate;
}

int main(int argc, char **argv) {
    if (argc != 3) return fputs("usage: writers URL SECONDS\n", stderr), 2;
    static const int clients[] = {1, 8, 64};
    url = str_from(argv[1]);
    double seconds = strtod(argv[2], NULL), one = 0, apart = 0, shared = 0;
    bool postgres = !str_starts(url, S("sqlite:"));
    for (size_t i = 0; i < COUNT(clients); i++) {
        one = measure("one writer", ONE_WRITER, clients[i], seconds);
        if (postgres) shared = measure("connections, one chain", CONNECTIONS_ONE_CHAIN, clients[i], seconds);
        apart = measure(postgres ? "connections, a chain each" : "connections", CONNECTIONS, clients[i], seconds);
    }
    printf("ratio writers %.1f\n", one / (postgres ? shared : apart));
    if (postgres) printf("ratio writers_own_chains %.1f\n", one / apart);
    return 0;
}
