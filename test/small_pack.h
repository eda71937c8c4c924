// A pack as small as can be, in memory, and ways to spoil it.
#ifndef KITH_SMALL_PACK_H
#define KITH_SMALL_PACK_H

#include "plan/pack.h"

PackSource small_pack(Arena *a);
// The same with the first `from` in `file` become `to`; from NULL replaces the whole text, to NULL drops the
// file.
PackSource small_pack_with(Arena *a, const char *file, const char *from, const char *to);

#endif
