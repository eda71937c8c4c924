// Families with a story each, a file a family; what their files do is in tell.h.
#include "voice/demo/tell.h"

static const Family *const families[] = {&family_kowalska, &family_hussain,  &family_warsame, &family_popescu,
                                         &family_chen,     &family_campbell, &family_haddad,  &family_towle};

static void tell(Ctx *c, Instant now, const Family *f) {
    Telling t = {.c = c, .now = now, .consent = NONE};
    tell_family(&t, f);
    f->story(&t);
}

Str demo_stories(Arena *a, Db *db, Instant now) {
    Ctx c = {.arena = a, .db = db, .method = POST};
    for (size_t i = 0; i < COUNT(families); i++) tell(&c, now, families[i]);
    return (Str){0};
}
