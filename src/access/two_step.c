// Two-step sign-in: a key shared with an app, proved by a first code; recovery codes, shown once.
#include "access/own.html.h"
#include "access/within.h"

typedef struct Confirm {
    Str code;
} Confirm;
static const Field fields[] = {
    {FIELD(Confirm, code), .label = S("Code"), .hint = S("The six digits the app shows for this site"),
     .kind = TEXT, .required = true, .max = 10, .width = 10, .autocomplete = "one-time-code",
     .missing = S("Enter the code the app shows")},
};
static const Form form = {S("Set up two-step sign-in"), S("Turn it on"), fields, COUNT(fields)};
static const char here[] = "/account/two-step";

static Reply own_page(Ctx *c, Str title, int status, bool error, const Buf *out) {
    Page p = {
        .title = title, .crumbs = {{S("Your account"), {S("/account")}}}, .error = error, .no_index = true};
    return page_status(c, status, p, out);
}

static bool is_on(const SecondStep *s) { return s && s->confirmed_at != NONE; }

Reply two_step_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    two_step_page(&out, c, is_on(step_find(c->db, c->actor.id)), recovery_left(c->db, c->actor.id),
                  two_step_asked(c, c->actor.id));
    return own_page(c, S("Two-step sign-in"), 200, false, &out);
}

Reply two_step_start(Ctx *c) {
    if (!access_fresh(c)) return access_prove(c, str_from(here));
    if (is_on(step_find(c->db, c->actor.id))) return see_other(c, "%s", here);
    step_start(c->db, c->actor.id, secret_new(c->arena, STEP_SECRET_BYTES), c->now);
    access_audit(c, "two-step.start", "account", c->actor.id, (Str){0});
    return see_other(c, "/account/two-step/set-up");
}

static Reply draw(Ctx *c, const Filled *f, const SecondStep *s, int status) {
    Buf out = {.arena = c->arena};
    Str email = account_find(c->db, c->actor.id)->email;
    Str uri = step_uri(c->arena, s->secret, site_name(c->site), email);
    set_up_page(&out, c, f, step_qr(c->arena, uri), step_key(c->arena, s->secret));
    return own_page(c, S("Set up two-step sign-in"), status, f->n_errors > 0, &out);
}

Reply two_step_set_up(Ctx *c) {
    const SecondStep *s = step_find(c->db, c->actor.id);
    if (!s || is_on(s)) return see_other(c, "%s", here);
    Filled f = form_blank(&form, NULL);
    return draw(c, &f, s, 200);
}

static Reply recovery_codes(Ctx *c) {
    Str codes[RECOVERY_CODES];
    Buf out = {.arena = c->arena};
    recovery_retire(c->db, c->actor.id, c->now);
    for (int i = 0; i < RECOVERY_CODES; i++) {
        codes[i] = recovery_new(c->arena);
        recovery_add(c->db, c->actor.id, recovery_hash(c->arena, c->actor.id, codes[i]), c->now);
    }
    recovery_page(&out, codes, RECOVERY_CODES);
    return own_page(c, S("Your recovery codes"), 200, false, &out);
}

Reply two_step_confirm(Ctx *c) {
    const SecondStep *s = step_find(c->db, c->actor.id);
    Confirm in = {0};
    if (!s || is_on(s)) return see_other(c, "%s", here);
    if (!access_fresh(c)) return access_prove(c, S("/account/two-step/set-up"));
    Filled f = form_read(c, &form, &in);
    int64_t step = f.n_errors ? 0 : step_code_at(c->arena, s->secret, in.code, c->now, 0);
    if (!f.n_errors && !step)
        form_wrong(&f, "code",
                   S("That code is not right. Check that the phone’s clock is, and enter the next code"));
    if (f.n_errors) return draw(c, &f, s, 422);
    if (step_confirm(c->db, c->actor.id, step, c->now) != 1) return status_page(c, 409);
    session_set_up(c->db, c->actor.session, 0);
    access_audit(c, "two-step.on", "account", c->actor.id, (Str){0});
    mail_changed(c, account_find(c->db, c->actor.id), "Two-step sign-in was turned on");
    return recovery_codes(c);
}

Reply two_step_codes(Ctx *c) {
    if (!access_fresh(c)) return access_prove(c, str_from(here));
    if (!is_on(step_find(c->db, c->actor.id))) return see_other(c, "%s", here);
    access_audit(c, "two-step.codes", "account", c->actor.id, (Str){0});
    return recovery_codes(c);
}

Reply two_step_off(Ctx *c) {
    if (!access_fresh(c)) return access_prove(c, str_from(here));
    if (!step_remove(c->db, c->actor.id)) return see_other(c, "%s", here);
    recovery_retire(c->db, c->actor.id, c->now);
    if (two_step_asked(c, c->actor.id)) {
        session_set_up(c->db, c->actor.session, 1);
        sessions_end(c, c->actor.id, c->actor.session);
    }
    access_audit(c, "two-step.off", "account", c->actor.id, (Str){0});
    mail_changed(c, account_find(c->db, c->actor.id), "Two-step sign-in was turned off");
    return see_other_saying(c, S("Two-step sign-in is off"), "%s", here);
}
