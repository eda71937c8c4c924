// Embedded files, answered on the network thread from responses made once. Their names change with their
// content, so a browser keeps them for ever.
#include "web/assets.h"
#include "web/server.h"

typedef enum Coding { PLAIN, GZIP, BROTLI, CODINGS } Coding;
static const char *const coding_name[CODINGS] = {NULL, "gzip", "br"};

static struct MHD_Response *make(Server *s, const Asset *a, Coding coding) {
    Str bytes = coding == BROTLI ? a->brotli : coding == GZIP ? a->gzip : a->bytes;
    if (!bytes.at) return NULL;
    Response r = {.status = 200, .body = bytes};
    headers_security(&r, &s->site);
    response_add(&r, "Content-Type", a->type);
    response_add(&r, "Cache-Control", S("public, max-age=31536000, immutable"));
    response_add(&r, "Vary", S("Accept-Encoding"));
    if (coding_name[coding]) response_add(&r, "Content-Encoding", str_from(coding_name[coding]));
    return response_make(&r, MHD_RESPMEM_PERSISTENT);
}

void static_make(Server *s) {
    s->assets = arena_new(s->arena, struct MHD_Response *, s->site.n_assets * CODINGS + 1);
    for (size_t i = 0; i < s->site.n_assets; i++)
        for (Coding c = PLAIN; c < CODINGS; c++) s->assets[i * CODINGS + c] = make(s, &s->site.assets[i], c);
}

static Coding best(Exchange *x, size_t i) {
    struct MHD_Response **made = &x->server->assets[i * CODINGS];
    Str accept = x->request.accept_encoding;
    if (made[BROTLI] && accepts_encoding(accept, S("br"))) return BROTLI;
    return made[GZIP] && accepts_encoding(accept, S("gzip")) ? GZIP : PLAIN;
}

static enum MHD_Result answer(Exchange *x, size_t i) {
    const Asset *a = &x->server->site.assets[i];
    Coding c = best(x, i);
    x->measure = metrics_extra(x->server->metrics, EXTRA_ASSET);
    return exchange_queue(x, x->server->assets[i * CODINGS + c], 200,
                          c == BROTLI ? a->brotli.len
                          : c == GZIP ? a->gzip.len
                                      : a->bytes.len);
}

bool static_answer(Exchange *x, enum MHD_Result *ret) {
    const Site *s = &x->server->site;
    if (!str_starts(x->request.target, S("/assets/")) || str_eq(x->request.verb, S("POST"))) return false;
    for (size_t i = 0; i < s->n_assets; i++)
        if (str_eq(s->assets[i].path, x->request.target)) return *ret = answer(x, i), true;
    return false;
}

void static_drop(Server *s) {
    for (size_t i = 0; i < s->site.n_assets * CODINGS; i++)
        if (s->assets[i]) MHD_destroy_response(s->assets[i]);
}
