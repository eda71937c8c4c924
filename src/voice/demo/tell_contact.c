// Calls to the front door, questions to partners, and referrals to social care.
#include "access/access.h"
#include "pathway/clock/clock.h"
#include "pathway/contact/check.sql.h"
#include "pathway/contact/child.sql.h"
#include "pathway/contact/contact.h"
#include "pathway/referral/referral.sql.h"
#include "voice/demo/demo.sql.h"
#include "voice/demo/tell.h"

static Str or_else(const char *s, Str otherwise) { return s ? str_from(s) : otherwise; }

static const Contact *contact(Telling *t, int64_t id) {
    return contact_find(t->c->db, id, t->c->actor.id, t->c->now);
}

// ---- a contact --------------------------------------------------------------------------------------------

static void write_log(Telling *t, int64_t id, const Call *k) {
    Ctx *c = t->c;
    const Locality *l = locality_for(c->db, k->postcode);
    contact_log(c->db, id, contact(t, id)->version, or_else(k->channel, S("telephone")),
                or_else(k->caller, S("professional")), 1, tell_words(k->name), tell_words(k->agency),
                tell_words(k->role), tell_words(k->reach), k->said, (Str){0}, tell_words(k->worried),
                tell_words(k->well), tell_words(k->needed), k->scale ? k->scale : NONE,
                tell_words(k->family_told), tell_words(k->family_why), (Str){0}, tell_words(k->postcode),
                l ? l->id : NONE, or_else(k->risk, (Str){0}), 1, k->night, c->now);
}

int64_t tell_call(Telling *t, Call k) {
    Ctx *c = t->c;
    bool web = k.channel && str_starts(str_from(k.channel), S("web"));
    int64_t taker = web ? NONE : c->actor.id, owner = web ? tell_account(t, "adviser") : c->actor.id;
    Str team = k.night ? S("out-of-hours") : S("front-door");
    int64_t id = contact_new(c, (ContactNew){.channel = k.channel ? k.channel : "telephone",
                                             .out_of_hours = k.night,
                                             .adviser = taker,
                                             .raised_by = k.raised ? tell_account(t, k.raised) : NONE,
                                             .desk = {owner, team_of_kind(c->db, team, c->now)}});
    write_log(t, id, &k);
    if (k.sign.len && sign_words(c->db, k.sign).at) contact_sign_put(c->db, id, k.sign, c->actor.id, c->now);
    contact_add_child(c, contact(t, id), t->who);
    if (k.danger) contact_to_duty(c, id);
    return id;
}

static Str route_there(Ctx *c, const char *route) {
    ContactRouteList all = contact_routes(c->db);
    for (size_t i = 0; route && i < all.len; i++)
        if (str_eq(all.at[i].key, str_from(route))) return all.at[i].key;
    return (Str){0};
}

void tell_decided(Telling *t, Decision d) {
    Ctx *c = t->c;
    const Contact *k = contact(t, d.contact);
    bool duty = d.route && str_eq(str_from(d.route), S("screening-and-duty"));
    contact_decide(c->db, k->id, k->version, duty ? S("referral") : S("initial-contact"),
                   route_there(c, d.route), tell_words(d.service), tell_words(d.advice), d.reasons,
                   c->actor.id, c->now, k->owner_id, k->team_id,
                   date_iso(c->arena, date_add_days(c->today, 1)), S("Tell whoever called what became"));
    clock_stop(c, "front-door-decision", "contact", k->id);
    contact_say(c, k->id, S("Decided"));
    tell_note(t, (Note){.kind = "contact",
                        .what = "contact",
                        .nature = "opinion",
                        .title = duty ? S("Front door: a referral to social care")
                                      : S("Front door: an initial contact"),
                        .body = d.reasons});
}

void tell_told(Telling *t, int64_t id, Str how, Str what, Str became) {
    Ctx *c = t->c;
    const Contact *k = contact(t, id);
    contact_tell(c->db, id, k->version, c->now, c->actor.id, how, what, (Str){0},
                 date_iso(c->arena, c->today), S("Close it"));
    contact_say(c, id, S("Whoever raised it was told"));
    contact_end(c, id, contact(t, id)->version, became);
}

