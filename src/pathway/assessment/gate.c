// Beginning an assessment. The eleven signs come first: where one is so, no assessment is begun and
// the referral is
// offered in its place (W36, W38).
#include "pathway/absence/absence.h"
#include "pathway/assessment/assessment.html.h"
#include "pathway/assessment/within.h"
#include "pathway/contact/contact.h"
#include "pathway/plan/episode.h"

typedef struct GateForm {
    Str signs, any, advice, form, team, by;
} GateForm;
static const Choice any_choices[] = {
    {S("none"), S("None of them is so"), {0}},
    {S("some"), S("One or more is so: they are ticked"), S("A referral is made instead")},
    {S("doubt"), S("I was in doubt, and asked for advice"), {0}},
};
static const Choice form_choices[] = {
    {S("usual"), S("The usual one"), {0}},
    {S("unborn"), S("Before birth"), S("Concerns whether the parents can meet an unborn child’s needs")},
    {S("early_support"), S("With the Early Support Programme"),
     S("One form for both, so that nothing is asked twice")},
};
static const Field fields[] = {
    {FIELD(GateForm, signs), S("Is any of these so?"), S("Any one of them wants a referral at once"),
     CHECKBOXES},
    {FIELD(GateForm, any),
     S("What did you find?"),
     {0},
     RADIOS,
     .required = true,
     .choices = any_choices,
     .n_choices = COUNT(any_choices),
     .missing = S("Say what you found: the eleven signs come first")},
    {FIELD(GateForm, advice), S("Who was asked, by role, and what did they advise?"),
     S("Only if you were in doubt: your line manager, your safeguarding lead, or the front door"), TEXTAREA,
     .max = 2000},
    {FIELD(GateForm, form),
     S("Which assessment?"),
     {0},
     RADIOS,
     .required = true,
     .choices = form_choices,
     .n_choices = COUNT(form_choices),
     .missing = S("Choose which assessment it is")},
    {FIELD(GateForm, team),
     S("Which of your teams holds the child?"),
     {0},
     SELECT,
     .required = true,
     .missing = S("Choose a team")},
    {FIELD(GateForm, by), S("By when will it be finished?"), S("So that it cannot lie still"), DATE,
     .required = true, .missing = S("Say by when it will be finished")},
};
static const Form gate = {S("Begin an early help assessment"), S("Go on"), fields, COUNT(fields)};

static Filled filled(Ctx *c, const GateForm *values) {
    Filled f = form_blank(&gate, values);
    SignList signs = immediate_signs(c->db);
    Choice *sign = arena_new(c->arena, Choice, signs.len + 1);
    for (size_t i = 0; i < signs.len; i++)
        sign[i] = (Choice){signs.at[i].key, signs.at[i].words, signs.at[i].prompt};
    f.choices[0] = (Choices){signs.len, sign};
    WorkTeamList mine = team_of(c);
    Choice *team = arena_new(c->arena, Choice, mine.len + 1);
    for (size_t i = 0; i < mine.len; i++)
        team[i] = (Choice){str_fmt(c->arena, "%lld", (long long)mine.at[i].id), mine.at[i].name, {0}};
    f.choices[4] = (Choices){mine.len, team};
    return f;
}

static Reply gate_page(Ctx *c, const Record *r, const Filled *f) {
    Page p = {
        .title = gate.title,
        .no_index = true,
        .crumbs = {{S("Work"), {S("/work")}},
                   {r->person->name, url_path(c->arena, "/work/people/%lld", (long long)r->person->id)}}};
    return form_reply(c, f, p);
}

static Record *opened(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    return r && record_shows(r, "assessment") ? r : NULL;
}

// Somebody else saw the danger already, and nobody has answered yet: what one finds oneself does not undo it.
static Reply waits(Ctx *c, const Record *r, DangerList dangers) {
    Buf out = {.arena = c->arena};
    assessment_waits_view(&out, c, r, dangers);
    return record_page(c, r, "front", S("An answer is waited for"), &out);
}

