// The office's measures: finding one, what it is now, who answers for it, whether it is kept.
#include "plan/edit/measures.html.h"
#include "plan/edit/pages.h"
#include "plan/trace.h"

// ---- what the pages of a measure share --------------------------------------------------------------------

const EditMeasure *edit_measure_asked(Ctx *c) {
    edit_turn(c);
    return edit_measure(c->db, c->part[0]);
}

Str edit_line_name(Arena *a, Str code, int64_t code_is_shown, Str title, Str label) {
    return line_named(a, code_is_shown, code, title, label);
}

Str edit_measure_name(Arena *a, const EditMeasure *m) {
    return line_named(a, m->code_is_shown, m->code, m->title, m->line_label);
}

Url edit_measure_url(Arena *a, const EditMeasure *m, const char *tail) {
    return url_path(a, "/office/measures/%.*s/%s", STR_FMT(m->slug), tail);
}

const char *edit_drop(Arena *a, const char *what, int64_t id) {
    return str_c(a, str_fmt(a, "%s/%lld/drop", what, (long long)id));
}

Edit edit_measure_begin(Ctx *c, const EditMeasure *m, const Form *form, const void *now) {
    Crumb measures = {S("Measures"), url_path(c->arena, "/office/measures")};
    Edit e = edit_begin(c, form, now, measures);
    e.caption = edit_measure_name(c->arena, m);
    e.page.crumbs[2] = (Crumb){e.caption, edit_measure_url(c->arena, m, "change")};
    e.page.title = str_fmt(c->arena, "%.*s – %.*s", STR_FMT(form->title), STR_FMT(e.caption));
    return e;
}

Reply edit_measure_done(Ctx *c, const EditMeasure *m, Str said) {
    return see_other_saying(c, said, "%.*s", STR_FMT(edit_measure_url(c->arena, m, "change").text));
}

Choices edit_picks(Arena *a, EditPickList picks) {
    Choice *at = arena_new(a, Choice, picks.len + 1);
    for (size_t i = 0; i < picks.len; i++)
        at[i] = (Choice){.value = picks.at[i].code, .label = picks.at[i].title};
    return (Choices){picks.len, at};
}

Str edit_period_part(Arena *a, Str code) {
    Str part = str_copy(a, code);
    ptrdiff_t slash = str_find(part, S("/"));
    if (slash >= 0) ((char *)(uintptr_t)part.at)[slash] = '-';
    return part;
}

Str edit_period_from(Arena *a, Str part) {
    Str code = str_copy(a, part);
    ptrdiff_t dash = str_find(code, S("-"));
    if (dash >= 0) ((char *)(uintptr_t)code.at)[dash] = '/';
    return code;
}

Str edit_period_words(Arena *a, Str code) {
    Period p;
    if (!period_parse(code, &p)) return code;
    if (p.quarter) return str_fmt(a, "Quarter %d of %.*s", p.quarter, STR_FMT(p.year));
    if (str_eq(p.kind, S("academic"))) return str_fmt(a, "Academic year %.*s", STR_FMT(p.year));
    return str_fmt(a, "Year %.*s", STR_FMT(p.year));
}

// ---- the list ---------------------------------------------------------------------------------------------

static const Choice states[] = {{S("kept"), S("Kept"), {0}}, {S("ended"), S("Ended"), {0}},
                                {S("hidden"), S("Not for the public"), {0}}};

static bool has_words(Str text, Str words) {
    for (size_t i = 0; words.len <= text.len && i <= text.len - words.len; i++)
        if (str_eq_fold((Str){text.at + i, words.len}, words)) return true;
    return words.len == 0;
}

static bool state_fits(const EditLine *l, Str state) {
    if (str_eq(state, S("kept"))) return !l->ended_on.at;
    if (str_eq(state, S("ended"))) return l->ended_on.at != NULL;
    return !str_eq(state, S("hidden")) || !l->is_public;
}

static bool fits(const EditLine *l, const FindMeasures *f) {
    if (f->objective.len && !str_eq(l->objective, f->objective) && !str_eq(l->above, f->objective))
        return false;
    if (f->responsible.len && !str_eq(l->responsible, f->responsible)) return false;
    if (!state_fits(l, f->state)) return false;
    return has_words(l->code, f->q) || has_words(l->title, f->q) || has_words(l->line_label, f->q);
}

