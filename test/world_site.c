// The site half of a World: asks it as a browser would, in process. Cookies, origin and form token are
// supplied, so that a test says only who asks what.
#include <inttypes.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "access/access.h"
#include "plan/pages/words.h"
#include "routes.h"
#include "web/dispatch.h"
#include "web/guard.h"
#include "world.h"
#include "world.sql.h"
#include "web/assets.h"

static const uint8_t key[32] = "only for tests, and never secret";
static const char visitor[] = "a visitor's cookie of 32 bytes..";

// The token of a role's browser: the same while the time is, so that a test signs nobody in twice.
typedef struct WorldToken {
    char mark[16];
    int64_t account;
    Instant now;
} WorldToken;
_Static_assert(sizeof(WorldToken) == 32, "as long as a session token");
static const char mark[16] = "a world's token";

const Site *world_site(World *w) {
    if (w->site) return w->site;
    Site *s = arena_new(w->arena, Site, 1);
    *s = (Site){.routes = routes,
                .n_routes = n_routes,
                .who = access_who,
                .who_gives = access_who_gives,
                .spells_out = words_spelled_out,
                .base_url = S("http://kith.test"),
                .name = S("Kith"),
                .data_dir = S("/tmp"),
                .key = key,
                .assets = assets,
                .n_assets = n_assets};
    return w->site = s;
}

int64_t world_account(World *w, Str role) {
    Str email = str_fmt(w->arena, "%.*s@world.example", STR_FMT(role));
    int64_t id = world_account_find(w->db, email);
    if (id != NONE) return id;
    db_begin(w->db);
    id = access_account(w->db, w->now, email, role, str_fmt(w->arena, "Agency of the %.*s", STR_FMT(role)),
                        role);
    db_commit(w->db);
    return id;
}

Str world_token(World *w, Str role) {
    if (!role_find(role)) abort();    // a test misspelt a role
    WorldToken *t = arena_new(w->arena, WorldToken, 1);
    *t = (WorldToken){.account = world_account(w, role), .now = w->now};
    memcpy(t->mark, mark, sizeof mark);
    Str token = {(const char *)t, sizeof *t};
    db_begin(w->db);
    access_session(w->db, w->now, t->account, token);
    db_commit(w->db);
    return token;
}

static Str cookies(World *w, Str token, Str more) {
    const Site *s = world_site(w);
    Str name = cookie_name_session(s), visiting = cookie_name_visitor(s);
    Str hex = token.at ? str_hex(w->arena, (const uint8_t *)token.at, 32) : S("none");
    Str visits = str_hex(w->arena, (const uint8_t *)visitor, 32);
    return str_fmt(w->arena, "%.*s=%.*s; %.*s=%.*s; %.*s", STR_FMT(name), STR_FMT(hex), STR_FMT(visiting),
                   STR_FMT(visits), STR_FMT(more));
}

// A file as the server has it: unnamed, open at its start.
static Upload *upload_made(World *w, Asked q) {
    if (!q.file.at) return NULL;
    Upload *u = arena_new(w->arena, Upload, 1);
    *u = (Upload){.field = q.file_field,
                  .file_name = q.file_name,
                  .type = S("text/html"),
                  .size = (int64_t)q.file.len,
                  .fd = memfd_create("upload", MFD_CLOEXEC)};
    if (pwrite(u->fd, q.file.at, q.file.len, 0) != (ssize_t)q.file.len) abort();
    return u;
}

static Request request_of(World *w, Asked q) {
    const Site *s = world_site(w);
    bool posts = str_eq(q.verb, S("POST"));
    Str secret = q.token.at ? q.token : (Str){visitor, 32};
    Str token = posts && !q.no_csrf ? csrf_token(w->arena, s, secret) : S("");
    return (Request){
        .arena = w->arena,
        .verb = q.verb,
        .target = q.path,
        .host = S("kith.test"),
        .now = w->now,
        .id = S("test"),
        .origin = q.origin.at || !posts ? q.origin : s->base_url,
        .fetch_site = q.fetch_site.at || !posts ? q.fetch_site : S("same-origin"),
        .cookie = cookies(w, q.token, q.cookies),
        .if_none_match = q.if_none_match,
        .accept_encoding = q.accept_encoding,
        .n_uploads = q.file.at ? 1 : 0,
        .uploads = upload_made(w, q),
        .address = q.address.at ? q.address : S("192.0.2.1"),
        .agent = S("test"),
        .content_type = q.content_type.at ? q.content_type : S("application/x-www-form-urlencoded"),
        .body = posts ? str_fmt(w->arena, CSRF_FIELD "=%.*s&%.*s", STR_FMT(token), STR_FMT(q.form)) : S(""),
    };
}

