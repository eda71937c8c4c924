// Joined records come apart again, with what was added since (P13), in whatever order that is done.
#include "access/access_test.sql.h"
#include "family.h"
#include "people/find/find_test.sql.h"
#include "people/find/join.h"
#include "people/find/join.sql.h"
#include "schema_text.h"

static const Str manager = S("team-manager");

// Two records that the manager's team holds.
typedef struct Two {
    int64_t first, second, team;
} Two;
static Two two_held(World *w) {
    Two t = {.first = family_child(w, "Amina Yusuf", "2009-05-04"),
             .second = family_child(w, "Aamina Yousef", "2009-04-05")};
    t.team = family_team(w, "North", "early-help", manager);
    family_episode(w, t.first, "early-help", manager, t.team);
    family_episode(w, t.second, "early-help", manager, t.team);
    return t;
}

static const char *path(World *w, const char *format, int64_t a, int64_t b) {
    return str_c(w->arena, str_fmt(w->arena, format, (long long)a, (long long)b));
}

static Str seen_word(Answer a) {
    ptrdiff_t at = str_find(a.body, S("name=\"seen\" value=\""));
    if (at < 0) return S("");
    Str rest = {a.body.at + at + 19, a.body.len - (size_t)at - 19};
    return str_cut(&rest, S("\""));
}

static Answer join_by_page(World *w, Two t) {
    const char *to = path(w, "/work/people/%lld/join/%lld", t.first, t.second);
    Answer look = post(w, manager, to, "");
    CHECK_INT(look.status, 200);
    Str form = str_fmt(w->arena, "join=1&shown=this&why=Same+mother&seen=%.*s", STR_FMT(seen_word(look)));
    return post(w, manager, to, str_c(w->arena, form));
}

static int64_t one_of(World *w, int64_t id) { return person_shown(w->db, id)->id; }

TEST(two_records_of_one_child_are_shown_as_one_and_come_apart_as_they_were) {    // P13
    WORLD(w);
    Two t = two_held(&w);
    CHECK_INT(join_by_page(&w, t).status, 303);
    CHECK_INT(one_of(&w, t.second), t.first);
    int64_t join = find_test_join(w.db, t.first);
    w.now += 60000;
    find_test_entry(w.db, t.first, S("Said at school"), w.now);
    int64_t entry = find_test_last_entry(w.db);
    const char *apart = path(&w, "/work/people/%lld/part/%lld", t.first, join);
    Answer page = ask(&w, manager, GET, apart);
    CHECK_INT(page.status, 200);
    CHECK(sees(page, "Said at school"));
    const char *form =
        str_c(w.arena, str_fmt(w.arena, "why=Two+birth+certificates&entry-%lld=2", (long long)entry));
    CHECK_INT(post(&w, manager, apart, form).status, 303);
    CHECK_INT(one_of(&w, t.first), t.first);
    CHECK_INT(one_of(&w, t.second), t.second);
    CHECK_INT(find_test_entry_of(w.db, entry), t.second);
    CHECK_INT(test_audit_count(w.db, S("person.part"), t.second), 1);
}

// An assessment with its answers, help with a goal, and a consent with its receipt, all on the first record.
typedef struct Since {
    int64_t assessment, episode, goal, consent, receipt;
} Since;
static Since written_on(World *w, Two t) {
    int64_t by = world_account(w, manager);
    Since s = {.episode = family_episode(w, t.first, "early-help", manager, t.team),
               .consent = family_consent(w, t.first, manager, "who")};
    db_begin(w->db);
    int64_t version = find_test_version(w->db, find_test_questionnaire(w->db));
    s.assessment =
        find_test_assessment(w->db, t.first, find_test_sheet(w->db, version, t.first, w->now), by, w->now);
    s.goal = find_test_goal(w->db, s.episode, by, w->now);
    s.receipt = find_test_receipt(w->db, t.first, s.consent, by, w->now);
    db_commit(w->db);
    return s;
}

TEST(assessments_goals_and_receipts_go_to_the_record_they_are_of_when_two_are_taken_apart) {    // P13
    WORLD(w);
    Two t = two_held(&w);
    CHECK_INT(join_by_page(&w, t).status, 303);
    int64_t join = find_test_join(w.db, t.first);
    w.now += 60000;
    Since s = written_on(&w, t);
    const char *apart = path(&w, "/work/people/%lld/part/%lld", t.first, join);
    CHECK(sees(ask(&w, manager, GET, apart), "Assessment: Finish it"));
    Str form = str_fmt(w.arena, "why=Two+certificates&assessment-%lld=2&episode-%lld=2&consent-%lld=2",
                       (long long)s.assessment, (long long)s.episode, (long long)s.consent);
    CHECK_INT(post(&w, manager, apart, str_c(w.arena, form)).status, 303);
    CHECK_INT(find_test_assessment_of(w.db, s.assessment), t.second);
    CHECK_INT(find_test_goal_of(w.db, s.goal), t.second);
    CHECK_INT(find_test_receipt_of(w.db, s.receipt), t.second);
}

