// What db.h promises, held against whichever engine the run is on.
#include "db/db_test.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "database.h"
#include "db/db_test.sql.h"
#include "db/engine.h"
#include "db/translate.h"
#include "test.h"

extern const Text db_test_schema[];

static void lay_table(Db *db, Arena *a, Str name) {
    (void)name;
    Str why = {0}, sql = db_test_schema[0].body;
    if (db_is_postgres(db)) sql = schema_for_postgres(a, sql, &why);
    db_exec(db, str_c(a, sql));
}

Str db_test_things(Arena *a) { return database_like(a, S("a table of things"), lay_table); }

typedef struct Two {
    Arena *arena;
    Str url;
    Db *db, *other;                        // two connections to one database
} Two;
static Two two(void) {
    Two t = {.arena = arena_open()};
    t.url = db_test_things(t.arena);
    t.db = database_open(t.url, t.arena);
    t.other = database_open(t.url, t.arena);
    return t;
}
static void close_two(Two *t) {
    db_close(t->db);
    db_close(t->other);
    database_drop(t->url);
    arena_close(t->arena);
}
#define TWO(t) Two t __attribute__((cleanup(close_two))) = two()

static int64_t add(Db *db, int64_t whole) { return thing_add(db, whole, S("words"), 0.5, (Str){0}); }

// ---- values -----------------------------------------------------------------------------------------------

TEST(values_of_every_type_come_back_as_they_were) {
    static const int64_t wholes[] = {0, 1, -1, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN + 1};
    static const double fractions[] = {0, -0.5, 1e300, -1e-300, 3.141592653589793};
    static const Str texts[] = {S(""), S("o'Brien \"x\"; drop table thing; --"),
                                S("Ł\xc3\xa9\xe2\x82\xac\xf0\x9f\x8c\xb3 \xd7\xa9"),
                                S("\\n \n\t ?1 $1 :id %")};
    static const Str blobs[] = {S(""), {"\0\1\xff", 3}, S("\\x00")};
    TWO(t);
    for (size_t i = 0; i < COUNT(wholes); i++) {
        Str text = texts[i % COUNT(texts)], blob = blobs[i % COUNT(blobs)];
        double fraction = fractions[i % COUNT(fractions)];
        Thing *got = thing_find(t.db, thing_add(t.db, wholes[i], text, fraction, blob));
        CHECK(got && got->whole == wholes[i] && got->fraction == fraction);
        if (got) CHECK_STR(got->words, text);
        if (got) CHECK_STR(got->bytes, blob);
    }
    CHECK_STR(db_fault(t.db), (Str){0});
}

TEST(nothing_is_not_the_same_as_empty) {
    TWO(t);
    Thing *got = thing_find(t.db, thing_add(t.db, NONE, (Str){0}, NAN, (Str){0}));
    CHECK(got && got->whole == NONE && !got->words.at && !got->bytes.at && isnan(got->fraction));
    got = thing_find(t.db, thing_add(t.db, 0, S(""), 0, S("")));
    CHECK(got && got->whole == 0 && got->words.at && !got->words.len && got->bytes.at && got->fraction == 0);
}

TEST(a_text_of_a_megabyte_comes_back_whole) {
    TWO(t);
    size_t n = 1 << 20;
    char *big = arena_alloc(t.arena, 1, 1, n);
    for (size_t i = 0; i < n; i++) big[i] = (char)('a' + i % 26);
    Str text = {big, n};
    int64_t id = thing_add(t.db, 1, text, 0, text);
    CHECK(str_eq(thing_words(t.db, id), text));
    CHECK(str_eq(thing_find(t.db, id)->bytes, text));
}

TEST(a_row_that_is_not_there_reads_as_none) {
    TWO(t);
    CHECK(!thing_find(t.db, 99));
    CHECK(!thing_words(t.db, 99).at);
    CHECK(isnan(thing_fraction(t.db, 99)));
    CHECK_INT(thing_as_number(t.db, 99), NONE);
    CHECK_INT((int64_t)thing_all(t.db).len, 0);
    CHECK_STR(db_fault(t.db), (Str){0});
}

