// The log: a line an event, in one write so that lines of many threads do not mix.
#include "base/log.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static atomic_bool quiet_now;

void log_quiet(bool quiet) { quiet_now = quiet; }

// What came from outside may hold a line end, and would look like another event.
static void flatten(char *at, size_t n) {
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)at[i] < 0x20 || at[i] == 0x7F) at[i] = '?';
}

void log_line(const char *event, const char *format, ...) {
    if (quiet_now) return;
    char line[2048];
    struct timespec now;
    struct tm utc;
    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &utc);
    size_t room = sizeof line - 1, n = strftime(line, room, "%Y-%m-%dT%H:%M:%SZ ", &utc);
    n += (size_t)snprintf(line + n, room - n, "%.60s ", event);
    va_list args;
    va_start(args, format);
    int more = vsnprintf(line + n, room - n, format, args);
    va_end(args);
    if (more > 0) n += (size_t)more < room - n ? (size_t)more : room - n - 1;
    flatten(line, n);
    line[n++] = '\n';
    if (write(STDERR_FILENO, line, n) < 0) return;   // nowhere is left to complain
}
