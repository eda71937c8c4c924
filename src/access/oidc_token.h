// What a provider signed, held against what we asked for. Pure: keys, claims and time are passed in.
#ifndef KITH_OIDC_TOKEN_H
#define KITH_OIDC_TOKEN_H

#include "base/date.h"

typedef struct OidcWanted {
    Str issuer, client, nonce;
    Instant now;
} OidcWanted;
typedef struct OidcPerson {
    Str subject, email, name;
    bool email_verified;
    Instant proved_at;                     // auth_time; NONE when it was not said
} OidcPerson;

// Absent and *ret filled, or why the token is refused (for the log: it names no person).
Str oidc_token_read(Arena *a, Str jwks, Str id_token, OidcWanted want, OidcPerson *ret);

#endif
