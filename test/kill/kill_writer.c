// What script/kill-test kills: many clients writing through the Writer, each act two rows and an audit row,
// each
// acknowledged by a line on standard output once it is said to be kept. And the check of what is left.
//
//     kill-writer write URL ROUND CLIENTS      until killed
//     kill-writer check URL < ACKNOWLEDGED     exit code 0 when all is well
//     kill-writer check-site URL < …           the same of what the site wrote
//     kill-writer check-drafts URL < …         the same of drafts: "ASSESSMENT QUESTION NUMBER" a line
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "db/audit.h"
#include "db/writer.h"
#include "kill/kill.sql.h"

typedef struct Act {
    Write write;    // first
    Str name;
} Act;

typedef struct Client {
    Writer *writer;
    const char *round;
    int number;
} Client;

static bool act_run(Write *w, Db *db) {
    Arena *a = db_arena(db);
    Str name = ((Act *)w)->name;
    kill_put(db, str_fmt(a, "a%.*s", STR_FMT(name)), S("first"));
    audit_add(db, (AuditRow){1, NONE, S("kill.act"), {0}, NONE, {0}});
    kill_put(db, str_fmt(a, "b%.*s", STR_FMT(name)), S("second"));
    return true;
}

static void *client(void *arg) {
    Client *c = arg;
    Arena *a = arena_open();
    for (int i = 0;; i++) {
        arena_reset(a);
        Act act = {{.run = act_run}, str_fmt(a, "-%s-%d-%d", c->round, c->number, i)};
        Str line = str_fmt(a, "%.*s\n", STR_FMT(act.name));
        if (!writer_do(c->writer, &act.write))
            usleep(20000);
        else if (write(STDOUT_FILENO, line.at, line.len) != (ssize_t)line.len)
            exit(1);
    }
}

static int write_for_ever(Str url, const char *round, int clients) {
    Str why = {0};
    Arena *a = arena_open();
    Writer *writer = writer_start(url, &why, a);
    if (!writer) {
        fprintf(stderr, "%.*s\n", STR_FMT(why));
        return 1;
    }
    Client *c = arena_new(a, Client, (size_t)clients);
    for (int i = 0; i < clients; i++) {
        pthread_t thread;
        c[i] = (Client){writer, round, i};
        if (pthread_create(&thread, NULL, client, &c[i])) return 1;
    }
    for (;;) pause();
}

// What was written by this program, or by the site (test/kill/clients.mjs).
typedef enum Wrote { PROGRAM, SITE, DRAFTS } Wrote;
typedef struct Kept {
    Wrote wrote;
    int64_t acknowledged, missing, audited, acts, halves;
} Kept;

// Where one types on, what stands is what was acknowledged or something later.
static bool draft_there(Db *db, Str line) {
    Str rest = line, assessment = str_cut(&rest, S(" ")), question = str_cut(&rest, S(" "));
    int64_t id, said, stands;
    if (!str_int(assessment, &id) || !str_int(rest, &said)) return false;
    return str_int(draft_stands(db, id, question), &stands) && stands >= said;
}

static bool is_there(Db *db, Arena *a, Wrote wrote, Str name) {
    if (wrote == DRAFTS) return draft_there(db, name);
    if (wrote == SITE) return site_has(db, name) == 1;
    return kill_has(db, str_fmt(a, "a%.*s", STR_FMT(name))) == 1;
}

static void look_for_acknowledged(Db *db, Kept *k) {
    char line[200];
    Arena *a = arena_open();
    db_use(db, a);
    while (fgets(line, sizeof line, stdin)) {
        Str name = str_trim(str_from(line));
        arena_reset(a);
        k->acknowledged++;
        if (is_there(db, a, k->wrote, name)) continue;
        if (!k->missing++) printf("missing: %.*s\n", STR_FMT(name));
    }
    arena_close(a);
}

static void look_for_halves(Db *db, Kept *k) {
    const KillPairs *pairs = k->wrote == DRAFTS ? draft_pairs(db)
                             : k->wrote == SITE ? site_pairs(db)
                                                : kill_pairs(db);
    k->acts = pairs ? pairs->acts : NONE;
    k->halves = pairs && pairs->halves != NONE ? pairs->halves : 0;
    // A draft has no audit row of its own; that nobody clashes with themself is looked for in its place.
    if (k->wrote == DRAFTS)
        k->audited = k->acts - draft_clashes(db);
    else
        k->audited = k->wrote == SITE ? site_audited(db) : kill_audited(db);
}

static bool look_at_chain(Db *db, Arena *a) {
    AuditCheck audit = audit_verify(db, a, (Str){0});
    for (size_t i = 0; i < audit.len; i++)
        printf("node %.*s row %lld: %.*s\n", STR_FMT(audit.at[i].node), (long long)audit.at[i].seq,
               STR_FMT(audit.at[i].why));
    return !audit.len;
}

static int check(Str url, Wrote wrote) {
    Str why = {0};
    Arena *a = arena_open();
    Kept k = {.wrote = wrote};
    Db *db = db_open(url, false, &why, a);
    if (!db) return printf("%.*s\n", STR_FMT(why)), 1;
    db_begin_read(db);
    look_for_acknowledged(db, &k);
    db_use(db, a);
    look_for_halves(db, &k);
    bool whole = look_at_chain(db, a);
    if (db_fault(db).at) printf("%.*s\n", STR_FMT(db_fault(db)));
    printf("%lld acknowledged, %lld missing, %lld kept, %lld half done, %lld audited\n",
           (long long)k.acknowledged, (long long)k.missing, (long long)k.acts, (long long)k.halves,
           (long long)k.audited);
    return whole && !k.missing && !k.halves && k.acts == k.audited && !db_fault(db).at ? 0 : 1;
}

int main(int argc, char **argv) {
    if (argc == 5 && !strcmp(argv[1], "write"))
        return write_for_ever(str_from(argv[2]), argv[3], (int)strtol(argv[4], NULL, 10));
    if (argc == 3 && !strcmp(argv[1], "check")) return check(str_from(argv[2]), PROGRAM);
    if (argc == 3 && !strcmp(argv[1], "check-site")) return check(str_from(argv[2]), SITE);
    if (argc == 3 && !strcmp(argv[1], "check-drafts")) return check(str_from(argv[2]), DRAFTS);
    fputs("usage: kill-writer write URL ROUND CLIENTS | check URL | check-site URL | check-drafts URL\n",
          stderr);
    return 2;
}
