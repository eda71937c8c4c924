// The query compiler against its golden files: what it refuses, in which words and on which line, and what it
// makes of the rest. It is run as the build runs it.
#include <dirent.h>
#include <libgen.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test.h"

static const char folder[] = "test/mkquery";

static Str read_all(Arena *a, FILE *in) {
    Buf text = {.arena = a};
    for (int c; in && (c = getc(in)) != EOF;) buf_byte(&text, (char)c);
    return buf_str(&text);
}

static Str whole(Arena *a, Str path) {
    FILE *in = fopen(str_c(a, path), "rb");
    if (!in) return (Str){0};
    Str text = read_all(a, in);
    fclose(in);
    return text;
}

// mkquery stands beside the tests' program.
static Str tool(Arena *a) {
    char *self = arena_alloc(a, 1, 1, 4096);
    if (readlink("/proc/self/exe", self, 4095) < 0) return (Str){0};
    return str_fmt(a, "%s/mkquery", dirname(self));
}

// What it says on standard error; out.c and out.h go to the folder.
static Str said(Arena *a, Str out, Str sql) {
    Str program = tool(a);
    Str command = str_fmt(a, "'%.*s' %.*s/out.c %.*s/out.h %s/schema.sql -- %s/%.*s 2>&1", STR_FMT(program),
                          STR_FMT(out), STR_FMT(out), folder, folder, STR_FMT(sql));
    FILE *run = popen(str_c(a, command), "r");
    Str text = read_all(a, run);
    pclose(run);
    return str_trim(text);
}

static void check_file(Arena *a, Str out, Str sql) {
    Str stem = {sql.at, sql.len - 4};
    Str refused = whole(a, str_fmt(a, "%s/%.*s.refused", folder, STR_FMT(stem)));
    Str got = said(a, out, sql);
    if (refused.at) {
        CHECK_STR(got, str_fmt(a, "%s/%.*s:%.*s", folder, STR_FMT(sql), STR_FMT(str_trim(refused))));
        return;
    }
    CHECK_STR(got, S(""));
    static const char *const parts[] = {"c", "h"};
    for (size_t i = 0; i < COUNT(parts); i++)
        CHECK_STR(whole(a, str_fmt(a, "%.*s/out.%s", STR_FMT(out), parts[i])),
                  whole(a, str_fmt(a, "%s/%.*s.%s.expected", folder, STR_FMT(stem), parts[i])));
}

TEST(queries_are_refused_at_their_own_line_or_become_the_c_that_was_expected) {
    Arena *a = arena_open();
    char made[] = "/tmp/kith-mkquery.XXXXXX";
    CHECK(mkdtemp(made) != NULL);
    char *out = str_c(a, str_fmt(a, "%s/src", made));        // what follows src/ is the header's name
    CHECK(!mkdir(out, 0700));
    DIR *dir = opendir(folder);
    int seen = 0;
    for (struct dirent *e; dir && (e = readdir(dir));) {
        Str name = str_copy(a, str_from(e->d_name));
        if (!str_ends(name, S(".sql")) || str_eq(name, S("schema.sql"))) continue;
        check_file(a, str_from(out), name);
        seen++;
    }
    if (dir) closedir(dir);
    CHECK(seen > 25);
    unlink(str_c(a, str_fmt(a, "%s/out.c", out)));
    unlink(str_c(a, str_fmt(a, "%s/out.h", out)));
    rmdir(out);
    rmdir(made);
    arena_close(a);
}
