// The early help assessment as people meet it: begun after eleven questions, written together,
// complete by name,
// signed off by somebody else, and read by nobody whom no way leads to it.
#include "family.h"

#include "pathway/assessment/assessment.h"
#include "pathway/assessment/assessment_test.sql.h"
#include "pathway/assessment/counts.sql.h"

#define PACK_WORLD(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

typedef struct Case {
    World *w;
    int64_t child, team, id;
} Case;

static const char *path(Case *k, const char *more) {
    return str_c(k->w->arena, str_fmt(k->w->arena, "/work/assessments/%lld%s", (long long)k->id, more));
}

static const char *gate_path(Case *k) {
    return str_c(k->w->arena, str_fmt(k->w->arena, "/work/people/%lld/assessments/new", (long long)k->child));
}

static Case a_child(World *w) {
    Case k = {.w = w, .child = family_child(w, "Amina Yusuf", "2009-05-04")};
    k.team = family_team(w, "North", "early-help", S("practitioner"));
    family_join(w, k.team, S("team-manager"));
    db_begin(w->db);
    test_hold(w->db, k.child, k.team, w->now);
    db_commit(w->db);
    return k;
}

static Answer begin(Case *k, const char *any) {
    Str form = str_fmt(k->w->arena, "%s&form=usual&team=%lld&by-day=20&by-month=8&by-year=2014", any,
                       (long long)k->team);
    return post(k->w, S("practitioner"), gate_path(k), str_c(k->w->arena, form));
}

static Case begun(World *w) {
    Case k = a_child(w);
    Answer a = begin(&k, "any=none");
    CHECK_INT(a.status, 303);
    k.id = test_assessment_last(w->db);
    return k;
}

static Answer act(Case *k, Str role, const char *form) { return post(k->w, role, path(k, "/act"), form); }

// Answers everything that is needed, straight in the sheet.
static void fill_in(Case *k) {
    World *w = k->w;
    Ctx c = {.arena = w->arena,
             .db = w->db,
             .now = w->now,
             .today = date_of(w->now),
             .actor.id = world_account(w, S("practitioner"))};
    db_use(w->db, w->arena);
    db_begin(w->db);
    int64_t sheet = assessment_find(w->db, k->id)->sheet_id;
    for (int round = 0; round < 4; round++) {
        MissingList m = sheet_missing(w->arena, sheet_open(&c, sheet), NULL);
        for (size_t i = 0; i < m.len; i++) {
            const Question *q = m.at[i].question;
            Str value = q->kind == ASK_YESNO ? S("no") : q->kind == ASK_SCALE ? S("4") : S("Words");
            if (q->kind == ASK_DATE) value = S("2009-05-04");
            if (q->kind == ASK_ONE || q->kind == ASK_MANY) value = q->choices.at[0].value;
            if (q->means.at && str_eq(q->means, S("child.heard"))) value = S("yes");
            if (q->means.at && str_eq(q->means, S("child.words"))) value = S("I like it when Gran comes.");
            answer_put(&c, sheet, m.at[i].key, value, (Str){0});
        }
    }
    db_commit(w->db);
}

TEST(the_eleven_signs_are_asked_first_and_one_of_them_stops_the_assessment) {    // W36 W38
    PACK_WORLD(w);
    Case k = a_child(&w);
    Answer a = ask(&w, S("practitioner"), GET, gate_path(&k));
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Any one of them wants a referral at once"));
    CHECK_INT(begin(&k, "").status, 422);
    a = begin(&k, "any=none&signs=left-home-alone");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Refer this child instead"));
    CHECK(str_has(a.body, str_fmt(w.arena, "/work/people/%lld/refer", (long long)k.child)));
    CHECK_INT(test_assessments(w.db), 0);
    CHECK_INT(test_gates(w.db), 1);
    CHECK_INT(begin(&k, "any=doubt").status, 422);    // without advice
    CHECK_INT(begin(&k, "any=doubt&advice=Safeguarding+lead:+go+on").status, 303);
}

