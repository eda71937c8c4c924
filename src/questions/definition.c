// Reading a questionnaire's definition. Whatever is wrong is said with its line and with what would be right;
// nothing is guessed, and nothing unknown is passed over.
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>

#include "questions/definition.h"

enum { TEXT_MOST = 256 << 10, OBJECTS_MOST = 6000, FAULTS_MOST = 100 };

const char *const question_kinds[ASK_KINDS] = {"text", "long", "number", "date",  "yesno",
                                               "one",  "many", "scale",  "group", "statement"};

void definition_fault(Reader *r, int line, const char *format, ...) {
    if (r->faults.len == FAULTS_MOST) return;
    char text[1000];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (!r->faults.at) r->faults.at = arena_new(r->arena, FormFault, FAULTS_MOST);
    r->faults.at[r->faults.len++] = (FormFault){line, str_copy(r->arena, str_from(text))};
}

// ---- on which line an object stands: jansson does not say, but it keeps the order
// --------------------------

static size_t find_lines(Reader *r, Str text) {
    bool quoted = false;
    int line = 1;
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '\n')
            line++;
        else if (quoted && c == '\\')
            i++;
        else if (c == '"')
            quoted = !quoted;
        else if (c == '{' && !quoted && n < OBJECTS_MOST)
            r->object[n++].line = line;
    }
    return n;
}

static void find_objects(Reader *r, const json_t *at) {
    if (json_is_object(at)) {
        if (r->n_objects < OBJECTS_MOST) r->object[r->n_objects++].at = at;
        const char *key;
        json_t *value;
        json_object_foreach((json_t *)at, key, value) find_objects(r, value);
    }
    for (size_t i = 0; json_is_array(at) && i < json_array_size(at); i++)
        find_objects(r, json_array_get(at, i));
}

static int line_of(const Reader *r, const json_t *object) {
    for (size_t i = 0; i < r->n_objects; i++)
        if (r->object[i].at == object) return r->object[i].line;
    return 0;
}

// ---- members ----------------------------------------------------------------------------------------------

static void only(Reader *r, const json_t *object, const char *what, const char *allowed) {
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)object, key, value) {
        Str rest = str_from(allowed);
        bool known = false;
        while (rest.at && !known) known = str_eq(str_cut(&rest, S(" ")), str_from(key));
        if (!known)
            definition_fault(r, line_of(r, object), "%s has a member “%.60s” that means nothing here: use %s",
                             what, key, allowed);
    }
}

static Str text_of(Reader *r, const json_t *object, const char *name, bool needed, size_t most) {
    const json_t *v = json_object_get(object, name);
    int line = line_of(r, object);
    if (!v) {
        if (needed) definition_fault(r, line, "“%s” is missing: write \"%s\": \"…\"", name, name);
        return (Str){0};
    }
    if (!json_is_string(v)) {
        definition_fault(r, line, "“%s” is no text: put it between quotation marks", name);
        return (Str){0};
    }
    Str s = str_trim((Str){json_string_value(v), json_string_length(v)});
    if (!s.len || s.len > most)
        definition_fault(r, line, "“%s” has %zu characters: 1 to %zu would be right", name, s.len, most);
    return s.len ? str_copy(r->arena, s) : (Str){0};
}

static bool yes_of(Reader *r, const json_t *object, const char *name) {
    const json_t *v = json_object_get(object, name);
    if (v && !json_is_boolean(v))
        definition_fault(r, line_of(r, object), "“%s” must be true or false, without quotation marks", name);
    return json_is_true(v);
}

static int count_of(Reader *r, const json_t *object, const char *name, int least, int most) {
    const json_t *v = json_object_get(object, name);
    if (!v) return 0;
    json_int_t n = json_integer_value(v);
    if (json_is_integer(v) && n >= least && n <= most) return (int)n;
    definition_fault(r, line_of(r, object), "“%s” must be a whole number from %d to %d", name, least, most);
    return 0;
}

