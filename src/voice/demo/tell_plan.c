// Help from its beginning to its end: who sits in the team around the child, and what the plan has in it.
#include "access/access.h"
#include "pathway/plan/case.sql.h"
#include "pathway/plan/episode.h"
#include "voice/demo/tell.h"

static void note(Telling *t, Note n, const char *subject, int64_t id) {
    entry_add(t->c, (EntryNew){.person = t->who,
                               .episode = t->episode,
                               .kind = n.kind ? n.kind : "plan",
                               .what = n.what ? n.what : "plan",
                               .title = n.title,
                               .body = tell_words(n.body),
                               .subject = subject,
                               .subject_id = id});
}

static int64_t id_or_none(int64_t id) { return id ? id : NONE; }

// ---- the help ---------------------------------------------------------------------------------------------

int64_t tell_help(Telling *t, Help h) {
    t->episode = episode_begin(t->c, (EpisodeNew){.person = t->who,
                                                  .kind = h.kind,
                                                  .owner = tell_account(t, h.owner),
                                                  .team = tell_team(t, h.owner, h.team),
                                                  .next_on = tell_date(t, h.due),
                                                  .next_what = h.next});
    return t->episode;
}

void tell_next(Telling *t, int due, Str what) { episode_next(t->c, t->episode, tell_date(t, due), what); }

void tell_lead(Telling *t, const char *owner, Str team, Str why) {
    episode_owner_change(t->c, t->episode, tell_account(t, owner), tell_team(t, owner, team), why);
}

void tell_end(Telling *t, Saying w, const char *reason, Str text) {
    Ctx *c = t->c;
    const Episode *e = episode_of(c->db, t->episode);
    int64_t view = view_put(c->db, t->who, w.said, w.how, S("Help ending"), S("closure"), e->id, c->now,
                            c->actor.id, e->owner_id);
    tell_heard(t, view, w);
    note(t, (Note){.kind = "view", .what = "view", .title = S("What they think of the help ending"),
                   .body = w.said},
         "episode", e->id);
    episode_told(c->db, t->episode, S("Told together at the last meeting"));
    episode_close(c, t->episode, str_from(reason), text);
}

// ---- the team ---------------------------------------------------------------------------------------------

int64_t tell_seat(Telling *t, Sits s) {
    Ctx *c = t->c;
    int64_t account = s.who ? tell_account(t, s.who) : NONE;
    int64_t agency = s.who ? tell_agency(t, s.who) : NONE;
    Str name = s.who ? access_name(c->db, account) : s.name;
    int64_t id = seat_put(c->db, t->episode, account, agency, name, s.role, 0, id_or_none(t->consent), NONE,
                          c->now, tell_words(s.email), tell_words(s.place),
                          s.kind ? str_from(s.kind) : S("worker"));
    Str title = str_fmt(c->arena, "%.*s joins the team around the child", STR_FMT(s.role));
    note(t, (Note){.kind = "help", .what = "team", .title = title}, "seat", id);
    return id;
}

void tell_leaves(Telling *t, int64_t seat, Str why) {
    seat_end(t->c->db, seat, t->episode, t->c->now, why);
    note(t, (Note){.kind = "help", .what = "team", .title = S("Somebody leaves the team around the child"),
                   .body = why},
         "seat", seat);
}

void tell_considered(Telling *t, const char *what, bool needed, Str why) {
    considered_put(t->c->db, t->episode, str_from(what), needed, why, t->c->now, t->c->actor.id);
}

// ---- goals and actions ------------------------------------------------------------------------------------

int64_t tell_goal(Telling *t, Str title, Str best, Str worst) {
    Ctx *c = t->c;
    int64_t id = goal_put(c->db, t->episode, title, best, worst, c->now, c->actor.id);
    note(t, (Note){.title = str_fmt(c->arena, "Goal: %.*s", STR_FMT(title))}, "goal", id);
    return id;
}

void tell_score(Telling *t, int64_t goal, Str who, int64_t score, Str why) {
    Ctx *c = t->c;
    score_put(c->db, goal, who, score, tell_words(why), date_iso(c->arena, c->today), c->now, c->actor.id);
}

int64_t tell_action(Telling *t, Deed d) {
    Ctx *c = t->c;
    int64_t id = action_put(c->db, t->episode, id_or_none(d.goal), d.what, d.outcome, d.measure,
                            tell_account(t, d.owner), id_or_none(d.seat), tell_day(t, d.due), c->now,
                            c->actor.id);
    note(t, (Note){.title = str_fmt(c->arena, "Action: %.*s", STR_FMT(d.what)), .body = d.outcome}, "action",
         id);
    return id;
}

void tell_done(Telling *t, int64_t action, const char *state, Str words) {
    Ctx *c = t->c;
    const PlanAction *a = action_find(c->db, action);
    action_end(c->db, action, str_from(state), c->now, c->actor.id, NONE, words);
    bool done = str_eq(str_from(state), S("done"));
    note(t, (Note){.title = str_fmt(c->arena, "%s: %.*s", done ? "Done" : "Not done", STR_FMT(a->what)),
                   .body = words},
         "action", action);
}

// ---- other services, and what specialists found -----------------------------------------------------------

int64_t tell_request(Telling *t, Ask a) {
    Ctx *c = t->c;
    int64_t id = request_put(c->db, t->episode, a.whom ? tell_agency(t, a.whom) : NONE, a.service, a.words,
                             c->now, c->actor.id, tell_account(t, a.owner), tell_day(t, a.due));
    note(t, (Note){.title = str_fmt(c->arena, "Asked for: %.*s", STR_FMT(a.service)), .body = a.words},
         "request", id);
    return id;
}

void tell_reply(Telling *t, int64_t request, const char *state, Str answer, int starts) {
    Ctx *c = t->c;
    bool accepted = str_eq(str_from(state), S("accepted"));
    request_answer(c->db, request, str_from(state), c->now, c->actor.id, answer,
                   accepted ? tell_day(t, starts) : (Str){0});
    note(t, (Note){.title = accepted ? S("A service accepted the request") : S("A service declined"),
                   .body = answer},
         "request", request);
}

void tell_evidence(Telling *t, const char *what, Str title, Str author, Str finds, Str kept) {
    Ctx *c = t->c;
    Str kind = str_from(what);
    bool health = str_eq(kind, S("speech")) || str_eq(kind, S("camhs")) || str_eq(kind, S("occupational"));
    int64_t id = evidence_put(c->db, t->episode, kind, title, author, date_iso(c->arena, c->today), finds,
                              kept, health ? S("health") : S("plan"), NONE, (Str){0}, NONE, c->now,
                              c->actor.id);
    note(t, (Note){.kind = health ? "health" : "plan",
                   .title = str_fmt(c->arena, "Attached: %.*s", STR_FMT(title)),
                   .body = finds},
         "evidence", id);
}
