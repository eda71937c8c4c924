// What Kith does by itself: one row a kind of job. Their context (db/jobs.h) is the MailWay.
#include "job_kinds.h"

#include "access/access.h"
#include "access/oidc.sql.h"
#include "access/session.sql.h"
#include "access/sign_in.sql.h"
#include "db/audit.h"
#include "pathway/contact/contact.h"
#include "pathway/step/dispute.h"
#include "pathway/plan/episode.h"
#include "pathway/plan/untold.h"
#include "web/mail.h"

enum { MINUTE = 60 * 1000, HOUR = 60 * MINUTE };
static const int64_t day = 24 * (int64_t)HOUR;

// Journeys to a provider go first, for sessions they point at stay.
static void sweep(Db *db, Instant now) {
    oidc_sweep(db, now - day);
    session_sweep(db, now - ACCESS_KNOWN_DAYS * day);
    throttle_sweep(db, now - 7 * day);
}

// Letters have addresses in them, which the way mail goes knows.
static void remind_now(Db *db, JobRun *run, JobEnd end) {
    if (end == JOB_DONE) plan_remind(db, ((const MailWay *)run->context)->site, run->now);
}

static JobEnd remind(JobRun *run) {
    run->mark = remind_now;
    return JOB_DONE;
}

// What waits with somebody who has left is looked for outside the writer, and handed on inside.
static void hand_on(Db *db, JobRun *run, JobEnd end) {
    if (end != JOB_DONE) return;
    words_found(db, run->args, run->now);
    checks_go_on(db, run->now);
}

static JobEnd astray(JobRun *run) {
    run->args = words_astray(run->db, run->arena, run->now);
    run->mark = hand_on;
    return JOB_DONE;
}

const JobKind job_kinds[] = {
    // name          about                                              every     write, or run
    {"mail",         "Sends a mail from the outbox",                    0,        .run = mail_job},
    {"audit-seal",   "Ties the ends of all audit chains together",      HOUR,     .write = audit_seal},
    {"plan-remind",  "Reminds people of actions that are theirs to do", HOUR,     .run = remind},
    {"dispute-late", "Tells who leads of disagreements past their time", MINUTE, .write = dispute_remind},
    {"hand-on",      "Hands what waits with somebody who left to another", HOUR, .run = astray},
    {"sweep",        "Deletes sessions and sign-in tries long over",    HOUR,     .write = sweep},
};
const size_t n_job_kinds = COUNT(job_kinds);
