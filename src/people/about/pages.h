// The pages of what is known of a person. Only for this folder and the routes.
#ifndef KITH_ABOUT_PAGES_H
#define KITH_ABOUT_PAGES_H

#include "people/about/about.h"
#include "people/about/about.sql.h"

Handler about_show, fact_show, fact_save, name_new, name_save, basics_edit, basics_save, address_new,
    address_save, number_new, number_save, need_new, need_save, groups_show, group_show, group_save,
    transition_new, transition_add, transition_show, transition_save, lacking_show, groups_count;

extern const Choice transition_kinds[8];
Str transition_text(Str key);
// Changes that the date of birth alone foretells, in the next year and a half.
typedef struct Foretold {
    Str kind, on;    // a key of transition_kinds[], ISO
} Foretold;
size_t transitions_foretold(Arena *a, const Person *p, Date today, Foretold ret[4]);

const GroupAnswer *group_answer_of(GroupAnswerList said, const Group *g);    // NULL: not asked
int64_t group_count_of(GroupCountList counts, const Group *g);
Str lacking_text(Arena *a, const Lacking *l);    // "date of birth, address"

typedef struct About {    // what about_view() draws
    const Record *r;
    FactList facts;
    Missings missing;
    Str attention;               // absent: none, or not shown
    bool groups, transitions;    // whether this actor may see them
    GroupAnswerList said;
    TransitionList coming;
    size_t n_foretold;
    Foretold foretold[4];
} About;

#endif
