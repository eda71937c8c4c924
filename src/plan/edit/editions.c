// The plan's own words: its editions and its objectives. What was published keeps the words it went out with.
#include "plan/edit/pages.h"
#include "plan/edit/plan.html.h"
#include "plan/pack.h"

Reply plan_office(Ctx *c) {
    Buf out = {.arena = c->arena};
    plan_editions_view(&out, edit_plans(c->db));
    plan_objectives_view(&out, edit_objectives_all(c->db));
    plan_priorities_view(&out, edit_priorities(c->db), edit_commitments(c->db));
    plan_headlines_view(&out, c, edit_headlines(c->db, (Str){0}));
    Page p = {.title = S("The plan"), .no_index = true};
    p.crumbs[0] = (Crumb){S("Office"), url_path(c->arena, "/office")};
    return page(c, p, &out);
}

static Crumb plan_crumb(Ctx *c) { return (Crumb){S("The plan"), url_path(c->arena, "/office/plan")}; }
static Reply done(Ctx *c, Str said) { return see_other_saying(c, said, "/office/plan"); }

// ---- editions ---------------------------------------------------------------------------------------------

typedef struct Edition {
    Str code, title, edition, version, starts, ends, status, standing, strapline, vision, successor, seen;
} Edition;
static const Choice statuses[] = {
    {S("draft"), S("Draft"), S("Being written")},
    {S("consultation"), S("In consultation"), {0}},
    {S("adopted"), S("Adopted"), S("The public page shows the edition that was adopted last")},
    {S("superseded"), S("Superseded"), S("Another has taken its place")},
};
#define EDITION_FIELDS                                                                                       \
    {FIELD(Edition, title), .label = S("Title"), .kind = TEXT, .required = true, .max = 300,                 \
     .missing = S("Enter the title")},                                                                       \
        {FIELD(Edition, edition), .label = S("Edition"), .kind = TEXT,                                       \
         .hint = S("Like “Plan for Year Two”")},                                                             \
        {FIELD(Edition, version), .label = S("Version"), .kind = TEXT, .hint = S("Like “V1, August 2011”")}, \
        {FIELD(Edition, starts), .label = S("First year it covers"), .kind = NUMBER, .required = true,       \
         .width = 4,                                                                                         \
         .missing = S("Enter the first year it covers, like 2015")},                                         \
        {FIELD(Edition, ends), .label = S("Last year it covers"), .kind = NUMBER, .required = true,          \
         .width = 4,                                                                                         \
         .missing = S("Enter the last year it covers, like 2020")},                                          \
        {FIELD(Edition, status), .label = S("How far has it come?"), .kind = RADIOS, .required = true,       \
         .choices = statuses, .n_choices = COUNT(statuses), .missing = S("Choose how far it has come")},     \
        {FIELD(Edition, standing), .label = S("Its force"), .kind = TEXT, .max = 300,                        \
         .hint = S("Such as who must have it, or why the partners keep it")},                                \
        {FIELD(Edition, strapline), .label = S("The line under the title"), .kind = TEXT},                   \
        {FIELD(Edition, vision), .label = S("Vision"), .kind = TEXTAREA, .max = 8000,                        \
         .hint = S("Markdown")},                                                                             \
        {FIELD(Edition, successor), .label = S("The plan that follows it"), .kind = SELECT,                  \
         .hint = S("Leave it open where there is none yet")}
static const Field add_fields[] = {
    {FIELD(Edition, code), .label = S("Code"), .kind = TEXT, .required = true, .max = 60, .width = 20,
     .hint = S("Short and lasting, like cypp-2015-20"), .missing = S("Enter a code")},
    EDITION_FIELDS,
};
static const Field edit_fields[] = {EDITION_FIELDS, EDIT_SEEN(Edition)};
static const Form add_form = {S("Add an edition of the plan"), S("Add it"), add_fields, COUNT(add_fields)};
static const Form edit_form = {S("Change an edition of the plan"), S("Save"), edit_fields,
                               COUNT(edit_fields)};

static Choices successors(Ctx *c, Str but) {
    EditPlanList all = edit_plans(c->db);
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < all.len; i++)
        if (!str_eq(all.at[i].code, but))
            at[n++] = (Choice){.value = all.at[i].code, .label = all.at[i].title};
    return (Choices){n, at};
}

static Edition held(Arena *a, const EditPlan *p) {
    return (Edition){{0},
                     p->title,
                     edit_held(p->edition),
                     edit_held(p->version),
                     str_fmt(a, "%lld", (long long)p->starts),
                     str_fmt(a, "%lld", (long long)p->ends),
                     p->status,
                     edit_held(p->standing),
                     edit_held(p->strapline),
                     edit_held(p->vision),
                     edit_held(p->successor),
                     {0}};
}

static void check_years(Filled *f, const Edition *in, int64_t *ret_starts, int64_t *ret_ends) {
    bool starts = str_int(in->starts, ret_starts), ends = str_int(in->ends, ret_ends);
    if (starts && (*ret_starts < 1990 || *ret_starts > 2099))
        form_wrong(f, "starts", S("The first year must be one of four digits, like 2015"));
    if (starts && ends && (*ret_ends < *ret_starts || *ret_ends > 2099))
        form_wrong(f, "ends", S("The last year must not be before the first"));
}

