// Tokens, origins, cookies and notices; the header says what each is against.
#include <inttypes.h>
#include <sodium.h>

#include "web/guard.h"

enum { HALF = 16, NOTICE_MS = 60000, NOTICE_MAX = 1000, TOKEN = 32 };

Str cookie_name_session(const Site *s) { return s->secure ? S("__Host-kith") : S("kith"); }
Str cookie_name_visitor(const Site *s) { return s->secure ? S("__Host-kith-visitor") : S("kith-visitor"); }
Str cookie_name_notice(const Site *s) { return s->secure ? S("__Host-kith-notice") : S("kith-notice"); }

Str cookie_make(Arena *a, const Site *s, Str name, Str value, int64_t seconds) {
    Buf out = {.arena = a};
    buf_fmt(&out, "%.*s=%.*s; Path=/; HttpOnly; SameSite=Lax", STR_FMT(name), STR_FMT(value));
    if (seconds >= 0) buf_fmt(&out, "; Max-Age=%" PRId64, seconds);
    if (s->secure) buf_lit(&out, "; Secure");
    return buf_str(&out);
}

Str session_cookie(const Ctx *c, Str token) {
    Str hex = str_hex(c->arena, (const uint8_t *)token.at, token.len);
    return cookie_make(c->arena, c->site, cookie_name_session(c->site), hex, -1);
}

Str session_cookie_gone(const Ctx *c) {
    return cookie_make(c->arena, c->site, cookie_name_session(c->site), S(""), 0);
}

Str token_read(Arena *a, Str hex) {
    uint8_t *bytes = arena_new(a, uint8_t, TOKEN);
    if (!hex.at || !str_unhex(hex, bytes, TOKEN)) return (Str){0};
    return (Str){(const char *)bytes, TOKEN};
}

// "https://kith.example" against what the form says; a browser writes an origin without path or port 443.
static bool origin_is_ours(const Site *s, const Request *r) {
    if (str_eq_fold(r->origin, s->base_url)) return true;
    Str scheme = s->secure ? S("https://") : S("http://");
    if (!str_starts(r->origin, scheme) || !r->host.len) return false;
    return str_eq_fold((Str){r->origin.at + scheme.len, r->origin.len - scheme.len}, r->host);
}

bool origin_fits(const Site *s, const Request *r) {
    if (r->fetch_site.at && !str_eq(r->fetch_site, S("same-origin")) && !str_eq(r->fetch_site, S("none")))
        return false;
    return !r->origin.at || origin_is_ours(s, r);
}

static void csrf_secret(const Site *s, Str secret, uint8_t ret[HALF]) {
    static const char purpose[] = "kith form token";
    crypto_generichash_state h;
    crypto_generichash_init(&h, s->key, 32, HALF);
    crypto_generichash_update(&h, (const uint8_t *)purpose, sizeof purpose);
    crypto_generichash_update(&h, (const uint8_t *)secret.at, secret.len);
    crypto_generichash_final(&h, ret, HALF);
}

Str csrf_token(Arena *a, const Site *s, Str secret) {
    uint8_t token[2 * HALF], plain[HALF];
    randombytes_buf(token, HALF);
    csrf_secret(s, secret, plain);
    for (int i = 0; i < HALF; i++) token[HALF + i] = token[i] ^ plain[i];
    return str_hex(a, token, sizeof token);
}

bool csrf_fits(const Site *s, Str secret, Str sent) {
    uint8_t token[2 * HALF], plain[HALF];
    if (!secret.len || !str_unhex(sent, token, sizeof token)) return false;
    csrf_secret(s, secret, plain);
    for (int i = 0; i < HALF; i++) token[HALF + i] ^= token[i];
    return sodium_memcmp(token + HALF, plain, HALF) == 0;
}

static void notice_mac(const Site *s, Str stamped, uint8_t ret[HALF]) {
    crypto_generichash(ret, HALF, (const uint8_t *)stamped.at, stamped.len, s->key, 32);
}

// hex mac, ".", base64url of "milliseconds sentence".
Str notice_seal(Arena *a, const Site *s, Instant now, Str sentence) {
    Str stamped = str_fmt(a, "notice %" PRId64 " %.*s", now, STR_FMT(sentence));
    uint8_t mac[HALF];
    notice_mac(s, stamped, mac);
    size_t room = sodium_base64_ENCODED_LEN(stamped.len, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    char *text = arena_new(a, char, room);
    sodium_bin2base64(text, room, (const uint8_t *)stamped.at, stamped.len,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    Str hex = str_hex(a, mac, HALF);
    return str_fmt(a, "%.*s.%s", STR_FMT(hex), text);
}

static Str notice_fresh(Instant now, Str stamped) {
    Instant at = 0;
    Str rest = stamped;
    str_cut(&rest, S(" "));
    Str when = rest.at ? str_cut(&rest, S(" ")) : (Str){0};
    if (!rest.at || !str_int(when, &at) || at > now || now - at > NOTICE_MS) return (Str){0};
    return rest;
}

Str notice_open(Arena *a, const Site *s, Instant now, Str sealed) {
    uint8_t mac[HALF], want[HALF];
    Str text = sealed;
    Str hex = str_cut(&text, S("."));
    if (!text.at || text.len > 2 * NOTICE_MAX || !str_unhex(hex, mac, HALF)) return (Str){0};
    uint8_t *plain = arena_new(a, uint8_t, text.len + 1);
    size_t n = 0;
    if (sodium_base642bin(plain, text.len, text.at, text.len, NULL, &n, NULL,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING))
        return (Str){0};
    Str stamped = {(const char *)plain, n};
    notice_mac(s, stamped, want);
    if (sodium_memcmp(mac, want, HALF) || !str_utf8(stamped)) return (Str){0};
    return notice_fresh(now, stamped);
}
