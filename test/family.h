// Children, teams and consents for tests about records. Times are the world's now.
#ifndef KITH_FAMILY_H
#define KITH_FAMILY_H

#include "world.h"

// A record that nobody holds. `born` is ISO, or NULL.
int64_t family_child(World *w, const char *name, const char *born);
// A team of the agency where the account of this role works, which leads it.
int64_t family_team(World *w, const char *name, const char *kind, Str role);
// Another account, of this role, in the team.
void family_join(World *w, int64_t team, Str role);
// An open episode ("early-help" or "social-care") owned by the role's account and held by the team.
int64_t family_episode(World *w, int64_t child, const char *kind, Str role, int64_t team);
// The mother's consent, for a year, to the agency of that role's account: kinds with commas, "who,plan".
int64_t family_consent(World *w, int64_t child, Str role, const char *kinds);
// A seat in the team around the child for the role's account, on that consent.
int64_t family_seat(World *w, int64_t episode, Str role, int64_t consent);
// "Sara (from) is the birth-mother of Omar (to)": a kind of ties[].
int64_t family_tie(World *w, int64_t from, const char *kind, int64_t to);

#endif
