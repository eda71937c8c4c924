// Levels of need and early help assessments. A site without a threshold document or without the form tells
// its stories without them.
#include "access/access.h"
#include "pathway/assessment/assessment.h"
#include "pathway/assessment/counts.sql.h"
#include "pathway/clock/clock.h"
#include "pathway/threshold/need.h"
#include "voice/demo/tell.h"

void tell_need(Telling *t, Str level, Str reason, const char *ticks) {
    Choice at[8];
    size_t n = 0;
    for (Str rest = str_from(ticks); rest.len && n < COUNT(at);)
        at[n++] = (Choice){str_cut(&rest, S(" ")), {0}, {0}};
    need_decide(t->c, (NeedNew){.person = t->who, .level = level, .reason = reason, .ticks = at,
                                .n_ticks = n});
}

static void note(Telling *t, int64_t id, const char *event, Str title, Str words) {
    event_put(t->c->db, id, str_from(event), tell_words(words), t->c->now, t->c->actor.id);
    entry_add(t->c, (EntryNew){.person = t->who,
                               .episode = t->episode,
                               .kind = "assessment",
                               .what = "assessment",
                               .title = title,
                               .body = tell_words(words),
                               .subject = "assessment",
                               .subject_id = id});
}

static int64_t begun(Telling *t, const Assessing *a) {
    Ctx *c = t->c;
    const Person *p = person_shown(c->db, t->who);
    Known known[] = {{S("assessment.form"), str_from(a->form), S("the record")},
                     {S("child.name"), p->name, S("the record")},
                     {S("child.born"), p->born_on, S("the record")},
                     {S("child.due"), p->due_on, S("the record")},
                     {S("child.address"), known_address(c->db, t->who, date_iso(c->arena, c->today)),
                      S("the record")},
                     {S("child.language"), known_language(c->db, t->who), S("the record")}};
    return sheet_begin(c, S("caf"), t->who, known, COUNT(known));
}

int64_t tell_assessment(Telling *t, Assessing a) {
    Ctx *c = t->c;
    int64_t sheet = begun(t, &a);
    if (!sheet) return NONE;
    Str form = str_from(a.form);
    int64_t id = assessment_put(c->db, t->who, sheet, t->episode ? t->episode : NONE, S("caf"), form,
                                c->actor.id, c->actor.agency, c->now, tell_day(t, a.due),
                                S("Finish the assessment"));
    owner_from(c->db, id, c->actor.id, c->now, (Str){0});
    gate_put(c->db, t->who, id, (Str){0}, (Str){0}, c->now, c->actor.id);
    note(t, id, "started", S("Early help assessment begun"), (Str){0});
    tell_answers(t, id, a.at, a.len);
    return id;
}

void tell_answers(Telling *t, int64_t id, const Choice *at, size_t len) {
    const Assessment *a = id == NONE ? NULL : assessment_find(t->c->db, id);
    for (size_t i = 0; a && i < len; i++)
        answer_put(t->c, a->sheet_id, at[i].value, at[i].label, (Str){0});
}

void tell_part(Telling *t, int64_t id, const char *section, const char *whose) {
    if (id == NONE) return;
    section_owner_add(t->c->db, assessment_find(t->c->db, id)->sheet_id, str_from(section),
                      tell_account(t, whose), t->c->now, t->c->actor.id);
    event_put(t->c->db, id, S("section"), str_from(section), t->c->now, t->c->actor.id);
}

// What the story does not say of a part: nothing out of the ordinary was found there.
static Str ordinary(const Question *q) {
    if (q->kind == ASK_YESNO) return S("no");
    if (q->kind == ASK_SCALE) return S("6");
    if (q->kind == ASK_ONE || q->kind == ASK_MANY) return q->choices.at[0].value;
    if (q->means.at && str_starts(q->means, S("strengths."))) return S("As one hopes at this age.");
    return S("None seen.");
}

static void fill_in(Telling *t, int64_t sheet) {
    for (int round = 0; round < 3; round++) {
        MissingList m = sheet_missing(t->c->arena, sheet_open(t->c, sheet), NULL);
        for (size_t i = 0; i < m.len; i++)
            answer_put(t->c, sheet, m.at[i].key, ordinary(m.at[i].question), (Str){0});
    }
}

static void moved(Telling *t, int64_t id, const char *state, int due, Str next, bool signs) {
    Ctx *c = t->c;
    bool completes = str_eq(str_from(state), S("complete"));
    assessment_move(c->db, id, assessment_find(c->db, id)->version, str_from(state), tell_day(t, due), next,
                    completes ? c->now : NONE, signs ? c->now : NONE, signs ? c->actor.id : NONE);
}

void tell_complete(Telling *t, int64_t id, Saying w) {
    if (id == NONE) return;
    Ctx *c = t->c;
    const Assessment *a = assessment_find(c->db, id);
    const Choice voice[] = {{S("heard"), S("yes"), {0}}, {S("words"), w.said, {0}}, {S("how"), w.how, {0}}};
    tell_answers(t, id, voice, COUNT(voice));
    fill_in(t, a->sheet_id);
    sheet_finished(c->db, a->sheet_id, c->now);
    tell_heard(t, child_view_put(c->db, t->who, w.said, w.how, id, c->now, a->owner_id), w);
    clock_start(c, "assessment-age", "assessment", id, t->who, c->now);
    moved(t, id, "complete", 3, S("A manager signs it off"), false);
    note(t, id, "completed", S("Assessment complete"), (Str){0});
}

void tell_moved(Telling *t, int64_t id, const char *act, int due, Str words) {
    static const struct {
        const char *act, *state, *event;
        Str next, title;
    } moves[] = {
        {"sign", "signed-off", "signed-off", S("Look whether it still holds"), S("Assessment signed off")},
        {"return", "returned", "returned", S("Put right what the manager asks for"),
         S("Assessment sent back")},
        {"open", "draft", "opened", S("Finish what is added"), S("Assessment opened again")},
    };
    for (size_t i = 0; i < COUNT(moves) && id != NONE; i++) {
        if (!str_eq(str_from(moves[i].act), str_from(act))) continue;
        moved(t, id, moves[i].state, due, moves[i].next, i == 0);
        note(t, id, moves[i].event, moves[i].title, words);
    }
}

// Somebody else wrote in the same place meanwhile: both texts are there.
void tell_clash(Telling *t, int64_t id, Str question, Str words, const char *whose) {
    const Assessment *a = id == NONE ? NULL : assessment_find(t->c->db, id);
    const AnswerNow *there = a ? answer_now(t->c->db, a->sheet_id, question) : NULL;
    if (there)
        clash_add(t->c->db, there->id, words, there->revision - 1, S("another page"), t->c->now,
                  tell_account(t, whose));
}

void tell_crisis(Telling *t, const char *owner, Str what, int due) {
    Ctx *c = t->c;
    int64_t id = crisis_put(c->db, t->who, what, tell_account(t, owner), tell_day(t, due), c->now,
                            c->actor.id);
    entry_add(c, (EntryNew){.person = t->who,
                            .episode = t->episode,
                            .kind = "assessment",
                            .what = "review",
                            .title = S("A review begins of why help came so late"),
                            .subject = "crisis",
                            .subject_id = id});
}
