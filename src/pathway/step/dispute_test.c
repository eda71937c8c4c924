// Two agencies do not agree, and the child does not wait for it.
#include "access/access.h"
#include "family.h"
#include "pathway/step/dispute.h"

typedef struct Row {
    World *w;
    int64_t child, north, care;
} Row;

static Row row(World *w) {
    Row r = {.w = w, .child = family_child(w, "Amina Yusuf", "2009-05-04")};
    r.north = family_team(w, "North", "early-help", S("practitioner"));
    r.care = family_team(w, "South", "social-care", S("social-worker"));
    family_episode(w, r.child, "early-help", S("practitioner"), r.north);
    return r;
}

static Answer raise_it(const Row *r, const char *high, const char *more) {
    Str form = str_fmt(r->w->arena,
                       "kind=not-accepted&effect=She+sleeps+in+a+car&concern=An+assessment+now&high=%s"
                       "&with=%lld-%lld%s",
                       high, (long long)r->care, (long long)world_account(r->w, S("social-worker")), more);
    const char *to =
        str_c(r->w->arena, str_fmt(r->w->arena, "/work/people/%lld/disputes/new", (long long)r->child));
    return post(r->w, S("practitioner"), to, str_c(r->w->arena, form));
}

static Answer up_to(const Row *r, int64_t with, const char *straight) {
    Str form = str_fmt(r->w->arena, "with=%lld&words=Not+settled&straight=%s", (long long)with, straight);
    return post(r->w, S("practitioner"), "/work/disputes/1/up", str_c(r->w->arena, form));
}

static Answer up(const Row *r, const char *straight) {
    return up_to(r, world_account(r->w, S("team-manager")), straight);
}

// Another manager, of the agency of whoever raises.
static int64_t second_manager(World *w) {
    db_begin(w->db);
    int64_t id = access_account(w->db, w->now, S("lena@example.org"), S("Lena Brook"),
                                S("Agency of the practitioner"), S("team-manager"));
    db_commit(w->db);
    return id;
}

static int64_t hours_due(const Row *r) { return (dispute_find(r->w->db, 1)->next_at - r->w->now) / 3600000; }

TEST(a_disagreement_has_the_child_at_its_head_and_both_sides_on_its_ladder) {    // W126 W127 W132 P1
    WORLD(w);
    Row r = row(&w);
    CHECK_INT(raise_it(&r, "no", "").status, 303);
    Answer a = ask(&w, S("social-worker"), GET, "/work/disputes/1");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "She sleeps in a car"));
    CHECK(str_find(a.body, S("She sleeps in a car")) < str_find(a.body, S("An assessment now")));
    CHECK(sees(a, "Whoever made the referral"));
    CHECK(sees(a, "Screening or Duty Manager"));
    CHECK(sees(ask(&w, S("social-worker"), GET, "/work"), "Answer a disagreement"));
}

TEST(a_rung_has_two_days_and_one_at_high_risk) {    // W128
    WORLD(w);
    Row r = row(&w);
    raise_it(&r, "no", "");
    CHECK_INT(hours_due(&r), 48);
    WORLD(v);
    Row s = row(&v);
    raise_it(&s, "yes", "");
    CHECK_INT(hours_due(&s), 24);
}

TEST(each_rung_is_kept_with_times_and_reasons_and_the_ladder_ends) {    // W127
    WORLD(w);
    Row r = row(&w);
    int64_t managers[] = {world_account(&w, S("team-manager")), second_manager(&w)};
    raise_it(&r, "no", "");
    for (int i = 0; i < 4; i++) CHECK_INT(up_to(&r, managers[i % 2], "").status, 303);
    CHECK_INT(up_to(&r, managers[0], "").status, 409);
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work/disputes/1"), "It stands on the highest rung"));
    StoodList all = rungs_of(w.db, 1);
    CHECK_INT(all.len, 5);
    CHECK_STR(all.at[0].words, S("Not settled"));
    CHECK_STR(all.at[4].theirs, S("Director of Safeguarding Services"));
    CHECK(all.at[0].ended_at != NONE && all.at[4].ended_at == NONE);
}

TEST(when_nobody_can_be_reached_it_goes_straight_to_the_service_manager) {    // W129
    WORLD(w);
    Row r = row(&w);
    world_account(&w, S("team-manager"));
    raise_it(&r, "no", "");
    CHECK_INT(up(&r, "Rang+four+times").status, 303);
    StoodList all = rungs_of(w.db, 1);
    CHECK_INT(all.at[1].rung, 3);
    CHECK_STR(all.at[1].straight_why, S("Rang four times"));
    CHECK_INT(hours_due(&r), 24);
    WORLD(v);
    Row s = row(&v);
    raise_it(&s, "no", "&straight=No+answer+all+morning");
    CHECK_INT(rungs_of(v.db, 1).at[0].rung, 3);
}

