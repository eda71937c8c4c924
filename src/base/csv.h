// Reading and writing CSV (RFC 4180, on libcsv), with line numbers that a spreadsheet user can find.
#ifndef KITH_CSV_H
#define KITH_CSV_H

#include "base/base.h"

typedef struct CsvRow {
    int line;                              // where the row starts in the file, from 1
    size_t len;
    Str *cell;
} CsvRow;
typedef struct Csv {
    size_t len;
    CsvRow *row;                           // row 0 is the header
    Str fault;                             // absent, or a sentence that says what is wrong
    int fault_line;
} Csv;
// Everything is copied into the arena. A byte-order mark is skipped; text must be UTF-8. Blank lines are left
// out. With a fault, the rows before it are there.
Csv csv_read(Arena *a, Str text);
int csv_column(const Csv *csv, Str name);  // index in the header (ASCII case ignored), or -1
Str csv_cell(const CsvRow *r, int column); // S("") where the row is short or column is -1

// Quotes where needed. A cell that a spreadsheet would run as a formula (starts = + - @ tab CR, and is not a
// plain number) gets a leading apostrophe. Rows end in LF.
void csv_put(Buf *out, Str cell, bool last);

#endif
