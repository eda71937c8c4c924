// The rules that stand before and after every handler, on a site of a few routes.
#include "test.h"
#include "access/rights.h"
#include "web/layout.h"
#include "world.h"

static Reply show(Ctx *c) {
    Buf out = {.arena = c->arena};
    buf_lit(&out, "<h1>Shown</h1><p>Hello</p>");
    if (str_eq(param(c->query, S("token")), S("yes"))) buf_put(&out, c->csrf);
    Reply r = page(c, (Page){.title = S("Shown")}, &out);
    r.etag = S("\"one\"");
    return r;
}
static void keep(Ctx *c) { frozen_thaw(c->db, c->now); }    // any small write will do
static Reply save(Ctx *c) { return keep(c), see_other_saying(c, S("It is saved"), "/shown"); }
static Reply save_and_refuse(Ctx *c) { return keep(c), status_page(c, 409); }
static Reply save_and_let_go(Ctx *c) {
    Reply r = (keep(c), see_other(c, "/shown"));
    r.keep_nothing = true;
    return r;
}
static Reply save_and_fail(Ctx *c) {
    return keep(c), db_fail(c->db, "made by a test"), see_other(c, "/shown");
}
static Reply inject(Ctx *c) { return see_other(c, "/shown?%.*s", STR_FMT(param(c->form, S("to")))); }
static bool act(Ctx *c, void *arg) { return keep(c), *(bool *)arg; }
static Reply slow(Ctx *c) {
    bool kept = str_eq(param(c->form, S("keep")), S("yes"));
    return text_reply(S("text/plain"), write_do(c, act, &kept) ? S("kept") : S("not kept"));
}

static const Route some[] = {
    {GET, "/shown", show, PUBLIC},
    {GET, "/closed", show, ACCOUNTS_MANAGE},
    {GET, "/in", show, SIGNED_IN},
    {POST, "/save", save, PUBLIC},
    {POST, "/closed", save, ACCOUNTS_MANAGE},
    {POST, "/refuse", save_and_refuse, PUBLIC},
    {POST, "/let-go", save_and_let_go, PUBLIC},
    {POST, "/fail", save_and_fail, PUBLIC},
    {POST, "/inject", inject, PUBLIC},
    {POST, "/slow", slow, PUBLIC, HASHES},
    {POST, "/small", save, PUBLIC, .body_limit = 100},
};
static void use_some_routes(World *w) {
    Site *s = arena_new(w->arena, Site, 1);
    *s = *world_site(w);
    s->routes = some;
    s->n_routes = COUNT(some);
    w->site = s;
}
#define SOME(w)                                                                                              \
    WORLD(w);                                                                                                \
    use_some_routes(&w)

static bool saved(World *w) {
    db_query(w->db, &(Query){"saved", "select 1 from setting where name = 'web.thawed'",
                             "select 1 from setting where name = 'web.thawed'", "", "i", false});
    bool found = db_step(w->db);
    db_finish(w->db);
    return found;
}

TEST(a_form_without_its_token_or_from_elsewhere_never_reaches_a_handler) {
    SOME(w);
    const Asked bad[] = {
        {.no_csrf = true},
        {.origin = S("https://evil.test")},
        {.origin = S("null")},
        {.fetch_site = S("cross-site")},
        {.fetch_site = S("same-site")},
        {.no_csrf = true, .form = S("csrf=00")},
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        Asked q = bad[i];
        q.verb = S("POST");
        q.path = S("/save");
        CHECK(world_ask(&w, q).status == 403);
        q.token = world_token(&w, S("administrator"));
        CHECK(world_ask(&w, q).status == 403);
    }
    CHECK(!saved(&w));
    CHECK(post(&w, S(""), "/save", "").status == 303);
    CHECK(saved(&w));
}

TEST(nothing_is_kept_of_a_request_that_does_not_go_well) {
    SOME(w);
    CHECK(post(&w, S(""), "/refuse", "").status == 409);
    CHECK(post(&w, S(""), "/let-go", "").status == 303);
    Answer failed = post(&w, S(""), "/fail", "");
    CHECK(failed.status == 500 && sees(failed, "test"));    // the reference to quote
    CHECK(!saved(&w));
    CHECK(ask(&w, S(""), GET, "/shown").status == 200);
    CHECK(post(&w, S(""), "/save", "").status == 303);
    CHECK(saved(&w));
}

TEST(a_slow_pool_keeps_what_it_writes_by_itself) {
    SOME(w);
    CHECK_STR(post(&w, S(""), "/slow", "keep=no").body, S("not kept"));
    CHECK(!saved(&w));
    CHECK_STR(post(&w, S(""), "/slow", "keep=yes").body, S("kept"));
    CHECK(saved(&w));
}

