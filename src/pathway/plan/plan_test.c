// The plan: SMART by its form, ticked off by any agency, and by somebody without an account through a link
// that shows one action and takes one answer.
#include "pathway/plan/case.h"

#include "family.h"
#include "pathway/plan/episode_test.sql.h"

typedef struct Story {
    int64_t child, team, episode;
} Story;

static Story begun(World *w) {
    Story s = {.child = family_child(w, "Omar Hassan", "2006-03-09")};
    s.team = family_team(w, "North", "early-help", S("practitioner"));
    s.episode = family_episode(w, s.child, "early-help", S("practitioner"), s.team);
    return s;
}

static char *path(World *w, const char *format, int64_t id) {
    return str_c(w->arena, str_fmt(w->arena, format, (long long)id));
}

static const char smart[] =
    "what=Breakfast+club&outcome=Omar+has+eaten+when+lessons+begin&"
    "measure=There+on+eight+mornings+of+ten&due-day=1&due-month=8&due-year=2014&seat=";

static int64_t action_made(World *w, int64_t episode, Str seat) {
    const char *form = str_c(w->arena, str_fmt(w->arena, "%s%.*s", smart, STR_FMT(seat)));
    Answer a = post(w, S("practitioner"), path(w, "/work/episodes/%lld/actions/new", episode), form);
    CHECK_INT(a.status, 303);
    return plan_test_action(w->db);
}

// Somebody without an account, with an address, who sees nothing of the record.
static int64_t outsider(World *w, int64_t episode) {
    Answer a = post(w, S("practitioner"), path(w, "/work/episodes/%lld/team/add", episode),
                    "kind=worker&name=Pat+Lane&place=Scout+group&role=Scout+leader&"
                    "email=pat%40scouts.example&basis=none");
    CHECK_INT(a.status, 303);
    return plan_test_seat(w->db);
}

// The address of the link in the last mail.
static char *mailed(World *w) {
    Str body = plan_test_mail(w->db);
    ptrdiff_t at = str_find(body, S("/action/"));
    CHECK(at >= 0);
    Str rest = {body.at + at, body.len - (size_t)at};
    return str_c(w->arena, str_cut(&rest, S("\n")));
}

TEST(an_action_without_outcome_measure_doer_or_day_is_no_action) {    // W52 W114
    WORLD(w);
    Story s = begun(&w);
    char *to = path(&w, "/work/episodes/%lld/actions/new", s.episode);
    Answer a = post(&w, S("practitioner"), to, "what=Breakfast+club");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Enter what it changes for the child") && sees(a, "Enter how it will be known"));
    CHECK(sees(a, "Choose who does it") && sees(a, "Enter the day by which it is done"));
    a = post(&w, S("practitioner"), to,
             "what=Club&outcome=Club&measure=Club&seat=owner&due-day=1&due-month=8&due-year=2014");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "say what it changes for the child") && sees(a, "say what can be seen or counted"));
}

TEST(an_action_is_in_the_plan_and_is_the_next_date_and_is_flagged_when_late) {    // W52 W114 P1
    WORLD(w);
    Story s = begun(&w);
    int64_t id = action_made(&w, s.episode, S("owner"));
    Answer a = ask(&w, S("practitioner"), GET, path(&w, "/work/episodes/%lld/plan", s.episode));
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Omar has eaten when lessons begin") && sees(a, "There on eight mornings of ten"));
    CHECK_STR(episode_of(w.db, s.episode)->next_what, S("First meeting"));
    w.now += INT64_C(20) * 86400000;
    action_made(&w, s.episode, S("owner"));
    w.now -= INT64_C(20) * 86400000;
    CHECK_STR(episode_of(w.db, s.episode)->next_on, S("2014-08-01"));
    w.now += INT64_C(33) * 86400000;
    a = ask(&w, S("practitioner"), GET, path(&w, "/work/actions/%lld", id));
    CHECK(sees(a, "Late by 3 days"));
}

