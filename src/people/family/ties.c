// How two people belong together is written down, mended and ended here. What cannot be is refused with a
// sentence (src/people/tie.c).
#include "people/family/family.html.h"
#include "people/family/pages.h"

// ---- a new tie --------------------------------------------------------------------------------------------

typedef struct TieForm {
    Str tie, responsible, lives, starts_on, ends_on;
} TieForm;
static const Field new_fields[] = {
    {FIELD(TieForm, tie), .label = S("How they belong together"), .kind = SELECT, .required = true,
     .missing = S("Choose how they belong together")},
    {FIELD(TieForm, responsible), .label = S("Is there parental responsibility?"), .kind = YESNO,
     .hint = S("Only for parents, guardians and carers. Leave empty if nobody has asked")},
    {FIELD(TieForm, lives), .label = S("Do they live together now?"), .kind = YESNO},
    {FIELD(TieForm, starts_on), .label = S("Since when (if it is not by birth)"), .kind = DATE},
    {FIELD(TieForm, ends_on), .label = S("Until when (if it is over)"), .kind = DATE},
};
static const Form new_form = {S("Add to the family"), S("Save"), new_fields, COUNT(new_fields)};

// A choice is the kind's key; with "<" after it the person of the page is the first of the two.
Choices tie_choices(Ctx *c, Str other, Str other_gender, Str person) {
    Choice *at = arena_new(c->arena, Choice, 2 * n_ties);
    size_t n = 0;
    for (size_t i = 0; i < n_ties; i++) {
        Str key = str_from(ties[i].key);
        at[n++] = (Choice){key, tie_sentence(c->arena, &ties[i], other, other_gender, person), {0}};
        if (!ties[i].up) continue;
        Str back = tie_word(&ties[i], true, other_gender);
        Str label = str_fmt(c->arena, "%.*s is the %.*s of %.*s%s", STR_FMT(other), STR_FMT(back),
                            STR_FMT(person), i == 0 ? ", who gave birth" : "");
        at[n++] = (Choice){str_fmt(c->arena, "%.*s<", STR_FMT(key)), label, {0}};
    }
    return (Choices){n, at};
}

bool tie_chosen(Str choice, const TieKind **ret_kind, bool *ret_person_first) {
    bool person_first = str_ends(choice, S("<"));
    const TieKind *k = tie_kind((Str){choice.at, choice.len - person_first});
    if (!k) return false;
    *ret_kind = k;
    *ret_person_first = person_first;
    return true;
}

static Record *other_open(Ctx *c) {
    Record *other = record_open(c, part_int(c, 1));
    return other && record_shows(other, "who") ? other : NULL;
}

static Filled new_blank(Ctx *c, const Record *r, const Record *other) {
    Filled f = form_blank(&new_form, NULL);
    f.choices[0] = tie_choices(c, other->person->name, other->person->gender, r->person->name);
    return f;
}

static Reply new_page(Ctx *c, const Record *r, const Record *other, const Filled *f) {
    Buf before = {.arena = c->arena};
    tie_before(&before, other->person->name, age_text(c->arena, other->person, c->today));
    return about_form(c, r, "family", f, html_of(&before));
}

Reply tie_new(Ctx *c) {
    Record *r = about_open(c), *other = r ? other_open(c) : NULL;
    if (!r) return about_refused(c);
    if (!other) return record_refused(c, part_int(c, 1));
    Filled f = new_blank(c, r, other);
    return new_page(c, r, other, &f);
}

static TieNew tie_of(const TieForm *in, const Person *p, const Person *other) {
    TieNew t = {.starts_on = or_null(in->starts_on),
                .ends_on = or_null(in->ends_on),
                .responsible = in->responsible.len ? str_eq(in->responsible, S("yes")) : NONE};
    bool person_first = false;
    if (!tie_chosen(in->tie, &t.kind, &person_first)) return t;
    const Person *first = person_first ? p : other, *second = person_first ? other : p;
    t.first = first->id;
    t.second = second->id;
    t.first_name = first->name;
    t.second_name = second->name;
    t.first_born = first->born_on;
    t.second_born = second->born_on;
    t.first_unborn = !first->born_on.at && first->due_on.at;
    return t;
}

static void put_tie(Ctx *c, const Record *r, const Record *other, const TieNew *t, bool lives) {
    tie_put(c->db, t->first, t->second, str_from(t->kind->key), t->starts_on, t->ends_on, t->responsible,
            c->now, about_by(c));
    if (lives) lives_together(c, r->person->id, other->person->id, (Str){0});
    Str gender = t->first == r->person->id ? r->person->gender : other->person->gender;
    Str what = tie_sentence(c->arena, t->kind, t->first_name, gender, t->second_name);
    about_noted(c, r, (Noted){.act = "family.tie", .title = what});
    about_noted(c, other, (Noted){.act = "family.tie", .title = what});
}

