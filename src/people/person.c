// Making a person, changing a name, saying a fact in words, and what basic information is missing.
#include "people/person.h"

#include "people/code.h"
#include "people/find/find.h"

const Choice genders[4] = {
    {S("female"), S("Female"), {0}},
    {S("male"), S("Male"), {0}},
    {S("other"), S("In another way"), {0}},
    {S("not-said"), S("Prefers not to say"), {0}},
};

Str gender_text(Str key) {
    for (size_t i = 0; i < COUNT(genders); i++)
        if (key.at && str_eq(genders[i].value, key)) return genders[i].label;
    return (Str){0};
}

Str person_full(Arena *a, Str given, Str family) {
    return str_trim(str_fmt(a, "%.*s %.*s", STR_FMT(str_trim(given)), STR_FMT(str_trim(family))));
}

static int64_t by(const Ctx *c) { return c->actor.id ? c->actor.id : NONE; }

int64_t person_new(Ctx *c, PersonNew n) {
    int64_t id = person_put(c->db, person_full(c->arena, n.given, n.family), n.born_on, n.born_about,
                            n.due_on, n.gender, c->now, by(c));
    person_put_one(c->db, id);
    Str given = str_fmt(c->arena, "%.*s", STR_FMT(n.given)),
        family = str_fmt(c->arena, "%.*s", STR_FMT(n.family));
    name_put(c->db, id, given, family, S("now"), (Str){0}, (Str){0}, c->now, by(c));
    if (n.line.len || n.postcode.len)
        address_put(c->db, id, str_fmt(c->arena, "%.*s", STR_FMT(n.line)), n.postcode, S("home"), 0, (Str){0},
                    (Str){0}, c->now, by(c));
    find_index(c->db, c->arena, id);
    return id;
}

// A record made without facts of its own has one name, which is the one it is shown by.
static void keep_shown_name(Ctx *c, const Person *p) {
    if (name_count(c->db, p->id) > 0) return;
    Str rest = p->name, given = {0};
    for (ptrdiff_t at; (at = str_find(rest, S(" "))) >= 0;) {
        rest = (Str){rest.at + at + 1, rest.len - (size_t)at - 1};
        given = (Str){p->name.at, (size_t)(rest.at - p->name.at) - 1};
    }
    name_put(c->db, p->id, given.at ? given : S(""), rest, S("now"), (Str){0}, (Str){0}, c->now, NONE);
}

void person_renamed(Ctx *c, const Person *p, Str given, Str family, Str from) {
    keep_shown_name(c, p);
    Date first = c->today;
    if (from.len) date_parse(from, &first);
    name_close(c->db, p->id, date_iso(c->arena, date_add_days(first, -1)));
    name_put(c->db, p->id, given, family, S("now"), date_iso(c->arena, first), (Str){0}, c->now, by(c));
    person_name_set(c->db, p->id, person_full(c->arena, given, family));
}

// ---- facts in words ---------------------------------------------------------------------------------------

static const struct {
    const char *kind, *what, *words;
} words[] = {
    {"names", "now", "by law"},
    {"names", "before", "used before"},
    {"names", "known-as", "known as"},
    {"addresses", "home", "home"},
    {"addresses", "staying", "staying there"},
    {"addresses", "placement", "placed there"},
};

static const char *word_of(const Fact *f) {
    for (size_t i = 0; i < COUNT(words); i++)
        if (str_eq(f->kind, str_from(words[i].kind)) && str_eq(f->what, str_from(words[i].what)))
            return words[i].words;
    return "";
}

const char *fact_kind_name(Str kind) {
    if (str_eq(kind, S("names"))) return "name";
    if (str_eq(kind, S("addresses"))) return "address";
    if (str_eq(kind, S("numbers"))) return "number";
    return "need";
}

const Choice communications[10] = {
    {S("sign"), S("British Sign Language"), {0}},
    {S("makaton"), S("Makaton or other signs"), {0}},
    {S("pictures"), S("Pictures or symbols"), {0}},
    {S("easy-read"), S("Easy words, written down"), {0}},
    {S("large-print"), S("Large print"), {0}},
    {S("braille"), S("Braille or sound"), {0}},
    {S("hearing"), S("A hearing loop, or facing the person"), {0}},
    {S("time"), S("More time, a quiet place, breaks"), {0}},
    {S("text"), S("Messages instead of calls"), {0}},
    {S("none"), S("Nothing is needed"), {0}},
};

Str communication_text(Str key) {
    for (size_t i = 0; i < COUNT(communications); i++)
        if (str_eq(communications[i].value, key)) return communications[i].label;
    return key;
}

static Str need_text(Arena *a, const Fact *f) {
    if (str_eq(f->what, S("interpreter")))
        return str_eq(f->value, S("yes")) ? S("Needs an interpreter") : S("Needs no interpreter");
    if (str_eq(f->what, S("language")) && f->flag) return str_fmt(a, "%.*s, spoken best", STR_FMT(f->value));
    return str_eq(f->what, S("communication")) ? communication_text(f->value) : f->value;
}

