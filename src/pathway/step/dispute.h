// Disagreements between agencies about a child (W126 to W134): a ladder with both sides' roles and hours at
// each rung, and what the child stands to lose at the head.
#ifndef KITH_DISPUTE_H
#define KITH_DISPUTE_H

#include "pathway/step/dispute.sql.h"
#include "people/record.h"

typedef struct DisputeNew {
    int64_t person, step;    // step: the declined one it is about, or NONE
    Str kind, effect, concern;
    bool high_risk;
    int64_t team, with;    // whose answer is asked for, and who answers
    Str straight_why;      // why straight to the service manager (W129); absent: from below
} DisputeNew;
// All inside a write.
int64_t dispute_raise(Ctx *c, DisputeNew d);
// To the next rung, or straight to the service manager; false: it is closed or there is no higher rung. Who
// takes it there stands for the side that raised it, if they are of that side; else whoever stood there does.
bool dispute_up(Ctx *c, const Dispute *d, int64_t with, Str words, Str straight_why);
// Whoever raised it is told by mail, unless they did it themselves.
bool dispute_settle(Ctx *c, const Dispute *d, Str outcome, Str words);
// On the page of a referral, for whoever raised it: "I do not agree", or what they raised. Nothing is drawn
// unless it was theirs and not accepted (W126).
void dispute_refused_part(Buf *out, Ctx *c, int64_t referral);
// Those who lead whoever raised it are told of each rung that passed its time: by mail that names nobody, and
// on their list of work (W130).
void dispute_remind(Db *db, Instant now);

#endif
