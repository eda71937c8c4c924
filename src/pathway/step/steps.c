// The pages of steps: asking for one from an episode, and answering it.
#include <inttypes.h>

#include "pathway/clock/clock.h"
#include "pathway/step/pages.h"
#include "pathway/step/step.html.h"
#include "pathway/step/within.h"
#include "pathway/threshold/need.h"

static const Choice levels_up[] = {
    {S("Children in Need"), S("Child in need"), S("Services of social care, with the family’s agreement")},
    {S("Protection"), S("Protection"), S("A child who suffers significant harm, or may")},
};
static const Choice levels_down[] = {
    {S("Extensive"), S("Extensive"), S("Several services, one plan and a lead professional")},
    {S("Additional"), S("Additional"), S("Some more help than every child has")},
};

typedef struct Ask {
    Str receiver, level, reason, by, words, missing;
} Ask;
enum { RECEIVER, LEVEL };
static const Field ask_fields[] = {
    [RECEIVER] = {FIELD(Ask, receiver), .label = S("Who is to take the child over"),
                  .hint = S("They see the whole record from now, until they have answered"), .kind = SELECT,
                  .required = true, .missing = S("Choose who is to take the child over")},
    [LEVEL] = {FIELD(Ask, level), .label = S("Level of need, as you see it"), .kind = RADIOS,
               .required = true, .missing = S("Choose the level of need")},
    {FIELD(Ask, reason), .label = S("Why"),
     .hint = S("What has changed for the child, what was tried, and what you ask of the other team"),
     .kind = TEXTAREA, .required = true, .missing = S("Say why")},
    {FIELD(Ask, by), .label = S("An answer is needed by"), .kind = DATE, .required = true,
     .missing = S("Enter the day by which you need an answer")},
    {FIELD(Ask, words), .label = S("What the child says about it, in their words"), .kind = TEXTAREA},
    {FIELD(Ask, missing), .label = S("If you could not ask them, why"), .kind = TEXT, .max = 400},
};
static const Form ask_form = {S("Ask for the step"), S("Ask for the step"), ask_fields, COUNT(ask_fields)};

typedef struct Take {
    Str holder, next_on, next_what, words;
} Take;
static const Field take_fields[] = {
    {FIELD(Take, holder), .label = S("Who answers for the child now"), .kind = SELECT, .required = true,
     .missing = S("Choose who answers for the child")},
    {FIELD(Take, next_what), .label = S("What happens next"),
     .hint = S("Such as: first visit with the worker"), .kind = TEXT, .required = true,
     .missing = S("Say what happens next")},
    {FIELD(Take, next_on), .label = S("By which day"), .kind = DATE, .required = true,
     .missing = S("Enter the day")},
    {FIELD(Take, words), .label = S("Anything the other team should know"), .kind = TEXTAREA},
};
static const Form take_form = {S("Accept"), S("Take the child over"), take_fields, COUNT(take_fields)};

typedef struct No {
    Str why;
} No;
static const Field no_fields[] = {
    {FIELD(No, why), .label = S("Why not"),
     .hint = S("Your reasons, and what would change your answer. The other team reads them"),
     .kind = TEXTAREA, .required = true, .missing = S("Give your reasons")},
};
static const Form no_form = {S("Decline"), S("Decline the step"), no_fields, COUNT(no_fields)};

static bool is_up(const Episode *e) { return str_eq(e->kind, S("early-help")); }

// "12-7": the team and its worker.
Choices step_receiver_choices(Ctx *c, Str kind) {
    ReceiverList all = step_receivers(c->db, kind, c->now);
    Choice *at = arena_new(c->arena, Choice, all.len);
    for (size_t i = 0; i < all.len; i++) {
        const Receiver *r = &all.at[i];
        at[i] = (Choice){.value = str_fmt(c->arena, "%" PRId64 "-%" PRId64, r->team_id, r->account_id),
                         .label = str_fmt(c->arena, "%.*s: %.*s%s (%.*s)", STR_FMT(r->team), STR_FMT(r->name),
                                          r->lead ? ", who leads it" : "", STR_FMT(r->agency))};
    }
    return (Choices){all.len, at};
}

