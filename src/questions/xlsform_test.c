// What a person hears who brings an XLSForm, and what becomes of one that is taken.
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "workbook.h"
#include "world.h"

#include "questions/xlsform.h"

#define HEADS "type|name|label|hint|required|relevant|constraint|constraint_message|appearance|repeat_count\n"
#define LISTS                                                                                                \
    "list_name|name|label\nyn|yes|Yes\nyn|no|No\nmood|1|Good\nmood|2|Bad\n" \
    "mood|so-so|So so\nwho|mum|Mum\nwho|Dad|Dad\n"

static XlsForm form_of(Arena *a, const char *survey, const char *settings) {
    return xlsform_read(a, workbook_of(a, survey, LISTS, settings), S("visit.xlsx"));
}

static void show(Arena *a, const XlsForm *f) {
    for (size_t i = 0; i < f->faults.len; i++) {
        Str where = xls_where(a, &f->faults.at[i]);
        printf("    %.*s: %.*s\n", STR_FMT(where), STR_FMT(f->faults.at[i].sentence));
    }
}

TEST(an_xlsform_becomes_a_questionnaire_with_its_sections_conditions_and_repeats) {    // W15 W46
    WORLD(w);
    XlsForm f = form_of(
        w.arena,
        HEADS
        "start|began\n"
        "note|hello|Thank you for your time\n"
        "begin_group|home|At home|How it is there\n"
        "select_one yn|safe|Is it safe?||yes\n"
        "text|why|Why not?|||${safe} = 'no'||multiline\n"
        "begin group|more|More of it|||${safe}='yes'\n"
        "select_multiple who|help|Who helps?\n"
        "select one mood or_other|mood|What is the mood?|||selected(${help}, 'Dad') or "
        "selected(${help},'mum')\n"
        "end group\n"
        "end_group\n"
        "begin_repeat|kids|Children|||${safe} != ''||||6\n"
        "text|Name|What is the name?||true()\n"
        "integer|age|How old?||||. >= 0 and . < 18|From birth to 17\n"
        "end_repeat\n"
        "range|scale|How is it?\n"
        "text|short|In short||||string-length(.) <= 200\n",
        "form_title|form_id|version\nA home visit|Home-Visit|3\n");
    show(w.arena, &f);
    if (!f.form) {
        CHECK(f.form != NULL);
        return;
    }
    CHECK_STR(f.form->key, S("home_visit"));
    CHECK_STR(f.form->title, S("A home visit"));
    CHECK_INT(f.form->len, 3);
    CHECK_STR(f.form->at[0].title, S("A home visit"));
    CHECK_STR(f.form->at[1].title, S("At home"));
    CHECK_STR(f.form->at[1].help, S("How it is there"));
    CHECK_INT(question_find(f.form, S("safe"))->kind, ASK_YESNO);
    CHECK(question_find(f.form, S("safe"))->required);
    const Question *why = question_find(f.form, S("why")), *mood = question_find(f.form, S("mood"));
    CHECK_INT(why->when.len, 1);
    CHECK_STR(why->when.at[0].is[0], S("no"));
    CHECK_INT(mood->when.len, 2);    // of its group, and its own
    CHECK_INT(mood->when.at[1].n, 2);
    CHECK_INT(mood->choices.len, 4);
    CHECK_STR(mood->choices.at[0].value, S("c_1"));
    CHECK_STR(mood->choices.at[2].value, S("so_so"));
    CHECK_INT(question_find(f.form, S("mood_other"))->when.len, 3);
    const Question *kids = question_find(f.form, S("kids")), *age = question_find(f.form, S("kids.1.age"));
    CHECK_INT(kids->n_sub, 2);
    CHECK_INT(kids->most, 6);
    CHECK_INT(kids->when.at[0].n, 0);
    CHECK(age->whole);
    CHECK_STR(age->least, S("0"));
    CHECK_STR(age->greatest, S("17"));
    CHECK_STR(age->hint, S("From birth to 17"));
    CHECK_INT(question_find(f.form, S("scale"))->kind, ASK_SCALE);
    CHECK_INT(question_find(f.form, S("short"))->max, 200);
    CHECK_INT(f.asides.len, 1);    // who wrote what and when
}

