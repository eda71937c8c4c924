// A referral to social care, from the sign to the telling, each step with its clock and none waiting for
// another.
#include "pathway/clock/clock.h"
#include "pathway/contact/contact.h"
#include "pathway/referral/referral_test.sql.h"
#include "people/share/share.h"

#include "family.h"

static World duty(void) {
    World w = world_open();
    int64_t team = family_team(&w, "Screening and Duty", "duty", S("team-manager"));
    family_join(&w, team, S("social-worker"));
    db_begin(w.db);
    test_sign(w.db, S("under-2-unexplained-bruising"), 3, S("Under two with bruising that nobody explains"),
              2, 0, 0);
    test_sign(w.db, S("adults-who-pose-a-risk"), 10, S("Adults who pose a risk"), NONE, 0, 1);
    test_sign(w.db, S("unborn-serious-concerns"), 5, S("Serious concern about an unborn baby"), NONE, 1, 0);
    db_commit(w.db);
    return w;
}
#define DUTY(w) World w __attribute__((cleanup(world_close))) = duty()

static const Instant hour = 3600000;

// A child in early help with the practitioner's team.
static int64_t helped(World *w) {
    int64_t child = family_child(w, "Amina Yusuf", "2013-05-04");
    int64_t team = family_team(w, "North", "early-help", S("practitioner"));
    family_episode(w, child, "early-help", S("practitioner"), team);
    return child;
}

static Answer act(World *w, Str role, int64_t id, const char *what, const char *fields) {
    Str path = str_fmt(w->arena, "/work/referrals/%lld/%s", (long long)id, what);
    return post(w, role, str_c(w->arena, path), fields);
}

static int64_t refer(World *w, int64_t child, const char *sign) {
    Str path = str_fmt(w->arena, "/work/people/%lld/refer", (long long)child);
    post(w, S("practitioner"), str_c(w->arena, path), str_c(w->arena, str_fmt(w->arena, "sign=%s", sign)));
    return test_last_referral(w->db);
}

static Answer see(World *w, Str role, int64_t id) {
    return ask(w, role, GET, str_c(w->arena, str_fmt(w->arena, "/work/referrals/%lld", (long long)id)));
}

static Str state(World *w, int64_t id, const char *key) { return test_clock_state(w->db, id, str_from(key)); }

static Answer decide(World *w, Str role, int64_t id, const char *decision) {
    Str fields = str_fmt(w->arena, "version=%lld&decision=%s&reasons=Because",
                         (long long)test_referral_version(w->db, id), decision);
    return act(w, role, id, "decide", str_c(w->arena, fields));
}

TEST(a_sign_opens_a_referral_at_once_without_a_caf) {    // W33 W34 W38
    DUTY(w);
    int64_t child = helped(&w), id = refer(&w, child, "under-2-unexplained-bruising");
    CHECK(id > 0);
    Answer a = see(&w, S("practitioner"), id);
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Under two with bruising that nobody explains"));
    CHECK(ways_to(w.db, world_account(&w, S("social-worker")), child, w.now).len > 0);
    CHECK_STR(state(&w, id, "referral-decision"), S("runs"));
    CHECK_INT(refer(&w, child, "adults-who-pose-a-risk"), id);
    CHECK(sees(see(&w, S("practitioner"), id), "Adults who pose a risk"));
}

