// Signing in through an OpenID Connect provider: the authorization code flow with PKCE (RFC 7636), state and
// nonce. The network is only used here, in the pool for slow work, with a limit on time and size.
#include <curl/curl.h>
#include <inttypes.h>
#include <jansson.h>
#include <sodium.h>

#include "access/oidc.html.h"
#include "access/oidc_token.h"
#include "access/within.h"
#include "base/log.h"

enum { ANSWER_MAX = 256 * 1024, CONNECT_MS = 4000, WHOLE_MS = 10000, JOURNEY_MINUTES = 15 };

// ---- asking the provider ----------------------------------------------------------------------------------

static size_t take_bytes(char *at, size_t one, size_t n, void *arg) {
    Buf *b = arg;
    if (b->len + one * n > ANSWER_MAX) return 0;
    buf_put(b, (Str){at, one * n});
    return one * n;
}

typedef struct Ask {
    Str url, form;                                   // with a form it is a POST
    Str client, secret;                              // who asks, when there is a secret
    Str bearer;                                      // or with what token
} Ask;

static void identify(Arena *a, CURL *curl, Ask q) {
    Buf user = {.arena = a}, password = {.arena = a};
    if (q.bearer.len) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, (long)CURLAUTH_BEARER);
        curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, str_c(a, q.bearer));
    } else if (q.secret.len) {
        html_path(&user, q.client);
        html_path(&password, q.secret);
        curl_easy_setopt(curl, CURLOPT_USERNAME, str_c(a, buf_str(&user)));
        curl_easy_setopt(curl, CURLOPT_PASSWORD, str_c(a, buf_str(&password)));
    }
}

// Absent when nothing good came back in time.
static Str fetch(Arena *a, Ask q) {
    CURL *curl = curl_easy_init();
    Buf b = {.arena = a};
    long status = 0;
    if (!curl) return (Str){0};
    curl_easy_setopt(curl, CURLOPT_URL, str_c(a, q.url));
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)WHOLE_MS);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_bytes);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &b);
    if (q.form.at) curl_easy_setopt(curl, CURLOPT_POSTFIELDS, str_c(a, q.form));
    identify(a, curl, q);
    bool good = curl_easy_perform(curl) == CURLE_OK &&
                !curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status) && status == 200;
    curl_easy_cleanup(curl);
    return good ? buf_str(&b) : (Str){0};
}

static Str member(Arena *a, const json_t *object, const char *name) {
    return str_copy(a, str_from(json_string_value(json_object_get(object, name))));
}

typedef struct Provider {
    Str issuer, client, secret, authorize, token, jwks, userinfo;
} Provider;

// Whether talking to it in the clear would be talking to this machine only.
static bool safe_address(Str url) {
    return str_starts(url, S("https://")) || str_starts(url, S("http://127.0.0.1:")) ||
           str_starts(url, S("http://localhost:"));
}

static bool discover(Ctx *c, Provider *p) {
    *p = (Provider){.issuer = setting_text(c->db, "oidc.issuer"),
                    .client = setting_text(c->db, "oidc.client_id"),
                    .secret = setting_text(c->db, "oidc.client_secret")};
    Str base = p->issuer;
    if (!safe_address(base) || !p->client.len) return false;
    if (str_ends(base, S("/"))) base.len--;
    Str text = fetch(c->arena,
                     (Ask){.url = str_fmt(c->arena, "%.*s/.well-known/openid-configuration", STR_FMT(base))});
    json_t *all = json_loadb(text.at ? text.at : "", text.len, 0, NULL);
    bool same = str_eq(member(c->arena, all, "issuer"), p->issuer);
    p->authorize = member(c->arena, all, "authorization_endpoint");
    p->token = member(c->arena, all, "token_endpoint");
    p->jwks = member(c->arena, all, "jwks_uri");
    p->userinfo = member(c->arena, all, "userinfo_endpoint");
    json_decref(all);
    return same && safe_address(p->authorize) && safe_address(p->token) && safe_address(p->jwks);
}

// ---- leaving ----------------------------------------------------------------------------------------------

static Str base64url(Arena *a, Str bytes) {
    const int how = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    size_t room = sodium_base64_encoded_len(bytes.len, how);
    char *at = arena_new(a, char, room);
    return str_from(sodium_bin2base64(at, room, (const uint8_t *)bytes.at, bytes.len, how));
}

static Str challenge(Arena *a, Str verifier) {
    uint8_t hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, (const uint8_t *)verifier.at, verifier.len);
    return base64url(a, (Str){(char *)hash, sizeof hash});
}

