// What each row of an XLSForm is, and the lists that questions choose from.
#include "questions/xlsform_inside.h"

// ---- lists ------------------------------------------------------------------------------------------------

const XlsList *xls_list(const Xls *x, Str name) {
    for (size_t i = 0; i < x->n_lists; i++)
        if (str_eq(x->list[i].name, name)) return &x->list[i];
    return NULL;
}

static XlsList *list_for(Xls *x, Str name, size_t rows) {
    XlsList *l = (XlsList *)xls_list(x, name);
    if (l) return l;
    l = &x->list[x->n_lists++];
    size_t n = 0;    // how many rows it has: room for them, and one for “other”
    for (size_t i = 1; i < rows; i++)
        n += str_eq(xls_cell(x, XLS_CHOICES, &x->grid[XLS_CHOICES].sheet->row[i], "list_name"), name);
    *l = (XlsList){.name = name, .choices = {0, arena_new(x->arena, Choice, n + 1)}};
    return l;
}

static void add_choice(Xls *x, const XlsxRow *row, size_t rows) {
    Str list = xls_cell(x, XLS_CHOICES, row, "list_name"), name = xls_cell(x, XLS_CHOICES, row, "name");
    Str label = xls_text(x, XLS_CHOICES, row, "label", 400);
    if (!list.len && !name.len && !label.len) return;
    if (!list.len)
        xls_fault(x, XLS_CHOICES, row, "list_name", "nothing stands here: say of which list this choice is");
    if (!name.len)
        xls_fault(x, XLS_CHOICES, row, "name", "nothing stands here: give the choice a short name");
    if (!list.len || !name.len) return;
    XlsList *l = list_for(x, list, rows);
    Choice *at = (Choice *)l->choices.at, one = {xls_key(x->arena, name, "c_"), label.len ? label : name,
                                                 xls_text(x, XLS_CHOICES, row, "hint", 600)};
    for (size_t i = 0; i < l->choices.len; i++)
        if (str_eq(at[i].value, one.value)) {
            xls_fault(x, XLS_CHOICES, row, "name",
                      "“%.*s” and an earlier choice of this list are one to Kith, which knows small letters, "
                      "digits and _: name one of them otherwise",
                      STR_FMT(xls_shown(name)));
            return;
        }
    at[l->choices.len++] = one;
}

void xls_lists(Xls *x) {
    const XlsxSheet *s = x->grid[XLS_CHOICES].sheet;
    if (s->len > XLS_ITEMS_MOST) {
        xls_fault(x, XLS_CHOICES, NULL, NULL, "there are more than 2,000 choices: divide the form");
        return;
    }
    x->list = arena_new(x->arena, XlsList, s->len + 1);
    for (size_t i = 1; i < s->len; i++) add_choice(x, &s->row[i], s->len);
}

// ---- types ------------------------------------------------------------------------------------------------

