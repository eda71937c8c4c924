// What an assessment and its states are called, for whoever shows that there is one.
#ifndef KITH_ASSESSMENT_STATE_H
#define KITH_ASSESSMENT_STATE_H

#include "base/base.h"

Str assessment_state_text(Str state);              // "Being written"
Str assessment_form_text(Str kind, Str form);      // "Early help assessment before birth"

#endif
