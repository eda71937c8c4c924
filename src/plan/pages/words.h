// Short forms: the foot of a page spells out those that stand on it. Their meanings are the partnership's
// data.
#ifndef KITH_PLAN_WORDS_H
#define KITH_PLAN_WORDS_H

#include "web/web.h"

// Site.spells_out: what follows this markup, or nothing.
Html words_spelled_out(Arena *a, Db *db, const Buf *markup);

#endif
