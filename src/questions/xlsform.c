// The workbook as a whole: its headings, its settings, and what is said of it.
#include <stdarg.h>
#include <stdio.h>

#include "questions/definition.h"
#include "questions/xlsform_inside.h"

const char *const xls_sheets[XLS_SHEETS] = {"survey", "choices", "settings"};

Str xls_shown(Str s) {
    size_t n = 0, next;
    while (n < s.len && n < 60 && (next = str_rune((Str){s.at + n, s.len - n}))) n += next;
    return (Str){s.at, n};
}

// ---- what is said -----------------------------------------------------------------------------------------

static void say(Xls *x, XlsSaidList *to, XlsSaid said) {
    if (to->len == XLS_SAID_MOST) return;
    if (!to->at) to->at = arena_new(x->arena, XlsSaid, XLS_SAID_MOST);
    to->at[to->len++] = said;
}

void xls_fault(Xls *x, int sheet, const XlsxRow *row, const char *column, const char *format, ...) {
    char text[1200];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    say(x, &x->ret.faults,
        (XlsSaid){.sheet = str_from(xls_sheets[sheet]),
                  .row = row ? row->number : 0,
                  .column = str_from(column),
                  .sentence = str_copy(x->arena, str_from(text))});
}

// Each thing is said once, of the first row that has it.
void xls_aside(Xls *x, int sheet, const XlsxRow *row, Str column, const char *sentence) {
    Str name = str_from(xls_sheets[sheet]);
    for (size_t i = 0; i < x->ret.asides.len; i++) {
        const XlsSaid *s = &x->ret.asides.at[i];
        if (str_eq(s->sheet, name) && str_eq(s->column, column) && str_eq(s->sentence, str_from(sentence)))
            return;
    }
    say(x, &x->ret.asides,
        (XlsSaid){
            .sheet = name, .row = row ? row->number : 0, .column = column, .sentence = str_from(sentence)});
}

Str xls_where(Arena *a, const XlsSaid *s) {
    if (!s->sheet.at) return S("The workbook");
    Buf out = {.arena = a};
    buf_fmt(&out, "Sheet %.*s", STR_FMT(s->sheet));
    if (s->row) buf_fmt(&out, ", row %d", s->row);
    if (s->column.at) buf_fmt(&out, ", column %.*s", STR_FMT(xls_shown(s->column)));
    return buf_str(&out);
}

// ---- headings and cells -----------------------------------------------------------------------------------

