// What a worker sees first: what is theirs, what is late, and a child's own words before anything else.
#include <sys/wait.h>
#include <unistd.h>

#include "database.h"
#include "family.h"
#include "people/record.h"
#include "pathway/work/work_test.sql.h"
#include "world.sql.h"

static Answer front_of(World *w, Str role, int64_t child) {
    return ask(w, role, GET, str_c(w->arena, str_fmt(w->arena, "/work/people/%lld", (long long)child)));
}

TEST(my_work_shows_what_is_mine_with_its_date_and_not_what_is_anothers) {    // P1 W181
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t south = family_team(&w, "South", "social-care", S("social-worker"));
    family_episode(&w, family_child(&w, "Amina Yusuf", "2009-05-04"), "early-help", S("practitioner"), north);
    int64_t piotr = family_child(&w, "Piotr Nowak", "2010-01-09");
    family_episode(&w, piotr, "social-care", S("social-worker"), south);
    Answer a = ask(&w, S("practitioner"), GET, "/work");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Amina Yusuf"));
    CHECK(sees(a, "16 July 2014"));
    CHECK(!sees(a, "Piotr Nowak"));
    CHECK(!sees(a, "Late"));
}

TEST(what_is_late_is_said_to_be_late) {    // P1
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    family_episode(&w, family_child(&w, "Amina Yusuf", "2009-05-04"), "early-help", S("practitioner"), north);
    w.now += INT64_C(15) * 86400000;
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Late"));
}

TEST(the_front_of_a_record_shows_who_helps_and_says_what_is_not_shared) {    // P4 P5
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t episode = family_episode(&w, child, "early-help", S("practitioner"), north);
    family_seat(&w, episode, S("social-worker"), family_consent(&w, child, S("social-worker"), "who,help"));
    Answer a = front_of(&w, S("practitioner"), child);
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "First meeting, 16 July 2014"));
    CHECK(sees(a, "Not asked yet: what the child wants and feels"));
    Answer partner = front_of(&w, S("social-worker"), child);
    CHECK(sees(partner, "North"));
    CHECK(sees(partner, "Not shared with you: what happens next"));
    CHECK(sees(partner, "Not shared with you: the child’s own words"));
    CHECK_INT(front_of(&w, S("adviser"), child).status, 403);
}

TEST(children_in_whose_team_i_am_stand_in_my_work_as_long_as_the_family_agrees) {    // W57 W181 P5 P6
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t episode = family_episode(&w, child, "early-help", S("practitioner"), north);
    int64_t consent = family_consent(&w, child, S("social-worker"), "who,help");
    family_seat(&w, episode, S("social-worker"), consent);
    Answer a = ask(&w, S("social-worker"), GET, "/work");
    CHECK(sees(a, "Children in whose team you are"));
    CHECK(sees(a, "Amina Yusuf"));
    w.now += INT64_C(400) * 86400000;    // the consent has run out
    CHECK(!sees(ask(&w, S("social-worker"), GET, "/work"), "Amina Yusuf"));
}

TEST(help_is_begun_from_the_front_of_a_record_and_only_while_there_is_none) {    // W181
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    family_episode(&w, family_child(&w, "Piotr Nowak", "2010-01-09"), "early-help", S("practitioner"), north);
    int64_t helped = family_child(&w, "Mei Chen", "2011-01-09");
    family_episode(&w, helped, "early-help", S("practitioner"), north);
    db_begin(w.db);
    test_work_hold(w.db, child, north, w.now);
    db_commit(w.db);
    CHECK(str_has(front_of(&w, S("practitioner"), child).body, S("/episodes/new")));
    Answer a = front_of(&w, S("practitioner"), helped);
    CHECK(!str_has(a.body, S("/episodes/new")));
    CHECK(sees(a, "Step up to social care"));
}

TEST(every_link_of_a_record_and_of_its_help_leads_somewhere) {    // W181
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t episode = family_episode(&w, child, "early-help", S("practitioner"), north);
    const char *const pages[] = {"/work/people/%lld", "/work/people/%lld/family", "/work/people/%lld/edit"};
    for (size_t i = 0; i < COUNT(pages); i++) {
        const char *at = str_c(w.arena, url_path(w.arena, pages[i], (long long)child).text);
        Answer a = ask(&w, S("practitioner"), GET, at);
        CHECK_INT(a.status, 200);
        CHECK(!str_has(a.body, S("%2F")));
    }
    const char *help = str_c(w.arena, str_fmt(w.arena, "/work/episodes/%lld", (long long)episode));
    CHECK(str_has(ask(&w, S("practitioner"), GET, help).body,
                  str_fmt(w.arena, "href=\"/work/episodes/%lld/plan\"", (long long)episode)));
}

