// The ways into the front door for those outside it, and the questions it asks of them.
#include "pathway/contact/contact_test.sql.h"
#include "pathway/contact/within.h"

#include "family.h"
#include "pathway/plan/episode_test.sql.h"

static World desk(void) {
    World w = world_open();
    family_team(&w, "Front door", "front-door", S("adviser"));
    family_team(&w, "Screening and Duty", "duty", S("team-manager"));
    return w;
}
#define DESK(w) World w __attribute__((cleanup(world_close))) = desk()

static const char *url(World *w, const char *before, int64_t id, const char *after) {
    return str_c(w->arena, str_fmt(w->arena, "%s%lld%s", before, (long long)id, after));
}

TEST(anybody_may_tell_of_a_worry_and_what_to_do_now_stands_first) {    // W22 W29
    DESK(w);
    Answer a = ask(&w, S(""), GET, "/worried");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "If a child is in danger now, call 999"));
    CHECK(sees(ask(&w, S(""), GET, "/worried/tell"), "If a child is in danger now, call 999"));
    CHECK_INT(post(&w, S(""), "/worried/tell", "said=").status, 422);
    a = post(&w, S(""), "/worried/tell", "said=Left+alone+at+night&children=Two+small+boys&postcode=zz11aa");
    CHECK_INT(a.status, 303);
    CHECK_STR(a.location, S("/worried/sent"));
    a = ask(&w, S("adviser"), GET, url(&w, "/work/contacts/", test_last_contact(w.db), ""));
    CHECK(sees(a, "Left alone at night"));
    CHECK(str_has(a.body, S("ZZ1 1AA")));
    CHECK(sees(a, "Does not say who they are"));
    CHECK_INT(test_contact_owner(w.db, test_last_contact(w.db)), world_account(&w, S("adviser")));
}

TEST(a_professional_reads_when_to_call_before_the_form_and_on_it) {    // W33 W29 W22
    DESK(w);
    CHECK(str_has(ask(&w, S("practitioner"), GET, "/work").body, S("href=\"/worried\"")));
    CHECK(!str_has(ask(&w, S("practitioner"), GET, "/work").body, S("/worried/professional")));
    CHECK_STR(ask(&w, S("practitioner"), GET, "/work/contacts/new").location, S("/worried"));
    post(&w, S("administrator"), "/office/front-door/points/add",
         "name=Duty+team&about=Danger+now&telephone=01632+960+178&hours=Always");
    Answer a = ask(&w, S("practitioner"), GET, "/worried");
    CHECK(sees(a, "If a child is in danger now, call 999"));
    CHECK(str_has(a.body, S("href=\"/worried/professional\"")));
    CHECK(!str_has(a.body, S("href=\"/worried/tell\"")));
    a = ask(&w, S("practitioner"), GET, "/worried/professional");
    CHECK(sees(a, "Call instead if a child has been hurt"));
    CHECK(sees(a, "01632 960 178"));
    CHECK(str_has(ask(&w, S(""), GET, "/worried").body, S("href=\"/worried/tell\"")));
}

TEST(a_flood_from_one_network_is_slowed_and_loses_nothing) {    // W22
    DESK(w);
    for (int i = 0; i < 10; i++) CHECK_INT(post(&w, S(""), "/worried/tell", "said=Worry").status, 303);
    Answer a = post(&w, S(""), "/worried/tell", "said=The+eleventh");
    CHECK_INT(a.status, 429);
    CHECK(sees(a, "The eleventh"));
    w.now += 61000;
    CHECK_INT(post(&w, S(""), "/worried/tell", "said=The+eleventh").status, 303);
}

TEST(where_nobody_would_read_it_the_form_says_so_and_whom_to_call) {    // W22 P1
    WORLD(w);
    Answer a = post(&w, S(""), "/worried/tell", "said=Kept");
    CHECK_INT(a.status, 503);
    CHECK(sees(a, "it was not sent"));
    CHECK(sees(a, "Kept"));
    CHECK_INT(test_last_contact(w.db), NONE);
}

