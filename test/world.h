// A fresh database (engine from KITH_TEST_ENGINE: sqlite, the default, or postgres) with the site on it.
#ifndef KITH_WORLD_H
#define KITH_WORLD_H

#include "test.h"
#include "web/web.h"

typedef struct World {
    Arena *arena;
    Db *db;                                // a writing connection, outside any transaction
    Instant now;                           // what the site takes the time to be; starts at 2014-07-02T09:00Z
    void *inside;
    const Site *site;                      // made on first use: all routes, or a test's own
} World;
World world_open(void);
World world_open_with(Str pack);           // and a pack loaded: S("packs/nottingham")
void world_close(World *w);                // and checks world_todo_kept()
void world_todo_kept(World *w);            // todo is what work_item says
#define WORLD(w) World w __attribute__((cleanup(world_close))) = world_open()

// An account with this role, made on first use; its id.
int64_t world_account(World *w, Str role);

typedef struct Answer {
    int status;
    Str body, location, cookie, type;
    Str headers;                           // "name: value\n" each
} Answer;
// role: S("administrator") … or S("") for nobody. Cookies, CSRF and origin are supplied as a browser would.
Answer ask(World *w, Str role, Method m, const char *path);
Answer post(World *w, Str role, const char *path, const char *form);   // "a=b&c=d"
// The same with a session token of the caller's own (32 bytes, or absent) and any further headers.
typedef struct Asked {
    Str token;                             // session cookie
    Str cookies;                           // further cookies, "a=b; c=d"
    Str verb, path, form;                  // the form without its token
    Str origin, fetch_site;                // absent: the site's own, for a POST
    Str content_type, if_none_match, accept_encoding, address;
    bool no_csrf;                          // leave the form's token out
    bool forgets;                          // what a POST did is taken back once it is answered
    Str file_field, file_name, file;       // a file sent with it; absent: none
} Asked;
Answer world_ask(World *w, Asked q);
Str world_token(World *w, Str role);       // of a session somebody with this role has
const Site *world_site(World *w);
bool sees(Answer a, const char *text);     // the body has this text (entities decoded, tags removed)

#endif