// What names a person and is not offered when records are taken apart, each for a reason.
static const char *const not_offered[] = {
    "person", "person_join",                              // what is taken apart
    // go with what they stand on
    "hold", "clock", "receipt", "absentee", "sheet", "assessment_gate", "view_missing",
    "conflict", "seal_open", "seal_reason",               // what bars one record bars both
    "me_invite", "me_link", "need_look",                  // opened by somebody for that very record
    "find_card", "find_post", "todo",                     // made anew
};

static bool is_offered(Arena *a, Str table) {
    for (size_t i = 0; i < COUNT(not_offered); i++)
        if (str_eq(table, str_from(not_offered[i]))) return true;
    Str tab = str_eq(table, S("tie")) ? S("tie_from") : table;
    return !str_eq(part_title(a, &(WrittenSince){.tab = tab}), tab);
}

TEST(whatever_names_a_person_has_its_place_when_records_are_taken_apart) {    // P13
    WORLD(w);
    Schema s = schema_read(w.arena);
    CHECK(s.n > 60);
    for (size_t i = 0; i < s.n; i++)
        for (size_t k = 0; k < s.at[i].n; k++) {
            if (!str_eq(s.at[i].column[k].refs, S("person")) || is_offered(w.arena, s.at[i].name)) continue;
            fprintf(stderr, "%.*s has no line in parts[] of src/people/find/join.c\n",
                    STR_FMT(s.at[i].name));
            CHECK(false);
        }
}

TEST(before_joining_the_page_says_whose_sight_it_changes) {    // P13 P5
    WORLD(w);
    Two t = two_held(&w);
    int64_t south = family_team(&w, "South", "social-care", S("social-worker"));
    int64_t theirs = family_episode(&w, t.second, "social-care", S("social-worker"), south);
    (void)theirs;
    const char *to = path(&w, "/work/people/%lld/join/%lld", t.first, t.second);
    Answer look = post(&w, manager, to, "");
    CHECK(sees(look, "social-worker, Agency of the social-worker"));
    CHECK_INT(one_of(&w, t.second), t.second);
    CHECK_INT(post(&w, manager, to, "join=1&why=Same&seen=0").status, 409);
    CHECK_INT(one_of(&w, t.second), t.second);
    CHECK_INT(join_by_page(&w, t).status, 303);
    CHECK(ways_to(w.db, world_account(&w, S("social-worker")), t.first, w.now).len > 0);
}

TEST(nobody_joins_what_they_may_not_open) {    // P5
    WORLD(w);
    Two t = two_held(&w);
    int64_t other = family_child(&w, "Amina Yusuf", "2009-05-04");
    CHECK_INT(post(&w, manager, path(&w, "/work/people/%lld/join/%lld", t.first, other), "").status, 403);
    CHECK_INT(post(&w, manager, path(&w, "/work/people/%lld/join/%lld", other, t.first), "").status, 403);
    CHECK_INT(
        post(&w, S("practitioner"), path(&w, "/work/people/%lld/join/%lld", t.first, t.second), "").status,
        403);
}

TEST(a_join_names_the_other_record_only_where_both_are_shown_as_one) {    // P5 P13
    WORLD(w);
    Two t = two_held(&w);
    const char *page = path(&w, "/work/people/%lld/join", t.first, 0);
    db_begin(w.db);
    join_put(w.db, t.first, t.second, S("Same mother"), w.now, world_account(&w, manager));
    CHECK(db_commit(w.db));
    CHECK(!sees(ask(&w, manager, GET, page), "Same mother"));
    db_begin(w.db);
    person_one_set(w.db, t.second, t.first);
    CHECK(db_commit(w.db));
    CHECK(sees(ask(&w, manager, GET, page), "Same mother"));
}

TEST(a_seal_of_either_holds_for_both_while_they_are_one) {    // P5 P13
    WORLD(w);
    Two t = two_held(&w);
    family_join(&w, t.team, S("practitioner"));
    int64_t worker = world_account(&w, S("practitioner"));
    find_test_seal(w.db, t.second);
    find_test_seal_open(w.db, t.second, world_account(&w, manager), w.now);
    CHECK(ways_to(w.db, worker, t.first, w.now).len > 0);
    const char *to = path(&w, "/work/people/%lld/join/%lld", t.first, t.second);
    CHECK(sees(post(&w, manager, to, ""), "practitioner, Agency of the practitioner"));
    CHECK_INT(join_by_page(&w, t).status, 303);
    CHECK_INT(ways_to(w.db, worker, t.first, w.now).len, 0);
}

static Ctx context(World *w) {
    return (Ctx){.arena = w->arena,
                 .db = w->db,
                 .now = w->now,
                 .today = date_of(w->now),
                 .actor.id = world_account(w, manager)};
}

