// Names, and what stands in the person's own row: birth, gender, death. A new name by law ends the one
// before; what of the row changes is said in the chronology with what stood there.
#include "people/about/pages.h"

// ---- a name -----------------------------------------------------------------------------------------------

typedef struct NameForm {
    Str given, family, used, from_on, until_on;
} NameForm;
static const Choice uses[] = {
    {S("now"), S("Their name by law now"), S("The one before is kept as a former name")},
    {S("before"), S("A name they used before"), {0}},
    {S("known-as"), S("A name they are known by"), {0}},
};
static const Field name_fields[] = {
    {FIELD(NameForm, given), .label = S("First and middle names"), .kind = TEXT, .max = 100},
    {FIELD(NameForm, family), .label = S("Family name"), .kind = TEXT, .max = 100},
    {FIELD(NameForm, used), .label = S("What this name is"), .kind = RADIOS, .required = true,
     .choices = uses, .n_choices = COUNT(uses), .missing = S("Choose what this name is")},
    {FIELD(NameForm, from_on), .label = S("From when (if known)"), .kind = DATE},
    {FIELD(NameForm, until_on), .label = S("Until when (if it is no longer used)"), .kind = DATE},
};
static const Form name_form = {S("Add a name"), S("Save the name"), name_fields, COUNT(name_fields)};

Reply name_new(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Filled f = form_blank(&name_form, NULL);
    return about_form(c, r, "about", &f, (Html){0});
}

static void check_name(Ctx *c, const Record *r, Filled *f, const NameForm *in) {
    if (!in->given.len && !in->family.len)
        form_wrong(f, "given", S("Enter a first name, a family name, or both"));
    about_past(c, r, f, "from_on", in->from_on);
    if (f->n_errors || !in->until_on.len) return;
    if (str_eq(in->used, S("now")))
        form_wrong(f, "until_on",
                   S("A name by law now has no end: leave this empty, or choose another kind"));
    if (in->from_on.len && str_cmp(in->until_on, in->from_on) < 0)
        form_wrong(f, "until_on", S("It ends before it begins: mend one of the two dates"));
}

Reply name_save(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    NameForm in = {0};
    Filled f = form_read(c, &name_form, &in);
    check_name(c, r, &f, &in);
    if (f.n_errors) return about_form(c, r, "about", &f, (Html){0});
    Str full = person_full(c->arena, in.given, in.family);
    bool by_law = str_eq(in.used, S("now"));
    if (by_law)
        person_renamed(c, r->person, in.given, in.family, in.from_on);
    else
        name_put(c->db, r->person->id, in.given, in.family, in.used, or_null(in.from_on),
                 or_null(in.until_on), c->now, about_by(c));
    Str title =
        by_law ? str_fmt(c->arena, "Name changed from %.*s to %.*s", STR_FMT(r->person->name), STR_FMT(full))
               : str_fmt(c->arena, "Another name written down: %.*s", STR_FMT(full));
    about_noted(c, r, (Noted){.act = "person.name", .title = title});
    return about_saved(c, r, S("The name is saved"), "/edit");
}

// ---- birth, gender, death ---------------------------------------------------------------------------------

typedef struct BasicsForm {
    Str born_on, born_about, gender, died_on;
} BasicsForm;
static const Choice exactness[] = {{S("0"), S("Exact"), {0}},
                                   {S("1"), S("A guess at the year or the month"), {0}}};
static const Field basics_fields[] = {
    {FIELD(BasicsForm, born_on), .label = S("Date of birth"),
     .hint = S("Where only the year or the month is known, enter the 1st and say below that it is a guess"),
     .kind = DATE},
    {FIELD(BasicsForm, born_about), .label = S("Is the date of birth exact?"), .kind = RADIOS,
     .choices = exactness, .n_choices = COUNT(exactness)},
    {FIELD(BasicsForm, gender), .label = S("Gender, as they say it"), .kind = RADIOS, .choices = genders,
     .n_choices = COUNT(genders)},
    {FIELD(BasicsForm, died_on), .label = S("Date of death"), .hint = S("Leave empty unless they have died"),
     .kind = DATE},
};
static const Form basics_form = {S("Birth and gender"), S("Save"), basics_fields, COUNT(basics_fields)};

Reply basics_edit(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    const Person *p = r->person;
    BasicsForm in = {p->born_on,
                     p->born_about   ? S("1")
                     : p->born_on.at ? S("0")
                                     : S(""),
                     p->gender, p->died_on};
    Filled f = form_blank(&basics_form, &in);
    return about_form(c, r, "about", &f, (Html){0});
}

static void changed(Buf *out, const char *what, Str was, Str now) {
    if (str_eq(was, now)) return;
    buf_fmt(out, "%s%s: was %.*s, is %.*s", out->len ? ". " : "", what,
            STR_FMT(was.len ? was : S("not known")), STR_FMT(now.len ? now : S("not known")));
}

static Str all_changed(Ctx *c, const Person *p, const BasicsForm *in) {
    Buf out = {.arena = c->arena};
    changed(&out, "Date of birth", p->born_on.at ? day_text(c->arena, p->born_on) : S(""),
            in->born_on.len ? day_text(c->arena, in->born_on) : S(""));
    changed(&out, "How exact", p->born_about ? S("a guess") : S("exact"),
            str_eq(in->born_about, S("1")) ? S("a guess") : S("exact"));
    changed(&out, "Gender", gender_text(p->gender), gender_text(or_null(in->gender)));
    changed(&out, "Date of death", p->died_on.at ? day_text(c->arena, p->died_on) : S(""),
            in->died_on.len ? day_text(c->arena, in->died_on) : S(""));
    return buf_str(&out);
}

static void check_born(Ctx *c, const Person *p, Filled *f, Str born_on) {
    Date born;
    if (!born_on.len && p->born_on.at)
        form_wrong(f, "born_on", S("Enter the date of birth: say below if it is a guess"));
    if (!date_parse(born_on, &born)) return;
    if (born > c->today)
        form_wrong(f, "born_on",
                   S("This day has not come yet: for a child who is not born, record the due date"));
    if (!p->born_on.at && p->due_on.at)
        form_wrong(f, "born_on",
                   S("This child is recorded as not born yet: use “The child is born” on the family page"));
}

static void check_died(Ctx *c, Filled *f, const BasicsForm *in) {
    Date died;
    if (!date_parse(in->died_on, &died)) return;
    if (died > c->today)
        form_wrong(f, "died_on", S("This day has not come yet: enter today or an earlier day"));
    if (in->born_on.len && str_cmp(in->died_on, in->born_on) < 0)
        form_wrong(f, "died_on", S("This is before the date of birth: mend one of the two"));
}

Reply basics_save(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    BasicsForm in = {0};
    Filled f = form_read(c, &basics_form, &in);
    check_born(c, r->person, &f, in.born_on);
    check_died(c, &f, &in);
    if (f.n_errors) return about_form(c, r, "about", &f, (Html){0});
    Str what = all_changed(c, r->person, &in);
    if (!what.len) return about_saved(c, r, S("Nothing was changed"), "/edit");
    person_basics_set(c->db, r->person->id, or_null(in.born_on), str_eq(in.born_about, S("1")),
                      or_null(in.gender), or_null(in.died_on));
    about_noted(c, r, (Noted){.act = "person.basics", .title = S("Birth or gender mended"), .body = what});
    return about_saved(c, r, S("Saved, and what stood there is in the chronology"), "/edit");
}
