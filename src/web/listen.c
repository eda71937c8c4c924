// The socket, and the library that reads from it.
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server.h"

enum { MEMORY_OF_A_CONNECTION = 20 * 1024, BACKLOG = 1024, PEM_MOST = 1 << 20 };

static Str why_not(Arena *a, const Settings *s, int error) {
    long long port = s->port;
    if (error == EADDRINUSE)
        return str_fmt(
            a,
            "Another program is using port %lld. Stop it (ss -ltnp shows which), or choose "
            "another: --port %lld.",
            port, port < 65535 ? port + 1 : 8080);
    if (error == EACCES)
        return str_fmt(a, "Port %lld is for the administrator only. Choose one above 1023: --port 8080.",
                       port);
    if (error == EADDRNOTAVAIL)
        return str_fmt(a, "This machine does not have the address %.*s. Choose another with --address.",
                       STR_FMT(s->address));
    return str_fmt(a, "Cannot listen on %.*s port %lld: %s.", STR_FMT(s->address), port, strerror(error));
}

static int listen_on(const struct addrinfo *at) {
    int on = 1, fd = socket(at->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) return -1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, at->ai_addr, at->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0) return fd;
    int error = errno;
    close(fd);
    errno = error;
    return -1;
}

bool listen_open(const Settings *s, int *ret_fd, Str *ret_why, Arena *a) {
    char port[8];
    snprintf(port, sizeof port, "%d", (int)s->port);
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM,
                             .ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV},
                    *at = NULL;
    if (getaddrinfo(str_c(a, s->address), port, &hints, &at)) {
        *ret_why = str_fmt(a, "“%.*s” is no address: --address takes one such as 127.0.0.1, 0.0.0.0 or ::.",
                           STR_FMT(s->address));
        return false;
    }
    int fd = listen_on(at);
    if (fd < 0) *ret_why = why_not(a, s, errno);
    freeaddrinfo(at);
    *ret_fd = fd;
    return fd >= 0;
}

static char *pem_read(Server *s, Str path) {
    int fd = open(str_c(s->arena, path), O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0) return NULL;
    char *text = fstat(fd, &st) == 0 && st.st_size < PEM_MOST
                     ? arena_new(s->arena, char, (size_t)st.st_size + 1)
                     : NULL;
    ssize_t n = text ? read(fd, text, (size_t)st.st_size) : -1;
    close(fd);
    return n > 0 ? text : NULL;
}

// A connection is a descriptor, and so is each file being uploaded and each database connection.
static void raise_descriptors(const Settings *s) {
    struct rlimit most;
    if (getrlimit(RLIMIT_NOFILE, &most)) return;
    rlim_t want = (rlim_t)s->connections + 512;
    if (most.rlim_cur >= want) return;
    most.rlim_cur = most.rlim_max == RLIM_INFINITY || most.rlim_max >= want ? want : most.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &most) || most.rlim_cur < want)
        log_line("few_descriptors", "have=%llu want=%llu", (unsigned long long)most.rlim_cur,
                 (unsigned long long)want);
}

// Addresses are taken apart by route.c, so the library is to leave what it was sent as it is.
static size_t as_sent(void *cls, struct MHD_Connection *c, char *s) { return (void)cls, (void)c, strlen(s); }

static void library_says(void *cls, const char *format, va_list args) { (void)cls, (void)format, (void)args; }

static struct MHD_Daemon *start(Server *s, int fd, char *certificate, char *key) {
    const Settings *set = s->settings;
    unsigned per_address = set->behind_proxy ? 0 : (unsigned)set->per_address;
    struct MHD_OptionItem tls[] = {{MHD_OPTION_HTTPS_MEM_CERT, 0, certificate},
                                   {MHD_OPTION_HTTPS_MEM_KEY, 0, key},
                                   {MHD_OPTION_END, 0, NULL}};
    struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TCP_FASTOPEN |
                     MHD_USE_ITC | MHD_USE_ERROR_LOG;
    if (certificate) flags |= MHD_USE_TLS;
    return MHD_start_daemon(
        flags, (uint16_t)set->port, NULL, NULL, exchange_go_on, s, MHD_OPTION_EXTERNAL_LOGGER, library_says,
        NULL, MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_THREAD_POOL_SIZE, (unsigned)set->threads,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)set->connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
        per_address, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)set->idle_seconds,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)MEMORY_OF_A_CONNECTION, MHD_OPTION_URI_LOG_CALLBACK,
        exchange_begin, s, MHD_OPTION_NOTIFY_COMPLETED, exchange_end, s, MHD_OPTION_NOTIFY_CONNECTION,
        peer_notify, s, MHD_OPTION_UNESCAPE_CALLBACK, as_sent, NULL, MHD_OPTION_ARRAY,
        certificate ? tls : none, MHD_OPTION_END);
}

bool daemon_start(Server *s, int fd, Str *ret_why) {
    const Settings *set = s->settings;
    bool tls = set->tls_certificate.len;
    char *certificate = tls ? pem_read(s, set->tls_certificate) : NULL,
         *key = tls ? pem_read(s, set->tls_key) : NULL;
    if (tls && (!certificate || !key)) {
        Str missing = certificate ? set->tls_key : set->tls_certificate;
        *ret_why = str_fmt(s->arena, "Cannot read %.*s: give the path of a PEM file that this user may read.",
                           STR_FMT(missing));
        return false;
    }
    raise_descriptors(set);
    s->daemon = start(s, fd, certificate, key);
    if (!s->daemon)
        *ret_why =
            tls ? S("The server does not start: the certificate and the key must be PEM files "
                    "that belong together.")
                : S("The server does not start: the system gives it no threads or descriptors (ulimit -n).");
    return s->daemon;
}
