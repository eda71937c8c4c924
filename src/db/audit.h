// P12: the audit row commits with the act. One hash chain per writing node; heads are sealed together.
#ifndef KITH_AUDIT_H
#define KITH_AUDIT_H

#include "db/db.h"

typedef struct AuditRow {
    Instant at;
    int64_t actor;                         // account id; NONE for the system
    Str act;                               // "plan.publish", from a fixed vocabulary: noun.verb
    Str subject;                           // "measure", "account", …
    int64_t subject_id;
    Str detail;                            // JSON, or absent; what changed, never a secret
} AuditRow;
// Call only inside a write. The chain's head is read and moved in the same transaction.
void audit_add(Db *db, AuditRow row);
// For acts that do nothing else: from here on rows are chained and only taken (what they point at stays the
// caller's until then), and audit_write() puts all of them at once and moves the head. A fault is of all.
void audit_gather(Db *db);
bool audit_write(Db *db);
void audit_seal(Db *db, Instant now);      // inside a write: chains the heads of all nodes

typedef struct AuditFault {
    Str node;                              // the chain, or "seal"
    int64_t seq;                           // the row at fault
    // "changed", "removed", "inserted", "out of order" and what that means
    Str why;
} AuditFault;
typedef struct AuditCheck {
    int64_t rows, nodes, seals;
    size_t len;                            // faults named; 0 says that the log is whole
    AuditFault *at;
    int64_t more;                          // faults beyond those named
    // audit_head_text(): keep it elsewhere; a later check can be held against it
    Str head;
} AuditCheck;
// Walks every row of every chain in batches. Open a reading transaction around it. `kept` is a head that was
// kept elsewhere, or absent: the log must still hold it.
AuditCheck audit_verify(Db *db, Arena *a, Str kept);
Str audit_head_text(Db *db, Arena *a);     // "NODE:ROW:HASH" of every chain, a space between

// ---- shared by audit.c and audit_verify.c ---------------------------------------------------------------
enum { AUDIT_HASH = 32 };
typedef struct AuditHash {
    uint8_t at[AUDIT_HASH];
} AuditHash;
AuditHash audit_hash_of(int64_t node, int64_t seq, AuditRow row, Str prev);
AuditHash seal_hash_start(int64_t id, Instant at, Str prev);
AuditHash seal_hash_head(AuditHash so_far, int64_t node, int64_t seq, Str hash);
static inline Str audit_hash_str(const AuditHash *h) { return (Str){(const char *)h->at, AUDIT_HASH}; }

#endif
