// Meetings, reviews, supervision and closing: who was there, whether it is better for the child, and what the
// child says of it.
#include <libical/ical.h>

#include "family.h"
#include "pathway/plan/case.h"
#include "pathway/plan/episode_test.sql.h"
#include "pathway/plan/ics.h"

typedef struct Story {
    int64_t child, team, episode;
} Story;

static Story begun(World *w) {
    Story s = {.child = family_child(w, "Zofia Nowak", "2008-11-20")};
    s.team = family_team(w, "North", "early-help", S("practitioner"));
    s.episode = family_episode(w, s.child, "early-help", S("practitioner"), s.team);
    return s;
}

static char *path(World *w, const char *format, int64_t id) {
    return str_c(w->arena, str_fmt(w->arena, format, (long long)id));
}

// ---- meetings ---------------------------------------------------------------------------------------------

TEST(a_calendar_program_reads_the_invitation_and_finds_no_child_in_it) {    // W51
    WORLD(w);
    Str to[] = {S("pat@scouts.example"), S("nurse@health.example")};
    Ics m = {.uid = S("1@kith"),
             .summary = S("Meeting; about, help"),
             .attendees = to,
             .n_attendees = 2,
             .place = S("Zażółć gęślą jaźń, a very long name of a place that must be folded somewhere here"),
             .organiser = S("ada@city.example"),
             .organiser_name = S("Ada \"Lovely\" Hart"),
             .now = w.now,
             .starts = w.now + 86400000,
             .minutes = 90,
             .sequence = 2};
    Str text = ics_text(w.arena, m);
    for (Str rest = text; rest.at && rest.len;) CHECK(str_cut(&rest, S("\r\n")).len <= 75);
    icalcomponent *all = icalparser_parse_string(str_c(w.arena, text));
    CHECK(all != NULL && icalcomponent_is_valid(all) && icalcomponent_count_errors(all) == 0);
    CHECK(icalrestriction_check(all));
    icalcomponent *event = icalcomponent_get_first_component(all, ICAL_VEVENT_COMPONENT);
    CHECK_STR(str_from(icalcomponent_get_summary(event)), m.summary);
    CHECK_STR(str_from(icalcomponent_get_location(event)), m.place);
    CHECK_INT(icaltime_as_timet(icalcomponent_get_dtstart(event)), m.starts / 1000);
    CHECK_INT(icaltime_as_timet(icalcomponent_get_dtend(event)), m.starts / 1000 + 90 * 60);
    CHECK_INT(icalcomponent_count_properties(event, ICAL_ATTENDEE_PROPERTY), 2);
    icalcomponent_free(all);
}

static int64_t outsider(World *w, int64_t episode) {
    post(w, S("practitioner"), path(w, "/work/episodes/%lld/team/add", episode),
         "kind=worker&name=Pat+Lane&place=Scout+group&role=Leader&email=pat%40scouts.example&basis=none");
    return plan_test_seat(w->db);
}

static char *called(World *w, const Story *s, int64_t seat) {
    const char *form =
        "kind=forum&purpose=Plan+together&on-day=10&on-month=7&on-year=2014&time=15:30&minutes=60&"
        "place=Hill+Primary&guests=%lld&child=yes&parents=Anna+Nowak";
    Answer a = post(w, S("practitioner"), path(w, "/work/episodes/%lld/meetings/new", s->episode),
                    str_c(w->arena, str_fmt(w->arena, form, (long long)seat)));
    CHECK_INT(a.status, 303);
    return str_c(w->arena, a.location);
}

TEST(a_meeting_is_called_with_an_invitation_and_written_up_with_who_came) {    // W51 W56
    WORLD(w);
    Story s = begun(&w);
    int64_t seat = outsider(&w, s.episode), mails = plan_test_mails(w.db);
    char *meeting = called(&w, &s, seat);
    CHECK_INT(plan_test_mails(w.db), mails + 1);
    CHECK_STR(plan_test_attachment(w.db), S("meeting.ics"));
    CHECK(!str_has(plan_test_mail(w.db), S("Zofia")));
    Answer a = ask(&w, S("practitioner"), GET, str_c(w.arena, str_fmt(w.arena, "%s.ics", meeting)));
    CHECK_INT(a.status, 200);
    CHECK(str_has(a.type, S("text/calendar")) && !str_has(a.body, S("Zofia")));
    CHECK_INT(post(&w, S("practitioner"), meeting, "notes=We+talked&outcome=Go+on").status, 422);
    int64_t first = plan_test_guest(w.db);
    const char *form = "came-%lld=came&came-%lld=apologies&report-%lld=He+is+kind&came-%lld=came&"
                       "notes=We+talked&outcome=Breakfast+club";
    long long g = (long long)first;
    a = post(&w, S("practitioner"), meeting, str_c(w.arena, str_fmt(w.arena, form, g - 2, g - 1, g - 1, g)));
    CHECK_INT(a.status, 303);
    a = ask(&w, S("practitioner"), GET, meeting);
    CHECK(sees(a, "Sent apologies") && sees(a, "He is kind") && sees(a, "Breakfast club"));
    CHECK_INT(post(&w, S("practitioner"), meeting, "notes=x&outcome=y").status, 409);
}

