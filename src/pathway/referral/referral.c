// One referral: confirmed in writing, acknowledged, asked after, decided with reasons, told (W74 to W83).
#include "db/outbox.h"
#include "pathway/contact/log.h"
#include "pathway/plan/episode.h"
#include "pathway/referral/pages.h"
#include "pathway/referral/referral.html.h"
#include "pathway/referral/within.h"
#include "web/layout.h"

Str family_told_text(Str told) {
    if (!told.at) return S("Whether the family was told: not asked yet.");
    return str_eq(told, S("yes")) ? S("The family was told.") : S("The family was not told.");
}

const Choice decisions[5] = {
    {S("assessment"), S("Accepted: an assessment begins"), {0}},
    {S("strategy"),
     S("Accepted: a strategy discussion, for the child may be suffering significant harm"),
     {0}},
    {S("early-help"), S("Not accepted: early help is right"), S("What help there is stays open meanwhile")},
    {S("advice"), S("Not accepted: advice was given"), {0}},
    {S("no-action"), S("Not accepted: no further action"), {0}},
};
Str decision_text(Str key) { return choice_text(decisions, COUNT(decisions), key, S("Not decided yet")); }
bool decision_accepts(Str key) { return str_eq(key, S("assessment")) || str_eq(key, S("strategy")); }

// ---- the forms --------------------------------------------------------------------------------------------

typedef struct Write {
    Str written, family_told, family_agrees, family_why, part[CAF_PARTS_MAX];
} Write;
static const Choice yes_no[] = {{S("yes"), S("Yes"), {0}}, {S("no"), S("No"), {0}}};
static const Choice agreements[] = {
    {S("agreed"), S("They agree"), {0}},
    {S("refused"), S("They do not agree"), {0}},
    {S("not-asked"), S("They were not asked"), {0}},
};
static const Field write_fields[] = {
    {FIELD(Write, written), .label = S("The referral in writing"),
     .hint = S("What you saw and heard, when, and why it worries you"), .kind = TEXTAREA, .required = true,
     .max = 16000, .missing = S("Write down the referral")},
    {FIELD(Write, family_told), .label = S("Was the concern discussed with the family?"), .kind = RADIOS,
     .required = true, .choices = yes_no, .n_choices = COUNT(yes_no), .inline_choices = true,
     .missing = S("Say whether it was discussed with the family")},
    {FIELD(Write, family_agrees), .label = S("Do they agree to the referral?"), .kind = RADIOS,
     .choices = agreements, .n_choices = COUNT(agreements)},
    {FIELD(Write, family_why), .label = S("If it was not discussed, or they were not asked, why"),
     .hint = S("For example: it would have put the child at more risk"), .kind = TEXTAREA, .max = 1000},
};
enum { PART_MOST = 16000 };

// After one's own words, those of the early help assessment under its headings; then what the family knows.
static const Form *write_form(Ctx *c, ReferralPartList parts) {
    Form *form = arena_new(c->arena, Form, 1);
    Field *at = arena_new(c->arena, Field, COUNT(write_fields) + CAF_PARTS_MAX);
    size_t n = 0;
    at[n++] = write_fields[0];
    for (size_t i = 0; i < parts.len && i < CAF_PARTS_MAX; i++) {
        const ReferralPart *p = &parts.at[i];
        at[n++] = (Field){
            .name = str_c(c->arena, str_fmt(c->arena, "part-%.*s", STR_FMT(p->key))),
            .offset = offsetof(Write, part) + i * sizeof(Str),
            .label = p->title,
            .hint = str_fmt(c->arena, "From %.*s. Change what is not so any more", STR_FMT(p->source)),
            .kind = TEXTAREA,
            .max = PART_MOST};
    }
    for (size_t i = 1; i < COUNT(write_fields); i++) at[n++] = write_fields[i];
    *form = (Form){S("Confirm in writing"), S("Send it"), at, n};
    return form;
}

static void keep_parts(Ctx *c, int64_t referral, ReferralPartList parts, const Write *in) {
    for (size_t i = 0; i < parts.len && i < CAF_PARTS_MAX; i++) {
        const ReferralPart *p = &parts.at[i];
        referral_part_put(c->db, referral, p->key, (int64_t)i, p->title, p->source, p->carried, in->part[i]);
    }
}

typedef struct Chased {
    Str asked;
} Chased;
static const Field chase_fields[] = {
    {FIELD(Chased, asked), .label = S("Whom you asked, and what they said"), .required = true, .max = 500,
     .missing = S("Say whom you asked, and what they said")},
};
static const Form chase_form = {S("Ask after it"), S("Write it down"), chase_fields, COUNT(chase_fields)};

