// kith demo: the demonstration's people, and lines of the plan for the one who enters figures.
#include "access/verbs.h"
#include "plan/entry/entry.sql.h"
#include "plan/entry/verbs.h"
#include "plan/plan_cli.h"

int entry_demo(Cli *c) {
    int code = verb_demo(c);
    if (code) return code;
    Db *db = plan_open(c, true);
    if (!db) return 1;
    db_begin(db);
    entry_demo_lines(db);
    bool kept = db_commit(db);
    db_close(db);
    return kept ? 0 : 1;
}
