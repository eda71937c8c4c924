// The demonstration is the same for the same seed, and holds to the rules that everybody else is held to.
#include "voice/demo/demo.h"

#include "access/access.h"
#include "db/db_test.h"
#include "pathway/assessment/assessment.h"
#include "pathway/work/work.h"
#include "test.h"
#include "voice/demo/demo_test.sql.h"
#include "voice/demo/moves_test.sql.h"
#include "web/route.h"
#include "world.h"

#define PACK_WORLD(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

static const struct {
    Str name, role, agency;
    bool works;    // has a first screen of work
} who[] = {
    {S("manager"), S("team-manager"), S("Council"), true},
    {S("adviser"), S("adviser"), S("Council"), true},
    {S("social-worker"), S("social-worker"), S("Council"), true},
    {S("family-worker"), S("practitioner"), S("Volunteers"), true},
    {S("teacher"), S("practitioner"), S("School"), true},
    {S("nurse"), S("practitioner"), S("Health"), true},
    {S("member"), S("member"), S("Police"), false},
    {S("family"), S("family"), S("Families"), false},
};

static Str email(World *w, size_t i) { return str_fmt(w->arena, "%.*s@demo.example", STR_FMT(who[i].name)); }

// As each of them: a session of their own, by a token made of their number.
static Answer as(World *w, size_t i, const char *path) {
    char token[32];
    memset(token, (int)i + 1, sizeof token);
    return world_ask(w, (Asked){.token = {token, 32}, .verb = S("GET"), .path = str_from(path)});
}

static void accounts(World *w) {
    db_use(w->db, w->arena);
    db_begin(w->db);
    for (size_t i = 0; i < COUNT(who); i++) {
        char token[32];
        memset(token, (int)i + 1, sizeof token);
        int64_t id = access_account(w->db, w->now, email(w, i), who[i].name, who[i].agency, who[i].role);
        access_session(w->db, w->now, id, (Str){token, 32});
    }
    CHECK(db_commit(w->db));
}

static Str made(Arena *a, uint64_t seed) {
    WORLD(w);
    accounts(&w);
    Str why = demo_families(w.arena, w.db, 300, seed, w.now);
    CHECK(!why.at);
    return str_fmt(a, "%lld %.*s", (long long)demo_test_count(w.db), STR_FMT(demo_test_last(w.db)));
}

TEST(the_same_seed_makes_the_same_families) {    // W187 W188
    Arena *a = arena_open();
    Str one = made(a, 7), again = made(a, 7), other = made(a, 8);
    CHECK_STR(one, again);
    CHECK(!str_eq(one, other));
    arena_close(a);
}

TEST(whatever_is_open_in_the_demonstration_has_an_owner_who_works_in_the_team_that_holds_it) {    // P1 W188
    WORLD(w);
    accounts(&w);
    CHECK(!demo_families(w.arena, w.db, 2000, 1, w.now).at);
    CHECK(demo_test_open(w.db) > 30);
    CHECK_INT(demo_test_strays(w.db), 0);
    CHECK_INT(demo_test_unseen(w.db, w.now), 0);
}

TEST(families_that_are_there_stay_as_they_are) {
    WORLD(w);
    accounts(&w);
    CHECK(!demo_families(w.arena, w.db, 0, 1, w.now).at);
    int64_t before = demo_test_count(w.db);
    CHECK(!demo_families(w.arena, w.db, 0, 1, w.now).at);
    CHECK_INT(demo_test_count(w.db), before);
}

TEST(without_its_accounts_the_demonstration_changes_nothing_and_says_why) {
    WORLD(w);
    CHECK(demo_families(w.arena, w.db, 10, 1, w.now).len > 0);
    CHECK_INT(demo_test_count(w.db), 0);
}

// ---- the stories ------------------------------------------------------------------------------------------

#define TOLD(w)                                               \
    PACK_WORLD(w);                                            \
    accounts(&w);                                             \
    Str why = demo_families(w.arena, w.db, 0, 1, w.now);      \
    if (why.at) fprintf(stderr, "%.*s\n", STR_FMT(why));      \
    CHECK(!why.at)

TEST(everybody_who_works_in_the_demonstration_has_something_due_on_their_first_screen) {    // P1 W181 W188
    TOLD(w);
    for (size_t i = 0; i < COUNT(who); i++) {
        Answer a = as(&w, i, "/work");
        CHECK_INT(a.status, who[i].works ? 200 : 403);
        if (who[i].works) CHECK(sees(a, "Late") || sees(a, "2 July 2014"));
    }
}

