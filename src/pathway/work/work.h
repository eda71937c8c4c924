// What is to be done, as lists: mine, my team's, late, still. Private to this folder.
#ifndef KITH_PATHWAY_WORK_H
#define KITH_PATHWAY_WORK_H

#include "pathway/work/work.sql.h"
#include "people/record.h"

// A kind of thing that waits: what the view work_item calls it, what people do, and where.
typedef struct WorkKind {
    const char *key;
    Str name;            // "Plan action"
    const char *path;    // of its own page, with its id; or, with `by_person`, the child's
    bool by_person;
    bool by_owner;       // it opens for its owner without a way to the child, and says no more of the child
    const char *days;    // the setting that says by when, counted from `since`; or NULL
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

// What the actor may see of whom, as far as it was asked.
typedef struct WorkSeen {
    Buf whole;                             // of whom everything: ",1,2,"
    Buf some;                              // and which kinds of the others: ",3:plan,3:see,"
} WorkSeen;
WorkSeen work_seen(Ctx *c, WorkPersonList near);    // from work_near()

// What somebody answers for, or a team holds: `owner` or `team` is NONE. Each with whom it is about, and in
// words, as far as the actor may see that; several lists at once, since the questions go together. `s` knows
// of everybody on them afterwards, and of those in `also`.
typedef struct WorkAsk {
    int64_t owner, team;
    WorkItemList items;                    // the answer
} WorkAsk;
void work_read(Ctx *c, WorkSeen *s, WorkPersonList also, WorkAsk *asks, size_t n);

// The items as lines, the soonest due first.
WorkLines work_lines(Ctx *c, WorkItemList items);
WorkLines work_lines_join(Ctx *c, WorkLines a, WorkLines b);    // each thing once
Quiets work_quiet(Arena *a, StillList still, WorkLines lines);    // those of them that are among the lines
size_t work_late(WorkLines lines);                              // how many are late: they come first
Str days_since(Arena *a, Instant since, Instant now);           // "today", "1 day", "12 days"

#endif
