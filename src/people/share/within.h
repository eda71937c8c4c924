// Shared by the pages of consent and sharing alone.
#ifndef KITH_SHARE_WITHIN_H
#define KITH_SHARE_WITHIN_H

#include "people/share/pages.h"
#include "people/share/share.h"

// A row of the ledger with its kinds and agencies in words, and whether it stands now.
typedef struct ConsentCard {
    const ConsentLine *line;
    Str kinds, agencies;
    bool live;
    const Refusal *refusal;                // what a refusal asks for, or NULL
} ConsentCard;
typedef struct ConsentCards {
    size_t len;
    ConsentCard *at;
} ConsentCards;
ConsentCard consent_card(Ctx *c, const ConsentLine *line);
ConsentCards consent_cards(Ctx *c, ConsentLineList lines);

// The sharings without consent, likewise.
typedef struct SharingCard {
    const SharingLine *line;
    Str kinds, basis;
    Str now;                               // the version of what the agency sees now; absent: it has ended
    bool live;
} SharingCard;
typedef struct SharingCards {
    size_t len;
    SharingCard *at;
} SharingCards;
SharingCards sharing_cards(Ctx *c, int64_t one);

// Whose access ends: one line an agency, and by name those who sit in the team or have opened the record.
typedef struct LostName {
    Str name, role, kinds;
    bool opened;
} LostName;
typedef struct LostAgency {
    Str name, kinds;
    size_t people, n_named;
    LostName *named;
} LostAgency;
typedef struct Lost {
    size_t len, people;
    LostAgency *at;
} Lost;
// Of these agencies and kinds: ",1,2," and ",plan,who,"; "," is all.
Lost consent_lost(Ctx *c, int64_t consent, int64_t one, Str agencies, Str kinds);

// The consents that said yes to the same before a refusal. Where it names agencies, it ends them as far as
// they are refused: of what else they gave (to others, or of other kinds) a new row tells, in the same words,
// and the seats that stood on that stand on it. Where it names none it is of a purpose alone, and they go on.
typedef struct Refused {
    bool names_agencies;
    ConsentLineList lines;
    Lost *lost;                            // of each
    Str ids;                               // "1,2": what somebody was shown before they confirmed
} Refused;
Refused refused_by(Ctx *c, ConsentNew n);
void refuse_standing(Ctx *c, ConsentNew n);    // inside a write

// What somebody can see now: asked of the same views as every page, as if one were them. `account` or
// `agency` may be NONE.
typedef struct Shown {
    Str kinds;                             // with commas; "*" is all
    const Person *person;                  // NULL where `who` is not shown
    ShownTieList ties;
    ShownEpisodeList episodes;
    ShownEntryList entries;
    ShownViewList views;
    Str version;                           // BLAKE2b of all of it
} Shown;
Shown shown_to(Ctx *c, int64_t one, int64_t account, int64_t agency);
bool shows(Str kinds, Str kind);
// Inside a write: what the agency can see from now, kept as a receipt.
void receipt_write(Ctx *c, int64_t person, int64_t agency, const char *subject, int64_t id, Str kinds);

// How somebody looked, in words: a key of the audit log's acts.
Str looked_text(Str act);

// The word for a key of a table of choices; the key itself when it has none.
Str share_label(const Choice *at, size_t n, Str key);
#define SHARE_LABEL(table, key) share_label(table, COUNT(table), key)
extern const Choice capacities[3], hows[4];
// A day as typed, from its start, or to its end.
Instant day_begins(Str iso);
Instant day_ends(Str iso);
Str id_text(Arena *a, int64_t id);
int64_t text_id(Str s);                    // 0 when it is no number

// Opens the record for somebody who holds it; else *ret is the refusal to answer.
Record *record_held(Ctx *c, int64_t person, Reply *ret);

#endif
