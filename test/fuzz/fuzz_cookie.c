// Whatever stands in a Cookie header: a session is 32 bytes or none, and without this site's key nobody makes
// a notice it would show or a form's token it would take.
#include <stdlib.h>

#include "web/guard.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static void check(Arena *a, const Site *site, Str cookies) {
    const Instant now = 1404291600000;
    Str token = token_read(a, cookie_find(cookies, cookie_name_session(site)));
    must(!token.at || token.len == 32);
    if (token.at)
        must(csrf_fits(site, token, csrf_token(a, site, token)) && !csrf_fits(site, token, cookies));
    must(!notice_open(a, site, now, cookie_find(cookies, cookie_name_notice(site))).at);
    must(!notice_open(a, site, now, cookies).at);
    if (str_utf8(cookies) && cookies.len && cookies.len < 100)
        must(str_eq(notice_open(a, site, now, notice_seal(a, site, now, cookies)), cookies));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *a = arena_open();
    for (int secure = 0; secure < 2; secure++) {
        static const uint8_t key[32] = "a key that signs, for fuzzing it";
        const Site site = {.secure = secure, .key = key};
        check(a, &site, (Str){(const char *)data, size});
    }
    arena_close(a);
    return 0;
}
