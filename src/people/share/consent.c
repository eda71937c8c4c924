// The pages of the ledger: who said that what may be shared, a new row, and its end.
#include "people/share/consent.html.h"
#include "people/share/within.h"

typedef struct New {
    Str answer, purpose, kinds, agencies, giver, giver_name, capacity, capacity_why, how, said_on, until_on;
} New;
enum { AGENCIES = 3, GIVER = 4 };          // which fields have run-time choices
static const Choice answers[] = {{S("given"), S("Yes"), {0}}, {S("refused"), S("No"), {0}}};
static const Field fields[] = {
    {FIELD(New, answer), .label = S("Did they agree?"), .kind = RADIOS, .required = true, .choices = answers,
     .n_choices = COUNT(answers), .missing = S("Say whether they agreed")},
    {FIELD(New, purpose), .label = S("What is it for?"), .kind = TEXTAREA, .required = true, .max = 400,
     .hint = S("In words the family would use, such as “so that school and the nurse can plan together”, or "
               "“to ask other agencies what they know”"),
     .missing = S("Say what it is for")},
    {FIELD(New, kinds), .label = S("What may be seen?"), .kind = CHECKBOXES, .required = true,
     .missing = S("Choose what may be seen, or what was asked for")},
    {FIELD(New, agencies), .label = S("Which agencies may see it?"), .kind = CHECKBOXES,
     .hint = S("Everybody who works there. Choose none when it is only for people in the team around the "
               "child")},
    {FIELD(New, giver), .label = S("Who said it?"), .kind = SELECT, .hint = S("Or write the name below")},
    {FIELD(New, giver_name), .label = S("Their name, if it is not in the list"), .kind = TEXT, .max = 120},
    {FIELD(New, capacity), .label = S("They are"), .kind = RADIOS, .required = true, .choices = capacities,
     .n_choices = COUNT(capacities), .missing = S("Choose in which capacity they said it")},
    {FIELD(New, capacity_why), .label = S("How was it judged that they can decide this themselves?"),
     .kind = TEXTAREA, .max = 1000, .hint = S("Only for a young person under 16")},
    {FIELD(New, how), .label = S("How was it said?"), .kind = RADIOS, .required = true, .choices = hows,
     .n_choices = COUNT(hows), .missing = S("Choose how it was said")},
    {FIELD(New, said_on), .label = S("On which day?"), .kind = DATE, .required = true,
     .missing = S("Enter the day it was said")},
    {FIELD(New, until_on), .label = S("Until when?"), .kind = DATE,
     .hint = S("It ends by itself after this day. Leave empty where they refused")},
};
static const Form form = {S("Record what the family said"), S("Record it"), fields, COUNT(fields)};

bool record_holds(const Record *r) {
    for (size_t i = 0; i < r->ways.len; i++)
        if (str_eq(r->ways.at[i].kind, S("*")) && !str_eq(r->ways.at[i].way, S("glass")) &&
            !str_eq(r->ways.at[i].way, S("complaint")))
            return true;
    return false;
}

Record *record_held(Ctx *c, int64_t person, Reply *ret) {
    Record *r = record_open(c, person);
    if (r && record_holds(r)) return r;
    *ret = record_refused(c, person);
    if (!r) return NULL;
    Buf out = {.arena = c->arena};
    share_not_yours(&out, record_keepers(c->db, r->person->id, c->now));
    *ret = record_page(c, r, "consent", S("Ask who holds this record"), &out);
    ret->status = 403;
    return NULL;
}

Reply record_form(Ctx *c, const Record *r, const char *tab, const Filled *f) {
    Buf out = {.arena = c->arena};
    share_form(&out, c, f);
    const char *error = f->n_errors ? "Error: " : "";
    Reply reply = record_page(c, r, tab, str_fmt(c->arena, "%s%.*s", error, STR_FMT(f->form->title)), &out);
    if (f->n_errors) reply.status = 422;
    return reply;
}

// ---- the ledger -------------------------------------------------------------------------------------------

