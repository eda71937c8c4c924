// Changing a draft a question at a time: add, word anew, move, take out. Each is one step on a page of
// its own, and nothing is kept that would not read.
#include "base/fold.h"
#include "questions/draft.h"

#include "questions/outline.html.h"
#include "questions/pages.h"

typedef struct Place {
    Section *section;
    size_t at;    // which of its questions
} Place;

static bool place_of(const Questionnaire *form, Str key, Place *ret) {
    for (size_t i = 0; i < form->len; i++)
        for (size_t k = 0; k < form->at[i].len; k++)
            if (str_eq(form->at[i].at[k].key, key)) {
                *ret = (Place){&form->at[i], k};
                return true;
            }
    return false;
}

static void lift(Section *s, size_t at) {
    memmove(&s->at[at], &s->at[at + 1], (s->len - at - 1) * sizeof *s->at);
    s->len--;
}

static void set_in(Arena *a, Section *s, size_t at, Question q) {
    Question *more = arena_new(a, Question, s->len + 1);
    memcpy(more, s->at, at * sizeof *more);
    more[at] = q;
    memcpy(more + at + 1, s->at + at, (s->len - at) * sizeof *more);
    s->at = more;
    s->len++;
}

static Reply kept(Ctx *c, const Outline *o, Str said, Str question) {
    if (!outline_keep(c, o)) return status_page(c, 409);
    return see_other_saying(c, said,
                            question.len ? "/office/forms/%.*s#question-%.*s" : "/office/forms/%.*s%.*s",
                            STR_FMT(c->part[0]), STR_FMT(question));
}

// ---- what is asked ----------------------------------------------------------------------------------------

typedef struct Asked {
    Str label, kind, hint, choices, required, when;
} Asked;
static const Choice kinds[] = {
    {S("text"), S("Short text"), {0}},
    {S("long"), S("Long text"), {0}},
    {S("yesno"), S("Yes or no"), {0}},
    {S("one"), S("One of several"), S("Give the choices below")},
    {S("many"), S("Any of several"), S("Give the choices below")},
    {S("number"), S("Number"), {0}},
    {S("date"), S("Date"), {0}},
    {S("scale"), S("From 0 to 10"), {0}},
    {S("statement"), S("Words, nothing is asked"), {0}},
};
static const Choice required_box[] = {{S("yes"), S("It is to be answered before the form is complete"), {0}}};
#define LABEL                                                                                                \
    {                                                                                                        \
        FIELD(Asked, label), .label = S("The question"), .hint = S("As it is read by whoever answers"),      \
                             .kind = TEXTAREA, .required = true, .max = 2000,                                \
                             .missing = S("Write the question")                                              \
    }
#define REST                                                                                                 \
    {FIELD(Asked, hint), .label = S("A hint under it"), .hint = S("You can leave this out"), .kind = TEXT,   \
     .max = 1000},                                                                                           \
        {FIELD(Asked, choices), .label = S("Its choices, one a line"),                                       \
         .hint = S("Only for one or any of several. At least two"), .kind = TEXTAREA},                       \
        {FIELD(Asked, required), .label = S("Required?"), .kind = CHECKBOXES, .choices = required_box,       \
         .n_choices = COUNT(required_box)},                                                                  \
    {                                                                                                        \
        FIELD(Asked, when), .label = S("When it is asked"), .kind = SELECT, .required = true                 \
    }
static const Field add_fields[] = {
    LABEL,
    {FIELD(Asked, kind), .label = S("How it is answered"), .kind = RADIOS, .required = true, .choices = kinds,
     .n_choices = COUNT(kinds), .missing = S("Choose how it is answered")},
    REST,
};
static const Field change_fields[] = {LABEL, REST};
enum { ADD_WHEN = 5, CHANGE_WHEN = 4, WHENS_MOST = 400 };
static const Form add_form = {S("Add a question"), S("Add it"), add_fields, COUNT(add_fields)};
static const Form change_form = {S("Change a question"), S("Keep it so"), change_fields,
                                 COUNT(change_fields)};

