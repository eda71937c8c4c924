// Arenas: chained blocks handed out front to back. The first blocks are kept at reset, so a worker that
// answers pages of usual size, forty kilobytes and what they are made of, asks the system for nothing. Under
// AddressSanitizer what is not handed out is poisoned: running over the end of an allocation, or reading what
// a reset took back, stops the test.
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED 1
#endif
#endif
#ifdef WATCHED
#include <sanitizer/asan_interface.h>
#define POISON(at, size) ASAN_POISON_MEMORY_REGION((at), (size))
#define UNPOISON(at, size) ASAN_UNPOISON_MEMORY_REGION((at), (size))
#define GAP 16
#else
#define POISON(at, size) ((void)(at), (void)(size))
#define UNPOISON(at, size) ((void)(at), (void)(size))
#define GAP 0
#endif

typedef struct Block Block;
struct Block {
    Block *next;
    size_t size;
    _Alignas(16) char bytes[];
};
struct Arena {
    char *at, *end;                        // what is free in the block in use
    Block *first, *now;
    size_t before;                         // bytes used in the blocks before this one
};

enum { BLOCK_LEAST = 16 << 10, BLOCK_MOST = 1 << 20, KEPT_AT_RESET = 512 << 10 };

void no_memory(void) {
    fputs("kith: out of memory, so it stops; what was saved is safe. Start it with more memory.\n", stderr);
    abort();
}

static Block *block_make(size_t size) {
    Block *b = malloc(sizeof(Block) + size);
    if (!b) no_memory();
    b->next = NULL;
    b->size = size;
    POISON(b->bytes, size);
    return b;
}

static void block_free(Block *b) {
    UNPOISON(b->bytes, b->size);
    free(b);
}

static void use(Arena *a, Block *b) {
    a->now = b;
    a->at = b->bytes;
    a->end = b->bytes + b->size;
}

Arena *arena_open(void) {
    Arena *a = malloc(sizeof *a);
    if (!a) no_memory();
    a->first = block_make(BLOCK_LEAST);
    a->before = 0;
    use(a, a->first);
    return a;
}

void arena_reset(Arena *a) {
    size_t kept = 0;
    for (Block **p = &a->first; *p;) {
        Block *b = *p;
        if (b == a->first || kept + b->size <= KEPT_AT_RESET) {
            kept += b->size;
            POISON(b->bytes, b->size);
            p = &b->next;
        } else {
            *p = b->next;
            block_free(b);
        }
    }
    a->before = 0;
    use(a, a->first);
}

void arena_close(Arena *a) {
    if (!a) return;
    for (Block *b = a->first, *next; b; b = next) {
        next = b->next;
        block_free(b);
    }
    free(a);
}

// Goes on to a block with room for `need` bytes: the next one kept from before, or a new one put after this.
static void next_block(Arena *a, size_t need) {
    a->before += (size_t)(a->at - a->now->bytes);
    Block *b = a->now->next;
    if (!b || b->size < need) {
        size_t size = a->now->size * 2 < BLOCK_MOST ? a->now->size * 2 : BLOCK_MOST;
        b = block_make(size > need ? size : need);
        b->next = a->now->next;
        a->now->next = b;
    }
    use(a, b);
}

static char *aligned(char *at, size_t align) { return at + (-(uintptr_t)at & (align - 1)); }

static char *take(Arena *a, size_t bytes, size_t align) {
    size_t need;
    if (__builtin_add_overflow(bytes, align + GAP, &need)) no_memory();
    if ((size_t)(a->end - a->at) < need) next_block(a, need);
    char *at = aligned(a->at, align);
    a->at = at + bytes + GAP;
    UNPOISON(at, bytes);
    return at;
}

void *arena_alloc(Arena *a, size_t size, size_t align, size_t n) {
    size_t bytes;
    if (__builtin_mul_overflow(size, n, &bytes)) no_memory();
    return memset(take(a, bytes, align), 0, bytes);
}

char *arena_text(Arena *a, size_t n) { return take(a, n, 1); }

size_t arena_used(const Arena *a) { return a->before + (size_t)(a->at - a->now->bytes); }
