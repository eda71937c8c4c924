// The attack below shares nothing with the engine but the published marks: it knows how each random world is
// built, and works with intervals and elimination where the engine uses a linear programme.
#include <math.h>
#include <stdlib.h>

#include "plan/suppress.h"
#include "test.h"

static Table table_of(Arena *a) {
    return (Table){.arena = a, .rules = {.threshold = 5, .candidates = 3}};
}

static size_t people(Table *t, const char *name, double value) {
    return table_cell(t, (Cell){.name = str_from(name), .value = value, .people = true});
}

TEST(small_counts_of_people_are_hidden_and_nought_and_five_are_shown) {  // P10
    Arena *a = arena_open();
    Table t = table_of(a);
    const CellMark want[] = {MARK_SHOWN, MARK_PRIMARY, MARK_PRIMARY, MARK_PRIMARY, MARK_PRIMARY, MARK_SHOWN};
    for (int i = 0; i < 6; i++) people(&t, "n", i);
    table_cell(&t, (Cell){.name = S("schools"), .value = 1});
    CHECK(suppress(&t) == 0);
    for (size_t i = 0; i < 6; i++) CHECK(t.cell[i].mark == want[i]);
    CHECK(t.cell[6].mark == MARK_SHOWN);
    arena_close(a);
}

TEST(a_hidden_part_takes_a_second_one_with_it) {  // P10
    Arena *a = arena_open();
    Table t = table_of(a);
    size_t part[] = {people(&t, "a", 3), people(&t, "b", 40), people(&t, "c", 12)},
           all = people(&t, "all", 55);
    t.cell[all].total = true;
    table_sum(&t, all, part, 3);
    CHECK(suppress(&t) == 0);
    CHECK(t.cell[0].mark == MARK_PRIMARY && t.cell[1].mark == MARK_SHOWN && t.cell[2].mark == MARK_SECONDARY);
    CHECK(t.cell[3].mark == MARK_SHOWN);
    CHECK(t.cell[0].low == 1 && t.cell[0].high == 4);
    arena_close(a);
}

TEST(a_rate_does_not_give_its_count_away) {  // P10
    Arena *a = arena_open();
    Table t = table_of(a);
    size_t count = people(&t, "plans", 4),
           rate = table_cell(&t, (Cell){.name = S("rate"), .value = 0.6, .grain = 0.1});
    table_rate(&t, count, rate, 10000, 62000, 63500);
    CHECK(suppress(&t) == 0);
    CHECK(t.cell[rate].mark == MARK_SECONDARY);
    arena_close(a);
}

TEST(a_running_total_does_not_give_one_quarter_away) {  // P10
    Arena *a = arena_open();
    Table t = table_of(a);
    size_t q1 = people(&t, "Q1", 20), q2 = people(&t, "Q2", 22), q3 = people(&t, "Q3", 40),
           q4 = people(&t, "Q4", 61);
    table_running(&t, q1, q2);
    table_running(&t, q2, q3);
    table_running(&t, q3, q4);
    CHECK(suppress(&t) == 0);
    CHECK(cell_hidden(&t.cell[q1]) || cell_hidden(&t.cell[q2]));
    CHECK(!cell_hidden(&t.cell[q3]) && !cell_hidden(&t.cell[q4]));
    arena_close(a);
}

TEST(a_percentage_of_few_people_is_hidden_from_either_end) {  // P10
    Arena *a = arena_open();
    Table t = table_of(a);
    size_t few = table_cell(&t, (Cell){.name = S("few"), .value = 7.5, .grain = 0.1});
    size_t most = table_cell(&t, (Cell){.name = S("most"), .value = 95, .grain = 0.1});
    size_t half = table_cell(&t, (Cell){.name = S("half"), .value = 50, .grain = 0.1});
    table_share(&t, few, 3, 40);
    table_share(&t, most, 38, 40);
    table_share(&t, half, 20, 40);
    CHECK(suppress(&t) == 0);
    CHECK(cell_hidden(&t.cell[few]) && cell_hidden(&t.cell[most]) && !cell_hidden(&t.cell[half]));
    arena_close(a);
}

TEST(what_went_out_before_is_not_hidden_in_vain) {  // P10
    Arena *a = arena_open();
    Table t = table_of(a);
    size_t q1 = people(&t, "Q1", 3), q2 = people(&t, "Q2", 7), q3 = people(&t, "Q3", 30);
    t.cell[q1].state = t.cell[q2].state = CELL_PUBLIC;
    table_running(&t, q1, q2);
    table_running(&t, q2, q3);
    CHECK(suppress(&t) == 0);
    for (size_t i = 0; i < 3; i++) CHECK(t.cell[i].mark == MARK_SHOWN);
    CHECK(t.cell[3].known_before);                               // "Q2 alone", 4: the printed report told
    arena_close(a);
}

