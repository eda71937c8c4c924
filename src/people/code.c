// Check digits and letters. NHS Data Dictionary, NHS number: modulus 11. Department for Education, A guide to
// unique pupil numbers: the remainder by 23 of the weighted sum names the first letter.
#include "people/code.h"

static const char upn_letters[] = "ABCDEFGHJKLMNPQRTUVWXYZ";    // no I, O or S

static char large(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c; }
static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool letter(char c) { return c >= 'A' && c <= 'Z'; }

// What was typed without spaces and hyphens, letters large; absent when longer than `most`.
static Str packed(Arena *a, Str typed, size_t most) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < typed.len; i++)
        if (typed.at[i] != ' ' && typed.at[i] != '-') buf_byte(&out, large(typed.at[i]));
    return out.len <= most ? buf_str(&out) : (Str){0};
}

static bool all_digits(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (!digit(s.at[i])) return false;
    return true;
}

bool nhs_read(Arena *a, Str typed, Str *ret) {
    Str s = packed(a, typed, 10);
    if (s.len != 10 || !all_digits(s)) return false;
    int sum = 0;
    for (int i = 0; i < 9; i++) sum += (10 - i) * (s.at[i] - '0');
    int check = (11 - sum % 11) % 11;
    if (check != s.at[9] - '0') return false;    // 10 is no digit, and no such number exists
    *ret = s;
    return true;
}

Str nhs_text(Arena *a, Str v) {
    return v.len == 10 ? str_fmt(a, "%.3s %.3s %.4s", v.at, v.at + 3, v.at + 6) : v;
}

static int upn_number(char c) {
    if (digit(c)) return c - '0';
    const char *at = letter(c) ? strchr(upn_letters, c) : NULL;
    return at ? (int)(at - upn_letters) : -1;
}

bool upn_read(Arena *a, Str typed, Str *ret) {
    Str s = packed(a, typed, 13);
    if (s.len != 13 || !letter(s.at[0])) return false;
    if (!all_digits((Str){s.at + 1, 11}) || upn_number(s.at[12]) < 0) return false;
    int sum = 0;
    for (int i = 1; i < 13; i++) sum += (i + 1) * upn_number(s.at[i]);
    if (s.at[0] != upn_letters[sum % 23]) return false;
    *ret = s;
    return true;
}

// The part before the space, by its shape: A9 A99 AA9 AA99 A9A AA9A.
static bool outward(Str s) {
    size_t i = 0;
    while (i < s.len && letter(s.at[i])) i++;
    if (i < 1 || i > 2 || i == s.len || !digit(s.at[i])) return false;
    Str rest = {s.at + i + 1, s.len - i - 1};
    return rest.len == 0 || (rest.len == 1 && (digit(rest.at[0]) || letter(rest.at[0])));
}

bool postcode_read(Arena *a, Str typed, Str *ret) {
    Str s = packed(a, typed, 7);
    if (s.len < 5) return false;
    Str out = {s.at, s.len - 3}, in = {s.at + s.len - 3, 3};
    if (!outward(out) || !digit(in.at[0]) || !letter(in.at[1]) || !letter(in.at[2])) return false;
    *ret = str_fmt(a, "%.*s %.*s", STR_FMT(out), STR_FMT(in));
    return true;
}

static const struct {
    const char *key;
    Str name, wrong;
    bool (*read)(Arena *a, Str typed, Str *ret);
} codes[] = {
    {"nhs", S("NHS number"),
     S("The NHS number does not add up: it has 10 digits, and the last one checks the others. Compare it "
       "with the letter it stands on, for example 943 476 5919"),
     nhs_read},
    {"upn", S("Unique pupil number"),
     S("The pupil number does not add up: it is a letter and 12 digits, and the letter checks the digits. "
       "Compare it with what the school gave, for example A823432112342"),
     upn_read},
};

Str code_name(Str kind) {
    for (size_t i = 0; i < COUNT(codes); i++)
        if (str_eq(kind, str_from(codes[i].key))) return codes[i].name;
    return kind;
}

Str code_value(Arena *a, Str kind, Str typed) {
    Str value = {0};
    for (size_t i = 0; i < COUNT(codes); i++)
        if (str_eq(kind, str_from(codes[i].key))) codes[i].read(a, typed, &value);
    return value;
}

Str code_wrong(Arena *a, Str kind, Str typed) {
    if (code_value(a, kind, typed).at) return (Str){0};
    for (size_t i = 0; i < COUNT(codes); i++)
        if (str_eq(kind, str_from(codes[i].key))) return codes[i].wrong;
    return S("Choose which number it is");
}

Str code_text(Arena *a, Str kind, Str value) { return str_eq(kind, S("nhs")) ? nhs_text(a, value) : value; }
