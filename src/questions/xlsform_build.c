// The rows of an XLSForm put together: groups at the top are sections, groups within them are headings, what
// stands in no group is a section of its own, repeats are groups that are asked again.
#include "questions/xlsform_inside.h"

typedef struct Open {
    const XlsItem *item;
    Whens when;    // of groups within a section: what is in them waits for it
} Open;

typedef struct Build {
    Xls *x;
    Questionnaire *form;
    Question *top, *sub;    // all questions, in order: sections and repeats are parts of these
    size_t n_top, n_sub;
    Section *section;    // where we are; NULL: between sections
    bool loose;          // that section is of questions in no group
    Question *repeat;
    Open open[XLS_DEEP_MOST];
    size_t deep;
} Build;

// ---- places -----------------------------------------------------------------------------------------------

static Section *begin_section(Build *b, Section s) {
    b->section = &b->form->at[b->form->len++];
    *b->section = s;
    b->section->at = b->top + b->n_top;
    return b->section;
}

static void need_section(Build *b, int line) {
    if (b->section) return;
    size_t n = b->form->len + 1;
    bool first = n == 1;
    begin_section(b, (Section){.key = str_fmt(b->x->arena, "part_%zu", n),
                               .title = first ? b->form->title : S("More questions"),
                               .line = line});
    b->loose = true;
}

static Question *put(Build *b, Question q) {
    b->x->objects += 1 + q.choices.len + q.when.len;
    if (b->repeat) {
        b->repeat->n_sub++;
        b->sub[b->n_sub] = q;
        return &b->sub[b->n_sub++];
    }
    need_section(b, q.line);
    b->section->len++;
    b->top[b->n_top] = q;
    return &b->top[b->n_top++];
}

static Whens waits(Build *b, const XlsItem *item) {
    Whens w = b->deep ? b->open[b->deep - 1].when : (Whens){0};
    xls_relevant(b->x, item, &w);
    return b->repeat ? (Whens){0} : w;
}

// ---- questions --------------------------------------------------------------------------------------------

static Str label_of(Build *b, const XlsItem *item, size_t most) {
    Str label = xls_text(b->x, XLS_SURVEY, item->row, "label", most);
    if (!label.len && item->what != XLS_OPEN && !xls_label(b->x, XLS_SURVEY, item->row, "label").len)
        xls_fault(b->x, XLS_SURVEY, item->row, "label", "nothing stands here: write the question itself");
    return label.len ? label : item->name;
}

static void range(Build *b, const XlsItem *item, Question *q) {
    Str s = xls_cell(b->x, XLS_SURVEY, item->row, "parameters");
    bool zero = str_has(s, S("start=0")) || !str_has(s, S("start="));
    bool ten = str_has(s, S("end=10")) || !str_has(s, S("end="));
    bool one = !str_has(s, S("step=")) || str_ends(s, S("step=1")) || str_has(s, S("step=1 "));
    if (q->kind == ASK_SCALE && !(zero && ten && one))
        xls_fault(
            b->x, XLS_SURVEY, item->row, "parameters",
            "a range goes from 0 to 10 by ones here: write start=0 end=10 step=1, or ask for an integer");
}

static bool is_long(Build *b, const XlsItem *item) {
    Str looks = xls_cell(b->x, XLS_SURVEY, item->row, "appearance");
    if (looks.len && !str_has(looks, S("multiline")))
        xls_aside(b->x, XLS_SURVEY, item->row, S("appearance"),
                  "Kith draws each kind of question in its own way");
    return item->kind == ASK_TEXT && str_has(looks, S("multiline"));
}

static bool is_whole(Build *b, const XlsItem *item) {
    Str type = xls_cell(b->x, XLS_SURVEY, item->row, "type");
    return item->kind == ASK_NUMBER && type.len >= 3 && str_eq_fold((Str){type.at, 3}, S("int"));
}

// What constraint_message says is a hint here: it is read before the mistake.
static Str hint_of(Build *b, const XlsItem *item) {
    Str hint = xls_text(b->x, XLS_SURVEY, item->row, "hint", 1000);
    Str message = xls_text(b->x, XLS_SURVEY, item->row, "constraint_message", 1000);
    return hint.len ? hint : message;
}

