// How a date of birth goes wrong on the way to the keyboard: day and month swapped, a digit wrong, two
// digits swapped.
#include <inttypes.h>

#include "people/find/search.h"

enum { DIGITS = 8 };

static void digits_of(int year, int month, int day, char ret[DIGITS + 1]) {
    int n = day * 1000000 + month * 10000 + year;
    for (int i = DIGITS - 1; i >= 0; i--, n /= 10) ret[i] = (char)('0' + n % 10);
    ret[DIGITS] = 0;
}

static bool neighbours_swapped(const char *a, const char *b) {
    for (int i = 0; i + 1 < DIGITS; i++) {
        if (a[i] == b[i]) continue;
        return i != 1 && i != 3 && a[i] == b[i + 1] && a[i + 1] == b[i] && !strcmp(a + i + 2, b + i + 2);
    }
    return false;
}

static int digits_apart(const char *a, const char *b) {
    int n = 0;
    for (int i = 0; i < DIGITS; i++) n += a[i] != b[i];
    return n;
}

static Slip slip_of_days(const Born *x, const Born *y) {
    if (x->month == y->month && x->day == y->day && x->year == y->year) return DAY_SAME;
    if (x->month == y->day && x->day == y->month && x->year == y->year) return DAY_SWAPPED;
    char one[DIGITS + 1], other[DIGITS + 1];
    digits_of(x->year, x->month, x->day, one);
    digits_of(y->year, y->month, y->day, other);
    if (neighbours_swapped(one, other)) return DIGITS_SWAPPED;
    return digits_apart(one, other) == 1 ? DIGIT_WRONG : DAY_OTHER;
}

Slip slip_between(const Born *asked, Str held) {
    Date d;
    Born b = {0};
    if (!date_parse(held, &d)) return DAY_OTHER;
    date_parts(d, &b.year, &b.month, &b.day);
    if (asked->day) return slip_of_days(asked, &b);
    if (asked->year != b.year) return DAY_OTHER;
    if (!asked->month) return YEAR_SAME;
    return asked->month == b.month ? MONTH_SAME : DAY_OTHER;
}

int slip_points(Slip s) {
    static const int points[] = {80, 62, 55, 50, 40, 12, -25};
    return points[s];
}

typedef struct Slipping {
    Arena *arena;
    const Born *asked;
    Date today;
    void (*each)(void *arg, Str iso, Slip);
    void *arg;
} Slipping;

static void slip_try(const Slipping *s, int year, int month, int day) {
    Date d = date_make(year, month, day);
    if (d == DATE_NONE || d > s->today) return;
    Str iso = date_iso(s->arena, d);
    Slip slip = slip_between(s->asked, iso);
    if (slip != DAY_SAME) s->each(s->arg, iso, slip);
}

static void slip_digits(const Slipping *s, const char digits[DIGITS + 1]) {
    int64_t n = 0;
    if (str_int(str_from(digits), &n))
        slip_try(s, (int)(n % 10000), (int)(n / 10000 % 100), (int)(n / 1000000));
}

void slips_each(Arena *a, const Born *asked, Date today, void (*each)(void *arg, Str iso, Slip), void *arg) {
    Slipping s = {a, asked, today, each, arg};
    if (!asked->day) {
        for (int day = 1; asked->month && day <= 31; day++) slip_try(&s, asked->year, asked->month, day);
        return;
    }
    slip_try(&s, asked->year, asked->day, asked->month);
    char digits[DIGITS + 1], other[DIGITS + 1];
    digits_of(asked->year, asked->month, asked->day, digits);
    for (int i = 0; i + 1 < DIGITS; i++) {
        if (i == 1 || i == 3 || digits[i] == digits[i + 1]) continue;
        memcpy(other, digits, sizeof other);
        other[i] = digits[i + 1];
        other[i + 1] = digits[i];
        slip_digits(&s, other);
    }
    for (int i = DIGITS - 1; i >= 0; i--) {
        if (i == 4) continue;    // a wrong millennium is no slip
        memcpy(other, digits, sizeof other);
        for (char c = '0'; c <= '9'; c++)
            if ((other[i] = c) != digits[i]) slip_digits(&s, other);
    }
}