#define ALREADY "Kith itself notes who wrote what and when: this row is left out"
static const struct {
    const char *name;
    XlsDo what;
    QuestionKind kind;
    const char *right;    // what would be right, or why it is left aside
} types[] = {
    {"text", XLS_ASK, ASK_TEXT, NULL},
    {"string", XLS_ASK, ASK_TEXT, NULL},
    {"integer", XLS_ASK, ASK_NUMBER, NULL},
    {"int", XLS_ASK, ASK_NUMBER, NULL},
    {"decimal", XLS_ASK, ASK_NUMBER, NULL},
    {"date", XLS_ASK, ASK_DATE, NULL},
    {"range", XLS_ASK, ASK_SCALE, NULL},
    {"select_one", XLS_PICK, ASK_ONE, NULL},
    {"select_multiple", XLS_PICK, ASK_MANY, NULL},
    {"note", XLS_SAY, ASK_STATEMENT, NULL},
    {"begin_group", XLS_OPEN, ASK_KINDS, NULL},
    {"end_group", XLS_SHUT, ASK_KINDS, NULL},
    {"begin_repeat", XLS_REPEAT, ASK_GROUP, NULL},
    {"end_repeat", XLS_SHUT, ASK_GROUP, NULL},
    {"start", XLS_ASIDE, ASK_KINDS, ALREADY},
    {"end", XLS_ASIDE, ASK_KINDS, ALREADY},
    {"today", XLS_ASIDE, ASK_KINDS, ALREADY},
    {"deviceid", XLS_ASIDE, ASK_KINDS, ALREADY},
    {"username", XLS_ASIDE, ASK_KINDS, ALREADY},
    {"email", XLS_ASIDE, ASK_KINDS, ALREADY},
    {"phonenumber", XLS_ASIDE, ASK_KINDS, ALREADY},
    {"simserial", XLS_ASIDE, ASK_KINDS, ALREADY},
    {"subscriberid", XLS_ASIDE, ASK_KINDS, ALREADY},
    {"audit", XLS_ASIDE, ASK_KINDS, ALREADY},
    {"calculate", XLS_REFUSED, ASK_KINDS,
     "Kith works nothing out of answers and scores nobody: take the row out, or ask the question itself"},
    {"acknowledge", XLS_REFUSED, ASK_KINDS, "ask with select_one and a list of yes and no"},
    {"trigger", XLS_REFUSED, ASK_KINDS, "ask with select_one and a list of yes and no"},
    {"time", XLS_REFUSED, ASK_KINDS, "ask for it as text"},
    {"datetime", XLS_REFUSED, ASK_KINDS, "ask for the day as date, and for the time as text"},
    {"rank", XLS_REFUSED, ASK_KINDS, "ask with select_multiple, or with one select_one for each place"},
    {"select_one_from_file", XLS_REFUSED, ASK_KINDS,
     "put the choices on the sheet choices, and use select_one"},
    {"select_multiple_from_file", XLS_REFUSED, ASK_KINDS,
     "put the choices on the sheet choices, and use select_multiple"},
    {"select_one_external", XLS_REFUSED, ASK_KINDS,
     "put the choices on the sheet choices, and use select_one"},
    {"image", XLS_REFUSED, ASK_KINDS, "an answer is words: ask what is to be seen, as text"},
    {"audio", XLS_REFUSED, ASK_KINDS, "an answer is words: ask what was said, as text"},
    {"video", XLS_REFUSED, ASK_KINDS, "an answer is words: ask what is to be seen, as text"},
    {"file", XLS_REFUSED, ASK_KINDS, "an answer is words: ask where the file is, as text"},
    {"barcode", XLS_REFUSED, ASK_KINDS, "ask for the number as text"},
    {"geopoint", XLS_REFUSED, ASK_KINDS, "ask for the address as text"},
    {"geotrace", XLS_REFUSED, ASK_KINDS, "ask for the way as text"},
    {"geoshape", XLS_REFUSED, ASK_KINDS, "ask for the area as text"},
    {"hidden", XLS_REFUSED, ASK_KINDS, "nothing is asked unseen: take the row out"},
    {"xml-external", XLS_REFUSED, ASK_KINDS, "put the choices on the sheet choices"},
    {"csv-external", XLS_REFUSED, ASK_KINDS, "put the choices on the sheet choices"},
};

// "select one yesno or_other" into "select_one" and "yesno": single spaces, and "begin group" as begin_group.
static Str type_words(Arena *a, Str cell, Str *ret_rest) {
    static const char *const spaced[][2] = {
        {"select one ", "select_one "}, {"select multiple ", "select_multiple "},
        {"begin group", "begin_group"}, {"begin repeat", "begin_repeat"},
        {"end group", "end_group"},     {"end repeat", "end_repeat"},
    };
    Buf one = {.arena = a};
    for (size_t i = 0; i < cell.len; i++)
        if (cell.at[i] != ' ' || (one.len && one.at[one.len - 1] != ' ')) buf_byte(&one, cell.at[i]);
    Str s = buf_str(&one);
    for (size_t i = 0; i < COUNT(spaced); i++) {
        Str from = str_from(spaced[i][0]);
        if (s.len >= from.len && str_eq_fold((Str){s.at, from.len}, from))
            s = str_fmt(a, "%s%.*s", spaced[i][1], (int)(s.len - from.len), s.at + from.len);
    }
    Str rest = s, head = str_cut(&rest, S(" "));
    *ret_rest = rest.at ? str_trim(rest) : S("");
    return head;
}

static void refuse(Xls *x, const XlsxRow *row, Str type, const char *right) {
    if (right)
        xls_fault(x, XLS_SURVEY, row, "type", "Kith does not ask for “%.*s”: %s", STR_FMT(xls_shown(type)),
                  right);
    else
        xls_fault(x, XLS_SURVEY, row, "type",
                  "there is no type “%.*s”: use text, integer, decimal, date, range, select_one, "
                  "select_multiple, note, begin_group or begin_repeat",
                  STR_FMT(xls_shown(type)));
}

static bool is_yes_and_no(Choices c) {
    if (c.len != 2) return false;
    for (size_t i = 0; i < 2; i++)
        if (!str_eq(c.at[i].value, i ? S("no") : S("yes")) ||
            !str_eq_fold(c.at[i].label, i ? S("No") : S("Yes")))
            return false;
    return true;
}

static void take_list(Xls *x, XlsItem *item, Str list) {
    if (str_ends(list, S(" or_other")) || str_ends(list, S(" or other"))) {
        item->or_other = true;
        list = str_trim((Str){list.at, list.len - 9});
    }
    const XlsList *l = xls_list(x, list);
    if (!l || (l->choices.len < 2 && !item->or_other)) {
        xls_fault(x, XLS_SURVEY, item->row, "type",
                  l ? "the list “%.*s” has one choice: two are the least"
                    : "there is no list “%.*s” on the sheet choices: give its choices there",
                  STR_FMT(xls_shown(list)));
        item->what = XLS_REFUSED;
        return;
    }
    item->choices = l->choices;
    if (!item->or_other && item->kind == ASK_ONE && is_yes_and_no(l->choices))
        item->kind = ASK_YESNO, item->choices = (Choices){0};
}

