// A family as one actor may see it: who of it may be shown, how they belong together, who lives together, and
// the picture of it. Private to this folder.
#ifndef KITH_FAMILY_PAGES_H
#define KITH_FAMILY_PAGES_H

#include "people/about/about.h"
#include "people/family/family.sql.h"
#include "people/tie.h"

enum { FAMILY_MOST = 60, FAMILY_STEPS = 3 };    // people shown; ties away from the person of the page

typedef struct Member {
    Relative who;
    int generation;    // 0: of the person of the page; above it less
    bool home;         // lives with the person of the page now
    int step;          // ties away
    int x, y;          // where the picture has them: the middle of the symbol
} Member;
typedef struct Family {
    const Record *r;
    size_t n, n_ties, n_hidden;
    Member at[FAMILY_MOST];            // [0] is the person of the page
    FamilyTie tie[FAMILY_MOST * 4];    // between two of them
    int64_t hidden[FAMILY_MOST];       // records that this actor may not see: nothing is known of them here
} Family;
// Everybody within three ties, going on only through those whom the actor may see. Each is noted for the
// audit log.
Family *family_gather(Ctx *c, const Record *r);
const Member *family_member(const Family *f, int64_t id);    // NULL when there is none
Str family_word(const Family *f, const Member *m);    // what they are to the person of the page, or absent
Str family_sentence(Arena *a, const Family *f, const FamilyTie *t);    // with dates and responsibility

// The picture: squares, circles, diamonds and triangles, a dotted line around who lives together. `file`: as
// a document of its own.
Html genogram(Arena *a, Family *f, Date today, bool file);

#endif
