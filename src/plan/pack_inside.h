// What the halves of reading and loading a pack share; nobody else includes it.
#ifndef KITH_PACK_INSIDE_H
#define KITH_PACK_INSIDE_H

#include "plan/pack.h"
#include "plan/pack.sql.h"

struct PackCheck {
    Arena *arena;
    Pack *pack;
    size_t cap;                            // of pack->fault
};
void pack_fault(PackCheck *c, Str file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
#define row_fault(c, r, ...) pack_fault((c), str_from((r)->table->file->name), (r)->line, __VA_ARGS__)
void pack_check_cell(PackCheck *c, const PackRow *r, const PackColumn *column, Str cell);
Str pack_nearest(Str word, const Str *choices, size_t n);   // absent when none is near
Str pack_did_you_mean(Arena *a, Str word, const Str *choices, size_t n);   // ". Did you mean X?", or S("")

struct PackLoad {
    Arena *arena;
    Db *db;
    const Pack *pack;
    Instant now;
    PackKeptList kept;
};

// Rules between the cells of a row (pack_rules.c).
void pack_check_slugs(PackCheck *c);          // no two measures with one address
void check_plan(PackCheck *c, const PackRow *r);
void check_objective(PackCheck *c, const PackRow *r);
void check_commitment(PackCheck *c, const PackRow *r);
void check_measure(PackCheck *c, const PackRow *r);
void check_version(PackCheck *c, const PackRow *r);
void check_target(PackCheck *c, const PackRow *r);
void check_observation(PackCheck *c, const PackRow *r);
void check_note(PackCheck *c, const PackRow *r);
void check_abbreviation(PackCheck *c, const PackRow *r);
// The same of the pathway's files (pack_pathway.c).
void check_clock(PackCheck *c, const PackRow *r);
void check_threshold(PackCheck *c, const PackRow *r);
void check_document(PackCheck *c, const PackRow *r);
void check_sign(PackCheck *c, const PackRow *r);
void check_district(PackCheck *c, const PackRow *r);
void check_service(PackCheck *c, const PackRow *r);

// Writing a row (pack_save.c).
int64_t save_agency(PackLoad *l, const PackRow *r);
int64_t save_responsible(PackLoad *l, const PackRow *r);
int64_t save_plan(PackLoad *l, const PackRow *r);
int64_t save_set(PackLoad *l, const PackRow *r);
int64_t save_objective(PackLoad *l, const PackRow *r);
int64_t save_successor(PackLoad *l, const PackRow *r);
int64_t save_priority(PackLoad *l, const PackRow *r);
int64_t save_commitment(PackLoad *l, const PackRow *r);
int64_t save_measure(PackLoad *l, const PackRow *r);
int64_t save_version(PackLoad *l, const PackRow *r);
int64_t save_target(PackLoad *l, const PackRow *r);
int64_t save_observation(PackLoad *l, const PackRow *r);
int64_t save_break(PackLoad *l, const PackRow *r);
int64_t save_flag(PackLoad *l, const PackRow *r);
int64_t save_exclusion(PackLoad *l, const PackRow *r);
int64_t save_line(PackLoad *l, const PackRow *r);
int64_t save_headline(PackLoad *l, const PackRow *r);
int64_t save_note(PackLoad *l, const PackRow *r);
int64_t save_abbreviation(PackLoad *l, const PackRow *r);
int64_t save_clock(PackLoad *l, const PackRow *r);
int64_t save_holiday(PackLoad *l, const PackRow *r);
int64_t save_threshold(PackLoad *l, const PackRow *r);
int64_t save_level(PackLoad *l, const PackRow *r);
int64_t save_route(PackLoad *l, const PackRow *r);
int64_t save_point(PackLoad *l, const PackRow *r);
int64_t save_sign(PackLoad *l, const PackRow *r);
int64_t save_district(PackLoad *l, const PackRow *r);
int64_t save_service(PackLoad *l, const PackRow *r);
int64_t save_dimension(PackLoad *l, const PackRow *r);
int64_t save_indicator(PackLoad *l, const PackRow *r);
int64_t save_item(PackLoad *l, const PackRow *r);
int64_t save_text(PackLoad *l, const PackRow *r);
int64_t save_guide(PackLoad *l, const PackRow *r);
// Why a row may not be loaded: figures, clocks or decisions stand on what is stored and it differs. Absent:
// it may.
Str pack_rewrites(PackLoad *l, const PackRow *r);
Str pathway_rewrites(PackLoad *l, const PackRow *r);

#endif