TEST(a_meeting_called_off_leaves_the_calendars) {    // W51
    WORLD(w);
    Story s = begun(&w);
    char *meeting = called(&w, &s, outsider(&w, s.episode));
    char *cancel = str_c(w.arena, str_fmt(w.arena, "%s/cancel", meeting));
    CHECK_INT(post(&w, S("practitioner"), cancel, "").status, 303);
    CHECK_INT(post(&w, S("practitioner"), cancel, "").status, 409);
    CHECK(str_has(ask(&w, S("practitioner"), GET, str_c(w.arena, str_fmt(w.arena, "%s.ics", meeting))).body,
                  S("METHOD:CANCEL")));
}

TEST(minutes_are_sent_to_those_who_may_read_the_plan_and_to_no_one_else) {    // W57 P6
    WORLD(w);
    Story s = begun(&w);
    int64_t consent = family_consent(&w, s.child, S("social-worker"), "plan");
    int64_t seat = family_seat(&w, s.episode, S("social-worker"), consent);
    char *meeting = called(&w, &s, seat);
    int64_t mails = plan_test_mails(w.db);
    long long g = (long long)plan_test_guest(w.db);
    db_begin(w.db);
    plan_test_withdraw(w.db, consent, w.now);
    db_commit(w.db);
    const char *form = "came-%lld=came&came-%lld=came&came-%lld=came&notes=x&outcome=y";
    CHECK_INT(
        post(&w, S("practitioner"), meeting, str_c(w.arena, str_fmt(w.arena, form, g - 2, g - 1, g))).status,
        303);
    CHECK_INT(plan_test_mails(w.db), mails);
}

TEST(nobody_comes_to_another_childs_meeting_review_or_supervision) {    // P5 P6
    WORLD(w);
    Story s = begun(&w);
    char *meeting = called(&w, &s, outsider(&w, s.episode));
    family_team(&w, "South", "early-help", S("team-manager"));
    CHECK_INT(ask(&w, S("team-manager"), GET, meeting).status, 403);
    CHECK_INT(ask(&w, S("team-manager"), GET, str_c(w.arena, str_fmt(w.arena, "%s.ics", meeting))).status,
              403);
    CHECK_INT(post(&w, S("team-manager"), meeting, "notes=x&outcome=y").status, 403);
    CHECK_INT(ask(&w, S("team-manager"), GET, path(&w, "/work/episodes/%lld/supervision", s.episode)).status,
              403);
    CHECK_INT(post(&w, S("team-manager"), path(&w, "/work/episodes/%lld/close", s.episode), "").status, 403);
}

// ---- reviews ----------------------------------------------------------------------------------------------

static char *planned(World *w, const Story *s) {
    CHECK_INT(post(w, S("practitioner"), path(w, "/work/episodes/%lld/reviews/new", s->episode),
                   "due-day=1&due-month=9&due-year=2014")
                  .status,
              303);
    return path(w, "/work/reviews/%lld", plan_test_review(w->db));
}

static const char held[] = "said=I+like+Tuesdays&how=Told+her+teacher&better=better&improving=%s&likely=%s&"
                           "reasons=She+sleeps&next-day=1&next-month=11&next-year=2014";

TEST(a_plan_without_a_next_review_says_so_until_one_is_planned) {    // W54 P1
    WORLD(w);
    Story s = begun(&w);
    char *page = path(&w, "/work/episodes/%lld/meetings", s.episode);
    CHECK(sees(ask(&w, S("practitioner"), GET, page), "No review is planned"));
    planned(&w, &s);
    CHECK(!sees(ask(&w, S("practitioner"), GET, page), "No review is planned"));
    CHECK_STR(episode_of(w.db, s.episode)->next_what, S("First meeting"));
    CHECK_INT(plan_test_waits(w.db, world_account(&w, S("practitioner")), S("review")), 1);
}

