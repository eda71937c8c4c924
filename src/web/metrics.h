// What the service has done, counted by line of the routes table and never by person or address.
#ifndef KITH_METRICS_H
#define KITH_METRICS_H

#include <stdatomic.h>

#include "web/web.h"

enum { BUCKETS = 12 };
typedef struct Measure {              // of one route
    atomic_ullong by_class[6];        // 1xx … 5xx; 0 is unused
    atomic_ullong bucket[BUCKETS];    // by duration; the last has no upper bound
    atomic_ullong sum_us, bytes;
} Measure;
typedef struct Metrics {
    const Site *site;
    size_t n;    // the routes and the extra lines
    Measure *at;
} Metrics;
// Lines for what is no route.
typedef enum Extra { EXTRA_ASSET, EXTRA_MACHINE, EXTRA_NOWHERE, EXTRA_REFUSED, EXTRAS } Extra;

Metrics *metrics_make(Arena *a, const Site *s);
size_t metrics_route(const Metrics *m, const Route *r);    // its line
size_t metrics_extra(const Metrics *m, Extra e);
const char *metrics_name(const Metrics *m, size_t line);    // "/plan/objectives/*", "(asset)"
const char *metrics_verb(const Metrics *m, size_t line);
void metrics_count(Metrics *m, size_t line, int status, int64_t us, size_t bytes);
void metrics_write(const Metrics *m, Buf *out);    // Prometheus text

#endif
