// Goals, scored 0 to 10 by each person as time goes on: drawn, with the same figures in a table beside.
#include "base/dec.h"
#include "pathway/plan/case.h"
#include "pathway/plan/plan.html.h"
#include "web/chart.h"

typedef struct GoalForm {
    Str title, best, worst, proposal;
} GoalForm;
static const Field fields[] = {
    {FIELD(GoalForm, title), .label = S("What is to be different?"),
     .hint = S("In the child’s or the family’s own words: “I sleep in my own bed”"), .kind = TEXT,
     .required = true, .max = 200, .missing = S("Enter what is to be different")},
    {FIELD(GoalForm, worst), .label = S("What is 0?"), .hint = S("How it is when it is at its worst"),
     .kind = TEXT, .required = true, .max = 200, .missing = S("Enter what 0 is")},
    {FIELD(GoalForm, best), .label = S("What is 10?"), .hint = S("How it is when it is reached"),
     .kind = TEXT, .required = true, .max = 200, .missing = S("Enter what 10 is")},
    {FIELD(GoalForm, proposal), .kind = HIDDEN, .max = 20},
};
static const Form goal_form = {S("Add a goal"), S("Add the goal"), fields, COUNT(fields)};

static Reply adding(Ctx *c, bool save) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_ADD, &k, &no)) return no;
    GoalForm in = {.proposal = param(c->query, S("proposal"))};
    Filled f = form_blank(&goal_form, &in);
    if (save) form_take(c, &f, &in);
    const Proposal *asked;
    if (!proposal_asked(c, &k, in.proposal, &asked, &no)) return no;
    Buf before = {.arena = c->arena};
    proposal_before(c, asked, &before);
    if (!save || f.n_errors) return case_form(c, &k, "plan", &f, &before);
    int64_t id = goal_put(c->db, k.e->id, in.title, in.best, in.worst, c->now, c->actor.id);
    case_act(c, &k,
             (CaseAct){"goal.add", .title = str_fmt(c->arena, "Goal: %.*s", STR_FMT(in.title)),
                       .subject = "goal", .id = id});
    if (asked && !proposal_take(c, &k, asked, NONE, id)) return status_page(c, 409);
    return see_other_saying(c, S("The goal is in the plan. Now let each person score it"), "/work/goals/%lld",
                            (long long)id);
}

Reply goal_new(Ctx *c) { return adding(c, false); }
Reply goal_new_save(Ctx *c) { return adding(c, true); }

// ---- one goal ---------------------------------------------------------------------------------------------

typedef struct ScoreForm {
    Str who, score, why, on;
} ScoreForm;
static const Field score_fields[] = {
    {FIELD(ScoreForm, who), .label = S("Who says so?"), .hint = S("The same words each time: “Omar”"),
     .kind = TEXT, .required = true, .max = 60, .missing = S("Enter who says so")},
    {FIELD(ScoreForm, score), .label = S("Where is it, from 0 to 10?"), .kind = NUMBER, .required = true,
     .width = 2, .missing = S("Enter a whole number from 0 to 10")},
    {FIELD(ScoreForm, why), .label = S("What makes it so?"), .hint = S("In their words"), .kind = TEXTAREA,
     .max = 500},
    {FIELD(ScoreForm, on), .label = S("When?"), .hint = S("Today, if you leave it empty"), .kind = DATE},
};
static const Form score_form = {S("Write a score down"), S("Keep the score"), score_fields,
                                COUNT(score_fields)};

// "5 Jun" of 2014-06-05: the year stands below.
static Str day_short(Arena *a, Str iso) {
    Str text = day_text(a, iso), rest = text, day = str_cut(&rest, S(" ")), month = str_cut(&rest, S(" "));
    return month.len < 3 ? text : str_fmt(a, "%.*s %.3s", STR_FMT(day), month.at);
}

