// Drawing sections to fill in and sheets to read. What is asked only sometimes is always there, with
// the reason in
// words; a script hides it while its condition does not hold.
#include "people/record.h"
#include "questions/draw.h"
#include "questions/questions.html.h"

#include <sodium.h>

// ---- conditions -------------------------------------------------------------------------------------------

static Str when_marks(Arena *a, Whens when) {    // "unborn=yes|no;born="
    Buf out = {.arena = a};
    for (size_t i = 0; i < when.len; i++) {
        if (i) buf_byte(&out, ';');
        buf_put(&out, when.at[i].question);
        buf_byte(&out, '=');
        for (size_t k = 0; k < when.at[i].n; k++) {
            if (k) buf_byte(&out, '|');
            buf_put(&out, when.at[i].is[k]);
        }
    }
    return buf_str(&out);
}

static void when_one(Buf *out, const Questionnaire *form, const When *w) {
    const Question *on = question_find(form, w->question);
    buf_fmt(out, "“%.*s” is ", STR_FMT(on->label));
    if (!w->n) buf_lit(out, "answered");
    for (size_t k = 0; k < w->n; k++) {
        Str words = sheet_words(out->arena, on, w->is[k]);
        buf_fmt(out, "%s“%.*s”", k ? " or " : "", STR_FMT(words));
    }
}

static Str when_words(Arena *a, const Questionnaire *form, Whens when) {
    Buf out = {.arena = a};
    if (!when.len) return (Str){0};
    buf_lit(&out, "Answer this only if ");
    for (size_t i = 0; i < when.len; i++) {
        if (i) buf_lit(&out, " and ");
        when_one(&out, form, &when.at[i]);
    }
    return buf_str(&out);
}

// Conditions on other sections are settled here; those within the section are the reader's, or the script's.
static bool worth_drawing(const SectionPage *p, const Question *q) {
    for (size_t i = 0; i < q->when.len; i++) {
        bool here = false;
        for (size_t k = 0; k < p->section->len; k++)
            here |= str_eq(p->section->at[k].key, q->when.at[i].question);
        if (!here && !sheet_asks(p->sheet, (Whens){1, &q->when.at[i]})) return false;
    }
    return true;
}

// ---- filling in -------------------------------------------------------------------------------------------

static bool clashes(const Sheet *s, Str key) {
    for (size_t i = 0; i < s->clashes.len; i++)
        if (str_eq(s->clashes.at[i].question, key)) return true;
    return false;
}

static Str still_needed(const MissingList *m, Str key) {
    for (size_t i = 0; i < m->len; i++)
        if (str_eq(m->at[i].key, key)) return m->at[i].why;
    return (Str){0};
}

static QuestionShown shown_as(Ctx *c, const SectionPage *p, const Question *q, Str key) {
    const AnswerRow *a = sheet_answer(p->sheet, key);
    QuestionShown o = {.key = key,
                       .help = q->help,
                       .when = when_marks(c->arena, q->when),
                       .when_words = when_words(c->arena, p->sheet->form, q->when),
                       .base = p->base,
                       .clash = clashes(p->sheet, key),
                       .clash_url = url_path(c->arena, "%.*s/clashes", STR_FMT(p->base.text))};
    if (a && a->value.len) o.source = a->source;
    o.mark = answer_base(c->arena, a ? a->revision : 0, a ? a->value : S(""));
    return o;
}

static void draw_one(Buf *out, Ctx *c, const SectionPage *p, const MissingList *m, const Question *q,
                     Str key) {
    QuestionShown o = shown_as(c, p, q, key);
    if (q->kind == ASK_STATEMENT) {
        statement_view(out, &o, q->label);
        return;
    }
    Buf control = {.arena = c->arena};
    Str why = still_needed(m, key);
    if (why.at) why = str_fmt(c->arena, "Still needed: %.*s", STR_FMT(why));
    control_draw(&control, q, str_fmt(c->arena, "q-%.*s", STR_FMT(key)), sheet_value(p->sheet, key), why);
    question_view(out, &o, html_of(&control));
}

static void draw_group(Buf *out, Ctx *c, const SectionPage *p, const MissingList *m, const Question *q) {
    QuestionShown o = shown_as(c, p, q, q->key);
    Str *rows, name = q->row.at ? q->row : S("Row");
    size_t n = group_rows(c->arena, p->sheet, q, &rows);
    group_open_view(out, &o, q->label, q->hint);
    for (size_t r = 0; r < n; r++) {
        Str legend = str_fmt(c->arena, "%.*s %zu", STR_FMT(name), r + 1);
        group_row_open_view(out, legend);
        for (size_t k = 0; k < q->n_sub; k++)
            draw_one(out, c, p, m, &q->sub[k], group_key(c->arena, q, rows[r], &q->sub[k]));
        group_row_close_view(out, q->key, rows[r], legend, n > 1);
    }
    group_close_view(out, str_fmt(c->arena, "add %.*s", STR_FMT(q->key)),
                     str_fmt(c->arena, "Add another: %.*s", STR_FMT(name)),
                     n < (size_t)(q->most ? q->most : 20));
}

