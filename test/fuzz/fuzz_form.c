// Whatever a form, a query, a cookie or a media type holds, what is read of it is text, and a form written
// again is read back the same; what is refused is refused with a sentence.
#include <stdlib.h>

#include "web/request.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static void put(Buf *out, Str s) {
    for (size_t i = 0; i < s.len; i++) buf_fmt(out, "%%%02X", (unsigned char)s.at[i]);
}

static void check_again(Arena *a, Params p) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < p.len; i++) {
        if (i) buf_byte(&out, '&');
        put(&out, p.at[i].name);
        buf_byte(&out, '=');
        put(&out, p.at[i].value);
    }
    Params back = {0};
    Str why = {0};
    must(params_read(a, buf_str(&out), &back, &why) && back.len == p.len);
    for (size_t i = 0; i < p.len; i++) {
        must(str_eq(back.at[i].name, p.at[i].name) && str_eq(back.at[i].value, p.at[i].value));
        must(str_utf8(p.at[i].name) && str_utf8(p.at[i].value));
        must(param_has(p, p.at[i].name));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *a = arena_open();
    Str text = {(const char *)data, size}, why = {0}, decoded;
    Params p = {0};
    if (params_read(a, text, &p, &why)) check_again(a, p);
    else must(why.len > 0);
    if (percent_decode(a, text, false, &decoded)) must(str_utf8(decoded) && decoded.len <= size);
    Str cookie = cookie_find(text, S("kith"));
    must(!cookie.at || (cookie.len < size && !str_has(cookie, S(";"))));
    must(media_type(text).len <= size);
    media_param(a, text, S("boundary"));
    accepts_encoding(text, S("gzip"));
    arena_close(a);
    return 0;
}
