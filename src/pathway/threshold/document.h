// The threshold document as pages need it: one edition, with its levels.
#ifndef KITH_DOCUMENT_H
#define KITH_DOCUMENT_H

#include "access/access.h"
#include "pathway/threshold/document.sql.h"
#include "pathway/threshold/services.sql.h"

typedef struct Document {
    const Threshold *edition;              // NULL: no edition is in force
    NeedLevelList levels;
} Document;
Document document_now(Ctx *c);             // the edition in force today
const NeedLevel *document_level(const Document *d, Str code);      // NULL when there is none
Str threshold_name(Str key);               // "CAF threshold"
Str service_kind_name(Str key);            // "Team"
Str service_ages(Arena *a, const Service *s);    // "0 to 4 years"; absent for any age
extern const Choice service_kinds[];
extern const size_t n_service_kinds;

size_t need_items_of(NeedItemList items, Str kind);
bool need_item_opens(NeedItemList items, size_t i);      // the first of its kind at its level

// Guidance for a place in the work ("contact", "referral", "consent", "assessment", "plan", "step",
// "dispute"), drawn as a short list; nothing where there is none (W14).
void guide_links(Buf *out, Ctx *c, const char *place);

// Whether a text has every word of the query somewhere in it; capitals and accents do not matter.
typedef struct Query3 {
    Str word[3];                           // folded; absent where there is none
    size_t len;
} Query3;
Query3 query_words(Arena *a, Str query);
bool query_fits(Arena *a, const Query3 *q, Str text);

typedef struct ServiceFilter {             // what was asked of the directory
    Str q, level, kind, age_text;
    int64_t age;
    bool age_wrong;
} ServiceFilter;

typedef struct NeedFound {                 // what a search in the document finds
    NeedIndicatorList indicators;
    NeedItemList items;
    NeedTextList texts;
    ServiceList services;
} NeedFound;

#endif
