// The ledger as a worker uses it: what the family said is written down, takes effect, and ends.
#include "people/share/share.h"

#include "family.h"

typedef struct Case {
    int64_t child, team, episode;
} Case;

static Case begin(World *w) {
    Case k = {.child = family_child(w, "Amina Yusuf", "2009-05-04")};
    k.team = family_team(w, "North", "early-help", S("practitioner"));
    k.episode = family_episode(w, k.child, "early-help", S("practitioner"), k.team);
    return k;
}

static const char *path(World *w, int64_t child, const char *more) {
    return str_c(w->arena, str_fmt(w->arena, "/work/people/%lld/%s", (long long)child, more));
}

static int64_t agency_of(World *w, Str role) {
    const int64_t account = world_account(w, role);
    Ctx c = {.arena = w->arena, .db = w->db};
    (void)account;
    Choices all = access_agencies(&c);
    Str name = str_fmt(w->arena, "Agency of the %.*s", STR_FMT(role));
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].label, name)) {
            int64_t id = 0;
            str_int(all.at[i].value, &id);
            return id;
        }
    return 0;
}

static Answer give(World *w, int64_t child, const char *more) {
    const char *form = str_c(
        w->arena,
        str_fmt(w->arena,
                "%s&purpose=So+that+school+can+plan&giver_name=Mother+Yusuf&capacity=parent&how=signed"
                "&said_on-day=2&said_on-month=7&said_on-year=2014&until_on-day=1&until_on-month=9"
                "&until_on-year=2014",
                more));
    return post(w, S("practitioner"), path(w, child, "consent/new"), form);
}

static size_t ways(World *w, Str role, int64_t child) {
    return ways_to(w->db, world_account(w, role), child, w->now).len;
}

static const char *naming(World *w, Str role, const char *rest) {
    return str_c(w->arena, str_fmt(w->arena, "agencies=%lld&%s", (long long)agency_of(w, role), rest));
}

TEST(consent_written_down_lets_the_named_agency_see_what_it_names_from_that_moment) {    // W41 W57 P6
    WORLD(w);
    Case k = begin(&w);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 0);
    Answer a = give(&w, k.child, naming(&w, S("social-worker"), "answer=given&kinds=who&kinds=plan"));
    CHECK_INT(a.status, 303);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 2);
    CHECK_INT(ways(&w, S("adviser"), k.child), 0);
    Answer ledger = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent"));
    CHECK(sees(ledger, "So that school can plan"));
    CHECK(sees(ledger, "Mother Yusuf (Somebody with parental responsibility)"));
    CHECK(sees(ledger, "Agency of the social-worker"));
    CHECK(sees(ledger, "Stands until the end of 1 September 2014"));
}

TEST(a_consent_says_which_version_each_agency_was_shown) {    // W57 W92
    WORLD(w);
    Case k = begin(&w);
    give(&w, k.child, naming(&w, S("social-worker"), "answer=given&kinds=who&kinds=plan"));
    Str card = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent")).body;
    str_cut(&card, S("Who said it"));
    Answer one = {.body = str_cut(&card, S("</dl>"))};
    CHECK(sees(one, "Agency of the social-worker"));
    CHECK(sees(one, str_c(w.arena, receipt_all(w.db, k.child).at[0].version)));
}

TEST(several_consents_stand_at_once_each_with_its_own_end) {    // W41 P6
    WORLD(w);
    Case k = begin(&w);
    give(&w, k.child, naming(&w, S("social-worker"), "answer=given&kinds=who"));
    give(&w, k.child, naming(&w, S("social-worker"), "answer=given&kinds=plan&until_on-month=8"));
    CHECK_INT(ways(&w, S("social-worker"), k.child), 2);
    w.now += INT64_C(45) * 86400000;       // past the first of August
    CHECK_INT(ways(&w, S("social-worker"), k.child), 1);
    w.now += INT64_C(45) * 86400000;
    CHECK_INT(ways(&w, S("social-worker"), k.child), 0);
}

static int64_t newest(World *w, int64_t child) {
    ConsentLineList all = consent_all(w->db, child, NONE, NONE);
    return all.len ? all.at[0].id : 0;
}

static Answer withdraw(World *w, int64_t child, Method m, int64_t consent) {
    const char *at = str_c(w->arena, str_fmt(w->arena, "consent/%lld/withdraw", (long long)consent));
    if (m == GET) return ask(w, S("practitioner"), GET, path(w, child, at));
    return post(w, S("practitioner"), path(w, child, at), "why=Mother+rang+and+said+no+more");
}

