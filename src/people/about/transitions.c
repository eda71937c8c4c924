// Changes coming up in a life, each with somebody who sees to it and a day it is looked at next (W172, P1);
// and those that the date of birth alone foretells.
#include "people/about/about.html.h"
#include "people/about/pages.h"

const Choice transition_kinds[8] = {
    {S("school"), S("Starting or changing school"), {0}},
    {S("secondary"), S("Moving to secondary school"), {0}},
    {S("leaving-school"), S("Leaving school for college, training or work"), {0}},
    {S("into-care"), S("Coming into care"), {0}},
    {S("out-of-care"), S("Leaving care, or going home from care"), {0}},
    {S("adult"), S("Moving to services for adults"), {0}},
    {S("bereavement"), S("A death in the family"), {0}},
    {S("other"), S("Another great change"), S("A move, a new family, a parent going to prison")},
};

Str transition_text(Str key) {
    for (size_t i = 0; i < COUNT(transition_kinds); i++)
        if (str_eq(transition_kinds[i].value, key)) return transition_kinds[i].label;
    return key;
}

// England: school starts in the September after the fourth birthday and changes in the one after the
// eleventh; school ends at the end of June after the sixteenth of the same school year; adult at 18.
static Date september_after(Date birthday) {
    int y, m, d;
    date_parts(birthday, &y, &m, &d);
    return date_make(m >= 9 ? y + 1 : y, 9, 1);
}

size_t transitions_foretold(Arena *a, const Person *p, Date today, Foretold ret[4]) {
    Date born;
    if (!p->born_on.at || p->died_on.at || !date_parse(p->born_on, &born)) return 0;
    Date at[4] = {september_after(date_add_months(born, 48)), september_after(date_add_months(born, 132)),
                  date_add_days(september_after(date_add_months(born, 192)), -63),
                  date_add_months(born, 216)};
    static const char *const kinds[4] = {"school", "secondary", "leaving-school", "adult"};
    size_t n = 0;
    for (size_t i = 0; i < 4; i++)
        if (at[i] >= today && at[i] <= date_add_months(today, 18))
            ret[n++] = (Foretold){str_from(kinds[i]), date_iso(a, at[i])};
    return n;
}

// ---- the form ---------------------------------------------------------------------------------------------

typedef struct TransitionForm {
    Str kind, happens_on, note, plan, owner, next_on, over, outcome;
} TransitionForm;
#define ABOUT_IT                                                                                             \
    {FIELD(TransitionForm, happens_on), .label = S("When it comes, as far as is known"), .kind = DATE,       \
     .required = true},                                                                                      \
        {FIELD(TransitionForm, note), .label = S("From what to what"), .kind = TEXT, .max = 200},            \
        {FIELD(TransitionForm, plan), .label = S("What is done for it"), .kind = TEXTAREA, .max = 2000},     \
        {FIELD(TransitionForm, owner), .label = S("Who sees to it"), .kind = SELECT, .required = true,       \
         .missing = S("Choose who sees to it")},                                                             \
    {                                                                                                        \
        FIELD(TransitionForm, next_on), .label = S("When it is looked at next"), .kind = DATE                \
    }
static const Field new_fields[] = {
    {FIELD(TransitionForm, kind), .label = S("What is changing?"), .kind = RADIOS, .required = true,
     .choices = transition_kinds, .n_choices = COUNT(transition_kinds),
     .missing = S("Choose what is changing")},
    ABOUT_IT,
};
static const Form new_form = {S("A change coming up"), S("Save"), new_fields, COUNT(new_fields)};
static const Field edit_fields[] = {
    ABOUT_IT,
    {FIELD(TransitionForm, over), .label = S("Is it over?"), .kind = YESNO, .required = true,
     .missing = S("Say whether it is over")},
    {FIELD(TransitionForm, outcome), .label = S("If it is over, how did it go for the child?"),
     .kind = TEXTAREA, .max = 2000},
};
static const Form edit_form = {S("A change coming up"), S("Save"), edit_fields, COUNT(edit_fields)};

static Record *transitions_open(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    return r && record_shows(r, "plan") ? r : NULL;
}

static Filled blank(Ctx *c, const Form *form, const TransitionForm *in) {
    Filled f = form_blank(form, in);
    for (size_t i = 0; i < form->n_fields; i++)
        if (!strcmp(form->fields[i].name, "owner")) f.choices[i] = access_people(c, (Str){0});
    return f;
}

