// Questions to partners, between check.c and its templates.
#ifndef KITH_CONTACT_CHECK_H
#define KITH_CONTACT_CHECK_H

#include "pathway/contact/check.sql.h"
#include "pathway/contact/within.h"

Str check_consent_text(Str key);

#endif
