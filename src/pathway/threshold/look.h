// What the pages of looking and deciding share. Private to this folder.
#ifndef KITH_NEED_LOOK_H
#define KITH_NEED_LOOK_H

#include "pathway/threshold/need.h"

// An example that was ticked and stands at several levels: which one is meant is asked, and why (W6).
typedef struct Twice {
    const NeedTick *tick;
    size_t n_levels;
    const NeedIndicator *level[8];         // the same words, one a level, the lowest first
    Str chosen, why;                       // as typed: a code, and the words
    Str chosen_wrong, why_wrong;
} Twice;

typedef struct Deciding {
    const Record *record;
    Document document;
    const Look *look;
    NeedTickList ticks;
    size_t n_twice;
    Twice *twice;
    const NeedNow *now;                    // what counts until this is decided; NULL: nothing yet
    Str level, reason, evidence;           // as typed
    Str level_wrong, reason_wrong, evidence_wrong;
    int n_errors;
} Deciding;

// What the ticks suggest, in sentences, and why: the highest level at which something was seen. Nothing is
// counted against anything.
Str need_suggests(Arena *a, const NeedTickList *ticks, const Document *d);

int64_t need_cases_at(NeedCaseList all, Str level);

#endif
