// What may become of an assessment, as one table: the page offers and the server permits by the same rows.
#include "pathway/assessment/within.h"
#include "pathway/clock/clock.h"
#include "people/record.h"

const AssessmentMove assessment_moves[] = {
    {"complete", "draft", "complete", S("It is complete"), WORK, "completed", 7, S("A manager signs it off"),
     false},
    {"complete", "returned", "complete", S("It is complete again"), WORK, "completed", 7,
     S("A manager signs it off"), false},
    {"sign", "complete", "signed-off", S("Sign off"), TEAM_LEAD, "signed-off", 0,
     S("Look whether it still holds"), true},
    {"return", "complete", "returned", S("Send back"), TEAM_LEAD, "returned", 7,
     S("Put right what the manager asks for"), true},
    {"open", "complete", "draft", S("Go on writing"), WORK, "opened", 14, S("Finish what is added"), true},
    {"open", "signed-off", "draft", S("Bring it up to date"), WORK, "opened", 14, S("Finish what is added"),
     true},
    {"end", "draft", "ended", S("Do not go on with it"), WORK, "ended", 0, {0}, true},
    {"end", "returned", "ended", S("Do not go on with it"), WORK, "ended", 0, {0}, true},
};
const size_t n_assessment_moves = COUNT(assessment_moves);

enum { LOOK_AGAIN_MONTHS = 6 };    // where the partnership has set no age (W191): a date there must be (P1)

const AssessmentMove *assessment_move_find(Str act, Str was) {
    for (size_t i = 0; i < n_assessment_moves; i++)
        if (str_eq(str_from(assessment_moves[i].act), act) && str_eq(str_from(assessment_moves[i].was), was))
            return &assessment_moves[i];
    return NULL;
}

// ---- what keeps it from being complete --------------------------------------------------------------------

static Reply refuse(Ctx *c, const Opened *o, Str why, Url where) {
    return assessment_overview(c, o, &(Refusal){&(UiLink){.words.text = why, .href = where}, 1, false});
}

static size_t missing_in(const MissingList *m, const Section *s) {
    size_t n = 0;
    for (size_t i = 0; i < m->len; i++) n += m->at[i].section == s;
    return n;
}

// A line for each section with something missing, and the way there.
static Reply refuse_missing(Ctx *c, const Opened *o, const MissingList *m) {
    const Questionnaire *form = o->sheet->form;
    UiLink *items = arena_new(c->arena, UiLink, form->len);
    size_t n = 0;
    for (const Section *s = form->at; s < form->at + form->len; s++) {
        size_t wants = missing_in(m, s);
        if (!wants) continue;
        Str words = str_fmt(c->arena, "%.*s: %zu to answer", STR_FMT(s->title), wants);
        Str href = str_fmt(c->arena, "%.*s/%.*s?check=1", STR_FMT(o->base.text), STR_FMT(s->key));
        items[n++] = (UiLink){.words.text = words, .href = {href}};
    }
    return assessment_overview(c, o, &(Refusal){items, n, true});
}

static const Section *where_the_child_is_heard(const Opened *o) {
    const Questionnaire *form = o->sheet->form;
    for (const Section *s = form->at; s < form->at + form->len; s++)
        for (size_t i = 0; i < s->len; i++)
            if (s->at[i].means.at && str_eq(s->at[i].means, S("child.words"))) return s;
    return NULL;
}

// False, with the answer, where it is not complete.
static bool is_complete(Ctx *c, const Opened *o, Reply *ret_no) {
    MissingList m = sheet_missing(c->arena, o->sheet, NULL);
    Str heard = sheet_meaning(o->sheet, "child.words"), why = sheet_meaning(o->sheet, "child.missing");
    const Section *s = where_the_child_is_heard(o);
    if (m.len) return *ret_no = refuse_missing(c, o, &m), false;
    if (o->sheet->clashes.len) {
        Url both = {str_fmt(c->arena, "%.*s/clashes", STR_FMT(o->base.text))};
        *ret_no = refuse(c, o, S("Two people wrote in one place: choose what stands first"), both);
        return false;
    }
    if (heard.len || why.len) return true;
    Url voice = o->base;
    if (s) voice.text = str_fmt(c->arena, "%.*s/%.*s", STR_FMT(o->base.text), STR_FMT(s->key));
    *ret_no = refuse(c, o, S("The child’s own view is missing: write it down, or why it is not here"), voice);
    return false;
}

