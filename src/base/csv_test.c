// CSV, read and written.
#include "base/csv.h"

#include "test.h"

static Str written(Arena *a, Str cell) {
    Buf b = {.arena = a};
    csv_put(&b, cell, false);
    return (Str){b.at, b.len - 1};
}

TEST(csv_rows_keep_the_line_a_spreadsheet_shows) {
    Arena *a = arena_open();
    Csv csv = csv_read(a, S("\xEF\xBB\xBF" "Code,Title\r\n"          // 1
                            "\r\n"                                   // 2
                            "NI 032,\"two\r\nlines\"\r\n"            // 3 and 4
                            "  \t\n"                                 // 5
                            "LPI 1, spaced \r"                       // 6
                            "\"say \"\"so\"\"\",\n"                  // 7
                            ",\n"                                    // 8
                            "last"));                                // 9
    const struct {
        int line;
        size_t len;
        Str first, second;
    } want[] = {
        {1, 2, S("Code"), S("Title")},
        {3, 2, S("NI 032"), S("two\r\nlines")},
        {6, 2, S("LPI 1"), S("spaced")},
        {7, 2, S("say \"so\""), S("")},
        {8, 2, S(""), S("")},
        {9, 1, S("last"), S("")},
    };
    CHECK(!csv.fault.at);
    CHECK_INT(csv.len, COUNT(want));
    for (size_t i = 0; i < csv.len && i < COUNT(want); i++) {
        CHECK_INT(csv.row[i].line, want[i].line);
        CHECK_INT(csv.row[i].len, want[i].len);
        CHECK_STR(csv_cell(&csv.row[i], 0), want[i].first);
        CHECK_STR(csv_cell(&csv.row[i], 1), want[i].second);
    }
    arena_close(a);
}

TEST(csv_columns_are_found_by_name_whatever_the_case) {
    Arena *a = arena_open();
    Csv csv = csv_read(a, S("Code,Title\nx,y\n")), empty = csv_read(a, (Str){0});
    CHECK_INT(csv_column(&csv, S("title")), 1);
    CHECK_INT(csv_column(&csv, S("unit")), -1);
    CHECK_INT(csv_column(&empty, S("code")), -1);
    CHECK_STR(csv_cell(&csv.row[1], -1), S(""));
    CHECK_STR(csv_cell(&csv.row[1], 2), S(""));
    CHECK(!empty.len && !empty.fault.at);
    arena_close(a);
}

TEST(a_csv_fault_names_its_line_and_keeps_the_rows_before_it) {
    Arena *a = arena_open();
    const struct {
        Str text;
        int line;
        size_t rows;
        Str says;
    } cases[] = {
        {S("a,b\n1,2\n3,\"open\n4,5\n"), 3, 2, S("ends before another closes it")},
        {S("a,b\n1,say \"so\"\n"), 2, 1, S("write each quotation mark inside it twice")},
        {S("a,b\n1,\"x\"y\n"), 2, 1, S("write each quotation mark inside it twice")},
        {S("a,b\r\n1,2\r\n3,\xA3" "5\r\n"), 3, 0, S("not UTF-8")},
        {S("\xFF\xFE" "a\0"), 1, 0, S("not UTF-8")},
        {S("a\rb\0c"), 2, 0, S("not UTF-8")},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Csv csv = csv_read(a, cases[i].text);
        CHECK(str_has(csv.fault, cases[i].says));
        CHECK_INT(csv.fault_line, cases[i].line);
        CHECK_INT(csv.len, cases[i].rows);
    }
    arena_close(a);
}

TEST(a_cell_that_a_spreadsheet_would_run_is_made_harmless) {
    Arena *a = arena_open();
    const struct {
        Str cell, want;
    } cases[] = {
        {S("=1+1"), S("'=1+1")},
        {S("@sum"), S("'@sum")},
        {S("+44 x"), S("'+44 x")},
        {S("-"), S("'-")},
        {S("-a"), S("'-a")},
        {S("-3"), S("-3")},
        {S("-91.70"), S("-91.70")},
        {S("+5"), S("+5")},
        {S("-1.2.3"), S("'-1.2.3")},
        {S("\tx"), S("\"'\tx\"")},
        {S("\rx"), S("\"'\rx\"")},
        {S("-1,=2"), S("\"'-1,=2\"")},
        {S("a=b"), S("a=b")},
        {S("plain"), S("plain")},
        {{0}, S("")},
        {S("a,b"), S("\"a,b\"")},
        {S("say \"so\""), S("\"say \"\"so\"\"\"")},
        {S(" a"), S("\" a\"")},
        {S("two\nlines"), S("\"two\nlines\"")},
    };
    for (size_t i = 0; i < COUNT(cases); i++) CHECK_STR(written(a, cases[i].cell), cases[i].want);
    arena_close(a);
}

static Str random_cell(Arena *a, uint64_t *random) {
    static const char *const pieces[] = {"a", "b", "1", ".", ",", "\"", "\n", "\r",
                                         "\t", " ", "=", "-", "é", "£", "'", "\xEF\xBB\xBF"};
    Buf b = {.arena = a};
    for (size_t n = test_random(random) % 6; n; n--)
        buf_put(&b, str_from(pieces[test_random(random) % COUNT(pieces)]));
    return buf_str(&b);
}

// What is written is read back the same, but for the apostrophe before a formula.
static void check_cell(Str read, Str cell) {
    if (!str_eq(read, cell) && str_starts(read, S("'"))) read = (Str){read.at + 1, read.len - 1};
    CHECK_STR(read, cell);
}

TEST(every_csv_that_is_written_is_read_back_the_same) {
    Arena *a = arena_open();
    uint64_t random = test_seed();
    for (int round = 0; round < 3000; round++, arena_reset(a)) {
        size_t rows = test_random(&random) % 4, columns = 1 + test_random(&random) % 3;
        Str cell[4][3];
        Buf b = {.arena = a};
        for (size_t r = 0; r < rows; r++)
            for (size_t c = 0; c < columns; c++)
                csv_put(&b, cell[r][c] = random_cell(a, &random), c + 1 == columns);
        Csv csv = csv_read(a, buf_str(&b));
        CHECK(!csv.fault.at);
        CHECK_INT(csv.len, rows);
        for (size_t r = 0; r < rows && csv.len == rows; r++) {
            CHECK_INT(csv.row[r].len, columns);
            for (size_t c = 0; c < columns; c++) check_cell(csv_cell(&csv.row[r], (int)c), cell[r][c]);
        }
    }
    arena_close(a);
}
