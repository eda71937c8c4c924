// The order of a request is the order of this file: is there such an address, did the body come in whole, who
// is it, was the form ours, may they; only then the handler, and after it one look whether anything went
// wrong.
#include <sodium.h>
#include <unistd.h>

#include "web/dispatch.h"
#include "web/guard.h"
#include "web/status.h"

static Turn *turn_of(const Ctx *c) { return c->job; }

void turn_route(Turn *t) {
    t->match = route_match(t->site, t->request->arena, t->request->verb, t->request->target);
}

static void ctx_start(Turn *t, Db *db) {
    Request *r = t->request;
    t->ctx = (Ctx){
        .arena = r->arena,
        .db = db,
        .site = t->site,
        .now = r->now,
        .today = date_of(r->now),
        .method = str_eq(r->verb, S("POST")) ? POST : GET,
        .path = t->match.path,
        .query = {.at = NULL},
        .form = r->form,
        .n_uploads = r->n_uploads,
        .uploads = r->uploads,
        .request_id = r->id,
        .address = r->address,
        .agent = r->agent,
        .job = t,
    };
    memcpy(t->ctx.part, t->match.part, sizeof t->ctx.part);
    if (db) db_use(db, r->arena);
}

// The browser's own secret: its session's, or that of a visitor; a new one is only sent with a page that uses
// it.
static void know_browser(Turn *t) {
    Ctx *c = &t->ctx;
    Str cookies = t->request->cookie;
    c->token = token_read(c->arena, cookie_find(cookies, cookie_name_session(t->site)));
    t->anonymous = !c->token.at;
    t->visitor = token_read(c->arena, cookie_find(cookies, cookie_name_visitor(t->site)));
    if (t->anonymous && !t->visitor.at) {
        char *fresh = arena_new(c->arena, char, 32);
        randombytes_buf(fresh, 32);
        t->visitor = (Str){fresh, 32};
        t->visitor_new = true;
    }
    Str notice = cookie_find(cookies, cookie_name_notice(t->site));
    if (notice.at) c->notice = notice_open(c->arena, t->site, c->now, notice);
}

static Str secret(const Turn *t) { return t->ctx.token.at ? t->ctx.token : t->visitor; }

static void know_person(Turn *t) {
    Ctx *c = &t->ctx;
    if (c->token.at && c->db) c->actor = t->site->who(c, c->token);
    if (c->actor.id) c->actor.rights |= SIGNED_IN;
    c->csrf = csrf_token(c->arena, t->site, secret(t));
}

// 0, or the status of what does not fit, with a sentence where there is more to say than the status says.
static int read_query(Turn *t, Str *ret_why) {
    return params_read(t->ctx.arena, t->match.query, &t->ctx.query, ret_why) ? 0 : 400;
}

static int read_form(Turn *t, Str *ret_why) {
    Request *r = t->request;
    Str type = media_type(r->content_type);
    if (str_eq_fold(type, S("multipart/form-data")) || !r->body.len) return 0;
    if (!str_eq_fold(type, S("application/x-www-form-urlencoded"))) return 415;
    return params_read(t->ctx.arena, r->body, &t->ctx.form, ret_why) ? 0 : 400;
}

static int check_body(Turn *t, Str *ret_why) {
    Request *r = t->request;
    *ret_why = r->trouble_why;
    if (r->trouble) return r->trouble;
    if ((int64_t)r->body.len > route_body_limit(t->match.route)) return 413;
    return read_form(t, ret_why);
}

static bool form_is_ours(const Turn *t) {
    return origin_fits(t->site, t->request) && !t->visitor_new &&
           csrf_fits(t->site, secret(t), param(t->ctx.form, S(CSRF_FIELD)));
}

static Reply ask_to_sign_in(Ctx *c) {
    Buf next = {.arena = c->arena};
    html_path(&next, turn_of(c)->request->target);
    return (Reply){.status = 303,
                   .location = str_fmt(c->arena, "/sign-in?next=%.*s", (int)next.len, next.at)};
}

// Somebody known who sends a form that no page offers them is worth a row: it is no slip. `route` points into
// the routes table, which stays as long as the program.
static void audit_refusal(Db *db, int64_t account, int64_t route) {
    const Route *r = (const Route *)(intptr_t)route;
    Str detail = str_fmt(db_arena(db), "{\"address\":\"%s\"}", r->path);
    audit_add(db, (AuditRow){time_now(), account, S("access.refuse"), (Str){0}, NONE, detail});
}

