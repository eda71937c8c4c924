// Whatever address is sent, it is found, refused, or sent on to a path of this very site: never to another
// one.
#include <stdlib.h>

#include "web/route.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static Reply nothing(Ctx *c) {
    (void)c;
    return (Reply){0};
}

static const Route routes[] = {
    {GET, "/", nothing, PUBLIC},
    {GET, "/plan", nothing, PUBLIC},
    {GET, "/measures/*", nothing, PUBLIC},
    {GET, "/reports/*/*/summary", nothing, PUBLIC},
    {POST, "/sign-in", nothing, PUBLIC},
    {GET, "/*/*/*/*/*/*", nothing, PUBLIC},
};

static void check_part(Str part) {
    must(str_utf8(part) && !str_has(part, S("/")) && !str_has(part, S("\\")));
    must(!str_eq(part, S(".")) && !str_eq(part, S("..")));
}

static void check(const Match *m) {
    must(m->status == 0 || m->status == 308 || m->status == 400 || m->status == 404 || m->status == 405);
    must((m->status == 0) == (m->route != NULL));
    must(str_starts(m->path, S("/")) && !str_starts(m->path, S("//")) && m->query.at);
    for (size_t i = 0; i < COUNT(m->part); i++)
        if (m->part[i].at) check_part(m->part[i]);
    if (m->status == 308) must(str_starts(m->location, S("/")) && !str_starts(m->location, S("//")));
    if (m->status == 405) must(m->allow.len > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const Site site = {.routes = routes, .n_routes = COUNT(routes)};
    const Str verbs[] = {S("GET"), S("POST"), S("HEAD"), S("BREW")};
    Arena *a = arena_open();
    for (size_t i = 0; i < COUNT(verbs); i++) {
        Match m = route_match(&site, a, verbs[i], (Str){(const char *)data, size});
        check(&m);
        if (m.status == 308) {             // it arrives there, and is not sent on again
            Match next = route_match(&site, a, verbs[i], m.location);
            must(next.status == 0 && str_eq(next.path, m.path) && str_eq(next.query, m.query));
        }
    }
    arena_close(a);
    return 0;
}
