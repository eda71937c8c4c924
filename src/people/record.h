// What every page about a person stands on: who may see what of the record, the read that is audited before
// the page leaves (P12), and the chronology that everything else writes into.
#ifndef KITH_RECORD_H
#define KITH_RECORD_H

#include "access/access.h"
#include "people/record.sql.h"

// The kinds of information: what a consent names, what an entry is. Keys are kept in the database.
typedef struct Info {
    const char *key;
    Str name, about;                       // "Who the person is", for the family's eyes
} Info;
extern const Info info[];                  // who help contact assessment plan note health view
extern const size_t n_info;
const Info *info_find(Str key);            // NULL when there is none

// The lawful bases for sharing without consent.
extern const Choice bases[];
extern const size_t n_bases;

// One person's record, as far as this actor may see it now.
typedef struct Record {
    const Person *person;                  // the record shown (one_id); its name and dates
    WayList ways;                          // why: "You are in the team that holds the case", by way and kind
    bool all;                              // every kind; else ask record_shows()
    BadgeKeyList badges;                   // of the head of its pages: record_badges()
    Str kinds;                             // the same for a query that reads rows: "*", or ",note,plan,"
} Record;

// The one door to a person's record, for every handler that shows or changes something about somebody. Looks
// for a way (sight) and notes the read for the audit log, which is durable before the page leaves. NULL:
// absent or not allowed: answer `record_refused(c, person)`. What it read holds for the page's snapshot.
Record *record_open(Ctx *c, int64_t person);
bool record_shows(const Record *r, const char *kind);
// 404 when there is no such person or the actor may not even search for people; else 403: who can let them
// in, and the way to break the glass.
Reply record_refused(Ctx *c, int64_t person);

// Every page of a record has the same head: who it is, why you may see it, and these tabs.
typedef struct Tab {
    const char *key;
    Str text;
    const char *path;                      // after /work/people/ID
} Tab;
extern const Tab record_tabs[];
extern const size_t n_record_tabs;
Url record_tab_url(Arena *a, const Record *r, const Tab *t);
Str record_why(Arena *a, const Record *r);       // "your team holds this record; …"
Reply record_page(Ctx *c, const Record *r, const char *tab, Str title, const Buf *main);

// Inside a write. One thing that happened. `kind` and `what` as in the table entry.
typedef struct EntryNew {
    int64_t person, episode;               // episode: NONE outside any
    const char *kind, *what;
    Str title, body;
    const char *nature;                    // "fact" unless said
    Str source;
    Instant happened_at;                   // 0: now
    const char *subject;                   // NULL: itself
    int64_t subject_id, group, replaces;   // 0 or NONE: none
    bool significant;
} EntryNew;
int64_t entry_add(Ctx *c, EntryNew e);

// Inside a write. A team holds something of a person from now, or no longer does.
void hold_begin(Ctx *c, int64_t person, int64_t team, const char *subject, int64_t subject_id);
void hold_end(Ctx *c, int64_t team, const char *subject, int64_t subject_id);   // team NONE: every team's

// The four words for nothing (P4). Use one wherever a value is missing from a page about a person.
typedef enum Nothing { NOT_HELD, NOT_SHARED, NOT_ASKED, OUT_OF_DATE } Nothing;
Html nothing(Ctx *c, Nothing which, Str what);

// "4 years", "7 months", "due in 3 weeks": from birth or due date on that day; absent when neither is known.
Str age_text(Arena *a, const Person *p, Date today);
int age_years(const Person *p, Date today);      // -1: not born, or not known

#endif
