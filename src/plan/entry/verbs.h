#ifndef KITH_ENTRY_VERBS_H
#define KITH_ENTRY_VERBS_H

#include "base/cli.h"

int entry_demo(Cli *c);                    // kith demo

#endif
