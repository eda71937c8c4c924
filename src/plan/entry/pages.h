// The office's pages of a quarter: what is due, entering, the sheet, signing off, publishing. Only for this
// folder.
#ifndef KITH_ENTRY_PAGES_H
#define KITH_ENTRY_PAGES_H

#include "plan/entry/entry.h"
#include "plan/publish.h"
#include "web/components.h"
#include "web/layout.h"

// One line as it stands on the entering page.
typedef struct EntryField {
    const EntryRow *row;
    EntryTyped typed;                      // what stands in the boxes
    EntryVerdict verdict;                  // with `wrong`, when the page says what is wrong
    Str clash;                             // absent, or what another window saved meanwhile
} EntryField;

typedef struct EntryPage {
    const Entry *entry;
    size_t len;
    EntryField *field;
    size_t n_errors;
    UiLink *error;                         // for the summary
    size_t n_due;
} EntryPage;

typedef struct PublishPage {
    const Entry *entry;
    Draft draft;
    const Publication *last;               // NULL: never published
    size_t missing, unsigned_off;
    Str note, wrong;
} PublishPage;

typedef struct ImportAsk {
    Choices quarters;
    Str quarter, pasted, wrong;
    EntryImportList waiting;
} ImportAsk;

Str entry_name(Arena *a, const EntryRow *r);
Str entry_short_name(Arena *a, const EntryRow *r);            // for sentences: the code if known, or title
Str entry_hint(Arena *a, const EntryRow *r);
UiTag entry_tag(const EntryRow *r);
Url entry_url(Ctx *c, const char *area, const Entry *e);      // "/office/figures/2013-14/q4"
Page entry_frame(Ctx *c, Str title, const char *area, Str area_title);

Reply figures_list(Ctx *c);
Reply figures_open_year(Ctx *c);
Reply figures_enter(Ctx *c);
Reply figures_send(Ctx *c);
Reply figures_draft(Ctx *c);
Reply figures_sheet(Ctx *c);
Reply import_new(Ctx *c);
Reply import_send(Ctx *c);
Reply import_show(Ctx *c);
Reply import_act(Ctx *c);
Reply sign_off_list(Ctx *c);
Reply sign_off_show(Ctx *c);
Reply sign_off_send(Ctx *c);
Reply publish_list(Ctx *c);
Reply publish_show(Ctx *c);
Reply publish_send(Ctx *c);
Reply who_show(Ctx *c);
Reply who_give(Ctx *c);
Reply who_take(Ctx *c);

#endif
