// Assessments begun, by agency (W60), without a name; and the reviews of children who needed
// specialist help before
// anything preventive was tried (W66).
#include "pathway/assessment/counts.html.h"
#include "pathway/assessment/within.h"

Reply assessments_counts(Ctx *c) {
    int year, month, day;
    date_parts(c->today, &year, &month, &day);
    int from = month >= 4 ? year : year - 1;    // the year begins in April
    Instant start = instant_at(date_make(from, 4, 1), 0), before = instant_at(date_make(from - 1, 4, 1), 0);
    int same = c->today - date_make(from, 4, 1);    // like for like: to the same day of the year before
    Instant same_day = instant_at(date_add_days(date_make(from - 1, 4, 1), same + 1), 0);
    Buf out = {.arena = c->arena};
    counts_view(&out, from, counts_by_agency(c->db, start, before, same_day));
    Page p = {.title = S("Assessments begun, by agency"),
              .no_index = true,
              .crumbs = {{S("Work"), {S("/work")}}, {S("Assessments"), {S("/work/assessments")}}}};
    return page(c, p, &out);
}

// ---- crisis reviews ---------------------------------------------------------------------------------------

typedef struct CrisisForm {
    Str why, in_place;
} CrisisForm;
static const Field fields[] = {
    {FIELD(CrisisForm, why), S("Why did no preventive help come before?"),
     S("What was known, to whom, and what kept help from coming"), TEXTAREA, .required = true, .max = 4000,
     .missing = S("Write why no preventive help came before")},
    {FIELD(CrisisForm, in_place), S("What is put in place now?"), S("By whom, and from when"), TEXTAREA,
     .required = true, .max = 4000, .missing = S("Write what is put in place now")},
};
static const Form form = {S("Why help came so late"), S("Finish the review"), fields, COUNT(fields)};

static CrisisReview *opened(Ctx *c, Record **ret, Reply *ret_no) {
    CrisisReview *r = crisis_find(c->db, part_int(c, 0));
    *ret_no = status_page(c, 404);
    if (!r) return NULL;
    *ret = record_open(c, r->person_id);
    if (*ret && record_shows(*ret, "assessment")) return r;
    *ret_no = record_refused(c, r->person_id);
    return NULL;
}

static Reply draw(Ctx *c, const CrisisReview *r, const Record *record, const Filled *f) {
    Buf out = {.arena = c->arena}, answering = {.arena = c->arena};
    if (r->done_at == NONE && r->owner_id == c->actor.id) {
        form_errors(&out, f);
        form_draw(&answering, c, f, c->path);
    }
    crisis_view(&out, c, r, html_of(&answering));
    Reply reply = record_page(c, record, "front", form.title, &out);
    if (f->n_errors) reply.status = 422;
    return reply;
}

Reply crisis_show(Ctx *c) {
    Record *record;
    Reply no;
    CrisisReview *r = opened(c, &record, &no);
    if (!r) return no;
    Filled f = form_blank(&form, NULL);
    return draw(c, r, record, &f);
}

Reply crisis_save(Ctx *c) {
    Record *record;
    Reply no;
    CrisisForm in = {0};
    CrisisReview *r = opened(c, &record, &no);
    if (!r) return no;
    if (r->owner_id != c->actor.id || r->done_at != NONE) return status_page(c, 403);
    Filled f = form_read(c, &form, &in);
    if (f.n_errors) return draw(c, r, record, &f);
    if (!crisis_done(c->db, r->id, in.why, in.in_place, c->now)) return status_page(c, 409);
    access_audit(c, "crisis.review", "crisis", r->id, (Str){0});
    entry_add(c, (EntryNew){.person = r->person_id,
                            .episode = NONE,
                            .kind = "assessment",
                            .what = "review",
                            .title = S("Why help came so late: reviewed"),
                            .body = in.in_place,
                            .subject = "crisis",
                            .subject_id = r->id});
    return see_other_saying(c, S("The review is finished"), "/work/crisis/%lld", (long long)r->id);
}

void crisis_open(Ctx *c, const Opened *o) {
    if (crisis_waits(c->db, o->a->person_id)) return;
    Str what = sheet_meaning(o->sheet, "crisis.what");
    int64_t id =
        crisis_put(c->db, o->a->person_id, what.len ? what : S("Specialist help, as the assessment has it"),
                   o->a->owner_id, date_iso(c->arena, date_add_days(c->today, 14)), c->now, c->actor.id);
    access_audit(c, "crisis.open", "crisis", id, (Str){0});
    entry_add(c, (EntryNew){.person = o->a->person_id,
                            .episode = o->a->episode_id,
                            .kind = "assessment",
                            .what = "review",
                            .title = S("A review begins of why help came so late"),
                            .subject = "crisis",
                            .subject_id = id});
}
