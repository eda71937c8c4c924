// Days, instants and working time. Days are counted in the Gregorian calendar from year 1 to 9999.
#include "base/date.h"

#include <time.h>

enum { DAY_MS = 86400000, HOUR_MS = 3600000, MINUTE_MS = 60000 };

static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July", "August",
                                     "September", "October", "November", "December"};

static bool is_leap(int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }

static int days_in(int year, int month) {
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

static int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); }

Instant time_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (Instant)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

// Years are taken to begin in March, so that the leap day is the last of its year, and counted in eras of 400
// years = 146097 days. 719468 days lie between 0000-03-01 and 1970-01-01.
Date date_make(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
        return DATE_NONE;
    int y = year - (month <= 2), era = y / 400, of_era = y % 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void date_parts(Date d, int *ret_year, int *ret_month, int *ret_day) {
    int64_t z = (int64_t)d + 719468, era = floor_div(z, 146097), of_era = z - era * 146097;
    int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153;
    *ret_day = (int)(of_year - (153 * m + 2) / 5 + 1);
    *ret_month = (int)(m < 10 ? m + 3 : m - 9);
    *ret_year = (int)(y + era * 400 + (*ret_month <= 2));
}

static bool digits(Str s, size_t from, size_t n, int *ret) {
    int v = 0;
    for (size_t i = from; i < from + n; i++) {
        if (s.at[i] < '0' || s.at[i] > '9') return false;
        v = v * 10 + (s.at[i] - '0');
    }
    *ret = v;
    return true;
}

bool date_parse(Str iso, Date *ret) {
    int y, m, d;
    if (iso.len != 10 || iso.at[4] != '-' || iso.at[7] != '-') return false;
    if (!digits(iso, 0, 4, &y) || !digits(iso, 5, 2, &m) || !digits(iso, 8, 2, &d)) return false;
    Date date = date_make(y, m, d);
    if (date == DATE_NONE) return false;
    *ret = date;
    return true;
}

Str date_iso(Arena *a, Date d) {
    if (d == DATE_NONE) return (Str){0};
    int year, month, day;
    date_parts(d, &year, &month, &day);
    return str_fmt(a, "%04d-%02d-%02d", year, month, day);
}

Str date_text(Arena *a, Date d) {
    if (d == DATE_NONE) return (Str){0};
    int year, month, day;
    date_parts(d, &year, &month, &day);
    return str_fmt(a, "%d %s %d", day, months[month - 1], year);
}

Str day_text(Arena *a, Str iso) {
    Date d;
    return date_parse(iso, &d) ? date_text(a, d) : iso;
}

int date_weekday(Date d) {
    int64_t from_monday = (int64_t)d + 3;  // 1970-01-01 was a Thursday
    return (int)(from_monday - floor_div(from_monday, 7) * 7);
}

Date date_add_days(Date d, int days) {
    int64_t sum = (int64_t)d + days;
    if (d == DATE_NONE || sum < date_make(1, 1, 1) || sum > date_make(9999, 12, 31)) return DATE_NONE;
    return (Date)sum;
}

Date date_add_months(Date d, int n) {
    if (d == DATE_NONE) return DATE_NONE;
    int year, month, day;
    date_parts(d, &year, &month, &day);
    int64_t all = (int64_t)year * 12 + month - 1 + n, y = floor_div(all, 12);
    if (y < 1 || y > 9999) return DATE_NONE;
    month = (int)(all - y * 12) + 1;
    int last = days_in((int)y, month);
    return date_make((int)y, month, day < last ? day : last);
}

// Rule: directive 2000/84/EC, in UK law by the Summer Time Act 1972 as amended in 2002: from 01:00 GMT on the
// last Sunday in March to 01:00 GMT on the last Sunday in October. So it has been since 1996; before that the
// hour may be wrong in late October, and Kith keeps no times of day from then.
static Instant last_sunday(int year, int month) {
    Date last = date_make(year, month, 31);
    return (Instant)(last - (date_weekday(last) + 1) % 7) * DAY_MS + HOUR_MS;
}

static bool is_summer(Instant t) {
    int year, month, day;
    date_parts((Date)floor_div(t, DAY_MS), &year, &month, &day);
    if (month < 3 || month > 10 || year < 1 || year > 9999) return false;
    if (month == 3) return t >= last_sunday(year, 3);
    return month < 10 || t < last_sunday(year, 10);
}

static Instant london(Instant t) { return is_summer(t) ? t + HOUR_MS : t; }

Date date_of(Instant t) { return t == NONE ? DATE_NONE : (Date)floor_div(london(t), DAY_MS); }

int instant_minutes(Instant t) { return (int)((london(t) - (Instant)date_of(t) * DAY_MS) / MINUTE_MS); }

Str instant_text(Arena *a, Instant t) {
    if (t == NONE) return (Str){0};
    int minute = instant_minutes(t), hour = minute / 60;
    Str text = date_text(a, date_of(t));
    return str_fmt(a, "%.*s, %d:%02d%s", STR_FMT(text), hour % 12 ? hour % 12 : 12, minute % 60,
                   hour < 12 ? "am" : "pm");
}

Str instant_iso(Arena *a, Instant t) {
    if (t == NONE) return (Str){0};
    int64_t day = floor_div(t, DAY_MS), second = (t - day * DAY_MS) / 1000;
    Str date = date_iso(a, (Date)day);
    return str_fmt(a, "%.*sT%02d:%02d:%02dZ", STR_FMT(date), (int)(second / 3600), (int)(second / 60 % 60),
                   (int)(second % 60));
}

Instant instant_at(Date d, int minutes) {
    if (d == DATE_NONE) return NONE;
    Instant shown = (Instant)d * DAY_MS + (Instant)minutes * MINUTE_MS;
    return is_summer(shown - HOUR_MS) ? shown - HOUR_MS : shown;
}
