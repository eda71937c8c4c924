// Reviews: each asks whether it is better for the child, whether outcomes improve, and whether the child is
// likely to reach a reasonable standard of health or development; where not, whether to refer (W54, W55). The
// child's own view is asked for, or why it could not be had (P8).
#include "pathway/clock/clock.h"
#include "pathway/contact/contact.h"
#include "pathway/plan/case.h"
#include "pathway/plan/meeting.html.h"

typedef struct PlanForm {
    Str due;
} PlanForm;
static const Field plan_fields[] = {
    {FIELD(PlanForm, due), .label = S("By when is the plan reviewed?"), .kind = DATE, .required = true,
     .missing = S("Enter the day by which it is reviewed")},
};
static const Form plan_form = {S("Plan a review"), S("Plan it"), plan_fields, COUNT(plan_fields)};

static void plan_one(Ctx *c, const Case *k, Str due) {
    int64_t id = review_put(c->db, k->e->id, due, k->e->owner_id, c->now);
    clock_start(c, "plan-review", "review", id, k->e->person_id, c->now);
    case_act(
        c, k,
        (CaseAct){"review.plan", .what = "review", .subject = "review", .id = id,
                  .title = str_fmt(c->arena, "Review planned by %.*s", STR_FMT(day_text(c->arena, due)))});
}

static Reply planning(Ctx *c, bool save) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_HOLDS, &k, &no)) return no;
    PlanForm in = {0};
    Filled f = save ? form_read(c, &plan_form, &in) : form_blank(&plan_form, NULL);
    if (save && !f.n_errors && case_day_of(in.due) < c->today)
        form_wrong(&f, "due", S("That day is over: enter today or a later one"));
    if (!save || f.n_errors) return case_form(c, &k, "meetings", &f, NULL);
    plan_one(c, &k, in.due);
    case_next(c, &k);
    return see_other_saying(c, S("The review is planned"), "/work/episodes/%lld/meetings",
                            (long long)k.e->id);
}

Reply review_new(Ctx *c) { return planning(c, false); }
Reply review_new_save(Ctx *c) { return planning(c, true); }

// ---- holding it -------------------------------------------------------------------------------------------

typedef struct HoldForm {
    Str better, improving, likely, reasons, said, how, unsaid, next;
} HoldForm;
enum { H_BETTER, H_IMPROVING, H_LIKELY, H_REASONS, H_SAID, H_HOW, H_UNSAID, H_NEXT };
static const Choice betters[] = {
    {S("better"), S("Better"), {0}}, {S("same"), S("The same"), {0}}, {S("worse"), S("Worse"), {0}}};
static const Field hold_fields[] = {
    [H_SAID] = {FIELD(HoldForm, said), .label = S("What does the child say?"),
                .hint = S("In the child’s own words"), .kind = TEXTAREA, .max = 2000},
    [H_HOW] = {FIELD(HoldForm, how), .label = S("How did they say it?"),
               .hint = S("“Told her teaching assistant”, “Drew a picture”"), .kind = TEXT, .max = 120},
    [H_UNSAID] = {FIELD(HoldForm, unsaid), .label = S("If the child was not asked, why not?"), .kind = TEXT,
                  .max = 300},
    [H_BETTER] = {FIELD(HoldForm, better), .label = S("How is it now for the child, since the last time?"),
                  .kind = RADIOS, .required = true, .choices = betters, .n_choices = COUNT(betters),
                  .missing = S("Say how it is now for the child")},
    [H_IMPROVING] = {FIELD(HoldForm, improving), .label = S("Are outcomes improving?"), .kind = YESNO,
                     .required = true, .missing = S("Say whether outcomes are improving")},
    [H_LIKELY] = {FIELD(HoldForm, likely),
                  .label = S("Is the child likely to reach a reasonable standard of health or development?"),
                  .hint = S("With the help of this plan. If not, a referral to social care is offered next"),
                  .kind = YESNO, .required = true,
                  .missing = S("Say whether the child is likely to reach it")},
    [H_REASONS] = {FIELD(HoldForm, reasons), .label = S("Why do you think so?"), .kind = TEXTAREA,
                   .required = true, .max = 2000, .missing = S("Enter why you think so")},
    [H_NEXT] = {FIELD(HoldForm, next), .label = S("When is the next review?"), .kind = DATE, .required = true,
                .missing = S("Enter the day of the next review")},
};
static const Form hold_form = {S("Review the plan"), S("Keep the review"), hold_fields, COUNT(hold_fields)};

static void check_hold(Ctx *c, Filled *f, const HoldForm *in) {
    if (!in->said.len && !in->unsaid.len)
        form_wrong(f, "said", S("Enter what the child says, or below why the child was not asked"));
    if (in->said.len && !in->how.len) form_wrong(f, "how", S("Enter how the child said it"));
    if (in->said.len && in->unsaid.len)
        form_wrong(f, "unsaid", S("There is what the child says above: leave this empty"));
    if (case_day_of(in->next) != DATE_NONE && case_day_of(in->next) <= c->today)
        form_wrong(f, "next", S("Enter a day after today"));
}

static bool review_open(Ctx *c, CaseNeed need, Case *k, const Review **ret, Reply *no) {
    *ret = review_find(c->db, part_int(c, 0));
    if (!*ret) return *no = status_page(c, 404), false;
    return case_open(c, (*ret)->episode_id, need, k, no);
}

