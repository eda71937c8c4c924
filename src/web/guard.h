// What stands before every handler: where a form came from, whether this browser was given it, and the
// cookies that say so.
#ifndef KITH_GUARD_H
#define KITH_GUARD_H

#include "web/request.h"

// The names of the cookies. __Host- keeps other hosts and paths from setting them; it needs HTTPS.
Str cookie_name_session(const Site *s);
Str cookie_name_visitor(const Site *s);
Str cookie_name_notice(const Site *s);
Str cookie_make(Arena *a, const Site *s, Str name, Str value,
                int64_t seconds);    // seconds < 0: while the browser runs

// Another site's page may not send forms here, whatever cookies the browser adds.
bool origin_fits(const Site *s, const Request *r);

// A form's token proves that this browser was shown the form: it is derived from the secret in the browser's
// own cookie (of the session, or for people nobody knows of the visitor), and masked afresh for each page so
// that a compressed page never repeats it.
Str csrf_token(Arena *a, const Site *s, Str secret);
bool csrf_fits(const Site *s, Str secret, Str token);

// A sentence for the next page, signed so that nobody else puts words into this site's mouth.
Str notice_seal(Arena *a, const Site *s, Instant now, Str sentence);
Str notice_open(Arena *a, const Site *s, Instant now,
                Str sealed);    // absent: none, not ours, or a minute old

Str token_read(Arena *a, Str hex);    // 64 hex digits to 32 bytes, or absent

#endif
