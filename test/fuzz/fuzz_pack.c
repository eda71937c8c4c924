// Whatever is in the files of a pack, reading them ends, and every fault names a file and says something. The
// input is cut into files: a line "== measures.csv" begins the next one.
#include <stdlib.h>

#include "plan/pack.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static PackSource cut(Arena *a, Str text) {
    PackSource s = {0, arena_new(a, PackText, 64)};
    Str piece = str_cut(&text, S("== "));
    while (text.at && s.len < 64) {
        piece = str_cut(&text, S("== "));
        Str body = piece, name = str_cut(&body, S("\n"));
        s.at[s.len++] = (PackText){name, body.at ? body : S("")};
    }
    return s;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *a = arena_open();
    const Pack *p = pack_read(a, cut(a, (Str){(const char *)data, size}));
    for (size_t i = 0; i < p->n_faults; i++) must(p->fault[i].sentence.len > 0);
    for (int f = 0; f < PACK_FILES; f++)
        for (size_t i = 0; i < p->table[f].len; i++) must(p->table[f].row[i].line > 1);
    arena_close(a);
    return 0;
}
