// What the pages of steps and disagreements share. Private to this folder.
#ifndef KITH_STEP_WITHIN_H
#define KITH_STEP_WITHIN_H

#include "pathway/step/step.h"
#include "web/form.h"

typedef struct StepsPage {
    const Record *record;
    const Episode *episode;
    StepList steps;
    GoesWithList with;
    const Filled *form;
    bool up, waits, works, sees;
} StepsPage;
typedef struct StepPage {
    const Record *record;
    const Step *step;
    HistoriesList history;
    GoesWithList with;
    const Filled *take, *no;
    bool waits, answers, asked, sees;
} StepPage;

Str step_title(const Step *s);                       // "Step up to social care"
Str step_state(const Step *s);                       // "Waits for an answer"
Str waited(Arena *a, const Step *s, Instant now);    // "3 days": until it was answered, or until now
Str what_text(Str what);                             // of a row of the chronology, in the plural

#endif
