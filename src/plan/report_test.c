// The report of 2013/14, cell by cell: against Kith's own copies always, against the source where it is at
// hand.
#include <dirent.h>
#include <stdio.h>
#include <time.h>

#include "base/csv.h"
#include "plan/pack.h"
#include "plan/plan_test.sql.h"
#include "plan/reconcile.h"
#include "small_pack.h"
#include "world.h"

#define NOTTINGHAM(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))
#define SOURCE "../shared/data/performance/"

static Str slurp(Arena *a, const char *path) {
    FILE *f = fopen(path, "rb");
    Buf b = {.arena = a};
    if (!f) return (Str){0};
    buf_room(&b, 1 << 20);
    b.len = fread(b.at, 1, 1 << 20, f);
    fclose(f);
    return buf_str(&b);
}

static Report report_of(World *w, int quarter) {
    return report_build(w->arena, w->db, (ReportAsk){.year = S("2013/14"), .quarter = quarter});
}

TEST(the_printed_summary_comes_out_in_every_cell) { // G55 G57
    NOTTINGHAM(w);
    Report r = report_of(&w, 4);
    CHECK_STR(report_summary_csv(w.arena, &r, true),
              slurp(w.arena, "test/golden/summary-2013-14-printed.csv"));
}

TEST(the_computed_summary_follows_from_the_rule) { // G57
    NOTTINGHAM(w);
    Report r = report_of(&w, 4);
    CHECK_STR(report_summary_csv(w.arena, &r, false),
              slurp(w.arena, "test/golden/summary-2013-14-computed.csv"));
}

TEST(the_printed_summary_equals_all_126_cells_of_the_source) { // G57
    static const char *columns[] = {"no_pis",          "no_better_equal", "pct_better_equal",
                                    "no_with_targets", "no_target_met",   "pct_target_met"};
    NOTTINGHAM(w);
    Str source = slurp(w.arena, SOURCE "published_summary.csv");
    if (!source.at) return test_skip("../shared is not here");
    Report r = report_of(&w, 4);
    Csv want = csv_read(w.arena, source), got = csv_read(w.arena, report_summary_csv(w.arena, &r, true));
    CHECK(want.len == 22 && got.len == 22);
    int cells = 0;
    for (size_t i = 1; i < want.len && i < got.len; i++) {
        CHECK_STR(csv_cell(&got.row[i], 0), csv_cell(&want.row[i], csv_column(&want, S("objective_code"))));
        for (size_t k = 0; k < COUNT(columns); k++, cells++)
            CHECK_STR(csv_cell(&got.row[i], (int)k + 1),
                      csv_cell(&want.row[i], csv_column(&want, str_from(columns[k]))));
    }
    CHECK(cells == 126);
}

TEST(all_672_cells_are_held_as_the_source_prints_them) { // G56 W119 W192
    NOTTINGHAM(w);
    db_use(w.db, w.arena);
    Str source = slurp(w.arena, SOURCE "observations.csv");
    if (!source.at) return test_skip("../shared is not here");
    Csv want = csv_read(w.arena, source);
    CHECK(want.len == 673);
    for (size_t i = 1; i < want.len; i++) {
        const TestObservation *o =
            test_observation(w.db, csv_cell(&want.row[i], 0), csv_cell(&want.row[i], 1));
        Dec value = NONE;
        dec_parse(csv_cell(&want.row[i], 3), &value, NULL);
        CHECK(o != NULL);
        if (!o) continue;
        CHECK_STR(o->raw, csv_cell(&want.row[i], 2));
        CHECK(o->value == value);
    }
}

TEST(the_line_left_out_is_data_with_its_reason_and_without_it_six_cells_differ) { // G57
    NOTTINGHAM(w);
    Reconcile r = reconcile_build(w.arena, w.db, S("2013/14"));
    size_t left_out = 0;
    for (size_t i = 0; i < r.report.n_lines; i++) {
        if (!r.report.line[i].left_out.at) continue;
        left_out++;
        CHECK_STR(r.report.line[i].code, S("cafs-initiated/per-10000"));
        CHECK(str_has(r.report.line[i].left_out, S("blank")));
    }
    CHECK(left_out == 1);
    CHECK(r.report.printed.lines == 111);
    CHECK(r.every_line[r.report.n_objectives].lines == 112);
    CHECK_STR(share_text(w.arena, r.every_line[0].better, r.every_line[0].lines), S("16.0%"));
    CHECK_STR(share_text(w.arena, r.every_line[2].better, r.every_line[2].lines), S("50.0%"));
    CHECK_STR(share_text(w.arena, r.every_line[r.report.n_objectives].better, 112), S("55.4%"));
}

