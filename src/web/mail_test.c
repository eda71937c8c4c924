// Mail is sent once its act is durable, to a real mail server, and what does not go says why.
#include "web/mail.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "database.h"
#include "db/jobs.sql.h"
#include "db/outbox.h"
#include "db/outbox.sql.h"
#include "test.h"

enum { MINUTE = 60 * 1000 };

// ---- the message ------------------------------------------------------------------------------------------

static const Site far = {.name = S("Kith in “Ærøskøbing”")}, near = {.name = S("Kith")};
static const MailWay way = {.site = &far, .from = S("kith@city.example")};

static Str message(Arena *a, Str subject, Str text) {
    return mail_message(a, &way, (MailParts){.message_id = S("abc"), .to = S("somebody@place.example"),
        .subject = subject,
        .text = text, .at = 1404291600000});
}

// Printable ASCII, or one of the two bytes that end a line, each beside the other.
static bool may_stand(Str m, size_t i) {
    char c = m.at[i];
    if (c == '\r') return i + 1 < m.len && m.at[i + 1] == '\n';
    if (c == '\n') return i && m.at[i - 1] == '\r';
    return c >= 0x20 && c < 0x7F;
}

static bool is_mail(Str m) {
    size_t line = 0;
    for (size_t i = 0; i < m.len; i++, line++) {
        if (!may_stand(m, i)) return false;
        if (m.at[i] == '\n') line = 0;
        else if (line > 78) return false;
    }
    return str_has(m, S("\r\n\r\n"));
}

TEST(a_mail_is_ascii_in_short_lines_whatever_is_in_it) {
    Arena *a = arena_open();
    Str plain = message(a, S("Your figures"),
        S("Hello\n\n.\n.dot\nwith space \n= and é and a long line that goes on and on and on"
        " and on and on and on and on and on and on and on.\r\nThe end"));
    CHECK(is_mail(plain));
    CHECK(str_has(plain, S("Subject: Your figures\r\n")));
    CHECK(str_has(plain, S("Date: Wed, 2 Jul 2014 09:00:00 +0000\r\n")));
    CHECK(str_has(plain, S("Message-ID: <abc@city.example>\r\n")));
    CHECK(str_has(plain, S("To: <somebody@place.example>\r\n")));
    CHECK(!str_has(plain, S("\r\n.")));
    CHECK(str_has(plain, S("with space=20\r\n=3D and =C3=A9")));
    uint64_t state = test_seed();
    for (int i = 0; i < 300; i++) {
        char bytes[400];
        size_t n = test_random(&state) % sizeof bytes;
        for (size_t k = 0; k < n; k++) bytes[k] = (char)test_random(&state);
        CHECK(is_mail(message(a, (Str){bytes, n / 3}, (Str){bytes, n})));
    }
    arena_close(a);
}

TEST(nothing_typed_into_a_subject_can_add_a_header) {
    Arena *a = arena_open();
    Str m = message(a, S("Hello\r\nBcc: other@place.example\r\n\r\nBody"), S("x"));
    CHECK(!str_has(m, S("\nBcc:")));
    CHECK(str_has(m, S("Subject: Hello  Bcc: other@place.example    Body\r\n")));
    arena_close(a);
}

TEST(a_long_subject_in_any_script_is_cut_between_characters) {
    Arena *a = arena_open();
    Str m = message(a,
        S("Ťřetí čtvrtletí: ukazatele, které čekají na vaše čísla, a co je třeba udělat nyní"), S("x"));
    CHECK(is_mail(m));
    CHECK(str_has(m, S("Subject: =?UTF-8?B?")));
    CHECK(str_has(m, S("?=\r\n =?UTF-8?B?")));
    arena_close(a);
}

TEST(an_address_that_could_end_a_header_is_none) {
    const char *const bad[] = {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nBcc: c@d", "<a@b>", "a,b@c",
        "a@b\"", "a\\@b"};
    for (size_t i = 0; i < COUNT(bad); i++) CHECK(!outbox_address(str_from(bad[i])));
    CHECK(outbox_address(S("o'brien+kith@sub.place.example")));
}

// ---- sending ----------------------------------------------------------------------------------------------

