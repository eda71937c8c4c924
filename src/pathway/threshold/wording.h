// A draft edition of the threshold document being worded, and what it changes. Private to this folder.
#ifndef KITH_WORDING_H
#define KITH_WORDING_H

#include "pathway/threshold/editions.h"
#include "pathway/threshold/wording.sql.h"
#include "web/form.h"

// One thing that differs from the edition before.
typedef struct Change {
    Str what;        // "New example", "Example no longer there"
    Str where;       // "Universal, Health"
    Str was, now;    // absent where there is none
} Change;
typedef struct ChangeList {
    size_t len;
    Change *at;
} ChangeList;
ChangeList edition_changes(Ctx *c, int64_t before, int64_t after);

typedef struct LevelPage {
    const Threshold *t;
    const NeedLevel *level;
    const Filled *form;
    NeedIndicatorList examples;
    ItemList items;
} LevelPage;
Str item_kind_words(Str key);    // "What to do"

// The draft in the address; NULL: *ret_no is the answer.
const Threshold *wording_draft(Ctx *c, Reply *ret_no);
const NeedLevel *wording_level(Ctx *c, const Threshold *t);    // the level in the address, or NULL
// A mark of what a page was opened on: what somebody else changed meanwhile is not written over (P3).
Str wording_mark(Arena *a, Str text);
extern const char wording_overtaken[];
// Back to the level; 409 unless one row changed.
Reply wording_kept(Ctx *c, const Threshold *t, int64_t changed, Str level);
Reply wording_form(Ctx *c, const Threshold *t, const Filled *f, Html removes);

#endif
