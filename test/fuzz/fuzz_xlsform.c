// Whatever stands in the cells of an XLSForm, it is refused with a sheet and a sentence, or it is a
// questionnaire that reads back the same. The input is three sheets: a line "==" begins the next, | the
// next cell.
#include <stdlib.h>

#include "questions/xlsform.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static XlsxSheet sheet_of(Arena *a, const char *name, Str text) {
    XlsxSheet s = {.name = str_from(name), .row = arena_new(a, XlsxRow, 4097)};
    for (int number = 1; text.at && text.len; number++) {
        Str line = str_cut(&text, S("\n"));
        XlsxRow r = {.number = number, .cell = arena_new(a, XlsxCell, XLSX_COLUMNS_MOST)};
        for (int column = 0; line.at && column < XLSX_COLUMNS_MOST; column++) {
            Str cell = str_trim(str_cut(&line, S("|")));
            if (cell.len) r.cell[r.len++] = (XlsxCell){column, cell};
        }
        if (r.len) s.row[s.len++] = r;
    }
    return s;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Str text = {(const char *)data, size};
    if (!str_utf8(text) || size > 4096) return 0;    // a workbook's cells are UTF-8
    Arena *a = arena_open();
    XlsxSheet sheet[XLS_SHEETS];
    for (int i = 0; i < XLS_SHEETS; i++) sheet[i] = sheet_of(a, xls_sheets[i], str_cut(&text, S("\n==\n")));
    XlsForm f = xlsform_convert(a, sheet, S("form.xlsx"));
    must(!f.form == (f.faults.len > 0));
    for (size_t i = 0; i < f.faults.len; i++) {
        Str where = xls_where(a, &f.faults.at[i]);
        must(f.faults.at[i].sentence.len > 0 && str_utf8(f.faults.at[i].sentence) && str_utf8(where));
    }
    if (f.form) {
        FormFaults faults;
        Buf again = {.arena = a};
        const Questionnaire *q = definition_read(a, f.text, &faults);
        must(q != NULL);
        definition_write(&again, q);
        must(str_eq(buf_str(&again), f.text));
    }
    arena_close(a);
    return 0;
}
