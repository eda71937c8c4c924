// A mail as text: headers that nothing typed can break out of, UTF-8 throughout, lines of a length every
// server takes.
#include <sodium.h>
#include <time.h>

#include "web/mail.h"

// ---- header text ------------------------------------------------------------------------------------------

static bool plain_ascii(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] < 0x20 || s.at[i] == 0x7F) return false;       // and, char being signed, all beyond ASCII
    return s.len < 60 && !str_has(s, S("=?"));
}

static size_t utf8_len(unsigned char c) { return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4; }

static void put_base64(Buf *out, Str s) {
    size_t n = sodium_base64_encoded_len(s.len, sodium_base64_VARIANT_ORIGINAL);
    buf_room(out, n);
    sodium_bin2base64(out->at + out->len, n, (const uint8_t *)s.at, s.len, sodium_base64_VARIANT_ORIGINAL);
    out->len += n - 1;
}

// RFC 2047: words of at most 75 characters, none of which splits a character of the text.
static void put_words(Buf *out, Str s) {
    for (size_t from = 0, to; from < s.len; from = to) {
        for (to = from; to < s.len;) {
            size_t next = to + utf8_len((unsigned char)s.at[to]);
            if (next > s.len) next = s.len;
            if (next - from > 42) break;
            to = next;
        }
        if (from) buf_lit(out, "\r\n ");
        buf_lit(out, "=?UTF-8?B?");
        put_base64(out, (Str){s.at + from, to - from});
        buf_lit(out, "?=");
    }
}

// Line ends and other control characters become spaces: what was typed cannot start a header of its own.
static Str one_line(Arena *a, Str s) {
    char *copy = str_c(a, s);
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)copy[i] < 0x20 || copy[i] == 0x7F) copy[i] = ' ';
    return (Str){copy, s.len};
}

static void put_text(Buf *out, Str s) {
    s = str_trim(one_line(out->arena, s));
    if (plain_ascii(s)) buf_put(out, s);
    else put_words(out, s);
}

static void put_quoted_name(Buf *out, Str s) {
    s = one_line(out->arena, s);
    if (!plain_ascii(s)) {
        put_words(out, s);
        return;
    }
    buf_byte(out, '"');
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '"' || s.at[i] == '\\') buf_byte(out, '\\');
        buf_byte(out, s.at[i]);
    }
    buf_byte(out, '"');
}

static void put_date(Buf *out, Instant t) {
    static const char *const day[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *const month[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
        "Nov", "Dec"};
    time_t s = (time_t)(t / 1000);
    struct tm utc;
    gmtime_r(&s, &utc);
    buf_fmt(out, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n", day[utc.tm_wday], utc.tm_mday,
        month[utc.tm_mon],
        utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

// ---- bodies -----------------------------------------------------------------------------------------------

// How long the end of a line at `i` is; 0 when there is none.
static size_t line_end(Str s, size_t i) {
    if (i < s.len && s.at[i] == '\n') return 1;
    return i + 1 < s.len && s.at[i] == '\r' && s.at[i + 1] == '\n' ? 2 : 0;
}

// Blanks at the end of a line get lost on the way, and a dot at its start means something to SMTP.
static bool stands_as_it_is(Str s, size_t i, size_t column) {
    char c = s.at[i];
    if (c == ' ') return i + 1 < s.len && !line_end(s, i + 1);
    return c > 0x20 && c < 0x7F && c != '=' && (c != '.' || column);
}

// Quoted-printable, so that a file in data/outbox can be read by a person.
static void put_quoted_printable(Buf *out, Str s) {
    size_t column = 0;
    for (size_t i = 0; i < s.len; i++) {
        size_t end = line_end(s, i);
        if (end || column > 72) {
            buf_put(out, end ? S("\r\n") : S("=\r\n"));
            column = 0;
            i += end ? end - 1 : 0;
            if (end) continue;
        }
        bool as_is = stands_as_it_is(s, i, column);
        if (as_is) buf_byte(out, s.at[i]);
        else buf_fmt(out, "=%02X", (unsigned char)s.at[i]);
        column += as_is ? 1 : 3;
    }
    buf_lit(out, "\r\n");
}

static void put_base64_lines(Buf *out, Str s) {
    for (size_t i = 0; i < s.len; i += 57) {
        put_base64(out, (Str){s.at + i, s.len - i < 57 ? s.len - i : 57});
        buf_lit(out, "\r\n");
    }
}

static void put_text_part(Buf *out, Str text) {
    buf_lit(out,
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
    put_quoted_printable(out, text);
}

// A name for the header, made of what every mail program shows alike.
static Str safe_name(Arena *a, Str name) {
    char *copy = str_c(a, name);
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)copy[i];
        if (c <= 0x20 || c >= 0x7F || strchr("\"\\/:;<>|*?", c)) copy[i] = '-';
    }
    return (Str){copy, name.len};
}

static void put_attachment(Buf *out, const MailParts *m) {
    bool typed = m->attachment_type.len && plain_ascii(m->attachment_type);
    Str name = safe_name(out->arena, m->attachment_name.at ? m->attachment_name : S("attachment"));
    Str type = typed ? m->attachment_type : S("application/octet-stream");
    buf_fmt(out, "Content-Type: %.*s\r\nContent-Transfer-Encoding: base64\r\n", STR_FMT(type));
    buf_fmt(out, "Content-Disposition: attachment; filename=\"%.*s\"\r\n\r\n", STR_FMT(name));
    put_base64_lines(out, m->attachment);
}

Str mail_message(Arena *a, const MailWay *way, MailParts m) {
    Buf out = {.arena = a};
    Str host = way->from;
    str_cut(&host, S("@"));
    buf_lit(&out, "From: ");
    put_quoted_name(&out, site_name(way->site));
    buf_fmt(&out, " <%.*s>\r\nTo: <%.*s>\r\nSubject: ", STR_FMT(way->from), STR_FMT(one_line(a, m.to)));
    put_text(&out, m.subject);
    buf_lit(&out, "\r\n");
    put_date(&out, m.at);
    buf_fmt(&out, "Message-ID: <%.*s@%.*s>\r\n", STR_FMT(m.message_id), STR_FMT(host));
    buf_lit(&out, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n");
    if (!m.attachment.at) {
        put_text_part(&out, m.text);
        return buf_str(&out);
    }
    buf_fmt(&out, "Content-Type: multipart/mixed; boundary=\"=_%.*s\"\r\n\r\n--=_%.*s\r\n",
        STR_FMT(m.message_id), STR_FMT(m.message_id));
    put_text_part(&out, m.text);
    buf_fmt(&out, "--=_%.*s\r\n", STR_FMT(m.message_id));
    put_attachment(&out, &m);
    buf_fmt(&out, "--=_%.*s--\r\n", STR_FMT(m.message_id));
    return buf_str(&out);
}
