// What an assessment found, for the plan: by what the questions mean, never by their keys, so that
// the partnership
// may word the form as it likes.
#include "pathway/assessment/assessment.h"

static const Sheet *sheet_of(Ctx *c, int64_t id) {
    const Assessment *a = assessment_find(c->db, id);
    return a ? sheet_open(c, a->sheet_id) : NULL;
}

static Str of_meaning(Ctx *c, const Sheet *s, const char *what, Str dimension) {
    return sheet_meaning(s, str_c(c->arena, str_fmt(c->arena, "%s.%.*s", what, STR_FMT(dimension))));
}

// "Health: what is needed" is about Health.
static Str title_of(Str label) { return str_cut(&label, S(":")); }

AssessmentNeedList assessment_needs(Ctx *c, int64_t id) {
    const Sheet *s = sheet_of(c, id);
    AssessmentNeedList out = {0};
    size_t most = 0;
    for (size_t i = 0; s && i < s->form->len; i++) most += s->form->at[i].len;
    out.at = arena_new(c->arena, AssessmentNeed, most + 1);
    for (size_t i = 0; s && i < s->form->len; i++)
        for (size_t k = 0; k < s->form->at[i].len; k++) {
            const Question *q = &s->form->at[i].at[k];
            if (!q->means.at || !str_starts(q->means, S("needs."))) continue;
            Str dimension = {q->means.at + 6, q->means.len - 6};
            out.at[out.len++] = (AssessmentNeed){dimension, title_of(q->label), sheet_value(s, q->key),
                                                 of_meaning(c, s, "strengths", dimension),
                                                 of_meaning(c, s, "evidence", dimension)};
        }
    return out;
}

ServiceNeededList assessment_services(Ctx *c, int64_t id) {
    const Sheet *s = sheet_of(c, id);
    ServiceNeededList out = {0};
    const Question *q = s ? question_meaning(s->form, S("services")) : NULL;
    if (!q || q->n_sub < 2) return out;
    Str *rows;
    size_t n = group_rows(c->arena, s, q, &rows);
    out.at = arena_new(c->arena, ServiceNeeded, n);
    for (size_t i = 0; i < n; i++) {
        ServiceNeeded one = {sheet_value(s, group_key(c->arena, q, rows[i], &q->sub[0])),
                             sheet_value(s, group_key(c->arena, q, rows[i], &q->sub[1]))};
        if (one.service.len) out.at[out.len++] = one;
    }
    return out;
}
