// Counters without a lock: each request adds to its line, and whoever reads adds the lines up.
#include "web/metrics.h"

static const int64_t bounds_us[BUCKETS - 1] = {500,   1000,   2500,   5000,    10000,  25000,
                                               50000, 100000, 500000, 1000000, 5000000};
static const char *const bounds[BUCKETS] = {"0.0005", "0.001", "0.0025", "0.005", "0.01", "0.025",
                                            "0.05",   "0.1",   "0.5",    "1",     "5",    "+Inf"};
static const char *const extras[EXTRAS] = {"(asset)", "(machine)", "(nowhere)", "(refused)"};

Metrics *metrics_make(Arena *a, const Site *s) {
    Metrics *m = arena_new(a, Metrics, 1);
    *m = (Metrics){.site = s, .n = s->n_routes + EXTRAS, .at = arena_new(a, Measure, s->n_routes + EXTRAS)};
    return m;
}

size_t metrics_route(const Metrics *m, const Route *r) { return (size_t)(r - m->site->routes); }
size_t metrics_extra(const Metrics *m, Extra e) { return m->site->n_routes + e; }

const char *metrics_name(const Metrics *m, size_t line) {
    return line < m->site->n_routes ? m->site->routes[line].path : extras[line - m->site->n_routes];
}

const char *metrics_verb(const Metrics *m, size_t line) {
    return line < m->site->n_routes ? m->site->routes[line].method == POST ? "POST" : "GET" : "any";
}

static void add(atomic_ullong *at, uint64_t n) { atomic_fetch_add_explicit(at, n, memory_order_relaxed); }

void metrics_count(Metrics *m, size_t line, int status, int64_t us, size_t bytes) {
    Measure *at = &m->at[line];
    size_t b = 0;
    while (b < BUCKETS - 1 && us > bounds_us[b]) b++;
    add(&at->by_class[status / 100 < 6 ? status / 100 : 5], 1);
    add(&at->bucket[b], 1);
    add(&at->sum_us, (uint64_t)us);
    add(&at->bytes, bytes);
}

static uint64_t total(const Measure *m) {
    uint64_t n = 0;
    for (size_t i = 0; i < COUNT(m->by_class); i++) n += m->by_class[i];
    return n;
}

static void write_counts(const Metrics *m, Buf *out, size_t line) {
    for (int i = 1; i < 6; i++)
        if (m->at[line].by_class[i])
            buf_fmt(out, "kith_requests_total{method=\"%s\",route=\"%s\",status=\"%dxx\"} %llu\n",
                    metrics_verb(m, line), metrics_name(m, line), i, m->at[line].by_class[i]);
}

static void write_durations(const Metrics *m, Buf *out, size_t line) {
    uint64_t so_far = 0;
    const char *verb = metrics_verb(m, line), *name = metrics_name(m, line);
    for (size_t b = 0; b < BUCKETS; b++) {
        so_far += m->at[line].bucket[b];
        buf_fmt(out, "kith_request_seconds_bucket{method=\"%s\",route=\"%s\",le=\"%s\"} %llu\n", verb, name,
                bounds[b], (unsigned long long)so_far);
    }
    buf_fmt(out, "kith_request_seconds_sum{method=\"%s\",route=\"%s\"} %.6f\n", verb, name,
            (double)m->at[line].sum_us / 1e6);
    buf_fmt(out, "kith_request_seconds_count{method=\"%s\",route=\"%s\"} %llu\n", verb, name,
            (unsigned long long)so_far);
}

void metrics_write(const Metrics *m, Buf *out) {
    buf_lit(
        out,
        "# HELP kith_requests_total Requests answered, by line of the routes table.\n"
        "# TYPE kith_requests_total counter\n");
    for (size_t i = 0; i < m->n; i++) write_counts(m, out, i);
    buf_lit(
        out,
        "# HELP kith_request_seconds From the request line to the last byte.\n"
        "# TYPE kith_request_seconds histogram\n");
    for (size_t i = 0; i < m->n; i++)
        if (total(&m->at[i])) write_durations(m, out, i);
    uint64_t bytes = 0;
    for (size_t i = 0; i < m->n; i++) bytes += m->at[i].bytes;
    buf_fmt(
        out,
        "# HELP kith_sent_bytes_total Bytes of bodies sent.\n# TYPE kith_sent_bytes_total counter\n"
        "kith_sent_bytes_total %llu\n",
        (unsigned long long)bytes);
}
