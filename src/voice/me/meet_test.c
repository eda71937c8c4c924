// A child leads their meeting: what they ask, who must answer, and who reads none of it.
#include "pathway/plan/case.sql.h"
#include "voice/me/home_test.h"
#include "voice/me/meet_test.sql.h"

typedef struct Meets {
    World *w;
    Parents p;
    int64_t meeting;
} Meets;

static Answer call(World *w, int64_t episode, const char *child) {
    const char *form = "kind=team&purpose=Plan+together&on-day=10&on-month=7&on-year=2014&time=15:30&"
                       "minutes=60&place=Hill+Primary&child=";
    return post(w, S("practitioner"), home_path(w, "/work/episodes/*/meetings/new", episode),
                str_c(w->arena, str_fmt(w->arena, "%s%s", form, child)));
}

// A meeting that the child is asked to, with a guest who has mail.
static Meets meets(World *w) {
    Meets m = {.w = w, .p = home_parents(w)};
    int64_t consent = family_consent(w, m.p.home.child, S("social-worker"), "plan");
    int64_t seat = family_seat(w, m.p.home.episode, S("social-worker"), consent);
    CHECK_INT(call(w, m.p.home.episode, home_path(w, "yes&guests=*", seat)).status, 303);
    m.meeting = meet_test_meeting(w->db);
    return m;
}

// The child's own page of the meeting, and what follows.
static const char *at(const Meets *m, const char *rest) {
    const char *page = home_path2(m->w, "/me/*/meetings/*", m->p.home.child, m->meeting);
    return str_c(m->w->arena, str_fmt(m->w->arena, "%s%s", page, rest));
}

static int asks(const Meets *m, const char *rest, const char *form) {
    return home_ask(m->w, m->p.child_at, at(m, rest), form).status;
}

static Answer childs(const Meets *m) { return home_ask(m->w, m->p.child_at, at(m, ""), NULL); }

static const char *work(const Meets *m, const char *rest) {
    return str_c(m->w->arena, str_fmt(m->w->arena, "/work/meetings/%lld%s", (long long)m->meeting, rest));
}

static Answer meeting_page(const Meets *m) { return ask(m->w, S("practitioner"), GET, work(m, "")); }

// `format` has a star for the wish that was made last.
static int answers(const Meets *m, const char *format) {
    int64_t wish = meet_test_wish(m->w->db);
    return post(m->w, S("practitioner"), work(m, "/wishes"), home_path2(m->w, format, wish, wish)).status;
}

TEST(a_child_asks_to_lead_their_meeting_and_reads_the_answer) {    // W169 P1 P8
    WORLD(w);
    Meets m = meets(&w);
    Answer mine = home_ask(&w, m.p.child_at, "/me", NULL);
    CHECK(sees(mine, "My meetings") && sees(mine, "Plan together") && sees(mine, "Hill Primary"));
    CHECK(sees(childs(&m), "I want to lead this meeting"));
    CHECK_INT(asks(&m, "/lead", "x="), 303);
    CHECK_INT(asks(&m, "/lead", "x="), 409);
    CHECK(sees(childs(&m), "has not answered yet"));
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Answer what a child asks of a meeting"));
    CHECK(sees(meeting_page(&m), "Amina Yusuf wants to lead"));
    CHECK_INT(answers(&m, "answer-*=no"), 422);
    CHECK(!sees(childs(&m), "says no"));
    CHECK_INT(answers(&m, "answer-*=yes&why-*=I+sit+beside+you"), 303);
    CHECK_INT(answers(&m, "answer-*=no&why-*=Again"), 409);
    CHECK(sees(childs(&m), "says yes") && sees(childs(&m), "I sit beside you"));
    CHECK(sees(home_ask(&w, m.p.child_at, "/me", NULL), "You lead it."));
    CHECK(!sees(ask(&w, S("practitioner"), GET, "/work"), "Answer what a child asks of a meeting"));
}

TEST(a_no_is_said_in_words_that_the_child_reads) {    // W169 P8
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(asks(&m, "/lead", "x="), 303);
    Answer a =
        post(&w, S("practitioner"), work(&m, "/wishes"), home_path(&w, "answer-*=no", meet_test_wish(w.db)));
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Say why not, in words the child can read"));
    CHECK_INT(answers(&m, "why-*=Because"), 422);
    CHECK_INT(post(&w, S("practitioner"), work(&m, "/wishes"), "x=").status, 422);
    CHECK_INT(answers(&m, "answer-*=no&why-*=Your+brother+asked+first"), 303);
    CHECK(sees(childs(&m), "says no") && sees(childs(&m), "Your brother asked first"));
    CHECK(sees(childs(&m), "Take my question back"));
    CHECK(!str_has(ask(&w, S("practitioner"), GET, work(&m, ".ics")).body, S("DESCRIPTION")));
}