// The child's words go on the front of the record, once (P8).
static void keep_view(Ctx *c, const Opened *o) {
    Str words = sheet_meaning(o->sheet, "child.words"), how = sheet_meaning(o->sheet, "child.how");
    if (!str_eq(sheet_meaning(o->sheet, "child.heard"), S("yes")) || !words.len) return;
    if (child_view_same(c->db, o->a->id, words)) return;
    child_view_put(c->db, o->a->person_id, words, how.len ? how : S("in the assessment"), o->a->id, c->now,
                   o->a->owner_id);
    entry_add(c, (EntryNew){.person = o->a->person_id,
                            .episode = o->a->episode_id,
                            .kind = "view",
                            .what = "view",
                            .title = S("The child’s own view"),
                            .body = words,
                            .nature = "report",
                            .source = S("the child"),
                            .subject = "assessment",
                            .subject_id = o->a->id});
}

// ---- what each move does besides --------------------------------------------------------------------------

static void after_complete(Ctx *c, const Opened *o) {
    sheet_finished(c->db, o->a->sheet_id, c->now);
    keep_view(c, o);
    if (str_eq(sheet_meaning(o->sheet, "crisis"), S("yes"))) crisis_open(c, o);
    clock_stop(c, "assessment-age", "assessment", o->a->id);
    clock_start(c, "assessment-age", "assessment", o->a->id, o->a->person_id, c->now);
}

static Date next_date(Ctx *c, const Opened *o, const AssessmentMove *m) {
    if (!str_eq(str_from(m->now), S("signed-off"))) return date_add_days(c->today, m->days);
    ClockList clocks = clocks_of(c, "assessment", o->a->id);
    for (size_t i = 0; i < clocks.len; i++)
        if (clocks.at[i].stopped_at == NONE && clocks.at[i].due_at != NONE)
            return date_of(clocks.at[i].due_at);
    return date_add_months(c->today, LOOK_AGAIN_MONTHS);
}

static void write_down(Ctx *c, const Opened *o, const AssessmentMove *m, Str words) {
    static const Str titles[][2] = {{S("completed"), S("Assessment complete")},
                                    {S("signed-off"), S("Assessment signed off")},
                                    {S("returned"), S("Assessment sent back")},
                                    {S("opened"), S("Assessment opened again")},
                                    {S("ended"), S("Assessment not gone on with")}};
    Str title = S("Assessment");
    for (size_t i = 0; i < COUNT(titles); i++)
        if (str_eq(titles[i][0], str_from(m->event))) title = titles[i][1];
    assessment_note(c, o, m->event, words);
    entry_add(c, (EntryNew){.person = o->a->person_id,
                            .episode = o->a->episode_id,
                            .kind = "assessment",
                            .what = "assessment",
                            .title = title,
                            .body = words.len ? words : (Str){0},
                            .subject = "assessment",
                            .subject_id = o->a->id});
}

static bool move(Ctx *c, const Opened *o, const AssessmentMove *m) {
    bool signs = str_eq(str_from(m->now), S("signed-off")), ends = str_eq(str_from(m->now), S("ended"));
    bool completes = str_eq(str_from(m->now), S("complete"));
    if (completes) after_complete(c, o);
    Str on = ends ? (Str){0} : date_iso(c->arena, next_date(c, o, m));
    if (ends) clock_call_off(c, "assessment-age", "assessment", o->a->id);
    return assessment_move(c->db, o->a->id, o->a->version, str_from(m->now), on, m->next,
                           completes ? c->now : NONE, signs ? c->now : NONE, signs ? c->actor.id : NONE) == 1;
}

