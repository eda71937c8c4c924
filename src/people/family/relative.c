// Somebody is added to a family: looked for first, and made anew only when it is none of those who are there
// already. Names travel in forms, never in an address.
#include "people/family/family.html.h"
#include "people/family/pages.h"

typedef struct RelativeForm {
    Str given, family, born_on, gender, tie, responsible, lives, none;
} RelativeForm;
enum { TIE = 4 };    // the field whose choices are made at run time
static const Choice none_of[] = {{S("yes"), S("It is none of those who are there already"), {0}}};
static const Field fields[] = {
    {FIELD(RelativeForm, given), .label = S("First and middle names"), .kind = TEXT, .max = 100},
    {FIELD(RelativeForm, family), .label = S("Family name"), .kind = TEXT, .max = 100},
    {FIELD(RelativeForm, born_on), .label = S("Date of birth, if known"), .kind = DATE},
    {FIELD(RelativeForm, gender), .label = S("Gender, as they say it"), .kind = RADIOS, .choices = genders,
     .n_choices = COUNT(genders)},
    {FIELD(RelativeForm, tie), .label = S("How they belong together"), .kind = SELECT, .required = true,
     .missing = S("Choose how they belong together")},
    {FIELD(RelativeForm, responsible), .label = S("Is there parental responsibility?"), .kind = YESNO,
     .hint = S("Only for parents, guardians and carers. Leave empty if nobody has asked")},
    {FIELD(RelativeForm, lives), .label = S("Do they live together now?"), .kind = YESNO},
    {FIELD(RelativeForm, none), .label = S("After looking at who is found"), .kind = CHECKBOXES,
     .choices = none_of, .n_choices = COUNT(none_of)},
};
static const Form form = {S("Add somebody to the family"), S("Look and add"), fields, COUNT(fields)};

static Filled blank(Ctx *c, const Record *r) {
    Filled f = form_blank(&form, NULL);
    f.choices[TIE] = tie_choices(c, S("The person"), (Str){0}, r->person->name);
    return f;
}

Reply relative_new(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Filled f = blank(c, r);
    return about_form(c, r, "family", &f, (Html){0});
}

static FindHits looked_for(Ctx *c, const RelativeForm *in) {
    return find_people(
        c, (FindAsk){.name = person_full(c->arena, in->given, in->family), .born = or_null(in->born_on)}, 8);
}

static TieNew tie_of(const Person *p, const RelativeForm *in, Str name) {
    TieNew t = {.responsible = in->responsible.len ? str_eq(in->responsible, S("yes")) : NONE};
    bool person_first = false;
    if (!tie_chosen(in->tie, &t.kind, &person_first)) return t;
    t.first = person_first ? p->id : NONE;    // the other has no record yet
    t.second = person_first ? NONE : p->id;
    t.first_name = person_first ? p->name : name;
    t.second_name = person_first ? name : p->name;
    t.first_born = person_first ? p->born_on : or_null(in->born_on);
    t.second_born = person_first ? or_null(in->born_on) : p->born_on;
    t.first_unborn = person_first && !p->born_on.at && p->due_on.at;
    return t;
}

static void check(Ctx *c, const Record *r, Filled *f, const RelativeForm *in) {
    Date born;
    if (!in->given.len && !in->family.len)
        form_wrong(f, "given", S("Enter a first name, a family name, or both"));
    if (date_parse(in->born_on, &born) && born > c->today)
        form_wrong(f, "born_on",
                   S("This day has not come yet: a child who is expected is added on its mother’s page"));
    if (f->n_errors) return;
    TieNew t = tie_of(r->person, in, person_full(c->arena, in->given, in->family));
    Str why = tie_refused(c->arena, c->db, &t);
    if (why.at) form_wrong(f, "tie", why);
}

static int64_t add(Ctx *c, const Record *r, const RelativeForm *in) {
    int64_t id = person_new(c, (PersonNew){.given = in->given,
                                           .family = in->family,
                                           .gender = or_null(in->gender),
                                           .born_on = or_null(in->born_on)});
    const Person *made = person_shown(c->db, id);
    TieNew t = tie_of(r->person, in, made->name);
    if (t.first == NONE) t.first = id;
    if (t.second == NONE) t.second = id;
    tie_put(c->db, t.first, t.second, str_from(t.kind->key), (Str){0}, (Str){0}, t.responsible, c->now,
            about_by(c));
    // Who brings up a child is seen through the child (the way 'kin'); others are held as their family is.
    if (!relative_seen(c->db, c->actor.id, id, c->now)) hold_as_family(c->db, id, r->person->id, c->now);
    if (str_eq(in->lives, S("yes"))) lives_together(c, r->person->id, id, (Str){0});
    Str gender = t.first == id ? made->gender : r->person->gender;
    Str what = tie_sentence(c->arena, t.kind, t.first_name, gender, t.second_name);
    Record of_made = {.person = made};
    about_noted(c, &of_made,
                (Noted){.act = "person.add", .title = S("Record made, after a search"), .body = what});
    about_noted(c, r, (Noted){.act = "family.add", .title = what});
    return id;
}

Reply relative_save(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    RelativeForm in = {0};
    Filled f = blank(c, r);
    form_take(c, &f, &in);
    check(c, r, &f, &in);
    if (f.n_errors) return about_form(c, r, "family", &f, (Html){0});
    FindHits hits = looked_for(c, &in);
    if (hits.len && !in.none.len) {
        Buf found = {.arena = c->arena};
        relative_hits(&found, r, hits);
        return about_form(c, r, "family", &f, html_of(&found));
    }
    add(c, r, &in);
    return about_saved(c, r, S("They have a record, and belong to the family"), "/family");
}
