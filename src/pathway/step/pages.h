// The handlers of steps, disagreements and complaints, for the table of routes.
#ifndef KITH_STEP_PAGES_H
#define KITH_STEP_PAGES_H

#include "web/web.h"

Handler steps_show, steps_propose, step_show, step_accept_now, step_decline, step_withdraw;
Handler dispute_new, dispute_save, dispute_show, dispute_take_up, dispute_settle_now, dispute_seen;
Handler dispute_refused_save;
Handler complaint_new, complaint_save, complaint_show, complaint_answer_now, counts_show;

#endif
