// The verbs about people; the table is in src/verbs.c.
#ifndef KITH_ACCESS_VERBS_H
#define KITH_ACCESS_VERBS_H

#include "base/cli.h"
#include "db/db.h"

int verb_user_add(Cli *c);
int verb_user_list(Cli *c);
int verb_user_role(Cli *c);
int verb_user_deactivate(Cli *c);
int verb_user_password(Cli *c);
int verb_demo(Cli *c);
int verb_setting(Cli *c);

// The folder's own: the database opened for writing and brought up to date, inside a transaction; NULL once
// it has been said why not. access_closed() commits (code 0) or rolls back, closes, and returns the exit
// code.
Db *access_opened(Cli *c);
int access_closed(Db *db, int code);
int access_no(Str why);

#endif
