// Coming in, and being kept out: asked as a browser asks.
#include <stdio.h>

#include "access/access_test.sql.h"
#include "access/within.h"
#include "world.h"

#define PASSWORD "kettle anorak verdict"
#define PASSWORD_SENT "kettle+anorak+verdict"
#define ADA "ada@example.org"
static const char right[] = "email=" ADA "&password=" PASSWORD_SENT;
static const char wrong[] = "email=" ADA "&password=not+the+right+one";

// Ada, who can sign in, in a world where passwords cost little.
static int64_t ada(World *w) {
    Str why;
    db_use(w->db, w->arena);
    db_begin(w->db);
    setting_put(w->db, w->now, "password.memory_mib", S("8"), &why);
    setting_put(w->db, w->now, "password.passes", S("1"), &why);
    int64_t id = access_account(w->db, w->now, S(ADA), S("Ada Example"), S("Example Council"), S("viewer"));
    account_set_password(w->db, id, password_hash(w->arena, S(PASSWORD), (PasswordCost){8, 1}), w->now);
    db_commit(w->db);
    return id;
}

static Answer from(World *w, Str token, const char *path, const char *form) {
    return world_ask(w,
                     (Asked){
                         .token = token, .verb = S("POST"), .path = str_from(path), .form = str_from(form)});
}

static Answer get(World *w, Str token, const char *path) {
    return world_ask(w, (Asked){.token = token, .verb = S("GET"), .path = str_from(path)});
}

// The 32 bytes of the session cookie that an answer sets.
static Str token_in(World *w, Answer a) {
    Str rest = a.headers, token = {0};
    str_cut(&rest, S("kith="));
    if (rest.len >= 64) secret_read(w->arena, (Str){rest.at, 64}, &token);
    return token;
}

static Str enter(World *w) { return token_in(w, from(w, (Str){0}, "/sign-in", right)); }

TEST(a_person_signs_in_and_out_with_email_address_and_password) {
    WORLD(w);
    int64_t id = ada(&w);
    Answer in =
        from(&w, (Str){0}, "/sign-in", "email=+ADA@Example.org&password=" PASSWORD_SENT "&next=/account");
    CHECK(in.status == 303);
    CHECK_STR(in.location, S("/account"));
    Str token = token_in(&w, in);
    CHECK(sees(get(&w, token, "/account"), "Ada Example"));
    CHECK(test_audit_count(w.db, S("session.begin"), id) == 1);
    CHECK(from(&w, token, "/sign-out", "").status == 303);
    CHECK(get(&w, token, "/account").status == 303);
    CHECK(test_audit_count(w.db, S("session.end"), id) == 1);
}

TEST(the_cookie_is_nowhere_in_the_database) {
    WORLD(w);
    ada(&w);
    Str token = enter(&w);
    CHECK(token.len == 32);
    CHECK(test_token_kept(w.db, token) == 0 &&
          test_token_kept(w.db, secret_hash(w.arena, S("session"), token)) == 1);
}

TEST(a_refusal_says_the_same_whether_there_is_an_account_or_not) {
    WORLD(w);
    ada(&w);
    Answer known = from(&w, (Str){0}, "/sign-in", wrong),
           unknown = from(&w, (Str){0}, "/sign-in", "email=nobody@example.org&password=x");
    CHECK(known.status == 422 && unknown.status == 422);
    CHECK(sees(known, "The email address or password is not right") && sees(unknown, "The email address or "
                                                                                     "password is not "
                                                                                     "right"));
    CHECK(!token_in(&w, known).at && !token_in(&w, unknown).at);
    CHECK(test_audit_count(w.db, S("session.refuse"), NONE) == 2);
    Answer asked = from(&w, (Str){0}, "/password/forgot", "email=" ADA),
           other = from(&w, (Str){0}, "/password/forgot", "email=nobody@example.org");
    CHECK(asked.status == 200 && other.status == 200);
    CHECK(sees(asked, "If there is an account for") && sees(other, "If there is an account for"));
    CHECK(test_mail_count(w.db) == 1);
}