static bool waits(DemoWaitingList all, const char *kind) {
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].kind, str_from(kind))) return true;
    fprintf(stderr, "nothing of the kind %s waits in the demonstration\n", kind);
    return false;
}

// What comes by the hour, from a school's list, or by the draw of a sample; and no story leaves a call that
// was put through unanswered.
static const Str not_told[] = {S("conflict"), S("dispute-alert"), S("absentee"),
                               S("audit"),    S("findings"),      S("danger")};

TEST(everything_that_can_wait_for_somebody_does_and_nothing_waits_for_nobody) {    // P1 W188
    TOLD(w);
    DemoWaitingList all = demo_test_waiting(w.db);
    for (size_t i = 0; i < all.len; i++) CHECK_INT(all.at[i].nobodys, 0);
    for (size_t i = 0; i < n_work_kinds; i++) {
        Str kind = str_from(work_kinds[i].key);
        bool later = false;
        for (size_t k = 0; k < COUNT(not_told); k++) later |= str_eq(kind, not_told[k]);
        CHECK(later || waits(all, work_kinds[i].key));
    }
    DemoBlindList blind = demo_test_blind(w.db, w.now);
    for (size_t i = 0; i < blind.len; i++)
        fprintf(stderr, "%.*s %lld: %.*s has no way to the record\n", STR_FMT(blind.at[i].kind),
                (long long)blind.at[i].id, STR_FMT(blind.at[i].email));
    CHECK_INT((int64_t)blind.len, 0);
}

static const WorkKind *kind_of(Str key) {
    for (size_t i = 0; i < n_work_kinds; i++)
        if (str_eq(str_from(work_kinds[i].key), key)) return &work_kinds[i];
    return NULL;
}

TEST(every_page_that_waits_for_somebody_opens_for_them) {    // P1 W188
    TOLD(w);
    int64_t pages = 0;
    for (size_t i = 0; i < COUNT(who); i++) {
        DemoItemList all = demo_test_items(w.db, email(&w, i));
        for (size_t k = 0; k < all.len; k++, pages++) {
            const WorkKind *kind = kind_of(all.at[k].kind);
            int64_t id = kind->by_person ? all.at[k].one_id : all.at[k].id;
            Url path = url_path(w.arena, kind->path, (long long)id);
            Answer a = as(&w, i, str_c(w.arena, path.text));
            if (a.status != 200) fprintf(stderr, "%.*s as %.*s\n", STR_FMT(path.text), STR_FMT(who[i].name));
            CHECK_INT(a.status, 200);
        }
    }
    CHECK(pages > 60);
}

TEST(no_story_tells_of_tomorrow_and_what_it_calls_complete_is) {    // W46 W188
    TOLD(w);
    CHECK_INT(demo_test_ahead(w.db, w.now), 0);
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now, .today = date_of(w.now)};
    DemoSheetList sheets = demo_test_sheets(w.db);
    CHECK(sheets.len >= 5);
    for (size_t i = 0; i < sheets.len; i++)
        CHECK_INT((int64_t)sheet_missing(w.arena, sheet_open(&c, sheets.at[i].sheet_id), NULL).len, 0);
}

// Each changes something on the list, but for a list and a sample that nothing hangs on yet.
static const struct {
    const char *name;
    void (*change)(Db *db);
    bool unseen;
} moves[] = {
    {"conflict", moves_conflict},
    {"alert", moves_alert},
    {"list", moves_list, true},
    {"absentee", moves_absentee},
    {"list changed", moves_list_changed},
    {"sample", moves_sample, true},
    {"audit", moves_audit},
    {"sample changed", moves_sample_changed},
    {"audit done", moves_audit_done},
    {"audit seen", moves_audit_seen},
    {"team", moves_team},
    {"opened", moves_opened},
    {"joined", moves_joined},
    {"owner", moves_owner},
    {"person", moves_person},
    {"seat", moves_seat},
    {"consent", moves_consent},
    {"urgent", moves_urgent},
    {"calm", moves_calm},
    {"wish", moves_wish},
    {"assessed", moves_assessed},
    {"section", moves_section},
    {"clash", moves_clash},
    {"rule", moves_rule},
    {"clock", moves_clock},
    {"child", moves_child},
    {"seen", moves_seen},
    {"unseen", moves_unseen},
    {"rung", moves_rung},
    {"closed", moves_closed},
};

