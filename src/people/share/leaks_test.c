// Every page of the casework, asked by everybody about everybody, in random worlds where each record has a
// secret word of each kind: nobody reads a word of a kind they may not see. A new page needs a line in
// walks[].
#include "worlds.h"

#include <stdlib.h>

#include "access/access.h"
#include "people/share/share.h"
#include "routes.h"

// How the stars of a route are filled, a letter for each: p a person, e an entry of theirs, v their words,
// c a consent, C a contact, E an episode, g a goal, a an action, m a meeting, r a review, n small numbers.
// `query` is added to it.
typedef struct Walk {
    const char *path, *fill, *query;
} Walk;
static const Walk walks[] = {
    {"/work", "", ""},
    {"/work/team", "", ""},
    {"/work/search", "", "?q=planted"},
    {"/work/people", "", "?q=Person"},
    {"/work/people/*", "p", ""},
    {"/work/people/*/consent", "p", ""},
    {"/work/people/*/consent/new", "p", ""},
    {"/work/people/*/consent/*/withdraw", "pc", ""},
    {"/work/people/*/consent/*/refusal", "pc", ""},
    {"/work/people/*/share", "p", ""},
    {"/work/people/*/withhold", "p", ""},
    {"/work/people/*/preview", "p", ""},
    {"/work/people/*/looked", "p", ""},
    {"/work/people/*/looked/family", "p", ""},
    {"/work/people/*/glass", "p", ""},
    {"/work/people/*/conflict", "p", ""},
    {"/work/people/*/seal", "p", ""},
    {"/work/people/*/views", "p", ""},
    {"/work/people/*/views/new", "p", ""},
    {"/work/people/*/views/*/outcome", "pv", ""},
    {"/work/people/*/chronology", "p", ""},
    {"/work/people/*/chronology/new", "p", ""},
    {"/work/people/*/chronology/letters", "p", ""},
    {"/work/people/*/chronology/*", "pe", ""},
    {"/work/people/*/chronology/*/edit", "pe", ""},
    {"/work/people/*/episodes/new", "p", ""},
    {"/work/glass/*", "n", ""},
    {"/work/checks", "", ""},
    {"/work/checks/*", "n", ""},
    {"/work/contacts/*/check", "C", ""},
    {"/work/episodes/*/close", "E", ""},
    {"/work/episodes/*/meetings", "E", ""},
    {"/work/episodes/*/meetings/new", "E", ""},
    {"/work/episodes/*/reviews/new", "E", ""},
    {"/work/episodes/*/supervision", "E", ""},
    {"/work/episodes/*/supervision/new", "E", ""},
    {"/work/groups", "", ""},
    {"/work/meetings/*", "m", ""},
    {"/work/meetings/*.ics", "m", ""},
    {"/work/missing", "", ""},
    {"/work/oversight/*", "n", ""},
    {"/work/people/*/addresses", "p", ""},
    {"/work/people/*/basics", "p", ""},
    {"/work/people/*/edit", "p", ""},
    {"/work/people/*/facts/*/*", "pnn", ""},
    {"/work/people/*/groups", "p", ""},
    {"/work/people/*/groups/*", "pn", ""},
    {"/work/people/*/identifiers", "p", ""},
    {"/work/people/*/names", "p", ""},
    {"/work/people/*/needs", "p", ""},
    {"/work/people/*/transitions", "p", ""},
    {"/work/people/*/transitions/*", "pn", ""},
    {"/work/reviews/*", "r", ""},
    {"/work/assessments", "", ""},
    {"/work/assessments/*", "n", ""},
    {"/work/assessments/*/*", "nn", ""},
    {"/work/assessments/*/clashes", "n", ""},
    {"/work/assessments/*/history", "n", ""},
    {"/work/assessments/*/print", "n", ""},
    {"/work/assessments/counts", "", ""},
    {"/work/complaints/*", "n", ""},
    {"/work/contacts/counts", "", ""},
    {"/work/crisis/*", "n", ""},
    {"/work/disputes/*", "n", ""},
    {"/work/episodes/*/steps", "E", ""},
    {"/work/need", "", ""},
    {"/work/people/*/assessments", "p", ""},
    {"/work/people/*/assessments/new", "p", ""},
    {"/work/people/*/born", "p", ""},
    {"/work/people/*/complaints/new", "p", ""},
    {"/work/people/*/disputes/new", "p", ""},
    {"/work/people/*/family", "p", ""},
    {"/work/people/*/family/add", "p", ""},
    {"/work/people/*/family/genogram.svg", "p", ""},
    {"/work/people/*/family/household", "p", ""},
    {"/work/people/*/family/tie/*", "pn", ""},
    {"/work/people/*/family/ties/*", "pn", ""},
    {"/work/people/*/family/unborn", "p", ""},
    {"/work/people/*/join", "p", ""},
    {"/work/people/*/me", "p", ""},
    {"/work/people/*/need", "p", ""},
    {"/work/people/*/need/decide", "p", ""},
    {"/work/people/*/need/look", "p", ""},
    {"/work/people/*/part/*", "pn", ""},
    {"/work/people/new", "", ""},
    {"/work/register", "", ""},
    {"/work/register.csv", "", ""},
    {"/work/steps", "", ""},
    {"/work/steps/*", "n", ""},
    {"/work/contacts", "", ""},
    {"/work/contacts/new", "", ""},
    {"/work/contacts/mine", "", ""},
    {"/work/contacts/mine/*", "C", ""},
    {"/work/contacts/flags/*", "n", ""},
    {"/work/contacts/*", "C", ""},
    {"/work/contacts/*/decide", "C", ""},
    {"/work/contacts/*/tell", "C", ""},
    {"/work/contacts/*/close", "C", ""},
    {"/work/referrals", "", ""},
    {"/work/policy/*", "n", ""},
    {"/work/absences", "", ""},
    {"/work/absences/new", "", ""},
    {"/work/absences/*", "n", ""},
    {"/work/absences/pupils/*", "n", ""},
    {"/work/quality", "", ""},
    {"/work/quality/samples/*", "n", ""},
    {"/work/quality/audits/*", "n", ""},
    {"/work/quality/audits/*/*", "nn", ""},
    {"/work/exchange", "", ""},
    {"/work/exchange/outcomes.csv", "", ""},
    {"/work/exchange/outcomes.json", "", ""},
    {"/work/people/*/record.json", "p", ""},
    {"/work/people/*/assessments/children", "p", ""},
    {"/work/assessments/*/evidence/new", "n", ""},
    {"/work/evidence/*/file", "n", ""},
    {"/work/referrals/*", "n", ""},
    {"/work/episodes/*", "E", ""},
    {"/work/episodes/*/team/add", "E", ""},
    {"/work/episodes/*/team/*/leave", "En", ""},
    {"/work/episodes/*/lead", "E", ""},
    {"/work/episodes/*/considered", "E", ""},
    {"/work/episodes/*/plan", "E", ""},
    {"/work/episodes/*/actions/new", "E", ""},
    {"/work/actions/*", "a", ""},
    {"/work/episodes/*/goals/new", "E", ""},
    {"/work/goals/*", "g", ""},
    {"/work/episodes/*/evidence/new", "E", ""},
    {"/work/episodes/*/requests/new", "E", ""},
    {"/work/requests/*", "n", ""},
};

