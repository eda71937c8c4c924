// A child's own door: what they see, what they say, and who else does not.
#include "voice/me/home_test.h"
#include "voice/me/me.sql.h"

TEST(a_child_comes_in_by_a_code_without_an_e_mail_address_and_sees_their_own_page) {    // W169
    WORLD(w);
    Home h = home_begin(&w);
    Str code = home_code(home_let_in(&w, h.child, h.child));
    CHECK_INT(home_take(&w, code, "bluefox27").status, 303);
    Answer a = home_ask(&w, home_token(&w, "bluefox27"), "/me", NULL);
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "My page"));
    CHECK(sees(a, "First meeting"));
    CHECK(sees(a, "Answers for the help you get"));
}

TEST(a_code_is_good_once_and_for_a_fortnight) {
    WORLD(w);
    Home h = home_begin(&w);
    Str code = home_code(home_let_in(&w, h.child, h.child));
    CHECK_INT(home_take(&w, S("aaaa-bbbb-cccc-dddd"), "redfox").status, 422);
    CHECK_INT(home_take(&w, code, "bluefox27").status, 303);
    CHECK_INT(home_take(&w, code, "greenfox").status, 422);
    Str late = home_code(home_let_in(&w, h.child, h.mother));
    w.now += INT64_C(15) * 86400000;
    CHECK_INT(home_take(&w, late, "mother").status, 422);
}

TEST(what_a_child_says_is_answered_for_and_kept_from_a_parent_unless_they_want) {    // P8 W167 W168 W169
    WORLD(w);
    Home h = home_begin(&w);
    home_take(&w, home_code(home_let_in(&w, h.child, h.child)), "bluefox27");
    home_take(&w, home_code(home_let_in(&w, h.child, h.mother)), "mother");
    Str child = home_token(&w, "bluefox27"), mother = home_token(&w, "mother");
    const char *say = home_path(&w, "/me/*/say", h.child);
    CHECK_INT(home_ask(&w, child, say, "words=I+am+scared+at+night&feeling=2&parents=no").status, 303);
    CHECK_INT(home_ask(&w, child, say, "words=Thursdays+are+good&parents=yes").status, 303);
    CHECK_INT(home_ask(&w, child, say, "words=&parents=no").status, 422);
    CHECK(sees(home_ask(&w, child, "/me", NULL), "I am scared at night"));
    Answer hers = home_ask(&w, mother, "/me", NULL);
    CHECK_INT(hers.status, 200);
    CHECK(!sees(hers, "I am scared at night"));
    CHECK(sees(hers, "Thursdays are good"));
    CHECK_INT(me_kept(w.db, h.child), 2);
    CHECK_INT(me_kept_owner(w.db, h.child), world_account(&w, S("practitioner")));
}

TEST(who_wants_to_tell_somebody_today_is_heard_at_once_and_by_somebody_who_is_there) {    // P1 P8 W167
    WORLD(w);
    Home h = home_begin(&w);
    home_take(&w, home_code(home_let_in(&w, h.child, h.child)), "bluefox27");
    Str child = home_token(&w, "bluefox27");
    const char *say = home_path(&w, "/me/*/say", h.child);
    int64_t worker = world_account(&w, S("practitioner")), manager = world_account(&w, S("team-manager"));
    me_test_lead(w.db, h.team, manager, w.now - 1);
    CHECK_INT(home_ask(&w, child, say, "words=Not+urgent&parents=no").status, 303);
    CHECK_INT(me_mails(w.db, S("")), 0);
    CHECK_INT(home_ask(&w, child, say, "words=I+am+scared+to+go+home&parents=no&now=1").status, 303);
    CHECK_INT(me_owner_last(w.db, h.child), worker);
    CHECK_INT(me_mails(w.db, S("%Amina%")), 2);                // the worker and the manager, and no name
    CHECK_INT(me_mails(w.db, S("%scared%")), 2);
    Answer a = ask(&w, S("practitioner"), GET, "/work");
    CHECK(sees(a, "They asked to tell somebody today"));
    me_close(w.db, worker, w.now);
    CHECK_INT(home_ask(&w, child, say, "words=Is+anybody+there&parents=no&now=1").status, 303);
    CHECK_INT(me_owner_last(w.db, h.child), manager);
    CHECK_INT(me_mails(w.db, S("")), 3);
}

