// What the templates of finding are given. Only for this folder.
#ifndef KITH_FIND_SHOW_H
#define KITH_FIND_SHOW_H

#include "people/find/find.h"
#include "web/components.h"

typedef struct SearchPage {
    bool asked;
    FindAsk ask;
    FindHits hits;
    Str proof;
} SearchPage;

Str hit_about(Arena *a, const FindHit *h);    // "4 years, NG7"
Str hit_whys(Arena *a, const FindHit *h);     // "same name; same date of birth"

#endif
