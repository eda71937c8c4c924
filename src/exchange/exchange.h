// Exchanging with the systems of partners: police, health, schools (W186). What goes in and out, field by
// field, is in docs/exchange.md, and a test holds that page to the tables here.
#ifndef KITH_EXCHANGE_H
#define KITH_EXCHANGE_H

#include "exchange/exchange.sql.h"
#include "people/record.h"

typedef struct NoticeColumn {
    Str name;
    bool needed;
    int most;    // characters
    Str about;
} NoticeColumn;
extern const NoticeColumn notice_columns[];
extern const size_t n_notice_columns;

// Their places in notice_columns[].
enum {
    N_REFERENCE,
    N_CHILD,
    N_BORN,
    N_NHS,
    N_UPN,
    N_ADDRESS,
    N_POSTCODE,
    N_ROLE,
    N_REACH,
    N_CONCERN,
    N_TOLD,
    N_WHY,
    N_HAPPENED,
    NOTICE_COLUMNS
};
enum { NOTICES_MOST = 200 };
typedef struct Notice {
    int line;
    Str cell[NOTICE_COLUMNS];
    Str wrong;         // absent, or the sentence: where, and what would be right
    int64_t before;    // the contact it became when it was sent before; NONE: it is new
} Notice;
typedef struct NoticeSheet {
    size_t len, n_wrong, n_new;
    Notice *at;
    Str fault;
} NoticeSheet;
NoticeSheet notices_read(Ctx *c, Str text);

typedef struct ExchangePage {
    Str text, wrong;
    const NoticeSheet *sheet;    // NULL: nothing was sent yet
    OutcomeList outcomes;
} ExchangePage;
Str outcome_text(const Outcome *o);    // "waiting", "told", "closed"

#endif
