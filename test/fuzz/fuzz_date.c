// A date, a decimal or a whole number that is read is written back as it stood, and whatever else comes in is
// refused. Also walks the calendar from every date that is read.
#include <stdlib.h>

#include "base/date.h"
#include "base/dec.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static void walk(Arena *a, Date d, int n) {
    const Date off[] = {d - 30, d, d + 1, d + 6};
    const Holidays h = {off, COUNT(off)};
    Date later = date_add_working(h, d, n);
    if (later != DATE_NONE) {
        must(!n || date_is_working(h, later));
        if (n > 0) must(date_working_between(h, d, later) == n);
    }
    for (Unit unit = HOURS; unit <= MONTHS; unit++) {
        Instant t = instant_add(h, instant_at(d, n), n, unit);
        must((t == NONE) == !instant_text(a, t).at);
    }
    must(date_of(instant_at(d, 12 * 60)) == d);
    Date month = date_add_months(d, n);
    must(month == DATE_NONE || date_iso(a, month).len == 10);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *a = arena_open();
    Str text = {(const char *)data, size};
    Date d;
    if (date_parse(text, &d)) {
        must(str_eq(date_iso(a, d), text));
        for (int n = -400; n <= 400; n += 97) walk(a, d, n);
    }
    Dec dec;
    int decimals;
    if (dec_parse(text, &dec, &decimals)) {
        Buf b = {.arena = a};
        Dec back;
        dec_put_grouped(&b, dec, decimals);
        must(dec_parse(buf_str(&b), &back, NULL) && back == dec);
    }
    int64_t n;
    if (str_int(text, &n)) must(n != NONE);
    arena_close(a);
    return 0;
}
