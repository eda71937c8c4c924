// The fields of Meaning, for the forms that ask for it (a struct of the form's has MEANING_MEMBERS).
#ifndef KITH_EDIT_MEANING_H
#define KITH_EDIT_MEANING_H

#include "plan/edit/pages.h"

#define MEANING_OF(in)                                                                                       \
    (Meaning) {                                                                                              \
        (in).title, (in).line_label, (in).polarity, (in).band_low, (in).band_high, (in).kind, (in).unit,     \
            (in).decimals, (in).accumulates, (in).per, (in).direction_text, (in).definition,                 \
            (in).quality_note                                                                                \
    }

#define MEANING_FIELDS(T)                                                                                    \
    {FIELD(T, title), .label = S("Title"), .kind = TEXT, .required = true, .max = 300,                       \
     .missing = S("Enter the title")},                                                                       \
        {FIELD(T, line_label), .label = S("What tells it from its head line"), .kind = TEXT, .max = 80,      \
         .hint = S("Only for a second line, like “per 10,000”")},                                            \
        {FIELD(T, polarity), .label = S("Which direction is good?"), .kind = RADIOS, .required = true,       \
         .choices = polarity_choices, .n_choices = COUNT(polarity_choices),                                  \
         .missing = S("Choose which direction is good")},                                                    \
        {FIELD(T, band_low), .label = S("Lower end of the band"), .kind = DECIMAL, .width = 10},             \
        {FIELD(T, band_high), .label = S("Upper end of the band"), .kind = DECIMAL, .width = 10},            \
        {FIELD(T, kind), .label = S("What sort of value is it?"), .kind = RADIOS, .required = true,          \
         .choices = kind_choices, .n_choices = COUNT(kind_choices),                                          \
         .missing = S("Choose what sort of value it is")},                                                   \
        {FIELD(T, unit), .label = S("Unit"), .kind = TEXT, .required = true, .max = 80, .width = 20,         \
         .hint = S("Such as %, children, or per 10,000 children"), .missing = S("Enter the unit")},          \
        {FIELD(T, decimals), .label = S("Decimals"), .kind = NUMBER, .required = true, .width = 2,           \
         .hint = S("How many are shown, from 0 to 6"), .missing = S("Enter how many decimals are shown")},   \
        {FIELD(T, per), .label = S("Per how many"), .kind = NUMBER, .width = 10,                             \
         .hint = S("Only for a rate: 100, 1000, 10000 or 100000")},                                          \
        {FIELD(T, accumulates), .label = S("How do quarters add up?"), .kind = RADIOS, .required = true,     \
         .choices = accumulates_choices, .n_choices = COUNT(accumulates_choices),                            \
         .missing = S("Choose how quarters add up")},                                                        \
        {FIELD(T, direction_text), .label = S("The direction in words"), .kind = TEXT, .max = 80,            \
         .hint = S("As the report prints it, like “Lower percentages”")},                                    \
        {FIELD(T, definition), .label = S("Definition"), .kind = TEXTAREA, .max = 2000,                      \
         .hint = S("How it is counted: who is in, who is out, from which record")},                          \
        {FIELD(T, quality_note), .label = S("How far the figures can be trusted"), .kind = TEXTAREA,         \
         .max = 1000}

#endif
