// What a partner's system sends, a row a child: read and checked, each fault with its line.
#include "base/csv.h"
#include "exchange/exchange.h"
#include "people/code.h"

const NoticeColumn notice_columns[] = {
    [N_REFERENCE] = {S("reference"), true, 60,
                     S("your system’s own number for it; the same one is taken once")},
    [N_CHILD] = {S("child"), true, 120, S("the child’s name")},
    [N_BORN] = {S("born"), false, 10, S("the child’s date of birth, 2009-05-04")},
    [N_NHS] = {S("nhs"), false, 20, S("the child’s NHS number, ten digits that add up")},
    [N_UPN] = {S("upn"), false, 20, S("the child’s unique pupil number")},
    [N_ADDRESS] = {S("address"), false, 300, S("where the child lives")},
    [N_POSTCODE] = {S("postcode"), false, 10, S("a whole postcode")},
    [N_ROLE] = {S("role"), true, 120, S("the role of whoever raises it: police constable, health visitor")},
    [N_REACH] = {S("reach"), false, 200, S("how they are reached today")},
    [N_CONCERN] = {S("concern"), true, 8000, S("what was seen and heard")},
    [N_TOLD] = {S("family_told"), true, 20, S("whether the family knows of it: yes or no")},
    [N_WHY] = {S("family_why"), false, 500, S("why the family does not know; needed with no")},
    [N_HAPPENED] = {S("happened"), false, 10, S("the day it happened, 2014-07-02")},
};
const size_t n_notice_columns = COUNT(notice_columns);
_Static_assert(COUNT(notice_columns) == NOTICE_COLUMNS, "a cell a column");

static Str blank_or_long(Arena *a, const Notice *n) {
    for (size_t i = 0; i < n_notice_columns; i++) {
        const NoticeColumn *k = &notice_columns[i];
        if (k->needed && !n->cell[i].len)
            return str_fmt(a, "%.*s is blank: write %.*s", STR_FMT(k->name), STR_FMT(k->about));
        if (n->cell[i].len > (size_t)k->most)
            return str_fmt(a, "%.*s is longer than %d characters", STR_FMT(k->name), k->most);
    }
    return (Str){0};
}

static Str day_wrong(Arena *a, Str day, Str column, Date today) {
    Date d;
    if (!day.len) return (Str){0};
    if (!date_parse(day, &d)) return str_fmt(a, "%.*s is no day: write it as 2014-07-02", STR_FMT(column));
    if (d > today) return str_fmt(a, "%.*s is still to come", STR_FMT(column));
    return (Str){0};
}

static Str number_wrong(Arena *a, Str kind, Str typed) {
    Str wrong = typed.len ? code_wrong(a, kind, typed) : (Str){0};
    return wrong.at ? str_fmt(a, "%.*s: %.*s", STR_FMT(kind), STR_FMT(wrong)) : wrong;
}

static Str wrong_with(Ctx *c, const Notice *n) {
    Arena *a = c->arena;
    Str told = n->cell[N_TOLD], whole;
    Str found[] = {blank_or_long(a, n), day_wrong(a, n->cell[N_BORN], S("born"), c->today),
                   day_wrong(a, n->cell[N_HAPPENED], S("happened"), c->today),
                   number_wrong(a, S("nhs"), n->cell[N_NHS]), number_wrong(a, S("upn"), n->cell[N_UPN])};
    for (size_t i = 0; i < COUNT(found); i++)
        if (found[i].at) return found[i];
    if (n->cell[N_POSTCODE].len && !postcode_read(a, n->cell[N_POSTCODE], &whole))
        return S("postcode is not a whole one: write it like NG7 2AB, or leave it blank");
    if (!str_eq(told, S("yes")) && !str_eq(told, S("no"))) return S("family_told is neither yes nor no");
    if (str_eq(told, S("no")) && !n->cell[N_WHY].len)
        return S("family_why is blank: say why the family does not know");
    return (Str){0};
}

static Str fault_of(Arena *a, const Csv *csv) {
    if (csv->fault.at) return str_fmt(a, "Line %d: %.*s", csv->fault_line, STR_FMT(csv->fault));
    for (size_t i = 0; i < n_notice_columns; i++)
        if (notice_columns[i].needed && csv_column(csv, notice_columns[i].name) < 0)
            return str_fmt(a, "The first row names the columns, and “%.*s” is not among them",
                           STR_FMT(notice_columns[i].name));
    if (csv->len < 2) return S("There are no rows below the names of the columns");
    if (csv->len - 1 > NOTICES_MOST) return S("There are more than 200 rows: send them in parts");
    return (Str){0};
}

static bool twice(const NoticeSheet *s, Str reference) {
    for (size_t i = 0; i < s->len; i++)
        if (str_eq(s->at[i].cell[N_REFERENCE], reference)) return true;
    return false;
}

NoticeSheet notices_read(Ctx *c, Str text) {
    Csv csv = csv_read(c->arena, text);
    NoticeSheet s = {.fault = fault_of(c->arena, &csv)};
    if (s.fault.at) return s;
    s.at = arena_new(c->arena, Notice, csv.len);
    for (size_t i = 1; i < csv.len; i++) {
        Notice n = {.line = csv.row[i].line, .before = NONE};
        for (size_t k = 0; k < n_notice_columns; k++)
            n.cell[k] = str_trim(csv_cell(&csv.row[i], csv_column(&csv, notice_columns[k].name)));
        n.wrong = wrong_with(c, &n);
        if (!n.wrong.at && twice(&s, n.cell[N_REFERENCE]))
            n.wrong = S("this reference stands in the file twice");
        if (!n.wrong.at) n.before = notice_before(c->db, c->actor.agency, n.cell[N_REFERENCE]);
        s.n_wrong += n.wrong.at != NULL;
        s.n_new += !n.wrong.at && n.before == NONE;
        s.at[s.len++] = n;
    }
    return s;
}