TEST(a_review_asks_the_child_or_why_not_and_whether_it_is_better_and_plans_the_next) {    // W54 W55 P8
    WORLD(w);
    Story s = begun(&w);
    w.now += INT64_C(20) * 86400000;
    char *review = planned(&w, &s);
    CHECK_STR(episode_of(w.db, s.episode)->next_on, S("2014-09-01"));
    Answer a = post(&w, S("practitioner"), review, "better=better");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Enter what the child says") && sees(a, "Say whether outcomes are improving"));
    CHECK(sees(a, "Enter the day of the next review"));
    const char *form = str_c(w.arena, str_fmt(w.arena, held, "yes", "yes"));
    CHECK_INT(post(&w, S("practitioner"), review, form).status, 303);
    CHECK_INT(post(&w, S("practitioner"), review, form).status, 409);
    a = ask(&w, S("practitioner"), GET, review);
    CHECK(sees(a, "I like Tuesdays") && !sees(a, "asks for a referral"));
    CHECK_STR(episode_of(w.db, s.episode)->next_on, S("2014-11-01"));
}

TEST(a_review_that_does_not_go_well_prompts_a_referral_until_it_is_answered) {    // W55
    WORLD(w);
    Story s = begun(&w);
    char *review = planned(&w, &s), *refer = str_c(w.arena, str_fmt(w.arena, "%s/refer", review));
    post(&w, S("practitioner"), review, str_c(w.arena, str_fmt(w.arena, held, "yes", "no")));
    CHECK(sees(ask(&w, S("practitioner"), GET, review), "asks for a referral to social care"));
    char *page = path(&w, "/work/episodes/%lld/meetings", s.episode);
    CHECK(sees(ask(&w, S("practitioner"), GET, page), "decide on a referral"));
    CHECK_INT(post(&w, S("practitioner"), refer, "refer=no").status, 422);
    CHECK_INT(post(&w, S("practitioner"), refer, "refer=no&words=Her+aunt+moves+in").status, 303);
    CHECK(!sees(ask(&w, S("practitioner"), GET, page), "decide on a referral"));
    CHECK_INT(post(&w, S("practitioner"), refer, "refer=yes&words=Again").status, 409);
}

TEST(a_review_refers_to_social_care_and_the_help_goes_on_until_they_answer) {    // W55 W69
    WORLD(w);
    Story s = begun(&w);
    family_team(&w, "Screening and Duty", "duty", S("social-worker"));
    char *review = planned(&w, &s), *refer = str_c(w.arena, str_fmt(w.arena, "%s/refer", review));
    post(&w, S("practitioner"), review, str_c(w.arena, str_fmt(w.arena, held, "no", "no")));
    CHECK_INT(post(&w, S("practitioner"), refer, "refer=yes&words=She+is+losing+weight").status, 303);
    CHECK_INT(episode_of(w.db, s.episode)->closed_at, NONE);
    Answer a = post(&w, S("practitioner"), path(&w, "/work/episodes/%lld/close", s.episode),
                    "reason=escalated&words=x&said=ok&how=said&told=Me");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Social care has not taken the child on yet"));
}

TEST(what_a_child_said_at_a_review_is_shown_to_those_who_may_see_their_words) {    // P6 P8
    WORLD(w);
    Story s = begun(&w);
    char *review = planned(&w, &s);
    post(&w, S("practitioner"), review, str_c(w.arena, str_fmt(w.arena, held, "yes", "yes")));
    int64_t consent = family_consent(&w, s.child, S("social-worker"), "plan");
    family_seat(&w, s.episode, S("social-worker"), consent);
    Answer a = ask(&w, S("social-worker"), GET, review);
    CHECK(!sees(a, "I like Tuesdays") && sees(a, "Not shared with you: what the child said"));
}

// ---- closing and supervision ------------------------------------------------------------------------------

TEST(help_ends_with_a_reason_the_child_asked_and_the_family_told_and_every_seat_ends) {    // W58 P8 P6
    WORLD(w);
    Story s = begun(&w);
    int64_t consent = family_consent(&w, s.child, S("social-worker"), "plan");
    family_seat(&w, s.episode, S("social-worker"), consent);
    planned(&w, &s);
    char *close = path(&w, "/work/episodes/%lld/close", s.episode);
    Answer a = post(&w, S("practitioner"), close, "reason=needs-met&words=Well&told=I+did");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "why the child was not asked"));
    CHECK_INT(
        post(&w, S("practitioner"), close, "reason=needs-met&words=Well&told=I+did&unsaid=A+baby").status,
        303);
    const Episode *e = episode_of(w.db, s.episode);
    CHECK_STR(e->close_reason, S("needs-met"));
    CHECK_INT(plan_test_waits(w.db, world_account(&w, S("practitioner")), S("review")), 0);
    w.now += 1000;
    CHECK_INT(ask(&w, S("practitioner"), GET, path(&w, "/work/episodes/%lld", s.episode)).status, 403);
    CHECK_INT(ways_to(w.db, world_account(&w, S("practitioner")), s.child, w.now).len, 0);
}

