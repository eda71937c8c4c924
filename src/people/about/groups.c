// The groups a person agrees to: asked one at a time, with what was said, who agreed and how. Not asked is
// not an answer, and not wishing to be identified is one (W170, W171).
#include "people/about/about.html.h"
#include "people/about/pages.h"

typedef struct GroupForm {
    Str answer, agreed_by, agreed_how, needs, views, asked_on;
} GroupForm;
static const Field asked_fields[] = {
    {FIELD(GroupForm, answer), .label = S("What was said?"), .kind = RADIOS, .required = true,
     .choices = group_said, .n_choices = COUNT(group_said), .missing = S("Choose what was said")},
    {FIELD(GroupForm, agreed_by), .label = S("If yes, who agreed that it is recorded?"), .kind = RADIOS,
     .choices = group_agreers, .n_choices = COUNT(group_agreers) - 1},
    {FIELD(GroupForm, agreed_how), .label = S("If yes, how did they agree?"), .kind = RADIOS,
     .choices = group_hows, .n_choices = COUNT(group_hows)},
    {FIELD(GroupForm, needs), .label = S("What it means for them, and what would help"), .kind = TEXTAREA,
     .max = 2000},
    {FIELD(GroupForm, views), .label = S("In their own words"), .kind = TEXTAREA, .max = 2000},
    {FIELD(GroupForm, asked_on), .label = S("When they were asked"), .hint = S("Leave empty for today"),
     .kind = DATE},
};
static const Form asked_form = {S("Save the answer"), S("Save the answer"), asked_fields,
                                COUNT(asked_fields)};

static const Choice standing[] = {{S("yes"), S("Yes"), {0}}, {S("no"), S("No, or no longer"), {0}}};
static const Field standing_fields[] = {
    {FIELD(GroupForm, answer), .label = S("Does this hold?"), .kind = RADIOS, .required = true,
     .choices = standing, .n_choices = COUNT(standing), .missing = S("Choose whether it holds")},
    {FIELD(GroupForm, needs), .label = S("Which plan, order or risk, and who said so"), .kind = TEXTAREA,
     .max = 2000, .required = true, .missing = S("Enter which plan, order or risk it is, and who said so")},
    {FIELD(GroupForm, asked_on), .label = S("Since when"), .hint = S("Leave empty for today"), .kind = DATE},
};
static const Form standing_form = {S("Save the standing"), S("Save"), standing_fields,
                                   COUNT(standing_fields)};

static const Form *form_of(const Group *g) { return g->number ? &asked_form : &standing_form; }

// Groups tell much of a life: only who may see the assessment may see them.
static Record *groups_open(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    return r && record_shows(r, "assessment") ? r : NULL;
}

const GroupAnswer *group_answer_of(GroupAnswerList said, const Group *g) {
    for (size_t i = 0; i < said.len; i++)
        if (str_eq(said.at[i].grp, str_from(g->key))) return &said.at[i];
    return NULL;
}

Reply groups_show(Ctx *c) {
    Record *r = groups_open(c);
    if (!r) return about_refused(c);
    Buf out = {.arena = c->arena};
    groups_view(&out, c, r, group_answers(c->db, r->person->id));
    return record_page(c, r, "about", S("Groups"), &out);
}

static Reply one_page(Ctx *c, const Record *r, const Group *g, const Filled *f) {
    Buf form = {.arena = c->arena}, out = {.arena = c->arena};
    form_draw(&form, c, f, c->path);
    group_view(&out, c, g, group_history(c->db, r->person->id, str_from(g->key)), f, html_of(&form));
    Str title = f->n_errors ? str_fmt(c->arena, "Error: %.*s", STR_FMT(g->name)) : g->name;
    Reply reply = record_page(c, r, "about", title, &out);
    if (f->n_errors) reply.status = 422;
    return reply;
}

Reply group_show(Ctx *c) {
    Record *r = groups_open(c);
    if (!r) return about_refused(c);
    const Group *g = group_find(c->part[1]);
    if (!g) return status_page(c, 404);
    Filled f = form_blank(form_of(g), NULL);
    return one_page(c, r, g, &f);
}

static void check(Ctx *c, const Record *r, const Group *g, Filled *f, const GroupForm *in) {
    about_past(c, r, f, "asked_on", in->asked_on);
    if (!g->number) return;
    bool yes = str_eq(in->answer, S("yes"));
    if (yes && !in->agreed_by.len)
        form_wrong(f, "agreed_by", S("Choose who agreed: without that it is not recorded"));
    if (yes && !in->agreed_how.len) form_wrong(f, "agreed_how", S("Choose how they agreed"));
    if (!yes && in->agreed_by.len)
        form_wrong(f, "agreed_by",
                   S("Nobody needs to agree to this answer: choose “yes” above, or choose nothing here"));
    if (!str_eq(in->answer, S("unwilling")) || (!in->needs.len && !in->views.len)) return;
    form_wrong(f, in->needs.len ? "needs" : "views",
               S("Nothing is kept of who does not wish to be identified: take this text out"));
}

Reply group_save(Ctx *c) {
    Record *r = groups_open(c);
    if (!r) return about_refused(c);
    const Group *g = group_find(c->part[1]);
    if (!g) return status_page(c, 404);
    GroupForm in = {0};
    Filled f = form_read(c, form_of(g), &in);
    if (!f.n_errors) check(c, r, g, &f, &in);
    if (f.n_errors) return one_page(c, r, g, &f);
    Str by = g->number ? or_null(in.agreed_by) : S("known"), key = str_from(g->key);
    group_end(c->db, r->person->id, key, c->now, about_by(c));
    group_put(c->db, r->person->id, key, in.answer, by, or_null(in.agreed_how), or_null(in.needs),
              or_null(in.views), in.asked_on.len ? in.asked_on : date_iso(c->arena, c->today), c->now,
              about_by(c));
    bool told = !str_eq(in.answer, S("unwilling"));    // the chronology does not name it either
    Str title =
        told ? str_fmt(c->arena, "%.*s: %s", STR_FMT(g->name), str_eq(in.answer, S("yes")) ? "yes" : "no")
             : S("Asked about a group, and did not wish to be identified");
    about_noted(c, r, (Noted){.act = "person.group", .kind = "assessment", .title = title});
    return about_saved(c, r, S("The answer is saved"), "/groups");
}

// ---- how many, for the partnership ------------------------------------------------------------------------

int64_t group_count_of(GroupCountList counts, const Group *g) {
    for (size_t i = 0; i < counts.len; i++)
        if (str_eq(counts.at[i].grp, str_from(g->key))) return counts.at[i].n;
    return 0;
}

Reply groups_count(Ctx *c) {
    Buf out = {.arena = c->arena};
    groups_count_view(&out, group_counts(c->db, date_iso(c->arena, c->today)));
    return page(
        c, (Page){.title = S("Groups of children"), .crumbs = {{S("Work"), {S("/work")}}}, .no_index = true},
        &out);
}
