// Meetings: called with an invitation that calendars take, written up with who came, who sent apologies and
// what was reported, and the minutes sent to those who may read them (W51, W56).
#include <sodium.h>

#include "pathway/clock/clock.h"
#include "pathway/plan/case.h"
#include "pathway/plan/meeting.html.h"

typedef struct MeetingForm {
    Str kind, purpose, on, time, minutes, place, guests, child, parents;
} MeetingForm;
enum { M_KIND, M_PURPOSE, M_ON, M_TIME, M_MINUTES, M_PLACE, M_GUESTS, M_CHILD, M_PARENTS };
static const Choice kinds[] = {
    {S("team"), S("The team around the child"), {0}},
    {S("review"), S("A review of the plan"), {0}},
    {S("forum"), S("The Multi-Agency Forum"), S("Who came and what was decided is kept")},
};
static const Field fields[] = {
    [M_KIND] = {FIELD(MeetingForm, kind), .label = S("What kind of meeting?"), .kind = RADIOS,
                .required = true, .choices = kinds, .n_choices = COUNT(kinds),
                .missing = S("Choose what kind of meeting it is")},
    [M_PURPOSE] = {FIELD(MeetingForm, purpose), .label = S("What is it for?"), .kind = TEXT, .required = true,
                   .max = 160, .missing = S("Enter what it is for")},
    [M_ON] = {FIELD(MeetingForm, on), .label = S("On what day?"), .kind = DATE, .required = true,
              .missing = S("Enter the day of the meeting")},
    [M_TIME] = {FIELD(MeetingForm, time), .label = S("At what time?"), .hint = S("For example 15:30"),
                .kind = TEXT, .required = true, .width = 5, .missing = S("Enter the time, such as 15:30")},
    [M_MINUTES] = {FIELD(MeetingForm, minutes), .label = S("How many minutes?"), .kind = NUMBER,
                   .required = true, .width = 3, .missing = S("Enter how many minutes it takes")},
    [M_PLACE] = {FIELD(MeetingForm, place), .label = S("Where?"), .kind = TEXT, .required = true, .max = 160,
                 .missing = S("Enter where it is, or how to join")},
    [M_GUESTS] = {FIELD(MeetingForm, guests), .label = S("Who of the team is invited?"), .kind = CHECKBOXES},
    [M_CHILD] = {FIELD(MeetingForm, child), .label = S("Does the child come?"),
                 .hint =
                     S("If so, they see the meeting on their own page, where they have one, and can ask to "
                       "lead it. Whether they then came is kept"),
                 .kind = YESNO, .required = true, .missing = S("Say whether the child is invited")},
    [M_PARENTS] = {FIELD(MeetingForm, parents), .label = S("Which parents or carers come?"),
                   .hint = S("Their names, with commas"), .kind = TEXT, .max = 300},
};
static const Form meeting_form = {S("Call a meeting"), S("Call it and invite"), fields, COUNT(fields)};

Str meeting_kind_text(Str kind) { return label_in(kinds, COUNT(kinds), kind); }

// "15:30", "9.05": minutes after midnight; -1: no time.
static int minutes_of(Str time) {
    int64_t h, m;
    Str rest = time, hour = str_cut(&rest, str_has(time, S(":")) ? S(":") : S("."));
    if (!rest.at || rest.len != 2 || !str_int(hour, &h) || !str_int(rest, &m)) return -1;
    return h >= 0 && h < 24 && m >= 0 && m < 60 ? (int)(h * 60 + m) : -1;
}

static Instant check_meeting(Ctx *c, Filled *f, const MeetingForm *in, int64_t *ret_minutes) {
    int time = minutes_of(in->time);
    if (in->time.len && time < 0) form_wrong(f, "time", S("Enter a time such as 15:30"));
    if (in->minutes.len && (!str_int(in->minutes, ret_minutes) || *ret_minutes < 5 || *ret_minutes > 600))
        form_wrong(f, "minutes", S("Enter a number of minutes from 5 to 600"));
    Date day = case_day_of(in->on);
    if (f->n_errors || day == DATE_NONE) return NONE;
    Instant at = instant_at(day, time);
    if (at < c->now) form_wrong(f, "on", S("That time is over: enter one that is still to come"));
    return at;
}

static Str uid_new(Ctx *c) {
    uint8_t bytes[16];
    randombytes_buf(bytes, sizeof bytes);
    return str_fmt(c->arena, "%.*s@kith", STR_FMT(str_hex(c->arena, bytes, sizeof bytes)));
}

// ---- inviting ---------------------------------------------------------------------------------------------

