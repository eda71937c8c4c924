// Who speaks for a role or an agency today. A line belongs to a role, never to a person, so that a change of
// staff changes one row here and no history.
#include "plan/entry/pages.h"

#include <inttypes.h>

#include "plan/entry/who.html.h"

Reply who_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    who_view(&out, c, who_list(c->db), access_people(c, S("responsible-officer")));
    return page(c, entry_frame(c, S("Who answers for what"), "who", (Str){0}), &out);
}

static Reply done(Ctx *c, const Who *w, int64_t account, const char *act, const char *said) {
    access_audit(c, act, "responsible", w->id, str_fmt(c->arena, "{\"account\":%" PRId64 "}", account));
    return see_other_saying(c,
                            str_fmt(c->arena, "%.*s %s %.*s", STR_FMT(access_name(c->db, account)), said,
                                    STR_FMT(w->name)),
                            "/office/who");
}

Reply who_give(Ctx *c) {
    const Who *w = who_find(c->db, part_int(c, 0));
    int64_t account = 0;
    if (!w) return status_page(c, 404);
    if (!str_int(param(c->form, S("account")), &account))
        return see_other_saying(c, S("Choose a person first"), "/office/who");
    if (who_add(c->db, w->id, account) != 1) return status_page(c, 409);
    return done(c, w, account, "responsible.give", "now answers for the lines of");
}

Reply who_take(Ctx *c) {
    const Who *w = who_find(c->db, part_int(c, 0));
    int64_t account = part_int(c, 1);
    if (!w) return status_page(c, 404);
    if (who_drop(c->db, w->id, account) != 1) return status_page(c, 409);
    return done(c, w, account, "responsible.take", "no longer answers for the lines of");
}
