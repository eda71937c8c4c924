// Text, arenas and buffers.
#include "test.h"

#include <utf8proc.h>

#define ARENA(a) Arena *a __attribute__((cleanup(arena_drop))) = arena_open()
static void arena_drop(Arena **a) { arena_close(*a); }

TEST(arena_memory_is_nought_and_aligned_also_after_a_reset) {
    ARENA(a);
    for (int round = 0; round < 2; round++, arena_reset(a))
        for (size_t i = 1; i < 300; i++) {
            char *at = arena_alloc(a, 1, 16, i);
            CHECK((uintptr_t)at % 16 == 0);
            for (size_t k = 0; k < i; k++) CHECK(at[k] == 0);
            memset(at, 'x', i);
        }
}

TEST(an_arena_gives_a_large_piece_its_own_block_and_goes_on) {
    ARENA(a);
    char *small = arena_new(a, char, 10), *large = arena_new(a, char, 5 << 20),
         *after = arena_new(a, char, 10);
    memset(large, 'x', 5 << 20);
    CHECK(small[9] == 0 && after[9] == 0);
    CHECK(arena_used(a) >= (5 << 20) + 20);
    arena_reset(a);
    CHECK_INT(arena_used(a), 0);
}

TEST(a_reset_arena_uses_its_first_blocks_again) {
    ARENA(a);
    char *first = arena_new(a, char, 100);
    for (int i = 0; i < 100; i++) arena_new(a, char, 1000);
    arena_reset(a);
    CHECK(arena_new(a, char, 100) == first);
}

TEST(text_compares_by_its_bytes) {
    CHECK(str_eq(S("a"), S("a")) && !str_eq(S("a"), S("A")) && !str_eq(S("a"), S("ab")));
    CHECK(str_eq((Str){0}, S("")));
    CHECK(str_eq_fold(S("NI 032"), S("ni 032")) && !str_eq_fold(S("É"), S("é")));
    CHECK(str_cmp(S("a"), S("b")) < 0 && str_cmp(S("b"), S("a")) > 0 && str_cmp(S("a"), S("a")) == 0);
    CHECK(str_cmp(S("a"), S("ab")) < 0 && str_cmp((Str){0}, S("")) == 0 && str_cmp(S("z"), S("é")) < 0);
}

TEST(text_is_searched_and_cut) {
    CHECK(str_starts(S("NI 032"), S("NI ")) && !str_starts(S("N"), S("NI")) && str_starts((Str){0}, S("")));
    CHECK(str_ends(S("a.csv"), S(".csv")) && !str_ends(S("csv"), S(".csv")) && str_ends((Str){0}, S("")));
    CHECK_INT(str_find(S("abcabc"), S("ca")), 2);
    CHECK_INT(str_find(S("abc"), S("x")), -1);
    CHECK_INT(str_find((Str){0}, S("")), 0);
    CHECK(str_has(S("abc"), S("c")) && !str_has((Str){0}, S("c")));
    CHECK_STR(str_trim(S(" \t\r\n a b \v\f")), S("a b"));
    CHECK_STR(str_trim((Str){0}), (Str){0});
}

TEST(cutting_text_gives_every_piece_and_then_nothing) {
    Str rest = S("a,,b,");
    const Str want[] = {S("a"), S(""), S("b"), S("")};
    for (size_t i = 0; i < COUNT(want); i++) CHECK_STR(str_cut(&rest, S(",")), want[i]);
    CHECK(!rest.at);
    rest = S("whole");
    CHECK_STR(str_cut(&rest, S("")), S("whole"));
    CHECK(!rest.at);
}

