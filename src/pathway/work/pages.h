// The first screens: my work, my team's, and the front of a record.
#ifndef KITH_PATHWAY_WORK_PAGES_H
#define KITH_PATHWAY_WORK_PAGES_H

#include "web/web.h"

Handler work_mine, work_front;

#endif