TEST(a_link_shows_one_action_takes_one_answer_and_two_openings_do_no_harm) {    // W52 W51
    WORLD(w);
    Story s = begun(&w);
    int64_t seat = outsider(&w, s.episode), id = action_made(&w, s.episode, case_id_text(w.arena, seat));
    char *link = mailed(&w);
    CHECK(!str_has(plan_test_mail(w.db), S("Omar")));
    for (int i = 0; i < 2; i++) {
        Answer a = ask(&w, S(""), GET, link);
        CHECK_INT(a.status, 200);
        CHECK(sees(a, "Breakfast club") && !sees(a, "Hassan"));
        CHECK(str_has(a.headers, S("Referrer-Policy: strict-origin")));
    }
    CHECK_INT(post(&w, S(""), link, "state=done").status, 422);
    CHECK_INT(post(&w, S(""), link, "state=done&words=Every+morning").status, 200);
    CHECK_STR(action_find(w.db, id)->state, S("done"));
    CHECK_STR(action_find(w.db, id)->ended_by, S("Pat Lane"));
    CHECK_INT(post(&w, S(""), link, "state=not-done&words=Again").status, 410);
    CHECK_INT(ask(&w, S(""), GET, link).status, 410);
    CHECK_STR(action_find(w.db, id)->state, S("done"));
}

TEST(the_link_of_somebody_who_left_or_was_replaced_or_ran_out_is_dead) {    // P6 W52
    WORLD(w);
    Story s = begun(&w);
    int64_t seat = outsider(&w, s.episode), id = action_made(&w, s.episode, case_id_text(w.arena, seat));
    char *first = mailed(&w);
    CHECK_INT(post(&w, S("practitioner"), path(&w, "/work/actions/%lld/send", id), "").status, 303);
    char *second = mailed(&w);
    CHECK_INT(ask(&w, S(""), GET, first).status, 410);
    CHECK_INT(ask(&w, S(""), GET, second).status, 200);
    char *leave = str_c(w.arena, str_fmt(w.arena, "/work/episodes/%lld/team/%lld/leave", (long long)s.episode,
                                         (long long)seat));
    CHECK_INT(post(&w, S("practitioner"), leave, "why=Moved+away").status, 303);
    CHECK_INT(ask(&w, S(""), GET, second).status, 410);
    CHECK_INT(post(&w, S(""), second, "state=done&words=Late").status, 410);
    CHECK_STR(action_find(w.db, id)->state, S("open"));
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&w, "/work/actions/%lld", id)), "has left the team"));
    CHECK_INT(ask(&w, S(""), GET, "/action/00").status, 410);
}

TEST(a_link_ends_with_the_consent_that_its_seat_stands_on) {    // P6
    WORLD(w);
    Story s = begun(&w);
    int64_t consent = family_consent(&w, s.child, S("viewer"), "plan");
    int64_t seat = outsider(&w, s.episode);
    db_begin(w.db);
    plan_test_stand(w.db, seat, consent);
    db_commit(w.db);
    action_made(&w, s.episode, case_id_text(w.arena, seat));
    char *link = mailed(&w);
    CHECK_INT(ask(&w, S(""), GET, link).status, 200);
    db_begin(w.db);
    plan_test_withdraw(w.db, consent, w.now);
    db_commit(w.db);
    CHECK_INT(ask(&w, S(""), GET, link).status, 410);
    CHECK_INT(post(&w, S(""), link, "state=done&words=Yes").status, 410);
}

TEST(nobody_comes_to_another_childs_action_by_its_number) {    // P5 P6
    WORLD(w);
    Story s = begun(&w);
    int64_t id = action_made(&w, s.episode, S("owner"));
    family_team(&w, "South", "early-help", S("team-manager"));
    CHECK_INT(ask(&w, S("team-manager"), GET, path(&w, "/work/actions/%lld", id)).status, 403);
    CHECK_INT(post(&w, S("team-manager"), path(&w, "/work/actions/%lld", id), "state=done&words=x").status,
              403);
    CHECK_INT(ask(&w, S("team-manager"), GET, path(&w, "/work/episodes/%lld", s.episode)).status, 403);
    CHECK_INT(ask(&w, S("team-manager"), GET, path(&w, "/work/episodes/%lld/plan", s.episode)).status, 403);
    CHECK_STR(action_find(w.db, id)->state, S("open"));
    CHECK_INT(ask(&w, S("practitioner"), GET, "/work/actions/99999").status, 404);
}

