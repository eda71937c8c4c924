// All writing goes through one thread, many requests to a commit, a savepoint each, fully durable.
//
// A Write is a piece of work: `run` is called on the writer's thread with its Db inside a savepoint, then the
// group is committed, and only then `done` is called (on the writer's thread: hand over, do not work). Where
// `run` left a fault or returned false, its savepoint is rolled back and `kept` is false, and the others keep.
#ifndef KITH_WRITER_H
#define KITH_WRITER_H

#include "db/db.h"

typedef struct Write Write;
struct Write {
    bool (*run)(Write *w, Db *db);         // false: keep nothing
    void (*done)(Write *w, bool kept);     // after the commit is on the disk (or was refused)
    Write *next;
};
typedef struct Writer Writer;
Writer *writer_start(Str url, Str *ret_why, Arena *why_arena);
void writer_add(Writer *w, Write *job);    // any thread; the job is the caller's until done() is called
bool writer_do(Writer *w, Write *job);     // adds and waits; `done` may be NULL; returns kept
size_t writer_waiting(Writer *w);
void writer_stop(Writer *w);               // finishes what is waiting, checkpoints, closes

#endif