static Str choice_words(const Question *q, size_t i) {
    return q->kind == ASK_YESNO ? (i ? S("No") : S("Yes")) : q->choices.at[i].label;
}
static Str choice_key(const Question *q, size_t i) {
    return q->kind == ASK_YESNO ? (i ? S("no") : S("yes")) : q->choices.at[i].value;
}

static size_t whens_of(Arena *a, const Question *q, Choice *at, size_t room) {
    size_t n = q->kind == ASK_YESNO ? 2 : q->choices.len, i = 0;
    for (; i < n && i < room; i++) {
        Str words = choice_words(q, i), key = choice_key(q, i);
        at[i] = (Choice){str_fmt(a, "%.*s=%.*s", STR_FMT(q->key), STR_FMT(key)),
                         str_fmt(a, "Only if “%.*s” is “%.*s”", STR_FMT(q->label), STR_FMT(words)),
                         {0}};
    }
    return i;
}

// Always, as it is now where that is more than one condition, or after one choice of another question.
static Choices when_choices(Arena *a, const Questionnaire *form, const Question *self) {
    Choice *at = arena_new(a, Choice, WHENS_MOST);
    size_t n = 0;
    at[n++] = (Choice){S("always"), S("Always"), {0}};
    if (self && self->when.len) at[n++] = (Choice){S("keep"), S("As it is now: after other answers"), {0}};
    for (size_t i = 0; i < form->len; i++)
        for (size_t k = 0; k < form->at[i].len; k++)
            if (!self || !str_eq(self->key, form->at[i].at[k].key))
                n += whens_of(a, &form->at[i].at[k], at + n, WHENS_MOST - n);
    return (Choices){n, at};
}

static Whens when_chosen(Arena *a, Str chosen, Whens was) {
    if (str_eq(chosen, S("keep"))) return was;
    if (str_eq(chosen, S("always"))) return (Whens){0};
    Whens w = {1, arena_new(a, When, 1)};
    Str rest = chosen;
    w.at[0] = (When){.question = str_cut(&rest, S("=")), .n = 1, .is = arena_new(a, Str, 1)};
    w.at[0].is[0] = rest;
    return w;
}

static bool plain_word(Str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += (s.at[i] >= 'a' && s.at[i] <= 'z') || (s.at[i] >= '0' && s.at[i] <= '9');
    return n == s.len;
}

// "Who lives at home?" is "who_lives_at_home"; what is taken gets a number.
static Str key_from(Arena *a, Str words, const char *none) {
    Buf out = {.arena = a};
    Str rest = words, word;
    while (fold_word(a, &rest, &word) && out.len + word.len < 34) {
        if (!plain_word(word) || (!out.len && word.at[0] <= '9')) continue;
        if (out.len) buf_byte(&out, '_');
        buf_put(&out, word);
    }
    if (!out.len) buf_put(&out, str_from(none));
    return buf_str(&out);
}

static Str key_free(Arena *a, const Questionnaire *form, Str words) {
    Place taken;
    Str stem = key_from(a, words, "question"), key = stem;
    for (int i = 2; place_of(form, key, &taken); i++) key = str_fmt(a, "%.*s_%d", STR_FMT(stem), i);
    return key;
}

static bool has_choice(const Choice *at, size_t n, Str key) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(at[i].value, key)) return true;
    return false;
}

// A line that was there keeps its key, so that answers and conditions still find it.
static Choice choice_from(Arena *a, Str line, Choices was, const Choice *at, size_t n) {
    for (size_t i = 0; i < was.len; i++)
        if (str_eq(was.at[i].label, line) && !has_choice(at, n, was.at[i].value)) return was.at[i];
    Str stem = key_from(a, line, "choice"), key = stem;
    for (int i = 2; has_choice(at, n, key) || has_choice(was.at, was.len, key); i++)
        key = str_fmt(a, "%.*s_%d", STR_FMT(stem), i);
    return (Choice){key, line, {0}};
}

static Choices choices_from(Arena *a, Str lines, Choices was) {
    Choice *at = arena_new(a, Choice, lines.len / 2 + 2);
    size_t n = 0;
    for (Str rest = lines; rest.at && rest.len;) {
        Str line = str_trim(str_cut(&rest, S("\n")));
        if (line.len) at[n] = choice_from(a, line, was, at, n), n++;
    }
    return (Choices){n, at};
}

