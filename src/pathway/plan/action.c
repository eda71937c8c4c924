// The plan's actions. The form makes them SMART (W114): what it changes for the child, who, by when, and how
// it will be known; whoever does it, of any agency, ticks it off or says why not (W52).
#include "pathway/plan/case.h"
#include "pathway/plan/plan.html.h"

typedef struct ActionForm {
    Str what, outcome, measure, seat, due, goal, proposal;
} ActionForm;
enum { A_WHAT, A_OUTCOME, A_MEASURE, A_SEAT, A_DUE, A_GOAL, A_PROPOSAL };
static const Field fields[] = {
    [A_WHAT] = {FIELD(ActionForm, what), .label = S("What is to be done?"),
                .hint = S("One thing that one person does: “Breakfast club on Monday and Thursday”"),
                .kind = TEXT, .required = true, .max = 200, .missing = S("Enter what is to be done")},
    [A_OUTCOME] = {FIELD(ActionForm, outcome), .label = S("What does it change for the child?"),
                   .hint = S("“Omar has eaten when lessons begin”"), .kind = TEXTAREA, .required = true,
                   .max = 500, .missing = S("Enter what it changes for the child")},
    [A_MEASURE] = {FIELD(ActionForm, measure), .label = S("How will we know?"),
                   .hint = S("Something that can be seen or counted: “There on eight mornings of ten”"),
                   .kind = TEXTAREA, .required = true, .max = 500,
                   .missing = S("Enter how it will be known that it worked")},
    [A_SEAT] = {FIELD(ActionForm, seat), .label = S("Who does it?"),
                .hint = S("Anybody of the team. Who has no account is sent a link to this action alone"),
                .kind = SELECT, .required = true, .missing = S("Choose who does it")},
    [A_DUE] = {FIELD(ActionForm, due), .label = S("By when?"), .kind = DATE, .required = true,
               .missing = S("Enter the day by which it is done")},
    [A_GOAL] = {FIELD(ActionForm, goal), .label = S("Towards which goal?"),
                .hint = S("Leave it empty if it is towards none of them"), .kind = SELECT},
    [A_PROPOSAL] = {FIELD(ActionForm, proposal), .kind = HIDDEN, .max = 20},
};
static const Form add_form = {S("Add an action"), S("Add the action"), fields, COUNT(fields)};

static const Choice states[] = {
    {S("open"), S("Open"), {0}},
    {S("done"), S("Done"), {0}},
    {S("not-done"), S("Not done"), {0}},
    {S("dropped"), S("Ended with the help"), {0}},
};
Str action_state_text(Str state) { return label_in(states, COUNT(states), state); }

Str action_flag(Ctx *c, const PlanAction *a) {
    if (!str_eq(a->state, S("open"))) return (Str){0};
    if (a->doer_left != NONE && a->seat_id != NONE) return S("Whoever was to do it has left the team");
    int late = c->today - case_day_of(a->due_on);
    if (late <= 0) return (Str){0};
    return late == 1 ? S("Late by a day") : str_fmt(c->arena, "Late by %d days", late);
}

static Filled blank(Ctx *c, const Case *k, const ActionForm *in) {
    Filled f = form_blank(&add_form, in);
    Choices seats = seat_choices(c, k->e->id);
    Choice *at = arena_new(c->arena, Choice, seats.len + 1);
    memcpy(at + 1, seats.at, seats.len * sizeof *at);
    at[0] =
        (Choice){S("owner"), str_fmt(c->arena, "%.*s, who answers for the help", STR_FMT(k->e->owner)), {0}};
    f.choices[A_SEAT] = (Choices){seats.len + 1, at};
    GoalList goals = goal_all(c->db, k->e->id);
    Choice *g = arena_new(c->arena, Choice, goals.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < goals.len; i++)
        if (goals.at[i].ended_at == NONE)
            g[n++] = (Choice){.value = case_id_text(c->arena, goals.at[i].id), .label = goals.at[i].title};
    f.choices[A_GOAL] = (Choices){n, g};
    return f;
}

static void check(Ctx *c, Filled *f, const ActionForm *in) {
    if (!f->n_errors && case_day_of(in->due) < c->today)
        form_wrong(f, "due", S("That day is over: enter today or a later one"));
    if (in->outcome.len && str_eq_fold(in->outcome, in->what))
        form_wrong(f, "outcome", S("That is what is done: say what it changes for the child"));
    if (in->measure.len && (str_eq_fold(in->measure, in->outcome) || str_eq_fold(in->measure, in->what)))
        form_wrong(f, "measure", S("That says the same again: say what can be seen or counted"));
}

static int64_t put(Ctx *c, const Case *k, const ActionForm *in) {
    int64_t seat = case_id_of(in->seat), goal = case_id_of(in->goal);
    int64_t id = action_put(c->db, k->e->id, goal ? goal : NONE, in->what, in->outcome, in->measure,
                            k->e->owner_id, seat ? seat : NONE, in->due, c->now, c->actor.id);
    case_act(c, k,
             (CaseAct){"action.add", .title = str_fmt(c->arena, "Action: %.*s", STR_FMT(in->what)),
                       .body = str_fmt(c->arena, "%.*s\n\nBy %.*s. %.*s", STR_FMT(in->outcome),
                                       STR_FMT(day_text(c->arena, in->due)), STR_FMT(in->measure)),
                       .subject = "action", .id = id});
    return id;
}

