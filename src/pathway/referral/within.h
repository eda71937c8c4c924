// What the files of referrals share; nobody else includes it.
#ifndef KITH_REFERRAL_WITHIN_H
#define KITH_REFERRAL_WITHIN_H

#include "pathway/contact/within.h"
#include "pathway/referral/referral.sql.h"

extern const Choice decisions[5];          // assessment strategy early-help advice no-action
bool decision_accepts(Str key);
Str family_agrees_text(Str key);           // "They agree."

typedef struct ReferralPage {
    const Referral *referral;
    bool takes, decides, raised;           // what this actor is to it
    bool chase_due;                        // three working days, and nothing acknowledged (W77)
    ReferralSignList signs;
    ChaseList chases;
    AdviceList advice;
    Filled write, chase, doubt, decide, tell;
} ReferralPage;

#endif
