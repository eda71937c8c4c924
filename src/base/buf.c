// Buffers that grow in an arena by doubling: pages, files and sentences are written into these.
#include "base/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void buf_grow(Buf *b, size_t more) {
    size_t need, cap = b->cap ? b->cap : 128;
    if (__builtin_add_overflow(b->len, more, &need)) no_memory();
    while (cap < need)
        if (__builtin_mul_overflow(cap, 2, &cap)) no_memory();
    char *at = arena_text(b->arena, cap);
    if (b->len) memcpy(at, b->at, b->len);
    b->at = at;
    b->cap = cap;
}

void buf_int(Buf *b, int64_t n) {
    char digits[20], *at = digits + sizeof digits;
    uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;
    do *--at = (char)('0' + left % 10); while (left /= 10);
    if (n < 0) *--at = '-';
    buf_put(b, (Str){at, (size_t)(digits + sizeof digits - at)});
}

void buf_fmt(Buf *b, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t room = b->cap - b->len;
    int n = vsnprintf(room ? b->at + b->len : NULL, room, format, args);
    if (n < 0) abort();                    // a format that cannot be printed is a mistake in the program
    if ((size_t)n >= room) {
        buf_room(b, (size_t)n + 1);
        vsnprintf(b->at + b->len, (size_t)n + 1, format, again);
    }
    b->len += (size_t)n;
    va_end(again);
    va_end(args);
}