TEST(while_somebody_elses_word_of_danger_is_not_answered_no_assessment_begins) {    // W36
    PACK_WORLD(w);
    Case k = a_child(&w);
    const char *refer = str_c(w.arena, str_fmt(w.arena, "/work/people/%lld/refer", (long long)k.child));
    CHECK_INT(post(&w, S("practitioner"), refer, "sign=left-home-alone").status, 303);
    Answer a = begin(&k, "any=none");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "A referral to social care with a sign of immediate danger"));
    CHECK(sees(ask(&w, S("practitioner"), GET, gate_path(&k)), "not decided yet"));
    CHECK_INT(test_assessments(w.db), 0);
    db_exec(w.db, "update referral set decision = 'early-help', reasons = 'Safe at home', "
                  "decided_at = raised_at, decided_by = raised_by");
    CHECK_INT(begin(&k, "any=none").status, 303);
}

TEST(an_assessment_begins_with_what_is_known_an_owner_a_date_and_early_help) {    // W45 W182 P1
    PACK_WORLD(w);
    Case k = begun(&w);
    Answer a = ask(&w, S("practitioner"), GET, path(&k, "/child"));
    CHECK_INT(a.status, 200);
    CHECK(str_has(a.body, S("value=\"Amina Yusuf\"")));
    CHECK(sees(a, "From the record"));
    const Assessment *made = assessment_find(w.db, k.id);
    CHECK_INT(made->owner_id, world_account(&w, S("practitioner")));
    CHECK_STR(made->next_on, S("2014-08-20"));
    CHECK(made->episode_id != NONE);
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&k, "")), "Begun by"));
}

TEST(the_form_asks_why_with_nine_reasons_and_three_domains_of_thirteen_dimensions) {    // W40 W44
    PACK_WORLD(w);
    Case k = begun(&w);
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now};
    const Sheet *s = sheet_open(&c, assessment_find(w.db, k.id)->sheet_id);
    CHECK_INT(question_meaning(s->form, S("reasons"))->choices.len, 9);
    AssessmentNeedList needs = assessment_needs(&c, k.id);
    CHECK_INT(needs.len, 13);
    for (size_t i = 0; i < needs.len; i++) {
        Str strengths = str_fmt(w.arena, "strengths.%.*s", STR_FMT(needs.at[i].dimension));
        CHECK(question_meaning(s->form, strengths) != NULL);
    }
    CHECK(question_meaning(s->form, S("worried")) && question_meaning(s->form, S("well")) &&
          question_meaning(s->form, S("happen")) && question_meaning(s->form, S("scales")));
}

TEST(an_assessment_is_complete_only_with_what_is_needed_and_says_what_is_missing) {    // W46 W183
    PACK_WORLD(w);
    Case k = begun(&w);
    Answer a = ask(&w, S("practitioner"), GET, path(&k, ""));
    CHECK(sees(a, "What is missing, by name"));
    CHECK(sees(a, "Health: what goes well"));
    Answer no = act(&k, S("practitioner"), "act=complete");
    CHECK_INT(no.status, 422);
    CHECK(sees(no, "There is a problem") && str_has(no.body, S("/safety?check=1\">")));
    CHECK(str_has(no.body, S("<details class=\"govuk-details\"\nopen")) && !sees(no, "Success"));
    CHECK_STR(assessment_find(w.db, k.id)->state, S("draft"));
    fill_in(&k);
    act(&k, S("practitioner"), "act=complete");
    CHECK_STR(assessment_find(w.db, k.id)->state, S("complete"));
}

TEST(the_childs_words_are_needed_or_why_they_are_missing_and_stand_on_the_record) {    // W47 P8
    PACK_WORLD(w);
    Case k = begun(&w);
    fill_in(&k);
    act(&k, S("practitioner"), "act=complete");
    CHECK_INT(test_views(w.db, k.child, S("I like it when Gran comes.")), 1);
    act(&k, S("practitioner"), "act=open&words=More+is+known");
    act(&k, S("practitioner"), "act=complete");
    CHECK_INT(test_views(w.db, k.child, S("I like it when Gran comes.")), 1);    // once
}

