// "What do they see?" of those with whom something is shared now, asked as if one were them.
#include "people/share/looked.html.h"
#include "people/share/within.h"

static const PreviewWho *chosen(PreviewWhoList all, Str id) {
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].id == text_id(id)) return &all.at[i];
    return NULL;
}

Reply preview_page(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    int64_t one = r->person->id;
    PreviewWhoList agencies = preview_agencies(c->db, one, c->now);
    PreviewWhoList people = preview_people(c->db, one, c->now);
    const PreviewWho *agency = chosen(agencies, param(c->query, S("agency")));
    const PreviewWho *person = agency ? NULL : chosen(people, param(c->query, S("person")));
    PreviewOne seen = {0};
    if (agency) seen = (PreviewOne){agency->name, shown_to(c, one, NONE, agency->id)};
    if (person) seen = (PreviewOne){person->name, shown_to(c, one, person->id, NONE)};
    PreviewPage p = {.of = r->person, .len = agency || person, .at = &seen};
    Buf out = {.arena = c->arena};
    preview_list(&out, c, one, agencies, people, &p);
    return record_page(c, r, "consent", S("What do they see?"), &out);
}
