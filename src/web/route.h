// Which line of the routes table an address means.
#ifndef KITH_ROUTE_H
#define KITH_ROUTE_H

#include "web/web.h"

typedef struct Match {
    int status;            // 0 found; 308 elsewhere; 400 no address; 404; 405
    const Route *route;    // with 0
    Str path, query;       // decoded path; query as sent
    Str part[6];
    Str location;    // with 308
    Str allow;       // with 405: "GET, HEAD"
} Match;

Match route_match(const Site *site, Arena *a, Str verb, Str target);
Pool route_pool(const Route *r);
int64_t route_body_limit(const Route *r);

#endif
