// A chronology made by hand: picked, remarked on, frozen, and opened whole or not at all.
#include "people/record.h"

#include "family.h"
#include "pathway/work/work_test.sql.h"

static const Str worker = S("practitioner"), partner = S("social-worker");

typedef struct Court {
    World *w;
    int64_t child, home, health, made;
} Court;

static int64_t wrote(World *w, int64_t child, const char *kind, const char *title, int days_ago) {
    db_begin(w->db);
    int64_t id = work_test_wrote(w->db, child, str_from(kind), str_from(title),
                                 w->now - days_ago * INT64_C(86400000), world_account(w, worker));
    db_commit(w->db);
    return id;
}

static const char *to(Court *k, const char *format, int64_t id) {
    return str_c(k->w->arena, str_fmt(k->w->arena, format, (long long)id));
}

static Court court(World *w) {
    world_account(w, worker);
    Court k = {.w = w, .child = family_child(w, "Amina Yusuf", "2009-05-04")};
    int64_t team = family_team(w, "North", "early-help", worker);
    family_episode(w, k.child, "early-help", worker, team);
    k.home = wrote(w, k.child, "note", "Seen at home", 30);
    k.health = wrote(w, k.child, "health", "Broke an arm", 40);
    Answer a = post(w, worker, to(&k, "/work/people/%lld/chronologies/new", k.child),
                    "title=For+the+first+hearing&purpose=court&by-day=1&by-month=8&by-year=2014");
    CHECK_INT(a.status, 303);
    k.made = work_test_curated(w->db);
    return k;
}

static void pick(Court *k, int64_t one, int64_t other) {
    const char *form = str_c(
        k->w->arena, str_fmt(k->w->arena, "entry-%lld=1&entry-%lld=1", (long long)one, (long long)other));
    CHECK_INT(post(k->w, worker, to(k, "/work/chronologies/%lld/pick", k->made), form).status, 303);
}

static Answer show(Court *k, Str role) {
    return ask(k->w, role, GET, to(k, "/work/chronologies/%lld", k->made));
}

static void finish(Court *k) {
    CHECK_INT(post(k->w, worker, to(k, "/work/chronologies/%lld/finish", k->made), "").status, 303);
}

TEST(a_chronology_waits_on_the_list_of_whoever_makes_it_until_it_is_finished) {    // P1
    WORLD(w);
    Court k = court(&w);
    Str link = str_fmt(w.arena, "href=\"/work/chronologies/%lld\"", (long long)k.made);
    Answer a = ask(&w, worker, GET, "/work");
    CHECK(str_has(a.body, link));
    CHECK(sees(a, "1 August 2014"));
    pick(&k, k.home, k.health);
    finish(&k);
    CHECK(!str_has(ask(&w, worker, GET, "/work").body, link));
}

TEST(a_chronology_for_court_is_picked_by_hand_and_stands_by_date_with_source_and_nature) {    // W182
    WORLD(w);
    Court k = court(&w);
    pick(&k, k.home, k.health);
    finish(&k);
    Answer a = show(&k, worker);
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "For the first hearing"));
    CHECK(str_find(a.body, S("Broke an arm")) < str_find(a.body, S("Seen at home")));
    CHECK(sees(a, "Fact"));
    CHECK(sees(a, "Written by practitioner"));
    CHECK(sees(a, "born 4 May 2009"));
}

TEST(what_is_finished_is_frozen_and_what_comes_later_makes_the_next_version) {    // W185
    WORLD(w);
    Court k = court(&w);
    pick(&k, k.home, k.health);
    finish(&k);
    w.now += 86400000;
    const char *mend = str_c(w.arena, str_fmt(w.arena, "/work/people/%lld/chronology/%lld/edit",
                                              (long long)k.child, (long long)k.home));
    CHECK_INT(
        post(&w, worker, mend,
             "what=visit&day-day=1&day-month=6&day-year=2014&title=Seen+at+school&nature=fact&kind=note")
            .status,
        303);
    CHECK(sees(show(&k, worker), "Seen at home"));
    CHECK(sees(show(&k, worker), "written since"));
    CHECK_INT(post(&w, worker, to(&k, "/work/chronologies/%lld/pick", k.made), "").status, 409);
    CHECK_INT(post(&w, worker, to(&k, "/work/chronologies/%lld/finish", k.made), "").status, 409);
    CHECK_INT(post(&w, worker, to(&k, "/work/chronologies/%lld/again", k.made), "").status, 303);
    CHECK(sees(show(&k, worker), "later version"));
    k.made = work_test_curated(w.db);
    CHECK(sees(show(&k, worker), "Seen at school"));
    CHECK(sees(show(&k, worker), "version 2"));
}

