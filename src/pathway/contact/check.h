// Questions to partners, between check.c and its templates.
#ifndef KITH_CONTACT_CHECK_H
#define KITH_CONTACT_CHECK_H

#include "pathway/contact/check.sql.h"
#include "pathway/contact/within.h"
#include "web/form.h"

Str check_consent_text(Str key);

// A question, and what whoever looks at it may do: answer for the agency that was asked, write down what it
// said on the telephone, or call the question off.
typedef struct CheckPage {
    const AgencyCheck *check;
    bool answers, hears, calls_off;
    Filled answer, heard, off;
} CheckPage;

#endif
