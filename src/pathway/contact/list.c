// The front door's lists: what is open, the gravest first; and what one raised oneself (W24, W27).
#include "pathway/contact/list.html.h"
#include "pathway/contact/pages.h"
#include "pathway/contact/within.h"
#include "web/layout.h"

enum { DAY_OPENS = 8 * 60 + 30, DAY_CLOSES = 17 * 60 };    // minutes after midnight, on working days

// A call that was put through is to be answered, whenever it came.
int contact_group(const ContactLine *k) {
    if (k->put_through_at != NONE && k->decided_at == NONE) return GROUP_DANGER;
    if (k->out_of_hours && k->seen_at == NONE) return GROUP_NIGHT;
    return k->decided_at == NONE ? GROUP_OPEN : GROUP_DECIDED;
}

// A colour by its key; the words beside it say the same.
Str risk_class(Str key) {
    static const Choice classes[] = {{S("red"), S("govuk-tag--red"), {0}},
                                     {S("amber"), S("govuk-tag--orange"), {0}},
                                     {S("green"), S("govuk-tag--green"), {0}}};
    return choice_text(classes, COUNT(classes), key, S("govuk-tag--grey"));
}

Reply contacts_list(Ctx *c) {
    ContactLineList all = contacts_open(c->db, c->actor.id);
    ContactGroups n = {0};
    for (size_t i = 0; i < all.len; i++) {
        int group = contact_group(&all.at[i]);
        n.danger += group == GROUP_DANGER, n.night += group == GROUP_NIGHT;
        n.open += group == GROUP_OPEN, n.decided += group == GROUP_DECIDED;
    }
    note_before_answer(c, "contact.list", "contact", NONE);
    Buf out = {.arena = c->arena};
    contacts_view(&out, c, all, flags_open(c->db, c->actor.id), &n);
    return page(c,
                (Page){.title = S("The front door"),
                       .crumbs = {{S("Work"), {S("/work")}}},
                       .wide = true,
                       .no_index = true},
                &out);
}

// Whoever only raises contacts is told first when to call, and then has a form; the front door takes them.
Reply contacts_new(Ctx *c) {
    if (!may(c->actor, CONTACT_TAKE)) return see_other(c, "/worried");
    Buf out = {.arena = c->arena};
    contacts_new_view(&out, c);
    return page(c,
                (Page){.title = S("A new contact"),
                       .crumbs = {{S("The front door"), {S("/work/contacts")}}},
                       .no_index = true},
                &out);
}

// Out of hours is when somebody of the out-of-hours team takes a call while the day teams are closed.
static bool is_night(Ctx *c) {
    Holidays off = clock_holidays(c->arena, holiday_list(c->db));
    int minutes = instant_minutes(c->now);
    bool day = date_is_working(off, c->today) && minutes >= DAY_OPENS && minutes < DAY_CLOSES;
    return !day && works_nights(c->db, c->actor.id, c->now) > 0;
}

// Nothing is asked before the call is somebody's: least of all when a child may be in danger (W16, W20).
Reply contacts_take(Ctx *c) {
    bool danger = str_eq(param(c->form, S("act")), S("danger"));
    Desk own = {c->actor.id, team_of_kind(c->db, S("front-door"), c->now)};
    int64_t id = contact_new(c, (ContactNew){.channel = "telephone",
                                             .out_of_hours = is_night(c),
                                             .adviser = c->actor.id,
                                             .raised_by = NONE,
                                             .desk = own});
    if (!danger) return see_other(c, "/work/contacts/%lld", (long long)id);
    contact_to_duty(c, id);
    return see_other_saying(c, S("Put through. Finish the log when you can"), "/work/contacts/%lld",
                            (long long)id);
}

Reply contacts_mine_page(Ctx *c) {
    Buf out = {.arena = c->arena};
    contacts_mine_view(&out, c, contacts_mine(c->db, c->actor.id));
    return page(c,
                (Page){.title = S("What I raised"), .crumbs = {{S("Work"), {S("/work")}}}, .no_index = true},
                &out);
}

static void told_was_seen(Db *db, int64_t contact, int64_t at) { contact_told_seen(db, contact, at); }

// Opening the answer is noted: telling is done when it is read.
Reply contact_mine_show(Ctx *c) {
    const MyContact *k = contact_mine(c->db, part_int(c, 0), c->actor.id);
    if (!k) return status_page(c, 404);
    if (k->told_at != NONE && k->told_seen_at == NONE) write_later(c, told_was_seen, k->id, c->now);
    note_before_answer(c, "contact.mine", "contact", k->id);
    Buf out = {.arena = c->arena};
    contact_mine_view(&out, c, k);
    return page(c,
                (Page){.title = S("What you raised"),
                       .crumbs = {{S("What I raised"), {S("/work/contacts/mine")}}},
                       .no_index = true},
                &out);
}
