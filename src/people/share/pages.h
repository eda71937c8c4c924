// The pages of consent and sharing, for the table of routes.
#ifndef KITH_SHARE_PAGES_H
#define KITH_SHARE_PAGES_H

#include "web/web.h"

Handler consent_page, consent_new, consent_new_save, consent_withdraw, consent_withdraw_save, refusal_edit,
    refusal_save;
Handler share_new, share_new_save, share_end, withhold_new, withhold_save, preview_page;
Handler looked_page, looked_family, glass_ask, glass_break, glass_show, glass_review_save;
Handler conflict_ask, conflict_save, conflict_end_save, seal_show, seal_save;

#endif
