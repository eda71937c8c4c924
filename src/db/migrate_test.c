// The schema arrives the same by every road, on both engines.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "database.h"
#include "db/migrate.h"
#include "db/migrate_test.sql.h"
#include "db/translate.h"
#include "test.h"

// Every table's every column as one text.
static Str shape(Db *db, Arena *a) {
    Buf out = {.arena = a};
    ShapeList columns = shape_columns(db);
    for (size_t i = 0; i < columns.len; i++) {
        const Shape *s = &columns.at[i];
        buf_fmt(&out, "%.*s.%.*s %.*s %lld\n", STR_FMT(s->tab), STR_FMT(s->col), STR_FMT(s->type),
                (long long)s->required);
    }
    return buf_str(&out);
}

extern const Text schema_files[];
extern const size_t n_schema_files;

static int number_of(const Text *t) {
    int64_t n = 0;
    str_int((Str){t->name.at, 3}, &n);
    return (int)n;
}

typedef struct Fresh {
    Arena *arena;
    Str url;
    Db *db;
} Fresh;
static Fresh fresh(void) {
    Fresh f = {.arena = arena_open()};
    f.url = database_empty(f.arena);
    f.db = database_open(f.url, f.arena);
    return f;
}
static void close_fresh(Fresh *f) {
    db_close(f->db);
    database_drop(f->url);
    arena_close(f->arena);
}
#define FRESH(f) Fresh f __attribute__((cleanup(close_fresh))) = fresh()

TEST(a_schema_reached_from_any_earlier_version_is_the_schema_of_a_new_database) {
    FRESH(new);
    CHECK_STR(db_migrate(new.db, new.arena, (Str){0}), (Str){0});
    Str want = shape(new.db, new.arena);
    CHECK(want.len > 500);
    for (size_t i = 0; i + 1 < n_schema_files; i++) {
        int version = number_of(&schema_files[i]);
        FRESH(old);
        CHECK_STR(db_migrate_to(old.db, old.arena, version), (Str){0});
        CHECK_INT(db_version(old.db), version);
        CHECK_STR(db_migrate(old.db, old.arena, (Str){0}), (Str){0});
        CHECK_INT(db_version(old.db), schema_version());
        CHECK_STR(shape(old.db, old.arena), want);
    }
}

TEST(what_is_in_a_database_outlives_its_migration) {
    FRESH(f);
    CHECK_STR(db_migrate_to(f.db, f.arena, 1), (Str){0});
    keep_setting(f.db, S("kept"), S("a value with ' and é"), 1);
    CHECK_STR(db_migrate(f.db, f.arena, (Str){0}), (Str){0});
    CHECK_STR(kept_setting(f.db, S("kept")), S("a value with ' and é"));
}

TEST(what_waited_before_the_list_was_kept_stands_on_it) {    // P1
    FRESH(f);
    CHECK_STR(db_migrate_to(f.db, f.arena, 36), (Str){0});
    db_exec(f.db, "insert into agency (id, name, kind, created_at) values (1, 'Council', 'council', 1)");
    db_exec(f.db, "insert into account (id, email, name, agency_id, created_at) "
                  "values (7, 'a@b.example', 'Ann', 1, 1)");
    db_exec(f.db, "insert into person (id, name, created_at) values (1, 'Amina', 1)");
    db_exec(f.db, "insert into child_view (person_id, words, how, about, said_at, owner_id) "
                  "values (1, 'Talk to me', 'typed it', 'Talking', 1, 7)");
    CHECK_STR(db_migrate(f.db, f.arena, (Str){0}), (Str){0});
    CHECK_STR(migrate_test_waits(f.db), S("view of 7: Talking"));
}

TEST(migrating_twice_changes_nothing) {
    FRESH(f);
    CHECK_STR(db_migrate(f.db, f.arena, (Str){0}), (Str){0});
    Str before = shape(f.db, f.arena);
    int64_t steps = steps_taken(f.db);
    CHECK_STR(db_migrate(f.db, f.arena, (Str){0}), (Str){0});
    CHECK_STR(shape(f.db, f.arena), before);
    CHECK_INT(steps_taken(f.db), steps);
}

