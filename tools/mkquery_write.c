// The part of mkquery that writes: rows and prototypes into a header, queries and functions into a source.
// Names of its own end in an underscore, so that a parameter may have any name but db.
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "mkquery.h"

const Def *first_with_row(const Def *d) {
    for (size_t i = 0; i < file.n_defs; i++)
        if (file.def[i]->row && !strcmp(file.def[i]->row, d->row)) return file.def[i];
    return d;
}

bool used_type(const char *row) {
    for (size_t i = 0; i < file.n_uses; i++)
        for (const char *at = file.use[i].types; (at = strstr(at, row)); at++)
            if (!word_char(at[strlen(row)]) && !word_char(at[-1])) return true;
    return false;
}

// plan/entry/entry.sql.h, from the path of the header: what follows the last src/, or else folder and file.
static const char *short_path(const char *path) {
    const char *below = NULL, *name = strrchr(path, '/');
    for (const char *at = path; (at = strstr(at, "src/")); at += 4)
        if (at == path || at[-1] == '/') below = at + 4;
    if (below) return below;
    while (name && name > path && name[-1] != '/') name--;
    return name ? name : path;
}

static const char *c_type(char t) { return t == 'i' ? "int64_t " : t == 'r' ? "double " : "Str "; }
static const char *call_type(char t) { return t == 'i' ? "int" : t == 'r' ? "real" : "text"; }
static char scalar_type(const Def *d) { return d->kind == TEXT ? 't' : d->kind == REAL ? 'r' : 'i'; }

// ---- the header -------------------------------------------------------------------------------------------

static void write_comment(FILE *f, const char *text) {
    for (; *text; text += *text == '\n') {
        size_t n = strcspn(text, "\n");
        fprintf(f, "// %.*s\n", (int)n, text);
        text += n;
    }
}

static void write_prototype(FILE *f, const Def *d) {
    if (d->kind == ONE) fprintf(f, "%s *", d->row);
    else if (d->kind == MANY) fprintf(f, "%sList ", d->row);
    else fputs(d->kind == NOTHING ? "void " : c_type(scalar_type(d)), f);
    fprintf(f, "%s(Db *db", d->name);
    for (size_t i = 0; i < d->n_params; i++) fprintf(f, ", %s%s", c_type(d->param[i].type), d->param[i].name);
    fputc(')', f);
}

static void write_row(FILE *f, const Def *d, const char *name) {
    fprintf(f, "typedef struct %s {\n", name);
    for (size_t i = 0; i < d->n_columns; i++) {
        const Typed *c = &d->column[i];
        fprintf(f, "    %s%s;%s\n", c_type(c->type), c->name, c->null ? "  // or null" : "");
    }
    fprintf(f, "} %s;\n", name);
}

static void write_list(FILE *f, const char *row) {
    fprintf(f, "typedef struct %sList {\n    size_t len;\n    %s *at;\n} %sList;\n", row, row, row);
}

static void write_declaration(FILE *f, const Def *d) {
    fputc('\n', f);
    if (d->row && first_with_row(d) == d && !used_type(d->row)) {
        write_row(f, d, d->row);
        write_list(f, d->row);
    }
    write_comment(f, d->comment);
    write_prototype(f, d);
    fputs(";\n", f);
}

void write_header(FILE *f, const char *path) {
    fprintf(f, "// Made by mkquery from %s; change that.\n", short_path(file.name));
    char *guard = strdup(short_path(path));
    for (char *c = guard; *c; c++) *c = word_char(*c) ? (char)toupper((unsigned char)*c) : '_';
    fprintf(f, "#ifndef KITH_%s\n#define KITH_%s\n\n#include \"db/db.h\"\n", guard, guard);
    for (size_t i = 0; i < file.n_uses; i++) fprintf(f, "#include \"%s\"\n", file.use[i].header);
    for (size_t i = 0; i < file.n_defs; i++) write_declaration(f, file.def[i]);
    fputs("\n#endif\n", f);
}

// ---- the source -------------------------------------------------------------------------------------------

static void write_literal(FILE *f, const char *field, const char *s) {
    fprintf(f, "    .%s =\n        \"", field);
    for (; *s; s++) {
        if (*s == '\n') fputs("\\n\"\n        \"", f);
        else if (*s == '"' || *s == '\\') fprintf(f, "\\%c", *s);
        else fputc(*s, f);
    }
    fputs("\",\n", f);
}

static void write_letters(FILE *f, const char *field, const Typed *t, size_t n) {
    fprintf(f, "    .%s = \"", field);
    for (size_t i = 0; i < n; i++) fputc(t[i].type, f);
    fputs("\",\n", f);
}

