// The team around the child: who sits in it, by role and agency, with an account or without, and on what
// their sight of the record stands (W51, P6). A seat is ended, never taken away.
#include "pathway/plan/case.h"
#include "pathway/plan/seat.html.h"

typedef struct SeatForm {
    Str kind, account, name, agency, place, role, email, basis;
} SeatForm;
enum { S_KIND, S_ACCOUNT, S_NAME, S_AGENCY, S_PLACE, S_ROLE, S_EMAIL, S_BASIS };

static const Choice seat_kinds_all[] = {
    {S("worker"), S("A worker"), S("Of any agency, or a volunteer")},
    {S("family"), S("Somebody of the family"), S("A parent, a grandparent, a friend the family chose")},
    {S("universal"), S("A service every child has"),
     S("The school, the health visitor, the GP: they stay while other help comes and goes")},
};
static const Field fields[] = {
    [S_KIND] = {FIELD(SeatForm, kind), .label = S("Who joins the team?"), .kind = RADIOS, .required = true,
                .choices = seat_kinds_all, .n_choices = COUNT(seat_kinds_all),
                .missing = S("Choose who joins the team")},
    [S_ACCOUNT] = {FIELD(SeatForm, account), .label = S("Their account"),
                   .hint = S("Leave it empty for somebody who does not use Kith"), .kind = SELECT},
    [S_NAME] = {FIELD(SeatForm, name), .label = S("Name"), .hint = S("For somebody without an account"),
                .kind = TEXT, .max = 120},
    [S_AGENCY] = {FIELD(SeatForm, agency), .label = S("Agency"), .hint = S("For somebody without an account"),
                  .kind = SELECT},
    [S_PLACE] = {FIELD(SeatForm, place), .label = S("Where they are from, if it is none of these agencies"),
                 .hint = S("“Scout group”, “Grandmother’s house”"), .kind = TEXT, .max = 120},
    [S_ROLE] = {FIELD(SeatForm, role), .label = S("Their role, in the family’s words"),
                .hint = S("“School nurse”, “Helps in the mornings”"), .kind = TEXT, .required = true,
                .max = 80, .missing = S("Enter their role, in the family’s words")},
    [S_EMAIL] = {FIELD(SeatForm, email), .label = S("Email address"),
                 .hint = S("For invitations and for the link to an action, where they have no account"),
                 .kind = EMAIL},
    [S_BASIS] = {FIELD(SeatForm, basis), .label = S("On what does it stand that they see anything?"),
                 .kind = RADIOS, .required = true, .missing = S("Choose on what their sight stands")},
};
static const Form add_form = {S("Add somebody to the team"), S("Add them"), fields, COUNT(fields)};

// ---- words ------------------------------------------------------------------------------------------------

Str seat_from(Arena *a, const Seat *s) {
    (void)a;
    if (s->agency.at) return s->agency;
    if (s->place.at) return s->place;
    return str_eq(s->kind, S("family")) ? S("The family") : S("No agency");
}

bool seat_stands(const Seat *s, Instant now) {
    return s->ends_at == NONE && (s->until == NONE || s->until > now);
}

static Str kinds_words(Ctx *c, int64_t consent, int64_t sharing) {
    SeatKindList kinds = seat_kinds(c->db, consent, sharing);
    Buf out = {.arena = c->arena};
    for (size_t i = 0; i < kinds.len; i++) {
        const Info *k = info_find(kinds.at[i].kind);
        if (!k) continue;
        if (out.len) buf_lit(&out, ", ");
        buf_put(&out, k->name);
    }
    return out.len ? buf_str(&out) : (Str){0};
}

Str seat_sees(Ctx *c, const Seat *s) {
    if (s->account_id == NONE || !seat_stands(s, c->now)) return (Str){0};
    return kinds_words(c, s->consent_id, s->sharing_id);
}

Choices seat_choices(Ctx *c, int64_t episode) {
    SeatList all = seat_all(c->db, episode);
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < all.len; i++) {
        if (!seat_stands(&all.at[i], c->now)) continue;
        Str text = str_fmt(c->arena, "%.*s, %.*s (%.*s)", STR_FMT(all.at[i].name), STR_FMT(all.at[i].role),
                           STR_FMT(seat_from(c->arena, &all.at[i])));
        at[n++] = (Choice){.value = case_id_text(c->arena, all.at[i].id), .label = text};
    }
    return (Choices){n, at};
}

