// What was in force when something was decided (W180): the edition of the threshold document, the rules of
// the clocks, and the wording of the questionnaires.
#ifndef KITH_POLICY_H
#define KITH_POLICY_H

#include "pathway/policy/policy.sql.h"
#include "web/web.h"

// For a page that shows a decision: the edition of that day, whether another is in force now, and the way to
// everything else that held then. Nothing is drawn for NONE: nothing is decided yet.
void policy_line(Buf *out, Ctx *c, Instant decided);

Str until_text(Arena *a, Str day);    // " to 31 July 2014"; nothing for an absent day

typedef struct PolicyPage {
    Date day;
    const PolicyEdition *then, *now;    // NULL: no edition was in force
    PolicyRuleList rules;
    PolicyFormList forms;
} PolicyPage;

#endif
