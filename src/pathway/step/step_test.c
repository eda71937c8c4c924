// A child goes up to social care and back down, and nobody is left without help on the way.
#include "family.h"
#include "pathway/plan/case.sql.h"
#include "pathway/plan/episode.h"
#include "pathway/step/step.sql.h"

typedef struct Stair {
    World *w;
    int64_t child, north, duty, episode;
} Stair;

static Stair stair(World *w) {
    Stair s = {.w = w, .child = family_child(w, "Amina Yusuf", "2009-05-04")};
    s.north = family_team(w, "North", "early-help", S("practitioner"));
    s.duty = family_team(w, "Duty", "duty", S("social-worker"));
    s.episode = family_episode(w, s.child, "early-help", S("practitioner"), s.north);
    return s;
}

static const char *path(const Stair *s, const char *format, int64_t id) {
    return str_c(s->w->arena, str_fmt(s->w->arena, format, (long long)id));
}

static Answer propose(const Stair *s, const char *more) {
    int64_t worker = world_account(s->w, S("social-worker"));
    Str form = str_fmt(s->w->arena,
                       "receiver=%lld-%lld&level=Protection&reason=She+is+afraid+at+home&by-day=4&by-month=7"
                       "&by-year=2014&%s",
                       (long long)s->duty, (long long)worker, more);
    return post(s->w, S("practitioner"), path(s, "/work/episodes/%lld/steps", s->episode),
                str_c(s->w->arena, form));
}

static Answer answer(const Stair *s, Str role, const char *act, const char *form) {
    const char *to = str_c(s->w->arena, str_fmt(s->w->arena, "/work/steps/1/%s", act));
    return post(s->w, role, to, form);
}

static const char *take(const Stair *s) {
    return path(s, "holder=%lld&next_what=First+visit&next_on-day=7&next_on-month=7&next_on-year=2014",
                world_account(s->w, S("social-worker")));
}

static int sees_front(const Stair *s, Str role) {
    return ask(s->w, role, GET, path(s, "/work/people/%lld", s->child)).status;
}

TEST(a_step_needs_a_reason_a_receiver_a_date_and_what_the_child_says) {    // W67 P8 P1
    WORLD(w);
    Stair s = stair(&w);
    Answer a = propose(&s, "");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Write what the child says about it"));
    CHECK_INT(post(&w, S("practitioner"), path(&s, "/work/episodes/%lld/steps", s.episode), "").status, 422);
    CHECK_INT(propose(&s, "words=I+want+to+be+safe").status, 303);
    CHECK_INT(propose(&s, "words=I+want+to+be+safe").status, 409);
    Answer one = ask(&w, S("practitioner"), GET, "/work/steps/1");
    CHECK(sees(one, "She is afraid at home"));
    CHECK(sees(one, "I want to be safe"));
    CHECK(sees(one, "Duty"));
}

TEST(both_teams_hold_the_child_until_the_receiver_accepts) {    // W70 W71 P1
    WORLD(w);
    Stair s = stair(&w);
    CHECK_INT(sees_front(&s, S("social-worker")), 403);
    propose(&s, "missing=She+was+asleep");
    CHECK_INT(sees_front(&s, S("social-worker")), 200);
    CHECK_INT(sees_front(&s, S("practitioner")), 200);
    CHECK(sees(ask(&w, S("social-worker"), GET, "/work"), "Accept or decline a step"));
    w.now += INT64_C(3) * 86400000;
    Answer one = ask(&w, S("social-worker"), GET, "/work/steps/1");
    CHECK(sees(one, "3 days"));
    CHECK(sees(one, "Late"));
}

TEST(accepted_the_child_goes_on_in_social_care_and_early_help_ends_as_escalated) {    // W67 W68 W72
    WORLD(w);
    Stair s = stair(&w);
    propose(&s, "words=I+want+to+be+safe");
    CHECK_INT(answer(&s, S("practitioner"), "accept", take(&s)).status, 403);
    CHECK_INT(answer(&s, S("social-worker"), "accept", take(&s)).status, 303);
    CHECK_INT(answer(&s, S("social-worker"), "accept", take(&s)).status, 409);
    const Step *done = step_by_id(w.db, 1);
    const Episode *was = episode_of(w.db, s.episode), *now = episode_of(w.db, done->new_episode_id);
    CHECK_STR(was->close_reason, S("escalated"));
    CHECK_STR(now->kind, S("social-care"));
    CHECK(now->closed_at == NONE);
    CHECK_STR(now->next_what, S("First visit"));
    Answer front = ask(&w, S("social-worker"), GET, path(&s, "/work/people/%lld", s.child));
    CHECK(sees(front, "I want to be safe"));
    CHECK(sees(front, "Social care"));
    CHECK(sees(front, "Step up accepted by social care"));
    CHECK(sees(ask(&w, S("social-worker"), GET, "/work"), "Bring back word to the child"));
    CHECK(!sees(ask(&w, S("practitioner"), GET, "/work"), "Bring back word to the child"));
}

