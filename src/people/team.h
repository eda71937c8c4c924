// Teams by name.
#ifndef KITH_TEAM_H
#define KITH_TEAM_H

#include "people/team.sql.h"

// A team's name and agency, also once it has ended; NULL when there is none.
const TeamNamed *team_called(Db *db, int64_t team);

#endif
