// What is known before an assessment is begun: from the record, and from what the front door was told.
// Nothing is asked twice; each answer says from where it is (W81, W182).
#include "pathway/assessment/within.h"
#include "people/tie.h"

void know(KnownList *known, Str key, Str value, Str source) {
    if (value.len && known->len < KNOWN_MOST) known->at[known->len++] = (Known){key, value, source};
}

static Str tie_said(const FamilyLine *f) {
    const TieKind *k = tie_kind(f->kind);
    return k ? tie_word(k, !f->up, f->gender) : f->kind;
}

static void know_family(Ctx *c, KnownList *known, int64_t person) {
    FamilyLineList family = known_family(c->db, person, date_iso(c->arena, c->today));
    Buf rows = {.arena = c->arena};
    for (size_t i = 0; i < family.len && i < 20; i++) {
        const FamilyLine *f = &family.at[i];
        buf_fmt(&rows, "%s%zu", i ? "," : "", i + 1);
        know(known, str_fmt(c->arena, "family.people.%zu.name", i + 1), f->name, S("the record"));
        know(known, str_fmt(c->arena, "family.people.%zu.tie", i + 1), tie_said(f), S("the record"));
    }
    know(known, S("family.people"), buf_str(&rows), S("the record"));
}

// Only where this actor may see contacts of the child.
static void know_contact(Ctx *c, KnownList *known, const Record *r) {
    const KnownContact *k = record_shows(r, "contact") ? known_contact(c->db, r->person->id) : NULL;
    if (!k) return;
    Str day = date_text(c->arena, date_of(k->came_at));
    know(known, S("contact.said"), k->said,
         str_fmt(c->arena, "the contact to the front door of %.*s", STR_FMT(day)));
}

KnownList known_of(Ctx *c, const Record *r, Str form) {
    const Person *p = r->person;
    const Str record = S("the record");
    KnownList known = {.at = arena_new(c->arena, Known, KNOWN_MOST)};
    know(&known, S("assessment.form"), form, record);
    know(&known, S("child.name"), p->name, record);
    know(&known, S("child.born"), p->born_on, record);
    know(&known, S("child.due"), p->due_on, record);
    know(&known, S("child.gender"), p->gender, record);
    know(&known, S("child.address"), known_address(c->db, p->id, date_iso(c->arena, c->today)), record);
    know(&known, S("child.language"), known_language(c->db, p->id), record);
    know_family(c, &known, p->id);
    know_contact(c, &known, r);
    return known;
}
