// The family is looked for from the contact itself: while typing with script, by a button without (W25).
#include "pathway/contact/find.html.h"
#include "pathway/contact/pages.h"
#include "web/layout.h"

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
    if (ask.name.len || ask.born.len || ask.place.len)
        hits = find_people(c, ask, SHOWN);
    else
        hits.unclear = S("Enter a name, a date of birth or an address");
    Buf out = {.arena = c->arena};
    contact_found(&out, c, k, &hits, ask);
    return page(c,
                (Page){.title = S("Find the child"),
                       .crumbs = {{S("The front door"), {S("/work/contacts")}}},
                       .no_index = true},
                &out);
}
