// What is kept from page to page is what the database says, by the count of its changes.
#include "database.h"
#include "db/db_test.h"
#include "db/db_test.sql.h"
#include "test.h"

typedef struct Base {
    Arena *arena;
    Str url;
    Db *writer, *reader;
} Base;
static Base base(void) {
    Base b = {.arena = arena_open()};
    Str why = {0};
    b.url = db_test_things(b.arena);
    b.writer = database_open(b.url, b.arena);
    thing_numbered(b.writer, 3);
    b.reader = db_open(b.url, false, &why, b.arena);
    db_use(b.reader, b.arena);
    return b;
}
static void close_base(Base *b) {
    db_close(b->reader);
    db_close(b->writer);
    database_drop(b->url);
    arena_close(b->arena);
}
#define BASE(b) Base b __attribute__((cleanup(close_base))) = base()

// In a reading transaction that has found this version; NONE: that has not asked for it.
static ThingList read_at(Base *b, int64_t version) {
    CHECK(db_begin_read(b->reader));
    if (version != NONE) db_kept_version(b->reader, version);
    ThingList all = {0};
    for (int round = 0; db_together(b->reader, &round);) all = thing_kept(b->reader);
    CHECK(db_end_read(b->reader));
    return all;
}

TEST(what_is_kept_stands_as_long_as_its_version) {
    BASE(b);
    CHECK_INT((int64_t)read_at(&b, 1).len, 3);
    thing_add(b.writer, 4, S("fourth"), 0.5, S("\0x"));
    CHECK_INT((int64_t)read_at(&b, 1).len, 3);
    CHECK_INT((int64_t)read_at(&b, 2).len, 4);
    thing_add(b.writer, 5, (Str){0}, 0.5, (Str){0});
    CHECK_INT((int64_t)read_at(&b, 2).len, 4);
    CHECK_INT((int64_t)read_at(&b, 1).len, 5);    // another version, whichever: never what is known to be old
}

TEST(without_a_version_nothing_is_kept_and_nothing_kept_is_believed) {
    BASE(b);
    CHECK_INT((int64_t)read_at(&b, 1).len, 3);
    thing_add(b.writer, 4, S("fourth"), 0.5, S("x"));
    CHECK_INT((int64_t)read_at(&b, NONE).len, 4);
    CHECK_INT((int64_t)read_at(&b, 1).len, 3);
}

TEST(what_is_kept_outlives_the_page_that_read_it) {
    BASE(b);
    Arena *page = arena_open();
    db_use(b.reader, page);
    read_at(&b, 1);
    arena_reset(page);
    ThingList second = read_at(&b, 1);
    CHECK_INT((int64_t)second.len, 3);
    CHECK_STR(second.at[0].words, S("thing 1"));
    CHECK_INT(second.at[2].whole, 3);
    CHECK(!second.at[2].bytes.at);
    db_use(b.reader, b.arena);
    arena_close(page);
}

TEST(whoever_writes_reads_what_it_wrote) {
    BASE(b);
    CHECK(db_begin(b.writer));
    db_kept_version(b.writer, 1);
    CHECK_INT((int64_t)thing_kept(b.writer).len, 3);
    thing_add(b.writer, 4, S("fourth"), 0.5, S("x"));
    CHECK_INT((int64_t)thing_kept(b.writer).len, 4);
    CHECK(db_commit(b.writer));
}
