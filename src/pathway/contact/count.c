// Contacts by day, how they came, who raised them, what they were and which way they went: numbers, no names
// (W31). Who has the right PATHWAY_COUNT sees them as they are.
#include "pathway/contact/count.html.h"
#include "pathway/contact/pages.h"
#include "web/layout.h"

enum { DAYS_SHOWN = 28, DAYS_MOST = 3660 };

Str count_label(const ContactCount *n) {
    if (!n->key.at) return str_eq(n->what, S("caller")) ? S("Not asked yet") : S("Not decided yet");
    if (str_eq(n->what, S("channel"))) return channel_text(n->key);
    if (str_eq(n->what, S("caller"))) return choice_text(callers, COUNT(callers), n->key, n->key);
    return str_eq(n->what, S("determination")) ? determination_text(n->key) : n->key;
}

static void count_days(Ctx *c, CountPage *p, ContactMomentList all) {
    p->days = arena_new(c->arena, DayCount, all.len + 1);
    Date last = DATE_NONE;
    for (size_t i = 0; i < all.len; i++) {
        Date day = date_of(all.at[i].came_at);
        if (day != last) p->days[p->n_days++].day = date_text(c->arena, day);
        p->days[p->n_days - 1].n++;
        last = day;
    }
}

Reply contacts_counted(Ctx *c) {
    Date from = c->today - DAYS_SHOWN + 1, to = c->today;
    date_parse(param(c->query, S("from")), &from);
    date_parse(param(c->query, S("to")), &to);
    if (to < from) to = from;
    if (to - from > DAYS_MOST) from = to - DAYS_MOST;
    CountPage p = {.from = date_iso(c->arena, from), .to = date_iso(c->arena, to)};
    Instant since = instant_at(from, 0), until = instant_at(to + 1, 0);
    p.counts = contact_counts(c->db, since, until);
    ContactMomentList all = contact_moments(c->db, since, until);
    p.total = (int64_t)all.len;
    count_days(c, &p, all);
    Buf out = {.arena = c->arena};
    contact_counts_view(&out, &p);
    return page(c,
                (Page){.title = S("Contacts counted"),
                       .crumbs = {{S("The front door"), {S("/work/contacts")}}},
                       .no_index = true},
                &out);
}
