// The front door, as the people at it and those who call it would be hurt: a call that waits for a form, a
// contact nobody owns, a caller nobody tells, a name that leaks, two advisers who both decide.
#include "pathway/contact/contact_test.sql.h"
#include "pathway/contact/within.h"

#include "family.h"

// The front door's team is the adviser's, the duty team the manager's.
static World desk(void) {
    World w = world_open();
    family_team(&w, "Front door", "front-door", S("adviser"));
    int64_t duty = family_team(&w, "Screening and Duty", "duty", S("team-manager"));
    family_join(&w, duty, S("social-worker"));
    return w;
}
#define DESK(w) World w __attribute__((cleanup(world_close))) = desk()

static const char *url(World *w, int64_t contact, const char *what) {
    return str_c(w->arena, str_fmt(w->arena, "/work/contacts/%lld%s", (long long)contact, what));
}

static int64_t last_part(Str location) {
    int64_t id = 0;
    size_t at = location.len;
    while (at && location.at[at - 1] != '/') at--;
    str_int((Str){location.at + at, location.len - at}, &id);
    return id;
}

static int64_t call(World *w, const char *form) {
    return last_part(post(w, S("adviser"), "/work/contacts", form).location);
}

static Str form(World *w, int64_t contact, const char *fields) {
    return str_fmt(w->arena, "version=%lld&channel=telephone&%s",
                   (long long)test_contact_version(w->db, contact), fields);
}

static Answer send(World *w, Str role, int64_t contact, const char *what, const char *fields) {
    return post(w, role, url(w, contact, what), str_c(w->arena, form(w, contact, fields)));
}

static int64_t add(World *w, int64_t contact, int64_t child) {
    return send(w, S("adviser"), contact, "/children",
                str_c(w->arena, str_fmt(w->arena, "person=%lld", (long long)child)))
        .status;
}

TEST(a_call_is_somebodys_from_the_first_second_and_what_is_said_is_kept) {    // W16 W22 P1
    DESK(w);
    int64_t id = call(&w, "act=take");
    CHECK(id > 0);
    Answer a =
        send(&w, S("adviser"), id, "", "said=He+was+left+alone+again&caller=public&caller_name=Pat+Example");
    CHECK_INT(a.status, 303);
    a = ask(&w, S("adviser"), GET, url(&w, id, ""));
    CHECK(sees(a, "He was left alone again"));
    CHECK(sees(a, "2 July 2014, 10:00am"));
    CHECK(sees(a, "answers for it"));
    CHECK(sees(a, "Decide what happens next"));
    CHECK(sees(ask(&w, S("adviser"), GET, "/work/contacts"), "a member of the public"));
}

TEST(nothing_stands_between_a_safeguarding_call_and_the_duty_team) {    // W20 W38
    DESK(w);
    int64_t id = call(&w, "act=danger");
    Answer a = ask(&w, S("social-worker"), GET, "/work/contacts");
    CHECK(sees(a, "Put through"));
    CHECK(sees(a, "Log to finish"));
    CHECK_INT(test_contact_owner(w.db, id), world_account(&w, S("team-manager")));
    CHECK_INT(test_contact_clocks(w.db, id), 1);
    CHECK_INT(send(&w, S("adviser"), id, "", "said=Finished+after+the+call&caller=family").status, 303);
    CHECK_INT(test_contact_owner(w.db, id), world_account(&w, S("team-manager")));
}

TEST(putting_through_never_waits_for_a_team_that_nobody_set_up) {    // W20
    WORLD(w);
    int64_t id = call(&w, "act=danger");
    CHECK_INT(test_contact_owner(w.db, id), world_account(&w, S("adviser")));
}

TEST(a_contact_does_not_close_before_whoever_raised_it_was_told) {    // P2 W79 W18
    DESK(w);
    int64_t id = call(&w, "act=take");
    CHECK_INT(send(&w, S("adviser"), id, "/close", "why=Done").status, 422);
    Answer a = send(&w, S("adviser"), id, "/decide",
                    "determination=initial-contact&route=family-support&reasons=Needs+a+routine");
    CHECK_INT(a.status, 303);
    CHECK_INT(send(&w, S("adviser"), id, "/close", "why=Done").status, 422);
    CHECK_INT(
        send(&w, S("adviser"), id, "/tell", "how=by+telephone&what=Family+support+will+call+you").status,
        303);
    CHECK_INT(send(&w, S("adviser"), id, "/close", "why=Family+support+began").status, 303);
    a = ask(&w, S("adviser"), GET, url(&w, id, ""));
    CHECK(sees(a, "Family support will call you"));
    CHECK(sees(a, "Initial Contact, decided by"));
}

