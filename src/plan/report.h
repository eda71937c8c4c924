// A year's report up to a quarter, as values: objectives in order, their lines with the six printed columns,
// the target, both judgements with their sentences, the printed marks beside them, and the counts of the
// summary. Four queries whatever the number of lines. HTML, CSV and JSON are drawn from it.
#ifndef KITH_REPORT_H
#define KITH_REPORT_H

#include "db/db.h"
#include "plan/rules.h"

enum { REPORT_CELLS = 6 };                 // the outturns of two years before, then four quarters

typedef struct ReportCell {
    Str raw;                               // as printed or typed, also "~"; absent: nothing held
    Dec value;                             // NONE: no figure
    Str covers;                            // the time it is really about, when that is another
    Str status;                            // "provisional", "final", "revised"; absent with raw
} ReportCell;

typedef struct ReportLine {
    int64_t measure, parent;               // parent NONE: a head line
    Str code, slug, title, line_label;     // line_label absent on a head line
    bool code_is_shown, is_public;
    Str responsible;                       // role or agency; absent: nobody yet
    Polarity polarity;
    Dec low, high;
    Str direction;                         // as printed
    Str kind, unit, accumulates;
    int decimals;
    ReportCell cell[REPORT_CELLS];
    TargetKind target_kind;
    Dec target;
    Str target_raw;                        // "~" when there is none
    Case judged;                           // what the rules saw
    Judgement better, met;                 // computed
    bool printed;                          // whether there are printed marks
    Verdict printed_better, printed_met;
    Str printed_better_raw, printed_met_raw;
    Str left_out;                          // why the summary leaves it out; absent: it counts
} ReportLine;

typedef struct ReportCount {
    int64_t lines, better, with_target, met;
} ReportCount;

typedef struct ReportObjective {
    int64_t id;
    Str code, title, description;
    bool strategic;
    int64_t number;
    size_t first, len;                     // its lines in Report.line; a strategic one has none of its own
    ReportCount printed, computed;         // a strategic one sums its own
} ReportObjective;

typedef struct Report {
    Str year;
    int quarter;
    Str column[REPORT_CELLS];              // "Outturn 2011/12", …, "Q4 2013/14"
    Str period[REPORT_CELLS];              // "2011/12", "2012/13", "2013/14-Q1" …
    size_t n_objectives;
    ReportObjective *objective;            // each strategic one, then its operational ones
    size_t n_lines;
    ReportLine *line;
    ReportCount printed, computed;         // overall
} Report;

typedef struct ReportAsk {
    Str year;                              // "2013/14"
    int quarter;                           // 1 to 4: later quarters are left empty
    Str objective;                         // a code: only the lines under it; absent: all
    bool only_public;
} ReportAsk;

Report report_build(Arena *a, Db *db, ReportAsk ask);
Str report_latest_year(Db *db);            // the last year with figures by quarter; absent: none
int report_latest_quarter(Db *db, Str year);

// printed: from the printed marks; otherwise from the computed ones.
Str report_summary_csv(Arena *a, const Report *r, bool printed);
Str report_summary_json(Arena *a, const Report *r, bool printed);
Str report_scorecard_csv(Arena *a, const Report *r);
Str report_scorecard_json(Arena *a, const Report *r);

#endif
