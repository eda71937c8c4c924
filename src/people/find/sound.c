// The sounds of names from many languages as English ears and keyboards leave them; docs/matching.md says
// which slips this is meant to forgive.
#include "people/find/sound.h"

int64_t hash60(Str text) {    // FNV-1a
    uint64_t h = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < text.len; i++) h = (h ^ (unsigned char)text.at[i]) * UINT64_C(1099511628211);
    return (int64_t)((h ^ (h >> 60)) & ((UINT64_C(1) << 60) - 1));
}

// The longest that fits at a place wins; they stand longest first. A reading is a set of them.
typedef struct Rule {
    const char *from, *to;
} Rule;
static const Rule common[] = {
    {"szcz", "sc"}, {"tsch", "c"}, {"eigh", "e"}, {"ough", "u"}, {"sch", "s"}, {"tch", "c"}, {"dzh", "j"},
    {"iya", "ia"},  {"sz", "s"},   {"sh", "s"},   {"hs", "s"},   {"ch", "c"},  {"cz", "c"},  {"zh", "z"},
    {"rz", "z"},    {"dz", "z"},   {"dj", "j"},   {"kh", "k"},   {"gh", "g"},  {"ph", "f"},  {"bh", "b"},
    {"dh", "d"},    {"th", "t"},   {"jh", "j"},   {"ck", "k"},   {"qu", "k"},  {"wh", "v"},  {"tz", "s"},
    {"ts", "s"},    {"ee", "i"},   {"ea", "i"},   {"ie", "i"},   {"ii", "i"},  {"iy", "i"},  {"oo", "u"},
    {"ou", "u"},    {"uo", "u"},   {"uu", "u"},   {"aa", "a"},   {"ai", "e"},  {"ay", "e"},  {"ae", "e"},
    {"ei", "e"},    {"ey", "e"},   {"au", "u"},   {"aw", "u"},   {"ow", "u"},  {"ce", "se"}, {"ci", "si"},
    {"cy", "si"},   {"c", "k"},    {"q", "k"},    {"w", "v"},    {"x", "ks"},  {"y", "i"},   {"o", "u"},
};
static const Rule somali[] = {{"x", "h"}, {"c", ""}, {"q", "k"}};
static const Rule pinyin[] = {{"zh", "j"}, {"x", "s"}, {"q", "c"}, {"c", "s"}};
static const Rule polish[] = {{"j", "i"}, {"ci", "ci"}, {"c", "c"}};
static const struct {
    const char *when;    // a letter without which the reading is the common one
    const Rule *rules;
    size_t n;
} readings[] = {{"", NULL, 0},
                {"xcq", somali, COUNT(somali)},
                {"xqc", pinyin, COUNT(pinyin)},
                {"jc", polish, COUNT(polish)}};

static bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

static const Rule *rule_at(const Rule *rules, size_t n, Str rest) {
    for (size_t i = 0; i < n; i++)
        if (str_starts(rest, str_from(rules[i].from))) return &rules[i];
    return NULL;
}

// "sch" is heard before "c", whatever the reading: only a reading's own letters, or longer than the common's.
static const Rule *rule_for(const Rule *own, size_t n_own, Str rest) {
    const Rule *general = rule_at(common, COUNT(common), rest), *special = rule_at(own, n_own, rest);
    if (!special || (general && strlen(general->from) > strlen(special->from) && general->from[1] != 'e' &&
                     general->from[1] != 'i'))
        return general;
    return special;
}

static void put_heard(Buf *out, const char *heard) {
    for (; *heard; heard++)
        if (!out->len || out->at[out->len - 1] != *heard) buf_byte(out, *heard);    // doubled letters are one
}

static Str heard_as(Arena *a, Str word, const Rule *own, size_t n_own) {
    Buf out = {.arena = a};
    for (Str rest = word; rest.len;) {
        const Rule *r = rule_for(own, n_own, rest);
        char plain[2] = {rest.at[0], 0};
        put_heard(&out, r ? r->to : plain);
        size_t n = r ? strlen(r->from) : 1;
        rest = (Str){rest.at + n, rest.len - n};
    }
    if (out.len > 2 && out.at[out.len - 1] == 'h' && vowel(out.at[out.len - 2])) out.len--;
    return buf_str(&out);
}

static bool has_any(Str word, const char *letters) {
    for (size_t i = 0; i < word.len; i++)
        if (strchr(letters, word.at[i])) return true;
    return !*letters;
}

Sounds sounds_of(Arena *a, Str word) {
    Sounds all = {0};
    for (size_t i = 0; i < COUNT(readings); i++) {
        if (!has_any(word, readings[i].when)) continue;
        Str one = heard_as(a, word, readings[i].rules, readings[i].n);
        bool there = false;
        for (size_t k = 0; k < all.len; k++) there |= str_eq(all.at[k], one);
        if (!there && one.len) all.at[all.len++] = one;
    }
    return all;
}

// ---- the keys of a word -----------------------------------------------------------------------------------

static void spell_add(Spells *s, int64_t key) {
    for (size_t i = 0; i < s->len; i++)
        if (s->at[i] == key) return;
    if (s->len < SPELLS_MAX) s->at[s->len++] = key;
}

