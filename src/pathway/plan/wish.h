// What a child asks at their own door: of a meeting about them, and of their plan (W169). Whoever answers for
// the help answers each, and the child reads the answer where they asked.
#ifndef KITH_PLAN_WISH_H
#define KITH_PLAN_WISH_H

#include "access/access.h"
#include "pathway/plan/wish.sql.h"

size_t wish_waits(WishList all);    // how many have no answer
// Inside a write: the child leads it now, or no longer. Everybody invited hears of it.
void meeting_leader_changed(Ctx *c, int64_t meeting);

#endif
