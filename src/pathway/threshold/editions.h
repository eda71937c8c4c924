// What the office's pages of the threshold document share. Private to this folder.
#ifndef KITH_EDITIONS_H
#define KITH_EDITIONS_H

#include "pathway/threshold/document.h"
#include "pathway/threshold/editions.sql.h"

Choices told_ways(void);
Str told_how_text(Str key);                        // "By e-mail"
Str edition_state(Ctx *c, const Threshold *t);     // "In force"

#endif