TEST(filters_may_be_left_out) {
    TWO(t);
    add(t.db, 1);
    add(t.db, 2);
    CHECK_INT(thing_with(t.db, (Str){0}, NONE), 2);
    CHECK_INT(thing_with(t.db, S("words"), 2), 1);
    CHECK_INT(thing_with(t.db, S("other"), NONE), 0);
}

TEST(sums_counts_and_truths_are_integers_on_both_engines) {
    TWO(t);
    CHECK_INT(thing_sums(t.db)->total, NONE);
    CHECK_INT(thing_sums(t.db)->many, 0);
    for (int64_t v = 1; v < 4; v++) add(t.db, v * INT64_C(1000000000000007));
    add(t.db, NONE);
    Sums *s = thing_sums(t.db);
    CHECK_INT(s->total, 6 * INT64_C(1000000000000007));
    CHECK_INT(s->missing, 1);
    CHECK_INT(s->many, 1);
    CHECK(s->fractions == 2);
}

TEST(sums_of_any_size_and_sign_are_exact) {
    static const int64_t sums[] = {
        0, 1, -1, 10000, 9999, 99990000, -100000000, INT64_C(4000000000000000000), -10001};
    for (size_t i = 0; i < COUNT(sums); i++) {
        TWO(t);
        add(t.db, sums[i]);
        CHECK_INT(thing_sums(t.db)->total, sums[i]);
    }
}

TEST(texts_sort_by_their_bytes_on_both_engines) {
    static const Str words[] = {S("a b"), S("Z"), S("a"), S("É"), S("e"), S("a-b"), S("_")};
    TWO(t);
    for (size_t i = 0; i < COUNT(words); i++) thing_add(t.db, 1, words[i], 0, (Str){0});
    ThingList sorted = thing_by_words(t.db);
    CHECK_INT((int64_t)sorted.len, COUNT(words));
    for (size_t i = 1; i < sorted.len; i++) CHECK(str_cmp(sorted.at[i - 1].words, sorted.at[i].words) < 0);
}

TEST(a_list_holds_every_row_in_order) {
    TWO(t);
    thing_numbered(t.db, 1000);
    ThingList all = thing_all(t.db);
    CHECK_INT((int64_t)all.len, 1000);
    for (size_t i = 0; i < all.len; i++) CHECK(all.at[i].whole == (int64_t)i + 1);
    CHECK_STR(all.at[999].words, S("thing 1000"));
}

TEST(a_change_says_how_many_rows_it_changed) {
    TWO(t);
    for (int i = 0; i < 3; i++) add(t.db, 7);
    CHECK_INT(thing_change(t.db, 7, 8), 3);
    CHECK_INT(thing_change(t.db, 7, 8), 0);
}

// ---- faults -----------------------------------------------------------------------------------------------

TEST(after_a_fault_nothing_is_done_until_somebody_goes_back) {
    TWO(t);
    int64_t id = add(t.db, 1);
    CHECK(db_begin(t.db));
    thing_adopt(t.db, id, 999);
    if (!db_fault(t.db).at) CHECK(!db_commit(t.db));         // an engine may look only at the end
    Str fault = str_copy(t.arena, db_fault(t.db));
    CHECK(fault.len > 0);
    CHECK_INT(add(t.db, 2), NONE);
    CHECK_INT(thing_count(t.db), NONE);
    CHECK_INT(thing_change(t.db, 1, 5), 0);
    CHECK(!thing_find(t.db, id));
    CHECK_STR(db_fault(t.db), fault);
    CHECK(!db_commit(t.db));
    CHECK(db_rollback(t.db));
    CHECK(!db_fault(t.db).at);
    CHECK_INT(thing_count(t.db), 1);
    CHECK_INT(thing_count(t.other), 1);
}

TEST(a_rule_of_the_schema_that_is_broken_is_a_fault) {
    TWO(t);
    thing_once(t.db, S("again"));
    CHECK(!db_fault(t.db).at);
    thing_once(t.db, S("again"));
    CHECK(str_starts(db_fault(t.db), S("thing_once: ")));
    db_clear_fault(t.db);
    thing_once(t.db, S("never"));
    CHECK(str_starts(db_fault(t.db), S("thing_once: ")));
    db_clear_fault(t.db);
    CHECK_INT(thing_count(t.db), 1);
}

