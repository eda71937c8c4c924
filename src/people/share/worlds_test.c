// Thousands of random worlds: the view says of each account, person and kind what the rules say, however it
// is asked. KITH_WORLDS sets how many; KITH_SEED which.
#include "worlds.h"

#include <stdlib.h>

#include "people/share/share.h"
#include "worlds.sql.h"

typedef unsigned Seen[MODEL_MOST][MODEL_MOST];   // kinds by account and person

static int worlds_wanted(int quick) {
    const char *said = getenv("KITH_WORLDS");
    return said ? (int)strtol(said, NULL, 10) : quick;
}

static unsigned kind_bits(Str kind) {
    if (str_eq(kind, S("*"))) return ALL_KINDS;
    for (int k = 0; k < MODEL_KINDS; k++)
        if (str_eq(kind, str_from(info[k].key))) return 1u << k;
    return 1u << 30;                       // a kind that nobody knows
}

static int index_of(const int64_t *at, int n, int64_t id) {
    for (int i = 0; i < n; i++)
        if (at[i] == id) return i;
    return -1;
}

static void take(const Worlds *all, const Model *m, WSightList rows, Seen ret) {
    for (size_t i = 0; i < rows.len; i++) {
        int a = index_of(all->account, m->accounts, rows.at[i].account);
        int p = index_of(all->person, m->people, rows.at[i].person);
        if (a >= 0 && p >= 0) ret[a][p] |= kind_bits(rows.at[i].kind);
    }
}

static unsigned asked_of_one(const Worlds *all, int account, int person) {
    WayList ways = ways_to(all->w->db, all->account[account], all->person[person], all->w->now);
    unsigned kinds = 0;
    for (size_t i = 0; i < ways.len; i++) kinds |= kind_bits(ways.at[i].kind);
    return kinds;
}

// What is asked first says nothing that the rules do not say, and leaves nothing out that it should find.
static bool held_agrees(const Worlds *all, const Model *m) {
    for (int a = 0; a < m->accounts; a++)
        for (int p = 0; p < m->people; p++) {
            WayList ways =
                ways_by_holding(all->w->db, all->account[a], all->person[p], all->w->now);
            if (!ways.len || (m->one[p] == p && model_sees(m, a, p, 5) == ALL_KINDS)) continue;
            fprintf(stderr, "account %d, person %d: the rules do not say that they hold\n", a, p);
            return false;
        }
    int64_t astray = w_held_astray(all->w->db);
    if (astray) fprintf(stderr, "%d rows of those who hold are astray\n", (int)astray);
    return !astray;
}

// Whether the three ways of asking say what the rules say.
static bool agrees(const Worlds *all, const Model *m) {
    Seen everybody = {0}, listed = {0};
    Db *db = all->w->db;
    world_todo_kept(all->w);
    take(all, m, w_sight(db, all->w->now), everybody);
    for (int a = 0; a < m->accounts; a++)
        take(all, m, w_sight_account(db, all->account[a], all->w->now), listed);
    for (int a = 0; a < m->accounts; a++)
        for (int p = 0; p < m->people; p++) {
            unsigned want = m->one[p] == p ? model_sees(m, a, p, 5) : 0;
            unsigned one = asked_of_one(all, a, p);
            if (everybody[a][p] == want && listed[a][p] == want && one == want) continue;
            fprintf(stderr, "account %d, person %d: rules %02x, all %02x, list %02x, one %02x\n", a, p, want,
                    everybody[a][p], listed[a][p], one);
            return false;
        }
    return true;
}

// What the page of withdrawing says is what the rules say changes when that consent ends now.
static bool withdrawal_agrees(const Worlds *all, const Model *m, int consent) {
    Model after = *m;
    if (after.consent[consent].withdrawn > 5) after.consent[consent].withdrawn = 5;
    int one = m->one[m->consent[consent].person];
    LoserList said = consent_losers(all->w->db, all->consent[consent], all->person[one], all->w->now);
    unsigned lost[MODEL_MOST] = {0};
    for (size_t i = 0; i < said.len; i++) {
        int a = index_of(all->account, m->accounts, said.at[i].account);
        if (a >= 0) lost[a] |= kind_bits(said.at[i].kind);
    }
    for (int a = 0; a < m->accounts; a++) {
        unsigned want = model_sees(m, a, one, 5) & ~model_sees(&after, a, one, 5);
        if (lost[a] == want) continue;
        fprintf(stderr, "consent %d, account %d: loses %02x, page says %02x\n", consent, a, want, lost[a]);
        return false;
    }
    return true;
}

static bool world_holds(Worlds *all, uint64_t seed) {
    uint64_t state = seed;
    Model m = model_random(&state);
    Arena *arena = arena_open();
    db_use(all->w->db, arena);
    db_begin(all->w->db);
    worlds_write(all, &m);
    bool fine = agrees(all, &m) && held_agrees(all, &m);
    for (int c = 0; c < m.n_consents && fine; c++) fine = withdrawal_agrees(all, &m, c);
    fine = fine && !db_fault(all->w->db).at;
    if (db_fault(all->w->db).at) fprintf(stderr, "%.*s\n", STR_FMT(db_fault(all->w->db)));
    db_rollback(all->w->db);
    db_use(all->w->db, all->w->arena);
    arena_close(arena);
    if (!fine) fprintf(stderr, "in the world of seed %llu\n", (unsigned long long)seed);
    return fine;
}

TEST(in_any_world_the_view_says_what_the_rules_say_and_so_does_the_page_of_withdrawing) {    // P5 P6 P13 W98
    WORLD(w);
    Worlds all = worlds_open(&w);
    uint64_t state = test_seed();
    int wanted = worlds_wanted(200), held = 0;
    for (int i = 0; i < wanted; i++) {
        uint64_t seed = test_random(&state);
        if (!world_holds(&all, seed)) break;
        held++;
    }
    CHECK_INT(held, wanted);
}
