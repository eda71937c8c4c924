// Hiding small numbers, and proving that they stay hidden.
//
// Primary: small counts of people. Secondary: while a sensitive cell can be pinned down to fewer than
// `candidates` whole numbers, the cheapest printed cell linked with it is hidden too. What can be pinned down
// is found by attack (suppress_attack.c), so the answer is its own proof.
#include "plan/suppress.h"

#include <math.h>

static void *grown(Arena *a, const void *old, size_t len, size_t *room, size_t size) {
    if (len < *room) return (void *)(uintptr_t)old;
    *room = *room ? *room * 2 : 64;
    void *more = arena_alloc(a, size, _Alignof(max_align_t), *room);
    if (len) memcpy(more, old, len * size);
    return more;
}

size_t table_cell(Table *t, Cell c) {
    t->cell = grown(t->arena, t->cell, t->n_cells, &t->cells_room, sizeof *t->cell);
    t->cell[t->n_cells] = c;
    return t->n_cells++;
}

void table_link(Table *t, double low, double high, size_t n, const Term *terms) {
    t->link = grown(t->arena, t->link, t->n_links, &t->links_room, sizeof *t->link);
    Term *copy = arena_new(t->arena, Term, n);
    memcpy(copy, terms, n * sizeof *copy);
    t->link[t->n_links++] = (Link){low, high, n, copy};
}

void table_sum(Table *t, size_t total, const size_t *parts, size_t n) {
    double rest = t->cell[total].value, slack = 0;
    Term *terms = arena_new(t->arena, Term, n + 2);
    for (size_t i = 0; i < n; i++) {
        rest -= t->cell[parts[i]].value;
        terms[i] = (Term){parts[i], 1};
    }
    terms[n] = (Term){total, -1};
    if (t->cell[total].people && rest >= 1) {
        Cell left = {str_fmt(t->arena, "%.*s less its parts", STR_FMT(t->cell[total].name)), rest,
                     .people = true, .state = CELL_DERIVED};
        terms[n + 1] = (Term){table_cell(t, left), 1};
        n++;
    } else {
        slack = fabs(rest);
    }
    table_link(t, -slack, slack, n + 1, terms);
}

void table_running(Table *t, size_t before, size_t after) {
    double step = t->cell[after].value - t->cell[before].value;
    if (step < 0) return;    // a correction broke the run: nothing can be told
    Cell c = {str_fmt(t->arena, "%.*s less the quarter before", STR_FMT(t->cell[after].name)), step,
        .people = t->cell[after].people, .state = CELL_DERIVED};
    size_t d = table_cell(t, c);
    table_link(t, 0, 0, 3, (Term[]){{after, 1}, {before, -1}, {d, -1}});
}

void table_rate(Table *t, size_t count, size_t rate, double per, double base_low, double base_high) {
    if (per <= 0 || base_low <= 0) return;
    table_link(t, -HUGE_VAL, 0, 2, (Term[]){{count, 1}, {rate, -base_high / per}});
    table_link(t, 0, HUGE_VAL, 2, (Term[]){{count, 1}, {rate, -base_low / per}});
}

void table_share(Table *t, size_t share, double part, double whole) {
    if (whole <= 0) return;
    Str name = t->cell[share].name;
    Cell in = {str_fmt(t->arena, "people counted in %.*s", STR_FMT(name)), part, .people = true,
               .state = CELL_DERIVED};
    Cell out = {str_fmt(t->arena, "people not counted in %.*s", STR_FMT(name)), whole - part, .people = true,
        .state = CELL_DERIVED};
    size_t i = table_cell(t, in), o = table_cell(t, out);
    table_link(t, 0, 0, 2, (Term[]){{i, 1}, {share, -whole / 100}});
    table_link(t, whole, whole, 2, (Term[]){{i, 1}, {o, 1}});
}

bool cell_sensitive(const Table *t, const Cell *c) {
    return c->people && c->state != CELL_PUBLIC && c->value >= 1 && c->value < t->rules.threshold;
}

bool cell_hidden(const Cell *c) {
    return c->state == CELL_DERIVED || c->state == CELL_HELD || c->mark == MARK_PRIMARY ||
           c->mark == MARK_SECONDARY;
}

static void index_links(Table *t) {
    t->first = arena_new(t->arena, size_t, t->n_cells + 2);
    size_t n = 0;
    for (size_t l = 0; l < t->n_links; l++)
        for (size_t i = 0; i < t->link[l].len; i++, n++) t->first[t->link[l].at[i].cell + 2]++;
    for (size_t c = 2; c < t->n_cells + 2; c++) t->first[c] += t->first[c - 1];
    t->where = arena_new(t->arena, size_t, n + 1);
    for (size_t l = 0; l < t->n_links; l++)
        for (size_t i = 0; i < t->link[l].len; i++) t->where[t->first[t->link[l].at[i].cell + 1]++] = l;
}

