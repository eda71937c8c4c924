// A child's wishes and feelings in the child's own words, what was done because of them, and that the child
// was told (P8).

#include "pathway/work/front.h"

#include <inttypes.h>

#include "pathway/plan/untold.h"
#include "pathway/work/front.html.h"
#include "pathway/work/pages.h"
#include "pathway/work/views.html.h"
#include "pathway/work/views.sql.h"

static const Choice hows[] = {
    {S("said it"), S("Said it"), {0}},
    {S("wrote or typed it"), S("Wrote or typed it"), {0}},
    {S("drew it"), S("Drew it"), S("Say in the words what they told you about the drawing")},
    {S("signed it, or used symbols"), S("Signed it, or used symbols"), {0}},
    {S("showed it by what they did"), S("Showed it by what they did"),
     S("A baby, or a child who does not use words: write what you saw")},
};

typedef struct View {
    Str words, how, about, day;
} View;
static const Field view_fields[] = {
    {FIELD(View, words), .label = S("Their own words"), .hint = S("As they said it, not as you would put it"),
     .kind = TEXTAREA, .required = true, .max = 8000, .missing = S("Write down what they said")},
    {FIELD(View, how), .label = S("How they said it"), .kind = RADIOS, .required = true, .choices = hows,
     .n_choices = COUNT(hows), .missing = S("Choose how they said it")},
    {FIELD(View, about), .label = S("What it is about, in a few words"), .hint = S("Such as: seeing Dad"),
     .kind = TEXT, .max = 120},
    {FIELD(View, day), .label = S("Day they said it"), .kind = DATE, .required = true,
     .missing = S("Enter the day they said it")},
};
static const Form view_form = {S("Record their words"), S("Save their words"), view_fields,
                               COUNT(view_fields)};

typedef struct Outcome {
    Str outcome, day, how;
} Outcome;
static const Field outcome_fields[] = {
    {FIELD(Outcome, outcome), .label = S("What was done because of what they said"),
     .hint = S("If nothing could be done, say why"), .kind = TEXTAREA, .required = true, .max = 4000,
     .missing = S("Say what was done, or why nothing could be")},
    {FIELD(Outcome, day), .label = S("Day they were told"),
     .hint = S("Leave it empty if they do not know yet"), .kind = DATE},
    {FIELD(Outcome, how), .label = S("How they were told"), .kind = TEXT, .max = 200},
};
static const Form outcome_form = {S("What came of their words"), S("Save"), outcome_fields,
                                  COUNT(outcome_fields)};

// The record, for those who may see the child's words; else *ret_no is the answer.
static const Record *open_words(Ctx *c, Reply *ret_no) {
    const Record *r = record_open(c, part_int(c, 0));
    if (r && record_shows(r, "view")) return r;
    *ret_no = r ? status_page(c, 403) : record_refused(c, part_int(c, 0));
    return NULL;
}

static Reply one_form(Ctx *c, const Record *r, const Filled *f) {
    Buf out = {.arena = c->arena};
    view_form_view(&out, c, f);
    Reply reply = record_page(c, r, "views", f->form->title, &out);
    reply.status = f->n_errors ? 422 : 200;
    return reply;
}

Reply views_show(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    bool shows = record_shows(r, "view");
    Buf out = {.arena = c->arena};
    views_view(&out, c, r, shows, shows ? front_words_all(c->db, r->person->id) : (SaidList){0});
    return record_page(c, r, "views", S("In their words"), &out);
}

Reply view_new(Ctx *c) {
    Reply no;
    const Record *r = open_words(c, &no);
    if (!r) return no;
    View in = {.day = date_iso(c->arena, c->today)};
    Filled f = form_blank(&view_form, &in);
    return one_form(c, r, &f);
}

