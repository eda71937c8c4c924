// The office's pages of the rules for clocks.
#ifndef KITH_CLOCK_PAGES_H
#define KITH_CLOCK_PAGES_H

#include "web/web.h"

Handler clocks_show, clock_rule_show, clock_rule_set, clock_rule_end;

#endif