TEST(after_the_childs_words_comes_what_runs_then_what_one_can_do_then_the_chronology) {    // W167 W181 P7
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t episode = family_episode(&w, child, "early-help", S("practitioner"), north);
    Str plan = url_path(w.arena, "/work/episodes/%lld/reviews/new", (long long)episode).text;
    post(&w, S("practitioner"), str_c(w.arena, plan), "due-day=4&due-month=8&due-year=2014");
    static const char *const order[] = {
        "In their own words", "Help now", "First meeting", "Clocks that run", "What you can do",
        "Latest in the chronology", "Who is involved"};
    Str body = front_of(&w, S("practitioner"), child).body;
    str_cut(&body, S("id=\"words\""));
    for (size_t i = 0; i < COUNT(order); i++) {
        CHECK(str_has(body, str_from(order[i])));
        str_cut(&body, str_from(order[i]));
    }
}

TEST(no_clock_runs_for_help_that_has_ended) {    // P7 W58
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    family_consent(&w, child, S("practitioner"), "who,help,plan");
    int64_t episode = family_episode(&w, child, "early-help", S("practitioner"), north);
    const char *path = str_c(w.arena, str_fmt(w.arena, "/work/episodes/%lld", (long long)episode));
    const char *review = str_c(w.arena, str_fmt(w.arena, "%s/reviews/new", path));
    CHECK_INT(post(&w, S("practitioner"), review, "due-day=4&due-month=8&due-year=2014").status, 303);
    CHECK(sees(front_of(&w, S("practitioner"), child), "Clocks that run"));
    const char *close = str_c(w.arena, str_fmt(w.arena, "%s/close", path));
    Answer a = post(&w, S("practitioner"), close,
                    "reason=needs-met&words=All+well&said=I+sleep+now&how=Said+it&told=At+home");
    CHECK_INT(a.status, 303);
    CHECK(sees(front_of(&w, S("practitioner"), child), "No help is open"));
    CHECK(!sees(front_of(&w, S("practitioner"), child), "Clocks that run"));
}

TEST(a_line_too_few_or_too_many_among_what_waits_would_be_noticed) {    // P1
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    family_episode(&w, family_child(&w, "Amina Yusuf", "2009-05-04"), "early-help", S("practitioner"), north);
    CHECK(!world_todo_amiss(w.db).at);
    db_exec(w.db, "delete from todo");
    CHECK(str_starts(world_todo_amiss(w.db), S("todo lacks episode 1 of ")));
    db_exec(w.db, "insert into todo select * from work_item");
    CHECK(!world_todo_amiss(w.db).at);
    db_exec(w.db, "update todo set owner_id = owner_id + 1");
    CHECK(world_todo_amiss(w.db).at);
    db_exec(w.db, "update todo set owner_id = owner_id - 1");
}

// Another node: gives whoever has the seat an action, and is a moment before it commits.
static void act_elsewhere(World *w, int64_t episode, int64_t seat, int ready) {
    Db *other = database_open(*(Str *)w->inside, w->arena);
    db_begin(other);
    work_test_act(other, episode, seat, w->now);
    bool said = write(ready, "", 1) == 1;
    usleep(200000);
    _exit(said && db_commit(other) ? 0 : 1);
}

TEST(who_is_given_something_to_do_by_one_node_while_they_leave_by_another_does_not_keep_it) {    // P1
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t episode = family_episode(&w, child, "early-help", S("practitioner"), north);
    int64_t consent = family_consent(&w, child, S("practitioner"), "who");
    int64_t seat = family_seat(&w, episode, S("team-manager"), consent);
    int ready[2], status = 1;
    char byte;
    CHECK(!pipe(ready));
    if (!fork()) act_elsewhere(&w, episode, seat, ready[1]);
    CHECK_INT(read(ready[0], &byte, 1), 1);
    db_begin(w.db);
    work_test_leaves(w.db, seat, w.now);
    CHECK(db_commit(w.db));
    wait(&status);
    CHECK_INT(status, 0);
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Action of a plan"));
    CHECK(!sees(ask(&w, S("team-manager"), GET, "/work"), "Action of a plan"));
}
