// What Kith does by itself: one row a kind of job. Their context (db/jobs.h) is the MailWay.
#include "job_kinds.h"

#include "db/audit.h"
#include "web/mail.h"

enum { MINUTE = 60 * 1000, HOUR = 60 * MINUTE };

const JobKind job_kinds[] = {
    // name          about                                              every     write, or run
    {"mail",         "Sends a mail from the outbox",                    0,        .run = mail_job},
    {"audit-seal",   "Ties the ends of all audit chains together",      HOUR,     .write = audit_seal},
};
const size_t n_job_kinds = COUNT(job_kinds);