typedef struct Post {
    Arena *arena;
    Str url, dir;
    Writer *writer;
    Jobs *jobs;
    Db *db;
    MailWay way;
    pid_t catcher;
    int catcher_in;
} Post;

static const JobKind kinds[] = {{"mail", "", 0, .run = mail_job}};

static Post post_open(void) {
    Post p = {.arena = arena_open()};
    Str why = {0};
    char dir[] = "/tmp/kith-mail.XXXXXX";
    p.dir = str_copy(p.arena, str_from(mkdtemp(dir)));
    p.url = database_new(p.arena);
    p.writer = writer_start(p.url, &why, p.arena);
    p.db = database_open(p.url, p.arena);
    p.way = (MailWay){.site = &near, .from = S("kith@city.example"),
        .dir = str_fmt(p.arena, "%.*s/outbox", STR_FMT(p.dir))};
    return p;
}

static void run(char *const *command) {
    pid_t pid = fork();
    if (!pid) {
        if (!freopen("/dev/null", "w", stderr)) _exit(1);
        execvp(command[0], command);
        _exit(127);
    }
    waitpid(pid, NULL, 0);
}

static void post_close(Post *p) {
    if (p->jobs) jobs_close(p->jobs);
    if (p->catcher) {
        close(p->catcher_in);
        waitpid(p->catcher, NULL, 0);
    }
    writer_stop(p->writer);
    db_close(p->db);
    database_drop(p->url);
    run((char *[]){"rm", "-rf", str_c(p->arena, p->dir), NULL});
    arena_close(p->arena);
}
#define POST_ROOM(p) Post p __attribute__((cleanup(post_close))) = post_open()

static void make_certificate(Post *p) {
    char *key = str_c(p->arena, str_fmt(p->arena, "%.*s/key.pem", STR_FMT(p->dir)));
    char *cert = str_c(p->arena, str_fmt(p->arena, "%.*s/cert.pem", STR_FMT(p->dir)));
    run((char *[]){"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                   "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
                   "-keyout", key, "-out", cert, NULL});
}

// False, and the test is skipped, where the packages for tests are not installed.
static bool catch_mail(Post *p, char *mode) {
    if (access("node_modules/smtp-server", F_OK)) {
        test_skip("npm ci has not been run, so there is no mail server to send to");
        return false;
    }
    int in[2], out[2];
    if (strcmp(mode, "plain")) make_certificate(p);
    if (pipe(in) || pipe(out)) return false;
    p->catcher = fork();
    if (!p->catcher) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        close(in[1]);
        execlp("node", "node", "test/smtp-catcher.mjs", str_c(p->arena, p->dir), mode, (char *)NULL);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    p->catcher_in = in[1];
    FILE *says = fdopen(out[0], "r");
    int port = 0;
    CHECK(fscanf(says, "%d", &port) == 1);
    fclose(says);
    p->way.url = str_fmt(p->arena, "smtp://127.0.0.1:%d", port);
    p->way.plain = !strcmp(mode, "plain");
    p->way.ca = str_fmt(p->arena, "%.*s/cert.pem", STR_FMT(p->dir));
    return true;
}

static Mail mail;
static bool write_mail(Write *w, Db *db) {
    (void)w;
    outbox_mail(db, 1000, mail);
    return true;
}

static bool put_mail(Post *p, Str to) {
    mail = (Mail){.to = to, .subject = S("Figures are due – soon"),
        .text = S("Hello,\n\nthree figures are due.\n"),
                  .attachment_name = S("due list.csv"), .attachment_type = S("text/csv"), .attachment =
                      S("code,due\nNI 032,2014-07-02\n")};
    return writer_do(p->writer, &(Write){.run = write_mail});
}

static size_t work(Post *p, Instant now) {
    if (!p->jobs) p->jobs = jobs_open(p->url, p->writer, kinds, COUNT(kinds), &p->way);
    return jobs_run_due(p->jobs, now);
}

static OutboxLine newest(Post *p) {
    OutboxLineList list = outbox_list(p->db, (Str){0}, NONE);
    CHECK(list.len > 0);
    return list.len ? list.at[0] : (OutboxLine){0};
}

