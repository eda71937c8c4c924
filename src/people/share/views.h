// What the templates of consent and sharing are given.
#ifndef KITH_SHARE_VIEWS_H
#define KITH_SHARE_VIEWS_H

#include "people/share/within.h"

typedef struct LedgerPage {
    const Record *record;
    bool holds;                            // may write in it
    ConsentCards consents;
    SharingCards sharings;
    WithheldList withheld;
    ReceiptList receipts;
} LedgerPage;

// What one agency or person sees; `proposed` before it is shared.
typedef struct PreviewOne {
    Str name;
    Shown shown;
} PreviewOne;
typedef struct PreviewPage {
    const Person *of;
    bool proposed;
    size_t len;
    PreviewOne *at;
} PreviewPage;

// Rows of a summary list: the receipts for one consent or sharing. `now`: the version of what is seen now, or
// absent.
void receipt_part(Buf *out, Ctx *c, const LedgerPage *p, Str subject, int64_t id, Str now);
void sharing_part(Buf *out, Ctx *c, const LedgerPage *p);
void preview_part(Buf *out, Ctx *c, const PreviewPage *p);

#endif
