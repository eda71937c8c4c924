// Periods are known by their codes; what a code means (its days) is worked out here and nowhere else.
#include "plan/period.h"

bool year_parse(Str year, int *ret_first) {
    int64_t first, last;
    if (year.len != 7 || year.at[4] != '/') return false;
    if (!str_int((Str){year.at, 4}, &first) || !str_int((Str){year.at + 5, 2}, &last)) return false;
    if (first < 1900 || last != (first + 1) % 100) return false;
    *ret_first = (int)first;
    return true;
}

Str year_make(Arena *a, int first) { return str_fmt(a, "%04d/%02d", first, (first + 1) % 100); }

Str year_before(Arena *a, Str year, int years) {
    int first;
    return year_parse(year, &first) ? year_make(a, first - years) : (Str){0};
}

static Str swap_byte(Arena *a, Str s, size_t i, char c) {
    Str copy = str_copy(a, s);
    ((char *)copy.at)[i] = c;
    return copy;
}

Str year_in_path(Arena *a, Str year) {
    int first;
    return year_parse(year, &first) ? swap_byte(a, year, 4, '-') : (Str){0};
}

Str year_from_path(Arena *a, Str part) {
    int first;
    if (part.len != 7 || part.at[4] != '-') return (Str){0};
    Str year = swap_byte(a, part, 4, '/');
    return year_parse(year, &first) ? year : (Str){0};
}

static Period span(Str code, Str kind, Str year, int quarter, int from_year, int from_month, int months) {
    Date starts = date_make(from_year, from_month, 1);
    return (Period){code, kind, year, quarter, starts, date_add_months(starts, months) - 1};
}

bool period_parse(Str code, Period *ret) {
    int first;
    if (str_starts(code, S("AY"))) {
        Str year = {code.at + 2, code.len - 2};
        if (!year_parse(year, &first)) return false;
        *ret = span(code, S("academic"), year, 0, first, 9, 12);
        return true;
    }
    Str year = {code.at, code.len < 7 ? code.len : 7};
    if (!year_parse(year, &first)) return false;
    if (code.len == 7) {
        *ret = span(code, S("year"), year, 0, first, 4, 12);
        return true;
    }
    if (code.len != 10 || code.at[7] != '-' || code.at[8] != 'Q' || code.at[9] < '1' || code.at[9] > '4') return false;
    int quarter = code.at[9] - '0';
    *ret = span(code, S("quarter"), year, quarter, quarter == 4 ? first + 1 : first, quarter == 4 ? 1 : 1 + 3 * quarter, 3);
    return true;
}

Str quarter_code(Arena *a, Str year, int quarter) { return str_fmt(a, "%.*s-Q%d", STR_FMT(year), quarter); }

Str period_text(Arena *a, const Period *p) {
    if (p->quarter) return str_fmt(a, "quarter %d of %.*s", p->quarter, STR_FMT(p->year));
    return str_eq(p->kind, S("academic")) ? str_fmt(a, "academic year %.*s", STR_FMT(p->year)) : p->year;
}
