// What is in the zip, and which of its parts are the sheets asked for; the cells are read in xlsx_cells.c.
#include <stdarg.h>
#include <stdio.h>
#include <zip.h>

#include "base/xlsx_inside.h"

enum { PARTS_MOST = 2000 };

void xlsx_fault(XlsxBook *b, const char *format, ...) {
    if (b->why.at) return;
    char text[600];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    b->why = str_copy(b->arena, str_from(text));
}

// ---- parts ------------------------------------------------------------------------------------------------

// At most XLSX_PART_MOST bytes, whatever the zip says of its size.
static Str unpacked(XlsxBook *b, zip_uint64_t index, const char *name) {
    zip_file_t *f = zip_fopen_index(b->zip, index, 0);
    Buf out = {.arena = b->arena};
    zip_int64_t n = -1;
    while (f && out.len <= XLSX_PART_MOST) {
        buf_room(&out, 65536);
        n = zip_fread(f, out.at + out.len, 65536);
        if (n <= 0) break;
        out.len += (size_t)n;
    }
    if (f) zip_fclose(f);
    if (n < 0) xlsx_fault(b, "“%s” inside it cannot be unpacked: save the workbook again", name);
    if (out.len > XLSX_PART_MOST)
        xlsx_fault(b, "“%s” inside it is more than 8 MB unpacked: keep only the sheets of the form", name);
    return buf_str(&out);
}

