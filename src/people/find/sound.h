// How a word of a name sounds, how far two are apart, and by which hashes a misspelt one is met. Words are
// folded (base/fold.h). Pure.
#ifndef KITH_SOUND_H
#define KITH_SOUND_H

#include "base/base.h"

enum { WORD_MAX = 24, SOUNDS_MAX = 4, SPELLS_MAX = 160 };

// Everything spelling adds to a sound is taken away: sh, sz and ş are one, so are oo, ou and u, and doubled
// letters. A word of two readings (x in Somali, in Chinese) has more than one.
typedef struct Sounds {
    size_t len;
    Str at[SOUNDS_MAX];
} Sounds;
Sounds sounds_of(Arena *a, Str word);

// The keys under which a word is kept, and under which a misspelt one looks for it.
typedef struct Spells {
    size_t len;
    int64_t at[SPELLS_MAX];
} Spells;
Spells spells_of(Arena *a, Str word);
int64_t spell_exact(Str word);    // the one key of the word as it is

// How one word is like another.
typedef enum Like { UNLIKE, BEGINS, NEARLY, ONE_LETTER, SOUNDS_SAME, FORM_OF, SAME } Like;
// A word, how it sounds, and the other forms of the name, from nicknames.txt: Katie is a form of Katherine.
enum { FORMS_MAX = 64 };
typedef struct Heard {
    Str word;
    Sounds sounds;
    size_t n_forms;    // heard_held() looks for none
    const Str *form;
} Heard;
Heard heard_asked(Arena *a, Str word);
Heard heard_held(Arena *a, Str word);
Like word_like(const Heard *asked, const Heard *held);
int like_points(Like like);    // what it weighs in the ranking, of 40

// The other forms of a name into `ret`, of FORMS_MAX; how many.
size_t nicknames_of(Str word, Str *ret);

int64_t hash60(Str text);    // 0 to 2^60 - 1

#endif
