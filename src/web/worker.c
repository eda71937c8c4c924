// The pools. Each has its own threads and its own bounded line of waiting requests, so that a flood of
// sign-ins or a slow PDF keeps nobody from reading a page. A line that is full refuses at once, while it can
// still say so.
#include <signal.h>

#include "base/log.h"
#include "web/server.h"

// ---- a line of waiting requests ---------------------------------------------------------------------------

bool queue_add(Queue *q, Exchange *x) {
    pthread_mutex_lock(&q->lock);
    bool room = q->waiting < q->most && !q->stopping;
    if (room) {
        x->next = NULL;
        *q->end = x;
        q->end = &x->next;
        q->waiting++;
        pthread_cond_signal(&q->more);
    }
    pthread_mutex_unlock(&q->lock);
    return room;
}

// Whoever has to wait for the next has let go of what the last read.
static Exchange *queue_take(Queue *q, Db *db) {
    pthread_mutex_lock(&q->lock);
    if (!q->first && db) {
        pthread_mutex_unlock(&q->lock);
        db_rest(db);
        pthread_mutex_lock(&q->lock);
    }
    while (!q->first && !q->stopping) pthread_cond_wait(&q->more, &q->lock);
    Exchange *x = q->first;
    if (x) {
        q->first = x->next;
        if (!q->first) q->end = &q->first;
        q->waiting--;
    }
    pthread_mutex_unlock(&q->lock);
    return x;
}

// ---- a reader's turn --------------------------------------------------------------------------------------

static Db *open_reader(Queue *q, Arena *a) {
    Str why = {0};
    Db *db = db_open(q->server->settings->database, false, &why, a);
    if (!db) log_line("reader_cannot_open", "pool=%s why=\"%.*s\"", q->name, STR_FMT(why));
    return db;
}

// One snapshot a page. A connection that was lost is opened anew, once; then the page says that the service
// is busy.
static Db *begin_read(Queue *q, Db **db, Arena *a) {
    if (*db && db_begin_read(*db)) return *db;
    db_close(*db);
    *db = open_reader(q, a);
    return *db && db_begin_read(*db) ? *db : NULL;
}

static void end_read(Db *db) {
    if (db && !db_end_read_soon(db)) db_rollback(db);
}

typedef struct Through {    // write_do() from a slow pool
    Write write;
    Turn *turn;
    Act *act;
    void *arg;
} Through;

static bool through_run(Write *w, Db *db) {
    Through *t = (Through *)(void *)w;
    Ctx *c = &t->turn->ctx;
    Db *own = c->db;
    c->db = db;
    db_use(db, c->arena);
    bool keep = t->act(c, t->arg);
    c->db = own;
    return keep;
}

static Exchange *exchange_of(Turn *t) { return (Exchange *)(void *)((char *)t - offsetof(Exchange, turn)); }

// The snapshot from before the write is let go: what is read after it sees what was written.
static bool write_through(Turn *t, Act *act, void *arg) {
    Through through = {.write.run = through_run, .turn = t, .act = act, .arg = arg};
    db_end_read(t->ctx.db);
    bool kept = writer_do(exchange_of(t)->server->writer, &through.write);
    db_begin_read(t->ctx.db);
    db_use(t->ctx.db, t->ctx.arena);
    return kept;
}

typedef struct Later {
    Write write;
    void (*act)(Db *db, int64_t a, int64_t b);
    int64_t a, b;
    Arena *arena;
} Later;

static bool later_run(Write *w, Db *db) {
    Later *l = (Later *)(void *)w;
    l->act(db, l->a, l->b);
    return true;
}

static void later_done(Write *w, bool kept) {
    (void)kept;
    arena_close(((Later *)(void *)w)->arena);    // holds the Later itself
}

// Owned by nobody who waits: each has an arena of its own.
static void add_later(Exchange *x) {
    for (size_t i = 0; i < x->turn.n_later; i++) {
        Arena *a = arena_open();
        Later *l = arena_new(a, Later, 1);
        *l = (Later){{.run = later_run, .done = later_done, .patient = true},
                     x->turn.later[i].act,
                     x->turn.later[i].a,
                     x->turn.later[i].b,
                     a};
        if (!writer_add(x->server->writer, &l->write)) arena_close(a);
    }
}

