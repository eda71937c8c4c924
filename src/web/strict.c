// A request that two programs could read differently lets somebody smuggle a second request through a proxy.
// The library takes several of these; here they are refused. RFC 9112, sections 3.2, 5.1, 6.1 and 6.3.
#include "web/server.h"

typedef struct Head {
    int hosts, lengths, encodings;
    bool bad_encoding;
    const char *why;
} Head;

static bool is_token(Str s) {
    static const char marks[] = "!#$%&'*+-.^_`|~";
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool alnum = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!alnum && !memchr(marks, c, sizeof marks - 1)) return false;
    }
    return s.len > 0;
}

static bool is_plain(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (((unsigned char)s.at[i] < 0x20 && s.at[i] != '\t') || s.at[i] == 0x7f) return false;
    return true;
}

static bool is_digits(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] < '0' || s.at[i] > '9') return false;
    return s.len > 0 && s.len < 19;
}

// The library ends each value where a NUL stands, and in the receive buffer puts NULs over the colon and over
// the line's end, CR and LF both. So the value stands straight after its name unless it was put together from
// two lines, and a second NUL is missing where one stood inside the value or the line ended in a bare LF.
static bool stands_as_sent(Str name, Str value) {
    const char *at = name.at + name.len + 1;
    while (*at == ' ' || *at == '\t') at++;
    return at == value.at && value.at[value.len + 1] == '\0';
}

static enum MHD_Result look(void *arg, enum MHD_ValueKind kind, const char *key, size_t key_len,
                            const char *value, size_t len) {
    Head *h = arg;
    Str name = {key, key_len}, text = {value, len};
    (void)kind;
    if (!is_token(name))
        h->why = "a header's name has a character that no name may have";
    else if (!is_plain(text))
        h->why = "a header has a control character";
    else if (!value || !stands_as_sent(name, text))
        h->why = "a header has a NUL in it, goes on in a second line, or does not end in CR LF";
    if (str_eq_fold(name, S("Host"))) h->hosts++;
    if (str_eq_fold(name, S("Content-Length"))) {
        h->lengths++;
        if (!is_digits(text)) h->why = "the length is no number";
    }
    if (str_eq_fold(name, S("Transfer-Encoding"))) {
        h->encodings++;
        h->bad_encoding |= !str_eq_fold(text, S("chunked"));
    }
    return h->why ? MHD_NO : MHD_YES;
}

static bool verb_known(Str verb) {
    static const char *const known[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    for (size_t i = 0; i < COUNT(known); i++)
        if (str_eq(verb, str_from(known[i]))) return true;
    return false;
}

const char *head_refused(struct MHD_Connection *c, const char *verb, const char *version) {
    Head h = {0};
    if (!verb_known(str_from(verb))) return "the method is none that Kith knows";
    bool old = !strcmp(version, "HTTP/1.0");
    if (!old && strcmp(version, "HTTP/1.1")) return "the version is neither HTTP/1.0 nor HTTP/1.1";
    MHD_get_connection_values_n(c, MHD_HEADER_KIND, look, &h);
    if (h.why) return h.why;
    if (h.hosts != 1) return "there must be exactly one Host";
    if (h.lengths > 1) return "there is more than one length";
    if (h.encodings && (h.lengths || old || h.encodings > 1 || h.bad_encoding))
        return "how the body is sent is ambiguous";
    return NULL;
}
