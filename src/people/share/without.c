// Sharing without consent, and deciding not to share: a lawful basis, the facts, the child's best interests,
// who was asked, whether the family was told. None of them may be left out (W93, W94, W96, W97, W99).
#include "people/share/consent.html.h"
#include "people/share/within.h"

typedef struct New {
    Str agency, basis, kinds, facts, interests, consulted, told, told_why, until_on;
} New;
enum { AGENCY = 0, BASIS = 1, KINDS = 2 }; // fields with choices of their own
static const Choice told[] = {{S("yes"), S("Yes"), {0}},
                              {S("no"), S("No, and they will not be told now"), {0}},
                              {S("later"), S("Not yet, they will be told"), {0}}};
#define ASKED                                                                                             \
    S("In doubt, ask your line manager before you decide. Write whom you asked, by role, and what they "  \
      "advised")
static const Field fields[] = {
    {FIELD(New, agency), .label = S("With which agency?"), .kind = SELECT, .required = true,
     .missing = S("Choose the agency")},
    {FIELD(New, basis), .label = S("What lets you share without consent?"), .kind = RADIOS, .required = true,
     .missing = S("Choose what lets you share without consent")},
    {FIELD(New, kinds), .label = S("What is shared?"), .kind = CHECKBOXES, .required = true,
     .hint = S("No more than they need"), .missing = S("Choose what is shared")},
    {FIELD(New, facts), .label = S("What is known that makes it necessary?"), .kind = TEXTAREA,
     .required = true, .hint = S("Facts, and where each comes from"),
     .missing = S("Write down the facts that make it necessary")},
    {FIELD(New, interests), .label = S("Why is it in the child’s best interests?"), .kind = TEXTAREA,
     .required = true, .missing = S("Say why it is in the child’s best interests")},
    {FIELD(New, consulted), .label = S("Whom did you ask for advice?"), .kind = TEXTAREA, .required = true,
     .hint = ASKED, .missing = S("Ask your line manager, and write down what they advised")},
    {FIELD(New, told), .label = S("Has the family been told?"), .kind = RADIOS, .required = true,
     .choices = told, .n_choices = COUNT(told), .missing = S("Say whether the family has been told")},
    {FIELD(New, told_why), .label = S("By whom and when, or why not"), .kind = TEXTAREA, .required = true,
     .max = 1000, .missing = S("Say by whom and when the family was told, or why not")},
    {FIELD(New, until_on), .label = S("Until when?"), .kind = DATE, .required = true,
     .hint = S("It ends by itself after this day"), .missing = S("Say until when they may see it")},
};
static const Form form = {S("Share without consent"), S("Share it now"), fields, COUNT(fields)};

static Filled blank(Ctx *c, const New *values) {
    Filled f = form_blank(&form, values);
    f.choices[AGENCY] = access_agencies(c);
    f.choices[BASIS] = (Choices){n_bases, bases};
    f.choices[KINDS] = kinds_choices();
    return f;
}

// Whoever sees all of it may need to share it, and so may somebody who broke the glass a minute ago.
static Record *open_whole(Ctx *c, Reply *ret) {
    Record *r = record_open(c, part_int(c, 0));
    if (r && r->all) return r;
    *ret = record_refused(c, part_int(c, 0));
    return NULL;
}

static Reply draw(Ctx *c, const Record *r, const Filled *f, const PreviewPage *p) {
    Buf out = {.arena = c->arena};
    consent_form(&out, c, f, p, NULL);
    Reply reply = record_page(c, r, "consent", f->n_errors ? S("Error: Share without consent") : form.title,
                              &out);
    if (f->n_errors) reply.status = 422;
    return reply;
}

Reply share_new(Ctx *c) {
    Reply no;
    Record *r = open_whole(c, &no);
    if (!r) return no;
    New in = {.until_on = date_iso(c->arena, date_add_months(c->today, 3))};
    Filled f = blank(c, &in);
    return draw(c, r, &f, NULL);
}

static SharingNew asked(Ctx *c, const Record *r, const New *in) {
    Str answer = SHARE_LABEL(told, in->told);
    Str family = str_fmt(c->arena, "%.*s. %.*s", STR_FMT(answer), STR_FMT(in->told_why));
    return (SharingNew){.person = r->person->id, .agency = text_id(in->agency), .basis = in->basis,
                        .facts = in->facts, .interests = in->interests, .consulted = in->consulted,
                        .family_told = family, .until = day_ends(in->until_on), .kinds = in->kinds};
}

