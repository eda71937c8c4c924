// A year's target: proposed by a role, with a reason, and agreed by somebody in Kith. What it was stays on
// record.
#include "plan/edit/measures.html.h"
#include "plan/edit/pages.h"

typedef struct Target {
    Str kind, figure, reason, author, agreed, seen;
} Target;
static const Choice kinds[] = {
    {S("figure"), S("A figure to reach"), S("Enter it below")},
    {S("better_than_last_year"), S("Better than the year before"), {0}},
    {S("higher_than_last_year"), S("Higher than the year before"), {0}},
    {S("reduce"), S("Lower than the year before"), {0}},
    {S("monitor"), S("None to reach: to monitor and review"), {0}},
    {S("none"), S("No target"), {0}},
};
static const Str printed[][2] = {
    {S("better_than_last_year"), S("Better than previous year")},
    {S("higher_than_last_year"), S("Higher than previous year")},
    {S("reduce"), S("To reduce")},
    {S("monitor"), S("To monitor and review")},
    {S("none"), S("~")},
};
static const Field fields[] = {
    {FIELD(Target, kind), .label = S("What is it to reach?"), .kind = RADIOS, .required = true,
     .choices = kinds,
     .n_choices = COUNT(kinds), .missing = S("Choose what it is to reach")},
    {FIELD(Target, figure), .label = S("The figure"), .kind = DECIMAL, .width = 10,
     .hint = S("Only for a figure to reach, without its unit: 80 or 21.6")},
    {FIELD(Target, reason), .label = S("Why this much"), .kind = TEXTAREA, .required = true, .max = 1000,
     .hint = S("Readers see this beside the target"), .missing = S("Say why this much")},
    {FIELD(Target, author), .label = S("Who proposes it"), .kind = TEXT, .required = true, .max = 120,
     .hint = S("As a role, like “service manager”"), .missing = S("Enter the role of whoever proposes it")},
    {FIELD(Target, agreed), .label = S("Is it agreed?"), .kind = YESNO, .required = true,
     .hint = S("Yes puts your name and the day to it"), .missing = S("Say whether it is agreed")},
    EDIT_SEEN(Target),
};
static const Form form = {S("Set a target"), S("Save"), fields, COUNT(fields)};

static Str figure_text(Arena *a, const EditTarget *t, int64_t decimals) {
    Buf b = {.arena = a};
    if (!t || t->value == NONE) return S("");
    int least = (int)decimals;
    while (least < 6 && dec_round(t->value, least) != t->value) least++;
    dec_put(&b, t->value, least);
    return buf_str(&b);
}

static Target held(Arena *a, const EditMeasure *m, const EditTarget *t) {
    if (!t) return (Target){0};
    return (Target){t->kind, figure_text(a, t, m->decimals), edit_held(t->reason), edit_held(t->author),
                    edit_yes(t->approved_at != NONE), {0}};
}

// The measure and the year of the address: any year, for a target may be agreed before its year is open.
static const EditMeasure *asked(Ctx *c, Str *ret_year) {
    const EditMeasure *m = edit_measure_asked(c);
    *ret_year = year_from_path(c->arena, c->part[1]);
    int first;
    bool sane = ret_year->at && year_parse(*ret_year, &first) && first >= 1990 && first < 2100;
    return sane ? m : NULL;
}

static Edit begin(Ctx *c, const EditMeasure *m, Str year, const EditTarget *t, Target *now) {
    *now = held(c->arena, m, t);
    Edit e = edit_measure_begin(c, m, &form, now);
    e.caption = str_fmt(c->arena, "Year %.*s. %.*s", STR_FMT(year), STR_FMT(e.caption));
    Buf before = {.arena = c->arena};
    target_before_view(&before, c, t, t ? edit_target_revisions(c->db, t->id) : (EditRevisionList){0},
                       edit_effects(c->db, m->id, m->slug), year);
    e.before = html_of(&before);
    return e;
}

