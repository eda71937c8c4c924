// The verbs of the command line that are about the database itself; the table is in src/verbs.c.
#ifndef KITH_DB_VERBS_H
#define KITH_DB_VERBS_H

#include "base/cli.h"

int verb_init(Cli *c);
int verb_migrate(Cli *c);
int verb_audit_verify(Cli *c);
int verb_audit_head(Cli *c);
int verb_backup(Cli *c);
int verb_restore(Cli *c);
int verb_jobs(Cli *c);

#endif