TEST(what_was_held_back_stays_back_when_its_total_is_printed_anew) {  // P10
    Arena *a = arena_open();
    Table t = table_of(a);
    size_t part[] = {people(&t, "a", 2), people(&t, "b", 9)}, all = people(&t, "all", 11);
    t.cell[part[0]].state = CELL_HELD;
    t.cell[part[1]].state = CELL_PUBLIC;
    table_sum(&t, all, part, 2);
    CHECK(suppress(&t) == 0);
    CHECK(cell_hidden(&t.cell[all]));
    arena_close(a);
}

TEST(rounding_says_low_where_it_is_not_nought) {  // P10
    Arena *a = arena_open();
    Table t = table_of(a);
    t.rules = (SuppressRules){.threshold = 2, .candidates = 1, .round_to = 5};
    people(&t, "a", 2), people(&t, "b", 13), people(&t, "none", 0);
    CHECK(suppress(&t) == 0);
    CHECK(t.cell[0].mark == MARK_LOW && t.cell[1].shown == 15 && t.cell[2].mark == MARK_SHOWN);
    arena_close(a);
}

// ---- random worlds: places x groups, with their totals, over running quarters ----------------------------

enum { SIDE = 3, QUARTERS = 3, CELLS = (SIDE + 1) * (SIDE + 1) * QUARTERS, EQUATIONS = 400, UNKNOWNS = 200 };

typedef struct Equation {    // sum of times x unknown = 0; an unknown is a cell or a step between quarters
    int n, of[SIDE + 2], times[SIDE + 2];
} Equation;

typedef struct Wild {
    int rows, columns, quarters, n, n_equations;
    int64_t value[UNKNOWNS];
    Equation equation[EQUATIONS];
} Wild;

static int at(const Wild *w, int q, int r, int c) { return (q * (w->rows + 1) + r) * (w->columns + 1) + c; }

static void equation(Wild *w, int n, const int *of) {           // of[0] is the sum of the others
    Equation *e = &w->equation[w->n_equations++];
    for (e->n = 0; e->n < n; e->n++) e->of[e->n] = of[e->n], e->times[e->n] = e->n ? -1 : 1;
}

static int64_t some_count(uint64_t *seed) {
    uint64_t kind = test_random(seed) % 4;
    return (int64_t)(test_random(seed) % (kind == 0 ? 3 : kind == 1 ? 6 : kind == 2 ? 20 : 100));
}

static void fill(Wild *w, uint64_t *seed) {
    for (int q = 0; q < w->quarters; q++)
        for (int r = 0; r < w->rows; r++)
            for (int c = 0; c < w->columns; c++)
                w->value[at(w, q, r, c)] = some_count(seed) + (q ? w->value[at(w, q - 1, r, c)] : 0);
    for (int q = 0; q < w->quarters; q++) {
        for (int r = 0; r < w->rows; r++)
            for (int c = 0; c < w->columns; c++)
                w->value[at(w, q, r, w->columns)] += w->value[at(w, q, r, c)];
        for (int c = 0; c <= w->columns; c++)
            for (int r = 0; r < w->rows; r++) w->value[at(w, q, w->rows, c)] += w->value[at(w, q, r, c)];
    }
}

static void wild_sums(Wild *w, int q) {
    int of[SIDE + 1];
    for (int r = 0; r <= w->rows; r++) {
        of[0] = at(w, q, r, w->columns);
        for (int c = 0; c < w->columns; c++) of[c + 1] = at(w, q, r, c);
        equation(w, w->columns + 1, of);
    }
    for (int c = 0; c <= w->columns; c++) {
        of[0] = at(w, q, w->rows, c);
        for (int r = 0; r < w->rows; r++) of[r + 1] = at(w, q, r, c);
        equation(w, w->rows + 1, of);
    }
}

static Wild wild_world(uint64_t *seed) {
    Wild w = {.rows = 1 + (int)(test_random(seed) % SIDE),
              .columns = 2 + (int)(test_random(seed) % (SIDE - 1)),
              .quarters = 1 + (int)(test_random(seed) % QUARTERS)};
    fill(&w, seed);
    int cells = w.quarters * (w.rows + 1) * (w.columns + 1), each = cells / w.quarters;
    w.n = cells;
    for (int q = 0; q < w.quarters; q++) wild_sums(&w, q);
    for (int i = each; i < cells; i++) {
        w.value[w.n] = w.value[i] - w.value[i - each];
        equation(&w, 3, (int[]){i, i - each, w.n++});
    }
    return w;
}

static Table engine_table(Arena *a, const Wild *w) {
    Table t = table_of(a);
    int cells = w->quarters * (w->rows + 1) * (w->columns + 1);
    for (int i = 0; i < cells; i++) {
        bool total = i % (w->columns + 1) == w->columns || i / (w->columns + 1) % (w->rows + 1) == w->rows;
        table_cell(&t,
                   (Cell){.name = S("cell"), .value = (double)w->value[i], .people = true, .total = total});
    }
    for (int i = 0; i < w->n_equations; i++) {
        const Equation *e = &w->equation[i];
        size_t parts[SIDE + 1];
        for (int k = 1; k < e->n; k++) parts[k - 1] = (size_t)e->of[k];
        if (e->of[e->n - 1] >= cells) table_running(&t, (size_t)e->of[1], (size_t)e->of[0]);
        else table_sum(&t, (size_t)e->of[0], parts, (size_t)e->n - 1);
    }
    return t;
}