static Choices with_other(Build *b, const XlsItem *item) {
    Choice *at = arena_new(b->x->arena, Choice, item->choices.len + 1);
    if (item->choices.len) memcpy(at, item->choices.at, item->choices.len * sizeof *at);
    for (size_t i = 0; i < item->choices.len; i++)
        if (str_eq(at[i].value, S("other"))) {
            xls_fault(b->x, XLS_SURVEY, item->row, "type",
                      "its list has “other” already, so or_other adds nothing: take it out");
            return item->choices;
        }
    at[item->choices.len] = (Choice){S("other"), S("Other"), {0}};
    return (Choices){item->choices.len + 1, at};
}

static void ask_other(Build *b, const XlsItem *item, Whens when) {
    Xls *x = b->x;
    if (b->repeat) {
        xls_fault(x, XLS_SURVEY, item->row, "type",
                  "inside a repeat or_other has no place: add “other” to the list, and a text beside it");
        return;
    }
    Whens w = {when.len + 1, arena_new(x->arena, When, when.len + 1)};
    if (when.len) memcpy(w.at, when.at, when.len * sizeof *w.at);
    w.at[when.len] = (When){item->key, 1, arena_new(x->arena, Str, 1)};
    w.at[when.len].is[0] = S("other");
    Str stem = {item->key.at, item->key.len < 34 ? item->key.len : 34};
    put(b, (Question){.key = str_fmt(x->arena, "%.*s_other", STR_FMT(stem)),
                      .label = S("Which other?"),
                      .kind = ASK_TEXT,
                      .when = w,
                      .line = item->row->number});
}

static void add_question(Build *b, const XlsItem *item) {
    Xls *x = b->x;
    Question q = {.key = item->key, .kind = item->kind, .line = item->row->number, .choices = item->choices};
    q.label = label_of(b, item, 2000);
    q.hint = hint_of(b, item);
    q.help = xls_text(x, XLS_SURVEY, item->row, "guidance_hint", 4000);
    q.required = xls_yes(x, item->row, "required");
    q.when = waits(b, item);
    q.whole = is_whole(b, item);
    if (is_long(b, item)) q.kind = ASK_LONG;
    if (q.kind == ASK_SCALE) range(b, item, &q);
    if (item->or_other) q.choices = with_other(b, item);
    xls_constraint(x, item, &q);
    Whens when = q.when;
    put(b, q);
    if (item->or_other) ask_other(b, item, when);
}

static void add_words(Build *b, const XlsItem *item) {
    if (xls_yes(b->x, item->row, "required"))
        xls_fault(b->x, XLS_SURVEY, item->row, "required", "a note asks nothing, so it cannot be required");
    put(b, (Question){.key = item->key,
                      .kind = ASK_STATEMENT,
                      .label = label_of(b, item, 2000),
                      .when = waits(b, item),
                      .line = item->row->number});
}

// ---- groups -----------------------------------------------------------------------------------------------

static bool push(Build *b, const XlsItem *item, Whens when) {
    if (b->deep == XLS_DEEP_MOST) {
        xls_fault(b->x, XLS_SURVEY, item->row, "type",
                  "groups stand eight deep in one another: make it simpler");
        return false;
    }
    b->open[b->deep++] = (Open){item, when};
    return true;
}

static void open_group(Build *b, const XlsItem *item) {
    Xls *x = b->x;
    Whens when = waits(b, item);
    if (!b->deep) {
        Section s = {
            .key = item->key, .title = label_of(b, item, 200), .line = item->row->number, .when = when};
        s.help = xls_text(x, XLS_SURVEY, item->row, "hint", 4000);
        begin_section(b, s);
        x->objects += 1 + when.len;
        b->loose = false;
        push(b, item, (Whens){0});
        return;
    }
    if (xls_label(x, XLS_SURVEY, item->row, "label").len)
        put(b, (Question){.key = item->key,
                          .kind = ASK_STATEMENT,
                          .label = label_of(b, item, 2000),
                          .when = when,
                          .line = item->row->number});
    push(b, item, when);
}

