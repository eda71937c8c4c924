// The proof of a search: time and a hash keyed by the site, over who searched, when, and for what.
#include "people/find/proof.h"

#include <inttypes.h>
#include <sodium.h>

enum { MAC = 16, HOUR_MS = 3600000 };

static void proof_part(crypto_generichash_state *h, Str part) {
    uint64_t len = part.len;    // so that no two questions run together into one
    crypto_generichash_update(h, (const uint8_t *)&len, sizeof len);
    if (part.len) crypto_generichash_update(h, (const uint8_t *)part.at, part.len);
}

static Str proof_at(const Ctx *c, FindAsk ask, Instant at) {
    uint8_t mac[MAC];
    crypto_generichash_state h;
    Str who = str_fmt(c->arena, "search %" PRId64 " %" PRId64, c->actor.id, at);
    crypto_generichash_init(&h, c->site->key, 32, MAC);
    const Str parts[] = {who, ask.name, ask.born, ask.place, ask.number};
    for (size_t i = 0; i < COUNT(parts); i++) proof_part(&h, parts[i]);
    crypto_generichash_final(&h, mac, MAC);
    return str_fmt(c->arena, "%" PRId64 ".%.*s", at, STR_FMT(str_hex(c->arena, mac, MAC)));
}

Str search_proof(const Ctx *c, FindAsk ask) { return proof_at(c, ask, c->now); }

bool search_proved(const Ctx *c, FindAsk ask, Str proof) {
    Instant at = 0;
    Str rest = proof;
    if (!str_int(str_cut(&rest, S(".")), &at) || at > c->now || c->now - at > HOUR_MS) return false;
    Str want = proof_at(c, ask, at);
    return want.len == proof.len && !sodium_memcmp(want.at, proof.at, want.len);
}