TEST(every_sign_in_has_a_new_token_and_ends_the_one_before) {
    WORLD(w);
    ada(&w);
    Str first = enter(&w), second = token_in(&w, from(&w, first, "/sign-in", right));
    CHECK(second.at && !str_eq(first, second));
    CHECK(get(&w, first, "/account").status == 303 && get(&w, second, "/account").status == 200);
}

TEST(too_many_failures_delay_and_never_lock) {
    WORLD(w);
    ada(&w);
    for (int i = 0; i < 6; i++) CHECK(from(&w, (Str){0}, "/sign-in", wrong).status == 422);
    Answer slow = from(&w, (Str){0}, "/sign-in", right);
    CHECK(slow.status == 429 && sees(slow, "Try again in 2 seconds"));
    w.now += 2000;
    CHECK(from(&w, (Str){0}, "/sign-in", right).status == 303);
    CHECK(from(&w, (Str){0}, "/sign-in", wrong).status == 422);
}

TEST(a_stranger_next_door_cannot_slow_a_browser_that_is_known) {
    WORLD(w);
    ada(&w);
    Str token = enter(&w);
    from(&w, token, "/sign-out", "");
    for (int i = 0; i < 20; i++) from(&w, (Str){0}, "/sign-in", wrong);
    CHECK(from(&w, (Str){0}, "/sign-in", right).status == 429);
    CHECK(from(&w, token, "/sign-in", right).status == 303);
}

TEST(failures_against_one_person_cost_another_nothing) {
    WORLD(w);
    ada(&w);
    for (int i = 0; i < 20; i++) from(&w, (Str){0}, "/sign-in", "email=bert@example.org&password=x");
    CHECK(from(&w, (Str){0}, "/sign-in", "email=bert@example.org&password=x").status == 429);
    CHECK(from(&w, (Str){0}, "/sign-in", right).status == 303);
}

TEST(one_password_tried_on_many_people_from_one_network_is_slowed) {
    WORLD(w);
    ada(&w);
    Str token = enter(&w);
    from(&w, token, "/sign-out", "");
    for (int i = 0; i < 60; i++) {
        const char *form = str_c(w.arena, str_fmt(w.arena, "email=person%d@example.org&password=x", i));
        CHECK(from(&w, (Str){0}, "/sign-in", form).status == 422);
    }
    Answer slow = from(&w, (Str){0}, "/sign-in", right);
    CHECK(slow.status == 429 && sees(slow, "Try again in 10 seconds"));
    CHECK(from(&w, token, "/sign-in", right).status == 303);     // a browser that is known waits for nobody
    w.now += 10 * 1000;
    CHECK(from(&w, (Str){0}, "/sign-in", right).status == 303);
    CHECK(from(&w, (Str){0}, "/sign-in", right).status == 303);  // what went well cost nothing
}

TEST(a_wrong_password_is_in_the_audit_log_wherever_it_is_asked_for) {    // P12
    WORLD(w);
    int64_t id = ada(&w);
    Str token = enter(&w);
    CHECK(from(&w, (Str){0}, "/sign-in", wrong).status == 422);
    CHECK(from(&w, token, "/account/prove", "password=not+it").status == 422);
    CHECK(from(&w, token, "/account/password", "current=not+it&password=plum+orbit+lantern").status == 422);
    CHECK(test_audit_count(w.db, S("session.refuse"), id) == 3);
}

TEST(a_session_ends_when_it_is_not_used_and_at_its_hour) {
    WORLD(w);
    ada(&w);
    Str token = enter(&w);
    for (int i = 0; i < 14; i++) {
        w.now += 50 * 60 * 1000;
        CHECK(get(&w, token, "/account").status == 200);
    }
    w.now += 50 * 60 * 1000;                                 // twelve hours and a half: the absolute end
    CHECK(get(&w, token, "/account").status == 303);
    token = enter(&w);
    w.now += 61 * 60 * 1000;
    CHECK(get(&w, token, "/account").status == 303);
}

// ---- two-step sign-in -------------------------------------------------------------------------------------

