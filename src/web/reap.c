// Slow senders and slow readers. The library only notices silence; a byte a second is not silent. Each
// connection says what it is doing and since when, and twice a second whoever takes too long is hung up on.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>

#include "web/server.h"

static bool loopback(const struct sockaddr *a) {
    if (a->sa_family == AF_INET)
        return (ntohl(((const struct sockaddr_in *)(const void *)a)->sin_addr.s_addr) >> 24) == 127;
    if (a->sa_family != AF_INET6) return false;
    const struct in6_addr *six = &((const struct sockaddr_in6 *)(const void *)a)->sin6_addr;
    return IN6_IS_ADDR_LOOPBACK(six) || (IN6_IS_ADDR_V4MAPPED(six) && six->s6_addr[12] == 127);
}

static void address_write(Connection *p, const struct sockaddr *a) {
    const void *at = a->sa_family == AF_INET
                         ? (const void *)&((const struct sockaddr_in *)(const void *)a)->sin_addr
                         : (const void *)&((const struct sockaddr_in6 *)(const void *)a)->sin6_addr;
    if (!inet_ntop(a->sa_family, at, p->address, sizeof p->address)) p->address[0] = '\0';
    if (!strncmp(p->address, "::ffff:", 7)) memmove(p->address, p->address + 7, strlen(p->address + 7) + 1);
}

static void peer_open(Server *s, struct MHD_Connection *c, void **ret) {
    pthread_mutex_lock(&s->peers_lock);
    Connection *p = s->peers_spare;
    if (p)
        s->peers_spare = p->after;
    else
        p = arena_new(s->peers_arena, Connection, 1);
    pthread_mutex_unlock(&s->peers_lock);
    *p = (Connection){.first = true};
    const struct sockaddr *a = MHD_get_connection_info(c, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr;
    p->fd = MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    p->local = loopback(a);
    p->proxied = p->local && s->settings->behind_proxy;
    address_write(p, a);
    peer_does(p, IDLE);
    pthread_mutex_lock(&s->peers_lock);
    p->after = s->peers;
    if (s->peers) s->peers->before = p;
    s->peers = p;
    pthread_mutex_unlock(&s->peers_lock);
    atomic_fetch_add(&s->n_peers, 1);
    *ret = p;
}

// Taken off the list before its socket is closed: the reaper never touches a descriptor that has become
// another's.
static void peer_close(Server *s, Connection *p) {
    pthread_mutex_lock(&s->peers_lock);
    if (p->before)
        p->before->after = p->after;
    else
        s->peers = p->after;
    if (p->after) p->after->before = p->before;
    p->after = s->peers_spare;
    s->peers_spare = p;
    pthread_mutex_unlock(&s->peers_lock);
    atomic_fetch_sub(&s->n_peers, 1);
}

void peer_notify(void *server, struct MHD_Connection *c, void **peer,
                 enum MHD_ConnectionNotificationCode what) {
    if (what == MHD_CONNECTION_NOTIFY_STARTED)
        peer_open(server, c, peer);
    else if (*peer)
        peer_close(server, *peer);
}

void peer_does(Connection *p, Doing doing) {
    p->bytes = 0;
    p->since = clock_us() / 1000;
    p->doing = doing;
}

static int64_t allowed_ms(const Settings *s, Connection *p) {
    switch ((Doing)p->doing) {
    case IDLE: return (p->first ? s->header_seconds : s->idle_seconds) * 1000;
    case HEAD: return s->header_seconds * 1000;
    case BODY:
    case SENDING: return s->header_seconds * 1000 + p->bytes * 1000 / s->slowest;
    case WORKING: break;
    }
    return INT64_MAX;
}

void reap(Server *s) {
    int64_t now = clock_us() / 1000;
    pthread_mutex_lock(&s->peers_lock);
    for (Connection *p = s->peers; p; p = p->after)
        if (now - p->since > allowed_ms(s->settings, p)) shutdown(p->fd, SHUT_RDWR);
    pthread_mutex_unlock(&s->peers_lock);
}
