// Reading the command line by the table of verbs, and the help that is drawn from the same table.
#include "base/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

Str cli_flag(const Cli *c, const char *name) {
    for (size_t i = c->n_flags; i > 0; i--)
        if (str_eq(c->flag[i - 1].name, str_from(name))) return c->flag[i - 1].value;
    return (Str){0};
}

bool cli_has(const Cli *c, const char *name) { return cli_flag(c, name).at != NULL; }

int cli_wrong(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("kith: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return 2;
}

// How many of the words of `name` ("report summary") argv starts with; 0 unless all.
static int matches(const char *name, int argc, char **argv) {
    Str rest = str_from(name);
    int n = 0;
    while (rest.at) {
        Str word = str_cut(&rest, S(" "));
        if (n >= argc || !str_eq(word, str_from(argv[n]))) return 0;
        n++;
    }
    return n;
}

static const Verb *find(const Verb *verbs, size_t n, int argc, char **argv, int *ret_words) {
    const Verb *best = NULL;
    int most = 0;
    for (size_t i = 0; i < n; i++) {
        int words = matches(verbs[i].name, argc, argv);
        if (words > most) {
            best = &verbs[i];
            most = words;
        }
    }
    if (best) *ret_words = most;
    return best;
}

// Whether --name stands in the usage, and whether a value follows it there: "--year YEAR [--force] DIR".
static bool known(Str usage, Str name, bool *ret_takes) {
    while (usage.at) {
        Str token = str_cut(&usage, S(" "));
        bool ends = str_ends(token, S("]"));
        while (token.len && token.at[0] == '[') token = (Str){token.at + 1, token.len - 1};
        while (str_ends(token, S("]"))) token.len--;
        if (!str_starts(token, S("--")) || !str_eq((Str){token.at + 2, token.len - 2}, name)) continue;
        *ret_takes = !ends && usage.len && usage.at[0] != '-' && usage.at[0] != '[';
        return true;
    }
    return false;
}

// Reads the flag at argv[i]; how many arguments it took, or 0 when it was wrong and that has been said.
static int read_flag(Cli *c, const Verb *v, int argc, char **argv, int i) {
    Str value = str_from(argv[i] + 2), name = str_cut(&value, S("="));
    bool takes = true;
    if (!str_eq(name, S("database")) && !known(str_from(v->usage), name, &takes)) {
        cli_wrong("“%s” has no flag --%.*s. Try: kith help %s", v->name, STR_FMT(name), v->name);
        return 0;
    }
    if (c->n_flags == COUNT(c->flag)) {
        cli_wrong("there are more than %zu flags.", COUNT(c->flag));
        return 0;
    }
    int taken = 1;
    if (value.at && !takes) {
        cli_wrong("--%.*s takes no value. Try: kith help %s", STR_FMT(name), v->name);
        return 0;
    }
    if (!value.at && takes) {
        if (i + 1 >= argc || !strncmp(argv[i + 1], "--", 2)) {
            cli_wrong("--%.*s needs a value after it. Try: kith help %s", STR_FMT(name), v->name);
            return 0;
        }
        value = str_from(argv[i + 1]);
        taken = 2;
    }
    c->flag[c->n_flags].name = name;
    c->flag[c->n_flags++].value = value.at ? value : S("");
    return taken;
}

static bool read_arguments(Cli *c, const Verb *v, int argc, char **argv) {
    for (int i = 0, taken; i < argc; i += taken) {
        if (!strncmp(argv[i], "--", 2)) {
            taken = read_flag(c, v, argc, argv, i);
            if (!taken) return false;
            continue;
        }
        taken = 1;
        if (c->n_words == COUNT(c->word)) {
            cli_wrong("there are more than %zu words.", COUNT(c->word));
            return false;
        }
        c->word[c->n_words++] = str_from(argv[i]);
    }
    return true;
}

static int help_all(const Verb *verbs, size_t n, FILE *to) {
    fputs("Kith: the system a children's partnership runs on.\n\n", to);
    for (size_t i = 0; i < n; i++) fprintf(to, "  kith %-20s %s\n", verbs[i].name, verbs[i].about);
    fputs("  kith help VERB            How to use a verb, with examples.\n\n"
          "Every verb takes --database sqlite:PATH or postgresql://…; without it the environment's\n"
          "KITH_DATABASE counts, and without that sqlite:data/kith.db.\n", to);
    return to == stdout ? 0 : 2;
}

// Also of a first word alone: "kith help report" shows every verb that starts so.
static int help(const Verb *verbs, size_t n, int argc, char **argv) {
    if (!argc) return help_all(verbs, n, stdout);
    size_t shown = 0;
    for (size_t i = 0; i < n; i++) {
        Str rest = str_from(verbs[i].name);
        bool same = true;
        for (int w = 0; w < argc && same; w++)
            same = rest.at && str_eq(str_cut(&rest, S(" ")), str_from(argv[w]));
        if (!same) continue;
        printf("%skith %s %s\n\n%s\n", shown++ ? "\n" : "", verbs[i].name, verbs[i].usage, verbs[i].about);
        if (verbs[i].examples && verbs[i].examples[0]) printf("\n%s\n", verbs[i].examples);
    }
    return shown ? 0 : cli_wrong("there is no verb “%s”. Try: kith help", argv[0]);
}

int cli_run(const Verb *verbs, size_t n, int argc, char **argv) {
    if (argc < 2) return help_all(verbs, n, stderr);
    if (!strcmp(argv[1], "help") || !strcmp(argv[1], "--help")) return help(verbs, n, argc - 2, argv + 2);
    int words;
    const Verb *v = find(verbs, n, argc - 1, argv + 1, &words);
    if (!v) return cli_wrong("there is no verb “%s”. Try: kith help", argv[1]);
    Cli c = {.arena = arena_open()};
    int code = 2;
    if (read_arguments(&c, v, argc - 1 - words, argv + 1 + words)) {
        const char *set = getenv("KITH_DATABASE");
        c.database = set && *set ? str_from(set) : S("sqlite:data/kith.db");
        if (cli_has(&c, "database")) c.database = cli_flag(&c, "database");
        code = v->run(&c);
    }
    arena_close(c.arena);
    return code;
}
