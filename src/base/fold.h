// Text as it is compared: small letters, no accents, words. For searching, never for showing.
#ifndef KITH_FOLD_H
#define KITH_FOLD_H

#include "base/base.h"

// "Łukasz O'Brien-Nguyễn" is "lukasz o'brien-nguyen". Owned by the arena; what is no UTF-8 is left out.
Str fold(Arena *a, Str text);
// The next word of *rest, folded: letters and digits only ("o'brien" is "obrien"; a hyphen parts words).
// False: no more.
bool fold_word(Arena *a, Str *rest, Str *ret);

#endif