static void put_param(Buf *out, const char *name, Str value) {
    buf_fmt(out, "%s=", name);
    html_path(out, value);
}

static Str come_back_url(Ctx *c) {
    return str_fmt(c->arena, "%.*s/sign-in/oidc/callback", STR_FMT(c->site->base_url));
}

typedef struct Leaving {
    Str state, nonce, verifier;
    Begun session;
} Leaving;

// The journey is tied to the browser that leaves. One that has a session keeps it as it is: following a link
// ends nothing, and what the provider answers decides.
static bool leave(Ctx *c, void *arg) {
    Leaving *l = arg;
    if (c->actor.session)
        l->session.id = c->actor.session;
    else
        l->session = session_begin(c, "away", NONE);
    oidc_leave(c->db, secret_hash(c->arena, S("oidc state"), l->state), l->session.id, l->nonce, l->verifier,
               c->now, c->now + JOURNEY_MINUTES * INT64_C(60000));
    return true;
}

static Reply no_way(Ctx *c, int status, Str sentence) {
    Buf out = {.arena = c->arena};
    oidc_refused_page(&out, sentence);
    return page_status(c, status, (Page){.title = S("Not signed in"), .no_index = true}, &out);
}

// The path to come back to travels inside the state, after its secret.
static Str state_with(Ctx *c, Str next) {
    Str path = base64url(c->arena, way_in(next)),
        secret = secret_link(c->arena, secret_new(c->arena, SECRET_BYTES));
    return str_fmt(c->arena, "%.*s.%.*s", STR_FMT(secret), STR_FMT(path));
}

Reply oidc_leave_now(Ctx *c) {
    Provider p;
    if (!setting_text(c->db, "oidc.issuer").len) return status_page(c, 404);
    if (!discover(c, &p)) {
        log_line("oidc.unreachable", "request=%.*s", STR_FMT(c->request_id));
        return no_way(c, 503,
                      S("The provider you sign in with does not answer as it should. Try again in a few "
                        "minutes"));
    }
    Leaving l = {.state = state_with(c, param(c->query, S("next"))),
                 .nonce = base64url(c->arena, secret_new(c->arena, SECRET_BYTES)),
                 .verifier = base64url(c->arena, secret_new(c->arena, SECRET_BYTES))};
    if (!write_do(c, leave, &l)) return status_page(c, 503);
    Buf to = {.arena = c->arena};
    buf_put(&to, p.authorize);
    buf_byte(&to, str_has(p.authorize, S("?")) ? '&' : '?');
    put_param(&to, "response_type", S("code"));
    put_param(&to, "&client_id", p.client);
    put_param(&to, "&redirect_uri", come_back_url(c));
    put_param(&to, "&scope", S("openid email profile"));
    put_param(&to, "&state", l.state);
    put_param(&to, "&nonce", l.nonce);
    put_param(&to, "&code_challenge", challenge(c->arena, l.verifier));
    buf_lit(&to, "&code_challenge_method=S256");
    if (param(c->query, S("again")).len) buf_lit(&to, "&prompt=login&max_age=0");
    Reply r = {.status = 303, .location = buf_str(&to)};
    if (l.session.token.at) r.cookie = session_kept_cookie(c, l.session.token);
    return r;
}

// ---- coming back ------------------------------------------------------------------------------------------

typedef struct Return {
    Provider provider;
    const OidcJourney *journey;
    OidcPerson person;
    Begun session;
    Str refusal;
} Return;

static bool spend_journey(Ctx *c, void *arg) {
    return oidc_return(c->db, ((Return *)arg)->journey->id, c->now) == 1;
}

typedef struct Tokens {
    Str id, access;
} Tokens;

static Tokens exchange(Ctx *c, const Return *r) {
    Buf form = {.arena = c->arena};
    put_param(&form, "grant_type", S("authorization_code"));
    put_param(&form, "&code", param(c->query, S("code")));
    put_param(&form, "&redirect_uri", come_back_url(c));
    put_param(&form, "&client_id", r->provider.client);
    put_param(&form, "&code_verifier", r->journey->verifier);
    Str text = fetch(c->arena,
                     (Ask){r->provider.token, buf_str(&form), r->provider.client, r->provider.secret, {0}});
    json_t *all = json_loadb(text.at ? text.at : "", text.len, 0, NULL);
    Tokens got = {member(c->arena, all, "id_token"), member(c->arena, all, "access_token")};
    json_decref(all);
    return got;
}