static void check(Ctx *c, Filled *f, const TransitionForm *in) {
    if (str_eq(in->over, S("yes"))) {
        if (!in->outcome.len) form_wrong(f, "outcome", S("Enter how it went for the child"));
        return;
    }
    Date next;
    if (!in->next_on.len || !date_parse(in->next_on, &next))
        form_wrong(f, "next_on", S("Enter the day it is looked at next: nothing waits without one"));
    else if (next < c->today)
        form_wrong(f, "next_on", S("This day is over: enter today or a later day"));
}

static int64_t owner_of(const TransitionForm *in) {
    int64_t id = 0;
    str_int(in->owner, &id);
    return id;
}

Reply transition_new(Ctx *c) {
    Record *r = transitions_open(c);
    if (!r) return about_refused(c);
    TransitionForm in = {.kind = param(c->query, S("kind")),
                         .happens_on = param(c->query, S("on")),
                         .owner = str_fmt(c->arena, "%lld", (long long)c->actor.id)};
    Filled f = blank(c, &new_form, &in);
    return about_form(c, r, "about", &f, (Html){0});
}

Reply transition_add(Ctx *c) {
    Record *r = transitions_open(c);
    if (!r) return about_refused(c);
    TransitionForm in = {0};
    Filled f = blank(c, &new_form, NULL);
    form_take(c, &f, &in);
    check(c, &f, &in);
    if (f.n_errors) return about_form(c, r, "about", &f, (Html){0});
    transition_put(c->db, r->person->id, in.kind, in.happens_on, or_null(in.note), or_null(in.plan),
                   owner_of(&in), in.next_on, c->now, about_by(c));
    Str title = str_fmt(c->arena, "Coming up: %.*s, %.*s", STR_FMT(transition_text(in.kind)),
                        STR_FMT(day_text(c->arena, in.happens_on)));
    about_noted(c, r, (Noted){.act = "person.transition", .kind = "plan", .title = title, .body = in.plan});
    return about_saved(c, r, S("The change is saved"), "/edit");
}

// The change of the address, where it is this person's and not over.
static const Transition *open_transition(Ctx *c, const Record *r) {
    TransitionList all = transitions(c->db, r->person->id);
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].id == part_int(c, 1) && all.at[i].ended_at == NONE) return &all.at[i];
    return NULL;
}

static Reply one_page(Ctx *c, const Record *r, const Transition *t, const Filled *f) {
    Buf before = {.arena = c->arena};
    transition_before(&before, transition_text(t->kind));
    return about_form(c, r, "about", f, html_of(&before));
}

Reply transition_show(Ctx *c) {
    Record *r = transitions_open(c);
    if (!r) return about_refused(c);
    const Transition *t = open_transition(c, r);
    if (!t) return status_page(c, 404);
    TransitionForm in = {.happens_on = t->happens_on,
                         .note = t->note,
                         .plan = t->plan,
                         .next_on = t->next_on,
                         .owner = str_fmt(c->arena, "%lld", (long long)t->owner_id),
                         .over = S("no")};
    Filled f = blank(c, &edit_form, &in);
    return one_page(c, r, t, &f);
}

Reply transition_save(Ctx *c) {
    Record *r = transitions_open(c);
    if (!r) return about_refused(c);
    const Transition *t = open_transition(c, r);
    if (!t) return status_page(c, 404);
    TransitionForm in = {0};
    Filled f = blank(c, &edit_form, NULL);
    form_take(c, &f, &in);
    check(c, &f, &in);
    if (f.n_errors) return one_page(c, r, t, &f);
    bool over = str_eq(in.over, S("yes"));
    transition_set(c->db, t->id, in.happens_on, or_null(in.note), or_null(in.plan), owner_of(&in),
                   in.next_on.len ? in.next_on : t->next_on);
    if (over) transition_over(c->db, t->id, c->now, in.outcome);
    Str title = str_fmt(c->arena, "%s: %.*s, %.*s", over ? "Over" : "Looked at again",
                        STR_FMT(transition_text(t->kind)), STR_FMT(day_text(c->arena, in.happens_on)));
    about_noted(
        c, r,
        (Noted){
            .act = "person.transition", .kind = "plan", .title = title, .body = over ? in.outcome : in.plan});
    return about_saved(c, r, S("The change is saved"), "/edit");
}
