// The officer of one role, the performance officer, and the first quarter of a new year.
#include <inttypes.h>

#include "plan/entry/entry.sql.h"
#include "plan/entry/pages_test.sql.h"
#include "world.h"

#define OFFICER S("responsible-officer")
#define LEAD S("performance-officer")
#define JULY_2014 INT64_C(1405000000000)

// 2014/15 is open, its first quarter has ended, and the officer answers for referral and assessment.
static World quarter_one(void) {
    World w = world_open_with(S("packs/nottingham"));
    w.now = JULY_2014;
    CHECK(post(&w, LEAD, "/office/figures/open-year", "year=2014/15").status == 303);
    int64_t officer = world_account(&w, OFFICER);
    Answer a = post(&w, LEAD,
                    str_c(w.arena, str_fmt(w.arena, "/office/who/%" PRId64,
                                           test_responsible(w.db, S("referral-assessment")))),
                    str_c(w.arena, str_fmt(w.arena, "account=%" PRId64, officer)));
    CHECK(a.status == 303);
    return w;
}
#define QUARTER(w) World w __attribute__((cleanup(world_close))) = quarter_one()
#define ENTER "/office/figures/2014-15/q1"

static Str box(World *w, const char *name, const char *code) {
    return str_fmt(w->arena, "%s-%" PRId64, name, test_measure(w->db, str_from(code)));
}

static Answer send(World *w, Str role, const char *act, const char *code, const char *figure,
                   const char *more) {
    return post(w, role, ENTER,
                str_c(w->arena, str_fmt(w->arena, "act=%s&%.*s=%s&%s", act, STR_FMT(box(w, "figure", code)),
                                        figure, more)));
}

TEST(an_officer_sees_what_is_due_and_only_their_own_lines) {   // G55
    QUARTER(w);
    Answer a = ask(&w, OFFICER, GET, "/office/figures");
    CHECK(a.status == 200 && sees(a, "Quarter 1 of 2014/15"));
    a = ask(&w, OFFICER, GET, ENTER);
    CHECK(a.status == 200 && sees(a, "CIN-8") && !sees(a, "NI 032"));
    CHECK(sees(ask(&w, LEAD, GET, ENTER), "NI 032"));
    CHECK(ask(&w, S("viewer"), GET, ENTER).status == 403);
    CHECK(ask(&w, OFFICER, GET, "/office/figures/2014-15/q5").status == 404);
}

TEST(a_figure_goes_from_draft_to_handed_in_to_signed_off) {   // G55 P3
    QUARTER(w);
    CHECK(send(&w, OFFICER, "save", "CIN-8", "71.2%25", "").status == 303);
    CHECK(sees(ask(&w, OFFICER, GET, ENTER), "CIN-8") && str_has(ask(&w, OFFICER, GET, ENTER).body, S("71."
                                                                                                      "2%")));
    CHECK(!str_has(ask(&w, LEAD, GET, ENTER).body, S("71.2%")));              // a draft is its writer's alone
    int64_t m = test_measure(w.db, S("CIN-8"));
    CHECK(test_held(w.db, m, S("2014/15-Q1")).at == NULL);
    Str version = str_fmt(w.arena, "version-%" PRId64 "=1", m);
    CHECK(send(&w, OFFICER, "hand-in", "CIN-8", "71.2%25", str_c(w.arena, version)).status == 303);
    CHECK_STR(test_held(w.db, m, S("2014/15-Q1")), S("71.2%"));
    CHECK_STR(test_status(w.db, m, S("2014/15-Q1")), S("provisional"));
    Answer a = ask(&w, LEAD, GET, "/office/sign-off/2014-15/q1");
    CHECK(sees(a, "71.2%"));
    Str tick = str_fmt(w.arena, "act=sign-off&line-%" PRId64 "=yes", m);
    CHECK(post(&w, LEAD, "/office/sign-off/2014-15/q1", str_c(w.arena, tick)).status == 303);
    CHECK_STR(test_status(w.db, m, S("2014/15-Q1")), S("final"));
}

