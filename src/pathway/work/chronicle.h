// The chronology and what is written into it. Private to this folder.
#ifndef KITH_PATHWAY_WORK_CHRONICLE_H
#define KITH_PATHWAY_WORK_CHRONICLE_H

#include "pathway/work/chronicle.sql.h"
#include "pathway/work/front.h"
#include "pathway/work/search.sql.h"
#include "web/form.h"

enum { CHRONICLE_PAGE = 100, CHRONICLE_ALL = 5000 };

// What is asked for; absent parts ask for everything.
typedef struct Asks {
    Str kind, what, nature, agency, words, since, until, marked, all;
    Instant before_at;    // NONE: from the newest
    int64_t before_id;
    bool some;    // anything is asked for
} Asks;

typedef struct Chronicle {
    const Record *record;
    Asks asks;
    EntryList entries;
    Choices agencies;
    Str wrong;    // what cannot be asked, and what would be right
    bool more;
    bool may_write;
    Str unseen;    // "Health, The plan": kinds not shared with this actor
} Chronicle;

// The first three words, folded, for queries; those there are not are absent.
typedef struct Words3 {
    Str at[3];
} Words3;
Words3 words_of(Arena *a, Str text);
// `text` with every word that begins with one of them marked; at most `most` bytes around the first, 0: all.
Html words_marked(Arena *a, Str text, Words3 words, size_t most);

extern const Choice note_whats[], note_natures[], note_kinds[];
extern const size_t n_note_whats, n_note_natures, n_note_kinds;

typedef struct Search {
    Str words, wrong;
    bool asked, wide, more;
    bool cut;    // there was more to look through than was
    FoundList found;
} Search;

// The page of an entry's versions, the present one first.
typedef struct Versions {
    const Record *record;
    EntryList at;
    BesideList others;
    Str letter;
    bool may_mend;
} Versions;

// A note for several children: its paragraphs, and which of them stands on whose record.
typedef struct Paragraphs {
    size_t len;
    Str *at;
} Paragraphs;
Paragraphs paragraphs(Arena *a, Str text);
typedef struct SievePerson {
    Str key, name;
} SievePerson;
// A value of the form before, carried through.
typedef struct Hidden {
    Str name, value;
} Hidden;
extern const Str left_out;    // what stands in the place of a paragraph that is not theirs

#endif
