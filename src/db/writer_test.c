// The writer keeps the good writes and only the good ones, and says "kept" only of what is kept.
#include "db/writer.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "database.h"
#include "db/audit.h"
#include "db/db_test.h"
#include "db/writer_test.sql.h"
#include "test.h"

typedef struct Desk {
    Arena *arena;
    Str url;
    Writer *writer;
    Db *reader;
} Desk;

static Desk desk_open(void) {
    Desk d = {.arena = arena_open()};
    Str why = {0};
    d.url = database_new(d.arena);
    d.writer = writer_start(d.url, &why, d.arena);
    CHECK_STR(why, (Str){0});
    d.reader = database_open(d.url, d.arena);
    return d;
}
static void desk_close(Desk *d) {
    if (d->writer) writer_stop(d->writer);
    db_close(d->reader);
    database_drop(d->url);
    arena_close(d->arena);
}
#define DESK(d) Desk d __attribute__((cleanup(desk_close))) = desk_open()

typedef enum Manner { WELL, REFUSING, FAULTING } Manner;
typedef struct Note {
    Write write;                           // first
    char name[24];
    Manner manner;
    atomic_int told;                       // 0 not yet, 1 kept, 2 not kept
    Db *look;                              // asked in done() whether the row is there
    bool was_there;
} Note;

static bool note_run(Write *w, Db *db) {
    Note *n = (Note *)w;
    wrote(db, str_from(n->name), S("x"));
    audit_add(db, (AuditRow){1, NONE, S("note.add"), {0}, NONE, {0}});
    if (n->manner == FAULTING) wrote(db, str_from(n->name), S("the same name again"));
    return n->manner != REFUSING;
}

static void note_done(Write *w, bool kept) {
    Note *n = (Note *)w;
    if (n->look) n->was_there = written_value(n->look, str_from(n->name)).at != NULL;
    n->told = kept ? 1 : 2;
}

static void note_make(Note *n, const char *start, int i, Manner manner) {
    *n = (Note){.write = {.run = note_run, .done = note_done}, .manner = manner};
    snprintf(n->name, sizeof n->name, "%s%d", start, i);
}

static void wait_for(Note *n) {
    while (!n->told) usleep(200);
}

static bool never_go(Write *w, Db *db) {   // holds the writer, so that the rest waits and is one group
    (void)db;
    while (!((Note *)w)->was_there) usleep(100);
    return true;
}

TEST(a_group_keeps_the_good_writes_and_only_the_good_ones) {
    DESK(d);
    enum { N = 90 };
    Note *notes = calloc(N, sizeof *notes), gate = {.write = {.run = never_go, .done = note_done}};
    writer_add(d.writer, &gate.write);
    for (int i = 0; i < N; i++) {
        note_make(&notes[i], "n", i, i % 3 ? WELL : i % 2 ? REFUSING : FAULTING);
        CHECK(writer_add(d.writer, &notes[i].write));
    }
    gate.was_there = true;
    for (int i = 0; i < N; i++) {
        wait_for(&notes[i]);
        CHECK((notes[i].told == 1) == (notes[i].manner == WELL));
        CHECK((written_value(d.reader, str_from(notes[i].name)).at != NULL) == (notes[i].manner == WELL));
    }
    AuditCheck check = audit_verify(d.reader, d.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.rows, N * 2 / 3);
    free(notes);
}

typedef struct Cross {
    Write write;                           // first
    int64_t first, then;
    Str word;
    atomic_int *met, runs, told;
} Cross;

// Each has its first row before either asks for its second.
static bool cross_run(Write *w, Db *db) {
    Cross *x = (Cross *)w;
    bool first = !x->runs++;
    somebody_is(db, x->first, x->word);
    audit_add(db, (AuditRow){1, NONE, S("note.add"), {0}, NONE, {0}});
    if (first) atomic_fetch_add(x->met, 1);
    while (first && atomic_load(x->met) < 2) usleep(200);
    somebody_is(db, x->then, x->word);
    return true;
}

static void cross_done(Write *w, bool kept) { ((Cross *)w)->told = kept ? 1 : 2; }