typedef struct Doubted {
    Str whom, advised;
} Doubted;
static const Choice whoms[] = {
    {S("line-manager"), S("My line manager"), {0}},
    {S("safeguarding-lead"), S("My agency’s safeguarding lead"), {0}},
    {S("front-door"), S("The front door"), {0}},
};
static const Field doubt_fields[] = {
    {FIELD(Doubted, whom), .label = S("Whom you asked"), .kind = RADIOS, .required = true, .choices = whoms,
     .n_choices = COUNT(whoms), .missing = S("Say whom you asked")},
    {FIELD(Doubted, advised), .label = S("What they advised"), .kind = TEXTAREA, .required = true,
     .max = 2000, .missing = S("Write down what they advised")},
};
static const Form doubt_form = {S("In doubt"), S("Write it down"), doubt_fields, COUNT(doubt_fields)};

typedef struct Decided {
    Str version, decision, reasons;
} Decided;
static const Field decide_fields[] = {
    {FIELD(Decided, version), .kind = HIDDEN},
    {FIELD(Decided, decision), .label = S("Decision"), .kind = RADIOS, .required = true, .choices = decisions,
     .n_choices = COUNT(decisions), .missing = S("Choose the decision")},
    {FIELD(Decided, reasons), .label = S("Reasons"), .kind = TEXTAREA, .required = true, .max = 4000,
     .missing = S("Give the reasons")},
};
static const Form decide_form = {S("Decide on the referral"), S("Decide"), decide_fields,
                                 COUNT(decide_fields)};

typedef struct Told {
    Str how, what, untold;
} Told;
static const Choice hows[] = {
    {S("spoken"), S("Spoken to: by telephone or in person"), {0}},
    {S("in writing"), S("In writing"), {0}},
};
static const Field tell_fields[] = {
    {FIELD(Told, how), .label = S("How you told the referrer"), .kind = RADIOS, .choices = hows,
     .n_choices = COUNT(hows)},
    {FIELD(Told, what), .label = S("What you told them: the decision and why"), .kind = TEXTAREA,
     .max = 2000},
    {FIELD(Told, untold), .label = S("Or why nobody can be told"), .max = 500},
};
static const Form tell_form = {S("Tell the referrer"), S("Save"), tell_fields, COUNT(tell_fields)};

Str family_agrees_text(Str key) {
    static const Choice words[] = {{S("agreed"), S("They agree."), {0}},
                                   {S("refused"), S("They do not agree."), {0}},
                                   {S("not-asked"), S("They were not asked whether they agree."), {0}}};
    return choice_text(words, COUNT(words), key, S("Whether they agree is not asked yet."));
}

// ---- the page ---------------------------------------------------------------------------------------------

static const Referral *find(Ctx *c) {
    const Referral *r = referral_find(c->db, part_int(c, 0), c->actor.id, may(c->actor, CONTACT_TAKE));
    if (r) note_before_answer(c, "referral.open", "referral", r->id);
    return r;
}

static bool chase_is_due(Ctx *c, const Referral *r) {
    if (r->acknowledged_at != NONE || r->written_at == NONE || r->decided_at != NONE) return false;
    ClockList all = clocks_of(c, "referral", r->id);
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].key, S("referral-chase")) && all.at[i].stopped_at == NONE)
            return all.at[i].due_at != NONE && all.at[i].due_at <= c->now;
    return false;
}

static bool sees_caf(Ctx *c, const Referral *r) {
    const Record *record = record_open(c, r->person_id);
    return record && record_shows(record, "assessment");
}

static ReferralPage load(Ctx *c, const Referral *r) {
    ReferralPage p = {.referral = r,
                      .takes = may(c->actor, CONTACT_TAKE),
                      .decides = may(c->actor, CONTACT_DECIDE),
                      .raised = r->raised_by == c->actor.id};
    p.chase_due = chase_is_due(c, r);
    p.signs = referral_signs(c->db, r->id);
    p.chases = referral_chases(c->db, r->id);
    p.advice = advice_of(c->db, NONE, r->id);
    p.parts = caf_parts(c, r);
    p.sees_caf = r->assessment_id != NONE && sees_caf(c, r);
    Write w = {
        r->written.len ? r->written : r->concern, r->family_told, r->family_agrees, r->family_why, {{0}}};
    for (size_t i = 0; i < p.parts.len && i < CAF_PARTS_MAX; i++) w.part[i] = p.parts.at[i].words;
    Decided d = {.version = str_fmt(c->arena, "%lld", (long long)r->version)};
    p.write = form_blank(write_form(c, p.parts), &w);
    p.chase = form_blank(&chase_form, NULL);
    p.doubt = form_blank(&doubt_form, NULL);
    p.decide = form_blank(&decide_form, &d);
    p.tell = form_blank(&tell_form, NULL);
    return p;
}

