// The table of verbs: kith.c runs it, the tests try its examples.
#ifndef KITH_VERBS_H
#define KITH_VERBS_H

#include "base/cli.h"

extern const Verb verbs[];
extern const size_t n_verbs;

#endif