TEST(nobody_sees_a_record_at_their_own_door_that_was_not_opened_for_them) {    // P5 W98
    WORLD(w);
    Home h = home_begin(&w);
    int64_t other = family_child(&w, "Somebody Else", "2004-01-01");
    home_take(&w, home_code(home_let_in(&w, h.child, h.child)), "bluefox27");
    Str child = home_token(&w, "bluefox27");
    CHECK_INT(home_ask(&w, child, home_path(&w, "/me/*", other), NULL).status, 404);
    CHECK_INT(home_ask(&w, child, home_path(&w, "/me/*/looked", other), NULL).status, 404);
    CHECK_INT(home_ask(&w, child, home_path(&w, "/work/people/*", h.child), NULL).status, 403);
    CHECK_INT(ask(&w, S("family"), GET, home_path(&w, "/me/*", h.child)).status, 404);
    CHECK_INT(
        post(&w, S("social-worker"), home_path(&w, "/work/people/*/me", h.child), "who=1&safe=yes").status,
        403);
}

TEST(a_door_that_is_closed_shows_nothing_any_more) {
    WORLD(w);
    Home h = home_begin(&w);
    home_take(&w, home_code(home_let_in(&w, h.child, h.mother)), "mother");
    Str mother = home_token(&w, "mother");
    CHECK(sees(home_ask(&w, mother, "/me", NULL), "Amina Yusuf"));
    MeOpenList open = me_link_open(w.db, h.child);
    CHECK_INT(open.len, 1);
    CHECK_INT(post(&w, S("practitioner"),
                   str_c(w.arena, str_fmt(w.arena, "/work/people/%lld/me/%lld/end", (long long)h.child,
                                          (long long)open.at[0].id)),
                   "")
                  .status,
              303);
    CHECK(!sees(home_ask(&w, mother, "/me", NULL), "Amina Yusuf"));
    CHECK_INT(home_ask(&w, mother, home_path(&w, "/me/*", h.child), NULL).status, 404);
}

TEST(a_child_reads_who_looked_at_their_record) {    // W98
    WORLD(w);
    Home h = home_begin(&w);
    home_take(&w, home_code(home_let_in(&w, h.child, h.child)), "bluefox27");
    Answer a = home_ask(&w, home_token(&w, "bluefox27"), home_path(&w, "/me/*/looked", h.child), NULL);
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "practitioner"));
}

// ---- what a parent writes ---------------------------------------------------------------------------------

TEST(a_parent_writes_to_the_team_and_neither_the_child_nor_another_parent_reads_it) {    // W169 P5 P8
    WORLD(w);
    Parents p = home_parents(&w);
    const char *say = home_path(&w, "/me/*/say", p.home.child);
    Answer form = home_ask(&w, p.mother_at, say, NULL);
    CHECK_INT(form.status, 200);
    CHECK(sees(form, "Write to the team") && sees(form, "Another parent does not see it"));
    CHECK(!sees(form, "My parent or carer may read it"));
    CHECK_INT(home_ask(&w, p.mother_at, say, "words=").status, 422);
    CHECK_INT(home_ask(&w, p.mother_at, say, "words=The+nights+are+hard&parents=yes").status, 303);
    CHECK_INT(home_ask(&w, p.father_at, say, "words=She+sleeps+well+here").status, 303);
    Answer hers = home_ask(&w, p.mother_at, "/me", NULL), his = home_ask(&w, p.father_at, "/me", NULL);
    CHECK(sees(hers, "What I wrote") && sees(hers, "The nights are hard") &&
          !sees(hers, "She sleeps well here"));
    CHECK(sees(his, "She sleeps well here") && !sees(his, "The nights are hard"));
    Answer child = home_ask(&w, p.child_at, "/me", NULL);
    CHECK(!sees(child, "The nights are hard") && !sees(child, "She sleeps well here"));
}