static bool is_casework(const Route *r) {
    Str path = str_from(r->path);
    return r->method == GET && (str_eq(path, S("/work")) || str_starts(path, S("/work/")));
}

static const Walk *walk_of(const Route *r) {
    for (size_t i = 0; i < COUNT(walks); i++)
        if (!strcmp(walks[i].path, r->path)) return &walks[i];
    return NULL;
}

TEST(every_page_of_the_casework_is_walked_when_leaks_are_looked_for) {    // P5 W98
    for (size_t i = 0; i < n_routes; i++) {
        if (!is_casework(&routes[i]) || walk_of(&routes[i])) continue;
        fprintf(stderr, "%s has no line in walks[] of src/people/share/leaks_test.c\n", routes[i].path);
        CHECK(false);
    }
}

typedef struct Looker {
    Worlds all;
    Model m;
    Str token[MODEL_MOST];
    int leaks;
    int64_t asked;
} Looker;

static int64_t filled(const Looker *l, char what, int p, int k) {
    int e = l->m.n_episodes ? p % l->m.n_episodes : -1, c = l->m.n_consents ? p % l->m.n_consents : -1;
    switch (what) {
    case 'p': return l->all.person[p];
    case 'e': return l->all.entry[p][k];
    case 'v': return l->all.view[p];
    case 'C': return l->all.contact[p];
    case 'c': return c < 0 ? 1 : l->all.consent[c];
    case 'E': return e < 0 ? 1 : l->all.episode[e];
    case 'g': return e < 0 ? 1 : l->all.goal[e];
    case 'a': return e < 0 ? 1 : l->all.action[e];
    case 'm': return e < 0 ? 1 : l->all.meeting[e];
    case 'r': return e < 0 ? 1 : l->all.review[e];
    default: return p + 1;
    }
}

