// Complaints: written down in the words of whoever complains, with an owner and a day, until answered (W133).
#include <inttypes.h>

#include "pathway/step/dispute.html.h"
#include "pathway/step/pages.h"
#include "pathway/step/within.h"

static const Choice whos[] = {
    {S("child"), S("The child or young person"), {0}},
    {S("parent"), S("A parent"), {0}},
    {S("carer"), S("A carer"), {0}},
    {S("other"), S("Somebody else"), {0}},
};
static const Choice outcomes[] = {
    {S("upheld"), S("Upheld"), {0}},
    {S("partly"), S("Upheld in part"), {0}},
    {S("not-upheld"), S("Not upheld"), {0}},
    {S("withdrawn"), S("Taken back by whoever complained"), {0}},
};

typedef struct Complain {
    Str who, words, advocate, owner, by;
} Complain;
enum { OWNER = 3 };
static const Field new_fields[] = {
    {FIELD(Complain, who), .label = S("Who complains?"), .kind = RADIOS, .required = true, .choices = whos,
     .n_choices = COUNT(whos), .missing = S("Choose who complains")},
    {FIELD(Complain, words), .label = S("What they say, in their own words"), .kind = TEXTAREA,
     .required = true, .missing = S("Write down what they say")},
    {FIELD(Complain, advocate), .label = S("Were they offered an independent advocate?"), .kind = YESNO,
     .required = true, .missing = S("Say whether they were offered an advocate")},
    [OWNER] = {FIELD(Complain, owner), .label = S("Who answers it"),
               .hint = S("A manager, and nobody whom it is about"), .kind = SELECT, .required = true,
               .missing = S("Choose who answers it")},
    {FIELD(Complain, by), .label = S("By which day"), .hint = S("As soon as can be"), .kind = DATE,
     .required = true, .missing = S("Enter the day by which it is answered")},
};
static const Form new_form = {S("Write a complaint down"), S("Save the complaint"), new_fields,
                              COUNT(new_fields)};

typedef struct Said {
    Str outcome, answer;
} Said;
static const Field answer_fields[] = {
    {FIELD(Said, outcome), .label = S("What was found"), .kind = RADIOS, .required = true,
     .choices = outcomes, .n_choices = COUNT(outcomes), .missing = S("Choose what was found")},
    {FIELD(Said, answer), .label = S("The answer, as they were told it"), .kind = TEXTAREA, .required = true,
     .missing = S("Write the answer down")},
};
static const Form answer_form = {S("Answer it"), S("Save the answer"), answer_fields, COUNT(answer_fields)};

static Str label(const Choice *at, size_t n, Str key) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(at[i].value, key)) return at[i].label;
    return key;
}
Str complaint_who_text(Str key) { return label(whos, COUNT(whos), key); }
Str complaint_outcome_text(Str key) { return label(outcomes, COUNT(outcomes), key); }

static Reply new_page(Ctx *c, const Record *r, const Filled *f) {
    Buf out = {.arena = c->arena};
    dispute_form_view(&out, c, f);
    Reply reply = record_page(c, r, "front", f->form->title, &out);
    reply.status = f->n_errors ? 422 : 200;
    return reply;
}

static Filled new_blank(Ctx *c, const Complain *in) {
    Filled f = form_blank(&new_form, in);
    f.choices[OWNER] = access_people(c, S("team-manager"));
    return f;
}

Reply complaint_new(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    Complain in = {.by = date_iso(c->arena, date_add_days(c->today, 10))};
    Filled f = new_blank(c, &in);
    return new_page(c, r, &f);
}

Reply complaint_save(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    Complain in = {0};
    Filled f = new_blank(c, NULL);
    form_take(c, &f, &in);
    Date by = DATE_NONE;
    int64_t owner = NONE, person = r->person->id;
    if (date_parse(in.by, &by) && by < c->today)
        form_wrong(&f, "by", S("This day is past: enter one to come"));
    if (f.n_errors || !str_int(in.owner, &owner)) return new_page(c, r, &f);
    int64_t id = complaint_put(c->db, person, in.who, in.words, str_eq(in.advocate, S("yes")), c->now,
                               c->actor.id, owner, in.by);
    entry_add(c, (EntryNew){.person = person,
                            .episode = NONE,
                            .kind = "plan",
                            .what = "complaint",
                            .title = S("A complaint about the help"),
                            .body = in.words,
                            .nature = "report",
                            .source = complaint_who_text(in.who),
                            .subject = "complaint",
                            .subject_id = id});
    access_audit(c, "complaint.add", "complaint", id, (Str){0});
    return see_other_saying(c, S("The complaint is written down"), "/work/complaints/%" PRId64, id);
}

static const Complaint *complaint_opened(Ctx *c, const Record **ret_record, Reply *ret_no) {
    const Complaint *k = complaint_find(c->db, part_int(c, 0));
    if (!k) return *ret_no = status_page(c, 404), NULL;
    *ret_record = record_open(c, k->person_id);
    if (!*ret_record) return *ret_no = record_refused(c, k->person_id), NULL;
    if (record_shows(*ret_record, "plan")) return k;
    return *ret_no = status_page(c, 403), NULL;
}

static Reply one_complaint(Ctx *c, const Record *r, const Complaint *k, const Filled *f) {
    Buf out = {.arena = c->arena};
    complaint_view(&out, c, r, k, f);
    Reply reply = record_page(c, r, "front", S("Complaint"), &out);
    reply.status = f->n_errors ? 422 : 200;
    return reply;
}

Reply complaint_show(Ctx *c) {
    const Record *r = NULL;
    Reply no;
    const Complaint *k = complaint_opened(c, &r, &no);
    if (!k) return no;
    Filled f = form_blank(&answer_form, NULL);
    return one_complaint(c, r, k, &f);
}

Reply complaint_answer_now(Ctx *c) {
    const Record *r = NULL;
    Reply no;
    const Complaint *k = complaint_opened(c, &r, &no);
    if (!k) return no;
    Said in = {0};
    Filled f = form_read(c, &answer_form, &in);
    if (f.n_errors) return one_complaint(c, r, k, &f);
    if (complaint_answer(c->db, k->id, in.outcome, in.answer, c->now) != 1) return status_page(c, 409);
    entry_add(c, (EntryNew){.person = k->person_id,
                            .episode = NONE,
                            .kind = "plan",
                            .what = "complaint",
                            .title = S("The complaint is answered"),
                            .body = in.answer,
                            .subject = "complaint",
                            .subject_id = k->id});
    access_audit(c, "complaint.answer", "complaint", k->id, (Str){0});
    return see_other_saying(c, S("The answer is written down"), "/work/complaints/%" PRId64, k->id);
}
