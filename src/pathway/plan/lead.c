// The lead professional: one at a time, with every change and its reason (W50, W45); and what was considered
// and why (W50, W51, W56). The team's page is here too, for it begins with them.
#include "pathway/plan/case.h"
#include "pathway/plan/seat.html.h"

typedef struct LeadForm {
    Str seat, why, agreed;
} LeadForm;
static const Field fields[] = {
    {FIELD(LeadForm, seat), .label = S("Who leads from now on?"),
     .hint =
         S("Somebody of the team who has an account. While they lead they answer for the help, and see the "
           "whole record"),
     .kind = RADIOS, .required = true, .missing = S("Choose who leads")},
    {FIELD(LeadForm, why), .label = S("Why they, and why now?"), .kind = TEXTAREA, .required = true,
     .max = 1000, .missing = S("Enter why they lead from now on")},
    {FIELD(LeadForm, agreed), .label = S("What do the family and the child say about it?"), .kind = TEXTAREA,
     .required = true, .max = 1000, .missing = S("Enter what the family and the child say about it")},
};
static const Form lead_form = {S("Name the lead professional"), S("They lead"), fields, COUNT(fields)};

static Choices leaders(Ctx *c, int64_t episode) {
    SeatList all = seat_all(c->db, episode);
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < all.len; i++) {
        const Seat *s = &all.at[i];
        if (s->account_id == NONE || s->lead || !seat_stands(s, c->now)) continue;
        at[n++] = (Choice){
            .value = case_id_text(c->arena, s->id),
            .label = s->name,
            .hint = str_fmt(c->arena, "%.*s, %.*s", STR_FMT(s->role), STR_FMT(seat_from(c->arena, s)))};
    }
    return (Choices){n, at};
}

static const Seat *leader_of(Ctx *c, int64_t episode) {
    SeatList all = seat_all(c->db, episode);
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].lead && all.at[i].ends_at == NONE) return &all.at[i];
    return NULL;
}

// Their seat ends and another begins, so that the history says who led from when until when.
static int64_t seat_anew(Ctx *c, int64_t was, int64_t now, const Seat *s, bool lead, Str why) {
    seat_end(c->db, s->id, was, c->now, why);
    int64_t id = seat_put(c->db, now, s->account_id, s->agency_id, s->name, s->role, lead, s->consent_id,
                          s->sharing_id, c->now, s->email, s->place, s->kind);
    actions_move(c->db, s->id, id);
    return id;
}

static void lead_write(Ctx *c, const Case *k, const Seat *now, const LeadForm *in) {
    const Seat *was = leader_of(c, k->e->id);
    if (was) seat_anew(c, k->e->id, k->e->id, was, false, in->why);
    seat_anew(c, k->e->id, k->e->id, now, true, S("Leads from now on"));
    episode_owner_change(c, k->e->id, now->account_id, NONE, in->why);
    Str body =
        str_fmt(c->arena, "%.*s\n\nThe family and the child: %.*s", STR_FMT(in->why), STR_FMT(in->agreed));
    case_act(c, k,
             (CaseAct){"lead.name", .kind = "help", .what = "team", .subject = "seat", .id = now->id,
                       .title = str_fmt(c->arena, "%.*s (%.*s) is the lead professional", STR_FMT(now->name),
                                        STR_FMT(now->role)),
                       .body = body});
}

// ---- by a step --------------------------------------------------------------------------------------------

// The owner's own place in the team, if they had one, or a new one.
static int64_t seat_of_owner(Ctx *c, int64_t was, const Episode *e, Str why) {
    int64_t id = seat_of_account(c->db, was, e->owner_id);
    const Seat *s = id == NONE ? NULL : seat_find(c->db, id, was);
    if (s) return seat_anew(c, was, e->id, s, true, why);
    const Worker *w = worker(c->db, e->owner_id);
    return seat_put(c->db, e->id, e->owner_id, w ? w->agency_id : e->agency_id, e->owner,
                    str_eq(e->kind, S("social-care")) ? S("Social worker") : S("Worker of early help"), true,
                    NONE, NONE, c->now, (Str){0}, (Str){0}, S("worker"));
}

