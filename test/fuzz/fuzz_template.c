// Whatever is in a template, the compiler ends: with C, or with a refusal that names a line.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "template.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char refusal[TEMPLATE_REFUSAL_MAX] = "", *code = NULL, *header = NULL;
    size_t code_len, header_len;
    FILE *c = open_memstream(&code, &code_len), *h = open_memstream(&header, &header_len);
    bool good = template_translate("fuzz.html", (const char *)data, size, c, h, refusal);
    fclose(c);
    fclose(h);
    if (!good && strncmp(refusal, "fuzz.html:", 10) != 0) abort();
    free(code);
    free(header);
    return 0;
}
