// Meetings, reviews and supervision.
#include "access/access.h"
#include "pathway/clock/clock.h"
#include "pathway/plan/case.sql.h"
#include "pathway/plan/episode.h"
#include "voice/demo/tell.h"

static void note(Telling *t, const char *what, Str title, Str body, const char *subject, int64_t id) {
    entry_add(t->c, (EntryNew){.person = t->who,
                               .episode = t->episode,
                               .kind = "plan",
                               .what = what,
                               .title = title,
                               .body = tell_words(body),
                               .subject = subject,
                               .subject_id = id});
}

// ---- meetings ---------------------------------------------------------------------------------------------

static void invite(Telling *t, int64_t meeting) {
    Ctx *c = t->c;
    SeatList seats = seat_all(c->db, t->episode);
    for (size_t i = 0; i < seats.len; i++)
        if (seats.at[i].ends_at == NONE)
            guest_put(c->db, meeting, seats.at[i].id, seats.at[i].name, S("team"), c->now);
    guest_put(c->db, meeting, NONE, t->parent_name, S("parent"), c->now);
    guest_put(c->db, meeting, NONE, person_shown(c->db, t->who)->name, S("child"), c->now);
}

int64_t tell_meeting(Telling *t, Meet m) {
    Ctx *c = t->c;
    Instant at = instant_at(tell_date(t, m.in), m.hour * 60 + m.minute);
    int64_t id = meeting_put(c->db, t->episode, m.kind ? str_from(m.kind) : S("team"), m.purpose, at, 60,
                             m.place, c->actor.id,
                             str_fmt(c->arena, "demo-%lld-%lld@kith", (long long)t->episode, (long long)at));
    invite(t, id);
    note(t, "meeting", str_fmt(c->arena, "Meeting called for %.*s", STR_FMT(instant_text(c->arena, at))),
         m.purpose, "meeting", id);
    return id;
}

static bool is_role(const Seat *seats, size_t n, int64_t seat, Str role) {
    for (size_t i = 0; i < n; i++)
        if (seats[i].id == seat) return str_eq(seats[i].role, role);
    return false;
}

void tell_met(Telling *t, int64_t meeting, Str notes, Str outcome, Str apologies) {
    Ctx *c = t->c;
    SeatList seats = seat_all(c->db, t->episode);
    GuestList guests = guest_all(c->db, meeting, c->now);
    meeting_end(c->db, meeting, S("held"), c->now, notes, outcome);
    for (size_t i = 0; i < guests.len; i++) {
        const Guest *g = &guests.at[i];
        bool away = apologies.len && is_role(seats.at, seats.len, g->seat_id, apologies);
        guest_came(c->db, g->id, away ? S("apologies") : S("came"),
                   away ? S("Sent a page about how it goes, read out at the meeting.") : (Str){0},
                   away ? c->now - DAY_MS : NONE);
        guest_told(c->db, g->id, meeting, c->now);
    }
    meeting_sent(c->db, meeting, c->now);
    note(t, "meeting", S("Meeting held"), outcome, "meeting", meeting);
}

// ---- reviews ----------------------------------------------------------------------------------------------

int64_t tell_review(Telling *t, int due) {
    Ctx *c = t->c;
    Str on = tell_day(t, due);
    int64_t id = review_put(c->db, t->episode, on, episode_of(c->db, t->episode)->owner_id, c->now);
    clock_start(c, "plan-review", "review", id, t->who, c->now);
    note(t, "review", str_fmt(c->arena, "Review planned by %.*s", STR_FMT(day_text(c->arena, on))), (Str){0},
         "review", id);
    return id;
}

static void keep_words(Telling *t, const Held *h) {
    Ctx *c = t->c;
    if (!h->words.said.len) {
        view_missing_put(c->db, t->who, S("review"), h->review, h->unsaid, c->now, c->actor.id);
        return;
    }
    tell_heard(t,
               view_put(c->db, t->who, h->words.said, h->words.how, S("How it is going"), S("review"),
                        h->review, c->now, c->actor.id, episode_of(c->db, t->episode)->owner_id),
               h->words);
    tell_note(t, (Note){.kind = "view",
                        .what = "view",
                        .nature = "report",
                        .title = S("What they say at the review"),
                        .body = h->words.said,
                        .source = S("the child")});
}

int64_t tell_reviewed(Telling *t, Held h) {
    Ctx *c = t->c;
    review_hold(c->db, h.review, c->now, c->actor.id, str_from(h.better), h.improving, h.likely, h.reasons);
    clock_stop(c, "plan-review", "review", h.review);
    keep_words(t, &h);
    note(t, "review", str_fmt(c->arena, "Review: %s for the child", h.better), h.reasons, "review", h.review);
    return h.next ? tell_review(t, h.next) : 0;
}

void tell_not_referred(Telling *t, int64_t review, Str why) {
    review_answered(t->c->db, review, NONE, why);
    note(t, "review", S("No referral after the review"), why, "review", review);
}

// ---- supervision ------------------------------------------------------------------------------------------

int64_t tell_oversight(Telling *t, const char *kind, const char *manager, Str asked, int due) {
    return oversight_put(t->c->db, t->episode, str_from(kind), asked, t->c->actor.id, t->c->now,
                         tell_account(t, manager), tell_day(t, due));
}

void tell_overseen(Telling *t, int64_t oversight, const char *answer, Str words) {
    oversight_answer(t->c->db, oversight, str_from(answer), words, t->c->now);
    note(t, "note", S("Talked over with the manager"), words, "oversight", oversight);
}
