// What the templates of finding are given. Only for this folder.
#ifndef KITH_FIND_SHOW_H
#define KITH_FIND_SHOW_H

#include "people/find/join.h"
#include "web/components.h"

typedef struct SearchPage {
    bool asked;
    FindAsk ask;
    FindHits hits;
    Str proof;
} SearchPage;

Str hit_about(Arena *a, const FindHit *h);    // "4 years, NG7"
Str hit_whys(Arena *a, const FindHit *h);     // "same name; same date of birth"

typedef struct NewPage {
    FindAsk ask;    // what was searched for
    Str proof;
    FindHits likely;    // the same, by the look of it
    Str seen;           // a word for those
    Url save;           // where the form goes
} NewPage;

// What a join would change, before it is made.
typedef struct JoinLook {
    const Record *record, *other;
    Gains gains;
    Str word;    // of the gains, for the form
    Str why, wrong;
    bool changed;    // since the page before
} JoinLook;

typedef struct PartLook {
    const Record *record;
    const Joined *join;
    const Person *first, *second;
    WrittenSinceList rows;
    const int *side;    // of each row, now: 1 or 2
    Str why, wrong;
} PartLook;

#endif
