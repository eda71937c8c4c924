// The two columns of an XLSForm that hold expressions. Of XPath Kith takes what its own conditions can say: a
// question is asked when others are answered, or answered with one of some choices; a number lies between
// two, a text has a length. Anything else is refused, for half a condition is another one.
#include "base/dec.h"
#include "questions/xlsform_inside.h"

typedef struct Parse {
    Xls *x;
    Str rest;
    int deep;
    Str why;    // the first thing that cannot be taken
} Parse;

static void no(Parse *p, Str why) {
    if (!p->why.at) p->why = why;
}

// ---- words ------------------------------------------------------------------------------------------------

static bool name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

static bool take(Parse *p, const char *word) {
    Str s = str_trim(p->rest), w = str_from(word);
    if (!str_starts(s, w)) return false;
    if (name_byte(word[0]) && s.len > w.len && name_byte(s.at[w.len])) return false;
    p->rest = (Str){s.at + w.len, s.len - w.len};
    return true;
}

static bool take_text(Parse *p, Str *ret) {
    Str s = str_trim(p->rest);
    char quote = s.len ? s.at[0] : 0;
    if (quote != '\'' && quote != '"') return false;
    for (size_t i = 1; i < s.len; i++)
        if (s.at[i] == quote) {
            *ret = (Str){s.at + 1, i - 1};
            p->rest = (Str){s.at + i + 1, s.len - i - 1};
            return true;
        }
    return false;
}

static bool take_number(Parse *p, Str *ret) {
    Str s = str_trim(p->rest);
    size_t n = s.len && s.at[0] == '-';
    while (n < s.len && ((s.at[n] >= '0' && s.at[n] <= '9') || s.at[n] == '.')) n++;
    if (!n) return false;
    *ret = (Str){s.at, n};
    p->rest = (Str){s.at + n, s.len - n};
    return true;
}

static const XlsItem *take_question(Parse *p) {
    if (!take(p, "${")) return NULL;
    Str rest = p->rest, name = str_trim(str_cut(&rest, S("}")));
    if (!rest.at) return NULL;
    p->rest = rest;
    const XlsItem *item = xls_item(p->x, name);
    if (!item)
        no(p, str_fmt(p->x->arena, "there is no question “%.*s” in this sheet", STR_FMT(xls_shown(name))));
    else if (item->repeat || item->what == XLS_REPEAT)
        no(p, str_fmt(p->x->arena, "“%.*s” is asked again and again in a repeat, so there is not one answer",
                      STR_FMT(xls_shown(name))));
    else if (item->what != XLS_ASK && item->what != XLS_PICK)
        no(p, str_fmt(p->x->arena, "“%.*s” is no question", STR_FMT(xls_shown(name))));
    return p->why.at ? NULL : item;
}

// ---- relevant ---------------------------------------------------------------------------------------------

static bool offers(const XlsItem *item, Str key) {
    if (item->kind == ASK_YESNO) return str_eq(key, S("yes")) || str_eq(key, S("no"));
    if (item->or_other && str_eq(key, S("other"))) return true;
    for (size_t i = 0; i < item->choices.len; i++)
        if (str_eq(item->choices.at[i].value, key)) return true;
    return false;
}

static Whens one_when(Parse *p, const XlsItem *item, Str choice) {
    Whens w = {1, arena_new(p->x->arena, When, 1)};
    w.at[0] = (When){.question = item->key, .is = arena_new(p->x->arena, Str, 1)};
    if (!choice.at) return w;
    Str key = xls_key(p->x->arena, choice, "c_");
    if (!offers(item, key))
        no(p, str_fmt(p->x->arena, "“%.*s” is none of the choices of “%.*s”", STR_FMT(xls_shown(choice)),
                      STR_FMT(xls_shown(item->name))));
    w.at[0].is[w.at[0].n++] = key;
    return w;
}

static Whens selected(Parse *p) {
    Str choice = S("");
    const XlsItem *item = NULL;
    if (take(p, "(")) item = take_question(p);
    if (item && take(p, ",") && take_text(p, &choice) && take(p, ")") && item->what == XLS_PICK)
        return one_when(p, item, choice);
    no(p, S("selected() takes a question with choices and one of them: selected(${name}, 'choice')"));
    return (Whens){0};
}

static Whens compared(Parse *p, const XlsItem *item) {
    Str value = S("");
    bool unlike = take(p, "!=");
    if (!unlike && !take(p, "=")) {
        no(p, S("a question can wait for a choice, not for more or less than a number: write "
                "${name} = 'choice'"));
        return (Whens){0};
    }
    if (!take_text(p, &value) && !take_number(p, &value))
        no(p, S("a choice stands in quotation marks after the sign: ${name} = 'choice'"));
    if (unlike && !value.len) return one_when(p, item, (Str){0});
    if (unlike)
        no(p, S("Kith waits for an answer to be something, never for it not to be: name the choices that "
                "count, with “or” between them"));
    else if (item->what != XLS_PICK || item->kind == ASK_MANY)
        no(p, item->kind == ASK_MANY ? S("several can be ticked there: write selected(${name}, 'choice')")
                                     : S("Kith waits for a choice of a select_one or select_multiple, or for "
                                         "any answer: write ${name} != ''"));
    return p->why.at ? (Whens){0} : one_when(p, item, value);
}

static Whens either(Parse *p);

