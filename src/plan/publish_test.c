// Publishing, and what the public then sees, through the whole site.
#include "plan/publish.h"
#include "web/pdf.h"
#include "plan/pages/pages.h"
#include "world.h"

static Published publish_at(World *w, Str year, int quarter) {
    db_use(w->db, w->arena);
    db_begin(w->db);
    Published p = publication_make(w->arena, w->db, (PublishAsk){year, quarter, NONE, w->now, (Str){0}});
    db_commit(w->db);
    return p;
}

static World published(void) {
    World w = world_open_with(S("packs/nottingham"));
    publish_at(&w, S("2013/14"), 4);
    return w;
}

TEST(before_anything_is_published_the_public_sees_no_figure) {  // P10
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    CHECK(sees(ask(&w, S(""), GET, "/"), "Nothing has been published yet"));
    CHECK(ask(&w, S(""), GET, "/measures/ni-032").status == 404);
    CHECK(ask(&w, S(""), GET, "/reports/2013-14/q4").status == 404);
    CHECK(ask(&w, S(""), GET, "/plan").status == 200);
}

TEST(the_plan_says_where_words_came_from) {  // G47
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    CHECK(sees(ask(&w, S(""), GET, "/plan"), "Added after the equality impact assessment"));
}

TEST(the_front_page_says_how_it_goes) {  // G57
    World w __attribute__((cleanup(world_close))) = published();
    Answer a = ask(&w, S(""), GET, "/");
    CHECK(sees(a, "62 of 111") && sees(a, "23 of 47"));
    CHECK(sees(a, "What slipped most"));
}

TEST(a_published_report_is_the_printed_one) {  // G55 G56 G57 G60
    World w __attribute__((cleanup(world_close))) = published();
    Answer a = ask(&w, S(""), GET, "/reports/2013-14/q4");
    CHECK(a.status == 200 && sees(a, "Outturn 2011/12") && sees(a, "Repeat incidents of domestic violence"));
    CHECK(sees(a, "6.42% (Autumn & Spring 12/13)") && sees(a, "Headlines") && sees(a, "Challenges"));
    CHECK(sees(ask(&w, S(""), GET, "/reports/2013-14/q4/summary"), "55.9%"));
    CHECK(str_has(ask(&w, S(""), GET, "/reports/2013-14/q4/summary.csv").body, S("overall,111,62,55.9%,47,23,"
                                                                                 "48.9%")));
    CHECK(ask(&w, S(""), GET, "/reports/2013-14/q4.csv").status == 200);
    CHECK(ask(&w, S(""), GET, "/reports/2013-14/q4.json").status == 200);
    CHECK(ask(&w, S(""), GET, "/reports/2013-14/q4/proof").status == 200);
    CHECK(ask(&w, S(""), GET, "/reports/2013-14/q3").status == 404);
    CHECK(ask(&w, S(""), GET, "/reports/2013-14/q4/number-2").status == 404);
    CHECK(ask(&w, S(""), GET, "/reports/2013-14/q4/nothing").status == 404);
}

TEST(what_is_published_does_not_change_with_the_figures) {  // P10 P11
    World w __attribute__((cleanup(world_close))) = published();
    db_exec(w.db, "update observation set raw = '99.9%', value = 99900000, basis = 'typed' where raw = "
                  "'21.6%'");
    CHECK(sees(ask(&w, S(""), GET, "/measures/ni-032"), "21.6%"));
    CHECK(!sees(ask(&w, S(""), GET, "/measures/ni-032"), "99.9%"));
    CHECK(sees(ask(&w, S("performance-officer"), GET, "/office/measures/ni-032"), "99.9%"));
    Published p = publish_at(&w, S("2013/14"), 4);
    CHECK(p.number == 2 && p.changed > 0);
    Answer second = ask(&w, S(""), GET, "/reports/2013-14/q4"),
           first = ask(&w, S(""), GET, "/reports/2013-14/q4/number-1");
    CHECK(sees(second, "It revises number 1") && sees(second, "99.9%"));
    CHECK(sees(first, "has been replaced") && !sees(first, "99.9%"));
}