TEST(whoever_may_not_see_a_child_cannot_refer_it_from_its_record) {    // W34 P5
    DUTY(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2013-05-04");
    Str path = str_fmt(w.arena, "/work/people/%lld/refer", (long long)child);
    CHECK_INT(post(&w, S("practitioner"), str_c(w.arena, path), "sign=").status, 403);
    CHECK_INT(test_last_referral(w.db), NONE);
}

TEST(the_childs_age_says_which_signs_to_ask_about) {    // W35 W39
    Sign baby = {.age_below = 2}, unborn = {.age_below = NONE, .unborn = 1}, none = {.age_below = NONE};
    CHECK(sign_prompts(&baby, 0, false));
    CHECK(sign_prompts(&baby, 1, false));
    CHECK(!sign_prompts(&baby, 2, false));
    CHECK(!sign_prompts(&baby, -1, false));
    CHECK(!sign_prompts(&baby, -1, true));
    CHECK(sign_prompts(&unborn, -1, true));
    CHECK(!sign_prompts(&unborn, 0, false));
    CHECK(!sign_prompts(&none, 0, false));
}

TEST(a_professional_confirms_in_writing_and_the_clocks_follow_the_letters) {    // W75 W76
    DUTY(w);
    int64_t id = refer(&w, helped(&w), "under-2-unexplained-bruising");
    CHECK_STR(state(&w, id, "referral-written"), S("runs"));
    CHECK_INT(
        act(&w, S("practitioner"), id, "written", "written=All+I+saw&family_told=yes&family_agrees=agreed")
            .status,
        303);
    CHECK_STR(state(&w, id, "referral-written"), S("stopped"));
    CHECK_STR(state(&w, id, "referral-acknowledged"), S("runs"));
    CHECK_INT(act(&w, S("practitioner"), id, "acknowledge", "").status, 403);
    CHECK_INT(act(&w, S("social-worker"), id, "acknowledge", "").status, 303);
    CHECK_INT(act(&w, S("team-manager"), id, "acknowledge", "").status, 409);
    CHECK_STR(state(&w, id, "referral-acknowledged"), S("stopped"));
    CHECK(sees(see(&w, S("practitioner"), id), "All I saw"));
}

TEST(a_referral_asks_whether_the_family_knows_and_why_not) {    // W74 W99
    DUTY(w);
    int64_t id = refer(&w, helped(&w), "");
    CHECK(sees(see(&w, S("practitioner"), id), "Not asked yet: whether it was discussed with the family"));
    CHECK_INT(act(&w, S("practitioner"), id, "written", "written=All").status, 422);
    CHECK_INT(act(&w, S("practitioner"), id, "written", "written=All&family_told=no").status, 422);
    CHECK_INT(
        act(&w, S("practitioner"), id, "written", "written=All&family_told=no&family_why=More+risk").status,
        303);
    CHECK(sees(see(&w, S("social-worker"), id), "It was not discussed with the family: More risk"));
}

TEST(after_three_working_days_without_a_word_the_referrer_is_told_to_ask) {    // W77
    DUTY(w);
    int64_t id = refer(&w, helped(&w), "");
    act(&w, S("practitioner"), id, "written", "written=All&family_told=yes&family_agrees=agreed");
    CHECK(!sees(see(&w, S("practitioner"), id), "Three working days have passed"));
    w.now += 5 * 24 * hour + hour;    // Wednesday to Monday
    CHECK(sees(see(&w, S("practitioner"), id), "Three working days have passed"));
    CHECK_INT(act(&w, S("practitioner"), id, "chase", "asked=Spoke+to+the+duty+desk").status, 303);
    Answer a = see(&w, S("practitioner"), id);
    CHECK(!sees(a, "Three working days have passed"));
    CHECK(sees(a, "asked after it: Spoke to the duty desk"));
}

TEST(the_decision_waits_for_no_letter_and_says_who_and_why) {    // W78 W82
    DUTY(w);
    int64_t id = refer(&w, helped(&w), "");
    CHECK_INT(decide(&w, S("practitioner"), id, "assessment").status, 403);
    CHECK_INT(decide(&w, S("social-worker"), id, "assessment").status, 303);
    CHECK_STR(state(&w, id, "referral-decision"), S("stopped"));
    CHECK_STR(state(&w, id, "referral-written"), S("runs"));
    Answer a = see(&w, S("practitioner"), id);
    CHECK(sees(a, "Accepted: an assessment begins"));
    CHECK(sees(a, "Because"));
}

TEST(of_two_who_decide_a_referral_the_second_sees_what_the_first_decided) {    // W78
    DUTY(w);
    int64_t id = refer(&w, helped(&w), "");
    Str second = str_fmt(w.arena, "version=%lld&decision=no-action&reasons=Nothing",
                         (long long)test_referral_version(w.db, id));
    decide(&w, S("social-worker"), id, "strategy");
    Answer a = act(&w, S("team-manager"), id, "decide", str_c(w.arena, second));
    CHECK_INT(a.status, 409);
    CHECK(sees(a, "a strategy discussion"));
}

TEST(a_referral_that_is_not_accepted_is_told_by_voice_and_early_help_goes_on) {    // W79 W69 P2
    DUTY(w);
    int64_t child = helped(&w), id = refer(&w, child, "");
    decide(&w, S("social-worker"), id, "early-help");
    CHECK_STR(state(&w, id, "referral-feedback"), S("runs"));
    CHECK_INT(act(&w, S("social-worker"), id, "tell", "").status, 422);
    CHECK_INT(act(&w, S("social-worker"), id, "tell", "how=in+writing&what=No").status, 422);
    CHECK_INT(act(&w, S("social-worker"), id, "tell", "how=spoken&what=Early+help+is+right").status, 303);
    CHECK_STR(state(&w, id, "referral-feedback"), S("stopped"));
    CHECK_INT(test_open_early_help(w.db, child), 1);
    CHECK(sees(see(&w, S("practitioner"), id), "Early help is right"));
    CHECK_INT(act(&w, S("social-worker"), id, "tell", "how=spoken&what=Again").status, 409);
}

TEST(a_re_referral_within_twelve_months_is_marked_by_itself) {    // W83
    DUTY(w);
    int64_t child = helped(&w);
    int64_t episode =
        family_episode(&w, child, "social-care", S("social-worker"), test_team(w.db, S("duty")));
    db_begin(w.db);
    test_end_episode(w.db, episode, w.now - 300 * 24 * hour);
    db_commit(w.db);
    CHECK(
        sees(see(&w, S("practitioner"), refer(&w, child, "")), "this is a re-referral within twelve months"));
    int64_t other = family_child(&w, "Omar Yusuf", "2012-01-09"), team = test_team(w.db, S("early-help"));
    family_episode(&w, other, "early-help", S("practitioner"), team);
    episode = family_episode(&w, other, "social-care", S("social-worker"), test_team(w.db, S("duty")));
    db_begin(w.db);
    test_end_episode(w.db, episode, w.now - 400 * 24 * hour);
    db_commit(w.db);
    CHECK(!sees(see(&w, S("practitioner"), refer(&w, other, "")),
                "this is a re-referral within twelve months"));
}

TEST(in_doubt_a_referral_keeps_who_was_asked) {    // W37
    DUTY(w);
    int64_t id = refer(&w, helped(&w), "");
    CHECK_INT(act(&w, S("practitioner"), id, "doubt", "whom=safeguarding-lead&advised=Go+ahead").status, 303);
    CHECK(sees(see(&w, S("social-worker"), id), "asked the safeguarding lead: Go ahead"));
}

TEST(another_practitioner_does_not_see_a_referral_that_is_not_theirs) {    // W27 P5
    DUTY(w);
    int64_t id = refer(&w, helped(&w), "");
    test_to_other_raiser(w.db, id, world_account(&w, S("administrator")));
    CHECK_INT(see(&w, S("practitioner"), id).status, 404);
    CHECK_INT(act(&w, S("practitioner"), id, "written", "written=x&family_told=yes").status, 404);
    CHECK(!str_has(ask(&w, S("practitioner"), GET, "/work/referrals").body, S("Amina")));
}

TEST(an_accepted_referral_opens_social_cares_help_and_early_help_stays) {    // W69 W78 P1
    DUTY(w);
    int64_t child = helped(&w), id = refer(&w, child, "");
    decide(&w, S("social-worker"), id, "assessment");
    CHECK_INT(test_open_early_help(w.db, child), 1);
    CHECK_INT(test_open_social_care(w.db, child), 1);
    act(&w, S("social-worker"), id, "tell", "how=spoken&what=We+begin+an+assessment");
    CHECK(ways_to(w.db, world_account(&w, S("team-manager")), child, w.now + 1).len > 0);
}

TEST(what_a_referrer_still_owes_opens_from_my_work_without_the_childs_name) {    // W75 W77 W181 P5
    DUTY(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2013-05-04");
    int64_t team = family_team(&w, "North", "early-help", S("social-worker"));
    family_episode(&w, child, "early-help", S("social-worker"), team);
    Str path = str_fmt(w.arena, "/work/people/%lld/refer", (long long)child);
    CHECK_INT(post(&w, S("social-worker"), str_c(w.arena, path), "sign=").status, 303);
    int64_t id = test_last_referral(w.db), me = world_account(&w, S("practitioner"));
    test_to_other_raiser(w.db, id, me);
    Str link = str_fmt(w.arena, "href=\"/work/referrals/%lld\"", (long long)id);
    Answer mine = ask(&w, S("practitioner"), GET, "/work");
    CHECK(sees(mine, "Confirm a referral in writing"));
    CHECK(str_has(mine.body, link));
    CHECK(!sees(mine, "Amina"));
    CHECK_INT(see(&w, S("practitioner"), id).status, 200);
    act(&w, S("practitioner"), id, "written", "written=All&family_told=yes&family_agrees=agreed");
    mine = ask(&w, S("practitioner"), GET, "/work");
    CHECK(sees(mine, "Ask after a referral"));
    CHECK(str_has(mine.body, link));
    db_begin(w.db);
    conflict_put(w.db, me, child, S("my niece"), w.now);
    db_commit(w.db);
    CHECK(!str_has(ask(&w, S("practitioner"), GET, "/work").body, link));
    CHECK_INT(see(&w, S("practitioner"), id).status, 404);
}

static const char *clock_words(World *w, int64_t id, const char *key) {
    const Clock *k = clock_latest(w->db, str_from(key), S("referral"), id);
    return !k ? "none" : k->stopped_at == NONE ? "runs" : k->called_off ? "called off" : "stopped";
}

TEST(once_decided_nobody_waits_for_a_letter_and_once_closed_no_clock_of_it_runs) {    // W76 W77 W82 P7
    DUTY(w);
    int64_t id = refer(&w, helped(&w), "");
    const char *letter = "written=All&family_told=yes&family_agrees=agreed";
    act(&w, S("practitioner"), id, "written", letter);
    CHECK_STR(str_from(clock_words(&w, id, "referral-chase")), S("runs"));
    decide(&w, S("social-worker"), id, "early-help");
    CHECK_STR(str_from(clock_words(&w, id, "referral-acknowledged")), S("called off"));
    CHECK_STR(str_from(clock_words(&w, id, "referral-chase")), S("called off"));
    CHECK_STR(str_from(clock_words(&w, id, "referral-feedback")), S("runs"));
    CHECK(!sees(ask(&w, S("practitioner"), GET, "/work"), "Ask after a referral"));
    act(&w, S("social-worker"), id, "tell", "how=spoken&what=Early+help+is+right");
    w.now += 9 * 24 * hour;
    Answer a = see(&w, S("practitioner"), id);
    CHECK(sees(a, "No longer needed"));
    CHECK(!sees(a, "Three working days have passed"));
    CHECK(!sees(a, "ask after it"));
    CHECK(!sees(a, "Late by"));
}

TEST(a_referral_decided_before_its_letter_came_waits_for_no_acknowledgement) {    // W76 W82
    DUTY(w);
    int64_t id = refer(&w, helped(&w), "");
    decide(&w, S("social-worker"), id, "no-action");
    CHECK_STR(str_from(clock_words(&w, id, "referral-written")), S("runs"));
    act(&w, S("practitioner"), id, "written", "written=All&family_told=yes&family_agrees=agreed");
    CHECK_STR(str_from(clock_words(&w, id, "referral-written")), S("stopped"));
    CHECK_STR(str_from(clock_words(&w, id, "referral-acknowledged")), S("none"));
    CHECK_STR(str_from(clock_words(&w, id, "referral-chase")), S("none"));
}

TEST(a_referral_closed_without_its_letter_is_not_asked_for_it_any_more) {    // W75 W82
    DUTY(w);
    int64_t id = refer(&w, helped(&w), "");
    decide(&w, S("social-worker"), id, "assessment");
    act(&w, S("social-worker"), id, "tell", "how=spoken&what=We+begin+an+assessment");
    CHECK_STR(str_from(clock_words(&w, id, "referral-written")), S("called off"));
    w.now += 9 * 24 * hour;
    CHECK(!sees(see(&w, S("practitioner"), id), "Late by"));
}
