// A contact in the hands of the team it was given to: they read it and begin the help, and nobody else
// outside the front door does. And the child whom nobody has met, and the caller who has an account.
#include "family.h"
#include "pathway/contact/contact_test.sql.h"
#include "pathway/contact/within.h"

#define ADVISER S("adviser")
#define WORKER S("practitioner")

// The front door is the adviser's; early help is the practitioner's.
static World desk(void) {
    World w = world_open();
    family_team(&w, "Front door", "front-door", ADVISER);
    family_team(&w, "North Early Help", "early-help", WORKER);
    family_team(&w, "Fieldwork", "social-care", S("team-manager"));
    return w;
}
#define DESK(w) World w __attribute__((cleanup(world_close))) = desk()

static const char *url(World *w, int64_t contact, const char *what) {
    return str_c(w->arena, str_fmt(w->arena, "/work/contacts/%lld%s", (long long)contact, what));
}

static Answer send(World *w, Str role, int64_t contact, const char *what, const char *fields) {
    Str form = str_fmt(w->arena, "version=%lld&channel=telephone&%s",
                       (long long)test_contact_version(w->db, contact), fields);
    return post(w, role, url(w, contact, what), str_c(w->arena, form));
}

static int64_t call(World *w) {
    post(w, ADVISER, "/work/contacts", "act=take");
    return test_last_contact(w->db);
}

static Str hidden(Answer a, const char *name) {
    char start[64];
    snprintf(start, sizeof start, "name=\"%s\" value=\"", name);
    ptrdiff_t at = str_find(a.body, str_from(start));
    if (at < 0) return S("");
    Str rest = {a.body.at + at + strlen(start), a.body.len - (size_t)at - strlen(start)};
    return str_cut(&rest, S("\""));
}

static int64_t given(World *w, int64_t child) {
    int64_t id = call(w);
    send(w, ADVISER, id, "", "said=He+falls+asleep+in+class&caller=professional");
    send(w, ADVISER, id, "/children", str_c(w->arena, str_fmt(w->arena, "person=%lld", (long long)child)));
    send(w, ADVISER, id, "/decide",
         "determination=initial-contact&route=locality-access-point&reasons=Needs+help+at+home");
    return id;
}

TEST(the_team_that_was_given_a_contact_reads_it_and_begins_the_help_from_it) {    // W19 W181 P1 P2
    DESK(w);
    int64_t child = family_child(&w, "Omar Haddad", "2009-05-04"), id = given(&w, child);
    Answer a = ask(&w, WORKER, GET, url(&w, id, ""));
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "He falls asleep in class"));
    CHECK(sees(a, "Needs help at home"));
    CHECK(sees(a, "Tell whoever raised it"));
    CHECK(str_has(a.body, str_fmt(w.arena, "/work/people/%lld/assessments/new", (long long)child)));
    CHECK_INT(send(&w, WORKER, id, "/tell", "how=by+telephone&what=We+call+on+Monday").status, 303);
    a = send(&w, WORKER, id, "/close", "why=Early+help+began");
    CHECK_INT(a.status, 303);
    CHECK_STR(a.location, S("/work"));
}

TEST(a_contact_is_read_by_no_team_but_its_own_and_by_that_as_long_as_it_is_open) {    // P5
    DESK(w);
    int64_t open = call(&w);
    CHECK_INT(ask(&w, WORKER, GET, url(&w, open, "")).status, 404);    // nobody has decided yet
    int64_t id = given(&w, family_child(&w, "Omar Haddad", "2009-05-04"));
    CHECK_INT(ask(&w, WORKER, GET, url(&w, id, "/decide")).status, 403);
    CHECK_INT(send(&w, WORKER, id, "/children", "person=1").status, 403);
    send(&w, WORKER, id, "/tell", "how=by+telephone&what=We+call+on+Monday");
    send(&w, WORKER, id, "/close", "why=Early+help+began");
    CHECK_INT(ask(&w, WORKER, GET, url(&w, id, "")).status, 404);
}

TEST(a_child_whom_nobody_has_met_gets_a_record_from_the_contact_after_a_search) {    // W16 W181 W182
    DESK(w);
    int64_t id = call(&w);
    Answer found = post(&w, ADVISER, url(&w, id, "/find"), "name=amina+yusuf&born=4+5+2009&place=");
    CHECK(sees(found, "Make a record for the child"));
    CHECK(!sees(post(&w, ADVISER, url(&w, id, "/find"), "name="), "Make a record"));
    Str proof = hidden(found, "proof");
    Str asked = str_fmt(w.arena, "name=amina+yusuf&born=4+5+2009&place=&number=&proof=%.*s", STR_FMT(proof));
    Answer form = post(&w, ADVISER, url(&w, id, "/children/new"), str_c(w.arena, asked));
    CHECK_INT(form.status, 200);
    CHECK(str_has(form.body, S("value=\"yusuf\"")));
    CHECK(str_has(form.body, str_fmt(w.arena, "action=\"%s\"", url(&w, id, "/children/made"))));
    Str made = str_fmt(w.arena,
                       "asked-name=amina+yusuf&asked-born=4+5+2009&asked-place=&asked-number=&proof=%.*s"
                       "&kind=child&given=Amina&family=Yusuf&born-day=4&born-month=5&born-year=2009",
                       STR_FMT(proof));
    Answer a = post(&w, ADVISER, url(&w, id, "/children/made"), str_c(w.arena, made));
    CHECK_STR(a.location, str_from(url(&w, id, "")));
    CHECK(sees(ask(&w, ADVISER, GET, url(&w, id, "")), "Amina Yusuf, 5 years"));
    a = post(&w, ADVISER, url(&w, id, "/children/made"), "kind=child&given=Amina&proof=1404291600000.00");
    CHECK_STR(a.location, S("/work/people"));
}

TEST(a_professional_who_calls_and_has_an_account_follows_it_in_kith) {    // P2 W16
    DESK(w);
    int64_t id = call(&w);
    CHECK(!sees(ask(&w, WORKER, GET, "/work/contacts/mine"), "Omar, year 2"));
    send(&w, ADVISER, id, "",
         "said=Tired&children_said=Omar,+year+2&caller=professional&caller_reach=practitioner@world.example");
    CHECK(sees(ask(&w, WORKER, GET, "/work/contacts/mine"), "Omar, year 2"));
}