static Reply preview(Ctx *c, const Record *r, const Filled *f, const New *in) {
    sharing_begin(c, asked(c, r, in));
    int64_t agency = text_id(in->agency);
    PreviewOne one = {share_agency(c->db, agency), shown_to(c, r->person->id, NONE, agency)};
    PreviewPage p = {.of = r->person, .proposed = true, .len = 1, .at = &one};
    Reply reply = draw(c, r, f, &p);
    reply.keep_nothing = true;
    return reply;
}

Reply share_new_save(Ctx *c) {
    Reply no;
    Record *r = open_whole(c, &no);
    if (!r) return no;
    New in = {0};
    Filled f = blank(c, NULL);
    form_take(c, &f, &in);
    Date until;
    if (date_parse(in.until_on, &until) && until < c->today)
        form_wrong(&f, "until_on", S("That day has passed: choose today or later"));
    if (f.n_errors) return draw(c, r, &f, NULL);
    if (str_eq(param(c->form, S("act")), S("preview"))) return preview(c, r, &f, &in);
    sharing_begin(c, asked(c, r, &in));
    return see_other_saying(c, S("Shared. The reasons are on the record"), "/work/people/%lld/consent",
                            (long long)r->person->id);
}

Reply share_end(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    const SharingLine *line = sharing_one(c->db, part_int(c, 1));
    if (!line || line->one_id != r->person->id) return status_page(c, 404);
    if (!sharing_end(c, line->id)) return status_page(c, 409);
    return see_other_saying(c, S("Ended. Whoever saw by it alone sees nothing now"),
                            "/work/people/%lld/consent", (long long)r->person->id);
}

// ---- deciding not to --------------------------------------------------------------------------------------

typedef struct Keep {
    Str with_whom, what, offence, reasons, interests, consulted;
} Keep;
static const Field keep_fields[] = {
    {FIELD(Keep, with_whom), .label = S("Who was not told?"), .kind = TEXT, .required = true, .max = 120,
     .missing = S("Say who was not told")},
    {FIELD(Keep, what), .label = S("What was not shared?"), .kind = TEXTAREA, .required = true,
     .missing = S("Say what was not shared")},
    {FIELD(Keep, offence), .label = S("May it be a criminal offence against a child?"), .kind = YESNO,
     .required = true, .missing = S("Say whether it may be an offence against a child")},
    {FIELD(Keep, reasons), .label = S("Why is it not shared?"), .kind = TEXTAREA, .required = true,
     .missing = S("Give the reasons")},
    {FIELD(Keep, interests), .label = S("Why is that in the child’s best interests?"), .kind = TEXTAREA,
     .required = true, .missing = S("Say why that is in the child’s best interests")},
    {FIELD(Keep, consulted), .label = S("Whom did you ask for advice?"), .kind = TEXTAREA, .required = true,
     .hint = ASKED, .missing = S("Ask your line manager, and write down what they advised")},
};
static const Form keep_form = {S("Record a decision not to share"), S("Record it"), keep_fields,
                               COUNT(keep_fields)};

Reply withhold_new(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    Filled f = form_blank(&keep_form, NULL);
    return record_form(c, r, "consent", &f);
}

Reply withhold_save(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    Keep in = {0};
    Filled f = form_read(c, &keep_form, &in);
    if (f.n_errors) return record_form(c, r, "consent", &f);
    int64_t id = withheld_put(c->db, r->person->id, in.with_whom, in.what, str_eq(in.offence, S("yes")),
                              in.reasons, in.interests, in.consulted, c->now, c->actor.id);
    Str title = str_fmt(c->arena, "Decided not to share with: %.*s", STR_FMT(in.with_whom));
    entry_add(c, (EntryNew){.person = r->person->id, .episode = NONE, .kind = "note", .what = "sharing",
                            .title = title, .subject = "withheld", .subject_id = id});
    access_audit(c, "sharing.withhold", "withheld", id, (Str){0});
    return see_other_saying(c, S("The decision and its reasons are recorded"), "/work/people/%lld/consent",
                            (long long)r->person->id);
}
