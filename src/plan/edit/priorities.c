// What a year is given to: its priorities, each with the promises under it.
#include "plan/edit/pages.h"

typedef struct Priority {
    Str year, plan, title, key_focus, lead, objective, seen;
} Priority;
#define PRIORITY_FIELDS                                                                                      \
    {FIELD(Priority, plan), .label = S("The edition that sets it"), .kind = SELECT, .required = true,        \
     .missing = S("Choose the edition that sets it")},                                                       \
        {FIELD(Priority, title), .label = S("Short name"), .kind = TEXT, .required = true,                   \
         .missing = S("Enter a short name")},                                                                \
        {FIELD(Priority, key_focus), .label = S("What it concentrates on"), .kind = TEXTAREA,                \
         .required = true,                                                                                   \
         .max = 600, .missing = S("Say what it concentrates on")},                                           \
        {FIELD(Priority, lead), .label = S("Who answers for it"), .kind = TEXT, .hint = S("As a role")},     \
        {FIELD(Priority, objective), .label = S("The objective it serves"), .kind = SELECT}
static const Field add_fields[] = {
    {FIELD(Priority, year), .label = S("Year"), .kind = TEXT, .required = true, .width = 10,
     .hint = S("Like 2014/15"), .missing = S("Enter the year, like 2014/15")},
    PRIORITY_FIELDS,
};
static const Field edit_fields[] = {PRIORITY_FIELDS, EDIT_SEEN(Priority)};
static const Form add_form = {S("Add a priority"), S("Add it"), add_fields, COUNT(add_fields)};
static const Form edit_form = {S("Change a priority"), S("Save"), edit_fields, COUNT(edit_fields)};

static Crumb plan_crumb(Ctx *c) { return (Crumb){S("The plan"), url_path(c->arena, "/office/plan")}; }
static Reply done(Ctx *c, Str said) { return see_other_saying(c, said, "/office/plan#priorities"); }

static Choices editions(Ctx *c) {
    EditPlanList all = edit_plans(c->db);
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    for (size_t i = 0; i < all.len; i++) at[i] = (Choice){.value = all.at[i].code, .label = all.at[i].title};
    return (Choices){all.len, at};
}

// Of every set, for a priority of an earlier year serves an objective of its time.
static Choices objectives(Ctx *c) {
    EditObjectiveList all = edit_objectives_all(c->db);
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    for (size_t i = 0; i < all.len; i++) {
        Str label = str_fmt(c->arena, "%.*s %.*s", STR_FMT(all.at[i].code), STR_FMT(all.at[i].title));
        at[i] = (Choice){.value = all.at[i].code, .label = label};
    }
    return (Choices){all.len, at};
}

static void keep(Ctx *c, const EditPriority *p) {
    EDIT_KEPT(c, "priorities.csv", p->year, edit_number(c->arena, p->number));
}

static Edit begin(Ctx *c, const EditPriority *p, Priority *now) {
    *now = (Priority){0};
    if (p)
        *now = (Priority){{0}, p->plan, p->title, p->key_focus, edit_held(p->lead), edit_held(p->objective),
                          {0}};
    Edit e = edit_begin(c, p ? &edit_form : &add_form, now, plan_crumb(c));
    if (p) e.caption = str_fmt(c->arena, "Priority %lld of %.*s", (long long)p->number, STR_FMT(p->year));
    edit_choose(&e, "plan", editions(c));
    edit_choose(&e, "objective", objectives(c));
    if (p) edit_offer_drop(c, &e, S("Take this priority away"));
    return e;
}

Reply priority_add(Ctx *c) {
    Priority now;
    Edit e = begin(c, NULL, &now);
    return edit_reply(c, &e);
}

Reply priority_add_save(Ctx *c) {
    edit_turn(c);
    Priority now, in = {0};
    int first;
    Edit e = begin(c, NULL, &now);
    edit_take(c, &e, &in);
    if (in.year.len && !year_parse(in.year, &first))
        form_wrong(&e.f, "year", S("The year must be like 2014/15"));
    if (e.f.n_errors) return edit_reply(c, &e);
    int64_t id = edit_priority_add(c->db, in.plan, in.year, in.title, in.key_focus, edit_or_none(in.lead),
                                   in.objective);
    keep(c, edit_priority(c->db, id));
    edit_audit(c, "priority.add", "priority", id, &add_form, NULL, &in);
    return done(c, S("The priority is added"));
}

Reply priority_edit(Ctx *c) {
    const EditPriority *p = edit_priority(c->db, part_int(c, 0));
    Priority now;
    if (!p) return status_page(c, 404);
    Edit e = begin(c, p, &now);
    return edit_reply(c, &e);
}

