// A referral to social care begins: from a contact, from a record, with or without a CAF (W34, W38). Its
// clocks run apart, so that no decision waits for a letter (W82).
#include "pathway/referral/pages.h"
#include "pathway/referral/within.h"

static void start_clocks(Ctx *c, int64_t id, const ReferralNew *r) {
    clock_start(c, "referral-decision", "referral", id, r->person, c->now);
    if (r->professional) clock_start(c, "referral-written", "referral", id, r->person, c->now);
}

// No letter is awaited of what is decided already: it is told (W76 W77 W79).
void referral_clocks_written(Ctx *c, const Referral *r) {
    clock_stop(c, "referral-written", "referral", r->id);
    if (r->decided_at != NONE) return;
    clock_start(c, "referral-acknowledged", "referral", r->id, r->person_id, c->now);
    clock_start(c, "referral-chase", "referral", r->id, r->person_id, c->now);
}

void referral_clocks_decided(Ctx *c, int64_t id) {
    clock_stop(c, "referral-decision", "referral", id);
    clock_call_off(c, "referral-acknowledged", "referral", id);
    clock_call_off(c, "referral-chase", "referral", id);
}

void referral_clocks_closed(Ctx *c, int64_t id) {
    clock_stop(c, "referral-feedback", "referral", id);
    clock_call_off(c, "referral-written", "referral", id);
    clock_call_off(c, "referral-acknowledged", "referral", id);
    clock_call_off(c, "referral-chase", "referral", id);
}

static void say_begun(Ctx *c, int64_t id, const ReferralNew *r, Str referrer, const Discharge *again) {
    entry_add(c, (EntryNew){.person = r->person,
                            .episode = r->episode,
                            .kind = "contact",
                            .what = "referral",
                            .title = S("Referred to social care"),
                            .body = r->concern,
                            .nature = "report",
                            .source = referrer,
                            .subject = "referral",
                            .subject_id = id,
                            .significant = true});
    if (again)
        entry_add(c, (EntryNew){.person = r->person,
                                .episode = r->episode,
                                .kind = "contact",
                                .what = "referral",
                                .title = S("Re-referred within twelve months of social care ending its help"),
                                .subject = "referral",
                                .subject_id = id});
    access_audit(c, "referral.begin", "referral", id, (Str){0});
}

int64_t referral_begin(Ctx *c, ReferralNew r) {
    Desk duty = desk_of_kind(c, "duty");
    if (duty.account == NONE) duty = (Desk){c->actor.id, NONE};
    Instant since = instant_at(date_add_months(c->today, -12), 0);
    const Discharge *again = discharged_since(c->db, r.person, since);
    Str referrer = r.referrer.at ? r.referrer : c->actor.name;
    if (r.assessment == NONE) r.assessment = caf_latest(c->db, r.person);
    int64_t id = referral_put(c->db, r.person, r.contact, r.episode, r.assessment, r.concern, r.family_told,
                              r.family_agrees, r.family_why, again ? again->id : NONE, c->now, r.raised_by,
                              referrer, r.professional, duty.account, duty.team, next_working(c, 1),
                              S("Decide on the referral"));
    if (r.sign.len) referral_sign_put(c->db, id, r.sign);
    if (duty.team != NONE) hold_begin(c, r.person, duty.team, "referral", id);
    start_clocks(c, id, &r);
    say_begun(c, id, &r, referrer, again);
    return id;
}

// From the panel on any page of a child's record: at once, with nothing else asked.
Reply referral_from_record(Ctx *c) {
    int64_t person = part_int(c, 0);
    Record *r = record_open(c, person);
    if (!r) return record_refused(c, person);
    Str key = param(c->form, S("sign")),
        words = key.len ? sign_words(c->db, key) : S("A child may be in danger");
    if (!words.at) return status_page(c, 404);
    int64_t open = referral_open_for(c->db, person, c->actor.id);
    if (open != NONE) {
        if (key.len) referral_sign_put(c->db, open, key);
        return see_other_saying(c, S("You have referred this child already: the sign is added to it"),
                                "/work/referrals/%lld", (long long)open);
    }
    int64_t id = referral_begin(c, (ReferralNew){.person = person,
                                                 .contact = NONE,
                                                 .episode = early_help_of(c->db, person),
                                                 .assessment = NONE,
                                                 .concern = words,
                                                 .sign = key,
                                                 .raised_by = c->actor.id,
                                                 .professional = true});
    return see_other_saying(c, S("Referred: the duty team has it. Now call them, and confirm in writing"),
                            "/work/referrals/%lld", (long long)id);
}