static Reply forbidden(Turn *t) {
    Ctx *c = &t->ctx;
    if (c->actor.id && c->method == POST)
        write_later(c, audit_refusal, c->actor.id, (int64_t)(intptr_t)t->match.route);
    if (!c->actor.id && c->method == GET) return ask_to_sign_in(c);
    if (c->actor.first.at) return see_other(c, "%.*s", STR_FMT(c->actor.first));
    if (!c->actor.id) return status_say(c, 403, STATUS_SIGNED_OUT, (Str){0});
    if (!t->site->who_gives) return status_say(c, 403, STATUS_NOT_ALLOWED, (Str){0});
    Str who = t->site->who_gives(c, t->match.route->needs);
    return status_say(c, 403, STATUS_NOT_ALLOWED, str_fmt(c->arena, "Ask %.*s.", STR_FMT(who)));
}

static Reply answer(Turn *t) {
    Ctx *c = &t->ctx;
    Match *m = &t->match;
    Str why = {0};
    if (m->status == 308) return (Reply){.status = 308, .location = m->location};
    if (m->status) return status_page(c, m->status);
    int wrong = read_query(t, &why);
    if (!wrong && c->method == POST) wrong = check_body(t, &why);
    if (wrong) return status_say(c, wrong, STATUS_PLAIN, why);
    if (c->method == POST && !form_is_ours(t)) return status_say(c, 403, STATUS_NOT_OURS, (Str){0});
    if (!may(c->actor, m->route->needs)) return forbidden(t);
    return m->route->run(c);
}

void dispatch(Turn *t, Db *db) {
    t->n_notes = t->n_later = 0;           // it may be the second time (Write.again)
    t->fault = (Str){0};
    ctx_start(t, db);
    know_browser(t);
    know_person(t);
    t->reply = db ? answer(t) : status_page(&t->ctx, 503);
    if (db && db_fault(db).at) {
        t->fault = str_copy(t->ctx.arena, db_fault(db));
        t->reply = status_page(&t->ctx, 500);
    }
    t->keep = !t->fault.at && t->reply.status < 400 && !t->reply.keep_nothing;
    if (t->fault.at) t->n_notes = 0;    // what could not be shown was not read
    for (size_t i = 0; i < t->request->n_uploads; i++) close(t->request->uploads[i].fd);
    t->request->n_uploads = 0;
}

void dispatch_refuse(Turn *t, int status, Str why, int retry_after) {
    ctx_start(t, NULL);
    know_browser(t);
    t->ctx.csrf = S("");
    t->reply = status_say(&t->ctx, status, STATUS_PLAIN, why);
    t->reply.retry_after = retry_after;
}

static bool write_here(Ctx *c, Act *act, void *arg) {
    if (!db_savepoint(c->db)) return false;
    bool kept = act(c, arg) && !db_fault(c->db).at;
    return kept ? db_release(c->db) : (db_rollback_to(c->db), false);
}

bool write_do(Ctx *c, Act *act, void *arg) {
    Turn *t = turn_of(c);
    return t->write ? t->write(t, act, arg) : write_here(c, act, arg);
}

void write_later(Ctx *c, void (*act)(Db *db, int64_t a, int64_t b), int64_t a, int64_t b) {
    Turn *t = turn_of(c);
    if (t->n_later == COUNT(t->later))
        return;    // small work that nobody waits for: the next request asks again
    t->later[t->n_later].act = act;
    t->later[t->n_later].a = a;
    t->later[t->n_later++].b = b;
}

void note_before_answer(Ctx *c, const char *act, const char *subject, int64_t subject_id) {
    Turn *t = turn_of(c);
    AuditRow row = {c->now, c->actor.id ? c->actor.id : NONE, str_from(act), str_from(subject), subject_id,
                    {0}};
    for (size_t i = 0; i < t->n_notes; i++)
        if (t->notes[i].subject_id == subject_id && str_eq(t->notes[i].act, row.act) &&
            str_eq(t->notes[i].subject, row.subject))
            return;
    if (t->n_notes == t->notes_room) {
        AuditRow *more = arena_new(c->arena, AuditRow, t->notes_room * 2 + 4);
        if (t->n_notes) memcpy(more, t->notes, t->n_notes * sizeof *more);
        t->notes = more;
        t->notes_room = t->notes_room * 2 + 4;
    }
    t->notes[t->n_notes++] = row;
}

bool notes_write(Turn *t, Db *db) {
    for (size_t i = 0; i < t->n_notes; i++) audit_add(db, t->notes[i]);
    return !db_fault(db).at;
}

// A form that is sent back is a page that was read: what it wrote goes, what it noted stays.
bool notes_keep(Turn *t, Db *db) {
    if (!t->keep && !(db_rollback_to(db) && db_savepoint(db))) return false;
    return notes_write(t, db);
}
