// Packs: what is wrong is said with its line and what would be right, and nothing is ever half loaded.
#include <stdio.h>

#include "db/db_test.h"
#include "plan/pack_inside.h"
#include "plan/plan_test.sql.h"
#include "plan/report.h"
#include "small_pack.h"
#include "world.h"

TEST(a_small_pack_has_no_fault) {
    Arena *a = arena_open();
    const Pack *p = pack_read(a, small_pack(a));
    for (size_t i = 0; i < p->n_faults; i++) CHECK_STR(p->fault[i].sentence, S(""));
    CHECK(p->n_faults == 0);
    arena_close(a);
}

// One change to the small pack each, and the fault it must give: file, line, sentence.
static const struct {
    const char *file, *from, *to, *fault;
} spoilt[] = {
    {"measures.csv", ",lower,number", ",hgher,number",
     "measures.csv 2: polarity “hgher” is not one of higher, lower, band, watched; did you mean “higher”?"},
    {"measures.csv", "objective,responsible", "objectve,responsible",
     "measures.csv 1: there is no column “objectve”; did you mean “objective”?"},
    {"measures.csv", "objective,responsible", "responsible,responsible",
     "measures.csv 1: the column “responsible” is there twice; keep one"},
    {"measures.csv", "M 1,,O1", "M 1,,O2",
     "measures.csv 2: objective “O2” is not in objectives.csv; did you mean “O1”?"},
    {"measures.csv", "M 1/rate,M 1", "M 1/rate,M 2",
     "measures.csv 3: head “M 2” is not in measures.csv; did you mean “M 1”?"},
    {"measures.csv", "M 1/rate,M 1", "m-1,M 1",
     "measures.csv 3: code “m-1” would have the same address as “M 1” on line 2 (m-1); change one"},
    {"measures.csv", "M 1/rate,M 1", "M 1,",
     "measures.csv 3: “M 1” is on line 2 already; each may be there once"},
    {"measures.csv", ",\"per 10,000\",lower", ",,lower",
     "measures.csv 3: line_label is blank; a line under a head line needs one, such as per 10,000"},
    {"measures.csv", "\"per 10,000\",lower", "per 10,000,lower",
     "measures.csv 3: this row has 14 cells and the first line only 13; put a cell that holds a comma in "
     "quotes"},
    {"measures.csv", "plans,0,", "plans,nine,",
     "measures.csv 2: decimals “nine” is not a whole number, such as 12"},
    {"measures.csv", "yes,yes", "perhaps,yes", "measures.csv 2: public “perhaps” is not yes or no"},
    {"measures.csv", NULL, NULL, "measures.csv 0: the file is missing; packs/blank has one to start from"},
    {"measures.csv", NULL, "", "measures.csv 1: the file is empty; its first line must name the columns"},
    {"targets.csv", "figure,10", "figure,ten",
     "targets.csv 2: target “ten” is not a figure, such as 97.0%; or choose another kind"},
    {"targets.csv", "monitor,To be watched", "monitor,1.5",
     "targets.csv 3: target “1.5” is a figure, so kind must be figure"},
    {"targets.csv", "2013/14,figure", "2013/15,figure",
     "targets.csv 2: year “2013/15” is not a year such as 2013/14"},
    {"targets.csv", "2013/14,figure", "1013/14,figure",
     "targets.csv 2: year “1013/14” is not a year such as 2013/14"},
    {"observations.csv", "(1.5)", "(1.55)",
     "observations.csv 5: “1.55” has 2 decimals and measures.csv line 3 allows 1; round it or allow more"},
    {"observations.csv", "2013/14-Q2", "2013/14-Q5",
     "observations.csv 4: period “2013/14-Q5” is not a period such as 2013/14, 2013/14-Q4 or AY2013/14"},
    {"observations.csv", "2013/14-Q2", "2013/14-Q1",
     "observations.csv 4: “M 1, 2013/14-Q1” is on line 3 already; each may be there once"},
    {"observations.csv", ",11,", ",,", "observations.csv 3: figure is blank; it must be filled in"},
    {"objectives.csv", "operational,S1", "operational,",
     "objectives.csv 3: parent is blank; an operational objective stands under a strategic one"},
    {"objectives.csv", "S1,set,strategic,,1", "S1,set,strategic,S1,1",
     "objectives.csv 2: a strategic objective has no parent; leave the cell blank"},
    {"objectives.csv", "S1,set,strategic,,1", "S1,set,strategic,O1,1",
     "objectives.csv 2: parent “O1” is on line 3; move it above this line"},
    {"plans.csv", "2013,2016", "2016,2013",
     "plans.csv 2: the plan starts in 2016 and ends in 2013; ends must not be before starts"},
    {"plans.csv", "status\nplan,The plan,2013,2016,adopted",
     "status,vision\nplan,The plan,2013,2016,adopted,vision.md",
     "plans.csv 2: vision names the file “vision.md”, which is not in the folder"},
    {"pack.json", "Anytown", "\n",
     "pack.json 1: unexpected newline near '\"'; it should look like {\"format\": 1, \"name\": \"Our "
     "partnership\"}"},
    {"pack.json", "1,", "2,", "pack.json 0: “format” must be 1, the only format this Kith knows"},
    {"pack.json", "\"name\"", "\"nane\"", "pack.json 0: there is no setting “nane”; did you mean “name”?"},
    {"measurs.csv", NULL, "code\n",
     "measurs.csv 0: a pack has no file of this name; did you mean “measures.csv”?"},
    {"commitments.csv", NULL, "year,priority,number,text\n2013/14,1,1,Try\n",
     "commitments.csv 2: priorities.csv has no priority 1 for 2013/14"},
    {"notes.csv", NULL, "code,measure,objective,text\nn,M 1,O1,Both\n",
     "notes.csv 2: a note is about a measure or an objective; leave one of the two blank"},
    {"abbreviations.csv", NULL, "short,meaning\nCaf,A place\n",
     "abbreviations.csv 2: short “Caf” is not a short form; write 2 to 20 letters, two of them capitals, "
     "such as CAF"},
    {"printed_flags.csv", NULL, "measure,year,better,met\nM 1,2013/14,yes,~\n",
     "printed_flags.csv 2: better “yes” is not ✓, ✗, ~ or blank"},
};