TEST(a_plan_that_was_taken_along_says_when_it_was_last_reviewed_and_when_it_will_be) {    // W48 W68
    WORLD(w);
    Stair s = stair(&w);
    db_exec(w.db, "insert into plan_action (episode_id, what, outcome, measure, owner_id, due_on, state, "
                  "made_at, made_by) select id, 'Ring', 'Sleep', 'By asking', owner_id, '2014-08-01', "
                  "'open', opened_at, owner_id from episode");
    db_exec(w.db, "insert into review (episode_id, due_on, owner_id, state, made_at, ended_at, ended_by, "
                  "better, improving, likely, reasons) select id, '2014-07-02', owner_id, 'held', "
                  "opened_at, opened_at + 1, owner_id, 'same', 1, 1, 'So far' from episode");
    propose(&s, "words=I+want+to+be+safe");
    CHECK_INT(answer(&s, S("social-worker"), "accept", take(&s)).status, 303);
    int64_t taken = step_by_id(w.db, 1)->new_episode_id;
    w.now += INT64_C(3) * 86400000;
    Answer a = ask(&w, S("social-worker"), GET, path(&s, "/work/episodes/%lld/plan", taken));
    CHECK(sees(a, "It was last reviewed 3 days ago."));
}

TEST(whoever_accepts_takes_the_child_at_the_level_that_was_asked_for) {    // W3 W67 W5
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    Stair s = stair(&w);
    propose(&s, "words=I+want+to+be+safe");
    Answer before = ask(&w, S("practitioner"), GET, path(&s, "/work/people/%lld", s.child));
    CHECK(sees(before, "nobody has decided a level"));
    answer(&s, S("social-worker"), "accept", take(&s));
    Answer front = ask(&w, S("social-worker"), GET, path(&s, "/work/people/%lld", s.child));
    CHECK(sees(front, "Protection since 2 July 2014, decided by"));
    Answer level = ask(&w, S("social-worker"), GET, path(&s, "/work/people/%lld/need", s.child));
    CHECK(sees(level, "The step up accepted. Why it was asked for: She is afraid at home"));
}

TEST(declined_the_early_help_stays_open_and_the_other_team_sees_no_more) {    // W69 W70
    WORLD(w);
    Stair s = stair(&w);
    propose(&s, "words=I+want+to+be+safe");
    CHECK_INT(answer(&s, S("social-worker"), "decline", "why=").status, 422);
    CHECK_INT(answer(&s, S("social-worker"), "decline", "why=The+plan+is+working").status, 303);
    CHECK(episode_of(w.db, s.episode)->closed_at == NONE);
    CHECK_INT(sees_front(&s, S("social-worker")), 403);
    Answer one = ask(&w, S("practitioner"), GET, "/work/steps/1");
    CHECK(sees(one, "The plan is working"));
    CHECK(sees(one, "Say that you do not agree"));
}

TEST(down_again_a_child_keeps_one_record_and_its_words) {    // W68 W72
    WORLD(w);
    Stair s = stair(&w);
    propose(&s, "words=I+want+to+be+safe");
    answer(&s, S("social-worker"), "accept", take(&s));
    int64_t open = step_by_id(w.db, 1)->new_episode_id, worker = world_account(&w, S("practitioner"));
    Str form = str_fmt(w.arena,
                       "receiver=%lld-%lld&level=Extensive&reason=She+is+safe+now&by-day=4&by-month=7"
                       "&by-year=2014&words=I+like+my+new+school",
                       (long long)s.north, (long long)worker);
    CHECK_INT(post(&w, S("social-worker"), path(&s, "/work/episodes/%lld/steps", open), str_c(w.arena, form))
                  .status,
              303);
    Str back =
        str_fmt(w.arena, "holder=%lld&next_what=Team+meeting&next_on-day=9&next_on-month=7&next_on-year=2014",
                (long long)worker);
    CHECK_INT(post(&w, S("practitioner"), "/work/steps/2/accept", str_c(w.arena, back)).status, 303);
    Answer front = ask(&w, S("practitioner"), GET, path(&s, "/work/people/%lld", s.child));
    CHECK(sees(front, "I like my new school"));
    CHECK(sees(front, "Team meeting, 9 July 2014"));
    CHECK(sees(front, "Step down accepted by early help"));
    CHECK_INT(sees_front(&s, S("social-worker")), 403);
}

TEST(a_stranger_neither_asks_for_a_step_nor_reads_one) {    // P5
    WORLD(w);
    Stair s = stair(&w);
    CHECK_INT(ask(&w, S("social-worker"), GET, path(&s, "/work/episodes/%lld/steps", s.episode)).status, 403);
    propose(&s, "words=I+want+to+be+safe");
    CHECK_INT(ask(&w, S("team-manager"), GET, "/work/steps/1").status, 403);
    CHECK_INT(answer(&s, S("team-manager"), "accept", take(&s)).status, 403);
}

