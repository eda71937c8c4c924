// Work for later, as rows: mail to send, seals to set, what has run out to delete. One thread a process does
// it; several processes share one table. A row is claimed for a while (a lease), worked on, and marked in the
// same transaction as what it brought about. A process killed at work leaves a lease that runs out.
#ifndef KITH_JOBS_H
#define KITH_JOBS_H

#include <stdatomic.h>

#include "db/db.h"
#include "db/writer.h"

typedef enum JobEnd { JOB_DONE, JOB_AGAIN, JOB_GIVE_UP } JobEnd;
typedef struct JobRun JobRun;
struct JobRun {
    Arena *arena;
    // for reading, outside a transaction: do not hold one while sending
    Db *db;
    Instant now;
    Str args;                              // JSON, or absent
    int64_t tries;                         // failed tries before this one
    const void *context;                   // what jobs_open() was given
    const atomic_bool *stopping;           // stop waiting for others when this turns true
    // set when it did not go well: a sentence for whoever looks at the list
    Str why;
    void (*mark)(Db *db, JobRun *run, JobEnd end);   // set to write what came of it, with the row's own end
    int64_t subject;                       // for mark
};
typedef struct JobKind {
    const char *name, *about;
    int64_t every;                         // milliseconds; 0: only when asked for by job_add()
    void (*write)(Db *db, Instant now);    // either a short piece of writing,
    JobEnd (*run)(JobRun *run);            // or work outside the writer, such as sending
} JobKind;

void job_add(Db *db, Instant due, Str kind, Str args);       // inside a write

typedef struct Jobs Jobs;
// The kinds and the context must outlive it. Nothing runs until jobs_run_due() or jobs_start().
Jobs *jobs_open(Str url, Writer *writer, const JobKind *kinds, size_t n, const void *context);
size_t jobs_run_due(Jobs *j, Instant now);                   // runs what is due; how many
// a thread that does so, each second and when woken
bool jobs_start(Jobs *j);
void jobs_wake(Jobs *j);                                     // mail was written: do not wait for the second
void jobs_close(Jobs *j);                                    // ends the thread, if there is one

#endif