TEST(a_professional_follows_what_became_of_what_they_raised_and_no_more) {    // W16 W27 P2
    DESK(w);
    CHECK_INT(post(&w, S("practitioner"), "/worried/professional",
                   "said=Bruises&children=Amina&role=Teacher&family_told=no")
                  .status,
              422);
    Answer a = post(&w, S("practitioner"), "/worried/professional",
                    "said=Bruises&children=Amina&role=Teacher&family_told=no&family_why=More+risk");
    CHECK_INT(a.status, 303);
    int64_t id = test_last_contact(w.db);
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work/contacts/mine"), "Being looked at"));
    const char *decide = str_c(
        w.arena,
        str_fmt(w.arena,
                "version=%lld&determination=initial-contact&route=family-support&reasons=Only+for+colleagues",
                (long long)test_contact_version(w.db, id)));
    CHECK_INT(post(&w, S("adviser"), url(&w, "/work/contacts/", id, "/decide"), decide).status, 303);
    const char *tell =
        str_c(w.arena, str_fmt(w.arena, "version=%lld&how=in+Kith&what=Family+support+will+visit",
                               (long long)test_contact_version(w.db, id)));
    CHECK_INT(post(&w, S("adviser"), url(&w, "/work/contacts/", id, "/tell"), tell).status, 303);
    a = ask(&w, S("practitioner"), GET, url(&w, "/work/contacts/mine/", id, ""));
    CHECK(sees(a, "Family support will visit"));
    CHECK(!sees(a, "Only for colleagues"));
    CHECK(test_told_seen(w.db, id) != NONE);
    CHECK_INT(ask(&w, S("social-worker"), GET, url(&w, "/work/contacts/mine/", id, "")).status, 404);
    CHECK_INT(ask(&w, S("practitioner"), GET, url(&w, "/work/contacts/", id, "")).status, 404);
}

// A contact about Amina, and a question to the practitioner's agency.
static int64_t question(World *w, const char *more) {
    int64_t child = family_child(w, "Amina Yusuf", "2009-05-04");
    post(w, S("adviser"), "/work/contacts", "act=take");
    int64_t id = test_last_contact(w->db);
    post(w, S("adviser"), url(w, "/work/contacts/", id, "/children"),
         str_c(w->arena, str_fmt(w->arena, "person=%lld", (long long)child)));
    int64_t agency = family_agency_of(w->db, world_account(w, S("practitioner")));
    Str form = str_fmt(
        w->arena,
        "agency=%lld&person=%lld&question=Attendance+since+May&family_told=yes"
        "&wanted-day=4&wanted-month=7&wanted-year=2014&%s",
        (long long)agency, (long long)child, more);
    Answer a = post(w, S("adviser"), url(w, "/work/contacts/", id, "/check"), str_c(w->arena, form));
    return a.status == 303 ? test_last_check(w->db) : -a.status;
}

TEST(agency_checks_want_consent_or_why_without_it) {    // W95 W99
    DESK(w);
    CHECK_INT(question(&w, ""), -422);
    CHECK_INT(question(&w, "consent=refused"), -422);
    CHECK(question(&w, "consent=refused&override_why=He+is+at+risk") > 0);
    CHECK(
        sees(ask(&w, S("adviser"), GET, url(&w, "/work/contacts/", test_last_contact(w.db), "")), "Pending"));
}

TEST(a_partner_sees_the_question_alone_and_each_answer_is_timed) {    // W95 P5
    DESK(w);
    int64_t id = question(&w, "consent=given");
    Answer a = ask(&w, S("practitioner"), GET, url(&w, "/work/checks/", id, ""));
    CHECK(sees(a, "Attendance since May"));
    CHECK(sees(a, "The family knows that you are asked"));
    CHECK_INT(ask(&w, S("viewer"), GET, url(&w, "/work/checks/", id, "")).status, 403);
    CHECK_INT(ask(&w, S("social-worker"), GET, "/work/checks/999").status, 404);
    w.now += 3600000;
    CHECK_INT(post(&w, S("practitioner"), url(&w, "/work/checks/", id, ""), "state=given").status, 422);
    CHECK_INT(post(&w, S("practitioner"), url(&w, "/work/checks/", id, ""), "state=given&answer=72+per+cent")
                  .status,
              303);
    CHECK_INT(post(&w, S("practitioner"), url(&w, "/work/checks/", id, ""), "state=nothing").status, 409);
    a = ask(&w, S("adviser"), GET, url(&w, "/work/contacts/", test_last_contact(w.db), ""));
    CHECK(sees(a, "72 per cent"));
    CHECK(sees(a, "answered 2 July 2014, 11:00am"));
    CHECK(sees(a, "Given"));
}

TEST(those_of_the_agency_that_is_asked_are_sent_word_once_and_no_name) {    // W95 P5
    DESK(w);
    world_account(&w, S("practitioner"));
    int64_t before = plan_test_mails(w.db), id = question(&w, "consent=given");
    CHECK(id > 0);
    CHECK_INT(plan_test_mails(w.db), before + 1);
    Str mail = plan_test_mail(w.db);
    CHECK(str_has(mail, str_fmt(w.arena, "/work/checks/%lld", (long long)id)));
    CHECK(!str_has(mail, S("Amina")));
    CHECK(!str_has(mail, S("Attendance")));
    ask(&w, S("practitioner"), GET, url(&w, "/work/checks/", id, ""));
    ask(&w, S("adviser"), GET, url(&w, "/work/checks/", id, ""));
    CHECK_INT(plan_test_mails(w.db), before + 1);
}

