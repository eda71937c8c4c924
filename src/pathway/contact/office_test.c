// What the office changes of the front door, the pack that it comes with, and the counts without names.
#include "pathway/contact/contact_test.sql.h"
#include "pathway/contact/log_form.h"

#include "family.h"

TEST(the_four_ways_are_offered_and_partners_only_once_switched_on) {    // W19 W30
    WORLD(w);
    post(&w, S("adviser"), "/work/contacts", "act=take");
    Answer a = ask(&w, S("adviser"), GET, "/work/contacts/1/decide");
    CHECK(sees(a, "Screening and Duty"));
    CHECK(sees(a, "Locality Access Point"));
    CHECK(sees(a, "Family Support Services"));
    CHECK(sees(a, "The service required"));
    CHECK(!sees(a, "Straight to health"));
    CHECK_INT(post(&w, S("team-manager"), "/office/front-door/routes/partner-health", "title=x").status, 403);
    CHECK_INT(post(&w, S("administrator"), "/office/front-door/routes/partner-health",
                   "title=Straight+to+health&about=Its+own+way&on=yes&by_locality=no")
                  .status,
              303);
    CHECK(sees(ask(&w, S("adviser"), GET, "/work/contacts/1/decide"), "Straight to health"));
    CHECK_INT(post(&w, S("adviser"), "/work/contacts/1/decide",
                   "version=1&determination=initial-contact&route=partner-police&reasons=x")
                  .status,
              422);
}

TEST(the_postcode_finds_the_locality_and_its_team_gets_the_contact) {    // W21 W19
    WORLD(w);
    int64_t north = family_team(&w, "North Family Support", "early-help", S("practitioner"));
    Str form = str_fmt(w.arena, "name=North&team=%lld&prefixes=ZZ1,zz12A+ZZ5", (long long)north);
    CHECK_INT(post(&w, S("administrator"), "/office/front-door/localities/add", str_c(w.arena, form)).status,
              303);
    post(&w, S("administrator"), "/office/front-door/localities/add", "name=South&prefixes=ZZ12");
    CHECK_INT(
        post(&w, S("administrator"), "/office/front-door/localities/add", "name=north&prefixes=Z-1").status,
        422);
    post(&w, S("adviser"), "/work/contacts", "act=take");
    post(&w, S("adviser"), "/work/contacts/1", "version=1&channel=telephone&postcode=zz12+1ab");
    CHECK_STR(test_contact_locality(w.db, 1), S("South"));
    post(&w, S("adviser"), "/work/contacts/1", "version=2&channel=telephone&locality=2&postcode=zz51ab");
    CHECK_STR(test_contact_locality(w.db, 1), S("North"));
    post(&w, S("adviser"), "/work/contacts/1/decide",
         "version=3&determination=initial-contact&route=locality-access-point&reasons=Help+near+home");
    CHECK_INT(test_contact_owner(w.db, 1), world_account(&w, S("practitioner")));
}

TEST(whom_to_call_is_edited_in_the_office_and_read_by_anybody) {    // W29 W188
    WORLD(w);
    CHECK_INT(post(&w, S("administrator"), "/office/front-door/points/add",
                   "name=Night+team&about=When+it+is+dark&telephone=01632+960+177&hours=Nights")
                  .status,
              303);
    CHECK(sees(ask(&w, S(""), GET, "/contact-points"), "01632 960 177"));
    CHECK(sees(ask(&w, S(""), GET, "/worried"), "01632 960 177"));
    CHECK_INT(post(&w, S("administrator"), "/office/front-door/points/office-1", "name=Night+team").status,
              422);
    CHECK_INT(ask(&w, S("administrator"), GET, "/office/front-door/points/none").status, 404);
}

TEST(the_pack_brings_the_eleven_signs_and_marks_the_two_that_wait_for_words) {    // W33 W39
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    post(&w, S("adviser"), "/work/contacts", "act=take");
    SignList all = immediate_signs(w.db);
    CHECK_INT(all.len, 11);
    int64_t waiting = 0;
    for (size_t i = 0; i < all.len; i++) waiting += all.at[i].wording_awaited;
    CHECK_INT(waiting, 2);
    Answer a = ask(&w, S("adviser"), GET, "/work/contacts/1");
    CHECK(sees(a, "Child victims of trafficking"));
    CHECK(str_has(a.body, S("accesskey=\"9\"")));
    CHECK_INT(post(&w, S("adviser"), "/work/contacts/1/sign", "sign=trafficking").status, 303);
    a = ask(&w, S("adviser"), GET, "/work/contacts/1");
    CHECK(sees(a, "Marked"));
    CHECK(sees(a, "Put through to"));
}

TEST(contacts_are_counted_by_day_and_kind_without_a_name) {    // W31 P10
    WORLD(w);
    for (int i = 0; i < 3; i++) post(&w, S("adviser"), "/work/contacts", "act=take");
    post(&w, S("adviser"), "/work/contacts/1",
         "version=1&channel=telephone&caller=family&children_said=Zebedee");
    Answer a = ask(&w, S("team-manager"), GET, "/work/contacts/counts");
    CHECK(sees(a, "3 contacts came in these days"));
    CHECK(sees(a, "The family, or the child"));
    CHECK(sees(a, "2 July 2014"));
    CHECK(!sees(a, "Zebedee"));
    CHECK_INT(ask(&w, S("adviser"), GET, "/work/contacts/counts").status, 403);
    CHECK(sees(ask(&w, S("team-manager"), GET, "/work/contacts/counts?from=2013-01-01&to=2013-01-31"),
               "0 contacts came"));
}
