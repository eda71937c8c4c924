// Working time: the days when offices are open, and deadlines counted in the units that guidance uses.
#include "base/date.h"

// How many of the days off lie before d.
static size_t days_off_before(Holidays h, Date d) {
    size_t low = 0, high = h.len;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (h.at[mid] < d) low = mid + 1;
        else high = mid;
    }
    return low;
}

bool date_is_working(Holidays h, Date d) {
    if (date_weekday(d) > 4) return false;
    size_t i = days_off_before(h, d);
    return i == h.len || h.at[i] != d;
}

Date date_add_working(Holidays h, Date from, int days) {
    int step = days < 0 ? -1 : 1;
    while (days && from != DATE_NONE) {
        from = date_add_days(from, step);
        if (date_is_working(h, from)) days -= step;
    }
    return from;
}

// Mondays to Fridays from Monday 1969-12-29 up to and with d, negative before it.
static int weekdays_to(Date d) {
    int weekday = date_weekday(d), monday = d - weekday;
    return (monday + 3) / 7 * 5 + (weekday < 5 ? weekday + 1 : 5);
}

int date_working_between(Holidays h, Date from, Date to) {
    if (to < from) return -date_working_between(h, to, from);
    int n = weekdays_to(to) - weekdays_to(from);
    for (size_t i = days_off_before(h, from + 1); i < h.len && h.at[i] <= to; i++)
        n -= date_weekday(h.at[i]) < 5;
    return n;
}

static Date add(Holidays h, Date d, int n, Unit unit) {
    switch (unit) {
    case WORKING_DAYS: return date_add_working(h, d, n);
    case MONTHS: return date_add_months(d, n);
    case WEEKS: return n > INT32_MAX / 7 || n < INT32_MIN / 7 ? DATE_NONE : date_add_days(d, n * 7);
    default: return date_add_days(d, n);
    }
}

Instant instant_add(Holidays h, Instant from, int n, Unit unit) {
    if (from == NONE) return NONE;
    if (unit == HOURS) return from + (Instant)n * 3600000;
    return instant_at(add(h, date_of(from), n, unit), instant_minutes(from));
}
