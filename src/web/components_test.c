// The components against govuk-frontend's own fixtures: the same options must give the same HTML, white
// space aside. A fixture that uses an option Kith's structs have no member for is counted and named, not
// compared.
#include "web/components_fixture.h"

#include <jansson.h>
#include <stdlib.h>

#include "test.h"

// What a fixture's options become while a struct is filled: memory for lists, and the first option without
// a member.
typedef struct Filling {
    Arena *arena;
    const char *unknown;
} Filling;

static void fill(Filling *f, const FixtureMap *map, json_t *options, const char *path, char *object);

static const FixtureMap *map_find(const FixtureMap *map, const char *path) {
    for (; map->path; map++)
        if (strcmp(map->path, path) == 0) return map;
    return NULL;
}

// Nunjucks prints numbers and booleans where text is asked for.
static Str text_of(Arena *a, json_t *v) {
    if (json_is_string(v)) return str_copy(a, str_from(json_string_value(v)));
    if (json_is_integer(v)) return str_fmt(a, "%lld", (long long)json_integer_value(v));
    return json_is_true(v) ? S("true") : json_is_false(v) ? S("false") : S("");
}

static void fill_list(Filling *f, const FixtureMap *m, json_t *list, char *object) {
    size_t n = 0;
    char *items = arena_alloc(f->arena, m->size, _Alignof(max_align_t), json_array_size(list) + 1);
    json_t *item;
    size_t i;
    json_array_foreach(list, i, item) {
        if (json_is_null(item) || json_is_false(item) ||
            (json_is_string(item) && !json_string_length(item))) {
            f->unknown = "an item that is nothing";
            return;
        }
        char *at = items + m->size * n++;
        if (m->items) fill(f, m->items, item, "", at);
        else *(Str *)(void *)at = text_of(f->arena, item);
    }
    *(void **)(void *)(object + m->offset) = items;
    *(size_t *)(void *)(object + m->count) = n;
}

static void put(Filling *f, const FixtureMap *m, json_t *v, char *object) {
    void *at = object + m->offset;
    switch (m->kind) {
    case FIX_STR: *(Str *)at = text_of(f->arena, v); break;
    case FIX_FALSY:
        *(Str *)at = json_is_false(v) || (json_is_string(v) && !json_string_length(v)) ? (Str){0}
                                                                                       : text_of(f->arena, v);
        break;
    case FIX_INT:
        *(int *)at =
            json_is_string(v) ? (int)strtol(json_string_value(v), NULL, 10) : (int)json_integer_value(v);
        break;
    case FIX_BOOL: *(bool *)at = json_is_true(v); break;
    case FIX_CHOICE: *(UiChoice *)at = json_is_true(v) ? UI_YES : UI_NO; break;
    case FIX_LIST: fill_list(f, m, v, object); break;
    case FIX_FALLBACK: if (!((Str *)at)->at) *(Str *)at = text_of(f->arena, v); break;
    case FIX_NOT: *(bool *)at = json_is_false(v); break;
    case FIX_SUCCESS: *(bool *)at = json_is_string(v) && strcmp(json_string_value(v), "success") == 0; break;
    case FIX_IS: *(bool *)at = true; break;
    }
}

// Options are followed by their path, "label.text"; an object of its own may also say that it is there
// (FIX_IS).
static void fill(Filling *f, const FixtureMap *map, json_t *options, const char *path, char *object) {
    const char *key;
    json_t *v;
    if (json_is_array(options)) {                   // a table's row is a bare list
        const FixtureMap *m = map_find(map, "");
        if (m) fill_list(f, m, options, object);
        else f->unknown = "[]";
        return;
    }
    json_object_foreach(options, key, v) {
        char *full = str_c(f->arena, str_fmt(f->arena, "%s%s%s", path, *path ? "." : "", key));
        const FixtureMap *m = map_find(map, full);
        if (m) put(f, m, v, object);
        if (json_is_object(v) && (json_object_size(v) || !m)) fill(f, map, v, full, object);
        else if (!m && !json_is_null(v) && !f->unknown) f->unknown = full;
    }
}

// --- comparing HTML ---

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// White space as one space, and none beside a tag's ends; entities in one spelling; attributes in one order.
static Str squeezed(Arena *a, Str html) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < html.len; i++) {
        char c = html.at[i];
        if (!is_blank(c)) {
            buf_byte(&out, c);
            continue;
        }
        while (i + 1 < html.len && is_blank(html.at[i + 1])) i++;
        char before = out.len ? out.at[out.len - 1] : '>', after = i + 1 < html.len ? html.at[i + 1] : '<';
        if (before != '>' && after != '<' && after != '>') buf_byte(&out, ' ');
    }
    return buf_str(&out);
}

