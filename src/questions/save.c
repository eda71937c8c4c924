// Saving what is typed, a question at a time. A page says which revision it had before it; where
// somebody else
// was first, the second text is kept beside the first, and both are shown (P3).
#include "base/json.h"
#include "questions/questions.h"

enum { VALUE_MOST = 20000, SITTING = 5 * 60 * 1000, SAVED_MOST = 400 };

// ---- what a page was shown --------------------------------------------------------------------------------

static uint64_t mark_of(Str s) {    // FNV-1a: tells a changed text from one only sent back
    uint64_t h = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < s.len; i++) h = (h ^ (unsigned char)s.at[i]) * UINT64_C(1099511628211);
    return h;
}

Str answer_base(Arena *a, int64_t revision, Str value) {
    return str_fmt(a, "%lld:%016llx", (long long)revision, (unsigned long long)mark_of(value));
}

static bool base_read(Str base, int64_t *ret_revision, Str *ret_mark) {
    *ret_mark = base;
    return str_int(str_cut(ret_mark, S(":")), ret_revision) && ret_mark->len == 16;
}

// ---- what was sent ----------------------------------------------------------------------------------------

// Trimmed, with the line ends that Kith keeps.
static Str clean(Arena *a, Str s, size_t most) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] != '\r')
            buf_byte(&out, s.at[i]);
        else if (i + 1 == s.len || s.at[i + 1] != '\n')
            buf_byte(&out, '\n');
    Str t = str_trim(buf_str(&out));
    while (t.len > most) {    // never in the middle of a character
        t.len = most;
        while (t.len && ((unsigned char)t.at[t.len] & 0xC0) == 0x80) t.len--;
    }
    return t;
}

static Str sent_date(Ctx *c, Str name) {
    Str part[3];
    static const char *const ends[] = {"day", "month", "year"};
    int64_t n[3] = {0};
    bool numbers = true;
    for (int i = 0; i < 3; i++) {
        part[i] = str_trim(param(c->form, str_fmt(c->arena, "%.*s-%s", STR_FMT(name), ends[i])));
        numbers &= str_int(part[i], &n[i]) && n[i] > 0 && n[i] < 10000;
    }
    if (!part[0].len && !part[1].len && !part[2].len) return S("");
    Date day = numbers ? date_make((int)n[2], (int)n[1], (int)n[0]) : DATE_NONE;
    if (day != DATE_NONE) return date_iso(c->arena, day);
    return clean(c->arena,
                 str_fmt(c->arena, "%.*s/%.*s/%.*s", STR_FMT(part[0]), STR_FMT(part[1]), STR_FMT(part[2])),
                 40);
}

static bool is_choice(const Question *q, Str value) {
    for (size_t i = 0; i < q->choices.len; i++)
        if (str_eq(q->choices.at[i].value, value)) return true;
    return false;
}

static Str sent_ticks(Ctx *c, const Question *q, Str name) {
    Buf out = {.arena = c->arena};
    for (size_t i = 0; i < q->choices.len; i++)
        for (size_t k = 0; k < c->form.len; k++) {
            if (!str_eq(c->form.at[k].name, name) || !str_eq(c->form.at[k].value, q->choices.at[i].value))
                continue;
            if (out.len) buf_byte(&out, ',');
            buf_put(&out, q->choices.at[i].value);
            break;
        }
    return buf_str(&out);
}

static Str sent_value(Ctx *c, const Question *q, Str key) {
    Str name = str_fmt(c->arena, "q-%.*s", STR_FMT(key)), value = str_trim(param(c->form, name));
    int64_t n;
    switch (q->kind) {
    case ASK_DATE: return sent_date(c, name);
    case ASK_MANY: return sent_ticks(c, q, name);
    case ASK_ONE: return is_choice(q, value) ? value : S("");
    case ASK_YESNO: return str_eq(value, S("yes")) || str_eq(value, S("no")) ? value : S("");
    case ASK_SCALE: return str_int(value, &n) && n >= 0 && n <= 10 ? value : S("");
    default: return clean(c->arena, param(c->form, name), VALUE_MOST);
    }
}

// ---- keeping ----------------------------------------------------------------------------------------------

static bool sheet_late(Db *db, int64_t sheet) { return sheet_finished_at(db, sheet) != NONE; }

static void keep_new(Ctx *c, int64_t sheet, Str question, Str value, Str tab, Str source) {
    int64_t by = c->actor.id && !source.at ? c->actor.id : NONE;
    int64_t id = answer_add(c->db, sheet, question, value, tab, source, c->now, by);
    revision_add(c->db, id, 1, value, source, c->now, by, sheet_late(c->db, sheet));
}

static void keep_over(Ctx *c, int64_t sheet, const AnswerNow *old, Str value, Str tab) {
    if (!answer_save(c->db, old->id, old->revision, value, tab, (Str){0}, c->now, c->actor.id)) {
        db_fail(c->db, "an answer changed inside a write that held its sheet");
        return;
    }
    bool sits = tab.len && str_eq(old->tab, tab);    // what one page saves, one after the other, is one text
    if (sits && revision_go_on(c->db, old->id, old->revision, c->now - SITTING, old->revision + 1, value,
                               c->now, c->actor.id))
        return;
    revision_add(c->db, old->id, old->revision + 1, value, (Str){0}, c->now, c->actor.id,
                 sheet_late(c->db, sheet));
}

static void keep_beside(Ctx *c, const AnswerNow *old, Str value, int64_t base, Str tab) {
    if (tab.len && clash_go_on(c->db, old->id, tab, value, c->now, c->actor.id)) return;
    if (clash_same(c->db, old->id, value, c->actor.id)) return;
    clash_add(c->db, old->id, value, base, tab, c->now, c->actor.id);
}

