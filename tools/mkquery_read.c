// The part of mkquery that reads: signatures, their comments, and the statements below them.
#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "mkquery.h"

const char *const kind_names[] = {"", "", "changed", "id", "int", "text", "real", "nothing"};
File file;

void refuse(int line, const char *query, const char *format, ...) {
    fprintf(stderr, "%s:%d: %s: ", file.name, line, query ? query : "(no query)");
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(1);
}

char *cut(const char *from, const char *to) { return strndup(from, (size_t)(to - from)); }
bool word_char(char c) { return isalnum((unsigned char)c) || c == '_'; }
const char *blanks(const char *s) { return s + strspn(s, " \t"); }
const char *word_end(const char *s) {
    while (word_char(*s)) s++;
    return s;
}

char *slurp(const char *path) {
    FILE *f = fopen(path, "rb");
    char *text = NULL;
    size_t size = 0;
    if (!f || getdelim(&text, &size, '\0', f) < 0) {
        fprintf(stderr, "%s: cannot be read, or is empty\n", path);
        exit(1);
    }
    fclose(f);
    return text;
}

static char *joined(const char *a, const char *between, const char *b) {
    char *both = NULL;
    if (asprintf(&both, "%s%s%s", a, *a ? between : "", b) < 0) exit(1);
    return both;
}

char type_letter(const char *word, size_t len) {
    static const char *const known[] = {"int", "integer", "real", "text", "blob"};
    for (size_t i = 0; i < 5; i++)
        if (strlen(known[i]) == len && !strncasecmp(known[i], word, len)) return known[i][0];
    return 0;
}

// SQL doubles a quote inside quotes: that reads here as two quoted texts, side by side.
const char *past_quote(const char *s) {
    if (*s == '\'' || *s == '"') {
        const char *end = strchr(s + 1, *s);
        return end ? end + 1 : s + strlen(s);
    }
    if (s[0] == '-' && s[1] == '-') return s + strcspn(s, "\n");
    if (s[0] == '/' && s[1] == '*') {
        const char *end = strstr(s + 2, "*/");
        return end ? end + 2 : s + strlen(s);
    }
    return s;
}

static const char *statement_end(const char *s) {
    while (*s && *s != ';') {
        const char *past = past_quote(s);
        s = past > s ? past : s + 1;
    }
    return s;
}

// ---- signatures -------------------------------------------------------------------------------------------

static void add_param(Def *d, Typed p, const char *at) {
    if (d->n_params == MAX_PARAMS) refuse(d->line, d->name, "has more than %d parameters.", MAX_PARAMS);
    if (!*p.name || !p.type)
        refuse(d->line, d->name, "a parameter is a name and one of int, text, real, blob; this is not: %.30s",
               at);
    if (!strcmp(p.name, "db")) refuse(d->line, d->name, "a parameter cannot be named db.");
    for (size_t i = 0; i < d->n_params; i++)
        if (!strcmp(d->param[i].name, p.name))
            refuse(d->line, d->name, "the parameter %s is declared twice.", p.name);
    d->param[d->n_params++] = p;
}

static void read_params(Def *d, const char *s) {
    while (*(s = blanks(s)) != ')') {
        const char *end = word_end(s), *type = blanks(end), *type_end = word_end(type);
        Typed p = {.name = cut(s, end), .type = type_letter(type, (size_t)(type_end - type))};
        add_param(d, p, s);
        s = blanks(type_end);
        if (*s == ',') s++;
        else if (*s != ')') refuse(d->line, d->name, "a comma or ) should follow the parameter %s.", p.name);
    }
}

static void read_kind(Def *d, const char *s) {
    const char *end = word_end(s);
    char *word = cut(s, end);
    if (isupper((unsigned char)*s) && (*end == '?' || *end == '*')) {
        d->row = word;
        d->kind = *end == '?' ? ONE : MANY;
        d->kept = *end == '*' && !d->n_params && !strcmp(blanks(end + 1), "kept");
        if (d->kept || !*blanks(end + 1)) return;
    }
    for (Kind k = CHANGED; k <= NOTHING; k++)
        if (!strcmp(word, kind_names[k]) && !*blanks(end)) {
            d->kind = k;
            return;
        }
    refuse(d->line, d->name,
           "after -> comes Row?, Row*, Row* kept (without parameters), changed, id, int, text, real or "
           "nothing, not: %s",
           s);
}