TEST(chains_come_apart_in_the_middle_and_nothing_is_joined_twice) {    // P13
    WORLD(w);
    int64_t a = family_child(&w, "A", NULL), b = family_child(&w, "B", NULL), d = family_child(&w, "D", NULL);
    Ctx c = context(&w);
    db_begin(w.db);
    int64_t one = join_make(&c, a, b, S("x"));
    int64_t two = join_make(&c, b, d, S("x"));
    CHECK(one > 0 && two > 0);
    CHECK_INT(join_make(&c, d, a, S("a circle")), 0);
    CHECK_INT(one_of(&w, d), a);
    CHECK(join_part(&c, one, S("y")));
    CHECK_INT(one_of(&w, a), a);
    CHECK_INT(one_of(&w, b), b);
    CHECK_INT(one_of(&w, d), b);
    CHECK(!join_part(&c, one, S("again")));
    CHECK(join_part(&c, two, S("y")));
    CHECK_INT(one_of(&w, d), d);
    db_commit(w.db);
}

// ---- any order --------------------------------------------------------------------------------------------

enum { RECORDS = 7, STEPS = 120 };
typedef struct Model {    // who is joined with whom, kept by hand
    int64_t record[RECORDS];
    int64_t join[RECORDS * RECORDS];
    size_t first[RECORDS * RECORDS], second[RECORDS * RECORDS];
    bool stands[RECORDS * RECORDS];
    size_t n;
    int64_t entry[STEPS];    // what was written, and about which record
    size_t of[STEPS], n_entries;
} Model;

static bool reaches(const Model *m, size_t from, size_t to, size_t without, unsigned *been) {
    if (from == to) return true;
    *been |= 1U << from;
    for (size_t i = 0; i < m->n; i++) {
        if (!m->stands[i] || i == without) continue;
        size_t next = m->first[i] == from ? m->second[i] : m->second[i] == from ? m->first[i] : from;
        if (!(*been >> next & 1) && reaches(m, next, to, without, been)) return true;
    }
    return false;
}

static bool together(const Model *m, size_t a, size_t b) {
    unsigned been = 0;
    return reaches(m, a, b, SIZE_MAX, &been);
}

static void step_join(Ctx *c, Model *m, uint64_t *random) {
    size_t a = test_random(random) % RECORDS, b = test_random(random) % RECORDS;
    if (a == b || m->n == COUNT(m->join)) return;
    bool were = together(m, a, b);
    int64_t id = join_make(c, m->record[a], m->record[b], S("random"));
    CHECK((id == 0) == were);
    if (!id) return;
    m->join[m->n] = id, m->first[m->n] = a, m->second[m->n] = b, m->stands[m->n++] = true;
}

static void step_part(Ctx *c, Model *m, uint64_t *random) {
    if (!m->n) return;
    size_t i = test_random(random) % m->n;
    CHECK(join_part(c, m->join[i], S("random")) == m->stands[i]);
    m->stands[i] = false;
}

static void step_write(World *w, Model *m, uint64_t *random) {
    size_t i = test_random(random) % RECORDS;
    if (m->n_entries == STEPS) return;
    find_test_entry(w->db, m->record[i], S("Something"), w->now);
    m->entry[m->n_entries] = find_test_last_entry(w->db);
    m->of[m->n_entries++] = i;
}

static void model_holds(World *w, const Model *m) {
    for (size_t a = 0; a < RECORDS; a++) {
        int64_t one = one_of(w, m->record[a]);
        CHECK_INT(one_of(w, one), one);
        for (size_t b = 0; b < a; b++) CHECK((one == one_of(w, m->record[b])) == together(m, a, b));
    }
    for (size_t i = 0; i < m->n_entries; i++)
        CHECK_INT(find_test_entry_of(w->db, m->entry[i]), m->record[m->of[i]]);
}

TEST(joining_and_parting_in_any_order_leaves_what_the_joins_say_and_at_last_everything_as_it_was) {    // P13
    WORLD(w);
    uint64_t random = test_seed();
    Model *m = arena_new(w.arena, Model, 1);
    for (size_t i = 0; i < RECORDS; i++) m->record[i] = family_child(&w, "Amina Yusuf", NULL);
    Ctx c = context(&w);
    db_begin(w.db);
    for (size_t i = 0; i < STEPS; i++) {
        uint64_t way = test_random(&random) % 5;
        if (way < 2)
            step_join(&c, m, &random);
        else if (way < 4)
            step_part(&c, m, &random);
        else
            step_write(&w, m, &random);
        if (i % 8 == 0) model_holds(&w, m);
    }
    for (size_t i = 0; i < m->n; i++)
        if (m->stands[i]) CHECK(join_part(&c, m->join[i], S("at last")));
    for (size_t i = 0; i < m->n; i++) m->stands[i] = false;
    model_holds(&w, m);
    for (size_t i = 0; i < RECORDS; i++) CHECK_INT(one_of(&w, m->record[i]), m->record[i]);
    db_commit(w.db);
}