TEST(what_an_xlsform_asks_that_kith_cannot_is_said_with_sheet_row_and_column) {    // W15
    const struct {
        const char *row, *column, *says;
    } cases[] = {
        {"calculate|sum|Sum", "type", "scores nobody"},
        {"geopoint|where|Where?", "type", "ask for the address as text"},
        {"txt|a|A", "type", "there is no type “txt”"},
        {"select_one nothing|a|A", "type", "no list “nothing”"},
        {"text||A", "name", "short name"},
        {"text|a", "label", "write the question itself"},
        {"text|a|Hello ${b}", "label", "without"},
        {"text|a|A||perhaps", "required", "neither yes nor no"},
        {"note|a|A||yes", "required", "asks nothing"},
        {"text|a|A|||${nobody} = 'x'", "relevant", "there is no question “nobody”"},
        {"text|a|A|||${n} > 5", "relevant", "not for more or less"},
        {"text|a|A|||${m} = 'maybe'", "relevant", "none of the choices"},
        {"text|a|A|||${m} != '1'", "relevant", "never for it not to be"},
        {"text|a|A|||${m} = '1' or ${n} != ''", "relevant", "“or” stands only between"},
        {"text|a|A|||not(selected(${m}, '1'))", "relevant", "Kith takes"},
        {"text|a|A|||((((((((((${m} = '1'))))))))))", "relevant", "too many brackets"},
        {"text|a|A|||${m} = '1' plus", "relevant", "at its end"},
        {"text|a|A||||regex(., '[a-z]')", "constraint", "leave anything else"},
        {"decimal|a|A||||. > 5", "constraint", "at least"},
        {"integer|a|A||||. >= 5 and . <= 3", NULL, "no number would do"},
        {"begin_group|a|A", "type", "never ended"},
        {"end_repeat", "type", "none is open"},
        {"text|N|A", "name", "are one to Kith"},
        {"begin_repeat|r|R\ntext|q|Q|||${m} = '1'\nend_repeat", "relevant", "inside a repeat"},
        {"begin_repeat|r|R\nbegin_repeat|s|S\ntext|q|Q\nend_repeat\nend_repeat", "type",
         "a repeat in a repeat"},
        {"begin_repeat|r|R\ntext|q|Q\nend_group\nend_repeat", "type", "open is “r”"},
        {"begin_repeat|r|R\ntext|q|Q\nend_repeat\ntext|b|B|||${q} != ''", "relevant", "again and again"},
        {"text|a|A|||${a} != ''", NULL, "its own answer"},
    };
    WORLD(w);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *rows =
            str_c(w.arena, str_fmt(w.arena, HEADS "integer|n|N\nselect_one mood|m|M\n%s\n", cases[i].row));
        XlsForm f = form_of(w.arena, rows, NULL);
        bool said = false;
        for (size_t k = 0; k < f.faults.len; k++)
            said |= f.faults.at[k].row >= 4 && str_eq(f.faults.at[k].column, str_from(cases[i].column)) &&
                    str_eq(f.faults.at[k].sheet, S("survey")) &&
                    str_has(f.faults.at[k].sentence, str_from(cases[i].says));
        CHECK(!f.form);
        CHECK(said);
        if (!said) printf("    %s\n", cases[i].row), show(w.arena, &f);
    }
}

TEST(an_xlsform_in_several_languages_is_read_in_its_own_and_the_rest_is_said) {
    WORLD(w);
    XlsForm f = form_of(
        w.arena, "type|name|label::Polski (pl)|label::English (en)|media::image\ntext|a|Imię|Name|a.png\n",
        "default_language\nEnglish (en)\n");
    show(w.arena, &f);
    CHECK(f.form != NULL);
    if (!f.form) return;
    CHECK_STR(question_find(f.form, S("a"))->label, S("Name"));
    CHECK_STR(f.form->key, S("visit"));    // as the file is called
    CHECK_INT(f.asides.len, 2);
    CHECK_STR(f.asides.at[0].column, S("label::Polski (pl)"));
    f = form_of(w.arena, "type|name|label::Polski\ntext|a|Imię\n", NULL);
    CHECK_STR(question_find(f.form, S("a"))->label, S("Imię"));
}

TEST(a_workbook_that_is_no_xlsform_is_refused_whole) {
    WORLD(w);
    XlsForm f = xlsform_read(w.arena, workbook_of(w.arena, NULL, LISTS, NULL), S("x.xlsx"));
    CHECK(!f.form && f.faults.len == 1 && str_has(f.faults.at[0].sentence, S("no sheet “survey”")));
    f = xlsform_read(w.arena, workbook_of(w.arena, "question|answer\na|b\n", NULL, NULL), S("x.xlsx"));
    CHECK(!f.form && str_has(f.faults.at[0].sentence, S("no such heading")));
    f = xlsform_read(w.arena, workbook_of(w.arena, "type|name|label\n", NULL, NULL), S("x.xlsx"));
    CHECK(!f.form && str_has(f.faults.at[0].sentence, S("no question stands in it")));
    f = xlsform_read(w.arena, S("type,name"), S("x.xlsx"));
    CHECK(!f.form && str_has(f.faults.at[0].sentence, S("no .xlsx workbook")));
}

