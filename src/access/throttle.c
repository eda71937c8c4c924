// What a failure costs: time, never the account. Failures are counted by what is tried, against whom and from
// which part of the network, so a stranger elsewhere cannot slow a colleague; and a browser that was signed
// in before has its own count, so a stranger next door cannot either.
#include <inttypes.h>

#include "access/within.h"

enum { SECOND = 1000, MINUTE = 60 * SECOND, QUIET_MS = 24 * 60 * MINUTE };

// What many failures share, so that trying one password on everybody, or a code from everywhere, is slow too:
// so many at once, then one as often. A colleague who waits for others behind the same address waits seconds;
// a browser that is known waits for nobody. In its row, `again_at` is when all of it is there again (as in
// GCRA).
typedef struct Budget {
    int64_t most, each;                              // each in milliseconds
} Budget;
static const Budget of_network = {60, 10 * SECOND}, of_codes = {30, 10 * MINUTE}, of_strangers = {10, MINUTE};

static const Budget *budget_of(const Attempt *at) { return at->codes ? &of_codes : &of_network; }

static Str key_of(Ctx *c, const char *what, Str of) {
    return secret_link(c->arena, secret_hash(c->arena, str_fmt(c->arena, "attempt %s", what), of));
}

Attempt attempt_of(Ctx *c, const char *what, Str whom, int64_t account) {
    bool known = account != NONE && browser_known(c, account), codes = !strcmp(what, "code");
    Str from =
        known ? str_fmt(c->arena, "browser %" PRId64, c->actor.session) : address_part(c->arena, c->address);
    Str all = str_fmt(c->arena, "%.*s\n%.*s", STR_FMT(whom), STR_FMT(from));
    Attempt at = {.key = key_of(c, what, all), .codes = codes};
    if (!known) at.shared = codes ? key_of(c, "codes of", whom) : key_of(c, "network", from);
    return at;
}

// Takes one from the budget; else says when there is one.
static Instant take_from(Ctx *c, const Budget *b, Str key) {
    const Throttle *t = throttle_find(c->db, key);
    Instant whole = t && t->again_at > c->now ? t->again_at : c->now;
    if (whole - c->now > (b->most - 1) * b->each) return whole - (b->most - 1) * b->each;
    throttle_set(c->db, key, t ? t->failures + 1 : 1, whole + b->each, c->now);
    return 0;
}
static Instant take_shared(Ctx *c, const Attempt *at) { return take_from(c, budget_of(at), at->shared); }

Instant access_flood(Ctx *c, const char *what) {
    return take_from(c, &of_strangers, key_of(c, what, address_part(c->arena, c->address)));
}

static bool take(Ctx *c, void *arg) {
    Attempt *at = arg;
    const Throttle *t = throttle_find(c->db, at->key);
    int64_t failures = t && c->now - t->seen_at < QUIET_MS ? t->failures : 0;
    at->again_at = t && t->again_at > c->now ? t->again_at : 0;
    if (!at->again_at && at->shared.at) at->again_at = take_shared(c, at);
    if (at->again_at) return true;
    throttle_set(c->db, at->key, failures + 1, c->now + throttle_wait(failures + 1), c->now);
    return true;
}

bool attempt_take(Ctx *c, Attempt *at) { return write_do(c, take, at); }

void attempt_clear(Db *db, const Attempt *at) {
    throttle_clear(db, at->key);
    if (at->shared.at) throttle_refund(db, at->shared, budget_of(at)->each);
}

Str attempt_sentence(Ctx *c, const Attempt *at) {
    int64_t seconds = (at->again_at - c->now + 999) / 1000, minutes = (seconds + 59) / 60;
    if (seconds < 60)
        return str_fmt(c->arena, "There have been too many attempts. Try again in %" PRId64 " second%s",
                       seconds, seconds == 1 ? "" : "s");
    return str_fmt(c->arena, "There have been too many attempts. Try again in %" PRId64 " minute%s", minutes,
                   minutes == 1 ? "" : "s");
}
