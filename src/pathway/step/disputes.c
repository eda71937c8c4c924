// The pages of disagreements: raising one from the child's record, climbing the ladder, settling it.
#include <inttypes.h>

#include "pathway/step/dispute.html.h"
#include "pathway/step/pages.h"
#include "pathway/step/within.h"

static const Choice kinds[] = {
    {S("not-accepted"), S("A referral or a step was not accepted"),
     S("Social care, or the team that was asked, has said no, and the child’s welfare worries you")},
    {S("open-case"), S("A concern about a child who is open to social care is not shared"),
     S("The allocated social worker does not share it")},
};
const Choice dispute_outcomes[4] = {
    {S("accepted"), S("The referral or step is accepted"), {0}},
    {S("changed"), S("What is done for the child changes"), {0}},
    {S("stands"), S("The decision stands, and both sides can live with it"), {0}},
    {S("withdrawn"), S("Whoever raised it takes it back"), {0}},
};

typedef struct Raise {
    Str kind, effect, concern, high, with, straight;
} Raise;
enum { KIND, EFFECT, CONCERN, HIGH, WITH };
static const Field raise_fields[] = {
    [KIND] = {FIELD(Raise, kind), .label = S("What is not agreed?"), .kind = RADIOS, .required = true,
              .choices = kinds, .n_choices = COUNT(kinds), .missing = S("Choose what is not agreed")},
    [EFFECT] = {FIELD(Raise, effect), .label = S("What it means for the child"),
                .hint = S("This stands at the head of everything that follows"), .kind = TEXTAREA,
                .required = true, .missing = S("Say what it means for the child")},
    [CONCERN] = {FIELD(Raise, concern), .label = S("What you ask for, and why"), .kind = TEXTAREA,
                 .required = true, .missing = S("Say what you ask for, and why")},
    [HIGH] = {FIELD(Raise, high), .label = S("Is the child at high risk meanwhile?"),
              .hint = S("Then each rung has the shorter time"), .kind = YESNO, .required = true,
              .missing = S("Say whether the child is at high risk")},
    [WITH] = {FIELD(Raise, with), .label = S("Who answers"), .kind = SELECT, .required = true,
              .missing = S("Choose who answers")},
    {FIELD(Raise, straight),
     .label = S("If neither social worker nor team manager can be reached, how you tried"),
     .hint = S("With this it goes straight to the service manager: choose them above"), .kind = TEXTAREA},
};
static const Form raise_form = {S("Say that you do not agree"), S("Raise it"), raise_fields,
                                COUNT(raise_fields)};

typedef struct Up {
    Str with, words, straight;
} Up;
static const Field up_fields[] = {
    {FIELD(Up, with), .label = S("Who answers on the next rung"), .kind = SELECT, .required = true,
     .missing = S("Choose who answers on the next rung")},
    {FIELD(Up, words), .label = S("What was said on this rung, and why it is not settled"), .kind = TEXTAREA,
     .required = true, .missing = S("Say why it is not settled")},
    {FIELD(Up, straight), .label = S("If nobody could be reached, how you tried"),
     .hint = S("With this it goes straight to the service manager"), .kind = TEXTAREA},
};
enum { UP_WITH };
static const Form up_form = {S("Take it up"), S("Take it up"), up_fields, COUNT(up_fields)};

typedef struct Settle {
    Str outcome, reasons;
} Settle;
static const Field settle_fields[] = {
    {FIELD(Settle, outcome), .label = S("What came of it"), .kind = RADIOS, .required = true,
     .choices = dispute_outcomes, .n_choices = COUNT(dispute_outcomes),
     .missing = S("Choose what came of it")},
    {FIELD(Settle, reasons), .label = S("Why, and what happens for the child now"), .kind = TEXTAREA,
     .required = true, .missing = S("Say why, and what happens for the child now")},
};
enum { OUTCOME };
static const Form settle_form = {S("Settle it"), S("Settle it"), settle_fields, COUNT(settle_fields)};

// What whoever referred is asked: the rest is known.
static const Form refused_form = {S("Say that you do not agree"), S("Raise it"), raise_fields + EFFECT,
                                  WITH - EFFECT + 1};

Str dispute_outcome_text(Str key) {
    for (size_t i = 0; i < COUNT(dispute_outcomes); i++)
        if (str_eq(dispute_outcomes[i].value, key)) return dispute_outcomes[i].label;
    return S("Open");
}
Str dispute_kind_text(Str key) { return str_eq(key, kinds[0].value) ? kinds[0].label : kinds[1].label; }

static Filled raise_blank(Ctx *c, const Raise *in) {
    Filled f = form_blank(&raise_form, in);
    f.choices[WITH] = step_receiver_choices(c, S("social-care"));
    return f;
}

static Reply record_form(Ctx *c, const Record *r, const Filled *f) {
    Buf out = {.arena = c->arena};
    dispute_form_view(&out, c, f);
    Reply reply = record_page(c, r, "front", f->form->title, &out);
    reply.status = f->n_errors ? 422 : 200;
    return reply;
}

