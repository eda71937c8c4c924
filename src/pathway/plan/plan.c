// The plan's page: goals, actions and what was asked of services (W49).
#include "pathway/clock/clock.h"
#include "pathway/plan/case.h"
#include "pathway/plan/plan.html.h"

// What the plan is made from; NONE where there is nothing, or it is not shared with this actor.
static int64_t made_from(Ctx *c, const Case *k) {
    return record_shows(k->record, "assessment") ? plan_assessment(c->db, k->record->person->id) : NONE;
}

Reply plan_around_show(Ctx *c) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_READ, &k, &no)) return no;
    GoalList goals = goal_all(c->db, k.e->id);
    GoalPage *drawn = arena_new(c->arena, GoalPage, goals.len + 1);
    bool said = record_shows(k.record, "view");
    ProposalList proposals = said ? proposal_all(c->db, k.e->id) : (ProposalList){0};
    for (size_t i = 0; i < goals.len; i++) {
        drawn[i] = goal_page_of(c, &k, &goals.at[i]);
        drawn[i].asked = proposal_behind(proposals, NONE, goals.at[i].id);
    }
    PlanPage p = {.k = &k,
                  .goals = drawn,
                  .n_goals = goals.len,
                  .actions = action_all(c->db, k.e->id),
                  .requests = request_all(c->db, k.e->id),
                  .evidence = evidence_all(c->db, k.e->id),
                  .age = plan_age(c->db, k.e->id),
                  .lacks = lacks_of(c->db, k.e->id),
                  .said = said,
                  .proposals = proposals,
                  .assessment = made_from(c, &k)};
    if (p.assessment != NONE) {
        p.needs = assessment_needs(c, p.assessment);
        p.services = assessment_services(c, p.assessment);
    }
    Buf out = {.arena = c->arena};
    plan_view(&out, c, &p);
    return case_page(c, &k, "plan", S("The plan"), &out);
}

// ---- requests to services ---------------------------------------------------------------------------------

typedef struct RequestForm {
    Str service, agency, words, due;
} RequestForm;
static const Field request_fields[] = {
    {FIELD(RequestForm, service), .label = S("Which service?"), .kind = TEXT, .required = true, .max = 160,
     .missing = S("Enter which service is asked")},
    {FIELD(RequestForm, agency), .label = S("Whose service is it?"),
     .hint =
         S("An agency that may see the plan can answer here itself. Leave it empty for a service that does "
           "not use Kith: you write its answer down"),
     .kind = SELECT},
    {FIELD(RequestForm, words), .label = S("What is asked for, and why?"), .kind = TEXTAREA, .required = true,
     .max = 2000, .missing = S("Enter what is asked for, and why")},
    {FIELD(RequestForm, due), .label = S("By when is an answer expected?"), .kind = DATE, .required = true,
     .missing = S("Enter the day by which an answer is expected")},
};
static const Form request_form = {S("Ask a service for help"), S("Keep the request"), request_fields,
                                  COUNT(request_fields)};

static void check_request(Ctx *c, const Case *k, Filled *f, const RequestForm *in) {
    if (in->due.len && case_day_of(in->due) != DATE_NONE && case_day_of(in->due) < c->today)
        form_wrong(f, "due", S("That day is over: enter today or a later one"));
    int64_t agency = case_id_of(in->agency);
    if (agency && agency != k->e->agency_id && !shared_with(c->db, k->record->person->id, agency, c->now))
        form_wrong(f, "agency",
                   S("Nobody has agreed that this agency sees the plan: ask the family first, or "
                     "leave it empty and ask without naming the child"));
}

// A service that the assessment found to be needed is not typed again (W49, W182): `needed` says which.
static RequestForm needed(Ctx *c, const Case *k) {
    int64_t which = 0, assessment = made_from(c, k);
    if (assessment == NONE || !str_int(param(c->query, S("needed")), &which)) return (RequestForm){0};
    ServiceNeededList all = assessment_services(c, assessment);
    if (which < 1 || (size_t)which > all.len) return (RequestForm){0};
    const ServiceNeeded *one = &all.at[which - 1];
    return (RequestForm){.service = one->service, .words = one->what};
}