// The instant of a day that is past: noon, or now on the day itself. The form is wrong when it is to come.
static Instant past_day(Ctx *c, Filled *f, const char *name, Str iso) {
    Date day;
    if (!date_parse(iso, &day)) return c->now;
    if (day > c->today) form_wrong(f, name, S("This day is to come: enter one that is past"));
    Instant noon = instant_at(day, 12 * 60);
    return noon < c->now ? noon : c->now;
}

Reply view_save(Ctx *c) {
    Reply no;
    const Record *r = open_words(c, &no);
    if (!r) return no;
    View in = {0};
    Filled f = form_read(c, &view_form, &in);
    Instant at = past_day(c, &f, "day", in.day);
    if (f.n_errors) return one_form(c, r, &f);
    int64_t person = r->person->id;
    int64_t id = said_put(c->db, person, in.words, in.how, in.about.len ? in.about : (Str){0}, at,
                          c->actor.id, c->actor.id);
    entry_add(c, (EntryNew){.person = person,
                            .episode = NONE,
                            .kind = "view",
                            .what = "view",
                            .title = in.about.len ? in.about : S("What they said"),
                            .body = in.words,
                            .source = S("The child"),
                            .happened_at = at,
                            .subject = "view",
                            .subject_id = id});
    access_audit(c, "view.add", "person", person, (Str){0});
    return see_other_saying(c, S("Their words are on the front of the record"), "/work/people/%" PRId64,
                            person);
}

Reply view_outcome(Ctx *c) {
    Reply no;
    const Record *r = open_words(c, &no);
    const OneSaid *v = r ? said_by_id(c->db, part_int(c, 1), r->person->id) : NULL;
    if (!r) return no;
    if (!v) return status_page(c, 404);
    Outcome in = {.outcome = v->outcome};
    Filled f = form_blank(&outcome_form, &in);
    return one_form(c, r, &f);
}

static Str outcome_title(Ctx *c, const OneSaid *v, bool told) {
    Str who = v->teller_as.at ? v->teller_as : S("child");
    return told ? str_fmt(c->arena, "The %.*s was told what came of their words", STR_FMT(who))
                : str_fmt(c->arena, "What came of the %.*s’s words", STR_FMT(who));
}

static void write_outcome(Ctx *c, int64_t person, const OneSaid *v, const Outcome *in, Instant told) {
    said_outcome(c->db, v->id, person, in->outcome, c->now);
    if (in->day.len && said_told(c->db, v->id, person, told, in->how) == 1) word_is_back(c, v->id);
    entry_add(c, (EntryNew){.person = v->person_id,
                            .episode = NONE,
                            .kind = "view",
                            .what = "view",
                            .title = outcome_title(c, v, in->day.len),
                            .body = in->outcome,
                            .subject = "view",
                            .subject_id = v->id});
    access_audit(c, in->day.len ? "view.told" : "view.outcome", "person", person, (Str){0});
}

Reply view_outcome_save(Ctx *c) {
    Reply no;
    const Record *r = open_words(c, &no);
    const OneSaid *v = r ? said_by_id(c->db, part_int(c, 1), r->person->id) : NULL;
    if (!r) return no;
    if (!v) return status_page(c, 404);
    if (v->told_at != NONE) return status_page(c, 409);
    Outcome in = {0};
    Filled f = form_read(c, &outcome_form, &in);
    Instant told = past_day(c, &f, "day", in.day);
    if (in.day.len && !in.how.len) form_wrong(&f, "how", S("Say how they were told"));
    if (in.how.len && !in.day.len) form_wrong(&f, "day", S("Enter the day they were told"));
    if (f.n_errors) return one_form(c, r, &f);
    write_outcome(c, r->person->id, v, &in, told);
    if (!ways_to(c->db, c->actor.id, r->person->id, c->now).len)    // the help has ended before
        return see_other_saying(c, S("Saved. Nothing more is owed, and the record is closed to your team"),
                                "/work");
    return see_other_saying(c, S("Saved"), "/work/people/%" PRId64 "/views", r->person->id);
}
