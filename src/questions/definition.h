// What reading a definition and checking it have in common.
#ifndef KITH_DEFINITION_H
#define KITH_DEFINITION_H

#include "questions/questions.h"

typedef struct ReaderObject {
    const void *at;
    int line;
} ReaderObject;
typedef struct Reader {
    Arena *arena;
    ReaderObject *object;
    size_t n_objects;
    FormFaults faults;
} Reader;
void definition_fault(Reader *r, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));
// The rules between the parts: keys that occur once, choices where there must be some, conditions
// that can hold.
void definition_check(Reader *r, const Questionnaire *q);

#endif
