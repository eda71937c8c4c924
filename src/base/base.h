// The ground everything stands on: views of text, arenas, growing buffers.
// Uses nothing but libc.
#ifndef KITH_BASE_H
#define KITH_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

// "No value": what a null integer column reads as, and what binds as null.
#define NONE INT64_MIN

// A Str is a view of bytes owned by someone else: a literal, or an arena.
// A Str whose `at` is NULL is absent (SQL null); S("") is present and empty.
typedef struct Str {
    const char *at;
    size_t len;
} Str;
#define S(literal) ((Str){(literal), sizeof(literal) - 1})
#define STR_FMT(s) (int)(s).len, (s).len ? (s).at : ""   // for "%.*s"

// An Arena owns everything made while answering one request. Nothing in it is
// freed singly; arena_reset() frees it all. Running out of memory ends the
// process, so no caller tests for NULL.
typedef struct Arena Arena;
Arena *arena_open(void);
void arena_reset(Arena *a);
void arena_close(Arena *a);                                  // NULL is fine
void *arena_alloc(Arena *a, size_t size, size_t align, size_t n);   // zeroed
char *arena_text(Arena *a, size_t n);                        // not zeroed: for text about to be written
size_t arena_used(const Arena *a);                           // bytes handed out since it was opened or reset
_Noreturn void no_memory(void);                              // how running out ends
#define arena_new(a, T, n) ((T *)arena_alloc((a), sizeof(T), _Alignof(T), (n)))

Str str_from(const char *c);                                 // NULL gives an absent Str
Str str_copy(Arena *a, Str s);
char *str_c(Arena *a, Str s);                                // a NUL-terminated copy, for library borders
Str str_fmt(Arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str str_vfmt(Arena *a, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
bool str_eq(Str a, Str b);                                   // the bytes alone: absent equals empty
bool str_eq_fold(Str a, Str b);                              // ASCII case ignored
int str_cmp(Str a, Str b);                                   // bytewise, as strcmp
bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
bool str_has(Str s, Str needle);
ptrdiff_t str_find(Str s, Str needle);                       // offset, or -1
Str str_trim(Str s);                                         // without ASCII white space at both ends
// What stands before `at`; *rest becomes what follows it, absent at the end.
Str str_cut(Str *rest, Str at);
bool str_int(Str s, int64_t *ret);                           // the whole of s; *ret set only on success
bool str_utf8(Str s);                                        // well-formed UTF-8 without NUL
size_t str_rune(Str s);                                      // bytes of its first character; 0: not UTF-8
Str str_hex(Arena *a, const uint8_t *bytes, size_t n);
bool str_unhex(Str s, uint8_t *ret, size_t n);               // exactly n bytes

// A Buf grows in an arena. Buf b = {.arena = a};
typedef struct Buf {
    Arena *arena;
    char *at;
    size_t len, cap;
} Buf;
void buf_grow(Buf *b, size_t more);
// Makes sure that `more` bytes fit. This and the next two stand here because a page is thousands of them.
static inline void buf_room(Buf *b, size_t more) {
    if (b->cap - b->len < more) buf_grow(b, more);
}
static inline void buf_put(Buf *b, Str s) {
    buf_room(b, s.len);
    if (s.len) memcpy(b->at + b->len, s.at, s.len);
    b->len += s.len;
}
static inline void buf_byte(Buf *b, char c) {
    buf_room(b, 1);
    b->at[b->len++] = c;
}
void buf_int(Buf *b, int64_t n);
void buf_fmt(Buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline Str buf_str(const Buf *b) { return (Str){b->at ? b->at : "", b->len}; }
#define buf_lit(b, literal) buf_put((b), S(literal))

#endif
