// Finding people: what is typed wrong on the telephone, and what must never be shown.
#include "people/find/find.h"

#include "family.h"
#include "access/access_test.sql.h"
#include "people/find/find_test.sql.h"
#include "people/find/sound.h"

static Like like(const char *one, const char *other) {
    Arena *a = arena_open();
    Heard asked = heard_asked(a, str_from(one)), held = heard_held(a, str_from(other));
    Like l = word_like(&asked, &held);
    arena_close(a);
    return l;
}

TEST(names_that_sound_the_same_are_alike_whatever_their_spelling) {
    static const char *const pairs[][2] = {
        {"mohammed", "muhamad"}, {"mohammed", "maxamed"}, {"hassan", "xasan"},       {"omar", "cumar"},
        {"yusuf", "yousef"},     {"szymon", "shimon"},    {"wojciech", "vojcieh"},   {"xiao", "hsiao"},
        {"stefan", "stephen"},   {"ioana", "joana"},      {"aisha", "caasha"},       {"katie", "katherine"},
        {"philip", "filip"},     {"zainab", "zaynab"},    {"chaudhry", "choudhury"}, {"zhang", "chang"},
    };
    for (size_t i = 0; i < COUNT(pairs); i++) {
        Like l = like(pairs[i][0], pairs[i][1]);
        if (l < NEARLY) printf("    %s and %s: %d\n", pairs[i][0], pairs[i][1], l);
        CHECK(l >= NEARLY);
    }
}

TEST(names_that_are_others_are_not_alike) {
    static const char *const pairs[][2] = {
        {"amina", "omar"}, {"smith", "khan"}, {"sara", "mark"}, {"tom", "tim"}, {"ali", "amy"}, {"li", "lo"},
    };
    for (size_t i = 0; i < COUNT(pairs); i++) {
        Like l = like(pairs[i][0], pairs[i][1]);
        if (l > NEARLY) printf("    %s and %s: %d\n", pairs[i][0], pairs[i][1], l);
        CHECK(l <= ONE_LETTER);
    }
}

// ---- searching --------------------------------------------------------------------------------------------

static int64_t kept(World *w, const char *name, const char *born) {
    int64_t id = family_child(w, name, born);
    db_begin(w->db);
    find_index(w->db, w->arena, id);
    db_commit(w->db);
    return id;
}

static Answer search(World *w, const char *form) { return post(w, S("adviser"), "/work/people", form); }

TEST(a_hit_says_in_words_why_it_is_one) {    // W182
    WORLD(w);
    kept(&w, "Mohammed Yusuf", "2009-05-04");
    Answer a = search(&w, "name=yousef+mohamad&born=5/4/2009");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "1 person found"));
    CHECK(sees(a, "Mohammed Yusuf"));
    CHECK(sees(a, "names the other way round"));
    CHECK(sees(a, "Yousef is a form of Yusuf"));
    CHECK(sees(a, "day and month of birth swapped"));
    CHECK(sees(a, "Likely the same"));
}

TEST(what_is_looked_for_never_stands_in_an_address) {    // P5
    WORLD(w);
    kept(&w, "Amina Yusuf", "2009-05-04");
    Answer a = search(&w, "name=amina+yusuf");
    CHECK(!str_has(a.body, S("?name")));
    CHECK(!a.location.len);
    CHECK_INT(ask(&w, S("adviser"), GET, "/work/people?name=amina").status, 200);
    CHECK(!sees(ask(&w, S("adviser"), GET, "/work/people?name=amina"), "Amina"));
}

TEST(a_date_is_understood_as_people_say_it) {
    WORLD(w);
    kept(&w, "Amina Yusuf", "2009-05-04");
    static const char *const said[] = {"4 5 2009",     "4/5/09",     "04052009",  "4 May 2009",
                                       "4th+May+2009", "2009-05-04", "May 4 2009"};
    for (size_t i = 0; i < COUNT(said); i++) {
        char *form = str_c(w.arena, str_fmt(w.arena, "name=amina&born=%s", said[i]));
        for (char *at = form; *at; at++)
            if (*at == ' ') *at = '+';
        CHECK(sees(search(&w, form), "same date of birth"));
    }
    CHECK(sees(search(&w, "name=amina+yusuf&born=May+2009"), "born in that month"));
    CHECK(sees(search(&w, "name=amina+yusuf&born=2009"), "born in that year"));
    CHECK(sees(search(&w, "name=amina+yusuf&born=32/5/2009"),
               "The date of birth was left out. 32 May is not a day"));
}

