// The mail job: read the row, send it or file it, and mark the row in the transaction that ends the job. A
// process killed between sending and marking sends the same message once more, with the same Message-ID.
#include "web/mail.h"

#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/outbox.h"
#include "db/outbox.sql.h"

// ---- the way out ------------------------------------------------------------------------------------------

static Str set_or_absent(Str s) { return s.len ? s : (Str){0}; }

// A password given as a flag could be read by everybody on the machine, so there is none.
static bool read_password(Arena *a, Str path, MailWay *way, Str *ret_why) {
    way->password = set_or_absent(str_from(getenv("KITH_SMTP_PASSWORD")));
    if (!path.len) return true;
    char text[1024];
    FILE *f = fopen(str_c(a, path), "r");
    size_t n = f ? fread(text, 1, sizeof text, f) : 0;
    if (f) fclose(f);
    if (!n || n == sizeof text) {
        *ret_why = str_fmt(a, "--smtp-password-file names %.*s, which cannot be read or holds no password. "
            "Name a file of one line.", STR_FMT(path));
        return false;
    }
    way->password = str_copy(a, str_trim((Str){text, n}));
    return true;
}

static Str what_is_wrong(const Settings *s, const MailWay *way) {
    bool smtp = str_starts(s->smtp, S("smtp://")) || str_starts(s->smtp, S("smtps://"));
    if (s->smtp.len && !smtp)
        return S("--smtp is not the address of a mail server. Write smtp://HOST:587 or smtps://HOST:465.");
    if (!way->plain && !str_eq(s->smtp_tls, S("required"))) return S("--smtp-tls is required or never.");
    if (s->smtp.len && !s->mail_from.len)
        return S("--smtp is given and --mail-from is not. Give the address that mail comes from.");
    if (!outbox_address(way->from))
        return S("--mail-from is not an address. Give one, such as kith@city.example.");
    return (Str){0};
}

bool mail_way(Arena *a, const Settings *s, const Site *site, MailWay *ret, Str *ret_why) {
    MailWay way = {.url = set_or_absent(s->smtp), .user = set_or_absent(s->smtp_user),
        .ca = set_or_absent(s->smtp_ca),
                   .site = site, .from = s->mail_from.len ? s->mail_from : S("kith@localhost"),
                   .plain = str_eq(s->smtp_tls, S("never")), .dir = str_fmt(a, "%.*s/outbox",
                       STR_FMT(s->data_dir))};
    Str wrong = what_is_wrong(s, &way);
    if (wrong.at) *ret_why = wrong;
    if (wrong.at || !read_password(a, s->smtp_password_file, &way, ret_why)) return false;
    *ret = way;
    return true;
}

// ---- SMTP -------------------------------------------------------------------------------------------------

typedef struct Sending {
    Str message;
    size_t sent;
    const atomic_bool *stopping;
} Sending;

static size_t read_message(char *to, size_t size, size_t n, void *arg) {
    Sending *s = arg;
    size_t room = size * n, left = s->message.len - s->sent, take = left < room ? left : room;
    memcpy(to, s->message.at + s->sent, take);
    s->sent += take;
    return take;
}

static int stop_sending(void *arg, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
    (void)a, (void)b, (void)c, (void)d;
    return *((Sending *)arg)->stopping;
}

static void set_up(CURL *curl, const MailWay *way, Arena *a, Sending *sending, struct curl_slist *to,
    char *said) {
    curl_easy_setopt(curl, CURLOPT_URL, str_c(a, way->url));
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl, CURLOPT_USE_SSL, way->plain ? (long)CURLUSESSL_NONE : (long)CURLUSESSL_ALL);
    if (way->ca.at) curl_easy_setopt(curl, CURLOPT_CAINFO, str_c(a, way->ca));
    if (way->user.at) curl_easy_setopt(curl, CURLOPT_USERNAME, str_c(a, way->user));
    if (way->password.at) curl_easy_setopt(curl, CURLOPT_PASSWORD, str_c(a, way->password));
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, str_c(a, str_fmt(a, "<%.*s>", STR_FMT(way->from))));
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_message);
    curl_easy_setopt(curl, CURLOPT_READDATA, sending);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, stop_sending);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, sending);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, said);
}

static Str why_not_sent(Arena *a, CURLcode code, long status, const char *said) {
    switch (code) {
    case CURLE_USE_SSL_FAILED:
        return S("The mail server offers no TLS, so nothing was sent. Use one that does; for a mail server "
                 "on this machine give --smtp-tls never.");
    case CURLE_PEER_FAILED_VERIFICATION:
        return str_fmt(a,
                       "The mail server's certificate is not trusted (%s). Name its authority's certificate "
                       "with --smtp-ca.",
                       said);
    case CURLE_LOGIN_DENIED:
        return S("The mail server refused the user or the password. Look at --smtp-user and the password.");
    case CURLE_COULDNT_CONNECT: case CURLE_COULDNT_RESOLVE_HOST: case CURLE_OPERATION_TIMEDOUT:
        return str_fmt(a, "The mail server was not reached (%s). Look at --smtp and the network.", said);
    default:
        if (status >= 400) return str_fmt(a, "The mail server answered %ld (%s).", status, said);
        return str_fmt(a, "Sending failed (%s).", said);
    }
}