static size_t list_of(Reader *r, const json_t *object, const char *name, const json_t **ret) {
    *ret = json_object_get(object, name);
    if (*ret && !json_is_array(*ret))
        definition_fault(r, line_of(r, object), "“%s” must be a list: [ … ]", name);
    return json_array_size(*ret);
}

static bool key_fits(Str s) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
        if (!letter && (!i || (!digit && c != '_'))) return false;
    }
    return s.len > 0 && s.len <= 40;
}

static Str key_of(Reader *r, const json_t *object) {
    Str key = text_of(r, object, "key", true, 40);
    if (key.at && !key_fits(key))
        definition_fault(
            r, line_of(r, object),
            "the key “%.*s” will not do: small letters, digits and _, a letter first, 40 at most",
            (int)(key.len < 60 ? key.len : 60), key.at);
    return key;
}

// ---- the parts --------------------------------------------------------------------------------------------

static bool object_at(Reader *r, const json_t *list, size_t i, int line, const char *what,
                      const json_t **ret) {
    *ret = json_array_get(list, i);
    if (json_is_object(*ret)) return true;
    definition_fault(r, line, "%s %zu is not in braces: { … }", what, i + 1);
    return false;
}

static When when_read(Reader *r, const json_t *object) {
    const json_t *is;
    only(r, object, "a condition", "question is");
    When w = {.question = text_of(r, object, "question", true, 40)};
    size_t n = list_of(r, object, "is", &is);
    w.is = arena_new(r->arena, Str, n + 1);
    for (size_t i = 0; i < n; i++) {
        const json_t *v = json_array_get(is, i);
        if (!json_is_string(v))
            definition_fault(r, line_of(r, object), "each of “is” must be the key of a choice, as text");
        else
            w.is[w.n++] = str_copy(r->arena, (Str){json_string_value(v), json_string_length(v)});
    }
    return w;
}

static Whens whens_read(Reader *r, const json_t *object) {
    const json_t *list, *one;
    size_t n = list_of(r, object, "show_if", &list);
    Whens w = {0, arena_new(r->arena, When, n + 1)};
    for (size_t i = 0; i < n; i++)
        if (object_at(r, list, i, line_of(r, object), "condition", &one)) w.at[w.len++] = when_read(r, one);
    return w;
}

static Choices choices_read(Reader *r, const json_t *object) {
    const json_t *list, *one;
    size_t n = list_of(r, object, "choices", &list), len = 0;
    Choice *at = arena_new(r->arena, Choice, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (!object_at(r, list, i, line_of(r, object), "choice", &one)) continue;
        only(r, one, "a choice", "key label hint");
        at[len++] = (Choice){key_of(r, one), text_of(r, one, "label", true, 400),
                             text_of(r, one, "hint", false, 600)};
    }
    return (Choices){len, at};
}

static QuestionKind kind_read(Reader *r, const json_t *object) {
    Str kind = text_of(r, object, "kind", true, 20);
    for (int i = 0; i < ASK_KINDS; i++)
        if (str_eq(kind, str_from(question_kinds[i]))) return (QuestionKind)i;
    if (kind.at)
        definition_fault(
            r, line_of(r, object),
            "there is no kind “%.*s”: use text, long, number, date, yesno, one, many, scale, group "
            "or statement",
            STR_FMT(kind));
    return ASK_STATEMENT;
}

static Question question_read(Reader *r, const json_t *object, bool inside);

static Question *questions_read(Reader *r, const json_t *object, bool inside, size_t *ret) {
    const json_t *list, *one;
    size_t n = list_of(r, object, "questions", &list);
    Question *at = arena_new(r->arena, Question, n + 1);
    *ret = 0;
    for (size_t i = 0; i < n; i++)
        if (object_at(r, list, i, line_of(r, object), "question", &one))
            at[(*ret)++] = question_read(r, one, inside);
    return at;
}

