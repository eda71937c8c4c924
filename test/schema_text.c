// A small reader of "create table", "alter table … add column" and "drop table": what Kith's own schema uses.
#include "schema_text.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"

enum { MOST_TABLES = 200 };

extern const Text schema_files[];
extern const size_t n_schema_files;

static Str uncommented(Arena *a, Str body) {
    Buf out = {.arena = a};
    bool quoted = false;
    for (size_t i = 0; i < body.len; i++) {
        if (body.at[i] == '\'') quoted = !quoted;
        if (!quoted && body.at[i] == '-' && i + 1 < body.len && body.at[i + 1] == '-')
            while (i < body.len && body.at[i] != '\n') i++;
        buf_byte(&out, i < body.len && body.at[i] != '\n' ? body.at[i] : ' ');
    }
    return buf_str(&out);
}

// What stands before the next `end` that is in no quotes and no parentheses; *rest is what follows.
static Str part_next(Str *rest, char end) {
    int depth = 0;
    bool quoted = false;
    size_t i = 0;
    for (; i < rest->len; i++) {
        char c = rest->at[i];
        if (c == '\'') quoted = !quoted;
        if (quoted) continue;
        if (c == end && !depth) break;
        if (c == '(') depth++;
        if (c == ')') depth--;
    }
    Str part = {rest->at, i};
    *rest = i < rest->len ? (Str){rest->at + i + 1, rest->len - i - 1} : (Str){0};
    return str_trim(part);
}

static Str word_next(Str *rest) {
    *rest = str_trim(*rest);
    size_t i = 0;
    while (i < rest->len && rest->at[i] != ' ' && rest->at[i] != '(') i++;
    Str word = {rest->at, i};
    *rest = (Str){rest->at + i, rest->len - i};
    return word;
}

static Str after(Str s, Str what) {
    ptrdiff_t at = str_find(s, what);
    if (at < 0) return (Str){0};
    size_t skip = (size_t)at + what.len;
    return (Str){s.at + skip, s.len - skip};
}

static Str unquoted(Str s) {
    s = str_trim(s);
    return s.len >= 2 && s.at[0] == '\'' ? (Str){s.at + 1, s.len - 2} : s;
}

// "check (name in ('a', 'b'))"; of "between 0 and 10" both ends.
static void read_choices(Arena *a, SchemaColumn *c, Str text) {
    Str list = after(text, str_fmt(a, "%.*s in (", STR_FMT(c->name)));
    if (list.at) {
        list = part_next(&list, ')');
        for (Str rest = list; rest.at;) {
            Str one = unquoted(part_next(&rest, ','));
            if (!c->first.at) c->first = one;
            c->last = one;
        }
    }
    Str range = after(text, str_fmt(a, "%.*s between ", STR_FMT(c->name)));
    if (!range.at) return;
    c->first = word_next(&range);
    word_next(&range);
    range = part_next(&range, ')');
    c->last = range;
}

static bool of_table(Str part) {
    return str_starts(part, S("check")) || str_starts(part, S("unique")) ||
           str_starts(part, S("primary key")) || str_starts(part, S("foreign"));
}

static void read_column(Arena *a, SchemaTable *t, Str part) {
    if (!part.len || of_table(part)) return;
    if (t->n == COUNT(t->column)) abort();    // a wider table than this reader was made for
    SchemaColumn *c = &t->column[t->n++];
    Str rest = part;
    c->name = word_next(&rest);
    c->type = word_next(&rest);
    Str refs = after(rest, S("references "));
    if (refs.at) c->refs = word_next(&refs);
    c->key = str_has(rest, S("primary key"));
    c->required = c->key || str_has(rest, S("not null"));
    c->unique = str_has(rest, S(" unique"));
    read_choices(a, c, rest);
    if (!c->refs.at && str_eq(c->name, S("person_id"))) c->refs = S("person");
}

static void create(Arena *a, Schema *s, Str rest) {
    if (s->n == MOST_TABLES) abort();
    SchemaTable *t = &s->at[s->n++];
    t->name = word_next(&rest);
    Str inside = after(rest, S("("));
    for (inside = part_next(&inside, ')'); inside.at;) read_column(a, t, part_next(&inside, ','));
}

static void drop(Schema *s, Str name) {
    SchemaTable *t = schema_table(s, name);
    if (!t) return;
    size_t at = (size_t)(t - s->at);
    memmove(t, t + 1, (s->n - at - 1) * sizeof *t);
    s->n--;
    memset(&s->at[s->n], 0, sizeof *t);
}

static void alter(Arena *a, Schema *s, Str rest) {
    SchemaTable *t = schema_table(s, word_next(&rest));
    rest = str_trim(rest);
    if (t && str_starts(rest, S("add column "))) return read_column(a, t, after(rest, S("add column ")));
    if (t && str_starts(rest, S("rename to "))) {
        t->name = str_trim(after(rest, S("rename to ")));
        return;
    }
    fprintf(stderr, "test/schema_text.c cannot read \"alter table … %.*s\"\n", STR_FMT(rest));
    abort();
}

Schema schema_read(Arena *a) {
    Schema s = {.at = arena_new(a, SchemaTable, MOST_TABLES)};
    for (size_t f = 0; f < n_schema_files; f++)
        for (Str rest = uncommented(a, schema_files[f].body); rest.at;) {
            Str one = part_next(&rest, ';');
            if (str_starts(one, S("create table ")))
                create(a, &s, after(one, S("create table ")));
            else if (str_starts(one, S("alter table ")))
                alter(a, &s, after(one, S("alter table ")));
            else if (str_starts(one, S("drop table ")))
                drop(&s, str_trim(after(one, S("drop table "))));
        }
    return s;
}

SchemaTable *schema_table(const Schema *s, Str name) {
    for (size_t i = 0; i < s->n; i++)
        if (str_eq(s->at[i].name, name)) return &s->at[i];
    return NULL;
}
