// What the table of verbs in src/verbs.c runs from this folder.
#ifndef KITH_ENTRY_VERBS_H
#define KITH_ENTRY_VERBS_H

#include "base/cli.h"

int entry_demo(Cli *c);                    // kith demo

#endif
