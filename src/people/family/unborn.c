// A child that is expected has a record of its own from the day it is known of, with a due date; being born
// keeps the record (W10).
#include "people/family/pages.h"

typedef struct UnbornForm {
    Str due_on, given, family, twin;
} UnbornForm;
static const Field unborn_fields[] = {
    {FIELD(UnbornForm, due_on), .label = S("When is the child due?"), .kind = DATE, .required = true,
     .hint = S("As the midwife said, or the best guess")},
    {FIELD(UnbornForm, given), .label = S("First name, if there is one already"), .kind = TEXT, .max = 100,
     .hint = S("Leave empty to say “Unborn”")},
    {FIELD(UnbornForm, family), .label = S("Family name"), .kind = TEXT, .required = true, .max = 100,
     .missing = S("Enter the family name the child will likely have")},
    {FIELD(UnbornForm, twin), .label = S("Is it a twin of a child who is expected already?"), .kind = YESNO},
};
static const Form unborn_form = {S("A child is expected"), S("Make the child’s record"), unborn_fields,
                                 COUNT(unborn_fields)};

static Str last_word(Str name) {
    for (ptrdiff_t at; (at = str_find(name, S(" "))) >= 0;)
        name = (Str){name.at + at + 1, name.len - (size_t)at - 1};
    return name;
}

Reply unborn_new(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Str family = name_family(c->db, r->person->id);
    Filled f =
        form_blank(&unborn_form, &(UnbornForm){.family = family.len ? family : last_word(r->person->name)});
    return about_form(c, r, "family", &f, (Html){0});
}

static void check_unborn(Ctx *c, const Record *r, Filled *f, const UnbornForm *in) {
    const Person *p = r->person;
    Date due;
    int age = age_years(p, c->today);
    if (str_eq(p->gender, S("male")) || p->died_on.at || (!p->born_on.at && p->due_on.at) ||
        (age >= 0 && age < 9))
        form_wrong(f, "due_on", S("Record the child on the page of the mother who is expecting it"));
    if (!date_parse(in->due_on, &due)) return;
    if (due < date_add_days(c->today, -28) || due > date_add_days(c->today, 300))
        form_wrong(f, "due_on", S("A due date is within the next ten months: mend the date"));
    if (unborn_of(c->db, p->id) > 0 && !str_eq(in->twin, S("yes")))
        form_wrong(
            f, "twin",
            S("A child of hers is expected already, and has a record: say yes only if this is a twin"));
}

Reply unborn_save(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    UnbornForm in = {0};
    Filled f = form_read(c, &unborn_form, &in);
    if (!f.n_errors) check_unborn(c, r, &f, &in);
    if (f.n_errors) return about_form(c, r, "family", &f, (Html){0});
    Str given = in.given.len ? in.given : S("Unborn");
    int64_t mother = r->person->id,
            child = person_new(c, (PersonNew){.given = given, .family = in.family, .due_on = in.due_on});
    tie_put(c->db, mother, child, S("birth-mother"), (Str){0}, (Str){0}, NONE, c->now, about_by(c));
    hold_as_family(c->db, child, mother, c->now);
    if (household_of(c->db, mother) != NONE) lives_together(c, child, mother, (Str){0});
    Str due = day_text(c->arena, in.due_on);
    Record of_child = {.person = person_shown(c->db, child)};
    about_noted(
        c, &of_child,
        (Noted){.act = "person.unborn", .title = str_fmt(c->arena, "Expected on %.*s", STR_FMT(due))});
    about_noted(c, r,
                (Noted){.act = "family.unborn",
                        .title = str_fmt(c->arena, "A child is expected on %.*s", STR_FMT(due))});
    return about_saved(c, r, S("The child has a record of its own"), "/family");
}

// ---- born -------------------------------------------------------------------------------------------------

typedef struct BornForm {
    Str what, on, given, family, gender;
} BornForm;
static const Choice outcomes[] = {
    {S("born"), S("The child is born"), {0}},
    {S("lost"), S("The pregnancy ended, or the child was stillborn"),
     S("The record is kept, with the family’s")},
};
static const Field born_fields[] = {
    {FIELD(BornForm, what), .label = S("What has happened?"), .kind = RADIOS, .required = true,
     .choices = outcomes, .n_choices = COUNT(outcomes), .missing = S("Choose what has happened")},
    {FIELD(BornForm, on), .label = S("On which day?"), .kind = DATE, .required = true,
     .missing = S("Enter the day")},
    {FIELD(BornForm, given), .label = S("First and middle names"), .kind = TEXT, .max = 100},
    {FIELD(BornForm, family), .label = S("Family name"), .kind = TEXT, .max = 100},
    {FIELD(BornForm, gender), .label = S("Girl or boy?"), .kind = RADIOS, .choices = genders,
     .n_choices = COUNT(genders)},
};
static const Form born_form = {S("The child is born"), S("Save"), born_fields, COUNT(born_fields)};

static bool is_unborn(const Person *p) { return !p->born_on.at && p->due_on.at && !p->died_on.at; }

Reply born_edit(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    if (!is_unborn(r->person)) return status_page(c, 404);
    Filled f = form_blank(&born_form, &(BornForm){.family = name_family(c->db, r->person->id)});
    return about_form(c, r, "family", &f, (Html){0});
}

static void check_outcome(Ctx *c, const Record *r, Filled *f, const BornForm *in) {
    Date on, due;
    about_past(c, r, f, "on", in->on);
    if (date_parse(in->on, &on) && date_parse(r->person->due_on, &due) &&
        (on < date_add_days(due, -300) || on > date_add_days(due, 60)))
        form_wrong(f, "on",
                   S("This is too far from the due date: mend the day, or the due date was another child’s"));
    if (str_eq(in->what, S("born")) && !in->given.len && !in->family.len)
        form_wrong(f, "given", S("Enter the child’s name: a family name alone will do for now"));
}

static bool is_born(Ctx *c, const Person *p, const BornForm *in) {
    Str given = in->given.len ? in->given : S("Baby");
    if (!unborn_born(c->db, p->id, person_full(c->arena, given, in->family), in->on, or_null(in->gender)))
        return false;
    person_renamed(c, p, given, in->family, in->on);
    return true;
}

Reply born_save(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    const Person *p = r->person;
    if (!is_unborn(p)) return status_page(c, 404);
    BornForm in = {0};
    Filled f = form_read(c, &born_form, &in);
    if (!f.n_errors) check_outcome(c, r, &f, &in);
    if (f.n_errors) return about_form(c, r, "family", &f, (Html){0});
    bool born = str_eq(in.what, S("born"));
    if (!(born ? is_born(c, p, &in) : unborn_lost(c->db, p->id, in.on) > 0)) return status_page(c, 409);
    Str title = str_fmt(c->arena, "%s on %.*s", born ? "Born" : "The pregnancy ended",
                        STR_FMT(day_text(c->arena, in.on)));
    about_noted(c, r, (Noted){.act = "person.born", .title = title});
    return about_saved(c, r, born ? S("Saved: it is the same record as before") : S("Saved"), "/family");
}
