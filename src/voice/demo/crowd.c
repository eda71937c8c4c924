// A whole city of made-up families, for measuring: households one by one, because everybody has a name and an
// address of their own; episodes and chronologies by the set.
#include <stdio.h>

#include "voice/demo/demo.sql.h"
#include "voice/demo/inside.h"

enum { WORKERS_A_TEAM = 10, CASES_A_TEAM = 200, ENTRIES = 50 };

typedef struct Crowd {
    Arena *arena;
    Db *db;
    Instant now;
    Date today;
    uint64_t random;
    Str at;              // today, ISO
    int64_t children;    // made so far
} Crowd;

static uint64_t pick(Crowd *w, uint64_t n) { return demo_random(&w->random) % n; }

static Str day_back(Crowd *w, uint64_t from, uint64_t span) {
    return date_iso(w->arena, date_add_days(w->today, -(int)(from + pick(w, span))));
}

static int64_t somebody(Crowd *w, const Naming *n, Str family, bool girl, Str born) {
    Str given = demo_given(n, girl, &w->random);
    Str name = str_fmt(w->arena, "%.*s %.*s", STR_FMT(given), STR_FMT(family));
    Str gender = girl ? S("female") : S("male");
    int64_t id = demo_person(w->db, name, born, (Str){0}, gender, w->now);
    demo_person_one(w->db, id);
    demo_name(w->db, id, given, family, S("now"), (Str){0}, w->now);
    return id;
}

// "NG7 4QX": seven parts of the city, and enough ends that a street has its own.
static Str postcode(Crowd *w) {
    static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ";
    return str_fmt(w->arena, "NG%d %d%c%c", 1 + (int)pick(w, 11), (int)pick(w, 10), letters[pick(w, 20)],
                   letters[pick(w, 20)]);
}

static void lives(Crowd *w, int64_t person, Str line, Str code) {
    demo_address(w->db, person, line, code, (Str){0}, (Str){0}, w->now);
}

static Str surname(const Naming *n, uint64_t at, bool girl) {
    return demo_word(girl && n->girls_family ? n->girls_family : n->family, at);
}

static void household(Crowd *w, int64_t most) {
    const Naming *n = demo_naming(&w->random);
    uint64_t family = pick(w, 1 << 20);
    Str line =
        str_fmt(w->arena, "%d %.*s, Nottingham", 1 + (int)pick(w, 180), STR_FMT(demo_street(&w->random)));
    Str code = postcode(w);
    int64_t mother = somebody(w, n, surname(n, family, true), true, day_back(w, 7300, 9000)), father = NONE;
    lives(w, mother, line, code);
    if (pick(w, 3)) {
        father = somebody(w, n, surname(n, family, false), false, day_back(w, 7300, 11000));
        if (pick(w, 4)) lives(w, father, line, code);
    }
    uint64_t children = 1 + pick(w, 3) + (pick(w, 6) == 0);
    for (uint64_t i = 0; i < children && w->children < most; i++, w->children++) {
        bool girl = pick(w, 2);
        int64_t child = somebody(w, n, surname(n, family, girl), girl, day_back(w, 0, 6500));
        lives(w, child, line, code);
        demo_tie(w->db, mother, child, S("birth-mother"), 1, w->now);
        if (father != NONE) demo_tie(w->db, father, child, S("parent"), 1, w->now);
    }
}

// ---- by the set -------------------------------------------------------------------------------------------

static const struct {
    const char *kind, *what, *title, *body;
} happened[] = {
    {"note", "visit", "Home visit",
     "The children were at home with their mother. The flat was warm and tidy."},
    {"note", "call", "Telephone call with the school", "Attendance is better this half term."},
    {"plan", "review", "Review of the plan",
     "Two actions are done and one is late. The family wants to go on."},
    {"note", "meeting", "Meeting of the team around the child", "School, health and the family worker came."},
    {"health", "note", "Health visitor's note", "Weight and height are on the line. Hearing test booked."},
    {"view", "view", "What the child said", "I like it when we read together before bed."},
    {"assessment", "assessment", "Assessment added to", "The section about housing was brought up to date."},
    {"contact", "contact", "Contact from a neighbour", "Shouting in the evening; nothing seen."},
    {"note", "call", "Call from the housing office", "Repairs are agreed for next month."},
    {"plan", "action", "Action done", "The breakfast club place was taken up."},
};