TEST(a_database_newer_than_the_program_is_refused) {
    FRESH(f);
    db_migrate(f.db, f.arena, (Str){0});
    step_from_the_future(f.db, schema_version() + 1);
    Str why = db_migrate(f.db, f.arena, (Str){0});
    CHECK(str_starts(why, S("This database was made by a newer Kith")));
}

TEST(a_database_of_another_program_is_refused) {
    FRESH(f);
    db_exec(f.db, "create table somebody_elses (id integer)");
    CHECK(str_starts(db_migrate(f.db, f.arena, (Str){0}),
                     S("This database holds tables that are not Kith's.")));
    CHECK_INT(db_version(f.db), 0);
}

TEST(a_step_that_fails_leaves_the_version_before_it) {
    FRESH(f);
    CHECK_STR(db_migrate_to(f.db, f.arena, 1), (Str){0});
    db_exec(f.db, "create table agency (id integer)");      // in the way of the second step
    Str before = shape(f.db, f.arena);
    Str why = db_migrate(f.db, f.arena, (Str){0});
    CHECK(str_starts(why, S("The database stays at version 1: the step 002_access.sql failed")));
    CHECK_INT(db_version(f.db), 1);
    CHECK_STR(shape(f.db, f.arena), before);
}

TEST(a_backup_is_made_before_a_migration_and_can_be_opened) {
    if (database_postgres()) return test_skip("PostgreSQL's backups are made with its own tools");
    FRESH(f);
    CHECK_STR(db_migrate_to(f.db, f.arena, 1), (Str){0});
    keep_setting(f.db, S("kept"), S("yes"), 1);
    Str path = db_backup_path(f.db, f.arena, INT64_C(1404291900000));
    CHECK(str_ends(path, S(".db.version-1.2014-07-02T09:05:00Z.backup")));
    CHECK_STR(db_migrate(f.db, f.arena, path), (Str){0});
    Str url = str_fmt(f.arena, "sqlite:%.*s", STR_FMT(path));
    Db *backup = database_open(url, f.arena);
    CHECK_INT(db_version(backup), 1);
    CHECK_STR(kept_setting(backup, S("kept")), S("yes"));
    db_close(backup);
    database_drop(url);
}

TEST(a_backup_that_cannot_be_made_stops_the_migration) {
    if (database_postgres()) return test_skip("PostgreSQL's backups are made with its own tools");
    FRESH(f);
    CHECK_STR(db_migrate_to(f.db, f.arena, 1), (Str){0});
    Str why = db_migrate(f.db, f.arena, S("/nowhere/at/all"));
    CHECK(str_starts(why,
                     S("The database was not changed, for it could not be copied to /nowhere/at/all first")));
    CHECK_INT(db_version(f.db), 1);
}

static int migrate_in_child(Str url) {
    Arena *a = arena_open();
    Db *db = database_open(url, a);
    Str why = db_migrate(db, a, (Str){0});
    if (why.at) fprintf(stderr, "%.*s\n", STR_FMT(why));
    return why.at != NULL;
}

TEST(nodes_that_start_together_migrate_once) {
    FRESH(f);
    for (int i = 0; i < 4; i++)
        if (!fork()) _exit(migrate_in_child(f.url));
    for (int i = 0, status; i < 4; i++) {
        wait(&status);
        CHECK_INT(status, 0);
    }
    CHECK_INT(db_version(f.db), schema_version());
    CHECK_INT(steps_taken(f.db), n_schema_files - 1);    // the first makes the list of versions
}

