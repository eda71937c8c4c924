// A form is a table of fields. form_read() fills a struct from what was sent; the same table draws the form.
// Undeclared input does not exist.
#ifndef KITH_FORM_H
#define KITH_FORM_H

#include "web/layout.h"
#include "web/web.h"

typedef enum FieldKind {
    TEXT,
    TEXTAREA,
    PASSWORD,
    EMAIL,
    NUMBER,
    DECIMAL,
    DATE,
    RADIOS,
    CHECKBOXES,
    SELECT,
    YESNO,
    FILE_UPLOAD,
    HIDDEN
} FieldKind;

typedef struct Choice {
    Str value, label, hint;
} Choice;
typedef struct Choices {
    size_t len;
    const Choice *at;
} Choices;

typedef struct Field {
    const char *name;                      // also the id; FIELD(T, member) fills name and offset
    size_t offset;                         // of a Str (kept as typed, trimmed), in the struct
    Str label, hint;
    FieldKind kind;
    bool required;
    int max;                               // characters; 0 is 200 (TEXTAREA 4000)
    int width;                             // GOV.UK input width: 2 3 4 5 10 20 30; 0 full
    const Choice *choices;                 // fixed choices; run-time ones are set in Filled.choices
    size_t n_choices;
    const char *autocomplete;              // "email", "current-password", "one-time-code" …
    bool inline_choices;
    Str missing;                           // the sentence when it is empty ("Enter your email address")
} Field;
#define FIELD(T, member) .name = #member, .offset = offsetof(T, member)

typedef struct Form {
    Str title;                             // h1 and page title
    Str button;
    const Field *fields;
    size_t n_fields;
} Form;

enum { FORM_FIELDS_MAX = 40 };
typedef struct Filled {
    const Form *form;
    Str value[FORM_FIELDS_MAX];    // as typed; CHECKBOXES: values joined by ','; DATE: ISO, or as typed
    Str wrong[FORM_FIELDS_MAX];            // absent, or the sentence
    Choices choices[FORM_FIELDS_MAX];      // set for run-time choices; their values hold no comma
    size_t n_errors;
} Filled;

// Every member named by a field must be a Str. Values are checked by kind (a DATE comes as three inputs
// name-day, name-month, name-year and leaves ISO; NUMBER and DECIMAL are plain), by length, by choice.
Filled form_read(Ctx *c, const Form *form, void *ret);
// For run-time choices: call form_blank(), set choices, then form_check(); form_read() is both for fixed
// ones.
Filled form_blank(const Form *form, const void *values);     // values may be NULL
void form_take(Ctx *c, Filled *f, void *ret);
void form_wrong(Filled *f, const char *name, Str sentence);  // adds an error found by a rule
Reply form_page(Ctx *c, const Filled *f);                    // 200: the form alone on its page
Reply form_again(Ctx *c, const Filled *f);                   // 422: what was typed, and what is wrong
// For pages with more on them: the summary of errors (nothing when there are none), before the h1, and the
// <form>.
void form_errors(Buf *out, const Filled *f);
void form_draw(Buf *out, Ctx *c, const Filled *f, Str action);
// The form alone on a page of its own making (breadcrumbs …): 422 when something is wrong. The title is the
// form's unless p has one.
Reply form_reply(Ctx *c, const Filled *f, Page p);

#endif
