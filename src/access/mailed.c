// What comes by mail: an invitation to take up, a link to set a new password. Each link works once. Asking
// for one answers the same whether there is an account or not.
#include "access/mailed.html.h"
#include "access/within.h"

enum { HOUR = 60 * 60 * 1000, MAILS_AN_HOUR = 3 };

// ---- asking for a link ------------------------------------------------------------------------------------

typedef struct Forgot {
    Str email;
} Forgot;
static const Field forgot_fields[] = {
    {FIELD(Forgot, email), .label = S("Email address"),
     .hint = S("We will send a link that lets you set a new password"), .kind = EMAIL, .required = true,
     .autocomplete = "username", .missing = S("Enter your email address")},
};
static const Form forgot_form = {S("Set a new password"), S("Send me a link"), forgot_fields,
                                 COUNT(forgot_fields)};

Reply password_forgot_show(Ctx *c) {
    Filled f = form_blank(&forgot_form, NULL);
    return form_page(c, &f);
}

// Something is written whether there is an account or not: how long the answer takes tells nobody which.
static void send_link(Ctx *c, const Account *who) {
    audit_by(c, 0, "password.ask", "account", who ? who->id : NONE, (Str){0});
    if (!who || who->deactivated_at != NONE) return;
    if (token_sent_since(c->db, who->id, c->now - HOUR) >= MAILS_AN_HOUR) return;
    if (who->activated_at == NONE) {
        mail_invitation(c, who, site_name(c->site));
    } else {
        mail_reset(c, who);
    }
}

Reply password_forgot_send(Ctx *c) {
    Forgot in = {0};
    Filled f = form_read(c, &forgot_form, &in);
    if (f.n_errors) return form_again(c, &f);
    send_link(c, account_by_email(c->db, email_key(c->arena, in.email)));
    Buf out = {.arena = c->arena};
    link_sent_page(&out, in.email);
    return page(c, (Page){.title = S("Check your email"), .no_index = true}, &out);
}

// ---- using a link -----------------------------------------------------------------------------------------

typedef struct Mailed {
    const Token *token;
    const Account *who;
} Mailed;

// What the link in the address stands for; who is NULL when it no longer works.
static Mailed mailed(Ctx *c, const char *purpose) {
    Str secret = {0};
    Mailed none = {0};
    if (!secret_read(c->arena, c->part[0], &secret)) return none;
    const Token *t = token_find(c->db, str_from(purpose), secret_hash(c->arena, str_from(purpose), secret));
    if (!t || t->used_at != NONE || t->expires_at <= c->now) return none;
    const Account *who = account_find(c->db, t->account_id);
    return who && who->deactivated_at == NONE ? (Mailed){t, who} : none;
}

static Reply lapsed(Ctx *c, bool invitation) {
    Buf out = {.arena = c->arena};
    link_lapsed_page(&out, invitation);
    return page_status(c, 410, (Page){.title = S("This link no longer works"), .no_index = true}, &out);
}

typedef struct NewPassword {
    Str name, password;
} NewPassword;
#define PASSWORD_HINT                                                                                        \
    S("12 characters or more. Three words that do not belong together are easy to remember and hard to "     \
      "guess")
static const Field reset_fields[] = {
    {FIELD(NewPassword, password), .label = S("New password"), .hint = PASSWORD_HINT, .kind = PASSWORD,
     .required = true, .max = PASSWORD_MOST, .autocomplete = "new-password",
     .missing = S("Enter a new password")},
};
static const Form reset_form = {S("Set a new password"), S("Save this password"), reset_fields,
                                COUNT(reset_fields)};
static const Field invitation_fields[] = {
    {FIELD(NewPassword, name), .label = S("Your name"), .hint = S("As other people here will see it"),
     .kind = TEXT, .required = true, .max = 100, .autocomplete = "name", .missing = S("Enter your name")},
    {FIELD(NewPassword, password), .label = S("Password"), .hint = PASSWORD_HINT, .kind = PASSWORD,
     .required = true, .max = PASSWORD_MOST, .autocomplete = "new-password",
     .missing = S("Enter a password")},
};
static const Form invitation_form = {S("Take up your invitation"), S("Save and sign in"), invitation_fields,
                                     COUNT(invitation_fields)};

typedef struct Taken {
    Mailed m;
    Str name, hash;
    Begun session;
} Taken;

static bool reset(Ctx *c, void *arg) {
    Taken *t = arg;
    int64_t id = t->m.who->id;
    if (token_use(c->db, t->m.token->id, c->now) != 1 ||
        account_set_password(c->db, id, t->hash, c->now) != 1)
        return false;
    token_retire(c->db, id, c->now);
    sessions_end(c, id, NONE);
    audit_by(c, id, "password.reset", "account", id, (Str){0});
    mail_changed(c, t->m.who, "Your password was changed");
    return true;
}

Reply password_reset_show(Ctx *c) {
    if (!mailed(c, "reset").who) return lapsed(c, false);
    Filled f = form_blank(&reset_form, NULL);
    return form_page(c, &f);
}

// Reads the password of either form; a fault in it is an error of the form.
static Filled read_password(Ctx *c, const Form *form, const Account *who, NewPassword *in) {
    Filled f = form_read(c, form, in);
    if (f.n_errors) return f;
    Str wrong = password_fault(c->arena, in->password, who->email, in->name.len ? in->name : who->name);
    if (wrong.at) form_wrong(&f, "password", wrong);
    return f;
}

Reply password_reset_save(Ctx *c) {
    Taken t = {.m = mailed(c, "reset")};
    NewPassword in = {0};
    if (!t.m.who) return lapsed(c, false);
    Filled f = read_password(c, &reset_form, t.m.who, &in);
    if (f.n_errors) return form_again(c, &f);
    t.hash = password_hash(c->arena, in.password, password_cost(c->db));
    if (!t.hash.len) return status_page(c, 503);
    if (!write_do(c, reset, &t)) return lapsed(c, false);
    return see_other_saying(c, S("Your new password is saved. Sign in with it"), "/sign-in");
}

static bool take_up(Ctx *c, void *arg) {
    Taken *t = arg;
    int64_t id = t->m.who->id;
    if (token_use(c->db, t->m.token->id, c->now) != 1 || account_activate(c->db, id, t->name, c->now) != 1)
        return false;
    account_set_password(c->db, id, t->hash, c->now);
    t->session = session_begin(c, "in", id);
    audit_by(c, id, "account.accept", "account", id, (Str){0});
    return true;
}

Reply invitation_show(Ctx *c) {
    Mailed m = mailed(c, "invitation");
    if (!m.who) return lapsed(c, true);
    NewPassword in = {.name = m.who->name};
    Filled f = form_blank(&invitation_form, &in);
    return form_page(c, &f);
}

Reply invitation_take(Ctx *c) {
    Taken t = {.m = mailed(c, "invitation")};
    NewPassword in = {0};
    if (!t.m.who) return lapsed(c, true);
    Filled f = read_password(c, &invitation_form, t.m.who, &in);
    if (f.n_errors) return form_again(c, &f);
    t.name = in.name;
    t.hash = password_hash(c->arena, in.password, password_cost(c->db));
    if (!t.hash.len) return status_page(c, 503);
    if (!write_do(c, take_up, &t)) return lapsed(c, true);
    Reply r = see_other_saying(c, S("Welcome. Your account is ready"), "%.*s",
                               STR_FMT(way_from(&t.session, S(""))));
    r.cookie = session_kept_cookie(c, t.session.token);
    return r;
}
