// Asking named partners what they hold about a child, and their answers, each with its time (W95, W99).
#include "pathway/contact/check.html.h"

#include "access/rights.h"
#include "db/audit.h"
#include "db/outbox.h"
#include "pathway/contact/pages.h"
#include "web/layout.h"

typedef struct Ask {
    Str agency, person, question, consent, override_why, family_told, wanted;
} Ask;
static const Choice consents[] = {
    {S("given"), S("They agree"), {0}},
    {S("refused"), S("They refuse"), {0}},
    {S("not-asked"), S("They were not asked"), S("Because asking would put the child at more risk, say")},
};
static const Choice yes_no[] = {{S("yes"), S("Yes"), {0}}, {S("no"), S("No"), {0}}};
static const Field ask_fields[] = {
    {FIELD(Ask, agency), .label = S("Which agency"), .kind = SELECT, .required = true,
     .missing = S("Choose the agency")},
    {FIELD(Ask, person), .label = S("About which child"), .kind = RADIOS, .required = true,
     .missing = S("Choose the child")},
    {FIELD(Ask, question), .label = S("The question"), .hint = S("Ask for what you need and no more"),
     .kind = TEXTAREA, .required = true, .max = 2000, .missing = S("Write the question")},
    {FIELD(Ask, consent), .label = S("What the family says to your asking"), .kind = RADIOS, .required = true,
     .choices = consents, .n_choices = COUNT(consents), .missing = S("Say what the family says")},
    {FIELD(Ask, override_why), .label = S("Without their agreement: why it is in the child’s best interests"),
     .kind = TEXTAREA, .max = 1000},
    {FIELD(Ask, family_told), .label = S("Does the family know that you ask?"), .kind = RADIOS,
     .required = true, .choices = yes_no, .n_choices = COUNT(yes_no), .inline_choices = true,
     .missing = S("Say whether the family knows")},
    {FIELD(Ask, wanted), .label = S("By when you need the answer"), .kind = DATE, .required = true,
     .missing = S("Enter the day by which you need it")},
};
static const Form ask_form = {S("Ask a partner"), S("Ask"), ask_fields, COUNT(ask_fields)};

Str check_consent_text(Str key) {
    static const Choice words[] = {{S("given"), S("The family agrees."), {0}},
                                   {S("refused"), S("The family refuses."), {0}},
                                   {S("not-asked"), S("The family was not asked."), {0}}};
    return choice_text(words, COUNT(words), key, key);
}

static Filled ask_filled(Ctx *c, const Contact *k, const Ask *values) {
    Filled f = form_blank(&ask_form, values);
    ContactChildList all = contact_children(c->db, k->id, c->actor.id);
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){str_fmt(c->arena, "%lld", (long long)all.at[i].person_id), all.at[i].name, {0}};
    f.choices[0] = access_agencies(c);
    f.choices[1] = (Choices){all.len, at};
    return f;
}

static Reply show_ask(Ctx *c, const Contact *k, const Filled *f) {
    Buf out = {.arena = c->arena};
    check_ask_view(&out, c, k, f);
    return page_status(c, f->n_errors ? 422 : 200,
                       (Page){.title = S("Ask a partner"),
                              .error = f->n_errors > 0,
                              .no_index = true,
                              .crumbs = {{S("The front door"), {S("/work/contacts")}}}},
                       &out);
}

Reply check_new(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (k->closed_at != NONE) return contact_overtaken(c, k->id);
    Ask in = {.wanted = next_working(c, 2)};
    Filled f = ask_filled(c, k, &in);
    return show_ask(c, k, &f);
}

static Str or_null(Str s) { return s.len ? s : (Str){0}; }

// Word goes to those of the agency who can answer, and says nothing of the child.
static void send_word(Ctx *c, int64_t id, int64_t person, int64_t agency) {
    CheckReaderList all =
        check_readers(c->db, person, agency, c->actor.id, date_iso(c->arena, c->today));
    Str text = str_fmt(c->arena,
                       "The front door asks your agency a question, and says by when it needs the answer.\n"
                       "Whichever of you can answer it first, please do.\n\n%.*s/work/checks/%lld\n",
                       STR_FMT(c->site->base_url), (long long)id);
    int64_t sent = NONE;
    for (size_t i = 0; i < all.len; i++) {
        const Role *r = role_find(all.at[i].role);
        if (!r || !(r->rights & CONTACT_RAISE) || all.at[i].id == sent) continue;
        sent = all.at[i].id;
        outbox_mail(c->db, c->now,
                    (Mail){.to = all.at[i].email,
                           .subject = S("A question to your agency waits in Kith"),
                           .text = text});
    }
}