void answer_put(Ctx *c, int64_t sheet, Str question, Str value, Str source) {
    const AnswerNow *old = answer_now(c->db, sheet, question);
    if (!old)
        keep_new(c, sheet, question, value, S(""), source);
    else if (!str_eq(old->value, value))
        keep_over(c, sheet, old, value, S(""));
}

// Saves one answer; what the page has before it from now on.
static Saved save(Ctx *c, int64_t sheet, Str key, Str value, Str base, Str tab) {
    int64_t shown = 0;
    Str mark;
    bool told = base_read(base, &shown, &mark);
    const AnswerNow *old = answer_now(c->db, sheet, key);
    Str was = old ? old->value : S("");
    int64_t revision = old ? old->revision : 0;
    bool touched = !told || !str_eq(mark, str_fmt(c->arena, "%016llx", (unsigned long long)mark_of(value)));
    if (!touched || str_eq(value, was)) return (Saved){key, answer_base(c->arena, revision, was), false};
    if (!old) {
        keep_new(c, sheet, key, value, tab, (Str){0});
        return (Saved){key, answer_base(c->arena, 1, value), false};
    }
    bool own = tab.len && str_eq(old->tab, tab) && old->by == c->actor.id;
    if (told && shown != revision && !own) {
        keep_beside(c, old, value, shown, tab);
        return (Saved){key, base, true};
    }
    keep_over(c, sheet, old, value, tab);
    return (Saved){key, answer_base(c->arena, revision + 1, value), false};
}

static void take(Ctx *c, const Sheet *s, const Question *q, Str key, Taken *t) {
    Str base_name = str_fmt(c->arena, "base-%.*s", STR_FMT(key));
    if (q->kind == ASK_STATEMENT || t->len == SAVED_MOST || !param_has(c->form, base_name)) return;
    Saved one = save(c, s->row->id, key, sent_value(c, q, key), param(c->form, base_name),
                     clean(c->arena, param(c->form, S("tab")), 40));
    t->clashes += one.clash;
    t->at[t->len++] = one;
}

Taken section_take(Ctx *c, const Sheet *s, const Section *section) {
    Taken t = {.at = arena_new(c->arena, Saved, SAVED_MOST)};
    sheet_lock(c->db, s->row->id);
    for (size_t i = 0; i < section->len; i++) {
        const Question *q = &section->at[i];
        if (q->kind != ASK_GROUP) {
            take(c, s, q, q->key, &t);
            continue;
        }
        Str *rows;
        size_t n = group_rows(c->arena, s, q, &rows);
        for (size_t r = 0; r < n; r++)
            for (size_t k = 0; k < q->n_sub; k++)
                take(c, s, &q->sub[k], group_key(c->arena, q, rows[r], &q->sub[k]), &t);
    }
    return t;
}

Reply taken_json(Ctx *c, const Taken *t) {
    Buf out = {.arena = c->arena};
    Json j = {&out, false};
    int minutes = instant_minutes(c->now);
    json_open(&j, '{');
    json_key(&j, S("at"));
    json_str(&j, str_fmt(c->arena, "%d:%02d", minutes / 60, minutes % 60));
    json_key(&j, S("saved"));
    json_open(&j, '[');
    for (size_t i = 0; i < t->len; i++) {
        json_open(&j, '{');
        json_key(&j, S("question")), json_str(&j, t->at[i].question);
        json_key(&j, S("base")), json_str(&j, t->at[i].base);
        json_key(&j, S("clash")), json_bool(&j, t->at[i].clash);
        json_close(&j, '}');
    }
    json_close(&j, ']');
    json_close(&j, '}');
    return text_reply(S("application/json"), buf_str(&out));
}

// ---- rows of a group --------------------------------------------------------------------------------------

static Str without(Arena *a, Str *rows, size_t n, Str row) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < n; i++) {
        if (str_eq(rows[i], row)) continue;
        if (out.len) buf_byte(&out, ',');
        buf_put(&out, rows[i]);
    }
    return buf_str(&out);
}

bool group_add(Ctx *c, const Sheet *s, const Question *q) {
    Str *rows;
    int64_t highest = 0, row;
    sheet_lock(c->db, s->row->id);
    Sheet now = *s;
    now.answers = sheet_answers(c->db, s->row->id);
    size_t n = group_rows(c->arena, &now, q, &rows);
    if (n >= (size_t)(q->most ? q->most : 20)) return false;
    for (size_t i = 0; i < n; i++)
        if (str_int(rows[i], &row) && row > highest) highest = row;
    Str list =
        str_fmt(c->arena, "%.*s,%lld", STR_FMT(without(c->arena, rows, n, S(""))), (long long)highest + 1);
    answer_put(c, s->row->id, q->key, list, (Str){0});
    return true;
}

// What stood in the row stays in the history.
bool group_drop(Ctx *c, const Sheet *s, const Question *q, Str row) {
    Str *rows;
    sheet_lock(c->db, s->row->id);
    Sheet now = *s;
    now.answers = sheet_answers(c->db, s->row->id);
    size_t n = group_rows(c->arena, &now, q, &rows);
    Str list = without(c->arena, rows, n, row);
    if (n < 2 || !list.len) return false;
    answer_put(c, s->row->id, q->key, list, (Str){0});
    return true;
}

// ---- two texts --------------------------------------------------------------------------------------------

bool clash_settle(Ctx *c, const Sheet *s, const ClashRow *clash, Str value) {
    sheet_lock(c->db, s->row->id);
    if (!clash_end(c->db, clash->id, c->now, c->actor.id)) return false;
    answer_put(c, s->row->id, clash->question, clean(c->arena, value, VALUE_MOST), (Str){0});
    return true;
}
