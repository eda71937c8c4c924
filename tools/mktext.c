// Puts files into the program, byte for byte:  mktext OUT.c NAME FILE...
// makes `const Text NAME[]` and `const size_t n_NAME` (base/text.h), in the order given, without folders.
#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

// Three octal digits, so that a digit that follows is not taken for part of the escape.
static void put_byte(FILE *out, int c) {
    if (c == '\n') fputs("\\n\"\n     \"", out);
    else if (c == '"' || c == '\\' || c == '?' || !isprint(c)) fprintf(out, "\\%03o", c);
    else fputc(c, out);
}

static int put_file(FILE *out, const char *path) {
    FILE *in = fopen(path, "rb");
    if (!in) {
        perror(path);
        return 1;
    }
    fprintf(out, "    {S(\"%s\"), S(\n     \"", base_name(path));
    for (int c; (c = getc(in)) != EOF;) put_byte(out, c);
    fputs("\")},\n", out);
    return fclose(in);
}

int main(int n, char **arg) {
    FILE *out = n > 3 ? fopen(arg[1], "w") : NULL;
    if (!out) {
        fputs("usage: mktext OUT.c NAME FILE...\n", stderr);
        return 2;
    }
    fputs("// Made by mktext.\n#include \"base/text.h\"\n\n", out);
    fprintf(out, "extern const Text %s[];\nextern const size_t n_%s;\n\n", arg[2], arg[2]);
    fprintf(out, "const Text %s[] = {\n", arg[2]);
    for (int i = 3; i < n; i++)
        if (put_file(out, arg[i])) return 1;
    fprintf(out, "};\nconst size_t n_%s = COUNT(%s);\n", arg[2], arg[2]);
    return fclose(out);
}
