// Publishing from the office: first what would go out and what is missing, then the act. Publishing is one of
// the gravest acts, so it wants a fresh proof of who acts.
#include <inttypes.h>

#include "plan/entry/pages.h"
#include "plan/entry/publish.html.h"

Reply publish_list(Ctx *c) {
    Buf out = {.arena = c->arena};
    EntryQuarterList quarters = entry_quarters(c->db, c->actor.id, 1, date_iso(c->arena, c->today));
    publish_list_view(&out, c, quarters, publication_all(c->db));
    return page(c, entry_frame(c, S("Publish"), "publish", (Str){0}), &out);
}

static PublishAsk asked(Ctx *c, const Entry *e) {
    return (PublishAsk){.year = e->period->year,
                        .quarter = (int)e->period->quarter,
                        .account = c->actor.id,
                        .now = c->now,
                        .note = str_trim(param(c->form, S("note")))};
}

static Reply show(Ctx *c, const Entry *e, Str wrong) {
    PublishPage p = {.entry = e, .draft = publication_draft(c->arena, c->db, asked(c, e)), .wrong = wrong};
    p.last = publication_last(c->db, e->period->year, e->period->quarter);
    p.note = param(c->form, S("note"));
    for (size_t i = 0; i < e->rows.len; i++) {
        Str state = entry_state(&e->rows.at[i]);
        p.missing += str_eq(state, S("due")) || str_eq(state, S("returned"));
        p.unsigned_off += str_eq(state, S("handed-in"));
    }
    Buf out = {.arena = c->arena};
    publish_view(&out, c, &p);
    Page frame =
        entry_frame(c, str_fmt(c->arena, "%.*s – Publish", STR_FMT(e->words)), "publish", S("Publish"));
    frame.error = wrong.at != NULL;
    return wrong.at ? page_status(c, 422, frame, &out) : page(c, frame, &out);
}

Reply publish_show(Ctx *c) {
    Entry e;
    if (!entry_open(c, c->part[0], c->part[1], true, &e)) return status_page(c, 404);
    return show(c, &e, (Str){0});
}

Reply publish_send(Ctx *c) {
    Entry e;
    if (!entry_open(c, c->part[0], c->part[1], true, &e)) return status_page(c, 404);
    if (!access_fresh(c)) return access_prove(c, entry_url(c, "publish", &e).text);
    const Publication *last = publication_last(c->db, e.period->year, e.period->quarter);
    if (last && !str_trim(param(c->form, S("note"))).len)
        return show(c, &e, S("Say what changed since the report was last published"));
    int64_t seen = 0;
    str_int(param(c->form, S("last")), &seen);
    if (seen != (last ? last->number : 0)) return status_page(c, 409);      // somebody published meanwhile
    Published p = publication_make(c->arena, c->db, asked(c, &e));
    if (!p.number) return show(c, &e, p.why);
    frozen_thaw(c->db, c->now);
    return see_other_saying(c,
                            str_fmt(c->arena, "%.*s is published, as number %" PRId64, STR_FMT(e.words),
                                    p.number),
                            "/reports/%.*s/%.*s", STR_FMT(e.year_part), STR_FMT(e.quarter_part));
}
