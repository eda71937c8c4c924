// Made-up measures in bulk, one transaction: 15 objectives, a walk of percentages for each measure, a target
// a year.
#include "base/dec.h"
#include "plan/demo.h"
#include "plan/demo.sql.h"
#include "plan/period.h"

enum { STRATEGIC = 5, OPERATIONAL = 15, FIRST_YEAR = 2005 };

typedef struct Demo {
    Arena *arena;
    Db *db;
    uint64_t random;
    Instant now;
    int64_t objective[OPERATIONAL];
    int64_t n_periods;
    int64_t *period;
    bool *is_year;                         // a whole year's outturn, not a quarter
    Str *year;
} Demo;

// splitmix64
static uint64_t next(Demo *d) {
    uint64_t z = d->random += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static void make_objectives(Demo *d) {
    int64_t plan =
        demo_plan(d->db, S("demo"), S("A made-up plan for measuring"), FIRST_YEAR, FIRST_YEAR + 50);
    int64_t set = demo_set(d->db, plan, S("demo"), S("Made-up objectives")), above = NONE;
    for (int i = 0; i < OPERATIONAL; i++) {
        int s = i / (OPERATIONAL / STRATEGIC) + 1;
        if (i % (OPERATIONAL / STRATEGIC) == 0)
            above = demo_objective(d->db, set, str_fmt(d->arena, "demo-S%d", s), S("strategic"), NONE, s,
                                   s * 10, str_fmt(d->arena, "Strategic objective %d", s));
        d->objective[i] =
            demo_objective(d->db, set, str_fmt(d->arena, "demo-O%d", i + 1), S("operational"), above, i + 1,
                           s * 10 + i % 3 + 1, str_fmt(d->arena, "Operational objective %d", i + 1));
    }
}

static void make_period(Demo *d, Str code) {
    Period p;
    if (!period_parse(code, &p)) return;
    demo_period(d->db, code, p.kind, p.year, p.quarter, date_iso(d->arena, p.starts),
                date_iso(d->arena, p.ends));
    d->period[d->n_periods] = demo_period_id(d->db, code);
    d->is_year[d->n_periods] = p.quarter == 0;
    d->year[d->n_periods] = p.year;
    d->n_periods++;
}

static void make_periods(Demo *d, int64_t quarters) {
    int64_t most = quarters + quarters / 4 + 2;
    d->period = arena_new(d->arena, int64_t, (size_t)most);
    d->is_year = arena_new(d->arena, bool, (size_t)most);
    d->year = arena_new(d->arena, Str, (size_t)most);
    for (int64_t q = 0; q < quarters; q++) {
        Str year = year_make(d->arena, FIRST_YEAR + (int)(q / 4));
        make_period(d, quarter_code(d->arena, year, (int)(q % 4) + 1));
        if (q % 4 == 3) make_period(d, year);
    }
}

static Str percent(Buf *b, Dec value) {
    b->len = 0;
    dec_put(b, value, 1);
    buf_byte(b, '%');
    return buf_str(b);
}

static void make_figures(Demo *d, int64_t measure, Buf *raw) {
    Dec value = (Dec)(next(d) % 900 + 50) * (DEC_ONE / 10);
    for (int64_t i = 0; i < d->n_periods; i++) {
        value += ((Dec)(next(d) % 41) - 20) * (DEC_ONE / 10);
        value = value < 0 ? 0 : value > 100 * DEC_ONE ? 100 * DEC_ONE : value;
        demo_observation(d->db, measure, d->period[i], percent(raw, value), value, d->now);
        if (d->is_year[i]) demo_target(d->db, measure, d->year[i], value, buf_str(raw));
    }
}

static void make_measure(Demo *d, Arena *scratch, int64_t i, int64_t measures) {
    Str code = str_fmt(scratch, "D %05lld", (long long)i + 1),
        slug = str_fmt(scratch, "d-%05lld", (long long)i + 1);
    int64_t measure = demo_measure(d->db, code, slug, d->objective[i * OPERATIONAL / measures], i + 1,
        S("A made-up measure, to see how pages grow."));
    demo_version(d->db, measure,
                 str_fmt(scratch, "Made-up measure %lld of something that matters", (long long)i + 1),
                 next(d) % 2 ? S("higher") : S("lower"));
    Buf raw = {.arena = scratch};
    make_figures(d, measure, &raw);
}

Str demo_fill(Arena *a, Db *db, int64_t measures, int64_t quarters, uint64_t seed, Instant now) {
    Demo d = {.arena = a, .db = db, .random = seed, .now = now};
    db_use(db, a);
    db_begin(db);
    if (demo_there(db, S("demo")) > 0) {
        db_rollback(db);
        return S("There is a made-up plan in this database already. Use a fresh one.");
    }
    make_objectives(&d);
    make_periods(&d, quarters);
    Arena *scratch = arena_open();
    for (int64_t i = 0; i < measures && !db_fault(db).at; i++) {
        make_measure(&d, scratch, i, measures);
        arena_reset(scratch);
    }
    arena_close(scratch);
    Str fault = db_fault(db);
    if (!fault.at && db_commit(db)) return (Str){0};
    fault = str_copy(a, db_fault(db).at ? db_fault(db) : S("it could not be committed"));
    db_rollback(db);
    return str_fmt(a, "The database refused: %.*s. Nothing was changed.", STR_FMT(fault));
}
