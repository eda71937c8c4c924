// One contact on one screen, and everything that is done on it while somebody talks (W16 to W28, W35, W37).
#include "pathway/contact/log.html.h"

#include "base/json.h"
#include "pathway/contact/log_form.h"
#include "pathway/contact/pages.h"
#include "web/layout.h"

// ---- the page ---------------------------------------------------------------------------------------------

static const Choice whoms[] = {
    {S("line-manager"), S("My line manager"), {0}},
    {S("safeguarding-lead"), S("My agency’s safeguarding lead"), {0}},
    {S("front-door"), S("The front door"), {0}},
};
typedef struct Doubt {
    Str whom, advised;
} Doubt;
static const Field doubt_fields[] = {
    {FIELD(Doubt, whom), .label = S("Whom you asked"), .kind = RADIOS, .required = true, .choices = whoms,
     .n_choices = COUNT(whoms), .missing = S("Say whom you asked")},
    {FIELD(Doubt, advised), .label = S("What they advised"), .kind = TEXTAREA, .required = true, .max = 2000,
     .missing = S("Write down what they advised")},
};
static const Form doubt_form = {S("In doubt"), S("Write it down"), doubt_fields, COUNT(doubt_fields)};

Str whom_text(Str key) {
    static const Choice words[] = {{S("line-manager"), S("the line manager"), {0}},
                                   {S("safeguarding-lead"), S("the safeguarding lead"), {0}},
                                   {S("front-door"), S("the front door"), {0}}};
    return choice_text(words, COUNT(words), key, key);
}

static SignList prompted(Ctx *c, SignList all, int age, bool unborn) {
    SignList some = {0, arena_new(c->arena, Sign, all.len + 1)};
    for (size_t i = 0; i < all.len; i++)
        if (sign_prompts(&all.at[i], age, unborn)) some.at[some.len++] = all.at[i];
    return some;
}

static void load_child(Ctx *c, LogPage *p, const ContactChild *child) {
    const Person *who = person_shown(c->db, child->person_id);
    if (!who) return;                      // a fault, which the page will say
    int age = age_years(who, c->today);
    bool unborn = !who->born_on.at && who->due_on.at;
    Str said = age_text(c->arena, who, c->today);
    p->children[p->n_children++] =
        (LogChild){.child = child,
                   .age = said.at ? said : S("age not known"),
                   .earlier = earlier_contacts(c->db, child->person_id, p->contact->id, c->actor.id),
                   .referrals = earlier_referrals(c->db, child->person_id, c->actor.id),
                   .prompts = prompted(c, p->signs, age, unborn)};
    note_before_answer(c, "contact.earlier", "person", who->id);
    p->unborn |= unborn;
    if (age >= 0 && (p->youngest < 0 || age < p->youngest)) p->youngest = age;
}

static LogPage load(Ctx *c, const Contact *k, const Log *in) {
    LogPage p = {.contact = k, .youngest = -1};
    p.log = log_filled(c, k, in);
    p.doubt = form_blank(&doubt_form, NULL);
    p.signs = contact_signs(c->db, k->id);
    p.flags = flags_of(c->db, k->id, c->actor.id);
    p.advice = advice_of(c->db, k->id, NONE);
    p.checks = checks_of(c->db, k->id, c->actor.id);
    p.events = contact_events(c->db, k->id);
    ContactChildList children = contact_children(c->db, k->id, c->actor.id);
    p.children = arena_new(c->arena, LogChild, children.len + 1);
    for (size_t i = 0; i < children.len; i++) load_child(c, &p, &children.at[i]);
    return p;
}

// The team that was given it sees what was said and decided, and how to begin; not what the front door asks
// of others, nor earlier contacts of a family it may not see.
static Reply show_given(Ctx *c, const Contact *k) {
    Buf out = {.arena = c->arena};
    contact_given(&out, c, k, contact_children(c->db, k->id, c->actor.id), contact_events(c->db, k->id));
    return page(c,
                (Page){.title = str_fmt(c->arena, "Contact %lld", (long long)k->id),
                       .crumbs = {{S("Work"), {S("/work")}}},
                       .no_index = true},
                &out);
}

static Reply show(Ctx *c, int status, const LogPage *p) {
    Buf out = {.arena = c->arena};
    log_view(&out, c, p);
    return page_status(c, status,
                       (Page){.title = str_fmt(c->arena, "Contact %lld", (long long)p->contact->id),
                              .crumbs = {{S("The front door"), {S("/work/contacts")}}},
                              .wide = true,
                              .error = status == 422,
                              .no_index = true},
                       &out);
}

Reply contact_show(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (!may(c->actor, CONTACT_TAKE)) return show_given(c, k);
    Log in = log_of(c, k);
    LogPage p = load(c, k, &in);
    return show(c, 200, &p);
}

// ---- saving -----------------------------------------------------------------------------------------------

static Reply clashed(Ctx *c, const Contact *k, Log *in) {
    Log held = log_of(c, k);
    in->version = held.version;
    LogPage p = load(c, k, in);
    Filled other = log_filled(c, k, &held);
    p.n_clashes = log_clashes(&p.log, &other, p.clashes, LOG_CLASHES);
    return show(c, 409, &p);
}

