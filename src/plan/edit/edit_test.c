// The performance officer changes the plan; what is published, and what others wrote meanwhile, stays.
#include "plan/edit/edit_test.h"

#define MEANING                                                                                              \
    "title=Repeat+incidents&kind=percentage&unit=%25&decimals=1&accumulates=point&direction_text="           \
    "&definition=Counted+anew"                                                                               \
    "&reason=The+old+one+was+turned+round&made_by=performance+group"

// --- measures ---

TEST(measures_are_found_by_words_objective_and_state) {
    WORKS(w);
    Answer a = ask(&w, S("viewer"), GET, "/office/measures?q=repeat+incidents");
    CHECK(a.status == 200 && sees(a, "1 of 112 measures") && sees(a, "NI 032"));
    CHECK(str_has(a.body, S("href=\"/office/measures/ni-032\""))); // to read
    CHECK(sees(ask(&w, LEAD, GET, "/office/measures?state=ended"), "0 of 112 measures"));
    CHECK(ask(&w, S("viewer"), GET, NI "/change").status == 403);
    CHECK(ask(&w, LEAD, GET, "/office/measures/none/change").status == 404);
    CHECK(sees(ask(&w, LEAD, GET, NI "/change"), "Crime & Drugs Partnership"));
}

TEST(who_answers_for_a_measure_changes_and_the_log_has_both) {   // G55 P12
    WORKS(w);
    const char *form =
        "responsible=probation&objective=2014-O1&explanation=How+often+it+comes+back&is_public=no"
        "&counts_people=yes";
    CHECK(save(&w, NI "/about", form).status == 303);
    CHECK_STR(measure(&w, "ni-032")->responsible, S("Probation"));
    CHECK(!measure(&w, "ni-032")->is_public);
    CHECK(audited(&w, "measure.change",
                  "\"responsible\":{\"was\":\"crime-drugs-partnership\",\"now\":\"probation\"}"));
    CHECK(sees(save(&w, NI "/about", "objective=&is_public=no&counts_people=yes"),
               "Choose the objective it serves"));
}

TEST(of_two_people_the_second_sees_both_texts_and_nothing_is_overwritten) {   // P3
    WORKS(w);
    Str old = seen(&w, NI "/about");
    const char *first =
        "responsible=probation&objective=2014-O1&explanation=First&is_public=yes&counts_people=yes";
    CHECK(save(&w, NI "/about", first).status == 303);
    const char *second =
        "responsible=probation&objective=2014-O1&explanation=Second&is_public=yes&counts_people=yes";
    Answer a =
        post(&w, LEAD, NI "/about", str_c(w.arena, str_fmt(w.arena, "%s&seen=%.*s", second, STR_FMT(old))));
    CHECK(a.status == 409 && sees(a, "Somebody changed this while you wrote"));
    CHECK(sees(a, "Now: First") && sees(a, "You wrote: Second"));
    CHECK_STR(measure(&w, "ni-032")->explanation, S("First"));
    CHECK(save(&w, NI "/about", second).status == 303);                  // having seen both, it is meant
    CHECK_STR(measure(&w, "ni-032")->explanation, S("Second"));
}

static Verdict better_of(const Report *r, const char *code) {
    for (size_t i = 0; i < r->n_lines; i++)
        if (str_eq(r->line[i].code, str_from(code))) return r->line[i].better.verdict;
    return VERDICT_NONE;
}