static Str lines_of(Arena *a, Choices choices) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < choices.len; i++) {
        buf_put(&out, choices.at[i].label);
        buf_byte(&out, '\n');
    }
    return buf_str(&out);
}

static void take_asked(Ctx *c, const Asked *in, Question *q) {
    bool picks = q->kind == ASK_ONE || q->kind == ASK_MANY;
    q->label = in->label;
    q->hint = in->hint.len ? in->hint : (Str){0};
    q->required = str_eq(in->required, S("yes")) && q->kind != ASK_STATEMENT;
    q->when = when_chosen(c->arena, in->when, q->when);
    if (picks) q->choices = choices_from(c->arena, in->choices, q->choices);
}

static void check_asked(Ctx *c, Filled *f, const Outline *o, const Question *q) {
    bool picks = q->kind == ASK_ONE || q->kind == ASK_MANY;
    if (f->n_errors) return;
    if (picks && q->choices.len < 2) {
        form_wrong(f, "choices", S("Give at least two choices, one a line"));
        return;
    }
    Str why = outline_wrong(c, o);
    if (why.at)
        form_wrong(f, picks ? "choices" : "label",
                   str_fmt(c->arena, "It cannot be kept: %.*s", STR_FMT(why)));
}

static Reply asked_page(Ctx *c, const Filled *f) {
    Buf out = {.arena = c->arena};
    question_page(&out, c, f, c->part[0]);
    return page_status(c, f->n_errors ? 422 : 200, form_frame(c, f->form->title, f->n_errors), &out);
}

// ---- add --------------------------------------------------------------------------------------------------

// The draft and one of its sections; false: *ret_no is the answer.
static bool open_section(Ctx *c, Outline *o, Section **ret, Reply *ret_no) {
    *ret_no = status_page(c, 404);
    if (!outline_open(c, o) || !(*ret = (Section *)section_find(o->form, c->part[1]))) return false;
    *ret_no = status_page(c, 409);
    return o->draft;
}

Reply question_new(Ctx *c) {
    Outline o;
    Section *s;
    Reply no;
    if (!open_section(c, &o, &s, &no)) return no;
    Asked in = {.kind = S("text"), .when = S("always")};
    Filled f = form_blank(&add_form, &in);
    f.choices[ADD_WHEN] = when_choices(c->arena, o.form, NULL);
    return asked_page(c, &f);
}

static QuestionKind kind_named(Str key) {
    for (int i = 0; i < ASK_KINDS; i++)
        if (str_eq(str_from(question_kinds[i]), key)) return (QuestionKind)i;
    return ASK_TEXT;
}

Reply question_add(Ctx *c) {
    Outline o;
    Section *s;
    Reply no;
    if (!open_section(c, &o, &s, &no)) return no;
    Asked in = {0};
    Filled f = form_blank(&add_form, NULL);
    f.choices[ADD_WHEN] = when_choices(c->arena, o.form, NULL);
    form_take(c, &f, &in);
    Question q = {.key = key_free(c->arena, o.form, in.label), .kind = kind_named(in.kind)};
    take_asked(c, &in, &q);
    set_in(c->arena, s, s->len, q);
    check_asked(c, &f, &o, &q);
    return f.n_errors ? asked_page(c, &f) : kept(c, &o, S("The question is added to the draft"), q.key);
}

// ---- change -----------------------------------------------------------------------------------------------

static bool open_question(Ctx *c, Outline *o, Place *ret, Reply *ret_no) {
    *ret_no = status_page(c, 404);
    if (!outline_open(c, o) || !place_of(o->form, c->part[1], ret)) return false;
    *ret_no = status_page(c, 409);
    return o->draft;
}

Reply question_edit(Ctx *c) {
    Outline o;
    Place p;
    Reply no;
    if (!open_question(c, &o, &p, &no)) return no;
    const Question *q = &p.section->at[p.at];
    Asked in = {.label = q->label,
                .hint = q->hint,
                .choices = lines_of(c->arena, q->choices),
                .required = q->required ? S("yes") : S(""),
                .when = q->when.len ? S("keep") : S("always")};
    Filled f = form_blank(&change_form, &in);
    f.choices[CHANGE_WHEN] = when_choices(c->arena, o.form, q);
    return asked_page(c, &f);
}