// One person's scores as a line over time.
static Html drawn(Ctx *c, const Goal *g, const ScoreList *all, size_t from, size_t to) {
    Str who = all->at[from].who;
    Chart chart = chart_of(str_fmt(c->arena, "What %.*s says", STR_FMT(who)),
                           str_fmt(c->arena,
                                   "Scores of the goal “%.*s” by %.*s, 0 to 10. The table has the "
                                   "same figures.",
                                   STR_FMT(g->title), STR_FMT(who)),
                           S("Day"), S("Score"));
    ChartPoint *at = arena_new(c->arena, ChartPoint, to - from);
    for (size_t i = from; i < to; i++)
        at[i - from] =
            (ChartPoint){.label = day_short(c->arena, all->at[i].on_day),
                         .group = (Str){all->at[i].on_day.at, 4},
                         .value = all->at[i].score * DEC_ONE};
    chart.point = S("Score");
    chart.top = 10;
    chart.id = str_fmt(c->arena, "goal-%lld-%zu", (long long)g->id, from);
    chart.kind = CHART_LINE;
    chart.target = 10 * DEC_ONE;
    chart.target_text = S("Reached: 10");
    chart.len = to - from;
    chart.at = at;
    return chart_html(c->arena, &chart);
}

GoalPage goal_page_of(Ctx *c, const Case *k, const Goal *g) {
    GoalPage p = {.k = k, .goal = g, .scores = score_all(c->db, g->id)};
    p.charts = arena_new(c->arena, Html, p.scores.len + 1);
    for (size_t from = 0, to; from < p.scores.len; from = to) {
        for (to = from + 1; to < p.scores.len && str_eq(p.scores.at[to].who, p.scores.at[from].who);) to++;
        if (to - from > 1) p.charts[p.n_charts++] = drawn(c, g, &p.scores, from, to);
    }
    return p;
}

static Reply goal_reply(Ctx *c, const Case *k, const Goal *g, const Filled *f) {
    GoalPage p = goal_page_of(c, k, g);
    p.form = f;
    if (record_shows(k->record, "view"))
        p.asked = proposal_behind(proposal_all(c->db, k->e->id), NONE, g->id);
    Buf out = {.arena = c->arena};
    goal_view(&out, c, &p);
    Reply r = case_page(c, k, "plan", f->n_errors ? S("Error: A goal") : S("A goal"), &out);
    r.status = f->n_errors ? 422 : 200;
    return r;
}

static bool goal_open(Ctx *c, CaseNeed need, Case *k, const Goal **ret, Reply *no) {
    *ret = goal_find(c->db, part_int(c, 0));
    if (!*ret) return *no = status_page(c, 404), false;
    return case_open(c, (*ret)->episode_id, need, k, no);
}

Reply goal_show(Ctx *c) {
    Case k;
    Reply no;
    const Goal *g;
    if (!goal_open(c, CASE_READ, &k, &g, &no)) return no;
    Filled f = form_blank(&score_form, NULL);
    return goal_reply(c, &k, g, &f);
}

Reply goal_score(Ctx *c) {
    Case k;
    Reply no;
    const Goal *g;
    if (!goal_open(c, CASE_ADD, &k, &g, &no)) return no;
    ScoreForm in = {0};
    Filled f = form_read(c, &score_form, &in);
    int64_t score = -1;
    if (in.score.len && (!str_int(in.score, &score) || score < 0 || score > 10))
        form_wrong(&f, "score", S("Enter a whole number from 0 to 10"));
    if (in.on.len && case_day_of(in.on) != DATE_NONE && case_day_of(in.on) > c->today)
        form_wrong(&f, "on", S("That day is still to come: enter today or an earlier one"));
    if (f.n_errors) return goal_reply(c, &k, g, &f);
    Str on = in.on.len ? in.on : date_iso(c->arena, c->today);
    int64_t id = score_put(c->db, g->id, in.who, score, case_words(in.why), on, c->now, c->actor.id);
    case_act(c, &k,
             (CaseAct){"goal.score", .subject = "goal", .id = id, .body = in.why,
                       .title = str_fmt(c->arena, "%.*s scores “%.*s”: %lld of 10", STR_FMT(in.who),
                                        STR_FMT(g->title), (long long)score)});
    return see_other_saying(c, S("The score is kept"), "/work/goals/%lld", (long long)g->id);
}
