// Proving that the audit log is whole, and naming the row where it is not. One pass in the order of the rows'
// numbers, a batch at a time. A row that does not fit where it stands is asked where it was written: its hash
// answers, for it covers the number and the hash of the row before. So a row that was moved, or that a row
// slipped in before, is told from one that was changed.
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "db/audit.h"
#include "db/audit.sql.h"

enum {
    FAULTS_NAMED = 100,                    // a log cut to pieces is not listed row by row
    NEAR = 64,                             // how far around its number a moved row is looked for
};

typedef enum Verdict { GOOD, CHANGED, MOVED } Verdict;

typedef struct Walk {
    Db *db;
    Arena *out;                            // what the check returns
    AuditCheck *check;
    int64_t node;
    int64_t seq;                           // number, as written, of the last row accepted
    // what its number was changed by when rows were slipped in or taken out
    int64_t shift;
    AuditHash hash;                        // of that row
    bool known;                            // whether the next row can be held against it
    Verdict last;
    int64_t last_moved;
} Walk;

static void name_fault(Walk *w, int64_t seq, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void name_fault(Walk *w, int64_t seq, const char *format, ...) {
    AuditCheck *c = w->check;
    if (c->len == FAULTS_NAMED) {
        c->more++;
        return;
    }
    char why[400];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    Str node = w->node ? str_fmt(w->out, "%" PRId64, w->node) : S("seal");
    c->at[c->len++] = (AuditFault){node, seq, str_copy(w->out, str_from(why))};
}

static bool is_named(const Walk *w, int64_t seq) {
    const AuditCheck *c = w->check;
    return c->len && c->at[c->len - 1].seq == seq;
}

static void drop_faults_from(Walk *w, int64_t seq) {
    AuditCheck *c = w->check;
    Str node = str_fmt(w->out, "%" PRId64, w->node);
    while (c->len && c->at[c->len - 1].seq >= seq && str_eq(c->at[c->len - 1].node, node)) c->len--;
}

static bool same_hash(Str stored, AuditHash h) { return str_eq(stored, audit_hash_str(&h)); }

// Whether this row was written as number `seq`.
static bool written_as(const AuditLine *r, int64_t seq) {
    AuditRow row = {r->at, r->actor, r->act, r->subject, r->subject_id, r->detail};
    return seq > 0 && same_hash(r->hash, audit_hash_of(r->node, seq, row, r->prev));
}

// The number this row was written as; 0 when there is none near: the row was changed. *ret_after is the
// number that the row before it now has, 0 when it is the first, NONE when it is gone.
static int64_t number_written(Walk *w, const AuditLine *r, int64_t here, int64_t *ret_after) {
    static const AuditHash nothing;
    bool first = same_hash(r->prev, nothing);
    *ret_after = first ? 0 : audit_holding(w->db, r->node, r->prev);
    if (*ret_after != NONE && written_as(r, *ret_after + 1 - w->shift)) return *ret_after + 1 - w->shift;
    if (*ret_after != NONE && written_as(r, *ret_after + 1)) return *ret_after + 1;
    for (int64_t d = 1; d <= NEAR; d++) {
        if (written_as(r, here - d)) return here - d;
        if (written_as(r, here + d)) return here + d;
    }
    return 0;
}

static void accept(Walk *w, const AuditLine *r, int64_t seq, Verdict verdict) {
    w->seq = seq;
    w->last = verdict;
    w->known = verdict != MOVED && r->hash.len == AUDIT_HASH;
    if (w->known) memcpy(w->hash.at, r->hash.at, AUDIT_HASH);
    if (verdict == MOVED) w->last_moved = r->seq;
}

static void name_gap(Walk *w, int64_t seq) {
    int64_t from = w->seq + 1 + w->shift, to = seq - 1 + w->shift;
    if (from == to) name_fault(w, from, "removed: row %" PRId64 " is gone", from);
    else name_fault(w, from, "removed: rows %" PRId64 " to %" PRId64 " are gone", from, to);
    w->known = false;
}

// A row whose own hash is right, where it stands.
static void check_link(Walk *w, const AuditLine *r, int64_t here) {
    if (here > w->seq + 1) name_gap(w, here);
    if (w->known && w->last == GOOD && !same_hash(r->prev, w->hash)) {
        int64_t before = r->seq - 1;
        if (before)
            name_fault(w, before,
                "changed: its hash was made anew; row %" PRId64 " was written after another", r->seq);
        else name_fault(w, r->seq,
            "changed: it does not start the chain; what stood before it, or its link, is not as written");
    }
    accept(w, r, here, GOOD);
}

// A row whose hash does not fit the number it has.
static void check_misfit(Walk *w, const AuditLine *r, int64_t here) {
    int64_t after = NONE, seq = w->check->len < FAULTS_NAMED ? number_written(w, r, here, &after) : 0;
    if (!seq) {
        if (here > w->seq + 1) name_gap(w, here);
        name_fault(w, r->seq, "changed: what it says is not what its hash was made of");
        accept(w, r, here, CHANGED);
    } else if (seq > here && after == NONE && w->last != MOVED) {
        name_fault(w, r->seq,
            "removed: %" PRId64 " row(s) that stood here are gone, and the rest were numbered "
            "anew", seq - here);
        w->shift -= seq - here;
        accept(w, r, seq, GOOD);
    } else if (seq < here && after != NONE && after < r->seq && w->last_moved <= after) {
        drop_faults_from(w, after + 1);
        name_fault(w, after + 1,
            "inserted: %" PRId64 " row(s) were put in here, and the rest were numbered "
            "anew", r->seq - 1 - after);
        w->shift = r->seq - seq;
        accept(w, r, seq, GOOD);
    } else {
        name_fault(w, r->seq, "out of order: it was written as row %" PRId64, seq);
        accept(w, r, here, MOVED);
    }
}

static void check_row(Walk *w, const AuditLine *r) {
    int64_t here = r->seq - w->shift;
    w->check->rows++;
    if (here == w->seq) {
        name_fault(w, r->seq, "inserted: two rows have this number");
        w->known = false;                  // either may be the one that the next row was written after
    } else if (written_as(r, here)) check_link(w, r, here);
    else check_misfit(w, r, here);
}

static void check_end(Walk *w, const AuditHead *head) {
    int64_t last = w->seq + w->shift;
    if (head->seq > w->seq)
        name_fault(w, last + 1, "removed: the log ended with row %" PRId64 " and now ends with row %" PRId64,
            head->seq, last);
    else if (head->seq < w->seq)
        name_fault(w, head->seq + 1,
            "inserted: the chain's head says that row %" PRId64 " is the last; rows were added, or the head "
            "was set back", head->seq);
    else if (w->seq && w->known && w->last == GOOD && !same_hash(head->hash, w->hash) && !is_named(w, last))
        name_fault(w, last,
            "changed: the chain's head remembers another hash for this last row; the row or the head was "
            "changed");
}

static void walk_chain(Db *db, Arena *out, Arena *batch, AuditCheck *check, int64_t node,
    const AuditHead *head) {
    Walk w = {.db = db, .out = out, .check = check, .node = node, .known = true};
    int64_t seq = INT64_MIN + 1, id = 0;
    for (;;) {
        arena_reset(batch);
        AuditLineList rows = audit_from(db, node, seq, id);
        for (size_t i = 0; i < rows.len; i++) check_row(&w, &rows.at[i]);
        if (!rows.len) break;
        seq = rows.at[rows.len - 1].seq;
        id = rows.at[rows.len - 1].id;
    }
    check->nodes++;
    if (head) check_end(&w, head);
    else name_fault(&w, 1, "inserted: there is no node %" PRId64 ", and yet it has rows", node);
}

// ---- seals ------------------------------------------------------------------------------------------------

static void check_seal(Walk *w, const Seal *s) {
    AuditHash hash = seal_hash_start(s->id, s->at, s->prev);
    AuditHeadList heads = seal_heads(w->db, s->id);
    for (size_t i = 0; i < heads.len; i++)
        hash = seal_hash_head(hash, heads.at[i].id, heads.at[i].seq, heads.at[i].hash);
    if (!same_hash(s->hash, hash))
        name_fault(w, s->id, "broken seal: seal %" PRId64 " or what it covers was changed", s->id);
    else if (!same_hash(s->prev, w->hash))
        name_fault(w, s->id, "broken seal: the seal before seal %" PRId64 " is gone, or is not as written",
            s->id);
    if (s->hash.len == AUDIT_HASH) memcpy(w->hash.at, s->hash.at, AUDIT_HASH);
    w->check->seals++;
}

// Every seal is told of in the log, so a seal cannot be taken off the end unseen.
static void check_seals_told(Walk *w, Arena *batch) {
    SealToldList told = {0};
    for (int64_t after = 0;; after = told.at[told.len - 1].id) {
        arena_reset(batch);
        told = seal_told(w->db, after);
        if (!told.len) break;
        for (size_t i = 0; i < told.len; i++) {
            const SealTold *t = &told.at[i];
            if (!t->hash.at)
                name_fault(w, t->subject_id,
                    "broken seal: seal %" PRId64 ", set by row %" PRId64 " of node %" PRId64 ", is "
                    "gone", t->subject_id, t->seq, t->node);
            else if (!str_has(t->detail, str_hex(batch, (const uint8_t *)t->hash.at, t->hash.len)))
                name_fault(w, t->subject_id,
                    "broken seal: seal %" PRId64 " is not the one that row %" PRId64 " of node %" PRId64 " "
                    "tells of", t->subject_id, t->seq, t->node);
        }
    }
}

static void check_seals(Db *db, Arena *out, Arena *batch, AuditCheck *check) {
    Walk w = {.db = db, .out = out, .check = check};
    int64_t id = 0;
    for (SealList seals = {0};; id = seals.at[seals.len - 1].id) {
        arena_reset(batch);
        seals = seal_from(db, id);
        if (!seals.len) break;
        for (size_t i = 0; i < seals.len; i++) check_seal(&w, &seals.at[i]);
    }
    check_seals_told(&w, batch);
    arena_reset(batch);
    SealTornList torn = seal_torn(db);
    for (size_t i = 0; i < torn.len; i++) {
        const SealTorn *t = &torn.at[i];
        w.node = t->node;
        if (t->found.at)
            name_fault(&w, t->seq, "changed: seal %" PRId64 " covers another row with this number", t->seal);
        else name_fault(&w, t->seq, "removed: seal %" PRId64 " covers this row, and it is gone", t->seal);
    }
}

// ---- the whole --------------------------------------------------------------------------------------------

typedef struct KeptHead {
    int64_t node, seq;
    uint8_t hash[AUDIT_HASH];
} KeptHead;

static bool read_kept(Str s, KeptHead *ret) {
    Str hex = s, node = str_cut(&hex, S(":")), row = hex.at ? str_cut(&hex, S(":")) : hex;
    return hex.at && str_int(node, &ret->node) && str_int(row, &ret->seq) &&
           str_unhex(hex, ret->hash, AUDIT_HASH);
}

static void check_kept_head(Walk *w, const KeptHead *head) {
    if (!head->seq) return;
    const AuditAt *at = audit_at(w->db, head->node, head->seq);
    w->node = head->node;
    if (!at) name_fault(w, head->seq, "removed: the head kept elsewhere has this row, and it is gone");
    else if (!str_eq(at->hash, (Str){(const char *)head->hash, AUDIT_HASH}))
        name_fault(w, head->seq, "changed: the head kept elsewhere has another hash for this row");
}

// `kept` is "NODE:ROW:HASH …", as audit_head_text() gave it once.
static void check_kept(Db *db, Arena *out, AuditCheck *check, Str kept) {
    for (Str rest = kept; rest.at && rest.len;) {
        Walk w = {.db = db, .out = out, .check = check};
        KeptHead head;
        if (read_kept(str_cut(&rest, S(" ")), &head)) check_kept_head(&w, &head);
        else
            name_fault(&w, 0,
                       "the head to hold the log against is not one: write NODE:ROW:HASH, as kith audit head "
                       "prints it");
    }
}

AuditCheck audit_verify(Db *db, Arena *a, Str kept) {
    AuditCheck check = {.at = arena_new(a, AuditFault, FAULTS_NAMED)};
    Arena *before = db_arena(db), *batch = arena_open();
    db_use(db, a);
    check.head = audit_head_text(db, a);
    AuditHeadList heads = audit_heads(db);
    AuditStrayList strays = audit_strays(db);
    db_use(db, batch);
    for (size_t i = 0; i < heads.len; i++) walk_chain(db, a, batch, &check, heads.at[i].id, &heads.at[i]);
    for (size_t i = 0; i < strays.len; i++) walk_chain(db, a, batch, &check, strays.at[i].node, NULL);
    check_seals(db, a, batch, &check);
    check_kept(db, a, &check, kept);
    db_use(db, before);
    arena_close(batch);
    return check;
}
