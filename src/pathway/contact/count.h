// The counts of contacts, between count.c and its template.
#ifndef KITH_CONTACT_COUNT_H
#define KITH_CONTACT_COUNT_H

#include "pathway/contact/count.sql.h"
#include "pathway/contact/within.h"

typedef struct DayCount {
    Str day;                               // "2 July 2014"
    int64_t n;
} DayCount;
typedef struct CountPage {
    Str from, to;                          // ISO, both included
    ContactCountList counts;
    int64_t total;
    size_t n_days;
    DayCount *days;                        // those on which any came
} CountPage;
Str count_label(const ContactCount *n);

#endif
