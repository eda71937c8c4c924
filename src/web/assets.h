// The files pages need, embedded when Kith is built: the name has a hash of the content, so a browser may
// keep each for ever. assets/ makes the table.
#ifndef KITH_ASSETS_H
#define KITH_ASSETS_H

#include "base/base.h"

typedef struct Asset {
    Str path;                   // "/assets/kith.1a2b3c4d.css"
    Str type;                   // "text/css; charset=utf-8"
    Str bytes, gzip, brotli;    // the last two absent where they would be no smaller
} Asset;
extern const Asset assets[];
extern const size_t n_assets;

#endif
