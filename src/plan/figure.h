// A figure as people write it: "21.6%", "(178)", "2,169", "9.1% (2010)", "~".
#ifndef KITH_FIGURE_H
#define KITH_FIGURE_H

#include "base/base.h"
#include "base/dec.h"

typedef enum FigureKind { FIGURE_ABSENT, FIGURE_TEXT, FIGURE_NUMBER } FigureKind;
typedef struct Figure {
    FigureKind kind;                       // "~" or nothing; words ("Available May 2014"); a number
    Dec value;                             // NONE unless a number
    int decimals;                          // as written
    bool percent;                          // a "%" was written
    Str number;                            // the number as written, without brackets or words: "21.6%"
    Str covers;                            // the words in brackets after it: "2010"; absent: none
} Figure;
Figure figure_read(Str raw);

#endif