// Names stand for themselves in this filter, so that an address reads well.
static Choices by_name(Arena *a, EditPickList picks) {
    Choice *at = arena_new(a, Choice, picks.len + 1);
    for (size_t i = 0; i < picks.len; i++)
        at[i] = (Choice){.value = picks.at[i].title, .label = picks.at[i].title};
    return (Choices){picks.len, at};
}

Reply measures_office(Ctx *c) {
    EditLineList all = edit_measures(c->db);
    MeasureRows rows = {
        .find = {str_trim(param(c->query, S("q"))), param(c->query, S("objective")),
                 param(c->query, S("responsible")), param(c->query, S("state"))},
        .objectives = edit_picks(c->arena, edit_objectives(c->db)),
        .responsibles = by_name(c->arena, edit_responsibles(c->db)),
        .states = {COUNT(states), states},
        .total = all.len,
        .at = arena_new(c->arena, const EditLine *, all.len + 1),
    };
    for (size_t i = 0; i < all.len; i++)
        if (fits(&all.at[i], &rows.find)) rows.at[rows.len++] = &all.at[i];
    Buf out = {.arena = c->arena};
    measures_view(&out, c, &rows);
    Page p = {.title = S("Measures"), .no_index = true, .wide = true};
    p.crumbs[0] = (Crumb){S("Office"), url_path(c->arena, "/office")};
    return page(c, p, &out);
}

// ---- one measure ------------------------------------------------------------------------------------------

Reply measure_change(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m) return status_page(c, 404);
    Buf out = {.arena = c->arena};
    measure_view(&out, c, m, edit_versions(c->db, m->id), edit_targets(c->db, m->id));
    measure_said_view(&out, c, m, edit_breaks(c->db, m->id), edit_comments(c->db, m->id),
                      edit_notes(c->db, m->id));
    Page p = {.title = edit_measure_name(c->arena, m), .no_index = true};
    p.crumbs[0] = (Crumb){S("Office"), url_path(c->arena, "/office")};
    p.crumbs[1] = (Crumb){S("Measures"), url_path(c->arena, "/office/measures")};
    return page(c, p, &out);
}

typedef struct About {
    Str objective, responsible, explanation, is_public, counts_people, seen;
} About;
static const Field about_fields[] = {
    {FIELD(About, responsible), .label = S("Who answers for it"), .kind = SELECT,
     .hint = S("The role or agency whose people enter its figures. Leave it open where nobody does yet")},
    {FIELD(About, objective), .label = S("The objective it serves"), .kind = SELECT, .required = true,
     .hint = S("The next year’s report has it there. Open reports keep their order: change it under Years"),
     .missing = S("Choose the objective it serves")},
    {FIELD(About, explanation), .label = S("Explanation in plain words"), .kind = TEXTAREA, .max = 600,
     .hint = S("For somebody who has never seen it")},
    {FIELD(About, is_public), .label = S("May the public see it?"), .kind = YESNO, .required = true,
     .hint = S("From the next publication on. What is published stays as it went out"),
     .missing = S("Say whether the public may see it")},
    {FIELD(About, counts_people), .label = S("Does it count people?"), .kind = YESNO, .required = true,
     .hint = S("Small counts of people are never published"), .missing = S("Say whether it counts people")},
    EDIT_SEEN(About),
};
static const Form about_form = {S("Who answers for it, and who may see it"), S("Save"), about_fields,
                                COUNT(about_fields)};

static Str responsible_code(EditPickList picks, int64_t id) {
    for (size_t i = 0; i < picks.len; i++)
        if (picks.at[i].id == id) return picks.at[i].code;
    return S("");
}

static int64_t pick_id(EditPickList picks, Str code) {
    for (size_t i = 0; i < picks.len; i++)
        if (str_eq(picks.at[i].code, code)) return picks.at[i].id;
    return NONE;
}

