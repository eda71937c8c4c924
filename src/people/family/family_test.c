// A family on one page, ties that cannot be, a child before it is born, and who may see whom.
#include "people/family/pages.h"

#include "family.h"

static const char *path_of(World *w, int64_t child, const char *tail) {
    return str_c(w->arena, str_fmt(w->arena, "/work/people/%lld%s", (long long)child, tail));
}
static Answer page_of(World *w, int64_t person, const char *tail) {
    return ask(w, S("practitioner"), GET, path_of(w, person, tail));
}
static Answer send(World *w, int64_t person, const char *tail, const char *form) {
    return post(w, S("practitioner"), path_of(w, person, tail), form);
}
static int64_t held(World *w, int64_t child) {
    int64_t north = family_team(w, "North", "early-help", S("practitioner"));
    return family_episode(w, child, "early-help", S("practitioner"), north);
}
static const char *tie_path(World *w, int64_t other) {
    return str_c(w->arena, str_fmt(w->arena, "/family/tie/%lld", (long long)other));
}

TEST(a_family_is_one_page_with_parents_siblings_and_who_else_lives_there) {    // W9
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    held(&w, child);
    CHECK_INT(send(&w, child, "/family/add",
                   "given=Hodan&family=Yusuf&gender=female&tie=birth-mother&"
                   "responsible=yes&lives=yes")
                  .status,
              303);
    CHECK_INT(send(&w, child, "/family/add",
                   "given=Omar&family=Yusuf&gender=male&tie=sibling&lives=yes&"
                   "born_on-day=1&born_on-month=2&born_on-year=2006")
                  .status,
              303);
    CHECK_INT(
        send(&w, child, "/family/add", "given=Bashir&family=Ali&gender=male&tie=relative&lives=no").status,
        303);
    Answer a = page_of(&w, child, "/family");
    CHECK(sees(a, "Hodan Yusuf is the mother of Amina Yusuf, with parental responsibility"));
    CHECK(sees(a, "Omar Yusuf is a brother of Amina Yusuf"));
    CHECK(sees(a, "Bashir Ali") && sees(a, "The family of Amina Yusuf"));
    CHECK(str_has(a.body, S("<desc id=\"genogram-about\">")) &&
          str_has(a.body, S("stroke-dasharray=\"2 5\"")));
    Answer svg = page_of(&w, child, "/family/genogram.svg");
    CHECK_STR(svg.type, S("image/svg+xml"));
    CHECK(str_has(svg.body, S("xmlns=\"http://www.w3.org/2000/svg\"")) && str_has(svg.body, S("Omar Yusuf")));
    Answer other = page_of(&w, household_of(w.db, child) == NONE ? 0 : child, "/family/household");
    CHECK_INT(other.status, 200);
}

static size_t times(Str all, Str part) {
    size_t n = 0;
    for (size_t i = 0; i + part.len <= all.len; i++) n += str_eq((Str){all.at + i, part.len}, part);
    return n;
}

TEST(one_line_is_drawn_around_all_who_live_together_and_no_name_runs_over_the_edge) {    // W9
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    held(&w, child);
    send(&w, child, "/family/add", "given=Hodan&family=Yusuf&gender=female&tie=birth-mother&lives=yes");
    send(&w, child, "/family/add", "given=Asha&family=Ali&gender=female&tie=grandparent&lives=no");
    send(&w, child, "/family/add", "given=Omar&family=Yusuf&gender=male&tie=parent&lives=yes");
    send(&w, child, "/family/add",
         "given=Wilhelmina+Oluwaseun&family=Featherstonehaugh-Cholmondeley-Wemyss&tie=relative&lives=no");
    Str svg = page_of(&w, child, "/family/genogram.svg").body;
    CHECK_INT(times(svg, S("stroke-dasharray=\"2 5\"")), 1);
    CHECK(str_has(svg, S("Amina Yusuf lives together with ")) && str_has(svg, S("…</text>")));
    CHECK(!str_has(svg, S("Cholmondeley-Wemyss</text>")) && str_has(svg, S("Cholmondeley-Wemyss is")));
}

