// Reading .xlsx workbooks (ECMA-376): a zip of XML that anybody may have made, so every size is bounded
// before it is believed, a document type is refused (and with it every entity), and nothing is ever
// written to a disk.
#ifndef KITH_XLSX_H
#define KITH_XLSX_H

#include "base/base.h"

enum {
    XLSX_FILE_MOST = 2 << 20,    // bytes of the file
    XLSX_PART_MOST = 8 << 20,    // bytes of one part, unpacked
    XLSX_SHEETS_MOST = 100,
    XLSX_ROWS_MOST = 5000,    // of one sheet, those with something in them
    XLSX_COLUMNS_MOST = 100,
    XLSX_CELLS_MOST = 100000,    // of all sheets that are read
    XLSX_TEXT_MOST = 32768       // bytes of one cell
};

typedef struct XlsxCell {
    int column;    // from 0
    Str text;      // trimmed; a cell with nothing in it is not there
} XlsxCell;
typedef struct XlsxRow {
    int number;    // as a spreadsheet counts them, from 1
    size_t len;
    XlsxCell *cell;
} XlsxRow;
typedef struct XlsxSheet {
    Str name;    // absent: the workbook has no such sheet
    size_t len;
    XlsxRow *row;
} XlsxSheet;

// Reads the sheets of these names (ASCII case ignored) into sheet[0] … sheet[n-1]; others are passed over.
// False with a sentence in *ret_why when the bytes are no workbook, or not one that may be read.
bool xlsx_read(Arena *a, Str bytes, const char *const *names, size_t n, XlsxSheet *sheet, Str *ret_why);

// The same of parts that are unpacked already: for tests, and for what the fuzzer makes.
typedef struct XlsxPart {
    Str name, body;    // "xl/workbook.xml"
} XlsxPart;
bool xlsx_read_parts(Arena *a, const XlsxPart *part, size_t n_parts, const char *const *names, size_t n,
                     XlsxSheet *sheet, Str *ret_why);

Str xlsx_cell(const XlsxRow *r, int column);    // S("") where nothing stands
Str xlsx_column(Arena *a, int column);          // "A", "AB"

#endif
