// Drawing a sample: at random, so that nobody picks, and by a seed that is kept, so that anybody can draw it
// again and see the same.
#include <sodium.h>
#include <stdlib.h>

#include "pathway/quality/quality.h"

typedef struct Lot {
    uint8_t hash[32];
    int64_t id;
} Lot;

static int by_lot(const void *a, const void *b) { return memcmp(a, b, sizeof(((Lot *)0)->hash)); }

static Lot lot_of(Str seed, int64_t id) {
    Lot lot = {.id = id};
    uint8_t number[8];
    for (int i = 0; i < 8; i++) number[i] = (uint8_t)((uint64_t)id >> (8 * i));
    crypto_generichash(lot.hash, sizeof lot.hash, number, sizeof number, (const uint8_t *)seed.at, seed.len);
    return lot;
}

size_t quality_draw(Str seed, const int64_t *at, size_t n, size_t want, int64_t *ret) {
    Arena *a = arena_open();
    Lot *lots = arena_new(a, Lot, n + 1);
    for (size_t i = 0; i < n; i++) lots[i] = lot_of(seed, at[i]);
    if (n) qsort(lots, n, sizeof *lots, by_lot);
    size_t drawn = n < want ? n : want;
    for (size_t i = 0; i < drawn; i++) ret[i] = lots[i].id;
    arena_close(a);
    return drawn;
}
