// Reading the settings: the flag, else the environment, else what is said in the list.
#include <stdlib.h>
#include <unistd.h>

#include "web/settings.h"

#define T(member, flag, value, standard, about) "[--" flag " " value "] "
#define N(member, flag, least, most, standard, about) "[--" flag " N] "
#define B(member, flag, about) "[--" flag "] "
const char settings_usage[] = KITH_SETTINGS(T, N, B);
#undef T
#undef N
#undef B
#define T(member, flag, value, standard, about) "  --" flag " " value ": " about " (" standard ")\n"
#define N(member, flag, least, most, standard, about) "  --" flag " N: " about " (" standard ")\n"
#define B(member, flag, about) "  --" flag ": " about "\n"
const char settings_about[] = KITH_SETTINGS(T, N, B);
#undef T
#undef N
#undef B

typedef enum Kind { TEXTUAL, NUMERIC, SWITCH } Kind;
typedef struct Setting {
    const char *flag;
    Kind kind;
    size_t offset;
    int64_t least, most;
    const char *standard;
} Setting;

static const Setting settings[] = {
#define T(member, flag, value, standard, about) {flag, TEXTUAL, offsetof(Settings, member), 0, 0, standard},
#define N(member, flag, least, most, standard, about)                                                        \
    {flag, NUMERIC, offsetof(Settings, member), least, most, standard},
#define B(member, flag, about) {flag, SWITCH, offsetof(Settings, member), 0, 0, NULL},
    KITH_SETTINGS(T, N, B)
#undef T
#undef N
#undef B
};

static Str environment(Arena *a, const char *flag) {
    char *name = str_c(a, str_fmt(a, "KITH_%s", flag));
    for (char *c = name; *c; c++) *c = (char)(*c == '-' ? '_' : *c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
    return str_from(getenv(name));
}

static bool on(Str s, bool *ret) {
    *ret = str_eq(s, S("")) || str_eq(s, S("1")) || str_eq(s, S("on")) || str_eq(s, S("yes")) ||
           str_eq(s, S("true"));
    return *ret || str_eq(s, S("0")) || str_eq(s, S("off")) || str_eq(s, S("no")) || str_eq(s, S("false"));
}

static bool read_one(Arena *a, const Setting *s, Str given, void *ret, Str *ret_why) {
    void *at = (char *)ret + s->offset;
    if (s->kind == TEXTUAL) return *(Str *)at = given.at ? given : str_from(s->standard), true;
    if (s->kind == SWITCH) {
        if (!given.at || on(given, at)) return true;
        *ret_why = str_fmt(a, "--%s is on or off, and this is “%.*s”.", s->flag, STR_FMT(given));
        return false;
    }
    int64_t n = 0;
    bool good = str_int(given.at ? given : str_from(s->standard), &n) && n >= s->least && n <= s->most;
    if (good) return *(int64_t *)at = n, true;
    *ret_why = str_fmt(a, "--%s is a whole number from %lld to %lld, and this is “%.*s”.", s->flag,
                       (long long)s->least, (long long)s->most, STR_FMT(given));
    return false;
}

// Where this machine reaches it. Listening on every network says nothing about what others call it: then mail
// and the provider's return lead to this machine until --base-url says better. IPv6 stands in brackets (RFC
// 3986, 3.2.2).
static Str own_url(Arena *a, const Settings *s) {
    bool every = str_eq(s->address, S("0.0.0.0")) || str_eq(s->address, S("::")),
         six = str_has(s->address, S(":"));
    Str host = every ? S("127.0.0.1") : six ? str_fmt(a, "[%.*s]", STR_FMT(s->address)) : s->address;
    return str_fmt(a, "%s://%.*s:%lld", s->tls_certificate.len ? "https" : "http", STR_FMT(host),
                   (long long)s->port);
}

// PostgreSQL answers in a process for each, and more of them than processors only get in each other's way.
// SQLite is read in the thread itself, which now and then waits for the disk.
static int64_t readers_for(Str database) {
    int64_t here = sysconf(_SC_NPROCESSORS_ONLN), least = str_starts(database, S("postgres")) ? 2 : 4;
    return here > least ? here : least;
}

static bool fit_together(Arena *a, Settings *s, Str *ret_why) {
    if (!s->readers) s->readers = readers_for(s->database);
    bool tls = s->tls_certificate.len;
    if (tls != (s->tls_key.len > 0)) {
        *ret_why = S("--tls-certificate and --tls-key go together: give both, or neither.");
        return false;
    }
    if (!str_eq(s->metrics, S("local")) && !str_eq(s->metrics, S("all")) &&
        !str_eq(s->metrics, S("nobody"))) {
        *ret_why = S("--metrics is local, all or nobody.");
        return false;
    }
    if (!s->base_url.len) s->base_url = own_url(a, s);
    while (str_ends(s->base_url, S("/"))) s->base_url.len--;
    if (str_starts(s->base_url, S("http://")) || str_starts(s->base_url, S("https://"))) return true;
    *ret_why = S("--base-url is an address such as https://kith.example.");
    return false;
}

bool settings_read(const Cli *c, Settings *ret, Str *ret_why) {
    *ret = (Settings){.database = c->database};
    for (size_t i = 0; i < COUNT(settings); i++) {
        Str given = cli_flag(c, settings[i].flag);
        if (!given.at) given = environment(c->arena, settings[i].flag);
        if (!read_one(c->arena, &settings[i], given, ret, ret_why)) return false;
    }
    return fit_together(c->arena, ret, ret_why);
}
