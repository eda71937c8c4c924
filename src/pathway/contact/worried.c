// Anybody may tell the front door of a worry: the public without an account or a threshold (W22),
// professionals signed in. What to do when a child is in danger stands before the form, and nothing goes into
// an address.
#include "pathway/contact/log_form.h"
#include "pathway/contact/pages.h"
#include "pathway/contact/worried.html.h"
#include "web/layout.h"

Reply contact_points_page(Ctx *c) {
    Buf out = {.arena = c->arena};
    points_view(&out, contact_points(c->db));
    return page(c, (Page){.title = S("Whom to call")}, &out);
}

Reply worried_page(Ctx *c) {
    Buf out = {.arena = c->arena};
    worried_view(&out, contact_points(c->db), may(c->actor, CONTACT_RAISE));
    return page(c, (Page){.title = S("Worried about a child?")}, &out);
}

Reply worried_sent(Ctx *c) {
    Buf out = {.arena = c->arena};
    worried_sent_view(&out, contact_points(c->db));
    return page(c, (Page){.title = S("Thank you"), .no_index = true}, &out);
}

// ---- the two forms ----------------------------------------------------------------------------------------

typedef struct Worry {
    Str said, children, address, postcode, who, name, reach, role, family_told, family_why, worried, well,
        needed;
} Worry;
static const Choice whos[] = {
    {S("public"), S("Somebody who knows of them: a neighbour, a friend, a volunteer …"), {0}},
    {S("family"), S("The child, a parent or one of the family"), {0}},
};
static const Choice yes_no[] = {{S("yes"), S("Yes"), {0}}, {S("no"), S("No"), {0}}};
static const Field public_fields[] = {
    {FIELD(Worry, said), .label = S("What worries you"),
     .hint = S("What you saw or heard, when, and how often"), .kind = TEXTAREA, .required = true, .max = 4000,
     .missing = S("Write down what worries you")},
    {FIELD(Worry, children), .label = S("Which child or children"),
     .hint = S("Names, ages, school: whatever you know"), .max = 500, .autocomplete = "off"},
    {FIELD(Worry, address), .label = S("Where they live, as far as you know"), .max = 300,
     .autocomplete = "off"},
    {FIELD(Worry, postcode), .label = S("Postcode, if you know it"), .max = 10, .width = 10,
     .autocomplete = "off"},
    {FIELD(Worry, who), .label = S("Who you are"), .kind = RADIOS, .choices = whos, .n_choices = COUNT(whos)},
    {FIELD(Worry, name), .label = S("Your name, if you want to say"), .max = 120, .autocomplete = "name"},
    {FIELD(Worry, reach), .label = S("How we may reach you, if you want to hear that it was dealt with"),
     .hint = S("Telephone or email"), .max = 200},
};
static const Form public_form = {S("Tell us what worries you"), S("Send"), public_fields,
                                 COUNT(public_fields)};
static const Field own_fields[] = {
    {FIELD(Worry, said), .label = S("What you saw and heard"),
     .hint = S("When, how often, and who else knows"), .kind = TEXTAREA, .required = true, .max = 8000,
     .missing = S("Write down what you saw and heard")},
    {FIELD(Worry, children), .label = S("Which child or children"),
     .hint = S("Names, dates of birth, school"), .required = true, .max = 500, .autocomplete = "off",
     .missing = S("Say which child, as far as you know")},
    {FIELD(Worry, address), .label = S("Where they live"), .max = 300, .autocomplete = "off"},
    {FIELD(Worry, postcode), .label = S("Postcode"), .max = 10, .width = 10, .autocomplete = "off"},
    {FIELD(Worry, role), .label = S("Your role"), .hint = S("For example: class teacher"), .required = true,
     .max = 120, .missing = S("Enter your role")},
    {FIELD(Worry, reach), .label = S("How we reach you today"), .hint = S("Telephone"), .max = 200},
    {FIELD(Worry, worried), .label = S("What are you worried about?"), .kind = TEXTAREA, .max = 4000},
    {FIELD(Worry, well), .label = S("What is going well?"), .kind = TEXTAREA, .max = 4000},
    {FIELD(Worry, needed), .label = S("What needs to happen?"), .kind = TEXTAREA, .max = 4000},
    {FIELD(Worry, family_told), .label = S("Does the family know that you are telling us?"), .kind = RADIOS,
     .required = true, .choices = yes_no, .n_choices = COUNT(yes_no), .inline_choices = true,
     .missing = S("Say whether the family knows")},
    {FIELD(Worry, family_why), .label = S("If not, why not"), .max = 500},
};
static const Form own_form = {S("Tell the front door"), S("Send"), own_fields, COUNT(own_fields)};

