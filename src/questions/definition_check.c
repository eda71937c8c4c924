// What must hold between the parts of a definition, and writing one out again.
#include "base/dec.h"
#include "base/json.h"
#include "questions/definition.h"

#define SHOWN(s) (int)((s).len < 60 ? (s).len : 60), (s).len ? (s).at : ""

static bool has_choices(QuestionKind k) { return k == ASK_ONE || k == ASK_MANY; }

static void check_choices(Reader *r, const Question *q) {
    bool wants = has_choices(q->kind);
    if (wants && q->choices.len < 2)
        definition_fault(r, q->line, "“%.*s” needs at least two choices", SHOWN(q->key));
    if (!wants && q->choices.len)
        definition_fault(r, q->line, "“%.*s” has choices, so its kind is one or many", SHOWN(q->key));
    for (size_t i = 0; i < q->choices.len; i++)
        for (size_t k = 0; k < i; k++)
            if (str_eq(q->choices.at[i].value, q->choices.at[k].value))
                definition_fault(r, q->line, "“%.*s” has the choice “%.*s” twice: give each its own key",
                                 SHOWN(q->key), SHOWN(q->choices.at[i].value));
}

static void check_shape(Reader *r, const Question *q) {
    bool group = q->kind == ASK_GROUP;
    if (group && !q->n_sub)
        definition_fault(r, q->line, "the group “%.*s” has no questions: give it some, or another kind",
                         SHOWN(q->key));
    if (!group && q->n_sub)
        definition_fault(r, q->line, "“%.*s” has questions in it, so its kind is group", SHOWN(q->key));
    if (q->kind == ASK_STATEMENT && q->required)
        definition_fault(r, q->line, "“%.*s” asks nothing, so it cannot be required", SHOWN(q->key));
}

static void check_number(Reader *r, const Question *q) {
    Dec least = INT64_MIN + 1, greatest = INT64_MAX;
    if (!q->whole && !q->least.at && !q->greatest.at) return;
    if (q->kind != ASK_NUMBER)
        definition_fault(r, q->line, "whole, least and greatest are for numbers: leave them out of “%.*s”",
                         SHOWN(q->key));
    if ((q->least.at && !dec_parse(q->least, &least, NULL)) ||
        (q->greatest.at && !dec_parse(q->greatest, &greatest, NULL)))
        definition_fault(r, q->line, "least and greatest of “%.*s” are numbers in digits: \"18\"",
                         SHOWN(q->key));
    else if (least > greatest)
        definition_fault(r, q->line, "the least of “%.*s” is more than its greatest: no number would do",
                         SHOWN(q->key));
}

static const Question *among(const Question *list, size_t n, Str key) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(list[i].key, key)) return &list[i];
    return NULL;
}

static bool can_be(const Question *q, Str value) {
    if (q->kind == ASK_YESNO) return str_eq(value, S("yes")) || str_eq(value, S("no"));
    for (size_t i = 0; i < q->choices.len; i++)
        if (str_eq(q->choices.at[i].value, value)) return true;
    return false;
}

static void check_when(Reader *r, const Questionnaire *form, Whens when, int line, Str whose) {
    for (size_t i = 0; i < when.len; i++) {
        const When *w = &when.at[i];
        const Question *on = NULL;
        for (size_t s = 0; s < form->len && !on; s++)
            on = among(form->at[s].at, form->at[s].len, w->question);
        if (!on) {
            definition_fault(
                r, line,
                "“%.*s” is shown by the answer to “%.*s”, and there is no such question outside a "
                "group",
                SHOWN(whose), SHOWN(w->question));
            continue;
        }
        if (str_eq(w->question, whose))
            definition_fault(r, line, "“%.*s” cannot be shown by its own answer", SHOWN(whose));
        for (size_t k = 0; k < w->n; k++)
            if (!can_be(on, w->is[k]))
                definition_fault(r, line,
                                 "“%.*s” waits for “%.*s” to be “%.*s”, which is none of its choices",
                                 SHOWN(whose), SHOWN(w->question), SHOWN(w->is[k]));
    }
}

static void check_question(Reader *r, const Questionnaire *form, const Question *q) {
    check_choices(r, q);
    check_shape(r, q);
    check_number(r, q);
    check_when(r, form, q->when, q->line, q->key);
    for (size_t i = 0; i < q->n_sub; i++) {
        const Question *sub = &q->sub[i];
        if (sub->kind == ASK_GROUP)
            definition_fault(r, sub->line, "a group cannot stand in a group: give “%.*s” another kind",
                             SHOWN(sub->key));
        if (sub->when.len || sub->prefill.at || sub->means.at)
            definition_fault(r, sub->line,
                             "inside a group show_if, prefill and means have no effect: leave them out "
                             "of “%.*s”",
                             SHOWN(sub->key));
        check_choices(r, sub);
        check_shape(r, sub);
        check_number(r, sub);
        if (among(q->sub, i, sub->key))
            definition_fault(r, sub->line, "the key “%.*s” occurs twice in the group: each needs its own",
                             SHOWN(sub->key));
    }
}

static bool is_earlier(const Questionnaire *form, size_t section, size_t question, Str key) {
    for (size_t s = 0; s <= section; s++)
        if (among(form->at[s].at, s == section ? question : form->at[s].len, key)) return true;
    return false;
}