static void note_asked(Ctx *c, const Contact *k, int64_t id, int64_t person, int64_t agency) {
    Str name = agency_called(c->db, agency);
    clock_start(c, "check-reply", "check", id, person, c->now);
    contact_say(c, k->id, str_fmt(c->arena, "Asked %.*s what they hold", STR_FMT(name)));
    entry_add(
        c, (EntryNew){.person = person,
                      .kind = "contact",
                      .what = "contact",
                      .title = str_fmt(c->arena, "The front door asked %.*s what they hold", STR_FMT(name)),
                      .subject = "check",
                      .subject_id = id});
    access_audit(c, "check.ask", "agency_check", id, (Str){0});
    send_word(c, id, person, agency);
}

Reply check_new_save(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    Ask in = {0};
    Filled f = ask_filled(c, k, NULL);
    form_take(c, &f, &in);
    if (in.consent.len && !str_eq(in.consent, S("given")) && !in.override_why.len)
        form_wrong(&f, "override_why",
                   S("Say why it is in the child’s best interests, or wait for their agreement"));
    if (in.wanted.len && !f.n_errors && str_cmp(in.wanted, date_iso(c->arena, c->today)) < 0)
        form_wrong(&f, "wanted", S("Enter today or a day to come"));
    if (f.n_errors) return show_ask(c, k, &f);
    int64_t agency = 0, person = 0;
    str_int(in.agency, &agency), str_int(in.person, &person);
    int64_t id = check_put(c->db, k->id, person, agency, in.question, in.consent, or_null(in.override_why),
                           in.family_told, c->now, c->actor.id, in.wanted);
    note_asked(c, k, id, person, agency);
    return see_other_saying(c, S("Asked"), "/work/contacts/%lld", (long long)k->id);
}

// ---- the partner ------------------------------------------------------------------------------------------

typedef struct CheckReply {
    Str state, answer, heard_from;
} CheckReply;
static const Choice states[] = {
    {S("nothing"), S("We hold nothing"), {0}},
    {S("given"), S("Here is what we hold"), {0}},
    {S("declined"), S("We cannot say"), S("Give the reason")},
};
static const Field reply_fields[] = {
    {FIELD(CheckReply, state), .label = S("Your answer"), .kind = RADIOS, .required = true, .choices = states,
     .n_choices = COUNT(states), .missing = S("Choose an answer")},
    {FIELD(CheckReply, answer), .label = S("What you hold, or why you cannot say"), .kind = TEXTAREA,
     .max = 4000},
};
static const Form reply_form = {S("Answer"), S("Send the answer"), reply_fields, COUNT(reply_fields)};

// ---- what the partner says on the telephone ---------------------------------------------------------------

static const Choice heard_states[] = {
    {S("nothing"), S("They hold nothing"), {0}},
    {S("given"), S("They said what they hold"), {0}},
    {S("declined"), S("They cannot say"), S("Give the reason")},
};
static const Field heard_fields[] = {
    {FIELD(CheckReply, heard_from), .label = S("Who told you"), .hint = S("Their name and their role"),
     .required = true, .max = 200, .autocomplete = "off", .missing = S("Write down who told you")},
    {FIELD(CheckReply, state), .label = S("What they answered"), .kind = RADIOS, .required = true,
     .choices = heard_states, .n_choices = COUNT(heard_states), .missing = S("Choose what they answered")},
    {FIELD(CheckReply, answer), .label = S("What they hold, or why they cannot say"), .kind = TEXTAREA,
     .max = 4000},
};
static const Form heard_form = {S("Write down an answer"), S("Write it down"), heard_fields,
                                COUNT(heard_fields)};

