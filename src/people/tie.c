// The kinds of ties and their words, and which ties contradict what is known.
#include "people/tie.h"

const TieKind ties[] = {
    {"birth-mother",
     S("Mother who gave birth"),
     {S("mother"), S("parent who gave birth"), S("mother")},
     {S("daughter"), S("son"), S("child")},
     1,
     true,
     true,
     true},
    {"parent",
     S("Father or other parent"),
     {S("mother"), S("father"), S("parent")},
     {S("daughter"), S("son"), S("child")},
     1,
     true,
     true,
     true},
    {"adoptive-parent",
     S("Adoptive parent"),
     {S("adoptive mother"), S("adoptive father"), S("adoptive parent")},
     {S("adopted daughter"), S("adopted son"), S("adopted child")},
     1,
     true,
     true,
     false},
    {"step-parent",
     S("Step-parent"),
     {S("stepmother"), S("stepfather"), S("step-parent")},
     {S("stepdaughter"), S("stepson"), S("stepchild")},
     1,
     false,
     true,
     false},
    {"guardian",
     S("Special guardian"),
     {S("guardian"), S("guardian"), S("guardian")},
     {S("ward"), S("ward"), S("ward")},
     1,
     true,
     true,
     false},
    {"foster-carer",
     S("Foster carer"),
     {S("foster carer"), S("foster carer"), S("foster carer")},
     {S("foster child"), S("foster child"), S("foster child")},
     1,
     true,
     true,
     false},
    {"carer",
     S("Somebody else who brings them up"),
     {S("carer"), S("carer"), S("carer")},
     {S("child in their care"), S("child in their care"), S("child in their care")},
     1,
     true,
     true,
     false},
    {"grandparent",
     S("Grandparent"),
     {S("grandmother"), S("grandfather"), S("grandparent")},
     {S("granddaughter"), S("grandson"), S("grandchild")},
     2,
     true,
     false,
     false},
    {"aunt-uncle",
     S("Aunt or uncle"),
     {S("aunt"), S("uncle"), S("aunt or uncle")},
     {S("niece"), S("nephew"), S("niece or nephew")},
     1,
     false,
     false,
     false},
    {"sibling",
     S("Sister or brother"),
     {S("sister"), S("brother"), S("sibling")},
     {S("sister"), S("brother"), S("sibling")},
     0,
     false,
     false,
     false},
    {"half-sibling",
     S("Half-sister or half-brother"),
     {S("half-sister"), S("half-brother"), S("half-sibling")},
     {S("half-sister"), S("half-brother"), S("half-sibling")},
     0,
     false,
     false,
     false},
    {"step-sibling",
     S("Stepsister or stepbrother"),
     {S("stepsister"), S("stepbrother"), S("step-sibling")},
     {S("stepsister"), S("stepbrother"), S("step-sibling")},
     0,
     false,
     false,
     false},
    {"cousin",
     S("Cousin"),
     {S("cousin"), S("cousin"), S("cousin")},
     {S("cousin"), S("cousin"), S("cousin")},
     0,
     false,
     false,
     false},
    {"spouse",
     S("Husband, wife or civil partner"),
     {S("wife"), S("husband"), S("spouse")},
     {S("wife"), S("husband"), S("spouse")},
     0,
     false,
     false,
     false},
    {"partner",
     S("Partner"),
     {S("partner"), S("partner"), S("partner")},
     {S("partner"), S("partner"), S("partner")},
     0,
     false,
     false,
     false},
    {"relative",
     S("Other relative or close friend of the family"),
     {S("relative or friend"), S("relative or friend"), S("relative or friend")},
     {S("relative or friend"), S("relative or friend"), S("relative or friend")},
     0,
     false,
     false,
     false},
};
const size_t n_ties = COUNT(ties);

const TieKind *tie_kind(Str key) {
    for (size_t i = 0; i < n_ties; i++)
        if (str_eq(str_from(ties[i].key), key)) return &ties[i];
    return NULL;
}

Str tie_word(const TieKind *k, bool back, Str gender) {
    int g = str_eq(gender, S("female")) ? 0 : str_eq(gender, S("male")) ? 1 : 2;
    return back ? k->back[g] : k->there[g];
}

Str tie_sentence(Arena *a, const TieKind *k, Str first, Str first_gender, Str second) {
    Str word = tie_word(k, false, first_gender);
    const char *the = (k->up == 1 && k->raises) || str_eq(str_from(k->key), S("spouse")) ? "the"
                      : strchr("aeiou", word.at[0])                                      ? "an"
                                                                                         : "a";
    return str_fmt(a, "%.*s is %s %.*s of %.*s", STR_FMT(first), the, STR_FMT(word), STR_FMT(second));
}

