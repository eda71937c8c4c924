// That a search was made: nobody makes a record without one.
#ifndef KITH_PROOF_H
#define KITH_PROOF_H

#include "people/find/find.h"

// A signed word for the form that follows a search: this account, these details, now.
Str search_proof(const Ctx *c, FindAsk ask);
// Whether it is ours, of this account and these details, and no older than an hour.
bool search_proved(const Ctx *c, FindAsk ask, Str proof);

#endif
