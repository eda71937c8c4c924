// What cannot be taken back (mail) is written in the same transaction as the act and sent after it.
#ifndef KITH_OUTBOX_H
#define KITH_OUTBOX_H

#include "db/db.h"

typedef struct Mail {
    Str to, subject, text;                 // plain text; one address
    Str attachment_name, attachment_type, attachment;   // absent: none
} Mail;
void outbox_mail(Db *db, Instant now, Mail m);     // inside a write

#endif