TEST(those_who_lead_are_told_of_a_missed_rung_once_and_mail_names_nobody) {    // W130
    WORLD(w);
    Row r = row(&w);
    raise_it(&r, "no", "");
    w.now += INT64_C(49) * 3600000;
    db_begin(w.db);
    dispute_remind(w.db, w.now);
    dispute_remind(w.db, w.now);
    db_commit(w.db);
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "A disagreement is late: see to it"));
    Answer mail = ask(&w, S("administrator"), GET, "/office/outbox");
    CHECK(sees(mail, "A disagreement has passed its time"));
    CHECK(!sees(mail, "Amina"));
    CHECK_INT(post(&w, S("practitioner"), "/work/disputes/1/seen", "").status, 303);
    CHECK(!sees(ask(&w, S("practitioner"), GET, "/work"), "A disagreement is late: see to it"));
}

TEST(settled_it_is_over_for_both_and_the_other_team_sees_no_more) {    // W127 P5
    WORLD(w);
    Row r = row(&w);
    raise_it(&r, "no", "");
    CHECK_INT(post(&w, S("social-worker"), "/work/disputes/1/settle", "outcome=accepted").status, 422);
    const char *form = "outcome=accepted&reasons=We+assess+her+tomorrow";
    CHECK_INT(post(&w, S("social-worker"), "/work/disputes/1/settle", form).status, 303);
    CHECK_INT(ask(&w, S("social-worker"), GET, "/work/disputes/1").status, 403);
    CHECK_INT(post(&w, S("practitioner"), "/work/disputes/1/settle", form).status, 409);
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work/disputes/1"), "We assess her tomorrow"));
}

TEST(how_often_the_ladder_is_used_is_counted_by_agency_and_result_without_names) {    // W134 W73
    WORLD(w);
    Row r = row(&w);
    raise_it(&r, "no", "");
    Answer a = ask(&w, S("team-manager"), GET, "/work/steps");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Agency of the practitioner"));
    CHECK(sees(a, "April to June 2014"));
    CHECK(!sees(a, "Amina"));
    CHECK_INT(ask(&w, S("practitioner"), GET, "/work/steps").status, 403);
}

TEST(a_complaint_has_an_owner_and_a_day_until_it_is_answered) {    // W133 P1
    WORLD(w);
    Row r = row(&w);
    family_join(&w, r.north, S("team-manager"));
    Str form = str_fmt(
        w.arena, "who=child&words=Nobody+listens&advocate=yes&owner=%lld&by-day=9&by-month=7&by-year=2014",
        (long long)world_account(&w, S("team-manager")));
    const char *to = str_c(w.arena, str_fmt(w.arena, "/work/people/%lld/complaints/new", (long long)r.child));
    CHECK_INT(post(&w, S("practitioner"), to, str_c(w.arena, form)).status, 303);
    CHECK(sees(ask(&w, S("team-manager"), GET, "/work"), "Answer a complaint"));
    CHECK_INT(post(&w, S("team-manager"), "/work/complaints/1", "outcome=upheld").status, 422);
    const char *answer = "outcome=upheld&answer=We+are+sorry";
    CHECK_INT(post(&w, S("team-manager"), "/work/complaints/1", answer).status, 303);
    CHECK_INT(post(&w, S("team-manager"), "/work/complaints/1", answer).status, 409);
    CHECK(!sees(ask(&w, S("team-manager"), GET, "/work"), "Answer a complaint"));
}

TEST(a_stranger_reads_no_disagreement) {    // P5
    WORLD(w);
    Row r = row(&w);
    raise_it(&r, "no", "");
    CHECK_INT(ask(&w, S("adviser"), GET, "/work/disputes/1").status, 403);
}

