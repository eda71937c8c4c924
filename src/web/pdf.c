// Printing through headless Chromium. Nothing is trusted to end by itself: the whole process group is killed
// when its time is up, and the folder goes whatever happened.
#include "web/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { NOBODY = 65534, PDF_BYTES_MAX = 64 << 20, DATA_MAX_MB = 4096, ARGS_MAX = 24 };

typedef struct Print {
    char folder[64];
    char *html, *pdf;                      // paths inside it
    char *argv[ARGS_MAX], *env[4];
    bool root;
} Print;

static bool write_file(const char *path, Str text) {
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) return false;
    bool done = true;
    for (size_t at = 0; done && at < text.len;) {
        ssize_t n = write(fd, text.at + at, text.len - at);
        if (n > 0) at += (size_t)n;
        else if (n < 0 && errno != EINTR) done = false;
    }
    return close(fd) == 0 && done;
}

static Str read_file(Arena *a, const char *path) {
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    Str s = {0};
    if (fd >= 0 && !fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size > 0 && st.st_size <= PDF_BYTES_MAX) {
        char *at = arena_new(a, char, (size_t)st.st_size);
        size_t len = 0;
        for (ssize_t n = 1; n > 0 && len < (size_t)st.st_size; len += (size_t)n)
            if ((n = read(fd, at + len, (size_t)st.st_size - len)) < 0) n = 0;
        s = (Str){at, len};
    }
    if (fd >= 0) close(fd);
    return str_starts(s, S("%PDF-")) ? s : (Str){0};
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at) {
    return (void)st, (void)kind, (void)at, remove(path);
}

static bool set_up(Arena *a, Str html, Print *p) {
    memcpy(p->folder, "/tmp/kith-pdf-XXXXXX", sizeof "/tmp/kith-pdf-XXXXXX");
    if (!mkdtemp(p->folder)) return false;
    p->root = geteuid() == 0;
    p->html = str_c(a, str_fmt(a, "%s/page.html", p->folder));
    p->pdf = str_c(a, str_fmt(a, "%s/page.pdf", p->folder));
    if (p->root && chown(p->folder, NOBODY, NOBODY)) return false;
    return write_file(p->html, html) && (!p->root || !chown(p->html, NOBODY, NOBODY));
}

static void arguments(Arena *a, Str chromium, bool sandbox, Print *p) {
    size_t n = 0;
    p->argv[n++] = str_c(a, chromium);
    p->argv[n++] = str_c(a, str_fmt(a, "--user-data-dir=%s/profile", p->folder));
    p->argv[n++] = str_c(a, str_fmt(a, "--print-to-pdf=%s", p->pdf));
    static const char *const always[] = {"--headless",
                                         "--disable-gpu",
                                         "--no-first-run",
                                         "--disable-dev-shm-usage",
                                         "--disable-background-networking",
                                         "--disable-extensions",
                                         "--disable-sync",
                                         "--no-pdf-header-footer",
                                         "--generate-pdf-document-outline",
                                         "--export-tagged-pdf",
                                         "--proxy-server=127.0.0.1:9",
                                         "--host-resolver-rules=MAP * ~NOTFOUND"};
    for (size_t i = 0; i < COUNT(always); i++) p->argv[n++] = str_c(a, str_from(always[i]));
    if (!sandbox) p->argv[n++] = str_c(a, S("--no-sandbox"));
    p->argv[n++] = str_c(a, str_fmt(a, "file://%s", p->html));
    p->env[0] = str_c(a, str_fmt(a, "HOME=%s", p->folder));
    p->env[1] = str_c(a, str_fmt(a, "TMPDIR=%s", p->folder));
    p->env[2] = str_c(a, S("PATH=/usr/local/bin:/usr/bin:/bin"));
}

static void limit(int what, rlim_t most) {
    struct rlimit r = {most, most};
    setrlimit((__rlimit_resource_t)what, &r);
}

// Between fork and exec: system calls only, since other threads may have held locks.
static void __attribute__((noreturn)) child(const Print *p) {
    int null = open("/dev/null", O_RDWR);
    dup2(null, 0), dup2(null, 1), dup2(null, 2);
    syscall(SYS_close_range, 3u, ~0u, 0u);
    setsid();
    setpriority(PRIO_PROCESS, 0, 15);          // people who wait for a page come before paper
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);    // the workers block signals; a browser lives by them
    signal(SIGPIPE, SIG_DFL);
    signal(SIGCHLD, SIG_DFL);
    limit(RLIMIT_CPU, 2 * PDF_SECONDS);
    limit(RLIMIT_DATA, (rlim_t)DATA_MAX_MB << 20);
    limit(RLIMIT_FSIZE, PDF_BYTES_MAX);
    limit(RLIMIT_CORE, 0);
    unshare(p->root ? CLONE_NEWNET : CLONE_NEWUSER | CLONE_NEWNET);   // if refused, the flags above remain
    if (p->root) {
        syscall(SYS_setgroups, 0, NULL);
        if (syscall(SYS_setresgid, NOBODY, NOBODY, NOBODY) || syscall(SYS_setresuid, NOBODY, NOBODY, NOBODY))
            _exit(126);
    }
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (chdir(p->folder)) _exit(126);
    execve(p->argv[0], p->argv, p->env);
    _exit(127);
}

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

typedef enum Ended { PRINTED, FAILED, TOO_LONG, ABSENT } Ended;

static Ended run(const Print *p, int64_t until) {
    pid_t pid = fork();
    if (pid < 0) return FAILED;
    if (!pid) child(p);
    int status = 0;
    pid_t got;
    while ((got = waitpid(pid, &status, WNOHANG)) == 0 && now_ms() < until) usleep(20000);
    kill(-pid, SIGKILL);    // its helpers too; it leads a group of its own
    if (got == 0) {
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        return TOO_LONG;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127) return ABSENT;
    return WIFEXITED(status) && !WEXITSTATUS(status) ? PRINTED : FAILED;
}

static Str why_not(Arena *a, Ended e, Str chromium) {
    if (e == ABSENT)
        return str_fmt(a,
                       "There is no Chromium at %.*s. Install it (apt-get install chromium-headless-shell), "
                       "or say where it is with --chromium.",
                       STR_FMT(chromium));
    if (e == TOO_LONG)
        return str_fmt(a, "Chromium did not finish in %d seconds. Try again in a minute.", PDF_SECONDS);
    return S("Chromium could not print the page. Whoever runs this site can try its path by hand.");
}

Str pdf_print(Arena *a, Str chromium, Str html, Str *ret_why) {
    Print p = {0};
    Str pdf = {0};
    Ended e = FAILED;
    if (!str_starts(chromium, S("/")) || access(str_c(a, chromium), X_OK)) {
        *ret_why = why_not(a, ABSENT, chromium);
        return pdf;
    }
    int64_t until = now_ms() + PDF_SECONDS * 1000;
    bool ready = set_up(a, html, &p);
    // Its own sandbox wants user namespaces; where the machine forbids them we keep ours: no rights, no
    // network.
    for (int sandbox = 1; ready && sandbox >= 0 && !pdf.len && e != TOO_LONG && e != ABSENT; sandbox--) {
        arguments(a, chromium, sandbox == 1, &p);
        e = run(&p, until);
        if (e == PRINTED) pdf = read_file(a, p.pdf);
    }
    if (p.html || ready) nftw(p.folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    if (!pdf.len) *ret_why = why_not(a, e, chromium);
    return pdf;
}
