// Finding people: an index kept in the write of what it is made from, and a search that says in words why
// each hit is one. How it works and what it finds: docs/matching.md.
#ifndef KITH_FIND_H
#define KITH_FIND_H

#include "people/record.h"

// Inside the write that changed a person's names, dates, addresses or numbers: what the search knows of them
// is made anew. Call it last; calling it again changes nothing.
void find_index(Db *db, Arena *a, int64_t person);
// Everybody who is not in the index yet, fit for a million: some ten microseconds each. How many there were.
int64_t find_index_all(Db *db);

// What is looked for. Any of them may be absent; all of them as people type.
typedef struct FindAsk {
    Str name;      // "khan mohamad": any order, any spelling
    Str born;      // "4 5 2009", "04/05/09", "May 2009", "2009"
    Str place;     // "NG7 2AB", "NG7", "14 Alma Road"
    Str number;    // an NHS number or a UPN
} FindAsk;

// What speaks for a hit, in words for a person: "same date of birth", "day and month swapped".
typedef struct FindWhys {
    size_t len;
    Str *at;
} FindWhys;
typedef struct FindHit {
    int64_t person;    // the record shown: one_id
    Str name;
    Str age;      // "4 years"; absent when not known
    Str area;     // "NG7", of the address now; absent: not known, not to be told
    Str teams;    // whom to ask, \"North Early Help\"; absent: nobody holds it
    Str also;     // other names of records joined with it, or absent
    FindWhys whys;
    bool sure;      // so much agrees that it is likely the same person
    bool open;      // this actor may open the record
    bool barred;    // is family of this actor, or was declared so
} FindHit;
typedef struct FindHits {
    size_t len;
    FindHit *at;
    bool more;      // there are others, less like it
    Str unclear;    // absent, or a sentence: what of the question was not understood
} FindHits;

// The likeliest first, no more than `most`. Sealed records are found only by those named. Each person shown
// is noted for the audit log before the page leaves (people.search).
FindHits find_people(Ctx *c, FindAsk ask, size_t most);
// Whether there is nothing in it to search by; *ret_wrong: what is wrong with each part, or absent.
bool find_asks_nothing(Arena *a, FindAsk ask, Date today, FindAsk *ret_wrong);

#endif
