// The slips, each with its share. Marks are always lost: nobody types "ł" into a search.
#include "typo.h"

#include <stdlib.h>

#include "base/fold.h"
#include "people/find/sound.h"
#include "voice/demo/names.h"

typedef struct Slipping {
    Arena *arena;
    uint64_t *random;
    Buf slips;
} Slipping;

static uint64_t pick(Slipping *s, uint64_t n) { return demo_random(s->random) % n; }
static bool chance(Slipping *s, uint64_t percent) { return pick(s, 100) < percent; }

static void slipped(Slipping *s, const char *what) {
    buf_fmt(&s->slips, "%s%s", s->slips.len ? ", " : "", what);
}

static Str replaced(Slipping *s, Str word, size_t at, size_t n, Str by) {
    return str_fmt(s->arena, "%.*s%.*s%.*s", (int)at, word.at, STR_FMT(by), (int)(word.len - at - n),
                   word.at + at + n);
}

// A key beside the right one, a letter not pressed, one pressed twice, two in the wrong order.
static Str letter_slip(Slipping *s, Str word) {
    static const char keys[] = "qwertyuiop asdfghjkl zxcvbnm";
    size_t at = 1 + pick(s, word.len - 1);
    slipped(s, "letter");
    switch (pick(s, 4)) {
    case 0: return replaced(s, word, at, 1, S(""));
    case 1: return replaced(s, word, at, 0, (Str){word.at + at, 1});
    case 2:
        if (at + 1 < word.len) {
            char two[] = {word.at[at + 1], word.at[at]};
            return replaced(s, word, at, 2, (Str){two, 2});
        }
        return replaced(s, word, at, 1, S(""));
    default: {
        const char *key = strchr(keys, word.at[at]);
        char beside = key && key > keys && key[-1] != ' ' ? key[-1] : 'e';
        return replaced(s, word, at, 1, (Str){&beside, 1});
    }
    }
}

// As another ear hears it, or another language writes it.
static Str sound_slip(Slipping *s, Str word) {
    static const char *const ways[][2] = {
        {"sz", "sh"}, {"sh", "sz"}, {"cz", "ch"}, {"rz", "z"},  {"ch", "h"},  {"kh", "k"}, {"gh", "g"},
        {"ph", "f"},  {"th", "t"},  {"x", "h"},   {"x", "sh"},  {"zh", "j"},  {"w", "v"},  {"v", "w"},
        {"ck", "k"},  {"k", "c"},   {"c", "k"},   {"q", "k"},   {"j", "y"},   {"y", "i"},  {"ie", "y"},
        {"ee", "i"},  {"i", "ee"},  {"oo", "u"},  {"ou", "u"},  {"u", "oo"},  {"o", "u"},  {"u", "o"},
        {"aa", "a"},  {"a", "e"},   {"e", "a"},   {"ai", "ay"}, {"ei", "ai"}, {"ll", "l"}, {"ss", "s"},
        {"mm", "m"},  {"tt", "t"},  {"nn", "n"},  {"s", "ss"},  {"l", "ll"},  {"d", "dd"}, {"z", "s"},
    };
    size_t from = pick(s, COUNT(ways));
    for (size_t i = 0; i < COUNT(ways); i++) {
        const char *const *way = ways[(from + i) % COUNT(ways)];
        ptrdiff_t at = str_find(word, str_from(way[0]));
        if (at < 0) continue;
        slipped(s, "sound");
        return replaced(s, word, (size_t)at, strlen(way[0]), str_from(way[1]));
    }
    return letter_slip(s, word);
}

static Str word_slip(Slipping *s, Str word) {
    if (word.len < 3) return word;
    return chance(s, 50) ? letter_slip(s, word) : sound_slip(s, word);
}

static Str nickname_slip(Slipping *s, Str given) {
    Str forms[FORMS_MAX];
    size_t n = nicknames_of(given, forms);
    if (!n) return word_slip(s, given);
    slipped(s, "nickname");
    return forms[pick(s, n)];
}

// Words folded, with one space between.
static Str plain(Slipping *s, Str name) {
    Buf out = {.arena = s->arena};
    Str word;
    while (fold_word(s->arena, &name, &word))
        if (word.len) buf_fmt(&out, "%s%.*s", out.len ? " " : "", STR_FMT(word));
    return buf_str(&out);
}

// The first word of several, for that is what people say; now and then all as one.
static Str given_said(Slipping *s, Str given) {
    ptrdiff_t space = str_find(given, S(" "));
    if (space < 0) return given;
    if (chance(s, 40)) {
        slipped(s, "space");
        return replaced(s, given, (size_t)space, 1, S(""));
    }
    return given;
}

static Str name_typed(Slipping *s, const TypoPerson *p) {
    Str given = given_said(s, plain(s, p->given)), family = plain(s, p->family);
    if (p->family_before.len && chance(s, 50)) {
        slipped(s, "name before");
        family = plain(s, p->family_before);
    }
    uint64_t way = pick(s, 100);
    if (way < 15)
        given = nickname_slip(s, given);
    else if (way < 50)
        given = word_slip(s, given);
    else if (way < 75)
        family = word_slip(s, family);
    else if (way < 90)
        given = word_slip(s, given), family = word_slip(s, family);
    if (!chance(s, 10)) return str_fmt(s->arena, "%.*s %.*s", STR_FMT(given), STR_FMT(family));
    slipped(s, "order");
    return str_fmt(s->arena, "%.*s %.*s", STR_FMT(family), STR_FMT(given));
}

static Str born_typed(Slipping *s, Str iso) {
    Date d;
    int year, month, day;
    if (!date_parse(iso, &d)) return S("");
    date_parts(d, &year, &month, &day);
    char text[9];
    uint64_t way = pick(s, 100);
    if (way < 10 && day <= 12 && day != month) {
        slipped(s, "date turned");
        return str_fmt(s->arena, "%d/%d/%d", month, day, year);
    }
    for (int tries = 0; way < 25 && tries < 50; tries++) {
        int64_t n = day * 1000000 + month * 10000 + year;
        for (int i = 7; i >= 0; i--, n /= 10) text[i] = (char)('0' + n % 10);
        text[8] = 0;
        static const int may[] = {1, 3, 6, 7};
        text[may[pick(s, COUNT(may))]] = (char)('0' + pick(s, 10));
        str_int(str_from(text), &n);
        Date wrong = date_make((int)(n % 10000), (int)(n / 10000 % 100), (int)(n / 1000000));
        if (wrong == DATE_NONE || wrong == d) continue;
        slipped(s, "wrong digit");
        return str_from(str_c(s->arena, str_from(text)));
    }
    return str_fmt(s->arena, "%d/%d/%d", day, month, year);
}

static Str place_typed(Slipping *s, const TypoPerson *p) {
    Str whole = p->postcode;
    if (p->postcode_before.len && chance(s, 50)) {
        slipped(s, "old address");
        whole = p->postcode_before;
    }
    if (chance(s, 50)) return whole;
    Str rest = whole;
    return str_cut(&rest, S(" "));
}

Typed typo_typed(Arena *a, const TypoPerson *p, uint64_t *random) {
    Slipping s = {.arena = a, .random = random, .slips.arena = a};
    Typed t = {.name = name_typed(&s, p), .born = S(""), .place = S("")};
    bool born = p->born.len && chance(&s, 85);
    if (born) t.born = born_typed(&s, p->born);
    if (p->postcode.len && (!born || chance(&s, 50))) t.place = born ? place_typed(&s, p) : p->postcode;
    t.slips = buf_str(&s.slips);
    return t;
}
