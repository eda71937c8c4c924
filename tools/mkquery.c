// Turns a .sql file of named, typed queries into C, after SQLite has checked every one against the schema.
//
//     mkquery OUT.c OUT.h schema.sql... -- IN.sql
//
// The language is described in docs/conventions.md. Every refusal is `file:line: query: sentence`, on standard
// error, and ends with code 1. This tool runs for a moment and owns little: nothing is freed.
#include <ctype.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "mkquery.h"

static const char *const kind_names[] = {"", "", "changed", "id", "int", "text", "real", "nothing"};
static File file;

// Under a sanitizer, what is left to the exit is no leak.
const char *__asan_default_options(void);
const char *__asan_default_options(void) { return "detect_leaks=0"; }

static void __attribute__((noreturn, format(printf, 3, 4))) refuse(int line, const char *query, const char *format, ...) {
    fprintf(stderr, "%s:%d: %s: ", file.name, line, query ? query : "(no query)");
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(1);
}

static char *cut(const char *from, const char *to) { return strndup(from, (size_t)(to - from)); }
static bool word_char(char c) { return isalnum((unsigned char)c) || c == '_'; }
static const char *blanks(const char *s) { return s + strspn(s, " \t"); }
static const char *word_end(const char *s) {
    while (word_char(*s)) s++;
    return s;
}