const Seat *seat_mine(Ctx *c, int64_t episode) {
    int64_t id = seat_of_account(c->db, episode, c->actor.id);
    return id == NONE ? NULL : seat_find(c->db, id, episode);
}

// ---- what a seat stands on --------------------------------------------------------------------------------

static Str basis_label(Ctx *c, const Basis *b) {
    bool consent = str_eq(b->kind, S("c"));
    Str says = consent ? str_fmt(c->arena, "Consent of %.*s", STR_FMT(b->words))
                       : str_fmt(c->arena, "Shared without consent (%.*s)",
                                 STR_FMT(label_in(bases, n_bases, b->words)));
    Str to = b->agency.at ? b->agency : S("the team around the child");
    return str_fmt(c->arena, "%.*s to %.*s, until %.*s", STR_FMT(says), STR_FMT(to),
                   STR_FMT(date_text(c->arena, date_of(b->until))));
}

// "c12-3": a consent or a sharing, and the agency it names.
static Choices basis_choices(Ctx *c, const BasisList *all) {
    Choice *at = arena_new(c->arena, Choice, all->len + 1);
    for (size_t i = 0; i < all->len; i++) {
        const Basis *b = &all->at[i];
        bool consent = str_eq(b->kind, S("c"));
        Str sees = kinds_words(c, consent ? b->id : NONE, consent ? NONE : b->id);
        at[i] = (Choice){.value = str_fmt(c->arena, "%.*s%lld-%lld", STR_FMT(b->kind), (long long)b->id,
                                          b->agency_id == NONE ? 0LL : (long long)b->agency_id),
                         .label = basis_label(c, b),
                         .hint = str_fmt(c->arena, "They will see: %.*s", STR_FMT(sees))};
    }
    at[all->len] = (Choice){S("none"), S("Nothing: they see none of the record"),
                            S("They may be invited, and given a link to one action that is theirs")};
    return (Choices){all->len + 1, at};
}

static const Basis *basis_chosen(Ctx *c, const BasisList *all, Str value) {
    Choices choices = basis_choices(c, all);
    for (size_t i = 0; i < all->len; i++)
        if (str_eq(choices.at[i].value, value)) return &all->at[i];
    return NULL;
}

static Choices worker_choices(Ctx *c) {
    WorkerList all = workers(c->db);
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){
            .value = case_id_text(c->arena, all.at[i].id),
            .label = str_fmt(c->arena, "%.*s (%.*s)", STR_FMT(all.at[i].name), STR_FMT(all.at[i].agency))};
    return (Choices){all.len, at};
}

// ---- adding -----------------------------------------------------------------------------------------------

static Filled blank(Ctx *c, const BasisList *all) {
    Filled f = form_blank(&add_form, NULL);
    f.choices[S_ACCOUNT] = worker_choices(c);
    f.choices[S_AGENCY] = access_agencies(c);
    f.choices[S_BASIS] = basis_choices(c, all);
    return f;
}

static void check_account(Ctx *c, const Case *k, Filled *f, const SeatForm *in, const Worker *w) {
    if (!w) return;
    if (barred_from(c->db, w->id, k->e->person_id))
        form_wrong(f, "account",
                   S("They are close to this child, or the record is sealed to them: choose "
                     "somebody else"));
    else if (seat_of_account(c->db, k->e->id, w->id) != NONE)
        form_wrong(f, "account", S("They are in the team already"));
    if (str_eq(in->kind, S("family")))
        form_wrong(f, "account", S("Somebody of the family is added by name, without a worker’s account"));
}

