// The XML inside a workbook: its common texts, and the cells of a sheet. On expat, which is given each part
// whole; a document type ends it, for no workbook has one and an entity is made of nothing else.
#include "base/xlsx_inside.h"

// ---- parsing ----------------------------------------------------------------------------------------------

void xlsx_stop(XlsxXml *x, const char *sentence) {
    xlsx_fault(x->book, "%s", sentence);
    XML_StopParser(x->parser, XML_FALSE);
}

static const char *local(const char *name) {
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

Str xlsx_attribute(XlsxXml *x, const char **attribute, const char *name) {
    for (size_t i = 0; attribute[i]; i += 2)
        if (!strcmp(local(attribute[i]), name)) return str_copy(x->book->arena, str_from(attribute[i + 1]));
    return S("");
}

static void on_doctype(void *data, const char *name, const char *system_id, const char *public_id,
                       int inside) {
    (void)name, (void)system_id, (void)public_id, (void)inside;
    xlsx_stop(data, "it holds a document type, which no workbook has: save it from the spreadsheet again");
}

static void on_start(void *data, const char *name, const char **attribute) {
    XlsxXml *x = data;
    x->start(x, local(name), attribute);
}

static void on_end(void *data, const char *name) {
    XlsxXml *x = data;
    if (x->end) x->end(x, local(name));
}

static void on_words(void *data, const char *at, int len) {
    XlsxXml *x = data;
    if (!x->takes) return;
    buf_put(&x->words, (Str){at, (size_t)len});
    if (x->words.len > XLSX_TEXT_MOST) xlsx_stop(x, "a cell holds more than 32,768 characters: shorten it");
}

void xlsx_parse(XlsxBook *b, Str xml, const char *what, XlsxXml *x) {
    XML_Parser p = XML_ParserCreate(NULL);
    if (!p) no_memory();
    x->book = b;
    x->parser = p;
    x->words.arena = b->arena;
    XML_SetUserData(p, x);
    XML_SetElementHandler(p, on_start, on_end);
    XML_SetCharacterDataHandler(p, on_words);
    XML_SetStartDoctypeDeclHandler(p, on_doctype);
    if (XML_Parse(p, xml.at, (int)xml.len, 1) == XML_STATUS_ERROR)
        xlsx_fault(b, "“%s” inside it is damaged at line %lu (%s): save the workbook again", what,
                   (unsigned long)XML_GetCurrentLineNumber(p), XML_ErrorString(XML_GetErrorCode(p)));
    XML_ParserFree(p);
}

// ---- common texts -----------------------------------------------------------------------------------------

typedef struct Strings {
    size_t cap;
    bool phonetic;    // how it is spoken, which is no part of the text
} Strings;

static void strings_start(XlsxXml *x, const char *element, const char **attribute) {
    Strings *s = x->into;
    (void)attribute;
    if (!strcmp(element, "si")) x->words.len = 0;
    if (!strcmp(element, "rPh")) s->phonetic = true;
    if (!strcmp(element, "t")) x->takes = !s->phonetic;
}

static void strings_end(XlsxXml *x, const char *element) {
    Strings *s = x->into;
    XlsxBook *b = x->book;
    if (!strcmp(element, "t")) x->takes = false;
    if (!strcmp(element, "rPh")) s->phonetic = false;
    if (strcmp(element, "si") != 0) return;
    if (b->n_shared == s->cap) {
        Str *more = arena_new(b->arena, Str, s->cap * 2);
        memcpy(more, b->shared, s->cap * sizeof *more);
        b->shared = more;
        s->cap *= 2;
    }
    b->shared[b->n_shared++] = str_copy(b->arena, str_trim(buf_str(&x->words)));
}

void xlsx_strings(XlsxBook *b, Str xml) {
    Strings s = {.cap = 256};
    b->shared = arena_new(b->arena, Str, s.cap);
    xlsx_parse(b, xml, "xl/sharedStrings.xml",
               &(XlsxXml){.into = &s, .start = strings_start, .end = strings_end});
}

// ---- cells ------------------------------------------------------------------------------------------------

typedef struct Cells {
    XlsxSheet *sheet;
    XlsxRow row;
    XlsxCell cell[XLSX_COLUMNS_MOST];    // of that row
    int number, column;                  // where we are: as it is said, or one on
    char type;                           // s shared, i inline, e error, b boolean, 0 a number or a text
} Cells;

// "AB12": the column from 0; -1 where it is none that we read.
static int column_of(Str reference) {
    int column = 0;
    size_t i = 0;
    for (; i < reference.len && reference.at[i] >= 'A' && reference.at[i] <= 'Z' && i < 3; i++)
        column = column * 26 + (reference.at[i] - 'A' + 1);
    return i ? column - 1 : -1;
}

static void row_start(XlsxXml *x, Cells *s, const char **attribute) {
    int64_t number = 0;
    Str said = xlsx_attribute(x, attribute, "r");
    if (!said.len)
        number = s->number + 1;
    else if (!str_int(said, &number) || number <= s->number || number > 1048576) {
        xlsx_stop(x, "its rows are not in order: save the workbook again");
        return;
    }
    s->number = (int)number;
    s->column = -1;
    s->row = (XlsxRow){.number = s->number, .cell = s->cell};
}

static void cell_start(XlsxXml *x, Cells *s, const char **attribute) {
    Str reference = xlsx_attribute(x, attribute, "r"), type = xlsx_attribute(x, attribute, "t");
    s->column = reference.len ? column_of(reference) : s->column + 1;
    s->type = str_eq(type, S("s"))           ? 's'
              : str_eq(type, S("inlineStr")) ? 'i'
              : str_eq(type, S("e"))         ? 'e'
              : str_eq(type, S("b"))         ? 'b'
                                             : 0;
    x->words.len = 0;
}

static void cells_start(XlsxXml *x, const char *element, const char **attribute) {
    Cells *s = x->into;
    if (!strcmp(element, "row")) row_start(x, s, attribute);
    if (!strcmp(element, "c")) cell_start(x, s, attribute);
    if (!strcmp(element, "v")) x->takes = s->type != 'i';
    if (!strcmp(element, "t")) x->takes = s->type == 'i';
}

static void place(XlsxXml *x, const Cells *s, const char *what) {
    Arena *a = x->book->arena;
    Str name = s->sheet->name,
        column = s->column < 0 || s->column >= XLSX_COLUMNS_MOST ? S("?") : xlsx_column(a, s->column);
    xlsx_stop(x, str_c(a, str_fmt(a, "its sheet “%.*s” has in cell %.*s%d %s", STR_FMT(name), STR_FMT(column),
                                  s->number, what)));
}

static Str cell_text(XlsxXml *x, const Cells *s) {
    Str words = str_trim(buf_str(&x->words));
    int64_t index;
    if (s->type == 'e' && words.len) place(x, s, "a formula that failed: put its value there");
    if (s->type != 's' || !words.len) return words;
    if (str_int(words, &index) && index >= 0 && (uint64_t)index < x->book->n_shared)
        return x->book->shared[index];
    place(x, s, "a text that is not in the workbook: save it again");
    return S("");
}

static void cell_end(XlsxXml *x, Cells *s) {
    Str text = cell_text(x, s);
    x->words.len = 0;
    if (!text.len || x->book->why.at) return;
    if (!s->number || s->column < 0 || s->column >= XLSX_COLUMNS_MOST || s->row.len == XLSX_COLUMNS_MOST)
        place(x, s, "something, and 100 columns are the most: take it out");
    else if (++x->book->cells > XLSX_CELLS_MOST)
        place(x, s, "one more than 100,000 cells: divide the form");
    else
        s->cell[s->row.len++] = (XlsxCell){s->column, s->type == 's' ? text : str_copy(x->book->arena, text)};
}

static void row_end(XlsxXml *x, Cells *s) {
    if (!s->row.len) return;
    if (s->sheet->len == XLSX_ROWS_MOST) {
        place(x, s, "something, and 5,000 rows are the most: divide the form");
        return;
    }
    XlsxCell *kept = arena_new(x->book->arena, XlsxCell, s->row.len);
    memcpy(kept, s->cell, s->row.len * sizeof *kept);
    s->row.cell = kept;
    s->sheet->row[s->sheet->len++] = s->row;
    s->row.len = 0;
}

static void cells_end(XlsxXml *x, const char *element) {
    Cells *s = x->into;
    if (!strcmp(element, "v") || !strcmp(element, "t")) x->takes = false;
    if (!strcmp(element, "c")) cell_end(x, s);
    if (!strcmp(element, "row")) row_end(x, s);
}

void xlsx_cells(XlsxBook *b, Str xml, XlsxSheet *ret) {
    Cells *s = arena_new(b->arena, Cells, 1);
    *s = (Cells){.sheet = ret, .column = -1};
    ret->row = arena_new(b->arena, XlsxRow, XLSX_ROWS_MOST);
    xlsx_parse(b, xml, "a sheet", &(XlsxXml){.into = s, .start = cells_start, .end = cells_end});
}
