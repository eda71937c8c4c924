// A call put through for danger, as those see it who must answer: before everything, on each of their pages.
#include "pathway/contact/contact_test.sql.h"
#include "pathway/contact/within.h"

#include "family.h"

#define ADVISER S("adviser")
#define MANAGER S("team-manager")

// The front door is the adviser's; the duty team is the manager's, who has a child to see to as well.
static World desk(void) {
    World w = world_open();
    family_team(&w, "Front door", "front-door", ADVISER);
    int64_t duty = family_team(&w, "Screening and Duty", "duty", MANAGER);
    family_episode(&w, family_child(&w, "Amina Yusuf", "2009-05-04"), "social-care", MANAGER, duty);
    return w;
}
#define DESK(w) World w __attribute__((cleanup(world_close))) = desk()

static int64_t call(World *w, const char *form) {
    CHECK_INT(post(w, ADVISER, "/work/contacts", form).status, 303);
    return test_last_contact(w->db);
}

static const char *url(World *w, int64_t contact, const char *what) {
    return str_c(w->arena, str_fmt(w->arena, "/work/contacts/%lld%s", (long long)contact, what));
}

static Answer decide(World *w, int64_t contact) {
    Str form = str_fmt(w->arena,
                       "version=%lld&determination=initial-contact&route=family-support&reasons=Safe+now"
                       "&advice=Ring+the+school",
                       (long long)test_contact_version(w->db, contact));
    return post(w, ADVISER, url(w, contact, "/decide"), str_c(w->arena, form));
}

static bool stands_before(Answer a, const char *first, const char *then) {
    ptrdiff_t x = str_find(a.body, str_from(first)), y = str_find(a.body, str_from(then));
    return x >= 0 && y >= 0 && x < y;
}

TEST(a_call_put_through_stands_before_what_is_late_and_says_since_when) {    // W20 W38 P1
    DESK(w);
    w.now += INT64_C(30) * 86400000;    // the child's next step is late
    int64_t id = call(&w, "act=danger");
    static const char *const pages[] = {"/work", "/work/team"};
    for (size_t i = 0; i < COUNT(pages); i++) {
        Answer a = ask(&w, MANAGER, GET, pages[i]);
        CHECK(sees(a, "A child may be in danger now: answer this before anything else"));
        CHECK(sees(a, "Waits since 1 August 2014, 10:00am"));
        CHECK(stands_before(a, "Danger: answer now", "Amina Yusuf"));
    }
    CHECK_INT(decide(&w, id).status, 303);
    for (size_t i = 0; i < COUNT(pages); i++) CHECK(!sees(ask(&w, MANAGER, GET, pages[i]), "Danger"));
}

TEST(a_call_put_through_by_night_heads_the_list_of_the_front_door) {    // W20 W24
    DESK(w);
    family_team(&w, "Emergency Duty", "out-of-hours", ADVISER);
    w.now += 13 * (Instant)3600000;    // eleven at night
    call(&w, "act=take");
    int64_t id = call(&w, "act=danger");
    Answer a = ask(&w, MANAGER, GET, "/work/contacts");
    CHECK(stands_before(a, "Put through for danger: answer now", "From out of hours: read these first"));
    const char *link = str_c(w.arena, str_fmt(w.arena, "href=\"%s\"", url(&w, id, "")));
    CHECK(stands_before(a, link, "From out of hours: read these first"));
    CHECK(sees(a, "Now: since 2 July 2014, 11:00pm"));
}

TEST(no_day_to_decide_is_shown_while_somebody_waits_to_be_answered) {    // W20 P7
    DESK(w);
    int64_t id = call(&w, "act=take");
    CHECK(sees(ask(&w, ADVISER, GET, url(&w, id, "")), "Answers for it:"));
    CHECK_INT(post(&w, ADVISER, url(&w, id, "/danger"), "").status, 303);
    static const char *const pages[] = {"", "/decide"};
    for (size_t i = 0; i < COUNT(pages); i++) {
        Answer a = ask(&w, MANAGER, GET, url(&w, id, pages[i]));
        CHECK(sees(a, "Danger: answer now, and decide. Put through to team-manager"));
        CHECK(!sees(a, "Answers for it:"));
    }
}
