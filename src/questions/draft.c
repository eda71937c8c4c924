// The draft of a questionnaire: begun from what stands, shown question by question, put in force from a day.
#include "questions/draft.h"

#include "questions/outline.html.h"
#include "questions/pages.h"

bool outline_open(Ctx *c, Outline *ret) {
    FormFaults faults;
    int64_t id = questionnaire_id_of(c->db, c->part[0]);
    const FormVersion *v = id == NONE ? NULL : form_newest(c->db, id);
    if (!v) return false;
    *ret = (Outline){.version = v, .draft = !v->from_on.at};
    // Read for this page alone, so it may be changed.
    ret->form = (Questionnaire *)definition_read(c->arena, v->definition, &faults);
    if (!ret->form) db_fail(c->db, "the newest wording of questionnaire %lld no longer reads", (long long)id);
    const FormVersion *now = form_in_force(c->db, c->part[0], date_iso(c->arena, c->today));
    if (now && now->id != v->id) ret->standing = definition_read(c->arena, now->definition, &faults);
    return ret->form != NULL;
}

static Str written(Arena *a, const Questionnaire *q) {
    Buf out = {.arena = a};
    definition_write(&out, q);
    return buf_str(&out);
}

Str outline_wrong(Ctx *c, const Outline *o) {
    FormFaults faults = {0};
    definition_read(c->arena, written(c->arena, o->form), &faults);
    return faults.len ? faults.at[0].sentence : (Str){0};
}

bool outline_keep(Ctx *c, const Outline *o) {
    const FormVersion *v = o->version;
    if (form_draft_save(c->db, v->id, v->definition, written(c->arena, o->form), c->now, c->actor.id) != 1)
        return false;
    access_audit(c, "form.draft", "questionnaire", v->questionnaire_id, (Str){0});
    return true;
}

// ---- beside what stands -----------------------------------------------------------------------------------

static const Section *section_of(const Questionnaire *form, Str key) {
    for (size_t i = 0; form && i < form->len; i++)
        for (size_t k = 0; k < form->at[i].len; k++)
            if (str_eq(form->at[i].at[k].key, key)) return &form->at[i];
    return NULL;
}

// One question as a text, to be compared.
static Str question_text(Arena *a, const Question *q) {
    Section s = {.key = S("s"), .title = S("s"), .at = (Question *)q, .len = 1};
    return written(a, &(Questionnaire){.key = S("f"), .title = S("f"), .at = &s, .len = 1});
}

Str question_news(Arena *a, const Outline *o, const Section *s, const Question *q) {
    const Section *was = section_of(o->standing, q->key);
    if (!o->standing) return (Str){0};
    if (!was) return S("New");
    if (!str_eq(question_text(a, q), question_text(a, question_find(o->standing, q->key))))
        return S("Changed");
    return str_eq(was->key, s->key) ? (Str){0} : S("Moved");
}

QuestionsGone questions_gone(Arena *a, const Outline *o) {
    size_t most = 0;
    for (size_t i = 0; o->standing && i < o->standing->len; i++) most += o->standing->at[i].len;
    QuestionsGone gone = {0, arena_new(a, const Question *, most + 1)};
    for (size_t i = 0; o->standing && i < o->standing->len; i++)
        for (size_t k = 0; k < o->standing->at[i].len; k++)
            if (!section_of(o->form, o->standing->at[i].at[k].key))
                gone.at[gone.len++] = &o->standing->at[i].at[k];
    return gone;
}

static Str kind_words(const Question *q) {
    static const Str words[ASK_KINDS] = {S("Short text"),
                                         S("Long text"),
                                         S("Number"),
                                         S("Date"),
                                         S("Yes or no"),
                                         S("One of several"),
                                         S("Any of several"),
                                         S("From 0 to 10"),
                                         S("Asked again for each"),
                                         S("Words, nothing is asked")};
    return words[q->kind];
}

Str question_about(Arena *a, const Question *q) {
    Buf out = {.arena = a};
    buf_put(&out, kind_words(q));
    for (size_t i = 0; i < q->choices.len; i++)
        buf_fmt(&out, "%s%.*s", i ? "; " : ": ", STR_FMT(q->choices.at[i].label));
    for (size_t i = 0; i < q->n_sub; i++)
        buf_fmt(&out, "%s%.*s", i ? "; " : ": ", STR_FMT(q->sub[i].label));
    if (q->when.len) buf_lit(&out, ". Asked only after other answers");
    if (q->means.at) buf_lit(&out, ". Kith itself reads the answer");
    return buf_str(&out);
}

// ---- pages ------------------------------------------------------------------------------------------------

static Reply outline_page(Ctx *c, OutlinePage p) {
    bool wrong = p.day_wrong.at || p.faults.len;
    Buf out = {.arena = c->arena};
    outline_view(&out, c, &p);
    return page_status(c, wrong ? 422 : 200, form_frame(c, p.o->form->title, wrong), &out);
}

Reply form_show(Ctx *c) {
    Outline o;
    if (!outline_open(c, &o)) return status_page(c, 404);
    return outline_page(c, (OutlinePage){.o = &o, .day = S("")});
}

Reply form_preview(Ctx *c) {
    Outline o;
    if (!outline_open(c, &o)) return status_page(c, 404);
    Buf sample = {.arena = c->arena}, out = {.arena = c->arena};
    form_sample_draw(&sample, c, o.form);
    form_preview_view(&out, &o, html_of(&sample));
    return page(c, form_frame(c, S("Preview"), false), &out);
}

Reply form_draft_begin(Ctx *c) {
    Outline o;
    if (!outline_open(c, &o)) return status_page(c, 404);
    if (!o.draft) {
        definition_keep(c->db, o.form, o.version->definition, (Str){0}, c->actor.id, c->now);
        access_audit(c, "form.draft", "questionnaire", o.version->questionnaire_id, (Str){0});
    }
    return see_other_saying(c, S("This is a draft. Nobody is asked by it until you put it in force"),
                            "/office/forms/%.*s", STR_FMT(c->part[0]));
}

Reply form_draft_drop(Ctx *c) {
    Outline o;
    if (!outline_open(c, &o)) return status_page(c, 404);
    if (!form_draft_drop_now(c->db, o.version->id)) return status_page(c, 409);
    access_audit(c, "form.drop", "questionnaire", o.version->questionnaire_id, (Str){0});
    return see_other_saying(c, S("The draft is thrown away"), "/office/forms");
}

Reply form_draft_start(Ctx *c) {
    Outline o;
    if (!outline_open(c, &o)) return status_page(c, 404);
    if (!o.draft) return status_page(c, 409);
    OutlinePage p = {.o = &o, .day = str_trim(param(c->form, S("day")))};
    p.day_wrong = wrong_day(c, o.version->questionnaire_id, p.day);
    check_meanings(c, o.standing, o.form, &p.faults);
    if (p.day_wrong.at || p.faults.len) return outline_page(c, p);
    definition_keep(c->db, o.form, o.version->definition, p.day, c->actor.id, c->now);
    access_audit(c, "form.begin", "questionnaire", o.version->questionnaire_id, (Str){0});
    return see_other_saying(c, S("The day is set. What was answered before keeps its wording"),
                            "/office/forms/%.*s", STR_FMT(c->part[0]));
}
