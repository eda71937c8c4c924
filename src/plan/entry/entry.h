// A quarter as one person enters it: their lines, what is held, what they typed, and what becomes of it.
#ifndef KITH_ENTRY_H
#define KITH_ENTRY_H

#include "access/access.h"
#include "plan/entry/check.h"
#include "plan/entry/entry.sql.h"
#include "base/json.h"
#include "plan/period.h"

typedef struct Entry {
    EntryPeriod *period;
    Str year_part, quarter_part;           // "2013-14", "q4": as in addresses
    Str words;                             // "Quarter 4 of 2013/14"
    EntryRowList rows;
    bool everybody;                        // all lines, not only this person's
} Entry;

// From the address's parts; false where there is no such quarter. `signing` takes all lines whoever asks.
bool entry_open(Ctx *c, Str year_part, Str quarter_part, bool signing, Entry *ret);
// With one line alone, where it is this person's: saving what is typed asks for nothing else.
bool entry_open_line(Ctx *c, Str year_part, Str quarter_part, int64_t line, Entry *ret);

Str entry_state(const EntryRow *r);        // "due", "loaded", "handed-in", "returned", "signed-off"
Str entry_state_words(Str state);          // "Due", "Came with the plan", …
EntryLine entry_line(const EntryRow *r);
EntryTyped entry_typed(Arena *a, const EntryRow *r); // what stands in the form: the draft, else what is held
EntryTyped entry_sent(Ctx *c, const EntryRow *r);    // what came with the form
bool entry_same(const EntryTyped *a, const EntryTyped *b);
bool entry_changes(Arena *a, const EntryRow *r, const EntryTyped *t);   // differs from what is held

// Saves what is typed as this person's draft. False where another window saved since `version` was read.
bool entry_save(Ctx *c, const Entry *e, const EntryRow *r, const EntryTyped *t, int64_t version);
// Hands one checked figure in: figure, revision, note, submission, audit. False where somebody moved it
// meanwhile.
bool entry_hand_in(Ctx *c, const Entry *e, const EntryRow *r, const EntryTyped *t, const EntryVerdict *v);
// Signs off or sends back. False where it may not be, or was moved meanwhile.
bool entry_decide(Ctx *c, const Entry *e, const EntryRow *r, Str act, Str note);
bool entry_two_people(Ctx *c);             // the setting: whoever hands in does not sign off

// Opens the year after the last one that has a report: its quarters, the lines that are kept, no targets yet.
Str entry_next_year(Ctx *c);               // "2014/15"; absent when there is none to follow
void entry_open_year(Ctx *c, Str year);

#endif