// From the year that was chosen on the measure's page to its own address.
Reply measure_target_ask(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    Str year = str_trim(param(c->query, S("year")));
    int first;
    if (!m) return status_page(c, 404);
    if (!year_parse(year, &first))
        return edit_measure_done(c, m, S("Enter the year of the target like 2014/15"));
    return see_other(c, "/office/measures/%.*s/targets/%.*s", STR_FMT(m->slug),
                     STR_FMT(year_in_path(c->arena, year)));
}

Reply measure_target(Ctx *c) {
    Str year;
    Target now;
    const EditMeasure *m = asked(c, &year);
    if (!m) return status_page(c, 404);
    Edit e = begin(c, m, year, edit_target(c->db, m->id, year), &now);
    return edit_reply(c, &e);
}

static void check_kind(Filled *f, const EditMeasure *m, const Target *in, bool wanted) {
    if (wanted && !in->figure.len) form_wrong(f, "figure", S("Enter the figure to reach, like 80 or 21.6"));
    if (!wanted && in->figure.len && in->kind.len)
        form_wrong(f, "figure", S("A figure belongs to “A figure to reach”: empty it, or choose that"));
    if (wanted && str_eq(m->polarity, S("watched")))
        form_wrong(f, "kind", S("This measure is watched: no direction is good, so no figure can be reached. "
                                "Choose to monitor and review, or change its definition first"));
}

static void check(Filled *f, const EditMeasure *m, const Target *in, Dec *ret, int *ret_decimals) {
    bool wanted = str_eq(in->kind, S("figure")), percent = str_eq(m->kind, S("percentage"));
    check_kind(f, m, in, wanted);
    if (!wanted || !dec_parse(in->figure, ret, ret_decimals)) return;
    if (percent && (*ret < 0 || *ret > 100 * DEC_ONE))
        form_wrong(f, "figure", S("A percentage must be from 0 to 100"));
}

static Str raw_of(Arena *a, const EditMeasure *m, const Target *in, Dec value, int decimals) {
    for (size_t i = 0; i < COUNT(printed); i++)
        if (str_eq(printed[i][0], in->kind)) return printed[i][1];
    Buf b = {.arena = a};
    dec_put_grouped(&b, value, decimals > m->decimals ? decimals : (int)m->decimals);
    if (str_eq(m->kind, S("percentage"))) buf_byte(&b, '%');
    return buf_str(&b);
}

static void save(Ctx *c, const EditMeasure *m, Str year, const EditTarget *t, const Target *in, Str raw,
                 Dec value) {
    bool agreed = str_eq(in->agreed, S("yes"));
    int64_t at = agreed ? c->now : NONE, by = agreed ? c->actor.id : NONE;
    if (!t) {
        edit_target_add(c->db, m->id, year, in->kind, value, raw, in->author, in->reason, at, by);
        return;
    }
    edit_target_revise(c->db, t->id, raw, c->now, c->actor.id, in->reason);
    edit_target_save(c->db, t->id, in->kind, value, raw, in->author, in->reason, at, by);
}

Reply measure_target_save(Ctx *c) {
    Str year;
    Target now, in = {0};
    const EditMeasure *m = asked(c, &year);
    if (!m) return status_page(c, 404);
    const EditTarget *t = edit_target(c->db, m->id, year);
    Edit e = begin(c, m, year, t, &now);
    Dec value = NONE;
    int decimals = 0;
    bool taken = edit_take(c, &e, &in);
    check(&e.f, m, &in, &value, &decimals);
    if (!taken || e.f.n_errors) return edit_reply(c, &e);
    if (!edit_audit(c, "target.set", "measure", m->id, &form, &now, &in))
        return edit_measure_done(c, m, S("Nothing was changed"));
    EDIT_KEPT(c, "targets.csv", m->code, year);
    Str raw = raw_of(c->arena, m, &in, value, decimals);
    save(c, m, year, t, &in, raw, value);
    return edit_measure_done(c, m, str_fmt(c->arena, "The target for %.*s is %.*s", STR_FMT(year),
                                           STR_FMT(str_eq(raw, S("~")) ? S("none") : raw)));
}