TEST(what_cannot_be_searched_by_is_said_at_its_box_and_no_record_is_offered) {
    WORLD(w);
    static const char *const asked[][2] = {{"born=31+2+2010", "31 February is not a day"},
                                           {"born=29+2+2011", "29 February 2011 is not a day"},
                                           {"born=1+13+2010", "Write a day, month and year"},
                                           {"born=soon", "Write a day, month and year"},
                                           {"number=12", "An NHS number has 10 digits"},
                                           {"name=+", "Enter a name, a date of birth"}};
    for (size_t i = 0; i < COUNT(asked); i++) {
        Answer a = search(&w, asked[i][0]);
        CHECK_INT(a.status, 422);
        CHECK(sees(a, asked[i][1]) && sees(a, "There is a problem"));
        CHECK(!sees(a, "Nobody found") && !sees(a, "Make a new record"));
    }
}

TEST(a_sealed_record_is_found_by_nobody_who_is_not_named) {    // P5
    WORLD(w);
    int64_t child = kept(&w, "Amina Yusuf", "2009-05-04");
    find_test_seal(w.db, child);
    CHECK(sees(search(&w, "name=amina+yusuf"), "Nobody found"));
    find_test_seal_open(w.db, child, world_account(&w, S("adviser")), w.now);
    CHECK(sees(search(&w, "name=amina+yusuf"), "1 person found"));
}

TEST(a_search_shows_whom_to_ask_and_nothing_of_the_record) {    // P5 P12
    WORLD(w);
    int64_t child = kept(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North early help", "early-help", S("practitioner"));
    family_episode(&w, child, "early-help", S("practitioner"), north);
    Answer a = search(&w, "name=amina+yusuf");
    CHECK(sees(a, "Ask North early help"));
    CHECK(!sees(a, "4 May 2009") && !sees(a, "2009-05-04"));
    CHECK(sees(a, "5 years"));
    CHECK_INT(test_audit_count(w.db, S("people.search"), child), 1);
}

TEST(an_address_that_is_guarded_finds_nobody_and_is_shown_to_nobody) {    // P5
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    find_test_address(w.db, child, S("14 Alma Road"), S("NG3 1AB"), 1, (Str){0}, w.now);
    find_test_address(w.db, child, S("2 Heron Rise"), S("NG7 2AB"), 0, S("2013-01-01"), w.now);
    find_index(w.db, w.arena, child);
    CHECK(sees(search(&w, "place=14+Alma+Road+NG3+1AB"), "Nobody found"));
    Answer a = search(&w, "name=amina+yusuf&place=NG7+2AB");
    CHECK(sees(a, "lived at that postcode"));
    CHECK(!sees(a, "years, NG"));
}

TEST(an_address_finds_whoever_lives_or_lived_there) {
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    find_test_address(w.db, child, S("Flat 2, 14 Alma Road"), S("NG3 1AB"), 0, (Str){0}, w.now);
    find_index(w.db, w.arena, child);
    CHECK(sees(search(&w, "place=14+alma+rd"), "same house and street"));
    CHECK(sees(search(&w, "place=ng31ab"), "same postcode"));
    CHECK(sees(search(&w, "name=amina&place=NG3"), "the postcode begins so"));
    CHECK(sees(search(&w, "place=NG3+1"), "the postcode begins so"));
}

TEST(a_number_finds_its_bearer_though_a_digit_is_wrong) {
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    find_test_number(w.db, child, S("nhs"), S("9434765919"), w.now);
    find_index(w.db, w.arena, child);
    CHECK(sees(search(&w, "number=943+476+5919"), "same NHS number"));
    CHECK(sees(search(&w, "number=9434765918"), "one digit of the NHS number differs"));
    CHECK(sees(search(&w, "name=amina&number=12"), "The number was left out"));
}

TEST(what_changed_is_met_and_what_was_is_not) {
    WORLD(w);
    int64_t child = kept(&w, "Amina Yusuf", "2009-05-04");
    find_test_rename(w.db, child, S("Parveen Akhtar"));
    find_index(w.db, w.arena, child);
    CHECK(sees(search(&w, "name=amina+yusuf"), "Nobody found"));
    CHECK(sees(search(&w, "name=parvin+aktar"), "Parveen Akhtar"));
}

TEST(typing_ahead_answers_json_with_the_same_people) {    // P12
    WORLD(w);
    kept(&w, "Wojciech Wiśniewski", "2009-05-04");
    Answer a = post(&w, S("adviser"), "/work/people/find.json", "name=wojciech+wis");
    CHECK_INT(a.status, 200);
    CHECK(str_has(a.body, S("\"name\":\"Wojciech Wiśniewski\"")));
    CHECK(str_has(a.body, S("Wis is how Wisniewski begins")));
    CHECK_INT(post(&w, S("viewer"), "/work/people/find.json", "name=wojciech").status, 403);
}