TEST(what_a_parent_writes_is_owed_an_answer_and_is_never_taken_for_the_childs_words) {    // W167 W168 P1 P8
    WORLD(w);
    Parents p = home_parents(&w);
    home_ask(&w, p.child_at, home_path(&w, "/me/*/say", p.home.child), "words=I+like+Thursdays&parents=no");
    w.now += 60000;
    home_ask(&w, p.mother_at, home_path(&w, "/me/*/say", p.home.child), "words=The+nights+are+hard");
    const char *record = home_path(&w, "/work/people/*", p.home.child);
    Answer mine = ask(&w, S("practitioner"), GET, "/work");
    CHECK(sees(mine, "what their mother wrote"));
    CHECK(sees(mine, "Bring back word"));
    Answer front = ask(&w, S("practitioner"), GET, record);
    CHECK(sees(front, "I like Thursdays"));    // the newest words of the child, not the newest words
    CHECK(str_find(front.body, S("I like Thursdays")) < str_find(front.body, S("Help now")));
    Answer views = ask(&w, S("practitioner"), GET, home_path(&w, "/work/people/*/views", p.home.child));
    CHECK(sees(views, "What the family wrote") && sees(views, "Hodan Yusuf, mother, not the child:"));
    CHECK(str_find(views.body, S("I like Thursdays")) < str_find(views.body, S("The nights are hard")));
    CHECK(sees(ask(&w, S("practitioner"), GET, home_path(&w, "/work/people/*/chronology", p.home.child)),
               "the mother"));
    CHECK_INT(post(&w, S("practitioner"), home_path(&w, "/work/people/*/views/2/outcome", p.home.child),
                   "outcome=A+family+worker+comes+in+the+evenings")
                  .status,
              303);
    CHECK(sees(home_ask(&w, p.mother_at, "/me", NULL), "A family worker comes in the evenings"));
    CHECK(!sees(home_ask(&w, p.father_at, "/me", NULL), "A family worker comes"));
    CHECK(!sees(home_ask(&w, p.child_at, "/me", NULL), "A family worker comes"));
    CHECK(sees(ask(&w, S("practitioner"), GET, home_path(&w, "/work/people/*/chronology", p.home.child)),
               "What came of the mother’s words"));
}

TEST(what_a_parent_writes_about_one_child_is_not_in_the_record_of_another) {    // P5 P6
    WORLD(w);
    Parents p = home_parents(&w);
    int64_t brother = family_child(&w, "Sami Yusuf", "2006-06-06");
    family_episode(&w, brother, "early-help", S("practitioner"), p.home.team);
    db_begin(w.db);
    me_tie_put(w.db, p.home.mother, brother, S("birth-mother"), w.now);
    db_commit(w.db);
    CHECK_INT(home_let_in(&w, brother, p.home.mother).status, 303);
    home_ask(&w, p.mother_at, home_path(&w, "/me/*/say", p.home.child), "words=The+nights+are+hard");
    CHECK(!sees(home_ask(&w, p.mother_at, home_path(&w, "/me/*", brother), NULL), "The nights are hard"));
    CHECK(!sees(ask(&w, S("practitioner"), GET, home_path(&w, "/work/people/*/views", brother)),
                "The nights are hard"));
    family_consent(&w, p.home.child, S("social-worker"), "who,note");
    CHECK(!sees(ask(&w, S("social-worker"), GET, home_path(&w, "/work/people/*/views", p.home.child)),
                "nights are hard"));
    MeOpenList open = me_link_open(w.db, p.home.child);
    for (size_t i = 0; i < open.len; i++)
        post(&w, S("practitioner"),
             str_c(w.arena, str_fmt(w.arena, "/work/people/%lld/me/%lld/end", (long long)p.home.child,
                                    (long long)open.at[i].id)),
             "");
    CHECK_INT(home_ask(&w, p.mother_at, home_path(&w, "/me/*/say", p.home.child), "words=Again").status, 404);
}
