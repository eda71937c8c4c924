// What `kith serve` can be told: each setting is a flag, an environment variable (KITH_ and the flag's name
// in capitals) and a line of `kith help serve`, from the one list below.
#ifndef KITH_SETTINGS_H
#define KITH_SETTINGS_H

#include "base/cli.h"

//   T(member, flag, "VALUE", "default", "what it is")   text
//   N(member, flag, least, most, "default", "…")        whole number
//   B(member, flag, "…")                                on or off
#define KITH_SETTINGS(T, N, B)                                                                              \
    T(address, "address", "ADDRESS", "127.0.0.1", "where to listen; 0.0.0.0 or :: for every network")       \
    N(port, "port", 1, 65535, "8080", "the port to listen on")                                              \
    T(base_url, "base-url", "URL", "", "how people reach it, as in mail; https:// makes cookies secure") \
    T(name, "name", "NAME", "", "the site's name in every page's head, whatever /office/settings says")      \
    T(data_dir, "data", "DIR", "data", "where uploads wait and mail without SMTP is filed")                 \
    T(smtp, "smtp", "URL", "", "smtp://HOST:587 or smtps://HOST:465; without it mail becomes files") \
    T(smtp_user, "smtp-user", "NAME", "", "who Kith is to it; the password: KITH_SMTP_PASSWORD")\
    T(smtp_password_file, "smtp-password-file", "FILE", "", "a file of one line, the password")             \
    T(smtp_ca, "smtp-ca", "FILE", "", "PEM certificates to trust for it, instead of the system's")          \
    T(smtp_tls, "smtp-tls", "HOW", "required", "required, or never: for a mail server on this machine")     \
    T(mail_from, "mail-from", "ADDRESS", "", "the address that mail comes from")                            \
    T(tls_certificate, "tls-certificate", "FILE", "", "PEM certificate chain: serve HTTPS itself")          \
    T(tls_key, "tls-key", "FILE", "", "PEM key of the certificate")                                         \
    B(behind_proxy, "behind-proxy", "believe X-Forwarded-For from a proxy on this machine")                 \
    N(threads, "threads", 1, 64, "2", "network threads")                                                    \
    N(readers, "readers", 0, 256, "0", "threads and connections that read; 0: one a processor, or a few") \
    N(hashers, "hashers", 1, 16, "1", "threads that check passwords, 64 MiB each")                          \
    N(renders, "renders", 1, 8, "1", "PDFs made at a time")                                                 \
    N(queue, "queue", 1, 100000, "1000", "requests that may wait for a reader, or for the writer")          \
    N(queue_slow, "queue-slow", 1, 1000, "20", "requests that may wait for a password check or a PDF")      \
    N(connections, "connections", 10, 100000, "4000", "connections at a time")                              \
    N(per_address, "per-address", 0, 100000, "500", "of these from one address; 0, or a proxy: no limit") \
    N(header_seconds, "header-seconds", 1, 600, "10", "a request's head must be here by then")              \
    N(idle_seconds, "idle-seconds", 1, 3600, "30", "a connection with nothing to say is closed after this") \
    N(slowest, "slowest", 1, 1000000, "2048", "bytes a second below which a body or a reader is given up")  \
    N(drain_seconds, "drain-seconds", 0, 600, "15", "when stopping, requests under way have this long")     \
    T(chromium, "chromium", "FILE", "/usr/bin/chromium-headless-shell", "the Chromium that makes PDFs")    \
    N(page_cache, "page-cache", 0, 1000000, "32768", "KiB of published pages kept ready; 0: none")          \
    T(metrics, "metrics", "WHO", "local", "who may read /metrics: local, all or nobody")                    \
    B(quiet, "quiet", "no line in the log for each request")                                                \
    T(bench_page, "bench-page", "BYTES", "0", "for measuring: /bench answers so many fixed bytes")

typedef struct Settings {
#define T(member, flag, value, standard, about) Str member;
#define N(member, flag, least, most, standard, about) int64_t member;
#define B(member, flag, about) bool member;
    KITH_SETTINGS(T, N, B)
#undef T
#undef N
#undef B
    Str database;
} Settings;

extern const char settings_usage[];        // "[--port N] …": for the verb's row
extern const char settings_about[];        // a line each: for its help
bool settings_read(const Cli *c, Settings *ret, Str *ret_why);

#endif
