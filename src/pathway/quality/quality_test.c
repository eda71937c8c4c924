// A quarter's assessments, drawn by a seed, looked at by the same questions, and given back to the worker.
#include "family.h"

#include "pathway/quality/quality.h"
#include "pathway/quality/quality_test.sql.h"

#define PACK_WORLD(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

TEST(the_same_seed_draws_the_same_and_another_draws_otherwise) {    // W65
    int64_t ids[100], one[10], again[10], other[10];
    for (int64_t i = 0; i < 100; i++) ids[i] = 1000 + i;
    CHECK_INT(quality_draw(S("a seed"), ids, 100, 10, one), 10);
    for (int64_t i = 0; i < 100; i++) ids[i] = 1099 - i;    // however they come
    CHECK_INT(quality_draw(S("a seed"), ids, 100, 10, again), 10);
    CHECK(!memcmp(one, again, sizeof one));
    quality_draw(S("another"), ids, 100, 10, other);
    CHECK(memcmp(one, other, sizeof one) != 0);
    for (int i = 0; i < 10; i++)
        for (int k = 0; k < i; k++) CHECK(one[i] != one[k]);
    CHECK_INT(quality_draw(S("a seed"), ids, 3, 10, one), 3);
    CHECK_INT(quality_draw(S("a seed"), ids, 0, 10, one), 0);
}

TEST(every_assessment_is_as_likely_to_be_drawn_as_any_other) {    // W65
    int64_t ids[20], got[5];
    int times[20] = {0};
    for (int64_t i = 0; i < 20; i++) ids[i] = i + 1;
    Arena *a = arena_open();
    for (int seed = 0; seed < 4000; seed++) {
        quality_draw(str_fmt(a, "seed %d", seed), ids, 20, 5, got);
        for (int i = 0; i < 5; i++) times[got[i] - 1]++;
    }
    arena_close(a);
    for (int i = 0; i < 20; i++) CHECK(times[i] > 850 && times[i] < 1150);    // 1000 expected
}

static const char *at(World *w, const char *format, int64_t id) {
    return str_c(w->arena, str_fmt(w->arena, format, (long long)id));
}

// So many assessments of the practitioner's, complete in this quarter, that the team manager may see.
static void assessed(World *w, int n) {
    int64_t team = family_team(w, "North", "early-help", S("practitioner"));
    family_join(w, team, S("team-manager"));
    for (int i = 0; i < n; i++) {
        int64_t child = family_child(w, "Amina Yusuf", "2009-05-04");
        family_episode(w, child, "early-help", S("practitioner"), team);
        post(w, S("practitioner"), at(w, "/work/people/%lld/assessments/new", child),
             at(w, "any=none&form=usual&team=%lld&by-day=20&by-month=8&by-year=2014", team));
        db_begin(w->db);
        quality_test_complete(w->db, quality_test_assessment(w->db), w->now);
        db_commit(w->db);
    }
}

static Answer draw(World *w, Str role, const char *quarter) {
    Str form = str_fmt(w->arena, "quarter=%s&size=2&by-day=20&by-month=8&by-year=2014", quarter);
    return post(w, role, "/work/quality", str_c(w->arena, form));
}

static int64_t number_in(Str location) {
    int64_t id = 0;
    Str rest = location;
    while (str_has(rest, S("/"))) str_cut(&rest, S("/"));
    str_int(rest, &id);
    return id;
}

static const char answers[] =
    "q-basics=yes&base-basics=0:cbf29ce484222325&q-agreement=yes&base-agreement=0:cbf29ce484222325&"
    "q-voice=no&base-voice=0:cbf29ce484222325&q-strengths=partly&base-strengths=0:cbf29ce484222325&"
    "q-known=yes&base-known=0:cbf29ce484222325&q-analysis=yes&base-analysis=0:cbf29ce484222325&"
    "q-current=yes&base-current=0:cbf29ce484222325&q-grade=enough&base-grade=0:cbf29ce484222325&"
    "q-findings=Write+down+her+own+words&base-findings=0:cbf29ce484222325";

static int64_t looked(World *w) {
    int64_t sample = number_in(draw(w, S("team-manager"), "2014-07-01").location);
    int64_t look = quality_test_look(w->db, sample);
    CHECK_INT(post(w, S("team-manager"), at(w, "/work/quality/audits/%lld/look", look), answers).status, 303);
    CHECK_INT(post(w, S("team-manager"), at(w, "/work/quality/audits/%lld/done", look), "").status, 303);
    return look;
}

