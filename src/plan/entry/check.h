// What is asked of a figure before it is handed in. Pure: values in, sentences out.
#ifndef KITH_ENTRY_CHECK_H
#define KITH_ENTRY_CHECK_H

#include "plan/figure.h"
#include "plan/rules.h"

// What is known of the line that the figure is for.
typedef struct EntryLine {
    Str kind;                              // "percentage", "number", "rate", "text"
    Str unit;
    int decimals;                          // the most that may be given
    bool cumulative;                       // adds up over the year
    Reading earlier;                       // the quarter before in the same year
    Reading last;                          // the last figure there was, of any period
    bool settled;                          // signed off or published: changing it is a revision
    Str was;                               // the text held now, absent when there is none
} EntryLine;

// What somebody typed. Absent and empty are the same.
typedef struct EntryTyped {
    Str raw;                               // "21.6%", "~", "Available May 2014"
    Str covers;                            // "3 terms to Spring 2013"
    Str note;
    Str numerator, denominator;
} EntryTyped;

typedef struct EntryVerdict {
    bool blank;                            // nothing was typed: nothing is asked, nothing is handed in
    Figure figure;
    Dec numerator, denominator;            // NONE when not given
    Str wrong;                             // absent: it may be handed in
    const char *where;                     // with wrong: "figure", "note", "numerator", "denominator"
    bool doubtful;    // wrong only because it looks wrong: a note that says why is enough
} EntryVerdict;

EntryVerdict entry_check(Arena *a, const EntryLine *line, const EntryTyped *typed);

#endif