// A list of a thousand long choices that two thousand questions use would be four gigabytes written out.
TEST(a_small_workbook_cannot_become_a_large_questionnaire) {
    WORLD(w);
    Buf survey = {.arena = w.arena}, choices = {.arena = w.arena};
    buf_lit(&survey, "type|name|label\n");
    buf_lit(&choices, "list_name|name|label\n");
    for (int i = 0; i < 1000; i++) buf_fmt(&choices, "l|n%d|%0390d\n", i, i);
    for (int i = 0; i < 1900; i++) buf_fmt(&survey, "select_one l|q%d|Q\n", i);
    buf_byte(&survey, 0), buf_byte(&choices, 0);
    size_t before = arena_used(w.arena);
    XlsForm f = xlsform_read(w.arena, workbook_of(w.arena, survey.at, choices.at, NULL), S("x.xlsx"));
    CHECK(!f.form && f.faults.len == 1 && str_has(f.faults.at[0].sentence, S("more than 6,000")));
    CHECK(arena_used(w.arena) - before < (64 << 20));
}

TEST(an_answer_outside_the_bounds_of_its_number_is_still_needed) {
    WORLD(w);
    FormFaults faults;
    const Questionnaire *q = definition_read(
        w.arena,
        S("{\"key\":\"f\",\"title\":\"F\",\"sections\":[{\"key\":\"s\",\"title\":\"S\",\"questions\":["
          "{\"key\":\"a\",\"kind\":\"number\",\"label\":\"A\",\"whole\":true,\"least\":\"0\","
          "\"greatest\":\"17\"}]}]}"),
        &faults);
    CHECK(q != NULL);
    const char *const values[] = {"0", "17", "3.5", "-1", "18"};
    for (size_t i = 0; i < COUNT(values); i++) {
        AnswerRow a = {.question = S("a"), .value = str_from(values[i])};
        Sheet s = {.form = q, .answers = {1, &a}};
        MissingList m = sheet_missing(w.arena, &s, NULL);
        CHECK_INT(m.len, i < 2 ? 0 : 1);
        if (m.len) CHECK_STR(m.at[0].why, S("must be a whole number from 0 to 17"));
    }
}

static void put_file(Arena *a, Str folder, const char *name, Str bytes) {
    FILE *f = fopen(str_c(a, str_fmt(a, "%.*s/forms/%s", STR_FMT(folder), name)), "wb");
    CHECK(f != NULL);
    if (!f) return;
    fwrite(bytes.at, 1, bytes.len, f);
    fclose(f);
}

TEST(a_pack_may_bring_its_questionnaires_as_workbooks) {    // W15
    WORLD(w);
    char at[] = "/tmp/kith-forms-XXXXXX";
    CHECK(mkdtemp(at) != NULL);
    Str folder = str_from(at);
    mkdir(str_c(w.arena, str_fmt(w.arena, "%s/forms", at)), 0700);
    put_file(w.arena, folder, "visit.xlsx", workbook_of(w.arena, "type|name|label\ntext|a|A\n", NULL, NULL));
    Buf out = {.arena = w.arena};
    db_begin(w.db);
    CHECK_INT(forms_load(w.arena, w.db, folder, w.now, &out), 0);
    CHECK(str_has(buf_str(&out), S("forms/visit.xlsx: “visit” has a new version")));
    put_file(w.arena, folder, "visit.xlsx", workbook_of(w.arena, "type|name|label\ntxt|a|A\n", NULL, NULL));
    put_file(w.arena, folder, "other.xlsx",
             workbook_of(w.arena, "type|name|label\ntext|a|A\n", NULL, "form_id\nthis\n"));
    out.len = 0;
    CHECK_INT(forms_load(w.arena, w.db, folder, w.now, &out), 2);
    CHECK(str_has(buf_str(&out), S("forms/visit.xlsx: Sheet survey, row 2, column type: there is no type")));
    CHECK(str_has(buf_str(&out), S("must be called this.xlsx")));
    db_commit(w.db);
    const char *const names[] = {"forms/visit.xlsx", "forms/other.xlsx", "forms", ""};
    for (size_t i = 0; i < COUNT(names); i++) remove(str_c(w.arena, str_fmt(w.arena, "%s/%s", at, names[i])));
}