// ---- what cannot be ---------------------------------------------------------------------------------------

static bool before(Str a, Str b) { return a.at && b.at && str_cmp(a, b) < 0; }

static Str wrong_ages(Arena *a, const TieNew *t) {
    if (!t->kind->older) return (Str){0};
    Str word = tie_word(t->kind, false, (Str){0});
    if (t->first_unborn)
        return str_fmt(a, "%.*s is not born yet, and cannot be the %.*s of anybody: choose another tie",
                       STR_FMT(t->first_name), STR_FMT(word));
    if (!t->first_born.at || !t->second_born.at || before(t->first_born, t->second_born)) return (Str){0};
    return str_fmt(
        a,
        "%.*s was born on %.*s and %.*s on %.*s: a %.*s is born first. Choose the tie the other way "
        "round, or mend the date of birth that is wrong",
        STR_FMT(t->first_name), STR_FMT(day_text(a, t->first_born)), STR_FMT(t->second_name),
        STR_FMT(day_text(a, t->second_born)), STR_FMT(word));
}

static Str wrong_dates(Arena *a, const TieNew *t) {
    if (before(t->ends_on, t->starts_on)) return S("It ends before it begins: mend one of the two dates");
    Str born = before(t->first_born, t->second_born) || !t->first_born.at ? t->second_born : t->first_born;
    if (!before(t->starts_on, born)) return (Str){0};
    return str_fmt(a, "It begins before one of them was born, on %.*s: mend the date",
                   STR_FMT(day_text(a, born)));
}

// Whether `of` is among the ancestors of `person` by birth. Eight generations are more than anybody records.
static bool is_ancestor(Db *db, int64_t person, int64_t of, int depth) {
    if (person == of) return true;
    TieParentList up = tie_parents(db, person);
    for (size_t i = 0; depth < 8 && i < up.len; i++)
        if (is_ancestor(db, up.at[i].id, of, depth + 1)) return true;
    return false;
}

static Str wrong_birth(Arena *a, Db *db, const TieNew *t) {
    if (!t->kind->blood) return (Str){0};
    if (is_ancestor(db, t->first, t->second, 0))
        return str_fmt(a, "%.*s is a child or a grandchild of %.*s already: nobody is their own ancestor",
                       STR_FMT(t->first_name), STR_FMT(t->second_name));
    if (strcmp(t->kind->key, "birth-mother") != 0) return (Str){0};
    int64_t mother = tie_birth_mother(db, t->second);
    if (mother == NONE || mother == t->first) return (Str){0};
    return str_fmt(
        a,
        "%.*s has a mother who gave birth already. Mark that tie as wrong first, or choose another "
        "tie, such as father or other parent, or adoptive parent",
        STR_FMT(t->second_name));
}

// Why a tie that stands leaves no room for this one, or absent.
static Str excludes(Arena *a, const TieNew *t, const TieBetween *b) {
    const TieKind *k = tie_kind(b->kind), *new = t->kind;
    if (!k || (b->ends_on.at && !k->blood)) return (Str){0};
    if (k == new && (b->first == t->first || !k->up))
        return S("That is written down already: end that tie, or choose another");
    if (!k->blood) return (Str){0};
    if (new->blood)
        return S("One of them is the other’s parent by birth already: mark that tie as wrong first");
    if (new->up) return (Str){0};
    return str_fmt(a, "One of them is the other’s parent by birth, so they cannot be %.*s as well",
                   STR_FMT(tie_word(new, false, (Str){0})));
}

static Str wrong_twice(Arena *a, Db *db, const TieNew *t) {
    TieBetweenList now = ties_between(db, t->first, t->second);
    Str why = {0};
    for (size_t i = 0; i < now.len && !why.at; i++) why = excludes(a, t, &now.at[i]);
    return why;
}

Str tie_refused(Arena *a, Db *db, const TieNew *t) {
    if (t->first == t->second)
        return str_fmt(a, "Nobody is their own %.*s: choose somebody else",
                       STR_FMT(tie_word(t->kind, false, (Str){0})));
    if (t->responsible == 1 && !t->kind->raises)
        return S(
            "Parental responsibility goes with a parent, guardian or carer: choose such a tie, or say no");
    Str why = wrong_ages(a, t);
    if (!why.at) why = wrong_dates(a, t);
    if (!why.at) why = wrong_birth(a, db, t);
    return why.at ? why : wrong_twice(a, db, t);
}