Reply priority_save(Ctx *c) {
    edit_turn(c);
    const EditPriority *p = edit_priority(c->db, part_int(c, 0));
    Priority now, in = {0};
    if (!p) return status_page(c, 404);
    Edit e = begin(c, p, &now);
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    if (!edit_audit(c, "priority.change", "priority", p->id, &edit_form, &now, &in))
        return done(c, S("Nothing was changed"));
    keep(c, p);
    edit_priority_save(c->db, p->id, in.plan, in.title, in.key_focus, edit_or_none(in.lead), in.objective);
    return done(c, S("The priority is changed"));
}

Reply priority_drop(Ctx *c) {
    edit_turn(c);
    const EditPriority *p = edit_priority(c->db, part_int(c, 0));
    if (!p) return status_page(c, 409);
    if (edit_priority_drop(c->db, p->id) != 1)
        return done(c, S("It has commitments: take those away first"));
    Str was =
        str_fmt(c->arena, "%.*s, %lld: %.*s", STR_FMT(p->year), (long long)p->number, STR_FMT(p->title));
    edit_audit_one(c, "priority.drop", "priority", p->id, "was", was);
    return done(c, S("The priority is taken away"));
}

// ---- commitments ------------------------------------------------------------------------------------------

typedef struct Commitment {
    Str text, origin, seen;
} Commitment;
static const Field commitment_fields[] = {
    {FIELD(Commitment, text), .label = S("What the partnership will do"), .kind = TEXTAREA, .required = true,
     .max = 600, .missing = S("Say what the partnership will do")},
    {FIELD(Commitment, origin), .label = S("Why it was added"), .kind = TEXT, .max = 300,
     .hint = S("Where it did not come with the plan, such as an equality assessment")},
    EDIT_SEEN(Commitment),
};
static const Form commitment_new = {S("Add a commitment"), S("Add it"), commitment_fields,
                                    COUNT(commitment_fields)};
static const Form commitment_form = {S("Change a commitment"), S("Save"), commitment_fields,
                                     COUNT(commitment_fields)};

static void commitment_keep(Ctx *c, const EditCommitment *k) {
    const EditPriority *p = edit_priority(c->db, k->priority_id);
    Str number = edit_number(c->arena, k->number);
    EDIT_KEPT(c, "commitments.csv", p->year, edit_number(c->arena, p->number), number);
}

static Edit commitment_begin(Ctx *c, const EditPriority *p, const EditCommitment *k, Commitment *now) {
    *now = k ? (Commitment){k->text, edit_held(k->origin), {0}} : (Commitment){0};
    Edit e = edit_begin(c, k ? &commitment_form : &commitment_new, now, plan_crumb(c));
    if (p) e.caption = str_fmt(c->arena, "%.*s: %.*s", STR_FMT(p->year), STR_FMT(p->title));
    if (k) edit_offer_drop(c, &e, S("Take this commitment away"));
    return e;
}

Reply commitment_add(Ctx *c) {
    const EditPriority *p = edit_priority(c->db, part_int(c, 0));
    Commitment now;
    if (!p) return status_page(c, 404);
    Edit e = commitment_begin(c, p, NULL, &now);
    return edit_reply(c, &e);
}

Reply commitment_add_save(Ctx *c) {
    edit_turn(c);
    const EditPriority *p = edit_priority(c->db, part_int(c, 0));
    Commitment now, in = {0};
    if (!p) return status_page(c, 404);
    Edit e = commitment_begin(c, p, NULL, &now);
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    int64_t id = edit_commitment_add(c->db, p->id, in.text, edit_or_none(in.origin));
    commitment_keep(c, edit_commitment(c->db, id));
    edit_audit(c, "commitment.add", "commitment", id, &commitment_new, NULL, &in);
    return done(c, S("The commitment is added"));
}

Reply commitment_edit(Ctx *c) {
    const EditCommitment *k = edit_commitment(c->db, part_int(c, 0));
    Commitment now;
    if (!k) return status_page(c, 404);
    Edit e = commitment_begin(c, edit_priority(c->db, k->priority_id), k, &now);
    return edit_reply(c, &e);
}

Reply commitment_save(Ctx *c) {
    edit_turn(c);
    const EditCommitment *k = edit_commitment(c->db, part_int(c, 0));
    Commitment now, in = {0};
    if (!k) return status_page(c, 404);
    Edit e = commitment_begin(c, edit_priority(c->db, k->priority_id), k, &now);
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    if (!edit_audit(c, "commitment.change", "commitment", k->id, &commitment_form, &now, &in))
        return done(c, S("Nothing was changed"));
    commitment_keep(c, k);
    edit_commitment_save(c->db, k->id, in.text, edit_or_none(in.origin));
    return done(c, S("The commitment is changed"));
}

Reply commitment_drop(Ctx *c) {
    edit_turn(c);
    const EditCommitment *k = edit_commitment(c->db, part_int(c, 0));
    if (!k) return status_page(c, 409);
    commitment_keep(c, k);
    edit_commitment_drop(c->db, k->id);
    edit_audit_one(c, "commitment.drop", "commitment", k->id, "was", k->text);
    return done(c, S("The commitment is taken away"));
}