TEST(of_a_family_those_whom_one_may_not_see_are_not_shared_and_nothing_else) {    // W9 P4 P5 P6
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t cousin = family_child(&w, "Zainab Ali", "2008-05-04");
    family_tie(&w, cousin, "cousin", child);
    held(&w, child);
    Answer a = page_of(&w, child, "/family");
    CHECK(sees(a, "Not shared with you: somebody of the family"));
    CHECK(!sees(a, "Zainab") && !sees(a, "cousin") && !str_has(a.body, S("2008")));
    CHECK(!str_has(page_of(&w, child, "/family/genogram.svg").body, S("Zainab")));
    CHECK(!sees(page_of(&w, child, "/family/household"), "Zainab"));
    CHECK_INT(page_of(&w, child, tie_path(&w, cousin)).status, 403);
    CHECK_INT(send(&w, child, tie_path(&w, cousin), "tie=sibling").status, 403);
}

TEST(who_has_no_way_to_a_record_is_refused_on_every_page_of_its_family) {    // P5 P6 W9
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t mother = family_child(&w, "Hodan Yusuf", "1981-05-04");
    int64_t tie = family_tie(&w, mother, "birth-mother", child);
    held(&w, child);
    const char *one = str_c(w.arena, str_fmt(w.arena, "/family/ties/%lld", (long long)tie));
    const char *const paths[] = {
        "/family", "/family/genogram.svg", "/family/add", "/family/household", "/family/unborn", "/born",
        one,       tie_path(&w, mother)};
    for (size_t i = 0; i < COUNT(paths); i++) {
        Answer a = ask(&w, S("social-worker"), GET, path_of(&w, child, paths[i]));
        CHECK_INT(a.status, 403);
        CHECK(!sees(a, "Amina") && !sees(a, "Hodan"));
        if (i < 2) continue;
        CHECK_INT(post(&w, S("social-worker"), path_of(&w, child, paths[i]), "what=wrong&tie=sibling").status,
                  403);
    }
    CHECK(tie_found(w.db, tie));
}

TEST(ties_that_cannot_be_are_refused_with_a_sentence) {    // W9
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t sara = family_child(&w, "Sara Khan", "1985-01-01");
    int64_t mother = family_child(&w, "Hodan Yusuf", "1981-05-04");
    family_tie(&w, mother, "birth-mother", child);
    int64_t north = held(&w, child);
    CHECK(north);
    int64_t south = family_team(&w, "South", "early-help", S("practitioner"));
    family_episode(&w, sara, "early-help", S("practitioner"), south);
    CHECK(sees(send(&w, child, tie_path(&w, child), "tie=parent"), "Nobody is their own parent"));
    CHECK(sees(send(&w, child, tie_path(&w, sara), "tie=parent%3C"), "a parent is born first"));
    CHECK(
        sees(send(&w, child, tie_path(&w, sara), "tie=birth-mother"), "has a mother who gave birth already"));
    CHECK(sees(send(&w, child, tie_path(&w, mother), "tie=parent"), "parent by birth already"));
    CHECK(sees(send(&w, child, tie_path(&w, mother), "tie=sibling"), "cannot be sibling as well"));
    CHECK(sees(send(&w, child, tie_path(&w, sara), "tie=cousin&responsible=yes"), "goes with a parent"));
    CHECK(sees(send(&w, child, tie_path(&w, sara), "tie=uncle"), "from the list"));
    CHECK_INT(send(&w, child, tie_path(&w, sara), "tie=foster-carer&responsible=no").status, 303);
    CHECK(sees(send(&w, child, tie_path(&w, sara), "tie=foster-carer"), "written down already"));
}

TEST(nobody_is_their_own_ancestor_through_others) {    // W9
    WORLD(w);
    int64_t a = family_child(&w, "Ann", NULL), b = family_child(&w, "Bea", NULL),
            c = family_child(&w, "Cis", NULL);
    family_tie(&w, a, "parent", b);
    family_tie(&w, b, "parent", c);
    TieNew t = {.kind = tie_kind(S("parent")),
                .first = c,
                .second = a,
                .first_name = S("Cis"),
                .second_name = S("Ann"),
                .responsible = NONE};
    CHECK(str_has(tie_refused(w.arena, w.db, &t), S("nobody is their own ancestor")));
    t.kind = tie_kind(S("carer"));
    CHECK(!tie_refused(w.arena, w.db, &t).at);
}

