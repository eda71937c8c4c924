// Reading a form: what was sent is looked up field by field, checked by kind, and kept as typed for showing
// again. Each sentence names its field and says what would be right.
#include "web/form.h"

#include "web/form.html.h"
#include "web/form_check.h"

static int field_index(const Form *form, Str name) {
    for (size_t i = 0; i < form->n_fields; i++)
        if (str_eq(str_from(form->fields[i].name), name)) return (int)i;
    return -1;
}

static Str *member(const Field *field, void *values) {
    return (Str *)(void *)((char *)values + field->offset);
}

Filled form_blank(const Form *form, const void *values) {
    Filled f = {.form = form};
    for (size_t i = 0; i < form->n_fields && i < FORM_FIELDS_MAX; i++) {
        const Field *field = &form->fields[i];
        f.choices[i] = (Choices){field->n_choices, field->choices};
        if (field->kind == YESNO) f.choices[i] = form_yes_no;
        if (values) f.value[i] = *(const Str *)(const void *)((const char *)values + field->offset);
    }
    return f;
}

void form_wrong(Filled *f, const char *name, Str sentence) {
    int i = field_index(f->form, str_from(name));
    if (i < 0 || f->wrong[i].len) return;
    f->wrong[i] = sentence;
    f->n_errors++;
}

// Browsers send line ends as CR LF; a text keeps LF.
static Str lines(Arena *a, Str s) {
    if (!str_has(s, S("\r"))) return s;
    Buf out = {.arena = a};
    for (size_t i = 0; i < s.len; i++) {
        bool pair = s.at[i] == '\r' && i + 1 < s.len && s.at[i + 1] == '\n';
        if (!pair) buf_byte(&out, s.at[i] == '\r' ? '\n' : s.at[i]);
    }
    return buf_str(&out);
}

static Str joined(Ctx *c, Str name) {
    Buf out = {.arena = c->arena};
    for (size_t i = 0; i < c->form.len; i++) {
        if (!str_eq(c->form.at[i].name, name)) continue;
        if (out.len) buf_byte(&out, ',');
        buf_put(&out, str_trim(c->form.at[i].value));
    }
    return buf_str(&out);
}

static Str uploaded(const Ctx *c, Str name) {
    for (size_t i = 0; i < c->n_uploads; i++)
        if (str_eq(c->uploads[i].field, name) && c->uploads[i].size > 0) return c->uploads[i].file_name;
    return S("");
}

static Str part(const Ctx *c, const Field *field, const char *which) {
    return str_trim(param(c->form, str_fmt(c->arena, "%s-%s", field->name, which)));
}

static Str sent(Ctx *c, const Field *field) {
    Str name = str_from(field->name);
    switch (field->kind) {
    case DATE:
        return date_typed(c->arena, part(c, field, "day"), part(c, field, "month"), part(c, field, "year"));
    case CHECKBOXES: return joined(c, name);
    case FILE_UPLOAD: return uploaded(c, name);
    case PASSWORD: return param(c->form, name);
    case TEXTAREA: return lines(c->arena, str_trim(param(c->form, name)));
    default: return str_trim(param(c->form, name));
    }
}

void form_take(Ctx *c, Filled *f, void *ret) {
    for (size_t i = 0; i < f->form->n_fields && i < FORM_FIELDS_MAX; i++) {
        const Field *field = &f->form->fields[i];
        f->value[i] = sent(c, field);
        Str wrong = form_check(c->arena, field, f->choices[i], &f->value[i]);
        if (wrong.len) form_wrong(f, field->name, wrong);
        *member(field, ret) = f->value[i];
    }
}

Filled form_read(Ctx *c, const Form *form, void *ret) {
    Filled f = form_blank(form, NULL);
    form_take(c, &f, ret);
    return f;
}

Reply form_reply(Ctx *c, const Filled *f, Page p) {
    Buf main = {.arena = c->arena};
    form_page_view(&main, c, f);
    if (!p.title.len) p.title = f->form->title;
    p.error = f->n_errors > 0;
    return page_status(c, f->n_errors ? 422 : 200, p, &main);
}

Reply form_page(Ctx *c, const Filled *f) { return form_reply(c, f, (Page){0}); }

Reply form_again(Ctx *c, const Filled *f) { return form_reply(c, f, (Page){0}); }