typedef struct CheckOff {
    Str why;
} CheckOff;
static const Field off_fields[] = {
    {FIELD(CheckOff, why), .label = S("Why nobody needs to answer any more"), .kind = TEXTAREA,
     .required = true, .max = 1000, .missing = S("Say why nobody needs to answer any more")},
};
static const Form off_form = {S("Call the question off"), S("Call it off"), off_fields, COUNT(off_fields)};

// ---- the page ---------------------------------------------------------------------------------------------

static const AgencyCheck *find(Ctx *c) {
    const AgencyCheck *k =
        check_find(c->db, part_int(c, 0), c->actor.id, c->actor.agency, may(c->actor, CONTACT_TAKE));
    if (k) note_before_answer(c, "check.open", "agency_check", k->id);
    return k;
}

static void was_opened(Db *db, int64_t check, int64_t at) { check_open(db, check, at); }

static bool waits(const AgencyCheck *k) { return k->answered_at == NONE && k->off_at == NONE; }

static CheckPage page_of(Ctx *c, const AgencyCheck *k) {
    bool open = waits(k), asked = k->agency_id == c->actor.agency;
    return (CheckPage){.check = k,
                       .answers = open && asked,
                       .hears = open && !asked && may(c->actor, CONTACT_TAKE) &&
                                check_ours(c->db, k->id, c->actor.id, c->now) > 0,
                       .calls_off = open && k->asked_by == c->actor.id,
                       .answer = form_blank(&reply_form, NULL),
                       .heard = form_blank(&heard_form, NULL),
                       .off = form_blank(&off_form, NULL)};
}

static Reply show(Ctx *c, const CheckPage *p) {
    const AgencyCheck *k = p->check;
    bool asked = k->agency_id == c->actor.agency;
    if (asked && k->opened_at == NONE && k->asked_by != c->actor.id)
        write_later(c, was_opened, k->id, c->now);
    bool wrong = p->answer.n_errors || p->heard.n_errors || p->off.n_errors;
    Buf out = {.arena = c->arena};
    check_view(&out, c, p);
    return page_status(c, wrong ? 422 : 200,
                       (Page){.title = S("A question between agencies"),
                              .error = wrong,
                              .no_index = true,
                              .crumbs = {{S("Questions between agencies"), {S("/work/checks")}}}},
                       &out);
}

Reply check_show(Ctx *c) {
    const AgencyCheck *k = find(c);
    if (!k) return status_page(c, 404);
    CheckPage p = page_of(c, k);
    return show(c, &p);
}

Reply checks_page(Ctx *c) {
    note_before_answer(c, "check.list", "agency_check", NONE);
    Buf out = {.arena = c->arena};
    checks_view(&out, c, checks_for(c->db, c->actor.id, c->actor.agency));
    return page(c,
                (Page){.title = S("Questions between agencies"),
                       .crumbs = {{S("Work"), {S("/work")}}},
                       .no_index = true},
                &out);
}

static Reply overtaken(Ctx *c) {
    const AgencyCheck *k = find(c);
    Buf out = {.arena = c->arena};
    check_overtaken_view(&out, c, k);
    return page_status(c, 409, (Page){.title = S("A colleague was first"), .no_index = true}, &out);
}

static void check_said(Filled *f, const CheckReply *in, const char *missing) {
    if (in->state.len && !str_eq(in->state, S("nothing")) && !in->answer.len)
        form_wrong(f, "answer", str_from(missing));
}

static void note_in_record(Ctx *c, const AgencyCheck *k, EntryNew e) {
    e.person = k->person_id, e.kind = e.what = "contact", e.subject = "check", e.subject_id = k->id;
    entry_add(c, e);
}

// False: it is answered, or was called off.
static bool answered(Ctx *c, const AgencyCheck *k, const CheckReply *in) {
    bool heard = in->heard_from.len > 0;
    if (check_answer(c->db, k->id, c->now, c->actor.id, in->state, or_null(in->answer),
                     or_null(in->heard_from)) != 1)
        return false;
    clock_stop(c, "check-reply", "check", k->id);
    Str how = heard ? S(" by telephone") : S("");
    contact_say(c, k->contact_id,
                str_fmt(c->arena, "%.*s answered%.*s", STR_FMT(k->agency), STR_FMT(how)));
    note_in_record(c, k,
                   (EntryNew){.nature = "report",
                              .title = str_fmt(c->arena, "%.*s answered the front door%.*s",
                                               STR_FMT(k->agency), STR_FMT(how)),
                              .body = in->answer,
                              .source = heard ? str_fmt(c->arena, "%.*s, %.*s", STR_FMT(in->heard_from),
                                                        STR_FMT(k->agency))
                                              : k->agency});
    access_audit(c, heard ? "check.heard" : "check.answer", "agency_check", k->id, (Str){0});
    return true;
}

