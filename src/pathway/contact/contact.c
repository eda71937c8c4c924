// A contact from its first second: who answers for it, who holds its children, what was done with it.
#include <inttypes.h>

#include "access/settings.h"
#include "db/audit.h"
#include "pathway/contact/contact.html.h"
#include "pathway/contact/within.h"
#include "pathway/plan/episode.h"
#include "pathway/plan/untold.h"

const Choice channels[] = {
    {S("telephone"), S("Telephone")},    {S("email"), S("Email")},
    {S("letter"), S("Letter")},          {S("in-person"), S("In person")},
    {S("web-public"), S("Public form")}, {S("web-professional"), S("Professional’s form")},
};
const size_t n_channels = COUNT(channels);
const Choice callers[4] = {
    {S("professional"), S("A professional"), {0}},
    {S("public"), S("A member of the public"), {0}},
    {S("family"), S("The family, or the child"), {0}},
    {S("anonymous"), S("Does not say who they are"), {0}},
};

Str choice_text(const Choice *at, size_t n, Str value, Str otherwise) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(at[i].value, value)) return at[i].label;
    return otherwise;
}

Str channel_text(Str key) { return choice_text(channels, n_channels, key, key); }
Str caller_text(Str key) {
    static const Choice words[] = {
        {S("professional"), S("a professional"), {0}},
        {S("public"), S("a member of the public"), {0}},
        {S("family"), S("the family"), {0}},
        {S("anonymous"), S("somebody who did not say who they are"), {0}},
    };
    return choice_text(words, COUNT(words), key, S("nobody has asked yet who"));
}

Str determination_text(Str key) { return str_eq(key, S("referral")) ? S("Referral") : S("Initial Contact"); }

// ---- who answers ------------------------------------------------------------------------------------------

Desk desk_of_team(Ctx *c, int64_t team) {
    return (Desk){team == NONE ? NONE : team_lead(c->db, team, c->now), team};
}

Desk desk_of_kind(Ctx *c, const char *kind) {
    return desk_of_team(c, team_of_kind(c->db, str_from(kind), c->now));
}

Str next_working(Ctx *c, int days) {
    Holidays off = clock_holidays(c->arena, holiday_list(c->db));
    return date_iso(c->arena, date_add_working(off, c->today, days));
}

// ---- taking one -------------------------------------------------------------------------------------------

// Who takes contacts reads them all. A team that was given one reads that one, as long as it has it: the help
// begins from there.
static bool for_this_actor(Ctx *c, const Contact *k) {
    if (may(c->actor, CONTACT_TAKE)) return true;
    return k->decided_at != NONE && k->closed_at == NONE && k->team_id != NONE &&
           team_has(c->db, k->team_id, c->actor.id, c->now);
}

const Contact *contact_open(Ctx *c, int64_t id) {
    const Contact *k = contact_find(c->db, id, c->actor.id, c->now);
    if (!k || !for_this_actor(c, k)) return NULL;
    note_before_answer(c, "contact.open", "contact", id);
    return k;
}

void contact_say(Ctx *c, int64_t contact, Str what) {
    contact_event_put(c->db, contact, c->now, c->actor.id ? c->actor.id : NONE, what);
}

// The day on which the decision is due is the contact's next date.
static void start_clock(Ctx *c, int64_t id) {
    clock_start(c, "front-door-decision", "contact", id, NONE, c->now);
    ClockList clocks = clocks_of(c, "contact", id);
    if (clocks.len && clocks.at[0].due_at != NONE)
        contact_next(c->db, id, date_iso(c->arena, date_of(clocks.at[0].due_at)));
}

int64_t contact_new(Ctx *c, ContactNew n) {
    int64_t id =
        contact_begin(c->db, str_from(n.channel), c->now, n.out_of_hours, n.adviser, n.raised_by,
                      n.desk.account, n.desk.team, next_working(c, 1), S("Decide what happens next"));
    start_clock(c, id);
    contact_say(c, id, str_fmt(c->arena, "Came by %.*s", STR_FMT(channel_text(str_from(n.channel)))));
    access_audit(c, "contact.begin", "contact", id, (Str){0});
    return id;
}

