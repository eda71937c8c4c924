// Claim, work, mark. A killed process leaves at most one piece of work claimed and perhaps done but unmarked;
// it is done again when its lease runs out, so a job must bear that: mail keeps its Message-ID.
#include "db/jobs.h"

#include <pthread.h>
#include <signal.h>
#include <sodium.h>
#include <time.h>

#include "base/log.h"
#include "db/jobs.sql.h"

enum { LEASE = 10 * 60 * 1000, MINUTE = 60 * 1000 };

// How long after the first failed try, the second, … the next one comes; after the last it is given up.
static const int64_t wait_after[] = {
    1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 180 * MINUTE, 360 * MINUTE, 720 * MINUTE, 1440 * MINUTE,
};

struct Jobs {
    Arena *own, *arena;
    Str url, me, names;
    Writer *writer;
    const JobKind *kinds;
    size_t n_kinds;
    const void *context;
    Db *db;                                // for reading; opened anew after a fault
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool started, woken;
    atomic_bool stopping;
};

void job_add(Db *db, Instant due, Str kind, Str args) { job_put(db, kind, due, args); }

// ---- one job ----------------------------------------------------------------------------------------------

typedef struct Work {
    Write write;                           // first, so that the Write is the Work
    Jobs *jobs;
    const JobKind *kind;
    JobClaimed *claimed;
    JobRun run;
    JobEnd end;
    bool failed;                           // its own writing was refused: only the row's end is written
} Work;

static const JobKind *kind_of(const Jobs *j, Str name) {
    for (size_t i = 0; i < j->n_kinds; i++)
        if (str_eq(name, str_from(j->kinds[i].name))) return &j->kinds[i];
    return NULL;
}

static bool claim_write(Write *write, Db *db) {
    Work *w = (Work *)write;
    db_use(db, w->jobs->arena);
    w->claimed = job_claim(db, w->jobs->names, w->run.now, w->jobs->me, w->run.now + LEASE);
    return w->claimed != NULL;
}

static void write_end(Work *w, Db *db) {
    const JobClaimed *c = w->claimed;
    size_t tries = (size_t)c->tries;
    if (w->end == JOB_DONE && c->once) job_remove(db, c->id);
    else if (w->end == JOB_DONE) job_next_round(db, c->id, w->run.now, w->run.now + w->kind->every);
    else if (w->end == JOB_GIVE_UP) job_give_up(db, c->id, w->run.now, w->run.why);
    else job_again(db, c->id, w->run.now + wait_after[tries < COUNT(wait_after) ? tries
        : COUNT(wait_after) - 1], w->run.why);
}

static bool end_write(Write *write, Db *db) {
    Work *w = (Work *)write;
    db_use(db, w->jobs->arena);
    if (job_mine(db, w->claimed->id, w->jobs->me) != 1) return false;
    if (w->kind->write && !w->failed) w->kind->write(db, w->run.now);
    if (w->run.mark) w->run.mark(db, &w->run, w->end);
    write_end(w, db);
    return true;
}

// What is asked for once is given up after the last wait; what comes round is tried for ever.
static JobEnd settled(const Work *w, JobEnd end) {
    if (!w->claimed->once) return end == JOB_GIVE_UP ? JOB_AGAIN : end;
    return end == JOB_AGAIN && (size_t)w->claimed->tries >= COUNT(wait_after) ? JOB_GIVE_UP : end;
}

static void work_on(Work *w) {
    w->run.args = w->claimed->args;
    w->run.tries = w->claimed->tries;
    w->end = w->kind->run ? settled(w, w->kind->run(&w->run)) : JOB_DONE;
    w->write = (Write){.run = end_write};
    bool kept = writer_do(w->jobs->writer, &w->write);
    if (!kept && w->kind->write) {         // its own writing failed, so that nothing of it is kept
        w->failed = true;
        w->end = settled(w, JOB_AGAIN);
        w->run.why = S("The database refused what this job writes; the log of the program says why.");
        kept = writer_do(w->jobs->writer, &w->write);
    }
    if (!kept || w->end != JOB_DONE)
        log_line("job", "kind=%s id=%lld end=%s kept=%d why=\"%.*s\"", w->kind->name,
            (long long)w->claimed->id,
            w->end == JOB_DONE ? "done" : w->end == JOB_AGAIN ? "again"
                : "given-up", kept, STR_FMT(w->run.why));
}

// ---- all that is due --------------------------------------------------------------------------------------

