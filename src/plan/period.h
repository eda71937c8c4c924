// Financial years, their quarters, and academic years, as codes that a person types: "2013/14", "2013/14-Q4",
// "AY2012/13".
#ifndef KITH_PERIOD_H
#define KITH_PERIOD_H

#include "base/base.h"
#include "base/date.h"

typedef struct Period {
    Str code, kind;                        // kind: "year", "quarter", "academic"
    Str year;                              // "2013/14"
    int quarter;                           // 1 to 4; 0 for a whole year
    Date starts, ends;
} Period;

bool year_parse(Str year, int *ret_first);                // "2013/14" gives 2013; "2013/15" is none
Str year_make(Arena *a, int first);                       // 2013 gives "2013/14"
Str year_before(Arena *a, Str year, int years);           // absent when `year` is none
Str year_in_path(Arena *a, Str year);                     // "2013-14"
Str year_from_path(Arena *a, Str part);                   // and back; absent when it is none
bool period_parse(Str code, Period *ret);
Str quarter_code(Arena *a, Str year, int quarter);        // "2013/14-Q4"
Str period_text(Arena *a, const Period *p);    // "quarter 4 of 2013/14", "2013/14", "academic year 2012/13"

#endif
