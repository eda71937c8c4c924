// Whatever bytes are sent as a workbook, reading them ends, in sheets or in a sentence; and what is given
// as loose parts (a line "== xl/workbook.xml" begins the next) likewise, so that the zip's sums do not
// keep the fuzzer out.
#include <stdlib.h>

#include "base/xlsx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static void check(const XlsxSheet *s) {
    int last = 0;
    for (size_t r = 0; r < s->len; last = s->row[r++].number) {
        must(s->row[r].number > last && s->row[r].len > 0);
        for (size_t i = 0; i < s->row[r].len; i++) {
            const XlsxCell *c = &s->row[r].cell[i];
            must(c->column >= 0 && c->column < XLSX_COLUMNS_MOST && c->text.len > 0);
            must(c->text.len <= XLSX_TEXT_MOST && str_utf8(c->text));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const names[] = {"survey", "choices", "settings"};
    Arena *a = arena_open();
    Str bytes = {(const char *)data, size}, why = {0};
    XlsxSheet sheet[3] = {0};
    XlsxPart part[16];
    size_t n = 0;
    bool read;
    if (str_starts(bytes, S("== "))) {
        Str rest = bytes;
        str_cut(&rest, S("== "));
        while (rest.at && n < COUNT(part)) {
            Str body = str_cut(&rest, S("== ")), name = str_cut(&body, S("\n"));
            part[n++] = (XlsxPart){name, body.at ? body : S("")};
        }
        read = xlsx_read_parts(a, part, n, names, 3, sheet, &why);
    } else
        read = xlsx_read(a, bytes, names, 3, sheet, &why);
    must(read == !why.at && (read || str_utf8(why)));
    for (int i = 0; read && i < 3; i++) check(&sheet[i]);
    arena_close(a);
    return 0;
}