static char *slurp(const char *path) {
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

static char type_letter(const char *word, size_t len) {
    static const char *const known[] = {"int", "integer", "real", "text", "blob"};
    for (size_t i = 0; i < 5; i++)
        if (strlen(known[i]) == len && !strncasecmp(known[i], word, len)) return known[i][0];
    return 0;
}

// ---- reading ----------------------------------------------------------------------------------------------

// Past a quoted string or comment that starts at s; s itself when none does. SQL doubles a quote inside quotes.
static const char *past_quote(const char *s) {
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

static void read_params(Def *d, const char *s) {
    while (*(s = blanks(s)) != ')') {
        const char *end = word_end(s), *type = blanks(end), *type_end = word_end(type);
        if (d->n_params == MAX_PARAMS) refuse(d->line, d->name, "has more than %d parameters.", MAX_PARAMS);
        Typed *p = &d->param[d->n_params++];
        *p = (Typed){.name = cut(s, end), .type = type_letter(type, (size_t)(type_end - type))};
        if (end == s || !p->type)
            refuse(d->line, d->name, "each parameter is a name and one of int, text, real, blob; this is not: %.30s", s);
        for (Typed *other = d->param; other < p; other++)
            if (!strcmp(other->name, p->name)) refuse(d->line, d->name, "the parameter %s is declared twice.", p->name);
        s = blanks(type_end);
        if (*s == ',') s++;
        else if (*s != ')') refuse(d->line, d->name, "a comma or ) should follow the parameter %s.", p->name);
    }
}

static void read_kind(Def *d, const char *s) {
    const char *end = word_end(s);
    if (isupper((unsigned char)*s) && (*end == '?' || *end == '*')) {
        d->row = cut(s, end);
        d->kind = *end == '?' ? ONE : MANY;
        if (!*blanks(end + 1)) return;
    }
    for (Kind k = CHANGED; k <= NOTHING; k++)
        if (!strncmp(s, kind_names[k], (size_t)(end - s)) && !kind_names[k][end - s] && !*blanks(end)) {
            d->kind = k;
            return;
        }
    refuse(d->line, d->name, "after -> comes Row?, Row*, changed, id, int, text, real or nothing, not: %s", s);
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
    const char *close = strchr(text, ')'), *arrow = close ? strstr(close, "->") : NULL;
    if (!arrow || *blanks(close + 1) != '-') refuse(line, d->name, "a signature is name(parameters) -> result.");
    read_params(d, strchr(text, '(') + 1);
    read_kind(d, blanks(arrow + 2));
    if (file.n_defs == MAX_QUERIES) refuse(line, d->name, "a file has at most %d queries.", MAX_QUERIES);
    return file.def[file.n_defs++] = d;
}

static bool starts_signature(const char *s) { return islower((unsigned char)*s) && *word_end(s) == '('; }

static void read_use(const char *s, int line) {
    const char *end = *s == '"' ? strchr(s + 1, '"') : NULL;
    if (!end || end[1] != ':' || file.n_uses == MAX_USES)
        refuse(line, NULL, "a shared type is named as: -- use \"plan/plan.sql.h\": Measure, Period");
    file.use[file.n_uses++] = (Use){cut(s + 1, end), strdup(end + 1)};
}

static char *joined(char *a, const char *between, const char *b) {
    char *both = NULL;
    if (asprintf(&both, "%s%s%s", a, *a ? between : "", b) < 0) exit(1);
    return both;
}

// A statement is either engine's, or (engine -1) both's.
static void take_statement(Def *d, char *sql, int engine, int line) {
    if (!d) refuse(line, NULL, "this statement has no signature; write -- name(parameters) -> result above it.");
    for (int e = SQLITE; e <= POSTGRES; e++) {
        if (engine >= 0 && engine != e) continue;
        if (d->sql[e]) refuse(line, d->name, "has more than one statement; one query is one statement.");
        d->sql[e] = sql;
    }
}

static void check_whole(const Def *d) {
    if (!d || (d->sql[SQLITE] && d->sql[POSTGRES])) return;
    refuse(d->line, d->name, d->sql[SQLITE] ? "has no statement after -- postgres:."
        : d->sql[POSTGRES] ? "has no statement after -- sqlite:." : "has no statement.");
}

static void read_file(const char *s) {
    Def *d = NULL;
    int line = 1, engine = -1;
    while (*s) {
        const char *end = s + strcspn(s, "\n");
        char *text = cut(blanks(s), end);
        int here = line;
        if (!strncmp(text, "--", 2)) {
            const char *said = blanks(text + 2);
            bool open = d && !d->sql[SQLITE] && !d->sql[POSTGRES];
            if (starts_signature(said) && (!open || strstr(said, ") ->"))) {
                while (!strstr(said, "->") && !strncmp(end, "\n--", 3)) {     // a long signature goes on
                    const char *more = end + 3;
                    end = more + strcspn(more, "\n");
                    said = joined(strdup(said), " ", cut(blanks(more), end));
                    line++;
                }
                check_whole(d);
                d = read_signature(said, here);
                engine = -1;
            } else if (!strncmp(said, "use ", 4) && !d) read_use(blanks(said + 4), line);
            else if (!strcmp(said, "sqlite:")) engine = SQLITE;
            else if (!strcmp(said, "postgres:")) engine = POSTGRES;
            else if (open) d->comment = joined(d->comment, "\n", said);
        } else if (*text) {
            end = statement_end(s);
            if (!*end) refuse(line, d ? d->name : NULL, "the statement does not end with a semicolon.");
            take_statement(d, cut(blanks(s), end), engine, line);
            for (const char *c = s; c < end; c++) line += *c == '\n';
            end++;
        }
        s = end;
        if (*s == '\n') s++, line++;
    }
    check_whole(d);
}

// ---- checking ---------------------------------------------------------------------------------------------

static size_t param_number(Def *d, const char *name, size_t len) {
    for (size_t i = 0; i < d->n_params; i++)
        if (strlen(d->param[i].name) == len && !strncmp(d->param[i].name, name, len)) {
            d->param[i].used = true;
            return i + 1;
        }
    refuse(d->line, d->name, "uses :%.*s, which its signature does not declare.", (int)len, name);
}

// The statement with :name as ?1 or $1, numbered as declared.
static char *numbered(Def *d, int engine) {
    char *out = NULL;
    size_t size = 0;
    FILE *f = open_memstream(&out, &size);
    for (const char *s = d->sql[engine]; *s;) {
        const char *past = past_quote(s);
        if (s[0] == ':' && s[1] == ':') past = s + 2;
        if (past == s && *s == ':' && word_char(s[1])) {
            const char *end = word_end(s + 1);
            fprintf(f, "%c%zu", engine == SQLITE ? '?' : '$', param_number(d, s + 1, (size_t)(end - s - 1)));
            s = end;
            continue;
        }
        if (past == s && (*s == '?' || *s == '$' || *s == '@'))
            refuse(d->line, d->name, "uses %c; a parameter is written :name.", *s);
        if (past == s) past++;
        fwrite(s, 1, (size_t)(past - s), f);
        s = past;
    }
    fclose(f);
    return out;
}

// A column's type is the table's, or is said in its name: as "n int", as "n int not null".
static Typed column_of(const Def *d, sqlite3 *db, sqlite3_stmt *st, int i) {
    const char *label = sqlite3_column_name(st, i), *end = word_end(label), *declared = sqlite3_column_decltype(st, i);
    Typed c = {.name = cut(label, end), .null = true};
    if (*end == ' ') {
        const char *type = blanks(end), *type_end = word_end(type);
        c.type = type_letter(type, (size_t)(type_end - type));
        c.null = strcmp(type_end, " not null") != 0;
        if (!c.type || (c.null && *type_end)) refuse(d->line, d->name, "the column \"%s\" is named neither \"name type\" nor \"name type not null\".", label);
    } else if (declared && !*end) {
        int not_null = 0, key = 0;
        c.type = type_letter(declared, strlen(declared));
        sqlite3_table_column_metadata(db, NULL, sqlite3_column_table_name(st, i), sqlite3_column_origin_name(st, i),
            NULL, NULL, &not_null, &key, NULL);
        c.null = !not_null && !key;
    }
    bool scalar = d->kind >= ID && d->kind <= REAL;
    if (scalar && !c.type) c.type = d->kind == TEXT ? 't' : d->kind == REAL ? 'r' : 'i';
    if (!c.type || (!scalar && !*c.name))
        refuse(d->line, d->name, "the type of the column %s is not known; name it with its type: as \"name int\".", label);
    return c;
}

static void check_kind(const Def *d) {
    bool rows = d->kind == ONE || d->kind == MANY, scalar = d->kind >= ID && d->kind <= REAL;
    if (rows && !d->n_columns) refuse(d->line, d->name, "yields no columns to make a %s of.", d->row);
    if (scalar && d->n_columns != 1)
        refuse(d->line, d->name, "-> %s needs exactly one column; there are %zu.", kind_names[d->kind], d->n_columns);
    if (!rows && !scalar && d->n_columns) refuse(d->line, d->name, "yields columns that -> %s does not read.", kind_names[d->kind]);
    if (!rows && !scalar && !d->writes) refuse(d->line, d->name, "changes nothing, and yields nothing.");
    char want = d->kind == TEXT ? 't' : d->kind == REAL ? 'r' : 'i';
    if (scalar && d->column[0].type != want)
        refuse(d->line, d->name, "the column %s is not what -> %s says.", d->column[0].name, kind_names[d->kind]);
}

static void check_same_row(const Def *d, const Def *other) {
    bool same = d->n_columns == other->n_columns;
    for (size_t i = 0; same && i < d->n_columns; i++)
        same = !strcmp(d->column[i].name, other->column[i].name) && d->column[i].type == other->column[i].type;
    if (!same) refuse(d->line, d->name, "its columns are not those that %s gave %s on line %d.", other->name, d->row, other->line);
}

static void check(Def *d, sqlite3 *db) {
    for (int e = SQLITE; e <= POSTGRES; e++) d->sql[e] = numbered(d, e);
    for (size_t i = 0; i < d->n_params; i++)
        if (!d->param[i].used) refuse(d->line, d->name, "declares %s and does not use it.", d->param[i].name);
    sqlite3_stmt *st = NULL;
    if (sqlite3_prepare_v2(db, d->sql[SQLITE], -1, &st, NULL)) refuse(d->line, d->name, "SQLite says: %s.", sqlite3_errmsg(db));
    if (sqlite3_column_count(st) > MAX_COLUMNS) refuse(d->line, d->name, "has more than %d columns.", MAX_COLUMNS);
    d->writes = !sqlite3_stmt_readonly(st);
    d->n_columns = (size_t)sqlite3_column_count(st);
    for (size_t i = 0; i < d->n_columns; i++) {
        d->column[i] = column_of(d, db, st, (int)i);
        for (size_t k = 0; k < i; k++)
            if (!strcmp(d->column[k].name, d->column[i].name)) refuse(d->line, d->name, "has two columns named %s.", d->column[i].name);
    }
    sqlite3_finalize(st);
    check_kind(d);
    if (d->row) check_same_row(d, first_with_row(&file, d));
}

static FILE *create(const char *path) {
    FILE *f = fopen(path, "w");
    if (f) return f;
    perror(path);
    exit(1);
}

int main(int n, char **arg) {
    int split = 3;
    while (split < n && strcmp(arg[split], "--")) split++;
    if (split + 2 != n) {
        fputs("usage: mkquery OUT.c OUT.h schema.sql... -- IN.sql\n", stderr);
        return 2;
    }
    sqlite3 *db = NULL;
    if (sqlite3_open(":memory:", &db)) return 1;
    for (int i = 3; i < split; i++)
        if (sqlite3_exec(db, slurp(arg[i]), NULL, NULL, NULL)) {
            fprintf(stderr, "%s: SQLite refuses this schema: %s.\n", arg[i], sqlite3_errmsg(db));
            return 1;
        }
    file.name = arg[n - 1];
    read_file(slurp(file.name));
    for (size_t i = 0; i < file.n_defs; i++) check(file.def[i], db);
    sqlite3_close(db);

    FILE *h = create(arg[2]), *c = create(arg[1]);
    write_header(h, &file, arg[2]);
    write_source(c, &file, arg[2]);
    return fclose(h) || fclose(c);
}
