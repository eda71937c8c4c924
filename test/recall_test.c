// How many of those who are there a misspelt search finds among its first ten.
#include "people/find/find.h"
#include "typo.h"
#include "typo.sql.h"
#include "voice/demo/names.h"
#include "world.h"

enum { PEOPLE = 5000, SEARCHES = 300 };

static Str code_made(Arena *a, uint64_t *random) {
    static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ";
    uint64_t n = test_random(random);
    return str_fmt(a, "NG%d %d%c%c", 1 + (int)(n % 11), (int)(n / 11 % 10), letters[n / 110 % 20],
                   letters[n / 2200 % 20]);
}

static TypoPerson person_made(World *w, uint64_t *random) {
    const Naming *n = demo_naming(random);
    bool girl = test_random(random) & 1;
    uint64_t family = test_random(random);
    const char *families = girl && n->girls_family ? n->girls_family : n->family;
    Date born = date_add_days(date_of(w->now), -(int)(test_random(random) % 6500));
    TypoPerson p = {.given = demo_given(n, girl, random),
                    .family = demo_word(families, family),
                    .born = date_iso(w->arena, born),
                    .postcode = code_made(w->arena, random)};
    if (test_random(random) % 10 == 0) p.family_before = demo_word(families, family + 7);
    if (test_random(random) % 5 == 0) p.postcode_before = code_made(w->arena, random);
    return p;
}

static void person_kept(World *w, TypoPerson *p) {
    Str name = str_fmt(w->arena, "%.*s %.*s", STR_FMT(p->given), STR_FMT(p->family));
    p->id = typo_person_add(w->db, name, p->born, w->now);
    typo_person_one(w->db, p->id);
    typo_name_add(w->db, p->id, p->given, p->family, S("now"), w->now);
    if (p->family_before.at) typo_name_add(w->db, p->id, p->given, p->family_before, S("before"), w->now);
    typo_address_add(w->db, p->id, p->postcode, (Str){0}, w->now);
    if (p->postcode_before.at) typo_address_add(w->db, p->id, p->postcode_before, S("2012-01-01"), w->now);
}

static Str form_of(Arena *a, const Typed *t) {
    Buf form = {.arena = a};
    const struct {
        const char *name;
        Str value;
    } all[] = {{"name=", t->name}, {"&born=", t->born}, {"&place=", t->place}};
    for (size_t i = 0; i < COUNT(all); i++) {
        buf_put(&form, str_from(all[i].name));
        for (size_t k = 0; k < all[i].value.len; k++)
            buf_byte(&form, all[i].value.at[k] == ' ' ? '+' : all[i].value.at[k]);
    }
    return buf_str(&form);
}

static bool found_among_ten(World *w, const TypoPerson *p, const Typed *t) {
    Answer a = post(w, S("adviser"), "/work/people", str_c(w->arena, form_of(w->arena, t)));
    return a.status == 200 && str_has(a.body, str_fmt(w->arena, "/work/people/%lld\"", (long long)p->id));
}

TEST(a_misspelt_search_finds_nearly_everybody_among_its_first_ten) {
    WORLD(w);
    uint64_t random = test_seed();
    TypoPerson *people = arena_new(w.arena, TypoPerson, PEOPLE);
    db_begin(w.db);
    for (size_t i = 0; i < PEOPLE; i++) {
        people[i] = person_made(&w, &random);
        person_kept(&w, &people[i]);
    }
    CHECK_INT(find_index_all(w.db), PEOPLE);
    db_commit(w.db);
    int found = 0;
    for (size_t i = 0; i < SEARCHES; i++) {
        const TypoPerson *p = &people[test_random(&random) % PEOPLE];
        Typed t = typo_typed(w.arena, p, &random);
        bool there = found_among_ten(&w, p, &t);
        found += there;
        if (!there)
            printf("    not found: %.*s %.*s, %.*s by \"%.*s\", %.*s, %.*s (%.*s)\n", STR_FMT(p->given),
                   STR_FMT(p->family), STR_FMT(p->born), STR_FMT(t.name), STR_FMT(t.born), STR_FMT(t.place),
                   STR_FMT(t.slips));
    }
    CHECK(found * 100 >= SEARCHES * 97);
}
