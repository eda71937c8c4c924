// What is to be done, as lists: mine, my team's, late, still. Private to this folder.
#ifndef KITH_PATHWAY_WORK_H
#define KITH_PATHWAY_WORK_H

#include "pathway/work/work.sql.h"
#include "people/record.h"

// A kind of thing that waits: what the table todo calls it, what people do, and where.
typedef struct WorkKind {
    const char *key;
    Str name;            // "Plan action"
    const char *path;    // of its own page, with its id; or, with `by_person`, the child's
    bool by_person;
    bool by_owner;       // its page opens for its owner without a way to the child
    bool told;           // due when somebody must be told, counted from `since`, where no date is said
    bool danger;         // somebody waits for an answer now: it stands before everything else
} WorkKind;
extern const WorkKind work_kinds[];
extern const size_t n_work_kinds;

typedef struct WorkLine {
    const WorkItem *item;
    const WorkKind *kind;
    Date due;      // DATE_NONE: no date
    Instant at;    // of the day when only a day is known: what lines are sorted by
    bool late;
    Url href;
    Str by;    // "2 July 2014" or "2 July 2014, 4:05pm"
} WorkLine;
typedef struct WorkLines {
    size_t len;
    WorkLine *at;
} WorkLines;

// An episode in which nothing was written down for long.
typedef struct Quiet {
    const Still *still;
    const WorkItem *episode;    // as it stands among the lines: whose it is, for those who may know
} Quiet;
typedef struct Quiets {
    size_t len;
    Quiet *at;
} Quiets;

// My own page.
typedef struct MinePage {
    WorkLines lines;
    Quiets still;
    WritingList writing;
    HelpedList helped;
} MinePage;

// The settings that lists of work go by.
typedef struct WorkDays {
    int64_t still;    // after so many without a word a case stands still
    int64_t told;     // within so many whoever said something is told
} WorkDays;
WorkDays work_days(Ctx *c);
Instant work_still_since(const Ctx *c, WorkDays days);    // what nothing was written of since stands still

// What the actor answers for, where `team` is NONE, or a team and everybody in it. It is read in steps,
// so that what a page asks besides can go with each:
//     work_find()       asks for it, and tells all that is about children whom the actor holds
//     work_strangers()  of whom of the others, and of those in `also`, it is not known what may be seen
//     work_learn()      takes in what work_sights() says of them
//     work_untold()     whether the list has such others: found again, it tells all that may be seen
typedef struct Work {
    int64_t team;
    WorkItemList items;
    Buf whole;    // of whom everything may be seen: ",1,2,"
    Buf some;     // and which kinds of the others: ",3:plan,3:see,"
} Work;
Work work_new(Ctx *c, int64_t team);
void work_find(Ctx *c, Work *w);
Str work_strangers(Ctx *c, Work *w, WorkPersonList also);    // "[1,2]"; absent: none
void work_learn(Work *w, WorkSightList sights);
bool work_untold(const Work *w);

// The items as lines: danger, then the soonest due.
WorkLines work_lines(Ctx *c, WorkItemList items, WorkDays days);
WorkLines work_lines_once(Ctx *c, WorkLines all);              // each thing once
// Those among the lines that were last written of before that.
Quiets work_quiet(Arena *a, StillList still, WorkLines lines, Instant before);
size_t work_danger(WorkLines lines);                            // how many are danger: they come first
size_t work_late(WorkLines lines);                              // how many are late, these among them
Str days_since(Arena *a, Instant since, Instant now);           // "today", "1 day", "12 days"

#endif
