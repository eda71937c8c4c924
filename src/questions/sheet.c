// One questionnaire being filled in: what stands in it, what it asks, and what is not there yet.
#include "base/dec.h"
#include "questions/questions.h"

const Sheet *sheet_open(Ctx *c, int64_t id) {
    SheetRow *row = sheet_row(c->db, id);
    if (!row) return NULL;
    FormFaults faults;
    Sheet *s = arena_new(c->arena, Sheet, 1);
    *s = (Sheet){row, definition_read(c->arena, row->definition, &faults), sheet_answers(c->db, id),
                 sheet_clashes(c->db, id), sheet_owners(c->db, id)};
    if (s->form) return s;
    db_fail(c->db, "the definition of sheet %lld no longer reads", (long long)id);
    return NULL;
}

const AnswerRow *sheet_answer(const Sheet *s, Str question) {
    size_t low = 0, high = s->answers.len;
    while (low < high) {
        size_t mid = (low + high) / 2;
        int order = str_cmp(s->answers.at[mid].question, question);
        if (!order) return &s->answers.at[mid];
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    for (size_t i = 0; i < s->answers.len; i++)    // a database that sorts by its own rules
        if (str_eq(s->answers.at[i].question, question)) return &s->answers.at[i];
    return NULL;
}

Str sheet_value(const Sheet *s, Str question) {
    const AnswerRow *a = sheet_answer(s, question);
    return a ? a->value : S("");
}

Str sheet_meaning(const Sheet *s, const char *means) {
    const Question *q = question_meaning(s->form, str_from(means));
    return q ? sheet_value(s, q->key) : S("");
}

// ---- conditions -------------------------------------------------------------------------------------------

static bool has_word(Str list, Str word) {
    for (Str rest = list; rest.at && rest.len;)
        if (str_eq(str_cut(&rest, S(",")), word)) return true;
    return false;
}

static bool holds(const Sheet *s, const When *w) {
    Str value = sheet_value(s, w->question);
    if (!w->n) return value.len > 0;
    for (size_t i = 0; i < w->n; i++)
        if (has_word(value, w->is[i])) return true;
    return false;
}

bool sheet_asks(const Sheet *s, Whens when) {
    for (size_t i = 0; i < when.len; i++)
        if (!holds(s, &when.at[i])) return false;
    return true;
}

// ---- groups -----------------------------------------------------------------------------------------------

size_t group_rows(Arena *a, const Sheet *s, const Question *q, Str **ret) {
    Str value = sheet_value(s, q->key);
    size_t n = 0, most = value.len / 2 + 2;
    *ret = arena_new(a, Str, most);
    for (Str rest = value; rest.at && rest.len && n < most;) (*ret)[n++] = str_cut(&rest, S(","));
    if (!n) (*ret)[n++] = S("1");
    return n;
}

Str group_key(Arena *a, const Question *q, Str row, const Question *sub) {
    return str_fmt(a, "%.*s.%.*s.%.*s", STR_FMT(q->key), STR_FMT(row), STR_FMT(sub->key));
}

// ---- reading ----------------------------------------------------------------------------------------------

static Str choice_words(Choices choices, Str key) {
    for (size_t i = 0; i < choices.len; i++)
        if (str_eq(choices.at[i].value, key)) return choices.at[i].label;
    return key;
}

static Str yes_or_no(Str value) {
    return str_eq(value, S("yes")) ? S("Yes") : str_eq(value, S("no")) ? S("No") : value;
}

static Str ticked_words(Arena *a, Choices choices, Str value) {
    Buf out = {.arena = a};
    for (Str rest = value; rest.at && rest.len;) {
        if (out.len) buf_lit(&out, "; ");
        buf_put(&out, choice_words(choices, str_cut(&rest, S(","))));
    }
    return buf_str(&out);
}

Str sheet_words(Arena *a, const Question *q, Str value) {
    switch (q->kind) {
    case ASK_DATE: return day_text(a, value);
    case ASK_YESNO: return yes_or_no(value);
    case ASK_SCALE: return value.len ? str_fmt(a, "%.*s of 10", STR_FMT(value)) : value;
    case ASK_ONE:
    case ASK_MANY: return ticked_words(a, q->choices, value);
    default: return value;
    }
}

// ---- what is missing --------------------------------------------------------------------------------------

Str number_words(Arena *a, const Question *q) {
    const char *what = q->whole ? "a whole number" : "a number";
    if (q->least.at && q->greatest.at)
        return str_fmt(a, "%s from %.*s to %.*s", what, STR_FMT(q->least), STR_FMT(q->greatest));
    if (q->least.at) return str_fmt(a, "%s, %.*s or more", what, STR_FMT(q->least));
    if (q->greatest.at) return str_fmt(a, "%s, %.*s or less", what, STR_FMT(q->greatest));
    return q->whole ? str_from(what) : (Str){0};
}

static bool number_fits(const Question *q, Dec number) {
    Dec bound;
    if (q->whole && number % DEC_ONE) return false;
    if (q->least.at && dec_parse(q->least, &bound, NULL) && number < bound) return false;
    return !q->greatest.at || !dec_parse(q->greatest, &bound, NULL) || number <= bound;
}

static Str wrong_with(Arena *a, const Question *q, Str value) {
    Date day;
    Dec number;
    if (!value.len) return q->required ? S("not answered") : (Str){0};
    if (q->kind == ASK_DATE && !date_parse(value, &day))
        return S("is no date: it needs a day, a month and a year");
    if (q->kind == ASK_NUMBER && !dec_parse(value, &number, NULL))
        return S("is no number: write it in digits");
    if (q->kind == ASK_NUMBER && !number_fits(q, number))
        return str_fmt(a, "must be %.*s", STR_FMT(number_words(a, q)));
    return (Str){0};
}

static void note_missing(Arena *a, MissingList *m, size_t *cap, Missing one) {
    if (m->len == *cap) {
        Missing *more = arena_new(a, Missing, *cap ? *cap * 2 : 16);
        if (m->len) memcpy(more, m->at, m->len * sizeof *more);
        m->at = more;
        *cap = *cap ? *cap * 2 : 16;
    }
    m->at[m->len++] = one;
}

static void missing_in(Arena *a, const Sheet *s, const Section *section, MissingList *m, size_t *cap) {
    for (size_t i = 0; i < section->len; i++) {
        const Question *q = &section->at[i];
        if (!sheet_asks(s, q->when)) continue;
        if (q->kind != ASK_GROUP) {
            Str why = wrong_with(a, q, sheet_value(s, q->key));
            if (why.at) note_missing(a, m, cap, (Missing){section, q, q->key, why, q->label});
            continue;
        }
        Str *rows;
        size_t n = group_rows(a, s, q, &rows);
        for (size_t r = 0; r < n; r++)
            for (size_t k = 0; k < q->n_sub; k++) {
                Str key = group_key(a, q, rows[r], &q->sub[k]);
                Str why = wrong_with(a, &q->sub[k], sheet_value(s, key));
                Str label = str_fmt(a, "%.*s %zu: %.*s", STR_FMT(q->row.at ? q->row : q->label), r + 1,
                                    STR_FMT(q->sub[k].label));
                if (why.at) note_missing(a, m, cap, (Missing){section, &q->sub[k], key, why, label});
            }
    }
}

MissingList sheet_missing(Arena *a, const Sheet *s, const Section *one) {
    MissingList m = {0};
    size_t cap = 0;
    for (size_t i = 0; i < s->form->len; i++) {
        const Section *section = &s->form->at[i];
        if ((!one || one == section) && sheet_asks(s, section->when)) missing_in(a, s, section, &m, &cap);
    }
    return m;
}

// ---- beginning --------------------------------------------------------------------------------------------

static void prefill(Ctx *c, int64_t sheet, Str question, Str value, Str source) {
    if (value.len) answer_put(c, sheet, question, value, source);
}

static void prefill_earlier(Ctx *c, int64_t sheet, const Questionnaire *form, EarlierRowList earlier) {
    for (size_t i = 0; i < earlier.len; i++) {
        Str rest = earlier.at[i].question;
        const Question *q = question_find(form, str_cut(&rest, S(".")));
        if (!q || !q->prefill.at || !str_eq(q->prefill, S("earlier"))) continue;
        if (!question_find(form, earlier.at[i].question)) continue;
        Str day = date_text(c->arena, date_of(earlier.at[i].started_at));
        prefill(c, sheet, earlier.at[i].question, earlier.at[i].value,
                str_fmt(c->arena, "the one of %.*s", STR_FMT(day)));
    }
}

// A group's value "1,2" and its rows "adults.1.name" are known as "family.adults" and "family.adults.1.name".
static void prefill_known(Ctx *c, int64_t sheet, const Question *q, const Known *known, size_t n) {
    for (size_t k = 0; k < n; k++) {
        Str key = known[k].key;
        if (!q->prefill.at || !str_starts(key, q->prefill)) continue;
        Str rest = {key.at + q->prefill.len, key.len - q->prefill.len};
        bool whole = !rest.len, part = q->kind == ASK_GROUP && str_starts(rest, S("."));
        if (!whole && !part) continue;
        prefill(c, sheet, str_fmt(c->arena, "%.*s%.*s", STR_FMT(q->key), STR_FMT(rest)), known[k].value,
                known[k].source);
    }
}

int64_t sheet_begin(Ctx *c, Str key, int64_t person, const Known *known, size_t n) {
    FormFaults faults;
    const FormVersion *v = form_in_force(c->db, key, date_iso(c->arena, c->today));
    const Questionnaire *form = v ? definition_read(c->arena, v->definition, &faults) : NULL;
    if (!form) return 0;
    int64_t id = sheet_add(c->db, v->id, person, c->now, c->actor.id ? c->actor.id : NONE);
    for (size_t s = 0; s < form->len; s++)
        for (size_t i = 0; i < form->at[s].len; i++) prefill_known(c, id, &form->at[s].at[i], known, n);
    if (person != NONE) prefill_earlier(c, id, form, answers_earlier(c->db, v->questionnaire_id, person, id));
    return id;
}