static Str address(const Looker *l, Arena *a, const Walk *w, int p, int k) {
    Buf out = {.arena = a};
    const char *fill = w->fill;
    for (const char *s = w->path; *s; s++) {
        if (*s == '*' && *fill) buf_int(&out, filled(l, *fill++, p, k));
        else buf_byte(&out, *s);
    }
    buf_put(&out, str_from(w->query));
    return buf_str(&out);
}

// The front door reads contacts that are not closed to it: who calls again is told of earlier calls.
static bool may_read(const Looker *l, int account, Str address, int p, int k) {
    int one = l->m.one[p];
    if (model_sees(&l->m, account, one, 5) >> k & 1) return true;
    return str_starts(address, S("/work/contacts")) && !strcmp(info[k].key, "contact") &&
           !model_shut(&l->m, account, one);
}

// Each "Zq", a person's letter, "x", a kind's letter, "y" that stands in the answer.
static void look(Looker *l, int account, Str address, Str body) {
    for (size_t i = 0; i + 6 <= body.len; i++) {
        const char *s = body.at + i;
        if ((s[0] | 32) != 'z' || (s[1] | 32) != 'q' || (s[3] | 32) != 'x' || (s[5] | 32) != 'y') continue;
        int p = (s[2] | 32) - 'a', k = (s[4] | 32) - 'a';
        if (p < 0 || p >= l->m.people || k < 0 || k >= MODEL_KINDS) continue;
        if (may_read(l, account, address, p, k) || l->leaks++ >= 8) continue;
        fprintf(stderr, "%.*s: account %d reads %s of person %d\n", STR_FMT(address), account, info[k].key,
                p);
    }
}

static void walk(Looker *l, const Walk *w, int account) {
    World *world = l->all.w;
    bool many = strchr(w->fill, 'e') != NULL;
    for (int p = 0; p < (w->fill[0] ? l->m.people : 1); p++)
        for (int k = 0; k < (many ? MODEL_KINDS : 1); k++) {
            Arena *keep = world->arena;
            world->arena = arena_open();
            Str at = address(l, world->arena, w, p, k);
            Answer a = world_ask(world, (Asked){.token = l->token[account], .verb = S("GET"), .path = at});
            look(l, account, at, a.body);
            if (a.status == 500 && l->leaks++ < 8) fprintf(stderr, "%.*s answered 500\n", STR_FMT(at));
            l->asked++;
            arena_close(world->arena);
            world->arena = keep;
            db_use(world->db, keep);
        }
}

static Str token_for(World *w, int64_t account, int n) {
    Str token = str_fmt(w->arena, "the session of a worker, no. %03d", n);
    db_begin(w->db);
    access_session(w->db, w->now, account, (Str){token.at, 32});
    db_commit(w->db);
    return (Str){token.at, 32};
}

static int leaks_of(uint64_t seed) {
    WORLD(w);
    (void)world_site(&w);
    Looker l = {.all = worlds_open(&w)};
    uint64_t state = seed;
    l.m = model_random(&state);
    db_begin(w.db);
    worlds_write(&l.all, &l.m);
    worlds_plant(&l.all, &l.m);
    db_commit(w.db);
    for (int a = 0; a < l.m.accounts; a++) l.token[a] = token_for(&w, l.all.account[a], a);
    for (int a = 0; a < l.m.accounts; a++)
        for (size_t i = 0; i < n_routes; i++)
            if (is_casework(&routes[i]) && walk_of(&routes[i])) walk(&l, walk_of(&routes[i]), a);
    if (l.leaks) fprintf(stderr, "in the world of seed %llu\n", (unsigned long long)seed);
    CHECK(l.asked > 500);
    return l.leaks;
}

TEST(nobody_reads_through_any_page_of_the_casework_what_the_rules_deny) {    // P5 P6 P13 W98
    const char *said = getenv("KITH_WORLDS");
    int worlds = said ? 1 + (int)strtol(said, NULL, 10) / 200 : 1;
    uint64_t state = test_seed();
    for (int i = 0; i < worlds; i++) CHECK_INT(leaks_of(test_random(&state)), 0);
}