TEST(a_manager_signs_off_or_sends_back_with_words_and_nobody_their_own) {    // W45
    PACK_WORLD(w);
    Case k = begun(&w);
    fill_in(&k);
    act(&k, S("practitioner"), "act=complete");
    CHECK_INT(act(&k, S("practitioner"), "act=sign&words=Good").status, 403);
    CHECK_INT(act(&k, S("team-manager"), "act=return").status, 422);    // without words
    CHECK_STR(assessment_find(w.db, k.id)->state, S("complete"));
    act(&k, S("team-manager"), "act=return&words=What+does+the+school+say?");
    CHECK_STR(assessment_find(w.db, k.id)->state, S("returned"));
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&k, "")), "What does the school say?"));
    act(&k, S("practitioner"), "act=complete");
    act(&k, S("team-manager"), "act=sign&words=Clear+and+kind");
    const Assessment *a = assessment_find(w.db, k.id);
    CHECK_STR(a->state, S("signed-off"));
    CHECK_INT(a->signed_by, world_account(&w, S("team-manager")));
    CHECK(a->next_on.at != NULL);    // P1: also signed off it is looked at again
}

TEST(two_move_an_assessment_at_once_and_the_second_is_told_how_it_stands) {
    PACK_WORLD(w);
    Case k = begun(&w);
    fill_in(&k);
    act(&k, S("practitioner"), "act=complete");
    act(&k, S("team-manager"), "act=sign&words=Good");
    Answer a = act(&k, S("team-manager"), "act=return&words=Wait");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "It has moved on meanwhile"));
    CHECK_STR(assessment_find(w.db, k.id)->state, S("signed-off"));
}

TEST(nobody_reads_an_assessment_to_which_no_way_leads_and_who_is_told_of_it_only_reads) {    // P5 P6 W41 W57
    PACK_WORLD(w);
    Case k = begun(&w);
    static const char *const pages[] = {"", "/child", "/print", "/history", "/clashes"};
    for (size_t i = 0; i < COUNT(pages); i++)
        CHECK_INT(ask(&w, S("social-worker"), GET, path(&k, pages[i])).status, 403);
    CHECK_INT(
        post(&w, S("social-worker"), path(&k, "/child/draft"), "q-gp=X&base-gp=0:0000000000000000").status,
        403);
    family_consent(&w, k.child, S("social-worker"), "who,plan");
    CHECK_INT(ask(&w, S("social-worker"), GET, path(&k, "")).status, 403);    // not of this kind
    family_consent(&w, k.child, S("social-worker"), "assessment");
    CHECK_INT(ask(&w, S("social-worker"), GET, path(&k, "/child")).status, 200);
    CHECK_INT(
        post(&w, S("social-worker"), path(&k, "/child/draft"), "q-gp=X&base-gp=0:0000000000000000").status,
        403);
}

TEST(a_section_given_to_another_agency_is_theirs_and_the_owner_s_to_write) {    // W64
    PACK_WORLD(w);
    Case k = begun(&w);
    int64_t episode = assessment_find(w.db, k.id)->episode_id;
    family_seat(&w, episode, S("social-worker"), family_consent(&w, k.child, S("viewer"), "who,assessment"));
    family_join(&w, k.team, S("adviser"));
    Str give = str_fmt(w.arena, "section=voice&who=%lld", (long long)world_account(&w, S("social-worker")));
    CHECK_INT(post(&w, S("practitioner"), path(&k, "/give"), str_c(w.arena, give)).status, 303);
    const char *form = "q-parents_view=Worried&base-parents_view=0:cbf29ce484222325";
    CHECK_INT(post(&w, S("social-worker"), path(&k, "/voice/draft"), form).status, 200);
    CHECK_INT(post(&w, S("adviser"), path(&k, "/voice/draft"), form).status, 403);
    CHECK_INT(post(&w, S("practitioner"), path(&k, "/voice/draft"), form).status, 200);
    CHECK(sees(ask(&w, S("adviser"), GET, path(&k, "/voice")), "To write here too, ask"));
}

