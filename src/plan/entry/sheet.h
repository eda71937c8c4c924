// A sheet of figures as somebody pasted it, read against the lines it may fill: what each row would change,
// and what is wrong with it, by the line number the person sees in the spreadsheet.
#ifndef KITH_ENTRY_SHEET_H
#define KITH_ENTRY_SHEET_H

#include "base/csv.h"
#include "plan/entry/entry.h"

typedef struct SheetRow {
    int64_t line;                          // in the sheet as it was sent
    Str measure;                           // as written
    EntryTyped typed;
    const EntryRow *row;                   // the line it fills; NULL where there is none
    EntryVerdict verdict;
    Str wrong;                             // absent: good
    bool changes;                          // a good row that differs from what is held
} SheetRow;
typedef struct Sheet {
    Str fault;                             // absent, or why nothing of it can be read
    size_t len, n_wrong, n_changes;
    SheetRow *at;
} Sheet;

Sheet sheet_read(Arena *a, Str text, const Entry *e);
// The rows again as CSV with their line numbers: what an import keeps. Only those that are wrong, or all.
Str sheet_write(Arena *a, const Sheet *s, bool only_wrong);

#endif
