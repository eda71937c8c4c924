// What is known of a person beyond the record: names, addresses, numbers, needs, groups. Other floors make
// people with person_new() and ask what is missing; the pages are in people/about.
#ifndef KITH_PERSON_H
#define KITH_PERSON_H

#include "people/person.sql.h"
#include "people/record.h"

// Inside a write. A record made, with its name and address as facts of their own. It gives nobody a way to
// see it: whoever calls begins a hold.
typedef struct PersonNew {
    Str given, family;      // one of them may be empty
    Str born_on, due_on;    // ISO or absent; due_on: not born yet
    bool born_about;
    Str gender;            // female, male, other, not-said; absent: not asked
    Str line, postcode;    // absent: not known
} PersonNew;
int64_t person_new(Ctx *c, PersonNew n);
// A name by law from today, or from `from` (ISO): the one before is ended, and both are kept.
void person_renamed(Ctx *c, const Person *p, Str given, Str family, Str from);
Str person_full(Arena *a, Str given, Str family);

// One dated fact, of any of the tables: `kind` names, addresses, numbers or needs.
const char *fact_kind_name(Str kind);      // "name", for sentences
Str fact_text(Arena *a, const Fact *f);    // "Amina Yusuf, by law now"; "NHS number 943 476 5919"
Str fact_when(Arena *a, const Fact *f);    // "from 2 July 2010 to 3 May 2012"; absent when neither is known
bool fact_holds(const Fact *f, Date today);

// Basic information that is missing, for the record and for the manager (W183): which nothing it is, what,
// and the page of the record where it is filled in. Ask only for a record opened.
typedef struct Missing {
    Nothing which;
    Str what;            // "date of birth"
    const char *path;    // after /work/people/ID: "/basics"
} Missing;
typedef struct Missings {
    size_t len;
    Missing *at;
} Missings;
Missings missing_basics(Ctx *c, const Record *r);

extern const Choice genders[4], communications[10];
Str communication_text(Str key);    // "Makaton or other signs"
Str gender_text(Str key);           // "Female"; absent: not asked

#endif
