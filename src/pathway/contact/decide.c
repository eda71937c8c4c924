// What becomes of a contact: decided with reasons and by whom (W18, W19, W23), told to whoever raised it
// (P2), and closed; each by compare-and-set, so that two advisers cannot both decide.
#include "db/outbox.h"
#include "pathway/contact/decide.html.h"
#include "pathway/contact/pages.h"
#include "pathway/contact/within.h"
#include "web/layout.h"

// ---- deciding ---------------------------------------------------------------------------------------------

typedef struct Decide {
    Str version, determination, route, service, advice, reasons;
} Decide;
static const Choice kinds[] = {
    {S("initial-contact"), S("Initial Contact"), S("Information, advice, or help short of social care")},
    {S("referral"), S("Referral"), S("Social care decides: a child may need its help or protection")},
};
static const Field decide_fields[] = {
    {FIELD(Decide, version), .kind = HIDDEN},
    {FIELD(Decide, determination), .label = S("What this is"), .kind = RADIOS, .required = true,
     .choices = kinds, .n_choices = COUNT(kinds),
     .missing = S("Say whether this is an Initial Contact or a Referral")},
    {FIELD(Decide, route), .label = S("Which way it goes"), .kind = RADIOS, .required = true,
     .missing = S("Choose which way it goes, or that it was advice only")},
    {FIELD(Decide, service), .label = S("Which service, if it goes to the service required"), .max = 200},
    {FIELD(Decide, advice), .label = S("Advice you gave"), .hint = S("For advice only this is all there is"),
     .kind = TEXTAREA, .max = 4000},
    {FIELD(Decide, reasons), .label = S("Why"), .kind = TEXTAREA, .required = true, .max = 4000,
     .missing = S("Give the reasons")},
};
static const Form decide_form = {S("Decide what happens next"), S("Decide"), decide_fields,
                                 COUNT(decide_fields)};
static const Str advice_only = S("advice");

static Str version_of(Ctx *c, const Contact *k) { return str_fmt(c->arena, "%lld", (long long)k->version); }

static Choices route_choices(Ctx *c, ContactRouteList all) {
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    for (size_t i = 0; i < all.len; i++) at[i] = (Choice){all.at[i].key, all.at[i].title, all.at[i].about};
    at[all.len] = (Choice){advice_only, S("Advice only"), S("Nobody else needs to act")};
    return (Choices){all.len + 1, at};
}

static Filled decide_filled(Ctx *c, const Decide *values) {
    Filled f = form_blank(&decide_form, values);
    f.choices[2] = route_choices(c, contact_routes(c->db));
    return f;
}

static Reply ask(Ctx *c, const Contact *k, const Filled *f, const char *what) {
    Buf out = {.arena = c->arena};
    Str action = str_fmt(c->arena, "/work/contacts/%lld/%s", (long long)k->id, what);
    decide_view(&out, c, k, f, action);
    return page_status(c, f->n_errors ? 422 : 200,
                       (Page){.title = f->form->title,
                              .error = f->n_errors > 0,
                              .no_index = true,
                              .crumbs = {may(c->actor, CONTACT_TAKE)
                                             ? (Crumb){S("The front door"), {S("/work/contacts")}}
                                             : (Crumb){S("Work"), {S("/work")}}}},
                       &out);
}

Reply contact_decide_ask(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (k->decided_at != NONE || k->closed_at != NONE) return contact_overtaken(c, k->id);
    Decide in = {.version = version_of(c, k)};
    Filled f = decide_filled(c, &in);
    return ask(c, k, &f, "decide");
}

static const ContactRoute *route_of(ContactRouteList all, Str key) {
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].key, key)) return &all.at[i];
    return NULL;
}

// The team that a way leads to: the locality's own, or the one of its kind. Where nobody works in it, whoever
// decides keeps the contact, so that it is never unowned.
static Desk desk_for(Ctx *c, const Contact *k, const ContactRoute *r) {
    Desk desk = {NONE, NONE};
    if (r && r->by_locality && k->locality_id != NONE)
        desk = desk_of_team(c, locality_team(c->db, k->locality_id));
    if (r && desk.account == NONE && r->team_kind.at) desk = desk_of_kind(c, str_c(c->arena, r->team_kind));
    return desk.account == NONE ? (Desk){c->actor.id, k->team_id} : desk;
}

