// What a family allowed and refused, and what was shared, kept back or opened all the same.
#include "access/access.h"
#include "access/settings.h"
#include "people/share/share.h"
#include "voice/demo/tell.h"

static const Str usual_kinds = S("who,help,contact,assessment,plan,note,view");

static Str agencies_of(Telling *t, const char *whose) {
    Buf out = {.arena = t->c->arena};
    for (Str rest = str_from(whose); rest.len;) {
        Str who = str_cut(&rest, S(" "));
        if (out.len) buf_byte(&out, ',');
        buf_fmt(&out, "%lld", (long long)tell_agency(t, str_c(t->c->arena, who)));
    }
    return buf_str(&out);
}

int64_t tell_agreed(Telling *t, Agreed a) {
    Ctx *c = t->c;
    bool parent = !a.capacity || str_eq(str_from(a.capacity), S("parent"));
    const Person *child = person_shown(c->db, t->who);
    int64_t id = consent_give(
        c, (ConsentNew){.person = t->who,
                        .refused = a.refused,
                        .purpose = a.purpose,
                        .giver = parent ? t->parent[0] : t->who,
                        .giver_name = parent ? t->parent_name : child->name,
                        .capacity = parent ? S("parent") : str_from(a.capacity),
                        .capacity_why = a.why,
                        .how = a.how ? str_from(a.how) : S("signed"),
                        .until = c->now + (a.days ? a.days : 365) * DAY_MS,
                        .agencies = a.agencies ? agencies_of(t, a.agencies) : (Str){0},
                        .kinds = a.kinds.len ? a.kinds : usual_kinds});
    if (!a.refused) t->consent = id;
    return id;
}

void tell_withdrawn(Telling *t, int64_t consent, Str why) { consent_end(t->c, consent, why); }

int64_t tell_shared(Telling *t, const char *whom, const char *basis, Str facts, int days) {
    Ctx *c = t->c;
    return sharing_begin(
        c, (SharingNew){.person = t->who,
                        .agency = tell_agency(t, whom),
                        .basis = str_from(basis),
                        .facts = facts,
                        .interests = S("Whoever meets the family next must know it to keep the child safe"),
                        .consulted = S("The team’s manager agreed the same day"),
                        .family_told = S("Told on the visit, with what was shared and why"),
                        .until = c->now + days * DAY_MS,
                        .kinds = S("who,help,note")});
}

void tell_withheld(Telling *t, Str whom, Str what, Str reasons) {
    Ctx *c = t->c;
    withheld_put(c->db, t->who, whom, what, 0, reasons, S("The family’s trust keeps the help going"),
                 S("The school’s safeguarding lead agreed"), c->now, c->actor.id);
}

int64_t tell_glass(Telling *t, const char *reviewer, Str reason) {
    Ctx *c = t->c;
    int64_t hour = INT64_C(3600000);
    int64_t id = glass_put(c->db, t->who, c->actor.id, reason, c->now,
                           c->now + setting_int(c->db, "glass.hours") * hour, tell_account(t, reviewer),
                           c->now + setting_int(c->db, "glass.review_hours") * hour);
    entry_add(c, (EntryNew){.person = t->who,
                            .episode = NONE,
                            .kind = "note",
                            .what = "glass",
                            .title = S("The record was opened at once, for a reason"),
                            .subject = "glass",
                            .subject_id = id});
    return id;
}
