// The office's agencies: adding, renaming, ending. An ended agency keeps its people and its history.
#include <inttypes.h>

#include "access/people.html.h"
#include "access/within.h"

const Choice agency_kinds[8] = {
    {S("council"), S("Council")},
    {S("health"), S("Health")},
    {S("police"), S("Police")},
    {S("school"), S("School or college")},
    {S("voluntary"), S("Voluntary or community")},
    {S("probation"), S("Probation")},
    {S("fire"), S("Fire and rescue")},
    {S("other"), S("Something else")},
};
static const Crumb office = {S("Office"), {S("/office")}},
                   agencies_crumb = {S("Agencies"), {S("/office/agencies")}};

typedef struct Edit {
    Str name, kind;
} Edit;
static const Field fields[] = {
    {FIELD(Edit, name), .label = S("Name"), .kind = TEXT, .required = true, .max = 120,
     .missing = S("Enter the agency’s name")},
    {FIELD(Edit, kind), .label = S("What it is"), .kind = RADIOS, .required = true, .choices = agency_kinds,
     .n_choices = COUNT(agency_kinds), .missing = S("Choose what it is")},
};
static const Form add_form = {S("Add an agency"), S("Add it"), fields, COUNT(fields)};
static const Form edit_form = {S("Change an agency"), S("Save"), fields, COUNT(fields)};

Str agency_kind_text(Str kind) {
    for (size_t i = 0; i < COUNT(agency_kinds); i++)
        if (str_eq(agency_kinds[i].value, kind)) return agency_kinds[i].label;
    return kind;
}

Reply agencies_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    agencies_page(&out, c, agency_list(c->db, true));
    return page(c, (Page){.title = S("Agencies"), .crumbs = {office}, .no_index = true}, &out);
}

Reply agencies_add(Ctx *c) {
    Filled f = form_blank(&add_form, NULL);
    return form_page(c, &f);
}

// Reads either form; another agency of the same name is an error of it.
static Filled read_edit(Ctx *c, const Form *form, Edit *in, int64_t self) {
    Filled f = form_read(c, form, in);
    const Agency *same = f.n_errors ? NULL : agency_named(c->db, in->name);
    if (same && same->id != self) form_wrong(&f, "name", S("There is an agency of that name already"));
    return f;
}

Reply agencies_add_save(Ctx *c) {
    Edit in = {0};
    Filled f = read_edit(c, &add_form, &in, NONE);
    if (f.n_errors) return form_again(c, &f);
    int64_t id = agency_add(c->db, in.name, in.kind, c->now);
    access_audit(c, "agency.add", "agency", id, (Str){0});
    return see_other_saying(c, S("The agency is added"), "/office/agencies");
}

Reply agencies_edit(Ctx *c) {
    const Agency *g = agency_find(c->db, part_int(c, 0));
    if (!g) return status_page(c, 404);
    Edit in = {g->name, g->kind};
    Filled f = form_blank(&edit_form, &in);
    Buf out = {.arena = c->arena};
    agency_page(&out, c, g, &f);
    return page(c, (Page){.title = g->name, .crumbs = {office, agencies_crumb}, .no_index = true}, &out);
}

Reply agencies_edit_save(Ctx *c) {
    const Agency *g = agency_find(c->db, part_int(c, 0));
    if (!g) return status_page(c, 404);
    Edit in = {0};
    Filled f = read_edit(c, &edit_form, &in, g->id);
    if (f.n_errors) return form_again(c, &f);
    agency_change(c->db, g->id, in.name, in.kind);
    access_audit(c, "agency.change", "agency", g->id, json_of(c->arena, "was", g->name));
    return see_other_saying(c, S("The agency is changed"), "/office/agencies");
}

Reply agencies_end(Ctx *c) {
    const Agency *g = agency_find(c->db, part_int(c, 0));
    if (!g) return status_page(c, 404);
    bool ending = g->ended_at == NONE;
    int64_t changed = ending ? agency_end(c->db, g->id, c->now) : agency_resume(c->db, g->id);
    if (changed != 1) return status_page(c, 409);
    access_audit(c, ending ? "agency.end" : "agency.resume", "agency", g->id, (Str){0});
    return see_other_saying(c,
                            ending ? S("The agency no longer takes part") : S("The agency takes part again"),
                            "/office/agencies");
}
