// The threshold document that anybody may read, and the directory of services.
#include "pathway/threshold/document.h"
#include "plan/pack.h"
#include "world.h"

#define NOTTINGHAM(w) \
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

TEST(anybody_reads_five_levels_and_their_thresholds_in_order) {    // W1
    NOTTINGHAM(w);
    Answer a = ask(&w, S(""), GET, "/need");
    CHECK_INT(a.status, 200);
    static const char *const order[] = {"Universal", "CAF threshold", "Additional", "Extensive",
        "Social care assessment threshold", "Children in Need", "Protection"};
    Str rest = a.body;
    str_cut(&rest, S("kith-ladder"));
    for (size_t i = 0; i < COUNT(order); i++) {
        CHECK(str_has(rest, str_from(order[i])));
        str_cut(&rest, str_from(order[i]));
    }
    CHECK(sees(a, "Draft of 2 July 2014"));
}

TEST(a_level_shows_its_examples_and_the_services_of_the_levels_below) {    // W4 W7
    NOTTINGHAM(w);
    Answer a = ask(&w, S(""), GET, "/need/extensive");
    CHECK(sees(a, "Serious obesity"));
    CHECK(sees(a, "Form the team around the child."));
    CHECK(sees(a, "Paediatricians"));
    CHECK(sees(a, "And from Additional:"));
    CHECK(sees(a, "Learning Mentors"));
    CHECK(sees(a, "And from Universal:"));
    CHECK(!sees(a, "Frozen watchfulness"));
    CHECK_INT(ask(&w, S(""), GET, "/need/purple").status, 404);
}

TEST(all_165_examples_are_there_and_none_is_at_children_in_need) {    // W4
    NOTTINGHAM(w);
    const Threshold *t = threshold_on(w.db, S("2014-07-02"));
    CHECK_INT(need_indicators(w.db, t->id, NONE).len, 165);
    CHECK(sees(ask(&w, S(""), GET, "/need/children-in-need"), "no examples of its own"));
}

TEST(a_search_finds_examples_services_and_words_whatever_the_capitals) {    // W4 W11 W32
    NOTTINGHAM(w);
    Answer a = ask(&w, S(""), GET, "/need/search?q=YOUNG+carer");
    CHECK(sees(a, "Young carers"));
    CHECK(sees(a, "Action for Young Carers"));
    CHECK(sees(a, "Somebody under 18 who looks after a family member"));
    CHECK(sees(ask(&w, S(""), GET, "/need/search?q=zebra"), "Nothing has all of these words"));
}

TEST(principles_and_definitions_are_there_to_read) {    // W11
    NOTTINGHAM(w);
    Answer a = ask(&w, S(""), GET, "/need/words");
    CHECK(sees(a, "Near to home"));
    CHECK(sees(a, "Children in care"));
    CHECK(sees(a, "Transition"));
}

TEST(the_directory_is_searched_by_words_level_age_and_kind) {    // W32
    NOTTINGHAM(w);
    Answer a = ask(&w, S(""), GET, "/help-for-families?age=3&level=universal");
    CHECK(sees(a, "Children’s Centres"));
    CHECK(sees(a, "Health visitors"));
    CHECK(!sees(a, "School nurses"));
    CHECK(sees(ask(&w, S(""), GET, "/help-for-families?age=three"), "whole number of years"));
    CHECK(sees(ask(&w, S(""), GET, "/help-for-families?q=purple"), "Nothing fits"));
    a = ask(&w, S(""), GET, "/help-for-families/sexual-health");
    CHECK(sees(a, "Contraception, tests and advice"));
    CHECK(sees(a, "01632 960"));
    CHECK(sees(a, "Additional"));
}

TEST(guidance_stands_where_it_applies) {    // W14
    NOTTINGHAM(w);
    CHECK(sees(ask(&w, S(""), GET, "/need/additional"), "Teenage Pregnancy Pathway"));
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now, .today = date_of(w.now)};
    Buf out = {.arena = w.arena};
    guide_links(&out, &c, "step");
    CHECK(str_has(buf_str(&out), S("Case management guidance")));
}

TEST(without_a_document_the_page_says_so_and_leads_to_help) {    // P4
    WORLD(w);
    Answer a = ask(&w, S(""), GET, "/need");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "has not put its threshold document here yet"));
    CHECK_INT(ask(&w, S(""), GET, "/need/universal").status, 404);
}

TEST(an_edition_from_a_later_day_takes_over_on_that_day_and_the_old_one_stays) {    // W12
    NOTTINGHAM(w);
    db_begin(w.db);
    threshold_put(w.db, S("next"), S("Pathway"), S("Second"), (Str){0}, S("2015-01-01"), w.now, NONE);
    threshold_close(w.db, S("2015-01-01"), S("2014-12-31"), S("next"));
    need_level_put(w.db, S("next"), S("one"), 1, S("Only"), S("none"), S("All of it"), (Str){0});
    db_commit(w.db);
    CHECK(!sees(ask(&w, S(""), GET, "/need"), "Second"));
    w.now = instant_at(date_make(2015, 1, 1), 600);
    Answer a = ask(&w, S(""), GET, "/need");
    CHECK(sees(a, "Second"));
    CHECK(!sees(a, "Draft of 2 July 2014"));
    CHECK_STR(threshold_on(w.db, S("2014-12-31"))->edition, S("Draft of 2 July 2014"));
}
