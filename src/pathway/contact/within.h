// What the front door's own files share; nobody else includes it.
#ifndef KITH_CONTACT_WITHIN_H
#define KITH_CONTACT_WITHIN_H

#include "pathway/clock/clock.h"
#include "pathway/contact/child.sql.h"
#include "pathway/contact/contact.h"
#include "pathway/contact/list.sql.h"

extern const Choice channels[];            // telephone email letter in-person web-public web-professional
extern const size_t n_channels;
extern const Choice callers[4];            // professional public family anonymous
Str choice_text(const Choice *at, size_t n, Str value, Str otherwise);
Str channel_text(Str key);
Str caller_text(Str key);                  // "a professional", "nobody has asked yet"
Str determination_text(Str key);

Desk desk_of_kind(Ctx *c, const char *kind);
Desk desk_of_team(Ctx *c, int64_t team);
Str next_working(Ctx *c, int days);        // ISO

// A contact as this actor may see it: at the front door, or in the team it was given to; the read is noted.
// NULL: answer 404.
const Contact *contact_open(Ctx *c, int64_t id);
// Inside a write: the team holds every child of the contact from now, and no other team does for it.
void contact_hold(Ctx *c, int64_t contact, int64_t team);
// Inside a write: its questions to partners that wait for an answer are its new owner's.
void checks_follow(Ctx *c, int64_t contact);
// 409: what a colleague did in the meantime.
Reply contact_overtaken(Ctx *c, int64_t contact);

Str sign_key(const Sign *s);               // "1" … "9", "0", "x": its key with Alt

// Which list a line stands in.
enum { GROUP_DANGER, GROUP_NIGHT, GROUP_OPEN, GROUP_DECIDED };
typedef struct ContactGroups {
    size_t danger, night, open, decided;
} ContactGroups;
int contact_group(const ContactLine *k);
Str risk_class(Str key);

// Several contacts about one family in a short time (W26). Inside a write; a flag is raised at most once.
void flag_repeats(Ctx *c, int64_t contact, int64_t person);

#endif
