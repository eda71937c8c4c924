// Teams by name: readers keep them.
#include "people/team.h"

#include <stdlib.h>

static int by_id(const void *a, const void *b) {
    const TeamNamed *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

const TeamNamed *team_called(Db *db, int64_t team) {
    if (team == NONE) return NULL;
    if (!db_keeps(db)) return team_name_of(db, team);
    TeamNamedList all = team_names(db);
    const TeamNamed key = {.id = team};
    return all.len ? bsearch(&key, all.at, all.len, sizeof key, by_id) : NULL;
}
