// Where each of a family stands in its picture: a row a generation, who lives together side by side, couples
// next to each other, children under their parents.
#include "people/family/picture.h"

bool family_raises(const FamilyTie *t) {
    const TieKind *k = tie_kind(t->kind);
    return k && k->up == 1 && k->raises;
}

bool family_couple(const FamilyTie *t) {
    return str_eq(t->kind, S("spouse")) || str_eq(t->kind, S("partner"));
}

typedef struct Line {    // one row: places in Family.at
    size_t n, at[FAMILY_MOST];
} Line;

// In the middle of those above who bring this one up; far right when none of them is drawn.
static int under(const Family *f, const Member *m) {
    int sum = 0, n = 0;
    for (size_t i = 0; i < f->n_ties; i++) {
        const Member *up = family_member(f, f->tie[i].first);
        if (f->tie[i].second != m->who.id || !family_raises(&f->tie[i]) || !up) continue;
        sum += up->x;
        n++;
    }
    return n ? sum / n : FAMILY_MOST * COLUMN;
}

static bool stands_before(const Family *f, const Member *a, const Member *b) {
    if (a->home != b->home) return a->home;
    int ua = under(f, a), ub = under(f, b);
    if (ua != ub) return ua < ub;
    return str_cmp(a->who.born_on, b->who.born_on) < 0;
}

static void sort_line(const Family *f, Line *l) {
    for (size_t i = 1; i < l->n; i++)
        for (size_t k = i; k > 0 && stands_before(f, &f->at[l->at[k]], &f->at[l->at[k - 1]]); k--) {
            size_t other = l->at[k];
            l->at[k] = l->at[k - 1];
            l->at[k - 1] = other;
        }
}

static bool brings_up(const Family *f, int64_t person, int64_t child) {
    for (size_t i = 0; i < f->n_ties; i++)
        if (family_raises(&f->tie[i]) && f->tie[i].first == person && f->tie[i].second == child) return true;
    return false;
}

// Whether the two are a couple, or bring up one child.
static bool pair(const Family *f, int64_t a, int64_t b) {
    for (size_t i = 0; i < f->n_ties; i++) {
        const FamilyTie *t = &f->tie[i];
        bool both = (t->first == a && t->second == b) || (t->first == b && t->second == a);
        if (family_couple(t) && both) return true;
        if (family_raises(t) && t->first == a && brings_up(f, b, t->second)) return true;
    }
    return false;
}

// Who belongs to the one at `i` comes next to them; within a household where that can be.
static void join_pairs(const Family *f, Line *l) {
    for (size_t i = 0; i + 1 < l->n; i++)
        for (size_t k = i + 2; k < l->n; k++) {
            const Member *a = &f->at[l->at[i]], *b = &f->at[l->at[k]];
            if (a->home != b->home || !pair(f, a->who.id, b->who.id)) continue;
            size_t moved = l->at[k];
            for (size_t n = k; n > i + 1; n--) l->at[n] = l->at[n - 1];
            l->at[i + 1] = moved;
            break;
        }
}

static void place(Family *f, const Line *l, int y, int widest) {
    int left = EDGE + (widest - (int)l->n) * COLUMN / 2;
    for (size_t i = 0; i < l->n; i++) {
        f->at[l->at[i]].x = left + (int)i * COLUMN;
        f->at[l->at[i]].y = y;
    }
}

static Line line_of(const Family *f, int generation) {
    Line l = {0};
    for (size_t i = 0; i < f->n; i++)
        if (f->at[i].generation == generation) l.at[l.n++] = i;
    return l;
}

void family_layout(Family *f, int *ret_width, int *ret_height) {
    int widest = 1, rows = 0;
    for (int g = -FAMILY_MOST; g <= FAMILY_MOST; g++) {
        Line l = line_of(f, g);
        if ((int)l.n > widest) widest = (int)l.n;
    }
    for (int g = -FAMILY_MOST; g <= FAMILY_MOST; g++) {
        Line l = line_of(f, g);
        if (!l.n) continue;
        sort_line(f, &l);
        join_pairs(f, &l);
        place(f, &l, EDGE + rows++ * ROW, widest);
    }
    *ret_width = (widest - 1) * COLUMN + 2 * EDGE;
    *ret_height = (rows - 1) * ROW + 2 * EDGE + SYMBOL;
}