Reply question_save(Ctx *c) {
    Outline o;
    Place p;
    Reply no;
    if (!open_question(c, &o, &p, &no)) return no;
    Question *q = &p.section->at[p.at];
    Asked in = {0};
    Filled f = form_blank(&change_form, NULL);
    f.choices[CHANGE_WHEN] = when_choices(c->arena, o.form, q);
    form_take(c, &f, &in);
    take_asked(c, &in, q);
    check_asked(c, &f, &o, q);
    return f.n_errors ? asked_page(c, &f) : kept(c, &o, S("Kept in the draft"), q->key);
}

// ---- move and take out ------------------------------------------------------------------------------------

// Over the edge of a section it goes into the next one; the last of a section stays.
static bool moved(Ctx *c, Outline *o, Place p, bool up) {
    Question q = p.section->at[p.at];
    Section *first = o->form->at, *last = o->form->at + o->form->len - 1;
    if (up ? p.at > 0 : p.at + 1 < p.section->len) {
        size_t to = up ? p.at - 1 : p.at + 1;
        p.section->at[p.at] = p.section->at[to];
        p.section->at[to] = q;
        return true;
    }
    if (p.section->len == 1 || p.section == (up ? first : last)) return false;
    Section *other = up ? p.section - 1 : p.section + 1;
    lift(p.section, p.at);
    set_in(c->arena, other, up ? other->len : 0, q);
    return true;
}

static Reply move(Ctx *c, bool up) {
    Outline o;
    Place p;
    Reply no;
    if (!open_question(c, &o, &p, &no)) return no;
    if (!moved(c, &o, p, up))
        return see_other_saying(c,
                                p.section->len == 1 ? S("A section has one question at least: this one stays")
                                                    : S("It is at the end already"),
                                "/office/forms/%.*s", STR_FMT(c->part[0]));
    return kept(c, &o, up ? S("Moved up") : S("Moved down"), c->part[1]);
}

Reply question_up(Ctx *c) { return move(c, true); }
Reply question_down(Ctx *c) { return move(c, false); }

static bool waits_for(Whens when, Str key) {
    for (size_t i = 0; i < when.len; i++)
        if (str_eq(when.at[i].question, key)) return true;
    return false;
}

// Whose condition it is: a question's or a section's words; absent: nobody's.
static Str who_waits(const Questionnaire *form, Str key) {
    for (size_t i = 0; i < form->len; i++) {
        if (waits_for(form->at[i].when, key)) return form->at[i].title;
        for (size_t k = 0; k < form->at[i].len; k++)
            if (waits_for(form->at[i].at[k].when, key)) return form->at[i].at[k].label;
    }
    return (Str){0};
}

static Str why_stays(Ctx *c, const Outline *o, Place p) {
    const Question *q = &p.section->at[p.at];
    Str waits = who_waits(o->form, q->key);
    if (q->means.at)
        return S(
            "Kith itself reads the answer to this question, so it has to be asked. You can word it anew, and "
            "move it.");
    if (waits.at)
        return str_fmt(c->arena,
                       "“%.*s” is asked only after an answer to it. Change when that is asked first.",
                       STR_FMT(waits));
    if (p.section->len == 1) return S("It is the only question of its section. Add another first.");
    return (Str){0};
}

static Reply remove_page(Ctx *c, const Outline *o, Place p, int status) {
    RemovePage r = {o, &p.section->at[p.at], why_stays(c, o, p)};
    Buf out = {.arena = c->arena};
    question_remove_view(&out, c, &r);
    return page_status(c, status, form_frame(c, S("Take out a question"), false), &out);
}

Reply question_remove_ask(Ctx *c) {
    Outline o;
    Place p;
    Reply no;
    return open_question(c, &o, &p, &no) ? remove_page(c, &o, p, 200) : no;
}

Reply question_remove(Ctx *c) {
    Outline o;
    Place p;
    Reply no;
    if (!open_question(c, &o, &p, &no)) return no;
    if (why_stays(c, &o, p).at) return remove_page(c, &o, p, 409);
    lift(p.section, p.at);
    return kept(c, &o, S("Taken out of the draft"), S(""));
}
