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

typedef struct AuditFault {
    Str node;
    int64_t seq;                           // the row at fault
    Str why;                               // "changed", "removed", "inserted", "out of order" and what that means
} AuditFault;
typedef struct AuditCheck {
    int64_t rows, nodes;
    size_t len;
    AuditFault *at;
    Str head;                              // hex: keep it elsewhere; a later check can be held against it
} AuditCheck;
AuditCheck audit_verify(Db *db, Arena *a);
void audit_seal(Db *db, Instant now);      // chains the heads of all nodes

#endif