// ---- holding ----------------------------------------------------------------------------------------------

void contact_hold(Ctx *c, int64_t contact, int64_t team) {
    hold_end(c, NONE, "contact", contact);
    ContactPersonList all = contact_people(c->db, contact);
    for (size_t i = 0; i < all.len; i++) {
        if (team != NONE) hold_begin(c, all.at[i].person_id, team, "contact", contact);
        words_go_on(c, all.at[i].person_id);
    }
}

static void add_entries(Ctx *c, int64_t contact, Str title) {
    ContactPersonList all = contact_people(c->db, contact);
    for (size_t i = 0; i < all.len; i++)
        entry_add(c, (EntryNew){.person = all.at[i].person_id,
                                .kind = "contact",
                                .what = "contact",
                                .title = title,
                                .subject = "contact",
                                .subject_id = contact});
}

bool contact_to_duty(Ctx *c, int64_t contact) {
    Desk duty = desk_of_kind(c, "duty");
    if (duty.account == NONE) duty = (Desk){c->actor.id, NONE};
    Str today = date_iso(c->arena, c->today);
    if (contact_put_through(c->db, contact, c->now, duty.account, duty.team, today,
                            S("Safeguarding: answer the call and decide")) != 1)
        return false;
    contact_hold(c, contact, duty.team);
    Str name = access_name(c->db, duty.account);
    contact_say(c, contact, str_fmt(c->arena, "Put through to %.*s at once", STR_FMT(name)));
    checks_follow(c, contact);
    add_entries(c, contact, S("A safeguarding call was put through to the duty team at once"));
    access_audit(c, "contact.put-through", "contact", contact, (Str){0});
    return true;
}

static Str source_of(const Contact *k) {
    return k->caller.at ? caller_text(k->caller) : S("somebody who called the front door");
}

bool contact_add_child(Ctx *c, const Contact *k, int64_t person) {
    const Person *p = person_shown(c->db, person);
    if (!p || person_shut(c->db, person, c->actor.id)) return false;
    if (contact_child_put(c->db, k->id, person, c->now, c->actor.id) != 1) return true;
    if (k->team_id != NONE) hold_begin(c, person, k->team_id, "contact", k->id);
    entry_add(c, (EntryNew){.person = person,
                            .kind = "contact",
                            .what = "contact",
                            .nature = "report",
                            .title = S("A contact to the front door"),
                            .source = source_of(k),
                            .happened_at = k->came_at,
                            .subject = "contact",
                            .subject_id = k->id});
    access_audit(c, "contact.child", "person", p->id, (Str){0});
    flag_repeats(c, k->id, person);
    return true;
}

Reply contact_overtaken(Ctx *c, int64_t contact) {
    const Contact *k = contact_open(c, contact);
    const ContactEvent *last = contact_last(c->db, contact);
    if (!k || !last) return status_page(c, 409);
    Buf out = {.arena = c->arena};
    contact_overtaken_view(&out, c, k, last);
    return page_status(c, 409, (Page){.title = S("A colleague was first"), .no_index = true}, &out);
}

// ---- several in a short time ------------------------------------------------------------------------------

void flag_repeats(Ctx *c, int64_t contact, int64_t person) {
    int64_t days = setting_int(c->db, "contact.repeat_days"),
            most = setting_int(c->db, "contact.repeat_times");
    int64_t times = contacts_since(c->db, person, c->now - days * 86400000);
    if (times < most || flag_open_for(c->db, person) != NONE) return;
    Desk desk = desk_of_kind(c, "front-door");
    if (desk.account == NONE) desk = desk_of_kind(c, "duty");
    if (desk.account == NONE) desk.account = c->actor.id;
    int64_t id = repeat_put(c->db, person, contact, times, days, c->now, desk.account, next_working(c, 1));
    contact_say(c, contact,
                str_fmt(c->arena, "Flagged: %" PRId64 " contacts in %" PRId64 " days", times, days));
    access_audit(c, "contact.flag", "contact_flag", id, (Str){0});
}
