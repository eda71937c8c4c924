// Lines of at most 75 bytes, folded between characters; text with its commas, semicolons and line ends
// escaped (RFC 5545, 3.1 and 3.3.11).
#include "pathway/plan/ics.h"

enum { LINE_BYTES = 75 };

static void put_line(Buf *out, Str line) {
    size_t used = 0, most = LINE_BYTES;
    for (size_t i = 0; i < line.len;) {
        size_t n = str_rune((Str){line.at + i, line.len - i});
        if (!n) n = 1;
        if (used + n > most) buf_lit(out, "\r\n "), used = 0, most = LINE_BYTES - 1;
        buf_put(out, (Str){line.at + i, n});
        used += n, i += n;
    }
    buf_lit(out, "\r\n");
}

static Str escaped(Arena *a, Str s) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (c == '\n')
            buf_lit(&out, "\\n");
        else if (c == '\r')
            continue;
        else {
            if (c == ',' || c == ';' || c == '\\') buf_byte(&out, '\\');
            buf_byte(&out, c);
        }
    }
    return buf_str(&out);
}

// "20140702T090000Z"
static Str instant_basic(Arena *a, Instant t) {
    Str iso = instant_iso(a, t);
    Buf out = {.arena = a};
    for (size_t i = 0; i < iso.len; i++)
        if (iso.at[i] != '-' && iso.at[i] != ':') buf_byte(&out, iso.at[i]);
    return buf_str(&out);
}

// A name between quotes holds neither quotes nor line ends (RFC 5545, 3.2).
static Str quoted(Arena *a, Str s) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] != '"' && (unsigned char)s.at[i] >= 0x20) buf_byte(&out, s.at[i]);
    return buf_str(&out);
}

Str ics_text(Arena *a, Ics m) {
    Buf out = {.arena = a};
    put_line(&out, S("BEGIN:VCALENDAR"));
    put_line(&out, S("VERSION:2.0"));
    put_line(&out, S("PRODID:-//Kith//Kith//EN"));
    put_line(&out, m.cancelled ? S("METHOD:CANCEL") : S("METHOD:REQUEST"));
    put_line(&out, S("BEGIN:VEVENT"));
    put_line(&out, str_fmt(a, "UID:%.*s", STR_FMT(m.uid)));
    put_line(&out, str_fmt(a, "DTSTAMP:%.*s", STR_FMT(instant_basic(a, m.now))));
    put_line(&out, str_fmt(a, "DTSTART:%.*s", STR_FMT(instant_basic(a, m.starts))));
    put_line(&out, str_fmt(a, "DTEND:%.*s", STR_FMT(instant_basic(a, m.starts + m.minutes * 60000))));
    put_line(&out, str_fmt(a, "SEQUENCE:%lld", (long long)m.sequence));
    put_line(&out, m.cancelled ? S("STATUS:CANCELLED") : S("STATUS:CONFIRMED"));
    put_line(&out, str_fmt(a, "SUMMARY:%.*s", STR_FMT(escaped(a, m.summary))));
    if (m.description.len)
        put_line(&out, str_fmt(a, "DESCRIPTION:%.*s", STR_FMT(escaped(a, m.description))));
    put_line(&out, str_fmt(a, "LOCATION:%.*s", STR_FMT(escaped(a, m.place))));
    put_line(&out, str_fmt(a, "ORGANIZER;CN=\"%.*s\":mailto:%.*s", STR_FMT(quoted(a, m.organiser_name)),
                           STR_FMT(m.organiser)));
    for (size_t i = 0; i < m.n_attendees; i++)
        put_line(&out,
                 str_fmt(a, "ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:%.*s", STR_FMT(m.attendees[i])));
    put_line(&out, S("END:VEVENT"));
    put_line(&out, S("END:VCALENDAR"));
    return buf_str(&out);
}
