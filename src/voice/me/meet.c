// A child's meetings at their own door: they ask to lead one, put down what they want to talk about, and say
// who is to be there. Whoever called the meeting answers each, and the child reads it here (W169, P8). To a
// parent there is nothing of it.
#include <inttypes.h>

#include "voice/me/meet.html.h"
#include "voice/me/pages.h"
#include "web/layout.h"

// What ended so long ago is still on the page, with its answers.
#define ENDED_MS (INT64_C(60) * 86400000)

MeMeetingList me_meetings_now(Ctx *c, int64_t person) {
    return me_meetings(c->db, person, c->now - ENDED_MS);
}

typedef struct Point {
    Str point;
} Point;
static const Field point_fields[] = {
    {FIELD(Point, point), .label = S("What do you want to talk about?"),
     .hint = S("One thing at a time. You can add as many as you like"), .kind = TEXTAREA, .required = true,
     .max = 1000, .missing = S("Write what you want to talk about, even one word")},
};
static const Form point_form = {S("What I want to talk about"), S("Put it down"), point_fields,
                                COUNT(point_fields)};

typedef struct People {
    Str who, there;
} People;
static const Choice theres[] = {
    {S("there"), S("I want them to be there"), {0}},
    {S("not-there"), S("I do not want them to be there"), {0}},
};
static const Field people_fields[] = {
    {FIELD(People, who), .label = S("Who?"), .hint = S("A name, or who they are: my nan, my football coach"),
     .kind = TEXT, .required = true, .max = 200, .missing = S("Write who it is")},
    {FIELD(People, there), .label = S("What do you want?"), .kind = RADIOS, .required = true,
     .choices = theres, .n_choices = COUNT(theres), .missing = S("Choose whether you want them to be there")},
};
static const Form people_form = {S("Who I want there"), S("Send it"), people_fields, COUNT(people_fields)};

bool me_is_point(const Wish *w) { return str_eq(w->kind, S("point")); }
bool me_is_people(const Wish *w) { return !me_is_point(w) && !str_eq(w->kind, S("lead")); }

size_t me_points(const MeMeet *p) {
    size_t n = 0;
    for (size_t i = 0; i < p->wishes.len; i++) n += me_is_point(&p->wishes.at[i]);
    return n;
}

// NULL: no meeting of theirs, and answered as if there were none.
static const MeMeeting *own_meeting(Ctx *c) {
    if (me_opened(c) != 2) return NULL;
    MeMeetingList all = me_meetings_now(c, part_int(c, 0));
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].id == part_int(c, 1)) return &all.at[i];
    return NULL;
}

static bool still_open(const Ctx *c, const MeMeeting *m) {
    return str_eq(m->state, S("planned")) && m->starts_at > c->now;
}

static Reply meeting_page(Ctx *c, const MeMeeting *m, const Filled *point, const Filled *people) {
    MeMeet p = {.person = part_int(c, 0),
                .m = m,
                .guests = me_guests(c->db, m->id),
                .wishes = wish_all(c->db, m->id),
                .open = still_open(c, m),
                .point = point,
                .people = people};
    for (size_t i = 0; i < p.wishes.len && !p.lead; i++)
        if (str_eq(p.wishes.at[i].kind, S("lead"))) p.lead = &p.wishes.at[i];
    bool wrong = point->n_errors || people->n_errors;
    note_before_answer(c, "me.open", "person", p.person);
    Buf out = {.arena = c->arena};
    me_meeting_page(&out, c, &p);
    Page page = me_frame(S("My meeting"));
    page.error = wrong;
    return page_status(c, wrong ? 422 : 200, page, &out);
}

Reply me_meeting_show(Ctx *c) {
    const MeMeeting *m = own_meeting(c);
    if (!m) return status_page(c, 404);
    Filled point = form_blank(&point_form, NULL), people = form_blank(&people_form, NULL);
    return meeting_page(c, m, &point, &people);
}

// ---- asking -----------------------------------------------------------------------------------------------

// The chronology says that they asked; their words stand with the meeting alone, where they can take them
// back.
static Reply noted(Ctx *c, const MeMeeting *m, const char *title, Str said) {
    entry_add(c, (EntryNew){.person = m->person_id,
                            .episode = m->episode_id,
                            .kind = "view",
                            .what = "view",
                            .title = str_fmt(c->arena, "%s, %.*s", title,
                                             STR_FMT(instant_text(c->arena, m->starts_at))),
                            .nature = "report",
                            .source = S("the child"),
                            .subject = "meeting",
                            .subject_id = m->id});
    access_audit(c, "me.wish", "meeting", m->id, (Str){0});
    return see_other_saying(c, said, "/me/%" PRId64 "/meetings/%" PRId64, part_int(c, 0), m->id);
}

static bool asked_to_lead(Ctx *c, const MeMeeting *m) {
    WishList all = wish_all(c->db, m->id);
    return all.len && str_eq(all.at[0].kind, S("lead"));
}

Reply me_lead(Ctx *c) {
    const MeMeeting *m = own_meeting(c);
    if (!m) return status_page(c, 404);
    if (!still_open(c, m) || asked_to_lead(c, m)) return status_page(c, 409);
    wish_put(c->db, m->id, S("lead"), (Str){0}, c->now, c->actor.id);
    return noted(c, m, "Wants to lead the meeting", S("Sent. You can read the answer here"));
}

Reply me_point(Ctx *c) {
    const MeMeeting *m = own_meeting(c);
    if (!m) return status_page(c, 404);
    Point in = {0};
    Filled f = form_read(c, &point_form, &in), people = form_blank(&people_form, NULL);
    if (!still_open(c, m)) return status_page(c, 409);
    if (f.n_errors) return meeting_page(c, m, &f, &people);
    wish_put(c->db, m->id, S("point"), in.point, c->now, c->actor.id);
    return noted(c, m, "Put down what they want to talk about at the meeting", S("It is on your list"));
}

Reply me_people(Ctx *c) {
    const MeMeeting *m = own_meeting(c);
    if (!m) return status_page(c, 404);
    People in = {0};
    Filled f = form_read(c, &people_form, &in), point = form_blank(&point_form, NULL);
    if (!still_open(c, m)) return status_page(c, 409);
    if (f.n_errors) return meeting_page(c, m, &point, &f);
    wish_put(c->db, m->id, in.there, in.who, c->now, c->actor.id);
    return noted(c, m, "Said who is to be at the meeting", S("Sent. You can read the answer here"));
}

Reply me_wish_back(Ctx *c) {
    const MeMeeting *m = own_meeting(c);
    if (!m) return status_page(c, 404);
    if (!still_open(c, m)) return status_page(c, 409);
    if (wish_back(c->db, part_int(c, 2), m->id, c->now) != 1) return status_page(c, 404);
    if (m->leads && !wish_leads(c->db, m->id)) meeting_leader_changed(c, m->id);
    return noted(c, m, "Took back something they asked of the meeting", S("You took it back"));
}
