// The log as a form, between log.c and log_form.c.
#ifndef KITH_CONTACT_LOG_FORM_H
#define KITH_CONTACT_LOG_FORM_H

#include "pathway/contact/log.h"

typedef struct Log {
    Str version, said, children_said, risk, caller, address, postcode, locality, worried, well, needed, scale;
    Str family_told, family_why, channel, out_of_hours, caller_name, caller_role, caller_agency, caller_reach;
} Log;
Log log_of(Ctx *c, const Contact *k);
Filled log_filled(Ctx *c, const Contact *k, const Log *values);
// Inside a write. False: the contact is at another version, or closed. `finished`: not only a draft.
bool log_write(Ctx *c, const Contact *k, const Log *in, bool finished);
// What differs between what was typed and what is held.
size_t log_clashes(const Filled *typed, const Filled *held, LogClash *ret, size_t most);
Str postcode_text(Arena *a, Str typed);
int64_t locality_of(Ctx *c, Str postcode);   // by the longest beginning; NONE: none fits

#endif
