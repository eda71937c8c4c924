// Puts everything a publication would show through the suppression engine, and takes out what must not be
// shown.
#ifndef KITH_DISCLOSE_H
#define KITH_DISCLOSE_H

#include "plan/snapshot.h"

typedef struct TraceList {
    size_t len;
    Trace *at;                             // in order of TraceMeasure.id
} TraceList;

// What the publication before showed: binds this one. Both lists may be empty.
typedef struct Before {
    Instant at;
    TraceList traces;                      // in order of slug
} Before;

typedef struct Disclosure {
    Table table;
    size_t hidden;                         // figures that are held so far, each one printed as "c"
    size_t open;                           // figures that could not be protected: do not publish
} Disclosure;

// Changes the traces and the report in place.
Disclosure disclose(Arena *a, TraceList traces, TraceSumList sums, Before before, SuppressRules rules,
                    Report *r);
void report_recount(Report *r);            // its counts, from the verdicts that are left

#endif
