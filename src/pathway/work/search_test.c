// Searching what was written finds it for those who may see it, and tells nobody else that it is there.
#include "family.h"
#include "pathway/work/search.sql.h"
#include "pathway/work/work_test.sql.h"

typedef struct Wood {
    World *w;
    int64_t child, team;
} Wood;

static Answer note_on(World *w, Str role, int64_t child, const char *kind, const char *body) {
    Str form = str_fmt(
        w->arena, "what=note&day-day=1&day-month=7&day-year=2014&title=A+call&nature=fact&kind=%s&body=%s",
        kind, body);
    return post(w, role,
                str_c(w->arena, str_fmt(w->arena, "/work/people/%lld/chronology/new", (long long)child)),
                str_c(w->arena, form));
}

static Wood wood(World *w) {
    Wood x = {w, family_child(w, "Amina Yusuf", "2009-05-04"), 0};
    x.team = family_team(w, "North", "early-help", S("practitioner"));
    family_episode(w, x.child, "early-help", S("practitioner"), x.team);
    note_on(w, S("practitioner"), x.child, "note", "The+hamster+Waldemar+was+found");
    note_on(w, S("practitioner"), x.child, "health", "Asthma+inhaler+prescribed");
    return x;
}

static Answer find(World *w, Str role, const char *words) {
    return post(w, role, "/work/search", str_c(w->arena, str_fmt(w->arena, "wide=1&words=%s", words)));
}

static void check_nothing(World *w, Str role, const char *words) {
    Answer a = find(w, role, words), none = find(w, role, "xyzzyplugh");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Nothing that you may see has these words"));
    // But for the words typed and the form's token the page is the one that nothing at all gives.
    CHECK_INT(a.body.len - strlen(words), none.body.len - strlen("xyzzyplugh"));
}

TEST(words_are_found_by_their_beginnings_whatever_their_case_and_marked) {    // W181 W182
    WORLD(w);
    wood(&w);
    Answer a = find(&w, S("practitioner"), "WALDE+hamst");
    CHECK(sees(a, "1 found"));
    CHECK(str_has(a.body, S("<mark class=\"kith-mark\">Waldemar</mark>")));
    CHECK(sees(find(&w, S("practitioner"), "waldemar+horse"), "Nothing that you may see"));
    CHECK_INT(find(&w, S("practitioner"), "w").status, 422);
}

TEST(a_stranger_finds_nothing_and_the_page_is_that_of_words_never_written) {    // P5
    WORLD(w);
    wood(&w);
    check_nothing(&w, S("social-worker"), "waldemar");
    check_nothing(&w, S("team-manager"), "amina");
}

TEST(a_partner_finds_only_the_kinds_that_consent_names_and_nothing_after_it_ends) {    // P5 P6
    WORLD(w);
    Wood x = wood(&w);
    int64_t consent = family_consent(&w, x.child, S("social-worker"), "note");
    CHECK(sees(find(&w, S("social-worker"), "waldemar"), "1 found"));
    check_nothing(&w, S("social-worker"), "asthma");
    db_begin(w.db);
    work_test_withdraw(w.db, consent, w.now);
    db_commit(w.db);
    check_nothing(&w, S("social-worker"), "waldemar");
}

TEST(a_sealed_record_and_one_barred_are_not_found) {    // P5 W98
    WORLD(w);
    Wood x = wood(&w);
    family_join(&w, x.team, S("adviser"));
    CHECK(sees(find(&w, S("adviser"), "waldemar"), "1 found"));
    db_begin(w.db);
    work_test_bar(w.db, world_account(&w, S("adviser")), x.child, w.now);
    db_commit(w.db);
    check_nothing(&w, S("adviser"), "waldemar");
    db_begin(w.db);
    work_test_seal(w.db, x.child);
    db_commit(w.db);
    check_nothing(&w, S("practitioner"), "waldemar");
}

TEST(a_joined_record_is_found_through_the_one_it_is_shown_as) {    // P13 P5
    WORLD(w);
    Wood x = wood(&w);
    int64_t other = family_child(&w, "Amina Yusof", "2009-04-05");
    family_episode(&w, other, "social-care", S("social-worker"),
                   family_team(&w, "South", "social-care", S("social-worker")));
    check_nothing(&w, S("social-worker"), "waldemar");
    db_begin(w.db);
    work_test_join(w.db, other, x.child);
    db_commit(w.db);
    CHECK(sees(find(&w, S("social-worker"), "waldemar"), "1 found"));
    db_begin(w.db);
    work_test_join(w.db, other, other);
    db_commit(w.db);
    check_nothing(&w, S("social-worker"), "waldemar");
}

TEST(what_was_mended_is_found_by_what_it_says_now) {    // W185
    WORLD(w);
    Wood x = wood(&w);
    int64_t id = work_test_entry(w.db, x.child);
    Str path = str_fmt(w.arena, "/work/people/%lld/chronology/%lld/edit", (long long)x.child, (long long)id);
    post(&w, S("practitioner"), str_c(w.arena, path),
         "what=note&day-day=1&day-month=7&day-year=2014&title=A+call&nature=fact&kind=health&body=Eczema");
    check_nothing(&w, S("practitioner"), "asthma");
    CHECK(sees(find(&w, S("practitioner"), "eczema"), "1 found"));
}

// Of a world of random ways: whatever is found is on a record whose page shows it, and the other way round.
TEST(what_is_found_is_exactly_what_the_chronologies_one_may_open_hold) {    // P5
    WORLD(w);
    const Str roles[] = {S("practitioner"), S("social-worker"), S("adviser"), S("team-manager")};
    const char *const kinds[] = {"note", "health", "who,note,health", "view"};
    unsigned seed = 20140702;
    int64_t child[12];
    for (size_t i = 0; i < COUNT(child); i++) {
        seed = seed * 1103515245u + 12345u;
        Str owner = roles[(seed >> 16) % COUNT(roles)], partner = roles[(seed >> 20) % COUNT(roles)];
        child[i] = family_child(&w, "Amina Yusuf", "2009-05-04");
        const char *name = str_c(w.arena, str_fmt(w.arena, "Team %zu", i));
        family_episode(&w, child[i], "early-help", owner, family_team(&w, name, "early-help", owner));
        note_on(&w, owner, child[i], seed >> 12 & 1 ? "note" : "health", "Waldemar");
        family_consent(&w, child[i], partner, kinds[(seed >> 24) % COUNT(kinds)]);
    }
    for (size_t r = 0; r < COUNT(roles); r++) {
        size_t readable = 0;
        for (size_t i = 0; i < COUNT(child); i++) {
            Str path = str_fmt(w.arena, "/work/people/%lld/chronology", (long long)child[i]);
            readable += sees(ask(&w, roles[r], GET, str_c(w.arena, path)), "Waldemar");
        }
        FoundList found = search_entries(w.db, world_account(&w, roles[r]), w.now, 1, S("waldemar"), (Str){0},
                                         (Str){0}, NONE, 100);
        CHECK_INT(found.len, readable);
    }
}

TEST(a_search_that_cannot_look_through_everything_says_so) {    // P4 W181
    WORLD(w);
    Wood x = wood(&w);
    CHECK(!sees(find(&w, S("practitioner"), "waldemar"), "more records than are looked through"));
    db_begin(w.db);
    work_test_many(w.db, 4001, w.now);
    work_test_many_one(w.db);
    work_test_many_held(w.db, x.team, w.now);
    db_commit(w.db);
    CHECK(sees(find(&w, S("practitioner"), "waldemar"), "only 4,000 of them"));
}
