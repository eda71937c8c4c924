// Small numbers never leak (P10). One engine that every published figure passes: cells and what links them go
// in, marks and a proof come out. Pure: no database, no page. The idea is in docs/suppression.md.
#ifndef KITH_SUPPRESS_H
#define KITH_SUPPRESS_H

#include "base/dec.h"

typedef enum CellState {
    CELL_OPEN,       // may be hidden
    CELL_PUBLIC,     // went out before: hiding it now would protect nobody
    CELL_HELD,       // hidden before, and to stay so
    CELL_DERIVED,    // never printed, but a reader can work it out: "in quarter 2 alone"
} CellState;

// What stands in a cell of the report. The letters are those of the Department for Education's statistics.
typedef enum CellMark {
    MARK_SHOWN,
    MARK_PRIMARY,      // "c": a small number of people
    MARK_SECONDARY,    // "c": would give a small number away; a reader cannot tell the two apart
    MARK_LOW,          // "low": rounds to nought but is not nought
} CellMark;

typedef struct Cell {
    Str name;                              // for the proof: "CP-4, 2013/14-Q2"
    double value;
    double grain;    // how finely it is printed: 0.1 for one decimal; 0 or 1 for a whole number
    bool people;                           // a count of people: small is sensitive, and rounding applies
    bool total;                            // hidden last
    CellState state;
    // What comes out.
    CellMark mark;
    double shown;                          // after rounding
    double low, high;                      // the tightest a reader can work out; HUGE_VAL: no upper bound
    bool plain;    // judged by what a reader sees, not by what one could be told (below)
    bool known_before;                     // what went out earlier already gives it away
} Cell;

typedef struct Term {
    size_t cell;
    double times;
} Term;
// low <= sum of times x cell <= high, which every reader knows.
typedef struct Link {
    double low, high;
    size_t len;
    const Term *at;
} Link;

typedef struct SuppressRules {
    int threshold;                         // counts of people from 1 to threshold - 1 are hidden
    int candidates;                        // whole numbers that must remain possible for each of them
    int round_to;                          // counts of people are rounded to a multiple; 0 or 1: not
} SuppressRules;

typedef struct Table {
    Arena *arena;
    size_t n_cells, cells_room, n_links, links_room;
    Cell *cell;
    Link *link;
    SuppressRules rules;
    // A reader sees one "c". The engine supposes a reader who was told which of them are small numbers,
    // wherever hiding can satisfy even that; `plain` supposes what is on the page.
    bool plain;
    // Made by suppress(): which links a cell stands in.
    size_t *first, *where;
} Table;

size_t table_cell(Table *t, Cell c);
void table_link(Table *t, double low, double high, size_t n, const Term *terms);
// The everyday links.
void table_sum(Table *t, size_t total, const size_t *parts, size_t n);     // and what is left over is watched
void table_running(Table *t, size_t before, size_t after);    // a running total: the step is watched
void table_rate(Table *t, size_t count, size_t rate, double per, double base_low, double base_high);
void table_share(Table *t, size_t share, double part, double whole);        // a percentage of a known whole

// Marks cells until every sensitive one keeps enough candidates. How many it could not protect: 0, or do not
// publish.
size_t suppress(Table *t);
// What a reader can work out about one cell from everything shown: exact to rounding (a linear programme).
void suppress_attack(const Table *t, size_t cell, double *ret_low, double *ret_high);

bool cell_sensitive(const Table *t, const Cell *c);
bool cell_hidden(const Cell *c);

#endif
