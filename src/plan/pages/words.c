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

static bool in_word(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

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
    for (size_t i = 0; i < markup.len;) {
        if (markup.at[i] == '<') {
            while (i < markup.len && markup.at[i] != '>') i++;
        }
        size_t from = i;
        while (i < markup.len && in_word(markup.at[i])) i++;
        if (i > from) look_at(&s, (Str){markup.at + from, i - from});
        else i++;
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