static Str tab_new(Arena *a) {
    uint8_t bytes[8];
    randombytes_buf(bytes, sizeof bytes);
    return str_hex(a, bytes, sizeof bytes);
}

static void section_read(Buf *out, Ctx *c, const Sheet *s, const Section *section);

void section_draw(Buf *out, Ctx *c, SectionPage p) {
    if (!p.writes) {
        section_read(out, c, p.sheet, p.section);
        return;
    }
    Buf questions = {.arena = c->arena};
    MissingList m = {0};
    if (p.asks_missing) m = sheet_missing(c->arena, p.sheet, p.section);
    for (size_t i = 0; i < p.section->len; i++) {
        const Question *q = &p.section->at[i];
        if (!worth_drawing(&p, q)) continue;
        if (q->kind == ASK_GROUP)
            draw_group(&questions, c, &p, &m, q);
        else
            draw_one(&questions, c, &p, &m, q, q->key);
    }
    section_view(out, c, p, html_of(&questions), tab_new(c->arena));
}

// ---- reading ----------------------------------------------------------------------------------------------

static void read_one(Buf *out, Ctx *c, const Sheet *s, const Question *q, Str key, Str label) {
    const AnswerRow *a = sheet_answer(s, key);
    Str words = a ? sheet_words(c->arena, q, a->value) : S("");
    read_row_view(out, label, words,
                  words.len ? (Html){{0}} : nothing(c, NOT_ASKED, S("no answer is written")),
                  words.len ? a->source : (Str){0});
}

static void read_group(Buf *out, Ctx *c, const Sheet *s, const Question *q) {
    Str *rows;
    size_t n = group_rows(c->arena, s, q, &rows);
    for (size_t r = 0; r < n; r++)
        for (size_t k = 0; k < q->n_sub; k++)
            read_one(out, c, s, &q->sub[k], group_key(c->arena, q, rows[r], &q->sub[k]),
                     str_fmt(c->arena, "%.*s %zu: %.*s", STR_FMT(q->row.at ? q->row : q->label), r + 1,
                             STR_FMT(q->sub[k].label)));
}

static void section_read(Buf *out, Ctx *c, const Sheet *s, const Section *section) {
    bool any = false;
    read_section_open_view(out, section);
    for (size_t i = 0; i < section->len; i++) {
        const Question *q = &section->at[i];
        if (q->kind == ASK_STATEMENT || !sheet_asks(s, q->when)) continue;
        any = true;
        if (q->kind == ASK_GROUP)
            read_group(out, c, s, q);
        else
            read_one(out, c, s, q, q->key, q->label);
    }
    read_section_close_view(out, any);
}

static void history_draw(Buf *out, Ctx *c, const Sheet *s) {
    RevisionRowList all = sheet_revisions(c->db, s->row->id);
    for (size_t i = 0; i < all.len; i++) {
        const RevisionRow *r = &all.at[i];
        const Question *q = question_find(s->form, r->question);
        if (!q || q->kind == ASK_GROUP) continue;
        if (!i || !str_eq(all.at[i - 1].question, r->question)) history_question_view(out, q->label);
        history_row_view(out, c, r, sheet_words(c->arena, q, r->value));
    }
}

void sheet_draw(Buf *out, Ctx *c, const Sheet *s, bool history) {
    if (history) {
        history_draw(out, c, s);
        return;
    }
    for (size_t i = 0; i < s->form->len; i++)
        if (sheet_asks(s, s->form->at[i].when)) section_read(out, c, s, &s->form->at[i]);
}

// ---- two texts, and what is missing -----------------------------------------------------------------------

void clash_draw(Buf *out, Ctx *c, const Sheet *s, Url base) {
    for (size_t i = 0; i < s->clashes.len; i++) {
        const ClashRow *k = &s->clashes.at[i];
        const AnswerRow *first = sheet_answer(s, k->question);
        const Question *q = question_find(s->form, k->question);
        if (!q || !first) continue;
        bool text = q->kind == ASK_TEXT || q->kind == ASK_LONG;
        Str both =
            text ? str_fmt(c->arena, "%.*s\n\n%.*s", STR_FMT(first->value), STR_FMT(k->value)) : (Str){0};
        clash_view(out, c, k, first, q->label, sheet_words(c->arena, q, first->value),
                   sheet_words(c->arena, q, k->value), both, base);
    }
}

void missing_draw(Buf *out, const MissingList *m, Url base) { missing_view(out, m, base); }

void form_sample_draw(Buf *out, Ctx *c, const Questionnaire *form) {
    static SheetRow none;
    Sheet s = {.row = &none, .form = form};
    for (size_t i = 0; i < form->len; i++) {
        Buf questions = {.arena = c->arena};
        SectionPage p = {.sheet = &s, .section = &form->at[i]};
        MissingList m = {0};
        for (size_t k = 0; k < form->at[i].len; k++) {
            const Question *q = &form->at[i].at[k];
            if (q->kind == ASK_GROUP)
                draw_group(&questions, c, &p, &m, q);
            else
                draw_one(&questions, c, &p, &m, q, q->key);
        }
        sample_section_view(out, &form->at[i], when_words(c->arena, form, form->at[i].when),
                            html_of(&questions));
    }
}