Reply review_show(Ctx *c) {
    Case k;
    Reply no;
    const Review *r;
    if (!review_open(c, CASE_READ, &k, &r, &no)) return no;
    Filled f = form_blank(&hold_form, NULL);
    if (str_eq(r->state, S("planned")) && case_can_hold(c, &k)) return case_form(c, &k, "meetings", &f, NULL);
    Buf out = {.arena = c->arena};
    review_view(&out, c, &k, r, record_shows(k.record, "view"), S(""));
    return case_page(c, &k, "meetings", S("A review"), &out);
}

static void keep_view(Ctx *c, const Case *k, const Review *r, const HoldForm *in) {
    if (!in->said.len) {
        view_missing_put(c->db, k->e->person_id, S("review"), r->id, in->unsaid, c->now, c->actor.id);
        return;
    }
    view_put(c->db, k->e->person_id, in->said, in->how, S("How it is going"), S("review"), r->id, c->now,
             c->actor.id, k->e->owner_id);
    case_act(c, k,
             (CaseAct){"view.add", .kind = "view", .what = "view", .subject = "review", .id = r->id,
                       .title = S("What they say at the review"), .body = in->said});
}

static bool asks_referral(const HoldForm *in) {
    return str_eq(in->improving, S("no")) || str_eq(in->likely, S("no"));
}

Reply review_save(Ctx *c) {
    Case k;
    Reply no;
    const Review *r;
    if (!review_open(c, CASE_HOLDS, &k, &r, &no)) return no;
    if (!str_eq(r->state, S("planned"))) return status_page(c, 409);
    HoldForm in = {0};
    Filled f = form_read(c, &hold_form, &in);
    check_hold(c, &f, &in);
    if (f.n_errors) return case_form(c, &k, "meetings", &f, NULL);
    if (review_hold(c->db, r->id, c->now, c->actor.id, in.better, str_eq(in.improving, S("yes")),
                    str_eq(in.likely, S("yes")), in.reasons) != 1)
        return status_page(c, 409);
    clock_stop(c, "plan-review", "review", r->id);
    keep_view(c, &k, r, &in);
    case_act(c, &k,
             (CaseAct){"review.hold", .what = "review", .subject = "review", .id = r->id,
                       .title = str_fmt(c->arena, "Review: %.*s for the child",
                                        STR_FMT(label_in(betters, COUNT(betters), in.better))),
                       .body = in.reasons});
    plan_one(c, &k, in.next);
    case_next(c, &k);
    return see_other_saying(c,
                            asks_referral(&in) ? S("The review is kept. Now decide on a referral")
                                               : S("The review is kept, and the next one is planned"),
                            "/work/reviews/%lld", (long long)r->id);
}

// ---- where it is not going well ---------------------------------------------------------------------------

bool review_asks(const Review *r) {
    return str_eq(r->state, S("held")) && (!r->improving || !r->likely) && r->referral_id == NONE &&
           !r->not_referred.at;
}

static int64_t refer(Ctx *c, const Case *k, Str words) {
    return referral_begin(c, (ReferralNew){.person = k->e->person_id,
                                           .contact = NONE,
                                           .episode = k->e->id,
                                           .assessment = NONE,
                                           .concern = words,
                                           .raised_by = c->actor.id,
                                           .professional = true});
}

Reply review_refer(Ctx *c) {
    Case k;
    Reply no;
    const Review *r;
    if (!review_open(c, CASE_HOLDS, &k, &r, &no)) return no;
    if (!review_asks(r)) return status_page(c, 409);
    Str words = str_trim(param(c->form, S("words")));
    bool yes = str_eq(param(c->form, S("refer")), S("yes"));
    if (!words.len) {
        Buf out = {.arena = c->arena};
        review_view(&out, c, &k, r, record_shows(k.record, "view"),
                    yes ? S("Enter what the concern is") : S("Enter why no referral is made"));
        Reply again = case_page(c, &k, "meetings", S("Error: A review"), &out);
        again.status = 422;
        return again;
    }
    int64_t referral = yes ? refer(c, &k, words) : NONE;
    if (review_answered(c->db, r->id, referral, yes ? (Str){0} : words) != 1) return status_page(c, 409);
    case_act(c, &k,
             (CaseAct){"review.refer", .what = "review", .subject = "review", .id = r->id,
                       .title = yes ? S("Referred to social care after the review")
                                    : S("No referral after the review"),
                       .body = words});
    if (yes)
        return see_other_saying(c, S("The referral is with social care. The help goes on until they answer"),
                                "/work/referrals/%lld", (long long)referral);
    return see_other_saying(c, S("It is kept"), "/work/reviews/%lld", (long long)r->id);
}

// ---- the page of both -------------------------------------------------------------------------------------

Reply meetings_around(Ctx *c) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_READ, &k, &no)) return no;
    Buf out = {.arena = c->arena};
    meetings_view(&out, c, &k, meeting_all(c->db, k.e->id), review_all(c->db, k.e->id),
                  lacks_of(c->db, k.e->id));
    return case_page(c, &k, "meetings", S("Meetings and reviews"), &out);
}

Str better_text(Str better) { return label_in(betters, COUNT(betters), better); }
