// Who is of a family, found step by step from one person. It goes on only through those whom the actor may
// see: of the others it is known that they are there, and nothing else.
#include "people/family/kinfolk.h"

static size_t place_of(const Family *f, int64_t id) {
    size_t i = 0;
    while (i < f->n && f->at[i].who.id != id) i++;
    return i;
}

const Member *family_member(const Family *f, int64_t id) {
    size_t i = place_of(f, id);
    return i < f->n ? &f->at[i] : NULL;
}

static bool hidden_already(const Family *f, int64_t id) {
    for (size_t i = 0; i < f->n_hidden; i++)
        if (f->hidden[i] == id) return true;
    return false;
}

static void meet(Ctx *c, Family *f, const Member *from, int64_t id, int generation, bool home) {
    if (family_member(f, id) || hidden_already(f, id) || f->n == FAMILY_MOST) return;
    const Relative *who = relative_seen(c->db, c->actor.id, id, c->now);
    if (!who) {
        if (f->n_hidden < FAMILY_MOST) f->hidden[f->n_hidden++] = id;
        return;
    }
    note_before_answer(c, "record.family", "person", id);
    f->at[f->n++] = (Member){.who = *who, .generation = generation, .home = home, .step = from->step + 1};
}

// Of somebody who only lives there: by age, or of the same generation.
static int generation_by_age(Ctx *c, const Member *from, int64_t id) {
    const Relative *who = relative_seen(c->db, c->actor.id, id, c->now);
    Date one, other;
    if (!who || !date_parse(from->who.born_on, &one) || !date_parse(who->born_on, &other))
        return from->generation;
    int years = (other - one) / 365;
    return from->generation + (years >= 16 ? 1 : years <= -16 ? -1 : 0);
}

static void meet_tied(Ctx *c, Family *f, const Member *from) {
    FamilyTieList found = family_ties(c->db, from->who.id);
    for (size_t i = 0; i < found.len; i++) {
        const FamilyTie *t = &found.at[i];
        const TieKind *k = tie_kind(t->kind);
        bool first = t->first == from->who.id;
        int up = k ? k->up : 0;
        meet(c, f, from, first ? t->second : t->first, from->generation + (first ? up : -up), false);
    }
}

static void keep_ties(Ctx *c, Family *f) {
    for (size_t m = 0; m < f->n; m++) {
        FamilyTieList found = family_ties(c->db, f->at[m].who.id);
        for (size_t i = 0; i < found.len && f->n_ties < COUNT(f->tie); i++) {
            const FamilyTie *t = &found.at[i];
            bool mine = t->first == f->at[m].who.id;    // each once: where its first end stands
            if (mine && family_member(f, t->second)) f->tie[f->n_ties++] = *t;
        }
    }
}

Family *family_gather(Ctx *c, const Record *r) {
    Family *f = arena_new(c->arena, Family, 1);
    const Person *p = r->person;
    f->r = r;
    f->at[f->n++] = (Member){.who = {.id = p->id,
                                     .name = p->name,
                                     .born_on = p->born_on,
                                     .due_on = p->due_on,
                                     .born_about = p->born_about,
                                     .died_on = p->died_on,
                                     .gender = p->gender},
                             .home = true};
    for (size_t i = 0; i < f->n; i++)
        if (f->at[i].step < FAMILY_STEPS) meet_tied(c, f, &f->at[i]);
    HousemateList home = housemates(c->db, p->id, date_iso(c->arena, c->today));
    for (size_t i = 0; i < home.len; i++) {
        size_t known = place_of(f, home.at[i].id);
        if (known < f->n)
            f->at[known].home = true;
        else
            meet(c, f, &f->at[0], home.at[i].id, generation_by_age(c, &f->at[0], home.at[i].id), true);
    }
    keep_ties(c, f);
    return f;
}

// ---- in words ---------------------------------------------------------------------------------------------

Str family_word(const Family *f, const Member *m) {
    for (size_t i = 0; i < f->n_ties; i++) {
        const FamilyTie *t = &f->tie[i];
        const TieKind *k = tie_kind(t->kind);
        int64_t me = f->at[0].who.id;
        if (k && t->first == m->who.id && t->second == me) return tie_word(k, false, m->who.gender);
        if (k && t->second == m->who.id && t->first == me) return tie_word(k, true, m->who.gender);
    }
    return (Str){0};
}

Str family_sentence(Arena *a, const Family *f, const FamilyTie *t) {
    const Member *first = family_member(f, t->first), *second = family_member(f, t->second);
    const TieKind *k = tie_kind(t->kind);
    Buf out = {.arena = a};
    if (!first || !second || !k) return S("");
    buf_put(&out, tie_sentence(a, k, first->who.name, first->who.gender, second->who.name));
    if (t->starts_on.at) buf_fmt(&out, ", since %.*s", STR_FMT(day_text(a, t->starts_on)));
    if (t->ends_on.at) buf_fmt(&out, ", until %.*s", STR_FMT(day_text(a, t->ends_on)));
    if (t->responsible == 1) buf_lit(&out, ", with parental responsibility");
    if (t->responsible == 0) buf_lit(&out, ", without parental responsibility");
    return buf_str(&out);
}
