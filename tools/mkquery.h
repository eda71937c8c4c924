// What a .sql file holds once read: shared by the parts of mkquery (reading; checking; writing C).
#ifndef MKQUERY_H
#define MKQUERY_H

#include <stdbool.h>
#include <stdio.h>

enum { MAX_PARAMS = 64, MAX_COLUMNS = 64, MAX_QUERIES = 400, MAX_USES = 16, SQLITE = 0, POSTGRES = 1 };
typedef enum Kind { ONE, MANY, CHANGED, ID, INT, TEXT, REAL, NOTHING } Kind;
extern const char *const kind_names[];

typedef struct Typed {
    char *name;
    char type;                             // i r t b
    bool used, null;
} Typed;
typedef struct Def {
    int line;
    char *name, *row;                      // row: the struct's name, for ONE and MANY
    char *comment;
    Kind kind;
    size_t n_params, n_columns;
    Typed param[MAX_PARAMS], column[MAX_COLUMNS];
    char *sql[2];                          // as written, by engine
    bool writes, kept;                     // kept: -> Row* kept, see src/db/kept.c
} Def;
typedef struct Use {
    char *header, *types;                  // -- use "plan/plan.sql.h": Measure, Period
} Use;
typedef struct File {
    const char *name;                      // the .sql being read
    size_t n_defs, n_uses;
    Def *def[MAX_QUERIES];
    Use use[MAX_USES];
} File;
extern File file;

void refuse(int line, const char *query, const char *format, ...)
    __attribute__((noreturn, format(printf, 3, 4)));
char *slurp(const char *path);
char *cut(const char *from, const char *to);                 // a copy of what stands between
bool word_char(char c);
const char *blanks(const char *s);                           // past spaces and tabs
const char *word_end(const char *s);
char type_letter(const char *word, size_t len);              // i r t b, or 0
const char *past_quote(const char *s);                       // past quoted text or a comment at s; else s

void read_file(const char *text);
const Def *first_with_row(const Def *d);                     // the query that gave this row type its columns
bool used_type(const char *row);                             // declared by another .sql file
void write_header(FILE *f, const char *path);
void write_source(FILE *f, const char *header);

#endif
