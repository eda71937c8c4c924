// What the pages about a person share. Private to this folder and the family's pages.
#ifndef KITH_ABOUT_H
#define KITH_ABOUT_H

#include "people/group.h"
#include "people/person.h"

// The record of the address, where this actor may see who the person is; NULL: answer about_refused().
Record *about_open(Ctx *c);
Reply about_refused(Ctx *c);
// The form in the record's frame, with something before it: 422 when something is wrong.
Reply about_form(Ctx *c, const Record *r, const char *tab, const Filled *f, Html before);
// Back to a page of the record: `tail` follows /work/people/ID.
Reply about_saved(Ctx *c, const Record *r, Str notice, const char *tail);

// Inside a write: the chronology, the audit log and the search know of it.
typedef struct Noted {
    const char *act;     // of the audit log: "person.name"
    const char *kind;    // of information; NULL: who
    Str title, body;     // for the chronology
} Noted;
void about_noted(Ctx *c, const Record *r, Noted n);

Str or_null(Str s);                // an empty answer is no answer
int64_t about_by(const Ctx *c);    // the actor, for recorded_by
// Marks a day that has not come yet, or is before the person was born, as wrong.
void about_past(Ctx *c, const Record *r, Filled *f, const char *name, Str day);

#endif