static Reply ask(Ctx *c, const Filled *f, int status, Str refused) {
    bool own = f->form == &own_form;
    Buf out = {.arena = c->arena};
    worried_form_view(&out, c, f, own ? S("/worried/professional") : S("/worried/tell"), refused,
                      contact_points(c->db), own);
    return page_status(c, status, (Page){.title = f->form->title, .error = status == 422, .no_index = true},
                       &out);
}

Reply worried_tell(Ctx *c) {
    Filled f = form_blank(&public_form, NULL);
    return ask(c, &f, 200, S(""));
}

Reply worried_professional(Ctx *c) {
    Filled f = form_blank(&own_form, NULL);
    return ask(c, &f, 200, S(""));
}

// ---- sending ----------------------------------------------------------------------------------------------

static Str or_null(Str s) { return s.len ? s : (Str){0}; }

static Desk desk_today(Ctx *c) {
    Desk desk = desk_of_kind(c, "front-door");
    return desk.account == NONE ? desk_of_kind(c, "duty") : desk;
}

typedef struct Sender {
    Str caller, name, agency;
    int64_t account;
} Sender;

// NONE: nobody works at the front door, so that nobody would read it.
static int64_t take(Ctx *c, const char *channel, const ContactSent *in, Sender from) {
    Desk desk = desk_today(c);
    if (desk.account == NONE) return NONE;
    int64_t id = contact_new(
        c, (ContactNew){.channel = channel, .adviser = NONE, .raised_by = from.account, .desk = desk});
    Str postcode = postcode_text(c->arena, in->postcode);
    contact_web(c->db, id, from.caller, or_null(from.name), from.agency, or_null(in->role),
                or_null(in->reach), in->said, or_null(in->children), or_null(in->address), or_null(postcode),
                locality_of(c, postcode), or_null(in->family_told), or_null(in->family_why),
                or_null(in->worried), or_null(in->well), or_null(in->needed));
    return id;
}

static ContactSent sent_of(const Worry *in) {
    return (ContactSent){in->role,    in->reach,    in->said,        in->children,
                         in->address, in->postcode, in->family_told, in->family_why,
                         in->worried, in->well,     in->needed};
}

int64_t contact_sent(Ctx *c, ContactSent s) {
    Sender me = {S("professional"), c->actor.name, agency_called(c->db, c->actor.agency), c->actor.id};
    return take(c, "web-professional", &s, me);
}

static const Str nobody = S("Nobody at the front door can take this here today, so it was not sent.");

// A flood from one place is slowed; whoever is slowed is told whom to call, and loses nothing.
Reply worried_send(Ctx *c) {
    Worry in = {0};
    Filled f = form_read(c, &public_form, &in);
    if (f.n_errors) return ask(c, &f, 422, S(""));
    if (access_flood(c, "worried"))
        return ask(
            c, &f, 429,
            S("Too much came from your network just now, so this was not sent. Send it again in a minute."));
    bool named = in.name.len || in.reach.len;
    Str caller = in.who.len ? in.who : named ? S("public") : S("anonymous");
    if (!named && str_eq(caller, S("public"))) caller = S("anonymous");
    ContactSent sent = sent_of(&in);
    if (take(c, "web-public", &sent, (Sender){caller, in.name, {0}, NONE}) == NONE)
        return ask(c, &f, 503, nobody);
    return see_other(c, "/worried/sent");
}

Reply worried_professional_send(Ctx *c) {
    Worry in = {0};
    Filled f = form_read(c, &own_form, &in);
    if (str_eq(in.family_told, S("no")) && !in.family_why.len)
        form_wrong(&f, "family_why", S("Say why the family does not know"));
    if (f.n_errors) return ask(c, &f, 422, S(""));
    if (contact_sent(c, sent_of(&in)) == NONE) return ask(c, &f, 503, nobody);
    return see_other_saying(c, S("Sent. Here you see what becomes of it"), "/work/contacts/mine");
}