TEST(who_answers_a_complaint_has_a_way_to_the_child_until_it_is_answered) {    // W133 P5
    WORLD(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t team = family_team(&w, "North", "early-help", S("practitioner"));
    family_episode(&w, child, "early-help", S("practitioner"), team);
    int64_t manager = world_account(&w, S("team-manager"));
    const char *record = str_c(w.arena, str_fmt(w.arena, "/work/people/%lld", (long long)child));
    CHECK_INT(ask(&w, S("team-manager"), GET, record).status, 403);
    Str form = str_fmt(w.arena,
                       "who=parent&words=Nobody+called&advocate=yes&owner=%lld"
                       "&by-day=10&by-month=7&by-year=2014",
                       (long long)manager);
    const char *add = str_c(w.arena, str_fmt(w.arena, "%s/complaints/new", record));
    Answer a = post(&w, S("practitioner"), add, str_c(w.arena, form));
    CHECK_INT(a.status, 303);
    CHECK(sees(ask(&w, S("team-manager"), GET, str_c(w.arena, a.location)), "Nobody called"));
    Answer front = ask(&w, S("team-manager"), GET, record);
    CHECK(sees(front, "you answer a complaint about the help"));
    Answer done = post(&w, S("team-manager"), str_c(w.arena, a.location), "outcome=upheld&answer=Sorry");
    CHECK_INT(done.status, 303);
    CHECK_INT(ask(&w, S("team-manager"), GET, record).status, 403);
}

static Answer settle(World *w, Str role, const char *outcome) {
    Str form = str_fmt(w->arena, "outcome=%s&reasons=Because", outcome);
    return post(w, role, "/work/disputes/1/settle", str_c(w->arena, form));
}

TEST(only_the_side_that_raised_a_disagreement_takes_it_back) {    // W126 W127
    WORLD(w);
    Row r = row(&w);
    raise_it(&r, "no", "");
    CHECK(!str_has(ask(&w, S("social-worker"), GET, "/work/disputes/1").body, S("value=\"withdrawn\"")));
    Answer a = settle(&w, S("social-worker"), "withdrawn");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "who raised it, or somebody else from Agency of the practitioner"));
    CHECK_INT(dispute_find(w.db, 1)->closed_at, NONE);
    CHECK(str_has(ask(&w, S("practitioner"), GET, "/work/disputes/1").body, S("value=\"withdrawn\"")));
    CHECK_INT(settle(&w, S("practitioner"), "withdrawn").status, 303);
    CHECK_STR(dispute_find(w.db, 1)->outcome, S("withdrawn"));
}

TEST(who_is_asked_to_answer_a_disagreement_is_not_of_the_side_that_raised_it) {    // W127
    WORLD(w);
    Row r = row(&w);
    raise_it(&r, "no", "");
    int64_t colleague = second_manager(&w);
    CHECK_INT(dispute_ours(w.db, 1, world_account(&w, S("practitioner")), w.now), 1);
    CHECK_INT(dispute_ours(w.db, 1, world_account(&w, S("social-worker")), w.now), 0);
    CHECK_INT(dispute_ours(w.db, 1, colleague, w.now), 1);
    Str form = str_fmt(w.arena, "with=%lld&words=Not+settled", (long long)colleague);
    CHECK_INT(post(&w, S("social-worker"), "/work/disputes/1/up", str_c(w.arena, form)).status, 303);
    CHECK_INT(dispute_ours(w.db, 1, colleague, w.now), 0);
    CHECK_INT(rungs_of(w.db, 1).at[1].ours_id, world_account(&w, S("practitioner")));
}

TEST(whoever_raised_a_disagreement_is_told_when_somebody_else_settles_it) {    // W126 W127
    const char *subject = "A disagreement that you raised is settled";
    WORLD(w);
    Row r = row(&w);
    raise_it(&r, "no", "");
    settle(&w, S("social-worker"), "stands");
    Answer mail = ask(&w, S("administrator"), GET, "/office/outbox");
    CHECK(sees(mail, subject));
    CHECK(!sees(mail, "Amina"));
    WORLD(v);
    Row s = row(&v);
    raise_it(&s, "no", "");
    settle(&v, S("practitioner"), "stands");
    CHECK(!sees(ask(&v, S("administrator"), GET, "/office/outbox"), subject));
}

TEST(the_next_rung_is_not_taken_to_who_answers_now_and_where_nobody_is_left_it_says_whom_to_ring) {    // W127
    WORLD(w);
    Row r = row(&w);
    int64_t manager = world_account(&w, S("team-manager"));
    raise_it(&r, "no", "");
    Str offer = str_fmt(w.arena, "value=\"%lld\"", (long long)manager);
    CHECK(str_has(ask(&w, S("practitioner"), GET, "/work/disputes/1").body, offer));
    CHECK_INT(up(&r, "").status, 303);
    Answer a = ask(&w, S("practitioner"), GET, "/work/disputes/1");
    CHECK(!str_has(a.body, offer));
    CHECK(!sees(a, "Who answers on the next rung"));
    CHECK(sees(a, "Nobody else who has an account can answer on the next rung. Ring whoever that rung is"));
    CHECK(sees(a, str_c(w.arena, ladder_rung(w.db, S("not-accepted"), 3)->theirs)));
    CHECK_INT(up(&r, "").status, 422);
    second_manager(&w);
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work/disputes/1"), "Who answers on the next rung"));
}