static Reply adding(Ctx *c, bool save) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_ADD, &k, &no)) return no;
    ActionForm in = {.proposal = param(c->query, S("proposal"))};
    Filled f = blank(c, &k, &in);
    if (save) form_take(c, &f, &in), check(c, &f, &in);
    const Proposal *asked;
    if (!proposal_asked(c, &k, in.proposal, &asked, &no)) return no;
    Buf before = {.arena = c->arena};
    proposal_before(c, asked, &before);
    if (!save || f.n_errors) return case_form(c, &k, "plan", &f, &before);
    int64_t id = put(c, &k, &in);
    if (asked && !proposal_take(c, &k, asked, id, NONE)) return status_page(c, 409);
    const PlanAction *a = action_find(c->db, id);
    if (a && a->seat_id != NONE && a->doer_account == NONE && a->doer_email.at) action_link_send(c, a);
    case_next(c, &k);
    return see_other_saying(c, S("The action is in the plan"), "/work/episodes/%lld/plan",
                            (long long)k.e->id);
}

Reply action_new(Ctx *c) { return adding(c, false); }
Reply action_new_save(Ctx *c) { return adding(c, true); }

// ---- one action -------------------------------------------------------------------------------------------

typedef struct EndForm {
    Str state, words;
} EndForm;
static const Choice ends[] = {
    {S("done"), S("Yes, it is done"), {0}},
    {S("not-done"), S("No, it will not be done"), {0}},
};
static const Field end_fields[] = {
    {FIELD(EndForm, state), .label = S("Is it done?"), .kind = RADIOS, .required = true, .choices = ends,
     .n_choices = COUNT(ends), .missing = S("Say whether it is done")},
    {FIELD(EndForm, words), .label = S("What came of it, or why not?"), .kind = TEXTAREA, .required = true,
     .max = 1000, .missing = S("Enter what came of it, or why it is not done")},
};
static const Form end_form = {S("Tick it off"), S("Send"), end_fields, COUNT(end_fields)};

static bool action_open(Ctx *c, CaseNeed need, Case *k, const PlanAction **ret, Reply *no) {
    *ret = action_find(c->db, part_int(c, 0));
    if (!*ret) return *no = status_page(c, 404), false;
    return case_open(c, (*ret)->episode_id, need, k, no);
}

// Whoever holds the case, or whose action it is: a partner ticks off their own.
static bool may_end(Ctx *c, const Case *k, const PlanAction *a) {
    if (!str_eq(a->state, S("open")) || !case_can_add(c, k)) return false;
    return case_can_hold(c, k) || a->doer_account == c->actor.id || a->owner_id == c->actor.id;
}

static Reply action_reply(Ctx *c, const Case *k, const PlanAction *a, const Filled *f) {
    ActionPage p = {k, a, f, links_of(c->db, a->id), may_end(c, k, a), (Str){0}};
    if (record_shows(k->record, "view"))
        p.asked = proposal_behind(proposal_all(c->db, k->e->id), a->id, NONE);
    Buf out = {.arena = c->arena};
    action_view(&out, c, &p);
    Reply r = case_page(c, k, "plan", f->n_errors ? S("Error: An action") : S("An action"), &out);
    r.status = f->n_errors ? 422 : 200;
    return r;
}

Reply action_show(Ctx *c) {
    Case k;
    Reply no;
    const PlanAction *a;
    if (!action_open(c, CASE_READ, &k, &a, &no)) return no;
    Filled f = form_blank(&end_form, NULL);
    return action_reply(c, &k, a, &f);
}

Reply action_tick(Ctx *c) {
    Case k;
    Reply no;
    const PlanAction *a;
    if (!action_open(c, CASE_ADD, &k, &a, &no)) return no;
    EndForm in = {0};
    Filled f = form_read(c, &end_form, &in);
    if (!may_end(c, &k, a)) return status_page(c, str_eq(a->state, S("open")) ? 403 : 409);
    if (f.n_errors) return action_reply(c, &k, a, &f);
    if (action_end(c->db, a->id, in.state, c->now, c->actor.id, NONE, in.words) != 1)
        return status_page(c, 409);
    links_end(c->db, a->id, c->now);
    case_act(c, &k,
             (CaseAct){"action.end", .subject = "action", .id = a->id, .body = in.words,
                       .title = str_fmt(c->arena, "%.*s: %.*s", STR_FMT(action_state_text(in.state)),
                                        STR_FMT(a->what))});
    case_next(c, &k);
    return see_other_saying(c, S("Thank you. It is in the plan"), "/work/episodes/%lld/plan",
                            (long long)k.e->id);
}

Reply action_send(Ctx *c) {
    Case k;
    Reply no;
    const PlanAction *a;
    if (!action_open(c, CASE_HOLDS, &k, &a, &no)) return no;
    if (!str_eq(a->state, S("open")) || a->doer_account != NONE || !a->doer_email.at)
        return status_page(c, 409);
    action_link_send(c, a);
    access_audit(c, "action.send", "action", a->id, (Str){0});
    return see_other_saying(c, S("A new link is on its way; the one before works no more"),
                            "/work/actions/%lld", (long long)a->id);
}
