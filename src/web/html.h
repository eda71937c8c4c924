// Writing HTML: the type chooses the escaping. Templates (tools/mkview) call html_put() and nothing else.
#ifndef KITH_HTML_H
#define KITH_HTML_H

#include "base/base.h"

// Markup that is already safe: made by views, or by html_trusted(), which a reviewer greps for and which
// needs a "// trusted: why" on its line.
typedef struct Html {
    Str markup;
} Html;
// What a component says: text, or markup made by a view, which wins where both are given.
typedef struct Words {
    Str text;
    Html html;
} Words;
static inline bool words_any(Words w) { return w.text.len > 0 || w.html.markup.len > 0; }
// An address made by this program or checked to be http(s), mailto or a path.
typedef struct Url {
    Str text;
} Url;

void html_str(Buf *out, Str s);            // & < > " ' escaped, by runs
void html_cstr(Buf *out, const char *s);
void html_int(Buf *out, int64_t n);
void html_html(Buf *out, Html h);
void html_url(Buf *out, Url u);
void html_words(Buf *out, Words w);
static inline void html_i(Buf *out, int n) { html_int(out, n); }
static inline void html_l(Buf *out, long n) { html_int(out, n); }
static inline void html_ll(Buf *out, long long n) { html_int(out, n); }
static inline void html_z(Buf *out, size_t n) { html_int(out, (int64_t)n); }
#define html_put(out, v)                                                                                  \
    _Generic((v), Str: html_str, char *: html_cstr, const char *: html_cstr, int: html_i, long: html_l,   \
             long long: html_ll, size_t: html_z, Html: html_html, Url: html_url, Words: html_words)(out, v)
void html_path(Buf *out, Str s);           // percent-encoded for one part of a path or query
static inline void html_path_c(Buf *out, const char *s) { html_path(out, str_from(s)); }
// What mkview writes for a value that follows text in href="/…{{ }}".
#define html_part(out, v)                                                                                 \
    _Generic((v), Str: html_path, char *: html_path_c, const char *: html_path_c, int: html_i, long: html_l, \
             long long: html_ll, size_t: html_z)(out, v)

static inline Html html_of(const Buf *b) { return (Html){buf_str(b)}; }   // trusted: b was written by views
Html html_trusted(Str markup);
Url url_path(Arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));   // starts with / or #
bool url_read(Str s, Url *ret);            // http:, https:, mailto: or a path; anything else is refused

#endif
