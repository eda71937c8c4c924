// The handlers of teams, plans, reviews and what belongs to them, for the table of routes.
#ifndef KITH_PLAN_AROUND_PAGES_H
#define KITH_PLAN_AROUND_PAGES_H

#include "web/web.h"

Handler teams_show, teams_add, teams_add_save, teams_edit, teams_edit_save, teams_end;
Handler teams_member_add, teams_member_end;

#endif
