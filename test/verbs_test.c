// The table of verbs is true: every example is run as a person would, on a fresh database, and prints what it
// says.
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "database.h"
#include "test.h"

typedef struct Shell {
    Arena *arena;
    Str database;
    char dir[64];
    char *program;                         // the folder that kith is in
} Shell;

// What a shell command prints, its end being *ret_code. Standard error is left out: the log is there.
static Str run(Shell *s, Str command, int *ret_code) {
    Str line = str_fmt(s->arena,
        "cd %s && PATH=%s:$PATH KITH_DATABASE='%.*s' && export PATH KITH_DATABASE && (%.*s) 2>stderr",
        s->dir, s->program, STR_FMT(s->database), STR_FMT(command));
    Buf out = {.arena = s->arena};
    FILE *f = popen(str_c(s->arena, line), "r");
    for (size_t n = 1; f && n;) {
        buf_room(&out, 65536);
        n = fread(out.at + out.len, 1, 65536, f);
        out.len += n;
    }
    int status = f ? pclose(f) : -1;
    *ret_code = WIFEXITED(status) ? WEXITSTATUS(status) : 255;
    return buf_str(&out);
}

static bool of_files(const Verb *v) {
    return !strcmp(v->name, "init") || !strcmp(v->name, "migrate") || !strcmp(v->name, "backup") ||
        !strcmp(v->name, "restore");
}

static Shell shell_open(const Verb *v) {
    Shell s = {.arena = arena_open(), .dir = "/tmp/kith-verbs.XXXXXX"};
    char self[4096] = "", here[4096] = "", packs[4200], link[100];
    CHECK(mkdtemp(s.dir) && readlink("/proc/self/exe", self, sizeof self - 1) > 0 &&
        getcwd(here, sizeof here));
    s.program = str_c(s.arena, (Str){self, (size_t)(strrchr(self, '/') - self)});
    snprintf(packs, sizeof packs, "%s/packs", here);
    snprintf(link, sizeof link, "%s/packs", s.dir);
    CHECK(!symlink(packs, link));
    bool file = of_files(v) || !database_postgres();
    s.database = file ? S("sqlite:data/kith.db") : database_empty(s.arena);
    int code = 0;
    run(&s, S("kith init"), &code);
    CHECK_INT(code, 0);
    run(&s, S("echo 'three odd words' > password.txt"), &code);
    return s;
}

static void shell_close(Shell *s) {
    int code;
    run(s, S("cd / && rm -rf \"$OLDPWD\""), &code);
    if (!str_starts(s->database, S("sqlite:"))) database_drop(s->database);
    arena_close(s->arena);
}

// “…” in a line stands for anything in it.
static bool line_is(Str got, Str want) {
    Str rest = want, part = str_cut(&rest, S("…"));
    if (!rest.at) return str_eq(got, want);
    if (!str_starts(got, part)) return false;
    got = (Str){got.at + part.len, got.len - part.len};
    for (;;) {
        part = str_cut(&rest, S("…"));
        if (!rest.at) return str_ends(got, part);
        ptrdiff_t at = str_find(got, part);
        if (at < 0) return false;
        got = (Str){got.at + at + part.len, got.len - (size_t)at - part.len};
    }
}

static Str first_line(Str s) { return str_cut(&s, S("\n")); }

// A line that is “…” alone stands for all lines up to one that fits the next.
static bool output_is(Str got, Str want) {
    while (want.at && want.len) {
        Str line = str_cut(&want, S("\n"));
        if (!str_eq(line, S("…"))) {
            if (!got.at || !line_is(str_cut(&got, S("\n")), line)) return false;
        } else {
            if (!want.at || !want.len) return true;
            while (got.at && got.len && !line_is(first_line(got), first_line(want))) str_cut(&got, S("\n"));
        }
    }
    return !got.at || !got.len;
}

static Str shown_after(Str *rest) {
    Str start = *rest;
    size_t len = 0;
    while (rest->at && rest->len && !str_starts(*rest, S("$ "))) {
        str_cut(rest, S("\n"));
        len = rest->at ? (size_t)(rest->at - start.at) : start.len;
    }
    return (Str){start.at, len};
}

static void try_examples(const Verb *v) {
    Shell s = shell_open(v);
    for (Str rest = str_from(v->examples); rest.at && rest.len;) {
        Str command = str_cut(&rest, S("\n")), want = rest.at ? shown_after(&rest) : S("");
        CHECK(str_starts(command, S("$ kith ")));
        int code = 0;
        Str got = run(&s, (Str){command.at + 2, command.len - 2}, &code);
        CHECK_INT(code, 0);
        bool as_shown = !want.len || output_is(got, str_trim(want));
        CHECK(as_shown);
        if (!as_shown || code) printf("    %.*s\n    printed:\n%.*s\n", STR_FMT(command), STR_FMT(got));
    }
    shell_close(&s);
}

TEST(every_example_of_the_command_line_does_what_it_shows) {
    for (size_t i = 0; i < n_verbs; i++) {
        if (!strcmp(verbs[i].name, "serve")) continue;     // it does not end by itself
        CHECK(verbs[i].examples && verbs[i].examples[0]);
        try_examples(&verbs[i]);
    }
}

TEST(an_example_may_leave_out_what_differs_each_time) {
    CHECK(output_is(S("a 12 b\n"), S("a … b")));
    CHECK(!output_is(S("a 12 c\n"), S("a … b")));
    CHECK(output_is(S("a\nx\ny\nb\n"), S("a\n…\nb")));
    CHECK(!output_is(S("a\nx\ny\n"), S("a\n…\nb")));
    CHECK(output_is(S("a\nx\n"), S("a\n…")));
    CHECK(!output_is(S("a\nb\n"), S("a")));
}

TEST(a_restore_refuses_what_is_not_whole_and_keeps_what_was_there) {
    const Verb *restore = &verbs[0];
    while (strcmp(restore->name, "restore")) restore++;
    Shell s = shell_open(restore);
    int code;
    run(&s, S("kith backup one.db && cp data/kith.db before"), &code);
    CHECK_INT(code, 0);
    CHECK(str_has(run(&s, S("kith restore one.db 2>&1"), &code), S("exists. Replace it with --force")));
    CHECK_INT(code, 1);
    run(&s, S("head -c 5000 one.db >torn.db; kith restore torn.db --force"), &code);
    CHECK_INT(code, 1);
    run(&s, S("echo no database >text.db; kith restore text.db --force"), &code);
    CHECK_INT(code, 1);
    run(&s, S("kith restore absent.db --force"), &code);
    CHECK_INT(code, 1);
    run(&s, S("cmp before data/kith.db"), &code);
    CHECK_INT(code, 0);
    run(&s,
        S("kith restore one.db --force && cmp before data/kith.db.before-restore && cmp one.db "
        "data/kith.db"), &code);
    CHECK_INT(code, 0);
    shell_close(&s);
}

TEST(a_database_in_use_is_not_restored_over) {
    const Verb *restore = &verbs[0];
    while (strcmp(restore->name, "restore")) restore++;
    Shell s = shell_open(restore);
    int code;
    run(&s, S("kith backup one.db"), &code);
    Db *user = database_open(str_fmt(s.arena, "sqlite:%s/data/kith.db", s.dir), s.arena);
    db_begin_read(user);
    run(&s, S("kith restore one.db --force"), &code);
    CHECK_INT(code, 1);
    run(&s, S("kith backup two.db"), &code);   // but copied
    CHECK_INT(code, 0);
    db_close(user);
    run(&s, S("kith restore one.db --force"), &code);
    CHECK_INT(code, 0);
    shell_close(&s);
}
