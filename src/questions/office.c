// Questionnaires in the office: read, worded anew with a preview, in force from a day, taken out as a
// file. What was answered keeps the wording it was answered under; what is in force is never changed, its
// draft is.
#include "questions/draft.h"
#include "questions/office.html.h"
#include "questions/pages.h"

static Page frame(Str title, bool below, bool error) {
    Page p = {.title = title,
              .error = error,
              .wide = true,
              .no_index = true,
              .crumbs = {{S("Office"), {S("/office")}}}};
    if (below) p.crumbs[1] = (Crumb){S("Questionnaires"), {S("/office/forms")}};
    return p;
}

Page form_frame(Ctx *c, Str title, bool error) {
    Page p = frame(title, true, error);
    Url front = url_path(c->arena, "/office/forms/%.*s", STR_FMT(c->part[0]));
    if (!str_eq(c->path, front.text)) p.crumbs[2] = (Crumb){c->part[0], front};
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

// ---- its text ---------------------------------------------------------------------------------------------

static Str mark_of(Ctx *c, const FormVersion *v) {
    return str_fmt(c->arena, "%lld-%lld", (long long)v->id, (long long)v->made_at);
}

static Reply draw(Ctx *c, const FormVersion *v, FormPage p, const Questionnaire *q) {
    Buf sample = {.arena = c->arena}, out = {.arena = c->arena};
    if (q) form_sample_draw(&sample, c, q);
    p.key = c->part[0];
    p.mark = mark_of(c, v);
    p.sample = html_of(&sample);
    form_edit_view(&out, c, &p);
    bool wrong = p.faults.len > 0 || p.day_wrong.at;
    return page_status(c, wrong ? 422 : 200, form_frame(c, S("Its text"), wrong), &out);
}

Reply form_edit(Ctx *c) {
    FormFaults faults = {0};
    const FormVersion *v = newest_of(c);
    if (!v) return status_page(c, 404);
    const Questionnaire *q = definition_read(c->arena, v->definition, &faults);
    return draw(
        c, v, (FormPage){.text = v->definition, .day = v->from_on.at ? v->from_on : S(""), .faults = faults},
        q);
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

static void add_fault(Ctx *c, FormFaults *faults, int line, Str sentence) {
    FormFault *at = arena_new(c->arena, FormFault, faults->len + 1);
    if (faults->len) memcpy(at, faults->at, faults->len * sizeof *at);
    at[faults->len] = (FormFault){line, sentence};
    *faults = (FormFaults){faults->len + 1, at};
}

void check_meanings(Ctx *c, const Questionnaire *was, const Questionnaire *now, FormFaults *faults) {
    for (size_t i = 0; was && i < was->len; i++)
        for (size_t k = 0; k < was->at[i].len && faults->len < 100; k++) {
            Str means = was->at[i].at[k].means;
            if (!means.at || question_meaning(now, means)) continue;
            add_fault(
                c, faults, 0,
                str_fmt(c->arena,
                        "no question has \"means\": \"%.*s\" any more, and Kith reads that answer: put it "
                        "back",
                        STR_FMT(means)));
        }
}

Str wrong_day(Ctx *c, int64_t questionnaire, Str day) {
    Date d;
    Str latest = form_latest_day(c->db, questionnaire);
    if (!date_parse(day, &d)) return S("Give the day as year-month-day, such as 2014-09-01");
    if (d < c->today) return S("That day is over: a wording is in force from today or later");
    if (!latest.at || str_cmp(day, latest) >= 0) return (Str){0};
    return str_fmt(c->arena, "Another wording comes into force on %.*s: choose that day or a later one",
                   STR_FMT(day_text(c->arena, latest)));
}

// Another wording was kept after this page was opened: both are to be seen before one stands.
static bool was_overtaken(Ctx *c, const FormVersion *v) {
    Str mark = param(c->form, S("mark"));
    return mark.len && !str_eq(mark, mark_of(c, v));
}

static void check_sent(Ctx *c, const FormVersion *v, const Questionnaire *q, bool keeps, FormFaults *faults) {
    FormFaults old = {0};
    if (q && !str_eq(q->key, c->part[0]))
        add_fault(c, faults, 1, str_fmt(c->arena, "its key must stay “%.*s”", STR_FMT(c->part[0])));
    else if (q)
        check_meanings(c, definition_read(c->arena, v->definition, &old), q, faults);
    if (keeps && was_overtaken(c, v))
        add_fault(
            c, faults, 0,
            S("somebody kept another wording after you opened this page. Take that one out as a file and "
              "compare; if you keep yours now, it stands in its place"));
}

Reply form_save(Ctx *c) {
    const FormVersion *v = newest_of(c);
    FormFaults faults = {0};
    if (!v) return status_page(c, 404);
    Str text = sent_text(c), day = str_trim(param(c->form, S("day"))), act = param(c->form, S("act"));
    bool keeps = str_eq(act, S("keep")), drafts = str_eq(act, S("draft"));
    const Questionnaire *q = definition_read(c->arena, text, &faults);
    check_sent(c, v, q, keeps || drafts, &faults);
    Str day_wrong = keeps ? wrong_day(c, v->questionnaire_id, day) : (Str){0};
    if (!(keeps || drafts) || faults.len || day_wrong.at)
        return draw(c, v, (FormPage){.text = text, .day = day, .faults = faults, .day_wrong = day_wrong},
                    faults.len ? NULL : q);
    definition_keep(c->db, q, text, keeps ? day : (Str){0}, c->actor.id, c->now);
    access_audit(c, keeps ? "form.begin" : "form.draft", "questionnaire", v->questionnaire_id, (Str){0});
    return see_other_saying(c, S("Kept. What was answered before keeps its wording"), "/office/forms/%.*s",
                            STR_FMT(c->part[0]));
}
