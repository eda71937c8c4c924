// The limit that pages are measured against: answers of so many bytes, made once and sent again as they
// are, by the same server and with the same headers. script/bench asks for one of each page's size.
#include "web/server.h"

enum { PAGE_MOST = 100000000 };

static struct MHD_Response *make(Server *s, size_t n) {
    char *page = arena_new(s->arena, char, n);
    memset(page, 'k', n);
    Response r = {.status = 200, .body = {page, n}};
    headers_security(&r, &s->site);
    response_add(&r, "Content-Type", S("text/html; charset=utf-8"));
    return response_make(&r, MHD_RESPMEM_PERSISTENT);
}

// "12000,90000": /bench is the first, /bench/90000 the other.
bool bench_make(Server *s) {
    for (Str rest = s->settings->bench_page; rest.len && s->n_bench < BENCHES;) {
        Str text = str_trim(str_cut(&rest, S(",")));
        int64_t n;
        if (!str_int(text, &n) || n < 0 || n > PAGE_MOST) return false;
        if (!n) continue;
        Bench *b = &s->bench[s->n_bench++];
        *b = (Bench){str_fmt(s->arena, "/bench/%.*s", STR_FMT(text)), make(s, (size_t)n), (size_t)n};
    }
    return true;
}

bool bench_answer(Exchange *x, enum MHD_Result *ret) {
    Server *s = x->server;
    Str asked = x->request.target;
    if (!s->n_bench || !str_starts(asked, S("/bench")) || str_eq(x->request.verb, S("POST"))) return false;
    for (size_t i = 0; i < s->n_bench; i++) {
        const Bench *b = &s->bench[i];
        if (!str_eq(asked, b->path) && !(i == 0 && str_eq(asked, S("/bench")))) continue;
        x->measure = metrics_extra(s->metrics, EXTRA_MACHINE);
        *ret = exchange_queue(x, b->response, 200, b->bytes);
        return true;
    }
    return false;
}

void bench_drop(Server *s) {
    for (size_t i = 0; i < s->n_bench; i++) MHD_destroy_response(s->bench[i].response);
}