static void check_seat(Ctx *c, const Case *k, Filled *f, const SeatForm *in, const Worker *w,
                       const Basis *b) {
    check_account(c, k, f, in, w);
    if (!w && !in->name.len) form_wrong(f, "name", S("Enter their name, or choose their account"));
    if (in->email.len && !outbox_address(in->email))
        form_wrong(f, "email", S("Enter an address such as name@example.org"));
    int64_t agency = w ? w->agency_id : case_id_of(in->agency);
    if (b && b->agency_id != NONE && b->agency_id != agency)
        form_wrong(f, "basis",
                   str_fmt(c->arena,
                           "That names %.*s, where they do not work: choose another, or "
                           "ask the family first",
                           STR_FMT(b->agency)));
}

static int64_t seat_write(Ctx *c, const Case *k, const SeatForm *in, const Worker *w, const Basis *b) {
    bool consent = b && str_eq(b->kind, S("c"));
    int64_t agency = w ? w->agency_id : case_id_of(in->agency);
    return seat_put(c->db, k->e->id, w ? w->id : NONE, agency ? agency : NONE, w ? w->name : in->name,
                    in->role, 0, consent ? b->id : NONE, b && !consent ? b->id : NONE, c->now,
                    w ? (Str){0} : case_words(in->email), case_words(in->place), in->kind);
}

Reply seat_add(Ctx *c) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_HOLDS, &k, &no)) return no;
    BasisList all = basis_live(c->db, k.record->person->id, c->now);
    Filled f = blank(c, &all);
    Buf before = {.arena = c->arena};
    seat_before(&before, k.record->person->id, all.len);
    return case_form(c, &k, "team", &f, &before);
}

Reply seat_add_save(Ctx *c) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_HOLDS, &k, &no)) return no;
    BasisList all = basis_live(c->db, k.record->person->id, c->now);
    SeatForm in = {0};
    Filled f = blank(c, &all);
    form_take(c, &f, &in);
    const Worker *w = in.account.len ? worker(c->db, case_id_of(in.account)) : NULL;
    const Basis *b = basis_chosen(c, &all, in.basis);
    check_seat(c, &k, &f, &in, w, b);
    if (f.n_errors) return case_form(c, &k, "team", &f, NULL);
    int64_t id = seat_write(c, &k, &in, w, b);
    case_act(c, &k,
             (CaseAct){"seat.add", .kind = "help", .what = "team", .subject = "seat", .id = id,
                       .title = str_fmt(c->arena, "%.*s joins the team around the child", STR_FMT(in.role))});
    return see_other_saying(c, S("They are in the team around the child"), "/work/episodes/%lld",
                            (long long)k.e->id);
}

// ---- leaving ----------------------------------------------------------------------------------------------

typedef struct LeaveForm {
    Str why;
} LeaveForm;
static const Field leave_fields[] = {
    {FIELD(LeaveForm, why), .label = S("Why do they leave?"),
     .hint = S("The change and its reason stay to be seen. What they could see ends at once"), .kind = TEXT,
     .required = true, .missing = S("Enter why they leave the team")},
};
static const Form leave_form = {S("Leave the team around the child"), S("They leave"), leave_fields,
                                COUNT(leave_fields)};

static Reply leaving(Ctx *c, bool save) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_HOLDS, &k, &no)) return no;
    const Seat *s = seat_find(c->db, part_int(c, 1), k.e->id);
    if (!s) return status_page(c, 404);
    LeaveForm in = {0};
    Filled f = save ? form_read(c, &leave_form, &in) : form_blank(&leave_form, NULL);
    if (save && s->lead) form_wrong(&f, "why", S("They are the lead professional: name another one first"));
    Buf before = {.arena = c->arena};
    seat_leaving(&before, s, seat_from(c->arena, s));
    if (!save || f.n_errors) return case_form(c, &k, "team", &f, &before);
    if (seat_end(c->db, s->id, k.e->id, c->now, in.why) != 1) return status_page(c, 409);
    case_act(c, &k,
             (CaseAct){"seat.end", .kind = "help", .what = "team", .subject = "seat", .id = s->id,
                       .title = str_fmt(c->arena, "%.*s leaves the team around the child", STR_FMT(s->role)),
                       .body = in.why});
    return see_other_saying(c, S("They have left the team"), "/work/episodes/%lld", (long long)k.e->id);
}

Reply seat_leave(Ctx *c) { return leaving(c, false); }
Reply seat_leave_save(Ctx *c) { return leaving(c, true); }
