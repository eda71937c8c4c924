// Whatever is in a file, reading it ends with rows whose lines go up, or with a fault on a line of the file.
// The rows, written again, are read back the same.
#include <stdlib.h>

#include "base/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static Csv again(Arena *a, const Csv *csv) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < csv->len; i++)
        for (size_t k = 0; k < csv->row[i].len; k++)
            csv_put(&out, csv->row[i].cell[k], k + 1 == csv->row[i].len);
    return csv_read(a, buf_str(&out));
}

static bool same_cell(Str written, Str cell) {
    return str_eq(written, cell) ||
           (str_starts(written, S("'")) && str_eq((Str){written.at + 1, written.len - 1}, cell));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *a = arena_open();
    Csv csv = csv_read(a, (Str){(const char *)data, size});
    int line = 0;
    for (size_t i = 0; i < csv.len; i++) {
        must(csv.row[i].line > line && csv.row[i].len > 0);
        line = csv.row[i].line;
    }
    must(!csv.fault.at == !csv.fault_line && csv.fault_line <= (int)size + 1);
    Csv back = again(a, &csv);
    must(!back.fault.at && back.len == csv.len);
    for (size_t i = 0; i < csv.len; i++) {
        must(back.row[i].len == csv.row[i].len);
        for (size_t k = 0; k < csv.row[i].len; k++) must(same_cell(back.row[i].cell[k], csv.row[i].cell[k]));
    }
    csv_column(&csv, S("code"));
    arena_close(a);
    return 0;
}
