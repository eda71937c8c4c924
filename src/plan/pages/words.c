// The short forms in a page's text: words with two capitals, or a capital and a digit, that the partnership
// explains.
#include "plan/pages/words.h"

#include "plan/pack.h"
#include "plan/pages/words.html.h"

enum { MOST = 64, LONGEST = 20 };          // of different words, of letters in one
typedef struct Seen {
    size_t len;
    Str at[MOST];
} Seen;

// The bytes of words, by kind: a page is up to a few hundred kilobytes, and each is looked at once.
enum { CAPITAL = 2, DIGIT = 3, TAG = 4 };    // 1 is a small letter, 0 is no part of a word
static const uint8_t kind[256] = {
    ['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1, ['i'] = 1,
    ['j'] = 1, ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1, ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1,
    ['s'] = 1, ['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1,
    ['A'] = 2, ['B'] = 2, ['C'] = 2, ['D'] = 2, ['E'] = 2, ['F'] = 2, ['G'] = 2, ['H'] = 2, ['I'] = 2,
    ['J'] = 2, ['K'] = 2, ['L'] = 2, ['M'] = 2, ['N'] = 2, ['O'] = 2, ['P'] = 2, ['Q'] = 2, ['R'] = 2,
    ['S'] = 2, ['T'] = 2, ['U'] = 2, ['V'] = 2, ['W'] = 2, ['X'] = 2, ['Y'] = 2, ['Z'] = 2,
    ['0'] = 3, ['1'] = 3, ['2'] = 3, ['3'] = 3, ['4'] = 3, ['5'] = 3, ['6'] = 3, ['7'] = 3,
    ['8'] = 3, ['9'] = 3, ['<'] = 4,
};

static bool in_word(char c) { return kind[(uint8_t)c] && kind[(uint8_t)c] != TAG; }

static bool seen(const Seen *s, Str word) {
    for (size_t i = 0; i < s->len; i++)
        if (str_eq(s->at[i], word)) return true;
    return false;
}

// CAFs are more than one CAF.
static Str singular(Str word) {
    if (word.len > 2 && word.at[word.len - 1] == 's') word.len--;
    return word;
}

static void look_at(Seen *s, Str word) {
    word = singular(word);
    if (word.len > LONGEST || s->len == MOST || !abbreviation_shaped(word) || seen(s, word)) return;
    s->at[s->len++] = word;
}

static Seen words_of(Str markup) {
    Seen s = {0};
    const char *p = markup.at, *end = p + markup.len, *least = p;
    while (p < end) {
        if (kind[(uint8_t)*p] < CAPITAL) {    // most of a page
            p++;
            continue;
        }
        if (kind[(uint8_t)*p] == TAG) {
            if (!(p = memchr(p, '>', (size_t)(end - p)))) break;
            least = ++p;
            continue;
        }
        const char *from = p;
        while (from > least && in_word(from[-1])) from--;
        p = from;
        uint64_t of = 0;                   // how many of each kind, sixteen bits for each
        for (; p < end && in_word(*p); p++) of += UINT64_C(1) << 16 * kind[(uint8_t)*p];
        uint16_t capitals = (uint16_t)(of >> 16 * CAPITAL), digits = (uint16_t)(of >> 16 * DIGIT);
        if (capitals > 1 || (capitals && digits)) look_at(&s, (Str){from, (size_t)(p - from)});
    }
    return s;
}

Html words_spelled_out(Arena *a, Db *db, const Buf *markup) {
    Seen s = words_of(buf_str(markup));
    Buf out = {.arena = a};
    if (!s.len) return html_of(&out);
    WordList all = word_all(db);
    const Word **used = arena_new(a, const Word *, all.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < all.len; i++)
        if (seen(&s, all.at[i].word)) used[n++] = &all.at[i];
    if (n) words_view(&out, used, n);
    return html_of(&out);
}