// Who does not hold the record sees only what names their own agency: it is what they stand on.
Reply consent_page(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    int64_t one = r->person->id;
    ConsentCards cards = consent_cards(c, consent_all(c->db, one, NONE, r->all ? NONE : c->actor.agency));
    LedgerPage p = {.record = r, .holds = record_holds(r), .consents = cards};
    if (r->all) {
        p.sharings = sharing_cards(c, one);
        p.withheld = withheld_all(c->db, one);
        p.receipts = receipt_all(c->db, one);
    }
    Buf out = {.arena = c->arena};
    ledger_page(&out, c, &p);
    return record_page(c, r, "consent", S("Consent and sharing"), &out);
}

// ---- a new row --------------------------------------------------------------------------------------------

static Choices givers(Ctx *c, int64_t one) {
    GiverList all = giver_choices(c->db, one, c->actor.id);
    Choice *at = arena_new(c->arena, Choice, all.len);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){id_text(c->arena, all.at[i].id), all.at[i].name, {0}};
    return (Choices){all.len, at};
}

static Filled blank(Ctx *c, const Record *r, const New *values) {
    Filled f = form_blank(&form, values);
    f.choices[2] = kinds_choices();
    f.choices[AGENCIES] = access_agencies(c);
    f.choices[GIVER] = givers(c, r->person->id);
    return f;
}

Reply consent_new(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    New in = {.said_on = date_iso(c->arena, c->today),
              .until_on = date_iso(c->arena, date_add_months(c->today, 12))};
    Filled f = blank(c, r, &in);
    Buf out = {.arena = c->arena};
    consent_form(&out, c, &f, NULL, NULL);
    return record_page(c, r, "consent", form.title, &out);
}

static void check_giver(Filled *f, const New *in) {
    if (!in->giver.len && !in->giver_name.len) form_wrong(f, "giver", S("Say who said it: choose or write"));
    if (str_eq(in->capacity, S("competent")) && !in->capacity_why.len)
        form_wrong(f, "capacity_why", S("Say how it was judged that they can decide this themselves"));
}

static void check_days(Ctx *c, Filled *f, const New *in) {
    Date said, until;
    if (date_parse(in->said_on, &said) && said > c->today)
        form_wrong(f, "said_on", S("The day it was said cannot be in the future"));
    if (str_eq(in->answer, S("refused"))) return;
    if (!in->until_on.len) form_wrong(f, "until_on", S("Say until when: consent ends by itself"));
    else if (date_parse(in->until_on, &until) && until < c->today)
        form_wrong(f, "until_on", S("That day has passed: choose today or later"));
}

static Str giver_name(Ctx *c, const New *in) {
    const Person *p = in->giver.len ? person_shown(c->db, text_id(in->giver)) : NULL;
    return p ? p->name : in->giver_name;
}

static ConsentNew asked(Ctx *c, const Record *r, const New *in) {
    bool today = str_eq(in->said_on, date_iso(c->arena, c->today));
    return (ConsentNew){.person = r->person->id, .refused = str_eq(in->answer, S("refused")),
                        .purpose = in->purpose, .giver = text_id(in->giver), .giver_name = giver_name(c, in),
                        .capacity = in->capacity, .capacity_why = in->capacity_why, .how = in->how,
                        .said_at = today ? c->now : day_begins(in->said_on), .until = day_ends(in->until_on),
                        .agencies = in->agencies, .kinds = in->kinds};
}

// "What will they see?": the row is written, the agencies' own queries are asked, and nothing is kept.
static Reply preview(Ctx *c, const Record *r, Filled *f, const New *in) {
    ConsentNew n = asked(c, r, in);
    int64_t id = consent_give(c, n);
    ConsentAgencyList all = consent_agencies(c->db, id);
    PreviewPage p = {.proposed = true, .len = n.refused ? 0 : all.len, .of = r->person,
                     .at = arena_new(c->arena, PreviewOne, all.len)};
    for (size_t i = 0; i < p.len; i++)
        p.at[i] = (PreviewOne){all.at[i].name, shown_to(c, r->person->id, NONE, all.at[i].id)};
    Buf out = {.arena = c->arena};
    consent_form(&out, c, f, &p, NULL);
    Reply reply = record_page(c, r, "consent", S("What will they see?"), &out);
    reply.keep_nothing = true;
    return reply;
}

