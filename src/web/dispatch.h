// From a request to a reply, with no socket and no thread in sight: the server and the tests both come
// through here. Whoever calls holds the transaction open: a snapshot for reading, a savepoint for writing.
#ifndef KITH_DISPATCH_H
#define KITH_DISPATCH_H

#include "db/audit.h"
#include "web/request.h"
#include "web/route.h"

typedef bool Act(Ctx *c, void *arg);
typedef struct Turn Turn;
struct Turn {    // one request being answered
    const Site *site;
    Request *request;
    Match match;
    Ctx ctx;
    Reply reply;
    bool keep;         // commit what was written
    bool anonymous;    // no session cookie came
    Str visitor;       // 32 bytes: the secret of a browser nobody knows
    bool visitor_new;
    int gzip_level;    // 0 is 1: a page made for one reader
    Str fault;         // for the log: what went wrong
    bool (*write)(Turn *t, Act *act,
                  void *arg);    // how write_do() reaches the writer; NULL: writes on ctx.db itself
    size_t n_notes, notes_room;  // what note_before_answer() left: to be written before the answer goes
    AuditRow *notes;
    size_t n_later;              // what write_later() left, for when the answer has gone
    struct {
        void (*act)(Db *db, int64_t a, int64_t b);
        int64_t a, b;
    } later[4];
};

// match may already be known (the server looks before the body comes); then pass it in t->match and routed.
void turn_route(Turn *t);
// Everything from the session to the reply. `db` may be NULL when no transaction could be had: 503.
void dispatch(Turn *t, Db *db);
// Writes what was noted, inside a write. True when it was kept.
bool notes_write(Turn *t, Db *db);
// The same after a handler that wrote: inside its savepoint, which is begun anew where nothing else is kept.
bool notes_keep(Turn *t, Db *db);
// A reply made without a database: refusals while the server is full or stopping.
void dispatch_refuse(Turn *t, int status, Str why, int retry_after);

typedef struct Header {
    const char *name;
    Str value;
} Header;
enum { HEADERS_MAX = 28 };
typedef struct Response {    // what goes out, byte for byte
    int status;
    size_t n;
    Header header[HEADERS_MAX];
    Str body;
} Response;
void respond(Turn *t, Response *ret);
void response_add(Response *r, const char *name, Str value);
void headers_security(Response *r, const Site *s);
Str gzip_bytes(Arena *a, Str s, int level);

#endif
