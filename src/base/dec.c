// Exact decimals in millionths; see docs/adr/0001-exact-decimals.md.
#include "base/dec.h"

static const int64_t ten_to[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

// A millionth of int64 is kept free above, so that rounding up never runs over.
#define DEC_MOST (INT64_C(9000000000000) * DEC_ONE)

static int within(int decimals) { return decimals < 0 ? 0 : decimals > 6 ? 6 : decimals; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Commas, if there are any, group by three: "2,813" is a number, "28,13" a slip that would else be read as a
// hundred times too much.
static bool is_grouped(Str s) {
    if (!str_has(s, S(","))) return true;
    for (size_t i = 0; i < s.len; i++)
        if ((s.at[i] == ',') != ((s.len - i) % 4 == 0)) return false;
    return s.at[0] != ',';
}

// The digits before the point into *n; *s is what follows them.
static bool read_whole(Str *s, int64_t *n) {
    size_t i = 0;
    *n = 0;
    for (; i < s->len && (is_digit(s->at[i]) || s->at[i] == ','); i++) {
        if (s->at[i] == ',') continue;
        *n = *n * 10 + (s->at[i] - '0');
        if (*n >= DEC_MOST / DEC_ONE) return false;
    }
    if (!i) return false;
    Str whole = {s->at, i};
    *s = (Str){s->at + i, s->len - i};
    return is_grouped(whole);
}

bool dec_parse(Str s, Dec *ret, int *ret_decimals) {
    bool minus = s.len && s.at[0] == '-';
    if (minus) s = (Str){s.at + 1, s.len - 1};
    int64_t n, fraction = 0;
    if (!read_whole(&s, &n)) return false;
    size_t decimals = 0;
    if (s.len) {
        decimals = s.len - 1;
        if (s.at[0] != '.' || decimals < 1 || decimals > 6) return false;
        for (size_t i = 1; i < s.len; i++) {
            if (!is_digit(s.at[i])) return false;
            fraction = fraction * 10 + (s.at[i] - '0');
        }
    }
    n = n * DEC_ONE + fraction * ten_to[6 - decimals];
    *ret = minus ? -n : n;
    if (ret_decimals) *ret_decimals = (int)decimals;
    return true;
}

Dec dec_round(Dec d, int decimals) {
    if (d == NONE) return NONE;
    int64_t step = ten_to[6 - within(decimals)], over = d % step, away = d < 0 ? -step : step;
    Dec down = d - over, up;
    bool half = (over < 0 ? -over : over) * 2 >= step;
    return half && step > 1 && !__builtin_add_overflow(down, away, &up) && up != NONE ? up : down;
}

static void put(Buf *out, Dec d, int decimals, bool grouped) {
    if (d == NONE) return;
    decimals = within(decimals);
    d = dec_round(d, decimals);
    uint64_t n = d < 0 ? -(uint64_t)d : (uint64_t)d, fraction = n % DEC_ONE;
    n /= DEC_ONE;
    char text[40], *end = text + sizeof text, *at = end;
    fraction /= (uint64_t)ten_to[6 - decimals];
    for (int i = 0; i < decimals; i++, fraction /= 10) *--at = (char)('0' + fraction % 10);
    if (decimals) *--at = '.';
    int written = 0;
    do {
        if (grouped && written && written % 3 == 0) *--at = ',';
        *--at = (char)('0' + n % 10);
        written++;
    } while (n /= 10);
    if (d < 0) *--at = '-';
    buf_put(out, (Str){at, (size_t)(end - at)});
}

void dec_put(Buf *out, Dec d, int decimals) { put(out, d, decimals, false); }
void dec_put_grouped(Buf *out, Dec d, int decimals) { put(out, d, decimals, true); }

Dec dec_percent(int64_t part, int64_t whole, int decimals) {
    if (!whole || whole == NONE || part == NONE) return NONE;
    decimals = within(decimals);
    __int128 above = (__int128)part * 200 * ten_to[decimals], below = (__int128)whole * 2;
    if (whole < 0) above = -above, below = -below;
    above += below / 2;
    __int128 n = above / below - (above % below < 0);    // rounded down, also below nought
    n *= ten_to[6 - decimals];
    return n > DEC_MOST || n < -DEC_MOST ? NONE : (Dec)n;
}
