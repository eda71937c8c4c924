// The front of a record, as its page draws it. Private to this folder.
#ifndef KITH_PATHWAY_WORK_FRONT_H
#define KITH_PATHWAY_WORK_FRONT_H

#include "pathway/clock/clock.h"
#include "pathway/contact/contact.h"
#include "pathway/threshold/need.h"
#include "pathway/work/front.sql.h"
#include "people/person.h"
#include "pathway/work/work.h"

typedef struct WayOn {
    Url href;
    Str text;
} WayOn;

// What the front shows; a part that this actor may not see is said to be so, never left out (P4).
typedef struct Front {
    const Record *record;
    bool shows_view, shows_help, shows_plan;
    bool prompts;                          // the family does not take part: go up, or say why not
    bool shows_contact, shows_assessment;
    const Said *said;
    const NeedNow *need;
    SignList signs;                        // that want a referral at once; none for who may not raise one
    HelpingList helping;
    OpenContactList contacts;                  // open at the front door, or given to a team
    WaitingStepList steps;                       // that wait for an answer
    const LatestAssessment *assessing;
    int64_t past;
    int64_t missed;                        // how often the family did not take part of late (W131)
    AroundList around;
    InvolvedList involved;
    EntryList entries;
    ClockList clocks;
    Missings missing;                      // basic information (W183)
    WayOn *ways;
    size_t n_ways;
} Front;

// What a row of the chronology is, for its tag: "Visit".
Str entry_what_text(Str what);
Str entry_nature_text(Str nature);    // "Fact", "Opinion", "Reported"
// "written 12 days later" when it was; else absent (W184)
Str entry_late(Arena *a, const Entry *n);
extern const Choice entry_whats[];
extern const size_t n_entry_whats;
Str episode_kind_name(Str kind);

#endif
