// The life of a request on a network thread: its head is looked at, its body taken in under limits, then it
// goes to a pool and sleeps; the pool wakes it with an answer. Nothing here waits.
#include <sodium.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server.h"

enum { DISCARD_MOST = 8 << 20, RETRY_SECONDS = 3 };

int64_t clock_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

// ---- beginning and end ------------------------------------------------------------------------------------

static Exchange *exchange_take(Server *s) {
    pthread_mutex_lock(&s->spare_lock);
    Exchange *x = s->spare;
    if (x)
        s->spare = x->next;
    else {
        x = arena_new(s->spare_arena, Exchange, 1);
        x->arena = arena_open();
    }
    pthread_mutex_unlock(&s->spare_lock);
    Arena *a = x->arena;
    *x = (Exchange){.server = s, .arena = a};
    return x;
}

static void exchange_give(Exchange *x) {
    Server *s = x->server;
    arena_reset(x->arena);
    pthread_mutex_lock(&s->spare_lock);
    x->next = s->spare;
    s->spare = x;
    pthread_mutex_unlock(&s->spare_lock);
}

static Str request_id(Arena *a) {
    static atomic_ullong count;
    uint64_t id[2] = {0};
    static _Atomic uint64_t start;
    if (!start) {
        randombytes_buf(&id[1], sizeof id[1]);
        start = id[1] | 1;
    }
    id[0] = start + atomic_fetch_add(&count, 1) * 0x9E3779B97F4A7C15u;
    return str_hex(a, (const uint8_t *)id, 8);
}

