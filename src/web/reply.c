// What goes out: the replies handlers make, and the headers every answer carries.
#include <stdarg.h>
#include <stdio.h>
#include <zlib.h>

#include "web/dispatch.h"
#include "web/guard.h"

enum { GZIP_LEAST = 1400, LOCATION_MAX = 4096 };

static bool header_safe(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] < 0x20 || s.at[i] == 0x7f) return false;
    return true;
}

static Str location(Ctx *c, const char *format, va_list args) {
    char *text = arena_new(c->arena, char, LOCATION_MAX);
    int n = vsnprintf(text, LOCATION_MAX, format, args);
    Str at = {text, n < 0 ? 0 : (size_t)n};
    if (n < 0 || n >= LOCATION_MAX || !header_safe(at)) {
        db_fail(c->db, "an address to go to is too long or has a line break");
        return S("/");
    }
    return at;
}

Reply see_other(Ctx *c, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Reply r = {.status = 303, .location = location(c, format, args)};
    va_end(args);
    return r;
}

Reply see_other_saying(Ctx *c, Str notice, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Reply r = {.status = 303, .location = location(c, format, args), .notice = notice};
    va_end(args);
    return r;
}

Reply text_reply(Str type, Str body) { return (Reply){.status = 200, .type = type, .body = body}; }

void response_add(Response *r, const char *name, Str value) {
    if (value.at && r->n < HEADERS_MAX) r->header[r->n++] = (Header){name, value};
}

// Nothing runs or loads here but this site's own files, nobody frames it, and no other site learns what was
// read.
static const Header security[] = {
    {"Content-Security-Policy",
     S("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
       "connect-src 'self'; "
       "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")},
    {"X-Content-Type-Options", S("nosniff")},
    {"X-Frame-Options", S("DENY")},
    {"Referrer-Policy", S("same-origin")},
    {"Permissions-Policy", S("camera=(), geolocation=(), microphone=(), payment=(), usb=()")},
    {"Cross-Origin-Opener-Policy", S("same-origin")},
    {"Cross-Origin-Resource-Policy", S("same-origin")},
};

void headers_security(Response *r, const Site *s) {
    for (size_t i = 0; i < COUNT(security); i++) response_add(r, security[i].name, security[i].value);
    if (s->secure) response_add(r, "Strict-Transport-Security", S("max-age=63072000"));
}

Str gzip_bytes(Arena *a, Str s, int level) {
    z_stream z = {0};
    if (deflateInit2(&z, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return (Str){0};
    size_t room = deflateBound(&z, s.len);
    char *out = arena_alloc(a, 1, 1, room);
    z.next_in = (Bytef *)(uintptr_t)s.at;
    z.avail_in = (uInt)s.len;
    z.next_out = (Bytef *)out;
    z.avail_out = (uInt)room;
    int end = deflate(&z, Z_FINISH);
    deflateEnd(&z);
    return end == Z_STREAM_END ? (Str){out, z.total_out} : (Str){0};
}

static bool compressible(Str type) {
    return str_starts(type, S("text/")) || str_starts(type, S("application/json")) ||
           str_starts(type, S("image/svg"));
}

static void compress_body(Turn *t, Response *ret, Str type) {
    if (!compressible(type) || ret->body.len < GZIP_LEAST) return;
    response_add(ret, "Vary", S("Accept-Encoding"));
    if (!accepts_encoding(t->request->accept_encoding, S("gzip"))) return;
    Str small = gzip_bytes(t->ctx.arena, ret->body, t->gzip_level ? t->gzip_level : 1);
    if (!small.at) return;
    ret->body = small;
    response_add(ret, "Content-Encoding", S("gzip"));
}

// Weakly compared: one representation may go out compressed or plain.
static bool etag_known(Str sent, Str etag) {
    for (Str rest = sent; rest.at && rest.len;) {
        Str one = str_trim(str_cut(&rest, S(",")));
        if (str_starts(one, S("W/"))) one = (Str){one.at + 2, one.len - 2};
        if (str_eq(one, etag) || str_eq(one, S("*"))) return true;
    }
    return false;
}

static void add_etag(Turn *t, Response *ret) {
    Str etag = t->reply.etag;
    if (!etag.at) return;
    response_add(ret, "ETag", str_fmt(t->ctx.arena, "W/%.*s", STR_FMT(etag)));
    if (ret->status != 200 || !etag_known(t->request->if_none_match, etag)) return;
    ret->status = 304;
    ret->body = S("");
}

static void add_cache_control(Turn *t, Response *ret) {
    bool everybody = t->reply.cache_public && t->anonymous && !t->reply.cookie.at;
    response_add(ret, "Cache-Control",
                 everybody          ? S("public, max-age=60")
                 : t->reply.etag.at ? S("private, no-cache")
                                    : S("no-store"));
    if (everybody) response_add(ret, "Vary", S("Cookie"));
}

static void add_cookies(Turn *t, Response *ret, bool html) {
    Arena *a = t->ctx.arena;
    const Reply *r = &t->reply;
    response_add(ret, "Set-Cookie", r->cookie);
    bool uses_token = html && t->ctx.csrf.len && str_has(r->body, t->ctx.csrf);
    if (t->visitor_new && uses_token)
        response_add(ret, "Set-Cookie",
                     cookie_make(a, t->site, cookie_name_visitor(t->site),
                                 str_hex(a, (const uint8_t *)t->visitor.at, t->visitor.len), -1));
    if (r->notice.len)
        response_add(ret, "Set-Cookie",
                     cookie_make(a, t->site, cookie_name_notice(t->site),
                                 notice_seal(a, t->site, t->ctx.now, r->notice), 60));
    else if (t->ctx.notice.at && html && r->status < 300)
        response_add(ret, "Set-Cookie", cookie_make(a, t->site, cookie_name_notice(t->site), S(""), 0));
}

// Only letters a header can hold without any escaping.
static Str attachment(Arena *a, Str name) {
    Buf out = {.arena = a};
    buf_lit(&out, "attachment; filename=\"");
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                     c == '-' || c == '_';
        buf_byte(&out, plain ? c : '-');
    }
    buf_byte(&out, '"');
    return buf_str(&out);
}

// The origin alone: with no-referrer a browser would not say either where a form came from (guard.c asks).
static void hide_address(Response *r) {
    for (size_t i = 0; i < r->n; i++)
        if (!strcmp(r->header[i].name, "Referrer-Policy")) r->header[i].value = S("strict-origin");
}

void respond(Turn *t, Response *ret) {
    const Reply *r = &t->reply;
    Arena *a = t->ctx.arena;
    bool html = !r->type.at;
    Str type = html ? S("text/html; charset=utf-8") : r->type;
    *ret = (Response){.status = r->status, .body = r->body.at ? r->body : S("")};
    headers_security(ret, t->site);
    if (r->secret_address) hide_address(ret);
    if (ret->body.len) response_add(ret, "Content-Type", type);
    response_add(ret, "Location", r->location);
    response_add(ret, "X-Request-Id", t->request->id);
    if (r->file_name.at) response_add(ret, "Content-Disposition", attachment(a, r->file_name));
    if (r->retry_after) response_add(ret, "Retry-After", str_fmt(a, "%d", r->retry_after));
    if (r->status == 405) response_add(ret, "Allow", t->match.allow);
    add_cookies(t, ret, html);
    add_cache_control(t, ret);
    add_etag(t, ret);
    if (ret->body.len) compress_body(t, ret, type);
}
