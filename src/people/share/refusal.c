// What a refusal asks of the lead professional: a judgement, with the line manager's advice, whether needs
// will grow without help, and whether social care was thought of (W42, W43, W96).
#include "people/share/consent.html.h"
#include "people/share/within.h"

typedef struct Judge {
    Str escalate, judgement, adviser, advice, referral, referral_why;
} Judge;
static const Choice escalates[] = {{S("yes"), S("Yes, needs will grow"), {0}},
                                   {S("no"), S("No"), {0}},
                                   {S("unsure"), S("It is not clear"), {0}}};
static const Choice referrals[] = {
    {S("made"), S("A referral to social care is made"), {0}},
    {S("considered"), S("It was considered, and is not made"), {0}},
    {S("not-considered"), S("It was not considered"), {0}},
};
static const Field fields[] = {
    {FIELD(Judge, escalate), .label = S("Will needs grow if there is no help?"), .kind = RADIOS,
     .required = true, .choices = escalates, .n_choices = COUNT(escalates),
     .missing = S("Say whether needs will grow")},
    {FIELD(Judge, judgement), .label = S("Why do you think so?"), .kind = TEXTAREA, .required = true,
     .missing = S("Say why you think so")},
    {FIELD(Judge, adviser), .label = S("Which line manager did you ask?"), .kind = TEXT, .required = true,
     .hint = S("By role and name"), .missing = S("Ask your line manager, and say whom you asked")},
    {FIELD(Judge, advice), .label = S("What did they advise?"), .kind = TEXTAREA, .required = true,
     .missing = S("Write down what your line manager advised")},
    {FIELD(Judge, referral), .label = S("Referral to social care"), .kind = RADIOS, .required = true,
     .choices = referrals, .n_choices = COUNT(referrals),
     .missing = S("Say whether a referral was considered")},
    {FIELD(Judge, referral_why), .label = S("Why, or why not?"), .kind = TEXTAREA, .required = true,
     .missing = S("Say why a referral is made or not")},
};
static const Form form = {S("What the refusal means for the child"), S("Record the judgement"), fields,
                          COUNT(fields)};

static const Refusal *refusal_here(Ctx *c, const Record *r) {
    const Refusal *f = refusal_one(c->db, part_int(c, 1), c->actor.id, c->now);
    return f && f->one_id == r->person->id ? f : NULL;
}

static Reply draw(Ctx *c, const Record *r, const Refusal *refusal, const Filled *f) {
    Buf out = {.arena = c->arena};
    refusal_page(&out, c, refusal, f);
    Reply reply = record_page(c, r, "consent", form.title, &out);
    if (f->n_errors) reply.status = 422;
    return reply;
}

Reply refusal_edit(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    const Refusal *refusal = refusal_here(c, r);
    if (!refusal) return status_page(c, 404);
    Filled f = form_blank(&form, NULL);
    return draw(c, r, refusal, &f);
}

Reply refusal_save(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    const Refusal *refusal = refusal_here(c, r);
    if (!refusal) return status_page(c, 404);
    Judge in = {0};
    Filled f = form_read(c, &form, &in);
    if (f.n_errors) return draw(c, r, refusal, &f);
    if (refusal_judge(c->db, refusal->consent_id, in.escalate, in.judgement, in.adviser, in.advice,
                      in.referral, in.referral_why, c->now, c->actor.id) != 1)
        return status_page(c, 409);
    entry_add(c, (EntryNew){.person = r->person->id, .episode = NONE, .kind = "note", .what = "consent",
                            .title = S("Judged what the refusal of consent means"), .body = in.judgement,
                            .nature = "opinion", .subject = "consent", .subject_id = refusal->consent_id});
    access_audit(c, "consent.judge", "consent", refusal->consent_id, (Str){0});
    return see_other_saying(c, S("The judgement is recorded"), "/work/people/%lld/consent",
                            (long long)r->person->id);
}