TEST(everybody_invited_hears_that_the_child_leads_and_no_mail_or_calendar_names_the_child) {    // W169 W51
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(asks(&m, "/points", "point=The+noise+at+night"), 303);
    CHECK_INT(answers(&m, "answer-*=yes"), 303);
    int64_t mails = meet_test_mails(w.db);
    CHECK_INT(asks(&m, "/lead", "x="), 303);
    CHECK_INT(meet_test_mails(w.db), mails);
    CHECK_INT(answers(&m, "answer-*=yes"), 303);
    CHECK_INT(meet_test_mails(w.db), mails + 1);
    CHECK(str_has(meet_test_mail(w.db), S("The child leads this meeting")));
    Answer ics = ask(&w, S("practitioner"), GET, work(&m, ".ics"));
    CHECK(str_has(ics.body, S("DESCRIPTION:The child leads this meeting")));
    CHECK(str_has(ics.body, S("SEQUENCE:1")));
    CHECK(!str_has(ics.body, S("Amina")) && !str_has(meet_test_mail(w.db), S("Amina")));
    CHECK(!str_has(ics.body, S("noise")) && !str_has(meet_test_mail(w.db), S("noise")));
    CHECK_INT(asks(&m, home_path(&w, "/wishes/*/back", meet_test_wish(w.db)), "x="), 303);
    CHECK_INT(meet_test_mails(w.db), mails + 2);
    CHECK(str_has(meet_test_mail(w.db), S("practitioner leads this meeting")));
    CHECK(sees(childs(&m), "I want to lead this meeting"));
    CHECK_INT(asks(&m, "/lead", "x="), 303);    // and may change their mind again
}

TEST(what_a_child_wants_to_talk_about_stands_first_and_can_be_taken_back) {    // W169 P8
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(asks(&m, "/points", "point="), 422);
    CHECK_INT(asks(&m, "/points", "point=The+noise+at+night"), 303);
    CHECK_INT(asks(&m, "/points", "point=Football"), 303);
    CHECK_INT(asks(&m, home_path(&w, "/wishes/*/back", meet_test_wish(w.db)), "x="), 303);
    CHECK_INT(asks(&m, home_path(&w, "/wishes/*/back", meet_test_wish(w.db)), "x="), 404);
    CHECK(sees(childs(&m), "The noise at night") && !sees(childs(&m), "Football"));
    Answer page = meeting_page(&m);
    CHECK(sees(page, "The noise at night") && !sees(page, "Football"));
    CHECK(str_find(page.body, S("The noise at night")) < str_find(page.body, S("Led by")));
    CHECK(str_find(page.body, S("“The noise at night”")) < str_find(page.body, S("<li>Plan together</li>")));
    Answer told = ask(&w, S("practitioner"), GET, home_path(&w, "/work/people/*/chronology", m.p.home.child));
    CHECK(sees(told, "Put down what they want to talk about") && !sees(told, "Football"));
}

TEST(who_a_child_wants_at_the_meeting_is_answered) {    // W169 P8
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(asks(&m, "/people", "who=My+nan"), 422);
    CHECK_INT(asks(&m, "/people", "who=My+nan&there=there"), 303);
    CHECK_INT(answers(&m, "answer-*=yes&why-*=I+ring+her"), 303);
    CHECK_INT(asks(&m, "/people", "who=My+uncle&there=not-there"), 303);
    CHECK(sees(meeting_page(&m), "Whom Amina Yusuf does not want to be there"));
    Answer mine = childs(&m);
    CHECK(sees(mine, "I ring her") && sees(mine, "My uncle") && sees(mine, "has not answered yet"));
}

TEST(a_meeting_is_not_written_up_and_help_does_not_end_while_the_child_waits_for_an_answer) {    // W169 P1 P8
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(asks(&m, "/points", "point=The+noise+at+night"), 303);
    w.now += INT64_C(9) * 86400000;
    db_begin(w.db);
    meet_test_awake(w.db, w.now);
    db_commit(w.db);
    CHECK_INT(asks(&m, "/points", "point=Late"), 409);
    CHECK(sees(post(&w, S("practitioner"), work(&m, ""), "notes=x&outcome=y"),
               "Answer first what the child asks"));
    CHECK_INT(post(&w, S("practitioner"), work(&m, "/cancel"), "").status, 303);
    CHECK(sees(ask(&w, S("practitioner"), GET, "/work"), "Answer what a child asks of a meeting"));
    CHECK(sees(childs(&m), "Called off"));
    const char *close = home_path(&w, "/work/episodes/*/close", m.p.home.episode);
    const char *form = "reason=needs-met&words=Well&told=I+did&unsaid=A+baby";
    Answer a = post(&w, S("practitioner"), close, form);
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "The child waits for an answer"));
    CHECK_INT(answers(&m, "answer-*=no&why-*=We+talk+on+Friday"), 303);
    CHECK(sees(childs(&m), "We talk on Friday"));
    CHECK_INT(post(&w, S("practitioner"), close, form).status, 303);
}

