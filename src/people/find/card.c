// The card of a person, written and read.
#include "people/find/card.h"

#include "base/fold.h"

static Str word_cut(Str word) {
    size_t n = 0;
    while (n < word.len) {    // never through the middle of a letter
        size_t rune = str_rune((Str){word.at + n, word.len - n});
        if (!rune || n + rune > WORD_MAX) break;
        n += rune;
    }
    return (Str){word.at, n};
}

static size_t words_put(Arena *a, NameFact *n, Str text) {
    size_t put = 0;
    Str word;
    while (put < NAME_WORDS_MAX && fold_word(a, &text, &word))
        if ((word = word_cut(word)).len) n->word[n->n_words++] = word, put++;
    return put;
}

void fact_name(Arena *a, Facts *f, Str given, Str family, Str used) {
    if (f->n_names == NAMES_MAX) return;
    NameFact *n = &f->name[f->n_names];
    *n = (NameFact){.used = used.len ? used.at[0] : 'n'};
    n->n_given = words_put(a, n, given);
    words_put(a, n, family);
    if (n->n_words) f->n_names++;
}

Str postcode_packed(Arena *a, Str text) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) buf_byte(&out, c);
    }
    return buf_str(&out);
}

Str postcode_area(Str packed) { return (Str){packed.at, packed.len > 3 ? packed.len - 3 : packed.len}; }

static bool digit(char c) { return c >= '0' && c <= '9'; }

Str house_of(Arena *a, Str line) {
    Str number = {0}, word;
    while (fold_word(a, &line, &word)) {
        if (!word.len) continue;
        if (number.len && !digit(word.at[0]) && word.len >= 3) {
            Sounds s = sounds_of(a, word_cut(word));
            return s.len ? str_fmt(a, "%.*s %.*s", STR_FMT(number), STR_FMT(s.at[0])) : S("");
        }
        number = digit(word.at[0]) && word.len <= 6 ? word : (Str){0};
    }
    return S("");
}

void fact_place(Arena *a, Facts *f, Str line, Str postcode, bool now) {
    if (f->n_places == PLACES_MAX) return;
    PlaceFact p = {.now = now, .postcode = postcode_packed(a, postcode), .house = house_of(a, line)};
    if (p.postcode.len > 7) p.postcode = S("");
    if (p.postcode.len || p.house.len) f->place[f->n_places++] = p;
}

void fact_number(Arena *a, Facts *f, Str kind, Str value) {
    if (f->n_numbers < NUMBERS_MAX)
        f->number[f->n_numbers++] = str_fmt(a, "%.*s:%.*s", STR_FMT(kind), STR_FMT(value));
}

// ---- as text: "nn amina noor|yusuf", "b2009-05-04", "pn NG72AB|14 alma", "inhs:9434765919" -------------

static void name_write(Buf *out, const NameFact *n) {
    buf_byte(out, 'n');
    buf_byte(out, n->used);
    for (size_t i = 0; i < n->n_words; i++) {
        buf_byte(out, i == n->n_given ? '|' : ' ');
        buf_put(out, n->word[i]);
    }
    buf_byte(out, '\n');
}

Str card_write(Arena *a, const Facts *f) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < f->n_names; i++) name_write(&out, &f->name[i]);
    if (f->born.len) buf_fmt(&out, "b%.*s\n", STR_FMT(f->born));
    for (size_t i = 0; i < f->n_places; i++)
        buf_fmt(&out, "p%c%.*s|%.*s\n", f->place[i].now ? 'n' : 'o', STR_FMT(f->place[i].postcode),
                STR_FMT(f->place[i].house));
    for (size_t i = 0; i < f->n_numbers; i++) buf_fmt(&out, "i%.*s\n", STR_FMT(f->number[i]));
    return buf_str(&out);
}

static Str after(Str s, size_t n) { return (Str){s.at + n, s.len > n ? s.len - n : 0}; }

static void part_read(NameFact *n, Str part) {
    while (part.len && n->n_words < COUNT(n->word)) {
        Str word = str_cut(&part, S(" "));
        if (word.len) n->word[n->n_words++] = word;
    }
}

static void name_read(Facts *f, Str line) {
    if (f->n_names == NAMES_MAX || line.len < 2) return;
    NameFact *n = &f->name[f->n_names++];
    *n = (NameFact){.used = line.at[0]};
    Str family = after(line, 1), given = str_cut(&family, S("|"));
    part_read(n, given);
    n->n_given = n->n_words;
    part_read(n, family);
}

static void place_read(Facts *f, Str line) {
    if (f->n_places == PLACES_MAX || !line.len) return;
    Str house = after(line, 1), postcode = str_cut(&house, S("|"));
    f->place[f->n_places++] = (PlaceFact){line.at[0] == 'n', postcode, house};
}

Facts card_read(Str card) {
    Facts f = {0};
    while (card.len) {
        Str line = str_cut(&card, S("\n")), rest = after(line, 1);
        char kind = line.len ? line.at[0] : 0;
        if (kind == 'n') name_read(&f, rest);
        if (kind == 'b') f.born = rest;
        if (kind == 'p') place_read(&f, rest);
        if (kind == 'i' && f.n_numbers < NUMBERS_MAX) f.number[f.n_numbers++] = rest;
    }
    return f;
}

// ---- words ------------------------------------------------------------------------------------------------

static void word_add(CardWords *w, Str word) {
    for (size_t i = 0; i < w->len; i++)
        if (str_eq(w->at[i], word)) return;
    if (w->len < WORDS_MAX) w->at[w->len++] = word;
}

// "abdul rahman" is met as "abdulrahman" too, and "xiao ming" as "xiaoming".
static void part_joined(Arena *a, CardWords *w, const Str *word, size_t n) {
    for (size_t i = 0; i + 1 < n; i++) {
        Str both = str_fmt(a, "%.*s%.*s", STR_FMT(word[i]), STR_FMT(word[i + 1]));
        word_add(w, word_cut(both));
    }
}

CardWords card_words(Arena *a, const Facts *f) {
    CardWords w = {0};
    for (size_t i = 0; i < f->n_names; i++)
        for (size_t k = 0; k < f->name[i].n_words; k++) word_add(&w, f->name[i].word[k]);
    for (size_t i = 0; i < f->n_names; i++) {
        const NameFact *n = &f->name[i];
        part_joined(a, &w, n->word, n->n_given);
        part_joined(a, &w, n->word + n->n_given, n->n_words - n->n_given);
    }
    return w;
}