static Str code_now(World *w, int64_t id) {
    return step_code(w->arena, step_find(w->db, id)->secret, w->now);
}

static Answer send_code(World *w, Str token, Str code) {
    return from(w, token, "/sign-in/code", str_c(w->arena, str_fmt(w->arena, "code=%.*s", STR_FMT(code))));
}

// The first recovery code on the page that shows them.
static Str first_code(Answer page) {
    Str rest = page.body;
    str_cut(&rest, S("<code>"));
    return str_cut(&rest, S("</code>"));
}

static Answer set_up(World *w, int64_t id, Str token) {
    from(w, token, "/account/two-step/start", "");
    db_use(w->db, w->arena);
    Answer done = from(w, token, "/account/two-step/set-up",
                       str_c(w->arena, str_fmt(w->arena, "code=%.*s", STR_FMT(code_now(w, id)))));
    w->now += 60000;
    return done;
}

TEST(with_two_steps_the_password_alone_opens_nothing) {
    WORLD(w);
    int64_t id = ada(&w);
    Str token = enter(&w);
    CHECK(sees(set_up(&w, id, token), "They are shown this once"));
    Answer half = from(&w, (Str){0}, "/sign-in", right);
    CHECK(str_starts(half.location, S("/sign-in/code")));
    Str waiting = token_in(&w, half);
    CHECK(get(&w, waiting, "/account").status == 303);
    Answer in = send_code(&w, waiting, code_now(&w, id));
    CHECK(in.status == 303);
    CHECK(get(&w, token_in(&w, in), "/account").status == 200);
    CHECK(get(&w, waiting, "/account").status == 303);
}

TEST(the_same_code_is_never_taken_twice) {
    WORLD(w);
    int64_t id = ada(&w);
    set_up(&w, id, enter(&w));
    Str code = code_now(&w, id);
    CHECK(send_code(&w, enter(&w), code).status == 303);
    Answer again = send_code(&w, enter(&w), code);
    CHECK(again.status == 422 && sees(again, "was used before"));
}

TEST(a_recovery_code_opens_once_and_its_owner_is_told) {
    WORLD(w);
    int64_t id = ada(&w);
    Str code = first_code(set_up(&w, id, enter(&w)));
    CHECK(code.len == 19 && recovery_left(w.db, id) == 10);
    int64_t mails = test_mail_count(w.db);
    CHECK(send_code(&w, enter(&w), code).status == 303);
    CHECK(send_code(&w, enter(&w), code).status == 422);
    CHECK(recovery_left(w.db, id) == 9 && test_mail_count(w.db) == mails + 1);
}

TEST(guessing_codes_is_slowed_too) {
    WORLD(w);
    int64_t id = ada(&w);
    set_up(&w, id, enter(&w));
    Str waiting = enter(&w);
    for (int i = 0; i < 6; i++) CHECK(send_code(&w, waiting, S("000000")).status == 422);
    CHECK(send_code(&w, waiting, code_now(&w, id)).status == 429);
}

TEST(a_half_way_session_lasts_a_quarter_of_an_hour) {
    WORLD(w);
    int64_t id = ada(&w);
    set_up(&w, id, enter(&w));
    Str waiting = enter(&w);
    w.now += 16 * 60 * 1000;
    CHECK_STR(send_code(&w, waiting, code_now(&w, id)).location, S("/sign-in"));
}

TEST(a_role_that_needs_two_steps_opens_nothing_until_they_are_set_up) {
    WORLD(w);
    int64_t id = ada(&w);
    db_begin(w.db);
    role_give(w.db, id, S("administrator"), S("2014-01-01"), (Str){0}, w.now, NONE);
    db_commit(w.db);
    Answer in = from(&w, (Str){0}, "/sign-in", "email=" ADA "&password=" PASSWORD_SENT "&next=/office/audit");
    CHECK_STR(in.location, S("/account/two-step"));
    Str token = token_in(&w, in);
    CHECK(sees(get(&w, token, "/account/two-step"), "Your role needs two-step sign-in"));
    CHECK_STR(get(&w, token, "/office/audit").location, S("/account/two-step"));
    CHECK_STR(get(&w, token, "/office").location, S("/account/two-step"));
    CHECK_STR(get(&w, token, "/office/scorecard").location, S("/account/two-step"));
    CHECK_STR(from(&w, token, "/office/agencies/add", "name=X&kind=other").location, S("/account/two-step"));
    CHECK(sees(set_up(&w, id, token), "They are shown this once"));
    CHECK(get(&w, token, "/office/audit").status == 200);
    CHECK(from(&w, token, "/account/two-step/off", "").status == 303);
    CHECK_STR(get(&w, token, "/office/audit").location, S("/account/two-step"));
}