static void check(Ctx *c, Filled *f, const Contact *k, const Decide *in) {
    ContactPersonList children = contact_people(c->db, k->id);
    if (str_eq(in->route, advice_only) && !in->advice.len)
        form_wrong(f, "advice", S("Write down the advice you gave"));
    if (str_eq(in->route, S("service-required")) && !in->service.len)
        form_wrong(f, "service", S("Say which service"));
    if (str_eq(in->determination, S("referral")) && !children.len)
        form_wrong(f, "determination",
                   S("Say first which child it is about, on the contact. Until you know, put it through"));
    if (str_eq(in->determination, S("referral")) && str_eq(in->route, advice_only))
        form_wrong(f, "route", S("A referral goes to social care: choose a way there"));
}

static Str referrer_of(Ctx *c, const Contact *k) {
    if (!k->caller.at || !str_eq(k->caller, S("professional"))) return caller_text(k->caller);
    return str_fmt(c->arena, "%.*s%s%.*s", STR_FMT(k->caller_role.at ? k->caller_role : S("A professional")),
                   k->caller_agency.len ? ", " : "", STR_FMT(k->caller_agency));
}

static void refer(Ctx *c, const Contact *k, Str reasons) {
    ContactPersonList all = contact_people(c->db, k->id);
    for (size_t i = 0; i < all.len; i++)
        referral_begin(c, (ReferralNew){.person = all.at[i].person_id,
                                        .contact = k->id,
                                        .episode = NONE,
                                        .assessment = NONE,
                                        .concern = k->said.len ? k->said : reasons,
                                        .family_told = k->family_told,
                                        .family_why = k->family_why,
                                        .raised_by = k->raised_by,
                                        .referrer = referrer_of(c, k),
                                        .professional = str_eq(k->caller, S("professional"))});
}

static void note_decision(Ctx *c, const Contact *k, const Decide *in, const ContactRoute *r) {
    Str way = r ? r->title : S("advice only");
    Str title = str_fmt(c->arena, "Front door: %.*s, %.*s", STR_FMT(determination_text(in->determination)),
                        STR_FMT(way));
    ContactPersonList all = contact_people(c->db, k->id);
    for (size_t i = 0; i < all.len; i++)
        entry_add(c, (EntryNew){.person = all.at[i].person_id,
                                .kind = "contact",
                                .what = "contact",
                                .title = title,
                                .body = in->reasons,
                                .nature = "opinion",
                                .subject = "contact",
                                .subject_id = k->id});
    contact_say(c, k->id,
                str_fmt(c->arena, "Decided: %.*s, %.*s", STR_FMT(determination_text(in->determination)),
                        STR_FMT(way)));
    access_audit(c, "contact.decide", "contact", k->id, (Str){0});
}

static Str or_null(Str s) { return s.len ? s : (Str){0}; }

Reply contact_decide_save(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    Decide in = {0};
    Filled f = decide_filled(c, NULL);
    form_take(c, &f, &in);
    check(c, &f, k, &in);
    if (f.n_errors) return ask(c, k, &f, "decide");
    const ContactRoute *r = route_of(contact_routes(c->db), in.route);
    Desk desk = desk_for(c, k, r);
    int64_t version = 0;
    str_int(in.version, &version);
    if (contact_decide(c->db, k->id, version, in.determination, r ? r->key : (Str){0}, or_null(in.service),
                       or_null(in.advice), in.reasons, c->actor.id, c->now, desk.account, desk.team,
                       next_working(c, 1), S("Tell whoever raised it")) != 1)
        return contact_overtaken(c, k->id);
    clock_stop(c, "front-door-decision", "contact", k->id);
    contact_hold(c, k->id, desk.team);
    checks_follow(c, k->id);
    note_decision(c, k, &in, r);
    if (str_eq(in.determination, S("referral"))) refer(c, k, in.reasons);
    return see_other_saying(c, S("Decided. Whoever raised it is still to be told"),
                            "/work/contacts/%lld/tell", (long long)k->id);
}

