// When a clock is up, and how that was worked out. Nothing here reads the database or the time.
#include "pathway/clock/clock.h"

static const struct {
    const char *key;
    Unit unit;
    const char *one, *many;
} units[] = {
    {"hours", HOURS, "hour", "hours"},
    {"working-days", WORKING_DAYS, "working day", "working days"},
    {"days", DAYS, "day", "days"},
    {"weeks", WEEKS, "week", "weeks"},
    {"months", MONTHS, "month", "months"},
};

static size_t unit_index(Str text) {
    size_t i = 0;
    while (i < COUNT(units) && !str_eq(str_from(units[i].key), text)) i++;
    return i;
}

bool clock_unit(Str text, Unit *ret) {
    size_t i = unit_index(text);
    if (i == COUNT(units)) return false;
    *ret = units[i].unit;
    return true;
}

Holidays clock_holidays(Arena *a, HolidayList list) {
    Date *at = arena_new(a, Date, list.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < list.len; i++) n += date_parse(list.at[i].day, &at[n]);
    return (Holidays){at, n};
}

// What a pause takes out of the counting, in the unit's own: milliseconds, working days, or days.
static int64_t not_counted(Unit unit, const ClockPause *p, Holidays h) {
    if (unit == HOURS) return p->ends_at - p->starts_at;
    Date from = date_of(p->starts_at), to = date_of(p->ends_at);
    return unit == WORKING_DAYS ? date_working_between(h, from, to) : to - from;
}

static Instant due_with(int64_t amount, Unit unit, Instant start, int64_t extra, Holidays h) {
    if (unit == HOURS) return instant_add(h, start, (int)amount, HOURS) + extra;
    if (unit == WORKING_DAYS) return instant_add(h, start, (int)(amount + extra), WORKING_DAYS);
    return instant_add(h, instant_add(h, start, (int)amount, unit), (int)extra, DAYS);
}

Instant clock_due(int64_t amount, Str unit_text, Instant start, ClockPauseList pauses, Holidays h) {
    Unit unit;
    if (amount == NONE || !clock_unit(unit_text, &unit)) return NONE;
    int64_t extra = 0;
    Instant due = due_with(amount, unit, start, 0, h);
    for (size_t i = 0; i < pauses.len && due != NONE; i++) {
        const ClockPause *p = &pauses.at[i];
        if (p->starts_at >= due) continue;
        if (p->ends_at == NONE) return NONE;
        extra += not_counted(unit, p, h);
        due = due_with(amount, unit, start, extra, h);
    }
    return due;
}

// ---- words ------------------------------------------------------------------------------------------------

static const char *const numbers[] = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight",
                                      "nine"};
static const char *const days[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
                                   "Sunday"};

static Str counted(Arena *a, int64_t n, const char *one, const char *many) {
    const char *what = n == 1 ? one : many;
    if (n < 0 || n > 9) return str_fmt(a, "%lld %s", (long long)n, what);
    return str_fmt(a, "%s %s", numbers[n], what);
}

Str clock_amount_text(Arena *a, int64_t amount, Str unit) {
    size_t i = unit_index(unit);
    if (amount == NONE || i == COUNT(units)) return (Str){0};
    return counted(a, amount, units[i].one, units[i].many);
}

static Str named_day(Arena *a, Date d) {
    return str_fmt(a, "%s %.*s", days[date_weekday(d)], STR_FMT(date_text(a, d)));
}

Str clock_moment(Arena *a, Instant t) {
    if (t == NONE) return (Str){0};
    return str_fmt(a, "%s %.*s", days[date_weekday(date_of(t))], STR_FMT(instant_text(a, t)));
}

static void capital(Buf *b, size_t at) {
    if (b->at[at] >= 'a' && b->at[at] <= 'z') b->at[at] -= 'a' - 'A';
}

