// What may be done with a quarter's line, from which state, by whom: the moves as a table.
#include "plan/entry/moves.h"

#define ENTERS (FIGURES_ENTER | FIGURES_ENTER_ALL)

// "due" is the state of a line with no submission; "loaded" of one whose figure came with the plan.
const EntryMove entry_moves[] = {
    // was             act             now                needs             note   other person
    {S("due"),         S("hand-in"),   S("handed-in"),    ENTERS,           false, false},
    {S("loaded"),      S("hand-in"),   S("handed-in"),    ENTERS,           false, false},
    {S("returned"),    S("hand-in"),   S("handed-in"),    ENTERS,           false, false},
    {S("handed-in"),   S("hand-in"),   S("handed-in"),    ENTERS,           false, false},
    {S("signed-off"),  S("hand-in"),   S("handed-in"),    ENTERS,           false, false},
    {S("handed-in"),   S("sign-off"),  S("signed-off"),   FIGURES_SIGN_OFF, false, true},
    {S("handed-in"),   S("return"),    S("returned"),     FIGURES_SIGN_OFF, true,  false},
    {S("signed-off"),  S("return"),    S("returned"),     FIGURES_SIGN_OFF, true,  false},
};
const size_t n_entry_moves = COUNT(entry_moves);

const EntryMove *entry_may(Actor actor, Str state, Str act, int64_t handed_in_by, bool two_people) {
    for (size_t i = 0; i < n_entry_moves; i++) {
        const EntryMove *m = &entry_moves[i];
        if (!str_eq(m->was, state) || !str_eq(m->act, act) || !may(actor, m->needs)) continue;
        if (m->other_person && two_people && handed_in_by == actor.id) continue;
        return m;
    }
    return NULL;
}
