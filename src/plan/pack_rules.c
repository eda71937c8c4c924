// What a cell of each kind must be, what the cells of a row must be together, and what was probably meant.
#include <stdlib.h>

#include "base/dec.h"
#include "plan/figure.h"
#include "plan/pack_inside.h"
#include "plan/period.h"

enum { NEAR_MAX = 64 };

// How many letters differ (Levenshtein), for short words.
static size_t distance(Str a, Str b) {
    size_t row[NEAR_MAX + 1];
    if (a.len > NEAR_MAX || b.len > NEAR_MAX) return NEAR_MAX;
    for (size_t j = 0; j <= b.len; j++) row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t change = corner + (a.at[i - 1] != b.at[j - 1]);
            corner = row[j];
            size_t less = row[j] < row[j - 1] ? row[j] : row[j - 1];
            row[j] = change < less + 1 ? change : less + 1;
        }
    }
    return row[b.len];
}

Str pack_nearest(Str word, const Str *choices, size_t n) {
    size_t best = word.len / 3 + 1;
    Str nearest = {0};
    for (size_t i = 0; i < n; i++) {
        size_t d = str_eq_fold(word, choices[i]) ? 0 : distance(word, choices[i]);
        if (d > best || (nearest.at && d == best)) continue;
        best = d;
        nearest = choices[i];
    }
    return nearest;
}

Str pack_did_you_mean(Arena *a, Str word, const Str *choices, size_t n) {
    Str near = pack_nearest(word, choices, n);
    return near.at ? str_fmt(a, "; did you mean “%.*s”?", STR_FMT(near)) : S("");
}

static size_t split_choices(const char *choices, Str *ret, size_t max) {
    size_t n = 0;
    Str rest = str_from(choices);
    while (rest.at && n < max) ret[n++] = str_cut(&rest, S("|"));
    return n;
}

static void check_choice(PackCheck *c, const PackRow *r, const PackColumn *column, Str cell) {
    Str choice[12];
    size_t n = split_choices(column->choices, choice, COUNT(choice));
    Buf list = {.arena = c->arena};
    for (size_t i = 0; i < n; i++) {
        if (str_eq(cell, choice[i])) return;
        buf_fmt(&list, "%s%.*s", i ? ", " : "", STR_FMT(choice[i]));
    }
    row_fault(c, r, "%s “%.*s” is not one of %.*s%.*s", column->name, STR_FMT(cell), STR_FMT(buf_str(&list)),
        STR_FMT(pack_did_you_mean(c->arena, cell, choice, n)));
}

// Years a partnership can mean: a slip of a digit is caught here.
static bool sane_year(Str year) {
    int first;
    return year_parse(year, &first) && first >= 1990 && first < 2100;
}

static bool is_mark(Str s) {
    return !s.len || str_eq(s, S("✓")) || str_eq(s, S("✗")) || str_eq(s, S("~"));
}

static bool is_count(Str s) {
    int64_t n;
    return str_int(s, &n) && n >= 0 && n < INT64_C(1000000000000);
}

static bool is_day(Str s) {
    Date day;
    return date_parse(s, &day);
}

static bool is_period(Str s) {
    Period p;
    return period_parse(s, &p) && sane_year(p.year);
}

static bool is_decimal(Str s) {
    Dec d;
    return dec_parse(s, &d, NULL);
}

static bool is_code(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] < ' ' || s.at[i] == '"') return false;
    return s.len <= 60;
}

static bool is_yesno(Str s) { return str_eq(s, S("yes")) || str_eq(s, S("no")); }

// Kinds that a look at the cell settles, and what would be right.
static const struct {
    CellKind kind;
    bool (*holds)(Str s);
    const char *right;
} plain_kinds[] = {
    {CELL_CODE, is_code, "a code of at most 60 characters, such as NI 032"},
    {CELL_COUNT, is_count, "a whole number, such as 12"},
    {CELL_DECIMAL, is_decimal, "a number with at most six decimals, such as 4.75"},
    {CELL_YEAR, sane_year, "a year such as 2013/14"},
    {CELL_PERIOD, is_period, "a period such as 2013/14, 2013/14-Q4 or AY2013/14"},
    {CELL_DAY, is_day, "a day such as 2014-03-31"},
    {CELL_YESNO, is_yesno, "yes or no"},
    {CELL_MARK, is_mark, "✓, ✗, ~ or blank"},
};