TEST(codes_tried_from_everywhere_are_slowed_for_strangers) {
    WORLD(w);
    int64_t id = ada(&w);
    Str mine = enter(&w);
    set_up(&w, id, mine);
    Asked guess = {
        .token = enter(&w), .verb = S("POST"), .path = S("/sign-in/code"), .form = S("code=000000")};
    for (int i = 0; i < 31; i++) {
        guess.address = str_fmt(w.arena, "198.51.%d.1", i);
        CHECK(world_ask(&w, guess).status == (i < 30 ? 422 : 429));
    }
    from(&w, mine, "/sign-out", "");
    Str known = token_in(&w, from(&w, mine, "/sign-in", right));
    CHECK(send_code(&w, known, code_now(&w, id)).status == 303);
}

// ---- mailed links -----------------------------------------------------------------------------------------

// The path of the link in the last mail.
static const char *mailed_path(World *w, const char *mark) {
    db_use(w->db, w->arena);
    Str rest = test_mail_last(w->db);
    str_cut(&rest, str_from(mark));
    Str token = str_cut(&rest, S("\n"));
    return str_c(w->arena, str_fmt(w->arena, "%s%.*s", mark, STR_FMT(token)));
}

TEST(a_reset_works_once_and_signs_out_everywhere) {
    WORLD(w);
    int64_t id = ada(&w);
    Str token = enter(&w);
    from(&w, (Str){0}, "/password/forgot", "email=" ADA);
    const char *link = mailed_path(&w, "/password/reset/");
    CHECK(get(&w, (Str){0}, link).status == 200);
    CHECK(from(&w, (Str){0}, link, "password=short").status == 422);
    CHECK(from(&w, (Str){0}, link, "password=plum+orbit+lantern").status == 303);
    CHECK(from(&w, (Str){0}, link, "password=plum+orbit+lantern").status == 410);
    CHECK(get(&w, token, "/account").status == 303 && test_session_live(w.db, id) == 0);
    CHECK(from(&w, (Str){0}, "/sign-in", right).status == 422);
    CHECK(from(&w, (Str){0}, "/sign-in", "email=" ADA "&password=plum+orbit+lantern").status == 303);
    CHECK(test_audit_count(w.db, S("password.reset"), id) == 1);
}

TEST(a_link_lapses_with_time_and_when_a_newer_one_is_sent) {
    WORLD(w);
    ada(&w);
    from(&w, (Str){0}, "/password/forgot", "email=" ADA);
    const char *old = mailed_path(&w, "/password/reset/");
    from(&w, (Str){0}, "/password/forgot", "email=" ADA);
    const char *newer = mailed_path(&w, "/password/reset/");
    CHECK(get(&w, (Str){0}, old).status == 410 && get(&w, (Str){0}, newer).status == 200);
    w.now += 61 * 60 * 1000;
    CHECK(get(&w, (Str){0}, newer).status == 410 && sees(get(&w, (Str){0}, newer), "no longer works"));
    CHECK(get(&w, (Str){0}, "/password/reset/abc").status == 410);
}

TEST(a_flood_of_requests_sends_three_mails_an_hour) {
    WORLD(w);
    ada(&w);
    for (int i = 0; i < 10; i++) CHECK(from(&w, (Str){0}, "/password/forgot", "email=" ADA).status == 200);
    CHECK(test_mail_count(w.db) == 3);
}
