// Who may do what, asked of every line of the routes table and every role: what the table says is what
// happens.
#include "access/rights.h"
#include "routes.h"
#include "world.h"

// A path that fits the route; a number stands for each *.
static const char *path_of(Arena *a, const Route *r) {
    Buf out = {.arena = a};
    for (const char *c = r->path; *c; c++) {
        if (*c == '*')
            buf_lit(&out, "999999999");
        else
            buf_byte(&out, *c);
    }
    return str_c(a, buf_str(&out));
}

static Answer ask_route(World *w, Str role, const Route *r) {
    const char *path = path_of(w->arena, r);
    return r->method == POST ? post(w, role, path, "") : ask(w, role, GET, path);
}

static bool role_may(const Role *role, const Route *r) {
    return may((Actor){.rights = role->rights | SIGNED_IN}, r->needs);
}

static void say(const Route *r, const char *who, int status) {
    printf("    %s %s as %s answered %d\n", r->method == POST ? "POST" : "GET", r->path, who, status);
}

TEST(what_a_role_may_not_do_is_refused_on_every_route) {    // P5
    WORLD(w);
    for (size_t i = 0; i < n_routes; i++)
        for (size_t k = 0; k < n_roles; k++) {
            if (role_may(&roles[k], &routes[i])) continue;
            Answer a = ask_route(&w, str_from(roles[k].key), &routes[i]);
            if (a.status != 403) say(&routes[i], roles[k].key, a.status);
            CHECK(a.status == 403);
        }
}

TEST(nobody_gets_past_a_public_page) {
    WORLD(w);
    for (size_t i = 0; i < n_routes; i++) {
        if (routes[i].needs == PUBLIC) continue;
        Answer a = ask_route(&w, S(""), &routes[i]);
        bool refused = routes[i].method == POST
                           ? a.status == 403
                           : a.status == 303 && str_starts(a.location, S("/sign-in?next="));
        if (!refused) say(&routes[i], "nobody", a.status);
        CHECK(refused);
    }
}

TEST(no_form_is_taken_without_its_token_whoever_sends_it) {
    WORLD(w);
    for (size_t i = 0; i < n_routes; i++) {
        if (routes[i].method != POST) continue;
        for (size_t k = 0; k <= n_roles; k++) {
            Str token = k < n_roles ? world_token(&w, str_from(roles[k].key)) : (Str){0};
            Str path = str_from(path_of(w.arena, &routes[i]));
            Answer without =
                world_ask(&w, (Asked){.token = token, .verb = S("POST"), .path = path, .no_csrf = true});
            Answer foreign = world_ask(
                &w,
                (Asked){.token = token, .verb = S("POST"), .path = path, .origin = S("https://evil.test")});
            if (without.status != 403) say(&routes[i], "somebody without the token", without.status);
            CHECK(without.status == 403 && foreign.status == 403);
        }
    }
}

TEST(every_page_answers_whom_it_lets_in_without_a_fault) {
    WORLD(w);
    for (size_t i = 0; i < n_routes; i++) {
        if (routes[i].pool == RENDERS) continue;    // these start programs or ask other machines
        for (size_t k = 0; k < n_roles; k++) {
            if (!role_may(&roles[k], &routes[i])) continue;
            Answer a = ask_route(&w, str_from(roles[k].key), &routes[i]);
            if (a.status >= 500) say(&routes[i], roles[k].key, a.status);
            CHECK(a.status < 500);
        }
    }
}

static bool shadows(const char *before, const char *path) {
    while (*before && *path) {
        if (*before == '*') {
            while (*path && *path != '/') path++;
            before++;
        } else if (*before++ != *path++) {
            return false;
        }
    }
    return !*before && !*path;
}

TEST(no_route_hides_another) {
    for (size_t i = 0; i < n_routes; i++)
        for (size_t k = i + 1; k < n_routes; k++) {
            bool hides = routes[i].method == routes[k].method && shadows(routes[i].path, routes[k].path);
            if (hides) printf("    %s hides %s\n", routes[i].path, routes[k].path);
            CHECK(!hides);
        }
}
