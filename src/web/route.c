// The first line that fits wins. Addresses are decoded once, part by part, and whatever could mean two things
// to two programs (an encoded slash, "..", an empty part, a NUL) is no address at all.
#include "web/request.h"
#include "web/route.h"

enum { PARTS_MAX = 16 };
typedef struct Path {
    size_t len;
    Str part[PARTS_MAX];
    bool slash;    // ends with one
} Path;

static bool part_fits(Str part) {
    if (!part.len || str_eq(part, S(".")) || str_eq(part, S(".."))) return false;
    for (size_t i = 0; i < part.len; i++)
        if ((unsigned char)part.at[i] < 0x20 || part.at[i] == 0x7f || part.at[i] == '/' || part.at[i] == '\\')
            return false;
    return true;
}

static bool path_read(Arena *a, Str raw, Path *ret) {
    if (raw.len > PATH_MAX_BYTES || !str_starts(raw, S("/"))) return false;
    Str rest = {raw.at + 1, raw.len - 1};
    while (rest.at && rest.len) {
        Str piece = str_cut(&rest, S("/"));
        if (ret->len == PARTS_MAX || !percent_decode(a, piece, false, &ret->part[ret->len])) return false;
        if (!part_fits(ret->part[ret->len++])) return false;
    }
    ret->slash = ret->len && rest.at;
    return true;
}

static Str path_join(Arena *a, const Path *p) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < p->len; i++) {
        buf_byte(&out, '/');
        buf_put(&out, p->part[i]);
    }
    if (!p->len) buf_byte(&out, '/');
    return buf_str(&out);
}

// "*" takes any part; "*.pdf" one that ends so, and is what stands before it.
static bool star_fits(Str want, Str part, Str *ret) {
    Str tail = {want.at + 1, want.len - 1};
    if (part.len <= tail.len || !str_ends(part, tail)) return false;
    *ret = (Str){part.at, part.len - tail.len};
    return true;
}

// Compared where it stands, byte by byte: hundreds of lines are tried before the one that fits.
static bool route_fits(const Route *r, const Path *p, Str *ret_part) {
    const char *want = r->path + 1;
    size_t stars = 0, i = 0;
    for (; *want; i++) {
        if (i == p->len) return false;
        Str part = p->part[i];
        size_t len = *want == '*' ? strcspn(want, "/") : part.len;
        if (*want == '*') {
            if (!star_fits((Str){want, len}, part, &ret_part[stars++])) return false;
        } else if (strncmp(want, part.at, len) || (want[len] && want[len] != '/')) {
            return false;
        }
        want += len;
        want += *want == '/';
    }
    return i == p->len;
}

static void find(const Site *site, Method method, const Path *p, Match *m) {
    bool get = false, post = false;
    for (size_t i = 0; i < site->n_routes; i++) {
        const Route *r = &site->routes[i];
        Str part[COUNT(m->part)] = {0};
        if (!route_fits(r, p, part)) continue;
        if (r->method == method) {
            m->route = r;
            memcpy(m->part, part, sizeof part);
            return;
        }
        get |= r->method == GET;
        post |= r->method == POST;
    }
    m->status = get || post ? 405 : 404;
    m->allow = get && post ? S("GET, HEAD, POST") : get ? S("GET, HEAD") : S("POST");
}

// It may go out again, in the Location of a 308: no NUL that ends it early, no line end that begins a header.
static bool query_fits(Str query) {
    for (size_t i = 0; i < query.len; i++)
        if ((unsigned char)query.at[i] <= ' ' || query.at[i] == 0x7f) return false;
    return query.len <= QUERY_MAX_BYTES;
}

static void without_slash(Arena *a, Str raw, bool post, Match *m) {
    m->route = NULL;
    m->status = post ? 404 : 308;
    const char *mark = m->query.len ? "?" : "";
    m->location = str_fmt(a, "%.*s%s%.*s", (int)raw.len - 1, raw.at, mark, STR_FMT(m->query));
}

// Wrong verbs are matched as GET would be, to say 405 rather than 404.
Match route_match(const Site *site, Arena *a, Str verb, Str target) {
    Match m = {.query = target};
    Str raw = str_cut(&m.query, S("?"));
    if (!m.query.at) m.query = S("");
    Path p = {0};
    if (!query_fits(m.query) || !path_read(a, raw, &p))
        return (Match){.status = 400, .path = S("/"), .query = S("")};
    m.path = path_join(a, &p);
    bool post = str_eq(verb, S("POST")), get = str_eq(verb, S("GET")) || str_eq(verb, S("HEAD"));
    find(site, post ? POST : GET, &p, &m);
    if (m.route && !post && !get)
        m = (Match){.status = 405, .path = m.path, .query = m.query, .allow = S("GET, HEAD")};
    if (m.route && p.slash) without_slash(a, raw, post, &m);
    return m;
}

Pool route_pool(const Route *r) {
    if (r->pool == LOOKS) return READS;
    return r->method == POST && r->pool == READS ? WRITES : r->pool;
}
int64_t route_body_limit(const Route *r) { return r->body_limit ? r->body_limit : BODY_DEFAULT; }
