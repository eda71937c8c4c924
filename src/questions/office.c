// Questionnaires in the office: read, worded anew with a preview, in force from a day, taken out as a
// file. What was
// answered keeps the wording it was answered under.
#include "questions/office.html.h"
#include "questions/pages.h"
#include "questions/questions.h"

static Page frame(Str title, bool below, bool error) {
    Page p = {.title = title,
              .error = error,
              .wide = true,
              .no_index = true,
              .crumbs = {{S("Office"), {S("/office")}}}};
    if (below) p.crumbs[1] = (Crumb){S("Questionnaires"), {S("/office/forms")}};
    return p;
}

Reply forms_list(Ctx *c) {
    Buf out = {.arena = c->arena};
    forms_list_view(&out, c, forms_all(c->db));
    return page(c, frame(S("Questionnaires"), false, false), &out);
}

static const FormVersion *newest_of(Ctx *c) {
    int64_t id = questionnaire_id_of(c->db, c->part[0]);
    return id == NONE ? NULL : form_newest(c->db, id);
}

static Reply draw(Ctx *c, Str text, Str day, FormFaults faults, const Questionnaire *q, Str day_wrong) {
    Buf sample = {.arena = c->arena}, out = {.arena = c->arena};
    if (q) form_sample_draw(&sample, c, q);
    FormPage p = {c->part[0], text, day, day_wrong, faults, html_of(&sample)};
    form_edit_view(&out, c, &p);
    bool wrong = faults.len > 0 || day_wrong.at;
    return page_status(c, wrong ? 422 : 200, frame(c->part[0], true, wrong), &out);
}

Reply form_edit(Ctx *c) {
    FormFaults faults = {0};
    const FormVersion *v = newest_of(c);
    if (!v) return status_page(c, 404);
    const Questionnaire *q = definition_read(c->arena, v->definition, &faults);
    return draw(c, v->definition, v->from_on.at ? v->from_on : S(""), faults, q, (Str){0});
}

Reply form_export(Ctx *c) {
    const FormVersion *v = newest_of(c);
    if (!v) return status_page(c, 404);
    Reply r = text_reply(S("application/json"), v->definition);
    r.file_name = str_fmt(c->arena, "%.*s.json", STR_FMT(c->part[0]));
    return r;
}

// Without the carriage returns that a browser sends, so that lines are the lines that one sees.
static Str sent_text(Ctx *c) {
    Str sent = param(c->form, S("text"));
    Buf out = {.arena = c->arena};
    for (size_t i = 0; i < sent.len; i++)
        if (sent.at[i] != '\r') buf_byte(&out, sent.at[i]);
    return buf_str(&out);
}

// What the program reads out of a questionnaire must still be asked in it.
static void check_meanings(Ctx *c, const Questionnaire *was, const Questionnaire *now, FormFaults *faults) {
    FormFault *at = arena_new(c->arena, FormFault, 200);
    for (size_t i = 0; was && i < was->len; i++)
        for (size_t k = 0; k < was->at[i].len && faults->len < 200; k++) {
            Str means = was->at[i].at[k].means;
            if (!means.at || question_meaning(now, means)) continue;
            faults->at = at;
            at[faults->len++] = (FormFault){
                0,
                str_fmt(
                    c->arena,
                    "no question has \"means\": \"%.*s\" any more, and Kith reads that answer: put it back",
                    STR_FMT(means))};
        }
}

static Str wrong_day(Ctx *c, Str day) {
    Date d;
    if (!date_parse(day, &d)) return S("Give the day as year-month-day, such as 2014-09-01");
    if (d < c->today) return S("That day is over: a wording is in force from today or later");
    return (Str){0};
}

Reply form_save(Ctx *c) {
    const FormVersion *v = newest_of(c);
    FormFaults faults = {0}, old = {0};
    if (!v) return status_page(c, 404);
    Str text = sent_text(c), day = str_trim(param(c->form, S("day")));
    bool keeps = str_eq(param(c->form, S("act")), S("keep"));
    const Questionnaire *q = definition_read(c->arena, text, &faults);
    const Questionnaire *was = definition_read(c->arena, v->definition, &old);
    if (q && !str_eq(q->key, c->part[0])) {
        faults = (FormFaults){1, arena_new(c->arena, FormFault, 1)};
        faults.at[0] = (FormFault){1, str_fmt(c->arena, "its key must stay “%.*s”", STR_FMT(c->part[0]))};
    } else if (q)
        check_meanings(c, was, q, &faults);
    Str day_wrong = keeps ? wrong_day(c, day) : (Str){0};
    if (!keeps || faults.len || day_wrong.at)
        return draw(c, text, day, faults, faults.len ? NULL : q, day_wrong);
    definition_keep(c->db, q, text, day, c->actor.id, c->now);
    return see_other_saying(c, S("Kept. What was answered before keeps its wording"), "/office/forms");
}
