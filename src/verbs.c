// The command line: one row a verb, with examples that the tests run (test/verbs_test.c). An example's line
// “…” stands for anything. The functions are in the folders of their features.
#include "verbs.h"

#include <stdio.h>

#include "access/verbs.h"
#include "db/verbs.h"
#include "docs.h"
#include "site.h"
#include "web/settings.h"
#include "plan/entry/verbs.h"
#include "plan/plan_cli.h"

static int version(Cli *c) {
    (void)c;
    puts("kith 0.1.0");
    return 0;
}

const Verb verbs[] = {
    {"version", "", "Says which Kith this is.", "$ kith version\nkith 0.1.0", version},
    {"serve", settings_usage, settings_about, "", verb_serve},
    {"init", "", "Makes the database, empty, or brings an older one up to date.",
     "$ kith init\nThe database is ready: sqlite:data/kith.db (schema …).\n", verb_init},
    {"migrate", "", "Brings an older database up to date, after a backup beside it.",
     "$ kith migrate\nNothing to do: …\n", verb_migrate},
    {"audit verify", "[--head HEAD]", "Proves that the audit log is whole, or names the rows that are not.",
     "$ kith audit verify\n"
     "The audit log is whole: 0 rows in 0 chains, 0 seals.\n",
     verb_audit_verify},
    {"audit head", "",
     "Prints the end of each audit chain: keep it elsewhere, and give it to audit verify later.",
     "$ kith audit head\nNothing has been written yet.\n", verb_audit_head},
    {"backup", "FILE [--force]", "Copies the database into a file while others use it.",
     "$ kith backup kith-backup.db\nCopied to kith-backup.db (…).\n", verb_backup},
    {"restore", "FILE [--force]",
     "Puts a backup in the place of the database; the program must not be running.",
     "$ kith backup kith-backup.db --force\nCopied to kith-backup.db (…).\n"
     "$ kith restore kith-backup.db --force\n…\n",
     verb_restore},
    {"jobs", "", "Shows the work that comes round, that waits, and that was given up.",
     "$ kith jobs\nThere are no jobs yet.\n", verb_jobs},
    {"user add", "EMAIL --name NAME --agency NAME --role ROLE",
     "Makes an account that can sign in; the password is asked for, or is the first line of what is "
     "piped in.",
     "$ kith user add ada@example.org --role administrator < password.txt\nada@example.org can sign "
     "in.\n",
     verb_user_add},
    {"user list", "[--count] --role ROLE", "Lists the people with accounts, or counts them.",
     "$ kith user list --count\n0\n", verb_user_list},
    {"user role", "EMAIL --give ROLE --take ROLE [--force]",
     "Gives somebody a role from today, or takes it away from now; the last administrator only with --force.",
     "$ kith user add ada@example.org < password.txt\n…\n$ kith user role ada@example.org --give "
     "viewer\nada@example.org…open…viewer\n",
     verb_user_role},
    {"user deactivate", "EMAIL [--undo] [--force]",
     "Closes an account and signs it out everywhere; opens it again with --undo. The last administrator only "
     "with --force.",
     "$ kith user add ada@example.org < password.txt\n…\n"
     "$ kith user deactivate ada@example.org\nada@example.org…closed…\n",
     verb_user_deactivate},
    {"user password", "EMAIL",
     "Sets a password, asked for as in user add, and signs the person out everywhere.",
     "$ kith user add ada@example.org < password.txt\n…\n"
     "$ kith user password ada@example.org < password.txt\nada@example.org has a new password and is "
     "signed out everywhere.\n",
     verb_user_password},
    {"setting", "[NAME] [VALUE]",
     "Lists the settings, or sets one; a value left out is asked for without echo, or piped in.",
     "$ kith setting session.hours 8\nsession.hours is set.\n", verb_setting},
    {"demo", "--seed S --children N",
     "Makes demonstration accounts, teams and fictional families, and prints new passwords, where no real "
     "person has an account; with --children a city of made-up children besides.",
     "$ kith demo --seed 1\nDemonstration accounts: email address, password, role\n…\n", entry_demo},
    {"load", "DIR", "Checks a pack and loads it; changes nothing where anything is wrong or nothing differs.",
     "$ kith load packs/nottingham\n…\n", plan_load},
    {"report summary", "--year YEAR --flags printed|computed --format csv|json",
     "Prints the summary table of a year's report: a row an objective, then overall.",
     "$ kith load packs/nottingham\n…\n$ kith report summary --year 2013/14 --flags printed --format csv\n"
     "objective,no_pis,no_better_equal,pct_better_equal,no_with_targets,no_target_met,pct_target_met\n"
     "2014-S1,24,4,16.7%,12,5,41.7%\n…\noverall,111,62,55.9%,47,23,48.9%\n",
     report_summary},
    {"report scorecard",
     "--year YEAR --quarter N --objective CODE --format csv|json|html|pdf [--chromium FILE]",
     "Prints a report line by line with both judgements and why.",
     "$ kith load packs/nottingham\n…\n$ kith report scorecard --year 2013/14 --quarter 4 --format "
     "csv\n…\n",
     report_scorecard},
    {"report reconcile", "--year YEAR",
     "Shows every mark that a report printed and its own figures do not bear out, with the reason.",
     "$ kith load packs/nottingham\n…\n$ kith report reconcile --year 2013/14\n"
     "Better or equal: printed and computed agree on 103 of 112 lines.\n"
     "Target met: they agree on 105 of 112 lines.\n…\n",
     report_reconcile},
    {"report publish", "--year YEAR --quarter N [--note TEXT]",
     "Publishes a report: from then on it never changes; a later one of the same quarter is its next "
     "number.",
     "$ kith load packs/nottingham\n…\n$ kith report publish --year 2013/14 --quarter 4\n"
     "Published 2013/14 quarter 4, number 1: 0 figures are hidden. Fingerprint …\n",
     report_publish},
    {"docs access", "", "Prints who may do what, as docs/access.md has it.",
     "$ kith docs access\n# Who may do what\n…\n", verb_docs_access},
    {"demo measures", "--measures N --quarters M --seed S",
     "Makes up a plan of any size, to measure how pages grow.",
     "$ kith demo measures --measures 20 --quarters 8 --seed 1\n20 measures with 8 quarters "
     "each.\n",
     demo_measures},
};
const size_t n_verbs = COUNT(verbs);
