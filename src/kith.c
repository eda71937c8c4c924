// The program. What it can do is the table in verbs.c.
#include <sodium.h>
#include <stdio.h>
#include <sys/stat.h>

#include "verbs.h"

int main(int argc, char **argv) {
    umask(0077);                           // databases, backups and mail are nobody else's to read
    if (sodium_init() < 0) {
        fputs("kith: the system gives no random numbers. Mount /dev and start again.\n", stderr);
        return 1;
    }
    return cli_run(verbs, n_verbs, argc, argv);
}