static void invite(Ctx *c, const Case *k, int64_t meeting, const MeetingForm *in) {
    for (Str rest = in->guests; rest.at && rest.len;) {
        const Seat *s = seat_find(c->db, case_id_of(str_cut(&rest, S(","))), k->e->id);
        if (!s) continue;
        bool family = str_eq(s->kind, S("family"));
        guest_put(c->db, meeting, s->id, s->name, family ? S("parent") : S("team"), c->now);
    }
    if (str_eq(in->child, S("yes")))
        guest_put(c->db, meeting, NONE, k->record->person->name, S("child"), c->now);
    for (Str rest = in->parents; rest.at && rest.len;) {
        Str name = str_trim(str_cut(&rest, S(",")));
        if (name.len) guest_put(c->db, meeting, NONE, name, S("parent"), c->now);
    }
}

static Reply calling(Ctx *c, bool save) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_HOLDS, &k, &no)) return no;
    MeetingForm in = {0};
    int64_t minutes = 0;
    Instant at = NONE;
    Filled f = form_blank(&meeting_form, NULL);
    f.choices[M_GUESTS] = seat_choices(c, k.e->id);
    if (save) form_take(c, &f, &in), at = check_meeting(c, &f, &in, &minutes);
    if (!save || f.n_errors) return case_form(c, &k, "meetings", &f, NULL);
    int64_t id =
        meeting_put(c->db, k.e->id, in.kind, in.purpose, at, minutes, in.place, c->actor.id, uid_new(c));
    invite(c, &k, id, &in);
    const Meeting *m = meeting_find(c->db, id);
    meeting_mail(c, m, MEETING_CALLED);
    case_act(
        c, &k,
        (CaseAct){"meeting.call", .what = "meeting", .subject = "meeting", .id = id,
                  .title = str_fmt(c->arena, "Meeting called for %.*s", STR_FMT(instant_text(c->arena, at))),
                  .body = in.purpose});
    case_next(c, &k);
    return see_other_saying(c, S("The meeting is called, and invitations are on their way"),
                            "/work/meetings/%lld", (long long)id);
}

Reply meeting_new(Ctx *c) { return calling(c, false); }
Reply meeting_new_save(Ctx *c) { return calling(c, true); }

// ---- one meeting ------------------------------------------------------------------------------------------

bool meeting_open(Ctx *c, CaseNeed need, Case *k, const Meeting **ret, Reply *no) {
    *ret = meeting_find(c->db, part_int(c, 0));
    if (!*ret) return *no = status_page(c, 404), false;
    return case_open(c, (*ret)->episode_id, need, k, no);
}

Reply meeting_reply(Ctx *c, const Case *k, const Meeting *m, const MeetingWrong *wrong) {
    bool said = record_shows(k->record, "view");
    MeetingPage p = {.k = k,
                     .m = m,
                     .guests = guest_all(c->db, m->id, c->now),
                     .said = said,
                     .leads = wish_leads(c->db, m->id) > 0,
                     .answers = said && case_can_hold(c, k),
                     .wrong = wrong};
    if (said) p.wishes = wish_all(c->db, m->id);
    Buf out = {.arena = c->arena};
    meeting_view(&out, c, &p);
    Reply r = case_page(c, k, "meetings", wrong->n ? S("Error: A meeting") : S("A meeting"), &out);
    r.status = wrong->n ? 422 : 200;
    return r;
}

Reply meeting_show(Ctx *c) {
    Case k;
    Reply no;
    const Meeting *m;
    if (!meeting_open(c, CASE_READ, &k, &m, &no)) return no;
    return meeting_reply(c, &k, m, &(MeetingWrong){0});
}

Reply meeting_ics(Ctx *c) {
    Case k;
    Reply no;
    const Meeting *m;
    if (!meeting_open(c, CASE_READ, &k, &m, &no)) return no;
    Reply r = text_reply(S("text/calendar; charset=utf-8"), meeting_calendar(c, m));
    r.file_name = S("meeting.ics");
    return r;
}

Reply meeting_cancel(Ctx *c) {
    Case k;
    Reply no;
    const Meeting *m;
    if (!meeting_open(c, CASE_HOLDS, &k, &m, &no)) return no;
    if (meeting_end(c->db, m->id, S("cancelled"), c->now, (Str){0}, S("Called off")) != 1)
        return status_page(c, 409);
    meeting_mail(c, meeting_find(c->db, m->id), MEETING_OFF);
    case_act(c, &k,
             (CaseAct){"meeting.cancel", .what = "meeting", .subject = "meeting", .id = m->id,
                       .title = str_fmt(c->arena, "Meeting of %.*s called off",
                                        STR_FMT(instant_text(c->arena, m->starts_at)))});
    case_next(c, &k);
    return see_other_saying(c, S("The meeting is called off, and everybody invited is told"),
                            "/work/episodes/%lld/meetings", (long long)k.e->id);
}

