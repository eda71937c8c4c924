// Whatever is open waits on somebody's first screen, with its date (P1).
#include "family.h"
#include "pathway/assessment/assessment.h"
#include "pathway/contact/contact.h"
#include "pathway/referral/referral.sql.h"
#include "pathway/work/work_test.sql.h"

#define PACK_WORLD(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

static Ctx writing(World *w, Str role) {
    db_use(w->db, w->arena);
    db_begin(w->db);
    return (Ctx){.arena = w->arena,
                 .db = w->db,
                 .now = w->now,
                 .today = date_of(w->now),
                 .actor.id = world_account(w, role)};
}

// A child in early help of the practitioner, with an assessment under way; the assessment.
static int64_t assessed(World *w, int64_t *ret_child) {
    int64_t north = family_team(w, "North", "early-help", S("practitioner"));
    int64_t child = family_child(w, "Amina Yusuf", "2009-05-04");
    int64_t episode = family_episode(w, child, "early-help", S("practitioner"), north);
    Ctx c = writing(w, S("practitioner"));
    int64_t me = c.actor.id, sheet = sheet_begin(&c, S("caf"), child, NULL, 0), agency = 1;
    int64_t id = assessment_put(w->db, child, sheet, episode, S("caf"), S("usual"), me, agency, w->now,
                                S("2014-07-05"), S("Finish the assessment"));
    CHECK(db_commit(w->db));
    *ret_child = child;
    return id;
}

TEST(an_assessment_waits_on_the_list_of_whoever_answers_for_it_until_it_is_ended) {    // P1 W45 W181
    PACK_WORLD(w);
    int64_t child;
    int64_t id = assessed(&w, &child);
    Answer a = ask(&w, S("practitioner"), GET, "/work");
    CHECK(sees(a, "Finish the assessment"));
    CHECK(sees(a, "5 July 2014"));
    CHECK(str_has(a.body, str_fmt(w.arena, "href=\"/work/assessments/%lld\"", (long long)id)));
    Answer team = ask(&w, S("practitioner"), GET, "/work/team");
    CHECK(sees(team, "Finish the assessment"));
    CHECK_INT(sees(team, "Hand a child over"), str_has(team.body, S("class=\"kith-filter\"")));
    db_begin(w.db);
    assessment_move(w.db, id, 1, S("ended"), (Str){0}, (Str){0}, NONE, NONE, NONE);
    db_commit(w.db);
    CHECK(!sees(ask(&w, S("practitioner"), GET, "/work"), "Finish the assessment"));
}

TEST(a_section_given_to_somebody_of_another_agency_waits_on_their_own_list) {    // P1 W64
    PACK_WORLD(w);
    int64_t child;
    int64_t id = assessed(&w, &child);
    CHECK(!sees(ask(&w, S("social-worker"), GET, "/work"), "Your part of an assessment"));
    Ctx c = writing(&w, S("practitioner"));
    section_owner_add(w.db, assessment_find(w.db, id)->sheet_id, S("development"),
                      world_account(&w, S("social-worker")), w.now, c.actor.id);
    CHECK(db_commit(w.db));
    Answer a = ask(&w, S("social-worker"), GET, "/work");
    CHECK(sees(a, "Your part of an assessment"));
    CHECK(sees(a, "5 July 2014"));
    CHECK(!sees(a, "Amina Yusuf"));    // no way leads to the child yet
}

TEST(two_texts_in_one_place_wait_once_with_whoever_came_second) {    // P1 P3
    PACK_WORLD(w);
    int64_t child;
    int64_t id = assessed(&w, &child);
    Ctx c = writing(&w, S("practitioner"));
    int64_t sheet = assessment_find(w.db, id)->sheet_id;
    for (int i = 0; i < 2; i++) {
        Str question = i ? S("worried") : S("well");
        answer_put(&c, sheet, question, S("One text"), (Str){0});
        clash_add(w.db, answer_now(w.db, sheet, question)->id, S("Another"), 0, S("tab"), w.now, c.actor.id);
    }
    CHECK(db_commit(w.db));
    Answer a = ask(&w, S("practitioner"), GET, "/work");
    CHECK(sees(a, "Two texts in one place"));
    Str link = str_fmt(w.arena, "href=\"/work/assessments/%lld/clashes\"", (long long)id), rest = a.body;
    str_cut(&rest, link);
    CHECK(str_has(a.body, link) && !str_has(rest, link));
}

TEST(why_help_came_so_late_waits_with_its_date) {    // P1 W66
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    family_episode(&w, child, "early-help", S("practitioner"), north);
    Ctx c = writing(&w, S("practitioner"));
    int64_t id = work_test_crisis(w.db, child, c.actor.id, S("2014-07-20"), w.now);
    CHECK(db_commit(w.db));
    Answer a = ask(&w, S("practitioner"), GET, "/work");
    CHECK(sees(a, "Why help came so late"));
    CHECK(sees(a, "20 July 2014"));
    CHECK(str_has(a.body, str_fmt(w.arena, "href=\"/work/crisis/%lld\"", (long long)id)));
}

TEST(who_referred_is_reminded_to_confirm_in_writing_and_then_to_ask_again) {    // P1 W75 W77
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    family_team(&w, "Duty", "duty", S("team-manager"));
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    int64_t episode = family_episode(&w, child, "early-help", S("practitioner"), north);
    Ctx c = writing(&w, S("practitioner"));
    int64_t id = referral_begin(&c, (ReferralNew){.person = child,
                                                  .contact = NONE,
                                                  .episode = episode,
                                                  .assessment = NONE,
                                                  .concern = S("A bruise nobody can explain"),
                                                  .raised_by = c.actor.id,
                                                  .referrer = S("School"),
                                                  .professional = true});
    CHECK(db_commit(w.db));
    Answer a = ask(&w, S("practitioner"), GET, "/work");
    CHECK(sees(a, "Confirm a referral in writing"));
    CHECK(str_has(a.body, str_fmt(w.arena, "href=\"/work/referrals/%lld\"", (long long)id)));
    const char *path = str_c(w.arena, str_fmt(w.arena, "/work/referrals/%lld/written", (long long)id));
    const char *form = "written=A+bruise&family_told=yes&family_agrees=agreed";
    CHECK_INT(post(&w, S("practitioner"), path, form).status, 303);
    a = ask(&w, S("practitioner"), GET, "/work");
    CHECK(!sees(a, "Confirm a referral in writing"));
    CHECK(sees(a, "Ask after a referral"));
}

TEST(what_somebody_asked_to_tell_today_is_due_at_once_and_stands_first) {    // P1 P8
    WORLD(w);
    int64_t north = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    family_episode(&w, child, "early-help", S("practitioner"), north);
    Ctx c = writing(&w, S("practitioner"));
    work_test_said(w.db, child, c.actor.id, w.now);
    work_test_urgent(w.db);
    CHECK(db_commit(w.db));
    Answer a = ask(&w, S("practitioner"), GET, "/work");
    CHECK(sees(a, "They asked to tell somebody today"));
    CHECK(sees(a, "2 July 2014, 10:00am"));
    w.now += 60000;
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Late"));
}