// A professional whose address is that of an account follows what becomes of it in Kith (P2).
static void follow_up(Ctx *c, const Contact *k, const Log *in) {
    if (k->raised_by != NONE || !str_eq(in->caller, S("professional")) || !in->caller_reach.len) return;
    const ContactCaller *who = contact_caller(c->db, in->caller_reach);
    if (!who || contact_raised(c->db, k->id, who->id) != 1) return;
    Str said = str_fmt(c->arena, "%.*s can follow it under “What I raised”", STR_FMT(who->name));
    contact_say(c, k->id, said);
}

Reply contact_save(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (k->closed_at != NONE) return contact_overtaken(c, k->id);
    Log in = {0};
    Filled f = log_filled(c, k, &in);
    form_take(c, &f, &in);
    if (f.n_errors) {
        LogPage p = load(c, k, &in);
        p.log = f;
        return show(c, 422, &p);
    }
    bool finished = in.said.len && in.caller.len;
    if (!log_write(c, k, &in, finished)) return clashed(c, k, &in);
    if (finished && !k->written) contact_say(c, k->id, S("The log was written"));
    follow_up(c, k, &in);
    access_audit(c, "contact.log", "contact", k->id, (Str){0});
    return see_other_saying(c, S("Saved"), "/work/contacts/%lld", (long long)k->id);
}

// The same as one types: answers the new version, or that a colleague saved something else.
Reply contact_draft(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    Log in = {0};
    Filled f = log_filled(c, k, &in);
    form_take(c, &f, &in);
    bool saved = !f.n_errors && log_write(c, k, &in, false);
    Buf out = {.arena = c->arena};
    Json j = {&out, false};
    json_open(&j, '{');
    json_key(&j, S("version")), json_int(&j, saved ? k->version + 1 : k->version);
    json_key(&j, S("saved")), json_bool(&j, saved);
    json_key(&j, S("wrong")), json_bool(&j, f.n_errors > 0);
    json_close(&j, '}');
    return text_reply(S("application/json"), buf_str(&out));
}

// ---- while talking ----------------------------------------------------------------------------------------

static Reply back(Ctx *c, int64_t contact, Str notice) {
    return see_other_saying(c, notice, "/work/contacts/%lld", (long long)contact);
}

Reply contact_danger(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (!contact_to_duty(c, k->id)) return contact_overtaken(c, k->id);
    return back(c, k->id, S("Put through. Finish the log when you can"));
}

// A sign was heard: it is marked, and the duty team has the call. Pressed again, nothing more happens.
Reply contact_sign(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (k->closed_at != NONE) return contact_overtaken(c, k->id);
    Str key = param(c->form, S("sign")), words = key.len ? sign_words(c->db, key) : (Str){0};
    if (key.len && !words.at) return status_page(c, 404);
    if (words.at && contact_sign_put(c->db, k->id, key, c->actor.id, c->now) == 1)
        contact_say(c, k->id, str_fmt(c->arena, "Sign of immediate danger: %.*s", STR_FMT(words)));
    contact_to_duty(c, k->id);
    return back(c, k->id, S("Put through to the duty team. No CAF is needed"));
}

Reply contact_read(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (contact_seen(c->db, k->id, c->now) == 1) {
        contact_say(c, k->id, S("The day team read what came out of hours"));
        access_audit(c, "contact.read", "contact", k->id, (Str){0});
    }
    return back(c, k->id, S("It is among the open contacts now"));
}

Reply contact_doubt(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    Doubt in = {0};
    Filled f = form_read(c, &doubt_form, &in);
    if (f.n_errors) {
        Log held = log_of(c, k);
        LogPage p = load(c, k, &held);
        p.doubt = f, p.doubt_open = true;
        return show(c, 422, &p);
    }
    int64_t id = advice_put(c->db, k->id, NONE, NONE, in.whom, in.advised, c->now, c->actor.id);
    contact_say(c, k->id, str_fmt(c->arena, "Asked %.*s", STR_FMT(whom_text(in.whom))));
    access_audit(c, "advice.ask", "advice_asked", id, (Str){0});
    return back(c, k->id, S("Written down"));
}

Reply contact_children_add(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (k->closed_at != NONE) return contact_overtaken(c, k->id);
    int64_t person = 0;
    if (!str_int(param(c->form, S("person")), &person) || !contact_add_child(c, k, person))
        return status_page(c, 404);
    return back(c, k->id, S("The child is on this contact"));
}

// A child added by mistake: it is held no longer for this contact; what the chronology says is taken back.
Reply contact_children_take(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    int64_t person = 0;
    if (!k || !str_int(param(c->form, S("person")), &person)) return status_page(c, 404);
    if (contact_child_take(c->db, k->id, person) != 1) return status_page(c, 404);
    contact_hold(c, k->id, k->team_id);
    entry_add(c, (EntryNew){.person = person,
                            .kind = "contact",
                            .what = "contact",
                            .title = S("A contact was not about this child: it was taken off the record"),
                            .subject = "contact",
                            .subject_id = k->id});
    access_audit(c, "contact.child-take", "person", person, (Str){0});
    return back(c, k->id, S("The child is no longer on this contact"));
}
