// Sessions: 32 random bytes in a cookie, their hash in the database. A new token at every sign-in and every
// fresh proof; an old token is remembered, so that a browser once signed in is known again.
#include <inttypes.h>

#include "access/within.h"
#include "web/guard.h"

enum { MINUTE = 60 * 1000, SEEN_EVERY = 2 * MINUTE, CODE_MINUTES = 15, FRESH_MINUTES = 15 };

static Str token_kept(Arena *a, Str token) { return secret_hash(a, S("session"), token); }

static Rights rights_in(Str key) {
    const Role *role = role_find(key);
    return role ? role->rights : 0;
}

Rights rights_of(Db *db, int64_t account, Date today) {
    RoleKeyList held = role_held(db, account, date_iso(db_arena(db), today));
    Rights all = 0;
    for (size_t i = 0; i < held.len; i++) all |= rights_in(held.at[i].role);
    return all;
}

// ---- who is it --------------------------------------------------------------------------------------------

static void session_seen_now(Db *db, int64_t id, int64_t at) {
    session_seen(db, id, at, at + setting_int(db, "session.idle_minutes") * MINUTE);
}

static bool stands(const SessionWho *s, Instant now) {
    return s->ended_at == NONE && s->idle_at > now && s->expires_at > now && s->deactivated_at == NONE;
}

Actor access_who(Ctx *c, Str token) {
    if (token.len != SECRET_BYTES) return (Actor){0};
    Str hash = token_kept(c->arena, token), today = date_iso(c->arena, c->today);
    SessionWhoList found = session_who(c->db, hash, today);
    const SessionWho *s = found.at;
    if (!found.len) return (Actor){0};
    db_kept_version(c->db, s->kept_version);
    if (!stands(s, c->now) || !str_eq(s->stage, S("in"))) return (Actor){.session = s->id};
    if (c->now - s->seen_at >= SEEN_EVERY) write_later(c, session_seen_now, s->id, c->now);
    Actor who = {
        .id = s->account_id, .name = s->name, .agency = s->agency_id, .session = s->id, .rights = SIGNED_IN};
    if (s->set_up) who.first = S("/account/two-step");
    for (size_t i = 0; i < found.len && !s->set_up; i++) who.rights |= rights_in(found.at[i].role);
    return who;
}

bool browser_known(Ctx *c, int64_t account) {
    const Session *s = c->actor.session ? session_find(c->db, c->actor.session) : NULL;
    return s && s->known && s->account_id == account;
}

Str access_who_gives(Ctx *c, Rights needs) {
    Buf out = {.arena = c->arena};
    buf_lit(&out, "an administrator, who can give you a role that has it:");
    size_t n = 0;
    for (size_t i = 0; i < n_roles; i++)
        if (roles[i].rights & needs) buf_fmt(&out, "%s %.*s", n++ ? "," : "", STR_FMT(roles[i].name));
    return buf_str(&out);
}

// ---- beginning and ending ---------------------------------------------------------------------------------

static Instant ends_at(Ctx *c, bool in) {
    return c->now + (in ? setting_int(c->db, "session.hours") * 60 : CODE_MINUTES) * MINUTE;
}

static Instant idles_at(Ctx *c, bool in) {
    return c->now + (in ? setting_int(c->db, "session.idle_minutes") : CODE_MINUTES) * MINUTE;
}

static int64_t session_made(Ctx *c, Str token, const char *stage, int64_t account, bool known) {
    bool in = !strcmp(stage, "in");
    return session_add(c->db, token_kept(c->arena, token), str_from(stage), account, known, c->now,
                       idles_at(c, in), ends_at(c, in), agent_words(c->arena, c->agent));
}

// Some roles are not to be had with a password alone (setting two_step.roles).
bool two_step_asked(Ctx *c, int64_t account) {
    RoleKeyList held = role_held(c->db, account, date_iso(c->arena, c->today));
    Str asked = setting_text(c->db, "two_step.roles");
    for (Str role; (role = setting_word(&asked)).len;)
        for (size_t i = 0; i < held.len; i++)
            if (str_eq(held.at[i].role, role)) return true;
    return false;
}

static bool to_set_up(Ctx *c, int64_t account) {
    const SecondStep *step = step_find(c->db, account);
    return !(step && step->confirmed_at != NONE) && two_step_asked(c, account);
}

Begun session_begin(Ctx *c, const char *stage, int64_t account) {
    bool known = !strcmp(stage, "in") || (account != NONE && browser_known(c, account));
    Str token = secret_new(c->arena, SECRET_BYTES);
    if (c->actor.session) session_end(c->db, c->actor.session, c->now);
    Begun b = {session_made(c, token, stage, account, known), token,
               !strcmp(stage, "in") && to_set_up(c, account)};
    if (b.set_up) session_set_up(c->db, b.id, 1);
    return b;
}

// Kept after the browser closes, for it is how the browser is known again; what it opens ends on the server.
Str session_kept_cookie(Ctx *c, Str token) {
    Str hex = secret_link(c->arena, token);
    return cookie_make(c->arena, c->site, cookie_name_session(c->site), hex,
                       ACCESS_KNOWN_DAYS * INT64_C(86400));
}

void sessions_end(Ctx *c, int64_t account, int64_t keep) { session_end_all(c->db, account, keep, c->now); }

bool access_fresh(const Ctx *c) {
    const Session *s = session_find(c->db, c->actor.session);
    return s && c->now - s->proved_at < FRESH_MINUTES * MINUTE;
}

Reply access_prove(Ctx *c, Str back) {
    Buf to = {.arena = c->arena};
    html_path(&to, local_path(back));
    return see_other_saying(c, S("Confirm that it is you to go on"), "/account/prove?next=%.*s",
                            STR_FMT(buf_str(&to)));
}

// ---- for the tests and the command line -------------------------------------------------------------------

static int64_t agency_for(Db *db, Instant now, Str name) {
    const Agency *g = agency_named(db, name);
    return g ? g->id : agency_add(db, name, S("other"), now);
}

int64_t access_account(Db *db, Instant now, Str email, Str name, Str agency, Str role) {
    Arena *a = db_arena(db);
    int64_t id = account_add(db, email_key(a, email), name, agency_for(db, now, agency), false, now, NONE);
    account_activate(db, id, name, now);
    if (role.len) role_give(db, id, role, date_iso(a, date_of(now)), (Str){0}, now, NONE);
    return id;
}

int64_t access_session(Db *db, Instant now, int64_t account, Str token) {
    Arena *a = db_arena(db);
    Str hash = token_kept(a, token);
    int64_t there = session_kept(db, hash);
    Instant idle = now + setting_int(db, "session.idle_minutes") * MINUTE;
    Instant end = now + setting_int(db, "session.hours") * 60 * MINUTE;
    return there != NONE ? there
                 : session_add(db, hash, S("in"), account, true, now, idle, end, S("A browser of the tests"));
}
