// One line an event on standard error, key=value, without personal data: callers pass ids and kinds, never
// names.
#ifndef KITH_LOG_H
#define KITH_LOG_H

#include "base/base.h"

void log_line(const char *event, const char *format, ...) __attribute__((format(printf, 2, 3)));
void log_quiet(bool quiet);                       // tests turn the log off

#endif