static void log_fault(const Turn *t) {
    if (t->fault.at) log_line("fault", "id=%.*s why=\"%.*s\"", STR_FMT(t->request->id), STR_FMT(t->fault));
}

// An answer that is to be noted first waits for the next commit, which many share.
// What was made already is dropped where the commit was refused.
static bool note_run(Write *w, Db *db) { return notes_write(&((Exchange *)(void *)w)->turn, db); }

static void note_done(Write *w, bool kept) {
    Exchange *x = (Exchange *)(void *)w;
    atomic_fetch_sub(&x->server->noting, 1);
    if (!kept) {
        MHD_destroy_response(x->response);
        x->response = NULL;
        x->keep_failed = true;
    }
    add_later(x);
    exchange_answered(x);
}

// Somebody alone waits for nobody; where more is asked than readers can take at once, answers share flushes,
// until none is left in the making that could share this one.
static void note_first(Exchange *x) {
    Server *s = x->server;
    int noting = atomic_fetch_add(&s->noting, 1) + 1, under_way = s->under_way;
    bool more_come = under_way > s->settings->readers && under_way > noting;
    x->write = (Write){.run = note_run, .done = note_done, .bare = true, .patient = more_come};
    if (!writer_add(x->server->writer, &x->write)) note_done(&x->write, false);
}

static void answer(Queue *q, Exchange *x, Db **db, Arena *scratch) {
    x->pool = q->name;
    x->frozen_epoch = frozen_epoch(q->server);
    if (q->pool != READS) x->turn.write = write_through;
    dispatch(&x->turn, begin_read(q, db, scratch));
    end_read(*db);
    log_fault(&x->turn);
    exchange_respond(x);
    if (x->turn.n_notes) {
        note_first(x);
        return;
    }
    add_later(x);
    exchange_answered(x);
}

static void *queue_thread(void *arg) {
    Queue *q = arg;
    Arena *scratch = arena_open();
    Db *db = open_reader(q, scratch);
    for (Exchange *x; (x = queue_take(q, db));) {
        answer(q, x, &db, scratch);
        arena_reset(scratch);
    }
    db_close(db);
    arena_close(scratch);
    return NULL;
}

bool queue_start(Queue *q, Server *s, const char *name, Pool pool, int64_t threads, int64_t most) {
    *q = (Queue){.server = s, .name = name, .pool = pool, .most = most};
    q->end = &q->first;
    pthread_mutex_init(&q->lock, NULL);
    pthread_cond_init(&q->more, NULL);
    q->threads = arena_new(s->arena, pthread_t, (size_t)threads);
    while ((int64_t)q->n_threads < threads) {
        if (pthread_create(&q->threads[q->n_threads], NULL, queue_thread, q)) return false;
        q->n_threads++;
    }
    return true;
}

// What still waits is answered first.
void queue_stop(Queue *q) {
    pthread_mutex_lock(&q->lock);
    q->stopping = true;
    pthread_cond_broadcast(&q->more);
    pthread_mutex_unlock(&q->lock);
    for (size_t i = 0; i < q->n_threads; i++) pthread_join(q->threads[i], NULL);
    q->n_threads = 0;
}

// ---- the writer -------------------------------------------------------------------------------------------

static bool write_run(Write *w, Db *db) {
    Exchange *x = (Exchange *)(void *)w;
    dispatch(&x->turn, db);
    log_fault(&x->turn);
    if (!x->turn.n_notes) return x->turn.keep;
    x->unnoted = !notes_keep(&x->turn, db);
    return x->turn.keep = !x->unnoted;
}

static void write_done(Write *w, bool kept) {
    Exchange *x = (Exchange *)(void *)w;
    bool ran = x->turn.reply.status;
    x->keep_failed = !ran || x->unnoted || (x->turn.keep && !kept);
    add_later(x);
    exchange_answered(x);
}

bool hand_to_writer(Exchange *x) {
    Server *s = x->server;
    if ((int64_t)writer_waiting(s->writer) >= s->settings->queue) return false;
    x->pool = "writes";
    x->write.run = write_run;
    x->write.done = write_done;
    x->write.again = !x->request.n_uploads;    // a file is read once
    return writer_add(s->writer, &x->write);
}