TEST(reconcile_explains_every_mark_that_does_not_follow) { // G56
    NOTTINGHAM(w);
    Reconcile r = reconcile_build(w.arena, w.db, S("2013/14"));
    CHECK(r.len == 22 && r.agree_better == 103 && r.agree_met == 105);
    CHECK_STR(reconcile_text(w.arena, &r), slurp(w.arena, "test/golden/reconcile-2013-14.txt"));
}

// The n-th cell of a row "| a | b |".
static Str table_cell(Str row, int n) {
    for (; n >= 0 && row.at; n--) str_cut(&row, S("|"));
    return str_trim(str_cut(&row, S("|")));
}

static Str mark_of(Verdict v) { return v == VERDICT_YES ? S("✓") : v == VERDICT_NO ? S("✗") : S("~"); }

static void check_difference(Arena *a, const Difference *d, Str row) {
    Str indicator = table_cell(row, 1);
    CHECK(str_starts(indicator, str_fmt(a, "%.*s (", STR_FMT(d->line->code))));
    CHECK_STR(d->target ? S("target met") : S("better/equal"), table_cell(row, 2));
    CHECK_STR(mark_of(d->printed), table_cell(row, 3));
    CHECK_STR(mark_of(d->computed), table_cell(row, 4));
}

TEST(reconcile_finds_the_22_differences_of_the_source_in_its_order) {
    NOTTINGHAM(w);
    Str rest = slurp(w.arena, SOURCE "reconcile.md");
    if (!rest.at) return test_skip("../shared is not here");
    Reconcile r = reconcile_build(w.arena, w.db, S("2013/14"));
    size_t found = 0;
    while (rest.at && found < r.len) {
        Str row = str_cut(&rest, S("\n"));
        if (!str_starts(row, str_fmt(w.arena, "| %zu | ", found + 1))) continue;
        check_difference(w.arena, &r.at[found], row);
        found++;
    }
    CHECK(found == 22);
}

static Str count_text(Arena *a, ReportCount n) {
    Str better = share_text(a, n.better, n.lines), met = share_text(a, n.met, n.with_target);
    return str_fmt(a, "%lld, %lld, %.*s, %lld, %lld, %.*s", (long long)n.lines, (long long)n.better,
                   STR_FMT(better), (long long)n.with_target, (long long)n.met, STR_FMT(met));
}

static Str without_star(Str s) { return str_ends(s, S(" *")) ? (Str){s.at, s.len - 2} : s; }

TEST(the_strict_and_fallback_summaries_are_those_of_the_source) {
    NOTTINGHAM(w);
    Str rest = slurp(w.arena, SOURCE "reconcile.md");
    if (!rest.at) return test_skip("../shared is not here");
    Reconcile r = reconcile_build(w.arena, w.db, S("2013/14"));
    while (rest.at && !str_starts(rest, S("### Summary counts"))) str_cut(&rest, S("\n"));
    size_t i = 0;
    while (rest.at && i <= r.report.n_objectives) {
        bool last = i == r.report.n_objectives;
        Str row = str_cut(&rest, S("\n")), code = last ? S("overall") : r.report.objective[i].code;
        if (!str_eq(table_cell(row, 0), code)) continue;
        CHECK_STR(count_text(w.arena, last ? r.report.printed : r.report.objective[i].printed),
                  table_cell(row, 1));
        CHECK_STR(count_text(w.arena, last ? r.report.computed : r.report.objective[i].computed),
                  without_star(table_cell(row, 2)));
        CHECK_STR(count_text(w.arena, r.fallback[i]), without_star(table_cell(row, 3)));
        i++;
    }
    CHECK(i == r.report.n_objectives + 1);
}

