#include "access/secret.h"

#include "access/oidc_token.h"
#include "test.h"

TEST(a_code_of_the_app_is_taken_once_and_only_near_its_time) { // RFC 6238, appendix B
    Arena *a = arena_open();
    Str secret = S("12345678901234567890");
    CHECK_STR(step_code(a, secret, 59000), S("287082"));
    CHECK_STR(step_code(a, secret, INT64_C(1111111109000)), S("081804"));
    Instant now = INT64_C(1404291600000);
    int64_t step = step_code_at(a, secret, step_code(a, secret, now), now, 0);
    CHECK(step == now / 30000);
    CHECK(!step_code_at(a, secret, step_code(a, secret, now), now, step));
    CHECK(step_code_at(a, secret, step_code(a, secret, now - 30000), now, 0) == step - 1);
    CHECK(!step_code_at(a, secret, step_code(a, secret, now - 60000), now, 0));
    CHECK(!step_code_at(a, secret, S("12345"), now, 0) && !step_code_at(a, secret, S(""), now, 0));
    arena_close(a);
}

TEST(a_recovery_code_is_read_however_it_is_typed) {
    Arena *a = arena_open();
    Str code = recovery_new(a);
    CHECK(code.len == 19);
    CHECK_STR(recovery_read(a, S("K3VD 9wqe-xm2phc7t")), S("k3vd-9wqe-xm2p-hc7t"));
    CHECK(!recovery_read(a, S("k3vd-9wqe-xm2p-hc7")).at && !recovery_read(a, S("k3vd-9wqe-xm2p-hc7o")).at);
    CHECK(!str_eq(recovery_hash(a, 1, code), recovery_hash(a, 2, code)));
    arena_close(a);
}

TEST(a_password_is_judged_by_its_length_and_by_what_everybody_tries) {
    Arena *a = arena_open();
    Str email = S("petra.officer@demo.example"), name = S("Petra Officer");
    static const Str bad[] = {S("short"),
                              S("elevenchars"),
                              S("Password123456"),
                              S("P@ssw0rdP@ssw0rd"),
                              S("aaaaaaaaaaaaaa"),
                              S("abcabcabcabcabc"),
                              S("1234567890123"),
                              S("abcdefghijklmnop"),
                              S("petra.officer@demo.example"),
                              S("PetraOfficer2014"),
                              S("nottinghamforest1!"),
                              S("Childrens-Services-99")};
    static const Str good[] = {S("kettle anorak verdict"), S("xk7 plum orbit"), S("žluťoučký kůň"),
                               S("correct donkey pile")};
    for (size_t i = 0; i < COUNT(bad); i++) CHECK(password_fault(a, bad[i], email, name).at != NULL);
    for (size_t i = 0; i < COUNT(good); i++) CHECK(!password_fault(a, good[i], email, name).at);
    arena_close(a);
}

TEST(a_password_holds_however_its_accents_are_composed) {
    Arena *a = arena_open();
    PasswordCost cost = {8, 1};
    Str stored = password_hash(a, S("caf\xc3\xa9 kettle anorak"), cost);
    CHECK(password_holds(a, S("cafe\xcc\x81 kettle anorak"), stored, cost));
    CHECK(!password_holds(a, S("cafe kettle anorak"), stored, cost));
    CHECK(!password_holds(a, S("anything at all"), (Str){0}, cost));
    CHECK(!password_outdated(a, stored, cost) && password_outdated(a, stored, (PasswordCost){16, 1}));
    arena_close(a);
}

TEST(failures_cost_time_that_grows_and_ends_at_a_quarter_of_an_hour) {
    CHECK(throttle_wait(5) == 0 && throttle_wait(6) == 2000 && throttle_wait(7) == 4000);
    for (int64_t n = 0; n < 200; n++)
        CHECK(throttle_wait(n) <= throttle_wait(n + 1) && throttle_wait(n) <= 15 * 60 * 1000);
    CHECK(throttle_wait(INT64_MAX) == 15 * 60 * 1000);
}

TEST(a_way_back_is_a_path_of_this_site) {
    static const char *const bad[] = {
        "", "office", "//evil.example", "/\\evil.example", "https://evil.example", "/a\\b", "/a\nb", "/a b"};
    for (size_t i = 0; i < COUNT(bad); i++) CHECK(!local_path(str_from(bad[i])).len);
    CHECK_STR(local_path(S("/office/figures?year=2013/14")), S("/office/figures?year=2013/14"));
}

TEST(little_is_kept_of_a_browser_and_of_where_it_is) {
    Arena *a = arena_open();
    CHECK_STR(agent_words(a, S("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 "
                               "Safari/537.36 Edg/126.0")),
              S("Edge on Windows"));
    CHECK_STR(agent_words(a, S("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 "
                               "Safari/604.1")),
              S("Safari on iPhone"));
    CHECK_STR(agent_words(a, S("curl/7.88")), S("A browser we do not recognise"));
    CHECK_STR(address_part(a, S("192.0.2.77")), address_part(a, S("192.0.2.3")));
    CHECK_STR(address_part(a, S("::ffff:192.0.2.3")), S("192.0.2"));
    CHECK_STR(address_part(a, S("2001:db8:1::5")), address_part(a, S("2001:db8:1:9::7")));
    CHECK(!str_eq(address_part(a, S("2001:db8:1::5")), address_part(a, S("2001:db8:2::5"))));
    arena_close(a);
}

TEST(a_token_that_nobody_signed_is_refused) {
    Arena *a = arena_open();
    OidcPerson p = {0};
    OidcWanted want = {S("https://login.example"), S("kith"), S("n"), INT64_C(1404291600000)};
    Str keys = S("{\"keys\":[]}");
    static const Str tokens[] = {S(""), S("x"), S("a.b.c"), S("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."),
        S("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.AAAA"), S("{}"), S("..")};
    for (size_t i = 0; i < COUNT(tokens); i++)
        CHECK(oidc_token_read(a, keys, tokens[i], want, &p).at && !p.subject.at);
    arena_close(a);
}
