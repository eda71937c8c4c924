// What the templates of /me are given.
#ifndef KITH_ME_VIEWS_H
#define KITH_ME_VIEWS_H

#include "pathway/plan/wish.h"
#include "people/record.h"
#include "voice/me/me.sql.h"
#include "voice/me/meet.sql.h"

typedef struct MePage {
    const Person *person;
    bool own;                              // the reader's own record; else their child's
    MeNextList next;
    MeActionList actions;
    MeMemberList team;
    MeViewList views;
    MeMeetingList meetings;                // and the rest only of their own
    MeProposalList proposals;
    bool helped;                           // there is a plan to add to
} MePage;

bool me_past(Ctx *c, Str day);              // "2014-07-02" was before today
size_t me_said_by(MeViewList all, bool told);    // how many a parent wrote, or the child said

typedef struct MeMeet {                    // one meeting, as the child who is asked to it sees it
    int64_t person;
    const MeMeeting *m;
    MeGuestList guests;
    WishList wishes;
    const Wish *lead;                      // that they want to lead it; NULL: they did not say so
    bool open;                             // it is still to come
    const Filled *point, *people;          // the two forms
} MeMeet;

size_t me_points(const MeMeet *p);         // of the wishes: what they want to talk about
bool me_is_point(const Wish *w);
bool me_is_people(const Wish *w);

typedef struct MeDoor {                    // the worker's page
    const Record *record;
    MeOpenList open;
    const Filled *form;
    Str code;                              // of an invitation made just now, shown once; absent
    Str who;                               // for whom
} MeDoor;

// The door of the record that the address names. 0: it is not open to this account; 1 a child's; 2 their own.
int64_t me_opened(Ctx *c);
Page me_frame(Str title);
MeMeetingList me_meetings_now(Ctx *c, int64_t person);

#endif