void pack_check_cell(PackCheck *c, const PackRow *r, const PackColumn *column, Str cell) {
    if (!cell.at && column->required) row_fault(c, r, "%s is blank; it must be filled in", column->name);
    if (!cell.at) return;
    if (cell.len > 4000) row_fault(c, r, "%s is longer than 4000 characters", column->name);
    if (column->kind == CELL_CHOICE) check_choice(c, r, column, cell);
    if (column->kind == CELL_PAGE && !pack_page(c->pack, cell).at)
        row_fault(c, r, "%s names the file “%.*s”, which is not in the folder", column->name, STR_FMT(cell));
    for (size_t i = 0; i < COUNT(plain_kinds); i++)
        if (plain_kinds[i].kind == column->kind && !plain_kinds[i].holds(cell))
            row_fault(c, r, "%s “%.*s” is not %s", column->name, (int)(cell.len < 200 ? cell.len : 200),
                      cell.at, plain_kinds[i].right);
}

int64_t pack_count(const PackRow *r, const char *column) {
    int64_t n;
    Str s = pack_cell(r, column);
    if (is_yesno(s)) return str_eq(s, S("yes"));
    return str_int(s, &n) ? n : NONE;
}

int64_t pack_decimal(const PackRow *r, const char *column) {
    Dec d;
    Str s = pack_cell(r, column);
    return s.at && dec_parse(s, &d, NULL) ? d : NONE;
}

void check_plan(PackCheck *c, const PackRow *r) {
    int64_t starts = pack_count(r, "starts"), ends = pack_count(r, "ends");
    if (starts != NONE && ends != NONE && starts > ends)
        row_fault(c, r, "the plan starts in %lld and ends in %lld; ends must not be before starts",
                  (long long)starts, (long long)ends);
}

void check_objective(PackCheck *c, const PackRow *r) {
    bool strategic = str_eq(pack_cell(r, "level"), S("strategic"));
    Str parent = pack_cell(r, "parent");
    const PackRow *above = parent.at ? pack_find(r->table, parent) : NULL;
    if (strategic && parent.at) row_fault(c, r, "a strategic objective has no parent; leave the cell blank");
    if (!strategic && !parent.at)
        row_fault(c, r, "parent is blank; an operational objective stands under a strategic one");
    if (above && !str_eq(pack_cell(above, "level"), S("strategic")))
        row_fault(c, r, "parent “%.*s” is itself operational; name a strategic objective", STR_FMT(parent));
    if (above && !str_eq(pack_cell(above, "set"), pack_cell(r, "set")))
        row_fault(c, r, "parent “%.*s” belongs to another set", STR_FMT(parent));
}

void check_commitment(PackCheck *c, const PackRow *r) {
    Str year = pack_cell(r, "year"), number = pack_cell(r, "priority");
    Str key = str_fmt(c->arena, "%.*s\x1f%.*s", STR_FMT(year), STR_FMT(number));
    if (year.at && number.at && !pack_find(&c->pack->table[PACK_PRIORITIES], key))
        row_fault(c, r, "priorities.csv has no priority %.*s for %.*s", STR_FMT(number), STR_FMT(year));
}

void check_version(PackCheck *c, const PackRow *r) {
    Str polarity = pack_cell(r, "polarity");
    int64_t low = pack_decimal(r, "band_low"), high = pack_decimal(r, "band_high"),
            decimals = pack_count(r, "decimals");
    if (!str_eq(polarity, S("band")) && (low != NONE || high != NONE))
        row_fault(c, r, "band_low and band_high are only for polarity band; leave them blank");
    if ((low == NONE) != (high == NONE))
        row_fault(c, r, "band_low and band_high go together; give both or neither");
    if (low != NONE && high != NONE && low > high)
        row_fault(c, r, "band_low is above band_high; change them round");
    if (decimals > 6) row_fault(c, r, "decimals may be 0 to 6");
    if (pack_cell(r, "per").at && !str_eq(pack_cell(r, "kind"), S("rate")))
        row_fault(c, r, "per is only for kind rate; leave it blank");
}

