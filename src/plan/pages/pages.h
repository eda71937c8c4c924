// The pages that show the plan, the reports and the measures: public ones from publications, office ones
// live.
#ifndef KITH_PAGES_H
#define KITH_PAGES_H

#include "plan/publish.h"
#include "web/layout.h"

typedef enum Flags { FLAGS_PRINTED, FLAGS_COMPUTED, FLAGS_BOTH } Flags;

typedef struct Sheet {                     // a report and how it is shown
    const Report *report;
    Flags flags;
    bool office;
} Sheet;

typedef struct Slip {                      // a line that got worse or better, and by how much
    const ReportLine *line;
    Str was, is;
    double by;                             // share of the figure before; for sorting
} Slip;
typedef struct Slips {
    size_t len;
    Slip *at;
} Slips;
Slips report_moves(Arena *a, const Report *r, Flags flags, Verdict which, size_t most);

typedef struct MeasureFilter {             // what stands in the URL
    Str objective, responsible, verdict, q;
    int64_t page;
} MeasureFilter;
typedef struct MeasureList {
    size_t len, found, total;
    const ReportLine **at;
    const Report *report;
    Flags flags;
    MeasureFilter filter;
    size_t n_responsible;
    Str *responsible;
    int64_t pages;
    bool office;
} MeasureList;
MeasureList measures_find(Arena *a, const Report *r, Flags flags, MeasureFilter filter);
bool line_fits(const Report *r, Flags flags, const ReportLine *l, const MeasureFilter *f);
Verdict line_better(Flags flags, const ReportLine *l);
Verdict line_met(Flags flags, const ReportLine *l);
Str line_latest(const ReportLine *l);      // the latest figure of its cells
Html line_spark(Arena *a, const ReportLine *l);
Str accumulates_text(Str word);            // "a total that grows through the year"
Str period_words(Arena *a, Str code);      // "Quarter 4 of 2013/14"
Url measures_url(Arena *a, const MeasureList *m, int64_t page);

Url publication_url(Arena *a, const Publication *p, bool newest, const char *tail);
Str proof_why(Str mark);
Str proof_text(Arena *a, const ProofLine *p);
Flags snapshot_flags(const Snapshot *s);
const Publication *publication_asked(Ctx *c);      // by an address /reports/YEAR/qN[/number-N]; NULL: none
Report office_report(Ctx *c);              // live, by the year, quarter and objective in the query
// A report as one HTML document that needs nothing beside it; links begin with `base`.
Str publication_document(Arena *a, Db *db, const Publication *p, Str base);
Str live_document(Arena *a, Db *db, const Report *r, Str base);
Html markdown(Arena *a, Str text, int below);              // its highest heading is one level below this

Handler front_show, plan_show, objective_show, reports_show, report_show, report_pdf, measures_show,
    measure_show, office_scorecard, office_scorecard_pdf, office_scorecard_csv, office_scorecard_json,
    office_measure, office_reconcile;

#endif
