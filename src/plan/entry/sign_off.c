// Signing off: the performance officer sees what was handed in beside what was there, and takes it or sends
// it back. Whoever typed a figure does not sign it off, unless the partnership has set that one person is
// enough.
#include "plan/entry/pages.h"

#include "db/outbox.h"
#include "plan/entry/moves.h"
#include "plan/entry/sign_off.html.h"

static Page frame(Ctx *c, const Entry *e) {
    return entry_frame(c, str_fmt(c->arena, "%.*s – Sign off", STR_FMT(e->words)), "sign-off", S("Sign off"));
}

Reply sign_off_list(Ctx *c) {
    EntryQuarterList quarters = entry_quarters(c->db, c->actor.id, 1, date_iso(c->arena, c->today));
    Buf out = {.arena = c->arena};
    sign_off_list_view(&out, c, quarters);
    return page(c, entry_frame(c, S("Sign off"), "sign-off", (Str){0}), &out);
}

static Reply show(Ctx *c, const Entry *e, Str wrong) {
    Buf out = {.arena = c->arena};
    sign_off_view(&out, c, e, wrong);
    Page p = frame(c, e);
    p.wide = true;
    p.error = wrong.at != NULL;
    return wrong.at ? page_status(c, 422, p, &out) : page(c, p, &out);
}

Reply sign_off_show(Ctx *c) {
    Entry e;
    if (!entry_open(c, c->part[0], c->part[1], true, &e)) return status_page(c, 404);
    return show(c, &e, (Str){0});
}

static bool ticked(Ctx *c, const EntryRow *r) {
    return param_has(c->form, str_fmt(c->arena, "line-%lld", (long long)r->id));
}

// Tells whoever handed the figure in that it came back, and why.
static void tell(Ctx *c, const Entry *e, const EntryRow *r, Str note) {
    Str to = entry_email(c->db, r->moved_by);
    if (!to.at) return;
    Str text =
        str_fmt(c->arena, "%.*s, %.*s, was sent back:\n\n%.*s\n\nMend it and hand it in again: %.*s%.*s\n",
                STR_FMT(entry_name(c->arena, r)), STR_FMT(e->words), STR_FMT(note),
                STR_FMT(c->site->base_url), STR_FMT(entry_url(c, "figures", e).text));
    outbox_mail(c->db, c->now,
                (Mail){.to = to,
                       .subject = str_fmt(c->arena, "A figure was sent back: %.*s",
                                          STR_FMT(entry_short_name(c->arena, r))),
                       .text = text});
}

static Str result(Ctx *c, bool signing, size_t done, size_t refused) {
    const char *did = signing ? "signed off" : "sent back";
    Str first = str_fmt(c->arena, "%zu %s %s", done, done == 1 ? "figure" : "figures", did);
    if (!refused) return first;
    return str_fmt(c->arena,
                   "%.*s. %zu could not be %s: you handed %s in yourself, or somebody has moved %s since you "
                   "opened the page",
                   STR_FMT(first), refused, did, refused == 1 ? "it" : "them", refused == 1 ? "it" : "them");
}

Reply sign_off_send(Ctx *c) {
    Entry e;
    if (!entry_open(c, c->part[0], c->part[1], true, &e)) return status_page(c, 404);
    Str act = param(c->form, S("act")), note = str_trim(param(c->form, S("note")));
    bool signing = str_eq(act, S("sign-off"));
    if (!signing && !note.len)
        return show(c, &e, S("Say why the figures go back, so that they can be mended"));
    size_t done = 0, refused = 0;
    for (size_t i = 0; i < e.rows.len; i++) {
        const EntryRow *r = &e.rows.at[i];
        if (!ticked(c, r)) continue;
        if (!entry_decide(c, &e, r, signing ? S("sign-off") : S("return"), note)) {
            refused++;
            continue;
        }
        if (!signing) tell(c, &e, r, note);
        done++;
    }
    if (!done && !refused) return show(c, &e, S("Tick the figures first"));
    return see_other_saying(c, result(c, signing, done, refused), "%.*s",
                            STR_FMT(entry_url(c, "sign-off", &e).text));
}
