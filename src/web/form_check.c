// What a value of each kind must be. The sentences are the page's own words for what would be right.
#include "web/form_check.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/date.h"
#include "base/dec.h"

static const Choice yes_no[] = {{S("yes"), S("Yes"), S("")}, {S("no"), S("No"), S("")}};
const Choices form_yes_no = {COUNT(yes_no), yes_no};

size_t text_length(Str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
    return n;
}

// --- how a sentence names its field ---

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// The label as it stands inside a sentence: "email address", but "PIN".
static Str named(Arena *a, const Field *field) {
    Str label = field->label;
    bool asks = str_ends(label, S("?"));
    if (asks || !label.len) return str_fmt(a, "your answer to “%.*s”", STR_FMT(label));
    bool acronym =
        label.len > 1 && is_capital(label.at[0]) && (is_capital(label.at[1]) || label.at[1] == ' ');
    if (acronym || !is_capital(label.at[0])) return label;
    return str_fmt(a, "%c%.*s", label.at[0] + 32, STR_FMT(((Str){label.at + 1, label.len - 1})));
}

static Str named_first(Arena *a, const Field *field) {
    return str_ends(field->label, S("?")) ? str_fmt(a, "Your answer to “%.*s”", STR_FMT(field->label))
                                          : field->label;
}

static Str missing(Arena *a, const Field *field) {
    if (field->missing.len) return field->missing;
    bool chosen =
        field->kind == RADIOS || field->kind == SELECT || field->kind == CHECKBOXES || field->kind == YESNO;
    Str name = named(a, field);
    return str_fmt(a, "%s %.*s", chosen || field->kind == FILE_UPLOAD ? "Choose" : "Enter", STR_FMT(name));
}

__attribute__((format(printf, 3, 4))) static Str about(Arena *a, const Field *field, const char *format,
                                                       ...) {
    va_list args;
    char rest[200];
    va_start(args, format);
    vsnprintf(rest, sizeof rest, format, args);
    va_end(args);
    Str name = named_first(a, field);
    return str_fmt(a, "%.*s %s", STR_FMT(name), rest);
}

// --- kinds ---

static int limit_of(const Field *field) {
    return field->max ? field->max : field->kind == TEXTAREA ? 4000 : 200;
}

static bool has_control(Str s, bool lines) {
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if ((c < ' ' && !(lines && (c == '\n' || c == '\t'))) || c == 0x7f) return true;
    }
    return false;
}

static Str check_text(Arena *a, const Field *field, Str s) {
    if (!str_utf8(s) || has_control(s, field->kind == TEXTAREA))
        return about(a, field, "has characters that cannot be read: type it again");
    size_t n = text_length(s), most = (size_t)limit_of(field);
    if (n > most) return about(a, field, "must be %zu characters or fewer: it has %zu", most, n);
    return (Str){0};
}

static Str check_email(Arena *a, const Field *field, Str s) {
    ptrdiff_t at = str_find(s, S("@"));
    Str domain = at > 0 ? (Str){s.at + at + 1, s.len - (size_t)at - 1} : S("");
    bool good = str_find(domain, S(".")) > 0 && !str_ends(domain, S(".")) && !str_has(domain, S("@")) &&
                !str_has(domain, S("..")) && !str_has(s, S(" ")) && !str_has(s, S(",")) && s.len <= 254;
    return good ? (Str){0} : about(a, field, "must be an email address, like name@example.com");
}

static Str check_number(Arena *a, const Field *field, Str s) {
    int64_t n;
    return str_int(s, &n) ? (Str){0} : about(a, field, "must be a whole number, like 12");
}

static Str check_decimal(Arena *a, const Field *field, Str s) {
    Dec d;
    return dec_parse(s, &d, NULL) ? (Str){0} : about(a, field, "must be a number, like 12 or 21.6");
}

static bool is_choice(Choices choices, Str value) {
    for (size_t i = 0; i < choices.len; i++)
        if (str_eq(choices.at[i].value, value)) return true;
    return false;
}

