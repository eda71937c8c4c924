// Pupils who are persistently absent, referred by their school to a team of early help (W61): each has an
// early help assessment, or somebody who sees to it by a day, or a reason why none is needed.
#ifndef KITH_ABSENCE_H
#define KITH_ABSENCE_H

#include "pathway/absence/absence.sql.h"
#include "people/record.h"

// Inside a write: an early help assessment was begun for this child. What waited for one waits no longer.
void absence_assessed(Ctx *c, int64_t person);

// ---- within -----------------------------------------------------------------------------------------------
// One row of a school's file, read and looked up.
typedef struct AbsenceRow {
    int line;
    Str upn, name, born, missed_typed;
    int64_t missed;    // tenths of a per cent
    int64_t person;    // whose record it surely is; NONE: none was found
    Str found;         // that record's name, or what was found instead
    Str wrong;         // absent, or the sentence: where, what, and what would be right
} AbsenceRow;
typedef struct AbsenceSheet {
    size_t len, n_wrong, n_found;
    AbsenceRow *at;
    Str fault;    // absent, or what is wrong with the whole
} AbsenceSheet;
enum { ABSENCE_ROWS_MOST = 500 };
AbsenceSheet absence_sheet(Ctx *c, Str text);
// Whose record a pupil's number, name and birth surely are; NONE. *ret_found is its name, or what there is.
int64_t absence_find(Ctx *c, Str upn, Str name, Str born, Str *ret_found);

typedef struct AbsencePage {    // bringing a list in
    Str title, text, title_wrong, team_wrong, text_wrong;
    Choices teams;
    int64_t team;
    const AbsenceSheet *sheet;    // NULL: nothing was sent yet
} AbsencePage;
Str missed_text(Arena *a, int64_t tenths);    // "12.5%"
// How many of a list this actor sees with an assessment, without, and not at all.
typedef struct AbsenceCount {
    int64_t id;
    size_t with, without, settled, unseen;
} AbsenceCount;

#endif