static Whens single(Parse *p) {
    if (take(p, "(")) {
        if (++p->deep > XLS_DEEP_MOST) no(p, S("there are too many brackets in one another"));
        Whens w = p->why.at ? (Whens){0} : either(p);
        if (!take(p, ")")) no(p, S("a bracket is open: write )"));
        p->deep--;
        return w;
    }
    if (take(p, "selected")) return selected(p);
    const XlsItem *item = take_question(p);
    if (item) return compared(p, item);
    no(p, S("Kith takes ${name} = 'choice', selected(${name}, 'choice') and ${name} != '', with “and” "
            "between them, and “or” between choices of one question"));
    return (Whens){0};
}

static Whens joined(Arena *a, Whens x, Whens y) {
    Whens all = {x.len + y.len, arena_new(a, When, x.len + y.len + 1)};
    if (x.len) memcpy(all.at, x.at, x.len * sizeof *x.at);
    if (y.len) memcpy(all.at + x.len, y.at, y.len * sizeof *y.at);
    return all;
}

static Whens both(Parse *p) {
    Whens all = single(p);
    while (!p->why.at && take(p, "and")) all = joined(p->x->arena, all, single(p));
    return all;
}

// Only between choices of one question: Kith's conditions must all hold.
static Whens either(Parse *p) {
    Whens all = both(p);
    while (!p->why.at && take(p, "or")) {
        Whens next = both(p);
        if (p->why.at) break;
        if (all.len != 1 || next.len != 1 || !all.at[0].n || !next.at[0].n ||
            !str_eq(all.at[0].question, next.at[0].question)) {
            no(p, S("“or” stands only between choices of one question: ask the question twice, or put one "
                    "before it that says when it is asked"));
            break;
        }
        When w = {.question = all.at[0].question,
                  .is = arena_new(p->x->arena, Str, all.at[0].n + next.at[0].n)};
        for (size_t i = 0; i < all.at[0].n; i++) w.is[w.n++] = all.at[0].is[i];
        for (size_t i = 0; i < next.at[0].n; i++) w.is[w.n++] = next.at[0].is[i];
        all.at[0] = w;
    }
    return all;
}

void xls_relevant(Xls *x, const XlsItem *item, Whens *when) {
    Str text = xls_cell(x, XLS_SURVEY, item->row, "relevant");
    if (!text.len) return;
    Parse p = {.x = x, .rest = text};
    Whens found = {0};
    if (text.len > 2000)
        no(&p, S("this is longer than 2,000 characters: make it simpler"));
    else if (item->repeat)
        no(&p, S("inside a repeat every question is asked: leave this empty, or make the whole repeat wait"));
    else
        found = either(&p);
    if (!p.why.at && str_trim(p.rest).len)
        no(&p, str_fmt(x->arena, "“%.*s” at its end cannot be taken", STR_FMT(xls_shown(str_trim(p.rest)))));
    if (p.why.at)
        xls_fault(x, XLS_SURVEY, item->row, "relevant", "%.*s", STR_FMT(p.why));
    else
        *when = joined(x->arena, *when, found);
}

// ---- constraint -------------------------------------------------------------------------------------------

typedef struct Sign {
    bool less, equal;
} Sign;

static bool take_sign(Parse *p, Sign *ret) {
    static const struct {
        const char *word;
        Sign sign;
    } signs[] = {{"<=", {true, true}}, {">=", {false, true}}, {"<", {true, false}}, {">", {false, false}}};
    for (size_t i = 0; i < COUNT(signs); i++)
        if (take(p, signs[i].word)) {
            *ret = signs[i].sign;
            return true;
        }
    return false;
}

// ". > 0" of a whole number is ". >= 1".
static void bound(Parse *p, Question *q, Sign sign, Str number) {
    Dec d;
    int decimals = 0;
    if (!dec_parse(number, &d, &decimals)) {
        no(p, S("that is no number in digits"));
        return;
    }
    if (!sign.equal && !q->whole) {
        no(p, S("of a decimal Kith takes “at least” and “at most”: write >= or <="));
        return;
    }
    if (!sign.equal) d += sign.less ? -DEC_ONE : DEC_ONE;
    Buf out = {.arena = p->x->arena};
    dec_put(&out, d, decimals);
    *(sign.less ? &q->greatest : &q->least) = buf_str(&out);
}

static void bound_length(Parse *p, Question *q, Sign sign, Str number) {
    int64_t n = 0;
    if (!sign.less || !str_int(number, &n) || n - !sign.equal < 1 || n - !sign.equal > 20000)
        no(p, S("of a text Kith takes how long it may be, from 1 to 20000: string-length(.) <= 200"));
    else
        q->max = (int)(n - !sign.equal), q->kind = ASK_LONG;
}

static void test(Parse *p, Question *q) {
    Sign sign;
    Str number;
    bool text = q->kind == ASK_TEXT || q->kind == ASK_LONG;
    bool length = text && take(p, "string-length") && take(p, "(") && take(p, ".") && take(p, ")");
    if ((length || (q->kind == ASK_NUMBER && take(p, "."))) && take_sign(p, &sign) &&
        take_number(p, &number)) {
        if (length)
            bound_length(p, q, sign, number);
        else
            bound(p, q, sign, number);
        return;
    }
    no(p,
       S("Kith takes . >= 0 and . <= 18 of a number, and string-length(.) <= 200 of a text: leave anything "
         "else to whoever reads the answer"));
}

void xls_constraint(Xls *x, const XlsItem *item, Question *q) {
    Str text = xls_cell(x, XLS_SURVEY, item->row, "constraint");
    if (!text.len) return;
    Parse p = {.x = x, .rest = text};
    do test(&p, q);
    while (!p.why.at && take(&p, "and"));
    if (!p.why.at && str_trim(p.rest).len) no(&p, S("what stands at its end cannot be taken"));
    if (p.why.at) xls_fault(x, XLS_SURVEY, item->row, "constraint", "%.*s", STR_FMT(p.why));
}