static bool from_zip(XlsxBook *b, const char *name, Str *ret) {
    zip_stat_t s;
    zip_int64_t index = zip_name_locate(b->zip, name, ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS);
    if (index < 0) return false;
    zip_stat_init(&s);
    if (!zip_stat_index(b->zip, (zip_uint64_t)index, 0, &s) && (s.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
        s.encryption_method != ZIP_EM_NONE)
        xlsx_fault(b, "it is protected with a password: save it without one");
    else
        *ret = unpacked(b, (zip_uint64_t)index, name);
    return true;
}

static bool part_find(XlsxBook *b, const char *name, Str *ret) {
    if (b->zip) return from_zip(b, name, ret);
    for (size_t i = 0; i < b->n_parts; i++)
        if (str_eq_fold(b->part[i].name, str_from(name))) {
            *ret = b->part[i].body;
            if (ret->len > XLSX_PART_MOST) xlsx_fault(b, "“%s” is more than 8 MB", name);
            return true;
        }
    return false;
}

// ---- which sheet is which part ----------------------------------------------------------------------------

typedef struct Listed {
    Str name, id;
} Listed;
typedef struct Index {
    size_t n;
    Listed at[XLSX_SHEETS_MOST];
} Index;

static void listed(XlsxXml *x, const char *element, const char **attribute) {
    Index *all = x->into;
    if (strcmp(element, "sheet") != 0) return;
    if (all->n == XLSX_SHEETS_MOST) {
        xlsx_stop(x, "it has more than 100 sheets: keep survey, choices and settings");
        return;
    }
    all->at[all->n++] = (Listed){xlsx_attribute(x, attribute, "name"), xlsx_attribute(x, attribute, "id")};
}

typedef struct Target {
    Str id, path;
} Target;

static void related(XlsxXml *x, const char *element, const char **attribute) {
    Target *t = x->into;
    if (strcmp(element, "Relationship") != 0 || t->path.at) return;
    if (!str_eq(xlsx_attribute(x, attribute, "Id"), t->id)) return;
    if (str_eq_fold(xlsx_attribute(x, attribute, "TargetMode"), S("External"))) return;
    t->path = xlsx_attribute(x, attribute, "Target");
}

// Targets stand beside xl/workbook.xml, or start at the root. What climbs out is looked up nowhere.
static bool sheet_part(XlsxBook *b, Str relations, Str id, Str *ret) {
    Target t = {.id = id};
    xlsx_parse(b, relations, "xl/_rels/workbook.xml.rels", &(XlsxXml){.into = &t, .start = related});
    if (b->why.at || !t.path.len || str_has(t.path, S(".."))) return false;
    const char *name = t.path.at[0] == '/' ? str_c(b->arena, (Str){t.path.at + 1, t.path.len - 1})
                                           : str_c(b->arena, str_fmt(b->arena, "xl/%.*s", STR_FMT(t.path)));
    return part_find(b, name, ret);
}

static void read_sheet(XlsxBook *b, const Listed *l, Str relations, XlsxSheet *ret) {
    Str xml = {0};
    bool there = sheet_part(b, relations, l->id, &xml);
    if (b->why.at) return;
    if (!there)
        xlsx_fault(b, "its sheet “%.60s” is named and not there: save the workbook again",
                   str_c(b->arena, l->name));
    else {
        ret->name = l->name;
        xlsx_cells(b, xml, ret);
    }
}

static void read_named(XlsxBook *b, const Index *all, Str relations, const char *name, XlsxSheet *ret) {
    for (size_t i = 0; i < all->n; i++)
        if (str_eq_fold(str_trim(all->at[i].name), str_from(name))) {
            read_sheet(b, &all->at[i], relations, ret);
            return;
        }
}

static bool read_book(XlsxBook *b, const char *const *names, size_t n, XlsxSheet *sheet) {
    Str book = {0}, relations = {0}, shared = {0};
    memset(sheet, 0, n * sizeof *sheet);
    if (!part_find(b, "xl/workbook.xml", &book))
        xlsx_fault(b, "there is no workbook in it: save it from the spreadsheet as .xlsx");
    if (!b->why.at && !part_find(b, "xl/_rels/workbook.xml.rels", &relations))
        xlsx_fault(b, "it does not say where its sheets are: save it from the spreadsheet as .xlsx");
    Index *all = arena_new(b->arena, Index, 1);
    if (!b->why.at) xlsx_parse(b, book, "xl/workbook.xml", &(XlsxXml){.into = all, .start = listed});
    if (!b->why.at && part_find(b, "xl/sharedStrings.xml", &shared) && !b->why.at) xlsx_strings(b, shared);
    for (size_t i = 0; i < n && !b->why.at; i++) read_named(b, all, relations, names[i], &sheet[i]);
    return !b->why.at;
}

bool xlsx_read_parts(Arena *a, const XlsxPart *part, size_t n_parts, const char *const *names, size_t n,
                     XlsxSheet *sheet, Str *ret_why) {
    XlsxBook b = {.arena = a, .part = part, .n_parts = n_parts};
    bool good = read_book(&b, names, n, sheet);
    if (!good) *ret_why = b.why;
    return good;
}

// ---- the file ---------------------------------------------------------------------------------------------

// What it is instead, where that can be told from how it begins.
static bool looks_right(XlsxBook *b, Str bytes) {
    if (bytes.len > XLSX_FILE_MOST)
        xlsx_fault(b, "it is more than 2 MB: keep only the sheets survey, choices and settings");
    else if (str_starts(bytes, S("\xd0\xcf\x11\xe0")))
        xlsx_fault(b, "it is an old .xls file, or protected with a password: save it as .xlsx without one");
    else if (!str_starts(bytes, S("PK")))
        xlsx_fault(b, "it is no .xlsx workbook, whatever its name is: save it from the spreadsheet as .xlsx");
    return !b->why.at;
}

bool xlsx_read(Arena *a, Str bytes, const char *const *names, size_t n, XlsxSheet *sheet, Str *ret_why) {
    XlsxBook b = {.arena = a};
    zip_error_t e;
    zip_error_init(&e);
    zip_source_t *source = NULL;
    if (looks_right(&b, bytes)) source = zip_source_buffer_create(bytes.at, bytes.len, 0, &e);
    if (source) b.zip = zip_open_from_source(source, ZIP_RDONLY, &e);
    if (source && !b.zip) zip_source_free(source);
    if (b.zip && zip_get_num_entries(b.zip, 0) > PARTS_MOST)
        xlsx_fault(&b, "there are more than 2,000 files in it: save the form alone as .xlsx");
    if (!b.zip) xlsx_fault(&b, "it is damaged, or no .xlsx workbook: save it from the spreadsheet again");
    bool good = !b.why.at && read_book(&b, names, n, sheet);
    if (b.zip) zip_discard(b.zip);
    zip_error_fini(&e);
    if (!good) *ret_why = b.why;
    return good;
}

// ---- cells ------------------------------------------------------------------------------------------------

Str xlsx_cell(const XlsxRow *r, int column) {
    for (size_t i = 0; i < r->len; i++)
        if (r->cell[i].column == column) return r->cell[i].text;
    return S("");
}

Str xlsx_column(Arena *a, int column) {
    return column < 26 ? str_fmt(a, "%c", 'A' + column)
                       : str_fmt(a, "%c%c", 'A' + column / 26 - 1, 'A' + column % 26);
}
