// Days, instants and working time. A Date is a day in the calendar; an instant is milliseconds since 1970,
// UTC. Time is always passed in: nothing here reads a clock but time_now().
#ifndef KITH_DATE_H
#define KITH_DATE_H

#include "base/base.h"

typedef int32_t Date;                                   // days since 1970-01-01; DATE_NONE is "no date"
#define DATE_NONE INT32_MIN
typedef int64_t Instant;                                // ms since 1970-01-01T00:00Z; NONE is "no time"

Instant time_now(void);
Date date_make(int year, int month, int day);           // DATE_NONE when there is no such day
void date_parts(Date d, int *ret_year, int *ret_month, int *ret_day);
bool date_parse(Str iso, Date *ret);                    // "2014-07-02" only
Str date_iso(Arena *a, Date d);                         // "2014-07-02"
Str date_text(Arena *a, Date d);                        // "2 July 2014"
Str day_text(Arena *a, Str iso);                        // the same of "2014-07-02"; other text is left
int date_weekday(Date d);                               // 0 Monday … 6 Sunday
Date date_add_days(Date d, int days);                   // DATE_NONE when outside years 1 to 9999
Date date_add_months(Date d, int months);               // 31 January + 1 month is the last day of February
Date date_of(Instant t);                                // the day in London (summer time counted)
Str instant_text(Arena *a, Instant t);                  // "2 July 2014, 4:05pm", London
Str instant_iso(Arena *a, Instant t);                   // "2014-07-02T15:05:00Z"
// The instant when clocks in London show that many minutes after midnight on that day. Where they show it
// twice (October) it is the first; where they leap over it (March) it is an hour later.
Instant instant_at(Date d, int minutes);
int instant_minutes(Instant t);                         // what they show, in minutes after midnight

// A calendar of days off, sorted; owned by the caller.
typedef struct Holidays {
    const Date *at;
    size_t len;
} Holidays;
bool date_is_working(Holidays h, Date d);               // Monday to Friday and no holiday
Date date_add_working(Holidays h, Date from, int days); // the day that many working days after `from`
int date_working_between(Holidays h, Date from, Date to);   // working days after `from` up to and with `to`

// The units in which guidance counts. Hours run on by day and night; the others keep the time of day.
typedef enum Unit { HOURS, WORKING_DAYS, DAYS, WEEKS, MONTHS } Unit;
Instant instant_add(Holidays h, Instant from, int n, Unit unit);

#endif
