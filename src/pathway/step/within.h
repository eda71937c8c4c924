// What the pages of steps and disagreements share. Private to this folder.
#ifndef KITH_STEP_WITHIN_H
#define KITH_STEP_WITHIN_H

#include "pathway/step/dispute.h"
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

typedef struct DisputePage {
    const Record *record;
    const Dispute *dispute;
    StoodList stood;
    RungList ladder;
    const Rung *next;                  // above the one it stands on; NULL: there is none
    const Filled *up, *settle;
    bool open, acts, alerted, ours;    // ours: this actor is of the side that raised it
} DisputePage;
// What one quarter counts.
typedef struct QuarterCount {
    Date from;
    Str name, days;
    int up, up_accepted, down, down_accepted, closed, escalated, answers;
    int64_t waited;
} QuarterCount;

Choices step_receiver_choices(Ctx *c, Str kind);    // "team-account", of that side's open teams
bool two_ids(Str text, int64_t *ret_a, int64_t *ret_b);
Str dispute_outcome_text(Str key);
Str dispute_withdrawer(Arena *a, const Dispute *d);    // who alone can take it back, in words, without stop
Str dispute_kind_text(Str key);
Str complaint_who_text(Str key);
Str complaint_outcome_text(Str key);

Str step_title(const Step *s);                       // "Step up to social care"
Str step_state(const Step *s);                       // "Waits for an answer"
Str waited(Arena *a, const Step *s, Instant now);    // "3 days": until it was answered, or until now
Str what_text(Str what);                             // of a row of the chronology, in the plural

#endif
