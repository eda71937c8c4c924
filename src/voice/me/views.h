// What the templates of /me are given.
#ifndef KITH_ME_VIEWS_H
#define KITH_ME_VIEWS_H

#include "people/record.h"
#include "voice/me/me.sql.h"

typedef struct MePage {
    const Person *person;
    bool own;                              // the reader's own record; else their child's
    MeNextList next;
    MeActionList actions;
    MeMemberList team;
    MeViewList views;
} MePage;

size_t me_said_by(MeViewList all, bool told);    // how many a parent wrote, or the child said

typedef struct MeDoor {                    // the worker's page
    const Record *record;
    MeOpenList open;
    const Filled *form;
    Str code;                              // of an invitation made just now, shown once; absent
    Str who;                               // for whom
} MeDoor;

#endif
