// Inside forms: what a value of each kind must be, and how one question is drawn.
#ifndef KITH_FORM_CHECK_H
#define KITH_FORM_CHECK_H

#include "web/components.h"
#include "web/form.h"

extern const Choices form_yes_no;

// The sentence that says what is wrong, or an absent Str. A good DATE is turned into ISO.
Str form_check(Arena *a, const Field *field, Choices choices, Str *value);
void form_field(Buf *out, const Filled *f, size_t i);
bool form_has_file(const Form *form);
size_t text_length(Str s);                           // in characters, not bytes

// The three inputs of a date in one value, "27/3/2014", until they are known to be a day.
Str date_typed(Arena *a, Str day, Str month, Str year);
void date_split(Arena *a, Str value, Str ret[3]);    // from what was typed, or from ISO

#endif
