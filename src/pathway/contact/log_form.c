// The log of a contact as a form: what is asked, and how what was typed becomes a row. Nothing is mandatory.
#include "pathway/contact/log_form.h"

#include <ctype.h>

static const Choice yes_no[] = {{S("yes"), S("Yes"), {0}}, {S("no"), S("No"), {0}}};
static const Choice night[] = {{S("yes"), S("It came out of hours: the day team reads it first"), {0}}};
static const Choice scale[] = {
    {S("0"), S("0: sure that it happens again, or is happening"), {0}},
    {S("1"), S("1"), {0}},
    {S("2"), S("2"), {0}},
    {S("3"), S("3"), {0}},
    {S("4"), S("4"), {0}},
    {S("5"), S("5"), {0}},
    {S("6"), S("6"), {0}},
    {S("7"), S("7"), {0}},
    {S("8"), S("8"), {0}},
    {S("9"), S("9"), {0}},
    {S("10"), S("10: safe enough to close"), {0}},
};

// The caller's own details stand last: who may not know them has the form without.
enum { CALLER_FIELDS = 4 };
static const Field fields[] = {
    {FIELD(Log, version), .kind = HIDDEN},
    {FIELD(Log, said), .label = S("What was said"), .kind = TEXTAREA, .max = 8000},
    {FIELD(Log, children_said), .label = S("Children, as the caller names them"),
     .hint = S("Names, ages, school. Unknown is fine"), .max = 500},
    {FIELD(Log, risk), .label = S("How grave it sounds"), .kind = RADIOS},
    {FIELD(Log, caller), .label = S("Who is calling"), .kind = RADIOS, .choices = callers,
     .n_choices = COUNT(callers)},
    {FIELD(Log, address), .label = S("Where the child lives"), .max = 300},
    {FIELD(Log, postcode), .label = S("Postcode"), .hint = S("Finds the locality"), .max = 10, .width = 10},
    {FIELD(Log, locality), .label = S("Locality"), .kind = SELECT},
    {FIELD(Log, worried), .label = S("What are we worried about?"), .kind = TEXTAREA, .max = 4000},
    {FIELD(Log, well), .label = S("What is going well?"), .kind = TEXTAREA, .max = 4000},
    {FIELD(Log, needed), .label = S("What needs to happen?"), .kind = TEXTAREA, .max = 4000},
    {FIELD(Log, scale), .label = S("How safe is the child, from 0 to 10, says the caller?"), .kind = SELECT,
     .choices = scale, .n_choices = COUNT(scale)},
    {FIELD(Log, family_told), .label = S("Does the family know of this call?"), .kind = RADIOS,
     .choices = yes_no, .n_choices = COUNT(yes_no), .inline_choices = true},
    {FIELD(Log, family_why), .label = S("If not, why not"), .max = 500},
    {FIELD(Log, channel), .label = S("How it came"), .kind = SELECT},
    {FIELD(Log, out_of_hours), .label = S("Out of hours"), .kind = CHECKBOXES, .choices = night,
     .n_choices = COUNT(night)},
    {FIELD(Log, caller_name), .label = S("Caller’s name"),
     .hint =
         S("A member of the public’s name is seen by the front door and whoever decides, and nobody else"),
     .max = 120},
    {FIELD(Log, caller_role), .label = S("Caller’s role"), .max = 120},
    {FIELD(Log, caller_agency), .label = S("Caller’s agency or school"), .max = 120},
    {FIELD(Log, caller_reach), .label = S("How to tell them what becomes of it"),
     .hint = S("Telephone or email. By the email address of their account in Kith they follow it here"),
     .max = 200},
};
static const Form whole = {S("The log"), S("Save the log"), fields, COUNT(fields)};
static const Form short_form = {S("The log"), S("Save the log"), fields, COUNT(fields) - CALLER_FIELDS};

static void choose(Filled *f, const char *name, Choices choices) {
    for (size_t i = 0; i < f->form->n_fields; i++)
        if (!strcmp(f->form->fields[i].name, name)) f->choices[i] = choices;
}

static Choices risk_choices(Ctx *c) {
    ContactRiskList all = contact_risks(c->db);
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    for (size_t i = 0; i < all.len; i++) at[i] = (Choice){all.at[i].key, all.at[i].title, all.at[i].about};
    return (Choices){all.len, at};
}