TEST(whatever_something_that_waits_is_told_by_may_change_and_the_list_says_so) {    // P1
    TOLD(w);
    for (size_t i = 0; i < COUNT(moves); i++) {
        Str before = moves_mark(w.db);
        db_begin(w.db);
        moves[i].change(w.db);
        CHECK(db_commit(w.db));
        bool changed = !str_eq(before, moves_mark(w.db));
        if (changed == moves[i].unseen) fprintf(stderr, "%s: the list changed: %d\n", moves[i].name, changed);
        CHECK(changed != moves[i].unseen);
        world_todo_kept(&w);
    }
}

// ---- when the database fails half way ---------------------------------------------------------------------

enum { PATHS_MOST = 20000, ROUTES_MOST = 800 };
typedef struct Walk {
    World *w;
    size_t who;                            // as whom
    const Route *seen[ROUTES_MOST];
    size_t n_seen, n_next, n_paths, n_failed;
    Str paths[PATHS_MOST];
} Walk;

// The route of a page none of whose kind was seen; NULL: of no other.
static const Route *unseen(Walk *k, Str verb, Str path) {
    Match m = route_match(k->w->site, k->w->arena, verb, path);
    if (m.status || route_pool(m.route) == RENDERS) return NULL;
    for (size_t i = 0; i < k->n_seen; i++)
        if (k->seen[i] == m.route) return NULL;
    return m.route;
}

static void follow(Walk *k, Str page) {
    while (str_has(page, S(" href=\"/"))) {
        str_cut(&page, S(" href=\""));
        Str rest = page, link = str_cut(&rest, S("\"")), path = str_cut(&link, S("#"));
        if (k->n_paths < PATHS_MOST && unseen(k, S("GET"), path)) k->paths[k->n_paths++] = path;
    }
}

static Answer send_empty(Walk *k, const char *path) {
    char token[32];
    memset(token, (int)k->who + 1, sizeof token);
    return world_ask(k->w, (Asked){.token = {token, 32}, .verb = S("POST"), .path = str_from(path)});
}

// Each of its questions in turn is the one that fails.
static void fail_each(Walk *k, const char *path, bool sends) {
    Db *db = k->w->db;
    int n = 1;
    for (int status = 500; status == 500 && n < 500; n++) {
        db_fail_after(db, n);
        status = sends ? send_empty(k, path).status : as(k->w, k->who, path).status;
        db_fail_after(db, 0);
    }
    k->n_failed += (size_t)n - 2;
}

static void visit(Walk *k, Str path) {
    const Route *route = unseen(k, S("GET"), path);
    const char *at = str_c(k->w->arena, path);
    if (!route) return;
    Answer a = as(k->w, k->who, at);
    if (a.status != 200) return;
    k->seen[k->n_seen++] = route;
    follow(k, a.body);
    fail_each(k, at, false);
}

// What is sent to the page itself, and to where its forms say.
static void send_to(Walk *k, Str path) {
    const Route *route = unseen(k, S("POST"), path);
    if (!route || str_eq(path, S("/sign-out"))) return;
    k->seen[k->n_seen++] = route;
    fail_each(k, str_c(k->w->arena, path), true);
}

static void send_all(Walk *k) {
    for (size_t i = 0; i < k->n_paths; i++) {
        Str page = as(k->w, k->who, str_c(k->w->arena, k->paths[i])).body;
        send_to(k, k->paths[i]);
        while (str_has(page, S(" action=\"/"))) {
            str_cut(&page, S(" action=\""));
            Str rest = page;
            send_to(k, str_cut(&rest, S("\"")));
        }
    }
}

TEST(whatever_question_of_a_page_fails_the_page_says_so_and_nothing_falls) {    // P3
    TOLD(w);
    Walk k = {.w = &w};
    for (; k.who < COUNT(who); k.who++, k.n_next = k.n_paths = 0) {
        as(&w, k.who, "/");
        follow(&k, S(" href=\"/\" href=\"/work\" href=\"/me\" href=\"/account\" href=\"/plan\""));
        for (; k.n_next < k.n_paths; k.n_next++) visit(&k, k.paths[k.n_next]);
        send_all(&k);
    }
    printf("    %zu questions of %zu pages and forms\n", k.n_failed, k.n_seen);
    CHECK(k.n_seen > 150 && k.n_failed > 1500);
}
