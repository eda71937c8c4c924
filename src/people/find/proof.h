// That a search was made: nobody makes a record without one.
#ifndef KITH_PROOF_H
#define KITH_PROOF_H

#include "people/find/find.h"
#include "web/layout.h"

// A signed word for the form that follows a search: this account, these details, now.
Str search_proof(const Ctx *c, FindAsk ask);
// Whether it is ours, of this account and these details, and no older than an hour.
bool search_proved(const Ctx *c, FindAsk ask, Str proof);

// Making a record for another page, which carries the proof of its own search: where the new record's form is
// sent, where one came from, and what is done with the record in the same write; its answer is the page's.
typedef struct MakeFor {
    Url save;
    Crumb from;
    int64_t about;    // handed on to `made`
    Reply (*made)(Ctx *c, int64_t person, int64_t about);
} MakeFor;
// Inside a write: whoever made a record for no reason yet may go on with it for a day; then some team holds
// it, or nobody does.
void person_made_mine(Ctx *c, int64_t person);
Reply person_make_ask(Ctx *c, MakeFor to);
Reply person_make_save(Ctx *c, MakeFor to);

#endif
