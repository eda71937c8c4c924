// Workbooks that people send, and workbooks that are sent to hurt.
#include "base/xlsx.h"
#include "test.h"
#include "workbook.h"

static const char *const names[] = {"survey", "choices"};

static Str why_not(Arena *a, Str bytes) {
    XlsxSheet sheet[2];
    Str why = {0};
    return xlsx_read(a, bytes, names, 2, sheet, &why) ? S("it was read") : why;
}

static Str why_not_parts(Arena *a, const XlsxPart *part, size_t n) {
    XlsxSheet sheet[2];
    Str why = {0};
    return xlsx_read_parts(a, part, n, names, 2, sheet, &why) ? S("it was read") : why;
}

#define SAYS(why, words) CHECK(str_has(why, S(words)))

TEST(a_workbook_is_read_by_its_sheets_and_cells) {    // W15
    Arena *a = arena_open();
    XlsxSheet sheet[2];
    Str why = {0};
    Str bytes = workbook_of(a, "type|name\ntext||A & B <c>\n", NULL, NULL);
    CHECK(xlsx_read(a, bytes, names, 2, sheet, &why));
    CHECK_INT(sheet[0].len, 2);
    CHECK_INT(sheet[0].row[1].number, 2);
    CHECK_STR(xlsx_cell(&sheet[0].row[1], 0), S("text"));
    CHECK_STR(xlsx_cell(&sheet[0].row[1], 1), S(""));
    CHECK_STR(xlsx_cell(&sheet[0].row[1], 2), S("A & B <c>"));
    CHECK(!sheet[1].name.at);
    arena_close(a);
}

TEST(cells_are_read_as_a_spreadsheet_writes_them) {
    Arena *a = arena_open();
    XlsxPart part[WORKBOOK_PARTS];
    XlsxSheet sheet[2];
    Str why = {0};
    size_t n = workbook_parts(a, "a\n", NULL, NULL, part);
    part[2].body = S("<x:sst xmlns:x=\"m\"><x:si><x:r><x:t>two </x:t></x:r><x:r><x:t>runs</x:t></x:r>"
                     "<x:rPh><x:t>spoken</x:t></x:rPh></x:si></x:sst>");
    part[3].body =
        S("<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>in it</t></is></c>"
          "<c><f>1+1</f><v>2</v></c><c t=\"b\"><v>1</v></c><c/><c t=\"str\"><v> said </v></c></row>"
          "<row r=\"1048576\"><c r=\"B1048576\"><v>7</v></c></row></sheetData></worksheet>");
    CHECK(xlsx_read_parts(a, part, n, names, 2, sheet, &why));
    const char *const cells[] = {"two runs", "in it", "2", "1", "", "said"};
    for (int i = 0; i < 6; i++) CHECK_STR(xlsx_cell(&sheet[0].row[0], i), str_from(cells[i]));
    CHECK_INT(sheet[0].row[1].number, 1048576);
    CHECK_STR(xlsx_cell(&sheet[0].row[1], 1), S("7"));
    arena_close(a);
}

TEST(what_is_no_workbook_is_told_by_its_bytes_and_not_by_its_name) {
    Arena *a = arena_open();
    SAYS(why_not(a, S("")), "no .xlsx workbook");
    SAYS(why_not(a, S("type,name,label\n")), "no .xlsx workbook");
    SAYS(why_not(a, S("%PDF-1.7")), "no .xlsx workbook");
    SAYS(why_not(a, S("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more")), "protected with a password");
    SAYS(why_not(a, S("PK\x03\x04 and nothing that follows")), "damaged");
    XlsxPart other = {S("mimetype"), S("application/vnd.oasis.opendocument.spreadsheet")};
    SAYS(why_not(a, workbook_zip(a, &other, 1)), "no workbook in it");
    Str whole = workbook_of(a, "type|name\n", NULL, NULL);
    for (size_t cut = 1; cut < whole.len; cut += 7)
        CHECK(!str_eq(why_not(a, (Str){whole.at, whole.len - cut}), S("it was read")));
    arena_close(a);
}

TEST(a_zip_bomb_is_opened_no_further_than_eight_megabytes) {
    Arena *a = arena_open();
    XlsxPart part[WORKBOOK_PARTS];
    size_t n = workbook_parts(a, "a\n", NULL, NULL, part), size = 64 << 20;
    char *spaces = arena_text(a, size);
    memset(spaces, ' ', size);
    part[3].body = (Str){spaces, size};
    Str bytes = workbook_zip(a, part, n);
    CHECK(bytes.len < XLSX_FILE_MOST);
    SAYS(why_not(a, bytes), "more than 8 MB unpacked");
    part[3].body = S("<worksheet/>");
    part[2].body = (Str){spaces, size};
    SAYS(why_not(a, workbook_zip(a, part, n)), "more than 8 MB unpacked");
    Str big = {spaces, XLSX_FILE_MOST + 1};
    spaces[0] = 'P', spaces[1] = 'K';
    SAYS(why_not(a, big), "more than 2 MB");
    arena_close(a);
}

