// The office's people: what an administrator does, and what it does to others.
#include "access/access_test.sql.h"
#include "access/within.h"
#include "world.h"

// The ground marks mail as sent; its types are not those of this floor.
int64_t outbox_end(Db *db, int64_t id, Str state, Instant now, Str why);

static const Str admin = {"administrator", 13};

static const char *path(World *w, const char *format, int64_t id) {
    return str_c(w->arena, str_fmt(w->arena, format, (long long)id));
}

static const char *link_in_mail(World *w) {
    db_use(w->db, w->arena);
    Str rest = test_mail_last(w->db);
    str_cut(&rest, S("/invitation/"));
    Str token = str_cut(&rest, S("\n"));
    return str_c(w->arena, str_fmt(w->arena, "/invitation/%.*s", STR_FMT(token)));
}

static int64_t invited(World *w) {
    world_account(w, admin);
    db_use(w->db, w->arena);
    int64_t agency = agency_list(w->db, 0).at[0].id;
    post(w, admin, "/office/accounts/invite",
         path(w, "email=New@Example.org&name=New+Person&agency=%lld&role=viewer", agency));
    const Account *who = account_by_email(w->db, S("new@example.org"));
    return who ? who->id : 0;
}

TEST(an_invitation_is_mailed_and_taken_up_once) {
    WORLD(w);
    int64_t id = invited(&w);
    CHECK(id && test_audit_count(w.db, S("account.invite"), id) == 1);
    const char *link = link_in_mail(&w);
    CHECK(sees(ask(&w, S(""), GET, link), "Take up your invitation"));
    CHECK(post(&w, S(""), link, "name=Nora+New&password=password1234").status == 422);
    Answer in = post(&w, S(""), link, "name=Nora+New&password=plum+orbit+lantern");
    CHECK(in.status == 303 && str_has(in.headers, S("kith=")));
    CHECK(post(&w, S(""), link, "name=Mallory&password=plum+orbit+lantern").status == 410);
    db_use(w.db, w.arena);
    CHECK_STR(account_name(w.db, id), S("Nora New"));
    CHECK(test_audit_count(w.db, S("account.accept"), id) == 1);
}

TEST(an_invitation_lapses) {
    WORLD(w);
    invited(&w);
    const char *link = link_in_mail(&w);
    w.now += INT64_C(8) * 24 * 60 * 60 * 1000;
    CHECK(ask(&w, S(""), GET, link).status == 410);
}

TEST(a_role_given_or_taken_counts_at_once) {
    WORLD(w);
    int64_t id = world_account(&w, S("viewer"));
    Str token = world_token(&w, S("viewer"));
    Asked log = {.token = token, .verb = S("GET"), .path = S("/office/audit")};
    CHECK(world_ask(&w, log).status == 403);
    CHECK(post(&w, admin, path(&w, "/office/accounts/%lld/roles", id), "role=administrator").status == 303);
    CHECK(world_ask(&w, log).status == 200);
    const char *take = str_c(w.arena, str_fmt(w.arena, "/office/accounts/%lld/roles/%lld/take", (long long)id,
                                              (long long)test_grant(w.db, id)));
    CHECK(post(&w, admin, take, "").status == 303);
    CHECK(world_ask(&w, log).status == 403);
    CHECK(post(&w, admin, take, "").status == 409);
    CHECK(test_audit_count(w.db, S("role.give"), id) == 1 && test_audit_count(w.db, S("role.take"), id) == 1);
}

TEST(a_role_counts_from_its_first_day_to_its_last) {
    WORLD(w);
    int64_t id = world_account(&w, S("viewer"));
    db_use(w.db, w.arena);
    db_begin(w.db);
    role_give(w.db, id, S("administrator"), S("2014-07-03"), S("2014-07-04"), w.now, NONE);
    db_commit(w.db);
    Date day = date_of(w.now);
    CHECK(!(rights_of(w.db, id, day) & AUDIT_READ));
    CHECK(rights_of(w.db, id, day + 1) & AUDIT_READ && rights_of(w.db, id, day + 2) & AUDIT_READ);
    CHECK(!(rights_of(w.db, id, day + 3) & AUDIT_READ));
}

