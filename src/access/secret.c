// Tokens, one-time codes and what is known of a browser. Passwords are in password.c.
#include "access/secret.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <liboath/oath.h>
#include <qrencode.h>
#include <sodium.h>

Str secret_new(Arena *a, size_t bytes) {
    char *at = arena_new(a, char, bytes);
    randombytes_buf(at, bytes);
    return (Str){at, bytes};
}

Str secret_hash(Arena *a, Str purpose, Str secret) {
    uint8_t *out = arena_new(a, uint8_t, SECRET_BYTES);
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, SECRET_BYTES);
    crypto_generichash_update(&state, (const uint8_t *)purpose.at, purpose.len);
    crypto_generichash_update(&state, (const uint8_t *)"", 1);    // no purpose holds a NUL: none runs on
    crypto_generichash_update(&state, (const uint8_t *)secret.at, secret.len);
    crypto_generichash_final(&state, out, SECRET_BYTES);
    return (Str){(char *)out, SECRET_BYTES};
}

Str secret_link(Arena *a, Str secret) { return str_hex(a, (const uint8_t *)secret.at, secret.len); }

bool secret_read(Arena *a, Str link, Str *ret_secret) {
    uint8_t *at = arena_new(a, uint8_t, SECRET_BYTES);
    if (!str_unhex(link, at, SECRET_BYTES)) return false;
    *ret_secret = (Str){(char *)at, SECRET_BYTES};
    return true;
}

// ---- recovery codes --------------------------------------------------------------------------------------

static const char letters[] = "23456789abcdefghjkmnpqrstvwxyz"; // none is taken for another
enum { RECOVERY_LETTERS = 16 };

Str recovery_new(Arena *a) {
    Buf out = {.arena = a};
    for (int i = 0; i < RECOVERY_LETTERS; i++) {
        if (i && i % 4 == 0) buf_byte(&out, '-');
        buf_byte(&out, letters[randombytes_uniform(sizeof letters - 1)]);
    }
    return buf_str(&out);
}

Str recovery_read(Arena *a, Str typed) {
    Buf out = {.arena = a};
    int n = 0;
    for (size_t i = 0; i < typed.len; i++) {
        char ch = typed.at[i];
        if (ch == ' ' || ch == '-') continue;
        if (ch >= 'A' && ch <= 'Z') ch = (char)(ch - 'A' + 'a');
        if (!ch || !strchr(letters, ch) || n == RECOVERY_LETTERS) return (Str){0};
        if (n && n % 4 == 0) buf_byte(&out, '-');
        buf_byte(&out, ch);
        n++;
    }
    return n == RECOVERY_LETTERS ? buf_str(&out) : (Str){0};
}

Str recovery_hash(Arena *a, int64_t account, Str code) {
    return secret_hash(a, S("recovery"), str_fmt(a, "%" PRId64 " %.*s", account, STR_FMT(code)));
}

// ---- the second step (RFC 6238: SHA-1, six digits, thirty seconds: what every app reads) ------------------

enum { STEP_SECONDS = 30, STEP_DIGITS = 6 };

static Str code_of_step(Arena *a, Str secret, int64_t step) {
    char *out = arena_new(a, char, STEP_DIGITS + 1);
    if (oath_hotp_generate(secret.at, secret.len, (uint64_t)step, STEP_DIGITS, false,
                           OATH_HOTP_DYNAMIC_TRUNCATION, out))
        return (Str){0};
    return (Str){out, STEP_DIGITS};
}

Str step_code(Arena *a, Str secret, Instant now) {
    return code_of_step(a, secret, now / 1000 / STEP_SECONDS);
}

static Str digits_only(Arena *a, Str typed) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < typed.len; i++)
        if (typed.at[i] != ' ') buf_byte(&out, typed.at[i]);
    return buf_str(&out);
}

int64_t step_code_at(Arena *a, Str secret, Str typed, Instant now, int64_t last) {
    Str code = digits_only(a, typed);
    int64_t step = now / 1000 / STEP_SECONDS, found = 0;
    if (code.len != STEP_DIGITS) return 0;
    for (int64_t s = step - 1; s <= step + 1; s++) {
        Str right = code_of_step(a, secret, s);
        if (right.at && s > last && sodium_memcmp(right.at, code.at, STEP_DIGITS) == 0) found = s;
    }
    return found;
}

static Str base32(Arena *a, Str bytes) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    Buf out = {.arena = a};
    uint32_t held = 0;
    int bits = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        held = held << 8 | (uint8_t)bytes.at[i];
        for (bits += 8; bits >= 5; bits -= 5) buf_byte(&out, digits[held >> (bits - 5) & 31]);
    }
    if (bits) buf_byte(&out, digits[held << (5 - bits) & 31]);
    return buf_str(&out);
}