TEST(words_kept_back_are_not_in_the_document_and_the_reason_is) {    // W185
    WORLD(w);
    Court k = court(&w);
    pick(&k, k.home, k.health);
    const char *row = str_c(w.arena, str_fmt(w.arena, "/work/chronologies/%lld/rows/%lld", (long long)k.made,
                                             (long long)work_test_curated_row(w.db, k.health)));
    CHECK_INT(post(&w, worker, row, "redact=1").status, 422);
    CHECK_INT(post(&w, worker, row, "redact=1&why=About+another+child&comment=See+the+letter").status, 303);
    finish(&k);
    Answer a = show(&k, worker);
    CHECK(!sees(a, "Broke an arm"));
    CHECK(sees(a, "Kept back: About another child"));
    CHECK(sees(a, "Remark: See the letter"));
}

TEST(a_finished_chronology_is_opened_whole_or_not_at_all) {    // P5 P6 W98
    WORLD(w);
    Court k = court(&w);
    family_consent(&w, k.child, partner, "who,note");
    pick(&k, k.home, k.home);
    CHECK_INT(show(&k, partner).status, 403);
    finish(&k);
    CHECK(sees(show(&k, partner), "Seen at home"));
    CHECK_INT(post(&w, worker, to(&k, "/work/chronologies/%lld/again", k.made), "").status, 303);
    int64_t first = k.made;
    k.made = work_test_curated(w.db);
    pick(&k, k.home, k.health);
    finish(&k);
    CHECK_INT(show(&k, partner).status, 403);
    CHECK(sees(ask(&w, partner, GET, to(&k, "/work/people/%lld/chronologies", k.child)), "Not shared"));
    k.made = first;
    db_begin(w.db);
    work_test_end_consents(w.db, k.child, w.now);
    db_commit(w.db);
    CHECK_INT(show(&k, partner).status, 403);
    CHECK(sees(show(&k, worker), "Seen at home"));
}

TEST(a_row_that_went_to_another_child_closes_the_document_to_who_may_not_see_that_child) {    // P5 P13
    WORLD(w);
    Court k = court(&w);
    pick(&k, k.home, k.health);
    finish(&k);
    int64_t other = family_child(&w, "Sara Nowak", "2010-01-01");
    db_begin(w.db);
    work_test_to_other(w.db, k.home, other);
    db_commit(w.db);
    CHECK_INT(show(&k, worker).status, 403);
}

TEST(a_frozen_chronology_that_was_changed_behind_it_says_so) {    // P12
    WORLD(w);
    Court k = court(&w);
    pick(&k, k.home, k.health);
    finish(&k);
    CHECK(!sees(show(&k, worker), "not what was finished"));
    db_begin(w.db);
    work_test_tamper(w.db, k.made);
    db_commit(w.db);
    CHECK(sees(show(&k, worker), "not what was finished"));
}

TEST(only_who_holds_the_record_makes_one_and_nothing_is_frozen_empty) {    // P5
    WORLD(w);
    Court k = court(&w);
    family_consent(&w, k.child, partner, "who,note");
    const char *begin = to(&k, "/work/people/%lld/chronologies/new", k.child);
    CHECK_INT(ask(&w, partner, GET, begin).status, 403);
    CHECK_INT(post(&w, partner, to(&k, "/work/chronologies/%lld/pick", k.made), "").status, 403);
    CHECK_INT(post(&w, worker, to(&k, "/work/chronologies/%lld/finish", k.made), "").status, 422);
    CHECK_INT(post(&w, worker, begin, "title=&purpose=&by-day=1&by-month=1&by-year=2014").status, 422);
}
