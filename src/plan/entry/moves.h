// How a line goes through a quarter: due, handed in, returned, signed off. One table offers and permits.
#ifndef KITH_ENTRY_MOVES_H
#define KITH_ENTRY_MOVES_H

#include "access/rights.h"

typedef struct EntryMove {
    Str was, act, now;
    Rights needs;
    bool note;                             // must say why
    bool other_person;    // not by whoever handed the figure in (two people see every figure)
} EntryMove;
extern const EntryMove entry_moves[];
extern const size_t n_entry_moves;

// The move, or NULL where it is not to be had from this state or by this person. `handed_in_by` is 0 when
// nobody did.
const EntryMove *entry_may(Actor actor, Str state, Str act, int64_t handed_in_by, bool two_people);

#endif
