// Forms of one name, from a list that is part of the program: a line a name, the forms in any order.
#include "base/text.h"
#include "people/find/sound.h"

extern const Text nickname_files[];

static bool line_has(Str line, Str word) {
    for (Str rest = line; rest.len;)
        if (str_eq(str_cut(&rest, S(" ")), word)) return true;
    return false;
}

// A word may be a form of several: "ali" of Alice and of Alistair.
static bool line_next(Str *rest, Str word, Str *ret) {
    while (rest->at && rest->len) {
        Str line = str_cut(rest, S("\n"));
        if (line.len && line.at[0] != '#' && line_has(line, word)) {
            *ret = line;
            return true;
        }
    }
    return false;
}

size_t nicknames_of(Str word, Str *ret) {
    size_t n = 0;
    Str line;
    for (Str rest = nickname_files[0].body; line_next(&rest, word, &line);)
        while (line.len) {
            Str form = str_cut(&line, S(" "));
            if (form.len && n < FORMS_MAX && !str_eq(form, word)) ret[n++] = form;
        }
    return n;
}