static Reply show(Ctx *c, const ReferralPage *p, int status) {
    Buf out = {.arena = c->arena};
    referral_view(&out, c, p);
    return page_status(c, status,
                       (Page){.title = str_fmt(c->arena, "Referral %lld", (long long)p->referral->id),
                              .error = status == 422,
                              .no_index = true,
                              .crumbs = {{S("Referrals"), {S("/work/referrals")}}}},
                       &out);
}

Reply referral_show(Ctx *c) {
    const Referral *r = find(c);
    if (!r) return status_page(c, 404);
    ReferralPage p = load(c, r);
    return show(c, &p, 200);
}

Reply referrals_show(Ctx *c) {
    note_before_answer(c, "referral.list", "referral", NONE);
    Buf out = {.arena = c->arena};
    referrals_view(&out, c, referral_lines(c->db, c->actor.id, may(c->actor, CONTACT_TAKE)));
    return page(
        c,
        (Page){
            .title = S("Referrals"), .crumbs = {{S("Work"), {S("/work")}}}, .wide = true, .no_index = true},
        &out);
}

static Reply back(Ctx *c, const Referral *r, Str notice) {
    return see_other_saying(c, notice, "/work/referrals/%lld", (long long)r->id);
}

static void say(Ctx *c, const Referral *r, const char *act, Str title, Str body) {
    entry_add(c, (EntryNew){.person = r->person_id,
                            .episode = r->episode_id,
                            .kind = "contact",
                            .what = "referral",
                            .title = title,
                            .body = body,
                            .subject = "referral",
                            .subject_id = r->id});
    access_audit(c, act, "referral", r->id, (Str){0});
}

// 409: what the colleague who was first decided.
static Reply overtaken(Ctx *c, const Referral *was) {
    const Referral *r = referral_find(c->db, was->id, c->actor.id, 1);
    Buf out = {.arena = c->arena};
    referral_overtaken_view(&out, c, r ? r : was);
    return page_status(c, 409, (Page){.title = S("A colleague was first"), .no_index = true}, &out);
}

// ---- what is done with it ---------------------------------------------------------------------------------

static Str or_null(Str s) { return s.len ? s : (Str){0}; }

Reply referral_write_save(Ctx *c) {
    const Referral *r = find(c);
    if (!r) return status_page(c, 404);
    Write in = {0};
    ReferralPartList parts = caf_parts(c, r);
    Filled f = form_read(c, write_form(c, parts), &in);
    if ((str_eq(in.family_told, S("no")) || str_eq(in.family_agrees, S("not-asked"))) && !in.family_why.len)
        form_wrong(&f, "family_why", S("Say why: for example that it would have put the child at more risk"));
    if (f.n_errors) {
        ReferralPage p = load(c, r);
        p.write = f;
        return show(c, &p, 422);
    }
    bool first = r->written_at == NONE;
    referral_write(c->db, r->id, c->now, in.written, or_null(in.family_told), or_null(in.family_agrees),
                   or_null(in.family_why));
    keep_parts(c, r->id, parts, &in);
    if (first) referral_clocks_written(c, r);
    say(c, r, "referral.write",
        first ? S("The referral was confirmed in writing") : S("The written referral was changed"),
        in.written);
    return back(c, r, S("Sent"));
}

Reply referral_acknowledge_now(Ctx *c) {
    const Referral *r = find(c);
    if (!r) return status_page(c, 404);
    if (referral_acknowledge(c->db, r->id, c->now, c->actor.id) != 1) return overtaken(c, r);
    clock_stop(c, "referral-acknowledged", "referral", r->id);
    clock_stop(c, "referral-chase", "referral", r->id);
    say(c, r, "referral.acknowledge", S("The written referral was acknowledged"), (Str){0});
    Str to = r->raised_by == NONE ? (Str){0} : account_mail(c->db, r->raised_by);
    if (to.at)
        outbox_mail(c->db, c->now,
                    (Mail){.to = to,
                           .subject = S("Your referral has arrived"),
                           .text = str_fmt(c->arena,
                                           "Social care has your written referral.\n\n"
                                           "%.*s/work/referrals/%lld\n",
                                           STR_FMT(c->site->base_url), (long long)r->id)});
    return back(c, r, S("Acknowledged"));
}