typedef struct Known {
    double low[UNKNOWNS], high[UNKNOWNS];
} Known;

// What the page says; `told` adds which of the hidden cells are small numbers, more than any reader is told.
static Known printed(const Wild *w, const Table *t, bool told) {
    Known k = {0};
    int cells = w->quarters * (w->rows + 1) * (w->columns + 1);
    for (int i = 0; i < w->n; i++) {
        const Cell *c = i < cells ? &t->cell[i] : NULL;
        bool shown = c && c->mark == MARK_SHOWN;
        k.low[i] = shown ? c->shown : told && c && c->mark == MARK_PRIMARY ? 1 : 0;
        k.high[i] = shown ? c->shown : told && c && c->mark == MARK_PRIMARY ? 4 : 1e9;
    }
    return k;
}

static bool narrow(const double *times, int n, double sum, Known *k) {
    bool changed = false;
    for (int i = 0; i < n; i++) {
        if (fabs(times[i]) < 1e-9) continue;
        double low = sum, high = sum;
        for (int j = 0; j < n; j++) {
            if (j == i || fabs(times[j]) < 1e-9) continue;
            double a = times[j] * k->low[j], b = times[j] * k->high[j];
            low -= fmax(a, b), high -= fmin(a, b);
        }
        double a = ceil(fmin(low / times[i], high / times[i]) - 1e-6);
        double b = floor(fmax(low / times[i], high / times[i]) + 1e-6);
        if (a > k->low[i]) k->low[i] = a, changed = true;
        if (b < k->high[i]) k->high[i] = b, changed = true;
    }
    return changed;
}

// Gauss and Jordan: every sum of equations that leaves few unknowns becomes an equation of its own.
static int eliminate(double m[][UNKNOWNS], int rows, int n, const Known *k) {
    int done = 0;
    for (int c = 0; c < n && done < rows; c++) {
        if (k->low[c] >= k->high[c]) continue;
        int best = done;
        for (int r = done; r < rows; r++)
            if (fabs(m[r][c]) > fabs(m[best][c])) best = r;
        if (fabs(m[best][c]) < 1e-9) continue;
        for (int i = 0; i < n; i++) {
            double keep = m[done][i];
            m[done][i] = m[best][i], m[best][i] = keep;
        }
        for (int r = 0; r < rows; r++) {
            double times = r == done ? 0 : m[r][c] / m[done][c];
            for (int i = 0; times != 0 && i < n; i++) m[r][i] -= times * m[done][i];
        }
        done++;
    }
    return done;
}

static void attack(const Wild *w, Known *k) {
    static double m[EQUATIONS][UNKNOWNS];
    memset(m, 0, sizeof m);
    for (int e = 0; e < w->n_equations; e++)
        for (int i = 0; i < w->equation[e].n; i++) m[e][w->equation[e].of[i]] += w->equation[e].times[i];
    for (int round = 0; round < 2; round++) {
        bool changed = true;
        for (int turn = 0; changed && turn < 50; turn++) {
            changed = false;
            for (int e = 0; e < w->n_equations; e++) changed |= narrow(m[e], w->n, 0, k);
        }
        eliminate(m, w->n_equations, w->n, k);
    }
}

static int count_pinned(const Wild *w, const Table *t, bool told, int *ret_small) {
    Known k = printed(w, t, told);
    int pinned = 0;
    attack(w, &k);
    *ret_small = 0;
    for (int c = 0; c < w->n; c++) {
        if (w->value[c] < 1 || w->value[c] > 4) continue;
        (*ret_small)++;
        pinned += k.high[c] - k.low[c] + 1 < 3;
    }
    return pinned;
}

TEST(no_attack_by_totals_filters_and_quarters_pins_a_small_number_down) {  // P10
    uint64_t seed = test_seed();
    const char *asked = getenv("KITH_TABLES");                   // 10000 for a long look
    int tables = asked ? (int)strtol(asked, NULL, 10) : 200, small = 0, pinned = 0, pinned_told = 0, n;
    for (int i = 0; i < tables; i++) {
        Arena *a = arena_open();
        Wild w = wild_world(&seed);
        Table t = engine_table(a, &w);
        CHECK(suppress(&t) == 0);
        for (size_t c = 0; c < t.n_cells; c++) CHECK(!t.cell[c].known_before);
        pinned += count_pinned(&w, &t, false, &n);
        pinned_told += count_pinned(&w, &t, true, &n);
        small += n;
        arena_close(a);
    }
    CHECK(small > tables && pinned == 0);
    CHECK(pinned_told * 20 < small);                             // rare even for a reader who was told
}
