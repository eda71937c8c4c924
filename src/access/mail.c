// The mails of accounts. Each says who it is from, what happened, what to do, and what to do if it was not
// them.
#include <inttypes.h>

#include "access/within.h"

Str email_key(Arena *a, Str email) {
    Str s = str_trim(email);
    char *at = arena_new(a, char, s.len);
    for (size_t i = 0; i < s.len; i++)
        at[i] = s.at[i] >= 'A' && s.at[i] <= 'Z' ? (char)(s.at[i] | 32) : s.at[i];
    return (Str){at, s.len};
}

static Str token_made(Ctx *c, const char *purpose, int64_t account, Instant lasts) {
    Str secret = secret_new(c->arena, SECRET_BYTES);
    token_retire(c->db, account, c->now);
    token_add(c->db, str_from(purpose), account, secret_hash(c->arena, str_from(purpose), secret), c->now,
              c->now + lasts);
    return secret_link(c->arena, secret);
}

// `link`: the secret of the link in it, or absent.
static void send(Ctx *c, const Account *who, Str subject, Str text, Str link) {
    outbox_mail(c->db, c->now, (Mail){.to = who->email, .subject = subject, .text = text, .secret = link});
}

void mail_invitation(Ctx *c, const Account *who, Str inviter) {
    int64_t days = setting_int(c->db, "invitation.days");
    Str link = token_made(c, "invitation", who->id, days * 24 * 60 * 60 * 1000), site = site_name(c->site);
    send(c, who, str_fmt(c->arena, "Your invitation to %.*s", STR_FMT(site)),
         str_fmt(c->arena,
                 "Hello %.*s\n\n%.*s has invited you to %.*s, at %.*s.\n\nTo set a password and come in, "
                 "open this address:\n\n%.*s/invitation/%.*s\n\nIt works once, until %.*s.\n\nIf you did "
                 "not expect this, you need do nothing: without you the invitation lapses.\n",
                 STR_FMT(who->name), STR_FMT(inviter), STR_FMT(site), STR_FMT(c->site->base_url),
                 STR_FMT(c->site->base_url), STR_FMT(link),
                 STR_FMT(instant_text(c->arena, c->now + days * 24 * 60 * 60 * 1000))),
         link);
}

void mail_reset(Ctx *c, const Account *who) {
    int64_t minutes = setting_int(c->db, "reset.minutes");
    Str link = token_made(c, "reset", who->id, minutes * 60 * 1000), site = site_name(c->site);
    send(c, who, str_fmt(c->arena, "Set a new password for %.*s", STR_FMT(site)),
         str_fmt(c->arena,
                 "Hello %.*s\n\nSomebody, probably you, asked to set a new password for your account on "
                 "%.*s.\n\nTo do so, open this address:\n\n%.*s/password/reset/%.*s\n\n"
                 "It works once, for %" PRId64 " minutes.\n\n"
                 "If it was not you, you need do nothing: your password stays as it is.\n",
                 STR_FMT(who->name), STR_FMT(site), STR_FMT(c->site->base_url), STR_FMT(link), minutes),
         link);
}

void mail_changed(Ctx *c, const Account *who, const char *what) {
    Str site = site_name(c->site);
    send(c, who, str_fmt(c->arena, "%s on %.*s", what, STR_FMT(site)),
         str_fmt(c->arena,
                 "Hello %.*s\n\n%s on %.*s, on %.*s.\n\nIf that was you, there is nothing to do. If it was "
                 "not, set a new password at once:\n\n%.*s/password/forgot\n\nand tell whoever looks after "
                 "accounts where you work.\n",
                 STR_FMT(who->name), what, STR_FMT(site), STR_FMT(instant_text(c->arena, c->now)),
                 STR_FMT(c->site->base_url)),
         (Str){0});
}