TEST(what_is_next_is_told_to_those_who_may_know_that_help_is_given_and_not_with_the_plan_alone) {    // P5
    WORLD(w);
    Story s = begun(&w);
    const char *const pages[] = {"/work/episodes/%lld", "/work/episodes/%lld/plan"};
    family_consent(&w, s.child, S("social-worker"), "plan");
    for (size_t i = 0; i < COUNT(pages); i++) {
        Answer a = ask(&w, S("social-worker"), GET, path(&w, pages[i], s.episode));
        CHECK_INT(a.status, 200);
        CHECK(!sees(a, "First meeting"));
        CHECK(sees(ask(&w, S("practitioner"), GET, path(&w, pages[i], s.episode)), "First meeting"));
    }
    family_consent(&w, s.child, S("social-worker"), "help");
    CHECK(sees(ask(&w, S("social-worker"), GET, path(&w, pages[0], s.episode)), "First meeting"));
}

TEST(a_partner_ticks_off_their_own_action_and_no_other_and_only_while_consent_stands) {    // W52 W57 P6
    WORLD(w);
    Story s = begun(&w);
    int64_t consent = family_consent(&w, s.child, S("social-worker"), "plan");
    int64_t seat = family_seat(&w, s.episode, S("social-worker"), consent);
    int64_t theirs = action_made(&w, s.episode, case_id_text(w.arena, seat));
    int64_t other = action_made(&w, s.episode, S("owner"));
    CHECK_INT(
        post(&w, S("social-worker"), path(&w, "/work/actions/%lld", other), "state=done&words=x").status,
        403);
    CHECK_INT(
        post(&w, S("social-worker"), path(&w, "/work/actions/%lld", theirs), "state=done&words=x").status,
        303);
    CHECK_STR(action_find(w.db, theirs)->state, S("done"));
    CHECK_INT(post(&w, S("social-worker"), path(&w, "/work/episodes/%lld/team/add", s.episode), "x=y").status,
              403);
    db_begin(w.db);
    plan_test_withdraw(w.db, consent, w.now);
    db_commit(w.db);
    CHECK_INT(ask(&w, S("social-worker"), GET, path(&w, "/work/episodes/%lld/plan", s.episode)).status, 403);
}

TEST(a_seat_that_does_not_see_the_plan_is_told_so) {    // P4 P6
    WORLD(w);
    Story s = begun(&w);
    int64_t consent = family_consent(&w, s.child, S("social-worker"), "who");
    family_seat(&w, s.episode, S("social-worker"), consent);
    Answer a = ask(&w, S("social-worker"), GET, path(&w, "/work/episodes/%lld/plan", s.episode));
    CHECK_INT(a.status, 403);
    CHECK(sees(a, "Not shared with you: the plan"));
}

TEST(a_seat_stands_on_a_consent_that_names_its_agency) {    // W51 W57 P6
    WORLD(w);
    Story s = begun(&w);
    int64_t consent = family_consent(&w, s.child, S("viewer"), "who,plan");
    int64_t viewer = plan_test_agency(w.db, world_account(&w, S("viewer")));
    const char *form = "kind=worker&account=%lld&role=School+nurse&basis=c%lld-%lld";
    char *add = path(&w, "/work/episodes/%lld/team/add", s.episode);
    Answer a = ask(&w, S("practitioner"), GET, add);
    CHECK(sees(a, "They will see: The plan, Who the person is"));
    const char *wrong =
        str_c(w.arena, str_fmt(w.arena, form, (long long)world_account(&w, S("social-worker")),
                               (long long)consent, (long long)viewer));
    a = post(&w, S("practitioner"), add, wrong);
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "where they do not work"));
    const char *right = str_c(w.arena, str_fmt(w.arena, form, (long long)world_account(&w, S("viewer")),
                                               (long long)consent, (long long)viewer));
    CHECK_INT(post(&w, S("practitioner"), add, right).status, 303);
    CHECK_INT(post(&w, S("practitioner"), add, right).status, 422);
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&w, "/work/episodes/%lld", s.episode)), "School nurse"));
}