TEST(another_practitioner_answers_for_it_and_the_reason_stays) {    // W45
    PACK_WORLD(w);
    Case k = begun(&w);
    Str form = str_fmt(w.arena, "who=%lld&why=", (long long)world_account(&w, S("team-manager")));
    post(&w, S("practitioner"), path(&k, "/owner"), str_c(w.arena, form));
    CHECK_INT(owners_of(w.db, k.id).len, 1);    // without a reason nothing changes
    form = str_fmt(w.arena, "%.*sLong+leave", STR_FMT(form));
    post(&w, S("practitioner"), path(&k, "/owner"), str_c(w.arena, form));
    OwnerLineList owners = owners_of(w.db, k.id);
    CHECK_INT(owners.len, 2);
    CHECK_STR(owners.at[1].why, S("Long leave"));
    CHECK(owners.at[0].ends_at != NONE);
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&k, "")), "Long leave"));
}

TEST(a_second_text_is_shown_beside_the_first_and_one_is_chosen) {    // P3 W64
    PACK_WORLD(w);
    Case k = begun(&w);
    const char *first = "q-wants=Peace&base-wants=0:cbf29ce484222325&tab=a";
    const char *second = "q-wants=A+bigger+flat&base-wants=0:cbf29ce484222325&tab=b";
    CHECK_INT(post(&w, S("practitioner"), path(&k, "/analysis"), first).status, 303);
    Answer a = post(&w, S("team-manager"), path(&k, "/analysis"), second);
    CHECK(str_ends(a.location, S("/clashes")));
    a = ask(&w, S("team-manager"), GET, path(&k, "/clashes"));
    CHECK(sees(a, "Peace"));
    CHECK(sees(a, "A bigger flat"));
    int64_t clash = test_clash(w.db);
    const char *to = path(&k, str_c(w.arena, str_fmt(w.arena, "/clashes/%lld", (long long)clash)));
    post(&w, S("team-manager"), to, "keep=both&text=Peace+and+a+bigger+flat&revision=9");
    CHECK_INT(test_clash(w.db), clash);    // the first text was another by then: look again
    post(&w, S("team-manager"), to, "keep=both&text=Peace+and+a+bigger+flat&revision=1");
    CHECK_INT(test_clash(w.db), NONE);
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&k, "/print")), "Peace and a bigger flat"));
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&k, "/history")), "Peace"));
}

TEST(a_child_not_yet_born_is_assessed_and_asked_after_a_due_date) {    // W10 W63
    PACK_WORLD(w);
    Case k = a_child(&w);
    db_begin(w.db);
    test_unborn(w.db, k.child);
    db_commit(w.db);
    Str form = str_fmt(w.arena, "any=none&form=unborn&team=%lld&by-day=20&by-month=8&by-year=2014",
                       (long long)k.team);
    CHECK_INT(post(&w, S("practitioner"), gate_path(&k), str_c(w.arena, form)).status, 303);
    k.id = test_assessment_last(w.db);
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&k, "")), "Before birth"));
    CHECK_INT(ask(&w, S("practitioner"), GET, path(&k, "/pregnancy")).status, 200);
    CHECK_INT(ask(&w, S("practitioner"), GET, path(&k, "/early_support")).status, 404);
}

TEST(the_early_support_programme_and_the_caf_are_one_form) {    // W62
    PACK_WORLD(w);
    Case k = a_child(&w);
    Str form = str_fmt(w.arena, "any=none&form=early_support&team=%lld&by-day=20&by-month=8&by-year=2014",
                       (long long)k.team);
    CHECK_INT(post(&w, S("practitioner"), gate_path(&k), str_c(w.arena, form)).status, 303);
    k.id = test_assessment_last(w.db);
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&k, "/early_support")), "Only what the sections before"));
}

TEST(the_services_that_are_needed_are_there_for_the_plan) {    // W49
    PACK_WORLD(w);
    Case k = begun(&w);
    const char *form = "q-needed.1.service=Speech+therapy&base-needed.1.service=0:cbf29ce484222325"
                       "&q-needed.1.what=See+her&base-needed.1.what=0:cbf29ce484222325";
    post(&w, S("practitioner"), path(&k, "/analysis"), form);
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now};
    ServiceNeededList s = assessment_services(&c, k.id);
    CHECK_INT(s.len, 1);
    CHECK_STR(s.at[0].service, S("Speech therapy"));
    CHECK_STR(s.at[0].what, S("See her"));
}

