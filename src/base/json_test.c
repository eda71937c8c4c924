// JSON, and the log.
#include "base/json.h"

#include <jansson.h>
#include <unistd.h>

#include "base/log.h"
#include "test.h"

TEST(json_puts_its_commas_itself) {
    Arena *a = arena_open();
    Buf b = {.arena = a};
    Json j = {.out = &b};
    json_open(&j, '{');
    json_key(&j, S("code"));
    json_str(&j, S("NI 032"));
    json_key(&j, S("values"));
    json_open(&j, '[');
    json_int(&j, -3);
    json_int(&j, NONE);
    json_raw(&j, S("91.70"));
    json_bool(&j, true);
    json_str(&j, (Str){0});
    json_open(&j, '[');
    json_close(&j, ']');
    json_close(&j, ']');
    json_key(&j, S("n"));
    json_open(&j, '{');
    json_close(&j, '}');
    json_close(&j, '}');
    CHECK_STR(buf_str(&b), S("{\"code\":\"NI 032\",\"values\":[-3,null,91.70,true,null,[]],\"n\":{}}"));
    arena_close(a);
}

static Str text_of(Arena *a, Str s) {
    Buf b = {.arena = a};
    Json j = {.out = &b};
    json_str(&j, s);
    return buf_str(&b);
}

TEST(json_text_is_escaped_so_that_it_may_stand_in_a_page) {
    Arena *a = arena_open();
    CHECK_STR(text_of(a, S("a\"b\\c\n\t\x01\x7F")), S("\"a\\\"b\\\\c\\n\\t\\u0001\\u007f\""));
    CHECK_STR(text_of(a, S("</script>")), S("\"\\u003c/script>\""));
    CHECK_STR(text_of(a, S("£\xFFx\xE2\x82")), S("\"£\xEF\xBF\xBDx\xEF\xBF\xBD\xEF\xBF\xBD\""));
    arena_close(a);
}

TEST(every_json_text_is_read_back_the_same_by_jansson) {
    Arena *a = arena_open();
    uint64_t random = test_seed();
    for (int round = 0; round < 3000; round++, arena_reset(a)) {
        char at[12];
        size_t n = test_random(&random) % sizeof at;
        for (size_t i = 0; i < n; i++) at[i] = (char)(test_random(&random) % 127 + 1);
        Str json = text_of(a, (Str){at, n});
        json_t *back = json_loadb(json.at, json.len, JSON_DECODE_ANY, NULL);
        CHECK_STR(((Str){json_string_value(back), json_string_length(back)}), ((Str){at, n}));
        json_decref(back);
    }
    arena_close(a);
}

static Str logged(Arena *a, const char *value) {
    int ends[2], before = dup(STDERR_FILENO);
    char *at = arena_new(a, char, 4096);
    CHECK(pipe(ends) == 0 && dup2(ends[1], STDERR_FILENO) >= 0);
    log_line("request", "status=%d from=%s", 200, value);
    dup2(before, STDERR_FILENO);
    close(before);
    close(ends[1]);
    ssize_t n = read(ends[0], at, 4096);
    close(ends[0]);
    return (Str){at, n > 0 ? (size_t)n : 0};
}

TEST(an_event_is_one_line_of_the_log_whatever_is_in_it) {
    Arena *a = arena_open();
    char *most = arena_new(a, char, 5000);
    memset(most, 'x', 4999);
    log_quiet(false);
    Str short_line = logged(a, "here\nforged"), long_line = logged(a, most);
    log_quiet(true);
    CHECK(str_has(short_line, S("Z request status=200 from=here?forged\n")));
    CHECK(long_line.len > 2000 && str_ends(long_line, S("x\n")));
    CHECK_INT(logged(a, "quiet").len, 0);
    arena_close(a);
}