TEST(one_person_leads_at_a_time_and_every_change_stays_to_be_seen) {    // W50 W45
    WORLD(w);
    Story s = begun(&w);
    int64_t consent = family_consent(&w, s.child, S("social-worker"), "plan");
    int64_t first = family_seat(&w, s.episode, S("practitioner"), consent);
    int64_t second = family_seat(&w, s.episode, S("social-worker"), consent);
    char *lead = path(&w, "/work/episodes/%lld/lead", s.episode);
    const char *form = "seat=%lld&why=Knows+them+best&agreed=Mother+agrees,+Omar+likes+her";
    CHECK_INT(
        post(&w, S("practitioner"), lead, str_c(w.arena, str_fmt(w.arena, form, (long long)first))).status,
        303);
    w.now += 1000;
    CHECK_INT(
        post(&w, S("practitioner"), lead, str_c(w.arena, str_fmt(w.arena, form, (long long)second))).status,
        303);
    CHECK_INT(plan_test_leads(w.db, s.episode), 1);
    CHECK_STR(episode_of(w.db, s.episode)->owner, access_name(w.db, world_account(&w, S("social-worker"))));
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&w, "/work/episodes/%lld", s.episode)),
               "lead professional"));
}

TEST(services_every_child_has_stay_in_view) {    // W8 W68
    WORLD(w);
    Story s = begun(&w);
    char *add = path(&w, "/work/episodes/%lld/team/add", s.episode);
    CHECK_INT(post(&w, S("practitioner"), add,
                   "kind=universal&name=Ms+Okafor&place=Hill+Primary&role=Class+teacher"
                   "&basis=none")
                  .status,
              303);
    Answer a = ask(&w, S("practitioner"), GET, path(&w, "/work/episodes/%lld", s.episode));
    CHECK(sees(a, "Services every child has") && sees(a, "Hill Primary"));
}

TEST(each_person_scores_a_goal_and_it_is_drawn_with_its_table) {    // W55
    WORLD(w);
    Story s = begun(&w);
    Answer a = post(&w, S("practitioner"), path(&w, "/work/episodes/%lld/goals/new", s.episode),
                    "title=I+sleep+in+my+own+bed&worst=Never&best=Every+night");
    CHECK_INT(a.status, 303);
    char *goal = str_c(w.arena, a.location);
    CHECK_INT(post(&w, S("practitioner"), goal, "who=Omar&score=11").status, 422);
    CHECK_INT(post(&w, S("practitioner"), goal, "who=Omar&score=3").status, 303);
    CHECK(!str_has(ask(&w, S("practitioner"), GET, goal).body, S("kith-chart")));
    w.now += INT64_C(20) * 86400000;
    CHECK_INT(post(&w, S("practitioner"), goal, "who=Omar&score=6&why=My+lamp").status, 303);
    a = ask(&w, S("practitioner"), GET, goal);
    CHECK(str_has(a.body, S("kith-chart")) && sees(a, "My lamp"));
}

TEST(a_service_is_asked_and_its_answer_waits_with_somebody_until_it_comes) {    // W49 P1
    WORLD(w);
    Story s = begun(&w);
    char *ask_new = path(&w, "/work/episodes/%lld/requests/new", s.episode);
    int64_t stranger = plan_test_agency(w.db, world_account(&w, S("viewer")));
    const char *form =
        "service=Speech+therapy&agency=%s&words=He+is+hard+to+understand&due-day=20&due-month=7&"
        "due-year=2014";
    Answer a = post(&w, S("practitioner"), ask_new,
                    str_c(w.arena, str_fmt(w.arena, form, str_c(w.arena, case_id_text(w.arena, stranger)))));
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Nobody has agreed that this agency sees the plan"));
    a = post(&w, S("practitioner"), ask_new, str_c(w.arena, str_fmt(w.arena, form, "")));
    CHECK_INT(a.status, 303);
    char *request = str_c(w.arena, a.location);
    CHECK_INT(plan_test_waits(w.db, world_account(&w, S("practitioner")), S("request")), 1);
    CHECK_INT(post(&w, S("practitioner"), request, "state=declined").status, 422);
    CHECK_INT(post(&w, S("practitioner"), request, "state=declined&words=The+list+is+closed").status, 303);
    CHECK(sees(ask(&w, S("practitioner"), GET, request), "The list is closed"));
    CHECK_INT(post(&w, S("practitioner"), request, "state=accepted&words=Now").status, 409);
    CHECK_INT(plan_test_waits(w.db, world_account(&w, S("practitioner")), S("request")), 0);
}