Reply tie_save(Ctx *c) {
    Record *r = about_open(c), *other = r ? other_open(c) : NULL;
    if (!r) return about_refused(c);
    if (!other) return record_refused(c, part_int(c, 1));
    TieForm in = {0};
    Filled f = new_blank(c, r, other);
    form_take(c, &f, &in);
    TieNew t = tie_of(&in, r->person, other->person);
    if (!f.n_errors) {
        Str why = tie_refused(c->arena, c->db, &t);
        if (why.at) form_wrong(&f, "tie", why);
    }
    if (f.n_errors) return new_page(c, r, other, &f);
    put_tie(c, r, other, &t, str_eq(in.lives, S("yes")));
    return about_saved(c, r, S("The family is saved"), "/family");
}

// ---- a tie ends, never was, or responsibility changes -----------------------------------------------------

typedef struct ChangeForm {
    Str what, responsible, on;
} ChangeForm;
static const Choice ways[] = {
    {S("responsible"), S("Parental responsibility was given, ended or found out"), {0}},
    {S("over"), S("It was so, and is over"), {0}},
    {S("wrong"), S("It was never so"), S("It is kept, and shown no more")},
};
static const Field change_fields[] = {
    {FIELD(ChangeForm, what), .label = S("What has happened?"), .kind = RADIOS, .required = true,
     .choices = ways, .n_choices = COUNT(ways), .missing = S("Choose what has happened")},
    {FIELD(ChangeForm, responsible), .label = S("Is there parental responsibility now?"), .kind = YESNO},
    {FIELD(ChangeForm, on), .label = S("Since when, or its last day"), .hint = S("Leave empty for today"),
     .kind = DATE},
};
static const Form change_form = {S("Change how they belong together"), S("Save"), change_fields,
                                 COUNT(change_fields)};

// The tie of the address, where both ends may be seen and one of them is the person of the page.
static const FamilyTie *open_tie(Ctx *c, const Record *r, Str *ret_sentence) {
    const FamilyTie *t = tie_found(c->db, part_int(c, 1));
    int64_t me = r->person->id;
    if (!t || (t->first != me && t->second != me)) return NULL;
    const Record *other = record_open(c, t->first == me ? t->second : t->first);
    const TieKind *k = tie_kind(t->kind);
    if (!k || !other || !record_shows(other, "who")) return NULL;
    const Person *first = t->first == me ? r->person : other->person,
                 *second = t->first == me ? other->person : r->person;
    *ret_sentence = tie_sentence(c->arena, k, first->name, first->gender, second->name);
    return t;
}

static Reply change_page(Ctx *c, const Record *r, Str sentence, const Filled *f) {
    Buf before = {.arena = c->arena};
    tie_before(&before, sentence, (Str){0});
    return about_form(c, r, "family", f, html_of(&before));
}

Reply tie_show(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Str sentence;
    if (!open_tie(c, r, &sentence)) return status_page(c, 404);
    Filled f = form_blank(&change_form, NULL);
    return change_page(c, r, sentence, &f);
}

static void check_change(Ctx *c, const Record *r, const FamilyTie *t, Filled *f, const ChangeForm *in) {
    about_past(c, r, f, "on", in->on);
    bool responsible = str_eq(in->what, S("responsible"));
    if (responsible && !in->responsible.len)
        form_wrong(f, "responsible", S("Say whether there is parental responsibility now"));
    if (responsible && tie_kind(t->kind) && !tie_kind(t->kind)->raises)
        form_wrong(f, "what", S("Parental responsibility goes with a parent, guardian or carer"));
    if (!str_eq(in->what, S("wrong")) && t->ends_on.at)
        form_wrong(f, "what", S("It has ended already: it can only be marked as never so"));
    if (in->on.len && t->starts_on.at && str_cmp(in->on, t->starts_on) < 0)
        form_wrong(f, "on", S("This is before it began: enter a later day"));
}

// Of responsibility a new row takes the place of the old: what stood until then stays to be read.
static void change(Ctx *c, const FamilyTie *t, const ChangeForm *in) {
    Str on = in->on.len ? in->on : date_iso(c->arena, c->today);
    if (str_eq(in->what, S("wrong"))) {
        tie_wrong(c->db, t->id, c->now, about_by(c));
        return;
    }
    tie_end(c->db, t->id, on);
    if (str_eq(in->what, S("responsible")))
        tie_put(c->db, t->first, t->second, t->kind, on, (Str){0}, str_eq(in->responsible, S("yes")), c->now,
                about_by(c));
}

Reply tie_change(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Str sentence;
    const FamilyTie *t = open_tie(c, r, &sentence);
    if (!t) return status_page(c, 404);
    ChangeForm in = {0};
    Filled f = form_read(c, &change_form, &in);
    if (!f.n_errors) check_change(c, r, t, &f, &in);
    if (f.n_errors) return change_page(c, r, sentence, &f);
    change(c, t, &in);
    Str how = str_eq(in.what, S("wrong"))        ? S("never so")
              : str_eq(in.what, S("over"))       ? S("over")
              : str_eq(in.responsible, S("yes")) ? S("with parental responsibility")
                                                 : S("without parental responsibility");
    about_noted(c, r,
                (Noted){.act = "family.tie-change",
                        .title = str_fmt(c->arena, "%.*s: %.*s", STR_FMT(sentence), STR_FMT(how))});
    return about_saved(c, r, S("The family is saved"), "/family");
}
