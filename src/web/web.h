// What a page sees of the web: a Ctx comes in, a Reply goes out. See docs/how-to-add-a-page.md.
#ifndef KITH_WEB_H
#define KITH_WEB_H

#include "base/base.h"
#include "base/date.h"
#include "db/db.h"
#include "web/html.h"

typedef enum Method { GET, POST } Method;

// What a role may do is a set of rights, one bit each; access/rights.h names them. A route asks for one:
// PUBLIC (nobody need be known), SIGNED_IN, or a right.
typedef uint64_t Rights;
#define PUBLIC ((Rights)0)
#define SIGNED_IN ((Rights)1)

typedef struct Actor {
    int64_t id;                            // account; 0 when nobody is known
    Str name;                              // shown in the page's head
    int64_t agency;
    Rights rights;
    int64_t session;
    Str first;    // a path: where they are to go before anything they have no right to yet
} Actor;
static inline bool may(Actor a, Rights right) { return right == PUBLIC || (a.rights & right) != 0; }

typedef struct Param {
    Str name, value;
} Param;
typedef struct Params {
    size_t len;
    Param *at;
} Params;
typedef struct Upload {                    // a file sent with a form, streamed to a temporary file
    Str field, file_name, type;
    int64_t size;
    int fd;                                // readable, at its start; closed by dispatch
} Upload;

typedef struct Site Site;
typedef struct Ctx {
    Arena *arena;
    Db *db;                                // in one transaction; writing only in a POST
    const Site *site;
    Actor actor;
    Instant now;
    Date today;
    Method method;
    Str path;
    Str part[6];                           // what stood for each * in the route
    Params query, form;
    size_t n_uploads;
    Upload *uploads;
    Str request_id;
    Str address;                           // where the request came from; never logged or kept whole
    Str agent;                             // User-Agent, as sent; only its browser and system are ever kept
    Str csrf;                              // token for this page's forms, masked afresh for each page
    Str notice;                            // a message left by the page before (shown once), or absent
    Str token;                             // the session cookie's 32 bytes, or absent
    void *job;                             // web/ itself
} Ctx;

// The hidden field that carries Ctx.csrf in every form that is posted.
#define CSRF_FIELD "csrf"
// The Set-Cookie values that begin and end a session: Reply.cookie = session_cookie(c, token). 32 bytes.
Str session_cookie(const Ctx *c, Str token);
Str session_cookie_gone(const Ctx *c);

Str param(Params p, Str name);             // first value, or S("")
bool param_has(Params p, Str name);
int64_t part_int(const Ctx *c, int i);     // 0 when it is no number

typedef struct Reply {
    int status;                            // 200, 303, 404 …
    Str type;                              // media type; absent is text/html
    Str body;
    Str location;                          // with 303
    Str cookie;                            // whole Set-Cookie value, or absent
    Str file_name;                         // Content-Disposition: attachment, ASCII
    bool secret_address;                   // no page, not even one of ours, is told where one came from
    Str etag;                              // quoted; with it a 304 is answered where it fits
    bool cache_public;                     // may be kept by anybody for a minute
    bool keep_nothing;                     // roll back although the status is below 400
    Str notice;                            // with 303: what the next page says once (see_other_saying)
    int retry_after;                       // seconds, with 429 and 503
    bool frozen;                           // depends on nothing but its URL and what is published: sent from
                                           // memory to people nobody knows, until frozen_thaw()
} Reply;
typedef Reply Handler(Ctx *c);

const Upload *upload_of(const Ctx *c, Str field);          // the file sent under that name; NULL: none
Str upload_bytes(Arena *a, const Upload *u, size_t most);  // its bytes, `most` at most
// A sheet as CSV: what was sent as "file", else what was pasted; with commas where a spreadsheet puts tabs.
Str sheet_sent(Ctx *c, Str pasted);

// Where a handler runs. READS: a pool of readers, one read transaction. WRITES: the single writer, in a
// savepoint of a group commit (be quick: no hashing, no network). HASHES: a small bounded pool for passwords,
// which calls write_do() for its writing. RENDERS: a pool for child processes (PDF). LOOKS: a POST that only
// reads, on the readers: a search whose words stay out of the address.
typedef enum Pool { READS, WRITES, HASHES, RENDERS, LOOKS } Pool;

typedef struct Route {
    Method method;
    const char *path;                      // "/plan/measures/*"; a * is one part, *.pdf one that ends so
    Handler *run;
    Rights needs;
    Pool pool;                             // READS for a GET and WRITES for a POST unless said
    int64_t body_limit;                    // bytes; 0 is 64 KiB
} Route;

Reply see_other(Ctx *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
Reply see_other_saying(Ctx *c, Str notice, const char *format, ...) __attribute__((format(printf, 3, 4)));
Reply status_page(Ctx *c, int status);     // 403, 404, 409, 410, 413, 429, 500, 503: a page that helps
Reply text_reply(Str type, Str body);
// From a HASHES or RENDERS handler: runs `act` on the writer inside a savepoint and waits for the commit.
bool write_do(Ctx *c, bool (*act)(Ctx *c, void *arg), void *arg);
// From any handler: small work that nobody waits for, done later in a savepoint of its own (last seen, say).
void write_later(Ctx *c, void (*act)(Db *db, int64_t a, int64_t b), int64_t a, int64_t b);
// From any handler: reading this is an act (P12). Its audit row is on the disk before the answer leaves;
// where that cannot be, the answer is 503. The same act on the same thing is noted once a request.
void note_before_answer(Ctx *c, const char *act, const char *subject, int64_t subject_id);
// Inside a write that changes what the public sees: the frozen replies of every process are made anew.
void frozen_thaw(Db *db, Instant now);

// The site as one value: routes, rights, and what web/ needs from the floors above it.
struct Site {
    const Route *routes;
    size_t n_routes;
    // Who holds this session token (32 bytes, hashed at rest), or an Actor with id 0.
    Actor (*who)(Ctx *c, Str token);
    Str base_url;                          // "http://127.0.0.1:8080", for mail and origin checks
    Str name;                              // as the flag --name says; absent: as the setting site.name does
    const Str *_Atomic name_set;           // that setting as last seen, or NULL; pages ask site_name()
    bool secure;                           // cookies are __Host- and Secure
    Str data_dir;                          // "data"
    const struct Settings *settings;
    const struct Asset *assets;            // what /assets/… answers; sent from memory
    size_t n_assets;
    const Route **navigation;              // as navigation_routes() found them; NULL: looked for at each page
    const uint8_t *key;                    // 32 bytes that sign what a browser keeps for us
    // Who can give these rights, for the end of "Ask …": "an administrator". May be NULL.
    Str (*who_gives)(Ctx *c, Rights needs);
    // What follows a page's own markup: the short forms in it, spelled out. May be NULL.
    Html (*spells_out)(Arena *a, Db *db, const Buf *markup);
};

Str site_name(const Site *s);

#endif