TEST(handing_in_takes_the_good_lines_and_keeps_the_bad_ones_with_what_is_wrong) {   // P3
    QUARTER(w);
    Str more = str_fmt(w.arena, "%.*s=2.8.1", STR_FMT(box(&w, "figure", "CIN-11")));
    Answer a = send(&w, OFFICER, "hand-in", "CIN-8", "71.2%25", str_c(w.arena, more));
    CHECK(a.status == 303 && str_ends(a.location, S("?check=1")));
    CHECK(test_held(w.db, test_measure(w.db, S("CIN-8")), S("2014/15-Q1")).at != NULL);
    CHECK(test_held(w.db, test_measure(w.db, S("CIN-11")), S("2014/15-Q1")).at == NULL);
    a = ask(&w, OFFICER, GET, ENTER "?check=1");
    CHECK(sees(a, "CIN-11: \"2.8.1\" is not a figure"));
    CHECK(str_has(a.body, S("value=\"2.8.1\"")));
}

TEST(two_windows_never_overwrite_each_other) {   // P3
    QUARTER(w);
    CHECK(send(&w, OFFICER, "save", "CIN-8", "70%25", "").status == 303);
    Answer a = send(&w, OFFICER, "save", "CIN-8", "75%25", "");    // this window never saw the first draft
    CHECK(a.status == 200);
    CHECK(sees(a, "Another window saved “70%”") && str_has(a.body, S("value=\"75%\"")));
    CHECK_STR(test_draft(w.db, test_measure(w.db, S("CIN-8"))), S("70%"));
}

TEST(saving_as_one_types_answers_with_the_version_it_made) {   // P3
    QUARTER(w);
    int64_t m = test_measure(w.db, S("CIN-8"));
    Str form = str_fmt(w.arena, "figure-%" PRId64 "=7&version-%" PRId64 "=0", m, m);
    Answer a = post(&w, OFFICER, ENTER "/draft", str_c(w.arena, form));
    CHECK(a.status == 200);
    CHECK_STR(a.body, str_fmt(w.arena, "[{\"line\":%" PRId64 ",\"version\":1}]", m));
    form = str_fmt(w.arena, "figure-%" PRId64 "=71&version-%" PRId64 "=0", m, m);
    a = post(&w, OFFICER, ENTER "/draft", str_c(w.arena, form));
    CHECK_STR(a.body, str_fmt(w.arena, "[{\"line\":%" PRId64 ",\"version\":1,\"other\":\"7\"}]", m));
}

TEST(a_line_of_somebody_else_cannot_be_entered_by_writing_its_number_into_the_form) {
    QUARTER(w);
    CHECK(send(&w, OFFICER, "hand-in", "NI 032", "1%25", "").status == 303);
    CHECK(test_held(w.db, test_measure(w.db, S("NI 032")), S("2014/15-Q1")).at == NULL);
}

TEST(whoever_handed_in_does_not_sign_off_and_a_figure_sent_back_says_why) {
    QUARTER(w);
    int64_t m = test_measure(w.db, S("NI 032"));
    CHECK(send(&w, LEAD, "hand-in", "NI 032", "15.0%25", "").status == 303);
    Str tick = str_fmt(w.arena, "act=sign-off&line-%" PRId64 "=yes", m);
    CHECK(post(&w, LEAD, "/office/sign-off/2014-15/q1", str_c(w.arena, tick)).status == 303);
    CHECK_STR(test_status(w.db, m, S("2014/15-Q1")), S("provisional"));
    Str back = str_fmt(w.arena, "act=return&line-%" PRId64 "=yes", m);
    CHECK(post(&w, LEAD, "/office/sign-off/2014-15/q1", str_c(w.arena, back)).status == 422);    // no reason
    back = str_fmt(w.arena, "act=return&note=Counts+two+areas+twice&line-%" PRId64 "=yes", m);
    CHECK(post(&w, LEAD, "/office/sign-off/2014-15/q1", str_c(w.arena, back)).status == 303);
    CHECK(sees(ask(&w, LEAD, GET, ENTER), "Sent back: Counts two areas twice"));
    CHECK(test_mails(w.db) == 1);
}

