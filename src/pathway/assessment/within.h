// What the pages of the assessment share.
#ifndef KITH_ASSESSMENT_WITHIN_H
#define KITH_ASSESSMENT_WITHIN_H

#include "pathway/assessment/assessment.h"
#include "pathway/assessment/counts.sql.h"
#include "pathway/assessment/pages.h"
#include "pathway/assessment/state.h"
#include "web/components.h"

typedef struct Opened {
    Assessment *a;
    Record *record;
    const Sheet *sheet;
    Url base;           // "/work/assessments/12"
    bool takes_part;    // in the team that holds the child, or in the team around it
    bool writes;        // takes part, and it is open for writing
} Opened;
// False: *ret_no is the answer (404, or the refusal of the record).
bool assessment_open(Ctx *c, Opened *ret, Reply *ret_no);
// Why nothing was done, each with a link to where it is put right, or none. `list`: what is missing is open.
typedef struct Refusal {
    const UiLink *items;
    size_t n;
    bool list;
} Refusal;
Reply assessment_overview(Ctx *c, const Opened *o, const Refusal *no);    // NULL: nothing was refused
Reply assessment_page(Ctx *c, const Opened *o, Str title, const Buf *main);
// Whether this actor may write in a section: nobody else was given it, or they answer for the whole.
bool section_writes(Ctx *c, const Opened *o, const Section *s);
const SectionOwnerRow *section_owner_of(const Sheet *s,
                                        const Section *section);               // NULL: nobody's in particular
void assessment_note(Ctx *c, const Opened *o, const char *what, Str words);    // its event, and the audit row
void crisis_open(Ctx *c, const Opened *o);                        // where none waits already (W66)
// What any assessment begins with: {"child.name", "Amina Yusuf", "the record"}. `known` has room for
// KNOWN_MOST.
enum { KNOWN_MOST = 400 };
typedef struct KnownList {
    size_t len;
    Known *at;
} KnownList;
KnownList known_of(Ctx *c, const Record *r, Str form);
void know(KnownList *known, Str key, Str value, Str source);
Str form_sentence(Ctx *c, const char *name);                                   // what was typed, trimmed

#endif
