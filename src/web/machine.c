// What other machines ask: is the process up, is the service ready, what has it done. Answered on the network
// thread, so that they answer when every pool is full.
#include <stdio.h>
#include <unistd.h>

#include "web/server.h"

static Str gauge(Arena *a, Str so_far, const char *name, const char *about, long long n) {
    return str_fmt(a, "%.*s# HELP %s %s\n# TYPE %s gauge\n%s %lld\n", STR_FMT(so_far), name, about, name,
                   name, n);
}

static long long resident_bytes(void) {
    long long pages = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (!f) return 0;
    if (fscanf(f, "%*s %lld", &pages) != 1) pages = 0;
    fclose(f);
    return pages * sysconf(_SC_PAGESIZE);
}

static void write_queue(Buf *out, Queue *q) {
    pthread_mutex_lock(&q->lock);
    long long waiting = q->waiting;
    pthread_mutex_unlock(&q->lock);
    buf_fmt(out, "kith_waiting{pool=\"%s\"} %lld\n", q->name, waiting);
}

static Str metrics_text(Exchange *x) {
    Server *s = x->server;
    Buf out = {.arena = x->arena};
    metrics_write(s->metrics, &out);
    buf_lit(&out, "# HELP kith_waiting Requests waiting for a pool.\n# TYPE kith_waiting gauge\n");
    write_queue(&out, &s->reads);
    write_queue(&out, &s->hashes);
    write_queue(&out, &s->renders);
    buf_fmt(&out, "kith_waiting{pool=\"writes\"} %zu\n", writer_waiting(s->writer));
    Str more = gauge(x->arena, S(""), "kith_connections", "Connections open.", s->n_peers);
    more = gauge(x->arena, more, "kith_requests_under_way", "Requests begun and not ended.", s->under_way);
    more = gauge(x->arena, more, "kith_resident_bytes", "Memory the process has.", resident_bytes());
    buf_put(&out, more);
    return buf_str(&out);
}

static bool metrics_allowed(const Exchange *x) {
    Str who = x->server->settings->metrics;
    bool from_here =
        x->peer->local && !(x->peer->proxied && !str_eq(x->request.address, str_from(x->peer->address)));
    return str_eq(who, S("all")) || (str_eq(who, S("local")) && from_here);
}

static enum MHD_Result healthz(Exchange *x) { return exchange_say(x, 200, S("text/plain"), S("up\n")); }

static enum MHD_Result readyz(Exchange *x) {
    const Server *s = x->server;
    if (s->stopping) return exchange_say(x, 503, S("text/plain"), S("stopping\n"));
    if (!s->database_answers)
        return exchange_say(x, 503, S("text/plain"), S("the database does not answer\n"));
    if (!s->writer_answers) return exchange_say(x, 503, S("text/plain"), S("the writer does not answer\n"));
    if (!s->migrated)
        return exchange_say(x, 503, S("text/plain"),
                            S("the database is at another version than the program\n"));
    return exchange_say(x, 200, S("text/plain"), S("ready\n"));
}

static enum MHD_Result metrics(Exchange *x) {
    if (!metrics_allowed(x))
        return exchange_say(x, 403, S("text/plain"), S("Only from this machine; see --metrics.\n"));
    return exchange_say(x, 200, S("text/plain; version=0.0.4"), metrics_text(x));
}

static const struct {
    Str path;
    enum MHD_Result (*run)(Exchange *x);
} table[] = {
    {S("/healthz"), healthz}, {S("/readyz"), readyz}, {S("/metrics"), metrics}};

bool machine_answer(Exchange *x, enum MHD_Result *ret) {
    if (str_eq(x->request.verb, S("POST"))) return false;
    for (size_t i = 0; i < COUNT(table); i++) {
        if (!str_eq(x->request.target, table[i].path)) continue;
        x->measure = metrics_extra(x->server->metrics, EXTRA_MACHINE);
        *ret = table[i].run(x);
        return true;
    }
    return false;
}