TEST(whoever_tells_the_caller_reads_there_what_was_decided) {    // W18 W23 P2
    DESK(w);
    int64_t id = call(&w, "act=take");
    Answer a = send(&w, S("adviser"), id, "/decide",
                    "determination=initial-contact&route=family-support&reasons=Needs+a+routine"
                    "&advice=Ask+the+school+nurse");
    CHECK_INT(a.status, 303);
    a = ask(&w, S("adviser"), GET, url(&w, id, "/tell"));
    CHECK(sees(a, "What was decided"));
    CHECK(sees(a, "Family Support Services"));
    CHECK(sees(a, "Ask the school nurse"));
    CHECK(sees(a, "Needs a routine"));
    CHECK_INT(send(&w, S("adviser"), id, "/tell", "how=by+telephone").status, 422);
    CHECK(sees(send(&w, S("adviser"), id, "/tell", "how=by+telephone"), "Ask the school nurse"));
}

TEST(the_schema_itself_refuses_a_closed_contact_that_nobody_was_told_of) {    // P1 P2
    DESK(w);
    int64_t id = call(&w, "act=take");
    db_begin(w.db);
    test_contact_close(w.db, id, w.now);
    CHECK(db_fault(w.db).at != NULL);
    db_rollback(w.db);
    db_begin(w.db);
    test_contact_forget(w.db, id);
    CHECK(db_fault(w.db).at != NULL);
    db_rollback(w.db);
}

TEST(an_anonymous_caller_needs_a_reason_in_the_place_of_telling) {    // P2
    DESK(w);
    int64_t id = call(&w, "act=take");
    send(&w, S("adviser"), id, "", "said=Shouting+at+night&caller=anonymous");
    send(&w, S("adviser"), id, "/decide",
         "determination=initial-contact&route=advice&advice=Call+again&reasons=Too+little");
    CHECK_INT(send(&w, S("adviser"), id, "/tell", "how=by+telephone&what=Told+them").status, 422);
    CHECK_INT(send(&w, S("adviser"), id, "/tell", "untold=The+caller+gave+no+name").status, 303);
    CHECK(sees(ask(&w, S("adviser"), GET, url(&w, id, "")), "The caller gave no name"));
}

TEST(advice_only_keeps_the_advice_and_needs_it) {    // W23
    DESK(w);
    int64_t id = call(&w, "act=take");
    CHECK_INT(
        send(&w, S("adviser"), id, "/decide", "determination=initial-contact&route=advice&reasons=A+question")
            .status,
        422);
    CHECK_INT(
        send(&w, S("adviser"), id, "/decide",
             "determination=initial-contact&route=advice&reasons=A+question&advice=See+the+health+visitor")
            .status,
        303);
    send(&w, S("adviser"), id, "/tell", "how=by+telephone&what=The+same+advice");
    CHECK(sees(ask(&w, S("adviser"), GET, url(&w, id, "")), "See the health visitor"));
    CHECK(test_contact_closed(w.db, id) != NONE);
}

TEST(of_two_advisers_who_decide_at_once_the_second_is_told_what_the_first_did) {    // W18 P3
    DESK(w);
    int64_t id = call(&w, "act=take");
    Str first = form(&w, id, "determination=initial-contact&route=family-support&reasons=Routine");
    Str second = form(&w, id, "determination=initial-contact&route=screening-and-duty&reasons=Harm");
    CHECK_INT(post(&w, S("adviser"), url(&w, id, "/decide"), str_c(w.arena, first)).status, 303);
    Answer a = post(&w, S("social-worker"), url(&w, id, "/decide"), str_c(w.arena, second));
    CHECK_INT(a.status, 409);
    CHECK(sees(a, "Routine"));
    CHECK(sees(a, "Family Support Services"));
}

TEST(two_who_write_the_log_at_once_lose_nothing) {    // P3
    DESK(w);
    int64_t id = call(&w, "act=take");
    Str mine = form(&w, id, "said=Mine"), theirs = form(&w, id, "said=Theirs");
    CHECK_INT(post(&w, S("adviser"), url(&w, id, ""), str_c(w.arena, theirs)).status, 303);
    Answer a = post(&w, S("social-worker"), url(&w, id, ""), str_c(w.arena, mine));
    CHECK_INT(a.status, 409);
    CHECK(sees(a, "Mine"));
    CHECK(sees(a, "Theirs"));
}