// The text, and the text without each of its letters in turn.
static void spell_around(Spells *s, Str text) {
    char less[WORD_MAX * 2];
    spell_add(s, hash60(text));
    if (text.len < 3 || text.len > sizeof less) return;
    for (size_t i = 0; i < text.len; i++) {
        memcpy(less, text.at, i);
        memcpy(less + i, text.at + i + 1, text.len - i - 1);
        spell_add(s, hash60((Str){less, text.len - 1}));
    }
}

// Consonants, with a vowel only at the start: "mhmd". A star keeps them apart from words.
static Str bones_of(Arena *a, Str sound) {
    Buf out = {.arena = a};
    buf_byte(&out, '*');
    for (size_t i = 0; i < sound.len; i++) {
        if (vowel(sound.at[i])) {
            if (!i) buf_byte(&out, 'a');
        } else if (out.at[out.len - 1] != sound.at[i])
            buf_byte(&out, sound.at[i]);
    }
    return buf_str(&out);
}

Spells spells_of(Arena *a, Str word) {
    Spells s = {0};
    spell_around(&s, word);
    Sounds sounds = sounds_of(a, word);
    for (size_t i = 0; i < sounds.len; i++) {
        spell_around(&s, sounds.at[i]);
        Str bones = bones_of(a, sounds.at[i]);
        if (bones.len >= 6)
            spell_around(&s, bones);
        else if (bones.len >= 4)
            spell_add(&s, hash60(bones));
    }
    return s;
}

int64_t spell_exact(Str word) { return hash60(word); }

// ---- how far two words are apart --------------------------------------------------------------------------

static bool akin(char a, char b) {    // consonants that are heard or read for each other
    static const char *const groups[] = {"szc", "kcg", "dt", "bp", "vfb", "jzi", "gj", "mn", "lr", "hk"};
    for (size_t i = 0; i < COUNT(groups); i++)
        if (strchr(groups[i], a) && strchr(groups[i], b)) return true;
    return false;
}

static int cost_of(char c, bool heard) { return heard && (vowel(c) || c == 'h') ? 5 : 10; }

static int cost_between(char a, char b, bool heard) {
    if (a == b) return 0;
    if (!heard) return 10;
    if (vowel(a) && vowel(b)) return 4;
    return akin(a, b) ? 6 : 10;
}

static int least(int a, int b) { return a < b ? a : b; }

// Damerau and Levenshtein, ten a letter; what is heard costs less where ears and languages differ.
static int distance(Str a, Str b, bool heard) {
    int rows[3][2 * WORD_MAX + 2] = {0};
    if (a.len > 2 * WORD_MAX || b.len > 2 * WORD_MAX) return 1000;
    int *two = rows[0], *one = rows[1], *now = rows[2];
    for (size_t k = 0; k < b.len; k++) one[k + 1] = one[k] + cost_of(b.at[k], heard);
    for (size_t i = 0; i < a.len; i++) {
        now[0] = one[0] + cost_of(a.at[i], heard);
        for (size_t k = 0; k < b.len; k++) {
            int best = least(one[k + 1] + cost_of(a.at[i], heard), now[k] + cost_of(b.at[k], heard));
            best = least(best, one[k] + cost_between(a.at[i], b.at[k], heard));
            if (i && k && a.at[i] == b.at[k - 1] && a.at[i - 1] == b.at[k])
                best = least(best, two[k - 1] + 10);
            now[k + 1] = best;
        }
        int *spare = two;
        two = one;
        one = now;
        now = spare;
    }
    return one[b.len];
}

static int allowed(size_t len) { return len <= 2 ? 0 : len <= 4 ? 10 : len <= 6 ? 16 : len <= 9 ? 22 : 28; }

static int heard_distance(const Heard *asked, const Heard *held) {
    int best = 1000;
    for (size_t i = 0; i < asked->sounds.len; i++)
        for (size_t k = 0; k < held->sounds.len; k++)
            best = least(best, distance(asked->sounds.at[i], held->sounds.at[k], true));
    return best;
}

Heard heard_held(Arena *a, Str word) { return (Heard){.word = word, .sounds = sounds_of(a, word)}; }

Heard heard_asked(Arena *a, Str word) {
    Heard h = heard_held(a, word);
    Str *form = arena_new(a, Str, FORMS_MAX);
    h.n_forms = nicknames_of(word, form);
    h.form = form;
    return h;
}

static bool is_form(const Heard *asked, Str held) {
    for (size_t i = 0; i < asked->n_forms; i++)
        if (str_eq(asked->form[i], held)) return true;
    return false;
}

static Like like_by_letters(const Heard *asked, const Heard *held, size_t longer) {
    int typed = distance(asked->word, held->word, false), heard = heard_distance(asked, held);
    if (!heard && longer > 2) return SOUNDS_SAME;
    if (typed <= 10 && longer > 2) return ONE_LETTER;
    return typed <= allowed(longer) || heard <= allowed(longer) ? NEARLY : UNLIKE;
}

Like word_like(const Heard *asked, const Heard *held) {
    Str x = asked->word, y = held->word;
    if (str_eq(x, y)) return SAME;
    if (is_form(asked, y)) return FORM_OF;
    size_t longer = x.len > y.len ? x.len : y.len, shorter = x.len + y.len - longer;
    Like like = longer - shorter > 5 ? UNLIKE : like_by_letters(asked, held, longer);
    if (like != UNLIKE) return like;
    return x.len >= 3 && str_starts(y, x) ? BEGINS : UNLIKE;
}

int like_points(Like like) {
    static const int points[] = {0, 20, 24, 30, 34, 34, 40};
    return points[like];
}
