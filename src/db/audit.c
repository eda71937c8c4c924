// Writing the audit chain and its seals. A row's hash covers every field in an encoding that only one row can
// have: numbers as eight bytes, text with its length in front, absent text with a length no text has.
#include "db/audit.h"

#include <sodium.h>

#include "base/json.h"
#include "db/audit.sql.h"
#include "db/engine.h"

// ---- hashing ----------------------------------------------------------------------------------------------

typedef crypto_generichash_state Hashing;

static void hash_int(Hashing *h, int64_t n) {
    uint8_t bytes[8];
    for (int i = 0; i < 8; i++) bytes[i] = (uint8_t)((uint64_t)n >> (8 * i));
    crypto_generichash_update(h, bytes, sizeof bytes);
}

static void hash_str(Hashing *h, Str s) {
    hash_int(h, s.at ? (int64_t)s.len : -1);
    if (s.len) crypto_generichash_update(h, (const uint8_t *)s.at, s.len);
}

static Hashing hash_open(Str what) {
    Hashing h;
    crypto_generichash_init(&h, NULL, 0, AUDIT_HASH);
    hash_str(&h, what);                    // a row can never pass for a seal
    return h;
}

static AuditHash hash_close(Hashing *h) {
    AuditHash hash;
    crypto_generichash_final(h, hash.at, sizeof hash.at);
    return hash;
}

AuditHash audit_hash_of(int64_t node, int64_t seq, AuditRow row, Str prev) {
    Hashing h = hash_open(S("kith audit 1"));
    hash_int(&h, node);
    hash_int(&h, seq);
    hash_int(&h, row.at);
    hash_int(&h, row.actor);
    hash_str(&h, row.act);
    hash_str(&h, row.subject);
    hash_int(&h, row.subject_id);
    hash_str(&h, row.detail);
    hash_str(&h, prev);
    return hash_close(&h);
}

AuditHash seal_hash_start(int64_t id, Instant at, Str prev) {
    Hashing h = hash_open(S("kith seal 1"));
    hash_int(&h, id);
    hash_int(&h, at);
    hash_str(&h, prev);
    return hash_close(&h);
}

AuditHash seal_hash_head(AuditHash so_far, int64_t node, int64_t seq, Str hash) {
    Hashing h = hash_open(S("kith seal head 1"));
    hash_str(&h, audit_hash_str(&so_far));
    hash_int(&h, node);
    hash_int(&h, seq);
    hash_str(&h, hash);
    return hash_close(&h);
}

// ---- the node ---------------------------------------------------------------------------------------------

static const AuditHash nothing;            // what the first row of a chain stands on

// A node left free by a process that ended is taken up again, so that restarts do not make new chains for
// ever.
static AuditHead *node_find(Db *db, Instant now) {
    AuditHeadList heads = audit_heads(db);
    int64_t id = 0;
    for (size_t i = 0; i < heads.len && !id; i++)
        if (node_claim(db, heads.at[i].id) == 1) id = heads.at[i].id;
    if (!id) {
        id = node_add(db, now, audit_hash_str(&nothing));
        node_claim(db, id);
    }
    db_set_node(db, id);
    return audit_head(db, id);
}

// The head is read from its row once a transaction, and again after a savepoint was rolled back; and if the
// savepoint that made the node was rolled back, the node is made again.
static AuditHead *head_of(Db *db, Instant now) {
    AuditHead *head = db_node(db) ? audit_head(db, db_node(db)) : NULL;
    return head ? head : node_find(db, now);
}

static AuditHead *head_known(Db *db) {
    if (!db->head_seq || !db_node(db)) return NULL;
    AuditHead *head = arena_new(db_arena(db), AuditHead, 1);
    *head = (AuditHead){db_node(db), db->head_seq, {(const char *)db->head_hash, AUDIT_HASH}};
    return head;
}

static void head_keep(Db *db, int64_t seq, AuditHash hash) {
    db->head_seq = db->in_write ? seq : 0;
    memcpy(db->head_hash, hash.at, AUDIT_HASH);
}