Reply dispute_new(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    Raise in = {.kind = param_has(c->query, S("step")) ? S("not-accepted") : S("")};
    Filled f = raise_blank(c, &in);
    return record_form(c, r, &f);
}

// The step that the address names, if it is this child's.
static int64_t step_meant(Ctx *c, const Record *r) {
    int64_t id = NONE;
    if (!str_int(param(c->query, S("step")), &id)) return NONE;
    StepList all = steps_of(c->db, r->person->id);
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].id == id) return id;
    return NONE;
}

Reply dispute_save(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    Raise in = {0};
    Filled f = raise_blank(c, NULL);
    form_take(c, &f, &in);
    DisputeNew d = {.person = r->person->id, .step = step_meant(c, r)};
    if (f.n_errors || !two_ids(in.with, &d.team, &d.with)) return record_form(c, r, &f);
    d.kind = in.kind;
    d.effect = in.effect;
    d.concern = in.concern;
    d.high_risk = str_eq(in.high, S("yes"));
    d.straight_why = in.straight.len ? in.straight : (Str){0};
    int64_t id = dispute_raise(c, d);
    return see_other_saying(c, S("It is raised, and its clock runs"), "/work/disputes/%" PRId64, id);
}

// ---- from a referral that was not accepted (W126) ---------------------------------------------------------

// Those of the team that decided, but for whoever disagrees.
static Filled refused_blank(Ctx *c, const Refused *r) {
    Filled f = form_blank(&refused_form, NULL);
    Choices all = step_receiver_choices(c, S("social-care"));
    Choice *at = arena_new(c->arena, Choice, all.len);
    size_t n = 0;
    for (size_t i = 0; i < all.len; i++) {
        int64_t team = NONE, account = NONE;
        two_ids(all.at[i].value, &team, &account);
        if (team == r->team_id && account != c->actor.id) at[n++] = all.at[i];
    }
    f.choices[WITH - EFFECT] = (Choices){n, at};
    return f;
}

static int64_t open_among(DisputeLineList all) {
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].closed_at == NONE) return all.at[i].id;
    return NONE;
}

void dispute_refused_part(Buf *out, Ctx *c, int64_t referral) {
    const Refused *r = refused_referral(c->db, referral, c->actor.id);
    if (!r) return;
    Filled f = refused_blank(c, r);
    DisputeLineList raised = refused_disputes(c->db, referral, c->actor.id);
    dispute_refused_view(out, c, r, raised, open_among(raised) != NONE, &f);
}

Reply dispute_refused_save(Ctx *c) {
    const Refused *r = refused_referral(c->db, part_int(c, 0), c->actor.id);
    if (!r) return status_page(c, 404);
    int64_t open = open_among(refused_disputes(c->db, r->id, c->actor.id));
    if (open != NONE)
        return see_other_saying(c, S("You have raised it already"), "/work/disputes/%" PRId64, open);
    Raise in = {0};
    Filled f = refused_blank(c, r);
    form_take(c, &f, &in);
    DisputeNew d = {.person = r->person_id, .step = NONE, .kind = S("not-accepted")};
    if (f.n_errors || !two_ids(in.with, &d.team, &d.with)) return form_again(c, &f);
    d.effect = in.effect;
    d.concern = in.concern;
    d.high_risk = str_eq(in.high, S("yes"));
    return see_other_saying(c, S("It is raised, and its clock runs"), "/work/disputes/%" PRId64,
                            dispute_raise(c, d));
}

// ---- one disagreement -------------------------------------------------------------------------------------

// The record is NULL for whoever raised it from a referral and sees no more of the child than this.
static const Dispute *dispute_opened(Ctx *c, const Record **ret_record, Reply *ret_no) {
    const Dispute *d = dispute_find(c->db, part_int(c, 0));
    if (!d) return *ret_no = status_page(c, 404), NULL;
    const Record *r = record_open(c, d->person_id);
    if (r && record_shows(r, "plan")) return *ret_record = r, d;
    if (dispute_refused(c->db, d->id, c->actor.id)) {
        note_before_answer(c, "dispute.open", "dispute", d->id);
        return d;
    }
    return *ret_no = r ? status_page(c, 403) : record_refused(c, d->person_id), NULL;
}

// Neither who answers now, for whom the next rung would be no other, nor who raised it.
static Choices next_choices(Ctx *c, const Dispute *d) {
    Choices all = access_people(c, S("team-manager"));
    Choice *at = arena_new(c->arena, Choice, all.len);
    size_t n = 0;
    for (size_t i = 0; i < all.len; i++) {
        int64_t id = NONE;
        str_int(all.at[i].value, &id);
        if (id != d->owner_id && id != d->raised_by) at[n++] = all.at[i];
    }
    return (Choices){n, at};
}

static Filled up_blank(Ctx *c, const Dispute *d) {
    Filled f = form_blank(&up_form, NULL);
    f.choices[UP_WITH] = next_choices(c, d);
    return f;
}

