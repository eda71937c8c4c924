// Turns a .sql file of named, typed queries into C, after SQLite has checked every one against the schema.
//
//     mkquery OUT.c OUT.h schema.sql... -- IN.sql
//
// The language is described in docs/conventions.md. Every refusal is `file:line: query: sentence`, on
// standard error, and ends with code 1. This tool runs for a moment and owns little: nothing is freed.
#include "mkquery.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// Under a sanitizer, what is left to the exit is no leak.
const char *__asan_default_options(void);
const char *__asan_default_options(void) { return "detect_leaks=0"; }

// ---- parameters -------------------------------------------------------------------------------------------

static size_t param_number(Def *d, const char *name, size_t len) {
    for (size_t i = 0; i < d->n_params; i++)
        if (strlen(d->param[i].name) == len && !strncmp(d->param[i].name, name, len)) {
            d->param[i].used = true;
            return i + 1;
        }
    refuse(d->line, d->name, "uses :%.*s, which its signature does not declare.", (int)len, name);
}

// Past what holds no parameter; s itself where one begins.
static const char *past_plain(const Def *d, const char *s) {
    const char *past = past_quote(s);
    if (past > s) return past;
    if (s[0] == ':' && s[1] == ':') return s + 2;
    if (strchr("?$@", *s)) refuse(d->line, d->name, "uses %c; a parameter is written :name.", *s);
    return *s == ':' && word_char(s[1]) ? s : s + 1;
}

// The statement with :name as ?1 or $1, numbered as declared.
static char *numbered(Def *d, int engine) {
    char *out = NULL;
    size_t size = 0;
    FILE *f = open_memstream(&out, &size);
    for (const char *s = d->sql[engine]; *s;) {
        const char *past = past_plain(d, s);
        fwrite(s, 1, (size_t)(past - s), f);
        if (past == s) {
            past = word_end(s + 1);
            size_t number = param_number(d, s + 1, (size_t)(past - s - 1));
            fprintf(f, "%c%zu", engine == SQLITE ? '?' : '$', number);
        }
        s = past;
    }
    fclose(f);
    return out;
}

// ---- columns ----------------------------------------------------------------------------------------------

static char scalar_type(Kind k) {
    return k == TEXT ? 't' : k == REAL ? 'r' : k == ID || k == INT ? 'i' : 0;
}

// as "n int", as "n int not null"
static void type_in_label(const Def *d, Typed *c, const char *label) {
    const char *type = blanks(word_end(label)), *end = word_end(type);
    c->type = type_letter(type, (size_t)(end - type));
    c->null = strcmp(end, " not null") != 0;
    if (!c->type || (c->null && *end))
        refuse(d->line, d->name, "the column \"%s\" is not \"name type\" or \"name type not null\".", label);
}

static void type_in_table(Typed *c, sqlite3 *db, sqlite3_stmt *st, int i) {
    const char *declared = sqlite3_column_decltype(st, i);
    if (!declared) return;
    int not_null = 0, key = 0;
    c->type = type_letter(declared, strlen(declared));
    const char *table = sqlite3_column_table_name(st, i), *column = sqlite3_column_origin_name(st, i);
    sqlite3_table_column_metadata(db, NULL, table, column, NULL, NULL, &not_null, &key, NULL);
    c->null = !not_null && !key;
}

static Typed column_of(const Def *d, sqlite3 *db, sqlite3_stmt *st, int i) {
    const char *label = sqlite3_column_name(st, i), *end = word_end(label);
    Typed c = {.name = cut(label, end), .null = true};
    if (*end == ' ') type_in_label(d, &c, label);
    else if (!*end) type_in_table(&c, db, st, i);
    if (!c.type) c.type = scalar_type(d->kind);
    if (!c.type || (d->row && !*c.name))
        refuse(d->line, d->name, "the type of %s is not known; say it in its name: as \"name int\".", label);
    return c;
}

static void take_columns(Def *d, sqlite3 *db, sqlite3_stmt *st) {
    int n = sqlite3_column_count(st);
    if (n > MAX_COLUMNS) refuse(d->line, d->name, "has more than %d columns.", MAX_COLUMNS);
    for (int i = 0; i < n; i++) {
        Typed c = column_of(d, db, st, i);
        for (size_t k = 0; k < d->n_columns; k++)
            if (!strcmp(d->column[k].name, c.name))
                refuse(d->line, d->name, "has two columns named %s.", c.name);
        d->column[d->n_columns++] = c;
    }
}

// ---- what the signature says comes back -------------------------------------------------------------------

static bool same_column(const Typed *a, const Typed *b) {
    return !strcmp(a->name, b->name) && a->type == b->type;
}

static void check_row(const Def *d) {
    if (!d->n_columns) refuse(d->line, d->name, "yields no columns to make a %s of.", d->row);
    const Def *other = first_with_row(d);
    bool same = d->n_columns == other->n_columns;
    for (size_t i = 0; same && i < d->n_columns; i++)
        same = same_column(&d->column[i], &other->column[i]);
    if (!same)
        refuse(d->line, d->name, "its columns are not those that %s gave %s on line %d.", other->name, d->row,
               other->line);
}

static void check_scalar(const Def *d) {
    const char *kind = kind_names[d->kind];
    if (d->n_columns != 1)
        refuse(d->line, d->name, "-> %s needs exactly one column; there are %zu.", kind, d->n_columns);
    if (d->column[0].type != scalar_type(d->kind))
        refuse(d->line, d->name, "the column %s is not what -> %s says.", d->column[0].name, kind);
}

static void check_no_rows(const Def *d) {
    if (d->n_columns)
        refuse(d->line, d->name, "yields columns that -> %s does not read.", kind_names[d->kind]);
    if (!d->writes) refuse(d->line, d->name, "changes nothing, and yields nothing.");
}

static void check(Def *d, sqlite3 *db) {
    for (int e = SQLITE; e <= POSTGRES; e++) d->sql[e] = numbered(d, e);
    for (size_t i = 0; i < d->n_params; i++)
        if (!d->param[i].used) refuse(d->line, d->name, "declares %s and does not use it.", d->param[i].name);
    sqlite3_stmt *st = NULL;
    if (sqlite3_prepare_v2(db, d->sql[SQLITE], -1, &st, NULL))
        refuse(d->line, d->name, "SQLite says: %s.", sqlite3_errmsg(db));
    d->writes = !sqlite3_stmt_readonly(st);
    take_columns(d, db, st);
    sqlite3_finalize(st);
    if (d->row) check_row(d);
    else if (scalar_type(d->kind)) check_scalar(d);
    else check_no_rows(d);
}

// ---- the tool ---------------------------------------------------------------------------------------------

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
    write_header(h, arg[2]);
    write_source(c, arg[2]);
    return fclose(h) || fclose(c);
}
