// The handlers of /me, and the worker's page that opens it; for routes.c.
#ifndef KITH_ME_PAGES_H
#define KITH_ME_PAGES_H

#include "web/web.h"

Handler me_front, me_record, me_say_show, me_say_send, me_looked_show;
Handler me_meeting_show, me_lead, me_point, me_people, me_wish_back, me_add_show, me_add_send;
Handler me_begin_show, me_begin_take;
Handler me_door_show, me_door_invite, me_door_end;

#endif
