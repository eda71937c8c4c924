// The two judgements of a performance report, as rules of values: is it better than or equal to the year
// before, and is the target met. Each gives its verdict and the sentence that explains it.
#ifndef KITH_RULES_H
#define KITH_RULES_H

#include "base/base.h"
#include "base/dec.h"

typedef enum Verdict { VERDICT_NONE, VERDICT_NO, VERDICT_YES } Verdict;
typedef struct Judgement {
    Verdict verdict;
    Str sentence;                          // "Not met: 21.6% in Q4 against a target of 13.2%; …"
} Judgement;

typedef enum Polarity { LOWER, HIGHER, BAND, WATCHED } Polarity;
typedef enum TargetKind {
    TARGET_NONE,
    TARGET_FIGURE,                         // at or beyond the value, in the direction that is good
    TARGET_MONITOR,                        // looked at, not judged
    TARGET_BETTER,                         // strictly better than the last outturn
    TARGET_HIGHER,                         // strictly above it, whatever the direction
    TARGET_REDUCE,                         // strictly below it
} TargetKind;

typedef struct Reading {
    Dec value;                             // NONE: no figure
    Str text;                              // as printed: "21.6%"
    Str when;                              // "Q4", "2012/13"
} Reading;

typedef struct Case {
    Str year;                              // the year that is judged
    Polarity polarity;
    Dec low, high;                         // BAND: NONE where none is set
    Reading now;                           // the latest figure of the year
    Reading before;                        // the latest outturn before the year
    Str break_note;                        // absent, or why the two are not comparable
    TargetKind target;
    Reading goal;                          // TARGET_FIGURE: its value; otherwise its text as printed
} Case;

Judgement judge_better(Arena *a, const Case *c);
Judgement judge_target(Arena *a, const Case *c);

// The words of the schema and of packs.
extern const Str polarity_words[];         // in the order of Polarity
extern const Str target_words[];           // in the order of TargetKind
Polarity polarity_of(Str word);            // WATCHED when it is no such word
TargetKind target_of(Str word);            // TARGET_NONE when it is no such word
Str verdict_word(Verdict v);               // "none", "no", "yes"
Verdict verdict_of(Str word);
Str polarity_text(Polarity p);             // "lower is better"
// Counts as a percentage as the report prints it: "16.7%", "100%", "N/A" of nothing.
Str share_text(Arena *a, int64_t part, int64_t whole);

#endif