TEST(entities_are_never_expanded) {
    Arena *a = arena_open();
    XlsxPart part[WORKBOOK_PARTS];
    size_t n = workbook_parts(a, "a\n", NULL, NULL, part);
    part[3].body = S("<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>"
                     "<worksheet><sheetData><row><c t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>");
    SAYS(why_not_parts(a, part, n), "document type");
    part[3].body = S("<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><worksheet/>");
    SAYS(why_not_parts(a, part, n), "document type");
    part[3].body = S("<worksheet><sheetData><row><c t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>");
    SAYS(why_not_parts(a, part, n), "damaged");
    arena_close(a);
}

TEST(a_workbook_of_ten_thousand_sheets_or_of_paths_that_climb_is_refused) {
    Arena *a = arena_open();
    XlsxPart part[WORKBOOK_PARTS];
    size_t n = workbook_parts(a, "a\n", NULL, NULL, part);
    Buf many = {.arena = a};
    buf_lit(&many, "<workbook><sheets>");
    for (int i = 0; i < 10000; i++) buf_fmt(&many, "<sheet name=\"s%d\" id=\"rId1\"/>", i);
    buf_lit(&many, "</sheets></workbook>");
    Str whole = part[0].body;
    part[0].body = buf_str(&many);
    SAYS(why_not_parts(a, part, n), "more than 100 sheets");
    part[0].body = whole;
    part[1].body =
        S("<Relationships><Relationship Id=\"rId1\" Target=\"../../../etc/passwd\"/></Relationships>");
    SAYS(why_not_parts(a, part, n), "named and not there");
    part[1].body = S("<Relationships><Relationship Id=\"rId1\" Target=\"http://example.org/s.xml\" "
                     "TargetMode=\"External\"/></Relationships>");
    SAYS(why_not_parts(a, part, n), "named and not there");
    arena_close(a);
}

TEST(cells_that_lie_are_named) {
    Arena *a = arena_open();
    XlsxPart part[WORKBOOK_PARTS];
    size_t n = workbook_parts(a, "a\n", NULL, NULL, part);
    const struct {
        const char *row, *says;
    } lies[] = {
        {"<row r=\"4\"><c r=\"C4\" t=\"s\"><v>1</v></c></row>", "cell C4 a text that is not in the workbook"},
        {"<row r=\"4\"><c r=\"C4\" t=\"s\"><v>-1</v></c></row>", "not in the workbook"},
        {"<row r=\"4\"><c r=\"C4\" t=\"s\"><v>99999999999999999999</v></c></row>", "not in the workbook"},
        {"<row r=\"4\"><c r=\"C4\" t=\"e\"><v>#REF!</v></c></row>", "C4 a formula that failed"},
        {"<row r=\"4\"><c r=\"XFD4\"><v>1</v></c></row>", "100 columns are the most"},
        {"<row r=\"4\"/><row r=\"3\"/>", "not in order"},
        {"<row r=\"-4\"/>", "not in order"},
        {"<row r=\"9999999999\"/>", "not in order"},
        {"<c r=\"A1\"><v>1</v></c>", "100 columns"},
    };
    for (size_t i = 0; i < COUNT(lies); i++) {
        part[3].body = str_fmt(a, "<worksheet><sheetData>%s</sheetData></worksheet>", lies[i].row);
        Str why = why_not_parts(a, part, n);
        if (!str_has(why, str_from(lies[i].says))) CHECK_STR(why, str_from(lies[i].says));
    }
    arena_close(a);
}

TEST(more_cells_than_any_form_has_are_not_read) {
    Arena *a = arena_open();
    XlsxPart part[WORKBOOK_PARTS];
    size_t n = workbook_parts(a, "a\n", NULL, NULL, part);
    Buf rows = {.arena = a}, wide = {.arena = a};
    buf_lit(&rows, "<worksheet><sheetData>");
    for (int i = 0; i < 5001; i++) buf_lit(&rows, "<row><c><v>1</v></c></row>");
    buf_lit(&rows, "</sheetData></worksheet>");
    part[3].body = buf_str(&rows);
    SAYS(why_not_parts(a, part, n), "5,000 rows are the most");
    buf_lit(&wide, "<worksheet><sheetData>");
    for (int i = 0; i < 1002; i++) {
        buf_lit(&wide, "<row>");
        for (int k = 0; k < 100; k++) buf_lit(&wide, "<c><v>1</v></c>");
        buf_lit(&wide, "</row>");
    }
    buf_lit(&wide, "</sheetData></worksheet>");
    part[3].body = buf_str(&wide);
    SAYS(why_not_parts(a, part, n), "100,000 cells");
    char *text = arena_text(a, 40000);
    memset(text, 'x', 40000);
    part[3].body = str_fmt(a, "<worksheet><sheetData><row><c><v>%.*s</v></c></row></sheetData></worksheet>",
                           40000, text);
    SAYS(why_not_parts(a, part, n), "more than 32,768 characters");
    arena_close(a);
}
