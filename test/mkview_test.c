// The template compiler against its golden files: what it refuses, in which words and on which line, and
// what it makes of the rest.
#include "template.h"

#include <dirent.h>
#include <stdlib.h>

#include "test.h"

static const char folder[] = "test/mkview/";

// The whole of a file, or an absent Str.
static Str whole(Arena *a, const char *path) {
    FILE *in = fopen(path, "rb");
    if (!in) return (Str){0};
    Buf text = {.arena = a};
    size_t n;
    do {
        buf_room(&text, 4096);
        n = fread(text.at + text.len, 1, 4096, in);
        text.len += n;
    } while (n);
    fclose(in);
    return buf_str(&text);
}

static Str translated(Arena *a, Str name, Str text, Str *ret_refusal) {
    Buf c = {.arena = a}, refusal = {.arena = a};
    char *code = NULL, *header = NULL;
    size_t code_len, header_len;
    FILE *c_file = open_memstream(&code, &code_len), *h_file = open_memstream(&header, &header_len);
    buf_room(&refusal, TEMPLATE_REFUSAL_MAX);
    bool good = template_translate(str_c(a, name), text.at, text.len, c_file, h_file, refusal.at);
    fclose(c_file);
    fclose(h_file);
    buf_put(&c, (Str){header, header_len});
    buf_put(&c, (Str){code, code_len});
    free(code);
    free(header);
    *ret_refusal = good ? (Str){0} : str_from(refusal.at);
    return buf_str(&c);
}

static void check_template(Arena *a, Str file) {
    Str stem = {file.at, file.len - 5}, refusal;
    Str text = whole(a, str_c(a, str_fmt(a, "%s%.*s", folder, STR_FMT(file))));
    Str want = whole(a, str_c(a, str_fmt(a, "%s%.*s.refused", folder, STR_FMT(stem))));
    Str got = translated(a, file, text, &refusal);
    if (want.at) {
        CHECK_STR(refusal, str_fmt(a, "%.*s:%.*s", STR_FMT(file), STR_FMT(str_trim(want))));
    } else {
        CHECK_STR(refusal, (Str){0});
        CHECK_STR(got, whole(a, str_c(a, str_fmt(a, "%s%.*s.expected", folder, STR_FMT(stem)))));
    }
}

TEST(templates_are_refused_at_their_own_line_or_become_the_c_that_was_expected) {
    Arena *a = arena_open();
    DIR *dir = opendir(folder);
    CHECK(dir != NULL);
    size_t seen = 0;
    for (struct dirent *e; dir && (e = readdir(dir));) {
        if (!str_ends(str_from(e->d_name), S(".html"))) continue;
        check_template(a, str_copy(a, str_from(e->d_name)));
        seen++;
    }
    if (dir) closedir(dir);
    CHECK(seen > 30);
    arena_close(a);
}
