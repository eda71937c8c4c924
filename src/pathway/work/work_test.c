// What a worker sees first: what is theirs, what is late, and a child's own words before anything else.
#include "people/record.h"

#include "family.h"

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
