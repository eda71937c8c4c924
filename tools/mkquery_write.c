// The half of mkquery that writes: rows and prototypes into a header, queries and functions into a source.
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "mkquery.h"

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

const Def *first_with_row(const File *file, const Def *d) {
    for (size_t i = 0; i < file->n_defs; i++)
        if (file->def[i]->row && !strcmp(file->def[i]->row, d->row)) return file->def[i];
    return d;
}

bool used_type(const File *file, const char *row) {
    for (size_t i = 0; i < file->n_uses; i++)
        for (const char *at = file->use[i].types; (at = strstr(at, row)); at++)
            if (!is_word(at[strlen(row)]) && !is_word(at[-1])) return true;
    return false;
}

static const char *c_type(char t) { return t == 'i' ? "int64_t " : t == 'r' ? "double " : "Str "; }
static const char *call_type(char t) { return t == 'i' ? "int" : t == 'r' ? "real" : "text"; }

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
    else fputs(d->kind == NOTHING ? "void " : c_type(d->kind == TEXT ? 't' : d->kind == REAL ? 'r' : 'i'), f);
    fprintf(f, "%s(Db *db", d->name);
    for (size_t i = 0; i < d->n_params; i++) fprintf(f, ", %s%s", c_type(d->param[i].type), d->param[i].name);
    fputc(')', f);
}

static void write_row(FILE *f, const Def *d, const char *name) {
    fprintf(f, "typedef struct %s {\n", name);
    for (size_t i = 0; i < d->n_columns; i++)
        fprintf(f, "    %s%s;%s\n", c_type(d->column[i].type), d->column[i].name, d->column[i].null ? "  // or null" : "");
    fprintf(f, "} %s;\n", name);
}

// plan/plan.sql.h, from the path of the header
const char *short_path(const char *path) {
    const char *name = strrchr(path, '/');
    while (name && name > path && name[-1] != '/') name--;
    return name ? name : path;
}

void write_header(FILE *f, const File *file, const char *path) {
    fprintf(f, "// Made by mkquery from %s; change that.\n", short_path(file->name));
    char *guard = strdup(short_path(path));
    for (char *c = guard; *c; c++) *c = is_word(*c) ? (char)toupper((unsigned char)*c) : '_';
    fprintf(f, "#ifndef KITH_%s\n#define KITH_%s\n\n#include \"db/db.h\"\n", guard, guard);
    for (size_t i = 0; i < file->n_uses; i++) fprintf(f, "#include \"%s\"\n", file->use[i].header);
    for (size_t i = 0; i < file->n_defs; i++) {
        const Def *d = file->def[i];
        fputc('\n', f);
        if (d->row && first_with_row(file, d) == d && !used_type(file, d->row)) {
            write_row(f, d, d->row);
            fprintf(f, "typedef struct %sList {\n    size_t len;\n    %s *at;\n} %sList;\n", d->row, d->row, d->row);
        }
        write_comment(f, d->comment);
        write_prototype(f, d);
        fputs(";\n", f);
    }
    fputs("\n#endif\n", f);
}

static void write_literal(FILE *f, const char *s) {
    fputs("\n        \"", f);
    for (; *s; s++) {
        if (*s == '\n') fputs("\\n\"\n        \"", f);
        else if (*s == '"' || *s == '\\') fprintf(f, "\\%c", *s);
        else fputc(*s, f);
    }
    fputs("\",\n", f);
}

static void write_reader(FILE *f, const File *file, const Def *d) {
    char shape[128];
    snprintf(shape, sizeof shape, "%s_read", d->row);
    if (used_type(file, d->row)) {
        write_row(f, d, shape);
        fprintf(f, "_Static_assert(sizeof(%s) == sizeof(%s), \"the columns read here are not those of %s\");\n", shape, d->row, d->row);
    }
    fprintf(f, "static %s read_%s(Db *db) {\n    return (%s){\n", d->row, d->row, d->row);
    for (size_t i = 0; i < d->n_columns; i++)
        fprintf(f, "        .%s = db_%s(db, %zu),\n", d->column[i].name, call_type(d->column[i].type), i);
    fputs("    };\n}\n\n", f);
}

static void write_body(FILE *f, const Def *d) {
    const char *scalar = d->kind == TEXT ? "Str value = {0};" : d->kind == REAL ? "double value = __builtin_nan(\"\");" : "int64_t value = NONE;";
    switch (d->kind) {
    case ONE:
        fprintf(f, "    %s *row = NULL;\n    if (db_step(db)) {\n        row = arena_new(db_arena(db), %s, 1);\n"
            "        *row = read_%s(db);\n    }\n    db_finish(db);\n    return row;\n", d->row, d->row, d->row);
        break;
    case MANY:
        fprintf(f, "    %sList list = {0};\n    while (db_step(db)) {\n        list.at = db_grow(db, list.at, list.len, sizeof *list.at);\n"
            "        list.at[list.len++] = read_%s(db);\n    }\n    db_finish(db);\n    return list;\n", d->row, d->row);
        break;
    case CHANGED: fputs("    return db_finish(db);\n", f); break;
    case NOTHING: fputs("    db_finish(db);\n", f); break;
    default:
        fprintf(f, "    %s\n    if (db_step(db)) value = db_%s(db, 0);\n    db_finish(db);\n    return value;\n", scalar,
            call_type(d->column[0].type));
    }
}

static void write_query(FILE *f, const File *file, const Def *d) {
    if (d->row && first_with_row(file, d) == d) write_reader(f, file, d);
    fprintf(f, "// %s:%d\nstatic const Query %s_query = {\n    .name = \"%s\",\n    .sqlite =", short_path(file->name), d->line, d->name, d->name);
    write_literal(f, d->sql[SQLITE]);
    fputs("    .postgres =", f);
    write_literal(f, d->sql[POSTGRES]);
    fputs("    .params = \"", f);
    for (size_t i = 0; i < d->n_params; i++) fputc(d->param[i].type, f);
    fputs("\",\n    .columns = \"", f);
    for (size_t i = 0; i < d->n_columns; i++) fputc(d->column[i].type, f);
    fprintf(f, "\",\n    .writes = %s,\n};\n\n", d->writes ? "true" : "false");
    write_prototype(f, d);
    fprintf(f, " {\n    db_query(db, &%s_query);\n", d->name);
    for (size_t i = 0; i < d->n_params; i++)
        fprintf(f, "    db_bind_%s(db, %zu, %s);\n", call_type(d->param[i].type), i, d->param[i].name);
    write_body(f, d);
    fputs("}\n\n", f);
}

void write_source(FILE *f, const File *file, const char *header) {
    fprintf(f, "// Made by mkquery from %s; change that.\n#include \"%s\"\n\n", short_path(file->name), short_path(header));
    for (size_t i = 0; i < file->n_defs; i++) write_query(f, file, file->def[i]);
}
