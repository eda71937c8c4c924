// Making workbooks for tests.
#include "workbook.h"

#include <zip.h>

Str workbook_zip(Arena *a, const XlsxPart *part, size_t n) {
    zip_error_t e;
    zip_error_init(&e);
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &e);
    zip_t *z = zip_open_from_source(memory, ZIP_TRUNCATE, &e);
    if (!z) return (Str){0};
    zip_source_keep(memory);
    for (size_t i = 0; i < n; i++)
        zip_file_add(z, str_c(a, part[i].name), zip_source_buffer(z, part[i].body.at, part[i].body.len, 0),
                     ZIP_FL_ENC_UTF_8);
    zip_close(z);
    zip_source_open(memory);
    zip_source_seek(memory, 0, SEEK_END);
    size_t len = (size_t)zip_source_tell(memory);
    zip_source_seek(memory, 0, SEEK_SET);
    char *at = arena_text(a, len + 1);
    zip_source_read(memory, at, len);
    zip_source_close(memory);
    zip_source_free(memory);
    zip_error_fini(&e);
    return (Str){at, len};
}

static void put_escaped(Buf *out, Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] == '<')
            buf_lit(out, "&lt;");
        else if (s.at[i] == '>')
            buf_lit(out, "&gt;");
        else if (s.at[i] == '&')
            buf_lit(out, "&amp;");
        else
            buf_byte(out, s.at[i]);
}

static Str sheet_xml(Arena *a, const char *lines, Buf *shared, int *n_shared) {
    Buf out = {.arena = a};
    int row = 0;
    buf_lit(&out,
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    for (Str rest = str_from(lines); rest.at && rest.len;) {
        Str line = str_cut(&rest, S("\n"));
        buf_fmt(&out, "<row r=\"%d\">", ++row);
        for (int column = 0; line.at; column++) {
            Str cell = str_cut(&line, S("|")), name = xlsx_column(a, column);
            if (!cell.len) continue;
            buf_fmt(&out, "<c r=\"%.*s%d\" t=\"s\"><v>%d</v></c>", STR_FMT(name), row, (*n_shared)++);
            buf_lit(shared, "<si><t>");
            put_escaped(shared, cell);
            buf_lit(shared, "</t></si>");
        }
        buf_lit(&out, "</row>");
    }
    buf_lit(&out, "</sheetData></worksheet>");
    return buf_str(&out);
}

size_t workbook_parts(Arena *a, const char *survey, const char *choices, const char *settings,
                      XlsxPart *ret) {
    const char *const lines[] = {survey, choices, settings}, *const names[] = {"survey", "choices",
                                                                               "settings"};
    Buf book = {.arena = a}, relations = {.arena = a}, shared = {.arena = a};
    int n_shared = 0;
    size_t n = 3;
    buf_lit(&book,
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>");
    buf_lit(&relations,
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    buf_lit(&shared, "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
    for (int i = 0; i < 3; i++) {
        if (!lines[i]) continue;
        buf_fmt(&book, "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>", names[i], i + 1, i + 1);
        buf_fmt(&relations, "<Relationship Id=\"rId%d\" Target=\"worksheets/sheet%d.xml\"/>", i + 1, i + 1);
        ret[n++] = (XlsxPart){str_fmt(a, "xl/worksheets/sheet%d.xml", i + 1),
                              sheet_xml(a, lines[i], &shared, &n_shared)};
    }
    buf_lit(&book, "</sheets></workbook>");
    buf_lit(&relations, "</Relationships>");
    buf_lit(&shared, "</sst>");
    ret[0] = (XlsxPart){S("xl/workbook.xml"), buf_str(&book)};
    ret[1] = (XlsxPart){S("xl/_rels/workbook.xml.rels"), buf_str(&relations)};
    ret[2] = (XlsxPart){S("xl/sharedStrings.xml"), buf_str(&shared)};
    return n;
}

Str workbook_of(Arena *a, const char *survey, const char *choices, const char *settings) {
    XlsxPart part[WORKBOOK_PARTS];
    size_t n = workbook_parts(a, survey, choices, settings, part);
    return workbook_zip(a, part, n);
}
