// What is known of a person: each fact dated and kept, numbers that must add up, groups by consent.
#include "people/about/pages.h"
#include "people/code.h"

#include "family.h"

static const char *path_of(World *w, int64_t child, const char *tail) {
    return str_c(w->arena, str_fmt(w->arena, "/work/people/%lld%s", (long long)child, tail));
}

// A child that the practitioner's team holds.
static int64_t held(World *w) {
    int64_t child = family_child(w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(w, "North", "early-help", S("practitioner"));
    family_episode(w, child, "early-help", S("practitioner"), north);
    return child;
}

static Answer page_of(World *w, int64_t child, const char *tail) {
    return ask(w, S("practitioner"), GET, path_of(w, child, tail));
}
static Answer send(World *w, int64_t child, const char *tail, const char *form) {
    return post(w, S("practitioner"), path_of(w, child, tail), form);
}

TEST(who_has_no_way_to_a_record_is_refused_on_every_page_of_what_is_known) {    // P5 P6 W9 W182
    WORLD(w);
    int64_t child = held(&w);
    static const char *const gets[] = {
        "/edit",        "/names",         "/basics",       "/addresses",
        "/identifiers", "/needs",         "/groups",       "/groups/young-carer",
        "/transitions", "/transitions/1", "/facts/names/1"};
    for (size_t i = 0; i < COUNT(gets); i++) {
        Answer a = ask(&w, S("social-worker"), GET, path_of(&w, child, gets[i]));
        CHECK_INT(a.status, 403);
        CHECK(!sees(a, "Amina"));
    }
    static const char *const posts[] = {"/names",       "/basics",        "/addresses",
                                        "/identifiers", "/needs",         "/groups/young-carer",
                                        "/transitions", "/transitions/1", "/facts/names/1"};
    for (size_t i = 0; i < COUNT(posts); i++)
        CHECK_INT(post(&w, S("social-worker"), path_of(&w, child, posts[i]), "given=X&used=now").status, 403);
    CHECK_STR(person_shown(w.db, child)->name, S("Amina Yusuf"));
}

TEST(who_may_see_only_who_a_child_is_sees_no_groups_and_no_plans_of_it) {    // P4 P6 W170
    WORLD(w);
    int64_t child = held(&w);
    send(&w, child, "/groups/young-carer", "answer=yes&agreed_by=child&agreed_how=spoken");
    family_consent(&w, child, S("social-worker"), "who");
    Answer a = ask(&w, S("social-worker"), GET, path_of(&w, child, "/edit"));
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Not shared with you: which groups fit"));
    CHECK(!sees(a, "Young carer"));
    CHECK_INT(ask(&w, S("social-worker"), GET, path_of(&w, child, "/groups")).status, 403);
    CHECK_INT(ask(&w, S("social-worker"), GET, path_of(&w, child, "/transitions")).status, 403);
}

TEST(a_name_by_law_takes_the_place_of_the_one_before_and_both_are_kept) {    // W182 W185
    WORLD(w);
    int64_t child = held(&w);
    CHECK_INT(send(&w, child, "/names",
                   "given=Amina&family=Warsame&used=now&from_on-day=1&from_on-month=6&"
                   "from_on-year=2014")
                  .status,
              303);
    Answer a = page_of(&w, child, "/edit");
    CHECK(sees(a, "Amina Warsame (by law)"));
    CHECK(sees(a, "Amina Yusuf (by law)"));
    CHECK(sees(a, "until 31 May 2014"));
    CHECK_STR(person_shown(w.db, child)->name, S("Amina Warsame"));
    FactList names = facts(w.db, child, S("names"), NONE);
    CHECK_INT(names.len, 2);
    const char *now = str_c(w.arena, str_fmt(w.arena, "/facts/names/%lld", (long long)names.at[0].id));
    CHECK(sees(send(&w, child, now, "what=wrong"), "add the right name by law first"));
    const char *old = str_c(w.arena, str_fmt(w.arena, "/facts/names/%lld", (long long)names.at[1].id));
    CHECK_INT(send(&w, child, old, "what=wrong").status, 303);
    CHECK(sees(page_of(&w, child, "/edit"), "marked as wrong on 2 July 2014"));
    CHECK_INT(facts(w.db, child, S("names"), NONE).len, 2);
    CHECK_INT(send(&w, child, "/names", "used=before").status, 422);
}

TEST(a_move_ends_the_address_before_and_a_postcode_is_kept_in_one_way) {    // W182 W185
    WORLD(w);
    int64_t child = held(&w);
    const char *first = "line=14+Alma+Road&postcode=ng31ab&kind=home&replaces=no&guarded=no";
    const char *next = "line=2+Hill+Street&postcode=NG7+2cd&kind=staying&replaces=no&guarded=yes&"
                       "starts_on-day=1&starts_on-month=7&starts_on-year=2014";
    CHECK_INT(send(&w, child, "/addresses", first).status, 303);
    CHECK_INT(send(&w, child, "/addresses", next).status, 303);
    FactList all = facts(w.db, child, S("addresses"), NONE);
    CHECK_INT(all.len, 2);
    CHECK_STR(all.at[0].note, S("NG7 2CD"));
    CHECK_STR(all.at[1].note, S("NG3 1AB"));
    CHECK_STR(all.at[1].until_on, S("2014-06-30"));
    CHECK(sees(page_of(&w, child, "/edit"), "Keep from the family"));
    CHECK(sees(send(&w, child, "/addresses", "line=X&postcode=NG&kind=home&replaces=no&guarded=no"),
               "not a whole postcode"));
}

TEST(a_number_that_does_not_add_up_is_refused_and_so_is_one_of_somebody_else) {    // W182 W183
    WORLD(w);
    int64_t child = held(&w);
    CHECK(sees(send(&w, child, "/identifiers", "nhs=943+476+5918"), "does not add up"));
    CHECK(sees(send(&w, child, "/identifiers", "upn=B823432112342"), "does not add up"));
    CHECK_INT(facts(w.db, child, S("numbers"), NONE).len, 0);
    CHECK_INT(send(&w, child, "/identifiers", "nhs=943+476+5919&upn=a823432112342").status, 303);
    CHECK(sees(page_of(&w, child, "/edit"), "NHS number 943 476 5919"));
    CHECK(sees(send(&w, child, "/identifiers", "nhs=9434765919"), "There is such a number already"));
    int64_t other = family_child(&w, "Omar Ali", "2010-01-01");
    int64_t south = family_team(&w, "South", "early-help", S("practitioner"));
    family_episode(&w, other, "early-help", S("practitioner"), south);
    CHECK(sees(send(&w, other, "/identifiers", "nhs=9434765919"),
               "Somebody else is recorded with this number"));
}

TEST(what_somebody_says_of_language_takes_the_place_of_what_they_said_before) {    // W183 W185
    WORLD(w);
    int64_t child = held(&w);
    CHECK(sees(page_of(&w, child, "/edit"), "Not asked yet: whether an interpreter is needed"));
    CHECK_INT(
        send(&w, child, "/needs", "language=Somali&main=yes&interpreter=yes&ways=pictures&ways=time").status,
        303);
    CHECK_INT(send(&w, child, "/needs", "interpreter=no").status, 303);
    Answer a = page_of(&w, child, "/edit");
    CHECK(sees(a, "Somali, spoken best") && sees(a, "Needs no interpreter") &&
          sees(a, "Pictures or symbols"));
    CHECK(!sees(a, "Not asked yet: whether an interpreter is needed"));
    CHECK_INT(facts(w.db, child, S("needs"), NONE).len, 5);
    CHECK(sees(send(&w, child, "/needs", "ways=none&ways=sign"), "not both"));
}

TEST(a_group_is_recorded_only_as_agreed_and_not_asked_is_not_unwilling) {    // W170 W171
    WORLD(w);
    int64_t child = held(&w);
    CHECK(sees(page_of(&w, child, "/groups"), "Not asked yet"));
    CHECK(sees(send(&w, child, "/groups/young-carer", "answer=yes"), "Choose who agreed"));
    CHECK(sees(send(&w, child, "/groups/young-carer", "answer=unwilling&needs=Looks+after+her+mother"),
               "Nothing is kept of who does not wish to be identified"));
    CHECK_INT(send(&w, child, "/groups/young-carer", "answer=unwilling").status, 303);
    CHECK(sees(page_of(&w, child, "/groups"), "Does not wish to be identified"));
    CHECK_INT(group_counts(w.db, S("2014-07-02")).len, 0);
    CHECK_INT(send(&w, child, "/groups/young-carer",
                   "answer=yes&agreed_by=child&agreed_how=spoken&needs=An+hour+for+herself&"
                   "views=I+like+helping+but+I+am+tired")
                  .status,
              303);
    Answer a = page_of(&w, child, "/groups");
    CHECK(sees(a, "Agreed by: The child or young person") && sees(a, "I like helping but I am tired"));
    CHECK(
        sees(page_of(&w, child, "/groups/young-carer"), "Does not wish to be identified"));    // the history
    CHECK_INT(group_counts(w.db, S("2014-07-02")).len, 1);
    CHECK(sees(ask(&w, S("team-manager"), GET, "/work/groups"), "fewer than 5"));
    CHECK_INT(ask(&w, S("practitioner"), GET, "/work/groups").status, 403);
}

TEST(a_child_in_care_or_at_risk_is_to_be_heard_with_extra_care_and_every_page_says_so) {    // W173 P8
    WORLD(w);
    int64_t child = held(&w);
    CHECK(!sees(page_of(&w, child, "/edit"), "Hear this child"));
    CHECK_INT(send(&w, child, "/groups/exploitation", "answer=yes").status, 422);
    CHECK_INT(send(&w, child, "/groups/exploitation", "answer=yes&needs=Panel+of+June").status, 303);
    Answer a = page_of(&w, child, "/edit");
    CHECK(sees(a, "Hear this child with extra care: is at risk of exploitation"));
    CHECK(sees(page_of(&w, child, "/needs"), "Risk of exploitation"));
    CHECK(sees(page_of(&w, child, "/views"), "is at risk of exploitation"));
    CHECK(sees(a, "Early help"));
}

TEST(a_change_coming_up_has_somebody_who_sees_to_it_and_a_next_day) {    // W172 P1
    WORLD(w);
    int64_t child = held(&w);
    int64_t me = world_account(&w, S("practitioner"));
    CHECK(sees(page_of(&w, child, "/transitions"), "What is changing?"));
    const char *what = "kind=bereavement&happens_on-day=1&happens_on-month=9&happens_on-year=2014";
    CHECK(sees(send(&w, child, "/transitions",
                    str_c(w.arena, str_fmt(w.arena, "%s&owner=%lld", what, (long long)me))),
               "nothing waits without one"));
    CHECK_INT(
        send(&w, child, "/transitions",
             str_c(w.arena, str_fmt(w.arena, "%s&owner=%lld&next_on-day=20&next_on-month=7&next_on-year=2014",
                                    what, (long long)me)))
            .status,
        303);
    Answer a = page_of(&w, child, "/edit");
    CHECK(sees(a, "A death in the family") && sees(a, "next on 20 July 2014"));
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Plan for a change coming up"));
    TransitionList all = transitions(w.db, child);
    CHECK_INT(all.len, 1);
    const char *one = str_c(w.arena, str_fmt(w.arena, "/transitions/%lld", (long long)all.at[0].id));
    const char *rest = "happens_on-day=1&happens_on-month=9&happens_on-year=2014&over=yes";
    const char *over = str_c(w.arena, str_fmt(w.arena, "%s&owner=%lld", rest, (long long)me));
    CHECK(sees(send(&w, child, one, over), "Enter how it went for the child"));
    over = str_c(w.arena, str_fmt(w.arena, "%s&outcome=She+said+goodbye", over));
    CHECK_INT(send(&w, child, one, over).status, 303);
    CHECK_INT(page_of(&w, child, one).status, 404);
    CHECK(sees(page_of(&w, child, "/edit"), "She said goodbye"));
}

TEST(changes_that_age_brings_are_foretold) {    // W172
    WORLD(w);
    Foretold f[4];
    Date today = date_make(2014, 7, 2);
    Person p = {.born_on = S("2003-02-11")};
    CHECK_INT(transitions_foretold(w.arena, &p, today, f), 1);
    CHECK_STR(f[0].kind, S("secondary"));
    CHECK_STR(f[0].on, S("2014-09-01"));
    p.born_on = S("1997-01-20");
    CHECK_INT(transitions_foretold(w.arena, &p, today, f), 1);
    CHECK_STR(f[0].on, S("2015-01-20"));
    p.born_on = S("2012-10-01");
    CHECK_INT(transitions_foretold(w.arena, &p, today, f), 0);
}

TEST(what_is_missing_stands_on_the_record_and_before_the_manager) {    // W183 P4
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2006-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("team-manager"));
    family_join(&w, north, S("practitioner"));
    family_episode(&w, child, "early-help", S("practitioner"), north);
    Answer a = page_of(&w, child, "/edit");
    CHECK(sees(a, "Not held: nobody has written down an address"));
    CHECK(sees(a, "Not asked yet: gender") && sees(a, "unique pupil number"));
    a = ask(&w, S("team-manager"), GET, "/work/missing");
    CHECK(sees(a, "Amina Yusuf: gender, address, languages, who has parental responsibility"));
    CHECK_INT(ask(&w, S("practitioner"), GET, "/work/missing").status, 403);
    send(&w, child, "/addresses", "line=14+Alma+Road&postcode=ng31ab&kind=home&replaces=no&guarded=no");
    CHECK(!sees(ask(&w, S("team-manager"), GET, "/work/missing"), "address"));
    send(&w, child, "/basics", "born_on-day=4&born_on-month=5&born_on-year=2006&born_about=0&gender=female");
    CHECK(!sees(page_of(&w, child, "/edit"), "Not asked yet: gender"));
    CHECK_INT(send(&w, child, "/basics", "born_on-day=&born_on-month=&born_on-year=").status, 422);
}