// ---- writing it up ----------------------------------------------------------------------------------------

Str guest_sent(Ctx *c, const char *what, int64_t guest) {
    return str_trim(param(c->form, str_fmt(c->arena, "%s-%lld", what, (long long)guest)));
}

static bool attended_known(Str s) {
    return str_eq(s, S("came")) || str_eq(s, S("apologies")) || str_eq(s, S("absent"));
}

// What the child asked before the meeting has its answer before the minutes are kept (W169).
static MeetingWrong check_written(Ctx *c, const Meeting *m, const GuestList *guests) {
    MeetingWrong w = {0};
    if (wish_waits(wish_all(c->db, m->id)) && ++w.n) w.wishes = S("Answer first what the child asks");
    for (size_t i = 0; i < guests->len; i++)
        if (!attended_known(guest_sent(c, "came", guests->at[i].id))) w.guests = true, w.n++;
    if (!param_has(c->form, S("notes")) || !str_trim(param(c->form, S("notes"))).len) w.notes = true, w.n++;
    if (!str_trim(param(c->form, S("outcome"))).len) w.outcome = true, w.n++;
    return w;
}

// The minutes themselves do not go by mail: who may read the plan is told where they are.
static void tell_guests(Ctx *c, const Meeting *m, const GuestList *guests) {
    for (size_t i = 0; i < guests->len; i++) {
        const Guest *g = &guests->at[i];
        if (!g->sees || !g->email.at) continue;
        outbox_mail(c->db, c->now,
                    (Mail){.to = g->email,
                           .subject = S("The minutes of a meeting are there to read"),
                           .text = str_fmt(c->arena,
                                           "Hello %.*s\n\nThe minutes of the meeting of %.*s are "
                                           "here:\n\n%.*s/work/meetings/%lld\n",
                                           STR_FMT(g->name), STR_FMT(instant_text(c->arena, m->starts_at)),
                                           STR_FMT(c->site->base_url), (long long)m->id)});
        guest_told(c->db, g->id, m->id, c->now);
    }
    meeting_sent(c->db, m->id, c->now);
}

static void write_guests(Ctx *c, const GuestList *guests) {
    for (size_t i = 0; i < guests->len; i++) {
        Str report = case_words(guest_sent(c, "report", guests->at[i].id));
        guest_came(c->db, guests->at[i].id, guest_sent(c, "came", guests->at[i].id), report,
                   report.at ? c->now : NONE);
    }
}

Reply meeting_write(Ctx *c) {
    Case k;
    Reply no;
    const Meeting *m;
    if (!meeting_open(c, CASE_HOLDS, &k, &m, &no)) return no;
    if (!str_eq(m->state, S("planned"))) return status_page(c, 409);
    GuestList guests = guest_all(c->db, m->id, c->now);
    MeetingWrong wrong = check_written(c, m, &guests);
    if (wrong.n) return meeting_reply(c, &k, m, &wrong);
    Str outcome = str_trim(param(c->form, S("outcome"))), notes = str_trim(param(c->form, S("notes")));
    if (meeting_end(c->db, m->id, S("held"), c->now, notes, outcome) != 1) return status_page(c, 409);
    write_guests(c, &guests);
    tell_guests(c, m, &guests);
    case_act(c, &k,
             (CaseAct){"meeting.write", .what = "meeting", .subject = "meeting", .id = m->id,
                       .title = str_fmt(c->arena, "Meeting held: %.*s", STR_FMT(m->purpose)),
                       .body = outcome});
    case_next(c, &k);
    return see_other_saying(c, S("The minutes are kept, and those who may read them are told"),
                            "/work/meetings/%lld", (long long)m->id);
}

Reply meeting_given(Ctx *c) {
    Case k;
    Reply no;
    const Meeting *m;
    if (!meeting_open(c, CASE_HOLDS, &k, &m, &no)) return no;
    if (guest_told(c->db, part_int(c, 1), m->id, c->now) != 1) return status_page(c, 404);
    access_audit(c, "meeting.give", "meeting", m->id, (Str){0});
    return see_other_saying(c, S("It is kept that they have them"), "/work/meetings/%lld", (long long)m->id);
}