// A row that is chained, and to be put.
typedef struct AuditTaken {
    AuditRow row;
    int64_t seq;
    AuditHash prev, hash;
} AuditTaken;

static AuditTaken taken(const AuditHead *head, AuditRow row) {
    AuditTaken t = {.row = row, .seq = head->seq + 1};
    memcpy(t.prev.at, head->hash.at, AUDIT_HASH);
    t.hash = audit_hash_of(head->id, t.seq, row, head->hash);
    return t;
}

static void put(Db *db, const AuditTaken *t) {
    audit_put(db, db_node(db), t->seq, t->row.at, t->row.actor, t->row.act, t->row.subject, t->row.subject_id,
        t->row.detail, audit_hash_str(&t->prev), audit_hash_str(&t->hash));
}

// All of them go to PostgreSQL in one message, and the head is moved once.
static void put_all(Db *db, const AuditTaken *all, size_t n) {
    int64_t moved = 0, node = db_node(db);
    const AuditTaken *last = &all[n - 1];
    for (int round = 0; db_together(db, &round);) {
        for (size_t i = 0; i < n; i++) put(db, &all[i]);
        moved = node_move(db, node, all->seq - 1, last->seq, audit_hash_str(&last->hash));
    }
    if (moved != 1 && !db_fault(db).at)
        db_fail(db, "two processes wrote as audit node %lld at once", (long long)node);
}

void audit_add(Db *db, AuditRow row) {
    const AuditHead *head = head_known(db);
    if (!head) head = head_of(db, row.at);
    if (!head) return;                     // a fault, which stays in the Db
    AuditTaken t = taken(head, row);
    head_keep(db, t.seq, t.hash);
    if (db->gathers) {
        db->taken = db_grow(db, db->n_taken ? db->taken : NULL, db->n_taken, sizeof t);
        db->taken[db->n_taken++] = t;
    } else {
        put_all(db, &t, 1);
    }
}

void audit_gather(Db *db) { db->gathers = true; }

bool audit_write(Db *db) {
    if (db->n_taken) put_all(db, db->taken, db->n_taken);
    db->gathers = false;
    db->n_taken = 0;
    return !db_fault(db).at;
}

// ---- seals ------------------------------------------------------------------------------------------------

static Str seal_detail(Arena *a, Str hash) {
    Buf out = {.arena = a};
    Json j = {.out = &out};
    json_open(&j, '{');
    json_key(&j, S("seal"));
    json_str(&j, str_hex(a, (const uint8_t *)hash.at, hash.len));
    json_close(&j, '}');
    return buf_str(&out);
}

void audit_seal(Db *db, Instant now) {
    const Seal *last = seal_last(db);
    Str prev = last ? last->hash : audit_hash_str(&nothing);
    int64_t id = seal_add(db, now, prev, audit_hash_str(&nothing));
    AuditHash hash = seal_hash_start(id, now, prev);
    AuditHeadList heads = audit_heads(db);
    for (size_t i = 0; i < heads.len; i++) {
        const AuditHead *h = &heads.at[i];
        seal_head_add(db, id, h->id, h->seq, h->hash);
        hash = seal_hash_head(hash, h->id, h->seq, h->hash);
    }
    Str bytes = audit_hash_str(&hash);
    seal_set(db, id, bytes);
    audit_add(db, (AuditRow){now, NONE, S("audit.seal"), S("seal"), id, seal_detail(db_arena(db), bytes)});
}

Str audit_head_text(Db *db, Arena *a) {
    Buf out = {.arena = a};
    AuditHeadList heads = audit_heads(db);
    for (size_t i = 0; i < heads.len; i++) {
        const AuditHead *h = &heads.at[i];
        Str hex = str_hex(a, (const uint8_t *)h->hash.at, h->hash.len);
        buf_fmt(&out, "%s%lld:%lld:%.*s", i ? " " : "", (long long)h->id, (long long)h->seq, STR_FMT(hex));
    }
    return buf_str(&out);
}