TEST(postgresql_gets_the_same_schema_in_its_own_words) {
    static const struct {
        const char *sqlite, *postgres;
    } cases[] = {
        {"create table a (id integer primary key, b text not null) strict;",
         "create table a (id bigint generated by default as identity primary key, "
         "b text collate \"C\" not null) ;"},
        {"create table a (x real, y blob) without rowid, strict;",
         "create table a (x double precision, y bytea)  ;"},
        {"create table \"text\" ( -- integer, text\n a integer check (a in (0, 1)));",
         "create table \"text\" ( -- integer, text\n a bigint check (a in (0, 1)));"},
        {"create table a (b text default 'blob real ''text''');",
         "create table a (b text collate \"C\" default 'blob real ''text''');"},
        {"create table a (b integer check (cast(b as text) <> ''), primary key (b));",
         "create table a (b bigint check (cast(b as text) <> ''), primary key (b));"},
        {"alter table a add column b text; create index i on a (b, text);",
         "alter table a add column b text collate \"C\"; create index i on a (b, text);"},
        {"create trigger t after insert on a begin insert into b select * from c where id = new.id; end;",
         "create function t() returns trigger language plpgsql as $$ begin "
         "insert into b select * from c where id = new.id; return null; end $$;\n"
         "create trigger t after insert on a for each row  execute function t();"},
        {"create trigger t after update of b, c on a when (old.b <> new.b) begin "
         "update c set d = case when e = 1 then cast(1 as integer) end; delete from c; end; drop view v;",
         "create function t() returns trigger language plpgsql as $$ begin "
         "update c set d = case when e = 1 then cast(1 as bigint) end; delete from c; return null; end $$;\n"
         "create trigger t after update of b, c on a for each row when (old.b <> new.b) "
         "execute function t(); drop view v;"},
        {"create trigger t after delete on a begin select 1 from b where c = (select 1); delete from d; end;",
         "create function t() returns trigger language plpgsql as $$ begin "
         "perform 1 from b where c = (select 1) for update; delete from d; return null; end $$;\n"
         "create trigger t after delete on a for each row  execute function t();"},
        {"drop trigger t; drop table a;", "drop function t() cascade; drop table a;"},
    };
    Arena *a = arena_open();
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str why = {0};
        CHECK_STR(schema_for_postgres(a, str_from(cases[i].sqlite), &why), str_from(cases[i].postgres));
        CHECK_STR(why, (Str){0});
    }
    arena_close(a);
}

#define NOT_SO                                                                                               \
    "line 1: a trigger is written “create trigger NAME after … on TABLE [when (…)] begin …; end;”."

TEST(what_the_engines_would_take_differently_is_refused_in_a_schema) {
    static const struct {
        const char *sql, *why;
    } cases[] = {
        {"create table a (id integer primary key autoincrement);",
         "line 1: “autoincrement” cannot be used: integer primary key is enough."},
        {"create table a (\n b text collate NOCASE);",
         "line 2: “NOCASE” cannot be used: PostgreSQL has no such collation; make an index on lower(…)."},
        {"create table a (b boolean);",
         "line 1: “boolean” cannot be used: a boolean is an integer checked in (0, 1)."},
        {"create virtual table a using fts5 (b);",
         "line 1: “virtual” cannot be used: PostgreSQL has no virtual tables."},
        {"create trigger t\nbefore insert on a begin delete from b; end;", NOT_SO},
        {"create trigger t\ninstead of insert on a begin delete from b; end;", NOT_SO},
        {"create temp trigger t\nafter insert on a begin delete from b; end;",
         "line 1: a trigger is created or dropped, nothing else."},
        {"create trigger if not exists t\nafter insert on a begin delete from b; end;", NOT_SO},
        {"create trigger t\nafter insert on a begin delete from b end;", NOT_SO},
        {"create trigger t\nafter insert on a begin delete from b;", NOT_SO},
        {"create trigger t after insert on a\nbegin select raise(abort, 'no'); end;",
         "line 2: “raise” cannot be used: what must not be is a check, or is refused in C."},
        {"create trigger t after insert on a begin\n update b set c = ifnull(c, 0);\nend;",
         "line 2: “ifnull” cannot be used: say coalesce."},
        {"alter table a disable trigger t;", "line 1: a trigger is created or dropped, nothing else."},
    };
    Arena *a = arena_open();
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str why = {0};
        CHECK_STR(schema_for_postgres(a, str_from(cases[i].sql), &why), (Str){0});
        CHECK_STR(why, str_from(cases[i].why));
    }
    arena_close(a);
}
