// Folding by utf8proc: compatibility decomposition, case folding, marks stripped; and the few letters that
// Unicode does not take apart.
#include "base/fold.h"

#include <utf8proc.h>

static const struct {
    Str letter, plain;
} undecomposed[] = {{S("ł"), S("l")},  {S("đ"), S("d")},  {S("ø"), S("o")},  {S("ð"), S("d")},
                    {S("þ"), S("th")}, {S("æ"), S("ae")}, {S("œ"), S("oe")}, {S("ı"), S("i")}};

static void put_plain(Buf *out, Str letter) {
    for (size_t i = 0; i < COUNT(undecomposed); i++)
        if (str_eq(letter, undecomposed[i].letter)) {
            buf_put(out, undecomposed[i].plain);
            return;
        }
    buf_put(out, letter);
}

Str fold(Arena *a, Str text) {
    Buf out = {.arena = a};
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text.at, *end = at + text.len;
    while (at < end) {
        utf8proc_int32_t rune, folded[16];
        utf8proc_ssize_t n = utf8proc_iterate(at, end - at, &rune);
        at += n > 0 ? n : 1;
        if (n <= 0) continue;
        int boundary = 0;
        n = utf8proc_decompose_char(rune, folded, 16,
                                    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                        UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
                                    &boundary);
        for (utf8proc_ssize_t i = 0; i < n && i < 16; i++) {
            utf8proc_uint8_t bytes[4];
            utf8proc_ssize_t len = utf8proc_encode_char(folded[i], bytes);
            put_plain(&out, (Str){(const char *)bytes, (size_t)len});
        }
    }
    return buf_str(&out);
}

static bool in_word(Str rune) {
    utf8proc_int32_t r;
    if (utf8proc_iterate((const utf8proc_uint8_t *)rune.at, (utf8proc_ssize_t)rune.len, &r) < 0) return false;
    utf8proc_category_t c = utf8proc_category(r);
    return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_NO);
}

static bool silent(Str rune) { return str_eq(rune, S("'")) || str_eq(rune, S("’")); }

bool fold_word(Arena *a, Str *rest, Str *ret) {
    Buf out = {.arena = a};
    while (rest->len) {
        size_t n = str_rune(*rest);
        Str rune = {rest->at, n ? n : 1};
        *rest = (Str){rest->at + rune.len, rest->len - rune.len};
        if (n && in_word(rune))
            buf_put(&out, rune);
        else if (out.len && !silent(rune))
            break;
    }
    *ret = fold(a, buf_str(&out));
    return ret->len > 0 || rest->len > 0;
}