TEST(who_is_not_known_is_asked_to_sign_in_and_brought_back) {
    SOME(w);
    Answer a = ask(&w, S(""), GET, "/closed?a=b&c=d");
    CHECK(a.status == 303);
    CHECK(str_starts(a.location, S("/sign-in?next=")));
    CHECK(!str_has(a.location, S("&")));    // the whole address is one parameter
    CHECK(post(&w, S(""), "/closed", "").status == 403);
    CHECK(ask(&w, S("viewer"), GET, "/in").status == 200);
}

TEST(who_may_not_is_told_who_can_help) {    // P5
    SOME(w);
    Answer a = ask(&w, S("viewer"), GET, "/closed");
    CHECK(a.status == 403 && sees(a, "Ask an administrator"));
    CHECK(post(&w, S("viewer"), "/closed", "").status == 403);
    CHECK(ask(&w, S("administrator"), GET, "/closed").status == 200);
}

TEST(a_message_for_the_next_page_is_shown_once) {
    SOME(w);
    Answer done = post(&w, S(""), "/save", "");
    Str cookie = str_cut(&done.cookie, S(";"));
    Answer next = world_ask(&w, (Asked){.verb = S("GET"), .path = S("/shown"), .cookies = cookie});
    CHECK(sees(next, "It is saved"));
    CHECK(str_has(next.headers, S("Max-Age=0")));
    CHECK(!sees(ask(&w, S(""), GET, "/shown"), "It is saved"));
}

TEST(a_line_break_never_gets_into_an_address) {
    SOME(w);
    CHECK(post(&w, S(""), "/inject", "to=a%0d%0aSet-Cookie:x").status == 500);
    CHECK(post(&w, S(""), "/inject", "to=a").status == 303);
}

TEST(a_body_that_is_too_much_or_of_no_kind_we_read_is_refused) {
    SOME(w);
    Buf lot = {.arena = w.arena};
    for (int i = 0; i < 200; i++) buf_lit(&lot, "a");
    CHECK(post(&w, S(""), "/small", str_c(w.arena, buf_str(&lot))).status == 413);
    CHECK(world_ask(&w, (Asked){.verb = S("POST"), .path = S("/save"), .content_type = S("application/json")})
              .status == 415);
    Answer bad = post(&w, S(""), "/save", "a=%ff");
    CHECK(bad.status == 400 && sees(bad, "not valid UTF-8"));
    CHECK(ask(&w, S(""), GET, "/shown?a=%ff").status == 400);
    CHECK(!saved(&w));
}

TEST(an_unchanged_page_is_not_sent_again) {
    SOME(w);
    Answer first = ask(&w, S(""), GET, "/shown");
    CHECK(str_has(first.headers, S("ETag: W/\"one\"")));
    Answer again = world_ask(
        &w, (Asked){.verb = S("GET"), .path = S("/shown"), .if_none_match = S("\"zero\", W/\"one\"")});
    CHECK(again.status == 304 && again.body.len == 0);
}

TEST(a_page_is_compressed_for_who_accepts_it) {
    SOME(w);
    Answer small =
        world_ask(&w, (Asked){.verb = S("GET"), .path = S("/shown"), .accept_encoding = S("br, gzip")});
    CHECK(str_has(small.headers, S("Content-Encoding: gzip")) && str_starts(small.body, S("\x1f\x8b")));
    CHECK(!str_has(ask(&w, S(""), GET, "/shown").headers, S("Content-Encoding")));
}

TEST(every_answer_carries_its_protection) {
    SOME(w);
    const char *paths[] = {"/shown", "/none", "/closed", "/shown/"};
    for (size_t i = 0; i < COUNT(paths); i++) {
        Str h = ask(&w, S(""), GET, paths[i]).headers;
        CHECK(str_has(h, S("Content-Security-Policy: default-src 'none'")) && !str_has(h, S("unsafe")));
        CHECK(str_has(h, S("X-Content-Type-Options: nosniff")) &&
              str_has(h, S("Referrer-Policy: same-origin")));
        CHECK(str_has(h, S("Cache-Control: ")));
    }
    CHECK(str_has(ask(&w, S("viewer"), GET, "/in").headers, S("Cache-Control: private, no-cache")));
    CHECK(ask(&w, S(""), GET, "/shown/").status == 308);
    CHECK(str_has(world_ask(&w, (Asked){.verb = S("DELETE"), .path = S("/shown")}).headers,
                  S("Allow: GET, HEAD")));
}