static Reply back(Ctx *c, const Opened *o, Str notice) {
    return see_other_saying(c, notice, "%.*s", STR_FMT(o->base.text));
}

Reply assessment_act(Ctx *c) {
    Opened o;
    Reply no;
    if (!assessment_open(c, &o, &no)) return no;
    const AssessmentMove *m = assessment_move_find(param(c->form, S("act")), o.a->state);
    Str words = form_sentence(c, "words");
    if (!m) return refuse(c, &o, S("It has moved on meanwhile: this is how it stands now"), (Url){0});
    if (!o.takes_part || !may(c->actor, m->needs)) return status_page(c, 403);
    if (str_eq(str_from(m->act), S("sign")) && o.a->owner_id == c->actor.id)
        return refuse(c, &o, S("Somebody else signs off what you wrote: ask another manager"), (Url){0});
    if (m->words && !words.len)
        return refuse(c, &o, S("Write a sentence beside it first: what you found, or why"),
                      (Url){str_fmt(c->arena, "#words-%s", m->act)});
    if (str_eq(str_from(m->now), S("complete")) && !is_complete(c, &o, &no)) return no;
    if (!move(c, &o, m)) return status_page(c, 409);
    write_down(c, &o, m, words);
    return back(c, &o, assessment_state_text(str_from(m->now)));
}

// ---- who
// ---------------------------------------------------------------------------------------------------

static bool among(WriterList list, int64_t id) {
    for (size_t i = 0; i < list.len; i++)
        if (list.at[i].id == id) return true;
    return false;
}

static int64_t somebody(Ctx *c, const Opened *o) {
    int64_t id = 0;
    str_int(param(c->form, S("who")), &id);
    return among(those_who_write(c->db, o->record->person->id, c->now), id) ? id : 0;
}

Reply assessment_owner_save(Ctx *c) {
    Opened o;
    Reply no;
    if (!assessment_open(c, &o, &no)) return no;
    bool may_hand = o.a->owner_id == c->actor.id || may(c->actor, TEAM_LEAD);
    if (!o.takes_part || !may_hand) return status_page(c, 403);
    int64_t who = somebody(c, &o);
    Str why = form_sentence(c, "why");
    if (!who || who == o.a->owner_id || !why.len)
        return refuse(c, &o, S("Choose somebody else, and write why the practitioner changes"),
                      (Url){S("#owner-who")});
    if (!assessment_hand_on(c->db, o.a->id, o.a->owner_id, who)) return status_page(c, 409);
    owner_until(c->db, o.a->id, c->now);
    owner_from(c->db, o.a->id, who, c->now, why);
    assessment_note(c, &o, "owner", why);
    entry_add(c, (EntryNew){.person = o.a->person_id,
                            .episode = o.a->episode_id,
                            .kind = "assessment",
                            .what = "assessment",
                            .title = S("Another practitioner answers for the assessment"),
                            .body = why,
                            .subject = "assessment",
                            .subject_id = o.a->id});
    return back(c, &o, S("Handed on"));
}

Reply assessment_section_give(Ctx *c) {
    Opened o;
    Reply no;
    if (!assessment_open(c, &o, &no)) return no;
    const Section *s = section_find(o.sheet->form, param(c->form, S("section")));
    if (!o.writes || o.a->owner_id != c->actor.id) return status_page(c, 403);
    int64_t who = somebody(c, &o);
    if (!s || !who)
        return refuse(c, &o, S("Choose a section, and somebody who takes part"), (Url){S("#section")});
    section_owner_end(c->db, o.a->sheet_id, s->key);
    section_owner_add(c->db, o.a->sheet_id, s->key, who, c->now, c->actor.id);
    assessment_note(c, &o, "section", s->title);
    return back(c, &o, str_fmt(c->arena, "%.*s is theirs to write now", STR_FMT(s->title)));
}