// `text` is the whole signature on one line: name(params) -> kind
static Def *read_signature(const char *text, int line) {
    Def *d = calloc(1, sizeof *d);
    d->line = line;
    d->name = cut(text, word_end(text));
    d->comment = strdup("");
    for (size_t i = 0; i < file.n_defs; i++)
        if (!strcmp(file.def[i]->name, d->name))
            refuse(line, d->name, "the name is taken by the query on line %d.", file.def[i]->line);
    const char *close = strchr(text, ')'), *arrow = close ? blanks(close + 1) : "";
    if (strncmp(arrow, "->", 2)) refuse(line, d->name, "a signature is name(parameters) -> result.");
    read_params(d, strchr(text, '(') + 1);
    read_kind(d, blanks(arrow + 2));
    if (file.n_defs == MAX_QUERIES) refuse(line, d->name, "a file has at most %d queries.", MAX_QUERIES);
    return file.def[file.n_defs++] = d;
}

// ---- the file ---------------------------------------------------------------------------------------------

typedef struct Reader {
    const char *at;
    int line;
    Def *def;                              // the query being read
    int engine;                            // whose statement comes next; -1: both's
} Reader;

static bool lacks_statement(const Def *d) { return d && !d->sql[SQLITE] && !d->sql[POSTGRES]; }

static void check_whole(const Def *d) {
    if (!d || (d->sql[SQLITE] && d->sql[POSTGRES])) return;
    if (lacks_statement(d)) refuse(d->line, d->name, "has no statement.");
    refuse(d->line, d->name, "has no statement after -- %s.", d->sql[SQLITE] ? "postgres:" : "sqlite:");
}

static void skip_to(Reader *r, const char *to) {
    while (r->at < to) r->line += *r->at++ == '\n';
}

static void read_statement(Reader *r) {
    Def *d = r->def;
    const char *end = statement_end(r->at);
    if (!d)
        refuse(r->line, NULL, "this statement has no signature above it: -- name(parameters) -> result");
    if (!*end) refuse(r->line, d->name, "the statement does not end with a semicolon.");
    for (int e = SQLITE; e <= POSTGRES; e++) {
        if (r->engine >= 0 && r->engine != e) continue;
        if (d->sql[e]) refuse(r->line, d->name, "has more than one statement; one query is one statement.");
        d->sql[e] = cut(r->at, end);
    }
    skip_to(r, end + 1);
}

static void read_use(const Reader *r, const char *s) {
    const char *end = *s == '"' ? strchr(s + 1, '"') : NULL;
    if (!end || end[1] != ':' || r->def || file.n_uses == MAX_USES)
        refuse(r->line, NULL, "at the head of a file, and so: -- use \"plan/plan.sql.h\": Measure, Period");
    file.use[file.n_uses++] = (Use){cut(s + 1, end), strdup(end + 1)};
}

// name(…, and above a query's statement, where comments stand, only name(…) -> …
static bool starts_signature(const Reader *r, const char *said) {
    if (!islower((unsigned char)*said) || *word_end(said) != '(') return false;
    return !lacks_statement(r->def) || strstr(said, ") ->");
}

// A signature may go on in the comment lines that follow.
static void begin_query(Reader *r, const char *said) {
    int line = r->line;
    while (!strstr(said, "->") && !strncmp(r->at, "\n--", 3)) {
        const char *more = r->at + 3, *end = more + strcspn(more, "\n");
        said = joined(said, " ", cut(blanks(more), end));
        skip_to(r, end);
    }
    check_whole(r->def);
    r->def = read_signature(said, line);
    r->engine = -1;
}

static void read_comment(Reader *r) {
    const char *end = r->at + strcspn(r->at, "\n"), *said = blanks(cut(r->at, end) + 2);
    r->at = end;
    if (starts_signature(r, said)) begin_query(r, said);
    else if (!strncmp(said, "use \"", 5)) read_use(r, said + 4);
    else if (!strcmp(said, "sqlite:")) r->engine = SQLITE;
    else if (!strcmp(said, "postgres:")) r->engine = POSTGRES;
    else if (lacks_statement(r->def)) r->def->comment = joined(r->def->comment, "\n", said);
}

void read_file(const char *text) {
    Reader r = {.at = text, .line = 1, .engine = -1};
    while (*r.at) {
        if (isspace((unsigned char)*r.at)) skip_to(&r, r.at + 1);
        else if (!strncmp(r.at, "--", 2)) read_comment(&r);
        else read_statement(&r);
    }
    check_whole(r.def);
}
