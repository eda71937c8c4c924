// The command line as a table of verbs; src/kith.c holds the table, features hold the functions.
#ifndef KITH_CLI_H
#define KITH_CLI_H

#include "base/base.h"

typedef struct Cli {
    Arena *arena;
    Str database;                          // --database, else KITH_DATABASE, else "sqlite:data/kith.db"
    size_t n_words;
    Str word[16];                          // what is not a flag, after the verb
    size_t n_flags;
    struct {
        Str name, value;                   // --year 2013/14 and --year=2013/14; a flag alone has value S("")
    } flag[32];
} Cli;
typedef struct Verb {
    const char *name;                      // "report summary"
    const char *usage;                     // "--year YEAR --flags printed|computed --format csv"
    const char *about;                     // one sentence
    const char *examples;                  // "$ kith …" lines, each with what it prints; the tests run them
    int (*run)(Cli *c);                    // exit code: 0 done, 1 no, 2 asked wrongly
} Verb;
Str cli_flag(const Cli *c, const char *name);                // absent when not given
bool cli_has(const Cli *c, const char *name);
// Says it on standard error; returns 2.
int cli_wrong(const char *format, ...) __attribute__((format(printf, 1, 2)));

// Finds the verb in argv, reads its words and flags, runs it. A flag must stand in the verb's usage (or be
// --database); it takes a value if the usage shows one. Answers "help" and "help VERB" itself.
int cli_run(const Verb *verbs, size_t n, int argc, char **argv);

#endif