TEST(the_minutes_name_the_child_as_the_one_who_led) {    // W169
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(asks(&m, "/lead", "x="), 303);
    CHECK_INT(answers(&m, "answer-*=yes"), 303);
    CHECK_INT(asks(&m, "/points", "point=The+noise+at+night"), 303);
    CHECK_INT(answers(&m, "answer-*=yes"), 303);
    GuestList guests = guest_all(w.db, m.meeting, w.now);
    CHECK_INT((int64_t)guests.len, 2);
    const char *came =
        home_path2(&w, "came-*=came&came-*=came&notes=x&outcome=y", guests.at[0].id, guests.at[1].id);
    CHECK_INT(post(&w, S("practitioner"), work(&m, ""), came).status, 303);
    Answer minutes = meeting_page(&m);
    CHECK(sees(minutes, "Led byAmina Yusuf") && sees(minutes, "“The noise at night”"));
    CHECK(sees(childs(&m), "It was held") && sees(childs(&m), "The noise at night"));
}

// ---- who reads none of it ---------------------------------------------------------------------------------

TEST(a_parent_sees_nothing_of_what_the_child_asks) {    // W169 P5 P8
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(asks(&m, "/people", "who=My+father&there=not-there"), 303);
    const char *add = home_path(&w, "/me/*/add", m.p.home.child);
    CHECK_INT(home_ask(&w, m.p.child_at, add, "words=I+want+a+lock").status, 303);
    Str doors[] = {m.p.mother_at, m.p.father_at};
    for (size_t i = 0; i < COUNT(doors); i++) {
        Answer front = home_ask(&w, doors[i], "/me", NULL);
        CHECK(!sees(front, "My meetings") && !sees(front, "My father") && !sees(front, "I want a lock"));
        CHECK_INT(home_ask(&w, doors[i], at(&m, ""), NULL).status, 404);
        CHECK_INT(home_ask(&w, doors[i], at(&m, "/points"), "point=x").status, 404);
        CHECK_INT(home_ask(&w, doors[i], at(&m, "/lead"), "x=").status, 404);
        CHECK_INT(home_ask(&w, doors[i], at(&m, home_path(&w, "/wishes/*/back", meet_test_wish(w.db))), "x=")
                      .status,
                  404);
        CHECK_INT(home_ask(&w, doors[i], add, NULL).status, 404);
        CHECK_INT(home_ask(&w, doors[i], add, "words=x").status, 404);
    }
}

TEST(another_childs_meeting_is_answered_as_one_that_is_not_there) {    // W169 P5
    WORLD(w);
    Meets m = meets(&w);
    int64_t other = family_child(&w, "Sami Ali", "2004-06-06");
    int64_t episode = family_episode(&w, other, "early-help", S("practitioner"), m.p.home.team);
    CHECK_INT(call(&w, episode, "yes").status, 303);
    int64_t theirs = meet_test_meeting(w.db);
    Answer none = home_ask(&w, m.p.child_at, home_path2(&w, "/me/*/meetings/*", m.p.home.child, 99999), NULL);
    Answer a = home_ask(&w, m.p.child_at, home_path2(&w, "/me/*/meetings/*", m.p.home.child, theirs), NULL);
    CHECK_INT(a.status, 404);
    CHECK_INT((int64_t)a.body.len, (int64_t)none.body.len);
    CHECK_INT(home_ask(&w, m.p.child_at, home_path2(&w, "/me/*/meetings/*", other, theirs), NULL).status,
              404);
    CHECK_INT(
        home_ask(&w, m.p.child_at, home_path2(&w, "/me/*/meetings/*/lead", m.p.home.child, theirs), "x=")
            .status,
        404);
    CHECK_INT(home_ask(&w, m.p.child_at, home_path(&w, "/me/*/add", other), "words=x").status, 404);
}

TEST(a_meeting_that_the_child_is_not_asked_to_is_not_on_their_page) {    // W169
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(call(&w, m.p.home.episode, "no").status, 303);
    int64_t other = meet_test_meeting(w.db);
    CHECK_INT(
        home_ask(&w, m.p.child_at, home_path2(&w, "/me/*/meetings/*", m.p.home.child, other), NULL).status,
        404);
}

