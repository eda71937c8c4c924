// What a person hears who writes a questionnaire and gets something wrong.
#include "world.h"

#include "questions/questions.h"

static FormFaults faults_of(Arena *a, const char *text) {
    FormFaults f = {0};
    definition_read(a, str_from(text), &f);
    return f;
}

#define HEAD "{\"key\":\"f\",\"title\":\"F\",\"sections\":["
#define ONE(q) HEAD "{\"key\":\"s\",\"title\":\"S\",\"questions\":[\n" q "\n]}]}"

TEST(each_fault_of_a_questionnaire_is_said_with_its_line_and_what_would_be_right) {    // W15
    const struct {
        const char *text;
        int line;
        const char *says;
    } cases[] = {
        {"{\"key\": \"f\",\n \"title\" \"F\"}", 2, "this is no JSON"},
        {"[]", 1, "stands in braces"},
        {"{\"key\":\"f\",\"title\":\"F\",\"sections\":[]}", 1, "no sections"},
        {"{\"key\":\"F!\",\"title\":\"F\",\"sections\":[]}", 1, "small letters"},
        {ONE("{\"key\":\"a\",\"kind\":\"text\"}"), 2, "“label” is missing"},
        {ONE("{\"key\":\"a\",\"kind\":\"txt\",\"label\":\"A\"}"), 2, "there is no kind “txt”"},
        {ONE("{\"key\":\"a\",\"kind\":\"one\",\"label\":\"A\"}"), 2, "at least two choices"},
        {ONE("{\"key\":\"a\",\"kind\":\"text\",\"label\":7}"), 2, "quotation marks"},
        {ONE("{\"key\":\"a\",\"kind\":\"text\",\"label\":\"A\",\"requird\":true}"), 2, "“requird”"},
        {ONE("{\"key\":\"a\",\"kind\":\"text\",\"label\":\"A\",\"required\":\"yes\"}"), 2, "true or false"},
        {ONE("{\"key\":\"a\",\"kind\":\"text\",\"label\":\"A\"},\n"
             "{\"key\":\"a\",\"kind\":\"text\",\"label\":\"B\"}"),
         3, "occurs twice"},
        {ONE("{\"key\":\"a\",\"kind\":\"text\",\"label\":\"A\",\"show_if\":[{\"question\":\"b\"}]}"), 2,
         "there is no such question"},
        {ONE("{\"key\":\"y\",\"kind\":\"yesno\",\"label\":\"Y\"},\n"
             "{\"key\":\"a\",\"kind\":\"text\",\"label\":\"A\","
             "\"show_if\":[{\"question\":\"y\",\"is\":[\"maybe\"]}]}"),
         3, "none of its choices"},
        {ONE("{\"key\":\"g\",\"kind\":\"group\",\"label\":\"G\"}"), 2, "has no questions"},
        {ONE("{\"key\":\"a\",\"kind\":\"statement\",\"label\":\"A\",\"required\":true}"), 2,
         "cannot be required"},
        {ONE("{\"key\":\"a\",\"kind\":\"long\",\"label\":\"A\",\"max\":0}"), 2, "a whole number from 1"},
        {ONE("7"), 1, "is not in braces"},
    };
    WORLD(w);
    for (size_t i = 0; i < COUNT(cases); i++) {
        FormFaults f = faults_of(w.arena, cases[i].text);
        CHECK(f.len > 0);
        if (!f.len) continue;
        bool said = false;
        for (size_t k = 0; k < f.len; k++)
            said |= f.at[k].line == cases[i].line && str_has(f.at[k].sentence, str_from(cases[i].says));
        if (!said) CHECK_STR(f.at[0].sentence, str_from(cases[i].says));
    }
}

TEST(a_questionnaire_written_out_is_read_back_the_same) {
    WORLD(w);
    FormFaults f;
    const char *text = ONE(
        "{\"key\":\"y\",\"kind\":\"yesno\",\"label\":\"Y <b>\",\"required\":true},"
        "{\"key\":\"o\",\"kind\":\"one\",\"label\":\"O\",\"choices\":[{\"key\":\"a\",\"label\":\"A\"},"
        "{\"key\":\"b\",\"label\":\"B\",\"hint\":\"H\"}],"
        "\"show_if\":[{\"question\":\"y\",\"is\":[\"yes\"]}]},"
        "{\"key\":\"g\",\"kind\":\"group\",\"label\":\"G\",\"row\":\"R\",\"most\":3,\"questions\":["
        "{\"key\":\"n\",\"kind\":\"scale\",\"label\":\"N\",\"low\":\"bad\",\"high\":\"good\"}]}");
    const Questionnaire *q = definition_read(w.arena, str_from(text), &f);
    CHECK(q != NULL);
    Buf once = {.arena = w.arena}, twice = {.arena = w.arena};
    definition_write(&once, q);
    q = definition_read(w.arena, buf_str(&once), &f);
    CHECK(q != NULL);
    definition_write(&twice, q);
    CHECK_STR(buf_str(&twice), buf_str(&once));
}

TEST(the_pack_brings_its_questionnaires_and_loading_it_again_changes_nothing) {
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    Buf out = {.arena = w.arena};
    const FormVersion *v = form_in_force(w.db, S("caf"), S("2014-07-02"));
    CHECK(v != NULL);
    db_begin(w.db);
    CHECK_INT(forms_load(w.arena, w.db, S("packs/nottingham"), w.now, &out), 0);
    db_commit(w.db);
    CHECK_STR(buf_str(&out), S(""));
    CHECK_INT(form_newest(w.db, v->questionnaire_id)->number, 1);
}
