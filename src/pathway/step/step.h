// Steps up and down (W67 to W73): a child goes on from early help to social care or back, and nothing is
// lost on the way. What other folders may call; the pages are in pages.h.
#ifndef KITH_STEP_H
#define KITH_STEP_H

#include "pathway/plan/episode.h"
#include "pathway/step/step.sql.h"
#include "people/record.h"

typedef struct StepNew {
    const Episode *from;                 // open
    int64_t team, receiver;              // who is asked
    Str reason, level_from, level_to;    // levels: absent when not said
    Str view_words, view_missing;        // what the child says of it, or why that could not be had
    Instant next_at;                     // by when an answer is expected
} StepNew;

// All inside a write; each adds its rows to the chronology and the audit log.
// The receiving team sees and holds the child from now, beside the first (W70). NONE: one waits already.
int64_t step_propose(Ctx *c, StepNew s);
typedef struct StepAccept {
    int64_t holder;    // who answers for the new episode
    Date next_on;
    Str next_what, words;
} StepAccept;
// The new episode carries plan, services and team; the first one closes. False: it was answered already.
bool step_accept(Ctx *c, const Step *s, StepAccept a);
// The child stays where it is, its episode open as it was (W69). False: it was answered already.
bool step_end(Ctx *c, const Step *s, const char *state, Str why);    // "declined" or "withdrawn"

#endif
