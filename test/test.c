// The runner: kith-test [NAME…] runs all tests, or those whose name holds one of the arguments. A test that
// crashes or hangs is reported as that test failing. KITH_TEST_PART=1/2 runs every second test, 2/2 the
// others.
#include "test.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

extern const Test __start_tests[], __stop_tests[];

enum { SHOWN_MOST = 20, SECONDS_MOST = 300 };

static struct {
    const Test *now;
    const char *skipped;                   // why, when it was
    atomic_int faults;                     // of the test running
    int passed, failed, skips;
    uint64_t seed;
    bool seed_used;
    pid_t pid;                             // children of a test report nothing
} run;

// True when there is room to say what failed: a check in a loop may fail a thousand times.
static bool fails(const char *file, int line) {
    int n = atomic_fetch_add(&run.faults, 1);
    if (!n) printf("FAILED %s\n", run.now->name);
    if (n == SHOWN_MOST) printf("    … and more\n");
    if (n < SHOWN_MOST) printf("    %s:%d: ", file, line);
    return n < SHOWN_MOST;
}

void test_check(bool holds, const char *what, const char *file, int line) {
    if (!holds && fails(file, line)) printf("does not hold: %s\n", what);
}

static void say(const char *label, Str s) {
    if (s.at) printf("        %s \"%.*s\"\n", label, STR_FMT(s));
    else printf("        %s nothing\n", label);
}

void test_check_str(Str got, Str want, const char *file, int line) {
    if (str_eq(got, want) && !got.at == !want.at) return;
    if (!fails(file, line)) return;
    printf("the text differs\n");
    say("want", want);
    say("got ", got);
}

void test_check_int(int64_t got, int64_t want, const char *what, const char *file, int line) {
    if (got != want && fails(file, line))
        printf("%s is %lld, want %lld\n", what, (long long)got, (long long)want);
}

void test_skip(const char *why) { run.skipped = why; }

uint64_t test_seed(void) {
    run.seed_used = true;
    return run.seed;
}

uint64_t test_random(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
}

static void totals(void) {
    printf("%d passed, %d failed", run.passed, run.failed);
    if (run.skips) printf(", %d skipped", run.skips);
    printf("\n");
    fflush(stdout);
}

static void ends_here(const char *how) {
    if (getpid() != run.pid) return;
    if (!run.faults) printf("FAILED %s\n", run.now ? run.now->name : "(before the first test)");
    printf("    %s: %s, and the tests after it were not run\n", run.now ? run.now->file : "", how);
    if (run.seed_used) printf("    KITH_SEED=%llu repeats it\n", (unsigned long long)run.seed);
    run.failed++;
    totals();
}

// printf is not safe in a handler, but the process is lost anyway: a second crash just ends it.
static void on_signal(int number) {
    signal(number, SIG_DFL);
    ends_here(number == SIGALRM ? "it hangs" : number == SIGABRT ? "it aborts" : "it crashes");
    if (number == SIGALRM || getpid() == run.pid) _exit(1);
    raise(number);
}

static void on_sanitizer(void) { ends_here("a sanitizer stopped it, see above"); }

// The sanitizers report crashes better than we can; there we only add the test's name.
void __sanitizer_set_death_callback(void (*callback)(void)) __attribute__((weak));

static void catch_crashes(void) {
    static char stack[1 << 16];
    stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&other, NULL);
    struct sigaction act = {.sa_handler = on_signal, .sa_flags = SA_ONSTACK};
    sigaction(SIGABRT, &act, NULL);
    sigaction(SIGALRM, &act, NULL);
    if (__sanitizer_set_death_callback) {
        __sanitizer_set_death_callback(on_sanitizer);
        return;
    }
    const int numbers[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
    for (size_t i = 0; i < COUNT(numbers); i++) sigaction(numbers[i], &act, NULL);
}

static void run_test(const Test *t) {
    run.now = t;
    run.skipped = NULL;
    run.faults = 0;
    run.seed_used = false;
    fflush(stdout);                        // else a forked child would print it again
    alarm(SECONDS_MOST);
    t->run();
    alarm(0);
    if (run.faults) {
        run.failed++;
        if (run.seed_used) printf("    KITH_SEED=%llu repeats it\n", (unsigned long long)run.seed);
    } else if (run.skipped) {
        run.skips++;
        printf("skipped %s: %s\n", t->name, run.skipped);
    } else {
        run.passed++;
        printf("ok %s\n", t->name);
    }
}

static bool wanted(const Test *t, int argc, char **argv) {
    for (int i = 1; i < argc; i++)
        if (strstr(t->name, argv[i])) return true;
    return argc < 2;
}

// Neighbours go to different parts, since a slow file's tests stand together.
static bool in_part(const Test *t) {
    const char *part = getenv("KITH_TEST_PART");
    unsigned which = 1, of = 1;
    if (part && (sscanf(part, "%u/%u", &which, &of) != 2 || !which || which > of)) {
        fprintf(stderr, "kith-test: KITH_TEST_PART is \"%s\"; it would be 1/2 or 2/2, say\n", part);
        exit(2);
    }
    return (size_t)(t - __start_tests) % of == which - 1;
}

int main(int argc, char **argv) {
    const char *seed = getenv("KITH_SEED");
    run.seed = seed ? strtoull(seed, NULL, 10) : (uint64_t)time(NULL);
    run.pid = getpid();
    log_quiet(!getenv("KITH_TEST_LOG"));
    catch_crashes();
    for (const Test *t = __start_tests; t < __stop_tests; t++)
        if (in_part(t) && wanted(t, argc, argv)) run_test(t);
    totals();
    if (run.passed + run.failed + run.skips) return run.failed != 0;
    fprintf(stderr, "kith-test: no test has such a name\n");
    return 1;
}