TEST(a_pasted_sheet_shows_what_would_change_and_keeps_good_rows_waiting_while_bad_ones_are_mended) {
    QUARTER(w);
    Answer a = post(&w, OFFICER, "/office/figures/import",
                    "quarter=2014-15-q1&pasted=measure%2Cfigure%0ACIN-8%2C71.2%25%0ACIN-11%2C2.8.1%0AXYZ%2C4%"
                    "0ACIN-8%2C70%25%0A");
    CHECK(a.status == 303);
    const char *sheet = str_c(w.arena, a.location);
    a = ask(&w, OFFICER, GET, sheet);
    CHECK(sees(a, "3 rows need mending") && sees(a, "“XYZ”") && sees(a, "CIN-8 is on line 2 already"));
    CHECK(sees(a, "Hand in 1 figure"));
    CHECK(ask(&w, LEAD, GET, sheet).status == 404);                           // another person's sheet
    Str mended = S("act=mend&version=1&rows=line%2Cmeasure%2Cfigure%0A3%2CCIN-11%2C86%25%0A");
    CHECK(post(&w, OFFICER, sheet, str_c(w.arena, mended)).status == 303);
    CHECK(sees(ask(&w, OFFICER, GET, sheet), "Hand in 2 figures"));
    CHECK(post(&w, OFFICER, sheet, "act=take&version=1").status == 409);      // the sheet has changed since
    CHECK(post(&w, OFFICER, sheet, "act=take&version=2").status == 303);
    CHECK_STR(test_held(w.db, test_measure(w.db, S("CIN-11")), S("2014/15-Q1")), S("86%"));
    CHECK(ask(&w, OFFICER, GET, sheet).status == 404);                        // taken whole: nothing waits
}

TEST(a_sheet_with_unknown_columns_is_refused_whole_and_comes_back_as_it_was_pasted) {
    QUARTER(w);
    Answer a = post(&w, OFFICER, "/office/figures/import",
                    "quarter=2014-15-q1&pasted=measure%2Cfigure%2Cfigrue%0ACIN-8%2C7%2C8%0A");
    CHECK(a.status == 422 && sees(a, "There is no column “figrue”") && sees(a, "CIN-8,7,8"));
}

TEST(cells_copied_from_a_spreadsheet_have_tabs_between_them) {
    QUARTER(w);
    Answer a = post(&w, OFFICER, "/office/figures/import",
                    "quarter=2014-15-q1&pasted=measure%09figure%0D%0ACIN-8%0971.2%25%0D%0A");
    CHECK(a.status == 303);
    CHECK(sees(ask(&w, OFFICER, GET, str_c(w.arena, a.location)), "Hand in 1 figure"));
}

TEST(changing_a_settled_figure_is_a_revision_with_its_reason) {   // G56
    QUARTER(w);
    int64_t m = test_measure(w.db, S("CIN-8"));
    Str path = S("/office/figures/2013-14/q4");
    Str form =
        str_fmt(w.arena, "act=hand-in&figure-%" PRId64 "=70.5%%25&note-%" PRId64 "=Late+cases+added", m, m);
    CHECK(post(&w, OFFICER, str_c(w.arena, path), str_c(w.arena, form)).status == 303);
    CHECK_STR(test_held(w.db, m, S("2013/14-Q4")), S("70.5%"));
    CHECK_STR(test_status(w.db, m, S("2013/14-Q4")), S("revised"));
    CHECK_STR(test_revised_from(w.db, m), S("70.3%"));
}

TEST(publishing_freezes_the_report_and_a_correction_is_the_next_number_with_what_it_changes) {   // G55
    QUARTER(w);
    Answer a = ask(&w, LEAD, GET, "/office/publish/2013-14/q4");
    CHECK(a.status == 200 && sees(a, "112 lines go out"));
    CHECK(post(&w, LEAD, "/office/publish/2013-14/q4", "last=0").status == 303);
    CHECK(ask(&w, S(""), GET, "/reports/2013-14/q4").status == 200);
    CHECK(post(&w, LEAD, "/office/publish/2013-14/q4", "last=0&note=again").status == 409);
    CHECK(post(&w, LEAD, "/office/publish/2013-14/q4", "last=1").status == 422);
    int64_t m = test_measure(w.db, S("CIN-8"));
    Str form =
        str_fmt(w.arena, "act=hand-in&figure-%" PRId64 "=70.5%%25&note-%" PRId64 "=Late+cases+added", m, m);
    CHECK(post(&w, OFFICER, "/office/figures/2013-14/q4", str_c(w.arena, form)).status == 303);
    CHECK(sees(ask(&w, LEAD, GET, "/office/publish/2013-14/q4"), "70.3% becomes 70.5%"));
    CHECK(!sees(ask(&w, S(""), GET, "/reports/2013-14/q4"), "70.5%"));
    CHECK(post(&w, LEAD, "/office/publish/2013-14/q4", "last=1&note=Late+cases").status == 303);
    CHECK(sees(ask(&w, S(""), GET, "/reports/2013-14/q4"), "70.5%"));
}
