// A refusal of what was agreed before takes effect at once (W41, P6): what stands of it ends in the same
// write, as far as it is refused, and no further.
#include "people/share/narrow.sql.h"
#include "people/share/within.h"

static Str listed(Ctx *c, Str with_commas) {
    return with_commas.len ? str_fmt(c->arena, ",%.*s,", STR_FMT(with_commas)) : S(",");
}

static ConsentLineList standing(Ctx *c, ConsentNew n) {
    const Person *p = person_shown(c->db, n.person);
    return p ? consent_refused(c->db, p->id, listed(c, n.agencies), listed(c, n.kinds),
                               n.said_at ? n.said_at : c->now, c->now)
             : (ConsentLineList){0};
}

Refused refused_by(Ctx *c, ConsentNew n) {
    Refused r = {.lines = standing(c, n), .names_agencies = n.agencies.len, .ids = S("")};
    r.lost = arena_new(c->arena, Lost, r.lines.len);
    Buf ids = {.arena = c->arena};
    for (size_t i = 0; i < r.lines.len; i++) {
        const ConsentLine *l = &r.lines.at[i];
        r.lost[i] = consent_lost(c, l->id, l->one_id, listed(c, n.agencies), listed(c, n.kinds));
        if (i) buf_byte(&ids, ',');
        buf_int(&ids, l->id);
    }
    if (ids.len) r.ids = buf_str(&ids);
    return r;
}

// What goes on for those whom the refusal names, or for the others: all kinds but `but`.
static void go_on(Ctx *c, int64_t consent, Str agencies, bool those_named, Str but) {
    if (!consent_kinds_left(c->db, consent, but)) return;
    if (!consent_seats(c->db, consent, agencies, those_named)) return;
    int64_t rest = consent_copy(c->db, consent, c->now, c->actor.id);
    if (rest == NONE) return;              // a fault, which stays in the Db
    consent_copy_agencies(c->db, consent, rest, agencies, those_named);
    consent_copy_kinds(c->db, consent, rest, but);
    consent_move_seats(c->db, consent, rest, agencies, those_named);
    access_audit(c, "consent.narrow", "consent", rest, (Str){0});
}

void refuse_standing(Ctx *c, ConsentNew n) {
    if (!n.agencies.len) return;           // a purpose was refused, and nobody by name
    ConsentLineList lines = standing(c, n);
    Str agencies = listed(c, n.agencies), kinds = listed(c, n.kinds);
    for (size_t i = 0; i < lines.len; i++) {
        int64_t id = lines.at[i].id;
        go_on(c, id, agencies, false, S(","));
        go_on(c, id, agencies, true, kinds);
        consent_end(c, id, str_fmt(c->arena, "Refused: %.*s", STR_FMT(n.purpose)));
    }
}
