// Clocks (P7): each deadline says its rule, its start, the working days and bank holidays counted, every
// pause, and so when it is up. A case keeps the rule of the day on which its clock began.
#ifndef KITH_CLOCK_H
#define KITH_CLOCK_H

#include "access/access.h"
#include "pathway/clock/clock.sql.h"

// Inside a write. `subject` and its id say what is timed: "contact", 12. `rule_key` is one of clock_rule's
// keys.
// One such clock runs at a time: starting it again returns the one that runs. NONE: the partnership ended the
// rule, and nothing is timed. person may be NONE: nobody known yet.
int64_t clock_start(Ctx *c, const char *rule_key, const char *subject, int64_t subject_id, int64_t person,
                    Instant from);
// What was awaited came. Where no such clock runs, nothing happens; so with those below.
void clock_stop(Ctx *c, const char *rule_key, const char *subject, int64_t subject_id);
void clock_stop_at(Ctx *c, const char *rule_key, const char *subject, int64_t subject_id, Instant at);
void clock_call_off(Ctx *c, const char *rule_key, const char *subject, int64_t subject_id);   // not needed
void clock_pause(Ctx *c, const char *rule_key, const char *subject, int64_t subject_id, Str why);
void clock_resume(Ctx *c, const char *rule_key, const char *subject, int64_t subject_id);

ClockList clocks_of(Ctx *c, const char *subject, int64_t subject_id);
// What an account's teams hold and is up before then (c->now: what is late already), the longest first:
// `LateClockList clock_late_for(db, account, now, before)`, in clock.sql.h.

typedef enum ClockState {
    CLOCK_RUNS,
    CLOCK_LATE,
    CLOCK_PAUSED,
    CLOCK_UNSET,
    CLOCK_IN_TIME,
    CLOCK_TOO_LATE,
    CLOCK_DONE,                            // stopped, and nothing said by when
    CLOCK_OFF
} ClockState;

// How a clock stands, in words: "Due in 5 hours", and its working as a sentence.
typedef struct ClockFace {
    ClockState state;
    Str tag, classes;                      // for a govuk-tag
    Str due;                               // "Tuesday 5 August 2014, 3:40pm"; absent: not set or paused
    Str working;
} ClockFace;
ClockFace clock_face(Ctx *c, const Clock *k);

// Its name, state and working, and all clocks of a subject so; nothing is drawn for none.
void clock_line(Buf *out, Ctx *c, const Clock *k);
void clock_lines(Buf *out, Ctx *c, const char *subject, int64_t subject_id);
// Only the tag, for lists: of the clock that runs by this rule, or the last that did.
void clock_tag(Buf *out, Ctx *c, const char *rule_key, const char *subject, int64_t subject_id);

// ---- rules: values in, values out -------------------------------------------------------------------------

// Whether this is a unit that rules count in: "hours", "working-days", "days", "weeks", "months".
bool clock_unit(Str text, Unit *ret);
// When it is up. A pause stops hours to the millisecond; it stops days, weeks and months by the days (working
// days) that began in it. A pause that begins when it is up already changes nothing. NONE: no amount, or it
// stands still.
Instant clock_due(int64_t amount, Str unit, Instant start, ClockPauseList pauses, Holidays h);
// "One working day", "48 hours"; absent for no amount.
Str clock_amount_text(Arena *a, int64_t amount, Str unit);
// "Monday 4 August 2014, 3:40pm"
Str clock_moment(Arena *a, Instant t);
// "One working day from Monday 4 August 2014, 3:40pm: …, so due …. Rule: …, in force since …."
Str clock_working(Arena *a, const Clock *k, ClockPauseList pauses, HolidayList holidays);
Holidays clock_holidays(Arena *a, HolidayList list);

#endif
