// Asking named partners what they hold about a child, and their answers, each with its time (W95, W99).
#include "pathway/contact/check.html.h"

#include "db/audit.h"
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
    Str state, answer;
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

static const AgencyCheck *find(Ctx *c) {
    const AgencyCheck *k =
        check_find(c->db, part_int(c, 0), c->actor.id, c->actor.agency, may(c->actor, CONTACT_TAKE));
    if (k) note_before_answer(c, "check.open", "agency_check", k->id);
    return k;
}

static void was_opened(Db *db, int64_t check, int64_t at) { check_open(db, check, at); }

static Reply show(Ctx *c, const AgencyCheck *k, const Filled *f) {
    bool asked = k->agency_id == c->actor.agency;
    if (asked && k->opened_at == NONE && k->asked_by != c->actor.id)
        write_later(c, was_opened, k->id, c->now);
    Buf out = {.arena = c->arena};
    check_view(&out, c, k, f, asked && k->answered_at == NONE);
    return page_status(c, f->n_errors ? 422 : 200,
                       (Page){.title = S("A question between agencies"),
                              .error = f->n_errors > 0,
                              .no_index = true,
                              .crumbs = {{S("Questions between agencies"), {S("/work/checks")}}}},
                       &out);
}

Reply check_show(Ctx *c) {
    const AgencyCheck *k = find(c);
    if (!k) return status_page(c, 404);
    Filled f = form_blank(&reply_form, NULL);
    return show(c, k, &f);
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

// Only the agency that was asked answers.
Reply check_save(Ctx *c) {
    const AgencyCheck *k = find(c);
    if (!k || k->agency_id != c->actor.agency) return status_page(c, 404);
    CheckReply in = {0};
    Filled f = form_read(c, &reply_form, &in);
    if (in.state.len && !str_eq(in.state, S("nothing")) && !in.answer.len)
        form_wrong(&f, "answer", S("Write down what you hold, or why you cannot say"));
    if (k->answered_at != NONE) return overtaken(c);
    if (f.n_errors) return show(c, k, &f);
    if (check_answer(c->db, k->id, c->now, c->actor.id, in.state, or_null(in.answer)) != 1)
        return overtaken(c);
    clock_stop(c, "check-reply", "check", k->id);
    contact_say(c, k->contact_id, str_fmt(c->arena, "%.*s answered", STR_FMT(k->agency)));
    entry_add(c, (EntryNew){.person = k->person_id,
                            .kind = "contact",
                            .what = "contact",
                            .nature = "report",
                            .title = str_fmt(c->arena, "%.*s answered the front door", STR_FMT(k->agency)),
                            .body = in.answer,
                            .source = k->agency,
                            .subject = "check",
                            .subject_id = k->id});
    access_audit(c, "check.answer", "agency_check", k->id, (Str){0});
    return see_other_saying(c, S("Sent"), "/work/checks");
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
