// What somebody typed, understood: words, a date in any form, a place, a number.
#include "people/find/search.h"

#include "base/fold.h"

static void slot_add(Arena *a, Asked *q, Str word, size_t first, size_t span) {
    if (word.len > WORD_MAX) word.len = WORD_MAX;
    q->slot[q->n_slots++] = (Slot){.heard = heard_asked(a, word), .first = first, .span = span};
}

static void name_read(Arena *a, Asked *q, Str name) {
    Str word, token[TOKENS_MAX];
    while (q->n_tokens < TOKENS_MAX && fold_word(a, &name, &word))
        if (word.len) token[q->n_tokens++] = word;
    for (size_t i = 0; i < q->n_tokens; i++) slot_add(a, q, token[i], i, 1);
    for (size_t i = 0; i + 1 < q->n_tokens; i++)
        slot_add(a, q, str_fmt(a, "%.*s%.*s", STR_FMT(token[i]), STR_FMT(token[i + 1])), i, 2);
}

// ---- a date -----------------------------------------------------------------------------------------------

static int month_named(Str word) {
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    for (int i = 0; i < 12; i++)
        if (word.len >= 3 && str_starts(word, str_from(months[i]))) return i + 1;
    return 0;
}

static int year_whole(int year, Date today) {
    int this_year, m, d;
    date_parts(today, &this_year, &m, &d);
    if (year > 99) return year;
    return year + (year <= this_year % 100 ? 2000 : 1900);
}

typedef struct Piece {
    int number;
    bool month, year;                      // written as a name; of four digits
} Piece;

static size_t pieces_read(Arena *a, Str text, Piece *ret) {
    size_t n = 0;
    Str word;
    while (n < 4 && fold_word(a, &text, &word)) {
        if (!word.len) continue;
        int64_t number = 0;
        int month = month_named(word);
        if (word.len > 2 && !month && (str_ends(word, S("th")) || str_ends(word, S("st")) ||
                                       str_ends(word, S("nd")) || str_ends(word, S("rd"))))
            word.len -= 2;
        if (!month && (!str_int(word, &number) || number < 0 || number > 99999999)) return 0;
        ret[n++] = month ? (Piece){month, true, false} : (Piece){(int)number, false, word.len == 4};
        if (!month && word.len == 8) {     // 04052009
            ret[n - 1] = (Piece){(int)(number / 1000000), false, false};
            ret[n++] = (Piece){(int)(number / 10000 % 100), false, false};
            if (n < 4) ret[n++] = (Piece){(int)(number % 10000), false, true};
        }
    }
    return n;
}

static bool born_whole(Arena *a, Born *b) {
    Date d = date_make(b->year, b->month, b->day);
    if (d == DATE_NONE) return false;
    b->iso = date_iso(a, d);
    return true;
}

bool born_read(Arena *a, Str text, Date today, Born *ret) {
    Piece p[5] = {0};
    size_t n = pieces_read(a, text, p);
    Born b = {.iso = S("")};
    if (n == 1) b.year = p[0].number;
    if (n == 2) b.month = p[0].number, b.year = p[1].number;
    if (n == 3 && p[0].year) b.year = p[0].number, b.month = p[1].number, b.day = p[2].number;
    if (n == 3 && !p[0].year) b.day = p[0].number, b.month = p[1].number, b.year = p[2].number;
    if (n == 3 && p[0].month) b.day = p[1].number, b.month = p[0].number;
    if (n < 1 || n > 3 || (n == 1 && !p[0].year) || (n >= 2 && b.month < 1) || b.month > 12) return false;
    b.year = year_whole(b.year, today);
    if (b.year < 1850 || b.year > 2200 || (n == 3 && !born_whole(a, &b))) return false;
    *ret = b;
    return true;
}

// ---- a place ----------------------------------------------------------------------------------------------

static bool letter(char c) { return c >= 'A' && c <= 'Z'; }
static bool digit(char c) { return c >= '0' && c <= '9'; }

// How many characters the first half may have: "NG7", "SW1A"; 0 when it begins no postcode.
static size_t area_len(Str packed) {
    size_t n = 0;
    while (n < packed.len && n < 2 && letter(packed.at[n])) n++;
    if (!n || n == packed.len || !digit(packed.at[n])) return 0;
    n++;
    return n < packed.len && (digit(packed.at[n]) || letter(packed.at[n])) ? n + 1 : n;
}

static bool ends_whole(Str p) {
    return p.len >= 5 && p.len <= 7 && digit(p.at[p.len - 3]) && letter(p.at[p.len - 2]) &&
           letter(p.at[p.len - 1]);
}

// "NG7", "NG72", "NG7 2A", "NG7 2AB": which first half it has is not always said.
static bool postcode_read_part(Asked *q, Str packed) {
    size_t n = area_len(packed);
    if (!n || packed.len > 7 || packed.len > n + 3) return false;
    q->postcode = packed;
    q->whole = ends_whole(packed);
    if (q->whole) {
        q->area[q->n_areas++] = postcode_area(packed);
        return true;
    }
    q->area[q->n_areas++] = (Str){packed.at, n};
    if (n > 2 && digit(packed.at[n - 1]) && digit(packed.at[n - 2])) q->area[q->n_areas++] = (Str){packed.at, n - 1};
    return true;
}

// The postcode stands at the end, in one word or two; before it, or without it, a house and street.
static bool place_read(Arena *a, Asked *q, Str text) {
    text = str_trim(text);
    size_t last = text.len, before = 0;
    while (last && text.at[last - 1] != ' ' && text.at[last - 1] != ',') last--;
    for (before = last; before && (text.at[before - 1] == ' ' || text.at[before - 1] == ',');) before--;
    while (before && text.at[before - 1] != ' ' && text.at[before - 1] != ',') before--;
    const size_t from[] = {before, last};
    for (size_t i = 0; i < COUNT(from); i++)
        if (postcode_read_part(q, postcode_packed(a, (Str){text.at + from[i], text.len - from[i]}))) {
            q->house = house_of(a, (Str){text.at, from[i]});
            return true;
        }
    q->house = house_of(a, text);
    return q->house.len > 0;
}

static bool number_read(Arena *a, Asked *q, Str text) {
    Str packed = postcode_packed(a, text);
    bool nhs = packed.len == 10 && digit(packed.at[0]), upn = packed.len == 13 && letter(packed.at[0]);
    if (!nhs && !upn) return false;
    q->number = str_fmt(a, "%s:%.*s", nhs ? "nhs" : "upn", STR_FMT(packed));
    return true;
}

Asked asked_read(Arena *a, FindAsk ask, Date today, Str *ret_unclear) {
    Asked q = {.born.iso = S(""), .postcode = S(""), .house = S(""), .number = S("")};
    name_read(a, &q, ask.name);
    if (str_trim(ask.number).len && !number_read(a, &q, ask.number))
        *ret_unclear = S("The number was left out: an NHS number has 10 digits, a UPN a letter and 12 more");
    if (str_trim(ask.place).len && !place_read(a, &q, ask.place))
        *ret_unclear = S("The place was left out: write a postcode or its beginning, such as NG7, or a house "
                         "number and street");
    if (str_trim(ask.born).len && !born_read(a, ask.born, today, &q.born))
        *ret_unclear =
            S("The date of birth was left out: write a day, month and year, such as 4 5 2009, or only a year");
    return q;
}

bool asked_nothing(const Asked *q) {
    return !q->n_tokens && !q->born.year && !q->postcode.len && !q->house.len && !q->number.len;
}
