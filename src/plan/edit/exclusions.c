// What a year's report leaves out, and why: data that readers see, never a special case in the program.
#include "plan/edit/pages.h"

typedef struct Exclusion {
    Str measure, leaves_out, reason;
} Exclusion;
typedef struct Reason {
    Str reason, seen;
} Reason;
static const Choice parts[] = {
    {S("summary"), S("The summary’s counts"), S("The line stays in the scorecard")},
    {S("scorecard"), S("The scorecard"), S("The line is not in the report at all")},
};
#define REASON(T)                                                                                            \
    {FIELD(T, reason), .label = S("Why"), .kind = TEXTAREA, .required = true, .max = 600,                    \
     .hint = S("Readers see this wherever it has an effect"), .missing = S("Say why it is left out")}
static const Field add_fields[] = {
    {FIELD(Exclusion, measure), .label = S("Line"), .kind = SELECT, .required = true,
     .missing = S("Choose the line")},
    {FIELD(Exclusion, leaves_out), .label = S("What leaves it out?"), .kind = RADIOS, .required = true,
     .choices = parts, .n_choices = COUNT(parts), .missing = S("Choose what leaves it out")},
    REASON(Exclusion),
};
static const Field reason_fields[] = {REASON(Reason), EDIT_SEEN(Reason)};
static const Form add_form = {S("Leave a line out"), S("Leave it out"), add_fields, COUNT(add_fields)};
static const Form reason_form = {S("Why it is left out"), S("Save"), reason_fields, COUNT(reason_fields)};

static Url url_of(Ctx *c, Str year) {
    return url_path(c->arena, "/office/years/%.*s", STR_FMT(year_in_path(c->arena, year)));
}

static Reply done(Ctx *c, Str year, Str said) {
    return see_other_saying(c, said, "%.*s", STR_FMT(url_of(c, year).text));
}

static Edit begin(Ctx *c, Str year, const Form *form, const void *now) {
    Edit e = edit_begin(c, form, now, (Crumb){S("Years"), url_path(c->arena, "/office/years")});
    e.page.crumbs[2] = (Crumb){year, url_of(c, year)};
    e.caption = str_fmt(c->arena, "The report for %.*s", STR_FMT(year));
    return e;
}

Reply exclusion_add(Ctx *c) {
    Str year = edit_year_asked(c);
    if (!year.at) return status_page(c, 404);
    Edit e = begin(c, year, &add_form, NULL);
    edit_choose(&e, "measure", edit_line_choices(c->arena, edit_lines(c->db, year), (Str){0}));
    return edit_reply(c, &e);
}

Reply exclusion_add_save(Ctx *c) {
    Str year = edit_year_asked(c);
    Exclusion in = {0};
    if (!year.at) return status_page(c, 404);
    EditReportLineList lines = edit_lines(c->db, year);
    Edit e = begin(c, year, &add_form, NULL);
    edit_choose(&e, "measure", edit_line_choices(c->arena, lines, (Str){0}));
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    const EditReportLine *l = edit_line_find(lines, in.measure);
    if (!l || edit_exclusion_add(c->db, year, l->measure, in.leaves_out, in.reason) != 1) {
        form_wrong(&e.f, "measure", S("That line is left out there already: change its reason instead"));
        return edit_reply(c, &e);
    }
    EDIT_KEPT(c, "exclusions.csv", l->code, year, in.leaves_out);
    edit_audit(c, "year.exclude", "measure", l->measure, &add_form, NULL, &in);
    return done(c, year, S("The line is left out, and the reason stands beside it"));
}

// The exclusion of the address, and the form with its reason.
static const EditExclusion *asked(Ctx *c, Str *ret_year) {
    *ret_year = edit_year_asked(c);
    return ret_year->at ? edit_exclusion(c->db, *ret_year, part_int(c, 1)) : NULL;
}

static Edit reason_begin(Ctx *c, Str year, const EditExclusion *x, Reason *now) {
    *now = (Reason){x->reason, {0}};
    Edit e = begin(c, year, &reason_form, now);
    e.caption = edit_line_name(c->arena, x->code, x->code_is_shown, x->title, x->line_label);
    edit_offer_drop(c, &e, S("Let the line count again"));
    return e;
}

Reply exclusion_edit(Ctx *c) {
    Str year;
    Reason now;
    const EditExclusion *x = asked(c, &year);
    if (!x) return status_page(c, 404);
    Edit e = reason_begin(c, year, x, &now);
    return edit_reply(c, &e);
}

Reply exclusion_save(Ctx *c) {
    Str year;
    Reason now, in = {0};
    const EditExclusion *x = asked(c, &year);
    if (!x) return status_page(c, 404);
    Edit e = reason_begin(c, year, x, &now);
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    if (!edit_audit(c, "year.exclude-change", "exclusion", x->id, &reason_form, &now, &in))
        return done(c, year, S("Nothing was changed"));
    EDIT_KEPT(c, "exclusions.csv", x->code, year, x->leaves_out);
    edit_exclusion_save(c->db, x->id, in.reason);
    return done(c, year, S("The reason is changed"));
}

Reply exclusion_drop(Ctx *c) {
    Str year;
    const EditExclusion *x = asked(c, &year);
    if (!x) return status_page(c, year.at ? 409 : 404);
    EDIT_KEPT(c, "exclusions.csv", x->code, year, x->leaves_out);
    edit_exclusion_drop(c->db, year, x->id);
    Str was =
        str_fmt(c->arena, "%.*s, %.*s: %.*s", STR_FMT(x->code), STR_FMT(x->leaves_out), STR_FMT(x->reason));
    edit_audit_one(c, "year.include", "exclusion", x->id, "was", was);
    return done(c, year, S("The line counts again"));
}
