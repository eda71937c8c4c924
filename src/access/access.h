// What the floors above may ask about people: who is here, who may be chosen, whether they proved themselves
// lately.
#ifndef KITH_ACCESS_H
#define KITH_ACCESS_H

#include "access/rights.h"
#include "web/form.h"

// For Site.who. An Actor with id 0 may still have a session: a browser half-way through signing in, or one
// that was signed in before. Only `id` says that somebody is known.
Actor access_who(Ctx *c, Str token);
enum { ACCESS_KNOWN_DAYS = 180 };                    // a browser is known again for as long after signing in

// For Site.who_gives: who can let somebody in who lacks these rights, for the end of "Ask …".
Str access_who_gives(Ctx *c, Rights needs);

// The gravest acts (publishing, changing roles, two-step, the administrator's settings) want a fresh proof.
// Returns true when the person has proved who they are in the last minutes; else send `access_prove(c)`: a
// page that asks for the password (or the provider) and brings the person back to `back`, a path.
bool access_fresh(const Ctx *c);
Reply access_prove(Ctx *c, Str back);

// People to choose from: open accounts, by name; value is the id. With a role key, only those who hold it
// today.
Choices access_people(Ctx *c, Str role);
Choices access_agencies(Ctx *c);
Str access_name(Db *db, int64_t account);    // also of people who have left; absent when there is none
Str access_agency_name(Db *db, int64_t agency);    // also of one that has ended; absent when there is none

// Puts an audit row that this request's actor did it. `detail` is JSON or absent.
void access_audit(Ctx *c, const char *act, const char *subject, int64_t subject_id, Str detail);

// Inside a write: what strangers send without signing in, ten at once from one part of the network and one
// more a minute. 0: go on; else no earlier than this.
Instant access_flood(Ctx *c, const char *what);

// For the tests and the command line: an account that can sign in, with one role from today.
int64_t access_account(Db *db, Instant now, Str email, Str name, Str agency, Str role);
// A signed-in session for it, known by this token of 32 bytes; its id, the same for the same token.
int64_t access_session(Db *db, Instant now, int64_t account, Str token);

#endif