static int rows_at_most(Build *b, const XlsItem *item) {
    Str s = xls_cell(b->x, XLS_SURVEY, item->row, "repeat_count");
    int64_t n = 0;
    if (!s.len || (str_int(s, &n) && n >= 1 && n <= 60)) return (int)n;
    xls_fault(b->x, XLS_SURVEY, item->row, "repeat_count",
              "a number from 1 to 60 would be right, or nothing");
    return 0;
}

static void open_repeat(Build *b, const XlsItem *item) {
    if (b->repeat) {
        xls_fault(b->x, XLS_SURVEY, item->row, "type",
                  "a repeat in a repeat: put its questions beside the others, or give it a place of its own");
        push(b, item, (Whens){0});
        return;
    }
    Question q = {.key = item->key,
                  .kind = ASK_GROUP,
                  .label = label_of(b, item, 2000),
                  .hint = xls_text(b->x, XLS_SURVEY, item->row, "hint", 1000),
                  .when = waits(b, item),
                  .most = rows_at_most(b, item),
                  .line = item->row->number};
    Question *kept = put(b, q);
    kept->sub = b->sub + b->n_sub;
    if (push(b, item, (Whens){0})) b->repeat = kept;
}

static void shut(Build *b, const XlsItem *item) {
    const Open *o = b->deep ? &b->open[b->deep - 1] : NULL;
    bool repeat = item->kind == ASK_GROUP;
    if (!o || repeat != (o->item->what == XLS_REPEAT)) {
        if (o)
            xls_fault(b->x, XLS_SURVEY, item->row, "type",
                      "this ends a %s, and open is “%.*s” of row %d: end that first",
                      repeat ? "repeat" : "group", STR_FMT(xls_shown(o->item->name)), o->item->row->number);
        else
            xls_fault(b->x, XLS_SURVEY, item->row, "type", "this ends a %s, and none is open: take it out",
                      repeat ? "repeat" : "group");
        return;
    }
    b->deep--;
    if (repeat) b->repeat = NULL;
    if (!b->deep && !b->loose) b->section = NULL;
}

// ---- all of it --------------------------------------------------------------------------------------------

static void add(Build *b, const XlsItem *item) {
    bool loose = !b->deep && b->loose;
    switch (item->what) {
    case XLS_ASK:
    case XLS_PICK: add_question(b, item); break;
    case XLS_SAY: add_words(b, item); break;
    case XLS_OPEN:
        if (loose) b->section = NULL, b->loose = false;
        open_group(b, item);
        break;
    case XLS_REPEAT: open_repeat(b, item); break;
    case XLS_SHUT: shut(b, item); break;
    case XLS_ASIDE:
    case XLS_REFUSED: break;
    }
}

void xls_build(Xls *x, Questionnaire *ret) {
    size_t room = x->n_items * 2 + 1;
    Build b = {.x = x,
               .form = ret,
               .top = arena_new(x->arena, Question, room),
               .sub = arena_new(x->arena, Question, room)};
    ret->at = arena_new(x->arena, Section, room);
    for (size_t i = 0; i < x->n_items && x->objects <= XLS_OBJECTS_MOST; i++) add(&b, &x->item[i]);
    if (x->objects > XLS_OBJECTS_MOST)
        xls_fault(x, XLS_SURVEY, NULL, NULL,
                  "there are more than 6,000 questions, choices and conditions: divide the form");
    for (size_t i = 0; i < b.deep; i++)
        xls_fault(x, XLS_SURVEY, b.open[i].item->row, "type", "“%.*s” is begun and never ended: write end_%s",
                  STR_FMT(xls_shown(b.open[i].item->name)),
                  b.open[i].item->what == XLS_REPEAT ? "repeat" : "group");
    if (!ret->len && !x->ret.faults.len)
        xls_fault(x, XLS_SURVEY, NULL, NULL, "no question stands in it: write one a row below the headings");
}
