// How cases move between early help and social care over time, and how often the ladder of disagreement is
// used: counts, never names (W73, W134).
#include "pathway/step/dispute.html.h"
#include "pathway/step/pages.h"
#include "pathway/step/within.h"

enum { QUARTERS = 8 };

static Date quarter_begin(Date d) {
    int y, m, day;
    date_parts(d, &y, &m, &day);
    return date_make(y, (m - 1) / 3 * 3 + 1, 1);
}

// Of the last eight quarters the one that this instant is in, or NULL.
static QuarterCount *quarter_of(QuarterCount *q, Instant at) {
    Date d = date_of(at);
    for (size_t i = 0; i < QUARTERS; i++)
        if (d >= q[i].from && d < date_add_months(q[i].from, 3)) return &q[i];
    return NULL;
}

static void count_step(QuarterCount *q, const StepCount *s) {
    bool up = str_eq(s->direction, S("up")), yes = str_eq(s->state, S("accepted"));
    q->up += up;
    q->down += !up;
    q->up_accepted += up && yes;
    q->down_accepted += !up && yes;
    if (s->answered_at == NONE) return;
    q->answers++;
    q->waited += s->answered_at - s->proposed_at;
}

static void name_quarter(Arena *a, QuarterCount *q) {
    int y, m, day;
    date_parts(q->from, &y, &m, &day);
    static const char *const months[] = {"January to March", "April to June", "July to September",
                                         "October to December"};
    q->name = str_fmt(a, "%s %d", months[(m - 1) / 3], y);
    double days = q->answers ? (double)q->waited / (double)q->answers / 86400000.0 : 0;
    q->days = q->answers ? str_fmt(a, "%.1f", days) : S("–");
}

Reply counts_show(Ctx *c) {
    QuarterCount *q = arena_new(c->arena, QuarterCount, QUARTERS);
    Date newest = quarter_begin(c->today);
    for (int i = 0; i < QUARTERS; i++) q[i].from = date_add_months(newest, -3 * i);
    Instant since = instant_at(q[QUARTERS - 1].from, 0);
    StepCountList steps = steps_since(c->db, since);
    ClosureList closed = closures_since(c->db, since);
    for (size_t i = 0; i < steps.len; i++) {
        QuarterCount *in = quarter_of(q, steps.at[i].proposed_at);
        if (in) count_step(in, &steps.at[i]);
    }
    for (size_t i = 0; i < closed.len; i++) {
        QuarterCount *in = quarter_of(q, closed.at[i].closed_at);
        if (!in) continue;
        in->closed++;
        in->escalated += str_eq(closed.at[i].close_reason, S("escalated"));
    }
    for (size_t i = 0; i < QUARTERS; i++) name_quarter(c->arena, &q[i]);
    Buf out = {.arena = c->arena};
    step_counts_view(&out, q, QUARTERS, disputes_counted(c->db, since));
    return page(c, (Page){.title = S("Steps and disagreements"), .wide = true, .no_index = true}, &out);
}
