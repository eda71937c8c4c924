// Closing: with a reason, the family told, and the child asked or it written down why not (W58, P8).
#include "pathway/plan/case.h"
#include "pathway/plan/meeting.html.h"
#include "pathway/plan/untold.h"

typedef struct CloseForm {
    Str reason, words, told, said, how, unsaid;
} CloseForm;
enum { C_REASON, C_WORDS, C_SAID, C_HOW, C_UNSAID, C_TOLD };
static const Field fields[] = {
    [C_REASON] = {FIELD(CloseForm, reason), .label = S("Why does the help end?"), .kind = RADIOS,
                  .required = true, .missing = S("Choose why the help ends")},
    [C_WORDS] = {FIELD(CloseForm, words), .label = S("In words"),
                 .hint = S("What is different now, and what stays: the services every child has, and whom to "
                           "ask again"),
                 .kind = TEXTAREA, .required = true, .max = 2000, .missing = S("Enter it in words")},
    [C_SAID] = {FIELD(CloseForm, said), .label = S("What does the child think of it?"),
                .hint = S("In the child’s own words"), .kind = TEXTAREA, .max = 2000},
    [C_HOW] = {FIELD(CloseForm, how), .label = S("How did they say it?"), .kind = TEXT, .max = 120},
    [C_UNSAID] = {FIELD(CloseForm, unsaid), .label = S("If the child was not asked, why not?"), .kind = TEXT,
                  .max = 300},
    [C_TOLD] = {FIELD(CloseForm, told), .label = S("Who told the family, and how?"), .kind = TEXT,
                .required = true, .max = 300, .missing = S("Enter who told the family, and how")},
};
static const Form form = {S("Close this help"), S("Close it"), fields, COUNT(fields)};

static void check(Ctx *c, const Case *k, Filled *f, const CloseForm *in) {
    if (!in->said.len && !in->unsaid.len)
        form_wrong(f, "said", S("Enter what the child thinks of it, or below why the child was not asked"));
    if (in->said.len && !in->how.len) form_wrong(f, "how", S("Enter how the child said it"));
    if (in->said.len && in->unsaid.len)
        form_wrong(f, "unsaid", S("There is what the child thinks above: leave this empty"));
    if (str_eq(in->reason, S("escalated")) && !referred(c->db, k->e->id))
        form_wrong(f, "reason",
                   S("Social care has not taken the child on yet: this help stays open until then"));
}

// A team that owes the child word opens the record until it has brought it.
static Str ended_text(Ctx *c, const Case *k) {
    return words_held(c->db, k->record->person->id)
               ? S("The help has ended. Your team opens the record until the child has had word back")
               : S("The help has ended. What was written stays, and your team opens it no more");
}

// What a child asked is not lost by the help ending: it is answered first (W169).
static void check_answered(Ctx *c, const Case *k, Filled *f) {
    if (child_waits(c->db, k->e->id))
        form_wrong(f, "reason",
                   S("The child waits for an answer. Answer first what they asked of a meeting or of the "
                     "plan: it is in My work"));
}

static Reply closing(Ctx *c, bool save) {
    Case k;
    Reply no;
    if (!case_open(c, part_int(c, 0), CASE_HOLDS, &k, &no)) return no;
    CloseForm in = {0};
    Filled f = form_blank(&form, NULL);
    f.choices[C_REASON] = close_choices(c->arena, k.e->kind);
    if (save) form_take(c, &f, &in), check(c, &k, &f, &in), check_answered(c, &k, &f);
    Buf before = {.arena = c->arena};
    PlanActionList actions = action_all(c->db, k.e->id);
    size_t open = 0;
    while (open < actions.len && str_eq(actions.at[open].state, S("open"))) open++;
    close_before(&before, open);
    if (!save || f.n_errors) return case_form(c, &k, "team", &f, &before);
    if (in.said.len)
        episode_view(c, k.e, in.said, in.how);
    else
        episode_view_missing(c, k.e, in.unsaid);
    if (!episode_close(c, k.e->id, in.reason, in.words)) return status_page(c, 409);
    episode_told(c->db, k.e->id, in.told);
    return see_other_saying(c, ended_text(c, &k), "/work");
}

Reply episode_end(Ctx *c) { return closing(c, false); }
Reply episode_end_save(Ctx *c) { return closing(c, true); }
