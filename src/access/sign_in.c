// Signing in: a password, then a code where the person has set that up. Every answer to a stranger is the
// same whether the account exists or not, in words and in work.
#include "access/sign_in.html.h"
#include "access/within.h"
#include "base/json.h"

typedef struct SignIn {
    Str email, password, next;
} SignIn;
static const Field fields[] = {
    {FIELD(SignIn, email), .label = S("Email address"),
     .hint = S("Or the name you chose, if you have a page of your own"), .kind = TEXT, .required = true,
     .autocomplete = "username", .missing = S("Enter your email address")},
    {FIELD(SignIn, password), .label = S("Password"), .kind = PASSWORD, .required = true,
     .autocomplete = "current-password", .missing = S("Enter your password")},
    {FIELD(SignIn, next), .kind = HIDDEN, .max = 500},
};
static const Form form = {S("Sign in"), S("Sign in"), fields, COUNT(fields)};

PasswordCost password_cost(Db *db) {
    return (PasswordCost){setting_int(db, "password.memory_mib"), setting_int(db, "password.passes")};
}

Str way_in(Str next) {
    Str path = local_path(next);
    return path.len ? path : S("/office");
}

Str way_from(const Begun *b, Str next) { return b->set_up ? S("/account/two-step") : way_in(next); }

void audit_by(Ctx *c, int64_t actor, const char *act, const char *subject, int64_t subject_id, Str detail) {
    audit_add(c->db, (AuditRow){.at = c->now,
                                .actor = actor ? actor : NONE,
                                .act = str_from(act),
                                .subject = str_from(subject),
                                .subject_id = subject_id,
                                .detail = detail});
}

void access_audit(Ctx *c, const char *act, const char *subject, int64_t subject_id, Str detail) {
    audit_by(c, c->actor.id, act, subject, subject_id, detail);
}

Str json_of(Arena *a, const char *key, Str value) {
    Buf out = {.arena = a};
    Json j = {.out = &out};
    json_open(&j, '{');
    json_key(&j, str_from(key));
    json_str(&j, value);
    json_close(&j, '}');
    return buf_str(&out);
}

// ---- the first step: email address and password -----------------------------------------------------------

static Reply draw(Ctx *c, const Filled *f, int status) {
    Buf out = {.arena = c->arena};
    Str provider = setting_text(c->db, "oidc.issuer").len ? setting_text(c->db, "oidc.label") : (Str){0};
    SignInPage p = {.form = f,
                    .next = local_path(f->value[2]),
                    .provider = provider,
                    .contact = setting_text(c->db, "site.contact"),
                    .demonstration = account_demonstration(c->db, date_iso(c->arena, c->today))};
    sign_in_page(&out, c, &p);
    return page_status(c, status, (Page){.title = S("Sign in"), .error = f->n_errors > 0, .no_index = true},
                       &out);
}

Reply sign_in_show(Ctx *c) {
    SignIn in = {.next = local_path(param(c->query, S("next")))};
    if (c->actor.id) return see_other(c, "%.*s", STR_FMT(way_in(in.next)));
    Filled f = form_blank(&form, &in);
    return draw(c, &f, 200);
}

typedef struct Entry {
    Attempt attempt;
    int64_t account;
    Str password, rehashed;    // as it was stored when it was checked; at today's cost, or absent
    bool code;                                       // a second step is to come
    Begun session;
} Entry;

// The account may have been closed, or its password changed, while the hash was computed: look again.
static bool enter(Ctx *c, void *arg) {
    Entry *e = arg;
    const Account *who = account_find(c->db, e->account);
    if (!account_open(who) || !str_eq(who->password, e->password)) return false;
    if (e->rehashed.len) account_rehash(c->db, who->id, who->password, e->rehashed);
    const SecondStep *step = step_find(c->db, who->id);
    e->code = step && step->confirmed_at != NONE;
    attempt_clear(c->db, &e->attempt);
    e->session = session_begin(c, e->code ? "code" : "in", who->id);
    audit_by(c, who->id, e->code ? "session.password" : "session.begin", "account", who->id, (Str){0});
    return true;
}

static bool refuse(Ctx *c, void *arg) {
    audit_by(c, 0, "session.refuse", "account", *(int64_t *)arg, (Str){0});
    return true;
}

void audit_guess(Ctx *c, int64_t account) { write_do(c, refuse, &account); }

static Reply refused(Ctx *c, Filled *f, int64_t account) {
    audit_guess(c, account);
    form_wrong(f, "password",
               S("The email address or password is not right. Check both, or ask for a new password below"));
    return draw(c, f, 422);
}

static Reply slow_down(Ctx *c, Filled *f, const Attempt *at, const char *field) {
    form_wrong(f, field, attempt_sentence(c, at));
    Reply r = draw(c, f, 429);
    return r;
}

static Reply entered(Ctx *c, const Entry *e, Str next) {
    Buf to = {.arena = c->arena};
    html_path(&to, local_path(next));
    Reply r = e->code ? see_other(c, "/sign-in/code?next=%.*s", STR_FMT(buf_str(&to)))
                      : see_other(c, "%.*s", STR_FMT(way_from(&e->session, next)));
    r.cookie = session_kept_cookie(c, e->session.token);
    return r;
}

