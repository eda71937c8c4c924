// The verbs of the plan: each reads its flags, opens the database, and prints what a function of the folder
// made.
#include <stdio.h>

#include "db/migrate.h"
#include "plan/demo.h"
#include "plan/pack.h"
#include "plan/pages/pages.h"
#include "plan/period.h"
#include "plan/plan_cli.h"
#include "plan/reconcile.h"
#include "web/pdf.h"

static int say_no(Str sentence) {
    fprintf(stderr, "kith: %.*s\n", STR_FMT(sentence));
    return 1;
}

// Opened and of the schema's version, or NULL once it has been said why not.
Db *plan_open(Cli *c, bool writes) {
    Str why = {0};
    Db *db = db_open(c->database, writes, &why, c->arena);
    if (!db) {
        say_no(why);
        return NULL;
    }
    db_use(db, c->arena);
    if (writes) why = db_migrate(db, c->arena, db_backup_path(db, c->arena, time_now()));
    else if (db_begin_read(db) && db_version(db) != schema_version())
        why = S("The database has another schema than this program wants. Run: kith migrate");
    if (!why.at) why = db_fault(db);
    if (!why.at) return db;
    say_no(why);
    db_close(db);
    return NULL;
}

int plan_load(Cli *c) {
    if (c->n_words != 1) return cli_wrong("load wants one folder: kith load packs/nottingham");
    Db *db = plan_open(c, true);
    if (!db) return 1;
    Buf out = {.arena = c->arena};
    int code = pack_load_folder(c->arena, db, c->word[0], time_now(), &out);
    fprintf(code ? stderr : stdout, "%.*s", STR_FMT(buf_str(&out)));
    db_close(db);
    return code;
}

static int put(Str text) {
    fwrite(text.at, 1, text.len, stdout);
    return fflush(stdout) ? 1 : 0;
}

// The year that is asked for, or the last one with figures.
static Str asked_year(Cli *c, Db *db) {
    int first;
    Str year = cli_flag(c, "year");
    if (!year.at) year = report_latest_year(db);
    if (!year.at) say_no(S("There are no figures yet. Load a pack first: kith load packs/nottingham"));
    else if (!year_parse(year, &first)) {
        cli_wrong("--year “%.*s” is not a year such as 2013/14", STR_FMT(year));
        return (Str){0};
    }
    return year;
}

static int asked_quarter(Cli *c, Db *db, Str year) {
    Str quarter = cli_flag(c, "quarter");
    int64_t n = quarter.at ? 0 : report_latest_quarter(db, year);
    if (quarter.at && (!str_int(quarter, &n) || n < 1 || n > 4)) {
        cli_wrong("--quarter “%.*s” is not 1, 2, 3 or 4", STR_FMT(quarter));
        return 0;
    }
    return (int)n;
}

static bool nothing_for(const Report *r) {
    if (r->n_lines) return false;
    say_no(S("There is no report for that year. Load a pack that has one: kith load packs/nottingham"));
    return true;
}

static bool known_format(Str format) {
    if (str_eq(format, S("csv")) || str_eq(format, S("json"))) return true;
    cli_wrong("--format “%.*s” is not csv or json", STR_FMT(format));
    return false;
}

static Str format_of(Cli *c) { return cli_has(c, "format") ? cli_flag(c, "format") : S("csv"); }

int report_summary(Cli *c) {
    Str flags = cli_has(c, "flags") ? cli_flag(c, "flags") : S("computed"), format = format_of(c);
    bool printed = str_eq(flags, S("printed"));
    if (!printed && !str_eq(flags, S("computed")))
        return cli_wrong("--flags “%.*s” is not printed or computed", STR_FMT(flags));
    if (!known_format(format)) return 2;
    Db *db = plan_open(c, false);
    if (!db) return 1;
    Str year = asked_year(c, db);
    if (!year.at) return 2;
    Report r = report_build(c->arena, db, (ReportAsk){.year = year, .quarter = 4});
    db_close(db);
    if (nothing_for(&r)) return 1;
    return put(str_eq(format, S("csv")) ? report_summary_csv(c->arena, &r, printed)
                                        : report_summary_json(c->arena, &r, printed));
}

// The page as a document, or that document printed.
static int put_document(Cli *c, const Report *r, Db *db, bool pdf) {
    Str html = live_document(c->arena, db, r, S("")), why;
    db_close(db);
    if (!pdf) return put(html);
    Str chromium = cli_has(c, "chromium") ? cli_flag(c, "chromium") : S("/usr/bin/chromium-headless-shell");
    Str printed = pdf_print(c->arena, chromium, html, &why);
    return printed.len ? put(printed) : say_no(why);
}

int report_scorecard(Cli *c) {
    Str format = format_of(c);
    bool html = str_eq(format, S("html")), pdf = str_eq(format, S("pdf"));
    if (!html && !pdf && !known_format(format)) return 2;
    Db *db = plan_open(c, false);
    if (!db) return 1;
    Str year = asked_year(c, db);
    int quarter = year.at ? asked_quarter(c, db, year) : 0;
    if (!quarter) return 2;
    Report r = report_build(c->arena, db, (ReportAsk){year, quarter, cli_flag(c, "objective"), false});
    if (nothing_for(&r)) return 1;
    if (html || pdf) return put_document(c, &r, db, pdf);
    db_close(db);
    return put(str_eq(format, S("csv")) ? report_scorecard_csv(c->arena, &r)
                                        : report_scorecard_json(c->arena, &r));
}

int report_reconcile(Cli *c) {
    Db *db = plan_open(c, false);
    if (!db) return 1;
    Str year = asked_year(c, db);
    if (!year.at) return 2;
    Reconcile r = reconcile_build(c->arena, db, year);
    db_close(db);
    if (nothing_for(&r.report)) return 1;
    return put(reconcile_text(c->arena, &r));
}

// A whole number within limits, or what it is when it is not given; says what is wrong.
static bool number(Cli *c, const char *flag, int64_t least, int64_t most, int64_t *value) {
    if (!cli_has(c, flag)) return true;
    if (str_int(cli_flag(c, flag), value) && *value >= least && *value <= most) return true;
    cli_wrong("--%s must be a whole number from %lld to %lld", flag, (long long)least, (long long)most);
    return false;
}

int demo_measures(Cli *c) {
    int64_t measures = 10000, quarters = 40, seed = 1;
    if (!number(c, "measures", 1, 100000, &measures) || !number(c, "quarters", 1, 200, &quarters) ||
        !number(c, "seed", 0, INT64_MAX, &seed))
        return 2;
    Db *db = plan_open(c, true);
    if (!db) return 1;
    Str why = demo_fill(c->arena, db, measures, quarters, (uint64_t)seed, time_now());
    db_close(db);
    if (why.at) return say_no(why);
    printf("%lld measures with %lld quarters each.\n", (long long)measures, (long long)quarters);
    return 0;
}
