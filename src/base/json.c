// JSON, written as it comes. "<" is written as \u003c so that JSON may stand inside a page.
#include "base/json.h"

static void comma(Json *j) {
    if (j->comma) buf_byte(j->out, ',');
    j->comma = true;
}

void json_open(Json *j, char bracket) {
    comma(j);
    buf_byte(j->out, bracket);
    j->comma = false;
}

void json_close(Json *j, char bracket) {
    buf_byte(j->out, bracket);
    j->comma = true;
}

static void put_escaped(Buf *out, char c) {
    static const char named[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (size_t i = 0; i + 1 < sizeof named; i += 2) {
        if (named[i] != c) continue;
        buf_byte(out, '\\');
        buf_byte(out, named[i + 1]);
        return;
    }
    buf_fmt(out, "\\u%04x", (unsigned)c);
}

static bool is_plain(char c) {
    return (unsigned char)c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != 0x7F;
}

static void put_text(Buf *out, Str s) {
    buf_byte(out, '"');
    while (s.len) {
        size_t plain = 0, n;
        while (plain < s.len && is_plain(s.at[plain]) && (n = str_rune((Str){s.at + plain, s.len - plain})))
            plain += n;
        buf_put(out, (Str){s.at, plain});
        if (plain == s.len) break;
        if ((unsigned char)s.at[plain] < 0x80) put_escaped(out, s.at[plain]);
        else buf_lit(out, "\xEF\xBF\xBD");  // U+FFFD where a byte is no text
        s = (Str){s.at + plain + 1, s.len - plain - 1};
    }
    buf_byte(out, '"');
}

void json_key(Json *j, Str key) {
    comma(j);
    put_text(j->out, key);
    buf_byte(j->out, ':');
    j->comma = false;
}

void json_str(Json *j, Str s) {
    comma(j);
    if (s.at) put_text(j->out, s);
    else buf_lit(j->out, "null");
}

void json_int(Json *j, int64_t n) {
    comma(j);
    if (n == NONE) buf_lit(j->out, "null");
    else buf_int(j->out, n);
}

void json_bool(Json *j, bool b) { json_raw(j, b ? S("true") : S("false")); }

void json_raw(Json *j, Str number) {
    comma(j);
    buf_put(j->out, number);
}