TEST(a_sample_is_drawn_from_the_quarter_and_can_be_drawn_again_from_its_seed) {    // W65
    PACK_WORLD(w);
    assessed(&w, 6);
    Answer a = draw(&w, S("team-manager"), "2014-07-01");
    CHECK_INT(a.status, 303);
    int64_t sample = number_in(a.location), all[6], again[2], last = quality_test_assessment(w.db);
    for (int64_t i = 0; i < 6; i++) all[i] = last - i;
    CHECK_INT(quality_draw(quality_test_seed(w.db, sample), all, 6, 2, again), 2);
    QualityDrawnList drawn = quality_test_drawn(w.db, sample);
    CHECK_INT(drawn.len, 2);
    CHECK(drawn.at[0].assessment_id == again[0] && drawn.at[1].assessment_id == again[1]);
    CHECK(sees(ask(&w, S("team-manager"), GET, at(&w, "/work/quality/samples/%lld", sample)),
               "2 of 6 assessments"));
    CHECK_INT(draw(&w, S("team-manager"), "2014-04-01").status, 422);    // none was complete then
}

TEST(nobody_looks_at_what_they_wrote_or_may_not_see) {    // W65 P5
    PACK_WORLD(w);
    assessed(&w, 2);
    CHECK_INT(draw(&w, S("practitioner"), "2014-07-01").status, 403);
    int64_t sample = number_in(draw(&w, S("team-manager"), "2014-07-01").location);
    int64_t look = quality_test_look(w.db, sample);
    const char *at_look = at(&w, "/work/quality/audits/%lld", look);
    CHECK_INT(ask(&w, S("team-manager"), GET, at_look).status, 200);
    CHECK_INT(ask(&w, S("practitioner"), GET, at_look).status, 404);
    CHECK_INT(ask(&w, S("social-worker"), GET, at_look).status, 404);
    db_begin(w.db);
    quality_test_leave(w.db, world_account(&w, S("team-manager")), w.now);
    db_commit(w.db);
    w.now += 1000;
    CHECK_INT(ask(&w, S("team-manager"), GET, at_look).status, 403);
    Answer a = ask(&w, S("team-manager"), GET, at(&w, "/work/quality/samples/%lld", sample));
    CHECK(!sees(a, "Amina") && sees(a, "Not shared with you"));
    CHECK_INT(draw(&w, S("team-manager"), "2014-07-01").status, 422);
}

TEST(a_look_without_a_grade_and_findings_does_not_go_back) {    // W65 W46
    PACK_WORLD(w);
    assessed(&w, 1);
    int64_t sample = number_in(draw(&w, S("team-manager"), "2014-07-01").location);
    int64_t look = quality_test_look(w.db, sample);
    post(&w, S("team-manager"), at(&w, "/work/quality/audits/%lld/done", look), "");
    CHECK_INT(quality_test_look(w.db, sample), look);
    CHECK(sees(ask(&w, S("team-manager"), GET, at(&w, "/work/quality/audits/%lld", look)),
               "What did you find, and what would make it better?: not answered"));
}

TEST(findings_go_back_to_the_worker_and_to_nobody_else) {    // W65
    PACK_WORLD(w);
    assessed(&w, 1);
    int64_t look = looked(&w), id = quality_test_assessment(w.db);
    const char *caf = at(&w, "/work/assessments/%lld", id);
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work/assessments"), "something was found for you"));
    Answer a = ask(&w, S("practitioner"), GET, caf);
    CHECK(sees(a, "Good enough") && sees(a, "Write down her own words"));
    family_join(&w, family_team(&w, "South", "early-help", S("adviser")), S("adviser"));
    int64_t child = quality_test_child(w.db, id);
    family_consent(&w, child, S("adviser"), "assessment");
    a = ask(&w, S("adviser"), GET, caf);
    CHECK_INT(a.status, 200);
    CHECK(!sees(a, "Write down her own words"));
    const char *read = at(&w, "/work/quality/audits/%lld/read", look);
    CHECK_INT(post(&w, S("adviser"), read, "").status, 404);
    CHECK_INT(post(&w, S("practitioner"), read, "").status, 303);
    CHECK(!sees(ask(&w, S("practitioner"), GET, "/work/assessments"), "something was found for you"));
    CHECK(sees(ask(&w, S("team-manager"), GET, at(&w, "/work/quality/audits/%lld", look)),
               "The worker has read it"));
    CHECK_INT(post(&w, S("team-manager"), at(&w, "/work/quality/audits/%lld/look", look), answers).status,
              409);
}

