// A family at their own door, for the tests of /me: a child, her mother, and a team that helps.
#ifndef KITH_ME_HOME_TEST_H
#define KITH_ME_HOME_TEST_H

#include "family.h"
#include "people/record.h"
#include "voice/me/me_test.sql.h"

typedef struct Home {
    int64_t child, mother, team, episode;
} Home;
Home home_begin(World *w);    // nobody of them has a page yet

// `format` has a * for the id; or two, for both.
const char *home_path(World *w, const char *format, int64_t id);
const char *home_path2(World *w, const char *format, int64_t id, int64_t other);

Answer home_let_in(World *w, int64_t child, int64_t who);    // a worker makes a code
Str home_code(Answer a);                                     // the code that page shows once
Answer home_take(World *w, Str code, const char *name);      // the code is taken up under a name
Str home_token(World *w, const char *name);                  // a signed-in browser of whoever chose it
Answer home_ask(World *w, Str who, const char *to, const char *form);    // form NULL: a GET

typedef struct Parents {    // the same with a father, and a page for each of the three
    Home home;
    int64_t father;
    Str mother_at, father_at, child_at;
} Parents;
Parents home_parents(World *w);

#endif
