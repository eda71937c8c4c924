// The manager's answer to several contacts in a short time (W26).
#include "pathway/contact/flag.html.h"
#include "pathway/contact/pages.h"
#include "pathway/contact/within.h"
#include "web/layout.h"

typedef struct FlagForm {
    Str answer;
} FlagForm;
static const Field fields[] = {
    {FIELD(FlagForm, answer), .label = S("What will be done, and why"), .kind = TEXTAREA, .required = true,
     .max = 2000, .missing = S("Write down what will be done, and why")},
};
static const Form form = {S("Several contacts"), S("Answer"), fields, COUNT(fields)};

static Reply show(Ctx *c, const Flag *g, const Filled *f) {
    note_before_answer(c, "contact.earlier", "person", g->person_id);
    Buf out = {.arena = c->arena};
    flag_view(&out, c, g, earlier_contacts(c->db, g->person_id, NONE, c->actor.id), f);
    return page_status(c, f->n_errors ? 422 : 200,
                       (Page){.title = S("Several contacts"),
                              .error = f->n_errors > 0,
                              .no_index = true,
                              .crumbs = {{S("The front door"), {S("/work/contacts")}}}},
                       &out);
}

Reply flag_show(Ctx *c) {
    const Flag *g = flag_find(c->db, part_int(c, 0), c->actor.id);
    if (!g) return status_page(c, 404);
    Filled f = form_blank(&form, NULL);
    return show(c, g, &f);
}

Reply flag_save(Ctx *c) {
    const Flag *g = flag_find(c->db, part_int(c, 0), c->actor.id);
    if (!g) return status_page(c, 404);
    FlagForm in = {0};
    Filled f = form_read(c, &form, &in);
    if (f.n_errors) return show(c, g, &f);
    if (flag_answer(c->db, g->id, c->now, c->actor.id, in.answer) != 1)
        return contact_overtaken(c, g->contact_id);
    contact_say(c, g->contact_id, S("A manager answered the flag of several contacts"));
    entry_add(c, (EntryNew){.person = g->person_id,
                            .kind = "contact",
                            .what = "contact",
                            .nature = "opinion",
                            .title = S("Several contacts in a short time: a manager answered"),
                            .body = in.answer,
                            .subject = "contact",
                            .subject_id = g->contact_id});
    access_audit(c, "contact.flag-answer", "contact_flag", g->id, (Str){0});
    return see_other_saying(c, S("Answered"), "/work/contacts");
}
