// Where in the markup one stands: text, a tag, an attribute's value. It knows just enough HTML to tell
// where a value would land, and has a complaint about whatever escaping cannot make safe.
#ifndef KITH_MARKUP_H
#define KITH_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

typedef enum Where {
    IN_TEXT,
    TAG_OPEN,
    TAG_NAME,
    IN_TAG,
    ATTR_NAME,
    BEFORE_VALUE,
    QUOTED,
    UNQUOTED,
    IN_RAW
} Where;

// What kind of attribute the value belongs to: addresses have a scheme, handlers and styles are programs.
typedef enum Kind { PLAIN, ADDRESS, PROGRAM } Kind;

// How an address begins. After AFTER_SLASH_VALUE ("/{{ x }}") another slash would make "//" were x empty.
typedef enum Start { NOTHING_YET, ONE_SLASH, AFTER_SLASH_VALUE, OWN_PATH, ELSEWHERE } Start;

enum { MARKUP_NAME_MAX = 24 };

typedef struct Markup {
    Where where;
    char quote;
    char tag[MARKUP_NAME_MAX], attr[MARKUP_NAME_MAX];
    Kind kind;
    Start start;
    size_t raw_matched;                    // how much of "</script" or "</style" was seen
    const char *complaint;                 // what is wrong and what would be right; NULL while all is well
} Markup;

// Goes on by one character of literal markup.
void markup_char(Markup *m, char c);
// The function that writes a value here ("html_put", "html_url", "html_part"); NULL when no value may stand
// here.
const char *markup_writer(Markup *m);
bool markup_same(const Markup *a, const Markup *b);

#endif
