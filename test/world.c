// The database half of a World: a copy of one that was filled once. The site half is world_site.c.
#include "world.h"

#include <stdio.h>
#include <stdlib.h>

#include "database.h"
#include "db/migrate.h"
#include "plan/pack.h"
#include "world.sql.h"

static World around(Str (*make)(Arena *a, Str pack), Str pack) {
    World w = {.arena = arena_open(), .now = INT64_C(1404291600000)};   // 2014-07-02T09:00Z
    Str *url = arena_new(w.arena, Str, 1);
    *url = make(w.arena, pack);
    w.inside = url;
    w.db = database_open(*url, w.arena);
    return w;
}

static Str bare(Arena *a, Str pack) {
    (void)pack;
    return database_new(a);
}

// A pack that does not load is no world to test in.
static void fill(Db *db, Arena *a, Str pack) {
    Buf out = {.arena = a};
    db_use(db, a);
    db_migrate(db, a, (Str){0});
    if (!pack_load_folder(a, db, pack, INT64_C(1404291600000), &out)) return;
    fprintf(stderr, "%.*s", STR_FMT(buf_str(&out)));
    abort();
}

static Str loaded(Arena *a, Str pack) { return database_like(a, pack, fill); }

World world_open(void) { return around(bare, (Str){0}); }

World world_open_with(Str pack) { return around(loaded, pack); }

// What waits is kept ready by the database itself, whatever wrote, through whichever feature (P1). A database
// that a test broke on purpose cannot be asked, and says nothing.
void world_todo_kept(World *w) {
    db_use(w->db, w->arena);
    Str amiss = world_todo_amiss(w->db);
    if (amiss.at) fprintf(stderr, "%.*s\n", STR_FMT(amiss));
    CHECK(!amiss.at);
}

void world_close(World *w) {
    if (db_fault(w->db).at) db_clear_fault(w->db);
    world_todo_kept(w);
    db_close(w->db);
    database_drop(*(Str *)w->inside);
    arena_close(w->arena);
}
