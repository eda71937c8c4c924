// The command line: what is understood, and what is refused in words.
#include "base/cli.h"

#include <stdlib.h>
#include <unistd.h>

#include "test.h"

static Buf heard;

static int say(Cli *c) {
    buf_fmt(&heard, "%.*s", STR_FMT(c->database));
    for (size_t i = 0; i < c->n_words; i++) buf_fmt(&heard, " %.*s", STR_FMT(c->word[i]));
    for (size_t i = 0; i < c->n_flags; i++)
        buf_fmt(&heard, " %.*s=%.*s", STR_FMT(c->flag[i].name), STR_FMT(c->flag[i].value));
    return cli_has(c, "force") ? 1 : 0;
}

static int report(Cli *c) {
    buf_fmt(&heard, "report %.*s", STR_FMT(cli_flag(c, "year")));
    return 0;
}

static const Verb verbs[] = {
    {"load", "DIR [--force] [--as NAME]", "Loads a pack.", "$ kith load packs/blank\nLoaded.", say},
    {"report summary", "--year YEAR", "Prints the summary table.", "", report},
    {"report", "WORD", "Prints a report.", "", say},
};

typedef struct Outcome {
    int code;
    Str heard, out;                        // what the verb got, and what was printed
} Outcome;

static Outcome kith(Arena *a, const char *line) {
    char *argv[24] = {"kith"}, *save, *words = str_c(a, str_from(line));
    int argc = 1;
    for (char *w = strtok_r(words, " ", &save); w; w = strtok_r(NULL, " ", &save)) argv[argc++] = w;
    int ends[2], out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
    fflush(stdout);
    CHECK(pipe(ends) == 0 && dup2(ends[1], STDOUT_FILENO) >= 0 && dup2(ends[1], STDERR_FILENO) >= 0);
    heard = (Buf){.arena = a};
    Outcome o = {.code = cli_run(verbs, COUNT(verbs), argc, argv)};
    fflush(stdout);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close(out);
    close(err);
    close(ends[1]);
    char *at = arena_new(a, char, 4096);
    ssize_t n = read(ends[0], at, 4096);
    close(ends[0]);
    o.heard = buf_str(&heard);
    o.out = (Str){at, n > 0 ? (size_t)n : 0};
    return o;
}

TEST(words_and_flags_reach_their_verb) {
    Arena *a = arena_open();
    unsetenv("KITH_DATABASE");
    const struct {
        const char *line;
        int code;
        Str heard;
    } cases[] = {
        {"load packs/blank", 0, S("sqlite:data/kith.db packs/blank")},
        {"load --force packs/blank", 1, S("sqlite:data/kith.db packs/blank force=")},
        {"load --as x packs --as=y=z", 0, S("sqlite:data/kith.db packs as=x as=y=z")},
        {"load --as= packs", 0, S("sqlite:data/kith.db packs as=")},
        {"load --database sqlite:x.db d", 0, S("sqlite:x.db d database=sqlite:x.db")},
        {"report summary --year 2013/14", 0, S("report 2013/14")},
        {"report summaries", 0, S("sqlite:data/kith.db summaries")},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Outcome o = kith(a, cases[i].line);
        CHECK_INT(o.code, cases[i].code);
        CHECK_STR(o.heard, cases[i].heard);
    }
    setenv("KITH_DATABASE", "sqlite:from-the-environment.db", 1);
    CHECK_STR(kith(a, "load d").heard, S("sqlite:from-the-environment.db d"));
    unsetenv("KITH_DATABASE");
    arena_close(a);
}

TEST(what_is_asked_wrongly_is_answered_with_what_to_do) {
    Arena *a = arena_open();
    const struct {
        const char *line, *says;
    } cases[] = {
        {"lod x", "there is no verb “lod”. Try: kith help"},
        {"load --farce x", "“load” has no flag --farce. Try: kith help load"},
        {"load x --as", "--as needs a value after it"},
        {"load --as --force", "--as needs a value after it"},
        {"load --force=yes", "--force takes no value"},
        {"load 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17", "there are more than 16 words"},
        {"", "kith help VERB"},
        {"help lod", "there is no verb “lod”"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Outcome o = kith(a, cases[i].line);
        CHECK_INT(o.code, 2);
        CHECK_STR(o.heard, S(""));
        if (!str_has(o.out, str_from(cases[i].says))) CHECK_STR(o.out, str_from(cases[i].says));
    }
    arena_close(a);
}

TEST(help_is_drawn_from_the_table_of_verbs) {
    Arena *a = arena_open();
    Outcome all = kith(a, "help"), one = kith(a, "help load"), both = kith(a, "help report");
    CHECK(all.code == 0 && str_has(all.out, S("kith report summary")) &&
          str_has(all.out, S("Loads a pack.")));
    CHECK(one.code == 0 && str_has(one.out, S("kith load DIR [--force] [--as NAME]")) &&
          str_has(one.out, S("$ kith load packs/blank")));
    CHECK(str_has(both.out, S("Prints a report.")) && str_has(both.out, S("Prints the summary table.")));
    arena_close(a);
}