static Filled ask_blank(Ctx *c, const Episode *e, const Ask *in) {
    Filled f = form_blank(&ask_form, in);
    f.choices[RECEIVER] = step_receiver_choices(c, is_up(e) ? S("social-care") : S("early-help"));
    f.choices[LEVEL] =
        is_up(e) ? (Choices){COUNT(levels_up), levels_up} : (Choices){COUNT(levels_down), levels_down};
    return f;
}

// Who works on the episode: its owner and its team.
static bool works_on(Ctx *c, const Episode *e) {
    return may(c->actor, CASE_HOLD) &&
           (e->owner_id == c->actor.id || team_has(c->db, e->team_id, c->actor.id, c->now));
}

static Reply steps_page(Ctx *c, const Record *r, const Episode *e, const Filled *f) {
    StepsPage p = {.record = r,
                   .episode = e,
                   .steps = steps_of(c->db, r->person->id),
                   .form = f,
                   .up = is_up(e),
                   .sees = record_shows(r, "plan"),
                   .waits = step_open_of(c->db, e->id) != NONE,
                   .works = works_on(c, e),
                   .with = step_goes_with(c->db, r->person->id, c->actor.id, c->now)};
    Buf out = {.arena = c->arena};
    steps_view(&out, c, &p);
    Reply reply = record_page(c, r, "front", is_up(e) ? S("Step up") : S("Step down"), &out);
    reply.status = f->n_errors ? 422 : 200;
    return reply;
}

Reply steps_show(Ctx *c) {
    const Episode *e = episode_of(c->db, part_int(c, 0));
    if (!e) return status_page(c, 404);
    const Record *r = record_open(c, e->person_id);
    if (!r) return record_refused(c, e->person_id);
    Ask in = {.by = date_iso(c->arena, date_add_days(c->today, 2))};
    Filled f = ask_blank(c, e, &in);
    return steps_page(c, r, e, &f);
}

bool two_ids(Str text, int64_t *ret_a, int64_t *ret_b) {
    Str rest = text;
    return str_int(str_cut(&rest, S("-")), ret_a) && str_int(rest, ret_b);
}

static void check_ask(Ctx *c, Filled *f, const Ask *in, StepNew *ret) {
    Date by = DATE_NONE;
    date_parse(in->by, &by);
    if (by != DATE_NONE && by < c->today) form_wrong(f, "by", S("This day is past: enter one to come"));
    if (!in->words.len && !in->missing.len)
        form_wrong(f, "words", S("Write what the child says about it, or below why you could not ask them"));
    if (f->n_errors || !two_ids(in->receiver, &ret->team, &ret->receiver)) return;
    ret->next_at = instant_at(by, 17 * 60);
    if (ret->next_at < c->now) ret->next_at = c->now;
    ret->reason = in->reason;
    ret->level_to = in->level;
    ret->view_words = in->words.len ? in->words : (Str){0};
    ret->view_missing = in->words.len ? (Str){0} : in->missing;
}

Reply steps_propose(Ctx *c) {
    const Episode *e = episode_of(c->db, part_int(c, 0));
    if (!e) return status_page(c, 404);
    const Record *r = record_open(c, e->person_id);
    if (!r) return record_refused(c, e->person_id);
    if (!works_on(c, e)) return status_page(c, 403);
    if (e->closed_at != NONE) return status_page(c, 409);
    Ask in = {0};
    const NeedNow *level = need_current(c, r->person->id);
    StepNew s = {.from = e, .level_from = level ? level->level_name : (Str){0}};
    Filled f = ask_blank(c, e, NULL);
    form_take(c, &f, &in);
    check_ask(c, &f, &in, &s);
    if (f.n_errors) return steps_page(c, r, e, &f);
    int64_t id = step_propose(c, s);
    if (id == NONE) return status_page(c, 409);
    return see_other_saying(c, S("The step is asked for. Your team holds the child until it is accepted"),
                            "/work/steps/%" PRId64, id);
}

// ---- answering --------------------------------------------------------------------------------------------

static bool may_answer(Ctx *c, const Step *s) {
    return may(c->actor, CASE_HOLD) && team_has(c->db, s->to_team_id, c->actor.id, c->now);
}

