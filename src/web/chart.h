// Charts are drawn here, on the server, as SVG. Width is whatever the page gives: places across are
// percentages and letters keep their size, so a chart is read on a phone as on a wall. A chart cannot be made
// without a title, a description and the names of both axes, and stands beside a table of the same figures
// (the caller's).
#ifndef KITH_CHART_H
#define KITH_CHART_H

#include "base/dec.h"
#include "web/html.h"

typedef enum ChartKind { CHART_LINE, CHART_COLUMNS } ChartKind;

typedef struct ChartPoint {
    Str label;                             // "Q1", "Year"
    Str group;                             // "2013/14": neighbours with the same group share one label
    Dec value;                             // NONE is a gap
    Str why;                               // a gap's reason in a word or two: "no figure", "withheld"
    bool whole_year;                       // drawn square, or solid: a year's outturn among quarters
    bool provisional;                      // drawn hollow
    bool breaks;    // not comparable with the point before: the line stops, a note says so
} ChartPoint;

typedef struct Chart {
    Str title, about, across, up;          // what chart_of() asks for
    Str id;                                // unique on the page
    ChartKind kind;
    int decimals;
    Str suffix;                            // "%" after each figure, or S("")
    Str point;                             // what one of them is: "Score"; absent is "Quarter"
    int top;                               // a scale of whole numbers from 0 to this; 0: as the figures need
    Dec target;                            // NONE when there is no line to reach
    Str target_text;                       // "Target 80.0%"
    size_t len;
    const ChartPoint *at;
} Chart;

// The only way to begin one: the four texts are parameters, so a chart without them does not compile.
Chart chart_of(Str title, Str about, Str across, Str up);
// Draws a figure element with SVG and key. False, and nothing drawn, when a text is empty or there is no
// figure.
bool chart_draw(Buf *out, const Chart *c);
Html chart_html(Arena *a, const Chart *c);    // the same for templates; empty when nothing is drawn
// A line the height of a word, with the words for those who do not see it.
Html chart_spark(Arena *a, Str about, const Dec *at, size_t len);

// Round numbers for an axis: from *ret_low to *ret_high in steps, both multiples of the step.
void chart_ticks(Dec least, Dec most, Dec *ret_low, Dec *ret_high, Dec *ret_step);

#endif