TEST(responsibility_that_changes_leaves_what_stood_to_be_read_and_a_tie_ends_or_never_was) {    // W185 W182
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t father = family_child(&w, "Ali Yusuf", "1981-05-04");
    int64_t tie = family_tie(&w, father, "parent", child);
    held(&w, child);
    const char *one = str_c(w.arena, str_fmt(w.arena, "/family/ties/%lld", (long long)tie));
    CHECK_INT(send(&w, child, one, "what=responsible").status, 422);
    CHECK_INT(
        send(&w, child, one, "what=responsible&responsible=yes&on-day=1&on-month=3&on-year=2014").status,
        303);
    Answer a = page_of(&w, child, "/family");
    CHECK(sees(a, "until 1 March 2014") && sees(a, "since 1 March 2014, with parental responsibility"));
    CHECK_INT(send(&w, child, one, "what=wrong").status, 303);
    CHECK(!sees(page_of(&w, child, "/family"), "until 1 March 2014"));
    CHECK_INT(page_of(&w, child, one).status, 404);
}

TEST(nobody_is_added_to_a_family_without_a_look_at_who_is_there_already) {    // W9 W182
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    held(&w, child);
    const char *who = "given=Omar&family=Yusuf&tie=sibling&born_on-day=1&born_on-month=2&born_on-year=2006";
    CHECK_INT(send(&w, child, "/family/add", who).status, 303);
    Answer a = send(&w, child, "/family/add", who);
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Is it one of these?") && sees(a, "Add Omar Yusuf"));
    CHECK_INT(send(&w, child, "/family/add", str_c(w.arena, str_fmt(w.arena, "%s&none=yes", who))).status,
              303);
}

// The id of the only member but the mother, as its links say.
static int64_t expected_of(World *w, int64_t mother) {
    FamilyTieList all = family_ties(w->db, mother);
    return all.len ? all.at[all.len - 1].second : NONE;
}

TEST(a_child_has_a_record_before_it_is_born_and_keeps_it) {    // W10 W9
    WORLD(w);
    int64_t mother = family_child(&w, "Hodan Yusuf", "1991-02-01");
    held(&w, mother);
    const char *due = "family=Yusuf&due_on-day=20&due_on-month=9&due_on-year=2014";
    CHECK(
        sees(send(&w, mother, "/family/unborn", "family=Yusuf&due_on-day=20&due_on-month=9&due_on-year=2017"),
             "within the next ten months"));
    CHECK_INT(send(&w, mother, "/family/unborn", due).status, 303);
    CHECK(sees(send(&w, mother, "/family/unborn", due), "expected already"));
    int64_t child = expected_of(&w, mother);
    Answer a = page_of(&w, child, "/family");
    CHECK(sees(a, "Unborn Yusuf") && sees(a, "due in 11 weeks") && sees(a, "Unborn"));
    CHECK(sees(page_of(&w, mother, "/family"), "Due 20 September 2014"));
    w.now += INT64_C(81) * 86400000;
    CHECK(sees(page_of(&w, child, "/edit"), "the due date has passed"));
    CHECK(sees(send(&w, child, "/born", "what=born&given=Idil&family=Yusuf&on-day=1&on-month=9&on-year=2012"),
               "too far from the due date"));
    CHECK_INT(send(&w, child, "/born",
                   "what=born&given=Idil&family=Yusuf&gender=female&on-day=18&on-month=9&on-year=2014")
                  .status,
              303);
    a = page_of(&w, child, "/edit");
    CHECK(sees(a, "Idil Yusuf (by law)") && sees(a, "Unborn Yusuf (by law)") && sees(a, "18 September 2014"));
    CHECK(sees(page_of(&w, mother, "/family"), "Hodan Yusuf is the mother of Idil Yusuf"));
    CHECK_INT(page_of(&w, child, "/born").status, 404);
}

TEST(who_lives_together_is_ticked_and_leaving_is_dated) {    // W9 W185
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t mother = family_child(&w, "Hodan Yusuf", "1981-05-04");
    family_tie(&w, mother, "birth-mother", child);
    held(&w, child);
    const char *both = str_c(w.arena, str_fmt(w.arena, "members=%lld", (long long)mother));
    CHECK_INT(send(&w, child, "/family/household", both).status, 303);
    CHECK_INT(housemates(w.db, child, S("2014-07-02")).len, 1);
    CHECK_INT(send(&w, child, "/family/household", "since-day=1&since-month=7&since-year=2014").status, 303);
    CHECK_INT(housemates(w.db, child, S("2014-07-02")).len, 0);
    CHECK_INT(send(&w, child, "/family/household", "members=999").status, 422);
}
