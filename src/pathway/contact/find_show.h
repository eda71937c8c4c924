// What was found from a contact, between find.c and its template.
#ifndef KITH_CONTACT_FIND_SHOW_H
#define KITH_CONTACT_FIND_SHOW_H

#include "pathway/contact/within.h"
#include "people/find/find.h"

typedef struct ContactFound {
    const FindHits *hits;
    FindAsk ask;
    Str proof;                                   // that a search was made; absent: nothing was asked
} ContactFound;

Str found_why(Arena *a, const FindHit *h);       // "Found by: same name; same date of birth"

#endif
