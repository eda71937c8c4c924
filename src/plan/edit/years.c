// A year's report: its lines and their order, and what the report leaves out, with the reason as visible
// data.
#include "plan/edit/pages.h"
#include "plan/edit/years.html.h"

static Str url_of(Arena *a, Str year) {
    return str_fmt(a, "/office/years/%.*s", STR_FMT(year_in_path(a, year)));
}

static Reply done(Ctx *c, Str year, Str said) {
    return see_other_saying(c, said, "%.*s", STR_FMT(url_of(c->arena, year)));
}

static bool year_known(Ctx *c, Str year) {
    EditYearList all = edit_years(c->db);
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].year, year)) return true;
    return false;
}

Str edit_year_asked(Ctx *c) {
    edit_turn(c);
    Str year = year_from_path(c->arena, c->part[0]);
    return year.at && year_known(c, year) ? year : (Str){0};
}

Reply years_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    years_view(&out, edit_years(c->db));
    Page p = {.title = S("Years"), .no_index = true};
    p.crumbs[0] = (Crumb){S("Office"), url_path(c->arena, "/office")};
    return page(c, p, &out);
}

static Page frame(Ctx *c, Str title) {
    Page p = {.title = title, .no_index = true};
    p.crumbs[0] = (Crumb){S("Office"), url_path(c->arena, "/office")};
    p.crumbs[1] = (Crumb){S("Years"), url_path(c->arena, "/office/years")};
    return p;
}

Reply year_show(Ctx *c) {
    Str year = edit_year_asked(c);
    if (!year.at) return status_page(c, 404);
    Buf out = {.arena = c->arena};
    year_view(&out, c, year, edit_lines(c->db, year), edit_exclusions(c->db, year));
    return page(c, frame(c, str_fmt(c->arena, "The report for %.*s", STR_FMT(year))), &out);
}

static Edit begin(Ctx *c, Str year, const Form *form, const void *now) {
    Edit e = edit_begin(c, form, now, (Crumb){S("Years"), url_path(c->arena, "/office/years")});
    e.caption = str_fmt(c->arena, "The report for %.*s", STR_FMT(year));
    e.page.crumbs[2] = (Crumb){year, url_path(c->arena, "%.*s", STR_FMT(url_of(c->arena, year)))};
    e.page.title = str_fmt(c->arena, "%.*s – %.*s", STR_FMT(form->title), STR_FMT(year));
    return e;
}

// ---- the order of lines -----------------------------------------------------------------------------------

const EditReportLine *edit_line_find(EditReportLineList lines, Str slug) {
    for (size_t i = 0; i < lines.len; i++)
        if (str_eq(lines.at[i].slug, slug)) return &lines.at[i];
    return NULL;
}

Choices edit_line_choices(Arena *a, EditReportLineList lines, Str but) {
    Choice *at = arena_new(a, Choice, lines.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < lines.len; i++) {
        const EditReportLine *l = &lines.at[i];
        if (str_eq(l->slug, but)) continue;
        Str name = edit_line_name(a, l->code, l->code_is_shown, l->title, l->line_label);
        at[n++] = (Choice){.value = l->slug, .label = name};
    }
    return (Choices){n, at};
}

int64_t edit_place(Ctx *c, Str year, EditReportLineList lines, Str after, int64_t objective) {
    const EditReportLine *l = edit_line_find(lines, after);
    int64_t position = l ? l->position : edit_line_last(c->db, year, objective);
    edit_lines_shift(c->db, year, position);
    return position + 1;
}

typedef struct Place {
    Str objective, after, seen;
} Place;
static const Field place_fields[] = {
    {FIELD(Place, objective), .label = S("Under which objective"), .kind = SELECT, .required = true,
     .missing = S("Choose the objective it stands under")},
    {FIELD(Place, after), .label = S("After which line"), .kind = SELECT,
     .hint = S("A line of the same objective. Leave it open to put it last under its objective")},
    EDIT_SEEN(Place),
};
static const Form place_form = {S("Move a line"), S("Move it"), place_fields, COUNT(place_fields)};

// The objectives that the year's lines stand under: a report keeps to the set it began with.
static Choices headings(Ctx *c, EditReportLineList lines) {
    EditPickList now = edit_objectives(c->db);
    Choice *at = arena_new(c->arena, Choice, lines.len + now.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < lines.len; i++) {
        if (i && lines.at[i].objective_id == lines.at[i - 1].objective_id) continue;
        Str value = str_fmt(c->arena, "%lld", (long long)lines.at[i].objective_id);
        at[n++] = (Choice){.value = value, .label = lines.at[i].objective_title};
    }
    size_t used = n;
    for (size_t i = 0; i < now.len; i++) {
        Str value = str_fmt(c->arena, "%lld", (long long)now.at[i].id);
        bool there = false;
        for (size_t k = 0; k < used; k++) there = there || str_eq(at[k].value, value);
        if (!there) at[n++] = (Choice){.value = value, .label = now.at[i].title};
    }
    return (Choices){n, at};
}

