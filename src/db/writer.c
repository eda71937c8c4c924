// The one thread that writes. A disk flush costs the same for one request as for a hundred, so the thread
// takes whatever waits, gives each its savepoint, and flushes once for all. A lone request waits for nobody.
// After a flush nothing in a reader's cache is good any more: under load, what readers leave behind rests
// until PAUSE after the last flush, which makes reading three times as fast.
#include "db/writer.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "base/log.h"
#include "db/audit.h"

enum {
    // beyond this a request is refused at once, while it can still be told
    QUEUE_MAX = 4096,
    GROUP_MAX = 256,                       // bounds how long the first of a group waits for the last
    PAUSE = 10,                            // milliseconds between flushes of patient writes
};

struct Writer {
    Str url;
    Arena *own, *scratch;
    Db *db;                                // NULL after a failed commit, until the next group opens it anew
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t more;
    Write *first, **end;
    size_t waiting, urgent;                // urgent: those of them that are not patient
    struct timespec rests_until;
    bool stopping;
};

// ---- the group: on the writer's thread --------------------------------------------------------------------

static bool connect_again(Writer *w) {
    if (w->db) return true;
    Str why = {0};
    w->db = db_open(w->url, true, &why, w->scratch);
    if (!w->db) log_line("writer_cannot_open", "why=\"%.*s\"", STR_FMT(why));
    return w->db != NULL;
}

static void disconnect(Writer *w) {
    db_close(w->db);
    w->db = NULL;
}

static bool run_kept(Writer *w, Write *job) {
    job->kept = job->run(job, w->db);
    if (!job->again || !db_crossed(w->db)) return true;
    if (!db_rollback_to(w->db) || !db_savepoint(w->db)) return false;
    job->kept = job->run(job, w->db);
    return true;
}

// False when the transaction itself is gone; the job's own failure only leaves job->kept false.
static bool run_one(Writer *w, Write *job) {
    db_use(w->db, w->scratch);
    if (job->bare) return (job->kept = job->run(job, w->db)) && !db_fault(w->db).at;
    if (!db_savepoint(w->db) || !run_kept(w, job)) return false;
    if (job->kept && !db_fault(w->db).at) return db_release(w->db);
    if (db_fault(w->db).at) log_line("write_fault", "why=\"%.*s\"", STR_FMT(db_fault(w->db)));
    job->kept = false;
    return db_rollback_to(w->db);
}

static bool run_all(Writer *w, Write *group) {
    if (!connect_again(w) || !db_begin(w->db)) return false;
    bool any = false;
    for (Write *job = group; job; job = job->next) {
        if (job->bare) audit_gather(w->db);
        else if (!audit_write(w->db)) return false;
        if (!run_one(w, job)) return false;
        any |= job->kept;
    }
    if (!audit_write(w->db)) return false;
    return any ? db_commit(w->db) : db_rollback(w->db);
}

static void run_group(Writer *w, Write *group) {
    bool whole = run_all(w, group);
    if (!whole && w->db) {
        Str fault = db_fault(w->db);
        log_line("group_refused", "why=\"%.*s\"", STR_FMT(fault));
        disconnect(w);                     // a fresh connection has no half-open transaction to trip over
    }
    for (Write *job = group, *next; job; job = next) {
        next = job->next;                  // done() may give the job's memory away
        job->done(job, whole && job->kept);
    }
    arena_reset(w->scratch);
}

static Write *take_group(Writer *w) {
    Write *group = w->first, **cut = &w->first;
    for (int n = 0; *cut && n < GROUP_MAX; n++, w->waiting--) {
        w->urgent -= !(*cut)->patient;
        cut = &(*cut)->next;
    }
    w->first = *cut;
    *cut = NULL;
    if (!w->first) w->end = &w->first;
    return group;
}

static struct timespec after_a_pause(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    t.tv_nsec += PAUSE * 1000000;
    if (t.tv_nsec >= 1000000000) t.tv_sec++, t.tv_nsec -= 1000000000;
    return t;
}

// Until there is something to flush, and it is time.
static void wait_for_more(Writer *w) {
    while (!w->first && !w->stopping) pthread_cond_wait(&w->more, &w->lock);
    for (int rc = 0; !rc && !w->urgent && !w->stopping && w->waiting < GROUP_MAX;)
        rc = pthread_cond_timedwait(&w->more, &w->lock, &w->rests_until);
}

