// A school's file of pupils who are persistently absent: each row read, checked and looked up, with its line.
#include "base/csv.h"
#include "base/dec.h"
#include "pathway/absence/absence.h"
#include "people/code.h"
#include "people/find/find.h"

typedef struct Columns {
    int upn, name, forename, surname, born, missed;
} Columns;

static Columns columns_of(const Csv *csv) {
    return (Columns){csv_column(csv, S("upn")),      csv_column(csv, S("name")),
                     csv_column(csv, S("forename")), csv_column(csv, S("surname")),
                     csv_column(csv, S("born")),     csv_column(csv, S("missed"))};
}

static Str fault_of(Arena *a, const Csv *csv, Columns k) {
    if (csv->fault.at) return str_fmt(a, "Line %d: %.*s", csv->fault_line, STR_FMT(csv->fault));
    bool named = k.name >= 0 || (k.forename >= 0 && k.surname >= 0);
    if (k.upn < 0 || !named || k.missed < 0)
        return S("The first row names the columns: upn, name (or forename and surname), born and missed. "
                 "At least one that is needed is not there");
    if (csv->len < 2) return S("There are no rows below the names of the columns");
    if (csv->len - 1 > ABSENCE_ROWS_MOST) return S("There are more than 500 rows: send them in parts");
    return (Str){0};
}

// "12.5", "12.5%": tenths of a per cent. False: no share between 0 and 100.
static bool missed_read(Str typed, int64_t *ret) {
    Dec d;
    Str s = str_trim(typed);
    if (str_ends(s, S("%"))) s = str_trim((Str){s.at, s.len - 1});
    if (!s.len || !dec_parse(s, &d, NULL) || d < 0 || d > 100 * DEC_ONE) return false;
    *ret = (d + DEC_ONE / 20) / (DEC_ONE / 10);
    return true;
}

// A day as spreadsheets write it: 2009-05-04, 04/05/2009, 4.5.2009.
static bool born_read_cell(Arena *a, Str typed, Str *ret) {
    Date d;
    if (!date_parse(typed, &d)) {
        int64_t n[3];
        Str rest = typed, mark = str_has(typed, S("/")) ? S("/") : S(".");
        for (int i = 0; i < 3; i++)
            if (!rest.at || !str_int(str_cut(&rest, mark), &n[i]) || n[i] < 1 || n[i] > 2100) return false;
        if (n[2] < 1900) return false;
        d = date_make((int)n[2], (int)n[1], (int)n[0]);
        if (d == DATE_NONE) return false;
    }
    *ret = date_iso(a, d);
    return true;
}

static Str name_of(Arena *a, const CsvRow *r, Columns k) {
    if (k.name >= 0) return str_trim(csv_cell(r, k.name));
    return str_trim(str_fmt(a, "%.*s %.*s", STR_FMT(str_trim(csv_cell(r, k.forename))),
                            STR_FMT(str_trim(csv_cell(r, k.surname)))));
}

static Str wrong_with(Ctx *c, AbsenceRow *row, Str upn, Str born) {
    Str wrong = code_wrong(c->arena, S("upn"), upn);
    if (!upn.len) return S("upn is blank: write the pupil’s number");
    if (wrong.at) return str_fmt(c->arena, "upn: %.*s", STR_FMT(wrong));
    row->upn = code_value(c->arena, S("upn"), upn);
    if (!row->name.len) return S("the name is blank: write the pupil’s name");
    if (row->name.len > 120) return S("the name is longer than 120 characters");
    if (born.len && !born_read_cell(c->arena, born, &row->born))
        return S("born is no day: write it as 2009-05-04 or 04/05/2009");
    if (!missed_read(row->missed_typed, &row->missed))
        return S("missed is no share: write the sessions missed as a percentage, 12.5");
    return (Str){0};
}

int64_t absence_find(Ctx *c, Str upn, Str name, Str born, Str *ret_found) {
    FindHits hits = find_people(c, (FindAsk){.name = name, .born = born, .number = upn}, 3);
    size_t sure = 0;
    for (size_t i = 0; i < hits.len; i++) sure += hits.at[i].sure;
    *ret_found = (Str){0};
    if (!hits.len) return NONE;
    if (sure == 1 && hits.at[0].sure) return *ret_found = hits.at[0].name, hits.at[0].person;
    *ret_found = sure > 1 ? S("More than one record fits: join them, or mend the row")
                          : S("A record is like it, and not surely the same: look");
    return NONE;
}

static bool twice(const AbsenceSheet *s, Str upn) {
    for (size_t i = 0; i < s->len; i++)
        if (!s->at[i].wrong.at && str_eq(s->at[i].upn, upn)) return true;
    return false;
}

static AbsenceRow row_of(Ctx *c, const AbsenceSheet *s, const CsvRow *r, Columns k) {
    AbsenceRow row = {.line = r->line,
                      .person = NONE,
                      .name = name_of(c->arena, r, k),
                      .missed_typed = str_trim(csv_cell(r, k.missed))};
    Str upn = str_trim(csv_cell(r, k.upn));
    row.wrong = wrong_with(c, &row, upn, str_trim(csv_cell(r, k.born)));
    if (!row.wrong.at && twice(s, row.upn)) row.wrong = S("this pupil’s number stands in the list twice");
    if (!row.wrong.at) row.person = absence_find(c, row.upn, row.name, row.born, &row.found);
    return row;
}

AbsenceSheet absence_sheet(Ctx *c, Str text) {
    Csv csv = csv_read(c->arena, text);
    Columns k = columns_of(&csv);
    AbsenceSheet s = {.fault = fault_of(c->arena, &csv, k)};
    if (s.fault.at) return s;
    s.at = arena_new(c->arena, AbsenceRow, csv.len);
    for (size_t i = 1; i < csv.len; i++) {
        AbsenceRow row = row_of(c, &s, &csv.row[i], k);
        s.n_wrong += row.wrong.at != NULL;
        s.n_found += row.person != NONE;
        s.at[s.len++] = row;
    }
    return s;
}

Str missed_text(Arena *a, int64_t tenths) {
    return str_fmt(a, "%lld.%lld%%", (long long)(tenths / 10), (long long)(tenths % 10));
}