Reply assessment_new(Ctx *c) {
    Record *r = opened(c);
    if (!r) return record_refused(c, part_int(c, 0));
    DangerList dangers = gate_dangers(c->db, r->person->id);
    if (dangers.len) return waits(c, r, dangers);
    bool unborn = !r->person->born_on.at && r->person->due_on.at;
    GateForm blank = {.form = unborn ? S("unborn") : (Str){0}};
    Filled f = filled(c, &blank);
    return gate_page(c, r, &f);
}

// ---- beginning --------------------------------------------------------------------------------------------

static Reply refused(Ctx *c, const Record *r, const GateForm *in) {
    gate_put(c->db, r->person->id, NONE, in->signs.len ? in->signs : S("some"), in->advice, c->now,
             c->actor.id);
    access_audit(c, "assessment.refuse", "person", r->person->id, (Str){0});
    entry_add(c, (EntryNew){.person = r->person->id,
                            .episode = NONE,
                            .kind = "assessment",
                            .what = "assessment",
                            .title = S("No assessment begun: a sign that wants a referral at once"),
                            .subject = "person",
                            .subject_id = r->person->id});
    Str rest = in->signs;
    Buf out = {.arena = c->arena};
    assessment_refused_view(&out, c, r, str_cut(&rest, S(",")));
    return record_page(c, r, "front", S("Refer instead"), &out);
}

static int64_t episode_for(Ctx *c, const Person *p, const GateForm *in) {
    int64_t there = early_help_open(c->db, p->id), team = 0;
    Date by;
    if (there != NONE) return there;
    str_int(in->team, &team);
    date_parse(in->by, &by);
    return episode_begin(c, (EpisodeNew){.person = p->id,
                                         .kind = "early-help",
                                         .owner = c->actor.id,
                                         .team = team,
                                         .next_on = by,
                                         .next_what = S("Finish the assessment")});
}

// 0: the pack has no such form.
static int64_t begin(Ctx *c, const Record *r, const GateForm *in) {
    const Person *p = r->person;
    KnownList known = known_of(c, r, in->form);
    int64_t sheet = sheet_begin(c, S("caf"), p->id, known.at, known.len);
    if (!sheet) return 0;
    int64_t episode = episode_for(c, p, in);
    int64_t id = assessment_put(c->db, p->id, sheet, episode, S("caf"), in->form, c->actor.id,
                                c->actor.agency, c->now, in->by, S("Finish the assessment"));
    owner_from(c->db, id, c->actor.id, c->now, (Str){0});
    event_put(c->db, id, S("started"), (Str){0}, c->now, c->actor.id);
    absence_assessed(c, p->id);
    gate_put(c->db, p->id, id, (Str){0}, in->advice, c->now, c->actor.id);
    access_audit(c, "assessment.begin", "assessment", id, (Str){0});
    entry_add(c, (EntryNew){.person = p->id,
                            .episode = episode,
                            .kind = "assessment",
                            .what = "assessment",
                            .title = S("Early help assessment begun"),
                            .subject = "assessment",
                            .subject_id = id});
    return id;
}

Reply assessment_begin(Ctx *c) {
    Record *r = opened(c);
    if (!r) return record_refused(c, part_int(c, 0));
    GateForm in = {0};
    Date by;
    Filled f = filled(c, NULL);
    form_take(c, &f, &in);
    if (in.signs.len || str_eq(in.any, S("some"))) return refused(c, r, &in);
    DangerList dangers = gate_dangers(c->db, r->person->id);
    if (dangers.len) return waits(c, r, dangers);
    if (str_eq(in.any, S("doubt")) && !in.advice.len)
        form_wrong(&f, "advice", S("Write down who was asked, by role, and what they advised"));
    if (date_parse(in.by, &by) && by < c->today)
        form_wrong(&f, "by", S("That day is over: give one to come"));
    if (f.n_errors) return gate_page(c, r, &f);
    if (!in.advice.len) in.advice = (Str){0};
    int64_t id = begin(c, r, &in);
    if (!id) {
        form_wrong(&f, "form",
                   S("This partnership’s pack has no questionnaire “caf” in force: ask an administrator"));
        return gate_page(c, r, &f);
    }
    return see_other_saying(c, S("Begun. What Kith knows already stands in it"), "/work/assessments/%lld",
                            (long long)id);
}
