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

void sharing_part(Buf *out, Ctx *c, const LedgerPage *p);
void preview_part(Buf *out, Ctx *c, const PreviewPage *p);

#endif
