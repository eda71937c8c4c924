// docs/access.md as the tables have it, so that a change of who may do what shows in the diff of a change.
#include "docs.h"

#include <stdio.h>

#include "access/rights.h"
#include "routes.h"

static void head(Buf *out, const char *first) {
    buf_fmt(out, "| %s | anyone |", first);
    for (size_t i = 0; i < n_roles; i++) buf_fmt(out, " %.*s |", STR_FMT(roles[i].name));
    buf_lit(out, "\n|---|---|");
    for (size_t i = 0; i < n_roles; i++) buf_lit(out, "---|");
    buf_byte(out, '\n');
}

static void route_row(Buf *out, const Route *r) {
    Actor nobody = {.rights = PUBLIC};
    buf_fmt(out, "| %s `%s` | %s |", r->method == POST ? "POST" : "GET", r->path,
            may(nobody, r->needs) ? "yes" : "");
    for (size_t i = 0; i < n_roles; i++) {
        Actor actor = {.rights = roles[i].rights};
        buf_put(out, may(actor, r->needs) ? S(" yes |") : S("  |"));
    }
    buf_byte(out, '\n');
}

Str docs_access(Arena *a) {
    Buf out = {.arena = a};
    buf_lit(&out, "# Who may do what\n\nMade from `src/access/roles.c` and `src/routes.c` by `kith docs "
                  "access > docs/access.md`; a test compares.\nA person may hold several roles, each for a "
                  "time, and may do what any of them allows.\n\n## Roles\n\n");
    for (size_t i = 0; i < n_roles; i++)
        buf_fmt(&out, "- **%.*s** (`%s`): %.*s.\n", STR_FMT(roles[i].name), roles[i].key,
                STR_FMT(roles[i].about));
    buf_lit(&out, "\n## Addresses\n\nA `*` stands for one part of an address.\n\n");
    head(&out, "address");
    for (size_t i = 0; i < n_routes; i++) route_row(&out, &routes[i]);
    return buf_str(&out);
}

int verb_docs_access(Cli *c) {
    Str text = docs_access(c->arena);
    fwrite(text.at, 1, text.len, stdout);
    return 0;
}
