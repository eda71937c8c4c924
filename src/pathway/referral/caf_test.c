// A written referral begins with what the early help assessment says already, and says from where it is.
#include "family.h"

#include "pathway/assessment/assessment.sql.h"
#include "pathway/referral/referral_test.sql.h"

#define PACK_WORLD(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

static const char *fmt(World *w, const char *format, int64_t id) {
    Buf out = {.arena = w->arena};
    for (const char *s = format; *s; s++) {
        if (*s == '#')
            buf_int(&out, id);
        else
            buf_byte(&out, *s);
    }
    return str_c(w->arena, buf_str(&out));
}

// A child with an early help assessment in which one thing is written.
static int64_t assessed(World *w) {
    int64_t duty = family_team(w, "Screening and Duty", "duty", S("team-manager"));
    family_join(w, duty, S("social-worker"));
    int64_t team = family_team(w, "North", "early-help", S("practitioner"));
    int64_t child = family_child(w, "Amina Yusuf", "2009-05-04");
    family_episode(w, child, "early-help", S("practitioner"), team);
    Str form =
        str_fmt(w->arena, "any=none&form=usual&team=%lld&by-day=20&by-month=8&by-year=2014", (long long)team);
    Answer a =
        post(w, S("practitioner"), fmt(w, "/work/people/#/assessments/new", child), str_c(w->arena, form));
    CHECK_INT(a.status, 303);
    const char *safety = str_c(w->arena, str_fmt(w->arena, "%.*s/safety", STR_FMT(a.location)));
    CHECK_INT(
        post(w, S("practitioner"), safety, "q-worried=The+nights+are+loud&base-worried=0:cbf29ce484222325")
            .status,
        303);
    return child;
}

static int64_t refer(World *w, Str role, int64_t child) {
    CHECK_INT(post(w, role, fmt(w, "/work/people/#/refer", child), "sign=").status, 303);
    return test_last_referral(w->db);
}

TEST(a_written_referral_begins_with_what_the_early_help_assessment_says) {    // W80 W182
    PACK_WORLD(w);
    int64_t child = assessed(&w), id = refer(&w, S("practitioner"), child);
    const char *at = fmt(&w, "/work/referrals/#", id), *write = fmt(&w, "/work/referrals/#/written", id);
    Answer a = ask(&w, S("practitioner"), GET, at);
    CHECK(sees(a, "What are we worried about?: The nights are loud"));
    CHECK(str_has(a.body, S("name=\"part-safety\"")));
    CHECK(sees(a, "From the early help assessment,") && sees(a, "2 July 2014"));
    CHECK(sees(a, "Full name: Amina Yusuf"));
    CHECK_INT(post(&w, S("practitioner"), write, "part-safety=The+nights+are+loud&written=").status, 422);
    a = post(&w, S("practitioner"), write,
             "written=He+is+hurt&part-safety=The+nights+are+loud,+and+now+he+is+hurt&"
             "family_told=yes&family_agrees=agreed");
    CHECK_INT(a.status, 303);
    a = ask(&w, S("social-worker"), GET, at);
    CHECK(sees(a, "The nights are loud, and now he is hurt"));
    CHECK(sees(a, "changed by the referrer"));
    CHECK(sees(a, "Left out by the referrer"));
    CHECK(sees(a, "The early help assessment itself"));
    // What the assessment says has not changed with it.
    int64_t caf = caf_test_of(w.db, child);
    CHECK(
        !sees(ask(&w, S("practitioner"), GET, fmt(&w, "/work/assessments/#/print", caf)), "now he is hurt"));
}

TEST(guidance_stands_beside_the_work_it_is_about) {    // W14
    PACK_WORLD(w);
    int64_t child = assessed(&w), id = refer(&w, S("practitioner"), child);
    CHECK(sees(ask(&w, S("practitioner"), GET, fmt(&w, "/work/referrals/#", id)),
               "Safeguarding children procedures"));
    int64_t caf = caf_test_of(w.db, child), episode = caf_test_episode(w.db, child);
    CHECK(sees(ask(&w, S("practitioner"), GET, fmt(&w, "/work/assessments/#", caf)),
               "Integrated Care Pathway"));
    CHECK(sees(ask(&w, S("practitioner"), GET, fmt(&w, "/work/episodes/#/plan", episode)),
               "Multi-Agency Forum"));
    CHECK(sees(ask(&w, S("practitioner"), GET, fmt(&w, "/work/episodes/#/steps", episode)),
               "Case management guidance"));
}

TEST(a_referral_without_an_early_help_assessment_asks_for_none) {    // W80 W38
    PACK_WORLD(w);
    family_team(&w, "Screening and Duty", "duty", S("team-manager"));
    int64_t team = family_team(&w, "North", "early-help", S("practitioner"));
    int64_t child = family_child(&w, "Omar Yusuf", "2012-01-09");
    family_episode(&w, child, "early-help", S("practitioner"), team);
    int64_t id = refer(&w, S("practitioner"), child);
    CHECK(!str_has(ask(&w, S("practitioner"), GET, fmt(&w, "/work/referrals/#", id)).body, S("part-")));
    CHECK_INT(post(&w, S("practitioner"), fmt(&w, "/work/referrals/#/written", id),
                   "written=All+I+saw&family_told=yes&family_agrees=agreed")
                  .status,
              303);
}

TEST(whoever_may_not_see_the_assessment_is_given_none_of_its_words) {    // W80 P5 P6
    PACK_WORLD(w);
    int64_t child = assessed(&w);
    family_consent(&w, child, S("adviser"), "who,contact");
    int64_t id = refer(&w, S("adviser"), child);
    const char *at = fmt(&w, "/work/referrals/#", id);
    Answer a = ask(&w, S("adviser"), GET, at);
    CHECK_INT(a.status, 200);
    CHECK(!sees(a, "The nights are loud") && !str_has(a.body, S("part-safety")));
    CHECK(!sees(a, "The early help assessment itself"));
    post(&w, S("adviser"), fmt(&w, "/work/referrals/#/written", id),
         "written=All&part-safety=Mine&family_told=yes&family_agrees=agreed");
    CHECK(!sees(ask(&w, S("social-worker"), GET, at), "Mine"));
}