static Str file_of(Post *p, Str name) {
    FILE *f = fopen(str_c(p->arena, str_fmt(p->arena, "%.*s/%.*s", STR_FMT(p->dir), STR_FMT(name))), "rb");
    char *text = arena_new(p->arena, char, 20000);
    size_t n = f ? fread(text, 1, 20000, f) : 0;
    if (f) fclose(f);
    return f ? (Str){text, n} : (Str){0};
}

TEST(without_a_mail_server_mail_becomes_a_file_whose_name_tells_nothing) {
    POST_ROOM(p);
    CHECK(put_mail(&p, S("somebody@place.example")));
    CHECK(work(&p, 1000) == 1);
    OutboxLine m = newest(&p);
    CHECK_STR(m.state, S("filed"));
    CHECK_STR(m.why, S("00000001.eml"));
    Str text = file_of(&p, S("outbox/00000001.eml"));
    CHECK(is_mail(text));
    CHECK(str_has(text, S("filename=\"due-list.csv\"")));
    CHECK(!file_of(&p, S("outbox/00000001.eml.part")).at);
    CHECK(work(&p, 1000) == 0);
}

TEST(a_folder_that_cannot_be_written_is_named_and_tried_again) {
    POST_ROOM(p);
    p.way.dir = S("/proc/kith/outbox");
    CHECK(put_mail(&p, S("somebody@place.example")));
    CHECK(work(&p, 1000) == 1);
    CHECK_STR(newest(&p).state, S("waiting"));
    CHECK(str_has(newest(&p).why, S("/proc/kith/outbox/00000001.eml cannot be written")));
}

TEST(mail_reaches_a_real_server_over_tls_with_user_and_password) {
    POST_ROOM(p);
    if (!catch_mail(&p, "login")) return;
    p.way.user = S("kith");
    p.way.password = S("wrong");
    CHECK(put_mail(&p, S("somebody@place.example")));
    CHECK(work(&p, 1000) == 1);
    CHECK(str_has(newest(&p).why, S("refused the user or the password")));
    CHECK_STR(newest(&p).state, S("waiting"));
    p.way.password = S("right");
    CHECK(work(&p, 1000 + MINUTE) == 1);
    CHECK_STR(newest(&p).state, S("sent"));
    Str got = file_of(&p, S("1.eml"));
    CHECK(str_starts(got, S("kith@city.example somebody@place.example tls\n")));
    CHECK(str_has(got, S("Subject: =?UTF-8?B?")));
    CHECK(str_has(got, S("three figures are due.")));
    CHECK(!file_of(&p, S("2.eml")).at);
}

TEST(a_server_without_tls_or_with_a_strange_certificate_gets_no_mail) {
    POST_ROOM(p);
    if (!catch_mail(&p, "tls")) return;
    p.way.ca = (Str){0};
    CHECK(put_mail(&p, S("somebody@place.example")));
    CHECK(work(&p, 1000) == 1);
    CHECK(str_has(newest(&p).why, S("certificate is not trusted")));
    CHECK(!file_of(&p, S("1.eml")).at);
    POST_ROOM(q);
    if (!catch_mail(&q, "plain")) return;
    q.way.plain = false;
    CHECK(put_mail(&q, S("somebody@place.example")));
    CHECK(work(&q, 1000) == 1);
    CHECK(str_has(newest(&q).why, S("offers no TLS")));
    CHECK(!file_of(&q, S("1.eml")).at);
}

TEST(a_refusal_for_now_is_tried_again_later_and_one_for_good_is_given_up) {
    POST_ROOM(p);
    if (!catch_mail(&p, "plain")) return;
    CHECK(put_mail(&p, S("later@place.example")));
    CHECK(work(&p, 1000) == 1);
    CHECK_STR(newest(&p).state, S("waiting"));
    CHECK(str_has(newest(&p).why, S("answered 451")));
    CHECK(work(&p, 1000 + MINUTE - 1) == 0);               // not before its time
    Instant now = 1000;
    for (int tries = 1; tries < 9; tries++) {
        now += 2 * 1440 * MINUTE;
        CHECK(work(&p, now) == 1);
    }
    CHECK_STR(newest(&p).state, S("failed"));
    CHECK(work(&p, now * 2) == 0);
    CHECK(put_mail(&p, S("never@place.example")));
    CHECK(work(&p, now) == 1);
    CHECK_STR(newest(&p).state, S("failed"));
    CHECK(str_has(newest(&p).why, S("answered 550")));
    CHECK(put_mail(&p, S("somebody@place.example")));      // and the others go on
    CHECK(work(&p, now) == 1);
    CHECK_STR(newest(&p).state, S("sent"));
}

