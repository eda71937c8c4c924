// Changing something that others may be changing too. A page carries a digest of what it showed; when that no
// longer stands, nothing is written and the person sees both texts. One declared form each, one audit row
// each.
#ifndef KITH_EDIT_H
#define KITH_EDIT_H

#include "access/access.h"
#include "web/components.h"

typedef struct Edit {
    Filled f;
    const void *now;                       // the form's struct as it stands; absent members are not held
    Page page;
    Str caption;                           // over the h1
    Html before, after;                    // between the h1 and the form, and below it
    bool changed;                          // somebody else changed it while this was written
} Edit;

// Every form that changes something held has this field: the digest of what it showed.
#define EDIT_SEEN(T) {FIELD(T, seen), .label = S("What the page showed"), .kind = HIDDEN, .max = 64}

// In a POST, first of all: nobody else changes the plan until this one is done.
void edit_turn(Ctx *c);
// `title` absent: the form's. The page stands under /office and, when given, one area of it.
Edit edit_begin(Ctx *c, const Form *form, const void *now, Crumb area);
// Below the form: a button that takes the thing itself away, by POST to this address and "/drop".
void edit_offer_drop(Ctx *c, Edit *e, Str word);
void edit_choose(Edit *e, const char *field, Choices choices);
// Reads what was sent. False where something is wrong, or was changed meanwhile: answer edit_reply().
bool edit_take(Ctx *c, Edit *e, void *ret);
Reply edit_reply(Ctx *c, const Edit *e);   // 200; 422 with what is wrong; 409 with both texts

// One audit row with every field that differs, each as it was and as it became; false where none does.
bool edit_audit(Ctx *c, const char *act, const char *subject, int64_t id, const Form *form, const void *was,
                const void *is);
// For what is added or taken away: one word and its value.
void edit_audit_one(Ctx *c, const char *act, const char *subject, int64_t id, const char *key, Str value);

typedef struct EditDifference {            // for the page that shows both texts
    Str label, theirs, yours;
} EditDifference;
size_t edit_differences(const Edit *e, EditDifference ret[FORM_FIELDS_MAX]);

// From now on this row of a pack's file is the office's: loading a pack leaves it. What follows is its key.
#define EDIT_KEPT(c, file, ...)                                                                              \
    edit_kept(c, file, (const Str[]){__VA_ARGS__}, COUNT(((const Str[]){__VA_ARGS__})))
void edit_kept(Ctx *c, const char *file, const Str *cell, size_t n);
Str edit_number(Arena *a, int64_t n);

static inline Str edit_or_none(Str s) { return s.len ? s : (Str){0}; }     // empty text is kept as nothing
static inline Str edit_held(Str s) { return s.at ? s : S(""); }            // nothing is shown as empty
static inline Str edit_yes(int64_t holds) { return holds ? S("yes") : S("no"); }

#endif
