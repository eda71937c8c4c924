// Sending what the outbox holds: by SMTP, or, with none set up, as .eml files that any mail program opens.
#ifndef KITH_MAIL_H
#define KITH_MAIL_H

#include "db/jobs.h"
#include "web/settings.h"
#include "web/web.h"

typedef struct MailWay {
    Str url;                               // "smtp://host:587" (STARTTLS), "smtps://host:465"; absent: files
    Str user, password;                    // absent: none
    const Site *site;                      // whose name mail comes from
    Str from;                              // "kith@city.example"
    Str ca;                                // file of certificates to trust; absent: the system's
    bool plain;                            // send without TLS: for a relay on the same machine
    Str dir;                               // "data/outbox"
} MailWay;
// From the settings, and the password from KITH_SMTP_PASSWORD or the file. *ret_why is a sentence when they
// make no sense.
bool mail_way(Arena *a, const Settings *s, const Site *site, MailWay *ret, Str *ret_why);

JobEnd mail_job(JobRun *run);              // a job kind's run; the context is a MailWay

// The message as it goes over the wire (RFC 5322, MIME); for the tests.
typedef struct MailParts {
    Str message_id, to, subject, text;
    Instant at;
    Str attachment_name, attachment_type, attachment;
} MailParts;
Str mail_message(Arena *a, const MailWay *way, MailParts m);

#endif
