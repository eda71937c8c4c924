// Whatever text is given as a questionnaire, it is refused with a line of the text and a sentence, or
// it is read; and
// what is read is written out and read back the same.
#include <stdlib.h>

#include "questions/questions.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
    if (!holds) abort();
}

static void check_faults(FormFaults f, Str text) {
    int lines = 1;
    for (size_t i = 0; i < text.len; i++) lines += text.at[i] == '\n';
    for (size_t i = 0; i < f.len; i++)
        must(f.at[i].sentence.len > 0 && f.at[i].line >= 0 && f.at[i].line <= lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *a = arena_open();
    FormFaults faults = {0};
    Str text = {(const char *)data, size};
    const Questionnaire *q = definition_read(a, text, &faults);
    must(!q == (faults.len > 0));
    check_faults(faults, text);
    if (q) {
        Buf once = {.arena = a}, twice = {.arena = a};
        definition_write(&once, q);
        const Questionnaire *again = definition_read(a, buf_str(&once), &faults);
        must(again != NULL);
        definition_write(&twice, again);
        must(str_eq(buf_str(&once), buf_str(&twice)));
        for (size_t i = 0; i < q->len; i++) must(section_find(q, q->at[i].key) == &q->at[i]);
    }
    arena_close(a);
    return 0;
}