int64_t tell_check(Telling *t, int64_t id, const char *whom, Str question, int due) {
    Ctx *c = t->c;
    int64_t check = check_put(c->db, id, t->who, tell_agency(t, whom), question, S("given"), (Str){0},
                              S("yes"), c->now, c->actor.id, tell_day(t, due));
    clock_start(c, "check-reply", "check", check, t->who, c->now);
    return check;
}

void tell_checked(Telling *t, int64_t check, const char *state, Str answer) {
    check_open(t->c->db, check, t->c->now);
    check_answer(t->c->db, check, t->c->now, t->c->actor.id, str_from(state), answer,
                 (Str){0});
    clock_stop(t->c, "check-reply", "check", check);
}

// ---- a referral -------------------------------------------------------------------------------------------

int64_t tell_referral(Telling *t, Refer r) {
    Ctx *c = t->c;
    bool known = r.sign.len && sign_words(c->db, r.sign).at;
    return referral_begin(c, (ReferralNew){.person = t->who,
                                           .contact = r.contact ? r.contact : NONE,
                                           .episode = t->episode ? t->episode : NONE,
                                           .assessment = NONE,
                                           .concern = r.concern,
                                           .sign = known ? r.sign : (Str){0},
                                           .family_told = tell_words(r.family_told),
                                           .family_agrees = tell_words(r.family_agrees),
                                           .family_why = tell_words(r.family_why),
                                           .raised_by = r.raised ? tell_account(t, r.raised) : NONE,
                                           .referrer = r.referrer,
                                           .professional = true});
}

static const Referral *referral(Telling *t, int64_t id) {
    return referral_find(t->c->db, id, t->c->actor.id, 1);
}

static void referral_note(Telling *t, int64_t id, Str title, Str body) {
    entry_add(t->c, (EntryNew){.person = t->who,
                               .episode = t->episode,
                               .kind = "contact",
                               .what = "referral",
                               .title = title,
                               .body = tell_words(body),
                               .subject = "referral",
                               .subject_id = id});
}

void tell_written(Telling *t, int64_t id, Str words) {
    Ctx *c = t->c;
    const Referral *r = referral(t, id);
    referral_write(c->db, id, c->now, words, r->family_told, r->family_agrees, r->family_why);
    clock_stop(c, "referral-written", "referral", id);
    clock_start(c, "referral-acknowledged", "referral", id, t->who, c->now);
    clock_start(c, "referral-chase", "referral", id, t->who, c->now);
    referral_note(t, id, S("The referral was confirmed in writing"), words);
}

void tell_acknowledged(Telling *t, int64_t id) {
    referral_acknowledge(t->c->db, id, t->c->now, t->c->actor.id);
    clock_stop(t->c, "referral-acknowledged", "referral", id);
    clock_stop(t->c, "referral-chase", "referral", id);
    referral_note(t, id, S("The written referral was acknowledged"), (Str){0});
}

void tell_chased(Telling *t, int64_t id, Str words) {
    referral_chase_put(t->c->db, id, t->c->now, t->c->actor.id, words);
    clock_stop(t->c, "referral-chase", "referral", id);
    referral_note(t, id, S("The referrer asked after an acknowledgement"), words);
}

void tell_answer(Telling *t, int64_t id, const char *decision, Str reasons) {
    Ctx *c = t->c;
    Str key = str_from(decision);
    referral_decide(c->db, id, referral(t, id)->version, key, reasons, c->now, c->actor.id,
                    date_iso(c->arena, date_add_days(c->today, 1)), S("Tell the referrer"));
    clock_stop(c, "referral-decision", "referral", id);
    clock_call_off(c, "referral-acknowledged", "referral", id);
    clock_call_off(c, "referral-chase", "referral", id);
    referral_note(t, id, str_fmt(c->arena, "Social care decided: %.*s", STR_FMT(decision_text(key))),
                  reasons);
}

void tell_answer_told(Telling *t, int64_t id, Str what) {
    Ctx *c = t->c;
    referral_tell(c->db, id, c->now, c->actor.id, S("spoken"), what, (Str){0}, c->now);
    clock_call_off(c, "referral-written", "referral", id);
    hold_end(c, NONE, "referral", id);
    referral_note(t, id, S("The referrer was told the decision and why"), what);
}