TEST(a_manager_signs_a_plan_off_with_comments_that_partners_do_not_see) {    // P1 P6
    WORLD(w);
    Story s = begun(&w);
    int64_t me = world_account(&w, S("practitioner"));
    char *page = path(&w, "/work/episodes/%lld/supervision", s.episode);
    const char *form = "kind=sign-off&asked=Is+it+enough?&manager=%lld&due-day=9&due-month=7&due-year=2014";
    Answer a = post(&w, S("practitioner"), str_c(w.arena, str_fmt(w.arena, "%s/new", page)),
                    str_c(w.arena, str_fmt(w.arena, form, (long long)me)));
    CHECK_INT(a.status, 303);
    CHECK_INT(plan_test_waits(w.db, me, S("oversight")), 1);
    char *one = path(&w, "/work/oversight/%lld", plan_test_oversight(w.db));
    CHECK_INT(post(&w, S("practitioner"), one, "answer=change").status, 422);
    CHECK_INT(post(&w, S("practitioner"), one, "answer=change&words=Ask+the+GP").status, 303);
    CHECK(sees(ask(&w, S("practitioner"), GET, page), "Ask the GP"));
    int64_t consent = family_consent(&w, s.child, S("social-worker"), "plan");
    family_seat(&w, s.episode, S("social-worker"), consent);
    CHECK_INT(ask(&w, S("social-worker"), GET, page).status, 403);
}

TEST(the_plan_and_its_services_go_on_in_another_episode_and_nothing_is_left_behind) {    // W68
    WORLD(w);
    Story s = begun(&w);
    planned(&w, &s);
    int64_t next = family_episode(&w, s.child, "social-care", S("practitioner"), s.team);
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now, .today = date_of(w.now)};
    outsider(&w, s.episode);
    db_begin(w.db);
    episode_carry(&c, s.episode, next);
    db_commit(w.db);
    CHECK_INT(review_all(w.db, next).len, 1);
    CHECK_INT(seat_all(w.db, next).len, 1);
    CHECK_INT(review_all(w.db, s.episode).len + seat_all(w.db, s.episode).len, 0);
}

// ---- the register -----------------------------------------------------------------------------------------

static void ended(World *w, int64_t episode) {
    CHECK_INT(post(w, S("practitioner"), path(w, "/work/episodes/%lld/close", episode),
                   "reason=needs-met&words=Well&told=I+did&unsaid=A+baby")
                  .status,
              303);
}

TEST(the_register_counts_what_was_begun_and_ended_beside_the_same_days_a_year_before) {    // W59 W60
    WORLD(w);
    Story s = begun(&w);
    Ctx c = {.arena = w.arena,
             .db = w.db,
             .now = w.now,
             .today = date_of(w.now),
             .actor = {.id = world_account(&w, S("practitioner"))}};
    int64_t made[3];
    for (int i = 0; i < 3; i++) {
        db_begin(w.db);
        made[i] = episode_begin(&c, (EpisodeNew){.person = s.child,
                                                 .kind = "early-help",
                                                 .owner = c.actor.id,
                                                 .team = s.team,
                                                 .next_on = c.today + 14,
                                                 .next_what = S("First meeting")});
        db_commit(w.db);
    }
    ended(&w, made[0]);
    w.now += INT64_C(365) * 86400000;
    ended(&w, made[1]);
    Answer a = ask(&w, S("team-manager"), GET, "/work/register.csv");
    CHECK_INT(a.status, 200);
    CHECK(str_has(a.body, S("2015-04-01 to 2015-07-02,2014-04-01 to 2014-07-02")));
    CHECK(str_has(a.body, S("begun,Agency of the practitioner,0,3")));
    CHECK(str_has(a.body, S("ended,Agency of the practitioner,1,1")));
    CHECK(str_has(a.body, S("ended because,Needs met,1,1")));
    CHECK(!str_has(a.body, S("Zofia")));
    a = ask(&w, S("team-manager"), GET, "/work/register?year=2014");
    CHECK(sees(a, "1 April 2014 to 31 March 2015") && sees(a, "Needs met"));
    CHECK_INT(ask(&w, S("practitioner"), GET, "/work/register").status, 403);
}