static bool reader(Jobs *j) {
    Str why = {0};
    if (j->db && db_fault(j->db).at) {
        db_close(j->db);
        j->db = NULL;
    }
    if (!j->db) j->db = db_open(j->url, false, &why, j->arena);
    if (!j->db) log_line("jobs_cannot_read", "why=\"%.*s\"", STR_FMT(why));
    else db_use(j->db, j->arena);
    return j->db != NULL;
}

// Asked of a reader first, so that a site at rest writes nothing.
static bool any_due(Jobs *j, Instant now) {
    if (!reader(j)) return false;
    db_begin_read(j->db);
    bool due = job_due_count(j->db, now) > 0;
    db_end_read(j->db);
    return due;
}

static bool run_next(Jobs *j, Instant now) {
    Work w = {.write = {.run = claim_write}, .jobs = j};
    w.run = (JobRun){.arena = j->arena, .now = now, .context = j->context, .stopping = &j->stopping};
    if (!any_due(j, now) || !writer_do(j->writer, &w.write)) return false;
    w.kind = kind_of(j, w.claimed->kind);
    w.run.db = j->db;
    work_on(&w);
    return true;
}

typedef struct Rounds {
    Write write;
    Jobs *jobs;
    Instant now;
} Rounds;

static bool rounds_write(Write *write, Db *db) {
    Rounds *r = (Rounds *)write;
    for (size_t i = 0; i < r->jobs->n_kinds; i++) {
        const JobKind *k = &r->jobs->kinds[i];
        if (k->every) job_round(db, str_from(k->name), r->now + k->every);
    }
    return true;
}

static bool rounds_missing(Jobs *j) {
    if (!reader(j)) return false;
    bool missing = false;
    db_begin_read(j->db);
    for (size_t i = 0; i < j->n_kinds; i++)
        missing |= j->kinds[i].every && job_rounds(j->db, str_from(j->kinds[i].name)) == 0;
    db_end_read(j->db);
    return missing;
}

size_t jobs_run_due(Jobs *j, Instant now) {
    arena_reset(j->arena);
    if (rounds_missing(j)) {
        Rounds r = {{.run = rounds_write}, j, now};
        writer_do(j->writer, &r.write);
    }
    size_t n = 0;
    while (!j->stopping && run_next(j, now)) {
        n++;
        arena_reset(j->arena);
    }
    return n;
}

// ---- the thread -------------------------------------------------------------------------------------------

static void rest(Jobs *j) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec++;
    pthread_mutex_lock(&j->lock);
    while (!j->woken && !j->stopping)
        if (pthread_cond_timedwait(&j->wake, &j->lock, &until)) break;
    j->woken = false;
    pthread_mutex_unlock(&j->lock);
}

static void *jobs_thread(void *arg) {
    for (Jobs *j = arg; !j->stopping; rest(j)) jobs_run_due(j, time_now());
    return NULL;
}

Jobs *jobs_open(Str url, Writer *writer, const JobKind *kinds, size_t n, const void *context) {
    Arena *own = arena_open();
    Jobs *j = arena_new(own, Jobs, 1);
    uint8_t me[8];
    randombytes_buf(me, sizeof me);
    *j = (Jobs){.own = own, .arena = arena_open(), .url = str_copy(own, url),
        .me = str_hex(own, me, sizeof me),
                .writer = writer, .kinds = kinds, .n_kinds = n, .context = context};
    Buf names = {.arena = own};
    buf_byte(&names, ' ');
    for (size_t i = 0; i < n; i++) buf_fmt(&names, "%s ", kinds[i].name);
    j->names = buf_str(&names);
    pthread_mutex_init(&j->lock, NULL);
    pthread_cond_init(&j->wake, NULL);
    return j;
}

bool jobs_start(Jobs *j) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    j->started = pthread_create(&j->thread, NULL, jobs_thread, j) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return j->started;
}

void jobs_wake(Jobs *j) {
    pthread_mutex_lock(&j->lock);
    j->woken = true;
    pthread_cond_signal(&j->wake);
    pthread_mutex_unlock(&j->lock);
}

void jobs_close(Jobs *j) {
    pthread_mutex_lock(&j->lock);
    j->stopping = true;
    pthread_cond_signal(&j->wake);
    pthread_mutex_unlock(&j->lock);
    if (j->started) pthread_join(j->thread, NULL);
    if (j->db) db_close(j->db);
    pthread_mutex_destroy(&j->lock);
    pthread_cond_destroy(&j->wake);
    arena_close(j->arena);
    arena_close(j->own);
}
