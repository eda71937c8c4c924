// The year's report, the plan's words, and what a pack leaves of them.
#include "plan/edit/edit_test.h"

// --- a year's report ---

TEST(the_order_of_a_report_changes_and_a_line_without_figures_comes_out) {
    WORKS(w);
    const char *path = "/office/years/2013-14/lines/cp-8";
    long long objective = (long long)measure(&w, "cp-8")->objective_id;
    CHECK(save(&w, path, str_c(w.arena, str_fmt(w.arena, "objective=%lld&after=ni-032", objective))).status ==
          303);
    Report r = report(&w, 4);
    CHECK(str_eq(r.line[0].code, S("NI 032")) && str_eq(r.line[1].code, S("CP-8")));
    CHECK(audited(&w, "year.line-move", "\"after\":{\"was\":\"cin-11\",\"now\":\"ni-032\"}"));
    const char *elsewhere = str_c(w.arena, str_fmt(w.arena, "objective=%lld&after=ni-052", objective));
    if (measure(&w, "ni-052")) CHECK(save(&w, path, elsewhere).status == 422);
    Answer a = post(&w, LEAD, "/office/years/2013-14/lines/cp-8/drop", "");
    CHECK(a.status == 303);
    CHECK_INT(edit_lines(w.db, S("2013/14")).len, 112);                  // the year holds its figures
}

TEST(what_a_report_leaves_out_is_data_with_a_reason) {   // G55
    WORKS(w);
    Answer a = ask(&w, LEAD, GET, "/office/years/2013-14");
    CHECK(sees(a, "The printed summary counts 111 of the 112 lines"));
    CHECK(post(&w, LEAD, "/office/years/2013-14/exclusions/add",
               "measure=ni-032&leaves_out=scorecard&reason=Under+review").status == 303);
    Report r = report(&w, 4);
    CHECK_INT(r.n_lines, 111);
    EditExclusionList all = edit_exclusions(w.db, S("2013/14"));
    CHECK_INT(all.len, 2);
    const char *path = str_c(w.arena, str_fmt(w.arena, "/office/years/2013-14/exclusions/%lld",
                                              (long long)all.at[0].id));
    CHECK(save(&w, path, "reason=Being+looked+at").status == 303);
    CHECK(audited(&w, "year.exclude-change", "Under review"));
    CHECK(post(&w, LEAD, str_c(w.arena, str_fmt(w.arena, "%s/drop", path)), "").status == 303);
    r = report(&w, 4);
    CHECK_INT(r.n_lines, 112);
    CHECK(post(&w, LEAD, "/office/years/2013-14/exclusions/add", "measure=ni-032").status == 422);
    CHECK(sees(ask(&w, LEAD, GET, "/office/years"), "2013/14"));
}

// --- the plan ---

TEST(an_edition_of_the_plan_has_its_vision_status_and_successor) {   // G43
    WORKS(w);
    const char *path = "/office/plan/editions/cypp-2015-20";
    CHECK(save(&w, path,
               "title=The+next+plan&starts=2015&ends=2020&status=consultation&vision=A+city+that+cares"
               "&edition=First+draft&version=&standing=&strapline=&successor=")
              .status == 303);
    const EditPlan *p = edit_plan(w.db, S("cypp-2015-20"));
    CHECK(str_eq(p->status, S("consultation")) && str_eq(p->vision, S("A city that cares")) &&
          !p->strapline.at);
    CHECK(audited(&w, "plan.change", "\"status\":{\"was\":\"draft\",\"now\":\"consultation\"}"));
    CHECK(sees(save(&w, path, "title=T&starts=2020&ends=2015&status=draft"), "must not be before the first"));
    CHECK(post(&w, LEAD, "/office/plan/editions/add",
               "code=cypp-2021&title=After+that&starts=2021&ends=2025&status=draft").status == 303);
    CHECK(sees(post(&w, LEAD, "/office/plan/editions/add", "code=cypp-2021"), "has that code already"));
    CHECK(sees(post(&w, LEAD, "/office/plan/editions/add", "code=The/Plan"),
               "small letters, digits and dashes"));
    CHECK(sees(ask(&w, LEAD, GET, "/office/plan"), "After that"));
}

TEST(an_objective_is_reworded_and_its_lead_partners_named) {   // G44
    WORKS(w);
    const char *form =
        "title=Stronger+Safeguarding&description=Children+are+safe&lead_partners=Council;+Police";
    CHECK(save(&w, "/office/plan/objectives/2014-O1", form).status == 303);
    CHECK(sees(ask(&w, S(""), GET, "/plan/objectives/2014-O1"), "Led by Council; Police"));
    CHECK(sees(save(&w, "/office/plan/objectives/2014-O1", "title="), "Enter the title"));
    CHECK(ask(&w, LEAD, GET, "/office/plan/objectives/none").status == 404);
}