Str fact_text(Arena *a, const Fact *f) {
    if (str_eq(f->kind, S("numbers")))
        return str_fmt(a, "%.*s %.*s", STR_FMT(code_name(f->what)), STR_FMT(code_text(a, f->what, f->value)));
    if (str_eq(f->kind, S("needs"))) return need_text(a, f);
    Str note = f->note.len ? str_fmt(a, ", %.*s", STR_FMT(f->note)) : S("");
    return str_fmt(a, "%.*s%.*s (%s)", STR_FMT(f->value), STR_FMT(note), word_of(f));
}

Str fact_when(Arena *a, const Fact *f) {
    Str from = f->from_on.at ? str_fmt(a, "from %.*s", STR_FMT(day_text(a, f->from_on))) : S("");
    if (!f->until_on.at) return from;
    Str until = day_text(a, f->until_on);
    return str_fmt(a, "%.*s%suntil %.*s", STR_FMT(from), from.len ? " " : "", STR_FMT(until));
}

bool fact_holds(const Fact *f, Date today) {
    Date until;
    return f->wrong_at == NONE && (!f->until_on.at || (date_parse(f->until_on, &until) && until >= today));
}

// ---- what is missing --------------------------------------------------------------------------------------

static void lacks(Arena *a, Missings *m, bool missing, Missing what) {
    enum { MOST = 16 };
    if (!m->at) m->at = arena_new(a, Missing, MOST);
    if (missing && m->len < MOST) m->at[m->len++] = what;
}

static void lacks_birth(Arena *a, Missings *m, const Person *p, bool unborn, Date today) {
    Missing none = {NOT_HELD, S("a date of birth"), "/basics"},
            guess = {NOT_HELD, S("an exact date of birth"), "/basics"},
            passed = {OUT_OF_DATE, S("the due date has passed"), "/born"},
            gender = {NOT_ASKED, S("gender"), "/basics"};
    lacks(a, m, !p->born_on.at && !unborn, none);
    lacks(a, m, p->born_on.at && p->born_about, guess);
    lacks(a, m, unborn && str_cmp(p->due_on, date_iso(a, today)) < 0, passed);
    lacks(a, m, !unborn && !p->gender.at, gender);
}

static bool has(BasicList held, const char *kind) {
    for (size_t i = 0; i < held.len; i++)
        if (str_eq(held.at[i].kind, str_from(kind))) return true;
    return false;
}

static bool has_address(BasicList held, Str today) {
    for (size_t i = 0; i < held.len; i++)
        if (str_eq(held.at[i].kind, S("address")) &&
            (!held.at[i].ends_on.at || str_cmp(held.at[i].ends_on, today) >= 0))
            return true;
    return false;
}

static bool has_parent(BasicList held) {
    return has(held, "birth-mother") || has(held, "parent") || has(held, "adoptive-parent");
}

static bool has_responsible(BasicList held) {
    for (size_t i = 0; i < held.len; i++)
        if (held.at[i].responsible && !held.at[i].ends_on.at) return true;
    return false;
}

// What everybody has who is born, and what those have who are of age for school.
static void lacks_facts(Arena *a, Missings *m, BasicList held, bool child, int age, Str today) {
    bool once = has(held, "address"), school = age >= 5 && age < 16;
    Missing address = {NOT_HELD, S("an address"), "/addresses"};
    if (once) address.which = OUT_OF_DATE, address.what = S("the address");
    lacks(a, m, !has_address(held, today), address);
    lacks(a, m, child && !has(held, "nhs"), (Missing){NOT_HELD, S("an NHS number"), "/identifiers"});
    lacks(a, m, school && !has(held, "upn"), (Missing){NOT_HELD, S("a unique pupil number"), "/identifiers"});
    lacks(a, m, !has(held, "language"), (Missing){NOT_ASKED, S("languages"), "/needs"});
    lacks(a, m, !has(held, "interpreter"),
          (Missing){NOT_ASKED, S("whether an interpreter is needed"), "/needs"});
    lacks(a, m, !has(held, "communication"), (Missing){NOT_ASKED, S("what helps to communicate"), "/needs"});
}

Missings missing_basics(Ctx *c, const Record *r) {
    Missings m = {0};
    const Person *p = r->person;
    if (!record_shows(r, "who")) return m;
    BasicList held = basics(c->db, p->id);
    int age = age_years(p, c->today);
    bool unborn = !p->born_on.at && p->due_on.at, child = unborn || age < 18;
    lacks_birth(c->arena, &m, p, unborn, c->today);
    if (!unborn) lacks_facts(c->arena, &m, held, child, age, date_iso(c->arena, c->today));
    Missing parent = {NOT_HELD, S("any parent"), "/family"},
            responsible = {NOT_HELD, S("who has parental responsibility"), "/family"};
    lacks(c->arena, &m, child && !has_parent(held), parent);
    lacks(c->arena, &m, child && !has_responsible(held), responsible);
    return m;
}