TEST(of_two_nodes_that_wait_for_each_other_both_keep_what_may_be_run_again) {    // P3 P12
    if (!database_postgres()) return test_skip("on SQLite one writes at a time");
    DESK(d);
    Str why = {0};
    somebody(d.reader, 1), somebody(d.reader, 2);
    Writer *two = writer_start(d.url, &why, d.arena);
    atomic_int met = 0;
    Cross a = {.write = {.run = cross_run, .done = cross_done, .again = true}, .first = 1, .then = 2,
               .word = S("female"), .met = &met};
    Cross b = {.write = a.write, .first = 2, .then = 1, .word = S("male"), .met = &met};
    writer_add(d.writer, &a.write);
    writer_add(two, &b.write);
    while (!a.told || !b.told) usleep(1000);
    CHECK(a.told == 1 && b.told == 1);
    CHECK_INT(a.runs + b.runs, 3);
    CHECK_STR(somebody_said(d.reader, 1), somebody_said(d.reader, 2));    // one after the other
    AuditCheck check = audit_verify(d.reader, d.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.rows, 2);
    writer_stop(two);
}

static bool log_run(Write *w, Db *db) {    // as a page that was looked at
    audit_add(db, (AuditRow){1, NONE, S("record.open"), S("person"), ((Note *)w)->name[0], {0}});
    return true;
}

TEST(acts_that_only_stand_in_the_log_share_a_group_with_writes_that_fail_beside_them) {   // P12
    DESK(d);
    enum { N = 90 };
    Note *notes = calloc(N, sizeof *notes), gate = {.write = {.run = never_go, .done = note_done}};
    writer_add(d.writer, &gate.write);
    for (int i = 0; i < N; i++) {
        note_make(&notes[i], "n", i, i % 2 ? WELL : FAULTING);
        if (i / 5 % 2) notes[i].write.run = log_run, notes[i].write.bare = true;
        CHECK(writer_add(d.writer, &notes[i].write));
    }
    gate.was_there = true;
    for (int i = 0; i < N; i++) {
        wait_for(&notes[i]);
        CHECK((notes[i].told == 1) == (notes[i].write.bare || notes[i].manner == WELL));
    }
    AuditCheck check = audit_verify(d.reader, d.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.rows, N / 2 + written(d.reader));
    free(notes);
}

TEST(kept_is_told_only_when_another_connection_can_see_the_write) {
    DESK(d);
    for (int i = 0; i < 50; i++) {
        Note n;
        note_make(&n, "seen", i, WELL);
        n.look = d.reader;
        CHECK(writer_do(d.writer, &n.write));
        CHECK(n.was_there);
    }
}

TEST(a_writer_waits_for_nobody_when_it_is_alone) {
    DESK(d);
    for (int i = 0; i < 20; i++) {
        Note n;
        note_make(&n, "alone", i, WELL);
        CHECK(writer_do(d.writer, &n.write));
        CHECK(n.told == 1);
    }
    CHECK(writer_waiting(d.writer) == 0);
}

typedef struct Client {
    Desk *desk;
    int number, kept;
} Client;

static void *client_thread(void *arg) {
    Client *c = arg;
    for (int i = 0; i < 25; i++) {
        Note n;
        note_make(&n, "t", c->number * 1000 + i, i % 5 ? WELL : FAULTING);
        c->kept += writer_do(c->desk->writer, &n.write);
    }
    return NULL;
}

TEST(sixty_four_threads_write_and_all_that_was_kept_is_there) {
    DESK(d);
    enum { THREADS = 64 };
    pthread_t thread[THREADS];
    Client client[THREADS];
    for (int i = 0; i < THREADS; i++) {
        client[i] = (Client){&d, i, 0};
        pthread_create(&thread[i], NULL, client_thread, &client[i]);
    }
    int kept = 0;
    for (int i = 0; i < THREADS; i++) {
        pthread_join(thread[i], NULL);
        kept += client[i].kept;
    }
    CHECK_INT(kept, THREADS * 20);
    CHECK_INT(written(d.reader), kept);
    AuditCheck check = audit_verify(d.reader, d.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.rows, kept);
}