TEST(what_a_health_service_found_is_shown_to_those_who_may_see_health) {    // W53 P6
    WORLD(w);
    Story s = begun(&w);
    char *add = path(&w, "/work/episodes/%lld/evidence/new", s.episode);
    CHECK_INT(post(&w, S("practitioner"), add,
                   "what=camhs&title=CAMHS+report&author=Dr+Lee&on-day=1&on-month=6&"
                   "on-year=2014&finds=Sleeps+badly&kept=Clinic")
                  .status,
              303);
    int64_t consent = family_consent(&w, s.child, S("social-worker"), "plan");
    family_seat(&w, s.episode, S("social-worker"), consent);
    char *plan = path(&w, "/work/episodes/%lld/plan", s.episode);
    CHECK(sees(ask(&w, S("practitioner"), GET, plan), "Sleeps badly"));
    Answer a = ask(&w, S("social-worker"), GET, plan);
    CHECK(!sees(a, "Sleeps badly") && sees(a, "Not shared with you"));
}

TEST(the_age_of_a_plan_is_shown_and_when_it_was_last_reviewed) {    // W48
    WORLD(w);
    Story s = begun(&w);
    action_made(&w, s.episode, S("owner"));
    w.now += INT64_C(12) * 86400000;
    char *plan = path(&w, "/work/episodes/%lld/plan", s.episode);
    CHECK(sees(ask(&w, S("practitioner"), GET, plan), "The plan is 12 days old. It was not reviewed yet."));
}

TEST(reminders_go_once_before_and_once_after_the_day) {    // W52
    WORLD(w);
    Story s = begun(&w);
    int64_t seat = outsider(&w, s.episode);
    action_made(&w, s.episode, case_id_text(w.arena, seat));
    static const struct {
        int days;
        int64_t mails;
    } then[] = {{1, 1}, {28, 2}, {29, 2}, {31, 3}, {40, 3}};
    Instant start = w.now;
    for (size_t i = 0; i < COUNT(then); i++) {
        db_begin(w.db);
        plan_remind(w.db, world_site(&w), start + then[i].days * INT64_C(86400000));
        db_commit(w.db);
        CHECK_INT(plan_test_mails(w.db), then[i].mails);
    }
    CHECK_INT(ask(&w, S(""), GET, mailed(&w)).status, 200);
}

TEST(help_begins_from_a_record_one_may_open_for_a_team_one_works_in) {    // P1 P5 W45
    WORLD(w);
    Story s = begun(&w);
    int64_t south = family_team(&w, "South", "early-help", S("team-manager"));
    char *begin = path(&w, "/work/people/%lld/episodes/new", s.child);
    const char *form = "team=%lld&what=First+meeting&on-day=20&on-month=7&on-year=2014";
    CHECK_INT(ask(&w, S("team-manager"), GET, begin).status, 403);
    Answer a = post(&w, S("practitioner"), begin, str_c(w.arena, str_fmt(w.arena, form, (long long)south)));
    CHECK_INT(a.status, 422);
    a = post(&w, S("practitioner"), begin, str_c(w.arena, str_fmt(w.arena, form, (long long)s.team)));
    CHECK_INT(a.status, 303);
    CHECK(sees(ask(&w, S("practitioner"), GET, str_c(w.arena, a.location)), "20 July 2014: First meeting"));
}
