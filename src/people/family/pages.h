// The pages of a family. Only for this folder and the routes.
#ifndef KITH_FAMILY_ROUTES_H
#define KITH_FAMILY_ROUTES_H

#include "people/family/kinfolk.h"
#include "people/find/find.h"

Handler family_show, family_picture, tie_new, tie_save, tie_show, tie_change, household_edit, household_save,
    unborn_new, unborn_save, born_edit, born_save, relative_new, relative_save;

// What every form that ties somebody to the person of the page asks: made as it runs, for it names both.
Choices tie_choices(Ctx *c, Str other, Str other_gender, Str person);
// Reads such a choice: which kind, and whether the person of the page is its first. False: there is none.
bool tie_chosen(Str choice, const TieKind **ret_kind, bool *ret_person_first);
// Inside a write: the two live together from that day (ISO; absent: not known).
void lives_together(Ctx *c, int64_t person, int64_t other, Str since);

#endif
