// One way of changing things for every page of the folder: show what stands, take what was typed, compare,
// write down.
#include "plan/edit/edit.h"

#include "access/secret.h"
#include "base/json.h"
#include "plan/edit/edit.html.h"
#include "plan/edit/edit.sql.h"

void edit_turn(Ctx *c) {
    if (c->method == POST) plan_turn_take(c->db);
}

static Str member(const Field *field, const void *values) {
    return values ? *(const Str *)(const void *)((const char *)values + field->offset) : (Str){0};
}

static bool is_seen(const Field *field) { return !strcmp(field->name, "seen"); }

// Of all fields that are held: absent ones are not part of what the page showed.
static Str digest(Arena *a, const Form *form, const void *now) {
    Buf all = {.arena = a};
    for (size_t i = 0; i < form->n_fields; i++) {
        Str value = member(&form->fields[i], now);
        if (is_seen(&form->fields[i]) || !value.at) continue;
        buf_fmt(&all, "%s %zu ", form->fields[i].name, value.len);
        buf_put(&all, value);
    }
    Str hash = secret_hash(a, S("what a page showed"), buf_str(&all));
    return str_hex(a, (const uint8_t *)hash.at, 16);
}

static void set_seen(Arena *a, Edit *e) {
    for (size_t i = 0; i < e->f.form->n_fields; i++)
        if (is_seen(&e->f.form->fields[i])) e->f.value[i] = digest(a, e->f.form, e->now);
}

Edit edit_begin(Ctx *c, const Form *form, const void *now, Crumb area) {
    Edit e = {.f = form_blank(form, now), .now = now, .page = {.title = form->title, .no_index = true}};
    e.page.crumbs[0] = (Crumb){S("Office"), url_path(c->arena, "/office")};
    e.page.crumbs[1] = area;
    set_seen(c->arena, &e);
    return e;
}

void edit_offer_drop(Ctx *c, Edit *e, Str word) {
    Buf out = {.arena = c->arena};
    edit_drop_view(&out, c, url_path(c->arena, "%.*s/drop", STR_FMT(c->path)), word);
    e->after = html_of(&out);
}

void edit_choose(Edit *e, const char *field, Choices choices) {
    for (size_t i = 0; i < e->f.form->n_fields; i++)
        if (!strcmp(e->f.form->fields[i].name, field)) e->f.choices[i] = choices;
}

bool edit_take(Ctx *c, Edit *e, void *ret) {
    form_take(c, &e->f, ret);
    for (size_t i = 0; i < e->f.form->n_fields; i++)
        if (is_seen(&e->f.form->fields[i]) && !str_eq(e->f.value[i], digest(c->arena, e->f.form, e->now)))
            e->changed = true;
    if (e->changed) set_seen(c->arena, e);             // saving once more is then meant
    return !e->changed && !e->f.n_errors;
}

Reply edit_reply(Ctx *c, const Edit *e) {
    Buf main = {.arena = c->arena};
    edit_view(&main, c, e);
    Page p = e->page;
    p.error = e->f.n_errors > 0;
    int status = e->changed ? 409 : e->f.n_errors ? 422 : 200;
    return page_status(c, status, p, &main);
}

// A choice as it is called on the page.
static Str shown(const Filled *f, size_t i, Str value) {
    for (size_t k = 0; k < f->choices[i].len; k++)
        if (str_eq(f->choices[i].at[k].value, value)) return f->choices[i].at[k].label;
    return value;
}

size_t edit_differences(const Edit *e, EditDifference ret[FORM_FIELDS_MAX]) {
    size_t n = 0;
    for (size_t i = 0; i < e->f.form->n_fields && i < FORM_FIELDS_MAX; i++) {
        const Field *field = &e->f.form->fields[i];
        Str theirs = member(field, e->now);
        if (field->kind == HIDDEN || !theirs.at || str_eq(theirs, e->f.value[i])) continue;
        ret[n++] = (EditDifference){field->label, shown(&e->f, i, theirs), shown(&e->f, i, e->f.value[i])};
    }
    return n;
}

static bool put_changed(Json *j, const Field *field, const void *was, const void *is) {
    Str old = member(field, was), new = member(field, is);
    if (is_seen(field) || str_eq(old, new)) return false;
    json_key(j, str_from(field->name));
    json_open(j, '{');
    if (old.at) json_key(j, S("was")), json_str(j, old);
    json_key(j, S("now")), json_str(j, new);
    json_close(j, '}');
    return true;
}

bool edit_audit(Ctx *c, const char *act, const char *subject, int64_t id, const Form *form, const void *was,
                const void *is) {
    Buf detail = {.arena = c->arena};
    Json j = {.out = &detail};
    bool any = false;
    json_open(&j, '{');
    for (size_t i = 0; i < form->n_fields; i++) any = put_changed(&j, &form->fields[i], was, is) || any;
    json_close(&j, '}');
    if (any) access_audit(c, act, subject, id, buf_str(&detail));
    return any;
}

void edit_audit_one(Ctx *c, const char *act, const char *subject, int64_t id, const char *key, Str value) {
    Buf detail = {.arena = c->arena};
    Json j = {.out = &detail};
    json_open(&j, '{');
    json_key(&j, str_from(key)), json_str(&j, value);
    json_close(&j, '}');
    access_audit(c, act, subject, id, buf_str(&detail));
}

void edit_kept(Ctx *c, const char *file, const Str *cell, size_t n) {
    Buf key = {.arena = c->arena};
    for (size_t i = 0; i < n; i++) {
        if (i) buf_byte(&key, '\x1f');
        buf_put(&key, cell[i]);
    }
    edit_kept_add(c->db, str_from(file), buf_str(&key), c->now);
}

Str edit_number(Arena *a, int64_t n) { return str_fmt(a, "%lld", (long long)n); }