Str measure_slug(Arena *a, Str code) {
    Buf b = {.arena = a};
    for (size_t i = 0; i < code.len; i++) {
        char ch = code.at[i];
        if (ch >= 'A' && ch <= 'Z') ch = (char)(ch + 32);
        bool word = (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9');
        if (word) buf_byte(&b, ch);
        else if (b.len && b.at[b.len - 1] != '-') buf_byte(&b, '-');
    }
    while (b.len && b.at[b.len - 1] == '-') b.len--;
    return buf_str(&b);
}

typedef struct Slug {
    Str slug;
    const PackRow *row;
} Slug;

static int by_slug(const void *a, const void *b) {
    const Slug *x = a, *y = b;
    int order = str_cmp(x->slug, y->slug);
    return order ? order : (x->row->line > y->row->line) - (x->row->line < y->row->line);
}

// Two codes that differ only in signs would share an address.
void pack_check_slugs(PackCheck *c) {
    const PackTable *t = &c->pack->table[PACK_MEASURES];
    Slug *all = arena_new(c->arena, Slug, t->len + 1);
    for (size_t i = 0; i < t->len; i++) all[i] = (Slug){measure_slug(c->arena, t->row[i].key), &t->row[i]};
    qsort(all, t->len, sizeof *all, by_slug);
    for (size_t i = 0; i < t->len; i++) {
        const PackRow *r = all[i].row, *before = i ? all[i - 1].row : NULL;
        if (!all[i].slug.len && r->key.len)
            row_fault(c, r, "code “%.*s” has no letter or digit, so it cannot have an address",
                      STR_FMT(r->key));
        else if (before && str_eq(all[i].slug, all[i - 1].slug) && !str_eq(r->key, before->key))
            row_fault(c, r, "code “%.*s” would have the same address as “%.*s” on line %d (%.*s); change one",
                STR_FMT(r->key), STR_FMT(before->key), before->line, STR_FMT(all[i].slug));
    }
}

void check_measure(PackCheck *c, const PackRow *r) {
    check_version(c, r);
    Str head = pack_cell(r, "head");
    const PackRow *above = head.at ? pack_find(r->table, head) : NULL;
    if (head.at && !pack_cell(r, "line_label").at)
        row_fault(c, r, "line_label is blank; a line under a head line needs one, such as per 10,000");
    if (above && pack_cell(above, "head").at)
        row_fault(c, r, "head “%.*s” stands under another line itself; name the head line", STR_FMT(head));
}

static void check_decimals(PackCheck *c, const PackRow *r, Figure f) {
    const PackRow *measure = pack_find(&c->pack->table[PACK_MEASURES], pack_cell(r, "measure"));
    if (!measure || f.kind != FIGURE_NUMBER) return;
    int64_t most = pack_count(measure, "decimals");
    if (most != NONE && f.decimals > most)
        row_fault(c, r, "“%.*s” has %d decimals and measures.csv line %d allows %lld; round it or allow more",
            STR_FMT(f.number), f.decimals, measure->line, (long long)most);
}

void check_target(PackCheck *c, const PackRow *r) {
    Str kind = pack_cell(r, "kind"), raw = pack_cell(r, "target");
    Figure f = figure_read(raw);
    bool wants_number = str_eq(kind, S("figure"));
    if (raw.at && wants_number && f.kind != FIGURE_NUMBER)
        row_fault(c, r, "target “%.*s” is not a figure, such as 97.0%%; or choose another kind",
                  STR_FMT(raw));
    if (raw.at && !wants_number && f.kind == FIGURE_NUMBER)
        row_fault(c, r, "target “%.*s” is a figure, so kind must be figure", STR_FMT(raw));
    check_decimals(c, r, f);
}

void check_observation(PackCheck *c, const PackRow *r) {
    Figure f = figure_read(pack_cell(r, "figure"));
    int64_t above = pack_count(r, "numerator"), below = pack_count(r, "denominator");
    check_decimals(c, r, f);
    if (above != NONE && below != NONE && above > below)
        row_fault(c, r, "numerator %lld is more than denominator %lld", (long long)above, (long long)below);
}

void check_note(PackCheck *c, const PackRow *r) {
    if (pack_cell(r, "measure").at && pack_cell(r, "objective").at)
        row_fault(c, r, "a note is about a measure or an objective; leave one of the two blank");
}

bool abbreviation_shaped(Str word) {
    size_t capitals = 0, digits = 0;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];
        bool capital = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
        if (!capital && !digit && !(c >= 'a' && c <= 'z')) return false;
        capitals += capital, digits += digit;
    }
    return capitals > 1 || (capitals && digits);
}

void check_abbreviation(PackCheck *c, const PackRow *r) {
    Str word = pack_cell(r, "short");
    if (word.len > 20 || !abbreviation_shaped(word))
        row_fault(c, r, "short “%.*s” is not a short form; write 2 to 20 letters, two of them capitals, "
                  "such as CAF", STR_FMT(word));
}
