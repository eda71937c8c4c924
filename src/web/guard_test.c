#include "test.h"
#include "web/guard.h"

#define ARENA(a) Arena *a __attribute__((cleanup(close_arena))) = arena_open()
static void close_arena(Arena **a) { arena_close(*a); }

static const uint8_t key[32] = "a key for tests only, not secret";
static const Site site = {.base_url = S("http://kith.test"), .key = key};

TEST(a_form_token_fits_its_browser_alone_and_never_looks_the_same) {
    ARENA(a);
    Str ann = S("ann's session token, 32 bytes..."), bob = S("bob's session token, 32 bytes...");
    Str one = csrf_token(a, &site, ann), two = csrf_token(a, &site, ann);
    CHECK(csrf_fits(&site, ann, one) && csrf_fits(&site, ann, two));
    CHECK(!str_eq(one, two));
    CHECK(!csrf_fits(&site, bob, one));
    CHECK(!csrf_fits(&site, S(""), one) && !csrf_fits(&site, ann, S("")) && !csrf_fits(&site, ann, S("zz")));
    for (size_t i = 0; i < one.len; i++) {
        char *bent = str_c(a, one);
        bent[i] = bent[i] == '0' ? '1' : '0';
        CHECK(!csrf_fits(&site, ann, str_from(bent)));
    }
}

TEST(a_form_from_another_site_does_not_fit) {
    const struct {
        Str origin, fetch_site;
        bool fits;
    } cases[] = {
        {S("http://kith.test"), S("same-origin"), true},
        {S("http://kith.test:8080"), {0}, true},
        {{0}, {0}, true},
        {{0}, S("none"), true},
        {S("https://evil.test"), {0}, false},
        {S("null"), {0}, false},
        {S("http://kith.test.evil.test"), {0}, false},
        {S("http://kith.test"), S("cross-site"), false},
        {S("http://kith.test"), S("same-site"), false},
        {S(""), {0}, false},
        {S("https://kith.test:8080"), {0}, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Request r = {
            .host = S("kith.test:8080"), .origin = cases[i].origin, .fetch_site = cases[i].fetch_site};
        CHECK(origin_fits(&site, &r) == cases[i].fits);
    }
}

TEST(a_notice_is_believed_for_a_minute_and_only_as_it_was_written) {
    ARENA(a);
    Str sealed = notice_seal(a, &site, 1000, S("Saved: é & <b>"));
    CHECK_STR(notice_open(a, &site, 1000, sealed), S("Saved: é & <b>"));
    CHECK_STR(notice_open(a, &site, 61000, sealed), S("Saved: é & <b>"));
    CHECK(!notice_open(a, &site, 61001, sealed).at && !notice_open(a, &site, 999, sealed).at);
    for (size_t i = 0; i + 1 < sealed.len; i++) {    // the last character has bits that do not count
        char *bent = str_c(a, sealed);
        bent[i] = bent[i] == 'a' ? 'b' : 'a';
        CHECK(!notice_open(a, &site, 1000, str_from(bent)).at);
    }
    CHECK(!notice_open(a, &site, 1000, S("")).at && !notice_open(a, &site, 1000, S(".")).at);
}

TEST(cookies_of_a_secure_site_belong_to_its_host_alone) {
    ARENA(a);
    const Site secure = {.secure = true};
    CHECK_STR(cookie_make(a, &secure, cookie_name_session(&secure), S("x"), -1),
              S("__Host-kith=x; Path=/; HttpOnly; SameSite=Lax; Secure"));
    CHECK_STR(cookie_make(a, &site, cookie_name_session(&site), S("x"), 60),
              S("kith=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"));
}
