// All writing goes through one thread, many requests to a commit, a savepoint each, fully durable.
//
// A Write is a piece of work: `run` is called on the writer's thread with its Db inside a savepoint, then the
// group is committed, and only then `done` is called (on the writer's thread: hand over, do not work). Where
// `run` left a fault or returned false, its savepoint is rolled back, `kept` is false, and the others keep.
// Writes that are all patient (what a reader leaves behind: who looked) are flushed a hundred times a second
// at most, because each flush empties every reader's cache; one that is not takes them along at once, and so
// whoever adds the last that can be expected for now adds it as not patient.
// One that is `bare` has no savepoint: its fault is that of the whole group.
// Where two nodes wait for each other PostgreSQL ends one of them: if that may be run `again`, it is, once.
// When the group's commit fails (disk full, server gone) all of them are told false; the next group tries
// afresh.
#ifndef KITH_WRITER_H
#define KITH_WRITER_H

#include "db/db.h"

typedef struct Write Write;
struct Write {
    bool (*run)(Write *w, Db *db);         // false: keep nothing
    void (*done)(Write *w, bool kept);     // after the commit is on the disk (or was refused)
    bool bare;                             // only adds to the audit log: fails only as the database does
    bool again;                            // may be run twice: a savepoint undoes all that it did
    bool patient;                          // may wait some milliseconds, so that more share its flush
    Write *next;                           // the writer's own, as is
    bool kept;                             // this
};
typedef struct Writer Writer;
Writer *writer_start(Str url, Str *ret_why, Arena *why_arena);
// Any thread; the job is the caller's until done() is called. False: too many wait already (answer 503 and
// say when to come back); nothing was taken, and done() will not be called.
bool writer_add(Writer *w, Write *job);
bool writer_do(Writer *w, Write *job);     // adds and waits; `done` may be NULL; returns kept
size_t writer_waiting(Writer *w);
void writer_stop(Writer *w);               // finishes what is waiting, checkpoints, closes

#endif