// Before a refusal is recorded: which consents it ends, and whose access.
static Reply confirm_refusal(Ctx *c, const Record *r, Filled *f, const Refused *ends) {
    Buf out = {.arena = c->arena};
    consent_form(&out, c, f, NULL, ends);
    return record_page(c, r, "consent", S("Whose access ends"), &out);
}

Reply consent_new_save(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    New in = {0};
    Filled f = blank(c, r, NULL);
    form_take(c, &f, &in);
    check_giver(&f, &in);
    check_days(c, &f, &in);
    if (f.n_errors) {
        Buf out = {.arena = c->arena};
        consent_form(&out, c, &f, NULL, NULL);
        Reply reply = record_page(c, r, "consent", S("Error: Record what the family said"), &out);
        reply.status = 422;
        return reply;
    }
    ConsentNew n = asked(c, r, &in);
    Refused ends = n.refused ? refused_by(c, n) : (Refused){0};
    bool previews = str_eq(param(c->form, S("act")), S("preview"));
    bool unseen = n.refused && !str_eq(param(c->form, S("ends")), ends.ids);
    if (unseen || (n.refused && previews)) return confirm_refusal(c, r, &f, &ends);
    if (previews) return preview(c, r, &f, &in);
    int64_t id = consent_give(c, n);
    if (n.refused)
        return see_other_saying(c, S("The refusal is recorded and holds from now. Now say what it means"),
                                "/work/people/%lld/consent/%lld/refusal", (long long)r->person->id,
                                (long long)id);
    return see_other_saying(c, S("Recorded. Those named can see it from now"), "/work/people/%lld/consent",
                            (long long)r->person->id);
}

// ---- its end ----------------------------------------------------------------------------------------------

typedef struct End {
    Str why;
} End;
static const Field end_fields[] = {
    {FIELD(End, why), .label = S("What was said?"), .kind = TEXTAREA, .required = true, .max = 1000,
     .hint = S("Who withdrew it, how, and why if they said so"),
     .missing = S("Write down who withdrew it and what was said")},
};
static const Form end_form = {S("Withdraw this consent"), S("End it now"), end_fields, COUNT(end_fields)};

// The consent of this address, if it belongs to this record and stands.
static const ConsentLine *live_one(Ctx *c, const Record *r) {
    const ConsentLine *line = consent_one(c->db, part_int(c, 1));
    if (!line || line->one_id != r->person->id) return NULL;
    return line;
}

static Reply draw_end(Ctx *c, const Record *r, const ConsentLine *line, const Filled *f) {
    ConsentCard card = consent_card(c, line);
    Lost lost = consent_lost(c, line->id, r->person->id, S(","), S(","));
    Buf out = {.arena = c->arena};
    withdraw_page(&out, c, &card, &lost, f);
    Str title = f->n_errors ? S("Error: Withdraw this consent") : end_form.title;
    Reply reply = record_page(c, r, "consent", title, &out);
    if (f->n_errors) reply.status = 422;
    return reply;
}

Reply consent_withdraw(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    const ConsentLine *line = live_one(c, r);
    if (!line) return status_page(c, 404);
    Filled f = form_blank(&end_form, NULL);
    return draw_end(c, r, line, &f);
}

Reply consent_withdraw_save(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    const ConsentLine *line = live_one(c, r);
    if (!line) return status_page(c, 404);
    End in = {0};
    Filled f = form_read(c, &end_form, &in);
    if (f.n_errors) return draw_end(c, r, line, &f);
    if (!consent_end(c, line->id, in.why)) return status_page(c, 409);
    return see_other_saying(c, S("Withdrawn. Whoever saw by it alone sees nothing now"),
                            "/work/people/%lld/consent", (long long)r->person->id);
}