Reply referral_chase_save(Ctx *c) {
    const Referral *r = find(c);
    if (!r) return status_page(c, 404);
    Chased in = {0};
    Filled f = form_read(c, &chase_form, &in);
    if (f.n_errors) {
        ReferralPage p = load(c, r);
        p.chase = f;
        return show(c, &p, 422);
    }
    referral_chase_put(c->db, r->id, c->now, c->actor.id, in.asked);
    clock_stop(c, "referral-chase", "referral", r->id);
    say(c, r, "referral.chase", S("The referrer asked after an acknowledgement"), in.asked);
    return back(c, r, S("Written down"));
}

Reply referral_doubt(Ctx *c) {
    const Referral *r = find(c);
    if (!r) return status_page(c, 404);
    Doubted in = {0};
    Filled f = form_read(c, &doubt_form, &in);
    if (f.n_errors) {
        ReferralPage p = load(c, r);
        p.doubt = f;
        return show(c, &p, 422);
    }
    advice_put(c->db, NONE, r->id, r->person_id, in.whom, in.advised, c->now, c->actor.id);
    say(c, r, "advice.ask", str_fmt(c->arena, "Asked %.*s for advice", STR_FMT(whom_text(in.whom))),
        in.advised);
    return back(c, r, S("Written down"));
}

static Str due_to_tell(Ctx *c) { return date_iso(c->arena, date_add_days(c->today, 1)); }

// Accepted, social care's own help begins, with the decider as its owner until it is allocated. What early
// help there is stays open: handing over is a step of its own (W69).
static void accept(Ctx *c, const Referral *r) {
    if (r->team_id == NONE || social_care_of(c->db, r->person_id) != NONE) return;
    Date next = c->today;
    date_parse(next_working(c, 1), &next);
    episode_begin(c, (EpisodeNew){.person = r->person_id,
                                  .kind = "social-care",
                                  .owner = c->actor.id,
                                  .team = r->team_id,
                                  .next_on = next,
                                  .next_what = S("Begin the assessment")});
}

// It waits for no letter (W82). Not accepted, the referrer is told by voice within a day (W79); the early
// help that there is goes on (W69).
Reply referral_decide_save(Ctx *c) {
    const Referral *r = find(c);
    if (!r) return status_page(c, 404);
    Decided in = {0};
    Filled f = form_read(c, &decide_form, &in);
    if (f.n_errors) {
        ReferralPage p = load(c, r);
        p.decide = f;
        return show(c, &p, 422);
    }
    int64_t version = 0;
    str_int(in.version, &version);
    if (referral_decide(c->db, r->id, version, in.decision, in.reasons, c->now, c->actor.id, due_to_tell(c),
                        S("Tell the referrer")) != 1)
        return overtaken(c, r);
    referral_clocks_decided(c, r->id);
    if (decision_accepts(in.decision))
        accept(c, r);
    else
        clock_start(c, "referral-feedback", "referral", r->id, r->person_id, c->now);
    say(c, r, "referral.decide",
        str_fmt(c->arena, "Social care decided: %.*s", STR_FMT(decision_text(in.decision))), in.reasons);
    return back(c, r, S("Decided. The referrer is still to be told"));
}

static void check_told(Filled *f, const Referral *r, const Told *in) {
    if (!in->what.len && !in->untold.len)
        form_wrong(f, "what", S("Write down what you told them, or why nobody can be told"));
    if (in->what.len && in->untold.len) form_wrong(f, "untold", S("Give either one or the other"));
    if (in->what.len && !in->how.len) form_wrong(f, "how", S("Say how you told them"));
    if (in->what.len && !decision_accepts(r->decision) && !str_eq(in->how, S("spoken")))
        form_wrong(f, "how", S("Not accepted: the referrer is told by voice, within 24 hours. Call them"));
}

Reply referral_tell_save(Ctx *c) {
    const Referral *r = find(c);
    if (!r) return status_page(c, 404);
    if (r->decided_at == NONE || r->closed_at != NONE) return overtaken(c, r);
    Told in = {0};
    Filled f = form_read(c, &tell_form, &in);
    if (!f.n_errors) check_told(&f, r, &in);
    if (f.n_errors) {
        ReferralPage p = load(c, r);
        p.tell = f;
        return show(c, &p, 422);
    }
    bool told = in.what.len > 0;
    if (referral_tell(c->db, r->id, told ? c->now : NONE, told ? c->actor.id : NONE, or_null(in.how),
                      or_null(in.what), or_null(in.untold), c->now) != 1)
        return overtaken(c, r);
    referral_clocks_closed(c, r->id);
    hold_end(c, NONE, "referral", r->id);
    say(c, r, "referral.tell",
        told ? S("The referrer was told the decision and why") : S("The referrer was not told"),
        told ? in.what : in.untold);
    return back(c, r, S("Closed"));
}
