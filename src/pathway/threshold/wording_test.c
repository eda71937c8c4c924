// A new edition of the threshold document is worded in the office.
#include "pathway/threshold/wording.h"

#include "family.h"

#define NOTTINGHAM(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))
#define AS S("administrator")

static const char *at(World *w, int64_t id, const char *end) {
    return str_c(w->arena, str_fmt(w->arena, "/office/threshold/%lld%s", (long long)id, end));
}

static int64_t drafted(World *w) {
    int64_t id = threshold_on(w->db, S("2014-07-02"))->id;
    Answer a = post(w, AS, at(w, id, "/draft"), "");
    CHECK_INT(a.status, 303);
    int64_t made = 0;
    Str rest = a.location;
    while (rest.at && str_has(rest, S("/"))) str_cut(&rest, S("/"));
    CHECK(str_int(rest, &made));
    return made;
}

static const NeedIndicator *example(World *w, int64_t edition, Str text) {
    NeedIndicatorList all = need_indicators(w->db, edition, NONE);
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].text, text)) return &all.at[i];
    return NULL;
}

static Answer send(World *w, int64_t id, const char *what, int64_t row, const char *end, const char *form) {
    return post(w, AS, at(w, id, str_c(w->arena, str_fmt(w->arena, "/%s/%lld%s", what, (long long)row, end))),
                form);
}

static const char *words(World *w, const char *format, Str was) {
    Str mark = wording_mark(w->arena, was);
    return str_c(w->arena, str_fmt(w->arena, "%s&mark=%.*s", format, STR_FMT(mark)));
}

TEST(a_draft_is_a_whole_copy_of_the_edition_it_is_begun_from) {    // W12
    NOTTINGHAM(w);
    int64_t old = threshold_on(w.db, S("2014-07-02"))->id, id = drafted(&w);
    CHECK_INT(need_levels(w.db, id).len, need_levels(w.db, old).len);
    CHECK_INT(need_indicators(w.db, id, NONE).len, need_indicators(w.db, old, NONE).len);
    CHECK_INT(item_list(w.db, id, (Str){0}).len, item_list(w.db, old, (Str){0}).len);
    CHECK_INT(need_texts(w.db, id, (Str){0}).len, need_texts(w.db, old, (Str){0}).len);
    CHECK_INT(need_guides(w.db, id, (Str){0}, (Str){0}).len, need_guides(w.db, old, (Str){0}, (Str){0}).len);
    CHECK(sees(ask(&w, AS, GET, at(&w, id, "/changes")), "Nothing is different yet"));
    CHECK(sees(ask(&w, AS, GET, at(&w, id, "")), "Draft of 2 July 2014"));
    CHECK(drafted(&w) != id);    // another may be begun beside it
}

TEST(an_example_is_added_worded_anew_moved_and_taken_out_and_the_page_of_changes_says_so) {    // W12 W4
    NOTTINGHAM(w);
    int64_t id = drafted(&w);
    CHECK_INT(post(&w, AS, at(&w, id, "/levels/universal/examples"),
                   "text=Plays+an+instrument&level=universal&dimension=identity")
                  .status,
              303);
    CHECK_INT(
        post(&w, AS, at(&w, id, "/levels/universal/examples"), "text=x&level=nowhere&dimension=identity")
            .status,
        422);
    const NeedIndicator *e = example(&w, id, S("Physically well"));
    Str was = e->text;
    CHECK_INT(send(&w, id, "examples", e->id, "",
                   words(&w, "text=Well+in+body&level=universal&dimension=health", was))
                  .status,
              303);
    CHECK_INT(
        send(&w, id, "examples", e->id, "", words(&w, "text=Later&level=universal&dimension=health", was))
            .status,
        422);    // on a page opened before that
    e = example(&w, id, S("Accesses health services"));
    CHECK_INT(send(&w, id, "examples", e->id, "",
                   words(&w, "text=Accesses+health+services&level=additional&dimension=identity", e->text))
                  .status,
              303);
    e = example(&w, id, S("Meets developmental milestones"));
    CHECK_INT(send(&w, id, "examples", e->id, "/up", "").status, 303);
    NeedIndicatorList all = need_indicators(w.db, id, NONE);
    CHECK_STR(all.at[1].text, S("Meets developmental milestones"));
    CHECK_INT(send(&w, id, "examples", e->id, "/down", "").status, 303);
    CHECK_INT(send(&w, id, "examples", e->id, "/remove", "").status, 303);
    Answer a = ask(&w, AS, GET, at(&w, id, "/changes"));
    CHECK(sees(a, "New example") && sees(a, "Plays an instrument"));
    CHECK(sees(a, "Example worded anew") && sees(a, "Well in body"));
    CHECK(sees(a, "Example moved: “Accesses health services”"));
    CHECK(sees(a, "Example no longer there") && sees(a, "Meets developmental milestones"));
    CHECK(!sees(ask(&w, S(""), GET, "/need/universal"), "Plays an instrument"));
}

