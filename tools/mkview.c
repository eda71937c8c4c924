// mkview OUT.c OUT.h IN.html: compiles one template; see tools/template.c.
#include <stdlib.h>

#include "template.h"

#include <string.h>

static void die(const char *what, const char *path) {
    perror(path);
    fprintf(stderr, "mkview: could not %s %s\n", what, path);
    exit(1);
}

static char *read_all(const char *path, size_t *ret_len) {
    FILE *in = fopen(path, "rb");
    if (!in) die("read", path);
    char *text = NULL;
    size_t len = 0, n;
    do {
        text = realloc(text, len + 65536);
        if (!text) die("hold", path);
        n = fread(text + len, 1, 65536, in);
        len += n;
    } while (n);
    if (ferror(in)) die("read", path);
    fclose(in);
    *ret_len = len;
    return text;
}

static FILE *open_out(const char *path) {
    FILE *out = fopen(path, "wb");
    if (!out) die("write", path);
    return out;
}

static void close_out(FILE *out, const char *path) {
    if (fclose(out) != 0) die("write", path);
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fputs("usage: mkview OUT.c OUT.h IN.html\n", stderr);
        return 2;
    }
    size_t len;
    char *text = read_all(argv[3], &len);
    FILE *c = open_out(argv[1]), *h = open_out(argv[2]);
    const char *slash = strrchr(argv[2], '/');
    fprintf(c, "// Made by mkview from %s.\n#include \"%s\"\n", argv[3], slash ? slash + 1 : argv[2]);
    char refusal[TEMPLATE_REFUSAL_MAX];
    bool good = template_translate(argv[3], text, len, c, h, refusal);
    close_out(c, argv[1]);
    close_out(h, argv[2]);
    free(text);
    if (good) return 0;
    fprintf(stderr, "%s\n", refusal);
    remove(argv[1]);
    remove(argv[2]);
    return 1;
}