// A child who is open to social care already: the call is the allocated worker's (W17).
Reply contact_pass_on(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    int64_t person = 0, version = 0;
    str_int(param(c->form, S("person")), &person);
    str_int(param(c->form, S("version")), &version);
    ContactChildList children = contact_children(c->db, k->id, c->actor.id);
    const ContactChild *child = NULL;
    for (size_t i = 0; i < children.len; i++)
        if (children.at[i].person_id == person && children.at[i].worker_id != NONE) child = &children.at[i];
    if (!child) return status_page(c, 404);
    Str why = str_fmt(c->arena, "Open to social care already: passed to %.*s, %.*s", STR_FMT(child->worker),
                      STR_FMT(child->worker_team));
    if (contact_pass(c->db, k->id, version, child->worker_id, child->worker_team_id, why, c->actor.id, c->now,
                     next_working(c, 1), S("Act on what was said, and tell whoever raised it")) != 1)
        return contact_overtaken(c, k->id);
    clock_stop(c, "front-door-decision", "contact", k->id);
    contact_hold(c, k->id, child->worker_team_id);
    contact_say(c, k->id, why);
    checks_follow(c, k->id);
    entry_add(c, (EntryNew){.person = person,
                            .kind = "contact",
                            .what = "contact",
                            .title = why,
                            .subject = "contact",
                            .subject_id = k->id});
    access_audit(c, "contact.pass", "contact", k->id, (Str){0});
    return see_other_saying(c, str_fmt(c->arena, "Passed to %.*s", STR_FMT(child->worker)),
                            "/work/contacts/%lld", (long long)k->id);
}

// ---- telling ----------------------------------------------------------------------------------------------

typedef struct Tell {
    Str version, how, what, untold;
} Tell;
static const Choice hows[] = {
    {S("by telephone"), S("By telephone"), {0}},
    {S("in person"), S("In person"), {0}},
    {S("in writing"), S("In writing"), {0}},
    {S("in Kith"), S("In Kith"), S("They read it under “What I raised”; for those who have an account")},
};
static const Field tell_fields[] = {
    {FIELD(Tell, version), .kind = HIDDEN},
    {FIELD(Tell, how), .label = S("How you told them"), .kind = RADIOS, .choices = hows,
     .n_choices = COUNT(hows)},
    {FIELD(Tell, what), .label = S("What you told them"),
     .hint = S(
         "The outcome and why, as far as they may know. To a member of the public, nothing of the family"),
     .kind = TEXTAREA, .max = 2000},
    {FIELD(Tell, untold), .label = S("Or why nobody can be told"),
     .hint = S("For example: the caller gave no name"), .max = 500},
};
static const Form tell_form = {S("Tell whoever raised it"), S("Save"), tell_fields, COUNT(tell_fields)};

static bool was_told(const Contact *k) { return k->told_at != NONE || k->untold_why.at; }

Reply contact_tell_ask(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (k->decided_at == NONE || was_told(k)) return contact_overtaken(c, k->id);
    Tell in = {.version = version_of(c, k)};
    Filled f = form_blank(&tell_form, &in);
    return ask(c, k, &f, "tell");
}

static void check_told(Filled *f, const Contact *k, const Tell *in) {
    if (!in->what.len && !in->untold.len)
        form_wrong(f, "what", S("Write down what you told them, or why nobody can be told"));
    if (in->what.len && in->untold.len)
        form_wrong(f, "untold", S("Give either what you told them or why nobody was told, not both"));
    if (in->what.len && !in->how.len) form_wrong(f, "how", S("Say how you told them"));
    if (str_eq(in->how, S("in Kith")) && k->raised_by == NONE)
        form_wrong(f, "how", S("They have no account in Kith: tell them otherwise"));
    if (str_eq(k->caller, S("anonymous")) && in->what.len)
        form_wrong(f, "untold", S("Nobody knows who called: say so here instead"));
}

