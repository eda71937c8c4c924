// The early help assessment gives a written referral its headings and its first words (W80): each with who
// wrote them and when. The referrer changes what is not so any more; what stood there is kept beside it.
#include "pathway/referral/within.h"

// ---- a section in words -----------------------------------------------------------------------------------

typedef struct Telling {
    Buf words;
    Instant at;    // of the youngest answer,
    Str by;        // and who gave it; absent: Kith, from the record
} Telling;

static void tell(Telling *t, const Sheet *s, const Question *q, Str key, Str label) {
    const AnswerRow *a = sheet_answer(s, key);
    if (!a || !a->value.len) return;
    Str words = sheet_words(t->words.arena, q, a->value);
    if (t->words.len) buf_lit(&t->words, "\n");
    buf_fmt(&t->words, "%.*s: %.*s", STR_FMT(label), STR_FMT(words));
    if (a->at < t->at) return;
    t->at = a->at;
    t->by = a->source.len ? (Str){0} : a->name;
}

static void tell_group(Telling *t, const Sheet *s, const Question *q) {
    Arena *arena = t->words.arena;
    Str *rows, name = q->row.at ? q->row : q->label;
    size_t n = group_rows(arena, s, q, &rows);
    for (size_t r = 0; r < n; r++)
        for (size_t k = 0; k < q->n_sub; k++) {
            const Question *sub = &q->sub[k];
            Str label = str_fmt(arena, "%.*s %zu: %.*s", STR_FMT(name), r + 1, STR_FMT(sub->label));
            tell(t, s, sub, group_key(arena, q, rows[r], sub), label);
        }
}

static Telling told_by(Arena *arena, const Sheet *s, const Section *section) {
    Telling t = {.words.arena = arena};
    for (size_t i = 0; i < section->len; i++) {
        const Question *q = &section->at[i];
        if (q->kind == ASK_STATEMENT || !sheet_asks(s, q->when)) continue;
        if (q->kind == ASK_GROUP)
            tell_group(&t, s, q);
        else
            tell(&t, s, q, q->key, q->label);
    }
    return t;
}

static Str source_of(Arena *a, const Telling *t) {
    Str by = t->by.len ? t->by : S("from the record");
    return str_fmt(a, "the early help assessment, %.*s, %.*s", STR_FMT(by),
                   STR_FMT(date_text(a, date_of(t->at))));
}

// ---- the parts --------------------------------------------------------------------------------------------

static ReferralPartList parts_now(Ctx *c, const Sheet *s) {
    ReferralPartList out = {.at = arena_new(c->arena, ReferralPart, CAF_PARTS_MAX)};
    for (size_t i = 0; i < s->form->len && out.len < CAF_PARTS_MAX; i++) {
        const Section *section = &s->form->at[i];
        if (!sheet_asks(s, section->when)) continue;
        Telling t = told_by(c->arena, s, section);
        if (!t.words.len) continue;
        Str words = buf_str(&t.words);
        out.at[out.len++] =
            (ReferralPart){section->key, section->title, source_of(c->arena, &t), words, words};
    }
    return out;
}

ReferralPartList caf_parts(Ctx *c, const Referral *r) {
    if (r->written_at != NONE) return referral_parts(c->db, r->id);
    const Record *record = r->assessment_id == NONE ? NULL : record_open(c, r->person_id);
    if (!record || !record_shows(record, "assessment")) return (ReferralPartList){0};
    const Assessment *a = assessment_find(c->db, r->assessment_id);
    const Sheet *s = a ? sheet_open(c, a->sheet_id) : NULL;
    return s ? parts_now(c, s) : (ReferralPartList){0};
}