static Edit place_begin(Ctx *c, Str year, EditReportLineList lines, const EditReportLine *l, Place *now) {
    *now = (Place){str_fmt(c->arena, "%lld", (long long)l->objective_id), S(""), {0}};
    for (size_t i = 1; i < lines.len; i++)
        if (&lines.at[i] == l && lines.at[i - 1].objective_id == l->objective_id)
            now->after = lines.at[i - 1].slug;
    Edit e = begin(c, year, &place_form, now);
    e.caption = edit_line_name(c->arena, l->code, l->code_is_shown, l->title, l->line_label);
    edit_choose(&e, "objective", headings(c, lines));
    edit_choose(&e, "after", edit_line_choices(c->arena, lines, l->slug));
    return e;
}

Reply year_line(Ctx *c) {
    Str year = edit_year_asked(c);
    EditReportLineList lines = year.at ? edit_lines(c->db, year) : (EditReportLineList){0};
    const EditReportLine *l = edit_line_find(lines, c->part[1]);
    if (!l) return status_page(c, 404);
    Place now;
    Edit e = place_begin(c, year, lines, l, &now);
    return edit_reply(c, &e);
}

static int64_t chosen_objective(Filled *f, EditReportLineList lines, const Place *in) {
    int64_t objective = NONE;
    const EditReportLine *after = edit_line_find(lines, in->after);
    str_int(in->objective, &objective);
    if (after && after->objective_id != objective)
        form_wrong(f, "after",
                   S("That line stands under another objective: choose one of the same, or leave it open"));
    return objective;
}

Reply year_line_save(Ctx *c) {
    Str year = edit_year_asked(c);
    EditReportLineList lines = year.at ? edit_lines(c->db, year) : (EditReportLineList){0};
    const EditReportLine *l = edit_line_find(lines, c->part[1]);
    if (!l) return status_page(c, 404);
    Place now, in = {0};
    Edit e = place_begin(c, year, lines, l, &now);
    bool taken = edit_take(c, &e, &in);
    int64_t objective = chosen_objective(&e.f, lines, &in);
    if (!taken || e.f.n_errors) return edit_reply(c, &e);
    if (!edit_audit(c, "year.line-move", "measure", l->measure, &place_form, &now, &in))
        return done(c, year, S("Nothing was changed"));
    EDIT_KEPT(c, "report_lines.csv", year);
    edit_line_move(c->db, l->id, objective, edit_place(c, year, lines, in.after, objective));
    return done(c, year, S("The line is moved"));
}

// ---- lines that come and go -------------------------------------------------------------------------------

typedef struct Line {
    Str measure, objective, after;
} Line;
static const Field line_fields[] = {
    {FIELD(Line, measure), .label = S("Measure"), .kind = SELECT, .required = true,
     .hint = S("Measures that are kept and have no line in this year"), .missing = S("Choose the measure")},
    {FIELD(Line, objective), .label = S("Under which objective"), .kind = SELECT, .required = true,
     .missing = S("Choose the objective it stands under")},
    {FIELD(Line, after), .label = S("After which line"), .kind = SELECT,
     .hint = S("A line of the same objective. Leave it open to put it last under its objective")},
};
static const Form line_form = {S("Give a measure its line"), S("Add the line"), line_fields,
                               COUNT(line_fields)};

static Edit line_begin(Ctx *c, Str year, EditReportLineList lines, EditPickList absent) {
    Edit e = begin(c, year, &line_form, NULL);
    edit_choose(&e, "measure", edit_picks(c->arena, absent));
    edit_choose(&e, "objective", headings(c, lines));
    edit_choose(&e, "after", edit_line_choices(c->arena, lines, (Str){0}));
    return e;
}

Reply year_line_add(Ctx *c) {
    Str year = edit_year_asked(c);
    if (!year.at) return status_page(c, 404);
    Edit e = line_begin(c, year, edit_lines(c->db, year), edit_line_absent(c->db, year));
    return edit_reply(c, &e);
}

Reply year_line_add_save(Ctx *c) {
    Str year = edit_year_asked(c);
    if (!year.at) return status_page(c, 404);
    EditReportLineList lines = edit_lines(c->db, year);
    EditPickList absent = edit_line_absent(c->db, year);
    Line in = {0};
    Edit e = line_begin(c, year, lines, absent);
    bool taken = edit_take(c, &e, &in);
    Place place = {in.objective, in.after, {0}};
    int64_t objective = chosen_objective(&e.f, lines, &place), measure = NONE;
    for (size_t i = 0; i < absent.len; i++)
        if (str_eq(absent.at[i].code, in.measure)) measure = absent.at[i].id;
    if (!taken || e.f.n_errors) return edit_reply(c, &e);
    edit_line_add(c->db, year, measure, objective, edit_place(c, year, lines, in.after, objective));
    EDIT_KEPT(c, "report_lines.csv", year);
    edit_audit_one(c, "year.line-add", "measure", measure, "year", year);
    return done(c, year, S("The line is added"));
}

Reply year_line_drop(Ctx *c) {
    Str year = edit_year_asked(c);
    EditReportLineList lines = year.at ? edit_lines(c->db, year) : (EditReportLineList){0};
    const EditReportLine *l = edit_line_find(lines, c->part[1]);
    if (!l) return status_page(c, 404);
    if (edit_line_drop(c->db, l->id) != 1)
        return done(
            c, year,
            S("The year holds figures of that line, so it stays. Leave it out with a reason instead"));
    EDIT_KEPT(c, "report_lines.csv", year);
    edit_audit_one(c, "year.line-drop", "measure", l->measure, "year", year);
    return done(c, year, S("The line is taken out"));
}