static void *writer_thread(void *arg) {
    Writer *w = arg;
    pthread_mutex_lock(&w->lock);
    for (;;) {
        wait_for_more(w);
        if (!w->first) break;
        Write *group = take_group(w);
        pthread_mutex_unlock(&w->lock);
        run_group(w, group);
        pthread_mutex_lock(&w->lock);
        w->rests_until = after_a_pause();
    }
    pthread_mutex_unlock(&w->lock);
    return NULL;
}

// ---- from any thread --------------------------------------------------------------------------------------

// Signals are for the main thread.
static bool start_thread(Writer *w) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool ok = pthread_create(&w->thread, NULL, writer_thread, w) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return ok;
}

static void writer_free(Writer *w) {
    if (w->db) db_close(w->db);
    pthread_mutex_destroy(&w->lock);
    pthread_cond_destroy(&w->more);
    arena_close(w->scratch);
    arena_close(w->own);
}

Writer *writer_start(Str url, Str *ret_why, Arena *why_arena) {
    Arena *own = arena_open();
    Writer *w = arena_new(own, Writer, 1);
    *w = (Writer){.own = own, .scratch = arena_open(), .url = str_copy(own, url)};
    w->end = &w->first;
    pthread_mutex_init(&w->lock, NULL);
    pthread_condattr_t steady;             // the pause is not for somebody who sets the clock to lengthen
    pthread_condattr_init(&steady);
    pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
    pthread_cond_init(&w->more, &steady);
    pthread_condattr_destroy(&steady);
    w->db = db_open(w->url, true, ret_why, why_arena);
    if (w->db && start_thread(w)) return w;
    if (w->db) *ret_why = S("The system has no thread left for writing. End other programs and start again.");
    writer_free(w);
    return NULL;
}

bool writer_add(Writer *w, Write *job) {
    job->next = NULL;
    job->kept = false;
    pthread_mutex_lock(&w->lock);
    bool taken = w->waiting < QUEUE_MAX && !w->stopping;
    if (taken) {
        *w->end = job;
        w->end = &job->next;
        w->waiting++;
        w->urgent += !job->patient;
        pthread_cond_signal(&w->more);
    }
    pthread_mutex_unlock(&w->lock);
    return taken;
}

typedef struct Awaited {
    Write write;                           // first, so that the Write is the Awaited
    Write *job;
    pthread_mutex_t lock;
    pthread_cond_t ended;
    bool has_ended, kept;
} Awaited;

static bool awaited_run(Write *write, Db *db) {
    Write *job = ((Awaited *)write)->job;
    return job->run(job, db);
}

static void awaited_done(Write *write, bool kept) {
    Awaited *a = (Awaited *)write;
    if (a->job->done) a->job->done(a->job, kept);
    pthread_mutex_lock(&a->lock);
    a->kept = kept;
    a->has_ended = true;
    pthread_cond_signal(&a->ended);
    pthread_mutex_unlock(&a->lock);
}

bool writer_do(Writer *w, Write *job) {
    Awaited a = {.write = {.run = awaited_run, .done = awaited_done}, .job = job,
                 .lock = PTHREAD_MUTEX_INITIALIZER, .ended = PTHREAD_COND_INITIALIZER};
    if (!writer_add(w, &a.write)) return false;
    pthread_mutex_lock(&a.lock);
    while (!a.has_ended) pthread_cond_wait(&a.ended, &a.lock);
    pthread_mutex_unlock(&a.lock);
    return a.kept;
}

size_t writer_waiting(Writer *w) {
    pthread_mutex_lock(&w->lock);
    size_t n = w->waiting;
    pthread_mutex_unlock(&w->lock);
    return n;
}

void writer_stop(Writer *w) {
    pthread_mutex_lock(&w->lock);
    w->stopping = true;
    pthread_cond_signal(&w->more);
    pthread_mutex_unlock(&w->lock);
    pthread_join(w->thread, NULL);
    if (w->db && !db_is_postgres(w->db)) db_exec(w->db, "pragma wal_checkpoint(truncate)");
    writer_free(w);
}
