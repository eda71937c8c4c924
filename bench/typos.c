// Prints misspelt searches for people of a database, one a line, as JSON: whom they are after, the form to
// post, and what went wrong. The model is test/typo.c; bench/find.mjs posts them.
//     bench-typos DATABASE HOW-MANY SEED
#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "db/db.h"
#include "typo.h"
#include "typo.sql.h"
#include "voice/demo/names.h"

static Str encoded(Arena *a, Str text) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (plain) buf_byte(&out, (char)c);
        else buf_fmt(&out, "%%%02X", c);
    }
    return buf_str(&out);
}

static void print_search(Arena *a, const TypoRow *row, uint64_t *random) {
    TypoPerson p = {.id = row->id, .given = row->given, .family = row->family, .born = row->born_on,
                    .postcode = row->postcode.at ? row->postcode : S("")};
    Typed t = typo_typed(a, &p, random);
    Buf out = {.arena = a};
    Json j = {.out = &out};
    json_open(&j, '{');
    json_key(&j, S("id"));
    json_int(&j, p.id);
    json_key(&j, S("form"));
    json_str(&j, str_fmt(a, "name=%.*s&born=%s&place=%s", STR_FMT(encoded(a, t.name)),
                         str_c(a, encoded(a, t.born)), str_c(a, encoded(a, t.place))));
    json_key(&j, S("slips"));
    json_str(&j, t.slips);
    json_close(&j, '}');
    printf("%.*s\n", STR_FMT(buf_str(&out)));
}

int main(int n, char **arg) {
    Arena *a = arena_open();
    Str why = {0};
    Db *db = n == 4 ? db_open(str_from(arg[1]), false, &why, a) : NULL;
    if (!db) {
        fprintf(stderr, "usage: bench-typos DATABASE HOW-MANY SEED\n%.*s\n", STR_FMT(why));
        return 2;
    }
    db_use(db, a);
    db_begin_read(db);
    uint64_t random = strtoull(arg[3], NULL, 10);
    uint64_t last = (uint64_t)typo_last(db), many = strtoull(arg[2], NULL, 10);
    for (uint64_t i = 0; i < many; i++) {
        TypoRowList row = typo_people(db, (int64_t)(demo_random(&random) % last), 1);
        if (row.len) print_search(a, &row.at[0], &random);
    }
    bool whole = !db_fault(db).at;
    db_end_read(db);
    db_close(db);
    arena_close(a);
    return whole ? 0 : 1;
}
