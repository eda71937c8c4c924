// A step: asked for with a reason, held by both teams until it is answered, and then either the child goes on
// with everything or nothing has changed.
#include "pathway/step/step.h"

#include "db/outbox.h"
#include "pathway/clock/clock.h"
#include "pathway/plan/untold.h"
#include "pathway/threshold/need.h"

static bool is_up(const Step *s) { return str_eq(s->direction, S("up")); }

static void step_entry(Ctx *c, int64_t person, int64_t episode, int64_t step, Str title, Str body) {
    entry_add(c, (EntryNew){.person = person,
                            .episode = episode,
                            .kind = "plan",
                            .what = "step",
                            .title = title,
                            .body = body,
                            .subject = "step",
                            .subject_id = step,
                            .significant = true});
}

// Mail says nothing of whom it is about.
static void tell(Ctx *c, int64_t account, Str subject, Str text) {
    Str to = step_address(c->db, account);
    if (to.len) outbox_mail(c->db, c->now, (Mail){.to = to, .subject = subject, .text = text});
}

int64_t step_propose(Ctx *c, StepNew s) {
    const Episode *e = s.from;
    if (step_open_of(c->db, e->id) != NONE) return NONE;
    bool up = str_eq(e->kind, S("early-help"));
    int64_t id = step_put(c->db, e->person_id, up ? S("up") : S("down"), e->id, e->team_id, s.team,
                          s.receiver, s.reason, s.level_from, s.level_to, s.view_words, s.view_missing,
                          c->now, c->actor.id, s.next_at);
    hold_begin(c, e->person_id, s.team, "step", id);
    clock_start(c, "step-acceptance", "step", id, e->person_id, c->now);
    step_entry(c, e->person_id, e->id, id,
               up ? S("Step up to social care asked for") : S("Step down to early help asked for"), s.reason);
    access_audit(c, "step.propose", "step", id, (Str){0});
    tell(c, s.receiver, S("A step waits for your answer"),
         S("A team asks yours to take a child over. Sign in to Kith and look under My work.\n"));
    return id;
}

// The child's view of the step is their view of the first help ending (P8).
static void close_first(Ctx *c, const Step *s) {
    const Episode *e = episode_of(c->db, s->episode_id);
    if (s->view_words.at)
        episode_view(c, e, s->view_words, S("said about the step"));
    else
        episode_view_missing(c, e, s->view_missing);
    episode_close(c, e->id, is_up(s) ? S("escalated") : S("stepped-down"),
                  is_up(s) ? S("Stepped up: social care has accepted") : S("Stepped down to early help"));
}

// Whoever accepts takes the child over at the level that was asked for, and may look at it again at any time.
// Without a threshold document in force there is none to be at.
static void accept_level(Ctx *c, const Step *s, Str words) {
    Choices levels = need_level_choices(c);
    const NeedNow *was = need_current(c, s->person_id);
    for (size_t i = 0; i < levels.len; i++) {
        if (!str_eq(levels.at[i].label, s->level_to)) continue;
        if (was && str_eq(was->level, levels.at[i].value)) return;
        Str reason = str_fmt(c->arena, "%s accepted. Why it was asked for: %.*s",
                             is_up(s) ? "The step up" : "The step down", STR_FMT(s->reason));
        need_decide(c, (NeedNew){.person = s->person_id,
                                 .level = levels.at[i].value,
                                 .reason = reason,
                                 .evidence = words.at ? words : S("")});
    }
}

static void answered(Ctx *c, const Step *s, const char *act) {
    clock_stop(c, "step-acceptance", "step", s->id);
    hold_end(c, s->to_team_id, "step", s->id);
    words_go_on(c, s->person_id);
    access_audit(c, act, "step", s->id, (Str){0});
}

bool step_accept(Ctx *c, const Step *s, StepAccept a) {
    const Episode *was = episode_of(c->db, s->episode_id);
    if (!str_eq(s->state, S("proposed")) || !was || was->closed_at != NONE) return false;
    int64_t id = episode_begin(c, (EpisodeNew){.person = s->person_id,
                                               .kind = is_up(s) ? "social-care" : "early-help",
                                               .owner = a.holder,
                                               .team = s->to_team_id,
                                               .next_on = a.next_on,
                                               .next_what = a.next_what});
    if (step_answer(c->db, s->id, S("accepted"), c->now, c->actor.id, a.words, id) != 1) return false;
    lead_passes(c, s->episode_id, id);
    episode_carry(c, s->episode_id, id);
    close_first(c, s);
    hand_views(c->db, s->episode_id, was->owner_id, a.holder);    // who closed it sees the child no more
    step_entry(c, s->person_id, id, s->id,
               is_up(s) ? S("Step up accepted by social care") : S("Step down accepted by early help"),
               a.words);
    accept_level(c, s, a.words);
    answered(c, s, "step.accept");
    tell(
        c, s->proposed_by, S("A step you asked for is accepted"),
        S("The other team has taken the child over. Sign in to Kith to see who answers for the help now.\n"));
    return true;
}

bool step_end(Ctx *c, const Step *s, const char *state, Str why) {
    bool declined = !strcmp(state, "declined");
    if (step_answer(c->db, s->id, str_from(state), c->now, c->actor.id, why, NONE) != 1) return false;
    step_entry(c, s->person_id, s->episode_id, s->id,
               declined ? S("The step was declined: the help goes on as it was")
                        : S("The step was taken back"),
               why);
    answered(c, s, declined ? "step.decline" : "step.withdraw");
    if (declined)
        tell(c, s->proposed_by, S("A step you asked for is declined"),
             S("The reasons are in Kith, and so is what to do if you do not agree. Sign in to read them.\n"));
    return true;
}