static void mark_small(Table *t) {
    int to = t->rules.round_to > 1 ? t->rules.round_to : 1;
    for (size_t i = 0; i < t->n_cells; i++) {
        Cell *c = &t->cell[i];
        c->shown = c->value, c->mark = MARK_SHOWN;
        if (c->state == CELL_HELD || (c->state == CELL_OPEN && cell_sensitive(t, c))) c->mark = MARK_PRIMARY;
        else if (c->people && c->state == CELL_OPEN && to > 1) {
            c->shown = floor(c->value / to + 0.5) * to, c->grain = to;
            if (c->shown < 1 && c->value >= 1) c->mark = MARK_LOW;
        }
    }
}

static double cost(const Cell *c) {
    return (c->total ? 1e12 : 0) + (c->value == 0 ? 1e9 : c->people ? c->value : 0);
}

static void offer(const Table *t, size_t link, size_t *best) {
    for (size_t i = 0; i < t->link[link].len; i++) {
        const Cell *c = &t->cell[t->link[link].at[i].cell];
        if (c->state != CELL_OPEN || cell_hidden(c)) continue;
        if (*best == SIZE_MAX || cost(c) < cost(&t->cell[*best])) *best = (size_t)(c - t->cell);
    }
}

// The cheapest printed cell beside this one; else beside any hidden cell that it is linked with.
static size_t victim(const Table *t, size_t sensitive) {
    Arena *scratch = arena_open();
    size_t best = SIZE_MAX, n = 1, *queue = arena_new(scratch, size_t, t->n_cells);
    bool *seen = arena_new(scratch, bool, t->n_cells);
    queue[0] = sensitive, seen[sensitive] = true;
    for (size_t q = 0; q < n && best == SIZE_MAX; q++)
        for (size_t w = t->first[queue[q]]; w < t->first[queue[q] + 1]; w++) {
            const Link *l = &t->link[t->where[w]];
            offer(t, t->where[w], &best);
            for (size_t i = 0; i < l->len; i++) {
                size_t c = l->at[i].cell;
                if (!seen[c] && cell_hidden(&t->cell[c])) seen[c] = true, queue[n++] = c;
            }
        }
    arena_close(scratch);
    return best;
}

static bool pinned(const Table *t, size_t i, double *ret_low, double *ret_high) {
    Table seen = *t;
    seen.plain = t->cell[i].plain;
    suppress_attack(&seen, i, ret_low, ret_high);
    return floor(*ret_high + 1e-6) - ceil(*ret_low - 1e-6) + 1 < t->rules.candidates;
}

// Would what is public already pin it down, were nothing more printed at all?
static bool given_away(const Table *t, size_t i) {
    Table bare = *t;
    Arena *scratch = bare.arena = arena_open();
    bare.cell = arena_new(scratch, Cell, t->n_cells);
    memcpy(bare.cell, t->cell, t->n_cells * sizeof *bare.cell);
    for (size_t c = 0; c < t->n_cells; c++)
        if (bare.cell[c].state == CELL_OPEN && !cell_hidden(&bare.cell[c]))
            bare.cell[c].mark = MARK_SECONDARY;
    double low, high;
    bool told = pinned(&bare, i, &low, &high);
    arena_close(scratch);
    return told;
}

static bool protect(Table *t, size_t i) {
    double low, high;
    bool hid = false;
    Cell *c = &t->cell[i];
    while (!c->known_before && pinned(t, i, &low, &high)) {
        size_t v = given_away(t, i) ? SIZE_MAX : victim(t, i);
        if (v != SIZE_MAX) t->cell[v].mark = MARK_SECONDARY, hid = true;
        else if (c->plain) c->known_before = true;
        else c->plain = true;
    }
    return hid;
}

static size_t prove(Table *t) {
    size_t open = 0;
    for (size_t i = 0; i < t->n_cells; i++) {
        Cell *c = &t->cell[i];
        if (!cell_hidden(c) || (c->state == CELL_DERIVED && !cell_sensitive(t, c))) continue;
        bool told = pinned(t, i, &c->low, &c->high);
        if (told && cell_sensitive(t, c) && !c->known_before) open++;
    }
    return open;
}

size_t suppress(Table *t) {
    index_links(t);
    mark_small(t);
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < t->n_cells; i++)
            if (cell_hidden(&t->cell[i]) && cell_sensitive(t, &t->cell[i])) again |= protect(t, i);
    }
    return prove(t);
}
