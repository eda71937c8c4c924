// Numbers that other systems know somebody by, and postcodes, as they are typed and as they are kept. Pure:
// no database. Each reader leaves *ret only when what was typed can be right.
#ifndef KITH_CODE_H
#define KITH_CODE_H

#include "base/base.h"

// Ten digits, the last of which checks the others. "943 476 5919" leaves "9434765919".
bool nhs_read(Arena *a, Str typed, Str *ret);
Str nhs_text(Arena *a, Str value);    // "943 476 5919"
// A letter that checks the twelve after it: eleven digits, and one more or (a temporary one) a letter.
bool upn_read(Arena *a, Str typed, Str *ret);
// A whole postcode, "ng31ab" or "NG3 1AB", leaves "NG3 1AB". Its shape is checked, not that it exists.
bool postcode_read(Arena *a, Str typed, Str *ret);

// The sentence for what is wrong with a number of that kind ("nhs", "upn"): where it stands and what would be
// right. Absent when nothing is.
Str code_wrong(Arena *a, Str kind, Str typed);
Str code_text(Arena *a, Str kind, Str value);     // as people write it
Str code_name(Str kind);                          // "NHS number"
Str code_value(Arena *a, Str kind, Str typed);    // as it is kept; absent when it is wrong

#endif
