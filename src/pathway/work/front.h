// The front of a record, as its page draws it. Private to this folder.
#ifndef KITH_PATHWAY_WORK_FRONT_H
#define KITH_PATHWAY_WORK_FRONT_H

#include "pathway/clock/clock.h"
#include "pathway/contact/contact.h"
#include "pathway/threshold/need.h"
#include "pathway/work/front.sql.h"
#include "people/person.h"
#include "people/team.h"
#include "pathway/work/work.h"

typedef struct WayOn {
    Url href;
    Str text;
} WayOn;

// Who helps, and since when; not what they know.
typedef struct Involved {
    Str agency, team;                      // team: absent where somebody of the agency has a seat
    Instant since;
} Involved;

// What the front shows; a part that this actor may not see is said to be so, never left out (P4).
typedef struct Front {
    const Record *record;
    bool shows_view, shows_help, shows_plan;
    bool prompts;                          // the family does not take part: go up, or say why not
    bool shows_contact, shows_assessment;
    const Said *said;
    const NeedSaid *need;
    UniversalList universal;               // services that every child has (W8)
    SignList signs;                        // that want a referral at once; none for who may not raise one
    HelpingList helping;
    OpenContactList contacts;                  // open at the front door, or given to a team
    WaitingStepList steps;                       // that wait for an answer
    const LatestAssessment *assessing;
    int64_t past;
    int64_t missed;                        // how often the family did not take part of late (W131)
    AroundList around;
    HoldingList holds;
    Involved *involved;
    size_t n_involved;
    EntryList entries;
    ClockList clocks;
    Missings missing;                      // basic information (W183)
    WayOn *ways;
    size_t n_ways;
} Front;

// What entries_latest() gave: the newest first, and no more than were asked for.
void entries_in_order(EntryList *entries, size_t most);
// What a row of the chronology is, for its tag: "Visit".
Str entry_what_text(Str what);
Str entry_nature_text(Str nature);    // "Fact", "Opinion", "Reported"
// "written 12 days later" when it was; else absent (W184)
Str entry_late(Arena *a, const Entry *n);
extern const Choice entry_whats[];
extern const size_t n_entry_whats;
Str episode_kind_name(Str kind);

#endif
