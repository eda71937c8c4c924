// The runner, run by itself on a test that is told how to end.
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "test.h"

TEST(a_test_ends_as_it_is_told) {
    const char *told = getenv("KITH_TEST_ENDS");
    Str how = told ? str_from(told) : S("");
    if (str_eq(how, S("failing"))) {
        test_seed();
        CHECK_INT(1 + 1, 3);
        CHECK_STR(S("is"), S("ought"));
    }
    if (str_eq(how, S("skipped"))) test_skip("it was told so");
    if (str_eq(how, S("crashing"))) raise(SIGSEGV);
    if (str_eq(how, S("aborting"))) abort();
    if (str_eq(how, S("hanging"))) raise(SIGALRM);
}

// What kith-test prints of that test; its exit code.
static Str runner(Arena *a, const char *told, int *ret_code) {
    int ends[2], status;
    CHECK(pipe(ends) == 0);
    pid_t child = fork();
    if (!child) {
        setenv("KITH_TEST_ENDS", told, 1);
        setenv("KITH_SEED", "42", 1);
        unsetenv("KITH_TEST_PART");
        dup2(ends[1], STDOUT_FILENO);
        close(STDERR_FILENO);              // a sanitizer's report of the crash that is meant
        execl("/proc/self/exe", "kith-test", "a_test_ends_as_it_is_told", NULL);
        _exit(99);
    }
    close(ends[1]);
    Buf out = {.arena = a};
    for (ssize_t n = 1; n > 0; out.len += (size_t)(n > 0 ? n : 0)) {
        buf_room(&out, 1024);
        n = read(ends[0], out.at + out.len, 1024);
    }
    close(ends[0]);
    waitpid(child, &status, 0);
    *ret_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return buf_str(&out);
}

TEST(whatever_ends_a_test_is_told_with_its_name) {
    Arena *a = arena_open();
    const struct {
        const char *told;
        bool good;
        const char *says, *last;
    } cases[] = {
        {"well", true, "ok a_test_ends_as_it_is_told\n", "1 passed, 0 failed\n"},
        {"skipped", true, "skipped a_test_ends_as_it_is_told: it was told so\n",
         "0 passed, 0 failed, 1 skipped\n"},
        {"failing", false, "1 + 1 is 2, want 3\n", "0 passed, 1 failed\n"},
        {"failing", false, "want \"ought\"\n        got  \"is\"\n", "0 passed, 1 failed\n"},
        {"failing", false, "KITH_SEED=42 repeats it\n", "0 passed, 1 failed\n"},
        {"crashing", false, "FAILED a_test_ends_as_it_is_told\n", "0 passed, 1 failed\n"},
        {"aborting", false, "it aborts", "0 passed, 1 failed\n"},
        {"hanging", false, "it hangs", "0 passed, 1 failed\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int code = -1;
        Str out = runner(a, cases[i].told, &code);
        CHECK((code == 0) == cases[i].good);
        CHECK(cases[i].good || str_starts(out, S("FAILED a_test_ends_as_it_is_told\n")));
        CHECK(str_has(out, str_from(cases[i].says)));
        CHECK(str_ends(out, str_from(cases[i].last)));
    }
    arena_close(a);
}