static bool has_fault(Arena *a, const Pack *p, Str want) {
    for (size_t i = 0; i < p->n_faults; i++)
        if (str_eq(str_fmt(a, "%.*s %d: %.*s", STR_FMT(p->fault[i].file), p->fault[i].line,
                           STR_FMT(p->fault[i].sentence)),
                   want))
            return true;
    return false;
}

TEST(every_fault_of_a_pack_is_said_with_file_line_and_what_would_be_right) {
    Arena *a = arena_open();
    for (size_t i = 0; i < COUNT(spoilt); i++) {
        const Pack *p = pack_read(a, small_pack_with(a, spoilt[i].file, spoilt[i].from, spoilt[i].to));
        bool found = has_fault(a, p, str_from(spoilt[i].fault));
        CHECK(found);
        if (found) continue;
        fprintf(stderr, "  wanted %s\n", spoilt[i].fault);
        for (size_t k = 0; k < p->n_faults; k++)
            fprintf(stderr, "  got %.*s %d: %.*s\n", STR_FMT(p->fault[k].file), p->fault[k].line,
                    STR_FMT(p->fault[k].sentence));
    }
    arena_close(a);
}

TEST(a_file_that_is_not_utf8_is_refused_with_its_line) {
    Arena *a = arena_open();
    const Pack *p = pack_read(a, small_pack_with(a, "objectives.csv", "Safer at home", "Safer \xe9"));
    CHECK(p->n_faults > 0);
    bool there = false;
    for (size_t i = 0; i < p->n_faults; i++)
        there = there || (str_eq(p->fault[i].file, S("objectives.csv")) && p->fault[i].line == 3 &&
                         str_has(p->fault[i].sentence, S("UTF-8")));
    CHECK(there);
    arena_close(a);
}

static PackResult load(World *w, PackSource s) {
    db_use(w->db, w->arena);
    const Pack *p = pack_read(w->arena, s);
    CHECK(p->n_faults == 0);
    db_begin(w->db);
    PackResult r = pack_load(w->arena, w->db, p, w->now);
    CHECK(!db_fault(w->db).at);
    if (r.n_faults) db_rollback(w->db);
    else db_commit(w->db);
    return r;
}

TEST(a_pack_loaded_twice_changes_nothing_the_second_time) {
    WORLD(w);
    CHECK(load(&w, small_pack(w.arena)).n_changes > 0);
    int64_t audited = test_audit_rows(w.db);
    CHECK(load(&w, small_pack(w.arena)).n_changes == 0);
    CHECK(test_audit_rows(w.db) == audited);
}