void definition_check(Reader *r, const Questionnaire *q) {
    if (!q->len) definition_fault(r, 1, "there are no sections: write \"sections\": [ … ] with at least one");
    for (size_t s = 0; s < q->len; s++) {
        const Section *section = &q->at[s];
        for (size_t k = 0; k < s; k++)
            if (str_eq(q->at[k].key, section->key))
                definition_fault(r, section->line, "the section “%.*s” occurs twice: each needs its own key",
                                 SHOWN(section->key));
        if (!section->len)
            definition_fault(r, section->line,
                             "the section “%.*s” asks nothing: give it questions, or leave it out",
                             SHOWN(section->key));
        check_when(r, q, section->when, section->line, section->key);
        for (size_t i = 0; i < section->len; i++) {
            check_question(r, q, &section->at[i]);
            if (is_earlier(q, s, i, section->at[i].key))
                definition_fault(r, section->at[i].line,
                                 "the key “%.*s” occurs twice: each question needs its own",
                                 SHOWN(section->at[i].key));
        }
    }
}

// ---- finding ----------------------------------------------------------------------------------------------

const Section *section_find(const Questionnaire *q, Str key) {
    for (size_t i = 0; i < q->len; i++)
        if (str_eq(q->at[i].key, key)) return &q->at[i];
    return NULL;
}

const Question *question_find(const Questionnaire *q, Str key) {
    Str rest = key, head = str_cut(&rest, S("."));
    const Question *found = NULL;
    for (size_t i = 0; i < q->len && !found; i++) found = among(q->at[i].at, q->at[i].len, head);
    if (!found || !rest.at) return found;
    str_cut(&rest, S("."));
    return among(found->sub, found->n_sub, rest);
}

const Question *question_meaning(const Questionnaire *q, Str means) {
    for (size_t i = 0; i < q->len; i++)
        for (size_t k = 0; k < q->at[i].len; k++)
            if (q->at[i].at[k].means.at && str_eq(q->at[i].at[k].means, means)) return &q->at[i].at[k];
    return NULL;
}

// ---- writing ----------------------------------------------------------------------------------------------

static void put_text(Json *j, const char *name, Str s) {
    if (!s.at) return;
    json_key(j, str_from(name));
    json_str(j, s);
}

static void put_count(Json *j, const char *name, int n) {
    if (!n) return;
    json_key(j, str_from(name));
    json_int(j, n);
}

static void put_whens(Json *j, Whens w) {
    if (!w.len) return;
    json_key(j, S("show_if"));
    json_open(j, '[');
    for (size_t i = 0; i < w.len; i++) {
        json_open(j, '{');
        put_text(j, "question", w.at[i].question);
        if (w.at[i].n) {
            json_key(j, S("is"));
            json_open(j, '[');
            for (size_t k = 0; k < w.at[i].n; k++) json_str(j, w.at[i].is[k]);
            json_close(j, ']');
        }
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_choices(Json *j, Choices c) {
    if (!c.len) return;
    json_key(j, S("choices"));
    json_open(j, '[');
    for (size_t i = 0; i < c.len; i++) {
        buf_lit(j->out, "\n        ");
        json_open(j, '{');
        put_text(j, "key", c.at[i].value);
        put_text(j, "label", c.at[i].label);
        put_text(j, "hint", c.at[i].hint);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_questions(Json *j, const Question *at, size_t len) {
    json_key(j, S("questions"));
    json_open(j, '[');
    for (size_t i = 0; i < len; i++) {
        const Question *q = &at[i];
        if (j->comma) buf_byte(j->out, ',');
        j->comma = false;
        buf_lit(j->out, "\n      ");
        json_open(j, '{');
        put_text(j, "key", q->key);
        put_text(j, "kind", str_from(question_kinds[q->kind]));
        put_text(j, "label", q->label);
        put_text(j, "hint", q->hint);
        put_text(j, "help", q->help);
        if (q->required) json_key(j, S("required")), json_bool(j, true);
        put_text(j, "prefill", q->prefill);
        put_text(j, "means", q->means);
        put_text(j, "row", q->row);
        put_text(j, "low", q->low);
        put_text(j, "high", q->high);
        put_count(j, "max", q->max);
        put_count(j, "most", q->most);
        if (q->whole) json_key(j, S("whole")), json_bool(j, true);
        put_text(j, "least", q->least);
        put_text(j, "greatest", q->greatest);
        put_choices(j, q->choices);
        put_whens(j, q->when);
        if (q->n_sub) put_questions(j, q->sub, q->n_sub);
        json_close(j, '}');
    }
    json_close(j, ']');
}

void definition_write(Buf *out, const Questionnaire *q) {
    Json j = {out, false};
    json_open(&j, '{');
    put_text(&j, "key", q->key);
    put_text(&j, "title", q->title);
    put_text(&j, "about", q->about);
    json_key(&j, S("sections"));
    json_open(&j, '[');
    for (size_t i = 0; i < q->len; i++) {
        const Section *s = &q->at[i];
        if (j.comma) buf_byte(out, ',');
        j.comma = false;
        buf_lit(out, "\n  ");
        json_open(&j, '{');
        put_text(&j, "key", s->key);
        put_text(&j, "title", s->title);
        put_text(&j, "help", s->help);
        put_text(&j, "owner", s->owner);
        put_whens(&j, s->when);
        put_questions(&j, s->at, s->len);
        json_close(&j, '}');
    }
    json_close(&j, ']');
    json_close(&j, '}');
    buf_lit(out, "\n");
}