TEST(a_report_up_to_a_quarter_shows_nothing_later) { // G55
    NOTTINGHAM(w);
    Report r = report_of(&w, 2);
    CHECK(r.n_lines == 112);
    CHECK_STR(r.column[3], S("Q2 2013/14"));
    for (size_t i = 0; i < r.n_lines; i++) CHECK(!r.line[i].cell[4].raw.at && !r.line[i].cell[5].raw.at);
    CHECK_STR(r.line[0].better.sentence,
              S("Not better: 17.3% in Q2 against 13.2% in 2012/13; lower is better."));
}

TEST(a_report_of_one_objective_has_only_its_lines) {
    NOTTINGHAM(w);
    Report one = report_build(w.arena, w.db,
                              (ReportAsk){.year = S("2013/14"), .quarter = 4, .objective = S("2014-O3")});
    CHECK(one.n_lines == 5 && one.n_objectives == 2);
    Report strategic = report_build(
        w.arena, w.db, (ReportAsk){.year = S("2013/14"), .quarter = 4, .objective = S("2014-S1")});
    CHECK(strategic.n_lines == 25 && strategic.n_objectives == 4);
    CHECK(strategic.printed.lines == 24);
}

TEST(the_objectives_of_a_year_are_those_its_report_used) { // G44
    NOTTINGHAM(w);
    Report r = report_of(&w, 4);
    CHECK(r.n_objectives == 20);
    CHECK_STR(r.objective[0].code, S("2014-S1"));
    CHECK_STR(r.objective[19].code, S("2014-O15"));
    CHECK(r.objective[5].len == 0);
}

TEST(a_year_without_its_own_lines_has_every_measure_that_is_kept) {
    WORLD(w);
    const Pack *p = pack_read(w.arena, small_pack(w.arena));
    db_use(w.db, w.arena);
    db_begin(w.db);
    pack_load(w.arena, w.db, p, w.now);
    db_commit(w.db);
    Report r = report_of(&w, 2);
    CHECK(r.n_lines == 2 && r.n_objectives == 2);
    CHECK_STR(r.line[0].met.sentence, S("Met: 9 in Q2 against a target of 10; lower is better."));
    CHECK(report_latest_quarter(w.db, S("2013/14")) == 2);
}

TEST(a_series_that_breaks_between_two_figures_is_not_compared) {
    WORLD(w);
    const Pack *p = pack_read(w.arena, small_pack_with(w.arena, "series_breaks.csv", NULL,
        "measure,period,note\nM 1,2013/14-Q2,Counted afresh\n"));
    db_use(w.db, w.arena);
    db_begin(w.db);
    pack_load(w.arena, w.db, p, w.now);
    db_commit(w.db);
    CHECK(report_of(&w, 1).line[0].better.verdict == VERDICT_YES);
    CHECK_STR(report_of(&w, 2).line[0].better.sentence,
              S("No result: the series breaks in between. Counted afresh."));
}

TEST(csv_and_json_of_a_scorecard_have_every_line) { // G56 W192
    NOTTINGHAM(w);
    Report r = report_of(&w, 4);
    Csv csv = csv_read(w.arena, report_scorecard_csv(w.arena, &r));
    CHECK(csv.len == 113);
    CHECK_STR(csv_cell(&csv.row[0], 6), S("Outturn 2011/12"));
    CHECK_STR(csv_cell(&csv.row[2], 1), S("CIN-8"));
    CHECK_STR(csv_cell(&csv.row[2], 11), S("70.3%"));
    Str json = report_scorecard_json(w.arena, &r);
    CHECK(str_has(json, S("\"code\":\"CIN-13/per-10000\"")) && str_has(json, S("\"value\":178.000000")));
}

TEST(no_query_changes_or_removes_what_was_published) { // G55
    Arena *a = arena_open();
    DIR *dir = opendir("src/plan");
    int files = 0;
    for (struct dirent *e; dir && (e = readdir(dir));) {
        if (!str_ends(str_from(e->d_name), S(".sql"))) continue;
        Str text = slurp(a, str_c(a, str_fmt(a, "src/plan/%s", e->d_name)));
        CHECK(!str_has(text, S("update publication")) && !str_has(text, S("delete from publication")));
        files++;
    }
    if (dir) closedir(dir);
    CHECK(files > 3);
    arena_close(a);
}