static Connection *peer_of(struct MHD_Connection *c) {
    return MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

void *exchange_begin(void *server, const char *target, struct MHD_Connection *connection) {
    Exchange *x = exchange_take(server);
    x->connection = connection;
    x->peer = peer_of(connection);
    x->peer->first = false;
    peer_does(x->peer, HEAD);
    x->began = clock_us();
    x->target_end = target + strlen(target);
    x->request = (Request){.arena = x->arena,
                           .target = str_copy(x->arena, str_from(target)),
                           .now = time_now(),
                           .id = request_id(x->arena)};
    x->measure = metrics_extra(x->server->metrics, EXTRA_REFUSED);
    x->pool = "none";
    atomic_fetch_add(&x->server->under_way, 1);
    return x;
}

static void log_exchange(Exchange *x) {
    Server *s = x->server;
    int64_t us = clock_us() - x->began;
    metrics_count(s->metrics, x->measure, x->status, us, x->bytes);
    if (s->settings->quiet) return;
    Str verb = x->request.verb.at ? x->request.verb : S("-");
    log_line("request", "id=%.*s method=%.*s route=%s status=%d ms=%lld.%03lld bytes=%zu pool=%s",
             STR_FMT(x->request.id), STR_FMT(verb), metrics_name(s->metrics, x->measure), x->status,
             (long long)us / 1000, (long long)us % 1000, x->bytes, x->pool);
}

void exchange_end(void *server, struct MHD_Connection *connection, void **exchange,
                  enum MHD_RequestTerminationCode why) {
    Exchange *x = *exchange;
    (void)connection, (void)why;
    if (!x) return;
    *exchange = NULL;
    if (x->response) MHD_destroy_response(x->response);
    if (x->multipart) multipart_drop(x->multipart);
    for (size_t i = 0; i < x->request.n_uploads; i++) close(x->request.uploads[i].fd);
    log_exchange(x);
    peer_does(x->peer, IDLE);
    exchange_give(x);
    atomic_fetch_sub(&((Server *)server)->under_way, 1);
}

// ---- answers ----------------------------------------------------------------------------------------------

struct MHD_Response *response_make(const Response *r, enum MHD_ResponseMemoryMode mode) {
    struct MHD_Response *made =
        MHD_create_response_from_buffer(r->body.len, (void *)(uintptr_t)r->body.at, mode);
    for (size_t i = 0; made && i < r->n; i++) {
        char value[9000];    // the library wants a NUL; no header of ours is longer
        if (r->header[i].value.len >= sizeof value) continue;
        memcpy(value, r->header[i].value.at, r->header[i].value.len);
        value[r->header[i].value.len] = '\0';
        MHD_add_response_header(made, r->header[i].name, value);
    }
    return made;
}

void exchange_respond(Exchange *x) {
    Response out;
    respond(&x->turn, &out);
    if (x->close || x->server->stopping) response_add(&out, "Connection", S("close"));
    x->status = out.status;
    x->bytes = out.body.len;
    x->response = response_make(&out, MHD_RESPMEM_PERSISTENT);
    if (x->turn.reply.frozen) frozen_keep(x);
}

enum MHD_Result exchange_queue(Exchange *x, struct MHD_Response *r, int status, size_t bytes) {
    x->stage = GONE;
    x->status = status;
    x->bytes = bytes;
    peer_does(x->peer, SENDING);
    x->peer->bytes = (long long)bytes;
    return r ? MHD_queue_response(x->connection, (unsigned)status, r) : MHD_NO;
}

static enum MHD_Result queue_own(Exchange *x) { return exchange_queue(x, x->response, x->status, x->bytes); }

enum MHD_Result exchange_say(Exchange *x, int status, Str type, Str body) {
    Response r = {.status = status, .body = body};
    headers_security(&r, &x->server->site);
    response_add(&r, "Content-Type", type);
    response_add(&r, "Cache-Control", S("no-store"));
    struct MHD_Response *made = response_make(&r, MHD_RESPMEM_MUST_COPY);
    enum MHD_Result went = exchange_queue(x, made, status, body.len);
    if (made) MHD_destroy_response(made);
    return went;
}

static void refuse(Exchange *x, int status, Str why, int retry_after) {
    x->turn.site = &x->server->site;
    x->turn.request = &x->request;
    if (!x->turn.match.path.at) x->turn.match = (Match){.status = status, .path = S("/"), .query = S("")};
    dispatch_refuse(&x->turn, status, why, retry_after);
    x->close = status != 503;
    exchange_respond(x);
}

static enum MHD_Result refuse_now(Exchange *x, int status, Str why) {
    refuse(x, status, why, 0);
    return queue_own(x);
}

// ---- the head ---------------------------------------------------------------------------------------------

static Str header(Exchange *x, const char *name) {
    return str_from(MHD_lookup_connection_value(x->connection, MHD_HEADER_KIND, name));
}

static enum MHD_Result last_forwarded(void *arg, enum MHD_ValueKind kind, const char *name,
                                      const char *value) {
    (void)kind;
    if (value && str_eq_fold(str_from(name), S("X-Forwarded-For"))) *(Str *)arg = str_from(value);
    return MHD_YES;
}

// A proxy adds the address it was asked from at the end, or as a last line of its own; what stands before it
// anybody could have written.
static Str client_address(Exchange *x) {
    Str last = {0};
    if (x->peer->proxied) MHD_get_connection_values(x->connection, MHD_HEADER_KIND, last_forwarded, &last);
    for (Str rest = last; rest.at;) last = str_trim(str_cut(&rest, S(",")));
    return last.len && last.len < 48 ? last : str_copy(x->arena, str_from(x->peer->address));
}

static void read_head(Exchange *x, const char *verb) {
    Request *r = &x->request;
    r->verb = str_copy(x->arena, str_from(verb));
    r->host = header(x, "Host");
    r->origin = header(x, "Origin");
    r->fetch_site = header(x, "Sec-Fetch-Site");
    r->cookie = header(x, "Cookie");
    r->accept_encoding = header(x, "Accept-Encoding");
    r->if_none_match = header(x, "If-None-Match");
    r->content_type = header(x, "Content-Type");
    r->agent = header(x, "User-Agent");
    r->address = client_address(x);
    x->turn.site = &x->server->site;
    x->turn.request = r;
}

static void route(Exchange *x) {
    if (x->turn.match.path.at) return;
    turn_route(&x->turn);
    const Route *r = x->turn.match.route;
    x->measure = r ? metrics_route(x->server->metrics, r) : metrics_extra(x->server->metrics, EXTRA_NOWHERE);
}

// A body a little too large is read to its end and thrown away, so that the browser gets to read the answer;
// one that is much too large is cut off.
static enum MHD_Result begin_body(Exchange *x, int64_t length) {
    route(x);
    const Route *r = x->turn.match.route;
    bool posts = r && r->method == POST;
    x->limit = posts ? route_body_limit(r) : 0;
    if (length > x->limit + DISCARD_MOST)
        return refuse_now(x, posts ? 413 : r ? 400 : x->turn.match.status, (Str){0});
    peer_does(x->peer, BODY);
    x->body.arena = x->arena;
    if (!posts || length > x->limit) {
        x->stage = DISCARDING;
        x->request.trouble = posts ? 413 : 400;
    } else if (str_eq_fold(media_type(x->request.content_type), S("multipart/form-data"))) {
        x->multipart = multipart_open(x->arena, x->request.content_type, x->server->site.data_dir,
                                      &x->request.trouble_why);
        if (!x->multipart) x->request.trouble = 400;
    }
    return MHD_YES;
}

// The answer waits for the library's second call even where there is no body: one that is given at the first
// ends the connection, and with it the requests that came right behind.
static enum MHD_Result begin(Exchange *x, const char *verb, const char *version) {
    const char *why = head_refused(x->connection, verb, version);
    // The library ends the address at a NUL; then what follows is not the version.
    if (!why && version != x->target_end + 1) why = "the address has a NUL or a space in it";
    read_head(x, why ? "-" : verb);
    if (why) return refuse_now(x, 400, str_fmt(x->arena, "The request is not well-formed: %s.", why));
    int64_t length = 0;
    bool body =
        (str_int(header(x, "Content-Length"), &length) && length > 0) || header(x, "Transfer-Encoding").at;
    x->stage = RECEIVING;
    return body ? begin_body(x, length) : MHD_YES;
}

// ---- the body ---------------------------------------------------------------------------------------------

static enum MHD_Result discard(Exchange *x, size_t n) {
    x->discarded += (int64_t)n;
    return x->discarded > x->limit + DISCARD_MOST ? MHD_NO : MHD_YES;
}

static enum MHD_Result take(Exchange *x, Str piece) {
    x->peer->bytes += (long long)piece.len;
    if (x->stage == DISCARDING) return discard(x, piece.len);
    if (x->peer->bytes > x->limit) {
        x->stage = DISCARDING;
        x->request.trouble = 413;
        if (x->multipart) multipart_drop(x->multipart);
        x->multipart = NULL;
        return discard(x, (size_t)x->peer->bytes);
    }
    if (x->multipart)
        multipart_feed(x->multipart, piece);
    else if (!x->request.trouble)
        buf_put(&x->body, piece);
    return MHD_YES;
}

// ---- to a pool and back -----------------------------------------------------------------------------------

static bool hand_over(Exchange *x) {
    const Route *r = x->turn.match.route;
    Pool pool = r ? route_pool(r) : READS;
    Server *s = x->server;
    switch (pool) {
    case WRITES: return hand_to_writer(x);
    case HASHES: return queue_add(&s->hashes, x);
    case RENDERS: return queue_add(&s->renders, x);
    case READS:
    case LOOKS: break;    // route_pool() gives no LOOKS
    }
    return queue_add(&s->reads, x);
}

// Suspended before it is handed over: the pool may have the answer before this function returns.
static enum MHD_Result wait_for_pool(Exchange *x) {
    x->request.body = buf_str(&x->body);
    if (x->multipart) multipart_close(x->multipart, &x->request);
    x->multipart = NULL;
    x->stage = WAITING;
    peer_does(x->peer, WORKING);
    MHD_suspend_connection(x->connection);
    if (hand_over(x)) return MHD_YES;
    refuse(x, 503, (Str){0}, RETRY_SECONDS);
    exchange_answered(x);
    return MHD_YES;
}

static enum MHD_Result came_in(Exchange *x) {
    enum MHD_Result went = MHD_NO;
    if (static_answer(x, &went) || machine_answer(x, &went) || bench_answer(x, &went) ||
        frozen_answer(x, &went))
        return went;
    route(x);
    return wait_for_pool(x);
}

void exchange_answered(Exchange *x) {
    x->stage = ANSWERED;
    MHD_resume_connection(x->connection);
}

// Of the writer's answers the bytes are made here, so that the one thread that writes does nothing else.
static enum MHD_Result answer(Exchange *x) {
    if (!x->response && x->keep_failed) {
        x->turn.reply = (Reply){0};
        dispatch_refuse(&x->turn, x->turn.fault.at ? 500 : 503, (Str){0}, RETRY_SECONDS);
    }
    if (!x->response) exchange_respond(x);
    return queue_own(x);
}

enum MHD_Result exchange_go_on(void *server, struct MHD_Connection *connection, const char *url,
                               const char *verb, const char *version, const char *data, size_t *size,
                               void **exchange) {
    Exchange *x = *exchange;
    (void)server, (void)connection, (void)url;
    if (x->stage == STARTED) return begin(x, verb, version);
    if (x->stage == ANSWERED) return answer(x);
    if (*size) {
        Str piece = {data, *size};
        *size = 0;
        return take(x, piece);
    }
    return x->stage == WAITING || x->stage == GONE ? MHD_YES : came_in(x);
}
