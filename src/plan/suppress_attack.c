// What a careful reader can work out: the least and the most that a hidden cell can be, given every printed
// cell and every link. It is a linear programme over the cells that hang together with it. The truth is one
// solution, so the simplex starts there (differences from the truth, all limits at or above nought) and needs
// no first phase.
#include "plan/suppress.h"

#include <math.h>

static const double tiny = 1e-9;

typedef struct Near {                      // the cells of unknown value that hang together
    const Table *t;
    size_t n, n_rows;
    size_t *cell;                          // the n of them
    size_t *place;                         // cell -> its place among them + 1, or 0
} Near;

// What a reader knows of a cell by itself.
static void alone(const Table *t, const Cell *c, double *ret_low, double *ret_high) {
    *ret_low = 0, *ret_high = HUGE_VAL;
    if (c->mark == MARK_LOW) *ret_low = 1, *ret_high = floor((t->rules.round_to - 1) / 2.0);
    else if (c->state == CELL_DERIVED || c->mark == MARK_SECONDARY) return;
    else if (c->mark == MARK_PRIMARY && !t->plain && cell_sensitive(t, c))
        *ret_low = 1, *ret_high = t->rules.threshold - 1;
    else if (!cell_hidden(c)) {
        double half = c->grain > 1 || (c->grain > 0 && c->grain < 1) || !c->people ? c->grain / 2 : 0;
        *ret_low = c->shown - half, *ret_high = c->shown + half;
    }
}

static void take(Near *near, size_t c) {
    double low, high;
    alone(near->t, &near->t->cell[c], &low, &high);
    if (near->place[c] || high - low < tiny) return;             // an exact figure is a constant
    near->cell[near->n++] = c;
    near->place[c] = near->n;
}

static Near near_to(const Table *t, size_t cell) {
    Near near = {t, .cell = arena_new(t->arena, size_t, t->n_cells),
                 .place = arena_new(t->arena, size_t, t->n_cells)};
    near.cell[near.n++] = cell;
    near.place[cell] = 1;
    for (size_t q = 0; q < near.n; q++)
        for (size_t w = t->first[near.cell[q]]; w < t->first[near.cell[q] + 1]; w++, near.n_rows += 2)
            for (size_t i = 0; i < t->link[t->where[w]].len; i++)
                take(&near, t->link[t->where[w]].at[i].cell);
    near.n_rows += 2 * near.n;
    return near;
}

// A dictionary: rows of "basic = limit - sum of others". Each cell's difference from the truth is two
// columns, up and down, since it may go either way.
typedef struct Dictionary {
    size_t rows, columns;
    double *at;    // (rows + 1) x (columns + 1); the last row is the goal, column 0 the limits
    size_t *basic, *other;
} Dictionary;

static double *row(const Dictionary *d, size_t r) { return d->at + r * (d->columns + 1); }

static double *add_row(Dictionary *d, double limit) {
    double *r = row(d, d->rows++);
    r[0] = limit > 0 ? limit : 0;    // figures that contradict each other: no room
    return r;
}

static void set(double *r, size_t place, double times) {
    r[2 * place - 1] += times;
    r[2 * place] -= times;
}

static void add_link(Dictionary *d, const Near *near, const Link *l) {
    double truth = 0;
    for (size_t i = 0; i < l->len; i++) {
        const Cell *c = &near->t->cell[l->at[i].cell];
        truth += l->at[i].times * (near->place[l->at[i].cell] ? c->value : c->shown);
    }
    for (int side = -1; side <= 1; side += 2) {
        double limit = side > 0 ? l->high - truth : truth - l->low;
        if (limit == HUGE_VAL) continue;
        double *r = add_row(d, limit);
        for (size_t i = 0; i < l->len; i++)
            if (near->place[l->at[i].cell]) set(r, near->place[l->at[i].cell], side * l->at[i].times);
    }
}

static Dictionary dictionary(const Near *near) {
    const Table *t = near->t;
    Dictionary d = {.columns = 2 * near->n};
    d.at = arena_new(t->arena, double, (near->n_rows + 1) * (d.columns + 1));
    bool *done = arena_new(t->arena, bool, t->n_links + 1);
    for (size_t i = 0; i < near->n; i++) {
        double low, high;
        const Cell *c = &t->cell[near->cell[i]];
        alone(t, c, &low, &high);
        set(add_row(&d, c->value - low), i + 1, -1);
        if (high != HUGE_VAL) set(add_row(&d, high - c->value), i + 1, 1);
        for (size_t w = t->first[near->cell[i]]; w < t->first[near->cell[i] + 1]; w++) {
            if (!done[t->where[w]]) add_link(&d, near, &t->link[t->where[w]]);
            done[t->where[w]] = true;
        }
    }
    d.basic = arena_new(t->arena, size_t, d.rows + 1);
    d.other = arena_new(t->arena, size_t, d.columns + 1);
    for (size_t r = 0; r < d.rows; r++) d.basic[r] = d.columns + 1 + r;
    for (size_t c = 1; c <= d.columns; c++) d.other[c] = c;
    return d;
}

static void pivot(Dictionary *d, size_t pr, size_t pc) {
    double *p = row(d, pr), by = 1 / p[pc];
    for (size_t c = 0; c <= d->columns; c++) p[c] *= c == pc ? 1 : by;
    for (size_t r = 0; r <= d->rows; r++) {
        double *q = row(d, r), times = q[pc];
        if (r == pr || fabs(times) < tiny) continue;
        for (size_t c = 0; c <= d->columns; c++)
            if (c != pc) q[c] -= times * p[c];
        q[pc] = -times * by;
    }
    p[pc] = by;
    size_t swap = d->basic[pr];
    d->basic[pr] = d->other[pc], d->other[pc] = swap;
}

// Bland's choice, which cannot go round in circles: the lowest-numbered column that helps, and of the rows
// that stop it first the lowest-numbered.
static size_t entering(const Dictionary *d) {
    size_t best = 0;
    for (size_t c = 1; c <= d->columns; c++)
        if (row(d, d->rows)[c] > tiny && (!best || d->other[c] < d->other[best])) best = c;
    return best;
}

static size_t leaving(const Dictionary *d, size_t pc) {
    size_t best = SIZE_MAX;
    double least = HUGE_VAL;
    for (size_t r = 0; r < d->rows; r++) {
        if (row(d, r)[pc] <= tiny) continue;
        double ratio = row(d, r)[0] / row(d, r)[pc];
        if (best == SIZE_MAX || ratio < least - tiny ||
            (ratio < least + tiny && d->basic[r] < d->basic[best]))
            best = r, least = ratio;
    }
    return best;
}

// How far the first cell can go up (way 1) or down (way -1) from the truth.
static double furthest(const Near *near, int way) {
    Dictionary d = dictionary(near);
    double *goal = row(&d, d.rows);
    goal[1] = way, goal[2] = -way;
    for (size_t c; (c = entering(&d));) {
        size_t r = leaving(&d, c);
        if (r == SIZE_MAX) return HUGE_VAL;
        pivot(&d, r, c);
    }
    return -goal[0];
}

void suppress_attack(const Table *t, size_t cell, double *ret_low, double *ret_high) {
    Table mine = *t;
    mine.arena = arena_open();
    Near near = near_to(&mine, cell);
    double value = t->cell[cell].value;
    *ret_low = value - furthest(&near, -1);
    *ret_high = value + furthest(&near, 1);
    arena_close(mine.arena);
}