static Edit edition_begin(Ctx *c, const EditPlan *p, Edition *now) {
    *now = p ? held(c->arena, p) : (Edition){0};
    Edit e = edit_begin(c, p ? &edit_form : &add_form, now, plan_crumb(c));
    if (p) e.caption = p->title;
    edit_choose(&e, "successor", successors(c, p ? p->code : (Str){0}));
    return e;
}

Reply edition_add(Ctx *c) {
    Edition now;
    Edit e = edition_begin(c, NULL, &now);
    return edit_reply(c, &e);
}

Reply edition_add_save(Ctx *c) {
    edit_turn(c);
    Edition now, in = {0};
    int64_t starts = NONE, ends = NONE;
    Edit e = edition_begin(c, NULL, &now);
    edit_take(c, &e, &in);
    check_years(&e.f, &in, &starts, &ends);
    if (!str_eq(in.code, measure_slug(c->arena, in.code)) || str_eq(in.code, S("add")))
        form_wrong(&e.f, "code", S("The code is small letters, digits and dashes, like cypp-2015-20"));
    if (in.code.len && edit_plan(c->db, in.code))
        form_wrong(&e.f, "code", S("An edition has that code already: choose another"));
    if (e.f.n_errors) return edit_reply(c, &e);
    int64_t id = edit_plan_add(c->db, in.code, in.title, edit_or_none(in.edition), edit_or_none(in.version),
                               starts, ends, in.status, edit_or_none(in.standing), edit_or_none(in.strapline),
                               edit_or_none(in.vision), in.successor);
    edit_audit(c, "plan.add", "plan", id, &add_form, NULL, &in);
    return done(c, S("The edition is added"));
}

Reply edition_edit(Ctx *c) {
    const EditPlan *p = edit_plan(c->db, c->part[0]);
    Edition now;
    if (!p) return status_page(c, 404);
    Edit e = edition_begin(c, p, &now);
    return edit_reply(c, &e);
}

Reply edition_save(Ctx *c) {
    edit_turn(c);
    const EditPlan *p = edit_plan(c->db, c->part[0]);
    Edition now, in = {0};
    int64_t starts = NONE, ends = NONE;
    if (!p) return status_page(c, 404);
    Edit e = edition_begin(c, p, &now);
    bool taken = edit_take(c, &e, &in);
    check_years(&e.f, &in, &starts, &ends);
    if (!taken || e.f.n_errors) return edit_reply(c, &e);
    if (!edit_audit(c, "plan.change", "plan", p->id, &edit_form, &now, &in))
        return done(c, S("Nothing was changed"));
    EDIT_KEPT(c, "plans.csv", p->code);
    edit_plan_save(c->db, p->id, in.title, edit_or_none(in.edition), edit_or_none(in.version), starts, ends,
                   in.status, edit_or_none(in.standing), edit_or_none(in.strapline), edit_or_none(in.vision),
                   in.successor);
    return done(c, S("The edition is changed"));
}

// ---- objectives -------------------------------------------------------------------------------------------

typedef struct Objective {
    Str title, description, lead_partners, seen;
} Objective;
static const Field objective_fields[] = {
    {FIELD(Objective, title), .label = S("Title"), .kind = TEXT, .required = true, .max = 300,
     .missing = S("Enter the title")},
    {FIELD(Objective, description), .label = S("What it is for"), .kind = TEXTAREA, .max = 1000,
     .hint = S("One sentence")},
    {FIELD(Objective, lead_partners), .label = S("Who leads"), .kind = TEXT, .max = 300,
     .hint = S("Roles and agencies, with “; ” between them")},
    EDIT_SEEN(Objective),
};
static const Form objective_form = {S("Change an objective"), S("Save"), objective_fields,
                                    COUNT(objective_fields)};

static Edit objective_begin(Ctx *c, const EditObjective *o, Objective *now) {
    *now = (Objective){o->title, edit_held(o->description), edit_held(o->lead_partners), {0}};
    Edit e = edit_begin(c, &objective_form, now, plan_crumb(c));
    e.caption = str_fmt(c->arena, "%.*s objective %lld. %.*s",
                        STR_FMT(str_eq(o->level, S("strategic")) ? S("Strategic") : S("Operational")),
                        (long long)o->number, STR_FMT(o->set_title));
    return e;
}

Reply objective_edit(Ctx *c) {
    const EditObjective *o = edit_objective(c->db, c->part[0]);
    Objective now;
    if (!o) return status_page(c, 404);
    Edit e = objective_begin(c, o, &now);
    return edit_reply(c, &e);
}

Reply objective_save(Ctx *c) {
    edit_turn(c);
    const EditObjective *o = edit_objective(c->db, c->part[0]);
    Objective now, in = {0};
    if (!o) return status_page(c, 404);
    Edit e = objective_begin(c, o, &now);
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    if (!edit_audit(c, "objective.change", "objective", o->id, &objective_form, &now, &in))
        return done(c, S("Nothing was changed"));
    EDIT_KEPT(c, "objectives.csv", o->code);
    edit_objective_save(c->db, o->id, in.title, edit_or_none(in.description), edit_or_none(in.lead_partners));
    return done(c, S("The objective is changed"));
}
