// A database that cannot be opened says why and what to do.
#include "database.h"
#include "db/db.h"
#include "test.h"

static void check_refused(Str url, bool writes, Str want) {
    Arena *a = arena_open();
    Str why = {0};
    CHECK(!db_open(url, writes, &why, a));
    if (!str_has(why, want)) CHECK_STR(why, want);
    arena_close(a);
}

TEST(a_database_that_cannot_be_opened_says_what_to_do) {
    check_refused(S("mysql:x"), true, S("Write sqlite:PATH or postgresql://USER@HOST/NAME."));
    check_refused(S("sqlite:/nowhere/at/all.db"), true,
                  S("The folder /nowhere/at does not exist. Make it (mkdir -p /nowhere/at)"));
    check_refused(S("sqlite:/tmp/kith-no-such.db"), false,
                  S("There is no database at /tmp/kith-no-such.db."));
    check_refused(S("sqlite:/etc/hostname"), true, S("not a database"));
    check_refused(S("postgresql://kith@127.0.0.1:9/kith"), true, S("The server cannot be reached; start it"));
}

TEST(a_postgresql_database_or_user_that_is_not_there_is_said) {
    if (!database_postgres()) return test_skip("needs PostgreSQL");
    Arena *a = arena_open();
    Str gone = database_empty(a);
    database_drop(gone);
    check_refused(gone, true, S("There is no such database; make it with createdb"));
    arena_close(a);
}
