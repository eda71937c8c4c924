#include "test.h"
#include "web/route.h"

#define ARENA(a) Arena *a __attribute__((cleanup(close_arena))) = arena_open()
static void close_arena(Arena **a) { arena_close(*a); }

static Reply nothing(Ctx *c) { return (void)c, (Reply){.status = 200}; }
static const Route table[] = {
    {GET, "/", nothing, PUBLIC},
    {GET, "/visits", nothing, PUBLIC},
    {GET, "/visits/new", nothing, PUBLIC},
    {POST, "/visits/new", nothing, SIGNED_IN},
    {GET, "/visits/*", nothing, SIGNED_IN},
    {POST, "/sign-in", nothing, PUBLIC, HASHES},
    {GET, "/visits/*/notes/*", nothing, SIGNED_IN, .body_limit = 5},
};
static const Site site = {.routes = table, .n_routes = COUNT(table)};

TEST(the_first_route_that_fits_is_taken) {
    ARENA(a);
    Match m = route_match(&site, a, S("GET"), S("/visits/new"));
    CHECK(m.route == &table[2]);
    m = route_match(&site, a, S("HEAD"), S("/visits/7?x=1"));
    CHECK(m.route == &table[4]);
    CHECK_STR(m.part[0], S("7"));
    CHECK_STR(m.query, S("x=1"));
    m = route_match(&site, a, S("GET"), S("/visits/a%20b/notes/%C3%A9"));
    CHECK(m.route == &table[6]);
    CHECK_STR(m.part[1], S("é"));
    CHECK_STR(m.path, S("/visits/a b/notes/é"));
}

TEST(an_address_that_is_not_there_is_404_and_a_wrong_verb_405) {
    ARENA(a);
    CHECK(route_match(&site, a, S("GET"), S("/visit")).status == 404);
    CHECK(route_match(&site, a, S("GET"), S("/visits/1/notes")).status == 404);
    Match m = route_match(&site, a, S("POST"), S("/visits/1"));
    CHECK(m.status == 405);
    CHECK_STR(m.allow, S("GET, HEAD"));
    CHECK_STR(route_match(&site, a, S("GET"), S("/sign-in")).allow, S("POST"));
    CHECK(route_match(&site, a, S("DELETE"), S("/visits")).status == 405);
}

TEST(a_trailing_slash_leads_to_the_page_without_it) {
    ARENA(a);
    Match m = route_match(&site, a, S("GET"), S("/visits/?a=b"));
    CHECK(m.status == 308 && !m.route);
    CHECK_STR(m.location, S("/visits?a=b"));
    CHECK(route_match(&site, a, S("GET"), S("/none/")).status == 404);
    CHECK(route_match(&site, a, S("GET"), S("/")).route == &table[0]);
}

TEST(an_address_that_could_mean_two_things_is_refused) {
    ARENA(a);
    const char *bad[] = {"",
                         "visits",
                         "//visits",
                         "/visits//new",
                         "/visits/..",
                         "/visits/%2e%2e",
                         "/./visits",
                         "/a%2fb",
                         "/visits/%00",
                         "/visits/%ff",
                         "/visits/%",
                         "/visits/%5c..",
                         "/visits/a%0ab",
                         "*",
                         "http://kith.test/visits",
                         "/visits/\x7f"};
    for (size_t i = 0; i < COUNT(bad); i++)
        CHECK(route_match(&site, a, S("GET"), str_from(bad[i])).status == 400);
    Buf lengthy = {.arena = a};
    for (int i = 0; i < 3000; i++) buf_lit(&lengthy, "/a");
    CHECK(route_match(&site, a, S("GET"), buf_str(&lengthy)).status == 400);
}

TEST(a_form_is_answered_by_the_writer_unless_said) {
    CHECK(route_pool(&table[0]) == READS && route_pool(&table[3]) == WRITES &&
          route_pool(&table[5]) == HASHES);
    CHECK(route_pool(&(Route){POST, "/search", nothing, PUBLIC, LOOKS}) == READS);
    CHECK(route_body_limit(&table[0]) == 65536 && route_body_limit(&table[6]) == 5);
}
