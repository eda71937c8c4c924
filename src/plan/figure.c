// Reading a figure keeps what was written: the value is for judging, the text is for showing.
#include "plan/figure.h"

static Str without_brackets(Str s) {
    bool bracketed = s.len > 2 && s.at[0] == '(' && s.at[s.len - 1] == ')';
    return bracketed ? str_trim((Str){s.at + 1, s.len - 2}) : s;
}

// "9.1% (2010)" is the number "9.1%" and the words "2010".
static Str take_words(Str *s) {
    ptrdiff_t open = str_find(*s, S(" ("));
    if (open < 0 || !str_ends(*s, S(")"))) return (Str){0};
    Str words = {s->at + open + 2, s->len - (size_t)open - 3};
    *s = str_trim((Str){s->at, (size_t)open});
    return str_trim(words);
}

Figure figure_read(Str raw) {
    Figure f = {.value = NONE};
    Str s = without_brackets(str_trim(raw));
    if (!s.len || str_eq(s, S("~"))) return f;
    Str words = take_words(&s), digits = s;
    bool percent = str_ends(s, S("%"));
    if (percent) digits = str_trim((Str){s.at, s.len - 1});
    f.kind = FIGURE_TEXT;
    if (!dec_parse(digits, &f.value, &f.decimals)) return f;
    return (Figure){FIGURE_NUMBER, f.value, f.decimals, percent, s, words};
}