static void take_type(Xls *x, XlsItem *item, Str cell) {
    Str rest, type = type_words(x->arena, cell, &rest);
    size_t i = 0;
    while (i < COUNT(types) && !str_eq_fold(type, str_from(types[i].name))) i++;
    item->what = i < COUNT(types) ? types[i].what : XLS_REFUSED;
    item->kind = i < COUNT(types) ? types[i].kind : ASK_KINDS;
    if (item->what == XLS_REFUSED)
        refuse(x, item->row, type, i < COUNT(types) ? types[i].right : NULL);
    else if (item->what == XLS_ASIDE)
        xls_aside(x, XLS_SURVEY, item->row, S("type"), types[i].right);
    else if (item->what == XLS_PICK)
        take_list(x, item, rest);
}

// ---- rows -------------------------------------------------------------------------------------------------

const XlsItem *xls_item(const Xls *x, Str name) {
    for (size_t i = 0; i < x->n_items; i++)
        if (x->item[i].name.len && str_eq(x->item[i].name, name)) return &x->item[i];
    return NULL;
}

static void take_name(Xls *x, XlsItem *item) {
    if (item->what == XLS_SHUT || item->what == XLS_ASIDE || item->what == XLS_REFUSED) return;
    item->name = xls_cell(x, XLS_SURVEY, item->row, "name");
    if (!item->name.len && item->what == XLS_SAY)
        item->name = str_fmt(x->arena, "note_%d", item->row->number);
    if (!item->name.len) {
        xls_fault(x, XLS_SURVEY, item->row, "name", "nothing stands here: give the question a short name");
        return;
    }
    item->key = xls_key(x->arena, item->name, "q_");
    for (const XlsItem *o = x->item; o < item; o++)
        if (o->key.len && o->repeat == item->repeat && str_eq(o->key, item->key))
            xls_fault(x, XLS_SURVEY, item->row, "name",
                      "“%.*s” and “%.*s” of row %d are one to Kith, which knows small letters, digits and _: "
                      "name one of them otherwise",
                      STR_FMT(xls_shown(item->name)), STR_FMT(xls_shown(o->name)), o->row->number);
}

// Cells that would change what is asked, and that Kith has nothing for.
static void check_rest(Xls *x, const XlsItem *item) {
    static const struct {
        const char *heading, *right;
    } refused[] = {
        {"calculation", "Kith works nothing out of answers: leave it empty"},
        {"choice_filter", "all choices of a list are offered: leave it empty, or make a list for each case"},
        {"trigger", "an answer changes no other answer: leave it empty"},
    };
    for (size_t i = 0; i < COUNT(refused); i++)
        if (item->what != XLS_REFUSED && xls_cell(x, XLS_SURVEY, item->row, refused[i].heading).len)
            xls_fault(x, XLS_SURVEY, item->row, refused[i].heading, "%s", refused[i].right);
    if (xls_yes(x, item->row, "readonly") && item->what != XLS_SAY)
        xls_fault(x, XLS_SURVEY, item->row, "readonly",
                  "what is asked can be answered: make it a note, or leave this empty");
}

static void take_row(Xls *x, const XlsxRow *row, int *repeat) {
    Str type = xls_cell(x, XLS_SURVEY, row, "type");
    if (xls_yes(x, row, "disabled")) {
        xls_aside(x, XLS_SURVEY, row, S("disabled"), "rows that are disabled are left out");
        return;
    }
    if (!type.len) {
        if (xls_cell(x, XLS_SURVEY, row, "name").len || xls_label(x, XLS_SURVEY, row, "label").len)
            xls_fault(x, XLS_SURVEY, row, "type", "nothing stands here: say what sort of question it is");
        return;
    }
    XlsItem *item = &x->item[x->n_items];
    *item = (XlsItem){.row = row, .repeat = *repeat};
    take_type(x, item, type);
    if (item->what == XLS_SHUT && item->kind == ASK_GROUP) item->repeat = *repeat = 0;
    take_name(x, item);
    x->n_items++;
    if (item->what != XLS_ASIDE) check_rest(x, item);
    if (item->what == XLS_REPEAT) *repeat = row->number;
}

void xls_items(Xls *x) {
    const XlsxSheet *s = x->grid[XLS_SURVEY].sheet;
    int repeat = 0;
    if (s->len > XLS_ITEMS_MOST) {
        xls_fault(x, XLS_SURVEY, NULL, NULL, "there are more than 2,000 rows: divide the form");
        return;
    }
    x->item = arena_new(x->arena, XlsItem, s->len + 1);
    for (size_t i = 1; i < s->len; i++) take_row(x, &s->row[i], &repeat);
}