TEST(a_partner_reads_that_the_child_leads_and_of_their_words_what_the_family_agreed_to) {    // W169 P6
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(asks(&m, "/lead", "x="), 303);
    CHECK_INT(answers(&m, "answer-*=yes"), 303);
    CHECK_INT(asks(&m, "/points", "point=The+noise+at+night"), 303);
    const char *add = home_path(&w, "/me/*/add", m.p.home.child);
    CHECK_INT(home_ask(&w, m.p.child_at, add, "words=I+want+a+lock").status, 303);
    Answer page = ask(&w, S("social-worker"), GET, work(&m, ""));
    CHECK(sees(page, "Led byAmina Yusuf") && !sees(page, "The noise at night"));
    CHECK(sees(page, "Not shared with you: what the child asks of this meeting"));
    const char *plan = home_path(&w, "/work/episodes/*/plan", m.p.home.episode);
    CHECK(!sees(ask(&w, S("social-worker"), GET, plan), "I want a lock"));
    const char *one = home_path(&w, "/work/proposals/*", meet_test_proposal(w.db));
    CHECK_INT(ask(&w, S("social-worker"), GET, one).status, 403);
    int64_t words = family_consent(&w, m.p.home.child, S("social-worker"), "view");
    CHECK(sees(ask(&w, S("social-worker"), GET, work(&m, "")), "The noise at night"));
    CHECK(sees(ask(&w, S("social-worker"), GET, one), "I want a lock"));
    CHECK_INT(post(&w, S("social-worker"), one, "why=No").status, 403);
    CHECK_INT(post(&w, S("social-worker"), work(&m, "/wishes"), "x=").status, 403);
    db_begin(w.db);
    meet_test_withdraw(w.db, words, w.now);
    db_commit(w.db);
    CHECK(!sees(ask(&w, S("social-worker"), GET, work(&m, "")), "The noise at night"));
    CHECK_INT(ask(&w, S("social-worker"), GET, one).status, 403);
}

static void sees_nothing(const Meets *m, const char *one) {
    World *w = m->w;
    Answer mine = ask(w, S("practitioner"), GET, "/work"), page = meeting_page(m),
           asked = ask(w, S("practitioner"), GET, one);
    CHECK(!sees(mine, "I want a lock") && !sees(page, "The noise at night") && !sees(asked, "I want a lock"));
    CHECK_INT(page.status, 403);
    CHECK_INT(asked.status, 403);
    CHECK_INT(post(w, S("practitioner"), one, "why=No").status, 403);
    CHECK_INT(post(w, S("practitioner"), work(m, "/wishes"), "x=").status, 403);
}

TEST(a_worker_whom_a_seal_or_a_conflict_shuts_out_reads_nothing_that_the_child_asks) {    // W169 P5
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(asks(&m, "/points", "point=The+noise+at+night"), 303);
    const char *add = home_path(&w, "/me/*/add", m.p.home.child);
    CHECK_INT(home_ask(&w, m.p.child_at, add, "words=I+want+a+lock").status, 303);
    const char *one = home_path(&w, "/work/proposals/*", meet_test_proposal(w.db));
    db_begin(w.db);
    int64_t bar = meet_test_bar(w.db, world_account(&w, S("practitioner")), m.p.home.child, w.now);
    db_commit(w.db);
    sees_nothing(&m, one);
    db_begin(w.db);
    meet_test_unbar(w.db, bar, w.now);
    meet_test_seal(w.db, m.p.home.child);
    db_commit(w.db);
    sees_nothing(&m, one);
}

TEST(nothing_of_what_a_child_asks_is_in_the_audit_log) {    // W169 P12
    WORLD(w);
    Meets m = meets(&w);
    CHECK_INT(asks(&m, "/points", "point=The+noise+at+night"), 303);
    CHECK_INT(home_ask(&w, m.p.child_at, home_path(&w, "/me/*/add", m.p.home.child), "words=A+lock").status,
              303);
    CHECK_INT((int64_t)meet_test_audited(w.db, S("me.wish")).len, 0);
    CHECK_INT((int64_t)meet_test_audited(w.db, S("me.add")).len, 0);
}

TEST(a_meeting_of_a_record_joined_to_theirs_is_on_the_childs_page) {    // W169 P13
    WORLD(w);
    Meets m = meets(&w);
    int64_t twin = family_child(&w, "Amina Yussuf", "2003-05-04");
    int64_t episode = family_episode(&w, twin, "early-help", S("practitioner"), m.p.home.team);
    CHECK_INT(call(&w, episode, "yes").status, 303);
    m.meeting = meet_test_meeting(w.db);
    CHECK_INT(childs(&m).status, 404);
    db_begin(w.db);
    meet_test_join(w.db, twin, m.p.home.child);
    db_commit(w.db);
    CHECK_INT(childs(&m).status, 200);
    CHECK_INT(asks(&m, "/points", "point=The+noise+at+night"), 303);
    CHECK(sees(meeting_page(&m), "The noise at night"));
    db_begin(w.db);
    meet_test_join(w.db, twin, twin);
    db_commit(w.db);
    CHECK_INT(childs(&m).status, 404);
    CHECK(sees(meeting_page(&m), "The noise at night"));    // it stays with the meeting it is about
}
