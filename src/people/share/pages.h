// The pages of consent and sharing, for the table of routes.
#ifndef KITH_SHARE_PAGES_H
#define KITH_SHARE_PAGES_H

#include "web/web.h"

Handler consent_page, consent_new, consent_new_save, consent_withdraw, consent_withdraw_save, refusal_edit,
    refusal_save;

#endif
