// What a .sql file holds once read: shared by the halves of mkquery (reading and checking; writing C).
#ifndef MKQUERY_H
#define MKQUERY_H

#include <stdbool.h>
#include <stdio.h>

enum { MAX_PARAMS = 64, MAX_COLUMNS = 64, MAX_QUERIES = 400, MAX_USES = 16, SQLITE = 0, POSTGRES = 1 };
typedef enum Kind { ONE, MANY, CHANGED, ID, INT, TEXT, REAL, NOTHING } Kind;

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
    bool writes;
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

const Def *first_with_row(const File *file, const Def *d);   // the query that gave this row type its columns
bool used_type(const File *file, const char *row);           // declared by another .sql file
const char *short_path(const char *path);                    // plan/plan.sql.h
void write_header(FILE *f, const File *file, const char *path);
void write_source(FILE *f, const File *file, const char *header);

#endif