TEST(a_new_definition_begins_on_its_day_and_earlier_judgements_stay) {   // G58
    WORKS(w);
    Report third = report(&w, 3), fourth = report(&w, 4);
    CHECK(better_of(&third, "NI 032") == VERDICT_YES && better_of(&fourth, "NI 032") == VERDICT_NO);
    const char *form = MEANING "&polarity=higher&from_day-day=1&from_day-month=1&from_day-year=2014";
    CHECK(
        sees(save(&w, NI "/definition", form), "quarter 4 of 2013/14 is settled, its figure is signed off"));
    edit_test_unsettle(w.db, S("NI 032"), S("2013/14-Q4"));
    Answer a = save(&w, NI "/definition", form);
    CHECK(a.status == 200 && sees(a, "Judged as before") && sees(a, "Quarter 3 of 2013/14"));
    CHECK(sees(a, "“Lower is better” becomes “Higher is better”") && sees(a, "Quarter 4 of 2013/14"));
    CHECK_INT(edit_test_versions(w.db, S("NI 032")), 1);                 // nothing until it is confirmed
    CHECK(save(&w, NI "/definition", str_c(w.arena, str_fmt(w.arena, "%s&confirm=yes", form))).status == 303);
    CHECK_INT(edit_test_versions(w.db, S("NI 032")), 2);
    third = report(&w, 3), fourth = report(&w, 4);
    CHECK(better_of(&third, "NI 032") == VERDICT_YES && better_of(&fourth, "NI 032") == VERDICT_YES);
    CHECK(audited(&w, "measure.version", "\"polarity\":{\"was\":\"lower\",\"now\":\"higher\"}"));
    CHECK(sees(ask(&w, LEAD, GET, NI "/change"), "The old one was turned round"));
}

TEST(a_new_definition_never_reaches_back_into_what_is_published) {   // G58
    WORKS(w);
    db_begin(w.db);
    publication_make(w.arena, w.db,
                     (PublishAsk){.year = S("2013/14"), .quarter = 4, .account = NONE, .now = w.now});
    db_commit(w.db);
    const char *early =
        MEANING "&polarity=higher&from_day-day=1&from_day-month=1&from_day-year=2014&confirm=yes";
    Answer a = save(&w, NI "/definition", early);
    CHECK(a.status == 422 &&
          sees(a, "quarter 4 of 2013/14 is published. The next quarter begins on 1 April 2014"));
    const char *late =
        MEANING "&polarity=higher&from_day-day=1&from_day-month=4&from_day-year=2015&confirm=yes";
    CHECK(save(&w, NI "/definition", late).status == 303);
    int64_t id = measure(&w, "ni-032")->version;
    const char *drop = str_c(w.arena, str_fmt(w.arena, NI "/versions/%lld/drop", (long long)id));
    CHECK(post(&w, LEAD, drop, "").status == 303);                       // it had not begun
    CHECK_INT(edit_test_versions(w.db, S("NI 032")), 1);
    CHECK(post(&w, LEAD, drop, "").status == 409);
}

TEST(what_is_published_stays_as_it_went_out_whatever_the_office_changes) {
    WORKS(w);
    db_begin(w.db);
    publication_make(w.arena, w.db,
                     (PublishAsk){.year = S("2013/14"), .quarter = 4, .account = NONE, .now = w.now});
    db_commit(w.db);
    const char *form =
        "responsible=probation&objective=2014-O1&explanation=Ours&is_public=no&counts_people=yes";
    CHECK(save(&w, NI "/about", form).status == 303);
    Answer a = ask(&w, S(""), GET, "/measures/ni-032");
    CHECK(a.status == 200 && sees(a, "Crime & Drugs Partnership") && !sees(a, "Ours"));
    CHECK(sees(ask(&w, LEAD, GET, NI "/targets/2013-14"), "A report for 2013/14 is published"));
    CHECK(ask(&w, LEAD, GET, NI "/targets/1901-02").status == 404);
}

TEST(a_definition_says_what_is_wrong_with_it) {
    WORKS(w);
    Answer a = save(&w, NI "/definition", MEANING "&polarity=band&band_low=9&band_high=3&per=12");
    CHECK(a.status == 422 && sees(a, "The upper end of the band must be above the lower"));
    CHECK(sees(a, "Per how many belongs to a rate") && sees(a, "Enter the day from which it holds"));
}