Str step_key(Arena *a, Str secret) {
    Str key = base32(a, secret);
    Buf out = {.arena = a};
    for (size_t i = 0; i < key.len; i++) {
        if (i && i % 4 == 0) buf_byte(&out, ' ');
        buf_byte(&out, key.at[i]);
    }
    return buf_str(&out);
}

Str step_uri(Arena *a, Str secret, Str site, Str email) {
    Buf out = {.arena = a};
    buf_lit(&out, "otpauth://totp/");
    html_path(&out, site);
    buf_byte(&out, ':');
    html_path(&out, email);
    buf_lit(&out, "?secret=");
    buf_put(&out, base32(a, secret));
    buf_lit(&out, "&issuer=");
    html_path(&out, site);
    return buf_str(&out);
}

// One path of unit squares, four units of white around it as the standard asks.
static void qr_path(Buf *out, const QRcode *code) {
    for (int y = 0; y < code->width; y++)
        for (int x = 0; x < code->width; x++)
            if (code->data[y * code->width + x] & 1) buf_fmt(out, "M%d,%dh1v1h-1z", x + 4, y + 4);
}

Html step_qr(Arena *a, Str uri) {
    QRcode *code = QRcode_encodeString(str_c(a, uri), 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (!code) return (Html){S("")};
    Buf out = {.arena = a};
    int side = code->width + 8;
    buf_fmt(&out,
            "<svg class=\"kith-qr\" role=\"img\" aria-labelledby=\"qr-title\" width=\"240\" height=\"240\" "
            "viewBox=\"0 0 %d %d\"><title id=\"qr-title\">Picture of the key, for the app to scan</title>"
            "<path fill=\"#fff\" d=\"M0,0h%dv%dh-%dz\"/><path fill=\"#000\" d=\"",
            side, side, side, side, side);
    qr_path(&out, code);
    buf_lit(&out, "\"/></svg>");
    QRcode_free(code);
    return html_of(&out);
}

// ---- browsers and networks --------------------------------------------------------------------------------

typedef struct Word {
    const char *mark, *name;
} Word;

static const char *first_word(Str in, const Word *words, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_has(in, str_from(words[i].mark))) return words[i].name;
    return NULL;
}

// The order matters: Edge and Opera say Chrome too, and Chrome says Safari.
Str agent_words(Arena *a, Str agent) {
    static const Word browsers[] = {
        {"Edg", "Edge"},         {"OPR/", "Opera"},    {"SamsungBrowser", "Samsung Internet"},
        {"Firefox/", "Firefox"}, {"FxiOS", "Firefox"}, {"CriOS", "Chrome"},
        {"Chrome/", "Chrome"},   {"Safari/", "Safari"}};
    static const Word systems[] = {{"iPhone", "iPhone"},   {"iPad", "iPad"},    {"Android", "Android"},
                                   {"Windows", "Windows"}, {"Mac OS X", "Mac"}, {"CrOS", "ChromeOS"},
                                   {"Linux", "Linux"}};
    const char *browser = first_word(agent, browsers, COUNT(browsers)),
               *system = first_word(agent, systems, COUNT(systems));
    if (!browser && !system) return S("A browser we do not recognise");
    if (!system) return str_from(browser);
    return str_fmt(a, "%s on %s", browser ? browser : "A browser", system);
}

Str address_part(Arena *a, Str address) {
    uint8_t at[16];
    const char *c = str_c(a, address);
    if (inet_pton(AF_INET, c, at) == 1) return str_fmt(a, "%d.%d.%d", at[0], at[1], at[2]);
    if (inet_pton(AF_INET6, c, at) != 1) return S("");
    static const uint8_t mapped[12] = {[10] = 0xff, [11] = 0xff};   // ::ffff:192.0.2.7
    if (memcmp(at, mapped, sizeof mapped) == 0) return str_fmt(a, "%d.%d.%d", at[12], at[13], at[14]);
    return str_hex(a, at, 6);
}

Str local_path(Str path) {
    if (path.len == 0 || path.len > 500 || path.at[0] != '/') return S("");
    if (path.len > 1 && (path.at[1] == '/' || path.at[1] == '\\')) return S("");
    for (size_t i = 0; i < path.len; i++)
        if ((uint8_t)path.at[i] <= ' ' || path.at[i] == '\\' || (uint8_t)path.at[i] >= 127) return S("");
    return path;
}

Instant throttle_wait(int64_t failures) {
    enum { FREE = 5, DOUBLINGS = 9 };
    const Instant longest = 15 * 60 * 1000;
    if (failures <= FREE) return 0;
    if (failures - FREE > DOUBLINGS) return longest;
    Instant wait = INT64_C(1000) << (failures - FREE);
    return wait < longest ? wait : longest;
}
