// The pages for what did not work. Each says what happened, that nothing was lost or what was, and what to
// do.
#ifndef KITH_STATUS_H
#define KITH_STATUS_H

#include "web/web.h"

typedef enum StatusKind { STATUS_PLAIN, STATUS_NOT_ALLOWED, STATUS_SIGNED_OUT, STATUS_NOT_OURS } StatusKind;
// `more` is the sentence that is particular to this time, or absent.
Reply status_say(Ctx *c, int status, StatusKind kind, Str more);

#endif