static Filled take_blank(Ctx *c, const Step *s, const Take *in) {
    Filled f = form_blank(&take_form, in);
    f.choices[0] = team_people(c, s->to_team_id);
    return f;
}

static Reply one_step(Ctx *c, const Record *r, const Step *s, const Filled *take, const Filled *no) {
    StepPage p = {.record = r,
                  .step = s,
                  .take = take,
                  .no = no,
                  .waits = str_eq(s->state, S("proposed")),
                  .sees = record_shows(r, "plan"),
                  .history = step_assessments(c->db, r->person->id, c->actor.id, c->now),
                  .with = step_goes_with(c->db, r->person->id, c->actor.id, c->now)};
    p.answers = p.waits && may_answer(c, s);
    p.asked = s->proposed_by == c->actor.id || team_has(c->db, s->from_team_id, c->actor.id, c->now);
    Buf out = {.arena = c->arena};
    step_view(&out, c, &p);
    Reply reply = record_page(c, r, "front", step_title(s), &out);
    reply.status = take->n_errors || no->n_errors ? 422 : 200;
    return reply;
}

// The step of this address and its child's record; else *ret_no is the answer.
static const Step *step_opened(Ctx *c, const Record **ret_record, Reply *ret_no) {
    const Step *s = step_by_id(c->db, part_int(c, 0));
    if (!s) return *ret_no = status_page(c, 404), NULL;
    *ret_record = record_open(c, s->person_id);
    if (!*ret_record) return *ret_no = record_refused(c, s->person_id), NULL;
    return s;
}

Reply step_show(Ctx *c) {
    const Record *r = NULL;
    Reply no;
    const Step *s = step_opened(c, &r, &no);
    if (!s) return no;
    Take in = {.holder = str_fmt(c->arena, "%" PRId64, s->owner_id),
               .next_on = date_iso(c->arena, date_add_days(c->today, 5))};
    Filled take = take_blank(c, s, &in), declined = form_blank(&no_form, NULL);
    return one_step(c, r, s, &take, &declined);
}

Reply step_accept_now(Ctx *c) {
    const Record *r = NULL;
    Reply refused;
    const Step *s = step_opened(c, &r, &refused);
    if (!s) return refused;
    if (!may_answer(c, s)) return status_page(c, 403);
    Take in = {0};
    StepAccept a = {.next_on = DATE_NONE};
    Filled f = take_blank(c, s, NULL), declined = form_blank(&no_form, NULL);
    form_take(c, &f, &in);
    if (date_parse(in.next_on, &a.next_on) && a.next_on < c->today)
        form_wrong(&f, "next_on", S("This day is past: enter one to come"));
    if (f.n_errors) return one_step(c, r, s, &f, &declined);
    str_int(in.holder, &a.holder);
    a.next_what = in.next_what;
    a.words = in.words.len ? in.words : (Str){0};
    if (!step_accept(c, s, a)) return status_page(c, 409);
    return see_other_saying(c,
                            S("Your team has taken the child over, with the plan and the team around them"),
                            "/work/people/%" PRId64, r->person->id);
}

static Reply ended(Ctx *c, const Record *r, const Step *s, const char *state, Str said) {
    No in = {0};
    Filled f = form_read(c, &no_form, &in), take = take_blank(c, s, NULL);
    if (f.n_errors) return one_step(c, r, s, &take, &f);
    if (!step_end(c, s, state, in.why)) return status_page(c, 409);
    return see_other_saying(c, said, "/work");
}

Reply step_decline(Ctx *c) {
    const Record *r = NULL;
    Reply no;
    const Step *s = step_opened(c, &r, &no);
    if (!s) return no;
    if (!may_answer(c, s)) return status_page(c, 403);
    return ended(c, r, s, "declined", S("The step is declined, and the team that asked is told why"));
}

Reply step_withdraw(Ctx *c) {
    const Record *r = NULL;
    Reply no;
    const Step *s = step_opened(c, &r, &no);
    if (!s) return no;
    if (s->proposed_by != c->actor.id && !team_has(c->db, s->from_team_id, c->actor.id, c->now))
        return status_page(c, 403);
    return ended(c, r, s, "withdrawn", S("The step is taken back"));
}