TEST(what_is_typed_is_saved_as_it_is_typed) {    // P3
    DESK(w);
    int64_t id = call(&w, "act=take");
    Answer a = send(&w, S("adviser"), id, "/draft", "said=Half+a+sen");
    CHECK_STR(a.body, S("{\"version\":2,\"saved\":true,\"wrong\":false}"));
    CHECK(sees(ask(&w, S("adviser"), GET, url(&w, id, "")), "Half a sen"));
    a = post(&w, S("adviser"), url(&w, id, "/draft"), "version=1&channel=telephone&said=Older");
    CHECK_STR(a.body, S("{\"version\":2,\"saved\":false,\"wrong\":false}"));
}

TEST(who_a_member_of_the_public_is_stays_at_the_front_door) {    // W27
    DESK(w);
    int64_t id = call(&w, "act=take");
    send(&w, S("adviser"), id, "",
         "said=Bruises&caller=public&caller_name=Nosy+Neighbour&caller_reach=01632+960+002");
    CHECK(sees(ask(&w, S("adviser"), GET, url(&w, id, "")), "Nosy Neighbour") ||
          strstr(str_c(w.arena, ask(&w, S("adviser"), GET, url(&w, id, "")).body), "Nosy Neighbour"));
    int64_t far = world_account(&w, S("practitioner"));
    test_give_role(w.db, far, S("social-worker"), w.now);
    Answer a = ask(&w, S("practitioner"), GET, url(&w, id, ""));
    CHECK_INT(a.status, 200);
    CHECK(!str_has(a.body, S("Nosy Neighbour")));
    CHECK(!str_has(a.body, S("960 002")));
    send(&w, S("practitioner"), id, "", "said=Bruises+again&caller=public");
    CHECK(str_has(ask(&w, S("adviser"), GET, url(&w, id, "")).body, S("Nosy Neighbour")));
}

