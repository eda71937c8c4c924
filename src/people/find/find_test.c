// Finding people: what is typed wrong on the telephone, and what must never be shown.
#include "people/find/find.h"

#include "family.h"
#include "people/find/sound.h"

static Like like(const char *one, const char *other) {
    Arena *a = arena_open();
    Heard asked = heard_asked(a, str_from(one)), held = heard_held(a, str_from(other));
    Like l = word_like(&asked, &held);
    arena_close(a);
    return l;
}

TEST(names_that_sound_the_same_are_alike_whatever_their_spelling) {
    static const char *const pairs[][2] = {
        {"mohammed", "muhamad"}, {"mohammed", "maxamed"}, {"hassan", "xasan"},       {"omar", "cumar"},
        {"yusuf", "yousef"},     {"szymon", "shimon"},    {"wojciech", "vojcieh"},   {"xiao", "hsiao"},
        {"stefan", "stephen"},   {"ioana", "joana"},      {"aisha", "caasha"},       {"katie", "katherine"},
        {"philip", "filip"},     {"zainab", "zaynab"},    {"chaudhry", "choudhury"}, {"zhang", "chang"},
    };
    for (size_t i = 0; i < COUNT(pairs); i++) {
        Like l = like(pairs[i][0], pairs[i][1]);
        if (l < NEARLY) printf("    %s and %s: %d\n", pairs[i][0], pairs[i][1], l);
        CHECK(l >= NEARLY);
    }
}

TEST(names_that_are_others_are_not_alike) {
    static const char *const pairs[][2] = {
        {"amina", "omar"}, {"smith", "khan"}, {"sara", "mark"}, {"tom", "tim"}, {"ali", "amy"}, {"li", "lo"},
    };
    for (size_t i = 0; i < COUNT(pairs); i++) {
        Like l = like(pairs[i][0], pairs[i][1]);
        if (l > NEARLY) printf("    %s and %s: %d\n", pairs[i][0], pairs[i][1], l);
        CHECK(l <= ONE_LETTER);
    }
}
