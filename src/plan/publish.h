// Publishing a report: what is live becomes a snapshot that never changes, and every public page reads
// snapshots.
#ifndef KITH_PUBLISH_H
#define KITH_PUBLISH_H

#include "plan/snapshot.h"

typedef struct PublishAsk {
    Str year;                              // "2013/14"
    int quarter;
    int64_t account;                       // NONE: the command line
    Instant now;
    Str note;                              // what changed since the number before; absent where there is none
} PublishAsk;

typedef struct Draft {                     // what would go out
    Snapshot snapshot;
    size_t n_traces;
    Trace *trace;
    size_t hidden;
    Str why;                               // absent, or why it cannot go out
} Draft;
typedef struct Published {
    int64_t id, number;                    // number 0: nothing was published, and why says so
    Str sha256, why;
    size_t hidden, changed;
} Published;

Draft publication_draft(Arena *a, Db *db, PublishAsk ask);  // reads only
Published publication_make(Arena *a, Db *db, PublishAsk ask);   // inside a write; one audit row
bool publication_whole(Arena *a, Db *db, const Publication *p); // its hash fits what it holds

// What a public page is drawn from. False: there is no such publication, or it cannot be read.
bool publication_read(Arena *a, Db *db, const Publication *p, Snapshot *ret);
// The publication that speaks for a measure now, and its trace in it.
bool publication_trace(Arena *a, Db *db, Str slug, Publication *ret_p, Trace *ret);

#endif
