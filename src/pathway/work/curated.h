// A chronology made by hand, as its pages draw it. Private to this folder.
#ifndef KITH_PATHWAY_WORK_CURATED_H
#define KITH_PATHWAY_WORK_CURATED_H

#include "pathway/work/curated.sql.h"
#include "pathway/work/front.h"
#include "web/form.h"

enum { CURATED_MOST = 2000 };

// One document, opened by somebody who may: the record, and whether they hold it.
typedef struct Bundle {
    const Record *record;
    const Curated *at;
    bool holds;               // may make and finish one
    CuratedRowList rows;      // of a draft: what was picked, or what there is to pick from
    CuratedLineList lines;    // of a finished one
    int64_t left;             // of a draft: picked rows that this account may not see
    int64_t later, next;      // of a finished one: written since; the version after it, or NONE
    bool whole;               // its lines are what was finished
    Str wrong;
} Bundle;

extern const Choice curated_purposes[3];
Str curated_purpose_text(Str key);
Str curated_period(Arena *a, const Curated *k);    // "1 May 2013 to 2 July 2014"
// BLAKE2b of every line, as it is printed.
Str curated_hash(Arena *a, CuratedLineList lines);

#endif
