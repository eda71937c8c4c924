// Reads a sheet of figures as people paste it: which column is which, which line a row means, what it would
// change.
#include "plan/entry/sheet.h"

// What a column is called. The first name is the one Kith writes; the others are what people write.
typedef enum Column { LINE, MEASURE, FIGURE, COVERS, COUNT_OF, OUT_OF, NOTE, COLUMNS } Column;
static const char *const names[COLUMNS][4] = {
    [LINE] = {"line"},
    [MEASURE] = {"measure", "code", "indicator"},
    [FIGURE] = {"figure", "value", "raw"},
    [COVERS] = {"period covered", "covers", "qualifier"},
    [COUNT_OF] = {"count", "numerator"},
    [OUT_OF] = {"out of", "denominator"},
    [NOTE] = {"note", "commentary"},
};
// These may stand there and are not read.
static const char *const helpers[] = {"title", "last figure", "period", "responsible"};

typedef struct Head {
    int at[COLUMNS];
} Head;

static int find(const Csv *csv, Column k) {
    for (size_t i = 0; i < COUNT(names[k]) && names[k][i]; i++) {
        int at = csv_column(csv, str_from(names[k][i]));
        if (at >= 0) return at;
    }
    return -1;
}

static bool is_known(const Head *h, int column, Str name) {
    for (int k = 0; k < COLUMNS; k++)
        if (h->at[k] == column) return true;
    for (size_t i = 0; i < COUNT(helpers); i++)
        if (str_eq_fold(name, str_from(helpers[i]))) return true;
    return !name.len;
}

static Str read_head(Arena *a, const Csv *csv, Head *h) {
    for (int k = 0; k < COLUMNS; k++) h->at[k] = find(csv, (Column)k);
    if (h->at[MEASURE] < 0 || h->at[FIGURE] < 0)
        return S("The first row must name the columns. It needs at least “measure” and “figure”");
    for (size_t i = 0; i < csv->row[0].len; i++)
        if (!is_known(h, (int)i, str_trim(csv->row[0].cell[i])))
            return str_fmt(a,
                           "There is no column “%.*s”. The columns are: measure, figure, period covered, "
                           "count, out of, note",
                           STR_FMT(csv->row[0].cell[i]));
    return (Str){0};
}

static const EntryRow *line_called(const Entry *e, Str name) {
    for (size_t i = 0; i < e->rows.len; i++)
        if (str_eq_fold(e->rows.at[i].code, name) || str_eq_fold(e->rows.at[i].slug, name))
            return &e->rows.at[i];
    return NULL;
}

// `seen` holds, for each line of the quarter, where the sheet had it first; 0: not yet.
static Str wrong_with(Arena *a, const Entry *e, int64_t *seen, SheetRow *r) {
    if (!r->measure.len) return S("Say which measure the figure is for");
    if (!r->row)
        return str_fmt(a, "%s has no line “%.*s”%s",
                       e->everybody ? "This quarter" : "Your part of this quarter", STR_FMT(r->measure),
                       e->everybody ? "" : ", or it is not yours to enter");
    int64_t *before = &seen[r->row - e->rows.at];
    if (*before) return str_fmt(a, "%.*s is on line %lld already", STR_FMT(r->measure), (long long)*before);
    *before = r->line;
    EntryLine line = entry_line(r->row);
    r->verdict = entry_check(a, &line, &r->typed);
    return r->verdict.wrong;
}

static SheetRow read_row(const CsvRow *from, const Head *h) {
#define CELL(k) str_trim(csv_cell(from, h->at[k]))
    SheetRow r = {.line = from->line, .measure = CELL(MEASURE)};
    r.typed = (EntryTyped){CELL(FIGURE), CELL(COVERS), CELL(NOTE), CELL(COUNT_OF), CELL(OUT_OF)};
    if (h->at[LINE] >= 0) str_int(CELL(LINE), &r.line);
    return r;
#undef CELL
}

static bool is_empty(const SheetRow *r) {
    return !r->typed.raw.len && !r->typed.note.len && !r->typed.numerator.len;
}

enum { SHEET_ROWS_MAX = 20000 };

Sheet sheet_read(Arena *a, Str text, const Entry *e) {
    Csv csv = csv_read(a, text);
    Sheet s = {.fault =
                   csv.fault.at ? str_fmt(a, "Line %d: %.*s", csv.fault_line, STR_FMT(csv.fault)) : (Str){0}};
    Head h;
    if (!s.fault.at && csv.len < 2)
        s.fault = S("There are no rows. Paste the sheet with its first row, which names the columns");
    if (!s.fault.at && csv.len > SHEET_ROWS_MAX)
        s.fault = S("There are more than 20,000 rows. Send them in parts");
    if (!s.fault.at) s.fault = read_head(a, &csv, &h);
    if (s.fault.at) return s;
    s.at = arena_new(a, SheetRow, csv.len);
    int64_t *seen = arena_new(a, int64_t, e->rows.len);
    for (size_t i = 1; i < csv.len; i++) {
        SheetRow r = read_row(&csv.row[i], &h);
        r.row = line_called(e, r.measure);
        if (r.row && is_empty(&r)) continue;                 // a line nobody filled in
        r.wrong = wrong_with(a, e, seen, &r);
        r.changes = !r.wrong.at && entry_changes(a, r.row, &r.typed);
        s.n_wrong += r.wrong.at != NULL;
        s.n_changes += r.changes;
        s.at[s.len++] = r;
    }
    return s;
}

Str sheet_write(Arena *a, const Sheet *s, bool only_wrong) {
    Buf out = {.arena = a};
    for (int k = 0; k < COLUMNS; k++) csv_put(&out, str_from(names[k][0]), k + 1 == COLUMNS);
    for (size_t i = 0; i < s->len; i++) {
        const SheetRow *r = &s->at[i];
        if (only_wrong && !r->wrong.at) continue;
        Str cell[COLUMNS] = {str_fmt(a, "%lld", (long long)r->line),
                             r->measure,
                             r->typed.raw,
                             r->typed.covers,
                             r->typed.numerator,
                             r->typed.denominator,
                             r->typed.note};
        for (int k = 0; k < COLUMNS; k++) csv_put(&out, cell[k].at ? cell[k] : S(""), k + 1 == COLUMNS);
    }
    return buf_str(&out);
}
