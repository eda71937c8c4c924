// Whatever comes in and however it is cut, a multipart form ends in fields of UTF-8 and files, or in a
// sentence; and how it was cut makes no difference.
#include <stdlib.h>
#include <unistd.h>

#include "web/multipart.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static Request taken(Arena *a, Str body, size_t piece) {
    Request r = {.arena = a};
    Multipart *m = multipart_open(a, S("multipart/form-data; boundary=b"), S("/tmp"), &r.trouble_why);
    for (size_t at = 0; at < body.len; at += piece)
        multipart_feed(m, (Str){body.at + at, body.len - at < piece ? body.len - at : piece});
    multipart_close(m, &r);
    must(!r.trouble == !r.trouble_why.at);
    return r;
}

static void let_go(const Request *r) {
    for (size_t i = 0; i < r->n_uploads; i++) close(r->uploads[i].fd);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    Arena *a = arena_open();
    Str body = {(const char *)data + 1, size - 1};
    Request whole = taken(a, body, size), cut = taken(a, body, (size_t)(data[0] % 61) + 1);
    must(whole.trouble == cut.trouble && whole.form.len == cut.form.len && whole.n_uploads == cut.n_uploads);
    for (size_t i = 0; i < whole.form.len; i++) {
        must(str_eq(whole.form.at[i].name, cut.form.at[i].name) &&
             str_eq(whole.form.at[i].value, cut.form.at[i].value));
        must(str_utf8(whole.form.at[i].name) && str_utf8(whole.form.at[i].value));
    }
    for (size_t i = 0; i < whole.n_uploads; i++) must(whole.uploads[i].size == cut.uploads[i].size);
    let_go(&whole);
    let_go(&cut);
    arena_close(a);
    return 0;
}
