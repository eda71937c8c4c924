// Who may see what of whom: the view that every query asks, one way after the other.
#include "people/record.h"

#include "family.h"

static int64_t ways(World *w, Str role, int64_t child) {
    return (int64_t)ways_to(w->db, world_account(w, role), child, w->now).len;
}

TEST(nobody_sees_a_record_that_no_way_leads_to) {    // P5 W98
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    CHECK_INT(ways(&w, S("social-worker"), child), 0);
    CHECK_INT(ways(&w, S("administrator"), child), 0);
}

TEST(the_team_that_holds_a_child_sees_it_and_another_does_not) {    // P5 W98
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    family_team(&w, "South", "early-help", S("adviser"));
    family_join(&w, north, S("team-manager"));
    family_episode(&w, child, "early-help", S("practitioner"), north);
    CHECK(ways(&w, S("team-manager"), child) > 0);
    CHECK_INT(ways(&w, S("adviser"), child), 0);
}

TEST(a_seat_sees_what_its_consent_names_and_no_more) {    // P6 W41 W57
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t episode = family_episode(&w, child, "early-help", S("practitioner"), north);
    int64_t consent = family_consent(&w, child, S("viewer"), "who,plan");
    family_seat(&w, episode, S("social-worker"), consent);
    WayList found = ways_to(w.db, world_account(&w, S("social-worker")), child, w.now);
    CHECK_INT(found.len, 2);
    CHECK_STR(found.at[0].kind, S("plan"));
    CHECK_STR(found.at[1].kind, S("who"));
}

TEST(who_works_with_a_child_knows_who_brings_it_up_and_no_more) {    // W9 P5
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t mother = family_child(&w, "Hodan Yusuf", "1981-02-11");
    int64_t uncle = family_child(&w, "Bashir Yusuf", "1984-02-11");
    family_tie(&w, mother, "birth-mother", child);
    family_tie(&w, uncle, "aunt-uncle", child);
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    CHECK_INT(ways(&w, S("practitioner"), mother), 0);
    family_episode(&w, child, "early-help", S("practitioner"), north);
    WayList found = ways_to(w.db, world_account(&w, S("practitioner")), mother, w.now);
    CHECK_INT(found.len, 1);
    CHECK_STR(found.at[0].way, S("kin"));
    CHECK_STR(found.at[0].kind, S("who"));
    CHECK_INT(ways(&w, S("practitioner"), uncle), 0);
}

TEST(every_tab_of_a_record_leads_to_its_page) {
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    family_episode(&w, child, "early-help", S("practitioner"), north);
    Str at = str_fmt(w.arena, "/work/people/%lld", (long long)child);
    Answer front = ask(&w, S("practitioner"), GET, str_c(w.arena, at));
    for (size_t i = 0; i < n_record_tabs; i++) {
        Str to = str_fmt(w.arena, "%.*s%s", STR_FMT(at), record_tabs[i].path);
        CHECK(str_has(front.body, str_fmt(w.arena, "href=\"%.*s\"", STR_FMT(to))));
        CHECK_INT(ask(&w, S("practitioner"), GET, str_c(w.arena, to)).status, 200);
    }
}