// Only the agency that was asked answers.
Reply check_save(Ctx *c) {
    const AgencyCheck *k = find(c);
    if (!k || k->agency_id != c->actor.agency) return status_page(c, 404);
    CheckReply in = {0};
    CheckPage p = page_of(c, k);
    p.answer = form_read(c, &reply_form, &in);
    check_said(&p.answer, &in, "Write down what you hold, or why you cannot say");
    if (!p.answers) return overtaken(c);
    if (p.answer.n_errors) return show(c, &p);
    if (!answered(c, k, &in)) return overtaken(c);
    return see_other_saying(c, S("Sent"), "/work/checks");
}

// An agency that rings back has answered, though none of its people has an account.
Reply check_heard_save(Ctx *c) {
    const AgencyCheck *k = find(c);
    if (!k) return status_page(c, 404);
    CheckPage p = page_of(c, k);
    if (!p.hears) return waits(k) ? status_page(c, 404) : overtaken(c);
    CheckReply in = {0};
    p.heard = form_read(c, &heard_form, &in);
    check_said(&p.heard, &in, "Write down what they hold, or why they cannot say");
    if (p.heard.n_errors) return show(c, &p);
    if (!answered(c, k, &in)) return overtaken(c);
    return see_other_saying(c, S("Written down"), "/work/checks/%lld", (long long)k->id);
}

Reply check_off_save(Ctx *c) {
    const AgencyCheck *k = find(c);
    if (!k) return status_page(c, 404);
    CheckPage p = page_of(c, k);
    if (!p.calls_off) return waits(k) ? status_page(c, 404) : overtaken(c);
    CheckOff in = {0};
    p.off = form_read(c, &off_form, &in);
    if (p.off.n_errors) return show(c, &p);
    if (check_call_off(c->db, k->id, c->now, c->actor.id, in.why) != 1) return overtaken(c);
    clock_stop(c, "check-reply", "check", k->id);
    Str title = str_fmt(c->arena, "The question to %.*s was called off", STR_FMT(k->agency));
    contact_say(c, k->contact_id, title);
    note_in_record(c, k, (EntryNew){.title = title, .body = in.why});
    access_audit(c, "check.call-off", "agency_check", k->id, (Str){0});
    return see_other_saying(c, S("Called off"), "/work/checks/%lld", (long long)k->id);
}

// ---- whose it is ------------------------------------------------------------------------------------------

static void give(Db *db, Instant now, int64_t actor, const CheckLeft *q) {
    int64_t next = check_keeper(db, q->contact_id, q->referral_id, q->one_id, now);
    if (next == NONE || next == q->asked_by || check_give(db, q->id, q->asked_by, next) != 1) return;
    Str said = str_fmt(db_arena(db), "%.*s sees to the question to %.*s from now",
                       STR_FMT(access_name(db, next)), STR_FMT(q->agency));
    if (q->contact_id != NONE) contact_event_put(db, q->contact_id, now, actor, said);
    audit_add(db, (AuditRow){.at = now,
                             .actor = actor,
                             .act = S("check.hand-on"),
                             .subject = S("agency_check"),
                             .subject_id = q->id});
}

static void give_all(Db *db, Instant now, int64_t actor, CheckLeftList all) {
    for (size_t i = 0; i < all.len; i++) give(db, now, actor, &all.at[i]);
}

void checks_follow(Ctx *c, int64_t contact) {
    give_all(c->db, c->now, c->actor.id ? c->actor.id : NONE, checks_left(c->db, contact));
}

void checks_go_on(Db *db, Instant now) { give_all(db, now, NONE, checks_astray(db)); }
