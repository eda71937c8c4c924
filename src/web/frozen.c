// Published pages change only when something is published, so to people nobody knows their bytes are sent
// again from memory, on the network thread. Publishing writes a new random text into a setting; every process
// compares it once a second. The store is bounded and simply emptied when it is full.
#include <inttypes.h>
#include <sodium.h>

#include "web/frozen.sql.h"
#include "web/guard.h"
#include "web/server.h"

enum { SLOTS = 4096, PROBES = 8, TARGET_MAX = 512 };

typedef struct Slot {
    uint64_t hash;
    char target[TARGET_MAX];
    size_t target_len;
    struct MHD_Response *plain, *gzip;
    size_t plain_bytes, gzip_bytes, measure;
} Slot;

struct Frozen {
    pthread_rwlock_t lock;
    Slot *slots;
    int64_t bytes, most;
    _Atomic uint64_t epoch;    // one more each time the store is emptied because of publishing
    char thawed[40];           // the setting as last seen
    size_t thawed_len;
};

void frozen_thaw(Db *db, Instant now) {
    uint8_t fresh[16];
    randombytes_buf(fresh, sizeof fresh);
    frozen_thaw_at(db, str_hex(db_arena(db), fresh, sizeof fresh), now);
}

void frozen_start(Server *s) {
    Frozen *f = arena_new(s->arena, Frozen, 1);
    pthread_rwlock_init(&f->lock, NULL);
    f->most = s->settings->page_cache * 1024;
    f->slots = f->most ? arena_new(s->arena, Slot, SLOTS) : NULL;
    s->frozen = f;
}

uint64_t frozen_epoch(const Server *s) { return s->frozen->epoch; }

static uint64_t hash_of(Str s) {    // FNV-1a
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++) h = (h ^ (unsigned char)s.at[i]) * 1099511628211u;
    return h | 1;
}

static bool is_it(const Slot *slot, uint64_t hash, Str target) {
    return slot->hash == hash && str_eq((Str){slot->target, slot->target_len}, target);
}

static Slot *find(Frozen *f, Str target) {
    uint64_t hash = hash_of(target);
    for (uint64_t i = 0; i < PROBES; i++)
        if (is_it(&f->slots[(hash + i) % SLOTS], hash, target)) return &f->slots[(hash + i) % SLOTS];
    return NULL;
}

static Slot *find_free(Frozen *f, Str target) {
    uint64_t hash = hash_of(target);
    for (uint64_t i = 0; i < PROBES; i++)
        if (!f->slots[(hash + i) % SLOTS].hash) return &f->slots[(hash + i) % SLOTS];
    return NULL;
}

static void empty(Frozen *f) {
    for (size_t i = 0; i < SLOTS; i++) {
        if (f->slots[i].plain) MHD_destroy_response(f->slots[i].plain);
        if (f->slots[i].gzip) MHD_destroy_response(f->slots[i].gzip);
        f->slots[i] = (Slot){0};
    }
    f->bytes = 0;
}

static bool nobody_known(Exchange *x) {
    Str cookies = x->request.cookie;
    const Site *s = &x->server->site;
    return !cookies.len || (!cookie_find(cookies, cookie_name_session(s)).at &&
                            !cookie_find(cookies, cookie_name_notice(s)).at);
}

// Queued while the lock is held: from then on the library keeps the response until it is sent.
static enum MHD_Result send_slot(Exchange *x, const Slot *slot) {
    bool small = slot->gzip && accepts_encoding(x->request.accept_encoding, S("gzip"));
    x->measure = slot->measure;
    x->pool = "frozen";
    return exchange_queue(x, small ? slot->gzip : slot->plain, 200,
                          small ? slot->gzip_bytes : slot->plain_bytes);
}

bool frozen_answer(Exchange *x, enum MHD_Result *ret) {
    Frozen *f = x->server->frozen;
    bool gets = str_eq(x->request.verb, S("GET")) || str_eq(x->request.verb, S("HEAD"));
    if (!f->slots || !gets || x->request.if_none_match.at || !nobody_known(x)) return false;
    pthread_rwlock_rdlock(&f->lock);
    const Slot *slot = find(f, x->request.target);
    if (slot) *ret = send_slot(x, slot);
    pthread_rwlock_unlock(&f->lock);
    return slot;
}

static bool may_keep(const Exchange *x) {
    const Turn *t = &x->turn;
    const Reply *r = &t->reply;
    return x->server->frozen->slots && r->status == 200 && t->anonymous && !t->ctx.notice.at &&
           !r->cookie.at && t->ctx.method == GET && x->request.target.len < TARGET_MAX &&
           !str_has(r->body, t->ctx.csrf);
}

static struct MHD_Response *make(Exchange *x, Str accept, size_t *ret_bytes) {
    Response out;
    x->turn.gzip_level = 6;
    x->request.accept_encoding = accept;
    respond(&x->turn, &out);
    *ret_bytes = out.body.len;
    return response_make(&out, MHD_RESPMEM_MUST_COPY);
}

static void put(Frozen *f, Exchange *x, Slot slot) {
    int64_t bytes = (int64_t)(slot.plain_bytes + slot.gzip_bytes);
    pthread_rwlock_wrlock(&f->lock);
    if (f->bytes + bytes > f->most) empty(f);
    Slot *at = f->epoch == x->frozen_epoch && bytes <= f->most && !find(f, x->request.target)
                   ? find_free(f, x->request.target)
                   : NULL;
    if (at) {
        *at = slot;
        f->bytes += bytes;
    }
    pthread_rwlock_unlock(&f->lock);
    if (at) return;
    if (slot.plain) MHD_destroy_response(slot.plain);
    if (slot.gzip) MHD_destroy_response(slot.gzip);
}

// Many may ask for a page before it is kept for the first time; only the first of them pays for it.
static bool is_kept(Frozen *f, Str target) {
    pthread_rwlock_rdlock(&f->lock);
    bool kept = find(f, target);
    pthread_rwlock_unlock(&f->lock);
    return kept;
}

// After the answer itself was made: the request is bent to the two shapes that are kept.
void frozen_keep(Exchange *x) {
    if (!may_keep(x) || is_kept(x->server->frozen, x->request.target)) return;
    Request asked = x->request;
    Slot slot = {.hash = hash_of(asked.target), .target_len = asked.target.len, .measure = x->measure};
    memcpy(slot.target, asked.target.at, asked.target.len);
    x->request.id = x->request.if_none_match = (Str){0};
    slot.plain = make(x, S(""), &slot.plain_bytes);
    slot.gzip = make(x, S("gzip"), &slot.gzip_bytes);
    x->request = asked;
    put(x->server->frozen, x, slot);
}

void frozen_look(Server *s, Db *db) {
    Frozen *f = s->frozen;
    Str now = frozen_thawed(db);
    if (!f->slots || db_fault(db).at || str_eq(now, (Str){f->thawed, f->thawed_len}) ||
        now.len > sizeof f->thawed)
        return;
    pthread_rwlock_wrlock(&f->lock);
    f->thawed_len = now.len;
    if (now.len) memcpy(f->thawed, now.at, now.len);
    f->epoch++;
    empty(f);
    pthread_rwlock_unlock(&f->lock);
}

void frozen_stop(Server *s) {
    if (s->frozen->slots) empty(s->frozen);
    pthread_rwlock_destroy(&s->frozen->lock);
}
