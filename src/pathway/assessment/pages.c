// An assessment as one works on it: the overview, a section, all of it to read, two texts, its history.
#include "pathway/assessment/assessment.html.h"
#include "pathway/assessment/within.h"

Reply assessments_mine_page(Ctx *c) {
    Buf out = {.arena = c->arena};
    assessments_mine_view(&out, c, assessments_mine(c->db, c->actor.id, c->now),
                          may(c->actor, PATHWAY_COUNT));
    Page p = {.title = S("Early help assessments"),
              .crumbs = {{S("Work"), {S("/work")}}},
              .wide = true,
              .no_index = true};
    return page(c, p, &out);
}

Reply assessments_person(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    if (!r || !record_shows(r, "assessment")) return record_refused(c, part_int(c, 0));
    Buf out = {.arena = c->arena};
    assessments_person_view(&out, c, r, assessments_of(c->db, r->person->id), crisis_of(c->db, r->person->id),
                            may(c->actor, CASE_HOLD));
    return record_page(c, r, "front", S("Early help assessments"), &out);
}

// ---- the overview -----------------------------------------------------------------------------------------

static size_t missing_of(const MissingList *m, const Section *s) {
    size_t n = 0;
    for (size_t i = 0; i < m->len; i++) n += m->at[i].section == s;
    return n;
}

static void draw_sections(Buf *out, const Opened *o, const MissingList *m) {
    const Questionnaire *form = o->sheet->form;
    for (size_t i = 0; i < form->len; i++) {
        const Section *s = &form->at[i];
        if (!sheet_asks(o->sheet, s->when)) continue;
        assessment_section_line(out, o, s, section_owner_of(o->sheet, s), missing_of(m, s));
    }
}

Reply assessment_overview(Ctx *c, const Opened *o, const Refusal *no) {
    MissingList m = sheet_missing(c->arena, o->sheet, NULL);
    Buf sections = {.arena = c->arena}, missing = {.arena = c->arena}, out = {.arena = c->arena};
    draw_sections(&sections, o, &m);
    if (m.len) missing_draw(&missing, &m, o->base);
    assessment_view(&out, c, o, no, html_of(&sections), html_of(&missing), m.len, owners_of(c->db, o->a->id),
                    events_of(c->db, o->a->id), those_who_write(c->db, o->record->person->id, c->now));
    Str title = assessment_form_text(o->a->kind, o->a->form);
    if (!no) return assessment_page(c, o, title, &out);
    Reply reply = assessment_page(c, o, str_fmt(c->arena, "Error: %.*s", STR_FMT(title)), &out);
    reply.status = 422;
    return reply;
}

Reply assessment_show(Ctx *c) {
    Opened o;
    Reply no;
    if (!assessment_open(c, &o, &no)) return no;
    return assessment_overview(c, &o, NULL);
}

// ---- a section --------------------------------------------------------------------------------------------

static const Section *section_asked(Ctx *c, const Opened *o) {
    const Section *s = section_find(o->sheet->form, c->part[1]);
    return s && sheet_asks(o->sheet, s->when) ? s : NULL;
}

static Str section_title(Ctx *c, const Section *s) {
    return str_fmt(c->arena, "%.*s – Early help assessment", STR_FMT(s->title));
}

Reply assessment_section(Ctx *c) {
    Opened o;
    Reply no;
    if (!assessment_open(c, &o, &no)) return no;
    const Section *s = section_asked(c, &o);
    if (!s) return status_page(c, 404);
    Buf body = {.arena = c->arena}, out = {.arena = c->arena};
    bool writes = section_writes(c, &o, s);
    section_draw(&body, c,
                 (SectionPage){.sheet = o.sheet,
                               .section = s,
                               .base = o.base,
                               .writes = writes,
                               .asks_missing = param_has(c->query, S("check"))});
    assessment_section_view(&out, &o, section_owner_of(o.sheet, s), writes, html_of(&body));
    return assessment_page(c, &o, section_title(c, s), &out);
}

static const Section *section_after(const Opened *o, const Section *s) {
    const Questionnaire *form = o->sheet->form;
    for (const Section *next = s + 1; next < form->at + form->len; next++)
        if (sheet_asks(o->sheet, next->when)) return next;
    return NULL;
}

// "add people", "drop people 2"
static bool group_act(Ctx *c, const Opened *o, const Section *s, Str act) {
    Str rest = act, verb = str_cut(&rest, S(" ")), key = str_cut(&rest, S(" "));
    const Question *q = NULL;
    for (size_t i = 0; i < s->len; i++)
        if (str_eq(s->at[i].key, key) && s->at[i].kind == ASK_GROUP) q = &s->at[i];
    if (!q) return false;
    if (str_eq(verb, S("add")))
        group_add(c, o->sheet, q);
    else
        group_drop(c, o->sheet, q, rest);
    return true;
}

