// The handlers of referrals to social care, for the table of routes.
#ifndef KITH_REFERRAL_PAGES_H
#define KITH_REFERRAL_PAGES_H

#include "web/web.h"

Handler referrals_show, referral_show, referral_from_record;
Handler referral_write_save, referral_acknowledge_now, referral_chase_save, referral_doubt;
Handler referral_decide_save, referral_tell_save;

#endif