// A 5xx answer is about this message and will not change; everything else (no connection, no TLS, a wrong
// password, a 4xx answer) may be mended, so it is tried again.
static JobEnd outcome(JobRun *run, CURLcode code, long status, const char *said) {
    if (code == CURLE_OK) return JOB_DONE;
    run->why = why_not_sent(run->arena, code, status, *said ? said : curl_easy_strerror(code));
    return status >= 500 && status < 600 && code != CURLE_LOGIN_DENIED ? JOB_GIVE_UP : JOB_AGAIN;
}

static JobEnd send_smtp(JobRun *run, const MailWay *way, const OutboxMail *m, Str message) {
    CURL *curl = curl_easy_init();
    char said[CURL_ERROR_SIZE] = "";
    long status = 0;
    Sending sending = {.message = message, .stopping = run->stopping};
    struct curl_slist *to = curl_slist_append(NULL,
        str_c(run->arena, str_fmt(run->arena, "<%.*s>", STR_FMT(m->recipient))));
    set_up(curl, way, run->arena, &sending, to, said);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(to);
    curl_easy_cleanup(curl);
    return outcome(run, code, status, said);
}

// ---- files ------------------------------------------------------------------------------------------------

static bool write_whole(int fd, Str s) {
    for (size_t done = 0; done < s.len;) {
        ssize_t n = write(fd, s.at + done, s.len - done);
        if (n < 0 && errno != EINTR) return false;
        if (n > 0) done += (size_t)n;
    }
    return fsync(fd) == 0;
}

// Under another name first: whoever looks into the folder sees whole files only.
static bool write_file(Arena *a, Str dir, Str name, Str text) {
    char *path = str_c(a, str_fmt(a, "%.*s/%.*s", STR_FMT(dir), STR_FMT(name)));
    char *part = str_c(a, str_fmt(a, "%s.part", path));
    if (mkdir(str_c(a, dir), 0700) && errno != EEXIST) return false;
    int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) return false;
    bool ok = write_whole(fd, text);
    if (close(fd) || !ok || rename(part, path)) ok = false;
    if (!ok) unlink(part);
    return ok;
}

// The name is the row's number: it says nothing about anybody, and a second try writes the same file.
static JobEnd file_mail(JobRun *run, const MailWay *way, const OutboxMail *m, Str message) {
    Str name = str_fmt(run->arena, "%08lld.eml", (long long)m->id);
    if (write_file(run->arena, way->dir, name, message)) {
        run->why = name;
        return JOB_DONE;
    }
    run->why = str_fmt(run->arena,
        "The file %.*s/%.*s cannot be written (%s). Make room, or give Kith the right to write there.",
        STR_FMT(way->dir), STR_FMT(name), strerror(errno));
    return JOB_AGAIN;
}

// ---- the job ----------------------------------------------------------------------------------------------

static void mark(Db *db, JobRun *run, JobEnd end) {
    bool sent = ((const MailWay *)run->context)->url.at != NULL;
    if (end == JOB_AGAIN) outbox_tried(db, run->subject, run->why);
    else if (end == JOB_GIVE_UP) outbox_end(db, run->subject, S("failed"), run->now, run->why);
    else outbox_end(db, run->subject, sent ? S("sent") : S("filed"), run->now, run->why);
}

static int64_t outbox_id(Str args) {
    json_t *json = json_loadb(args.at ? args.at : "", args.len, 0, NULL);
    int64_t id = json_integer_value(json_object_get(json, "outbox"));
    json_decref(json);
    return id;
}

JobEnd mail_job(JobRun *run) {
    const MailWay *way = run->context;
    db_begin_read(run->db);
    const OutboxMail *m = outbox_find(run->db, outbox_id(run->args));
    if (!db_end_read(run->db)) {
        run->why = S("The mail could not be read from the database; the log of the program says why.");
        return JOB_AGAIN;
    }
    // sent by a process that lost its lease after all
    if (!m || !str_eq(m->state, S("waiting"))) return JOB_DONE;
    run->subject = m->id;
    run->mark = mark;
    Str message = mail_message(run->arena, way,
        (MailParts){m->message_id, m->recipient, m->subject, m->body, m->at,
        m->attachment_name, m->attachment_type, m->attachment});
    return way->url.at ? send_smtp(run, way, m, message) : file_mail(run, way, m, message);
}
