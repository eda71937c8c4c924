// The handlers of teams, plans, reviews and what belongs to them, for the table of routes.
#ifndef KITH_PLAN_AROUND_PAGES_H
#define KITH_PLAN_AROUND_PAGES_H

#include "web/web.h"

Handler teams_show, teams_add, teams_add_save, teams_edit, teams_edit_save, teams_end;
Handler teams_member_add, teams_member_end;

Handler episode_new, episode_new_save, episode_show, seat_add, seat_add_save, seat_leave, seat_leave_save;
Handler lead_name, lead_name_save, considered_new, considered_save;
Handler plan_around_show, action_new, action_new_save, action_show, action_tick, action_send;
Handler link_show, link_answer;
Handler goal_new, goal_new_save, goal_show, goal_score;
Handler evidence_new, evidence_new_save, evidence_assessed_new, evidence_assessed_save, evidence_file;
Handler request_new, request_new_save, request_show, request_save;
Handler meetings_around, meeting_new, meeting_new_save, meeting_show, meeting_write, meeting_ics;
Handler meeting_cancel, meeting_given, wishes_answer, proposal_show, proposal_refuse;
Handler review_new, review_new_save, review_show, review_save, review_refer;
Handler episode_end, episode_end_save;
Handler oversight_show, oversight_new, oversight_new_save, oversight_one, oversight_one_save;
Handler register_show, register_csv;

#endif
