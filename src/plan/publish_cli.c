// kith report publish: freezes a quarter's report, for scripts and demonstrations. The page does the same.
#include <stdio.h>

#include "plan/period.h"
#include "plan/plan_cli.h"
#include "plan/publish.h"
#include "web/web.h"

static int said(Db *db, int code) {
    if (db_fault(db).at) fprintf(stderr, "kith: %.*s\n", STR_FMT(db_fault(db)));
    db_close(db);
    return code;
}

static void tell(const PublishAsk *ask, const Published *p) {
    printf("Published %.*s quarter %d, number %lld: %zu figures are hidden", STR_FMT(ask->year), ask->quarter,
        (long long)p->number, p->hidden);
    if (p->number > 1) printf(", %zu differ from the number before", p->changed);
    printf(". Fingerprint %.*s\n", STR_FMT(p->sha256));
}

int report_publish(Cli *c) {
    int first;
    int64_t quarter;
    if (!year_parse(cli_flag(c, "year"), &first)) return cli_wrong("--year wants a year such as 2013/14");
    if (!str_int(cli_flag(c, "quarter"), &quarter) || quarter < 1 || quarter > 4)
        return cli_wrong("--quarter wants 1, 2, 3 or 4");
    Db *db = plan_open(c, true);
    if (!db) return 1;
    PublishAsk ask = {cli_flag(c, "year"), (int)quarter, NONE, time_now(), cli_flag(c, "note")};
    db_begin(db);
    Published p = publication_make(c->arena, db, ask);
    if (!p.number && !db_fault(db).at) fprintf(stderr, "kith: %.*s\n", STR_FMT(p.why));
    if (!p.number || db_fault(db).at) return said(db, 1);
    frozen_thaw(db, ask.now);
    if (!db_commit(db)) return said(db, 1);
    tell(&ask, &p);
    return said(db, 0);
}