// The bank holidays that were skipped, by day and name.
static void say_holidays(Buf *b, HolidayList holidays, Date from, Date to) {
    size_t n = 0;
    for (size_t i = 0; i < holidays.len; i++) {
        Date d;
        if (!date_parse(holidays.at[i].day, &d) || d <= from || d > to || date_weekday(d) > 4) continue;
        buf_fmt(b, "%s%.*s (%.*s)", n++ ? ", " : "; nor ", STR_FMT(named_day(b->arena, d)),
                STR_FMT(holidays.at[i].name));
    }
    if (n) buf_fmt(b, ", %s", n == 1 ? "a bank holiday" : "bank holidays");
}

// What the days between are worth, or what they would be worth where nothing is due.
static void say_counting(Buf *b, const Clock *k, Unit unit, Instant due, HolidayList holidays) {
    if (unit == HOURS) buf_lit(b, ", nights, weekends and bank holidays counted too");
    else if (unit != WORKING_DAYS) buf_lit(b, ", every day counted");
    else if (due == NONE) buf_lit(b, ", Saturdays, Sundays and bank holidays not counted");
    else {
        buf_lit(b, ", Saturdays and Sundays not counted");
        say_holidays(b, holidays, date_of(k->starts_at), date_of(due));
    }
}

static Str left_out(Arena *a, Unit unit, int64_t n) {
    if (unit == WORKING_DAYS) return counted(a, n, "working day", "working days");
    if (unit != HOURS) return counted(a, n, "day", "days");
    long long minutes = n / 60000, hours = minutes / 60;
    return str_fmt(a, "%lld hour%s %lld minute%s", hours, hours == 1 ? "" : "s", minutes % 60,
                   minutes % 60 == 1 ? "" : "s");
}

static void say_pauses(Buf *b, Unit unit, ClockPauseList pauses, Holidays h) {
    for (size_t i = 0; i < pauses.len; i++) {
        const ClockPause *p = &pauses.at[i];
        buf_fmt(b, ". It stood still from %.*s", STR_FMT(clock_moment(b->arena, p->starts_at)));
        if (p->ends_at != NONE) buf_fmt(b, " to %.*s", STR_FMT(clock_moment(b->arena, p->ends_at)));
        buf_fmt(b, " (%.*s)", STR_FMT(p->why));
        if (p->ends_at == NONE) continue;
        Str left = left_out(b->arena, unit, not_counted(unit, p, h));
        buf_fmt(b, ", %.*s not counted", STR_FMT(left));
    }
}

static void say_rule(Buf *b, const Clock *k) {
    buf_fmt(b, " Rule: %.*s, in force since %.*s", STR_FMT(k->source),
            STR_FMT(day_text(b->arena, k->from_on)));
    if (k->until_on.at) buf_fmt(b, " until %.*s", STR_FMT(day_text(b->arena, k->until_on)));
    buf_lit(b, ".");
}

Str clock_working(Arena *a, const Clock *k, ClockPauseList pauses, HolidayList holidays) {
    Buf b = {.arena = a};
    Unit unit;
    if (k->amount == NONE || !clock_unit(k->unit, &unit)) {
        buf_fmt(&b, "It began %.*s. No time is set: the partnership sets it.",
                STR_FMT(clock_moment(a, k->starts_at)));
        return buf_str(&b);
    }
    Holidays h = clock_holidays(a, holidays);
    Instant due = clock_due(k->amount, k->unit, k->starts_at, pauses, h);
    buf_put(&b, clock_amount_text(a, k->amount, k->unit));
    capital(&b, 0);
    buf_fmt(&b, " from %.*s", STR_FMT(clock_moment(a, k->starts_at)));
    say_counting(&b, k, unit, due, holidays);
    say_pauses(&b, unit, pauses, h);
    if (due == NONE) buf_lit(&b, ". It stands still now, so it has no due time.");
    else buf_fmt(&b, "%s %.*s.", pauses.len ? ". So it is due" : ": so due", STR_FMT(clock_moment(a, due)));
    say_rule(&b, k);
    return buf_str(&b);
}