TEST(a_publication_that_somebody_changed_is_found_out) {  // P12
    World w __attribute__((cleanup(world_close))) = published();
    db_use(w.db, w.arena);
    CHECK(publication_whole(w.arena, w.db, publication_newest(w.db)));
    db_exec(w.db, "update publication_measure set body = '{}' where slug = 'ni-032'");
    CHECK(!publication_whole(w.arena, w.db, publication_newest(w.db)));
}

TEST(a_new_small_number_of_people_is_not_published_nor_its_rate_nor_its_verdict) {  // P10
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    db_exec(w.db, "update observation set raw = '3', value = 3000000, basis = 'typed' where raw = '479'");
    db_exec(w.db, "update observation set basis = 'typed' where raw = '(76)'");
    Published p = publish_at(&w, S("2013/14"), 4);
    CHECK(p.number == 1 && p.hidden == 2);
    Answer count = ask(&w, S(""), GET, "/measures/cp-4"),
           rate = ask(&w, S(""), GET, "/measures/cp-4-per-10000");
    CHECK(sees(count, "Not shown: small number of people") && sees(count, "rests on a small number"));
    CHECK(sees(rate, "Not shown: small number of people"));
    CHECK(sees(ask(&w, S(""), GET, "/reports/2013-14/q4/proof"), "Anything from 1 to 4"));
}

TEST(filters_of_the_list_live_in_its_address) {  // G58
    World w __attribute__((cleanup(world_close))) = published();
    CHECK(sees(ask(&w, S(""), GET, "/measures"), "112 of 112 measures"));
    CHECK(sees(ask(&w, S(""), GET, "/measures?q=breastf"), "2 of 112 measures"));
    CHECK(sees(ask(&w, S(""), GET, "/measures?objective=2014-O15"), "5 of 112 measures"));
    CHECK(sees(ask(&w, S(""), GET, "/measures?objective=2014-S5&verdict=worse"), "1 of 112 measures"));
    CHECK(sees(ask(&w, S(""), GET, "/measures?q=zzz"), "No measure fits"));
}

TEST(the_live_scorecard_says_that_it_is_live_and_shows_both_marks) {
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    CHECK(ask(&w, S(""), GET, "/office/scorecard").status != 200);
    Answer a = ask(&w, S("member"), GET, "/office/scorecard?year=2013/14&quarter=4&flags=both");
    CHECK(sees(a, "Live: not yet published") && sees(a, "Target met, as printed") &&
          sees(a, "Target met, worked out"));
    CHECK(sees(ask(&w, S("member"), GET, "/office/reconcile?year=2013/14"), "16 marks differ"));
}

TEST(every_measure_of_the_report_has_a_page_with_a_chart_or_no_figure) {  // C22
    World w __attribute__((cleanup(world_close))) = published();
    db_use(w.db, w.arena);
    Snapshot s;
    CHECK(publication_read(w.arena, w.db, publication_newest(w.db), &s));
    for (size_t i = 0; i < s.report.n_lines; i++) {
        Publication p;
        Trace t;
        CHECK(publication_trace(w.arena, w.db, s.report.line[i].slug, &p, &t));
        bool figure = false;
        for (size_t k = 0; k < t.points.len; k++) figure |= t.points.at[k].value != NONE;
        CHECK(figure == (trace_chart(w.arena, &t, S("c")).markup.len > 0));
    }
}

TEST(a_missing_chromium_is_said_and_the_page_remains) {
    World w __attribute__((cleanup(world_close))) = published();
    Str why = {0};
    CHECK(!pdf_print(w.arena, S("/nowhere/chromium"), S("<p>"), &why).len && str_has(why, S("apt-get install "
                                                                                            "chromium")));
}
