// The family is looked for from the contact itself: while typing with script, by a button without (W25). A
// child whom nobody has met yet gets a record from here, and is on the contact with it.
#include "pathway/contact/find.html.h"

#include <inttypes.h>

#include "pathway/contact/pages.h"
#include "people/find/proof.h"

enum { SHOWN = 12 };

Str found_why(Arena *a, const FindHit *h) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < h->whys.len; i++)
        buf_fmt(&out, "%s%.*s", i ? "; " : "Found by: ", STR_FMT(h->whys.at[i]));
    return buf_str(&out);
}

Reply contact_people_find(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    FindAsk ask = {.name = str_trim(param(c->form, S("name"))),
                   .born = str_trim(param(c->form, S("born"))),
                   .place = str_trim(param(c->form, S("place")))};
    FindHits hits = {0};
    bool asked = ask.name.len || ask.born.len || ask.place.len;
    FindAsk wrong = {0};
    if (asked && find_asks_nothing(c->arena, ask, c->today, &wrong)) {
        asked = false;
        hits.unclear = wrong.born.len ? wrong.born : wrong.place;
    } else if (asked)
        hits = find_people(c, ask, SHOWN);
    if (!asked && !hits.unclear.len) hits.unclear = S("Enter a name, a date of birth or an address");
    Buf out = {.arena = c->arena};
    contact_found(&out, c, k, &(ContactFound){&hits, ask, asked ? search_proof(c, ask) : (Str){0}});
    return page(c,
                (Page){.title = S("Find the child"),
                       .crumbs = {{S("The front door"), {S("/work/contacts")}}},
                       .no_index = true},
                &out);
}

// ---- a child with no record yet ---------------------------------------------------------------------------

static Reply made_for_contact(Ctx *c, int64_t person, int64_t contact) {
    const Contact *k = contact_open(c, contact);
    if (!k || !contact_add_child(c, k, person)) return status_page(c, 404);
    if (k->team_id == NONE) person_made_mine(c, person);    // no team has the contact
    return see_other_saying(c, S("The record is made, and the child is on this contact"),
                            "/work/contacts/%" PRId64, contact);
}

static Reply making(Ctx *c, Reply (*step)(Ctx *, MakeFor)) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (k->closed_at != NONE) return contact_overtaken(c, k->id);
    long long id = k->id;
    return step(c, (MakeFor){.save = url_path(c->arena, "/work/contacts/%lld/children/made", id),
                             .from = {str_fmt(c->arena, "Contact %lld", id),
                                      url_path(c->arena, "/work/contacts/%lld", id)},
                             .about = k->id,
                             .made = made_for_contact});
}

Reply contact_child_new(Ctx *c) { return making(c, person_make_ask); }
Reply contact_child_made(Ctx *c) { return making(c, person_make_save); }
