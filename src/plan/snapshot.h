// A publication as text: what the public pages show, after suppression, as JSON, and back. Pure.
#ifndef KITH_SNAPSHOT_H
#define KITH_SNAPSHOT_H

#include "plan/publish.sql.h"
#include "plan/report.h"
#include "plan/suppress.h"
#include "plan/trace.h"

typedef struct ProofLine {                 // one hidden figure and how closely a reader can get to it
    Str name, mark;                        // mark: "small", "with it", "worked out"
    int64_t low, high;                     // high NONE: no upper bound
    bool known_before;
} ProofLine;
typedef struct Change {                    // a cell that differs from the publication before
    Str slug, title, column, was, now;
} Change;

typedef struct Snapshot {
    Report report;
    bool flags_printed;                    // its marks are those a printed report gave
    size_t n_review, n_proof, n_changes;
    ReviewLine *review;
    ProofLine *proof;
    Change *change;
    SuppressRules rules;
} Snapshot;

Str snapshot_write(Arena *a, const Snapshot *s);
bool snapshot_read(Arena *a, Str json, Snapshot *ret);      // false: it is not one
Str trace_write(Arena *a, const Trace *t);
bool trace_reads(Arena *a, Str json, Trace *ret);

#endif