TEST(nottingham_loaded_twice_changes_nothing_the_second_time) { // G43 G44 G45 G60
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    Buf out = {.arena = w.arena};
    CHECK(pack_load_folder(w.arena, w.db, S("packs/nottingham"), w.now, &out) == 0);
    CHECK_STR(buf_str(&out), S("Nottingham Children’s Partnership: nothing changed.\n"));
}

// A number as people dial it: nought, and at least nine digits more with spaces anywhere between.
static bool holds_telephone(Str s) {
    int digits = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool digit = s.at[i] >= '0' && s.at[i] <= '9';
        if (digit && (digits || s.at[i] == '0')) digits++;
        else if (s.at[i] != ' ' || (digit && !digits)) digits = 0;
        if (digits >= 10) return true;
    }
    return false;
}

// Without the addresses and numbers that are nobody's: .example, and Ofcom's numbers for drama.
static Str without_fiction(Arena *a, Str text) {
    Buf out = {.arena = a};
    static const Str nobody[] = {S("@services.example"), S("01632 960 ")};
    while (text.len) {
        size_t skip = 0;
        for (size_t i = 0; i < COUNT(nobody); i++)
            if (str_starts(text, nobody[i])) skip = nobody[i].len;
        if (!skip) buf_byte(&out, text.at[0]);
        skip = skip ? skip : 1;
        text = (Str){text.at + skip, text.len - skip};
    }
    return buf_str(&out);
}

TEST(packs_name_roles_and_nobody_s_address_or_telephone) { // G42 W188
    Arena *a = arena_open();
    const Str packs[] = {S("packs/nottingham"), S("packs/blank")};
    for (size_t p = 0; p < COUNT(packs); p++) {
        Str why;
        PackSource s = pack_open(a, packs[p], &why);
        CHECK(s.len > 0);
        for (size_t i = 0; i < s.len; i++) {
            Str text = without_fiction(a, s.at[i].text);
            CHECK(!str_has(text, S("@")));
            CHECK(!holds_telephone(text));
        }
    }
    CHECK(holds_telephone(S("ring 0115 496 0000 now")));
    CHECK(!holds_telephone(S("2013/14,100,0.5")));
    arena_close(a);
}

TEST(the_blank_pack_has_the_first_line_of_every_file_and_loads) {
    WORLD(w);
    Buf out = {.arena = w.arena};
    Str why;
    CHECK(pack_load_folder(w.arena, w.db, S("packs/blank"), w.now, &out) == 0);
    PackSource s = pack_open(w.arena, S("packs/blank"), &why);
    for (int i = 0; i < PACK_FILES; i++) {
        bool there = false;
        for (size_t k = 0; k < s.len; k++)
            there = there || str_eq(s.at[k].name, str_from(pack_files[i].name));
        CHECK(there);
    }
}

TEST(a_pack_with_a_fault_changes_nothing) {
    WORLD(w);
    Buf out = {.arena = w.arena};
    CHECK(pack_load_folder(w.arena, w.db, S("packs/no-such-folder"), w.now, &out) == 1);
    load(&w, small_pack(w.arena));
    PackSource bad = small_pack_with(w.arena, "measures.csv", "lower,number", "higher,number");
    PackResult r = load(&w, bad);
    CHECK(r.n_faults == 1 && r.n_changes == 0);
    CHECK(load(&w, small_pack(w.arena)).n_changes == 0);
}

TEST(a_database_that_fails_at_any_moment_of_loading_keeps_nothing) {
    WORLD(w);
    const Pack *p = pack_read(w.arena, small_pack(w.arena));
    db_use(w.db, w.arena);
    bool kept = false;
    for (int n = 1; !kept && n < 400; n += 7) {
        db_fail_after(w.db, n);
        db_begin(w.db);
        pack_load(w.arena, w.db, p, w.now);
        kept = !db_fault(w.db).at && db_commit(w.db);
        db_fail_after(w.db, 0);
        if (kept) break;
        db_rollback(w.db);
        CHECK(test_observations(w.db).len == 0);
    }
    CHECK(kept);
    CHECK(test_observations(w.db).len == 4);
}

