// Supervision and sign-off: a worker asks, a manager answers with comments, and what a sample of the work
// shows comes back to the worker. Only those who hold the case see it; it is not shared with partners.
#include "pathway/clock/clock.h"
#include "pathway/plan/case.h"
#include "pathway/plan/meeting.html.h"

typedef struct AskForm {
    Str kind, asked, manager, due;
} AskForm;
enum { O_KIND, O_ASKED, O_MANAGER, O_DUE };
static const Choice kinds[] = {
    {S("sign-off"), S("Sign-off of the plan"), S("A manager agrees, or says what to change")},
    {S("supervision"), S("Supervision"), S("To talk the case over")},
    {S("quality"), S("A look at the quality"), S("A sample of the work, graded, with what was found")},
};
static const Field ask_fields[] = {
    [O_KIND] = {FIELD(AskForm, kind), .label = S("What is it?"), .kind = RADIOS, .required = true,
                .choices = kinds, .n_choices = COUNT(kinds), .missing = S("Choose what it is")},
    [O_ASKED] = {FIELD(AskForm, asked), .label = S("What is asked, or talked over?"), .kind = TEXTAREA,
                 .required = true, .max = 2000, .missing = S("Enter what is asked, or talked over")},
    [O_MANAGER] = {FIELD(AskForm, manager), .label = S("Who answers?"), .kind = SELECT, .required = true,
                   .missing = S("Choose who answers")},
    [O_DUE] = {FIELD(AskForm, due), .label = S("By when?"), .kind = DATE, .required = true,
               .missing = S("Enter the day by which it is answered")},
};
static const Form ask_form = {S("Ask for sign-off or supervision"), S("Ask"), ask_fields, COUNT(ask_fields)};

typedef struct AnswerForm {
    Str answer, words;
} AnswerForm;
static const Choice agrees[] = {{S("agreed"), S("Agreed"), {0}}, {S("change"), S("To be changed"), {0}}},
                    notes[] = {{S("noted"), S("Talked over"), {0}}},
                    grades[] = {{S("good"), S("Good"), {0}},
                                {S("enough"), S("Good enough"), {0}},
                                {S("not-enough"), S("Not good enough"), {0}}};
static const Field answer_fields[] = {
    {FIELD(AnswerForm, answer), .label = S("What do you say?"), .kind = RADIOS, .required = true,
     .missing = S("Choose what you say")},
    {FIELD(AnswerForm, words), .label = S("Comments, for the worker"), .kind = TEXTAREA, .required = true,
     .max = 4000, .missing = S("Enter your comments")},
};
static const Form answer_form = {S("Answer"), S("Keep it"), answer_fields, COUNT(answer_fields)};

static Choices answers_for(Str kind) {
    if (str_eq(kind, S("quality"))) return (Choices){COUNT(grades), grades};
    if (str_eq(kind, S("supervision"))) return (Choices){COUNT(notes), notes};
    return (Choices){COUNT(agrees), agrees};
}

Str oversight_kind_text(Str kind) { return label_in(kinds, COUNT(kinds), kind); }
Str oversight_answer_text(Str kind, Str answer) {
    Choices all = answers_for(kind);
    return str_eq(answer, S("noted")) ? S("Talked over") : label_in(all.at, all.len, answer);
}

// Partners see the plan, not what managers say of the work.
static bool oversees(Ctx *c, int64_t episode, CaseNeed need, Case *k, Reply *no) {
    if (!case_open(c, episode, need, k, no)) return false;
    if (!k->holds) return *no = status_page(c, 403), false;
    return true;
}

Reply oversight_show(Ctx *c) {
    Case k;
    Reply no;
    if (!oversees(c, part_int(c, 0), CASE_READ, &k, &no)) return no;
    Buf out = {.arena = c->arena};
    oversight_view(&out, c, &k, oversight_all(c->db, k.e->id));
    return case_page(c, &k, "supervision", S("Supervision"), &out);
}

static Reply asking(Ctx *c, bool save) {
    Case k;
    Reply no;
    if (!oversees(c, part_int(c, 0), CASE_HOLDS, &k, &no)) return no;
    TeamLeaderList leads = leaders_of(c->db, k.e->team_id, c->now);
    Choice *at = arena_new(c->arena, Choice, leads.len + 1);
    for (size_t i = 0; i < leads.len; i++)
        at[i] = (Choice){.value = case_id_text(c->arena, leads.at[i].id), .label = leads.at[i].name};
    AskForm in = {0};
    Filled f = form_blank(&ask_form, NULL);
    f.choices[O_MANAGER] = (Choices){leads.len, at};
    if (save) form_take(c, &f, &in);
    if (save && !f.n_errors && case_day_of(in.due) < c->today)
        form_wrong(&f, "due", S("That day is over: enter today or a later one"));
    if (!save || f.n_errors) return case_form(c, &k, "supervision", &f, NULL);
    int64_t id =
        oversight_put(c->db, k.e->id, in.kind, in.asked, c->actor.id, c->now, case_id_of(in.manager), in.due);
    access_audit(c, "oversight.ask", "oversight", id, (Str){0});
    return see_other_saying(c, S("It waits for an answer"), "/work/episodes/%lld/supervision",
                            (long long)k.e->id);
}

Reply oversight_new(Ctx *c) { return asking(c, false); }
Reply oversight_new_save(Ctx *c) { return asking(c, true); }

static Reply answering(Ctx *c, bool save) {
    const Oversight *o = oversight_find(c->db, part_int(c, 0));
    if (!o) return status_page(c, 404);
    Case k;
    Reply no;
    if (!oversees(c, o->episode_id, CASE_HOLDS, &k, &no)) return no;
    if (o->owner_id != c->actor.id && !may(c->actor, TEAM_LEAD)) return status_page(c, 403);
    if (o->answered_at != NONE) return status_page(c, 409);
    AnswerForm in = {0};
    Filled f = form_blank(&answer_form, NULL);
    f.choices[0] = answers_for(o->kind);
    if (save) form_take(c, &f, &in);
    Buf before = {.arena = c->arena};
    oversight_before(&before, c, o);
    if (!save || f.n_errors) return case_form(c, &k, "supervision", &f, &before);
    if (oversight_answer(c->db, o->id, in.answer, in.words, c->now) != 1) return status_page(c, 409);
    access_audit(c, "oversight.answer", "oversight", o->id, (Str){0});
    return see_other_saying(c, S("It is kept, and the worker sees it"), "/work/episodes/%lld/supervision",
                            (long long)k.e->id);
}

Reply oversight_one(Ctx *c) { return answering(c, false); }
Reply oversight_one_save(Ctx *c) { return answering(c, true); }