TEST(the_age_of_an_assessment_is_shown_and_its_clock_runs_from_completion) {    // W48 W191
    PACK_WORLD(w);
    Case k = begun(&w);
    fill_in(&k);
    act(&k, S("practitioner"), "act=complete");
    w.now += INT64_C(40) * 86400000;
    Answer a = ask(&w, S("practitioner"), GET, "/work/assessments");
    CHECK(sees(a, "40 days"));
    CHECK(sees(a, "Late"));
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&k, "")), "Bring the assessment up to date"));
}

TEST(assessments_are_counted_by_the_agency_that_began_them) {    // W60
    PACK_WORLD(w);
    begun(&w);
    Answer a = ask(&w, S("team-manager"), GET, "/work/assessments/counts");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Agency of the practitioner 1 0 0"));
    CHECK(!sees(a, "Amina"));
    CHECK_INT(ask(&w, S("practitioner"), GET, "/work/assessments/counts").status, 403);
}

TEST(help_that_came_too_late_is_reviewed_with_why_and_what_is_put_in_place) {    // W66
    PACK_WORLD(w);
    Case k = begun(&w);
    post(&w, S("practitioner"), path(&k, "/why"), "q-crisis=yes&base-crisis=0:cbf29ce484222325");
    fill_in(&k);
    act(&k, S("practitioner"), "act=complete");
    CrisisReviewList all = crisis_of(w.db, k.child);
    CHECK_INT(all.len, 1);
    CHECK(all.at[0].next_on.at != NULL);    // P1
    const char *at = str_c(w.arena, str_fmt(w.arena, "/work/crisis/%lld", (long long)all.at[0].id));
    CHECK_INT(ask(&w, S("social-worker"), GET, at).status, 403);
    CHECK_INT(post(&w, S("practitioner"), at, "why=Nobody+asked").status, 422);
    CHECK_INT(post(&w, S("practitioner"), at, "why=Nobody+asked&in_place=A+key+worker").status, 303);
    CHECK(sees(ask(&w, S("practitioner"), GET, at), "A key worker"));
}

TEST(the_plan_begins_with_what_the_assessment_found_and_a_service_is_not_typed_again) {    // W49 W182
    PACK_WORLD(w);
    Case k = begun(&w);
    post(&w, S("practitioner"), path(&k, "/analysis"),
         "q-needed.1.service=Speech+therapy&base-needed.1.service=0:cbf29ce484222325"
         "&q-needed.1.what=See+her&base-needed.1.what=0:cbf29ce484222325");
    post(&w, S("practitioner"), path(&k, "/development"),
         "q-health_needs=Her+hearing+looked+at&base-health_needs=0:cbf29ce484222325");
    int64_t episode = assessment_find(w.db, k.id)->episode_id;
    const char *plan = str_c(w.arena, str_fmt(w.arena, "/work/episodes/%lld/plan", (long long)episode));
    CHECK(!sees(ask(&w, S("practitioner"), GET, plan), "Her hearing looked at"));    // not complete yet
    fill_in(&k);
    act(&k, S("practitioner"), "act=complete");
    Answer a = ask(&w, S("practitioner"), GET, plan);
    CHECK(sees(a, "Her hearing looked at"));
    CHECK(sees(a, "Speech therapy: ask for it"));
    const char *request = str_c(
        w.arena, str_fmt(w.arena, "/work/episodes/%lld/requests/new?needed=1", (long long)episode));
    CHECK(str_has(ask(&w, S("practitioner"), GET, request).body, S("value=\"Speech therapy\"")));
}

TEST(whoever_was_given_a_section_finds_it_under_my_work) {    // W64 W181
    PACK_WORLD(w);
    Case k = begun(&w);
    long long manager = world_account(&w, S("team-manager"));
    Str give = str_fmt(w.arena, "section=development&who=%lld", manager);
    CHECK(!sees(ask(&w, S("team-manager"), GET, "/work"), "Assessments you write"));
    post(&w, S("practitioner"), path(&k, "/give"), str_c(w.arena, give));
    Answer a = ask(&w, S("team-manager"), GET, "/work");
    CHECK(sees(a, "Amina Yusuf: one section is yours"));
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Amina Yusuf: you answer for it"));
}
