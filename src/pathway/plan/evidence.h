// What specialists found (W53), for the pages that show it: the plan, and the early help assessment.
#ifndef KITH_EVIDENCE_H
#define KITH_EVIDENCE_H

#include "pathway/plan/case.sql.h"
#include "people/record.h"

// What kind of information it is, and so who sees it: "health" where a health service found it, else
// "assessment" where it is attached to an assessment, "plan" where to the plan.
Str evidence_info(const Evidence *v);
// All that is attached, as far as this record is open to the actor; of what is not, that there is something.
void evidence_lines(Buf *out, Ctx *c, const Record *r, EvidenceList all);
// What is attached to an assessment, and the way to attach more (`adds`).
void evidence_of_assessment(Buf *out, Ctx *c, const Record *r, int64_t assessment, bool adds);

#endif