TEST(before_a_consent_is_withdrawn_the_page_names_whose_access_ends_and_to_what) {    // W41 P6
    WORLD(w);
    Case k = begin(&w);
    give(&w, k.child, naming(&w, S("social-worker"), "answer=given&kinds=who&kinds=plan"));
    family_seat(&w, k.episode, S("adviser"), newest(&w, k.child));
    Answer a = withdraw(&w, k.child, GET, newest(&w, k.child));
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "Agency of the social-worker"));
    CHECK(sees(a, "1 person will no longer see: The plan, Who the person is"));
    CHECK(sees(a, "adviser: The plan, Who the person is (School nurse in the team around the child)"));
    CHECK(!sees(a, "Agency of the practitioner 1"));
    CHECK(ways(&w, S("social-worker"), k.child) > 0);
}

TEST(a_seat_in_another_childs_team_is_not_told_with_the_consent_it_names) {    // P5
    WORLD(w);
    Case k = begin(&w);
    give(&w, k.child, naming(&w, S("social-worker"), "answer=given&kinds=who"));
    int64_t north = family_team(&w, "Another", "early-help", S("practitioner"));
    int64_t other = family_child(&w, "Piotr Nowak", "2010-01-09");
    family_seat(&w, family_episode(&w, other, "early-help", S("practitioner"), north), S("social-worker"),
                newest(&w, k.child));
    CHECK_INT(ask(&w, S("social-worker"), GET, path(&w, k.child, "chronology")).status, 200);
    Answer a = withdraw(&w, k.child, GET, newest(&w, k.child));
    CHECK(sees(a, "social-worker: Who the person is"));
    CHECK(!sees(a, "School nurse"));
}

TEST(somebody_who_sees_the_same_by_another_way_is_not_said_to_lose_it) {    // P6
    WORLD(w);
    Case k = begin(&w);
    family_consent(&w, k.child, S("social-worker"), "who");
    give(&w, k.child, naming(&w, S("social-worker"), "answer=given&kinds=who&kinds=plan"));
    Answer a = withdraw(&w, k.child, GET, newest(&w, k.child));
    CHECK(sees(a, "1 person will no longer see: The plan."));
    give(&w, k.child, naming(&w, S("practitioner"), "answer=given&kinds=who&kinds=plan"));
    a = withdraw(&w, k.child, GET, newest(&w, k.child));
    CHECK(sees(a, "Nobody’s access ends"));
}

TEST(a_withdrawal_ends_access_in_the_same_write_and_stays_in_the_ledger) {    // W41 P6
    WORLD(w);
    Case k = begin(&w);
    give(&w, k.child, naming(&w, S("social-worker"), "answer=given&kinds=who&kinds=plan"));
    int64_t consent = newest(&w, k.child);
    family_seat(&w, k.episode, S("adviser"), consent);
    CHECK_INT(ask(&w, S("social-worker"), GET, path(&w, k.child, "consent")).status, 200);
    CHECK_INT(withdraw(&w, k.child, POST, consent).status, 303);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 0);
    CHECK_INT(ways(&w, S("adviser"), k.child), 0);
    CHECK_INT(ask(&w, S("social-worker"), GET, path(&w, k.child, "consent")).status, 403);
    Answer ledger = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent"));
    CHECK(sees(ledger, "Withdrawn"));
    CHECK(sees(ledger, "Mother rang and said no more"));
    CHECK_INT(withdraw(&w, k.child, POST, consent).status, 409);
}

TEST(a_refusal_is_recorded_gives_nothing_and_asks_for_a_judgement) {    // W41 W43 P1
    WORLD(w);
    Case k = begin(&w);
    Answer a = give(&w, k.child, naming(&w, S("social-worker"), "answer=refused&kinds=who"));
    CHECK_INT(a.status, 303);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 0);
    Answer ledger = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent"));
    CHECK(sees(ledger, "Refused"));
    CHECK(sees(ledger, "To be judged by practitioner"));
    CHECK(sees(ask(&w, S("practitioner"), GET, str_c(w.arena, a.location)), "9 July 2014"));
}

static const char *refusing(World *w, const char *kinds, Str ends) {
    return naming(w, S("social-worker"),
                  str_c(w->arena, str_fmt(w->arena, "answer=refused&%s&ends=%.*s", kinds, STR_FMT(ends))));
}

TEST(a_refusal_ends_at_once_what_stood_of_it_and_nothing_else) {    // W41 P6
    WORLD(w);
    Case k = begin(&w);
    Str both = str_fmt(w.arena, "agencies=%lld&answer=given&kinds=who&kinds=plan",
                       (long long)agency_of(&w, S("adviser")));
    give(&w, k.child, naming(&w, S("social-worker"), str_c(w.arena, both)));
    int64_t consent = newest(&w, k.child);
    family_seat(&w, k.episode, S("adviser"), consent);
    Str ends = str_fmt(w.arena, "%lld", (long long)consent);
    Answer a = give(&w, k.child, refusing(&w, "kinds=who", S("")));
    CHECK_INT(a.status, 200);                          // first it says whose access ends
    CHECK(sees(a, "1 person will no longer see: Who the person is."));
    CHECK(sees(a, "Agency of the social-worker") && !sees(a, "Agency of the adviser 1 person"));
    CHECK(str_has(a.body, str_fmt(w.arena, "name=\"ends\" value=\"%.*s\"", STR_FMT(ends))));
    CHECK_INT(ways(&w, S("social-worker"), k.child), 2);
    w.now += 1000;
    CHECK_INT(give(&w, k.child, refusing(&w, "kinds=who", ends)).status, 303);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 1);       // the plan, which was not refused
    CHECK(ways(&w, S("adviser"), k.child) >= 4);               // by their agency and by their seat, as before
    CHECK_INT(give(&w, k.child, refusing(&w, "kinds=plan", ends)).status, 200);    // another stands by now
    Answer ledger = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent"));
    CHECK(sees(ledger, "Refused: So that school can plan"));
}