TEST(a_closed_account_is_out_at_once_and_stays_in_history) {
    WORLD(w);
    int64_t id = world_account(&w, S("member"));
    Str token = world_token(&w, S("member"));
    CHECK(sees(ask(&w, admin, GET, path(&w, "/office/accounts/%lld/close", id)), "sign them out at once, of "
                                                                                 "the one browser"));
    CHECK(post(&w, admin, path(&w, "/office/accounts/%lld/close", id), "").status == 303);
    CHECK(world_ask(&w, (Asked){.token = token, .verb = S("GET"), .path = S("/account")}).status == 303);
    db_use(w.db, w.arena);
    AccountChoiceList choices = account_choices(w.db, (Str){0}, S("2014-07-02"));
    for (size_t i = 0; i < choices.len; i++) CHECK(choices.at[i].id != id);
    CHECK_STR(account_name(w.db, id), S("member"));
    CHECK(post(&w, admin, path(&w, "/office/accounts/%lld/open", id), "").status == 303);
    CHECK(test_audit_count(w.db, S("account.close"), id) == 1 &&
          test_audit_count(w.db, S("account.open"), id) == 1);
}

TEST(somebody_who_can_manage_accounts_always_remains) {
    WORLD(w);
    int64_t id = world_account(&w, admin);
    post(&w, admin, path(&w, "/office/accounts/%lld/close", id), "");
    CHECK(ask(&w, admin, GET, "/office/accounts").status == 200);
    CHECK(test_audit_count(w.db, S("account.close"), NONE) == 0);
}

TEST(the_gravest_acts_want_a_fresh_proof) {
    WORLD(w);
    int64_t id = world_account(&w, S("member"));
    Str token = world_token(&w, admin);
    w.now += 20 * 60 * 1000;
    Str where = str_fmt(w.arena, "/office/accounts/%lld/close", (long long)id);
    Answer a = world_ask(&w, (Asked){.token = token, .verb = S("POST"), .path = where});
    CHECK(a.status == 303 && str_starts(a.location, S("/account/prove?next=")));
    CHECK(test_audit_count(w.db, S("account.close"), id) == 0);
}

TEST(a_screen_left_open_invites_nobody) {
    WORLD(w);
    Str token = world_token(&w, admin);
    w.now += 20 * 60 * 1000;
    Answer a = world_ask(&w, (Asked){.token = token, .verb = S("GET"), .path = S("/office/accounts/invite")});
    CHECK(a.status == 303 && str_starts(a.location, S("/account/prove?next=")));
    a = world_ask(&w, (Asked){.token = token, .verb = S("POST"), .path = S("/office/accounts/invite"),
                              .form = S("email=x@example.org&name=X&agency=1&role=viewer")});
    CHECK(a.status == 303 && str_starts(a.location, S("/account/prove?next=")));
    CHECK(test_mail_count(w.db) == 0);
}

TEST(a_form_sent_by_somebody_who_may_not_is_in_the_audit_log) {    // P12
    WORLD(w);
    CHECK(ask(&w, S("viewer"), GET, "/office/audit").status == 403);
    CHECK(test_audit_count(w.db, S("access.refuse"), NONE) == 0);
    CHECK(post(&w, S("viewer"), "/office/agencies/add", "name=X&kind=other").status == 403);
    CHECK(test_audit_count(w.db, S("access.refuse"), NONE) == 1);
    CHECK(sees(ask(&w, admin, GET, "/office/audit"), "/office/agencies/add"));
}

TEST(a_person_sees_their_sessions_and_ends_one) {
    WORLD(w);
    int64_t id = world_account(&w, S("member"));
    Str here = world_token(&w, S("member")), there = S("another browser, of thirty-two b");
    db_begin(w.db);
    int64_t other = access_session(w.db, w.now, id, there);
    db_commit(w.db);
    Answer page = world_ask(&w, (Asked){.token = here, .verb = S("GET"), .path = S("/account/sessions")});
    CHECK(sees(page, "(this one)") && sees(page, "Sign out everywhere but here"));
    Str end = str_fmt(w.arena, "/account/sessions/%lld/end", (long long)other);
    CHECK(post(&w, S("viewer"), str_c(w.arena, end), "").status == 404);   // not theirs
    CHECK(world_ask(&w, (Asked){.token = here, .verb = S("POST"), .path = end}).status == 303);
    CHECK(world_ask(&w, (Asked){.token = there, .verb = S("GET"), .path = S("/account")}).status == 303);
    CHECK(world_ask(&w, (Asked){.token = here, .verb = S("GET"), .path = S("/account")}).status == 200);
}

