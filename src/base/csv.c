// CSV on libcsv. The library is fed a line at a time, for it does not say where in the text it is.
#include "base/csv.h"

#include <csv.h>

#define BYTE_ORDER_MARK S("\xEF\xBB\xBF")

typedef struct Reading {
    Arena *arena;
    Csv csv;
    size_t row_cap, cell_cap;
    CsvRow row;                            // the one being read
    int line;                              // of the text being fed
    bool open;                             // the row being read has begun and not ended
} Reading;

// Room for one more in a list that grows in the arena by doubling.
static void *room(Arena *a, void *at, size_t len, size_t *cap, size_t size) {
    if (len < *cap) return at;
    size_t more = *cap ? *cap * 2 : 16;
    void *grown = arena_alloc(a, size, _Alignof(max_align_t), more);
    if (len) memcpy(grown, at, len * size);
    *cap = more;
    return grown;
}

static void on_cell(void *at, size_t len, void *arg) {
    Reading *r = arg;
    r->row.cell = room(r->arena, r->row.cell, r->row.len, &r->cell_cap, sizeof(Str));
    r->row.cell[r->row.len++] = str_copy(r->arena, (Str){at ? at : "", len});
}

static void on_row(int end, void *arg) {
    (void)end;
    Reading *r = arg;
    r->csv.row = room(r->arena, r->csv.row, r->csv.len, &r->row_cap, sizeof(CsvRow));
    r->csv.row[r->csv.len++] = r->row;
    r->row = (CsvRow){0};
    r->cell_cap = 0;
    r->open = false;
}

static void fault(Reading *r, int line, Str sentence) {
    r->csv.fault = sentence;
    r->csv.fault_line = line;
}

// The next line with its end, LF, CR LF or a lone CR.
static Str take_line(Str *rest) {
    size_t n = 0;
    while (n < rest->len && rest->at[n] != '\n' && rest->at[n] != '\r') n++;
    if (n < rest->len) n += rest->at[n] == '\r' && n + 1 < rest->len && rest->at[n + 1] == '\n' ? 2 : 1;
    Str line = {rest->at, n};
    *rest = (Str){rest->at + n, rest->len - n};
    return line;
}

static bool is_blank(Str line) {
    for (size_t i = 0; i < line.len; i++)
        if (!memchr(" \t\r\n", line.at[i], 4)) return false;
    return true;
}

// False, and a fault, where the text breaks the rules of CSV.
static bool feed(Reading *r, struct csv_parser *p, Str line) {
    r->line++;
    if (!r->open && !is_blank(line)) {
        r->open = true;
        r->row.line = r->line;
    }
    if (csv_parse(p, line.at, line.len, on_cell, on_row, r) == line.len) return true;
    if (csv_error(p) != CSV_EPARSE) no_memory();
    fault(r, r->line,
          S("A quotation mark stands where it cannot. Put the whole cell between quotation marks, and write "
            "each quotation mark inside it twice."));
    return false;
}

static void finish(Reading *r, struct csv_parser *p) {
    int line = r->row.line;
    if (!csv_fini(p, on_cell, on_row, r)) return;
    if (csv_error(p) != CSV_EPARSE) no_memory();
    fault(r, line, S("A quotation mark opens a cell here and the file ends before another closes it."));
}

static int line_of_bad_text(Str text) {
    int line = 1;
    for (size_t n; text.len && (n = str_rune(text)); text = (Str){text.at + n, text.len - n})
        if (text.at[0] == '\n' || (text.at[0] == '\r' && (text.len < 2 || text.at[1] != '\n'))) line++;
    return line;
}

Csv csv_read(Arena *a, Str text) {
    Reading r = {.arena = a};
    if (str_starts(text, BYTE_ORDER_MARK)) text = (Str){text.at + 3, text.len - 3};
    if (!str_utf8(text)) {
        fault(&r, line_of_bad_text(text),
              S("This line is not UTF-8 text. In a spreadsheet, save the file as “CSV UTF-8”."));
        return r.csv;
    }
    struct csv_parser p;
    csv_init(&p, CSV_STRICT | CSV_STRICT_FINI);
    bool fine = true;
    while (fine && text.len) fine = feed(&r, &p, take_line(&text));
    if (fine) finish(&r, &p);
    csv_free(&p);
    return r.csv;
}

int csv_column(const Csv *csv, Str name) {
    for (size_t i = 0; csv->len && i < csv->row[0].len; i++)
        if (str_eq_fold(csv->row[0].cell[i], name)) return (int)i;
    return -1;
}

Str csv_cell(const CsvRow *r, int column) {
    return column >= 0 && (size_t)column < r->len ? r->cell[column] : S("");
}

// Digits with at most one point, and a sign before them.
static bool is_plain_number(Str s) {
    size_t points = 0, digits = 0, i = s.len && (s.at[0] == '-' || s.at[0] == '+');
    for (; i < s.len; i++) {
        if (s.at[i] == '.') points++;
        else if (s.at[i] >= '0' && s.at[i] <= '9') digits++;
        else return false;
    }
    return digits && points <= 1;
}

static bool is_formula(Str s) { return s.len && memchr("=+-@\t\r", s.at[0], 6) && !is_plain_number(s); }

static bool needs_quotes(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (memchr(",\"\r\n", s.at[i], 4)) return true;
    if (str_starts(s, BYTE_ORDER_MARK)) return true;     // in the first cell it would be taken for the file's
    return s.len && (memchr(" \t", s.at[0], 2) || memchr(" \t", s.at[s.len - 1], 2));
}

void csv_put(Buf *out, Str cell, bool last) {
    bool first = !out->len || out->at[out->len - 1] == '\n';
    // A row of one empty cell would be a blank line, and lost.
    bool quotes = needs_quotes(cell) || (!cell.len && first && last);
    if (quotes) buf_byte(out, '"');
    if (is_formula(cell)) buf_byte(out, '\'');
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.at[i] == '"') buf_byte(out, '"');
        buf_byte(out, cell.at[i]);
    }
    if (quotes) buf_byte(out, '"');
    buf_byte(out, last ? '\n' : ',');
}
