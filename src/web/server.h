// Inside the server. Network threads (libmicrohttpd's, on epoll) read and write sockets and never wait for a
// database; they hand an Exchange to a pool and take it back with its answer.
#ifndef KITH_SERVER_H
#define KITH_SERVER_H

#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>

#include "db/writer.h"
#include "web/dispatch.h"
#include "web/metrics.h"
#include "web/multipart.h"
#include "web/settings.h"

typedef struct Server Server;
typedef struct Exchange Exchange;

// What a connection is doing, and since when: for the reaper.
typedef enum Doing { IDLE, HEAD, BODY, WORKING, SENDING } Doing;
typedef struct Connection Connection;
struct Connection {
    int fd;
    bool proxied;    // the peer is this machine, and it is trusted as a proxy
    bool local;      // the peer is this machine
    char address[48];
    _Atomic Doing doing;
    _Atomic Instant since;
    atomic_llong bytes;    // of the body received, or of the reply to send
    atomic_bool first;     // nothing asked yet
    Connection *before, *after;
};

struct Exchange {
    Write write;    // first: the writer gives it back
    Server *server;
    struct MHD_Connection *connection;
    Connection *peer;
    Arena *arena;
    const char *target_end;    // in the receive buffer
    Request request;
    Turn turn;
    Buf body;
    Multipart *multipart;
    int64_t limit, discarded;
    enum { STARTED, RECEIVING, DISCARDING, WAITING, ANSWERED, GONE } stage;
    bool close;          // the connection, after this answer
    bool keep_failed;    // the writer could not commit
    bool unnoted;        // what the page shows could not be noted
    uint64_t frozen_epoch;
    struct MHD_Response *response;
    int status;
    size_t bytes;
    int64_t began;     // microseconds, monotonic
    size_t measure;    // its line of the metrics
    const char *pool;
    Exchange *next;
};

typedef struct Queue {
    Server *server;
    const char *name;
    Pool pool;
    pthread_mutex_t lock;
    pthread_cond_t more;
    Exchange *first, **end;
    int64_t waiting, most;
    size_t n_threads;
    pthread_t *threads;
    bool stopping;
} Queue;

typedef struct Frozen Frozen;
typedef struct Bench {                     // a fixed page to measure against
    Str path;
    struct MHD_Response *response;
    size_t bytes;
} Bench;
enum { BENCHES = 16 };

struct Server {
    Site site;
    const Settings *settings;
    Arena *arena;    // as long as the server
    struct MHD_Daemon *daemon;
    Writer *writer;
    Queue reads, hashes, renders;
    Metrics *metrics;
    Frozen *frozen;
    struct MHD_Response **assets;    // three for each: plain, gzip, brotli
    pthread_mutex_t peers_lock;
    Arena *peers_arena;
    Connection *peers, *peers_spare;
    atomic_int n_peers, under_way, noting;   // noting: of those under way, made and waiting for a flush
    atomic_bool stopping;
    atomic_bool database_answers, writer_answers, migrated;    // as the main thread last saw
    Bench bench[BENCHES];
    size_t n_bench;
    pthread_mutex_t spare_lock;
    Arena *spare_arena;
    Exchange *spare;
};

int64_t clock_us(void);

// listen.c: false leaves a sentence.
bool listen_open(const Settings *s, int *ret_fd, Str *ret_why, Arena *a);
bool daemon_start(Server *s, int fd, Str *ret_why);

// exchange.c: the life of a request on a network thread.
void *exchange_begin(void *server, const char *target, struct MHD_Connection *connection);
enum MHD_Result exchange_go_on(void *server, struct MHD_Connection *connection, const char *url,
                               const char *verb, const char *version, const char *data, size_t *size,
                               void **exchange);
void exchange_end(void *server, struct MHD_Connection *connection, void **exchange,
                  enum MHD_RequestTerminationCode why);
void exchange_answered(Exchange *x);    // from a pool: back to the network threads
void exchange_respond(Exchange *x);     // makes x->response from x->turn.reply
enum MHD_Result exchange_queue(Exchange *x, struct MHD_Response *r, int status, size_t bytes);
enum MHD_Result exchange_say(Exchange *x, int status, Str type, Str body);    // a short text, at once
struct MHD_Response *response_make(const Response *r, enum MHD_ResponseMemoryMode mode);

// strict.c
const char *head_refused(struct MHD_Connection *c, const char *verb,
                         const char *version);    // NULL: it is well-formed

// worker.c
bool queue_start(Queue *q, Server *s, const char *name, Pool pool, int64_t threads, int64_t most);
void queue_stop(Queue *q);
bool queue_add(Queue *q, Exchange *x);    // false: full
bool hand_to_writer(Exchange *x);         // false: full

// reap.c
void peer_notify(void *server, struct MHD_Connection *c, void **peer,
                 enum MHD_ConnectionNotificationCode what);
void peer_does(Connection *p, Doing doing);
void reap(Server *s);

// static.c
void static_make(Server *s);
bool static_answer(Exchange *x, enum MHD_Result *ret);    // true: it was for this, and *ret says how it went
void static_drop(Server *s);

// frozen.c
void frozen_start(Server *s);
bool frozen_answer(Exchange *x, enum MHD_Result *ret);
void frozen_keep(Exchange *x);
void frozen_look(Server *s, Db *db);    // has anything been published?
uint64_t frozen_epoch(const Server *s);
void frozen_stop(Server *s);

// bench.c: /bench
bool bench_make(Server *s);                // false: --bench-page cannot be read
bool bench_answer(Exchange *x, enum MHD_Result *ret);
void bench_drop(Server *s);

// machine.c: /healthz, /readyz, /metrics
bool machine_answer(Exchange *x, enum MHD_Result *ret);

#endif