static int by_text(const void *a, const void *b) { return str_cmp(*(const Str *)a, *(const Str *)b); }

// One attribute, from a name to the end of its value.
static Str attribute(Str *rest) {
    bool quoted = false;
    size_t n = 0;
    while (n < rest->len && (quoted || rest->at[n] != ' ')) quoted ^= rest->at[n++] == '"';
    Str one = {rest->at, n};
    *rest = (Str){rest->at + n, rest->len - n};
    return one;
}

static void put_tag(Buf *out, Str tag) {
    Str at[32], rest = tag, name = attribute(&rest);
    size_t n = 0;
    while (rest.len && n < COUNT(at)) {
        rest = str_trim(rest);
        if (rest.len) at[n++] = attribute(&rest);
    }
    qsort(at, n, sizeof *at, by_text);
    buf_put(out, name);
    for (size_t i = 0; i < n; i++) {
        buf_byte(out, ' ');
        buf_put(out, str_trim(at[i]));
    }
}

static Str replaced(Arena *a, Str s, Str what, Str with) {
    Buf out = {.arena = a};
    for (ptrdiff_t at; (at = str_find(s, what)) >= 0;
         s = (Str){s.at + at + what.len, s.len - (size_t)at - what.len}) {
        buf_put(&out, (Str){s.at, (size_t)at});
        buf_put(&out, with);
    }
    buf_put(&out, s);
    return buf_str(&out);
}

static Str plain(Arena *a, Str html) {
    Str s = squeezed(a, html);
    s = replaced(a, s, S("&#x27;"), S("'"));
    s = replaced(a, s, S("&#39;"), S("'"));
    s = replaced(a, s, S("&#32;"), S(" "));
    s = replaced(a, s, S("=\"\""), S(""));
    Buf out = {.arena = a};
    while (s.len) {
        ptrdiff_t open = str_find(s, S("<")), close = str_find(s, S(">"));
        if (open < 0 || close < open) break;
        buf_put(&out, (Str){s.at, (size_t)open + 1});
        put_tag(&out, (Str){s.at + open + 1, (size_t)(close - open - 1)});
        buf_byte(&out, '>');
        s = (Str){s.at + close + 1, s.len - (size_t)close - 1};
    }
    buf_put(&out, s);
    return replaced(a, squeezed(a, buf_str(&out)), S("> "), S(">"));
}

// --- all fixtures of one component ---

typedef struct Tally {
    size_t compared, skipped;
} Tally;

static void compare(const FixtureComponent *k, json_t *fixture, Tally *tally) {
    Arena *a = arena_open();
    Filling f = {.arena = a};
    char *object = arena_alloc(a, k->size, _Alignof(max_align_t), 1);
    fill(&f, k->map, json_object_get(fixture, "options"), "", object);
    if (f.unknown) {
        if (getenv("KITH_FIXTURES"))
            printf("   %s, “%s”: no member for %s\n", k->name,
                   json_string_value(json_object_get(fixture, "name")), f.unknown);
        tally->skipped++;
    } else {
        Buf out = {.arena = a};
        k->draw(&out, object);
        Str want = plain(a, str_from(json_string_value(json_object_get(fixture, "html"))));
        Str got = plain(a, buf_str(&out));
        if (!str_eq(got, want))
            printf("   %s, “%s”\n", k->name, json_string_value(json_object_get(fixture, "name")));
        CHECK_STR(got, want);
        tally->compared++;
    }
    arena_close(a);
}

TEST(components_give_the_html_that_govuk_frontend_gives) {
    size_t compared = 0, skipped = 0;
    for (const FixtureComponent *k = fixture_components; k->name; k++) {
        char path[200];
        snprintf(path, sizeof path, "node_modules/govuk-frontend/dist/govuk/components/%s/fixtures.json",
                 k->name);
        json_t *all = json_load_file(path, 0, NULL);
        if (!all) {
            test_skip("govuk-frontend is not in node_modules: run npm ci");
            return;
        }
        Tally tally = {0};
        json_t *fixture;
        size_t i;
        json_array_foreach(json_object_get(all, "fixtures"), i, fixture) compare(k, fixture, &tally);
        json_decref(all);
        if (getenv("KITH_FIXTURES"))
            printf("   %-20s %zu compared, %zu not expressible\n", k->name, tally.compared, tally.skipped);
        CHECK(tally.compared >= k->least);
        compared += tally.compared;
        skipped += tally.skipped;
    }
    printf("   %zu fixtures compared, %zu use options Kith has no member for\n", compared, skipped);
}
