// PostgreSQL's form of a schema file. Private to this folder.
#ifndef KITH_TRANSLATE_H
#define KITH_TRANSLATE_H

#include "base/base.h"

// Absent, with a sentence in *ret_why, when the text holds what PostgreSQL would take otherwise or not at
// all.
Str schema_for_postgres(Arena *a, Str text, Str *ret_why);

#endif
