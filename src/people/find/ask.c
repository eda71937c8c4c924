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
    bool month, year;    // written as a name; of four digits
} Piece;

// "4th" is 4.
static Str ordinal_cut(Str word) {
    static const Str ends[] = {S("th"), S("st"), S("nd"), S("rd")};
    for (size_t i = 0; i < COUNT(ends); i++)
        if (word.len > 2 && str_ends(word, ends[i])) return (Str){word.at, word.len - 2};
    return word;
}

// How many pieces a word is: 04052009 is three, what is no number and no month none.
static size_t piece_read(Str word, Piece *ret) {
    int64_t n = 0;
    int month = month_named(word);
    if (month) return *ret = (Piece){month, true, false}, 1;
    word = ordinal_cut(word);
    if (!str_int(word, &n) || n < 0 || n > 99999999) return 0;
    if (word.len != 8) return *ret = (Piece){(int)n, false, word.len == 4}, 1;
    ret[0] = (Piece){(int)(n / 1000000), false, false};
    ret[1] = (Piece){(int)(n / 10000 % 100), false, false};
    ret[2] = (Piece){(int)(n % 10000), false, true};
    return 3;
}

static size_t pieces_read(Arena *a, Str text, Piece *ret) {
    size_t n = 0;
    Str word;
    while (n < 4 && fold_word(a, &text, &word)) {
        if (!word.len) continue;
        size_t more = piece_read(word, ret + n);
        if (!more) return 0;
        n += more;
    }
    return n;
}

static bool born_whole(Arena *a, Born *b) {
    Date d = date_make(b->year, b->month, b->day);
    if (d == DATE_NONE) return false;
    b->iso = date_iso(a, d);
    return true;
}

// Three in the order of day, month, year, of year, month, day, or with a month by its name.
static Born born_of_three(const Piece *p) {
    if (p[0].year) return (Born){p[0].number, p[1].number, p[2].number, S("")};
    if (p[0].month) return (Born){p[2].number, p[0].number, p[1].number, S("")};
    return (Born){p[2].number, p[1].number, p[0].number, S("")};
}

static bool born_of(const Piece *p, size_t n, Born *ret) {
    *ret = (Born){.iso = S("")};
    if (n == 1) ret->year = p[0].number;
    if (n == 2) ret->month = p[0].number, ret->year = p[1].number;
    if (n == 3) *ret = born_of_three(p);
    return n == 1 ? p[0].year : (n == 2 || n == 3) && ret->month >= 1 && ret->month <= 12;
}

bool born_read(Arena *a, Str text, Date today, Born *ret) {
    Piece p[8] = {0};
    Born b;
    size_t n = pieces_read(a, text, p);
    if (!born_of(p, n, &b)) return false;
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
    if (n > 2 && digit(packed.at[n - 1]) && digit(packed.at[n - 2]))
        q->area[q->n_areas++] = (Str){packed.at, n - 1};
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

// What keeps a date from being one: "31 February is not a day".
static Str born_wrong(Arena *a, Str text, Date today) {
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    Piece p[8] = {0};
    Born b;
    size_t n = pieces_read(a, text, p);
    bool day = born_of(p, n, &b) && n == 3 && b.day > 0;
    int year = day ? year_whole(b.year, today) : 0;
    if (!day || year < 1850 || year > 2200)
        return S("Write a day, month and year, such as 4 5 2009, or only a year");
    const char *month = months[b.month - 1];
    if (b.day == 29) return str_fmt(a, "%d %s %d is not a day", b.day, month, year);
    return str_fmt(a, "%d %s is not a day", b.day, month);
}

static FindAsk wrong_parts(Arena *a, FindAsk ask, Date today, Asked *q) {
    FindAsk wrong = {0};
    if (str_trim(ask.number).len && !number_read(a, q, ask.number))
        wrong.number = S("An NHS number has 10 digits, a UPN a letter and 12 more");
    if (str_trim(ask.place).len && !place_read(a, q, ask.place))
        wrong.place = S("Write a postcode or its beginning, such as NG7, or a house number and street");
    if (str_trim(ask.born).len && !born_read(a, ask.born, today, &q->born))
        wrong.born = born_wrong(a, ask.born, today);
    return wrong;
}

static const Asked nothing_yet = {.born.iso = S(""), .postcode = S(""), .house = S(""), .number = S("")};

Asked asked_read(Arena *a, FindAsk ask, Date today, Str *ret_unclear) {
    Asked q = nothing_yet;
    name_read(a, &q, ask.name);
    FindAsk wrong = wrong_parts(a, ask, today, &q);
    if (wrong.number.len) *ret_unclear = str_fmt(a, "The number was left out. %.*s", STR_FMT(wrong.number));
    if (wrong.place.len) *ret_unclear = str_fmt(a, "The place was left out. %.*s", STR_FMT(wrong.place));
    if (wrong.born.len)
        *ret_unclear = str_fmt(a, "The date of birth was left out. %.*s", STR_FMT(wrong.born));
    return q;
}

bool find_asks_nothing(Arena *a, FindAsk ask, Date today, FindAsk *ret_wrong) {
    Asked *q = arena_new(a, Asked, 1);
    *q = nothing_yet;
    name_read(a, q, ask.name);
    *ret_wrong = wrong_parts(a, ask, today, q);
    return asked_nothing(q);
}

bool asked_nothing(const Asked *q) {
    return !q->n_tokens && !q->born.year && !q->postcode.len && !q->house.len && !q->number.len;
}