static bool fail_the_commit(Write *w, Db *db) {
    bool ok = note_run(w, db);
    db_fail_after(db, 2);                  // after the release comes the commit
    return ok;
}

TEST(when_the_commit_fails_nobody_is_told_kept_and_the_next_group_goes_well) {
    DESK(d);
    Note bad, good;
    note_make(&bad, "bad", 1, WELL);
    bad.write.run = fail_the_commit;
    CHECK(!writer_do(d.writer, &bad.write));
    CHECK(bad.told == 2);
    CHECK_INT(written(d.reader), 0);
    note_make(&good, "good", 1, WELL);
    CHECK(writer_do(d.writer, &good.write));
    CHECK_INT(written(d.reader), 1);
}

TEST(wherever_the_database_fails_a_write_is_kept_whole_or_not_at_all) {
    DESK(d);
    Db *db = database_open(d.url, d.arena);
    for (int n = 1; n < 40; n++) {
        int64_t before = written(d.reader);
        char name[24];
        snprintf(name, sizeof name, "fault%d", n);
        db_fail_after(db, n);
        db_begin(db);
        db_savepoint(db);
        wrote(db, str_from(name), S("x"));
        audit_add(db, (AuditRow){1, NONE, S("note.add"), {0}, NONE, {0}});
        db_release(db);
        bool kept = db_commit(db);
        db_fail_after(db, 0);
        if (!kept) db_rollback(db);
        CHECK_INT(written(d.reader), before + kept);
        if (kept) break;
        CHECK(n < 39);
    }
    AuditCheck check = audit_verify(d.reader, d.arena, (Str){0});
    CHECK(check.len == 0);
    CHECK_INT(check.rows, 1);
    db_close(db);
}

TEST(when_too_many_wait_the_next_is_refused_at_once) {
    DESK(d);
    enum { N = 5000 };
    Note *notes = calloc(N, sizeof *notes), gate = {.write = {.run = never_go, .done = note_done}};
    writer_add(d.writer, &gate.write);
    int taken = 0;
    for (int i = 0; i < N; i++) {
        note_make(&notes[i], "q", i, REFUSING);
        taken += writer_add(d.writer, &notes[i].write);
    }
    CHECK(taken >= 1000 && taken < N);
    gate.was_there = true;
    for (int i = 0; i < taken; i++) wait_for(&notes[i]);
    CHECK(!notes[N - 1].told);
    free(notes);
}

TEST(stopping_finishes_what_waits) {
    DESK(d);
    enum { N = 300 };
    Note *notes = calloc(N, sizeof *notes);
    for (int i = 0; i < N; i++) {
        note_make(&notes[i], "stop", i, WELL);
        writer_add(d.writer, &notes[i].write);
    }
    writer_stop(d.writer);
    d.writer = NULL;
    for (int i = 0; i < N; i++) CHECK(notes[i].told == 1);
    CHECK_INT(written(d.reader), N);
    free(notes);
}

TEST(patient_writes_are_kept_as_any_other_alone_beside_an_urgent_one_and_when_stopping) {
    DESK(d);
    Note first, alone, along, urgent, last;
    note_make(&first, "first", 0, WELL);
    CHECK(writer_do(d.writer, &first.write));    // a flush, after which patient writes rest
    note_make(&alone, "alone", 0, WELL);
    alone.write.patient = true;
    alone.look = d.reader;
    writer_add(d.writer, &alone.write);
    wait_for(&alone);
    CHECK(alone.told == 1 && alone.was_there);
    note_make(&along, "along", 0, WELL);
    along.write.patient = true;
    note_make(&urgent, "urgent", 0, WELL);
    writer_add(d.writer, &along.write);
    CHECK(writer_do(d.writer, &urgent.write));
    CHECK(along.told == 1);                      // no later than the urgent one behind it
    note_make(&last, "last", 0, WELL);
    last.write.patient = true;
    writer_add(d.writer, &last.write);
    writer_stop(d.writer);
    d.writer = NULL;
    CHECK(last.told == 1);
    CHECK_INT(written(d.reader), 5);
}