TEST(a_fault_does_not_tell_what_was_in_the_row) {
    TWO(t);
    thing_once(t.db, S("Mrs Secret"));
    thing_once(t.db, S("Mrs Secret"));
    CHECK(db_fault(t.db).len && !str_has(db_fault(t.db), S("Secret")));
    db_clear_fault(t.db);
    int64_t id = thing_add(t.db, 1, S("Mr Secret"), 0, (Str){0});
    thing_as_number(t.db, id);                               // SQLite makes nought of it
    CHECK(!str_has(db_fault(t.db), S("Secret")));
}

TEST(a_fault_may_be_made_by_hand) {
    TWO(t);
    db_fail(t.db, "thing %d cannot be", 7);
    db_fail(t.db, "the second does not count");
    CHECK_STR(db_fault(t.db), S("thing 7 cannot be"));
    CHECK(!db_begin(t.db));
}

TEST(every_call_of_a_write_can_fail_and_nothing_of_it_is_kept) {
    TWO(t);
    for (int n = 1;; n++) {
        db_fail_after(t.db, n);
        bool kept = db_begin(t.db);
        add(t.db, 1);
        add(t.db, 2);
        kept = db_commit(t.db) && kept;
        if (!kept) CHECK(db_rollback(t.db));
        CHECK_INT(thing_count(t.other), kept ? 2 : 0);
        CHECK(n < 6);
        if (kept || n > 5) break;
    }
    db_fail_after(t.db, 0);
}

TEST(a_full_disk_is_said_and_what_was_begun_is_taken_back) {
    if (database_postgres()) return test_skip("the server's disk is the server's");
    TWO(t);
    add(t.db, 1);
    db_exec(t.db, "pragma max_page_count = 200");            // SQLite then says what it says of a full disk
    Str big = {arena_alloc(t.arena, 1, 1, 1 << 20), 1 << 20};
    CHECK(db_begin(t.db));
    add(t.db, 2);
    CHECK(db_savepoint(t.db));
    thing_add(t.db, 3, (Str){0}, 0, big);
    CHECK(str_has(db_fault(t.db), S("The disk is full; free some space.")));
    if (!db_rollback_to(t.db) || !db_commit(t.db)) CHECK(db_rollback(t.db));
    CHECK(thing_count(t.db) < 3);
    CHECK_INT(thing_count(t.other), thing_count(t.db));
    add(t.db, 4);
    CHECK_STR(db_fault(t.db), (Str){0});
}

// ---- transactions -----------------------------------------------------------------------------------------

TEST(a_savepoint_takes_back_its_own_and_leaves_the_rest) {
    TWO(t);
    CHECK(db_begin(t.db));
    for (int64_t i = 0; i < 6; i++) {
        CHECK(db_savepoint(t.db));
        add(t.db, i);
        if (i % 3 == 1) thing_adopt(t.db, 1, 999), thing_once(t.db, S("never"));
        CHECK(i % 3 == 1 ? db_rollback_to(t.db) : db_release(t.db));
    }
    CHECK(db_savepoint(t.db));                               // one that did nothing
    CHECK(db_rollback_to(t.db));
    CHECK(db_savepoint(t.db) && db_release(t.db));
    CHECK_INT(thing_count(t.other), 0);
    CHECK(db_commit(t.db));
    CHECK_INT(thing_count(t.other), 4);
}

TEST(a_rollback_takes_everything_back) {
    TWO(t);
    db_begin(t.db);
    add(t.db, 1);
    CHECK(db_rollback(t.db));
    CHECK_INT(thing_count(t.db), 0);
    CHECK(db_begin(t.db) && db_commit(t.db));                // and an empty transaction is one
    CHECK(db_begin(t.db) && db_rollback(t.db));
}

TEST(a_reader_sees_one_moment_however_long_it_reads) {
    TWO(t);
    add(t.other, 1);
    CHECK(db_begin_read(t.db));
    CHECK_INT(thing_count(t.db), 1);
    add(t.other, 2);                                         // neither waits for the other
    db_begin(t.other);
    add(t.other, 3);
    CHECK_INT(thing_count(t.db), 1);
    CHECK(db_commit(t.other));
    CHECK_INT(thing_count(t.db), 1);
    CHECK(db_end_read(t.db));
    CHECK_INT(thing_count(t.db), 3);
}

