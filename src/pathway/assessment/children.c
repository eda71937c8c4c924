// Social care's own assessment, begun where social care helps: it starts with what the early help
// assessment found, what the referral said and what the record holds, each with its source, and whoever
// writes it changes what is not so any more (W81). What stood in the early help assessment stays as it was.
#include "pathway/assessment/assessment.html.h"
#include "pathway/assessment/within.h"
#include "pathway/plan/episode.h"

typedef struct BeginForm {
    Str by;
} BeginForm;
static const Field fields[] = {
    {FIELD(BeginForm, by), S("By when will it be finished?"), S("So that it cannot lie still"), DATE,
     .required = true, .missing = S("Say by when it will be finished")},
};
static const Form form = {S("Begin a Children’s Assessment"), S("Begin it"), fields, COUNT(fields)};

// ---- what is known ----------------------------------------------------------------------------------------

static Str source_of(Ctx *c, const AnswerRow *a) {
    Str by = a->source.len || !a->name.len ? S("from the record") : a->name;
    return str_fmt(c->arena, "the early help assessment, %.*s, %.*s", STR_FMT(by),
                   STR_FMT(date_text(c->arena, date_of(a->at))));
}

// Every answer under its key, "caf.school"; a group's rows as "caf.people.1.name".
static void know_caf(Ctx *c, KnownList *known, int64_t person) {
    const Assessment *a = caf_known(c->db, person);
    const Sheet *s = a ? sheet_open(c, a->sheet_id) : NULL;
    for (size_t i = 0; s && i < s->answers.len; i++) {
        const AnswerRow *row = &s->answers.at[i];
        know(known, str_fmt(c->arena, "caf.%.*s", STR_FMT(row->question)), row->value, source_of(c, row));
    }
}

static void know_referral(Ctx *c, KnownList *known, const Record *r) {
    const KnownReferral *k = record_shows(r, "contact") ? known_referral(c->db, r->person->id) : NULL;
    if (!k) return;
    Str day = date_text(c->arena, date_of(k->raised_at));
    know(known, S("referral.concern"), k->written.len ? k->written : k->concern,
         str_fmt(c->arena, "the referral of %.*s, %.*s", STR_FMT(day), STR_FMT(k->referrer)));
}

// ---- beginning --------------------------------------------------------------------------------------------

// The social care that this actor gives: they answer for it, or their team holds it.
static const Episode *episode_held(Ctx *c, const Record *r) {
    int64_t id = social_care_open(c->db, r->person->id);
    const Episode *e = id == NONE ? NULL : episode_of(c->db, id);
    if (!e) return NULL;
    return e->owner_id == c->actor.id || team_has(c->db, e->team_id, c->actor.id, c->now) ? e : NULL;
}

static Reply children_page(Ctx *c, const Record *r, const Filled *f, bool held) {
    Buf out = {.arena = c->arena}, asking = {.arena = c->arena};
    if (held) form_draw(&asking, c, f, c->path);
    if (held) form_errors(&out, f);
    children_view(&out, html_of(&asking), held);
    Reply reply = record_page(c, r, "front",
                              f->n_errors ? S("Error: Begin a Children’s Assessment") : form.title, &out);
    reply.status = f->n_errors ? 422 : 200;
    return reply;
}

static Record *opened(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    return r && record_shows(r, "assessment") ? r : NULL;
}

Reply children_new(Ctx *c) {
    Record *r = opened(c);
    if (!r) return record_refused(c, part_int(c, 0));
    Filled f = form_blank(&form, NULL);
    return children_page(c, r, &f, episode_held(c, r) != NULL);
}

// 0: the pack has no such form.
static int64_t begin(Ctx *c, const Record *r, const Episode *e, Str by) {
    KnownList known = known_of(c, r, S("usual"));
    know_caf(c, &known, r->person->id);
    know_referral(c, &known, r);
    int64_t sheet = sheet_begin(c, S("children"), r->person->id, known.at, known.len);
    if (!sheet) return 0;
    int64_t id = assessment_put(c->db, r->person->id, sheet, e->id, S("children"), S("usual"), c->actor.id,
                                c->actor.agency, c->now, by, S("Finish the assessment"));
    owner_from(c->db, id, c->actor.id, c->now, (Str){0});
    event_put(c->db, id, S("started"), (Str){0}, c->now, c->actor.id);
    access_audit(c, "assessment.begin", "assessment", id, (Str){0});
    entry_add(c, (EntryNew){.person = r->person->id,
                            .episode = e->id,
                            .kind = "assessment",
                            .what = "assessment",
                            .title = S("Children’s Assessment begun"),
                            .subject = "assessment",
                            .subject_id = id});
    return id;
}

Reply children_begin(Ctx *c) {
    Record *r = opened(c);
    if (!r) return record_refused(c, part_int(c, 0));
    const Episode *e = episode_held(c, r);
    if (!e) return status_page(c, 403);
    BeginForm in = {0};
    Date by;
    Filled f = form_read(c, &form, &in);
    if (date_parse(in.by, &by) && by < c->today)
        form_wrong(&f, "by", S("That day is over: give one to come"));
    int64_t id = f.n_errors ? 0 : begin(c, r, e, in.by);
    if (!f.n_errors && !id)
        form_wrong(
            &f, "by",
            S("This partnership’s pack has no questionnaire “children” in force: ask an administrator"));
    if (f.n_errors) return children_page(c, r, &f, true);
    return see_other_saying(c, S("Begun. What Kith knows already stands in it"), "/work/assessments/%lld",
                            (long long)id);
}
