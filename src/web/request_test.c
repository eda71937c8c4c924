#include "test.h"
#include "web/request.h"

#define ARENA(a) Arena *a __attribute__((cleanup(close_arena))) = arena_open()
static void close_arena(Arena **a) { arena_close(*a); }

TEST(percent_encoding_is_read_strictly) {
    ARENA(a);
    const struct {
        Str in;
        bool plus, good;
        Str out;
    } cases[] = {
        {S("a%20b+c"), true, true, S("a b c")},
        {S("a+b"), false, true, S("a+b")},
        {S("%C3%A9"), true, true, S("é")},
        {S("%"), true, false},
        {S("%4"), true, false},
        {S("%zz"), true, false},
        {S("a%00"), true, false},
        {S("%ff"), true, false},
        {S("%c0%af"), true, false},
        {S("%ed%a0%80"), true, false},
        {S(""), true, true, S("")},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str out = {0};
        CHECK(percent_decode(a, cases[i].in, cases[i].plus, &out) == cases[i].good);
        if (cases[i].good) CHECK_STR(out, cases[i].out);
    }
}

TEST(the_first_of_two_fields_counts_and_an_absent_one_is_empty) {
    ARENA(a);
    Params p = {0};
    Str why = {0};
    CHECK(params_read(a, S("a=1&a=2&b&=x&&c=%3D%26"), &p, &why));
    CHECK(p.len == 5);
    CHECK_STR(param(p, S("a")), S("1"));
    CHECK_STR(param(p, S("c")), S("=&"));
    CHECK_STR(param(p, S("none")), S(""));
    CHECK(param_has(p, S("b")) && !param_has(p, S("none")));
}

TEST(a_form_of_too_many_fields_or_bad_text_is_refused_with_a_sentence) {
    ARENA(a);
    Params p = {0};
    Str why = {0};
    CHECK(!params_read(a, S("a=%ff"), &p, &why) && str_has(why, S("UTF-8")));
    Buf many = {.arena = a};
    for (int i = 0; i <= PARAMS_MAX; i++) buf_lit(&many, "a&");
    why = (Str){0};
    CHECK(!params_read(a, buf_str(&many), &p, &why) && str_has(why, S("More than")));
}

TEST(a_cookie_is_found_by_its_whole_name) {
    Str cookies = S("xkith=1; kith=2;kith=3 ; other");
    CHECK_STR(cookie_find(cookies, S("kith")), S("2"));
    CHECK(!cookie_find(cookies, S("other")).at);
    CHECK(!cookie_find((Str){0}, S("kith")).at);
}

TEST(a_header_parameter_keeps_what_its_quotes_hold) {
    ARENA(a);
    Str h = S("form-data; name=\"a;b\"; filename=\"C:\\dir\\x \\\"1\\\".csv\"; x");
    CHECK_STR(media_type(h), S("form-data"));
    CHECK_STR(media_param(a, h, S("name")), S("a;b"));
    CHECK_STR(media_param(a, h, S("filename")), S("C:\\dir\\x \"1\".csv"));
    CHECK(!media_param(a, h, S("x")).at && !media_param(a, h, S("y")).at);
    CHECK_STR(media_param(a, S("text/html; Charset=utf-8"), S("charset")), S("utf-8"));
}

TEST(an_encoding_with_weight_nought_is_not_accepted) {
    CHECK(accepts_encoding(S("gzip, deflate, br"), S("br")));
    CHECK(!accepts_encoding(S("gzip;q=0, br"), S("gzip")));
    CHECK(!accepts_encoding(S("gzip;q=0.000"), S("gzip")));
    CHECK(accepts_encoding(S("gzip ; q=0.5"), S("gzip")));
    CHECK(accepts_encoding(S("*"), S("gzip")) && !accepts_encoding(S("*;q=0"), S("gzip")));
    CHECK(!accepts_encoding((Str){0}, S("gzip")) && !accepts_encoding(S("xgzip"), S("gzip")));
}
