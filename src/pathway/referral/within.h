// What the files of referrals share; nobody else includes it.
#ifndef KITH_REFERRAL_WITHIN_H
#define KITH_REFERRAL_WITHIN_H

#include "pathway/assessment/assessment.h"
#include "pathway/contact/within.h"
#include "pathway/referral/referral.sql.h"

extern const Choice decisions[5];          // assessment strategy early-help advice no-action
bool decision_accepts(Str key);
Str family_agrees_text(Str key);           // "They agree."

// Its clocks, as it goes on: the letters' are called off when it is decided, and every one when it is closed.
void referral_clocks_written(Ctx *c, const Referral *r);
void referral_clocks_decided(Ctx *c, int64_t id);
void referral_clocks_closed(Ctx *c, int64_t id);

// What the early help assessment gives a written referral: what was sent of it, or, before that, what stands
// in it now, as far as this actor may see it (W80). Nothing where there is none.
ReferralPartList caf_parts(Ctx *c, const Referral *r);
enum { CAF_PARTS_MAX = 24 };

typedef struct ReferralPage {
    const Referral *referral;
    bool takes, decides, raised;           // what this actor is to it
    bool chase_due;                        // three working days, and neither acknowledged nor decided (W77)
    ReferralSignList signs;
    ChaseList chases;
    AdviceList advice;
    ReferralPartList parts;                // of the written referral, from the early help assessment
    bool sees_caf;                         // this actor may open that assessment itself
    Filled write, chase, doubt, decide, tell;
} ReferralPage;

#endif
