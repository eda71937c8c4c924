// The handlers of what was in force, for the table of routes.
#ifndef KITH_POLICY_PAGES_H
#define KITH_POLICY_PAGES_H

#include "web/web.h"

Handler policy_show;

#endif
