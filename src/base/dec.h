// Exact decimals. A figure is never a double: 4.75 is 4750000 millionths, in C and in the database.
#ifndef KITH_DEC_H
#define KITH_DEC_H

#include "base/base.h"

typedef int64_t Dec;                       // millionths; NONE is "no figure"
#define DEC_ONE INT64_C(1000000)

// Reads "21.6", "-3", "2,813", "0.04"; at most six decimals. *ret set only on success; *ret_decimals (may be
// NULL) is how many were written. Below nine million million either side of nought.
bool dec_parse(Str s, Dec *ret, int *ret_decimals);
// "2169", "91.70"; rounds half away from nought; writes nothing for NONE.
void dec_put(Buf *out, Dec d, int decimals);
void dec_put_grouped(Buf *out, Dec d, int decimals);  // "2,169"
Dec dec_round(Dec d, int decimals);
// part of whole as a percentage to `decimals`, half up; NONE when whole is 0.
Dec dec_percent(int64_t part, int64_t whole, int decimals);

#endif
