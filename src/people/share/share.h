// Consent and sharing, for the floors above: who said that what may be shared with whom (P6). Functions that
// change something run inside a write; the pages are in pages.h.
#ifndef KITH_SHARE_H
#define KITH_SHARE_H

#include "people/record.h"
#include "people/share/share.sql.h"

typedef struct ConsentNew {
    int64_t person;                        // whose information
    bool refused;                          // a refusal is recorded too; it has no kinds or agencies to give
    Str purpose;
    int64_t giver;                         // a person's record; 0 or NONE: giver_name alone
    Str giver_name;
    Str capacity, capacity_why;            // child, parent or competent, and how competence was judged
    Str how;                               // signed, spoken, online, telephone
    Instant said_at, until;                // 0: now; until is not looked at for a refusal
    Str agencies;                          // ids with commas, "3,7"; empty: only the team around the child
    Str kinds;                             // keys of info[] with commas, "who,plan"
} ConsentNew;

// Writes the consent or refusal, its chronology entry, its receipts, its audit row; for a refusal also the
// judgement that is now owed (W43). The ledger's id.
int64_t consent_give(Ctx *c, ConsentNew n);
// Ends one consent now: whoever saw by it alone sees nothing from this write on. False: no such live consent.
bool consent_end(Ctx *c, int64_t consent, Str why);
// The live consents of the person shown as this record: id, purpose, kinds, agencies, giver, until.
ConsentLineList consent_live(Ctx *c, int64_t person);
// What was last said about sharing with this agency: "given" while it stands, "refused"; absent: not asked.
Str consent_answer(Ctx *c, int64_t person, int64_t agency);

typedef struct SharingNew {
    int64_t person, agency;
    Str basis, facts, interests, consulted, family_told;   // none may be empty
    Instant until;
    Str kinds;
} SharingNew;
int64_t sharing_begin(Ctx *c, SharingNew n);
bool sharing_end(Ctx *c, int64_t sharing);

// A way of one's own and not broken glass: the team that holds the record, or who answers for the help.
bool record_holds(const Record *r);
// A form on a page of the record: 200, or 422 with what is wrong.
Reply record_form(Ctx *c, const Record *r, const char *tab, const Filled *f);

// Every kind that the keys with commas name, in the family's words: "Who the person is, the plan".
Str kinds_text(Arena *a, Str keys);
Choices kinds_choices(void);

#endif