void lead_passes(Ctx *c, int64_t was, int64_t now) {
    const Episode *e = episode_of(c->db, now);
    const Seat *old = leader_of(c, was);
    if (!e || (old && old->account_id == e->owner_id)) return;    // carried as they are
    bool up = str_eq(e->kind, S("social-care"));
    Str why = up ? S("Social care holds the case from now on") : S("Early help goes on without social care");
    int64_t lead = seat_of_owner(c, was, e, why);
    bool stays = old && (up || old->consent_id != NONE || old->sharing_id != NONE);
    if (stays) seat_anew(c, was, now, old, false, why);
    if (old && !stays) {
        seat_end(c->db, old->id, was, c->now, why);
        actions_move(c->db, old->id, lead);
    }
    entry_add(c, (EntryNew){.person = e->person_id,
                            .episode = now,
                            .kind = "help",
                            .what = "team",
                            .title = str_fmt(c->arena, "%.*s: %.*s, %.*s",
                                             STR_FMT(episode_lead_text(e->kind)), STR_FMT(e->owner),
                                             STR_FMT(e->agency)),
                            .subject = "seat",
                            .subject_id = lead});
}

// ---- naming -----------------------------------------------------------------------------------------------

static Reply naming(Ctx *c, bool save) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_HOLDS, &k, &no)) return no;
    LeadForm in = {0};
    Filled f = form_blank(&lead_form, NULL);
    f.choices[0] = leaders(c, k.e->id);
    if (save) form_take(c, &f, &in);
    Buf before = {.arena = c->arena};
    lead_before(&before, k.e->id, leader_of(c, k.e->id), f.choices[0].len);
    if (!save || f.n_errors) return case_form(c, &k, "team", &f, &before);
    lead_write(c, &k, seat_find(c->db, case_id_of(in.seat), k.e->id), &in);
    return see_other_saying(c, S("The lead professional is named"), "/work/episodes/%lld",
                            (long long)k.e->id);
}

Reply lead_name(Ctx *c) { return naming(c, false); }
Reply lead_name_save(Ctx *c) { return naming(c, true); }

// ---- considered -------------------------------------------------------------------------------------------

typedef struct ConsideredForm {
    Str what, needed, why;
} ConsideredForm;
static const Choice considered_what[] = {
    {S("lead"), S("A lead professional"), {0}},
    {S("team"), S("A team around the child"), {0}},
    {S("forum"), S("The Multi-Agency Forum"), {0}},
};
static const Field considered_fields[] = {
    {FIELD(ConsideredForm, what), .label = S("What was considered?"), .kind = RADIOS, .required = true,
     .choices = considered_what, .n_choices = COUNT(considered_what),
     .missing = S("Choose what was considered")},
    {FIELD(ConsideredForm, needed), .label = S("Is it needed now?"), .kind = YESNO, .required = true,
     .missing = S("Say whether it is needed now")},
    {FIELD(ConsideredForm, why), .label = S("Why?"), .kind = TEXTAREA, .required = true, .max = 1000,
     .missing = S("Enter why it is needed, or why not")},
};
static const Form considered_form = {S("Considered, and decided"), S("Keep it"), considered_fields,
                                     COUNT(considered_fields)};

static Reply considering(Ctx *c, bool save) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_HOLDS, &k, &no)) return no;
    ConsideredForm in = {0};
    Filled f = save ? form_read(c, &considered_form, &in) : form_blank(&considered_form, NULL);
    if (!save || f.n_errors) return case_form(c, &k, "team", &f, NULL);
    bool needed = str_eq(in.needed, S("yes"));
    int64_t id = considered_put(c->db, k.e->id, in.what, needed, in.why, c->now, c->actor.id);
    Str what = label_in(considered_what, COUNT(considered_what), in.what);
    case_act(c, &k,
             (CaseAct){"considered.add", .kind = "help", .what = "team", .subject = "considered", .id = id,
                       .body = in.why,
                       .title = str_fmt(c->arena, "%.*s was considered: %s", STR_FMT(what),
                                        needed ? "needed" : "not needed now")});
    return see_other_saying(c, S("It is kept"), "/work/episodes/%lld", (long long)k.e->id);
}

Reply considered_new(Ctx *c) { return considering(c, false); }
Reply considered_save(Ctx *c) { return considering(c, true); }

// ---- the team's page --------------------------------------------------------------------------------------

Reply episode_show(Ctx *c) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_READ, &k, &no)) return no;
    TeamPage p = {.k = &k,
                  .seats = seat_all(c->db, k.e->id),
                  .answers = answers_all(c->db, k.e->id),
                  .considered = considered_all(c->db, k.e->id),
                  .lacks = lacks_of(c->db, k.e->id),
                  .lead = leader_of(c, k.e->id)};
    Buf out = {.arena = c->arena};
    for (size_t i = 0; i < p.seats.len; i++)
        if (p.seats.at[i].ends_at == NONE)
            str_eq(p.seats.at[i].kind, S("universal")) ? p.universal++ : p.helping++;
    team_around(&out, c, &p);
    return case_page(c, &k, "team", S("Team around the child"), &out);
}
