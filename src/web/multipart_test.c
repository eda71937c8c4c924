#include <unistd.h>

#include "test.h"
#include "web/multipart.h"

#define ARENA(a) Arena *a __attribute__((cleanup(close_arena))) = arena_open()
static void close_arena(Arena **a) { arena_close(*a); }

static Request taken(Arena *a, Str body, size_t piece) {
    Request r = {.arena = a};
    Multipart *m = multipart_open(a, S("multipart/form-data; boundary=\"B b\""), S("/tmp"), &r.trouble_why);
    CHECK(m != NULL);
    for (size_t at = 0; at < body.len; at += piece)
        multipart_feed(m, (Str){body.at + at, body.len - at < piece ? body.len - at : piece});
    multipart_close(m, &r);
    return r;
}

static void let_go(Request *r) {
    for (size_t i = 0; i < r->n_uploads; i++) close(r->uploads[i].fd);
}

static const char form[] =
    "ignored\r\n--B b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
    "one\r\n--B\r\ntwo\r\n--B b\r\n"
    "content-disposition: form-data; name=\"f\"; filename=\"C:\\up\\figures.csv\"\r\n"
    "Content-Type: text/csv; x=y\r\n\r\n"
    "1,2\r\n\r\n--B \r\n3\r\n--B b\r\n"
    "Content-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n--B b--\r\nignored too";

TEST(a_form_with_a_file_is_taken_apart_however_it_is_cut) {
    for (size_t piece = 1; piece < sizeof form; piece++) {
        ARENA(a);
        Request r = taken(a, S(form), piece);
        CHECK(r.trouble == 0 && r.form.len == 2 && r.n_uploads == 1);
        CHECK_STR(param(r.form, S("a")), S("one\r\n--B\r\ntwo"));
        CHECK(param_has(r.form, S("empty")) && param(r.form, S("empty")).len == 0);
        if (r.n_uploads != 1) continue;
        char got[64];
        Str content = {got, (size_t)read(r.uploads[0].fd, got, sizeof got)};
        CHECK_STR(content, S("1,2\r\n\r\n--B \r\n3"));
        CHECK(r.uploads[0].size == (int64_t)content.len);
        CHECK_STR(r.uploads[0].file_name, S("figures.csv"));
        CHECK_STR(r.uploads[0].type, S("text/csv"));
        let_go(&r);
    }
}

TEST(a_form_that_is_malformed_or_too_much_is_refused_with_a_sentence) {
#define PART "--B b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
    const struct {
        Str body;
        int status;
    } cases[] = {
        {S(""), 400},
        {S(PART "one"), 400},
        {S(PART "one\r\n--B b"), 400},
        {S(PART "one\r\n--B bx"), 400},
        {S(PART "\xff\r\n--B b--"), 400},
        {S("--B b\r\nContent-Disposition: form-data\r\n\r\none\r\n--B b--"), 400},
        {S("--B b\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\none\r\n--B b--"), 400},
        {S("--B b\r\nnonsense\r\n\r\none\r\n--B b--"), 400},
        {S("--B b\r\nContent-Disposition form-data; name=\"a\"\r\n\r\none\r\n--B b--"), 400},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ARENA(a);
        Request r = taken(a, cases[i].body, 7);
        CHECK(r.trouble == cases[i].status && r.trouble_why.len);
    }
}

TEST(a_form_sends_no_more_files_headers_or_text_than_it_may) {
    ARENA(a);
    Buf files = {.arena = a}, headers = {.arena = a}, text = {.arena = a};
    for (int i = 0; i <= UPLOADS_MAX; i++)
        buf_lit(&files, "--B b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\nx\r\n");
    buf_lit(&files, "--B b--");
    Request r = taken(a, buf_str(&files), 100);
    CHECK(r.trouble == 413 && r.n_uploads == 0);
    buf_lit(&headers, "--B b\r\nX: ");
    for (int i = 0; i < PART_HEADERS_MAX; i++) buf_byte(&headers, 'x');
    CHECK(taken(a, buf_str(&headers), 100).trouble == 400);
    buf_lit(&text, PART);
    for (int i = 0; i <= FIELDS_BYTES_MAX + 200; i++) buf_byte(&text, 'x');
    CHECK(taken(a, buf_str(&text), 4096).trouble == 413);
}

TEST(a_content_type_without_a_boundary_is_refused) {
    ARENA(a);
    Str why = {0};
    CHECK(!multipart_open(a, S("multipart/form-data"), S("/tmp"), &why) && why.len);
    CHECK(!multipart_open(a, S("multipart/form-data; boundary=\"\""), S("/tmp"), &why));
}
