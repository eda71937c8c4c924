// Nobody makes a record without a search, and nobody makes a second one of the same child unwarned.
#include "family.h"
#include "people/find/find.h"

static const Str adviser = S("adviser");

static Str hidden(Answer a, const char *name) {
    char start[64];
    snprintf(start, sizeof start, "name=\"%s\" value=\"", name);
    ptrdiff_t at = str_find(a.body, str_from(start));
    if (at < 0) return S("");
    Str rest = {a.body.at + at + strlen(start), a.body.len - (size_t)at - strlen(start)};
    return str_cut(&rest, S("\""));
}

static const char *form_new(World *w, Str proof, const char *more) {
    return str_c(w->arena,
                 str_fmt(w->arena,
                         "asked-name=amina+yusuf&asked-born=&asked-place=&asked-number=&proof=%.*s&%s",
                         STR_FMT(proof), more));
}

static Str proof_of(World *w) {
    return hidden(post(w, adviser, "/work/people", "name=amina+yusuf"), "proof");
}

static const char amina[] = "kind=child&given=Amina&family=Yusuf&born-day=4&born-month=5&born-year=2009";

TEST(nobody_makes_a_record_without_a_search) {    // W182
    WORLD(w);
    family_team(&w, "Front door", "front-door", adviser);
    Answer a = ask(&w, adviser, GET, "/work/people/new");
    CHECK_INT(a.status, 303);
    CHECK_STR(a.location, S("/work/people"));
    a = post(&w, adviser, "/work/people/new/save", form_new(&w, S("1404291600000.00"), amina));
    CHECK_STR(a.location, S("/work/people"));
    Str proof = proof_of(&w);
    a = post(&w, S("practitioner"), "/work/people/new/save", form_new(&w, proof, amina));
    CHECK_STR(a.location, S("/work/people"));
    a = post(&w, adviser, "/work/people/new/save", form_new(&w, proof, amina));
    CHECK(str_starts(a.location, S("/work/people/")) && a.location.len > 13);
    CHECK_INT(ask(&w, adviser, GET, str_c(w.arena, a.location)).status, 200);
    CHECK(sees(post(&w, adviser, "/work/people", "name=amena+yousef"), "Amina Yusuf"));
    w.now += 7200000;
    a = post(&w, adviser, "/work/people/new/save", form_new(&w, proof, amina));
    CHECK_STR(a.location, S("/work/people"));
}

TEST(what_was_searched_for_is_not_asked_again) {    // W182
    WORLD(w);
    Answer found = post(&w, adviser, "/work/people", "name=amina+yusuf");
    const char *form = str_c(w.arena, str_fmt(w.arena, "name=amina+yusuf&born=&place=&number=&proof=%.*s",
                                              STR_FMT(hidden(found, "proof"))));
    Answer a = post(&w, adviser, "/work/people/new", form);
    CHECK_INT(a.status, 200);
    CHECK(str_has(a.body, S("value=\"yusuf\"")));
}

TEST(somebody_likely_the_same_is_shown_before_a_second_record_is_made) {
    WORLD(w);
    int64_t there = family_child(&w, "Ameena Yousuf", "2009-05-04");
    db_begin(w.db);
    find_index(w.db, w.arena, there);
    db_commit(w.db);
    Str proof = proof_of(&w);
    Answer a = post(&w, adviser, "/work/people/new/save", form_new(&w, proof, amina));
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "likely somebody who has a record already"));
    CHECK(sees(a, "Ameena Yousuf"));
    const char *looked =
        str_c(w.arena, str_fmt(w.arena, "%s&other=1&seen=%.*s", amina, STR_FMT(hidden(a, "seen"))));
    CHECK_INT(post(&w, adviser, "/work/people/new/save", form_new(&w, proof, looked)).status, 303);
}
