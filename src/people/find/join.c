// Joins as a forest: records are its nodes, standing joins its edges, and what hangs together is one person.
#include "people/find/join.h"

#include "people/find/search.h"

enum { TOGETHER = 64 };

typedef struct Group {
    size_t n;
    int64_t id[TOGETHER], one[TOGETHER];
} Group;

static void group_add(Group *g, Db *db, int64_t one) {
    JoinedRecordList all = joined_with(db, one);
    for (size_t i = 0; i < all.len && g->n < TOGETHER; i++) g->id[g->n] = g->one[g->n] = all.at[i].id, g->n++;
}

static int64_t one_in(const Group *g, int64_t id) {
    for (size_t i = 0; i < g->n; i++)
        if (g->id[i] == id) return g->one[i];
    return NONE;
}

// Both sides are shown as what the first one's side is shown as.
static void group_join(Group *g, int64_t first, int64_t second) {
    int64_t to = one_in(g, first), from = one_in(g, second);
    if (to == NONE || from == NONE) return;
    for (size_t i = 0; i < g->n; i++)
        if (g->one[i] == from) g->one[i] = to;
}

static void group_replay(Group *g, const StandingJoinList *joins, int64_t without) {
    for (size_t i = 0; i < joins->len; i++)
        if (joins->at[i].id != without) group_join(g, joins->at[i].first_id, joins->at[i].second_id);
}

static void group_keep(const Group *g, Db *db) {
    for (size_t i = 0; i < g->n; i++) person_one_set(db, g->id[i], g->one[i]);
}

// Locked in the order of their numbers, and looked up again: somebody else may have been faster.
static bool both_locked(Db *db, int64_t first, int64_t second, int64_t *ret_first, int64_t *ret_second) {
    for (int tries = 0; tries < 8 && !db_fault(db).at; tries++) {
        const Person *a = person_shown(db, first), *b = person_shown(db, second);
        if (!a || !b) return false;
        record_lock(db, a->id < b->id ? a->id : b->id);
        record_lock(db, a->id < b->id ? b->id : a->id);
        const Person *a2 = person_shown(db, first), *b2 = person_shown(db, second);
        if (!a2 || !b2 || a2->id != a->id || b2->id != b->id) continue;
        *ret_first = a->id;
        *ret_second = b->id;
        return a->id != b->id;
    }
    return false;
}

int64_t join_make(Ctx *c, int64_t first, int64_t second, Str why) {
    int64_t a, b;
    if (!both_locked(c->db, first, second, &a, &b)) return 0;
    Group g = {0};
    StandingJoinList of_a = joins_among(c->db, a), of_b = joins_among(c->db, b);
    group_add(&g, c->db, a);
    group_add(&g, c->db, b);
    if (g.n == TOGETHER) return 0;
    int64_t id = join_put(c->db, first, second, why, c->now, c->actor.id);
    group_replay(&g, &of_a, NONE);
    group_replay(&g, &of_b, NONE);
    group_join(&g, first, second);
    group_keep(&g, c->db);
    return id;
}

bool join_part(Ctx *c, int64_t join, Str why) {
    const Joined *j = join_find(c->db, join);
    int64_t one, same;
    if (!j || both_locked(c->db, j->first_id, j->second_id, &one, &same)) return false;
    one = person_shown(c->db, j->first_id)->id;
    Group g = {0};
    StandingJoinList joins = joins_among(c->db, one);
    group_add(&g, c->db, one);
    if (join_end(c->db, join, c->now, c->actor.id, why) != 1) return false;
    group_replay(&g, &joins, join);
    group_keep(&g, c->db);
    return true;
}

int join_side(Db *db, const Joined *j, int64_t record) {
    const Person *p = person_shown(db, j->first_id);
    if (!p) return 0;
    Group g = {0};
    StandingJoinList joins = joins_among(db, p->id);
    group_add(&g, db, p->id);
    group_replay(&g, &joins, j->id);
    int64_t one = one_in(&g, record);
    if (one == NONE) return 0;
    return one == one_in(&g, j->first_id) ? 1 : one == one_in(&g, j->second_id) ? 2 : 0;
}

