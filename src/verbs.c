// The command line: one row a verb, with examples that the tests run (test/verbs_test.c). An example's line
// “…” stands for anything. The functions are in the folders of their features.
#include "verbs.h"

#include <stdio.h>

static int version(Cli *c) {
    (void)c;
    puts("kith 0.1.0");
    return 0;
}

const Verb verbs[] = {
    {"version", "", "Says which Kith this is.", "$ kith version\nkith 0.1.0", version},
};
const size_t n_verbs = COUNT(verbs);
