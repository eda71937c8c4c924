// Every way to tamper with the log is found, and the row is named; at the first, a middle and the last row.
#include "db/audit.h"
#include "db/audit.sql.h"
#include "db/audit_test.sql.h"

#include <stdio.h>
#include <stdlib.h>

#include "database.h"
#include "test.h"

enum { ROWS = 40 };

typedef struct Log {
    Arena *arena;
    Str url;
    Db *db;
    int64_t node;
} Log;

static void add_rows(Db *db, int n) {
    for (int i = 0; i < n; i++)
        audit_add(db, (AuditRow){1000 + i, i % 3 ? i : NONE, S("plan.publish"), i % 2 ? S("measure")
            : (Str){0}, i % 2 ? i : NONE,
                                 i % 5 ? (Str){0} : S("{\"was\":1}")});
}

static Log log_of(int rows) {
    Log l = {.arena = arena_open()};
    l.url = database_new(l.arena);
    l.db = database_open(l.url, l.arena);
    db_begin(l.db);
    add_rows(l.db, rows);
    CHECK(db_commit(l.db));
    l.node = db_node(l.db);
    return l;
}
static void log_close(Log *l) {
    db_close(l->db);
    database_drop(l->url);
    arena_close(l->arena);
}
#define LOG(l, rows) Log l __attribute__((cleanup(log_close))) = log_of(rows)

static bool names(const AuditCheck *c, int64_t seq, const char *what) {
    for (size_t i = 0; i < c->len; i++)
        if (c->at[i].seq == seq && str_starts(c->at[i].why, str_from(what))) return true;
    return false;
}

static void show(const AuditCheck *c) {
    for (size_t i = 0; i < c->len; i++)
        printf("    node %.*s row %lld: %.*s\n", STR_FMT(c->at[i].node), (long long)c->at[i].seq,
            STR_FMT(c->at[i].why));
    if (!c->len) puts("    nothing was found");
}

// ---- ways to tamper: each says what should be named, and where --------------------------------------------

typedef struct Expected {
    const char *what;
    int64_t seq;
} Expected;

static AuditHash right_hash(Log *l, int64_t seq, const TamperLine *t) {
    AuditRow row = {t->at, t->actor, t->act, t->subject, t->subject_id, t->detail};
    return audit_hash_of(l->node, seq, row, t->prev);
}

static Expected change(Log *l, int64_t seq) {
    tamper_detail(l->db, l->node, seq, S("{\"other\":2}"));
    return (Expected){"changed", seq};
}

static Expected change_and_hash_again(Log *l, int64_t seq) {
    change(l, seq);
    AuditHash hash = right_hash(l, seq, tamper_line(l->db, l->node, seq));
    tamper_hash(l->db, l->node, seq, audit_hash_str(&hash));
    return (Expected){"changed", seq};
}

static Expected leave_out(Log *l, int64_t seq) {
    tamper_remove(l->db, l->node, seq);
    return (Expected){"removed", seq};
}

static Expected leave_out_and_number_again(Log *l, int64_t seq) {
    tamper_remove(l->db, l->node, seq);
    tamper_shift(l->db, l->node, seq, 100000);
    tamper_shift(l->db, l->node, 100000, -100001);
    return (Expected){"removed", seq};
}

static Expected slip_in(Log *l, int64_t seq) {
    const TamperLine *before = seq > 1 ? tamper_line(l->db, l->node, seq - 1) : NULL;
    static const uint8_t zero[AUDIT_HASH];
    Str prev = before ? before->hash : (Str){(const char *)zero, sizeof zero};
    tamper_shift(l->db, l->node, seq, 100000);
    tamper_shift(l->db, l->node, 100000, -99999);
    AuditHash hash = audit_hash_of(l->node, seq, (AuditRow){1, NONE, S("plan.forge"), {0}, NONE, {0}}, prev);
    tamper_insert(l->db, 900000, l->node, seq, S("plan.forge"), prev, audit_hash_str(&hash));
    return (Expected){"inserted", seq};
}

static Expected write_number_twice(Log *l, int64_t seq) {
    CHECK(db_exec(l->db,
        "drop view looked; create table audit_copy as select * from audit; drop table audit; "
        "alter table audit_copy rename to audit"));
    const TamperLine *t = tamper_line(l->db, l->node, seq);
    tamper_insert(l->db, 900000, l->node, seq, S("plan.forge"), t->prev, t->hash);
    return (Expected){"inserted", seq};
}

