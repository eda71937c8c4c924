// Everything made of random bytes or held against them: tokens, passwords, codes. Pure but for randomness: no
// database, no clock.
#ifndef KITH_SECRET_H
#define KITH_SECRET_H

#include "base/date.h"
#include "web/html.h"

enum {
    SECRET_BYTES = 32,
    STEP_SECRET_BYTES = 20,
    RECOVERY_CODES = 10,
    PASSWORD_LEAST = 12,
    PASSWORD_MOST = 200
};

Str secret_new(Arena *a, size_t bytes);
// BLAKE2b-256 of `secret` for one purpose: what is kept of a token. Two purposes never give the same hash.
Str secret_hash(Arena *a, Str purpose, Str secret);
Str secret_link(Arena *a, Str secret);               // for an address: hex
bool secret_read(Arena *a, Str link, Str *ret_secret);

// Argon2id. Slow on purpose: only from the HASHES pool and the command line.
typedef struct PasswordCost {
    int64_t memory_mib, passes;
} PasswordCost;
Str password_hash(Arena *a, Str password, PasswordCost cost);
// Costs the same whether there is a stored hash or none, so that the time says nothing about who has an
// account.
bool password_holds(Arena *a, Str password, Str stored, PasswordCost cost);
bool password_outdated(Arena *a, Str stored, PasswordCost cost);
// Absent, or the sentence that says what is wrong with a new password.
Str password_fault(Arena *a, Str password, Str email, Str name);

Str recovery_new(Arena *a);                          // "k3vd-9wqe-xm2p-hc7t": 78 random bits
Str recovery_read(Arena *a, Str typed);              // as made, whatever the case and the dashes, or absent
Str recovery_hash(Arena *a, int64_t account, Str code);

// The 30-second step whose code this is, one either side of now, later than `last`; 0 when there is none.
int64_t step_code_at(Arena *a, Str secret, Str typed, Instant now, int64_t last);
Str step_code(Arena *a, Str secret, Instant now);    // the code an app would show
Str step_key(Arena *a, Str secret);                  // base32 in groups of four, to type by hand
Str step_uri(Arena *a, Str secret, Str site, Str email);
Html step_qr(Arena *a, Str uri);                     // an inline SVG, named for those who cannot see it

// Browser and system in a few words: "Firefox on Windows". Nothing finer is kept.
Str agent_words(Arena *a, Str user_agent);
// The part of the network an address is in: IPv4 /24, IPv6 /48. "" for what is neither.
Str address_part(Arena *a, Str address);
// A path of this site and nothing else, or S("").
Str local_path(Str path);

// How long to wait after that many failures in a row: five are free, then 2 s, 4 s … to a quarter of an hour.
Instant throttle_wait(int64_t failures);

#endif
