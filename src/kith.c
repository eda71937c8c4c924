// The program: one table of verbs. What a verb does is in its feature's folder.
#include "base/cli.h"

#include <stdio.h>

static int version(Cli *c) {
    (void)c;
    puts("kith 0.1.0");
    return 0;
}

static const Verb verbs[] = {
    {"version", "", "Says which Kith this is.", "$ kith version\nkith 0.1.0", version},
};

int main(int argc, char **argv) { return cli_run(verbs, COUNT(verbs), argc, argv); }