static Expected swap_with(Log *l, int64_t seq, int64_t other) {
    tamper_move(l->db, l->node, seq, 100000);
    tamper_move(l->db, l->node, other, seq);
    tamper_move(l->db, l->node, 100000, other);
    return (Expected){"out of order", seq};
}
static Expected swap_with_the_next(Log *l,
    int64_t seq) { return swap_with(l, seq, seq < ROWS ? seq + 1 : seq - 1); }
static Expected swap_far(Log *l, int64_t seq) { return swap_with(l, seq, seq <= ROWS / 2 ? seq + ROWS / 2
    : seq - ROWS / 2); }

static Expected cut_the_end(Log *l, int64_t seq) {
    tamper_cut(l->db, l->node, seq);
    return (Expected){"removed", seq};
}

static Expected (*const ways[])(Log *l, int64_t seq) = {
    change,      change_and_hash_again, leave_out,          leave_out_and_number_again,
    slip_in,     write_number_twice,    swap_with_the_next, swap_far,
    cut_the_end,
};

static void try_way(size_t way, int64_t seq) {
    LOG(l, ROWS);
    Expected want = ways[way](&l, seq);
    AuditCheck check = audit_verify(l.db, l.arena, (Str){0});
    CHECK_STR(db_fault(l.db), (Str){0});
    bool found = names(&check, want.seq, want.what);
    CHECK(found);
    if (found) return;
    printf("    way %zu at row %lld should be %s, and this was named:\n", way, (long long)seq, want.what);
    show(&check);
}

TEST(whatever_is_done_to_the_first_a_middle_or_the_last_row_is_found_and_named) {   // P12
    for (size_t way = 0; way < COUNT(ways); way++) {
        try_way(way, 1);
        try_way(way, ROWS / 2);
        try_way(way, ROWS);
    }
}

TEST(whatever_is_done_to_any_row_is_found) {   // P12
    uint64_t state = test_seed();
    for (int i = 0; i < 30; i++)
        try_way(test_random(&state) % COUNT(ways), 1 + (int64_t)(test_random(&state) % ROWS));
}

TEST(an_honest_log_is_whole_over_many_batches) {   // P12
    LOG(l, 1700);
    AuditCheck check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.rows, 1700);
    CHECK_INT(check.nodes, 1);
}

TEST(a_field_that_moves_into_its_neighbour_changes_the_hash) {
    Str prev = S("p");
    AuditRow a = {1, 2, S("ab"), S("c"), 3, {0}}, b = {1, 2, S("a"), S("bc"), 3, {0}}, c = {1, 2, S("ab"),
        S("c"), 3, S("")};
    AuditHash one = audit_hash_of(1, 1, a, prev), two = audit_hash_of(1, 1, b,
        prev), three = audit_hash_of(1, 1, c, prev);
    CHECK(!str_eq(audit_hash_str(&one), audit_hash_str(&two)));
    CHECK(!str_eq(audit_hash_str(&one), audit_hash_str(&three)));    // absent is not empty
}

TEST(the_chain_is_right_across_savepoints_that_were_rolled_back) {   // P12
    LOG(l, 0);
    db_begin(l.db);
    for (int i = 0; i < 30; i++) {
        db_savepoint(l.db);
        add_rows(l.db, 1 + i % 3);
        if (i % 3 == 0) db_rollback_to(l.db);
        else db_release(l.db);
    }
    CHECK(db_commit(l.db));
    AuditCheck check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.rows, 10 * 2 + 10 * 3);
}

TEST(rows_that_are_put_together_are_one_chain_with_those_beside_them) {   // P12
    LOG(l, 0);
    db_begin(l.db);
    for (int i = 0; i < 30; i++) {
        audit_gather(l.db);
        add_rows(l.db, i % 4);
        CHECK(audit_write(l.db));
        db_savepoint(l.db);
        add_rows(l.db, 2);
        if (i % 3 == 0) db_rollback_to(l.db);
        else db_release(l.db);
    }
    CHECK(db_commit(l.db));
    db_begin(l.db);
    audit_gather(l.db);
    add_rows(l.db, 3);
    CHECK(db_rollback(l.db));              // what was never put is nowhere
    db_begin(l.db);
    audit_gather(l.db);
    add_rows(l.db, 600);
    CHECK(audit_write(l.db) && db_commit(l.db));
    AuditCheck check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.rows, 43 + 20 * 2 + 600);
}

