// An XLSForm brought into the office: looked at first, kept as a draft when the person says so. Nothing
// of the file is kept but the questionnaire that the preview showed.

#include "questions/draft.h"
#include "questions/import.html.h"
#include "questions/pages.h"

typedef struct Bring {
    Str file;
} Bring;
static const Field bring_fields[] = {
    {FIELD(Bring, file), .label = S("The workbook (.xlsx)"),
     .hint = S("With the sheets survey and choices, and settings where there are some. 2 MB at most"),
     .kind = FILE_UPLOAD, .required = true, .missing = S("Choose the workbook")},
};
static const Form bring_form = {S("Bring in an XLSForm"), S("Look at it"), bring_fields, COUNT(bring_fields)};

static Page bring_frame(bool error) {
    return (Page){.title = S("Bring in an XLSForm"),
                  .error = error,
                  .wide = true,
                  .no_index = true,
                  .crumbs = {{S("Office"), {S("/office")}}, {S("Questionnaires"), {S("/office/forms")}}}};
}

static Reply bring_page(Ctx *c, const Filled *f, const ImportPage *p) {
    Buf out = {.arena = c->arena};
    bool wrong = f->n_errors || (p && !p->read.form);
    form_import_view(&out, c, f, p);
    return page_status(c, wrong ? 422 : 200, bring_frame(wrong), &out);
}

Reply form_import_new(Ctx *c) {
    Filled f = form_blank(&bring_form, NULL);
    return bring_page(c, &f, NULL);
}

static bool read_file(Ctx *c, Str *ret_bytes, Str *ret_name) {
    const Upload *u = upload_of(c, S("file"));
    if (!u) return false;
    *ret_bytes = upload_bytes(c->arena, u, XLSX_FILE_MOST + 1);
    *ret_name = u->file_name;
    return ret_bytes->len > 0;
}

// What the program reads in a question of that name here is read in the new wording too.
static void inherit(const Questionnaire *was, Questionnaire *now) {
    for (size_t i = 0; was && i < now->len; i++)
        for (size_t k = 0; k < now->at[i].len; k++) {
            Question *q = &now->at[i].at[k];
            const Question *old = question_find(was, q->key);
            if (!old || old->kind != q->kind) continue;
            q->means = old->means;
            q->prefill = old->prefill;
        }
}

// Beside the questionnaire of the same key, where there is one.
static void compare(Ctx *c, ImportPage *p) {
    FormFaults faults = {0};
    Buf out = {.arena = c->arena}, sample = {.arena = c->arena};
    Questionnaire *form = (Questionnaire *)p->read.form;    // read for this page alone
    int64_t id = questionnaire_id_of(c->db, form->key);
    const FormVersion *v = id == NONE ? NULL : form_newest(c->db, id);
    const Questionnaire *was = v ? definition_read(c->arena, v->definition, &faults) : NULL;
    if (was) {
        p->title_now = was->title;
        p->replaces_draft = !v->from_on.at;
        inherit(was, form);
        check_meanings(c, was, form, &p->lost);
    }
    definition_write(&out, form);
    p->text = buf_str(&out);
    form_sample_draw(&sample, c, form);
    p->sample = html_of(&sample);
}

Reply form_import_look(Ctx *c) {
    Filled f = form_blank(&bring_form, NULL);
    Str bytes, name;
    if (!read_file(c, &bytes, &name)) {
        form_wrong(&f, "file", S("Choose the workbook"));
        return bring_page(c, &f, NULL);
    }
    ImportPage p = {.name = name, .read = xlsform_read(c->arena, bytes, name)};
    if (p.read.form) compare(c, &p);
    return bring_page(c, &f, &p);
}

// The text comes back from the preview, so it is read and checked as if it came from anywhere.
Reply form_import_keep(Ctx *c) {
    FormFaults faults = {0}, old = {0};
    Str sent = param(c->form, S("text"));
    Questionnaire *q = (Questionnaire *)definition_read(c->arena, sent, &faults);
    if (!q) return status_page(c, 409);
    int64_t id = questionnaire_id_of(c->db, q->key);
    const FormVersion *v = id == NONE ? NULL : form_newest(c->db, id);
    if (v) check_meanings(c, definition_read(c->arena, v->definition, &old), q, &faults);
    if (faults.len) return status_page(c, 409);
    Buf out = {.arena = c->arena};
    definition_write(&out, q);
    definition_keep(c->db, q, buf_str(&out), (Str){0}, c->actor.id, c->now);
    access_audit(c, "form.import", "questionnaire", questionnaire_id_of(c->db, q->key), (Str){0});
    return see_other_saying(c, S("Kept as a draft. Look it over, and put it in force from a day"),
                            "/office/forms/%.*s", STR_FMT(q->key));
}
