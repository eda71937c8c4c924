// Everything known of a person on one page, each fact with its dates and who wrote it down; and what the
// pages around it share.
#include "people/about/about.html.h"
#include "people/about/pages.h"
#include "people/find/find.h"

Record *about_open(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    return r && record_shows(r, "who") ? r : NULL;
}

Reply about_refused(Ctx *c) { return record_refused(c, part_int(c, 0)); }

Str or_null(Str s) { return s.len ? s : (Str){0}; }
int64_t about_by(const Ctx *c) { return c->actor.id ? c->actor.id : NONE; }

Reply about_form(Ctx *c, const Record *r, const char *tab, const Filled *f, Html before) {
    Buf out = {.arena = c->arena};
    about_form_view(&out, c, f, before);
    Str title = f->form->title;
    if (f->n_errors) title = str_fmt(c->arena, "Error: %.*s", STR_FMT(title));
    Reply reply = record_page(c, r, tab, title, &out);
    if (f->n_errors) reply.status = 422;
    return reply;
}

Reply about_saved(Ctx *c, const Record *r, Str notice, const char *tail) {
    return see_other_saying(c, notice, "/work/people/%lld%s", (long long)r->person->id, tail);
}

void about_noted(Ctx *c, const Record *r, Noted n) {
    int64_t id = r->person->id;
    entry_add(c, (EntryNew){.person = id,
                            .episode = NONE,
                            .kind = n.kind ? n.kind : "who",
                            .what = "about",
                            .title = n.title,
                            .body = or_null(n.body)});
    access_audit(c, n.act, "person", id, (Str){0});
    find_index(c->db, c->arena, id);
}

void about_past(Ctx *c, const Record *r, Filled *f, const char *name, Str day) {
    Date d, born;
    if (!day.len || !date_parse(day, &d)) return;
    if (d > c->today) form_wrong(f, name, S("This day has not come yet: enter today or an earlier day"));
    if (r->person->born_on.at && date_parse(r->person->born_on, &born) && d < born)
        form_wrong(f, name,
                   str_fmt(c->arena, "This is before they were born, on %.*s: enter a later day",
                           STR_FMT(date_text(c->arena, born))));
}

Reply about_show(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    About a = {.r = r, .groups = record_shows(r, "assessment"), .transitions = record_shows(r, "plan")};
    int64_t id = r->person->id;
    a.facts = facts(c->db, id, (Str){0}, NONE);
    a.missing = missing_basics(c, r);
    a.attention = voice_attention(c, r);
    if (a.groups) a.said = group_answers(c->db, id);
    if (a.transitions) a.coming = transitions(c->db, id);
    if (a.transitions) a.n_foretold = transitions_foretold(c->arena, r->person, c->today, a.foretold);
    Buf out = {.arena = c->arena};
    about_view(&out, c, &a);
    return record_page(c, r, "about", S("About them"), &out);
}