TEST(a_target_has_a_reason_an_author_and_who_agreed_and_keeps_what_it_was) {   // G55
    WORKS(w);
    const char *path = "/office/measures/cin-8/targets/2013-14";
    const char *form = "kind=figure&figure=82.5&reason=Two+more+workers&author=service+manager&agreed=yes";
    CHECK(save(&w, path, form).status == 303);
    const EditTarget *t = edit_target(w.db, measure(&w, "cin-8")->id, S("2013/14"));
    CHECK_STR(t->raw, S("82.5%"));
    CHECK_INT(t->value, 82500000);
    CHECK_INT(t->approved_by, world_account(&w, LEAD));
    EditRevisionList were = edit_target_revisions(w.db, t->id);
    CHECK(were.len == 1 && str_eq(were.at[0].old_raw, S("80.0%")) &&
          str_eq(were.at[0].why, S("Two more workers")));
    CHECK(sees(ask(&w, LEAD, GET, path), "80.0% until 2 July 2014"));
    CHECK(
        sees(save(&w, path, "kind=figure&figure=120&reason=x&author=y&agreed=no"), "must be from 0 to 100"));
    CHECK(sees(save(&w, path, "kind=monitor&figure=12&reason=x&author=y&agreed=no"), "A figure belongs to"));
    CHECK(save(&w, "/office/measures/cin-8/targets/2014-15", "kind=reduce&reason=x&author=y&agreed=no")
              .status == 303);
    t = edit_target(w.db, measure(&w, "cin-8")->id, S("2014/15"));
    CHECK(str_eq(t->raw, S("To reduce")) && t->approved_at == NONE);
}

TEST(a_break_in_the_series_stops_the_comparison_and_can_be_taken_away) {
    WORKS(w);
    CHECK(post(&w, LEAD, NI "/breaks", "period=2013%2F14-Q1&note=Counted+by+another+team").status == 303);
    Report r = report(&w, 4);
    CHECK(better_of(&r, "NI 032") == VERDICT_NONE);
    CHECK(sees(post(&w, LEAD, NI "/breaks", "period=2013%2F14-Q1&note=Again"),
               "The series breaks there already"));
    int64_t id = edit_breaks(w.db, measure(&w, "ni-032")->id).at[0].id;
    const char *drop = str_c(w.arena, str_fmt(w.arena, NI "/breaks/%lld/drop", (long long)id));
    CHECK(post(&w, LEAD, drop, "").status == 303 && audited(&w, "measure.break-drop", "another team"));
    r = report(&w, 4);
    CHECK(better_of(&r, "NI 032") == VERDICT_NO);
}

TEST(commentary_and_notes_are_written_changed_and_taken_away) {
    WORKS(w);
    const char *path = NI "/commentary/2013-14-Q4";
    CHECK(ask(&w, LEAD, GET, NI "/commentary?period=2013%2F14-Q4").status == 303);
    CHECK(save(&w, path, "text=A+hard+winter&is_public=yes").status == 303);
    CHECK(sees(ask(&w, LEAD, GET, NI "/change"), "A hard winter"));
    CHECK(save(&w, path, "text=&is_public=yes").status == 303);
    CHECK(!sees(ask(&w, LEAD, GET, NI "/change"), "A hard winter"));
    CHECK(audited(&w, "measure.commentary", "\"was\":\"A hard winter\""));
    CHECK(save(&w, NI "/notes/add", "text=Two+areas+count+alike&year=2013%2F14").status == 303);
    EditNoteList notes = edit_notes(w.db, measure(&w, "ni-032")->id);
    CHECK(notes.len == 1);
    const char *note = str_c(w.arena, str_fmt(w.arena, NI "/notes/%lld", (long long)notes.at[0].id));
    CHECK(sees(save(&w, note, "text=Two&year=2013"), "The year must be like 2013/14"));
    CHECK(save(&w, note, "text=Three+areas&year=").status == 303);
    CHECK(post(&w, LEAD, str_c(w.arena, str_fmt(w.arena, "%s/drop", note)), "").status == 303);
    CHECK(audited(&w, "note.drop", "Three areas"));
}

