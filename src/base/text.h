// Files that tools/mktext put into the program: `const Text NAME[]`, `const size_t n_NAME`.
#ifndef KITH_TEXT_H
#define KITH_TEXT_H

#include "base/base.h"

typedef struct Text {
    Str name, body;                        // "001_base.sql", and every byte of it
} Text;

#endif