// ---- what was written since -------------------------------------------------------------------------------

static const struct {
    Str tab, name;
    int64_t (*move)(Db *db, int64_t id, int64_t from, int64_t to);
    Str subject;    // what holds and clocks call it; empty: none stand on it
} parts[] = {
    {S("entry"), S("Chronology"), move_entry, {0}},
    {S("child_view"), S("The child’s words"), move_child_view, S("view")},
    {S("episode"), S("Episode of help"), move_episode, S("episode")},
    {S("consent"), S("Consent"), move_consent, {0}},
    {S("sharing"), S("Shared without consent"), move_sharing, {0}},
    {S("withheld"), S("Withheld"), move_withheld, {0}},
    {S("person_name"), S("Name"), move_name, {0}},
    {S("person_address"), S("Address"), move_address, {0}},
    {S("person_identifier"), S("Number"), move_identifier, {0}},
    {S("person_need"), S("Communication"), move_need, {0}},
    {S("person_group"), S("Group"), move_group, {0}},
    {S("transition"), S("Change coming up"), move_transition, {0}},
    {S("household_member"), S("Household"), move_household, {0}},
    {S("contact_child"), S("Contact"), move_contact, S("contact")},
    {S("contact_flag"), S("Flag of several contacts"), move_flag, S("contact_flag")},
    {S("referral"), S("Referral"), move_referral, S("referral")},
    {S("agency_check"), S("Check with a partner"), move_check, S("check")},
    {S("assessment"), S("Assessment"), move_assessment, S("assessment")},
    {S("crisis_review"), S("Review of what came before"), move_crisis, {0}},
    {S("step"), S("Step up or down"), move_step, S("step")},
    {S("dispute"), S("Disagreement"), move_dispute, S("dispute")},
    {S("complaint"), S("Complaint"), move_complaint, {0}},
    {S("curated"), S("Chronology made by hand"), move_curated, {0}},
    {S("glass"), S("Opened at once"), move_glass, {0}},
    {S("advice_asked"), S("Advice"), move_advice, {0}},
    {S("need"), S("Level of need"), move_level, {0}},
    {S("tie_from"), S("Tie"), move_tie_from, {0}},
    {S("tie_to"), S("Tie"), move_tie_to, {0}},
};

// "Chronology: Home visit", as much of it as fits a line.
Str part_title(Arena *a, const WrittenSince *row) {
    Str name = row->tab, title = row->title;
    size_t n = 0;
    for (size_t i = 0; i < COUNT(parts); i++)
        if (str_eq(parts[i].tab, row->tab)) name = parts[i].name;
    if (!title.len) return name;
    while (n < title.len && n < 150) n += str_rune((Str){title.at + n, title.len - n});
    return str_fmt(a, "%.*s: %.*s%s", STR_FMT(name), (int)n, title.at, n < title.len ? "…" : "");
}

// What stands on a row and names its person too.
static void move_with(Db *db, Str tab, int64_t id, int64_t from, int64_t to) {
    if (str_eq(tab, S("assessment"))) {
        move_sheet(db, id, from, to);
        move_gate(db, id, from, to);
    }
    if (str_eq(tab, S("consent")) || str_eq(tab, S("sharing"))) move_receipts(db, tab, id, from, to);
    if (str_eq(tab, S("person_identifier"))) move_absentee(db, id, from, to);
    if (str_eq(tab, S("episode"))) move_missing(db, id, from, to);
}

bool part_move(Db *db, Str tab, int64_t id, int64_t from, int64_t to) {
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (!str_eq(parts[i].tab, tab)) continue;
        if (parts[i].move(db, id, from, to) != 1) return false;
        move_with(db, tab, id, from, to);
        if (parts[i].subject.len) {
            move_holds(db, parts[i].subject, id, from, to);
            move_clocks(db, parts[i].subject, id, from, to);
            move_clocks_under(db, parts[i].subject, id, from, to);
        }
        return true;
    }
    return false;
}