static char small(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static bool same_heading(Str head, const char *name) {    // "List name" is "list_name"
    Str wanted = str_from(name);
    if (head.len != wanted.len) return false;
    for (size_t i = 0; i < head.len; i++) {
        char c = head.at[i] == ' ' || head.at[i] == '-' ? '_' : small(head.at[i]);
        if (c != wanted.at[i]) return false;
    }
    return true;
}

static const char *const spellings[][2] = {
    {"relevant", "relevance"},    {"readonly", "read_only"}, {"list_name", "list"},
    {"calculation", "calculate"}, {"name", "value"},         {"form_title", "title"},
    {"form_id", "id_string"},
};

static int column_named(const XlsGrid *g, const char *name) {
    for (int i = 0; g->sheet->len && i < XLSX_COLUMNS_MOST; i++)
        if (g->head[i].len && same_heading(g->head[i], name)) return i;
    return -1;
}

Str xls_cell(const Xls *x, int sheet, const XlsxRow *row, const char *heading) {
    const XlsGrid *g = &x->grid[sheet];
    int column = column_named(g, heading);
    for (size_t i = 0; column < 0 && i < COUNT(spellings); i++)
        if (!strcmp(spellings[i][0], heading)) column = column_named(g, spellings[i][1]);
    return column < 0 ? S("") : xlsx_cell(row, column);
}

// "label::English (en)": the heading before it, and the language after.
static bool in_language(Str head, const char *heading, Str *ret_language) {
    Str rest = head, name = str_cut(&rest, S("::"));
    if (!rest.at) return false;
    *ret_language = str_trim(rest);
    return same_heading(str_trim(name), heading);
}

Str xls_label(const Xls *x, int sheet, const XlsxRow *row, const char *heading) {
    const XlsGrid *g = &x->grid[sheet];
    Str language;
    for (int i = 0; x->language.len && i < XLSX_COLUMNS_MOST; i++)
        if (in_language(g->head[i], heading, &language) && str_eq_fold(language, x->language))
            return xlsx_cell(row, i);
    return xls_cell(x, sheet, row, heading);
}

Str xls_text(Xls *x, int sheet, const XlsxRow *row, const char *heading, size_t most) {
    Str s = xls_label(x, sheet, row, heading);
    if (!s.len) return (Str){0};
    if (s.len > most)
        xls_fault(x, sheet, row, heading, "this has %zu characters: %zu are the most", s.len, most);
    else if (str_has(s, S("${")))
        xls_fault(x, sheet, row, heading,
                  "this puts an answer into the words with ${…}, which Kith does not: write it without");
    else
        return s;
    return (Str){0};
}

bool xls_yes(Xls *x, const XlsxRow *row, const char *heading) {
    static const char *const yes[] = {"yes", "true", "true()", "1"}, *const no[] = {"", "no", "false",
                                                                                    "false()", "0"};
    Str s = xls_cell(x, XLS_SURVEY, row, heading);
    for (size_t i = 0; i < COUNT(yes); i++)
        if (str_eq_fold(s, str_from(yes[i]))) return true;
    for (size_t i = 0; i < COUNT(no); i++)
        if (str_eq_fold(s, str_from(no[i]))) return false;
    xls_fault(x, XLS_SURVEY, row, heading, "“%.*s” is neither yes nor no: write one of these",
              STR_FMT(xls_shown(s)));
    return false;
}

Str xls_key(Arena *a, Str name, const char *before) {
    Buf out = {.arena = a};
    char first = name.len ? small(name.at[0]) : '_';
    if (first < 'a' || first > 'z') buf_put(&out, str_from(before));
    for (size_t i = 0; i < name.len && out.len < 40; i++) {
        char c = small(name.at[i]);
        buf_byte(&out, (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_');
    }
    return buf_str(&out);
}

// ---- what is there at all ---------------------------------------------------------------------------------

static void read_heads(Xls *x, int sheet, const XlsxSheet *s) {
    XlsGrid *g = &x->grid[sheet];
    *g = (XlsGrid){.sheet = s, .name = xls_sheets[sheet]};
    if (!s->len) return;
    for (size_t i = 0; i < s->row[0].len; i++) g->head[s->row[0].cell[i].column] = s->row[0].cell[i].text;
}

// Headings that mean something here; of others it is said that they do nothing.
static const char *const known[XLS_SHEETS][22] = {
    {"type",        "name",      "label",        "hint",          "guidance_hint",
     "required",    "relevant",  "relevance",    "constraint",    "constraint_message",
     "calculation", "calculate", "repeat_count", "choice_filter", "parameters",
     "readonly",    "read_only", "disabled",     "trigger",       "appearance"},
    {"list_name", "list", "name", "value", "label", "hint"},
    {"form_title", "title", "form_id", "id_string", "default_language", "version"},
};

static bool is_known(int sheet, Str head) {
    Str language;
    for (size_t i = 0; known[sheet][i]; i++)
        if (same_heading(head, known[sheet][i]) || in_language(head, known[sheet][i], &language)) return true;
    return false;
}

static void note_headings(Xls *x, int sheet) {
    const XlsGrid *g = &x->grid[sheet];
    for (int i = 0; g->sheet->len && i < XLSX_COLUMNS_MOST; i++) {
        Str language = {0};
        if (!g->head[i].len) continue;
        if (!is_known(sheet, g->head[i]))
            xls_aside(x, sheet, NULL, g->head[i], "Kith makes nothing of this column");
        else if (in_language(g->head[i], "label", &language) && !str_eq_fold(language, x->language))
            xls_aside(x, sheet, NULL, g->head[i], "Kith keeps one language: this one is left out");
    }
}

// The one that the settings name; else the first, where no column is without one.
static Str language_of(const Xls *x, const XlsxRow *settings) {
    Str language = settings ? xls_cell(x, XLS_SETTINGS, settings, "default_language") : S("");
    const XlsGrid *g = &x->grid[XLS_SURVEY];
    Str first = S(""), here;
    for (int i = 0; i < XLSX_COLUMNS_MOST; i++) {
        if (!in_language(g->head[i], "label", &here)) continue;
        if (str_eq_fold(here, language)) return here;
        if (!first.len) first = here;
    }
    return column_named(g, "label") < 0 ? first : S("");
}

static void read_settings(Xls *x, const XlsxRow *row, Str name, Questionnaire *ret) {
    Str stem = name;
    if (str_ends(stem, S(".xlsx"))) stem.len -= 5;
    Str id = row ? xls_cell(x, XLS_SETTINGS, row, "form_id") : S("");
    Str title = row ? xls_text(x, XLS_SETTINGS, row, "form_title", 200) : (Str){0};
    ret->key = xls_key(x->arena, id.len ? id : stem, "f_");
    ret->title = title.len ? title : xls_shown(id.len ? id : stem.len ? stem : S("Questionnaire"));
    if (row && x->grid[XLS_SETTINGS].sheet->len > 2)
        xls_fault(x, XLS_SETTINGS, &x->grid[XLS_SETTINGS].sheet->row[2], NULL,
                  "settings stand in one row below the headings: take the others out");
}

static bool has_columns(Xls *x) {
    if (!x->grid[XLS_SURVEY].sheet->name.at) {
        say(x, &x->ret.faults,
            (XlsSaid){.sentence = S("There is no sheet “survey” in it: call the sheet with "
                                    "the questions so, as XLSForm does")});
        return false;
    }
    for (size_t i = 0; i < 2; i++)
        if (column_named(&x->grid[XLS_SURVEY], i ? "name" : "type") < 0)
            xls_fault(x, XLS_SURVEY, NULL, i ? "name" : "type",
                      "there is no such heading in the first row: XLSForm wants type, name and label");
    return !x->ret.faults.len;
}

// What the rules of every questionnaire still find wrong; the line of a question is its row.
static void check_whole(Xls *x, const Questionnaire *q) {
    Reader r = {.arena = x->arena};
    if (x->ret.faults.len) return;
    definition_check(&r, q);
    for (size_t i = 0; i < r.faults.len; i++)
        say(x, &x->ret.faults,
            (XlsSaid){.sheet = S("survey"), .row = r.faults.at[i].line, .sentence = r.faults.at[i].sentence});
}

// Written out and read back, as the office's editor would: what comes in is what is kept.
static void write_whole(Xls *x, const Questionnaire *q) {
    Buf out = {.arena = x->arena};
    FormFaults faults = {0};
    if (x->ret.faults.len) return;
    definition_write(&out, q);
    x->ret.text = buf_str(&out);
    x->ret.form = definition_read(x->arena, x->ret.text, &faults);
    for (size_t i = 0; i < faults.len; i++)
        say(x, &x->ret.faults, (XlsSaid){.sheet = S("survey"), .sentence = faults.at[i].sentence});
}

XlsForm xlsform_convert(Arena *a, const XlsxSheet sheet[XLS_SHEETS], Str name) {
    Xls *x = arena_new(a, Xls, 1);
    x->arena = a;
    for (int i = 0; i < XLS_SHEETS; i++) read_heads(x, i, &sheet[i]);
    if (!has_columns(x)) return x->ret;
    Questionnaire *q = arena_new(a, Questionnaire, 1);
    const XlsxRow *settings = sheet[XLS_SETTINGS].len > 1 ? &sheet[XLS_SETTINGS].row[1] : NULL;
    x->language = language_of(x, settings);
    for (int i = 0; i < XLS_SHEETS; i++) note_headings(x, i);
    read_settings(x, settings, name, q);
    xls_lists(x);
    xls_items(x);
    xls_build(x, q);
    check_whole(x, q);
    write_whole(x, q);
    return x->ret;
}

XlsForm xlsform_read(Arena *a, Str bytes, Str name) {
    XlsxSheet sheet[XLS_SHEETS];
    Str why = {0};
    if (xlsx_read(a, bytes, xls_sheets, XLS_SHEETS, sheet, &why)) return xlsform_convert(a, sheet, name);
    XlsSaid *said = arena_new(a, XlsSaid, 1);
    said->sentence = why;
    return (XlsForm){.faults = {1, said}};
}
