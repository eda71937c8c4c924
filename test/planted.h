// A secret in every text of every table that hangs on a person, found by reading the schema: a new table is
// planted without being told of, and a text that cannot be planted, or of which nobody has said what kind of
// information it is, is a fault.
#ifndef KITH_PLANTED_H
#define KITH_PLANTED_H

#include "schema_text.h"
#include "worlds.h"

// What a text is, besides the eight kinds of info[]: a letter each.
//   '0' to '7'  a kind of information          'e' 'i'  of the kind that its row says
//   'n'  a name, which search shows            'l'  the ledger of consent
//   'h'  the rest of the ledger                'g'  why the glass was broken
//   'a'  on a school's list of absences       't'  who is in the team around the child
//   's'  why it is sealed                      'c'  why somebody may not look
typedef struct PlantedText {
    const SchemaTable *table;
    const SchemaColumn *column;
    char is;
} PlantedText;

typedef struct Planting {
    Worlds *all;
    const Model *m;
    Schema schema;
    int64_t family;            // the account of a parent: me_link of person 0 is theirs
    PlantedText words[400];    // every text that somebody writes about somebody
    size_t n_words;
    int faults;
} Planting;

void planted_everywhere(Planting *p);    // inside the write, after worlds_write() and worlds_plant()
// After many worlds: each text has been planted in one of them.
bool planted_all(Planting *p);
// The id that a row of this table has about person p: generation 0 is finished and full, 1 open and bare.
int64_t planted_id(int person, int generation);
int planted_account(const Model *m, int person, int generation);    // which account its rows name
int planted_agency(const Model *m, int person, int generation);
const PlantedText *planted_text(const Planting *p, char first, char second);    // NULL: none

#endif