TEST(what_samples_found_is_counted_by_agency_without_a_name) {    // W65
    PACK_WORLD(w);
    assessed(&w, 1);
    looked(&w);
    Answer a = ask(&w, S("team-manager"), GET, "/work/quality");
    CHECK(sees(a, "July to September 2014 Agency of the practitioner 1 0 1 0"));
    CHECK(!sees(a, "Amina"));
}

static Str first_screen(World *w, Str role) { return ask(w, role, GET, "/work").body; }

TEST(a_look_waits_on_the_first_screen_of_whoever_drew_it_until_it_is_done) {    // W65 P1
    PACK_WORLD(w);
    assessed(&w, 1);
    int64_t sample = number_in(draw(&w, S("team-manager"), "2014-07-01").location);
    int64_t look = quality_test_look(w.db, sample);
    Str link = str_fmt(w.arena, "href=\"/work/quality/audits/%lld\"", (long long)look);
    Answer a = ask(&w, S("team-manager"), GET, "/work");
    CHECK(str_has(a.body, link) && sees(a, "Look at an assessment’s quality"));
    CHECK(sees(a, "Drawn by chance") && sees(a, "20 August 2014") && sees(a, "Amina Yusuf"));
    CHECK(!str_has(first_screen(&w, S("practitioner")), link));
    post(&w, S("team-manager"), at(&w, "/work/quality/audits/%lld/look", look), answers);
    post(&w, S("team-manager"), at(&w, "/work/quality/audits/%lld/done", look), "");
    CHECK(!str_has(first_screen(&w, S("team-manager")), link));
}

TEST(a_look_at_a_child_whom_one_may_no_longer_see_waits_without_a_name) {    // W65 P1 P5
    PACK_WORLD(w);
    assessed(&w, 1);
    draw(&w, S("team-manager"), "2014-07-01");
    db_begin(w.db);
    quality_test_leave(w.db, world_account(&w, S("team-manager")), w.now);
    db_commit(w.db);
    w.now += 1000;
    Answer a = ask(&w, S("team-manager"), GET, "/work");
    CHECK(sees(a, "Look at an assessment’s quality"));
    CHECK(!sees(a, "Amina") && !sees(a, "Drawn by chance"));
}

TEST(what_was_found_waits_on_the_workers_first_screen_until_it_is_read) {    // W65 P1
    PACK_WORLD(w);
    assessed(&w, 1);
    int64_t look = looked(&w);
    Str link = str_fmt(w.arena, "href=\"/work/quality/audits/%lld\"", (long long)look);
    Answer a = ask(&w, S("practitioner"), GET, "/work");
    CHECK(str_has(a.body, link) && sees(a, "What was found of your assessment"));
    CHECK(sees(a, "Amina Yusuf"));
    CHECK(!str_has(first_screen(&w, S("team-manager")), link));
    a = ask(&w, S("practitioner"), GET, at(&w, "/work/quality/audits/%lld", look));
    CHECK_STR(a.location, str_from(at(&w, "/work/assessments/%lld", quality_test_assessment(w.db))));
    CHECK_INT(post(&w, S("practitioner"), at(&w, "/work/quality/audits/%lld/read", look), "").status, 303);
    CHECK(!str_has(first_screen(&w, S("practitioner")), link));
}

TEST(what_was_found_of_a_child_whom_the_worker_may_no_longer_see_waits_without_a_name) {    // W65 P1 P5
    PACK_WORLD(w);
    assessed(&w, 1);
    looked(&w);
    int64_t worker = world_account(&w, S("practitioner"));
    db_begin(w.db);
    quality_test_leave(w.db, worker, w.now);
    quality_test_hand_on(w.db, worker, world_account(&w, S("team-manager")));
    db_commit(w.db);
    w.now += 1000;
    Answer a = ask(&w, S("practitioner"), GET, "/work");
    CHECK(sees(a, "What was found of your assessment"));
    CHECK(!sees(a, "Amina") && !sees(a, "Somebody looked at the quality"));
}