// Where the type is another file's, the shape read here must be its shape.
static void write_reader(FILE *f, const Def *d) {
    if (used_type(d->row)) {
        char shape[128];
        snprintf(shape, sizeof shape, "%s_read", d->row);
        write_row(f, d, shape);
        fprintf(f, "_Static_assert(sizeof(%s) == sizeof(%s),\n", shape, d->row);
        fprintf(f, "               \"the columns read here are not those of %s\");\n", d->row);
    }
    fprintf(f, "static %s read_%s(Db *db) {\n    return (%s){\n", d->row, d->row, d->row);
    for (size_t i = 0; i < d->n_columns; i++)
        fprintf(f, "        .%s = db_%s(db, %zu),\n", d->column[i].name, call_type(d->column[i].type), i);
    fputs("    };\n}\n\n", f);
}

static void write_one(FILE *f, const char *row) {
    fprintf(f, "    %s *row_ = NULL;\n", row);
    fputs("    if (db_step(db)) {\n", f);
    fprintf(f, "        row_ = arena_new(db_arena(db), %s, 1);\n", row);
    fprintf(f, "        *row_ = read_%s(db);\n", row);
    fputs("    }\n    db_finish(db);\n    return row_;\n", f);
}

static void write_many(FILE *f, const Def *d) {
    fprintf(f, "    %sList list_ = {0};\n", d->row);
    fputs("    while (db_step(db)) {\n", f);
    fputs("        list_.at = db_grow(db, list_.at, list_.len, sizeof *list_.at);\n", f);
    fprintf(f, "        list_.at[list_.len++] = read_%s(db);\n", d->row);
    fputs("    }\n    db_finish(db);\n", f);
    if (d->kept) fprintf(f, "    db_keep(db, &%s_query, list_.at, list_.len);\n", d->name);
    fputs("    return list_;\n", f);
}

static void write_if_kept(FILE *f, const Def *d) {
    fprintf(f, "    %sList kept_ = {0};\n", d->row);
    fprintf(f, "    if (db_kept(db, &%s_query, &kept_.at, &kept_.len)) return kept_;\n", d->name);
}

static void write_scalar(FILE *f, char type) {
    static const char *const none[] = {['i'] = "NONE", ['t'] = "{0}", ['r'] = "__builtin_nan(\"\")"};
    fprintf(f, "    %svalue_ = %s;\n", c_type(type), none[(int)type]);
    fprintf(f, "    if (db_step(db)) value_ = db_%s(db, 0);\n", call_type(type));
    fputs("    db_finish(db);\n    return value_;\n", f);
}

static void write_function(FILE *f, const Def *d) {
    write_prototype(f, d);
    fputs(" {\n", f);
    if (d->kept) write_if_kept(f, d);
    fprintf(f, "    db_query(db, &%s_query);\n", d->name);
    for (size_t i = 0; i < d->n_params; i++)
        fprintf(f, "    db_bind_%s(db, %zu, %s);\n", call_type(d->param[i].type), i, d->param[i].name);
    switch (d->kind) {
    case ONE: write_one(f, d->row); break;
    case MANY: write_many(f, d); break;
    case CHANGED: fputs("    return db_finish(db);\n", f); break;
    case NOTHING: fputs("    db_finish(db);\n", f); break;
    case ID: case INT: case TEXT: case REAL: write_scalar(f, scalar_type(d)); break;
    }
    fputs("}\n\n", f);
}

static void write_query(FILE *f, const Def *d) {
    if (d->row && first_with_row(d) == d) write_reader(f, d);
    fprintf(f, "// %s:%d\n", short_path(file.name), d->line);
    fprintf(f, "static const Query %s_query = {\n    .name = \"%s\",\n", d->name, d->name);
    write_literal(f, "sqlite", d->sql[SQLITE]);
    write_literal(f, "postgres", d->sql[POSTGRES]);
    write_letters(f, "params", d->param, d->n_params);
    write_letters(f, "columns", d->column, d->n_columns);
    fprintf(f, "    .writes = %s,\n};\n\n", d->writes ? "true" : "false");
    write_function(f, d);
}

void write_source(FILE *f, const char *header) {
    fprintf(f, "// Made by mkquery from %s; change that.\n", short_path(file.name));
    fprintf(f, "#include \"%s\"\n\n", short_path(header));
    for (size_t i = 0; i < file.n_defs; i++) write_query(f, file.def[i]);
}