static Str add_workers(Crowd *w, int64_t first, int64_t last) {
    int64_t open = w->children / 33 + 1, teams = open / CASES_A_TEAM + 1, workers = teams * WORKERS_A_TEAM;
    int64_t worker = demo_account(w->db, S("social-worker@demo.example"));
    if (worker == NONE) return S("The demonstration's accounts are missing: run kith demo first.");
    int64_t agency = demo_agency_of(w->db, worker), team = NONE;
    demo_accounts_add(w->db, agency, workers, w->now);
    int64_t crowd = demo_worker_first(w->db);
    for (int64_t t = 0; t < teams; t++) {
        int64_t id = demo_team_add(w->db, agency, str_fmt(w->arena, "Made-up team %lld", (long long)t + 1),
                                   t % 2 ? S("social-care") : S("early-help"));
        if (team == NONE) team = id;
        for (int64_t i = 0; i < WORKERS_A_TEAM; i++)
            demo_member_add(w->db, id, crowd + i * teams + t, i == 0, w->now);
    }
    Str next = date_iso(w->arena, date_add_days(w->today, 10));
    demo_episodes_crowd(w->db, first, last, crowd, team, teams, workers, next, w->now - 400 * DAY_MS);
    demo_holds_crowd(w->db, first, last);
    demo_past_crowd(w->db, first, last, crowd, team, teams, workers, w->now, DAY_MS);
    demo_handover(w->db, crowd, worker);
    demo_member_add(w->db, team, worker, 0, w->now);
    demo_member_add(w->db, team, demo_account(w->db, S("manager@demo.example")), 1, w->now);
    return (Str){0};
}

static void add_plans(Crowd *w, int64_t first, int64_t last) {
    Str past = date_iso(w->arena, date_add_days(w->today, -300));
    Str next = date_iso(w->arena, date_add_days(w->today, 10));
    demo_need_crowd(w->db, first, last, DAY_MS);
    demo_done_crowd(w->db, first, last, past, DAY_MS);
    demo_open_crowd(w->db, first, last, next, DAY_MS);
    demo_review_crowd(w->db, first, last, next, DAY_MS);
    demo_said_crowd(w->db, first, last, DAY_MS);
}

static void add_histories(Crowd *w, int64_t first, int64_t last) {
    for (int64_t n = 0; n < ENTRIES; n++) {
        size_t i = (size_t)n % COUNT(happened);
        demo_entry_crowd(w->db, first, last, n, str_from(happened[i].kind), str_from(happened[i].what),
                         str_from(happened[i].title), str_from(happened[i].body), DAY_MS);
    }
    demo_contact_crowd(w->db, first, last, S("Contact: advice given"), w->now - 700 * DAY_MS);
}

Str demo_crowd(Arena *a, Db *db, int64_t children, uint64_t seed, Instant now) {
    Crowd w = {.arena = arena_open(), .db = db, .now = now, .today = date_of(now), .random = seed};
    int64_t first = NONE;
    while (w.children < children && !db_fault(db).at) {
        db_use(db, w.arena);
        if (first == NONE) first = demo_person_next(db);
        household(&w, children);
        arena_reset(w.arena);
    }
    db_use(db, a);
    int64_t last = demo_person_next(db) - 1;
    w.arena = (arena_close(w.arena), a);
    Str why = add_workers(&w, first, last);
    if (why.at) return why;
    add_histories(&w, first, last);
    add_plans(&w, first, last);
    return why;
}