static Reply asking(Ctx *c, bool save) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_HOLDS, &k, &no)) return no;
    RequestForm in = needed(c, &k);
    Filled f = form_blank(&request_form, save ? NULL : &in);
    f.choices[1] = access_agencies(c);
    if (save) form_take(c, &f, &in), check_request(c, &k, &f, &in);
    if (!save || f.n_errors) return case_form(c, &k, "plan", &f, NULL);
    int64_t agency = case_id_of(in.agency);
    int64_t id = request_put(c->db, k.e->id, agency ? agency : NONE, in.service, in.words, c->now,
                             c->actor.id, k.e->owner_id, in.due);
    clock_start(c, "service-request", "request", id, k.e->person_id, c->now);
    case_act(c, &k,
             (CaseAct){"request.add", .subject = "request", .id = id, .body = in.words,
                       .title = str_fmt(c->arena, "Asked for: %.*s", STR_FMT(in.service))});
    case_next(c, &k);
    return see_other_saying(c, S("The request is kept, and waits for its answer"), "/work/requests/%lld",
                            (long long)id);
}

Reply request_new(Ctx *c) { return asking(c, false); }
Reply request_new_save(Ctx *c) { return asking(c, true); }

typedef struct RequestAnswer {
    Str state, words, starts;
} RequestAnswer;
static const Choice request_answers[] = {
    {S("accepted"), S("Accepted"), {0}},
    {S("declined"), S("Declined"), S("Say why below, so that something else can be found")},
    {S("withdrawn"), S("No longer asked for"), {0}},
};
static const Field answer_fields[] = {
    {FIELD(RequestAnswer, state), .label = S("What was answered?"), .kind = RADIOS, .required = true,
     .choices = request_answers, .n_choices = COUNT(request_answers), .missing = S("Choose the answer")},
    {FIELD(RequestAnswer, words), .label = S("In words, and why"), .kind = TEXTAREA, .required = true,
     .max = 1000, .missing = S("Enter what was answered, and why")},
    {FIELD(RequestAnswer, starts), .label = S("When does the help begin?"),
     .hint = S("Of one that is accepted: so that the wait is seen"), .kind = DATE},
};
static const Form answer_form = {S("The answer"), S("Keep the answer"), answer_fields, COUNT(answer_fields)};

Str request_state_text(Str state) {
    if (str_eq(state, S("asked"))) return S("Waits for an answer");
    return label_in(request_answers, COUNT(request_answers), state);
}

static bool request_open(Ctx *c, CaseNeed need, Case *k, const ServiceRequest **ret, Reply *no) {
    *ret = request_find(c->db, part_int(c, 0));
    if (!*ret) return *no = status_page(c, 404), false;
    return case_open(c, (*ret)->episode_id, need, k, no);
}

// The service itself answers, or whoever holds the case for it.
static bool may_answer(Ctx *c, const Case *k, const ServiceRequest *q) {
    if (!str_eq(q->state, S("asked"))) return false;
    return case_can_hold(c, k) || (case_can_add(c, k) && q->agency_id == c->actor.agency);
}

static Reply request_reply(Ctx *c, const Case *k, const ServiceRequest *q, const Filled *f) {
    Buf out = {.arena = c->arena}, clock = {.arena = c->arena};
    clock_lines(&clock, c, "request", q->id);
    request_view(&out, c, q, html_of(&clock), f, may_answer(c, k, q));
    Reply r = case_page(c, k, "plan", f->n_errors ? S("Error: A request") : S("A request"), &out);
    r.status = f->n_errors ? 422 : 200;
    return r;
}

Reply request_show(Ctx *c) {
    Case k;
    Reply no;
    const ServiceRequest *q;
    if (!request_open(c, CASE_READ, &k, &q, &no)) return no;
    Filled f = form_blank(&answer_form, NULL);
    return request_reply(c, &k, q, &f);
}

Reply request_save(Ctx *c) {
    Case k;
    Reply no;
    const ServiceRequest *q;
    if (!request_open(c, CASE_ADD, &k, &q, &no)) return no;
    if (!may_answer(c, &k, q)) return status_page(c, str_eq(q->state, S("asked")) ? 403 : 409);
    RequestAnswer in = {0};
    Filled f = form_read(c, &answer_form, &in);
    if (f.n_errors) return request_reply(c, &k, q, &f);
    if (request_answer(c->db, q->id, in.state, c->now, c->actor.id, in.words, case_words(in.starts)) != 1)
        return status_page(c, 409);
    clock_stop(c, "service-request", "request", q->id);
    case_act(c, &k,
             (CaseAct){"request.answer", .subject = "request", .id = q->id, .body = in.words,
                       .title = str_fmt(c->arena, "%.*s: %.*s", STR_FMT(request_state_text(in.state)),
                                        STR_FMT(q->service))});
    case_next(c, &k);
    return see_other_saying(c, S("The answer is kept"), "/work/requests/%lld", (long long)q->id);
}
