// Words that are looked for: folded as those of the entries are, and marked where they stand in a text.
#include "base/fold.h"
#include "pathway/work/chronicle.h"
#include "pathway/work/chronicle.html.h"

Words3 words_of(Arena *a, Str text) {
    Words3 out = {0};
    Str word;
    for (size_t n = 0; n < COUNT(out.at) && fold_word(a, &text, &word);)
        if (word.len >= 2) out.at[n++] = word;
    return out;
}

static bool is_wanted(Words3 words, Str word) {
    for (size_t i = 0; i < COUNT(words.at); i++)
        if (words.at[i].len && str_starts(word, words.at[i])) return true;
    return false;
}

static bool is_plain(unsigned char b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b >= 0x80;
}

// The word alone, of what fold_word() went past: what stands before and after it is no part of the mark.
static Str bare(Str passed) {
    while (passed.len && !is_plain((unsigned char)passed.at[0])) passed.at++, passed.len--;
    while (passed.len >= 3 && !memcmp(passed.at, "\xe2\x80", 2)) passed.at += 3, passed.len -= 3;
    while (passed.len && !is_plain((unsigned char)passed.at[passed.len - 1])) passed.len--;
    return passed;
}

// Where the first wanted word begins, or 0.
static size_t first_of(Arena *a, Str text, Words3 words) {
    Str rest = text, word;
    for (const char *from = text.at; fold_word(a, &rest, &word); from = rest.at)
        if (is_wanted(words, word)) return (size_t)(from - text.at);
    return 0;
}

static bool parts(char c) { return c == ' ' || c == '\n'; }

// Some of the text around its first wanted word, parted between words.
static Str around(Arena *a, Str text, Words3 words, size_t most) {
    if (!most || text.len <= most) return text;
    size_t from = first_of(a, text, words);
    from = from > most / 3 ? from - most / 3 : 0;
    while (from && !parts(text.at[from])) from--;
    size_t to = from + most < text.len ? from + most : text.len;
    while (to < text.len && !parts(text.at[to])) to++;
    return str_fmt(a, "%s%.*s%s", from ? "…" : "", (int)(to - from), text.at + from,
                   to < text.len ? "…" : "");
}

Html words_marked(Arena *a, Str text, Words3 words, size_t most) {
    Buf out = {.arena = a};
    text = around(a, text, words, most);
    if (!words.at[0].len) {                // nothing is looked for: most of the time
        html_put(&out, text);
        return html_of(&out);
    }
    Str rest = text, word, done = text;
    for (const char *from = text.at; fold_word(a, &rest, &word); from = rest.at) {
        Str it = bare((Str){from, (size_t)(rest.at - from)});
        if (!is_wanted(words, word) || !it.len) continue;
        html_put(&out, ((Str){done.at, (size_t)(it.at - done.at)}));
        marked_word(&out, it);
        done = (Str){it.at + it.len, (size_t)(text.at + text.len - it.at) - it.len};
    }
    html_put(&out, done);
    return html_of(&out);
}
