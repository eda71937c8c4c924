// Taking apart what a browser sends: percent-encoding, queries and forms, cookies, header parameters.
#include "web/request.h"

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool percent_decode(Arena *a, Str s, bool plus, Str *ret) {
    char *out = arena_new(a, char, s.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (c == '%') {
            int high = i + 2 < s.len ? hex_value(s.at[i + 1]) : -1,
                low = i + 2 < s.len ? hex_value(s.at[i + 2]) : -1;
            if (high < 0 || low < 0) return false;
            c = (char)(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus) {
            c = ' ';
        }
        out[n++] = c;
    }
    Str decoded = {out, n};
    if (!str_utf8(decoded)) return false;
    *ret = decoded;
    return true;
}

static bool param_read(Arena *a, Str pair, Param *ret, Str *ret_why) {
    Str raw_value = pair;
    Str raw_name = str_cut(&raw_value, S("="));
    if (!raw_value.at) raw_value = S("");
    if (!percent_decode(a, raw_name, true, &ret->name) || !percent_decode(a, raw_value, true, &ret->value)) {
        *ret_why =
            S("The text sent is not valid UTF-8, or has a % that is not followed by two hexadecimal digits.");
        return false;
    }
    if (ret->name.len > PARAM_NAME_MAX) {
        *ret_why = S("A field's name is longer than any that Kith has.");
        return false;
    }
    return true;
}

bool params_read(Arena *a, Str s, Params *ret, Str *ret_why) {
    size_t most = s.len > 0;
    for (size_t i = 0; i < s.len; i++) most += s.at[i] == '&';
    if (most > PARAMS_MAX) {
        *ret_why = str_fmt(a, "More than %d fields were sent.", PARAMS_MAX);
        return false;
    }
    Params found = {.at = arena_new(a, Param, most + 1)};
    for (Str rest = s; rest.at && rest.len;) {
        Str pair = str_cut(&rest, S("&"));
        if (!pair.len) continue;
        if (!param_read(a, pair, &found.at[found.len], ret_why)) return false;
        found.len++;
    }
    *ret = found;
    return true;
}

Str param(Params p, Str name) {
    for (size_t i = 0; i < p.len; i++)
        if (str_eq(p.at[i].name, name)) return p.at[i].value;
    return S("");
}

bool param_has(Params p, Str name) {
    for (size_t i = 0; i < p.len; i++)
        if (str_eq(p.at[i].name, name)) return true;
    return false;
}

int64_t part_int(const Ctx *c, int i) {
    int64_t n = 0;
    if (i < 0 || i >= (int)COUNT(c->part) || !str_int(c->part[i], &n)) return 0;
    return n;
}

Str cookie_find(Str cookies, Str name) {
    for (Str rest = cookies; rest.at && rest.len;) {
        Str value = str_cut(&rest, S(";"));
        Str key = str_trim(str_cut(&value, S("=")));
        if (value.at && str_eq(key, name)) return str_trim(value);
    }
    return (Str){0};
}

Str media_type(Str content_type) { return str_trim(str_cut(&content_type, S(";"))); }

static Str unquote(Arena *a, Str s) {
    if (s.len < 2 || s.at[0] != '"' || s.at[s.len - 1] != '"') return (Str){0};
    Buf out = {.arena = a};
    for (size_t i = 1; i + 1 < s.len; i++) {
        // A browser writes %22 for a quote; older programs write \" and Windows paths keep their backslashes.
        if (s.at[i] == '\\' && i + 2 < s.len && (s.at[i + 1] == '"' || s.at[i + 1] == '\\')) i++;
        buf_byte(&out, s.at[i]);
    }
    return buf_str(&out);
}

// The end of one parameter: a ';' outside quotes.
static size_t param_end(Str s) {
    bool quoted = false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '\\' && quoted && i + 1 < s.len)
            i++;
        else if (s.at[i] == '"')
            quoted = !quoted;
        else if (s.at[i] == ';' && !quoted)
            return i;
    }
    return s.len;
}

Str media_param(Arena *a, Str content_type, Str name) {
    size_t end = param_end(content_type);
    while (end < content_type.len) {
        Str rest = {content_type.at + end + 1, content_type.len - end - 1};
        size_t next = param_end(rest);
        Str value = {rest.at, next};
        Str key = str_trim(str_cut(&value, S("=")));
        if (value.at && str_eq_fold(key, name)) {
            value = str_trim(value);
            return value.len && value.at[0] == '"' ? unquote(a, value) : value;
        }
        end += 1 + next;
    }
    return (Str){0};
}

static bool refused(Str params) {    // "q=0", "q=0.0"
    Str value = params;
    Str key = str_trim(str_cut(&value, S("=")));
    if (!value.at || !str_eq_fold(key, S("q"))) return false;
    value = str_trim(value);
    for (size_t i = 0; i < value.len; i++)
        if (value.at[i] != '0' && value.at[i] != '.') return false;
    return true;
}

bool accepts_encoding(Str accept, Str coding) {
    bool any = false;
    for (Str rest = accept; rest.at && rest.len;) {
        Str params = str_cut(&rest, S(","));
        Str name = str_trim(str_cut(&params, S(";")));
        if (str_eq_fold(name, coding)) return !refused(params);
        if (str_eq(name, S("*"))) any = !refused(params);
    }
    return any;
}
