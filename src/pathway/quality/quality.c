// A manager draws a sample of a quarter's assessments, looks at each by a questionnaire, and gives what was
// found back to the worker (W65). Partners in the team around the child see nothing of it.
#include <sodium.h>

#include "pathway/assessment/assessment.h"
#include "pathway/quality/pages.h"
#include "pathway/quality/quality.h"
#include "pathway/quality/quality.html.h"
#include "web/layout.h"

enum { QUARTERS = 8, SIZE_MOST = 30, SEED = 16 };

static const Choice grades[] = {{S("good"), S("Good"), {0}},
                                {S("enough"), S("Good enough"), {0}},
                                {S("not_enough"), S("Not good enough"), {0}}};
Str grade_text(Str grade) {
    for (size_t i = 0; i < COUNT(grades); i++)
        if (str_eq(grades[i].value, grade)) return grades[i].label;
    return grade;
}

static Page frame(Str title, bool below) {
    Page p = {.title = title, .wide = true, .no_index = true, .crumbs = {{S("Work"), {S("/work")}}}};
    if (below) p.crumbs[1] = (Crumb){S("Quality of assessments"), {S("/work/quality")}};
    return p;
}

// ---- quarters ---------------------------------------------------------------------------------------------

static Date quarter_of(Date day) {
    int y, m, d;
    date_parts(day, &y, &m, &d);
    return date_make(y, (m - 1) / 3 * 3 + 1, 1);
}

Str quarter_text(Arena *a, Str starts_on) {
    static const char *const words[] = {"January to March", "April to June", "July to September",
                                        "October to December"};
    Date day;
    int y, m, d;
    if (!date_parse(starts_on, &day)) return starts_on;
    date_parts(day, &y, &m, &d);
    return str_fmt(a, "%s %d", words[(m - 1) / 3], y);
}

static Choices quarters(Ctx *c) {
    Choice *at = arena_new(c->arena, Choice, QUARTERS);
    Date day = quarter_of(c->today);
    for (size_t i = 0; i < QUARTERS; i++, day = date_add_months(day, -3)) {
        Str iso = date_iso(c->arena, day);
        at[i] = (Choice){iso, quarter_text(c->arena, iso), {0}};
    }
    return (Choices){QUARTERS, at};
}

// ---- drawing ----------------------------------------------------------------------------------------------

typedef struct DrawForm {
    Str quarter, size, by;
} DrawForm;
static const Field draw_fields[] = {
    {FIELD(DrawForm, quarter),
     S("Assessments called complete in which quarter?"),
     {0},
     SELECT,
     .required = true,
     .missing = S("Choose a quarter")},
    {FIELD(DrawForm, size), S("How many?"), S("Up to 30"), NUMBER, .required = true, .width = 3,
     .missing = S("Enter how many")},
    {FIELD(DrawForm, by),
     S("By when are they looked at?"),
     {0},
     DATE,
     .required = true,
     .missing = S("Enter by when they are looked at")},
};
static const Form draw_form = {S("Draw a sample"), S("Draw it"), draw_fields, COUNT(draw_fields)};

static Reply quality_page(Ctx *c, const Filled *f) {
    Buf out = {.arena = c->arena};
    QualityPage p = {f, samples_of(c->db, c->actor.id), quality_results(c->db)};
    quality_view(&out, c, &p);
    Page frame_of = frame(S("Quality of assessments"), false);
    frame_of.error = f->n_errors > 0;
    return page_status(c, f->n_errors ? 422 : 200, frame_of, &out);
}

Reply quality_show(Ctx *c) {
    Filled f = form_blank(&draw_form, NULL);
    f.choices[0] = quarters(c);
    return quality_page(c, &f);
}

static CafCandidateList candidates(Ctx *c, Date starts) {
    return quality_candidates(c->db, c->actor.id, c->now, instant_at(starts, 0),
                              instant_at(date_add_months(starts, 3), 0));
}

static int64_t person_of(const CafCandidateList *all, int64_t id) {
    for (size_t i = 0; i < all->len; i++)
        if (all->at[i].id == id) return all->at[i].person_id;
    return NONE;
}

static Str seed_new(Arena *a) {
    uint8_t bytes[SEED];
    randombytes_buf(bytes, sizeof bytes);
    return str_hex(a, bytes, sizeof bytes);
}

// 0: the pack has no questionnaire for it.
static int64_t draw(Ctx *c, Date starts, CafCandidateList all, size_t size, Str by) {
    int64_t *ids = arena_new(c->arena, int64_t, all.len), drawn[SIZE_MOST];
    for (size_t i = 0; i < all.len; i++) ids[i] = all.at[i].id;
    Str seed = seed_new(c->arena), ends = date_iso(c->arena, date_add_days(date_add_months(starts, 3), -1));
    size_t n = quality_draw(seed, ids, all.len, size, drawn);
    int64_t sample =
        sample_put(c->db, date_iso(c->arena, starts), ends, seed, (int64_t)all.len, c->now, c->actor.id);
    for (size_t i = 0; i < n; i++) {
        int64_t sheet = sheet_begin(c, S("caf_quality"), person_of(&all, drawn[i]), NULL, 0);
        if (!sheet) return 0;
        look_put_in(c->db, sample, drawn[i], sheet, c->actor.id, by);
    }
    access_audit(c, "quality.draw", "caf_sample", sample, (Str){0});
    return sample;
}

static int64_t check_draw(Ctx *c, Filled *f, const DrawForm *in) {
    int64_t size = 0;
    Date by = DATE_NONE;
    if (!str_int(in->size, &size) || size < 1 || size > SIZE_MOST)
        form_wrong(f, "size", S("Enter a number from 1 to 30"));
    if (date_parse(in->by, &by) && by < c->today)
        form_wrong(f, "by", S("That day is over: give one to come"));
    return size;
}

Reply quality_draw_now(Ctx *c) {
    DrawForm in = {0};
    Date starts = DATE_NONE;
    Filled f = form_blank(&draw_form, NULL);
    f.choices[0] = quarters(c);
    form_take(c, &f, &in);
    int64_t size = check_draw(c, &f, &in), id = 0;
    CafCandidateList all = {0};
    if (!f.n_errors && date_parse(in.quarter, &starts)) all = candidates(c, starts);
    if (!f.n_errors && !all.len)
        form_wrong(&f, "quarter",
                   S("None was called complete in that quarter that you may see and did not write"));
    if (!f.n_errors) id = draw(c, starts, all, (size_t)size, in.by);
    if (!f.n_errors && !id)
        form_wrong(&f, "quarter", S("The pack has no questionnaire “caf_quality”: ask an administrator"));
    if (f.n_errors) return quality_page(c, &f);
    return see_other_saying(c, S("Drawn. The seed is kept"), "/work/quality/samples/%lld", (long long)id);
}

Reply sample_show(Ctx *c) {
    const SampleRow *s = sample_find(c->db, part_int(c, 0), c->actor.id);
    if (!s) return status_page(c, 404);
    CafLookList looks = looks_of(c->db, s->id, c->actor.id, c->now);
    for (size_t i = 0; i < looks.len; i++)
        if (looks.at[i].child.at) note_before_answer(c, "quality.list", "person", looks.at[i].person_id);
    Buf out = {.arena = c->arena};
    sample_view(&out, c, s, looks);
    return page(c, frame(S("A sample"), true), &out);
}