// Providers may keep the address out of the id_token and tell it when asked (OpenID Connect Core 1.0, 5.3).
// What is told counts only if it is about the same person.
static void ask_address(Ctx *c, Return *r, Str access) {
    if (!safe_address(r->provider.userinfo) || !access.len) return;
    Str text = fetch(c->arena, (Ask){.url = r->provider.userinfo, .bearer = access});
    json_t *all = json_loadb(text.at ? text.at : "", text.len, 0, NULL);
    if (str_eq(member(c->arena, all, "sub"), r->person.subject)) {
        r->person.email = member(c->arena, all, "email");
        r->person.email_verified = json_is_true(json_object_get(all, "email_verified"));
    }
    json_decref(all);
}

// Why not, for the log; absent when the person is known to be who they say.
static Str who_came(Ctx *c, Return *r) {
    if (!discover(c, &r->provider)) return S("discovery");
    if (!param(c->query, S("code")).len) return S("no code");
    Str iss = param(c->query, S("iss"));                     // RFC 9207
    if (iss.len && !str_eq(iss, r->provider.issuer)) return S("the answer is from another issuer");
    Tokens got = exchange(c, r);
    if (!got.id.len) return S("the code was not taken");
    Str keys = fetch(c->arena, (Ask){.url = r->provider.jwks});
    OidcWanted want = {r->provider.issuer, r->provider.client, r->journey->nonce, c->now};
    Str why = oidc_token_read(c->arena, keys, got.id, want, &r->person);
    if (!why.at && !r->person.email.len) ask_address(c, r, got.access);
    return why;
}

// The account this person is linked to, or becomes linked to by a verified address; NONE with a refusal.
static int64_t account_of(Ctx *c, Return *r) {
    int64_t id = oidc_account(c->db, r->provider.issuer, r->person.subject);
    if (id != NONE) return id;
    const Account *who =
        r->person.email_verified ? account_by_email(c->db, email_key(c->arena, r->person.email)) : NULL;
    if (!who || who->deactivated_at != NONE || oidc_linked(c->db, who->id, r->provider.issuer)) return NONE;
    oidc_link(c->db, who->id, r->provider.issuer, r->person.subject, c->now);
    account_activate(c->db, who->id, who->name, c->now);
    token_retire(c->db, who->id, c->now);
    audit_by(c, who->id, "account.link", "account", who->id, json_of(c->arena, "issuer", r->provider.issuer));
    return who->id;
}

static bool come_in(Ctx *c, void *arg) {
    Return *r = arg;
    int64_t id = account_of(c, r);
    if (id == NONE || !account_open(account_find(c->db, id))) return false;
    r->session = session_begin(c, "in", id);
    session_set_up(c->db, r->session.id, 0);                 // the provider has its own second step
    session_proved(c->db, r->session.id, r->person.proved_at == NONE ? 0 : r->person.proved_at);
    audit_by(c, id, "session.begin", "account", id, json_of(c->arena, "with", S("provider")));
    return true;
}

static Str next_of(Ctx *c, Str state) {
    Str rest = state;
    str_cut(&rest, S("."));
    char *at = arena_new(c->arena, char, rest.len + 1);
    size_t n = 0;
    if (!rest.at || sodium_base642bin((uint8_t *)at, rest.len, rest.at, rest.len, NULL, &n, NULL,
                                      sodium_base64_VARIANT_URLSAFE_NO_PADDING))
        return S("");
    return (Str){at, n};
}

Reply oidc_come_back(Ctx *c) {
    Return r = {0};
    Str state = param(c->query, S("state"));
    r.journey = oidc_find(c->db, secret_hash(c->arena, S("oidc state"), state), c->actor.session);
    if (!r.journey || !write_do(c, spend_journey, &r))
        return no_way(c, 400,
                      S("This answer was used before, came too late, or does not belong to this browser. "
                        "Sign in again"));
    if (param_has(c->query, S("error")))
        return no_way(c, 403, S("The provider did not sign you in. Try again, or ask those who run it"));
    Str why = who_came(c, &r);
    if (why.at) {
        log_line("oidc.refused", "request=%.*s why=\"%.*s\"", STR_FMT(c->request_id), STR_FMT(why));
        return no_way(c, 403,
                      S("The provider's answer could not be trusted, so you are not signed in. Sign in "
                        "again; if it happens twice, tell whoever looks after this site"));
    }
    if (!write_do(c, come_in, &r))
        return no_way(c, 403,
                      S("The provider knows you, but no account here is for the address it vouches for. Ask "
                        "whoever looks after accounts where you work to invite that address"));
    Reply reply = see_other(c, "%.*s", STR_FMT(way_in(next_of(c, state))));
    reply.cookie = session_kept_cookie(c, r.session.token);
    return reply;
}
