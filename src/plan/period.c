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

// The 4 of "-Q4", or 0.
static int quarter_of(Str rest) {
    bool is = rest.len == 3 && str_starts(rest, S("-Q")) && rest.at[2] >= '1' && rest.at[2] <= '4';
    return is ? rest.at[2] - '0' : 0;
}

bool period_parse(Str code, Period *ret) {
    int first;
    bool academic = str_starts(code, S("AY"));
    Str rest = academic ? (Str){code.at + 2, code.len - 2} : code;
    Str year = {rest.at, rest.len < 7 ? rest.len : 7};
    if (!year_parse(year, &first)) return false;
    rest = (Str){rest.at + 7, rest.len - 7};
    int quarter = quarter_of(rest), month = quarter == 4 ? 1 : 1 + 3 * quarter;
    if (rest.len && (academic || !quarter)) return false;
    if (academic) *ret = span(code, S("academic"), year, 0, first, 9, 12);
    else if (!quarter) *ret = span(code, S("year"), year, 0, first, 4, 12);
    else *ret = span(code, S("quarter"), year, quarter, first + quarter / 4, month, 3);
    return true;
}

Str quarter_code(Arena *a, Str year, int quarter) { return str_fmt(a, "%.*s-Q%d", STR_FMT(year), quarter); }

Str period_text(Arena *a, const Period *p) {
    if (p->quarter) return str_fmt(a, "quarter %d of %.*s", p->quarter, STR_FMT(p->year));
    return str_eq(p->kind, S("academic")) ? str_fmt(a, "academic year %.*s", STR_FMT(p->year)) : p->year;
}
