// Questions that go together are answered as if they had gone one by one.
#include "database.h"
#include "db/db_test.h"
#include "db/db_test.sql.h"
#include "test.h"

typedef struct Base {
    Arena *arena;
    Str url;
    Db *db;
} Base;
static Base base(void) {
    Base b = {.arena = arena_open()};
    b.url = db_test_things(b.arena);
    b.db = database_open(b.url, b.arena);
    thing_numbered(b.db, 100);
    return b;
}
static void close_base(Base *b) {
    db_close(b->db);
    database_drop(b->url);
    arena_close(b->arena);
}
#define BASE(b) Base b __attribute__((cleanup(close_base))) = base()

TEST(questions_that_go_together_have_the_answers_they_have_alone) {
    BASE(b);
    for (int again = 0; again < 3; again++) {    // nothing prepared yet, and all of it
        const Thing *one = NULL, *none = NULL;
        ThingList all = {0};
        Str words = {0}, other = {0};
        int64_t n = NONE;
        CHECK(again == 1 ? db_begin(b.db) : db_begin_read(b.db));
        for (int round = 0; db_together(b.db, &round);) {
            one = thing_find(b.db, 7);
            words = thing_words(b.db, 8);
            none = thing_find(b.db, 700);
            all = thing_all(b.db);
            other = thing_words(b.db, 9);
            n = thing_count(b.db);
        }
        CHECK(one && one->whole == 7 && !none);
        CHECK_STR(words, S("thing 8"));
        CHECK_STR(other, S("thing 9"));
        CHECK_INT((int64_t)all.len, 100);
        CHECK_INT(n, 100);
        CHECK_STR(thing_words(b.db, 10), S("thing 10"));
        CHECK(again == 1 ? db_commit(b.db) : db_end_read(b.db));
    }
}

TEST(what_is_asked_otherwise_the_second_time_is_asked_anew) {
    BASE(b);
    Str first = {0}, second = {0}, third = {0};
    db_begin_read(b.db);
    for (int round = 0; db_together(b.db, &round);) {
        first = thing_words(b.db, 1);
        const Thing *it = thing_find(b.db, 1);
        second = thing_words(b.db, it ? it->id + 1 : 50);    // rests on an answer: what it must not do
        third = thing_words(b.db, 3);
    }
    CHECK_STR(first, S("thing 1"));
    CHECK_STR(second, S("thing 2"));
    CHECK_STR(third, S("thing 3"));
    CHECK(db_end_read(b.db));
    CHECK_INT(thing_count(b.db), 100);
}

TEST(more_questions_than_have_room_are_all_answered) {
    BASE(b);
    enum { N = 700, THINGS = 100 };
    Str words[N] = {0};
    db_begin_read(b.db);
    for (int round = 0; db_together(b.db, &round);)
        for (int i = 0; i < N; i++) words[i] = thing_words(b.db, i % THINGS + 1);
    for (int i = 0; i < N; i++) CHECK_STR(words[i], str_fmt(b.arena, "thing %d", i % THINGS + 1));
    CHECK(db_end_read(b.db));
}

TEST(a_group_of_questions_inside_another_is_part_of_it) {
    BASE(b);
    Str first = {0}, second = {0}, third = {0};
    db_begin_read(b.db);
    for (int round = 0; db_together(b.db, &round);) {
        first = thing_words(b.db, 1);
        for (int within = 0; db_together(b.db, &within);) second = thing_words(b.db, 2);
        third = thing_words(b.db, 3);
    }
    CHECK_STR(first, S("thing 1"));
    CHECK_STR(second, S("thing 2"));
    CHECK_STR(third, S("thing 3"));
    CHECK(db_end_read(b.db));
}

TEST(one_question_that_fails_is_the_fault_of_all_that_went_with_it) {
    BASE(b);
    int64_t n = 0;
    db_begin(b.db);
    for (int round = 0; db_together(b.db, &round);) {
        thing_count(b.db);
        thing_once(b.db, S("never"));
        n = thing_count(b.db);
    }
    CHECK(db_fault(b.db).at && n == NONE);
    CHECK(db_rollback(b.db));
    CHECK_INT(thing_count(b.db), 100);
}

TEST(a_page_that_begins_where_another_ends_sees_what_was_written_between) {
    BASE(b);
    Db *reader = database_open(b.url, b.arena);
    db_use(reader, b.arena);
    for (int i = 0; i < 6; i++) {
        CHECK(db_begin_read(reader));
        CHECK_INT(thing_count(reader), 100 + i);
        thing_numbered(b.db, 1);
        CHECK_INT(thing_count(reader), 100 + i);       // its own snapshot
        if (i == 2) thing_as_number(reader, 1), db_fail(reader, "as PostgreSQL does of a word");
        if (i == 3)
            for (int round = 0; db_together(reader, &round);) thing_count(reader), thing_words(reader, 1);
        CHECK(db_end_read_soon(reader) == (i != 2));
        if (i == 2) db_clear_fault(reader);
        if (i % 2) db_rest(reader);
        if (i > 3) db_begin_read(reader), db_end_read_soon(reader);    // a page that asks nothing
        if (i == 4) db_begin_read(reader), db_end_read(reader);
    }
    CHECK(db_begin(reader));               // and who only read before may write now
    thing_numbered(reader, 1);
    CHECK(db_commit(reader));
    CHECK_INT(thing_count(b.db), 107);
    db_close(reader);
}

TEST(a_group_left_half_way_leaves_nothing_behind) {
    BASE(b);
    for (int stop = 1; stop < 6; stop++) {
        db_begin_read(b.db);
        db_fail_after(b.db, stop);
        for (int round = 0; db_together(b.db, &round);) thing_words(b.db, 1), thing_count(b.db);
        db_fail_after(b.db, 0);
        db_end_read(b.db);
        db_clear_fault(b.db);
        CHECK_INT(thing_count(b.db), 100);
    }
    int round = 0;
    db_begin_read(b.db);
    db_together(b.db, &round);                     // asked, and never taken
    thing_words(b.db, 1);
    CHECK(db_end_read(b.db));
    CHECK_STR(thing_words(b.db, 2), S("thing 2"));
}
