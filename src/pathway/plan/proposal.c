// What a child wants in their plan: taken in as an action or a goal with the child's words kept beside it, or
// answered with why not, which the child reads (W169, P8).
#include "pathway/plan/case.h"
#include "pathway/plan/wish.html.h"

typedef struct WhyNot {
    Str why;
} WhyNot;
static const Field fields[] = {
    {FIELD(WhyNot, why), .label = S("Why is it not taken in?"),
     .hint = S("In words the child can read: what is done instead, or what would have to be first"),
     .kind = TEXTAREA, .required = true, .max = 2000,
     .missing = S("Say why not, in words the child can read")},
};
static const Form why_form = {S("What the child wants in the plan"), S("Send it to the child"), fields,
                              COUNT(fields)};

static bool proposal_open(Ctx *c, CaseNeed need, Case *k, const Proposal **ret, Reply *no) {
    *ret = proposal_find(c->db, part_int(c, 0));
    if (!*ret) return *no = status_page(c, 404), false;
    if (!case_open(c, (*ret)->episode_id, need, k, no)) return false;
    if (!record_shows(k->record, "view")) return *no = status_page(c, 403), false;
    return true;
}

static Reply proposal_reply(Ctx *c, const Case *k, const Proposal *w, const Filled *f) {
    Buf out = {.arena = c->arena};
    proposal_view(&out, c, k, w, f, case_can_hold(c, k));
    Str title = S("What the child wants in the plan");
    if (f->n_errors) title = str_fmt(c->arena, "Error: %.*s", STR_FMT(title));
    Reply r = case_page(c, k, "plan", title, &out);
    r.status = f->n_errors ? 422 : 200;
    return r;
}

Reply proposal_show(Ctx *c) {
    Case k;
    Reply no;
    const Proposal *w;
    if (!proposal_open(c, CASE_READ, &k, &w, &no)) return no;
    Filled f = form_blank(&why_form, NULL);
    return proposal_reply(c, &k, w, &f);
}

static void note_answer(Ctx *c, const Case *k, const Proposal *w, Str title, Str body) {
    case_act(c, k,
             (CaseAct){"proposal.answer", .kind = "view", .what = "view", .subject = "proposal", .id = w->id,
                       .title = title, .body = body});
}

Reply proposal_refuse(Ctx *c) {
    Case k;
    Reply no;
    const Proposal *w;
    if (!proposal_open(c, CASE_HOLDS, &k, &w, &no)) return no;
    WhyNot in = {0};
    Filled f = form_read(c, &why_form, &in);
    if (w->answer.at) return status_page(c, 409);
    if (f.n_errors) return proposal_reply(c, &k, w, &f);
    if (proposal_answer(c->db, w->id, S("no"), NONE, NONE, in.why, c->now, c->actor.id) != 1)
        return status_page(c, 409);
    note_answer(c, &k, w, S("Not taken into the plan: what they asked for"), in.why);
    return see_other_saying(c, S("Your answer is on the child’s own page"), "/work/episodes/%lld/plan",
                            (long long)k.e->id);
}

// ---- from the forms of the plan ---------------------------------------------------------------------------

bool proposal_asked(Ctx *c, const Case *k, Str id, const Proposal **ret, Reply *ret_no) {
    *ret = NULL;
    if (!id.len) return true;
    const Proposal *w = proposal_find(c->db, case_id_of(id));
    if (!w || w->episode_id != k->e->id) return *ret_no = status_page(c, 404), false;
    if (!record_shows(k->record, "view") || !case_can_hold(c, k)) return *ret_no = status_page(c, 403), false;
    if (w->answer.at) return *ret_no = status_page(c, 409), false;
    *ret = w;
    return true;
}

void proposal_before(Ctx *c, const Proposal *w, Buf *out) {
    if (w) proposal_over(out, c, w);
}

bool proposal_take(Ctx *c, const Case *k, const Proposal *w, int64_t action, int64_t goal) {
    if (proposal_answer(c->db, w->id, S("taken"), action, goal, (Str){0}, c->now, c->actor.id) != 1)
        return false;
    note_answer(c, k, w, S("Taken into the plan: what they asked for"), w->words);
    return true;
}

Str proposal_behind(ProposalList all, int64_t action, int64_t goal) {
    for (size_t i = 0; i < all.len; i++) {
        const Proposal *w = &all.at[i];
        if ((action != NONE && w->action_id == action) || (goal != NONE && w->goal_id == goal))
            return w->words;
    }
    return (Str){0};
}
