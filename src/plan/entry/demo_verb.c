// kith demo: the demonstration's people, lines of the plan for the one who enters figures, and families.
#include <stdio.h>

#include "access/verbs.h"
#include "plan/entry/entry.sql.h"
#include "plan/entry/verbs.h"
#include "plan/plan_cli.h"
#include "voice/demo/demo.h"

// The same for the same words after --seed.
static uint64_t seed_of(Str words) {
    uint64_t seed = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < words.len; i++) seed = (seed ^ (uint8_t)words.at[i]) * UINT64_C(1099511628211);
    return seed;
}

int entry_demo(Cli *c) {
    int64_t children = 0;
    Str asked = cli_flag(c, "children");
    if (asked.at && (!str_int(asked, &children) || children < 0 || children > 5000000)) {
        fputs("kith: --children is how many to make up, from 0 to 5000000\n", stderr);
        return 2;
    }
    uint64_t seed = seed_of(cli_flag(c, "seed"));
    int code = verb_demo(c);
    if (code) return code;
    Db *db = plan_open(c, true);
    if (!db) return 1;
    db_begin(db);
    entry_demo_lines(db);
    Str why = db_commit(db) ? demo_families(c->arena, db, children, seed, time_now()) : S("It was not kept.");
    db_close(db);
    if (!why.at) return 0;
    fprintf(stderr, "kith: %.*s\n", STR_FMT(why));
    return 1;
}