TEST(a_server_that_is_not_there_is_tried_again) {
    POST_ROOM(p);
    p.way.url = S("smtp://127.0.0.1:1");
    CHECK(put_mail(&p, S("somebody@place.example")));
    CHECK(work(&p, 1000) == 1);
    CHECK(str_has(newest(&p).why, S("was not reached")));
}

static bool claim_and_die(Write *w, Db *db) {
    (void)w;
    return job_claim(db, S(" mail "), 1000, S("another process"), 1000 + 10 * MINUTE) != NULL;
}

TEST(a_job_of_a_process_that_died_is_done_when_its_lease_runs_out) {
    POST_ROOM(p);
    CHECK(put_mail(&p, S("somebody@place.example")));
    CHECK(writer_do(p.writer, &(Write){.run = claim_and_die}));
    CHECK(work(&p, 1000 + 9 * MINUTE) == 0);
    CHECK(work(&p, 1000 + 10 * MINUTE) == 1);
    CHECK_STR(newest(&p).state, S("filed"));
}

TEST(mail_of_an_act_that_was_not_kept_is_not_sent) {
    POST_ROOM(p);
    CHECK(!put_mail(&p, S("no address")));
    CHECK(work(&p, 1000) == 0);
}

// ---- settings ---------------------------------------------------------------------------------------------

TEST(mail_settings_that_make_no_sense_are_refused_with_what_would) {
    const struct {
        Str smtp, tls, from;
        const char *says;                  // NULL: right
    } cases[] = {
        {S(""), S("required"), S(""), NULL},
        {S("smtp://mail.place.example:587"), S("required"), S("kith@place.example"), NULL},
        {S("smtps://mail.place.example"), S("never"), S("kith@place.example"), NULL},
        {S("mail.place.example"), S("required"), S("kith@place.example"), "--smtp is not the address"},
        {S("http://mail.place.example"), S("required"), S("kith@place.example"), "--smtp is not the address"},
        {S("smtp://mail.place.example"), S("maybe"), S("kith@place.example"),
            "--smtp-tls is required or never"},
        {S("smtp://mail.place.example"), S("required"), S(""), "--smtp is given and --mail-from is not"},
        {S("smtp://mail.place.example"), S("required"), S("a@b\r\nX: y"), "--mail-from is not an address"},
    };
    Arena *a = arena_open();
    for (size_t i = 0; i < COUNT(cases); i++) {
        Settings s = {.smtp = cases[i].smtp, .smtp_tls = cases[i].tls, .mail_from = cases[i].from,
            .data_dir = S("data")};
        MailWay found;
        Str why = {0};
        CHECK(mail_way(a, &s, &near, &found, &why) == !cases[i].says);
        if (cases[i].says) CHECK(str_starts(why, str_from(cases[i].says)));
        else CHECK_STR(found.dir, S("data/outbox"));
    }
    Settings s = {.smtp_tls = S("required"), .smtp_password_file = S("/nowhere/at/all")};
    MailWay found;
    Str why = {0};
    CHECK(!mail_way(a, &s, &near, &found, &why));
    CHECK(str_starts(why, S("--smtp-password-file names /nowhere/at/all")));
    arena_close(a);
}

// ---- what comes round -------------------------------------------------------------------------------------

static int64_t rounds;
static void count_round(Db *db, Instant now) {
    (void)db, (void)now;
    rounds++;
}

TEST(what_comes_round_is_done_once_in_its_time) {
    POST_ROOM(p);
    static const JobKind round[] = {{"round", "", 10 * MINUTE, .write = count_round}};
    p.jobs = jobs_open(p.url, p.writer, round, 1, NULL);
    rounds = 0;
    CHECK(work(&p, 0) == 0);
    CHECK(work(&p, 10 * MINUTE) == 1);
    CHECK(work(&p, 11 * MINUTE) == 0);
    CHECK(work(&p, 90 * MINUTE) == 1);                     // what was missed is done once, not eight times
    CHECK(work(&p, 90 * MINUTE) == 0);
    CHECK_INT(rounds, 2);
}
