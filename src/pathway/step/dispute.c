// A disagreement climbs a ladder that is data: on each rung two roles, a clock, and what came of it.
#include "pathway/step/dispute.h"

#include "db/outbox.h"
#include "pathway/clock/clock.h"

static void dispute_entry(Ctx *c, int64_t person, int64_t id, Str title, Str body) {
    entry_add(c, (EntryNew){.person = person,
                            .episode = NONE,
                            .kind = "plan",
                            .what = "dispute",
                            .title = title,
                            .body = body,
                            .nature = "opinion",
                            .subject = "dispute",
                            .subject_id = id});
}

static const char *rung_key(bool high, bool straight) {
    return straight ? "dispute-unanswered" : high ? "dispute-rung-high" : "dispute-rung";
}
static const char *overall_key(bool high) { return high ? "dispute-overall-high" : "dispute-overall"; }

// Without hours set for the clock, the two days of the whole ladder hold: something is always due (P1).
static Instant due_of(Ctx *c, const char *key, int64_t rung) {
    const Clock *k = clock_running(c->db, str_from(key), S("dispute-rung"), rung);
    return k && k->due_at != NONE ? k->due_at : c->now + INT64_C(48) * 3600000;
}

typedef struct Climb {
    int64_t dispute, person, ours, with;
    Str kind, straight_why;
    int64_t rung;
    bool high;
} Climb;

// Stands on a rung from now; by when it should be settled there. NONE: the ladder has no such rung.
static Instant stand_on(Ctx *c, Climb u) {
    const Rung *r = ladder_rung(c->db, u.kind, u.rung);
    if (!r) return NONE;
    const char *key = rung_key(u.high, u.straight_why.at != NULL);
    int64_t id = rung_put(c->db, u.dispute, r->rung, r->ours, r->theirs, u.ours, u.with, u.straight_why,
                          c->now, c->now);
    clock_start(c, key, "dispute-rung", id, u.person, c->now);
    Instant due = due_of(c, key, id);
    rung_due(c->db, id, due);
    return due;
}

// By mail, which names nobody.
static void tell(Ctx *c, int64_t account, Str subject, Str text) {
    Str to = step_address_of(c->db, account);
    if (to.len) outbox_mail(c->db, c->now, (Mail){.to = to, .subject = subject, .text = text});
}

static void tell_waits(Ctx *c, int64_t account) {
    tell(c, account, S("A disagreement waits for your answer"),
         S("Another agency does not agree about the help for a child. Sign in to "
           "Kith and look under My work.\n"));
}

int64_t dispute_raise(Ctx *c, DisputeNew d) {
    int64_t id = dispute_put(c->db, d.person, d.kind, d.step, d.effect, d.concern, d.high_risk, c->actor.id,
                             c->actor.agency, c->now, d.team, d.with, c->now);
    int64_t rung = d.straight_why.at ? ladder_service_manager(c->db, d.kind) : 1;
    hold_begin(c, d.person, d.team, "dispute", id);
    clock_start(c, overall_key(d.high_risk), "dispute", id, d.person, c->now);
    Climb u = {id, d.person, c->actor.id, d.with, d.kind, d.straight_why, rung, d.high_risk};
    Instant due = stand_on(c, u);
    dispute_move(c->db, id, d.with, due);
    dispute_entry(c, d.person, id,
                  str_eq(d.kind, S("open-case")) ? S("A concern about the help is not shared")
                                                 : S("A referral or step that was not accepted is disputed"),
                  d.effect);
    access_audit(c, "dispute.raise", "dispute", id, (Str){0});
    tell_waits(c, d.with);
    return id;
}

// The rung it stands on; NULL: it is closed.
static const Stood *standing(Ctx *c, int64_t dispute) {
    StoodList all = rungs_of(c->db, dispute);
    return all.len && all.at[all.len - 1].ended_at == NONE ? &all.at[all.len - 1] : NULL;
}

static void leave_rung(Ctx *c, const Dispute *d, const Stood *on, const char *result, Str words) {
    rung_end(c->db, on->id, c->now, str_from(result), words);
    clock_stop(c, rung_key(d->high_risk, on->straight_why.at != NULL), "dispute-rung", on->id);
}

bool dispute_up(Ctx *c, const Dispute *d, int64_t with, Str words, Str straight_why) {
    const Stood *on = standing(c, d->id);
    if (!on) return false;
    int64_t rung = straight_why.at ? ladder_service_manager(c->db, d->kind) : on->rung + 1;
    if (rung <= on->rung || !ladder_rung(c->db, d->kind, rung)) return false;
    leave_rung(c, d, on, "up", words);
    int64_t ours = dispute_ours(c->db, d->id, c->actor.id, c->now) ? c->actor.id : on->ours_id;
    Instant due =
        stand_on(c, (Climb){d->id, d->person_id, ours, with, d->kind, straight_why, rung, d->high_risk});
    dispute_move(c->db, d->id, with, due);
    dispute_entry(c, d->person_id, d->id, S("The disagreement goes up a rung"), words);
    access_audit(c, "dispute.up", "dispute", d->id, (Str){0});
    tell_waits(c, with);
    return true;
}

bool dispute_settle(Ctx *c, const Dispute *d, Str outcome, Str words) {
    const Stood *on = standing(c, d->id);
    if (!on || dispute_close(c->db, d->id, outcome, words, c->now, c->actor.id) != 1) return false;
    leave_rung(c, d, on, str_eq(outcome, S("withdrawn")) ? "withdrawn" : "settled", words);
    clock_stop(c, overall_key(d->high_risk), "dispute", d->id);
    hold_end(c, d->team_id, "dispute", d->id);
    dispute_entry(c, d->person_id, d->id, S("The disagreement is settled"), words);
    access_audit(c, "dispute.settle", "dispute", d->id, (Str){0});
    if (d->raised_by != c->actor.id)
        tell(c, d->raised_by, S("A disagreement that you raised is settled"),
             S("Somebody wrote down what came of a disagreement that you raised about the help for a child. "
               "Sign in to Kith to read it. If you do not agree, raise it again.\n"));
    return true;
}

void dispute_remind(Db *db, Instant now) {
    LateRungList late = rungs_late(db, now);
    for (size_t i = 0; i < late.len; i++)
        if (alert_put(db, late.at[i].id, late.at[i].account_id, now) == 1)
            outbox_mail(db, now,
                        (Mail){.to = late.at[i].email,
                               .subject = S("A disagreement has passed its time"),
                               .text = S("A disagreement that somebody of your team raised has not been "
                                         "settled in time. Sign in to Kith and look under My work.\n")});
}
