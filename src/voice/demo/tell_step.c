// Steps up and down, disagreements between agencies, complaints, and chronologies made by hand.
#include "access/access.h"
#include "pathway/step/dispute.h"
#include "pathway/step/step.h"
#include "pathway/work/curated.h"
#include "voice/demo/tell.h"

int64_t tell_step(Telling *t, Stepping s) {
    return step_propose(t->c, (StepNew){.from = episode_of(t->c->db, t->episode),
                                        .team = tell_team(t, s.receiver, s.team),
                                        .receiver = tell_account(t, s.receiver),
                                        .reason = s.reason,
                                        .level_from = s.from,
                                        .level_to = s.to,
                                        .view_words = tell_words(s.said),
                                        .view_missing = tell_words(s.unsaid),
                                        .next_at = instant_at(tell_date(t, s.due), 17 * 60)});
}

void tell_accepted(Telling *t, int64_t step, const char *holder, Str next, int due) {
    const Step *s = step_by_id(t->c->db, step);
    step_accept(t->c, s, (StepAccept){.holder = tell_account(t, holder),
                                      .next_on = tell_date(t, due),
                                      .next_what = next,
                                      .words = S("Taken over with the plan and the team")});
    t->episode = step_by_id(t->c->db, step)->new_episode_id;
}

void tell_declined(Telling *t, int64_t step, Str why) {
    step_end(t->c, step_by_id(t->c->db, step), "declined", why);
}

int64_t tell_dispute(Telling *t, Differs d) {
    return dispute_raise(t->c, (DisputeNew){.person = t->who,
                                            .step = d.step ? d.step : NONE,
                                            .kind = str_from(d.kind),
                                            .effect = d.effect,
                                            .concern = d.concern,
                                            .high_risk = d.high,
                                            .team = tell_team(t, d.with, d.team),
                                            .with = tell_account(t, d.with)});
}

void tell_rung(Telling *t, int64_t dispute, const char *with, Str words) {
    dispute_up(t->c, dispute_find(t->c->db, dispute), tell_account(t, with), words, (Str){0});
}

void tell_settled(Telling *t, int64_t dispute, const char *outcome, Str words) {
    dispute_settle(t->c, dispute_find(t->c->db, dispute), str_from(outcome), words);
}

int64_t tell_complaint(Telling *t, const char *who, Str words, const char *owner, int due) {
    Ctx *c = t->c;
    int64_t id = complaint_put(c->db, t->who, str_from(who), words, 1, c->now, c->actor.id,
                               tell_account(t, owner), tell_day(t, due));
    entry_add(c, (EntryNew){.person = t->who,
                            .episode = NONE,
                            .kind = "plan",
                            .what = "complaint",
                            .title = S("A complaint about the help"),
                            .body = words,
                            .nature = "report",
                            .source = S("the family"),
                            .subject = "complaint",
                            .subject_id = id});
    return id;
}

void tell_complained(Telling *t, int64_t complaint, const char *outcome, Str answer) {
    complaint_answer(t->c->db, complaint, str_from(outcome), answer, t->c->now);
}

int64_t tell_chronology(Telling *t, Str title, const char *purpose, int due) {
    const int64_t by = t->c->actor.id;
    return curated_put(t->c->db, t->who, NONE, 1, title, str_from(purpose), (Str){0}, (Str){0}, by, t->c->now,
                       tell_day(t, due));
}
