// Mail is a row first. The row asks for a job, and the job sends it once the act is durable (db/jobs.h).
#include "db/outbox.h"

#include <sodium.h>

#include "db/jobs.h"
#include "db/outbox.sql.h"

// Not the whole of RFC 5321: what a header line, an envelope and a mail server could be tricked by.
bool outbox_address(Str address) {
    ptrdiff_t at = str_find(address, S("@"));
    if (at < 1 || (size_t)at + 1 >= address.len || address.len > 254 || !str_utf8(address)) return false;
    for (size_t i = 0; i < address.len; i++) {
        unsigned char c = (unsigned char)address.at[i];
        if (c <= 0x20 || c == 0x7F || strchr("<>()[],;:\\\"", c)) return false;
    }
    return str_find((Str){address.at + at + 1, address.len - (size_t)at - 1}, S("@")) < 0;
}

static Str message_id(Arena *a) {
    uint8_t bytes[16];
    randombytes_buf(bytes, sizeof bytes);
    return str_hex(a, bytes, sizeof bytes);
}

static void send_by_job(Db *db, Instant now, int64_t id) {
    job_add(db, now, S("mail"), str_fmt(db_arena(db), "{\"outbox\":%lld}", (long long)id));
}

void outbox_mail(Db *db, Instant now, Mail m) {
    if (!outbox_address(m.to)) {
        db_fail(db, "mail was written to something that is no address");
        return;
    }
    send_by_job(db, now, outbox_add(db, now, message_id(db_arena(db)), m.to, m.subject, m.text, m.secret,
        m.attachment_name, m.attachment_type, m.attachment));
}

bool outbox_again(Db *db, Instant now, int64_t id) {
    bool failed = outbox_wait(db, id) == 1;
    if (failed) send_by_job(db, now, id);
    return failed;
}