static void run_later(World *w, Turn *t) {
    for (size_t i = 0; i < t->n_later; i++) {
        db_begin(w->db);
        t->later[i].act(w->db, t->later[i].a, t->later[i].b);
        if (!db_commit(w->db)) db_rollback(w->db);
    }
}

static void write_notes(World *w, Turn *t) {
    if (!t->n_notes) return;
    db_begin(w->db);
    notes_write(t, w->db);
    if (!db_commit(w->db)) db_rollback(w->db);
}

// Reading pages get a snapshot, writing ones a savepoint in a transaction, as the server's pools do. The slow
// pools' handlers write through write_do(), which keeps its own accounts of what to keep.
static void run(World *w, Turn *t, bool forgets) {
    Pool pool = t->match.route ? route_pool(t->match.route) : READS;
    if (pool == READS) {
        db_begin_read(w->db);
        dispatch(t, w->db);
        db_end_read(w->db);
        if (db_fault(w->db).at) db_rollback(w->db);
        write_notes(w, t);
        return;
    }
    db_begin(w->db);
    db_savepoint(w->db);
    dispatch(t, w->db);
    if (t->n_notes) t->keep = notes_keep(t, w->db);
    bool keep = !forgets && (pool == WRITES ? t->keep : !db_fault(w->db).at);
    if (!keep || !db_release(w->db)) db_rollback_to(w->db);
    if (!db_commit(w->db)) db_rollback(w->db);
}

static Answer answer_of(World *w, Turn *t) {
    Response out;
    respond(t, &out);
    Answer a = {.status = out.status, .body = out.body};
    Buf all = {.arena = w->arena};
    for (size_t i = 0; i < out.n; i++) {
        Str name = str_from(out.header[i].name), value = out.header[i].value;
        buf_fmt(&all, "%.*s: %.*s\n", STR_FMT(name), STR_FMT(value));
        if (str_eq(name, S("Location"))) a.location = value;
        if (str_eq(name, S("Set-Cookie")) && !a.cookie.at) a.cookie = value;
        if (str_eq(name, S("Content-Type"))) a.type = value;
    }
    a.headers = buf_str(&all);
    return a;
}

Answer world_ask(World *w, Asked q) {
    Request r = request_of(w, q);
    Turn t = {.site = world_site(w), .request = &r};
    turn_route(&t);
    run(w, &t, q.forgets);
    if (!q.forgets) run_later(w, &t);
    db_use(w->db, w->arena);
    return answer_of(w, &t);
}

static Str token_of(World *w, Str role) { return role.len ? world_token(w, role) : (Str){0}; }

Answer ask(World *w, Str role, Method m, const char *path) {
    return world_ask(
        w,
        (Asked){.token = token_of(w, role), .verb = m == GET ? S("GET") : S("POST"), .path = str_from(path)});
}

Answer post(World *w, Str role, const char *path, const char *form) {
    return world_ask(w, (Asked){.token = token_of(w, role),
                                .verb = S("POST"),
                                .path = str_from(path),
                                .form = str_from(form)});
}

static const struct {
    Str entity, text;
} entities[] = {{S("&amp;"), S("&")},   {S("&lt;"), S("<")},  {S("&gt;"), S(">")},
                {S("&quot;"), S("\"")}, {S("&#39;"), S("'")}, {S("&#34;"), S("\"")}};

static size_t put_entity(Buf *out, Str at) {
    for (size_t i = 0; i < COUNT(entities); i++)
        if (str_starts(at, entities[i].entity)) {
            buf_put(out, entities[i].text);
            return entities[i].entity.len;
        }
    buf_byte(out, '&');
    return 1;
}

// What a reader sees: no tags, entities decoded, white space as one space.
static Str text_of(Arena *a, Str html) {
    Buf out = {.arena = a};
    bool tag = false;
    for (size_t i = 0; i < html.len; i++) {
        char c = html.at[i];
        if (c == '<')
            tag = true;
        else if (tag)
            tag = c != '>';
        else if (c == '&')
            i += put_entity(&out, (Str){html.at + i, html.len - i}) - 1;
        else if (c == ' ' || c == '\n' || c == '\t') {
            if (out.len && out.at[out.len - 1] != ' ') buf_byte(&out, ' ');
        } else
            buf_byte(&out, c);
    }
    return buf_str(&out);
}

bool sees(Answer a, const char *text) {
    Arena *arena = arena_open();
    bool found = str_has(text_of(arena, a.body), str_from(text));
    arena_close(arena);
    return found;
}
