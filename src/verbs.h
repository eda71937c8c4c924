#ifndef KITH_VERBS_H
#define KITH_VERBS_H

#include "base/cli.h"

extern const Verb verbs[];
extern const size_t n_verbs;

#endif