TEST(only_the_agency_that_was_asked_answers) {    // P5
    DESK(w);
    int64_t id = question(&w, "consent=given");
    CHECK_INT(post(&w, S("social-worker"), url(&w, "/work/checks/", id, ""), "state=nothing").status, 404);
    CHECK(
        sees(ask(&w, S("adviser"), GET, url(&w, "/work/contacts/", test_last_contact(w.db), "")), "Pending"));
}

TEST(what_a_partner_says_by_telephone_is_written_down_as_heard) {    // W95 P5
    DESK(w);
    family_join(&w, 1, S("social-worker"));    // of the front door
    int64_t id = question(&w, "consent=given");
    const char *heard = url(&w, "/work/checks/", id, "/heard");
    Answer a = ask(&w, S("social-worker"), GET, url(&w, "/work/checks/", id, ""));
    CHECK(sees(a, "They answered by telephone"));
    CHECK_INT(post(&w, S("social-worker"), heard, "state=given&answer=72+per+cent").status, 422);
    CHECK_INT(post(&w, S("social-worker"), heard, "state=given&heard_from=Jo+Example").status, 422);
    CHECK_INT(post(&w, S("practitioner"), heard, "state=nothing&heard_from=Jo+Example").status, 403);
    CHECK_INT(post(&w, S("team-manager"), heard, "state=nothing&heard_from=Jo+Example").status, 404);
    a = post(&w, S("social-worker"), heard,
             "state=given&answer=72+per+cent&heard_from=Jo+Example,+head+teacher");
    CHECK_INT(a.status, 303);
    CHECK_INT(post(&w, S("practitioner"), url(&w, "/work/checks/", id, ""), "state=nothing").status, 409);
    a = ask(&w, S("adviser"), GET, url(&w, "/work/contacts/", test_last_contact(w.db), ""));
    CHECK(sees(a, "heard from Jo Example, head teacher, by telephone"));
    CHECK(sees(a, "72 per cent"));
    CHECK(!sees(ask(&w, S("adviser"), GET, "/work"), "A partner has not answered yet"));
}

TEST(whoever_asked_a_partner_calls_the_question_off_with_a_reason) {    // W95 P1 P7
    DESK(w);
    int64_t id = question(&w, "consent=given");
    const char *off = url(&w, "/work/checks/", id, "/off");
    CHECK(sees(ask(&w, S("adviser"), GET, "/work"), "A partner has not answered yet"));
    CHECK_INT(post(&w, S("practitioner"), off, "why=Not+ours").status, 404);
    CHECK_INT(post(&w, S("adviser"), off, "why=").status, 422);
    CHECK_INT(post(&w, S("adviser"), off, "why=The+family+moved+away").status, 303);
    CHECK_INT(post(&w, S("adviser"), off, "why=Again").status, 409);
    CHECK(!sees(ask(&w, S("adviser"), GET, "/work"), "A partner has not answered yet"));
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work/checks"), "The family moved away"));
    Answer a = post(&w, S("practitioner"), url(&w, "/work/checks/", id, ""), "state=nothing");
    CHECK_INT(a.status, 409);
    CHECK(sees(a, "called the question off"));
}

TEST(a_question_to_a_partner_goes_with_the_contact_to_its_new_owner) {    // P1 W95
    DESK(w);
    int64_t id = question(&w, "consent=given"), contact = test_last_contact(w.db);
    CHECK_INT(test_check_owner(w.db, id), world_account(&w, S("adviser")));
    CHECK_INT(post(&w, S("adviser"), url(&w, "/work/contacts/", contact, "/danger"), "").status, 303);
    CHECK_INT(test_check_owner(w.db, id), world_account(&w, S("team-manager")));
    CHECK(sees(ask(&w, S("team-manager"), GET, "/work"), "A partner has not answered yet"));
    CHECK(!sees(ask(&w, S("adviser"), GET, "/work"), "A partner has not answered yet"));
    Answer a = ask(&w, S("adviser"), GET, url(&w, "/work/contacts/", contact, ""));
    CHECK(sees(a, "team-manager sees to the question to Agency of the practitioner from now"));
}

static void checks_come_round(World *w) {
    db_use(w->db, w->arena);
    db_begin(w->db);
    checks_go_on(w->db, w->now);
    CHECK(db_commit(w->db));
}

TEST(a_question_whose_asker_has_left_goes_to_whoever_answers_for_the_contact) {    // P1 W95
    DESK(w);
    int64_t id = question(&w, "consent=given"), adviser = world_account(&w, S("adviser"));
    family_join(&w, 1, S("social-worker"));    // of the front door
    checks_come_round(&w);
    CHECK_INT(test_check_owner(w.db, id), adviser);
    db_begin(w.db);
    test_deactivate(w.db, adviser, w.now);
    CHECK(db_commit(w.db));
    checks_come_round(&w);
    CHECK_INT(test_check_owner(w.db, id), world_account(&w, S("social-worker")));
}