TEST(agencies_are_added_once_renamed_and_ended) {
    WORLD(w);
    CHECK(post(&w, admin, "/office/agencies/add", "name=Example+School&kind=school").status == 303);
    CHECK(post(&w, admin, "/office/agencies/add", "name=example+school&kind=school").status == 422);
    db_use(w.db, w.arena);
    int64_t id = agency_named(w.db, S("Example School"))->id;
    CHECK(post(&w, admin, path(&w, "/office/agencies/%lld", id), "name=Example+College&kind=school").status ==
          303);
    CHECK(post(&w, admin, path(&w, "/office/agencies/%lld/end", id), "").status == 303);
    db_use(w.db, w.arena);
    AgencyList open = agency_list(w.db, 0);
    for (size_t i = 0; i < open.len; i++) CHECK(open.at[i].id != id);
    CHECK(sees(ask(&w, admin, GET, "/office/agencies"), "Example College"));
}

TEST(a_setting_outside_its_bounds_is_refused_and_none_is_kept) {
    WORLD(w);
    Answer a = post(&w, admin, "/office/settings", "site.name=Our+Kith&session.hours=99");
    CHECK(a.status == 422 && sees(a, "enter a whole number from 1 to 24"));
    db_use(w.db, w.arena);
    CHECK_STR(setting_text(w.db, "site.name"), S("Kith"));
    CHECK(post(&w, admin, "/office/settings", "site.name=Our+Kith&session.hours=8").status == 303);
    db_use(w.db, w.arena);
    CHECK_STR(setting_text(w.db, "site.name"), S("Our Kith"));
    CHECK(setting_int(w.db, "session.hours") == 8);
}

TEST(every_page_of_the_office_and_of_an_account_opens) {
    WORLD(w);
    static const char *const pages[] = {"/office",
                                        "/office/accounts",
                                        "/office/accounts?words=a&state=open&role=viewer",
                                        "/office/accounts/1",
                                        "/office/accounts/invite",
                                        "/office/agencies",
                                        "/office/agencies/add",
                                        "/office/agencies/1",
                                        "/office/audit",
                                        "/office/audit?since=2014-01-01&until=2014-12-31&who=1",
                                        "/office/outbox",
                                        "/office/settings",
                                        "/account",
                                        "/account/name",
                                        "/account/sessions",
                                        "/account/two-step",
                                        "/sign-out"};
    for (size_t i = 0; i < COUNT(pages); i++) CHECK(ask(&w, admin, GET, pages[i]).status == 200);
    CHECK(sees(post(&w, admin, "/office/audit/verify", ""), "The audit log is whole"));
    CHECK(ask(&w, S(""), GET, "/sign-in").status == 200 &&
          ask(&w, S(""), GET, "/password/forgot").status == 200);
}

TEST(a_link_that_lets_somebody_in_is_not_shown_with_the_mail_it_went_in) {
    WORLD(w);
    invited(&w);
    const char *link = link_in_mail(&w);
    Answer shown = ask(&w, admin, GET, "/office/outbox/1");
    CHECK(sees(shown, "/invitation/…") && !str_has(shown.body, str_from(link)));
    db_begin(w.db);
    outbox_end(w.db, 1, S("failed"), w.now, S("no"));
    db_commit(w.db);
    CHECK(str_has(test_mail_last(w.db), str_from(link)));       // it may be sent again
    CHECK(post(&w, admin, "/office/outbox/1/again", "").status == 303);
    CHECK(post(&w, admin, "/office/outbox/1/again", "").status == 409);
    CHECK(test_job_count(w.db, S("mail")) == 2);
    db_begin(w.db);
    outbox_end(w.db, 1, S("sent"), w.now, (Str){0});
    db_commit(w.db);
    CHECK(!str_has(test_mail_last(w.db), str_from(link)) && str_has(test_mail_last(w.db), S("/invitation/"
                                                                                            "…")));
}
