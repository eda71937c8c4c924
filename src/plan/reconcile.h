// Where the marks that a report printed do not follow from its own figures: every line, with the reason.
#ifndef KITH_RECONCILE_H
#define KITH_RECONCILE_H

#include "plan/report.h"

typedef enum DifferenceKind {
    CONTRADICTS,                           // both give a result, and not the same
    NOT_PRINTED,                           // the figures give a result, and none is printed
    NOT_COMPUTED,                          // a mark is printed, and the figures give none
    NO_FALLBACK,                           // none is printed, though marks like it stand on the year before
    DIFFERENCE_KINDS
} DifferenceKind;

typedef struct Difference {
    DifferenceKind kind;
    const ReportLine *line;
    bool target;                           // the second mark, not the first
    Verdict printed, computed;             // NO_FALLBACK: computed from the year before
    Str sentence;                          // why the computed one is as it is
    Str fallback;                          // NOT_COMPUTED: what the year before gives; absent: nothing either
} Difference;

typedef struct Reconcile {
    Report report;                         // of quarter 4: `computed` is the rule
    size_t len;
    Difference *at;                        // by kind, the first mark before the second, then as in the report
    int64_t agree_better, agree_met;       // lines where printed and computed are the same
    ReportCount *every_line;               // by objective, then overall: printed marks with nothing left out
    ReportCount *fallback;                 // by objective, then overall: the rule, else the year before
} Reconcile;

Reconcile reconcile_build(Arena *a, Db *db, Str year);
Str reconcile_text(Arena *a, const Reconcile *r);          // what `kith report reconcile` prints
extern const Str difference_titles[DIFFERENCE_KINDS];

#endif