TEST(the_end_of_reading_keeps_a_fault_and_lets_the_moment_go) {
    TWO(t);
    db_begin_read(t.db);
    CHECK_INT(thing_count(t.db), 0);
    db_fail(t.db, "made up");
    CHECK(!db_end_read(t.db));
    CHECK_STR(db_fault(t.db), S("made up"));
    db_clear_fault(t.db);
    add(t.other, 1);
    CHECK(db_begin_read(t.db));
    CHECK_INT(thing_count(t.db), 1);
    CHECK(db_end_read(t.db));
}

TEST(a_connection_for_reading_does_not_write) {
    TWO(t);
    Str why = {0};
    Db *reader = db_open(t.url, false, &why, t.arena);
    CHECK(reader != NULL);
    db_use(reader, t.arena);
    CHECK_INT(thing_count(reader), 0);
    add(reader, 1);
    CHECK_STR(db_fault(reader), S("thing_add: this connection only reads"));
    db_clear_fault(reader);
    CHECK(!db_exec(reader, "delete from thing"));            // nor by a back door
    db_close(reader);
}

// ---- statements -------------------------------------------------------------------------------------------

TEST(a_query_may_be_asked_while_the_rows_of_another_are_read) {
    static const Query outer = {
        "outer", "select id from thing order by id", "select id from thing order by id", "", "i", false};
    TWO(t);
    thing_numbered(t.db, 4);
    int64_t seen = 0;
    db_query(t.db, &outer);
    while (db_step(t.db)) {
        CHECK_INT(thing_find(t.db, db_int(t.db, 0))->whole, ++seen);
        int64_t inner = 0;
        db_query(t.db, &outer);                              // even of itself
        while (db_step(t.db)) CHECK_INT(db_int(t.db, 0), ++inner);
        db_finish(t.db);
        CHECK_INT(inner, 4);
    }
    db_finish(t.db);
    CHECK_INT(seen, 4);
}

TEST(statements_are_kept_each_under_its_own_query) {
    Cache cache = {0};
    Query *many = calloc(1000, sizeof *many);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 1000; i++) {
            Slot *slot = cache_slot(&cache, &many[i]);
            CHECK(slot->statement == (round ? &many[i] : NULL));
            slot->statement = &many[i];
        }
    CHECK_INT((int64_t)cache.used, 1000);
    cache_close(&cache, NULL);
    free(many);
}

TEST(a_connection_that_was_cut_faults_once_and_is_made_again) {
    if (!database_postgres()) return test_skip("SQLite has no connection to cut");
    TWO(t);
    db_begin(t.db);
    add(t.db, 1);
    connection_end_others(t.other);
    add(t.db, 2);
    CHECK(str_has(db_fault(t.db), S("the connection to PostgreSQL was lost")) ||
          str_has(db_fault(t.db), S("57P01")));
    CHECK(db_rollback(t.db));
    CHECK(db_begin(t.db));
    add(t.db, 3);
    CHECK(db_commit(t.db));
    CHECK_STR(db_fault(t.db), (Str){0});
    CHECK_INT(thing_count(t.other), 1);
}

TEST(a_server_that_went_while_nobody_asked_it_is_asked_again_unnoticed) {
    if (!database_postgres()) return test_skip("SQLite has no server");
    TWO(t);
    add(t.db, 1);
    for (int i = 0; i < 4; i++) {
        if (i % 2) CHECK(db_begin_read(t.db) && thing_count(t.db) > 0 && db_end_read_soon(t.db));
        db_rest(t.db);
        connection_end_others(t.other);
        usleep(50000);
        CHECK(db_begin(t.db));
        add(t.db, 2);
        CHECK(db_commit(t.db));
    }
    CHECK_INT(thing_count(t.other), 5);
}

// ---- opening ----------------------------------------------------------------------------------------------

TEST(a_database_in_memory_is_a_database) {
    Arena *a = arena_open();
    Db *db = database_open(S("sqlite::memory:"), a);
    lay_table(db, a, (Str){0});
    CHECK(db_begin(db));
    add(db, 1);
    CHECK(db_commit(db));
    CHECK_INT(thing_count(db), 1);
    db_close(db);
    arena_close(a);
}
