// The handlers of steps, disagreements and complaints, for the table of routes.
#ifndef KITH_STEP_PAGES_H
#define KITH_STEP_PAGES_H

#include "web/web.h"

Handler steps_show, steps_propose, step_show, step_accept_now, step_decline, step_withdraw;

#endif