// The practitioner is named as lead professional, on the mother's agreement.
static void led(Stair *s) {
    family_seat(s->w, s->episode, S("practitioner"),
                family_consent(s->w, s->child, S("practitioner"), "who,help,plan"));
    int64_t seat = seat_all(s->w->db, s->episode).at[0].id;
    CHECK_INT(post(s->w, S("practitioner"), path(s, "/work/episodes/%lld/lead", s->episode),
                   path(s, "seat=%lld&why=Knows+them&agreed=They+like+her", seat))
                  .status,
              303);
}

static const Seat *leads(Stair *s, int64_t episode) {
    SeatList all = seat_all(s->w->db, episode);
    return all.len && all.at[0].lead && all.at[0].ends_at == NONE ? &all.at[0] : NULL;
}

TEST(after_a_step_up_the_worker_who_took_the_child_over_is_the_case_holder) {    // W50 W68
    WORLD(w);
    Stair s = stair(&w);
    led(&s);
    propose(&s, "words=I+want+to+be+safe");
    w.now += 1000;
    CHECK(sees(ask(&w, S("social-worker"), GET, "/work/steps/1"), "is the named case holder"));
    CHECK_INT(answer(&s, S("social-worker"), "accept", take(&s)).status, 303);
    int64_t now = step_by_id(w.db, 1)->new_episode_id;
    const Seat *lead = leads(&s, now);
    CHECK(lead && lead->account_id == world_account(&w, S("social-worker")));
    CHECK(seat_of_account(w.db, now, world_account(&w, S("practitioner"))) != NONE);
    CHECK(!leads(&s, s.episode));
    Answer team = ask(&w, S("social-worker"), GET, path(&s, "/work/episodes/%lld", now));
    CHECK(sees(team, "Case holder social-worker, Social worker, since 2 July 2014"));
    CHECK(sees(team, "All of it, as who answers for the help"));
    Answer front = ask(&w, S("social-worker"), GET, path(&s, "/work/people/%lld", s.child));
    CHECK(sees(front, "case holder"));
    CHECK(!sees(front, "lead professional"));
    CHECK(sees(ask(&w, S("social-worker"), GET, path(&s, "/work/episodes/%lld", s.episode)),
               "Social care holds the case from now on"));
}

static void stepped_down(Stair *s) {
    int64_t open = step_by_id(s->w->db, 1)->new_episode_id;
    Str form = str_fmt(s->w->arena,
                       "receiver=%lld-%lld&level=Extensive&reason=She+is+safe+now&by-day=4&by-month=7"
                       "&by-year=2014&words=I+like+my+new+school",
                       (long long)s->north, (long long)world_account(s->w, S("practitioner")));
    post(s->w, S("social-worker"), path(s, "/work/episodes/%lld/steps", open), str_c(s->w->arena, form));
    const char *back = path(s, "holder=%lld&next_what=Meet&next_on-day=9&next_on-month=7&next_on-year=2014",
                            world_account(s->w, S("practitioner")));
    s->w->now += 1000;
    CHECK_INT(post(s->w, S("practitioner"), "/work/steps/2/accept", back).status, 303);
}

TEST(after_a_step_down_early_help_leads_again_and_says_why_social_care_ended) {    // W50 W58 W68
    WORLD(w);
    Stair s = stair(&w);
    led(&s);
    propose(&s, "words=I+want+to+be+safe");
    w.now += 1000;
    answer(&s, S("social-worker"), "accept", take(&s));
    stepped_down(&s);
    int64_t was = step_by_id(w.db, 1)->new_episode_id, now = step_by_id(w.db, 2)->new_episode_id;
    const Seat *lead = leads(&s, now);
    CHECK(lead && lead->account_id == world_account(&w, S("practitioner")));
    CHECK_INT(seat_of_account(w.db, now, world_account(&w, S("social-worker"))), NONE);
    CHECK_STR(episode_of(w.db, was)->close_reason, S("stepped-down"));
    Answer a = ask(&w, S("practitioner"), GET, path(&s, "/work/episodes/%lld", was));
    CHECK(sees(a, "Gone on in early help"));
    CHECK(sees(a, "social-workerSocial worker, case holder"));
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&s, "/work/people/%lld", s.child)), "lead professional"));
}

TEST(nobody_closes_help_by_hand_for_a_reason_that_a_step_alone_gives) {    // W58 W69
    WORLD(w);
    Stair s = stair(&w);
    const char *close = path(&s, "/work/episodes/%lld/close", s.episode);
    Answer a = ask(&w, S("practitioner"), GET, close);
    CHECK(sees(a, "Gone on to social care") && !sees(a, "Gone on in early help"));
    CHECK_INT(post(&w, S("practitioner"), close,
                   "reason=stepped-down&words=Well&unsaid=A+baby&told=At+home")
                  .status,
              422);
    propose(&s, "words=I+want+to+be+safe");
    answer(&s, S("social-worker"), "accept", take(&s));
    a = ask(&w, S("social-worker"), GET,
            path(&s, "/work/episodes/%lld/close", step_by_id(w.db, 1)->new_episode_id));
    CHECK(sees(a, "Needs met") && !sees(a, "Gone on to social care") && !sees(a, "Gone on in early help"));
}
