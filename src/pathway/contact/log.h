// What the page of one contact shows, put together by log.c.
#ifndef KITH_CONTACT_LOG_H
#define KITH_CONTACT_LOG_H

#include "pathway/contact/check.h"
#include "pathway/contact/within.h"

typedef struct LogChild {
    const ContactChild *child;
    Str age;
    EarlierList earlier;
    EarlierReferralList referrals;
    SignList prompts;                      // signs to ask about, by age (W35)
} LogChild;
typedef struct LogClash {
    Str label, theirs;
} LogClash;
enum { LOG_CLASHES = 24 };
typedef struct LogPage {
    const Contact *contact;
    Filled log, doubt;
    bool doubt_open;
    size_t n_children, n_clashes;
    LogChild *children;
    int youngest;                          // in years; -1: not known
    bool unborn;                           // one of them is
    SignList signs;
    FlagList flags;
    AgencyCheckList checks;
    AdviceList advice;
    ContactEventList events;
    LogClash clashes[LOG_CLASHES];
} LogPage;

Str whom_text(Str key);

#endif