static Reply section_saved(Ctx *c, const Opened *o, const Section *s, Str act) {
    const Section *next = section_after(o, s);
    if (group_act(c, o, s, act)) return see_other(c, "%.*s/%.*s", STR_FMT(o->base.text), STR_FMT(s->key));
    if (!str_eq(act, S("next")))
        return see_other_saying(c, S("Saved"), "%.*s/%.*s", STR_FMT(o->base.text), STR_FMT(s->key));
    if (!next) return see_other_saying(c, S("Saved"), "%.*s", STR_FMT(o->base.text));
    return see_other_saying(c, S("Saved"), "%.*s/%.*s", STR_FMT(o->base.text), STR_FMT(next->key));
}

Reply assessment_section_save(Ctx *c) {
    Opened o;
    Reply no;
    if (!assessment_open(c, &o, &no)) return no;
    const Section *s = section_asked(c, &o);
    if (!s) return status_page(c, 404);
    if (!section_writes(c, &o, s)) return status_page(c, 403);
    Taken t = section_take(c, o.sheet, s);
    if (t.clashes)
        return see_other_saying(c, S("Saved. Somebody else wrote in the same place: both texts are kept"),
                                "%.*s/clashes", STR_FMT(o.base.text));
    o.sheet = sheet_open(c, o.a->sheet_id);
    if (!o.sheet) return status_page(c, 500);
    return section_saved(c, &o, s, param(c->form, S("act")));
}

Reply assessment_section_draft(Ctx *c) {
    Opened o;
    Reply no;
    if (!assessment_open(c, &o, &no)) return no;
    const Section *s = section_asked(c, &o);
    if (!s) return status_page(c, 404);
    if (!section_writes(c, &o, s)) return status_page(c, 403);
    Taken t = section_take(c, o.sheet, s);
    return taken_json(c, &t);
}

// ---- to read ----------------------------------------------------------------------------------------------

Reply assessment_print(Ctx *c) {
    Opened o;
    Reply no;
    if (!assessment_open(c, &o, &no)) return no;
    Buf body = {.arena = c->arena}, out = {.arena = c->arena};
    sheet_draw(&body, c, o.sheet, false);
    assessment_whole_view(&out, c, &o, html_of(&body));
    return assessment_page(c, &o, S("The whole assessment"), &out);
}

Reply assessment_history(Ctx *c) {
    Opened o;
    Reply no;
    if (!assessment_open(c, &o, &no)) return no;
    Buf body = {.arena = c->arena}, out = {.arena = c->arena};
    sheet_draw(&body, c, o.sheet, true);
    assessment_history_view(&out, &o, html_of(&body));
    return assessment_page(c, &o, S("Everything that stood in it"), &out);
}

// ---- two texts --------------------------------------------------------------------------------------------

Reply assessment_clashes(Ctx *c) {
    Opened o;
    Reply no;
    if (!assessment_open(c, &o, &no)) return no;
    Buf body = {.arena = c->arena}, out = {.arena = c->arena};
    clash_draw(&body, c, o.sheet, o.base);
    assessment_clashes_view(&out, &o, html_of(&body), o.sheet->clashes.len);
    return assessment_page(c, &o, S("Two texts in one place"), &out);
}

static const ClashRow *clash_asked(const Opened *o, int64_t id) {
    for (size_t i = 0; i < o->sheet->clashes.len; i++)
        if (o->sheet->clashes.at[i].id == id) return &o->sheet->clashes.at[i];
    return NULL;
}

// What stands may have changed since the page was drawn: then it is shown again.
Reply assessment_clash_settle(Ctx *c) {
    Opened o;
    Reply no;
    int64_t shown = 0;
    if (!assessment_open(c, &o, &no)) return no;
    if (!o.writes) return status_page(c, 403);
    const ClashRow *k = clash_asked(&o, part_int(c, 1));
    const AnswerRow *first = k ? sheet_answer(o.sheet, k->question) : NULL;
    if (!first)
        return see_other_saying(c, S("Somebody has settled this already"), "%.*s/clashes",
                                STR_FMT(o.base.text));
    if (!str_int(param(c->form, S("revision")), &shown) || shown != first->revision)
        return see_other_saying(c, S("The first text has changed meanwhile: look at both again"),
                                "%.*s/clashes", STR_FMT(o.base.text));
    Str keep = param(c->form, S("keep"));
    Str value = str_eq(keep, S("both"))     ? param(c->form, S("text"))
                : str_eq(keep, S("second")) ? k->value
                                            : first->value;
    clash_settle(c, o.sheet, k, value);
    bool more = o.sheet->clashes.len > 1;
    return see_other_saying(c, S("Settled. The other text stays in the history"), "%.*s%s",
                            STR_FMT(o.base.text), more ? "/clashes" : "");
}