Reply sign_in_enter(Ctx *c) {
    SignIn in = {0};
    Filled f = form_read(c, &form, &in);
    if (f.n_errors) return draw(c, &f, 422);
    Str email = email_key(c->arena, in.email);
    const Account *who = account_by_email(c->db, email);
    PasswordCost cost = password_cost(c->db);
    Entry e = {.attempt = attempt_of(c, "password", email, who ? who->id : NONE)};
    if (!attempt_take(c, &e.attempt)) return status_page(c, 500);
    if (e.attempt.again_at) return slow_down(c, &f, &e.attempt, "email");
    bool right = password_holds(c->arena, in.password, account_open(who) ? who->password : (Str){0}, cost);
    if (!right) return refused(c, &f, who ? who->id : NONE);
    e.account = who->id;
    e.password = who->password;
    if (password_outdated(c->arena, who->password, cost))
        e.rehashed = password_hash(c->arena, in.password, cost);
    if (!write_do(c, enter, &e)) return refused(c, &f, who->id);
    return entered(c, &e, in.next);
}

// ---- the second step: a code from the app, or a recovery code ---------------------------------------------

typedef struct Code {
    Str code, next;
} Code;
static const Field code_fields[] = {
    {FIELD(Code, code), .label = S("Code"),
     .hint = S("Six digits from your app, or one of your recovery codes"), .kind = TEXT, .required = true,
     .max = 40, .width = 20, .autocomplete = "one-time-code", .missing = S("Enter the code from your app")},
    {FIELD(Code, next), .kind = HIDDEN, .max = 500},
};
static const Form code_form = {S("Enter your code"), S("Continue"), code_fields, COUNT(code_fields)};

// The half-way session of this browser, or NULL.
static const Session *half_way(Ctx *c) {
    const Session *s = c->actor.id || !c->actor.session ? NULL : session_find(c->db, c->actor.session);
    return s && str_eq(s->stage, S("code")) && s->ended_at == NONE && s->expires_at > c->now ? s : NULL;
}

static Reply too_late(Ctx *c) {
    return see_other_saying(c, S("Too much time has passed since you gave your password. Sign in again"),
                            "/sign-in");
}

Reply sign_in_code_show(Ctx *c) {
    if (!half_way(c)) return too_late(c);
    Code in = {.next = local_path(param(c->query, S("next")))};
    Filled f = form_blank(&code_form, &in);
    return form_page(c, &f);
}

typedef struct CodeEntry {
    Attempt attempt;
    const Session *half;
    Str typed;
    bool recovery;
    Begun session;
} CodeEntry;

static bool code_holds(Ctx *c, int64_t account, Str typed, bool *ret_recovery) {
    const SecondStep *step = step_find(c->db, account);
    if (!step || step->confirmed_at == NONE) return false;
    int64_t at = step_code_at(c->arena, step->secret, typed, c->now, step->last_step);
    if (at) return step_use(c->db, account, at) == 1;
    Str code = recovery_read(c->arena, typed);
    *ret_recovery = true;
    return code.at && recovery_use(c->db, account, recovery_hash(c->arena, account, code), c->now) == 1;
}

static bool complete(Ctx *c, void *arg) {
    CodeEntry *e = arg;
    int64_t account = e->half->account_id;
    if (!account_open(account_find(c->db, account)) || !code_holds(c, account, e->typed, &e->recovery))
        return false;
    if (session_end(c->db, e->half->id, c->now) != 1) return false;
    attempt_clear(c->db, &e->attempt);
    e->session = session_begin(c, "in", account);
    audit_by(c, account, "session.begin", "account", account,
             json_of(c->arena, "with", e->recovery ? S("recovery code") : S("code")));
    if (e->recovery) mail_changed(c, account_find(c->db, account), "A recovery code was used to sign in");
    return true;
}

static Reply code_wrong(Ctx *c, Filled *f, int status, Str sentence) {
    form_wrong(f, "code", sentence);
    Reply r = form_again(c, f);
    r.status = status;
    return r;
}

static Reply completed(Ctx *c, const CodeEntry *e, Str next) {
    Reply r = see_other(c, "%.*s", STR_FMT(way_in(next)));
    if (e->recovery)
        r = see_other_saying(c,
                             S("That recovery code is used up. If your phone is lost, turn two-step sign-in "
                               "off and on again"),
                             "/account/two-step");
    r.cookie = session_kept_cookie(c, e->session.token);
    return r;
}

Reply sign_in_code_enter(Ctx *c) {
    CodeEntry e = {.half = half_way(c)};
    Code in = {0};
    if (!e.half) return too_late(c);
    Filled f = form_read(c, &code_form, &in);
    if (f.n_errors) return form_again(c, &f);
    Str whom = str_fmt(c->arena, "%lld", (long long)e.half->account_id);
    e.attempt = attempt_of(c, "code", whom, e.half->account_id);
    e.typed = in.code;
    if (!attempt_take(c, &e.attempt)) return status_page(c, 500);
    if (e.attempt.again_at) return code_wrong(c, &f, 429, attempt_sentence(c, &e.attempt));
    if (write_do(c, complete, &e)) return completed(c, &e, in.next);
    audit_guess(c, e.half->account_id);
    return code_wrong(c, &f, 422,
                      S("That code is not right, or was used before. Wait for the next one and enter that"));
}

// ---- out --------------------------------------------------------------------------------------------------

Reply sign_out_ask(Ctx *c) {
    Buf out = {.arena = c->arena};
    sign_out_page(&out, c);
    return page(c, (Page){.title = S("Sign out"), .no_index = true}, &out);
}

Reply sign_out_now(Ctx *c) {
    if (c->actor.id && session_end(c->db, c->actor.session, c->now))
        access_audit(c, "session.end", "account", c->actor.id, (Str){0});
    return see_other_saying(c, S("You are signed out"), "/");
}