// The objectives that hold, and the one it stands under even when that has ended.
static Choices objectives_with(Ctx *c, const EditMeasure *m) {
    Choices now = edit_picks(c->arena, edit_objectives(c->db));
    for (size_t i = 0; i < now.len; i++)
        if (str_eq(now.at[i].value, m->objective)) return now;
    Choice *at = arena_new(c->arena, Choice, now.len + 1);
    memcpy(at, now.at, now.len * sizeof *at);
    at[now.len] = (Choice){.value = m->objective, .label = m->objective_title};
    return (Choices){now.len + 1, at};
}

static Edit about_begin(Ctx *c, const EditMeasure *m, const EditPickList *who, About *now) {
    *now = (About){m->objective, responsible_code(*who, m->responsible_id), edit_held(m->explanation),
                   edit_yes(m->is_public), edit_yes(m->counts_people), {0}};
    Edit e = edit_measure_begin(c, m, &about_form, now);
    edit_choose(&e, "responsible", edit_picks(c->arena, *who));
    edit_choose(&e, "objective", objectives_with(c, m));
    return e;
}

Reply measure_about(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m) return status_page(c, 404);
    About now;
    EditPickList who = edit_responsibles(c->db);
    Edit e = about_begin(c, m, &who, &now);
    return edit_reply(c, &e);
}

Reply measure_about_save(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m) return status_page(c, 404);
    About now, in = {0};
    EditPickList who = edit_responsibles(c->db);
    Edit e = about_begin(c, m, &who, &now);
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    if (!edit_audit(c, "measure.change", "measure", m->id, &about_form, &now, &in))
        return edit_measure_done(c, m, S("Nothing was changed"));
    EDIT_KEPT(c, "measures.csv", m->code);
    edit_about_save(c->db, m->id, edit_objective_pick(c->db, in.objective), pick_id(who, in.responsible),
                    str_eq(in.is_public, S("yes")), str_eq(in.counts_people, S("yes")),
                    edit_or_none(in.explanation));
    return edit_measure_done(c, m, S("The measure is changed"));
}

// ---- ending it --------------------------------------------------------------------------------------------

typedef struct End {
    Str ended_on, reason, seen;
} End;
static const Field end_fields[] = {
    {FIELD(End, ended_on), .label = S("Its last day"), .kind = DATE, .required = true,
     .hint = S("For example, 31 3 2014. Its second lines end with it. The next year opens without them"),
     .missing = S("Enter its last day")},
    {FIELD(End, reason), .label = S("Why it is given up"), .kind = TEXTAREA, .required = true, .max = 600,
     .missing = S("Say why it is given up")},
    EDIT_SEEN(End),
};
static const Form end_form = {S("End this measure"), S("End it"), end_fields, COUNT(end_fields)};

Reply measure_end(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m || m->ended_on.at) return status_page(c, m ? 409 : 404);
    End now = {0};
    Edit e = edit_measure_begin(c, m, &end_form, &now);
    return edit_reply(c, &e);
}

static void end_one(Ctx *c, int64_t id, Str code, const End *in) {
    static const End kept = {0};
    edit_end(c->db, id, in->ended_on);
    EDIT_KEPT(c, "measures.csv", code);
    edit_audit(c, "measure.end", "measure", id, &end_form, &kept, in);
}

Reply measure_end_save(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m || m->ended_on.at) return status_page(c, m ? 409 : 404);
    End now = {0}, in = {0};
    Edit e = edit_measure_begin(c, m, &end_form, &now);
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    end_one(c, m->id, m->code, &in);
    EditLineList all = edit_measures(c->db);
    for (size_t i = 0; i < all.len; i++)               // a second line does not outlive its head
        if (all.at[i].parent_id == m->id && !all.at[i].ended_on.at)
            end_one(c, all.at[i].id, all.at[i].code, &in);
    return edit_measure_done(c, m,
                             str_fmt(c->arena, "It ends on %.*s", STR_FMT(day_text(c->arena, in.ended_on))));
}

Reply measure_keep(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m) return status_page(c, 404);
    if (edit_keep(c->db, m->id) != 1) return status_page(c, 409);
    EDIT_KEPT(c, "measures.csv", m->code);
    edit_audit_one(c, "measure.keep", "measure", m->id, "ended_on", m->ended_on);
    return edit_measure_done(c, m, S("The measure is kept again. Give it its line under Years"));
}