TEST(a_year_has_its_priorities_each_with_commitments_and_a_lead) {   // G45
    WORKS(w);
    CHECK(
        save(
            &w, "/office/plan/priorities/add",
            "year=2014/15&plan=cypp-2010-14&title=Early+help&key_focus=Act+sooner&lead=Director"
             "&objective=2014-O2")
            .status == 303);
    EditPriorityList all = edit_priorities(w.db);
    CHECK(str_eq(all.at[0].year, S("2014/15")) && all.at[0].number == 1);
    Str at = str_fmt(w.arena, "/office/plan/priorities/%lld", (long long)all.at[0].id);
    const char *path = str_c(w.arena, at);
    CHECK(save(&w, str_c(w.arena, str_fmt(w.arena, "%s/commitments/add", path)), "text=Train+everybody")
              .status == 303);
    CHECK(sees(ask(&w, S(""), GET, "/plan"), "Train everybody"));
    const char *drop = str_c(w.arena, str_fmt(w.arena, "%s/drop", path));
    CHECK(post(&w, LEAD, drop, "").status == 303);
    CHECK_INT(edit_priorities(w.db).len, all.len);                       // not while it has commitments
    EditCommitmentList promised = edit_commitments(w.db);
    Str last = str_fmt(w.arena, "/office/plan/commitments/%lld", (long long)promised.at[promised.len - 1].id);
    CHECK(save(&w, str_c(w.arena, last), "text=Train+all&origin=").status == 303);
    CHECK(post(&w, LEAD, str_c(w.arena, str_fmt(w.arena, "%.*s/drop", STR_FMT(last))), "").status == 303);
    CHECK(post(&w, LEAD, drop, "").status == 303 && audited(&w, "priority.drop", "Early help"));
    CHECK_INT(edit_priorities(w.db).len, all.len - 1);
}

TEST(headlines_and_challenges_are_added_ordered_and_taken_away_with_a_trace) {   // G60
    WORKS(w);
    CHECK(post(&w, LEAD, "/office/plan/headlines/add", "year=2013/14&kind=headline&text=More+homes").status ==
          303);
    EditHeadlineList all = edit_headlines(w.db, S("2013/14"));
    CHECK_INT(all.len, 12);
    CHECK_STR(all.at[6].text, S("More homes"));
    Str at = str_fmt(w.arena, "/office/plan/headlines/%lld", (long long)all.at[6].id);
    CHECK(post(&w, LEAD, str_c(w.arena, str_fmt(w.arena, "%.*s/up", STR_FMT(at))), "").status == 303);
    CHECK_STR(edit_headlines(w.db, S("2013/14")).at[5].text, S("More homes"));
    CHECK(save(&w, str_c(w.arena, at), "text=Many+more+homes").status == 303);
    CHECK(post(&w, LEAD, str_c(w.arena, str_fmt(w.arena, "%.*s/drop", STR_FMT(at))), "").status == 303);
    CHECK_INT(edit_headlines(w.db, S("2013/14")).len, 11);
    CHECK(audited(&w, "headline.drop", "Many more homes"));
    CHECK(post(&w, LEAD, str_c(w.arena, str_fmt(w.arena, "%.*s/drop", STR_FMT(at))), "").status == 409);
    CHECK(
        sees(post(&w, LEAD, "/office/plan/headlines/add", "year=2013&kind=headline&text=T"), "like 2013/14"));
}

TEST(a_pack_that_is_loaded_again_leaves_what_the_office_changed) {   // P3
    WORKS(w);
    const char *about =
        "responsible=probation&objective=2014-O1&explanation=Ours&is_public=yes&counts_people=yes";
    CHECK(save(&w, NI "/about", about).status == 303);
    CHECK(save(&w, "/office/plan/objectives/2014-O1", "title=Ours&description=&lead_partners=").status ==
          303);
    EditHeadlineList all = edit_headlines(w.db, S("2013/14"));
    Str drop = str_fmt(w.arena, "/office/plan/headlines/%lld/drop", (long long)all.at[1].id);
    CHECK(post(&w, LEAD, str_c(w.arena, drop), "").status == 303);
    const char *line = "/office/years/2013-14/lines/cp-8";
    long long under = (long long)measure(&w, "cp-8")->objective_id;
    CHECK(save(&w, line, str_c(w.arena, str_fmt(w.arena, "objective=%lld&after=ni-032", under))).status ==
          303);
    Buf said = {.arena = w.arena};
    CHECK_INT(pack_load_folder(w.arena, w.db, S("packs/nottingham"), w.now, &said), 0);
    CHECK(str_has(buf_str(&said), S("rows stay as the office changed them")));
    CHECK_STR(measure(&w, "ni-032")->explanation, S("Ours"));
    CHECK_STR(edit_objective(w.db, S("2014-O1"))->title, S("Ours"));
    CHECK_INT(edit_headlines(w.db, S("2013/14")).len, all.len - 1);
    CHECK_STR(report(&w, 4).line[1].code, S("CP-8"));
}