TEST(a_figure_that_a_pack_changes_is_revised_and_the_old_one_kept) { // G56
    WORLD(w);
    load(&w, small_pack(w.arena));
    PackResult r = load(&w, small_pack_with(w.arena, "observations.csv", "2013/14-Q1,11", "2013/14-Q1,13"));
    CHECK(r.n_changes == 1 && r.change[0].added == 0 && r.change[0].changed == 1);
    CHECK_STR(r.change[0].which, S("M 1 2013/14-Q1"));
    TestRevisionList revisions = test_revisions(w.db, S("M 1"));
    CHECK(revisions.len == 1 && str_eq(revisions.at[0].old_raw, S("11")) &&
          str_eq(revisions.at[0].new_raw, S("13")));
    const TestObservation *o = test_observation(w.db, S("M 1"), S("2013/14-Q1"));
    CHECK(o && o->value == 13 * 1000000);
    CHECK_STR(o->status, S("revised"));
    CHECK(load(&w, small_pack_with(w.arena, "observations.csv", "2013/14-Q1,11", "2013/14-Q1,13"))
              .n_changes == 0);
}

TEST(a_target_that_a_pack_changes_keeps_what_it_was) {
    WORLD(w);
    load(&w, small_pack(w.arena));
    CHECK(load(&w, small_pack_with(w.arena, "targets.csv", "figure,10", "figure,8")).n_changes == 1);
    CHECK(test_target_revisions(w.db) == 1);
}

TEST(a_figure_typed_into_kith_is_not_overwritten_by_a_pack) { // P11
    WORLD(w);
    load(&w, small_pack(w.arena));
    db_begin(w.db);
    CHECK(test_type_in(w.db, S("M 1"), S("2013/14-Q2"), S("7"), 7 * 1000000) == 1);
    db_commit(w.db);
    CHECK(load(&w, small_pack(w.arena)).n_changes == 0);
    CHECK_STR(test_observation(w.db, S("M 1"), S("2013/14-Q2"))->raw, S("7"));
}

TEST(what_a_pack_lacks_is_left_and_named) {
    WORLD(w);
    load(&w, small_pack(w.arena));
    PackSource less = small_pack_with(w.arena, "measures.csv", "M 1/rate,M 1", "M 2,M 1");
    for (size_t i = 0; i < less.len; i++)
        if (str_eq(less.at[i].name, S("targets.csv")) || str_eq(less.at[i].name, S("observations.csv")))
            less.at[i--] = less.at[--less.len];
    PackResult r = load(&w, less);
    CHECK(r.n_left == 1);
    CHECK_STR(r.left, S("M 1/rate"));
}

TEST(a_changed_direction_never_judges_the_past_afresh) {
    WORLD(w);
    load(&w, small_pack(w.arena));
    CHECK(load(&w, small_pack_with(w.arena, "measures.csv", "lower,number", "higher,number")).n_faults == 1);
    const char *versions = "measure,from_day,title,polarity,kind,unit,decimals,accumulates,reason,made_by\n"
                           "M 1,2013-07-01,Plans,higher,number,plans,0,point,More plans now mean more "
                           "help,Board\n";
    CHECK(load(&w, small_pack_with(w.arena, "measure_versions.csv", NULL, versions)).n_changes == 1);
    Report first = report_build(w.arena, w.db, (ReportAsk){.year = S("2013/14"), .quarter = 1});
    Report second = report_build(w.arena, w.db, (ReportAsk){.year = S("2013/14"), .quarter = 2});
    CHECK_STR(first.line[0].better.sentence, S("Better: 11 in Q1 against 12 in 2012/13; lower is better."));
    CHECK_STR(second.line[0].better.sentence, S("Not better: 9 in Q2 against 12 in 2012/13; higher is "
                                                "better."));
}

static Str read_docs(Arena *a) {
    FILE *f = fopen("docs/packs.md", "rb");
    Buf b = {.arena = a};
    if (!f) return S("");
    buf_room(&b, 1 << 16);
    b.len = fread(b.at, 1, 1 << 16, f);
    fclose(f);
    return buf_str(&b);
}

TEST(docs_packs_explains_every_file_and_column) {
    Arena *a = arena_open();
    Str docs = read_docs(a);
    for (int i = 0; i < PACK_FILES; i++) {
        CHECK(str_has(docs, str_from(pack_files[i].name)));
        for (size_t k = 0; k < COUNT(pack_files[i].column) && pack_files[i].column[k].name; k++)
            CHECK(str_has(docs, str_fmt(a, "`%s`", pack_files[i].column[k].name)));
    }
    arena_close(a);
}
