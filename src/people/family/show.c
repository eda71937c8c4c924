// The family on one page: the picture, the same in words, and who lives together (W9).
#include "people/family/family.html.h"
#include "people/family/pages.h"

Reply family_show(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Family *f = family_gather(c, r);
    Html picture = genogram(c->arena, f, c->today, false);
    Buf out = {.arena = c->arena};
    family_view(&out, c, f, picture);
    return record_page(c, r, "family", S("Family"), &out);
}

Reply family_picture(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Str svg = genogram(c->arena, family_gather(c, r), c->today, true).markup;
    return text_reply(S("image/svg+xml"), svg);
}