TEST(a_whole_number_is_read_whole_or_not_at_all) {
    const struct {
        Str text;
        bool fine;
        int64_t n;
    } cases[] = {
        {S("0"), true, 0},
        {S("-7"), true, -7},
        {S("007"), true, 7},
        {S("9223372036854775807"), true, INT64_MAX},
        {S("-9223372036854775807"), true, -INT64_MAX},
        {S("9223372036854775808"), false, 0},
        {S("-9223372036854775808"), false, 0},
        {S(""), false, 0},
        {S("-"), false, 0},
        {S("+1"), false, 0},
        {S(" 1"), false, 0},
        {S("1 "), false, 0},
        {S("1.0"), false, 0},
        {S("0x1"), false, 0},
        {{0}, false, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t n = 42;
        CHECK(str_int(cases[i].text, &n) == cases[i].fine);
        CHECK_INT(n, cases[i].fine ? cases[i].n : 42);
    }
}

TEST(text_is_copied_formatted_and_ended_with_nul) {
    ARENA(a);
    CHECK_STR(str_copy(a, S("kith")), S("kith"));
    CHECK(!str_copy(a, (Str){0}).at && str_copy(a, S("")).at);
    CHECK(strcmp(str_c(a, (Str){"kith and kin", 4}), "kith") == 0 && *str_c(a, (Str){0}) == 0);
    CHECK_STR(str_fmt(a, "%d%%, %.*s", 7, STR_FMT(S("so"))), S("7%, so"));
    CHECK(!str_from(NULL).at && str_from("").at);
    CHECK_STR(str_from("kith"), S("kith"));
}

TEST(hex_goes_out_and_comes_back) {
    ARENA(a);
    uint8_t back[4] = {1};
    const uint8_t bytes[] = {0x00, 0xff, 0x4b, 0x9a};
    CHECK_STR(str_hex(a, bytes, 4), S("00ff4b9a"));
    CHECK(str_unhex(S("00FF4b9A"), back, 4) && memcmp(back, bytes, 4) == 0);
    CHECK(!str_unhex(S("00ff4b9"), back, 4) && !str_unhex(S("00ff4b9a00"), back, 4) &&
          !str_unhex(S("0g"), back, 1));
    CHECK(str_hex(a, bytes, 0).len == 0 && str_unhex(S(""), back, 0));
}

// utf8proc takes NUL for text; we do not.
static bool utf8proc_takes(Str s) {
    while (s.len) {
        utf8proc_int32_t rune;
        utf8proc_ssize_t n = utf8proc_iterate((const uint8_t *)s.at, (utf8proc_ssize_t)s.len, &rune);
        if (n <= 0 || rune == 0) return false;
        s = (Str){s.at + n, s.len - (size_t)n};
    }
    return true;
}

TEST(utf8_is_what_utf8proc_says_it_is) {
    uint64_t random = test_seed();
    for (unsigned lead = 0; lead < 0x10000; lead++) {
        char at[5] = {(char)lead, (char)(lead >> 8), (char)(0x80 | (test_random(&random) & 0x7F)), (char)0xBF,
                      'z'};
        for (size_t n = 1; n <= sizeof at; n++) CHECK(str_utf8((Str){at, n}) == utf8proc_takes((Str){at, n}));
    }
    CHECK(str_utf8((Str){0}) && str_utf8(S("Nottingham’s families £")));
    CHECK(!str_utf8(S("a\0b")) && !str_utf8(S("\xED\xA0\x80")) && !str_utf8(S("\xC0\x80")));
}

TEST(a_buffer_keeps_everything_put_into_it) {
    ARENA(a);
    Buf b = {.arena = a}, empty = {.arena = a};
    size_t want = 0;
    for (int i = 0; i < 1000; i++) {
        buf_put(&b, S("kith "));
        buf_byte(&b, 'x');
        buf_fmt(&b, "%04d", i);
        want += 10;
    }
    CHECK_INT(b.len, want);
    CHECK(str_ends(buf_str(&b), S("kith x0998kith x0999")));
    buf_put(&empty, (Str){0});
    CHECK_STR(buf_str(&empty), S(""));
}

TEST(a_buffer_writes_numbers_as_printf_does) {
    ARENA(a);
    const int64_t numbers[] = {0, 7, -7, 10, 99, 100, 1234567890123, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < COUNT(numbers); i++) {
        Buf b = {.arena = a};
        buf_int(&b, numbers[i]);
        CHECK_STR(buf_str(&b), str_fmt(a, "%lld", (long long)numbers[i]));
    }
}
