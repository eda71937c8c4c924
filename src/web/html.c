// Escaping by runs: what needs none, nearly everything, is copied whole.
#include "web/html.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/log.h"

static const Str entities[256] = {
    ['&'] = S("&amp;"), ['<'] = S("&lt;"), ['>'] = S("&gt;"), ['"'] = S("&quot;"), ['\''] = S("&#39;"),
};

void html_str(Buf *out, Str s) {
    size_t start = 0;
    for (size_t i = 0; i < s.len; i++) {
        Str entity = entities[(unsigned char)s.at[i]];
        if (!entity.len) continue;
        buf_put(out, (Str){s.at + start, i - start});
        buf_put(out, entity);
        start = i + 1;
    }
    if (s.len > start) buf_put(out, (Str){s.at + start, s.len - start});
}

void html_cstr(Buf *out, const char *s) { html_str(out, str_from(s)); }
void html_int(Buf *out, int64_t n) { buf_int(out, n); }
void html_html(Buf *out, Html h) { buf_put(out, h.markup); }
void html_url(Buf *out, Url u) { html_str(out, u.text); }

void html_words(Buf *out, Words w) {
    if (w.html.markup.len) html_html(out, w.html);
    else html_str(out, w.text);
}

Html html_trusted(Str markup) { return (Html){markup}; }   // trusted: its callers give the reason

static bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

void html_path(Buf *out, Str s) {
    static const char hex[] = "0123456789ABCDEF";
    for (size_t i = 0; i < s.len; i++) {
        unsigned char byte = (unsigned char)s.at[i];
        if (is_unreserved(s.at[i])) {
            buf_byte(out, s.at[i]);
        } else {
            buf_byte(out, '%');
            buf_byte(out, hex[byte >> 4]);
            buf_byte(out, hex[byte & 15]);
        }
    }
}

// Browsers drop tabs and newlines inside an address and read \ as /, so neither may stand in one.
static bool has_strange_byte(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] <= ' ' || s.at[i] == '\\' || s.at[i] == 0x7f) return true;
    return false;
}

static bool is_own_path(Str s) { return str_starts(s, S("/")) && !str_starts(s, S("//")); }

static bool has_scheme(Str s, Str scheme) {
    return s.len > scheme.len && str_eq_fold((Str){s.at, scheme.len}, scheme);
}

bool url_read(Str s, Url *ret) {
    static const Str schemes[] = {S("http://"), S("https://"), S("mailto:")};
    bool good = is_own_path(s) || str_starts(s, S("#"));
    for (size_t i = 0; i < COUNT(schemes); i++) good |= has_scheme(s, schemes[i]);
    if (!good || has_strange_byte(s)) return false;
    *ret = (Url){s};
    return true;
}

Url url_path(Arena *a, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Url url = {str_vfmt(a, format, args)};
    va_end(args);
    if ((!is_own_path(url.text) && !str_starts(url.text, S("#"))) || has_strange_byte(url.text)) {
        log_line("bad_path", "made_by=url_path length=%zu", url.text.len);
        url.text = S("/");
    }
    return url;
}
