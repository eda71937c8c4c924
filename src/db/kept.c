// What the partnership set up (words, signs, editions, settings) is read for nearly every page and changed
// now and then. A reader keeps the answers to such questions (marked `kept` in their .sql) for as long as the
// database says that they are the newest: triggers count the changes (schema/040_kept.sql), and whoever finds
// out who asks for a page finds the count, in the page's own snapshot.
#include <stdlib.h>

#include "db/engine.h"

void kept_close(Db *db) {
    if (db->kept.arena) arena_close(db->kept.arena);
    db->kept = (KeptAll){0};
}

void db_kept_version(Db *db, int64_t version) {
    KeptAll *k = &db->kept;
    if (db->writes || version == NONE) return;       // what a writer changes it must see
    if (!k->arena) k->arena = arena_open();
    if (k->version != version) arena_reset(k->arena), k->n = 0;
    k->version = version;
    k->good = true;
}

static size_t size_of(char letter) { return letter == 't' || letter == 'b' ? sizeof(Str) : sizeof(int64_t); }

// A row is its columns one after the other, as mkquery declares them.
static size_t row_size(const Query *q) {
    size_t size = 0;
    for (const char *letter = q->columns; *letter; letter++) size += size_of(*letter);
    return size;
}

static void copy_texts(Arena *a, const Query *q, char *row) {
    for (const char *letter = q->columns; *letter; row += size_of(*letter++)) {
        Str text;
        if (size_of(*letter) != sizeof text) continue;
        memcpy(&text, row, sizeof text);
        if (text.at) text = str_copy(a, text);
        memcpy(row, &text, sizeof text);
    }
}

bool db_keeps(const Db *db) { return db->kept.good; }

bool db_kept(Db *db, const Query *q, void *ret_rows, size_t *ret_len) {
    KeptAll *k = &db->kept;
    for (size_t i = 0; k->good && i < k->n; i++) {
        if (k->at[i].query != q) continue;
        memcpy(ret_rows, &k->at[i].rows, sizeof k->at[i].rows);
        *ret_len = k->at[i].len;
        return true;
    }
    return false;
}

void db_keep(Db *db, const Query *q, const void *rows, size_t len) {
    KeptAll *k = &db->kept;
    if (!k->good || db->fault_len || db->together == ASKING || k->n == MAX_KEPT) return;
    size_t size = row_size(q);
    char *copy = arena_alloc(k->arena, size, _Alignof(max_align_t), len + 1);
    if (len) memcpy(copy, rows, len * size);
    for (size_t i = 0; i < len; i++) copy_texts(k->arena, q, copy + i * size);
    k->at[k->n++] = (Kept){q, copy, len};
}
