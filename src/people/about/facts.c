// Addresses, numbers and needs are added here, and any dated fact is ended or marked as wrong. None is
// changed: what stood there stays to be read.
#include "people/about/about.html.h"
#include "people/about/pages.h"
#include "people/code.h"

// ---- an address -------------------------------------------------------------------------------------------

typedef struct AddressForm {
    Str line, postcode, kind, guarded, starts_on, replaces;
} AddressForm;
static const Choice address_kinds[] = {
    {S("home"), S("Home"), {0}},
    {S("staying"), S("Staying there for now"), {0}},
    {S("placement"), S("Placed there, in care"), {0}},
};
static const Field address_fields[] = {
    {FIELD(AddressForm, line), .label = S("House, street and town"), .kind = TEXT, .required = true,
     .max = 200, .missing = S("Enter the house, street and town, or “no fixed address”")},
    {FIELD(AddressForm, postcode), .label = S("Postcode"), .kind = TEXT, .max = 10, .width = 10,
     .hint = S("For example NG3 1AB. Leave empty if it is not known")},
    {FIELD(AddressForm, kind), .label = S("How they live there"), .kind = RADIOS, .required = true,
     .choices = address_kinds, .n_choices = COUNT(address_kinds), .missing = S("Choose how they live there")},
    {FIELD(AddressForm, starts_on), .label = S("Since when (if known)"), .kind = DATE},
    {FIELD(AddressForm, replaces), .label = S("Do they still live where they lived before?"), .kind = YESNO,
     .required = true, .missing = S("Say whether they still live where they lived before")},
    {FIELD(AddressForm, guarded), .label = S("Must this address be kept from anybody of the family?"),
     .kind = YESNO, .required = true,
     .hint = S("It is then shown with a warning, and never on the family’s page"),
     .missing = S("Say whether the address must be kept from anybody")},
};
static const Form address_form = {S("Add an address"), S("Save the address"), address_fields,
                                  COUNT(address_fields)};

Reply address_new(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Filled f = form_blank(&address_form, NULL);
    return about_form(c, r, "about", &f, (Html){0});
}

static void end_addresses(Ctx *c, const Record *r, Str starts_on) {
    Date first = c->today;
    if (starts_on.len) date_parse(starts_on, &first);
    Str last = date_iso(c->arena, date_add_days(first, -1));
    FactList old = facts(c->db, r->person->id, S("addresses"), NONE);
    for (size_t i = 0; i < old.len; i++) address_end(c->db, old.at[i].id, last);
}

Reply address_save(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    AddressForm in = {0};
    Filled f = form_read(c, &address_form, &in);
    Str postcode = {0};
    if (in.postcode.len && !postcode_read(c->arena, in.postcode, &postcode))
        form_wrong(&f, "postcode",
                   S("This is not a whole postcode: enter one such as NG3 1AB, or leave it empty"));
    about_past(c, r, &f, "starts_on", in.starts_on);
    if (f.n_errors) return about_form(c, r, "about", &f, (Html){0});
    if (str_eq(in.replaces, S("no"))) end_addresses(c, r, in.starts_on);
    address_put(c->db, r->person->id, in.line, postcode, in.kind, str_eq(in.guarded, S("yes")),
                or_null(in.starts_on), (Str){0}, c->now, about_by(c));
    about_noted(c, r, (Noted){.act = "person.address", .title = S("A new address")});
    return about_saved(c, r, S("The address is saved"), "/edit");
}

// ---- numbers ----------------------------------------------------------------------------------------------

typedef struct NumberForm {
    Str nhs, upn;
} NumberForm;
static const Field number_fields[] = {
    {FIELD(NumberForm, nhs), .label = S("NHS number"), .kind = TEXT, .max = 20, .width = 20,
     .hint = S("10 digits, for example 943 476 5919")},
    {FIELD(NumberForm, upn), .label = S("Unique pupil number"), .kind = TEXT, .max = 20, .width = 20,
     .hint = S("A letter and 12 digits, for example A823432112342")},
};
static const Form number_form = {S("Add a number"), S("Save"), number_fields, COUNT(number_fields)};

static Reply number_page(Ctx *c, const Record *r, const Filled *f) {
    Buf form = {.arena = c->arena}, out = {.arena = c->arena};
    about_form_view(&form, c, f, (Html){0});
    number_view(&out, html_of(&form));
    Reply reply = record_page(c, r, "about", f->form->title, &out);
    if (f->n_errors) reply.status = 422;
    return reply;
}

Reply number_new(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Filled f = form_blank(&number_form, NULL);
    return number_page(c, r, &f);
}

// Whether it is new, and free; what is wrong is said at its field.
static bool number_fits(Ctx *c, const Record *r, Filled *f, const char *kind, Str typed) {
    if (!typed.len) return false;
    Str wrong = code_wrong(c->arena, str_from(kind), typed),
        value = code_value(c->arena, str_from(kind), typed);
    if (!wrong.at && number_elsewhere(c->db, r->person->id, str_from(kind), value))
        wrong = S(
            "Somebody else is recorded with this number: compare the two. If they are one person, a manager "
            "can join the records; if not, one of the numbers is wrong");
    FactList now = wrong.at ? (FactList){0} : facts(c->db, r->person->id, S("numbers"), NONE);
    for (size_t i = 0; i < now.len; i++)
        if (fact_holds(&now.at[i], c->today) && str_eq(now.at[i].what, str_from(kind)))
            wrong = S("There is such a number already: end it or mark it as wrong first");
    if (wrong.at) form_wrong(f, kind, wrong);
    return !wrong.at;
}

