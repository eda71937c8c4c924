// The site's tables against its documents and against themselves.
#include "docs.h"

#include <stdio.h>

#include "access/rights.h"
#include "routes.h"
#include "world.h"

static Str file_text(Arena *a, const char *path) {
    FILE *f = fopen(path, "r");
    Buf out = {.arena = a};
    char piece[4096];
    size_t n;
    while (f && (n = fread(piece, 1, sizeof piece, f)) > 0) buf_put(&out, (Str){piece, n});
    if (f) fclose(f);
    return buf_str(&out);
}

TEST(the_document_of_who_may_do_what_is_what_the_tables_say) {
    Arena *a = arena_open();
    bool same = str_eq(file_text(a, "docs/access.md"), docs_access(a));
    if (!same)
        fputs("docs/access.md is out of date. Look at what changes, then: kith docs access > "
              "docs/access.md\n",
              stderr);
    CHECK(same);
    arena_close(a);
}

// "/office/accounts/*" as somebody might ask for it.
static const char *asked(Arena *a, const char *path) {
    Buf out = {.arena = a};
    for (; *path; path++) buf_byte(&out, *path == '*' ? '1' : *path);
    return str_c(a, buf_str(&out));
}

static void refused_where_not_allowed(World *w, const Route *r, Str role) {
    const Role *who = role_find(role);
    Actor actor = {.rights = who ? who->rights : 0};
    if (may(actor, r->needs)) return;
    const char *path = asked(w->arena, r->path);
    Answer a = r->method == GET ? ask(w, role, GET, path) : post(w, role, path, "");
    bool to_sign_in =
        !who && r->method == GET && a.status == 303 && str_starts(a.location, S("/sign-in?next="));
    if (a.status != 403 && !to_sign_in) fprintf(stderr, "%s as %.*s: %d\n", path, STR_FMT(role), a.status);
    CHECK(a.status == 403 || to_sign_in);
}

TEST(every_address_refuses_every_role_that_lacks_its_right) {
    WORLD(w);
    for (size_t i = 0; i < n_routes; i++) {
        refused_where_not_allowed(&w, &routes[i], S(""));
        for (size_t r = 0; r < n_roles; r++)
            refused_where_not_allowed(&w, &routes[i], str_from(roles[r].key));
    }
}

TEST(every_right_that_an_address_asks_for_is_held_by_some_role) {
    for (size_t i = 0; i < n_routes; i++) {
        bool held = routes[i].needs == PUBLIC;
        for (size_t r = 0; r < n_roles; r++) held = held || roles[r].rights & routes[i].needs;
        CHECK(held);
    }
}
