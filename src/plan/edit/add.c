// A measure of the partnership's own, put into a year's report where it belongs.
#include "plan/edit/meaning.h"
#include "plan/pack.h"

typedef struct New {
    Str year, objective, after, head, code, code_is_shown;
    MEANING_MEMBERS;
    Str responsible, explanation, is_public, counts_people, reason;
} New;
static const Field fields[] = {
    {FIELD(New, year), .label = S("Into which year’s report"), .kind = SELECT, .required = true,
     .missing = S("Choose the year")},
    {FIELD(New, objective), .label = S("The objective it serves"), .kind = SELECT, .required = true,
     .missing = S("Choose the objective it serves")},
    {FIELD(New, after), .label = S("After which line"), .kind = SELECT,
     .hint = S("Leave it open to put it last under its objective")},
    {FIELD(New, head), .label = S("Its head line"), .kind = SELECT,
     .hint = S("Only for a second line: the count whose rate, or the figure whose part, this is")},
    {FIELD(New, code), .label = S("Code"), .kind = TEXT, .required = true, .max = 60, .width = 20,
     .hint = S("Short and lasting: it becomes its address. A second line has its head’s and a tail, like "
               "CIN-13/per-10000"),
     .missing = S("Enter a code")},
    {FIELD(New, code_is_shown), .label = S("Do people know it by its code?"), .kind = YESNO, .required = true,
     .hint = S("Yes for a national code. A local measure mostly goes by its title"),
     .missing = S("Say whether people know it by its code")},
    MEANING_FIELDS(New),
    {FIELD(New, responsible), .label = S("Who answers for it"), .kind = SELECT,
     .hint = S("A role or an agency. Leave it open where nobody does yet")},
    {FIELD(New, explanation), .label = S("Explanation in plain words"), .kind = TEXTAREA,
     .required = true, .max = 600,
     .hint = S("For somebody who has never seen it"), .missing = S("Explain it in plain words")},
    {FIELD(New, is_public), .label = S("May the public see it?"), .kind = YESNO, .required = true,
     .missing = S("Say whether the public may see it")},
    {FIELD(New, counts_people), .label = S("Does it count people?"), .kind = YESNO, .required = true,
     .hint = S("Small counts of people are never published"), .missing = S("Say whether it counts people")},
    {FIELD(New, reason), .label = S("Why it is added"), .kind = TEXTAREA, .required = true, .max = 600,
     .hint = S("What it shows that the others do not"), .missing = S("Say why it is added")},
};
static const Form form = {S("Add a measure"), S("Add it"), fields, COUNT(fields)};

static Choices years(Ctx *c) {
    EditYearList list = edit_years(c->db);
    Choice *at = arena_new(c->arena, Choice, list.len + 1);
    for (size_t i = 0; i < list.len; i++)
        at[i] = (Choice){.value = list.at[i].year, .label = list.at[i].year};
    return (Choices){list.len, at};
}

// Lines that may have a second one: those that are kept and are no second line themselves.
static Choices heads(Ctx *c) {
    EditLineList list = edit_measures(c->db);
    Choice *at = arena_new(c->arena, Choice, list.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < list.len; i++) {
        const EditLine *l = &list.at[i];
        if (l->parent_id != NONE || l->ended_on.at) continue;
        Str name = edit_line_name(c->arena, l->code, l->code_is_shown, l->title, l->line_label);
        at[n++] = (Choice){.value = l->slug, .label = name};
    }
    return (Choices){n, at};
}

static Str year_wanted(Ctx *c, Choices all) {
    Str asked = c->method == POST ? param(c->form, S("year")) : param(c->query, S("year"));
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].value, asked)) return asked;
    return all.len ? all.at[0].value : S("");
}