Reply number_save(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    NumberForm in = {0};
    Filled f = form_read(c, &number_form, &in);
    if (!in.nhs.len && !in.upn.len)
        form_wrong(&f, "nhs", S("Enter an NHS number, a unique pupil number, or both"));
    bool nhs = number_fits(c, r, &f, "nhs", in.nhs), upn = number_fits(c, r, &f, "upn", in.upn);
    if (f.n_errors) return number_page(c, r, &f);
    int64_t id = r->person->id;
    if (nhs)
        number_put(c->db, id, S("nhs"), code_value(c->arena, S("nhs"), in.nhs), (Str){0}, c->now,
                   about_by(c));
    if (upn)
        number_put(c->db, id, S("upn"), code_value(c->arena, S("upn"), in.upn), (Str){0}, c->now,
                   about_by(c));
    about_noted(c, r, (Noted){.act = "person.number", .title = S("NHS or pupil number written down")});
    return about_saved(c, r, S("The number adds up and is saved"), "/edit");
}

// ---- a fact ends, or never was ----------------------------------------------------------------------------

typedef struct EndForm {
    Str what, on;
} EndForm;
static const Choice end_ways[] = {
    {S("over"), S("It was so, and is over"), {0}},
    {S("wrong"), S("It was never so"), S("It stays to be read, marked as wrong")},
};
static const Field end_fields[] = {
    {FIELD(EndForm, what), .label = S("What has happened?"), .kind = RADIOS, .required = true,
     .choices = end_ways, .n_choices = COUNT(end_ways),
     .missing = S("Choose whether it is over or was never so")},
    {FIELD(EndForm, on), .label = S("If it is over, its last day"), .hint = S("Leave empty for today"),
     .kind = DATE},
};
static const Form end_form = {S("End or mark as wrong"), S("Save"), end_fields, COUNT(end_fields)};

static const struct {
    const char *kind;
    int64_t (*end)(Db *db, int64_t id, Str on);
    int64_t (*wrong)(Db *db, int64_t id, int64_t at, int64_t by);
} kinds[] = {
    {"names", name_end, name_wrong},
    {"addresses", address_end, address_wrong},
    {"numbers", number_end, number_wrong},
    {"needs", need_end, need_wrong},
};

// The fact of the address, where it is this person's; NULL: there is none.
static const Fact *fact_of(Ctx *c, const Record *r) {
    int64_t id = part_int(c, 2);
    FactList found = id > 0 ? facts(c->db, r->person->id, c->part[1], id) : (FactList){0};
    return found.len == 1 ? &found.at[0] : NULL;
}

static Reply fact_page(Ctx *c, const Record *r, const Fact *f, const Filled *filled) {
    Buf before = {.arena = c->arena};
    fact_before(&before, fact_text(c->arena, f), fact_when(c->arena, f));
    return about_form(c, r, "about", filled, html_of(&before));
}

Reply fact_show(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    const Fact *f = fact_of(c, r);
    if (!f || f->wrong_at != NONE) return status_page(c, 404);
    Filled filled = form_blank(&end_form, NULL);
    return fact_page(c, r, f, &filled);
}

static void check_end(Ctx *c, const Record *r, const Fact *f, Filled *filled, const EndForm *in) {
    about_past(c, r, filled, "on", in->on);
    if (in->on.len && f->from_on.at && str_cmp(in->on, f->from_on) < 0)
        form_wrong(filled, "on", S("It ends before it begins: enter a later day"));
    if (str_eq(in->what, S("over")) && f->until_on.at)
        form_wrong(filled, "what", S("It has ended already: it can only be marked as wrong"));
    if (str_eq(f->kind, S("names")) && str_eq(f->what, S("now")) && fact_holds(f, c->today))
        form_wrong(filled, "what",
                   S("It is the name shown: add the right name by law first, which takes its place"));
}

// False: somebody was quicker.
static bool mark(Ctx *c, const Fact *f, bool over, Str on) {
    Str last = on.len ? on : date_iso(c->arena, c->today);
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (str_eq(f->kind, str_from(kinds[i].kind)))
            return over ? kinds[i].end(c->db, f->id, last) > 0
                        : kinds[i].wrong(c->db, f->id, c->now, about_by(c)) > 0;
    return false;
}

Reply fact_save(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    const Fact *f = fact_of(c, r);
    if (!f || f->wrong_at != NONE) return status_page(c, 404);
    EndForm in = {0};
    Filled filled = form_read(c, &end_form, &in);
    if (!filled.n_errors) check_end(c, r, f, &filled, &in);
    if (filled.n_errors) return fact_page(c, r, f, &filled);
    bool over = str_eq(in.what, S("over"));
    if (!mark(c, f, over, in.on)) return status_page(c, 409);
    Str title =
        str_fmt(c->arena, "%s %s", over ? "No longer so: a" : "Marked as wrong: a", fact_kind_name(f->kind));
    about_noted(c, r, (Noted){.act = over ? "person.fact-end" : "person.fact-wrong", .title = title});
    return about_saved(c, r, over ? S("It is ended, and kept") : S("It is marked as wrong, and kept"),
                       "/edit");
}
