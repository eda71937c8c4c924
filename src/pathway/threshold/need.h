// The level of need of a child (W3): decided by somebody, on a day, for a reason, under an edition of the
// threshold document that it keeps. The ticks are evidence; nothing is added up (W5).
#ifndef KITH_NEED_H
#define KITH_NEED_H

#include "pathway/threshold/document.h"
#include "pathway/threshold/need.sql.h"
#include "people/record.h"

// The level that counts now, or NULL: not decided yet. On a page that opened this person's record and may
// show kind "assessment".
const NeedNow *need_current(Ctx *c, int64_t person);

// For the front of a record: the level, since when and by whom, or that it is not shared, or not decided.
void need_line(Buf *out, Ctx *c, const Record *r, const NeedSaid *now);
// And the universal services, which stay open beside whatever else there is (W8).
UniversalList need_universal(Ctx *c);
void need_universal_part(Buf *out, UniversalList open);

// Inside a write: a decision. `ticks` are codes of examples, each with why it is at that level where it
// stands at several. Under the edition of that day (at 0: now). NONE: there is no such level.
typedef struct NeedNew {
    int64_t person;
    Str level, reason, evidence;
    Instant at;
    const Choice *ticks;                   // value: a code; hint: why at this level, or absent
    size_t n_ticks;
} NeedNew;
int64_t need_decide(Ctx *c, NeedNew n);

// The levels of the edition in force, to choose from: value is the code.
Choices need_level_choices(Ctx *c);

#endif
