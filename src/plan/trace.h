// A measure over time with all that is said about it: what its page shows, live or published.
#ifndef KITH_TRACE_H
#define KITH_TRACE_H

#include "plan/report.h"
#include "plan/trace.sql.h"
#include "web/html.h"

typedef struct Trace {
    Str year;                              // the report it goes with
    int quarter;
    TraceMeasure m;
    TracePointList points;
    TraceTargetList targets;
    TraceVersionList versions;
    TraceCommentList comments;
    TraceRevisionList revisions;
    TraceNoteList notes;
    TraceKinList kin;
    bool judged;    // it is a line of that report, and this is what the report says of it
    Judgement better, met;
    bool printed;
    Verdict printed_better, printed_met;
    Str left_out;                          // absent: the summary counts it
} Trace;

// False when there is no such measure. all: with comments that are not for the public.
bool trace_read(Db *db, Str slug, Str year, int quarter, bool all, Trace *ret);
void trace_fill(Db *db, bool all, Trace *t);                // what belongs to t->m, but its points
void trace_judge(Trace *t, const ReportLine *l);
Str quarter_end(Arena *a, Str year, int quarter);           // the last day, ISO
Str trace_name(Arena *a, const TraceMeasure *m);            // "CIN-13 – Number of … (per 10,000)"
Str line_named(Arena *a, bool code_is_shown, Str code, Str title, Str label);
Str line_name(Arena *a, const ReportLine *l);               // the same of a line of the report
Html trace_chart(Arena *a, const Trace *t, Str id);         // empty when there is nothing to draw
Str trace_csv(Arena *a, const Trace *t);

#endif
