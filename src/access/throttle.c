// What a failure costs: time, never the account. Failures are counted by what is tried, against whom and from which
// part of the network, so a stranger elsewhere cannot slow a colleague; and a browser that was signed in before has
// its own count, so a stranger next door cannot either.
#include <inttypes.h>

#include "access/within.h"

enum { QUIET_MS = 24 * 60 * 60 * 1000 };

Attempt attempt_of(Ctx *c, const char *what, Str whom, int64_t account) {
    bool known = account != NONE && browser_known(c, account);
    Str from = known ? str_fmt(c->arena, "browser %" PRId64, c->actor.session) : address_part(c->arena, c->address);
    Str all = str_fmt(c->arena, "%.*s\n%.*s", STR_FMT(whom), STR_FMT(from));
    return (Attempt){.key = secret_link(c->arena, secret_hash(c->arena, str_fmt(c->arena, "attempt %s", what), all))};
}

static bool take(Ctx *c, void *arg) {
    Attempt *at = arg;
    const Throttle *t = throttle_find(c->db, at->key);
    int64_t failures = t && c->now - t->seen_at < QUIET_MS ? t->failures : 0;
    at->again_at = t && t->again_at > c->now ? t->again_at : 0;
    if (at->again_at) return true;
    throttle_set(c->db, at->key, failures + 1, c->now + throttle_wait(failures + 1), c->now);
    return true;
}

bool attempt_take(Ctx *c, Attempt *at) { return write_do(c, take, at); }

void attempt_clear(Db *db, const Attempt *at) { throttle_clear(db, at->key); }

Str attempt_sentence(Ctx *c, const Attempt *at) {
    int64_t seconds = (at->again_at - c->now + 999) / 1000, minutes = (seconds + 59) / 60;
    if (seconds < 60)
        return str_fmt(c->arena, "There have been too many attempts. Try again in %" PRId64 " second%s", seconds, seconds == 1 ? "" : "s");
    return str_fmt(c->arena, "There have been too many attempts. Try again in %" PRId64 " minute%s", minutes, minutes == 1 ? "" : "s");
}
