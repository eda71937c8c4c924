// Between laying a family out and drawing it.
#ifndef KITH_FAMILY_PICTURE_H
#define KITH_FAMILY_PICTURE_H

#include "people/family/kinfolk.h"

enum { SYMBOL = 44, COLUMN = 156, ROW = 172, EDGE = 90 };    // pixels: a symbol's width; from one to the next

// Gives every member its x and y.
void family_layout(Family *f, int *ret_width, int *ret_height);
bool family_raises(const FamilyTie *t);    // a tie of a child to who brings it up
bool family_couple(const FamilyTie *t);    // husband and wife, partners

#endif