TEST(a_level_and_what_to_do_at_it_are_worded_anew) {    // W12 W7
    NOTTINGHAM(w);
    int64_t id = drafted(&w);
    Str was = need_level_coded(w.db, id, S("universal"))->meaning;
    CHECK_INT(
        post(&w, AS, at(&w, id, "/levels/universal"), words(&w, "name=Universal&meaning=All+is+well", was))
            .status,
        303);
    CHECK_INT(
        post(&w, AS, at(&w, id, "/levels/universal"), words(&w, "name=Universal&meaning=Mine", was)).status,
        422);
    CHECK_INT(
        post(&w, AS, at(&w, id, "/levels/universal/items"), "kind=provider&text=The+library&optional=yes")
            .status,
        303);
    ItemList all = item_list(w.db, id, S("universal"));
    const Item *first = &all.at[0];
    CHECK_INT(send(&w, id, "items", first->id, "", words(&w, "text=Ask+the+child", first->text)).status, 303);
    CHECK_INT(send(&w, id, "items", all.at[1].id, "/remove", "").status, 303);
    CHECK_INT(post(&w, AS, at(&w, id, "/name"),
                   words(&w, "title=Pathway&edition=Second+edition", S("Draft of 2 July 2014")))
                  .status,
              303);
    Answer a = ask(&w, AS, GET, at(&w, id, "/changes"));
    CHECK(sees(a, "All is well") && sees(a, "The library") && sees(a, "Ask the child"));
    CHECK(sees(a, "Second edition"));
}

TEST(an_edition_that_is_in_force_is_never_worded_anew_and_decisions_keep_theirs) {    // W12 W3
    NOTTINGHAM(w);
    int64_t old = threshold_on(w.db, S("2014-07-02"))->id, id = drafted(&w);
    const NeedIndicator *e = example(&w, old, S("Physically well"));
    CHECK_INT(
        send(&w, old, "examples", e->id, "", words(&w, "text=x&level=universal&dimension=health", e->text))
            .status,
        409);
    CHECK_INT(send(&w, old, "examples", e->id, "/remove", "").status, 409);
    CHECK_INT(send(&w, id, "examples", e->id, "/remove", "").status, 404);    // of another edition
    CHECK_INT(ask(&w, AS, GET, at(&w, old, "/levels/universal")).status, 409);
    const NeedIndicator *mine = example(&w, id, S("Physically well"));
    send(&w, id, "examples", mine->id, "",
         words(&w, "text=Well+in+body&level=universal&dimension=health", mine->text));
    CHECK_INT(post(&w, AS, at(&w, id, ""), "from-day=1&from-month=9&from-year=2014").status, 303);
    CHECK_INT(send(&w, id, "examples", mine->id, "/remove", "").status, 409);
    CHECK(sees(ask(&w, S(""), GET, "/need/universal"), "Physically well"));
    w.now = instant_at(date_make(2014, 9, 1), 600);
    CHECK(sees(ask(&w, S(""), GET, "/need/universal"), "Well in body"));
    CHECK_STR(example(&w, old, S("Physically well"))->code, mine->code);
}

TEST(only_who_may_word_the_forms_words_the_threshold_document) {    // W12
    NOTTINGHAM(w);
    int64_t id = drafted(&w);
    CHECK_INT(ask(&w, S("practitioner"), GET, at(&w, id, "/levels/universal")).status, 403);
    CHECK_INT(post(&w, S("social-worker"), at(&w, id, "/draft"), "").status, 403);
}
