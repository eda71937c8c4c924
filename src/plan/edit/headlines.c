// A year in a few lines: its headlines and its challenges, in order.
#include "plan/edit/pages.h"

typedef struct Headline {
    Str year, kind, text, seen;
} Headline;
static const Choice kinds[] = {{S("headline"), S("Headline"), S("What went well, or matters most")},
                               {S("challenge"), S("Challenge"), S("What is hard")}};
#define SENTENCE                                                                                             \
    {FIELD(Headline, text), .label = S("In one sentence"), .kind = TEXTAREA, .required = true, .max = 300,   \
     .missing = S("Write one sentence")}
static const Field add_fields[] = {
    {FIELD(Headline, year), .label = S("Year"), .kind = TEXT, .required = true, .width = 10,
     .hint = S("Like 2013/14"), .missing = S("Enter the year, like 2013/14")},
    {FIELD(Headline, kind), .label = S("What is it?"), .kind = RADIOS, .required = true, .choices = kinds,
     .n_choices = COUNT(kinds), .missing = S("Choose what it is")},
    SENTENCE,
};
static const Field edit_fields[] = {SENTENCE, EDIT_SEEN(Headline)};
static const Form add_form = {S("Add a headline or a challenge"), S("Add it"), add_fields, COUNT(add_fields)};
static const Form edit_form = {S("Change a headline or a challenge"), S("Save"), edit_fields,
                               COUNT(edit_fields)};

static Crumb plan_crumb(Ctx *c) { return (Crumb){S("The plan"), url_path(c->arena, "/office/plan")}; }
static Reply done(Ctx *c, Str said) { return see_other_saying(c, said, "/office/plan#headlines"); }

// The place it stands in is the office's: a pack's line for that place stays out.
static void keep(Ctx *c, const EditHeadline *h) {
    EDIT_KEPT(c, "headlines.csv", h->year, h->kind, edit_number(c->arena, h->position));
}

Reply headline_add(Ctx *c) {
    Headline blank = {.year = param(c->query, S("year"))};
    Edit e = edit_begin(c, &add_form, &blank, plan_crumb(c));
    return edit_reply(c, &e);
}

Reply headline_add_save(Ctx *c) {
    edit_turn(c);
    Headline in = {0};
    int first;
    Edit e = edit_begin(c, &add_form, NULL, plan_crumb(c));
    edit_take(c, &e, &in);
    if (in.year.len && !year_parse(in.year, &first))
        form_wrong(&e.f, "year", S("The year must be like 2013/14"));
    if (e.f.n_errors) return edit_reply(c, &e);
    int64_t id = edit_headline_add(c->db, in.year, in.kind, in.text);
    keep(c, edit_headline(c->db, id));
    edit_audit(c, "headline.add", "headline", id, &add_form, NULL, &in);
    return done(c, str_eq(in.kind, S("headline")) ? S("The headline is added") : S("The challenge is added"));
}

static Edit begin(Ctx *c, const EditHeadline *h, Headline *now) {
    *now = (Headline){{0}, {0}, h->text, {0}};
    Edit e = edit_begin(c, &edit_form, now, plan_crumb(c));
    e.caption = str_fmt(c->arena, "%.*s of %.*s", STR_FMT(choice_label(kinds, COUNT(kinds), h->kind)),
                        STR_FMT(h->year));
    edit_offer_drop(c, &e, S("Take it away"));
    return e;
}

Reply headline_edit(Ctx *c) {
    const EditHeadline *h = edit_headline(c->db, part_int(c, 0));
    Headline now;
    if (!h) return status_page(c, 404);
    Edit e = begin(c, h, &now);
    return edit_reply(c, &e);
}

Reply headline_save(Ctx *c) {
    edit_turn(c);
    const EditHeadline *h = edit_headline(c->db, part_int(c, 0));
    Headline now, in = {0};
    if (!h) return status_page(c, 404);
    Edit e = begin(c, h, &now);
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    if (!edit_audit(c, "headline.change", "headline", h->id, &edit_form, &now, &in))
        return done(c, S("Nothing was changed"));
    keep(c, h);
    edit_headline_save(c->db, h->id, in.text);
    return done(c, S("The sentence is changed"));
}

// Changes places with the one above; two may never stand in one place, so one steps aside first.
Reply headline_up(Ctx *c) {
    edit_turn(c);
    const EditHeadline *h = edit_headline(c->db, part_int(c, 0));
    if (!h) return status_page(c, 409);
    const EditHeadline *above = edit_headline_above(c->db, h->year, h->kind, h->position);
    if (!above) return done(c, S("It stands first already"));
    keep(c, h), keep(c, above);
    edit_headline_place(c->db, above->id, above->position, -above->id - 1);
    edit_headline_place(c->db, h->id, h->position, above->position);
    edit_headline_place(c->db, above->id, -above->id - 1, h->position);
    edit_audit_one(c, "headline.up", "headline", h->id, "over", above->text);
    return done(c, S("It stands one place higher"));
}

Reply headline_drop(Ctx *c) {
    edit_turn(c);
    const EditHeadline *h = edit_headline(c->db, part_int(c, 0));
    if (!h) return status_page(c, 409);
    keep(c, h);
    edit_headline_drop(c->db, h->id);
    Str was = str_fmt(c->arena, "%.*s, %.*s: %.*s", STR_FMT(h->year), STR_FMT(h->kind), STR_FMT(h->text));
    edit_audit_one(c, "headline.drop", "headline", h->id, "was", was);
    return done(c, S("It is taken away; the audit log keeps what it said"));
}
