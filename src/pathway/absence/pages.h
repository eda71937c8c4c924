// The handlers of pupils who are persistently absent, for the table of routes.
#ifndef KITH_ABSENCE_PAGES_H
#define KITH_ABSENCE_PAGES_H

#include "web/web.h"

Handler absences_show, absences_new, absences_see, absences_take, absence_list_show, absence_list_again;
Handler absence_show, absence_settle_save;

#endif
