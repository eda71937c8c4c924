// Translating a template into C: what tools/mkview does, without files, so that tests and the fuzzer call
// it too.
#ifndef KITH_TEMPLATE_H
#define KITH_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { TEMPLATE_REFUSAL_MAX = 512 };

// Writes the C and its header. False when the template is refused; `refusal` then says where and what would
// be right ("show.html:12: …"), and what was written so far is of no use.
bool template_translate(const char *name, const char *text, size_t len, FILE *c, FILE *h,
                        char refusal[TEMPLATE_REFUSAL_MAX]);

#endif
