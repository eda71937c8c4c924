// The verbs of the plan; src/verbs.c names them.
#ifndef KITH_PLAN_CLI_H
#define KITH_PLAN_CLI_H

#include "base/cli.h"
#include "db/db.h"

int plan_load(Cli *c);                     // kith load DIR
int report_summary(Cli *c);                // kith report summary
int report_scorecard(Cli *c);              // kith report scorecard
int report_reconcile(Cli *c);              // kith report reconcile
int report_publish(Cli *c);                // kith report publish
int demo_measures(Cli *c);                 // kith demo measures
Db *plan_open(Cli *c, bool writes);        // for these verbs; NULL once it has been said why not

#endif
