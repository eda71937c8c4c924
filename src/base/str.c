// Views of text. Nothing here changes what it is given; what must be made is made in an arena.
#include "base/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

Str str_from(const char *c) { return (Str){c, c ? strlen(c) : 0}; }

Str str_copy(Arena *a, Str s) {
    if (!s.at) return s;
    char *at = arena_text(a, s.len);
    if (s.len) memcpy(at, s.at, s.len);
    return (Str){at, s.len};
}

char *str_c(Arena *a, Str s) {
    char *at = arena_text(a, s.len + 1);
    if (s.len) memcpy(at, s.at, s.len);
    at[s.len] = 0;
    return at;
}

// Printed once where it is short, which nearly all of a page is.
Str str_vfmt(Arena *a, const char *format, va_list args) {
    char brief[200];
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(brief, sizeof brief, format, args);
    if (n < 0) abort();                    // a format that cannot be printed is a mistake in the program
    char *at = arena_text(a, (size_t)n + 1);
    if ((size_t)n < sizeof brief) memcpy(at, brief, (size_t)n + 1);
    else vsnprintf(at, (size_t)n + 1, format, again);
    va_end(again);
    return (Str){at, (size_t)n};
}

Str str_fmt(Arena *a, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Str s = str_vfmt(a, format, args);
    va_end(args);
    return s;
}

bool str_eq(Str a, Str b) { return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len)); }

// Not strncasecmp: that follows the locale and stops at a NUL.
static char folded(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c; }

bool str_eq_fold(Str a, Str b) {
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++)
        if (folded(a.at[i]) != folded(b.at[i])) return false;
    return true;
}

int str_cmp(Str a, Str b) {
    size_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.at, b.at, n) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(Str s, Str prefix) {
    return s.len >= prefix.len && str_eq((Str){s.at, prefix.len}, prefix);
}

bool str_ends(Str s, Str suffix) {
    return s.len >= suffix.len &&
           (!suffix.len || str_eq((Str){s.at + s.len - suffix.len, suffix.len}, suffix));
}

bool str_has(Str s, Str needle) { return str_find(s, needle) >= 0; }

ptrdiff_t str_find(Str s, Str needle) {
    if (!needle.len) return 0;
    if (needle.len > s.len) return -1;
    const char *hit = memmem(s.at, s.len, needle.at, needle.len);
    return hit ? hit - s.at : -1;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

Str str_trim(Str s) {
    while (s.len && is_space(s.at[0])) s.at++, s.len--;
    while (s.len && is_space(s.at[s.len - 1])) s.len--;
    return s;
}

Str str_cut(Str *rest, Str at) {
    Str all = *rest;
    ptrdiff_t hit = at.len ? str_find(all, at) : -1;
    if (hit < 0) {
        *rest = (Str){0};
        return all;
    }
    size_t after = (size_t)hit + at.len;
    *rest = (Str){all.at + after, all.len - after};
    return (Str){all.at, (size_t)hit};
}

bool str_int(Str s, int64_t *ret) {
    bool minus = s.len && s.at[0] == '-';
    if (s.len == (size_t)minus) return false;
    int64_t n = 0;
    for (size_t i = minus; i < s.len; i++) {
        if (s.at[i] < '0' || s.at[i] > '9') return false;
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, s.at[i] - '0', &n)) return false;
    }
    *ret = minus ? -n : n;                 // so INT64_MIN, which is NONE, cannot be written
    return true;
}

// How many bytes a character has that starts with this one; 0 where none does.
static size_t rune_length(uint8_t lead) {
    if (lead < 0x80) return lead != 0;
    if (lead < 0xC2) return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

// Neither a longer way of writing it, nor half a surrogate pair, nor past the last character.
static bool second_fits(uint8_t lead, uint8_t second) {
    switch (lead) {
    case 0xE0: return second >= 0xA0;
    case 0xED: return second < 0xA0;
    case 0xF0: return second >= 0x90;
    case 0xF4: return second < 0x90;
    default: return true;
    }
}

// Rule: RFC 3629, and table 3-7 of the Unicode Standard.
size_t str_rune(Str s) {
    const uint8_t *p = (const uint8_t *)s.at;
    size_t n = s.len ? rune_length(p[0]) : 0;
    if (n > s.len || (n > 1 && !second_fits(p[0], p[1]))) return 0;
    for (size_t i = 1; i < n; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    return n;
}

// How many bytes are plain ASCII from the start, looked at eight at a time: most text is nothing else.
static size_t ascii_run(Str s) {
    size_t n = 0;
    for (uint64_t word; s.len - n >= sizeof word; n += sizeof word) {
        memcpy(&word, s.at + n, sizeof word);
        uint64_t has_nought = (word - 0x0101010101010101) & ~word;
        if ((word | has_nought) & 0x8080808080808080) break;
    }
    return n;
}

bool str_utf8(Str s) {
    while (s.len) {
        size_t n = ascii_run(s);
        if (!n) n = str_rune(s);
        if (!n) return false;
        s.at += n;
        s.len -= n;
    }
    return true;
}

Str str_hex(Arena *a, const uint8_t *bytes, size_t n) {
    char *at = arena_text(a, 2 * n);
    for (size_t i = 0; i < n; i++) {
        at[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
        at[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
    }
    return (Str){at, 2 * n};
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = folded(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool str_unhex(Str s, uint8_t *ret, size_t n) {
    if (s.len != 2 * n) return false;
    for (size_t i = 0; i < s.len; i++)
        if (hex_digit(s.at[i]) < 0) return false;
    for (size_t i = 0; i < n; i++)
        ret[i] = (uint8_t)(hex_digit(s.at[2 * i]) << 4 | hex_digit(s.at[2 * i + 1]));
    return true;
}
