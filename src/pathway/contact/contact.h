// What others need of the front door: opening a referral without a CAF, and the panel of the signs that want
// one at once (W33, W34); and a contact that comes from elsewhere.
#ifndef KITH_CONTACT_H
#define KITH_CONTACT_H

#include "people/record.h"
#include "pathway/contact/contact.sql.h"

// The signs that want a referral at once (immediate_signs()), each a button with a key of its own (Alt and
// its number), and one button for any other reason: shown on every assessment, visit and note of a child. The
// page must have opened the record. Those that the child's age prompts come with their question (W35).
void immediate_panel(Buf *out, Ctx *c, SignList signs, const Person *child);

// Whether the child's age makes this sign one to ask about; values in, value out.
bool sign_prompts(const Sign *s, int age_years, bool unborn);

// Inside a write: a referral to social care, from a contact, an episode of early help or neither. It never
// asks for a CAF; where there is one, it gives the words (W80). The duty team holds the child from now on,
// the decision clock runs, and an episode stays open until the referral is accepted (W69). Its id.
typedef struct ReferralNew {
    int64_t person;                        // the child's own record
    int64_t contact, episode, assessment;  // NONE: none
    Str concern;                           // what it is about
    Str sign;                              // a key of immediate_sign, or absent
    Str family_told, family_agrees, family_why;   // absent: not asked yet
    int64_t raised_by;                     // NONE: somebody without an account
    Str referrer;                          // "School (Example Academy)"; absent: the actor
    bool professional;
} ReferralNew;
int64_t referral_begin(Ctx *c, ReferralNew r);

// Inside a write: what a professional sends, on a form or out of a partner's own system, lands at the front
// door with its clock. NONE: nobody works there today who would read it.
typedef struct ContactSent {
    Str role, reach, said, children, address, postcode, family_told, family_why, worried, well, needed;
} ContactSent;
int64_t contact_sent(Ctx *c, ContactSent s);

// ---- a contact from outside the front door's own pages ----------------------------------------------------

// Who answers, and in which team. `account` NONE: nobody.
typedef struct Desk {
    int64_t account, team;
} Desk;
typedef struct ContactNew {
    const char *channel;
    bool out_of_hours;
    int64_t adviser, raised_by;            // NONE: none
    Desk desk;
} ContactNew;
int64_t contact_new(Ctx *c, ContactNew n);   // inside a write: a row, its clock, and the audit
void contact_say(Ctx *c, int64_t contact, Str what);   // inside a write: one line of what was done
bool contact_add_child(Ctx *c, const Contact *k, int64_t person);   // false: not there, or not for this actor
// Inside a write: to the duty team at once, whatever is known. False: it was there already.
bool contact_to_duty(Ctx *c, int64_t contact);
// Inside a write: false: at another version, or whoever raised it was not told (P2).
bool contact_end(Ctx *c, int64_t id, int64_t version, Str why);

// Inside a write: questions to partners whose asker has left, or may not see the child, go to whoever answers
// for the contact or the referral.
void checks_go_on(Db *db, Instant now);

Str decision_text(Str key);                // of a referral: "Accepted: an assessment begins"
Str family_told_text(Str told);            // "The family was told."; absent: not asked yet

#endif
