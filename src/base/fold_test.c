// Names from everywhere are found as people type them.
#include "base/fold.h"
#include "test.h"

TEST(accents_and_capitals_do_not_matter_to_a_search) {
    Arena *a = arena_open();
    CHECK_STR(fold(a, S("Łukasz Nguyễn ÅSE Straße")), S("lukasz nguyen ase strasse"));
    CHECK_STR(fold(a, S("Mihăiță Ştefan")), S("mihaita stefan"));
    arena_close(a);
}

TEST(words_are_letters_and_digits_and_apostrophes_join) {
    Arena *a = arena_open();
    Str rest = S("O'Brien-Smith, 12 (Flat)"), word;
    CHECK(fold_word(a, &rest, &word));
    CHECK_STR(word, S("obrien"));
    CHECK(fold_word(a, &rest, &word));
    CHECK_STR(word, S("smith"));
    CHECK(fold_word(a, &rest, &word));
    CHECK_STR(word, S("12"));
    CHECK(fold_word(a, &rest, &word));
    CHECK_STR(word, S("flat"));
    arena_close(a);
}