static Edit begin(Ctx *c, EditReportLineList *ret_lines) {
    Choices all = years(c);
    New *blank = arena_new(c->arena, New, 1);
    blank->year = year_wanted(c, all);
    *ret_lines = edit_lines(c->db, blank->year);
    Edit e = edit_begin(c, &form, blank, (Crumb){S("Measures"), url_path(c->arena, "/office/measures")});
    edit_choose(&e, "year", all);
    edit_choose(&e, "objective", edit_picks(c->arena, edit_objectives(c->db)));
    edit_choose(&e, "after", edit_line_choices(c->arena, *ret_lines, (Str){0}));
    edit_choose(&e, "head", heads(c));
    edit_choose(&e, "responsible", edit_picks(c->arena, edit_responsibles(c->db)));
    return e;
}

Reply measure_add(Ctx *c) {
    EditReportLineList lines;
    Edit e = begin(c, &lines);
    return edit_reply(c, &e);
}

static void check_code(Ctx *c, Filled *f, Str code, Str slug, const EditMeasure *head) {
    Arena *a = c->arena;
    if (!code.len) return;
    const EditMeasure *other = edit_measure(c->db, slug);
    if (!slug.len || str_eq(slug, S("add")))
        form_wrong(f, "code", S("The code must have letters or digits, and not be “add” alone"));
    if (other)
        form_wrong(f, "code",
                   str_fmt(a, "The code %.*s is taken by “%.*s”: choose another", STR_FMT(other->code),
                           STR_FMT(other->title)));
    if (head && !str_starts(code, str_fmt(a, "%.*s/", STR_FMT(head->code))))
        form_wrong(f, "code",
                   str_fmt(a, "The code of a second line begins with its head’s and a stroke: %.*s/…",
                           STR_FMT(head->code)));
    if (!head && str_has(code, S("/")))
        form_wrong(f, "code",
                   S("Only a second line has a stroke in its code: leave it out, or choose a head line"));
}

static int64_t responsible_id(Ctx *c, Str code) {
    EditPickList all = edit_responsibles(c->db);
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].code, code)) return all.at[i].id;
    return NONE;
}

static int64_t save(Ctx *c, const New *in, Str slug, const MeaningRead *r, const EditMeasure *head) {
    const Meaning *t = &r->text;
    int64_t id = edit_measure_add(
        c->db, in->code, slug, str_eq(in->code_is_shown, S("yes")), edit_objective_pick(c->db, in->objective),
        responsible_id(c, in->responsible), head ? head->id : NONE, str_eq(in->is_public, S("yes")),
        str_eq(in->counts_people, S("yes")), in->explanation);
    edit_version_add(c->db, id, S("0001-01-01"), t->title, edit_or_none(t->line_label), t->polarity, r->low,
                     r->high, t->kind, t->unit, r->decimals, t->accumulates, r->per,
                     edit_or_none(t->direction_text), edit_or_none(t->definition),
                     edit_or_none(t->quality_note), in->reason, (Str){0});
    return id;
}

Reply measure_add_save(Ctx *c) {
    edit_turn(c);
    EditReportLineList lines;
    New in = {0};
    Edit e = begin(c, &lines);
    edit_take(c, &e, &in);
    const EditMeasure *head = in.head.len ? edit_measure(c->db, in.head) : NULL;
    Str slug = measure_slug(c->arena, in.code);
    Meaning text = MEANING_OF(in);
    MeaningRead r = meaning_read(&e.f, &text, head != NULL);
    check_code(c, &e.f, in.code, slug, head);
    if (e.f.n_errors) return edit_reply(c, &e);
    int64_t id = save(c, &in, slug, &r, head), objective = edit_objective_pick(c->db, in.objective);
    edit_line_add(c->db, in.year, id, objective, edit_place(c, in.year, lines, in.after, objective));
    EDIT_KEPT(c, "report_lines.csv", in.year);
    edit_audit(c, "measure.add", "measure", id, &form, NULL, &in);
    Str said = str_fmt(c->arena, "The measure is added to the report of %.*s. Set its target next",
                       STR_FMT(in.year));
    return see_other_saying(c, said, "/office/measures/%.*s/change", STR_FMT(slug));
}
