// What cannot be taken back (mail) is written in the same transaction as the act and sent after it.
#ifndef KITH_OUTBOX_H
#define KITH_OUTBOX_H

#include "db/db.h"

typedef struct Mail {
    Str to, subject, text;                 // plain text; one address
    Str attachment_name, attachment_type, attachment;   // absent: none
    Str secret;    // a part of the text that is taken out once the mail is sent, or absent
} Mail;
// Inside a write. An address that could not be one faults: forms check addresses before.
void outbox_mail(Db *db, Instant now, Mail m);
// Inside a write: what was given up is tried anew. False: it was not given up.
bool outbox_again(Db *db, Instant now, int64_t id);
bool outbox_address(Str address);          // one address, without anything that could end a header line

#endif
