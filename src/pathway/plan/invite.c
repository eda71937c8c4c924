// Telling those who are invited to a meeting: by mail, with a file for their calendar. Neither names the
// child, nor says what the child wants to talk about: mail and calendars are read by others (W51).
#include "pathway/plan/case.h"
#include "pathway/plan/ics.h"

static const Str led = S("The child leads this meeting. It begins with what they want to talk about.");

Str meeting_calendar(Ctx *c, const Meeting *m) {
    GuestList guests = guest_all(c->db, m->id, c->now);
    Str *at = arena_new(c->arena, Str, guests.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < guests.len; i++)
        if (guests.at[i].email.at) at[n++] = guests.at[i].email;
    return ics_text(c->arena, (Ics){.uid = m->uid,
                                    .summary = S("Meeting about help for a family"),
                                    .description = wish_leads(c->db, m->id) ? led : (Str){0},
                                    .place = m->place,
                                    .organiser = m->owner_email,
                                    .organiser_name = m->owner,
                                    .attendees = at,
                                    .n_attendees = n,
                                    .now = c->now,
                                    .starts = m->starts_at,
                                    .minutes = m->minutes,
                                    .sequence = m->sequence,
                                    .cancelled = str_eq(m->state, S("cancelled"))});
}

// How the mail says it.
static const struct {
    const char *subject, *does, *puts, *into, *type;
} news_words[] = {
    [MEETING_CALLED] = {"Invitation: meeting on", "invites you to", "puts", "into", "REQUEST"},
    [MEETING_CHANGED] = {"Changed: meeting on", "has changed", "changes", "in", "REQUEST"},
    [MEETING_OFF] = {"Called off: meeting on", "has called off", "takes", "out of", "CANCEL"},
};

static Str text_to(Ctx *c, const Meeting *m, const Guest *g, MeetingNews news, Str leader) {
    return str_fmt(c->arena,
                   "Hello %.*s\n\n%.*s %s a meeting about help for a family you know:\n\n"
                   "%.*s\n%.*s\n\n%.*sThe calendar file with this mail %s it %s your calendar. If you "
                   "cannot come, tell %.*s, and send what you would have said.\n",
                   STR_FMT(g->name), STR_FMT(m->owner), news_words[news].does,
                   STR_FMT(instant_text(c->arena, m->starts_at)), STR_FMT(m->place), STR_FMT(leader),
                   news_words[news].puts, news_words[news].into, STR_FMT(m->owner));
}

// Who leads is said when it is the child, and once more when it is no longer.
static Str leader_line(Ctx *c, const Meeting *m, MeetingNews news) {
    if (news == MEETING_OFF) return S("");
    if (wish_leads(c->db, m->id)) return str_fmt(c->arena, "%.*s\n\n", STR_FMT(led));
    return news == MEETING_CHANGED ? str_fmt(c->arena, "%.*s leads this meeting.\n\n", STR_FMT(m->owner))
                                   : S("");
}

void meeting_mail(Ctx *c, const Meeting *m, MeetingNews news) {
    if (!m) return;                        // a fault, which the page will say
    GuestList guests = guest_all(c->db, m->id, c->now);
    Str ics = meeting_calendar(c, m), leader = leader_line(c, m, news);
    for (size_t i = 0; i < guests.len; i++) {
        if (!guests.at[i].email.at) continue;
        outbox_mail(
            c->db, c->now,
            (Mail){.to = guests.at[i].email,
                   .subject = str_fmt(c->arena, "%s %.*s", news_words[news].subject,
                                      STR_FMT(instant_text(c->arena, m->starts_at))),
                   .text = text_to(c, m, &guests.at[i], news, leader),
                   .attachment_name = S("meeting.ics"),
                   .attachment_type = str_fmt(c->arena, "text/calendar; method=%s", news_words[news].type),
                   .attachment = ics});
    }
}

void meeting_leader_changed(Ctx *c, int64_t meeting) {
    meeting_changed(c->db, meeting);
    const Meeting *m = meeting_find(c->db, meeting);
    if (m && str_eq(m->state, S("planned"))) meeting_mail(c, m, MEETING_CHANGED);
}