static Str check_choices(Arena *a, const Field *field, Choices choices, Str s) {
    for (Str rest = s; rest.at;) {
        Str one = field->kind == CHECKBOXES ? str_cut(&rest, S(",")) : rest;
        if (field->kind != CHECKBOXES) rest = (Str){0};
        Str name = named(a, field);
        if (!is_choice(choices, one)) return str_fmt(a, "Choose %.*s from the list", STR_FMT(name));
    }
    return (Str){0};
}

// --- dates ---

Str date_typed(Arena *a, Str day, Str month, Str year) {
    if (!day.len && !month.len && !year.len) return S("");
    return str_fmt(a, "%.*s/%.*s/%.*s", STR_FMT(day), STR_FMT(month), STR_FMT(year));
}

void date_split(Arena *a, Str value, Str ret[3]) {
    Date d;
    if (date_parse(value, &d)) {
        int year, month, day;
        date_parts(d, &year, &month, &day);
        ret[0] = str_fmt(a, "%d", day);
        ret[1] = str_fmt(a, "%d", month);
        ret[2] = str_fmt(a, "%d", year);
        return;
    }
    for (int i = 0; i < 3; i++) {
        Str one = value.at ? str_cut(&value, S("/")) : S("");
        ret[i] = one.len ? one : S("");
    }
}

// 3, 03, mar, March; 0 when it is none.
static int month_of(Str s) {
    static const Str months[] = {S("january"),   S("february"), S("march"),    S("april"),
                                 S("may"),       S("june"),     S("july"),     S("august"),
                                 S("september"), S("october"),  S("november"), S("december")};
    int64_t n;
    if (str_int(s, &n)) return n >= 1 && n <= 12 ? (int)n : 0;
    for (int i = 0; i < 12; i++)
        if (s.len >= 3 && s.len <= months[i].len && str_eq_fold(s, (Str){months[i].at, s.len})) return i + 1;
    return 0;
}

static Str check_date(Arena *a, const Field *field, Str *value) {
    static const char *const words[] = {"a day", "a month", "a year"};
    Str part[3];
    date_split(a, *value, part);
    for (int i = 0; i < 3; i++)
        if (!part[i].len) return about(a, field, "must include %s", words[i]);
    int64_t day, year;
    int month = month_of(part[1]);
    if (!str_int(part[2], &year) || part[2].len != 4 || year < 1000)
        return about(a, field, "must have a year of four digits, like 2014");
    if (!str_int(part[0], &day) || day < 1 || day > 31 || !month ||
        date_make((int)year, month, (int)day) == DATE_NONE)
        return about(a, field, "must be a real day, like 27 3 2014");
    *value = date_iso(a, date_make((int)year, month, (int)day));
    return (Str){0};
}

// A page of ours fills these in, so only a page out of date, or somebody's own program, sends a bad one.
static Str check_hidden(Arena *a, const Field *field, Str s) {
    Str wrong = check_text(a, field, s);
    return wrong.len ? S("This page was out of date: open it again and send the form once more") : wrong;
}

Str form_check(Arena *a, const Field *field, Choices choices, Str *value) {
    if (!value->len) return field->required ? missing(a, field) : (Str){0};
    Str text = field->kind == HIDDEN || field->kind == DATE ? (Str){0} : check_text(a, field, *value);
    if (text.len) return text;
    switch (field->kind) {
    case EMAIL: return check_email(a, field, *value);
    case NUMBER: return check_number(a, field, *value);
    case DECIMAL: return check_decimal(a, field, *value);
    case DATE: return check_date(a, field, value);
    case RADIOS: case SELECT: case YESNO: case CHECKBOXES: return check_choices(a, field, choices, *value);
    case HIDDEN: return check_hidden(a, field, *value);
    case TEXT: case TEXTAREA: case PASSWORD: case FILE_UPLOAD: break;
    }
    return (Str){0};
}
