// One's own account: name, password, two-step sign-in, and the browsers one is signed in with.
#include "access/own.html.h"
#include "access/within.h"

// Never NULL: what a fault left empty is not sent.
static const Account *me(Ctx *c) {
    static const Account nobody;
    const Account *a = account_find(c->db, c->actor.id);
    return a ? a : &nobody;
}
static const Crumb mine = {S("Your account"), {S("/account")}};

static Reply own_page(Ctx *c, Str title, const Buf *out) {
    return page(c, (Page){.title = title, .crumbs = {mine}, .no_index = true}, out);
}

Reply account_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    const SecondStep *step = step_find(c->db, c->actor.id);
    OwnPage p = {.who = me(c), .roles = role_held(c->db, c->actor.id, date_iso(c->arena, c->today)),
                 .two_step = step && step->confirmed_at != NONE,
                 .sessions = (int64_t)session_live(c->db, c->actor.id, c->now).len};
    own_page_show(&out, c, &p);
    return page(c, (Page){.title = S("Your account"), .no_index = true}, &out);
}

// ---- name -------------------------------------------------------------------------------------------------

typedef struct Rename {
    Str name;
} Rename;
static const Field rename_fields[] = {
    {FIELD(Rename, name), .label = S("Your name"),
     .hint = S("As other people here see it. What you did before keeps the name of the account"),
     .kind = TEXT, .required = true, .max = 100, .autocomplete = "name", .missing = S("Enter your name")},
};
static const Form rename_form = {S("Change your name"), S("Save"), rename_fields, COUNT(rename_fields)};

Reply account_name_edit(Ctx *c) {
    Rename in = {.name = c->actor.name};
    Filled f = form_blank(&rename_form, &in);
    return form_page(c, &f);
}

Reply account_name_save(Ctx *c) {
    Rename in = {0};
    Filled f = form_read(c, &rename_form, &in);
    if (f.n_errors) return form_again(c, &f);
    account_rename(c->db, c->actor.id, in.name);
    access_audit(c, "account.rename", "account", c->actor.id, json_of(c->arena, "was", c->actor.name));
    return see_other_saying(c, S("Your name is changed"), "/account");
}

// ---- password ---------------------------------------------------------------------------------------------

typedef struct Change {
    Str current, password;
} Change;
static const Field change_fields[] = {
    {FIELD(Change, current), .label = S("Password now"), .kind = PASSWORD, .required = true,
     .max = PASSWORD_MOST, .autocomplete = "current-password",
     .missing = S("Enter the password you have now")},
    {FIELD(Change, password), .label = S("New password"),
     .hint = S("12 characters or more. Three words that do not belong together are "
               "easy to remember and hard to guess"),
     .kind = PASSWORD, .required = true, .max = PASSWORD_MOST, .autocomplete = "new-password",
     .missing = S("Enter a new password")},
};
static const Form change_form = {S("Change your password"), S("Save this password"), change_fields,
                                 COUNT(change_fields)};

typedef struct Changed {
    Attempt attempt;
    const Account *who;
    Str hash;
    Begun session;
} Changed;

// Others who were signed in with the old password are signed out.
static bool change(Ctx *c, void *arg) {
    Changed *x = arg;
    attempt_clear(c->db, &x->attempt);
    if (account_rehash(c->db, x->who->id, x->who->password, x->hash) != 1) return false;
    account_set_password(c->db, x->who->id, x->hash, c->now);
    token_retire(c->db, x->who->id, c->now);
    sessions_end(c, x->who->id, NONE);
    x->session = session_begin(c, "in", x->who->id);
    access_audit(c, "password.change", "account", x->who->id, (Str){0});
    mail_changed(c, x->who, "Your password was changed");
    return true;
}

Reply account_password_edit(Ctx *c) {
    if (!me(c)->password.len)
        return see_other_saying(c, S("You sign in without a password here"), "/account");
    Filled f = form_blank(&change_form, NULL);
    return form_page(c, &f);
}

static Reply wrong(Ctx *c, Filled *f, const char *field, int status, Str sentence) {
    form_wrong(f, field, sentence);
    Reply r = form_again(c, f);
    r.status = status;
    return r;
}