TEST(a_second_line_ends_with_its_head) {
    WORKS(w);
    CHECK(save(&w, "/office/measures/cin-13/end",
               "ended_on-day=31&ended_on-month=3&ended_on-year=2014&reason=Counted+elsewhere").status == 303);
    CHECK_STR(measure(&w, "cin-13")->ended_on, S("2014-03-31"));
    CHECK_STR(measure(&w, "cin-13-per-10000")->ended_on, S("2014-03-31"));
    CHECK(ask(&w, LEAD, GET, "/office/measures/cin-13/end").status == 409);
    CHECK(sees(ask(&w, LEAD, GET, "/office/measures?state=ended"), "2 of 112 measures"));
}

TEST(a_measure_that_is_ended_stays_in_history_and_the_next_year_opens_without_it) {
    WORKS(w);
    Answer a =
        save(&w, NI "/end", "ended_on-day=31&ended_on-month=3&ended_on-year=2014&reason=Nobody+used+it");
    CHECK(a.status == 303 && audited(&w, "measure.end", "Nobody used it"));
    CHECK(post(&w, LEAD, "/office/figures/open-year", "year=2014/15").status == 303);
    CHECK(sees(ask(&w, LEAD, GET, "/office/years/2013-14"), "NI 032"));
    CHECK(!sees(ask(&w, LEAD, GET, "/office/years/2014-15"), "NI 032"));
    CHECK(sees(ask(&w, LEAD, GET, "/office/years/2014-15"), "Its 111 lines"));
    CHECK(post(&w, LEAD, NI "/keep", "").status == 303 && post(&w, LEAD, NI "/keep", "").status == 409);
    CHECK(post(&w, LEAD, "/office/years/2014-15/lines/add", "measure=ni-032&objective=1").status == 422);
    Str line = str_fmt(w.arena, "measure=ni-032&objective=%lld&after=cin-8",
                       (long long)measure(&w, "cin-8")->objective_id);
    CHECK(post(&w, LEAD, "/office/years/2014-15/lines/add", str_c(w.arena, line)).status == 303);
    CHECK(sees(ask(&w, LEAD, GET, "/office/years/2014-15"), "Its 112 lines"));
}

#define NEW                                                                                                  \
    "year=2013%2F14&objective=2014-O1&code_is_shown=no&polarity=higher&accumulates=snapshot"                 \
    "&explanation=How+many+come"                                                                             \
    "&is_public=yes&counts_people=yes&reason=The+community+asked&quality_note=Counted+by+hand"

TEST(a_local_measure_and_its_second_line_are_added_where_they_belong) {   // G58
    WORKS(w);
    const char *head =
        NEW "&code=LOCAL+1&title=Young+people+at+the+club&kind=number&unit=people&decimals=0&after=ni-032";
    Answer a = post(&w, LEAD, "/office/measures/add", head);
    CHECK(a.status == 303 && str_eq(a.location, S("/office/measures/local-1/change")));
    const char *second =
        NEW "&code=LOCAL+1/per-1000&title=Young+people+at+the+club&line_label=per+1,000&kind=rate"
            "&unit=per+1,000&decimals=1&per=1000&head=local-1&after=local-1";
    CHECK(post(&w, LEAD, "/office/measures/add", second).status == 303);
    Report r = report(&w, 4);
    CHECK_INT(r.n_lines, 114);
    CHECK_STR(r.line[1].code, S("LOCAL 1"));
    CHECK_STR(r.line[2].code, S("LOCAL 1/per-1000"));
    CHECK_INT(r.line[2].parent, measure(&w, "local-1")->id);
    CHECK_STR(measure(&w, "local-1")->quality_note, S("Counted by hand"));
    CHECK(audited(&w, "measure.add", "The community asked"));
    a = post(&w, LEAD, "/office/measures/add", head);
    CHECK(a.status == 422 && sees(a, "The code LOCAL 1 is taken by"));
    a = post(&w, LEAD, "/office/measures/add",
             NEW "&code=X&head=local-1&title=T&kind=number&unit=u&decimals=9");
    CHECK(sees(a, "Decimals must be a whole number from 0 to 6") && sees(a, "LOCAL 1/…"));
    CHECK(sees(a, "Enter what tells this line from its head line"));
}
