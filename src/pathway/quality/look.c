// Looking at one assessment of a sample, and giving what was found back to its worker.
#include "pathway/quality/pages.h"
#include "pathway/quality/quality.h"
#include "pathway/quality/quality.html.h"
#include "web/layout.h"

typedef struct Look {
    const CafLook *row;
    const Record *record;
    const Sheet *sheet;
    Url base;    // "/work/quality/audits/12"
} Look;

// Whoever looks still has to have a way to the child. False: *ret_no is the answer.
static bool look_open(Ctx *c, Look *ret, Reply *ret_no) {
    const CafLook *row = look_one(c->db, part_int(c, 0));
    *ret_no = status_page(c, 404);
    if (!row || row->owner_id != c->actor.id) return false;
    const Record *r = record_open(c, row->person_id);
    if (!r || !record_shows(r, "assessment")) return *ret_no = record_refused(c, row->person_id), false;
    const Sheet *s = sheet_open(c, row->sheet_id);
    if (!s) return false;
    *ret = (Look){row, r, s, url_path(c->arena, "/work/quality/audits/%lld", (long long)row->id)};
    return true;
}

// The worker reads what was found beside the assessment.
Reply look_show(Ctx *c) {
    Look l;
    Reply no;
    const CafLook *row = look_one(c->db, part_int(c, 0));
    if (row && row->worker_id == c->actor.id)
        return see_other(c, "/work/assessments/%lld", (long long)row->assessment_id);
    if (!look_open(c, &l, &no)) return no;
    LookPage p = {l.row, l.sheet, sheet_missing(c->arena, l.sheet, NULL)};
    Buf out = {.arena = c->arena}, missing = {.arena = c->arena}, whole = {.arena = c->arena};
    if (p.missing.len) missing_draw(&missing, &p.missing, l.base);
    if (l.row->done_at != NONE) sheet_draw(&whole, c, l.sheet, false);
    look_view(&out, c, &p, l.record, html_of(&missing), html_of(&whole));
    return record_page(c, l.record, "front", S("A look at an assessment"), &out);
}

static const Section *section_asked(Ctx *c, const Look *l) {
    const Section *s = section_find(l->sheet->form, c->part[1]);
    return s && sheet_asks(l->sheet, s->when) ? s : NULL;
}

Reply look_section(Ctx *c) {
    Look l;
    Reply no;
    if (!look_open(c, &l, &no)) return no;
    const Section *s = section_asked(c, &l);
    if (!s) return status_page(c, 404);
    Buf body = {.arena = c->arena}, out = {.arena = c->arena};
    section_draw(&body, c,
                 (SectionPage){.sheet = l.sheet,
                               .section = s,
                               .base = l.base,
                               .writes = l.row->done_at == NONE,
                               .asks_missing = param_has(c->query, S("check"))});
    look_section_view(&out, &l.base, l.row, html_of(&body));
    return record_page(c, l.record, "front", s->title, &out);
}

// One person looks: where two of their pages wrote in one place, the later text stands and the other stays
// in the history.
static void settle_all(Ctx *c, const Look *l) {
    const Sheet *s = sheet_open(c, l->row->sheet_id);
    for (size_t i = 0; s && i < s->clashes.len; i++)
        clash_settle(c, s, &s->clashes.at[i], s->clashes.at[i].value);
}

static bool section_for_writing(Ctx *c, Look *l, const Section **ret, Reply *no) {
    if (!look_open(c, l, no)) return false;
    *ret = section_asked(c, l);
    if (!*ret) return *no = status_page(c, 404), false;
    if (l->row->done_at != NONE) return *no = status_page(c, 409), false;
    return true;
}

Reply look_section_save(Ctx *c) {
    Look l;
    Reply no;
    const Section *s;
    if (!section_for_writing(c, &l, &s, &no)) return no;
    section_take(c, l.sheet, s);
    settle_all(c, &l);
    bool stay = str_eq(param(c->form, S("act")), S("save"));
    return see_other_saying(c, S("Saved"), "%.*s%s%.*s", STR_FMT(l.base.text), stay ? "/" : "",
                            STR_FMT(stay ? s->key : S("")));
}

Reply look_section_draft(Ctx *c) {
    Look l;
    Reply no;
    const Section *s;
    if (!section_for_writing(c, &l, &s, &no)) return no;
    Taken t = section_take(c, l.sheet, s);
    if (t.clashes) settle_all(c, &l);
    return taken_json(c, &t);
}

// With a grade and findings it is done, and goes to whoever answers for the assessment now.
Reply look_return(Ctx *c) {
    Look l;
    Reply no;
    if (!look_open(c, &l, &no)) return no;
    MissingList m = sheet_missing(c->arena, l.sheet, NULL);
    Str grade = sheet_meaning(l.sheet, "quality.grade"),
        findings = sheet_meaning(l.sheet, "quality.findings");
    if (m.len || !grade.len || !findings.len)
        return see_other_saying(c, S("It is not finished: what is missing stands below, by name"), "%.*s",
                                STR_FMT(l.base.text));
    if (look_done(c->db, l.row->id, grade, findings, look_worker(c->db, l.row->id), c->now) != 1)
        return status_page(c, 409);
    sheet_close(c->db, l.row->sheet_id, c->now);
    access_audit(c, "quality.return", "caf_audit", l.row->id, (Str){0});
    return see_other_saying(c, S("The worker has what you found"), "/work/quality/samples/%lld",
                            (long long)l.row->sample_id);
}

// ---- the worker -------------------------------------------------------------------------------------------

Reply look_read(Ctx *c) {
    const CafLook *row = look_one(c->db, part_int(c, 0));
    if (!row || row->worker_id != c->actor.id) return status_page(c, 404);
    look_seen(c->db, row->id, c->actor.id, c->now);
    access_audit(c, "quality.read", "caf_audit", row->id, (Str){0});
    return see_other_saying(c, S("Thank you. Whoever looked at it sees that you have read this"),
                            "/work/assessments/%lld", (long long)row->assessment_id);
}

void quality_found(Buf *out, Ctx *c, int64_t assessment) {
    CafLookList all = looks_found(c->db, assessment, c->actor.id);
    if (all.len) found_view(out, c, all);
}

void quality_waiting(Buf *out, Ctx *c) {
    UnreadLookList all = looks_unread(c->db, c->actor.id);
    if (all.len) waiting_view(out, c, all);
}