Reply account_password_save(Ctx *c) {
    Change in = {0};
    Filled f = form_read(c, &change_form, &in);
    if (f.n_errors) return form_again(c, &f);
    Changed x = {.who = me(c)};
    PasswordCost cost = password_cost(c->db);
    Str fault = password_fault(c->arena, in.password, x.who->email, x.who->name);
    if (fault.at) return wrong(c, &f, "password", 422, fault);
    x.attempt = attempt_of(c, "password", x.who->email, x.who->id);
    if (!attempt_take(c, &x.attempt)) return status_page(c, 500);
    if (x.attempt.again_at) return wrong(c, &f, "current", 429, attempt_sentence(c, &x.attempt));
    if (!password_holds(c->arena, in.current, x.who->password, cost)) {
        audit_guess(c, x.who->id);
        return wrong(c, &f, "current", 422, S("That is not the password you have now"));
    }
    x.hash = password_hash(c->arena, in.password, cost);
    if (!x.hash.len || !write_do(c, change, &x)) return status_page(c, 503);
    Reply r =
        see_other_saying(c, S("Your password is changed. Everywhere else you are signed out"), "/account");
    r.cookie = session_kept_cookie(c, x.session.token);
    return r;
}

// ---- proving it is still you ------------------------------------------------------------------------------

typedef struct Prove {
    Str password, next;
} Prove;
static const Field prove_fields[] = {
    {FIELD(Prove, password), .label = S("Password"),
     .hint = S("What you are about to do matters, so we ask for it again"), .kind = PASSWORD,
     .required = true, .max = PASSWORD_MOST, .autocomplete = "current-password",
     .missing = S("Enter your password")},
    {FIELD(Prove, next), .kind = HIDDEN, .max = 500},
};
static const Form prove_form = {S("Confirm that it is you"), S("Continue"), prove_fields,
                                COUNT(prove_fields)};

typedef struct Proved {
    Attempt attempt;
    Begun session;
} Proved;

static bool proved(Ctx *c, void *arg) {
    Proved *p = arg;
    attempt_clear(c->db, &p->attempt);
    p->session = session_begin(c, "in", c->actor.id);
    access_audit(c, "session.prove", "account", c->actor.id, (Str){0});
    return true;
}

Reply account_prove(Ctx *c) {
    Prove in = {.next = local_path(param(c->query, S("next")))};
    if (!me(c)->password.len) {
        Buf to = {.arena = c->arena};
        html_path(&to, in.next);
        return see_other(c, "/sign-in/oidc?again=1&next=%.*s", STR_FMT(buf_str(&to)));
    }
    Filled f = form_blank(&prove_form, &in);
    return form_page(c, &f);
}

Reply account_prove_now(Ctx *c) {
    Prove in = {0};
    Filled f = form_read(c, &prove_form, &in);
    if (f.n_errors) return form_again(c, &f);
    const Account *who = me(c);
    Proved p = {.attempt = attempt_of(c, "password", who->email, who->id)};
    if (!attempt_take(c, &p.attempt)) return status_page(c, 500);
    if (p.attempt.again_at) return wrong(c, &f, "password", 429, attempt_sentence(c, &p.attempt));
    if (!password_holds(c->arena, in.password, who->password, password_cost(c->db))) {
        audit_guess(c, who->id);
        return wrong(c, &f, "password", 422, S("That is not your password"));
    }
    if (!write_do(c, proved, &p)) return status_page(c, 503);
    Reply r = see_other(c, "%.*s", STR_FMT(way_from(&p.session, in.next)));
    r.cookie = session_kept_cookie(c, p.session.token);
    return r;
}

// ---- sessions ---------------------------------------------------------------------------------------------

Reply account_sessions(Ctx *c) {
    Buf out = {.arena = c->arena};
    sessions_page(&out, c, session_live(c->db, c->actor.id, c->now));
    return own_page(c, S("Where you are signed in"), &out);
}

Reply account_session_end(Ctx *c) {
    int64_t id = part_int(c, 0);
    if (!session_end_own(c->db, id, c->actor.id, c->now)) return status_page(c, 404);
    access_audit(c, "session.end", "session", id, (Str){0});
    return see_other_saying(c, S("That browser is signed out"),
                            id == c->actor.session ? "/" : "/account/sessions");
}

Reply account_sessions_end(Ctx *c) {
    sessions_end(c, c->actor.id, c->actor.session);
    access_audit(c, "session.end-others", "account", c->actor.id, (Str){0});
    return see_other_saying(c, S("You are signed out everywhere but here"), "/account/sessions");
}
