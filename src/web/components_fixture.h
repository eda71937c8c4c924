// How the options of govuk-frontend's templates are called in Kith's structs; for components_test.c.
#ifndef KITH_COMPONENTS_FIXTURE_H
#define KITH_COMPONENTS_FIXTURE_H

#include "web/components.h"

// FIX_FALSY: an empty text counts as absent. FIX_IS: true when the option is there at all.
// FIX_NOT: true when it says false. FIX_FALLBACK: unless something else said it. FIX_SUCCESS: true when it
// says "success".
typedef enum FixtureKind {
    FIX_STR,
    FIX_FALSY,
    FIX_INT,
    FIX_BOOL,
    FIX_CHOICE,
    FIX_LIST,
    FIX_IS,
    FIX_SUCCESS,
    FIX_FALLBACK,
    FIX_NOT
} FixtureKind;

typedef struct FixtureMap FixtureMap;
struct FixtureMap {
    const char *path;                      // "label.text"; NULL ends the list
    FixtureKind kind;
    size_t offset;
    size_t count, size;                    // of a list: where its length goes, and how big an item is
    const FixtureMap *items;               // NULL: a list of Str
};

typedef struct FixtureComponent {
    const char *name;
    const FixtureMap *map;
    size_t size;
    void (*draw)(Buf *out, const void *object);
    size_t least;                          // at least so many of its fixtures can be compared
} FixtureComponent;
extern const FixtureComponent fixture_components[];

#endif