// ---- heads and seals --------------------------------------------------------------------------------------

static void seal(Log *l) {
    db_begin(l->db);
    audit_seal(l->db, 5000);
    CHECK(db_commit(l->db));
}

TEST(a_head_that_was_set_back_with_its_rows_is_found_by_the_seal) {   // P12
    LOG(l, 10);
    seal(&l);
    CHECK(audit_verify(l.db, l.arena, (Str){0}).len == 0);
    const TamperLine *five = tamper_line(l.db, l.node, 5);
    tamper_cut(l.db, l.node, 6);
    tamper_head(l.db, l.node, 5, five->hash);
    AuditCheck check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(names(&check, 10, "removed: seal"));
}

TEST(a_head_that_does_not_match_the_last_row_is_found) {   // P12
    LOG(l, 10);
    static const uint8_t other[AUDIT_HASH] = {1};
    tamper_head(l.db, l.node, 10, (Str){(const char *)other, sizeof other});
    AuditCheck check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(names(&check, 10, "changed"));
    tamper_head(l.db, l.node, 9, tamper_line(l.db, l.node, 9)->hash);
    check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(names(&check, 10, "inserted"));
}

TEST(a_seal_that_was_changed_or_taken_away_is_found) {   // P12
    LOG(l, 3);
    for (int i = 0; i < 3; i++) seal(&l);
    AuditCheck check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.seals, 3);
    tamper_seal(l.db, 2, 5001);
    check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(names(&check, 2, "broken seal"));
    tamper_seal(l.db, 2, 5000);
    tamper_unseal_heads(l.db, 3);
    tamper_unseal(l.db, 3);
    check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(names(&check, 3, "broken seal"));
}

TEST(a_log_made_anew_from_end_to_end_is_found_by_a_head_kept_elsewhere) {   // P12
    LOG(honest, 10);
    LOG(forged, 0);
    Str kept = audit_head_text(honest.db, honest.arena);
    CHECK(audit_verify(honest.db, honest.arena, kept).len == 0);
    db_begin(forged.db);
    audit_add(forged.db, (AuditRow){1, NONE, S("plan.forge"), {0}, NONE, {0}});
    add_rows(forged.db, 12);
    db_commit(forged.db);
    CHECK(audit_verify(forged.db, forged.arena, (Str){0}).len == 0);
    AuditCheck check = audit_verify(forged.db, forged.arena, kept);
    CHECK(names(&check, 10, "changed: the head kept elsewhere"));
    check = audit_verify(honest.db, honest.arena, S("nonsense"));
    CHECK(check.len == 1);
}

// ---- nodes ------------------------------------------------------------------------------------------------

static void add_through(Db *db, int n) {
    db_begin(db);
    add_rows(db, n);
    CHECK(db_commit(db));
}

TEST(two_processes_that_write_one_database_are_two_chains_and_a_new_one_takes_up_a_free_one) {   // P12
    LOG(l, 5);
    Db *second = database_open(l.url, l.arena);
    add_through(second, 4);
    add_through(l.db, 3);
    add_through(second, 2);
    CHECK(db_is_postgres(l.db) == (db_node(second) != l.node));
    int64_t freed = db_node(second);
    db_close(second);
    Db *third = database_open(l.url, l.arena);
    // the server takes a moment to let go
    for (int tries = 0; tries < 50 && db_is_postgres(l.db) && node_claim(third, freed) != 1; tries++);
    add_through(third, 1);
    CHECK_INT(db_node(third), freed);
    db_close(third);
    AuditCheck check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.rows, 15);
    CHECK_INT(check.nodes, db_is_postgres(l.db) ? 2 : 1);
}

TEST(a_node_that_was_rolled_back_is_made_again) {
    LOG(l, 0);
    db_begin(l.db);
    add_rows(l.db, 1);
    db_rollback(l.db);
    add_through(l.db, 2);
    AuditCheck check = audit_verify(l.db, l.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.rows, 2);
}
