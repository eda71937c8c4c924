// A child is heard: their words stand first, lead to something, and the child is told.
#include "family.h"

typedef struct Heard {
    World *w;
    int64_t child;
} Heard;

static Heard heard(World *w) {
    Heard h = {w, family_child(w, "Amina Yusuf", "2009-05-04")};
    family_episode(w, h.child, "early-help", S("practitioner"),
                   family_team(w, "North", "early-help", S("practitioner")));
    return h;
}

static const char *path(const Heard *h, const char *rest) {
    return str_c(h->w->arena, str_fmt(h->w->arena, "/work/people/%lld%s", (long long)h->child, rest));
}

static Answer say(const Heard *h, const char *words) {
    Str form =
        str_fmt(h->w->arena, "words=%s&how=said+it&about=School&day-day=1&day-month=7&day-year=2014", words);
    return post(h->w, S("practitioner"), path(h, "/views/new"), str_c(h->w->arena, form));
}

TEST(what_a_child_says_stands_first_on_the_record_for_those_with_a_role) {    // W167 P8
    WORLD(w);
    Heard h = heard(&w);
    CHECK_INT(say(&h, "I+want+to+walk+to+school+alone").status, 303);
    Answer front = ask(&w, S("practitioner"), GET, path(&h, ""));
    CHECK(sees(front, "I want to walk to school alone"));
    CHECK(str_find(front.body, S("I want to walk")) < str_find(front.body, S("Help now")));
    family_consent(&w, h.child, S("social-worker"), "who,note");
    CHECK(!sees(ask(&w, S("social-worker"), GET, path(&h, "/views")), "walk to school"));
    CHECK_INT(ask(&w, S("social-worker"), GET, path(&h, "/views/new")).status, 403);
}

TEST(word_back_to_a_child_is_owed_until_they_are_told) {    // W168 P1 P8
    WORLD(w);
    Heard h = heard(&w);
    say(&h, "I+want+to+walk+to+school+alone");
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Bring back word to the child"));
    const char *outcome = path(&h, "/views/1/outcome");
    CHECK_INT(post(&w, S("practitioner"), outcome, "outcome=").status, 422);
    CHECK_INT(post(&w, S("practitioner"), outcome, "outcome=She+may,+with+her+sister").status, 303);
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&h, "")), "They have not been told yet"));
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Bring back word to the child"));
    CHECK_INT(
        post(&w, S("practitioner"), outcome, "outcome=She+may&day-day=2&day-month=7&day-year=2014").status,
        422);
    CHECK_INT(post(&w, S("practitioner"), outcome,
                   "outcome=She+may,+with+her+sister&day-day=2&day-month=7&day-year=2014&how=On+a+walk")
                  .status,
              303);
    CHECK(!sees(ask(&w, S("practitioner"), GET, "/work"), "Bring back word to the child"));
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&h, "")), "They were told on 2 July 2014: On a walk"));
    CHECK_INT(post(&w, S("practitioner"), outcome, "outcome=Something+else").status, 409);
}

TEST(word_that_is_owed_for_a_fortnight_is_late) {    // W168 P1
    WORLD(w);
    Heard h = heard(&w);
    say(&h, "I+want+to+walk+to+school+alone");
    CHECK(!sees(ask(&w, S("practitioner"), GET, "/work"), "Late"));
    w.now += INT64_C(14) * 86400000;
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Late"));
}
