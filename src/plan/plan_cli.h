// The verbs of the plan; src/verbs.c names them.
#ifndef KITH_PLAN_CLI_H
#define KITH_PLAN_CLI_H

#include "base/cli.h"

int plan_load(Cli *c);                     // kith load DIR
int report_summary(Cli *c);                // kith report summary
int report_scorecard(Cli *c);              // kith report scorecard
int report_reconcile(Cli *c);              // kith report reconcile
int demo_measures(Cli *c);                 // kith demo measures

#endif
