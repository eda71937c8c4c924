#include "web/html.h"

#include "test.h"

static Str escaped(Arena *a, Str s) {
    Buf out = {.arena = a};
    html_put(&out, s);
    return buf_str(&out);
}

static Str path_part(Arena *a, Str s) {
    Buf out = {.arena = a};
    html_part(&out, s);
    return buf_str(&out);
}

TEST(text_is_escaped_so_that_it_can_be_neither_markup_nor_the_end_of_an_attribute) {
    Arena *a = arena_open();
    CHECK_STR(escaped(a, S("")), S(""));
    CHECK_STR(escaped(a, S("plain – plain")), S("plain – plain"));
    CHECK_STR(escaped(a, S("<b>\"Tom\" & 'Ann'</b>")),
              S("&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;&lt;/b&gt;"));
    CHECK_STR(escaped(a, S("&")), S("&amp;"));
    arena_close(a);
}

TEST(a_part_of_a_path_keeps_no_character_that_has_a_meaning_in_addresses) {
    Arena *a = arena_open();
    CHECK_STR(path_part(a, S("2013-14_q4.~")), S("2013-14_q4.~"));
    CHECK_STR(path_part(a, S("//evil.example")), S("%2F%2Fevil.example"));
    CHECK_STR(path_part(a, S("a b&c=d?#\"é")), S("a%20b%26c%3Dd%3F%23%22%C3%A9"));
    arena_close(a);
}

TEST(only_paths_and_web_and_mail_addresses_become_links) {
    static const struct {
        const char *text;
        bool good;
    } cases[] = {
        {"/", true},
        {"/plan?a=b", true},
        {"#top", true},
        {"https://example.org/", true},
        {"HTTP://example.org", true},
        {"mailto:board@demo.example", true},
        {"", false},
        {"//evil.example", false},
        {"/\\evil.example", false},
        {"/\t/evil.example", false},
        {"javascript:alert(1)", false},
        {" javascript:alert(1)", false},
        {"data:text/html,x", false},
        {"plan", false},
        {"https:", false},
        {"/a b", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Url url = {S("untouched")};
        CHECK(url_read(str_from(cases[i].text), &url) == cases[i].good);
        if (!cases[i].good) CHECK_STR(url.text, S("untouched"));
    }
}

TEST(a_path_that_would_lead_elsewhere_leads_home) {
    Arena *a = arena_open();
    CHECK_STR(url_path(a, "/measures/%s", "ni-032").text, S("/measures/ni-032"));
    CHECK_STR(url_path(a, "/%s", "/evil.example").text, S("/"));
    CHECK_STR(url_path(a, "%s", "javascript:alert(1)").text, S("/"));
    arena_close(a);
}
