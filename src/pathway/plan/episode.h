// An episode of help: begun, handed on and closed here and nowhere else, so that an open one always has an
// owner, a team that holds it and a next date (P1), and none closes without the child's view (P8).
#ifndef KITH_EPISODE_H
#define KITH_EPISODE_H

#include "pathway/plan/episode.sql.h"
#include "people/record.h"

typedef struct EpisodeNew {
    int64_t person;         // the child's own record
    const char *kind;       // "early-help" or "social-care"
    int64_t owner, team;    // who answers for it; the team that holds it
    Date next_on;           // when something is due next
    Str next_what;          // and what: "First meeting of the team"
} EpisodeNew;

// All inside a write. Each adds its row to the chronology and to the audit log.
int64_t episode_begin(Ctx *c, EpisodeNew e);
bool episode_next(Ctx *c, int64_t id, Date on, Str what);    // false: it is closed
// Somebody else answers for it from now. With another team (NONE: the same) that team holds the child from
// now on, and the one before no longer. False: it is closed, or is theirs already.
bool episode_owner_change(Ctx *c, int64_t id, int64_t owner, int64_t team, Str why);
// The one way to close. False, and nothing done: it is closed already, or neither has the child said what
// they think of it ending (episode_view) nor has anybody written why not (episode_view_missing), or the child
// waits for an answer about a meeting or the plan (W169). Ends what the episode's team holds, every seat, and
// all of the plan that is open: carry over first what goes on.
bool episode_close(Ctx *c, int64_t id, Str reason, Str text);
// What goes on in another episode of the same child (W68): open actions, goals, seats, meetings, reviews,
// requests, services and evidence, and what the child waits to have answered.
void episode_carry(Ctx *c, int64_t was, int64_t now);
// What changes hands with it: whoever answers for the new episode leads the team around the child. Whoever
// led before stays in it, or leaves it when their place stands on nothing but having led for social care.
// Before episode_carry().
void lead_passes(Ctx *c, int64_t was, int64_t now);
extern const Choice close_reasons[];    // needs-met escalated stepped-down moved other
extern const size_t n_close_reasons;
Choices close_choices(Arena *a, Str kind);    // those that somebody may choose who closes such an episode
Str close_reason_text(Str key);

// What the child said of the episode's end, or why that could not be had; inside the same write, before.
void episode_view(Ctx *c, const Episode *e, Str words, Str how);
void episode_view_missing(Ctx *c, const Episode *e, Str why);

const Episode *episode_of(Db *db, int64_t id);    // NULL: there is none
Str episode_kind_text(Str kind);                  // "Early help"
Str episode_lead_text(Str kind);                  // "Lead professional", "Case holder"

// Inside a write: mails about actions that are due soon, and once more when they are late.
void plan_remind(Db *db, const Site *site, Instant now);

// ---- teams ------------------------------------------------------------------------------------------------
extern const Choice team_kinds[];    // duty front-door out-of-hours early-help social-care …
extern const size_t n_team_kinds;
Str team_kind_text(Str key);
WorkTeamList team_of(Ctx *c);                 // teams the actor works in today, those they lead first
Choices team_choices(Ctx *c, Str kind);       // open teams, "North (City Council)"; absent kind: all
Choices team_people(Ctx *c, int64_t team);    // who works in it today: value is the account
Choices people_choices(Ctx *c, TeamPersonList all);    // the same of a list that was read
bool team_has(Db *db, int64_t team, int64_t account, Instant now);

#endif
