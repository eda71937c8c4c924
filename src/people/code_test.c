// Numbers with a check in them, and postcodes: what passes, what does not, and the sentence then.
#include "people/code.h"

#include <stdio.h>
#include <stdlib.h>

#include "test.h"

typedef bool Reader(Arena *a, Str typed, Str *ret);

// The standards' own vectors, where they are: "code,0" or "code,1" a line.
static void follows_vectors(const char *name, Reader *read) {
    const char *shared = getenv("KITH_SHARED");
    Arena *a = arena_open();
    Str path = str_fmt(a, "%s/standards/codes/%s-vectors.csv", shared ? shared : "/work/shared", name);
    FILE *f = fopen(str_c(a, path), "r");
    if (!f) {
        arena_close(a);
        test_skip("the vectors are not here");
        return;
    }
    char line[64];
    int n = 0;
    for (bool head = true; fgets(line, sizeof line, f); head = false) {
        Str rest = str_trim(str_from(line)), value = {0};
        Str code = str_cut(&rest, S(","));
        if (head) continue;
        if (read(a, code, &value) != str_eq(rest, S("1"))) fprintf(stderr, "%s\n", line);
        CHECK_INT(read(a, code, &value), str_eq(rest, S("1")));
        n++;
    }
    fclose(f);
    CHECK(n > 100);
    arena_close(a);
}

TEST(every_nhs_number_of_the_standard_is_judged_as_the_standard_does) {    // W10 W182
    follows_vectors("nhs", nhs_read);
}
TEST(every_pupil_number_of_the_standard_is_judged_as_the_standard_does) { follows_vectors("upn", upn_read); }

TEST(a_number_is_read_as_people_write_it_and_a_wrong_digit_is_told) {
    Arena *a = arena_open();
    Str v = {0};
    CHECK(nhs_read(a, S(" 943-476 5919"), &v));
    CHECK_STR(v, S("9434765919"));
    CHECK_STR(code_text(a, S("nhs"), v), S("943 476 5919"));
    CHECK(!nhs_read(a, S("943 476 5918"), &v) && !nhs_read(a, S("94347659190"), &v));
    CHECK(!nhs_read(a, S("1000000010"), &v));    // its check would be ten
    CHECK(upn_read(a, S("a823432112342"), &v) == upn_read(a, S("A823432112342"), &v));
    CHECK(str_has(code_wrong(a, S("nhs"), S("123")), S("10 digits")));
    CHECK(!code_wrong(a, S("nhs"), S("9434765919")).at);
    CHECK(str_has(code_wrong(a, S("passport"), S("9")), S("Choose which")));
    arena_close(a);
}

TEST(a_postcode_is_kept_one_way_however_it_is_typed) {
    Arena *a = arena_open();
    Str v = {0};
    const char *good[][2] = {{"ng31ab", "NG3 1AB"},   {"N G3 1AB", "NG3 1AB"}, {"m1 1aa", "M1 1AA"},
                             {"EC1A1BB", "EC1A 1BB"}, {"W1A 0AX", "W1A 0AX"},  {"DN55 1PT", "DN55 1PT"}};
    for (size_t i = 0; i < COUNT(good); i++) {
        CHECK(postcode_read(a, str_from(good[i][0]), &v));
        CHECK_STR(v, str_from(good[i][1]));
    }
    const char *bad[] = {"", "NG3", "NG31A", "1NG 1AB", "NG3 AAB", "NGGG 1AB", "NG3 1A1", "NG311 1AB"};
    for (size_t i = 0; i < COUNT(bad); i++) CHECK(!postcode_read(a, str_from(bad[i]), &v));
    arena_close(a);
}