static const Rung *next_rung(const DisputePage *p) {
    int64_t now = p->stood.len ? p->stood.at[p->stood.len - 1].rung : 0;
    for (size_t i = 0; i < p->ladder.len; i++)
        if (p->ladder.at[i].rung > now) return &p->ladder.at[i];
    return NULL;
}

// To take it back is for the side that raised it: last of the outcomes.
static bool is_ours(Ctx *c, const Dispute *d) { return dispute_ours(c->db, d->id, c->actor.id, c->now) > 0; }
static Choices outcomes(bool ours) { return (Choices){COUNT(dispute_outcomes) - !ours, dispute_outcomes}; }
Str dispute_withdrawer(Arena *a, const Dispute *d) {
    return str_fmt(a,
                   "Only %.*s, who raised it, or somebody else from %.*s who is not asked to answer it "
                   "can take it back",
                   STR_FMT(d->by), STR_FMT(d->agency));
}

static Filled settle_blank(Ctx *c, const Dispute *d) {
    Filled f = form_blank(&settle_form, NULL);
    f.choices[OUTCOME] = outcomes(is_ours(c, d));
    return f;
}

// What the page does not offer, somebody may send.
static Filled settle_read(Ctx *c, const Dispute *d, Settle *ret) {
    Filled f = form_read(c, &settle_form, ret);
    bool ours = is_ours(c, d);
    if (!ours && str_eq(ret->outcome, S("withdrawn")))
        form_wrong(&f, "outcome", dispute_withdrawer(c->arena, d));
    f.choices[OUTCOME] = outcomes(ours);
    return f;
}

// Without anything of the record around it.
static Reply alone(Ctx *c, int status, const Buf *out) {
    return page_status(c, status,
                       (Page){.title = S("Disagreement"),
                              .error = status == 422,
                              .no_index = true,
                              .crumbs = {{S("Referrals"), {S("/work/referrals")}}}},
                       out);
}

static Reply one_dispute(Ctx *c, const Record *r, const Dispute *d, const Filled *up, const Filled *settle) {
    DisputePage p = {.record = r,
                     .dispute = d,
                     .stood = rungs_of(c->db, d->id),
                     .ladder = ladder_of(c->db, d->kind),
                     .up = up,
                     .settle = settle,
                     .open = d->closed_at == NONE,
                     .acts = may(c->actor, CASE_HOLD),
                     .ours = is_ours(c, d),
                     .alerted = alert_waits(c->db, d->id, c->actor.id) > 0};
    p.next = next_rung(&p);
    Buf out = {.arena = c->arena};
    dispute_view(&out, c, &p);
    int status = up->n_errors || settle->n_errors ? 422 : 200;
    if (!r) return alone(c, status, &out);
    Reply reply = record_page(c, r, "front", S("Disagreement"), &out);
    reply.status = status;
    return reply;
}

Reply dispute_show(Ctx *c) {
    const Record *r = NULL;
    Reply no;
    const Dispute *d = dispute_opened(c, &r, &no);
    if (!d) return no;
    Filled up = up_blank(c, d), settle = settle_blank(c, d);
    return one_dispute(c, r, d, &up, &settle);
}

Reply dispute_take_up(Ctx *c) {
    const Record *r = NULL;
    Reply no;
    const Dispute *d = dispute_opened(c, &r, &no);
    if (!d) return no;
    Up in = {0};
    int64_t with = NONE;
    Filled up = up_blank(c, d), settle = settle_blank(c, d);
    form_take(c, &up, &in);
    if (up.n_errors || !str_int(in.with, &with)) return one_dispute(c, r, d, &up, &settle);
    if (!dispute_up(c, d, with, in.words, in.straight.len ? in.straight : (Str){0}))
        return status_page(c, 409);
    return see_other_saying(c, S("It stands on a higher rung, and its clock runs"), "/work/disputes/%" PRId64,
                            d->id);
}

Reply dispute_settle_now(Ctx *c) {
    const Record *r = NULL;
    Reply no;
    const Dispute *d = dispute_opened(c, &r, &no);
    if (!d) return no;
    Settle in = {0};
    Filled up = up_blank(c, d), settle = settle_read(c, d, &in);
    if (settle.n_errors) return one_dispute(c, r, d, &up, &settle);
    if (!dispute_settle(c, d, in.outcome, in.reasons)) return status_page(c, 409);
    return see_other_saying(c, S("It is settled"), "/work");
}

Reply dispute_seen(Ctx *c) {
    const Record *r = NULL;
    Reply no;
    const Dispute *d = dispute_opened(c, &r, &no);
    if (!d) return no;
    if (alert_seen(c->db, d->id, c->actor.id, c->now) < 1) return status_page(c, 409);
    access_audit(c, "dispute.seen", "dispute", d->id, (Str){0});
    return see_other_saying(c, S("It is off your list. The rung itself stays late until it is settled"),
                            "/work/disputes/%" PRId64, d->id);
}