TEST(a_refusal_that_names_nobody_ends_nothing_and_says_what_goes_on) {    // W41 P6
    WORLD(w);
    Case k = begin(&w);
    family_consent(&w, k.child, S("social-worker"), "who,plan");
    Answer a = give(&w, k.child, "answer=refused&kinds=who&kinds=plan");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "You name no agency, so nobody’s access ends with this refusal"));
    CHECK(str_has(a.body, S("/withdraw\">")));
    Str rest = a.body;
    str_cut(&rest, S("name=\"ends\" value=\""));
    Str ends = str_cut(&rest, S("\""));
    const char *form = "answer=refused&kinds=who&kinds=plan&ends=%.*s";
    CHECK_INT(give(&w, k.child, str_c(w.arena, str_fmt(w.arena, form, STR_FMT(ends)))).status, 303);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 2);
}

TEST(a_refusal_ends_nothing_that_was_agreed_after_it) {    // W41 P6
    WORLD(w);
    Case k = begin(&w);
    w.now += INT64_C(86400000);
    family_consent(&w, k.child, S("social-worker"), "who");
    Answer a = give(&w, k.child, naming(&w, S("social-worker"), "answer=refused&kinds=who"));
    CHECK_INT(a.status, 303);              // said on the second, and written down on the third
    CHECK_INT(ways(&w, S("social-worker"), k.child), 1);
}

TEST(before_a_lead_professional_is_named_the_practitioner_who_started_stands_in) {    // W42 W43
    WORLD(w);
    Case k = begin(&w);
    Answer a = give(&w, k.child, "answer=refused&kinds=who");
    Answer asked = ask(&w, S("practitioner"), GET, str_c(w.arena, a.location));
    CHECK(sees(asked, "standing in for the lead professional because none is named yet"));
    Answer empty = post(&w, S("practitioner"), str_c(w.arena, a.location), "escalate=yes");
    CHECK_INT(empty.status, 422);
    CHECK(sees(empty, "Ask your line manager, and say whom you asked"));
    CHECK(sees(empty, "Say whether a referral was considered"));
    Answer done = post(&w, S("practitioner"), str_c(w.arena, a.location),
                       "escalate=yes&judgement=Attendance+falls&adviser=Service+manager"
                       "&advice=Try+again+in+a+week&referral=considered&referral_why=No+sign+of+harm");
    CHECK_INT(done.status, 303);
    Answer ledger = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent"));
    CHECK(sees(ledger, "Attendance falls"));
    CHECK(sees(ledger, "who advised: Try again in a week"));
}

TEST(a_young_person_who_decides_alone_needs_how_that_was_judged) {    // W41
    WORLD(w);
    Case k = begin(&w);
    Answer a = give(&w, k.child, "answer=given&kinds=who&capacity=competent");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Say how it was judged that they can decide this themselves"));
}

TEST(what_will_they_see_is_shown_before_sharing_and_nothing_is_kept) {    // W57 P6
    WORLD(w);
    Case k = begin(&w);
    Answer a = give(&w, k.child, naming(&w, S("social-worker"), "answer=given&kinds=who&act=preview"));
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "What they will see, if you record it"));
    CHECK(sees(a, "Amina Yusuf , born 4 May 2009"));
    CHECK(sees(a, "They do not see: That help is being given"));
    CHECK_INT(ways(&w, S("social-worker"), k.child), 0);
    CHECK_INT(newest(&w, k.child), 0);
}

TEST(who_sees_a_part_only_writes_nothing_in_the_ledger_and_reads_what_names_their_agency) {    // P5 W98
    WORLD(w);
    Case k = begin(&w);
    give(&w, k.child, naming(&w, S("social-worker"), "answer=given&kinds=who"));
    give(&w, k.child, naming(&w, S("adviser"), "answer=given&kinds=plan&purpose=For+the+adviser"));
    Answer a = ask(&w, S("social-worker"), GET, path(&w, k.child, "consent"));
    CHECK(sees(a, "Agency of the social-worker"));
    CHECK(!sees(a, "Agency of the adviser"));
    Answer no = ask(&w, S("social-worker"), GET, path(&w, k.child, "consent/new"));
    CHECK_INT(no.status, 403);
    CHECK(sees(no, "practitioner, North"));
}