static Choices locality_choices(Ctx *c) {
    LocalityList all = localities(c->db);
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){str_fmt(c->arena, "%lld", (long long)all.at[i].id), all.at[i].name, {0}};
    return (Choices){all.len, at};
}

static Str number(Arena *a, int64_t n) { return n == NONE ? S("") : str_fmt(a, "%lld", (long long)n); }

Log log_of(Ctx *c, const Contact *k) {
    return (Log){.version = number(c->arena, k->version),
                 .said = k->said,
                 .children_said = k->children_said,
                 .risk = k->risk,
                 .caller = k->caller,
                 .address = k->address,
                 .postcode = k->postcode,
                 .locality = number(c->arena, k->locality_id),
                 .worried = k->worried,
                 .well = k->well,
                 .needed = k->needed,
                 .scale = number(c->arena, k->scale),
                 .family_told = k->family_told,
                 .family_why = k->family_why,
                 .channel = k->channel,
                 .out_of_hours = k->out_of_hours ? S("yes") : S(""),
                 .caller_name = k->caller_name,
                 .caller_role = k->caller_role,
                 .caller_agency = k->caller_agency,
                 .caller_reach = k->caller_reach};
}

Filled log_filled(Ctx *c, const Contact *k, const Log *values) {
    Filled f = form_blank(k->known ? &whole : &short_form, values);
    choose(&f, "risk", risk_choices(c));
    choose(&f, "locality", locality_choices(c));
    choose(&f, "channel", (Choices){n_channels, channels});
    return f;
}

// Capitals, one blank before the last three: "zz11aa" is "ZZ1 1AA". What is no postcode is left as typed.
Str postcode_text(Arena *a, Str typed) {
    Buf b = {.arena = a};
    for (size_t i = 0; i < typed.len; i++)
        if (typed.at[i] != ' ') buf_byte(&b, (char)toupper((unsigned char)typed.at[i]));
    if (b.len < 5) return buf_str(&b);
    return str_fmt(a, "%.*s %.*s", (int)(b.len - 3), b.at, 3, b.at + b.len - 3);
}

int64_t locality_of(Ctx *c, Str postcode) {
    Buf b = {.arena = c->arena};
    for (size_t i = 0; i < postcode.len; i++)
        if (postcode.at[i] != ' ') buf_byte(&b, postcode.at[i]);
    const Locality *l = b.len ? locality_for(c->db, buf_str(&b)) : NULL;
    return l ? l->id : NONE;
}

// The adviser's choice stands; where none was made, or the postcode is another one now, the postcode says.
static int64_t locality_chosen(Ctx *c, const Contact *k, const Log *in, Str postcode) {
    int64_t chosen = NONE;
    if (in->locality.len) str_int(in->locality, &chosen);
    bool moved = !str_eq(postcode, k->postcode) && chosen == k->locality_id;
    if (chosen != NONE && !moved) return chosen;
    int64_t found = locality_of(c, postcode);
    return found == NONE ? chosen : found;
}

static Str or_null(Str s) { return s.len ? s : (Str){0}; }

bool log_write(Ctx *c, const Contact *k, const Log *in, bool finished) {
    int64_t version = 0, level = NONE;
    str_int(in->version, &version);
    if (in->scale.len) str_int(in->scale, &level);
    Str postcode = postcode_text(c->arena, in->postcode);
    return contact_log(c->db, k->id, version, in->channel.len ? in->channel : k->channel, or_null(in->caller),
                       k->known, or_null(in->caller_name), or_null(in->caller_agency),
                       or_null(in->caller_role), or_null(in->caller_reach), or_null(in->said),
                       or_null(in->children_said), or_null(in->worried), or_null(in->well),
                       or_null(in->needed), level, or_null(in->family_told), or_null(in->family_why),
                       or_null(in->address), or_null(postcode), locality_chosen(c, k, in, postcode),
                       or_null(in->risk), finished, in->out_of_hours.len > 0, c->now) == 1;
}

size_t log_clashes(const Filled *typed, const Filled *held, LogClash *ret, size_t most) {
    size_t n = 0;
    for (size_t i = 0; i < typed->form->n_fields && n < most; i++) {
        const Field *field = &typed->form->fields[i];
        if (field->kind == HIDDEN || str_eq(typed->value[i], held->value[i])) continue;
        ret[n++] = (LogClash){field->label, held->value[i]};
    }
    return n;
}