static Question question_read(Reader *r, const json_t *object, bool inside) {
    only(r, object, "a question",
         "key kind label hint help required prefill means row low high max most whole least "
         "greatest choices show_if questions");
    Question q = {.key = key_of(r, object), .line = line_of(r, object)};
    q.kind = kind_read(r, object);
    q.label = text_of(r, object, "label", true, 2000);
    q.hint = text_of(r, object, "hint", false, 1000);
    q.help = text_of(r, object, "help", false, 4000);
    q.required = yes_of(r, object, "required");
    q.prefill = text_of(r, object, "prefill", false, 60);
    q.means = text_of(r, object, "means", false, 60);
    q.row = text_of(r, object, "row", false, 60);
    q.low = text_of(r, object, "low", false, 100);
    q.high = text_of(r, object, "high", false, 100);
    q.max = count_of(r, object, "max", 1, 20000);
    q.most = count_of(r, object, "most", 1, 60);
    q.whole = yes_of(r, object, "whole");
    q.least = text_of(r, object, "least", false, 20);
    q.greatest = text_of(r, object, "greatest", false, 20);
    q.choices = choices_read(r, object);
    q.when = whens_read(r, object);
    if (inside && json_object_get(object, "questions"))
        definition_fault(r, q.line, "a group cannot stand in a group: put its questions beside the others");
    else
        q.sub = questions_read(r, object, true, &q.n_sub);
    return q;
}

static Section section_read(Reader *r, const json_t *object) {
    only(r, object, "a section", "key title help owner show_if questions");
    Section s = {.key = key_of(r, object), .line = line_of(r, object)};
    s.title = text_of(r, object, "title", true, 200);
    s.help = text_of(r, object, "help", false, 4000);
    s.owner = text_of(r, object, "owner", false, 200);
    s.when = whens_read(r, object);
    s.at = questions_read(r, object, false, &s.len);
    return s;
}

static Questionnaire *whole_read(Reader *r, const json_t *root) {
    const json_t *list, *one;
    only(r, root, "the questionnaire", "key title about sections");
    Questionnaire *q = arena_new(r->arena, Questionnaire, 1);
    q->key = key_of(r, root);
    q->title = text_of(r, root, "title", true, 200);
    q->about = text_of(r, root, "about", false, 4000);
    size_t n = list_of(r, root, "sections", &list);
    q->at = arena_new(r->arena, Section, n + 1);
    for (size_t i = 0; i < n; i++)
        if (object_at(r, list, i, 1, "section", &one)) q->at[q->len++] = section_read(r, one);
    return q;
}

static const Questionnaire *root_read(Reader *r, Str text) {
    json_error_t e;
    json_t *root = json_loadb(text.at, text.len, JSON_REJECT_DUPLICATES, &e);
    if (!root) {
        definition_fault(r, e.line < 1 ? 1 : e.line,
                         "this is no JSON at column %d: %s. Look for a comma, a quotation mark or a bracket "
                         "too many or too few just before",
                         e.column, e.text);
        return NULL;
    }
    find_objects(r, root);
    Questionnaire *q = NULL;
    if (json_is_object(root))
        q = whole_read(r, root);
    else
        definition_fault(r, 1, "a questionnaire stands in braces: { \"key\": … }");
    json_decref(root);
    return q;
}

const Questionnaire *definition_read(Arena *a, Str text, FormFaults *ret) {
    Reader r = {.arena = a};
    const Questionnaire *q = NULL;
    r.object = arena_new(a, ReaderObject, OBJECTS_MOST);
    if (text.len > TEXT_MOST)
        definition_fault(&r, 0, "the text has more than 256 KB: divide it into two questionnaires");
    else if (find_lines(&r, text) == OBJECTS_MOST)
        definition_fault(&r, 0, "there are more than 6,000 questions, choices and conditions: divide it");
    else
        q = root_read(&r, text);
    if (q) definition_check(&r, q);
    *ret = r.faults;
    return r.faults.len ? NULL : q;
}