TEST(earlier_contacts_of_the_child_and_of_the_family_are_in_view) {    // W25
    DESK(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04"),
            brother = family_child(&w, "Omar Yusuf", "2012-01-09"),
            mother = family_child(&w, "Sara Yusuf", "1985-01-01");
    test_tie(w.db, mother, child, w.now), test_tie(w.db, mother, brother, w.now);
    int64_t first = call(&w, "act=take");
    add(&w, first, brother);
    send(&w, S("adviser"), first, "/decide",
         "determination=initial-contact&route=family-support&reasons=Late+for+nursery");
    int64_t second = call(&w, "act=take");
    CHECK_INT(add(&w, second, child), 303);
    Answer a = ask(&w, S("adviser"), GET, url(&w, second, ""));
    CHECK(sees(a, "Omar Yusuf"));
    CHECK(sees(a, "Late for nursery"));
    CHECK(test_audited(w.db, S("contact.earlier")) > 0);
}

TEST(contacts_about_ones_own_family_do_not_open) {    // W25 P5
    DESK(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04"), id = call(&w, "act=take");
    add(&w, id, child);
    test_conflict(w.db, world_account(&w, S("social-worker")), child, w.now);
    CHECK_INT(ask(&w, S("social-worker"), GET, url(&w, id, "")).status, 404);
    CHECK(!str_has(ask(&w, S("social-worker"), GET, "/work/contacts").body, S("Amina")));
    CHECK_INT(ask(&w, S("practitioner"), GET, url(&w, id, "")).status, 404);
    int64_t other = call(&w, "act=take");
    CHECK_INT(send(&w, S("social-worker"), other, "/children",
                   str_c(w.arena, str_fmt(w.arena, "person=%lld", (long long)child)))
                  .status,
              404);
}

TEST(a_child_open_to_social_care_goes_to_the_worker_who_has_it) {    // W17
    DESK(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t team = family_team(&w, "Fieldwork", "social-care", S("practitioner"));
    family_episode(&w, child, "social-care", S("practitioner"), team);
    int64_t id = call(&w, "act=take");
    add(&w, id, child);
    CHECK(sees(ask(&w, S("adviser"), GET, url(&w, id, "")), "Already open to social care"));
    Answer a = send(&w, S("adviser"), id, "/pass",
                    str_c(w.arena, str_fmt(w.arena, "person=%lld", (long long)child)));
    CHECK_INT(a.status, 303);
    CHECK_INT(test_contact_owner(w.db, id), world_account(&w, S("practitioner")));
    CHECK_INT(send(&w, S("adviser"), id, "/close", "why=x").status, 422);
}

TEST(the_team_that_gets_a_contact_holds_its_children_until_it_is_closed) {    // W19 P1 P5
    DESK(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04"), id = call(&w, "act=danger");
    add(&w, id, child);
    CHECK(ways_to(w.db, world_account(&w, S("social-worker")), child, w.now).len > 0);
    send(&w, S("social-worker"), id, "/decide",
         "determination=initial-contact&route=advice&advice=None&reasons=A+mistake");
    w.now += 1000;
    send(&w, S("social-worker"), id, "/tell", "how=by+telephone&what=Nothing+more");
    CHECK_INT(ways_to(w.db, world_account(&w, S("social-worker")), child, w.now + 1).len, 0);
}

TEST(three_contacts_in_a_short_time_want_a_managers_answer) {    // W26
    DESK(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04"), id = 0;
    for (int i = 0; i < 3; i++) add(&w, id = call(&w, "act=take"), child);
    Answer a = ask(&w, S("team-manager"), GET, "/work/contacts");
    CHECK(sees(a, "Amina Yusuf: 3 contacts in 90 days"));
    CHECK_INT(post(&w, S("adviser"), "/work/contacts/flags/1", "answer=Fine").status, 403);
    CHECK_INT(post(&w, S("team-manager"), "/work/contacts/flags/1", "answer=").status, 422);
    CHECK_INT(post(&w, S("team-manager"), "/work/contacts/flags/1", "answer=A+visit+this+week").status, 303);
    CHECK_INT(post(&w, S("team-manager"), "/work/contacts/flags/1", "answer=Again").status, 409);
    CHECK(sees(ask(&w, S("adviser"), GET, url(&w, id, "")), "A visit this week"));
}

TEST(what_came_out_of_hours_is_read_first_by_the_day_team) {    // W24
    DESK(w);
    family_team(&w, "Emergency Duty", "out-of-hours", S("adviser"));
    w.now += 13 * (Instant)3600000;    // eleven at night
    int64_t id = call(&w, "act=take");
    CHECK(sees(ask(&w, S("social-worker"), GET, "/work/contacts"), "From out of hours: read these first"));
    CHECK_INT(send(&w, S("social-worker"), id, "/read", "").status, 303);
    CHECK(!sees(ask(&w, S("social-worker"), GET, "/work/contacts"), "From out of hours: read these first"));
}

TEST(the_signs_of_safety_are_offered_at_the_front_door) {    // W28
    DESK(w);
    int64_t id = call(&w, "act=take");
    Answer a = ask(&w, S("adviser"), GET, url(&w, id, ""));
    CHECK(sees(a, "What are we worried about?"));
    CHECK(sees(a, "What is going well?"));
    CHECK(sees(a, "What needs to happen?"));
    CHECK_INT(send(&w, S("adviser"), id, "", "worried=Nights&well=School&needed=A+visit&scale=4").status,
              303);
    CHECK(str_has(ask(&w, S("adviser"), GET, url(&w, id, "")).body, S("Nights")));
}

TEST(whom_one_asked_in_doubt_is_written_down) {    // W37
    DESK(w);
    int64_t id = call(&w, "act=take");
    CHECK_INT(send(&w, S("adviser"), id, "/doubt", "whom=line-manager").status, 422);
    CHECK_INT(send(&w, S("adviser"), id, "/doubt", "whom=safeguarding-lead&advised=Refer+today").status, 303);
    CHECK(sees(ask(&w, S("adviser"), GET, url(&w, id, "")), "asked the safeguarding lead: Refer today"));
}

TEST(markup_in_what_is_said_stays_text_and_a_book_is_refused) {    // W16
    DESK(w);
    int64_t id = call(&w, "act=take");
    send(&w, S("adviser"), id, "", "said=%3Cscript%3Ealert(1)%3C/script%3E&children_said=%3Cb%3E");
    CHECK(!str_has(ask(&w, S("adviser"), GET, url(&w, id, "")).body, S("<script>alert")));
    CHECK(!str_has(ask(&w, S("adviser"), GET, "/work/contacts").body, S("<b>")));
    char *book = arena_text(w.arena, 9001);
    memset(book, 'a', 9000), book[9000] = 0;
    Answer a = send(&w, S("adviser"), id, "", str_c(w.arena, str_fmt(w.arena, "said=%s", book)));
    CHECK_INT(a.status, 422);
    CHECK(str_has(a.body, S("aaaa")));
}
