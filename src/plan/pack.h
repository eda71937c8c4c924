// A pack is a partnership as a folder of files that a person edits in a spreadsheet and a text editor
// (docs/packs.md). Reading checks everything and keeps every fault; loading changes nothing if there is one.
#ifndef KITH_PACK_H
#define KITH_PACK_H

#include "base/base.h"
#include "base/date.h"
#include "db/db.h"

typedef enum PackFileId {
    PACK_AGENCIES, PACK_RESPONSIBLE, PACK_PLANS, PACK_SETS, PACK_OBJECTIVES, PACK_SUCCESSORS, PACK_PRIORITIES,
    PACK_COMMITMENTS, PACK_MEASURES, PACK_VERSIONS, PACK_TARGETS, PACK_OBSERVATIONS, PACK_BREAKS, PACK_FLAGS,
    PACK_EXCLUSIONS, PACK_LINES, PACK_HEADLINES, PACK_NOTES, PACK_ABBREVIATIONS, PACK_CLOCKS, PACK_HOLIDAYS,
    PACK_THRESHOLD, PACK_LEVELS, PACK_SERVICES, PACK_DIMENSIONS, PACK_INDICATORS, PACK_ITEMS, PACK_TEXTS,
    PACK_GUIDANCE, PACK_ROUTES, PACK_POINTS, PACK_DISTRICTS, PACK_SIGNS, PACK_FILES
} PackFileId;

typedef enum CellKind {
    CELL_TEXT, CELL_CODE, CELL_CHOICE, CELL_REF, CELL_COUNT, CELL_DECIMAL, CELL_YEAR, CELL_PERIOD,
    CELL_DAY, CELL_YESNO, CELL_FIGURE, CELL_MARK, CELL_PAGE
} CellKind;

typedef struct PackColumn {
    const char *name;
    CellKind kind;
    bool required;
    bool key;                              // the key columns of a row together occur once in the file
    const char *choices;                   // CELL_CHOICE: "higher|lower|band|watched"
    PackFileId refers;                     // CELL_REF: the file whose code it names
} PackColumn;

typedef struct PackTable PackTable;
typedef struct PackRow {
    const PackTable *table;
    int line;                              // in the file, from 1
    size_t number;                         // in the table, from 1
    Str *cell;                             // in the order of PackFile.column; absent where blank
    Str key;
} PackRow;

typedef struct PackCheck PackCheck;
typedef struct PackLoad PackLoad;
typedef struct PackFile {
    const char *name;
    bool required;
    PackColumn column[24];                 // the first without a name ends them
    void (*check)(PackCheck *c, const PackRow *r);         // rules between cells; may be NULL
    int64_t (*save)(PackLoad *l, const PackRow *r);        // rows added or changed
    int64_t (*count)(Db *db);
} PackFile;
extern const PackFile pack_files[PACK_FILES];

struct PackTable {
    const PackFile *file;
    size_t len;
    PackRow *row;
    const PackRow **sorted;                // by key
};

typedef struct PackFault {
    Str file;
    int line;                              // 0: the file as a whole
    Str sentence;                          // what is wrong and what would be right
} PackFault;

typedef struct PackText {
    Str name, text;
} PackText;
typedef struct PackSource {
    size_t len;
    PackText *at;
} PackSource;

typedef struct Pack {
    Str name;
    PackSource source;
    PackTable table[PACK_FILES];
    size_t n_faults;
    PackFault *fault;
} Pack;

// Whether a word could be short for something: two capitals, or a capital and a digit.
bool abbreviation_shaped(Str word);

// All files of a folder; absent *ret_why when it could be read.
PackSource pack_open(Arena *a, Str folder, Str *ret_why);
Pack *pack_read(Arena *a, PackSource source);
Str pack_page(const Pack *p, Str file_name);               // the text of vision.md; absent when there is none
const PackRow *pack_find(const PackTable *t, Str key);     // NULL when there is none
Str pack_cell(const PackRow *r, const char *column);       // absent where blank
int64_t pack_count(const PackRow *r, const char *column);  // CELL_COUNT, CELL_YESNO; NONE where blank
int64_t pack_decimal(const PackRow *r, const char *column);

typedef struct PackChange {
    const char *file;
    int64_t added, changed;
    Str which;                             // keys of the first changed rows
} PackChange;
typedef struct PackResult {
    size_t n_faults;                       // faults that only the database shows; then nothing was changed
    PackFault *fault;
    size_t n_changes;
    PackChange change[PACK_FILES];
    size_t n_kept;                         // rows that the office changed: left as they are
    Str kept;                              // the first of them
    size_t n_left;                         // measures held that the pack does not have: left as they are
    Str left;                              // their codes
} PackResult;
// Inside a write that the caller opened and ends: back where there are faults, else committed.
PackResult pack_load(Arena *a, Db *db, const Pack *p, Instant now);

Str measure_slug(Arena *a, Str code);      // "CIN-13/per-10000" gives "cin-13-per-10000"

// Read, check, load in a transaction of its own: 0 done or nothing to do, 1 faults. `out` says what happened.
int pack_load_folder(Arena *a, Db *db, Str folder, Instant now, Buf *out);

#endif