// Whoever raised it is sent word, and no more of it than that there is some.
static void send_word(Ctx *c, const Contact *k) {
    Str to = k->raised_by == NONE ? (Str){0} : account_mail(c->db, k->raised_by);
    if (!to.at) return;
    outbox_mail(c->db, c->now,
                (Mail){.to = to,
                       .subject = S("There is an answer to what you raised"),
                       .text = str_fmt(c->arena,
                                       "There is an answer in Kith to what you told the front door.\n\n"
                                       "%.*s/work/contacts/mine/%lld\n",
                                       STR_FMT(c->site->base_url), (long long)k->id)});
}

static bool write_told(Ctx *c, const Contact *k, const Tell *in) {
    int64_t version = 0;
    str_int(in->version, &version);
    bool told = in->what.len > 0;
    if (contact_tell(c->db, k->id, version, told ? c->now : NONE, told ? c->actor.id : NONE,
                     or_null(in->how), or_null(in->what), or_null(in->untold), next_working(c, 5),
                     S("Begin the help, or close")) != 1)
        return false;
    contact_say(c, k->id,
                told ? str_fmt(c->arena, "Whoever raised it was told, %.*s", STR_FMT(in->how))
                     : S("A reason stands for why nobody was told"));
    access_audit(c, "contact.tell", "contact", k->id, (Str){0});
    if (told) send_word(c, k);
    return true;
}

// Advice only: with the telling, nothing more is to be done.
Reply contact_tell_save(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    Tell in = {0};
    Filled f = form_read(c, &tell_form, &in);
    if (!f.n_errors) check_told(&f, k, &in);
    if (f.n_errors) return ask(c, k, &f, "tell");
    if (!write_told(c, k, &in)) return contact_overtaken(c, k->id);
    bool ends = !k->route.at && k->determination.at;
    if (ends) contact_end(c, k->id, k->version + 1, S("Advice was given"));
    return see_other_saying(c, ends ? S("Told, and closed") : S("Written down"), "/work/contacts/%lld",
                            (long long)k->id);
}

// ---- closing ----------------------------------------------------------------------------------------------

typedef struct Close {
    Str version, why;
} Close;
static const Field close_fields[] = {
    {FIELD(Close, version), .kind = HIDDEN},
    {FIELD(Close, why), .label = S("What became of it"),
     .hint = S("Early help began, the service took over, nothing more is needed …"), .kind = TEXTAREA,
     .required = true, .max = 1000, .missing = S("Write down what became of it")},
};
static const Form close_form = {S("Close the contact"), S("Close it"), close_fields, COUNT(close_fields)};

bool contact_end(Ctx *c, int64_t id, int64_t version, Str why) {
    if (contact_close(c->db, id, version, c->now, c->actor.id, why) != 1) return false;
    contact_hold(c, id, NONE);
    contact_say(c, id, S("Closed"));
    access_audit(c, "contact.close", "contact", id, (Str){0});
    return true;
}

Reply contact_close_ask(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    if (k->closed_at != NONE) return contact_overtaken(c, k->id);
    Close in = {.version = version_of(c, k)};
    Filled f = form_blank(&close_form, &in);
    return ask(c, k, &f, "close");
}

Reply contact_close_save(Ctx *c) {
    const Contact *k = contact_open(c, part_int(c, 0));
    if (!k) return status_page(c, 404);
    Close in = {0};
    Filled f = form_read(c, &close_form, &in);
    if (!was_told(k))
        form_wrong(&f, "why",
                   S("Tell whoever raised it what became of it first, or write down why nobody can be told"));
    if (f.n_errors) return ask(c, k, &f, "close");
    int64_t version = 0;
    str_int(in.version, &version);
    if (!contact_end(c, k->id, version, in.why)) return contact_overtaken(c, k->id);
    return see_other_saying(c, S("Closed"), may(c->actor, CONTACT_TAKE) ? "/work/contacts" : "/work");
}
