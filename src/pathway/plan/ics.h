// An invitation as calendars read it (RFC 5545, RFC 5546). It names no child: calendars are shared.
#ifndef KITH_PLAN_ICS_H
#define KITH_PLAN_ICS_H

#include "base/date.h"

typedef struct Ics {
    Str uid, summary, place, organiser, organiser_name;    // organiser: an address
    Str description;                                       // absent: none
    const Str *attendees;                                  // addresses
    size_t n_attendees;
    Instant now, starts;
    int64_t minutes, sequence;
    bool cancelled;
} Ics;
Str ics_text(Arena *a, Ics m);

#endif
