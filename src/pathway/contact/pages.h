// The handlers of the front door, for the table of routes.
#ifndef KITH_CONTACT_PAGES_H
#define KITH_CONTACT_PAGES_H

#include "web/web.h"

// One person's day at the door (list.c).
Handler contacts_list, contacts_take, contacts_new, contacts_mine_page, contact_mine_show;
// One contact: the log, its children, what was heard (log.c, child.c).
Handler contact_show, contact_save, contact_draft, contact_danger, contact_sign, contact_read;
Handler contact_doubt, contact_children_add, contact_children_take, contact_people_find;
Handler contact_child_new, contact_child_made;
// What becomes of it (decide.c).
Handler contact_decide_ask, contact_decide_save, contact_pass_on, contact_tell_ask, contact_tell_save;
Handler contact_close_ask, contact_close_save;
// Questions to partners (check.c).
Handler check_new, check_new_save, checks_page, check_show, check_save;
Handler check_heard_save, check_off_save;
// Anybody who is worried, and whom to call (worried.c).
Handler worried_page, worried_tell, worried_send, worried_sent;
Handler worried_professional, worried_professional_send;
Handler contact_points_page;
// In the office (office.c), and counted (count.c).
Handler door_show, door_route, door_route_save, door_point, door_point_save;
Handler door_locality, door_locality_save;
Handler contacts_counted;
// Several in a short time (flag.c).
Handler flag_show, flag_save;

#endif
