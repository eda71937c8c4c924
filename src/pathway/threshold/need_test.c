// A child's level of need: ticking, what the ticks suggest, and the decision of whoever works with the child.
#include "pathway/threshold/need.h"

#include "family.h"
#include "world.sql.h"

#define NOTTINGHAM(w) \
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

// A child held by the practitioner's team; their page of the level of need.
static const char *path_of(World *w, int64_t child, const char *end) {
    return str_c(w->arena, str_fmt(w->arena, "/work/people/%lld/need%s", (long long)child, end));
}

static int64_t held_child(World *w, const char *born) {
    int64_t child = family_child(w, "Amina Yusuf", born);
    int64_t north = family_team(w, "North", "early-help", S("practitioner"));
    family_episode(w, child, "early-help", S("practitioner"), north);
    return child;
}

static Answer decide(World *w, int64_t child, const char *ticks, const char *decision) {
    Answer a = post(w, S("practitioner"), path_of(w, child, "/look"), ticks);
    CHECK_INT(a.status, 303);
    return post(w, S("practitioner"), path_of(w, child, "/decide"), decision);
}

TEST(the_worker_ticks_what_is_seen_and_the_page_says_what_it_suggests_and_why) {    // W4 W5
    NOTTINGHAM(w);
    int64_t child = held_child(&w, "2009-05-04");
    CHECK(sees(ask(&w, S("practitioner"), GET, path_of(&w, child, "/look")), "Poor school attendance"));
    Answer a = post(&w, S("practitioner"), path_of(&w, child, "/look"),
                    "seen-ADD-EDU-02=1&seen-EXT-EDU-05=1&seen-UNI-HEA-04=1&seen-NO-SUCH=1");
    CHECK_INT(a.status, 303);
    a = ask(&w, S("practitioner"), GET, path_of(&w, child, "/decide"));
    CHECK(sees(a, "They suggest looking at Extensive first, because of “Multiple temporary exclusions”"));
    CHECK(sees(a, "Nothing is added up"));
    CHECK(sees(a, "Poor school attendance / exclusion"));
    CHECK(!need_latest(w.db, child));
}

TEST(no_level_comes_from_ticks_alone_the_worker_chooses_and_gives_a_reason) {    // W3 W5 W12
    NOTTINGHAM(w);
    int64_t child = held_child(&w, "2009-05-04");
    Answer a = decide(&w, child, "seen-EXT-EDU-05=1", "level=&reason=&evidence=");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Choose the level of need"));
    CHECK(sees(a, "Give the reason for your decision"));
    CHECK(!need_latest(w.db, child));
    a = post(&w, S("practitioner"), path_of(&w, child, "/decide"),
             "level=additional&reason=School+has+a+plan+and+it+works&evidence=");
    CHECK_INT(a.status, 303);
    a = ask(&w, S("practitioner"), GET, path_of(&w, child, ""));
    CHECK(sees(a, "School has a plan and it works"));
    CHECK(sees(a, "Multiple temporary exclusions"));
    CHECK(sees(a, "by the edition “Draft of 2 July 2014”"));
    CHECK_STR(need_latest(w.db, child)->level, S("additional"));
}

TEST(what_stands_at_two_levels_is_asked_about_with_a_reason) {    // W6
    NOTTINGHAM(w);
    int64_t child = held_child(&w, "2009-05-04");
    Answer a = decide(&w, child, "seen-ADD-FSR-03=1&seen-ADD-FHF-05=1", "level=extensive&reason=Too+much");
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "“Young carers” stands at 2 levels"));
    CHECK(sees(a, "Choose at which level you see this"));
    CHECK(sees(a, "Say why it is at that level"));
    a = post(&w, S("practitioner"), path_of(&w, child, "/decide"),
             "level=extensive&reason=Too+much&level-ADD-FSR-03=EXT-FSR-02&why-ADD-FSR-03=Every+night");
    CHECK_INT(a.status, 303);
    NeedTickList kept = need_ticks(w.db, need_latest(w.db, child)->id);
    CHECK_INT(kept.len, 1);
    CHECK_STR(kept.at[0].code, S("EXT-FSR-02"));
    CHECK_STR(kept.at[0].why, S("Every night"));
}

TEST(each_decision_stays_with_its_day_its_reason_and_who_made_it) {    // W3
    NOTTINGHAM(w);
    int64_t child = held_child(&w, "2009-05-04");
    decide(&w, child, "seen-ADD-EDU-02=1", "level=additional&reason=Absent+on+Mondays");
    w.now += INT64_C(30) * 86400000;
    decide(&w, child, "seen-EXT-EDU-03=1", "level=extensive&reason=Absent+every+day");
    Answer a = ask(&w, S("practitioner"), GET, path_of(&w, child, ""));
    CHECK(sees(a, "Absent on Mondays"));
    CHECK(sees(a, "Absent every day"));
    CHECK_INT(need_history(w.db, child).len, 2);
    CHECK_STR(need_latest(w.db, child)->level, S("extensive"));
    CHECK_STR(need_latest(w.db, child)->by, S("practitioner"));
}

TEST(an_unborn_child_has_a_level_of_need_too) {    // W10
    NOTTINGHAM(w);
    int64_t child = held_child(&w, NULL);
    Answer a = decide(&w, child, "seen-ADD-EWS-02=1", "level=protection&reason=Concealed+until+now");
    CHECK_INT(a.status, 303);
    CHECK_STR(need_latest(w.db, child)->level, S("protection"));
}

TEST(children_in_need_are_listed_and_counted_apart) {    // W2 P5
    NOTTINGHAM(w);
    int64_t child = held_child(&w, "2009-05-04");
    decide(&w, child, "", "level=children-in-need&reason=Disabled&evidence=The+nurse+says+so");
    Answer a = ask(&w, S("practitioner"), GET, "/work/need?level=children-in-need");
    CHECK(sees(a, "Amina Yusuf"));
    CHECK(!sees(ask(&w, S("practitioner"), GET, "/work/need?level=extensive"), "Amina Yusuf"));
    CHECK(!sees(ask(&w, S("social-worker"), GET, "/work/need"), "Amina Yusuf"));
    a = ask(&w, S("team-manager"), GET, "/work/need");
    CHECK(sees(a, "The whole partnership"));
    CHECK(!sees(a, "Amina Yusuf"));
}

TEST(nobody_sees_or_decides_the_level_of_a_child_they_have_no_way_to) {    // P5 P6
    NOTTINGHAM(w);
    int64_t child = held_child(&w, "2009-05-04");
    decide(&w, child, "seen-ADD-EDU-02=1", "level=additional&reason=A+secret+reason");
    CHECK_INT(ask(&w, S("social-worker"), GET, path_of(&w, child, "")).status, 403);
    CHECK_INT(post(&w, S("social-worker"), path_of(&w, child, "/look"), "seen-ADD-EDU-02=1").status, 403);
    CHECK_INT(post(&w, S("social-worker"), path_of(&w, child, "/decide"), "level=protection").status, 403);
    int64_t who = family_consent(&w, child, S("social-worker"), "who");
    CHECK(who > 0);
    Answer a = ask(&w, S("social-worker"), GET, path_of(&w, child, ""));
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "not shared with you"));
    CHECK(!sees(a, "A secret reason"));
    CHECK_INT(post(&w, S("social-worker"), path_of(&w, child, "/look"), "seen-ADD-EDU-02=1").status, 403);
    CHECK_INT(need_history(w.db, child).len, 1);
}

TEST(universal_services_stay_in_sight_whatever_the_level) {    // W8
    NOTTINGHAM(w);
    int64_t child = held_child(&w, "2009-05-04");
    decide(&w, child, "seen-PRO-HEA-03=1", "level=protection&reason=Acute");
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now, .today = date_of(w.now)};
    Record r = {.person = person_shown(w.db, child), .all = true};
    Buf out = {.arena = w.arena};
    need_line(&out, &c, &r, need_said(w.db, child));
    need_universal_part(&out, need_universal(&c));
    CHECK(str_has(buf_str(&out), S("Protection")));
    CHECK(str_has(buf_str(&out), S("Universal services stay open")));
    CHECK(str_has(buf_str(&out), S("School Nurses")));
}

TEST(whatever_of_what_programs_keep_is_changed_is_counted) {
    static const char *const changes[] = {
        "insert into setting (name, value, changed_at) values ('work.load', '20', 1)",
        "update setting set value = '21'",
        "delete from setting",
        "insert into abbreviation (word, meaning) values ('KTH', 'Kith')",
        "update abbreviation set meaning = 'Kith and kin' where word = 'KTH'",
        "delete from abbreviation where word = 'KTH'",
        "update immediate_sign set prompt = 'Ask' where number = 1",
        "update threshold set until_on = '2030-01-01'",
        "update need_level set name = 'Other' where number = 1",
        "update need_item set text = 'Other' where number = 1",
        "update service set ended_at = 1",
        "insert into holiday (day, name) values ('2031-01-01', 'New Year')",
        "update holiday set name = 'New Year’s Day' where day = '2031-01-01'",
        "delete from holiday where day = '2031-01-01'",
        "insert into agency (name, kind, created_at) values ('Another', 'other', 1)",
        "update agency set name = 'Yet another' where name = 'Another'",
        "insert into team (name, kind, agency_id) select 'A team', 'duty', min(id) from agency",
        "update team set name = 'The team' where name = 'A team'",
        "update team set agency_id = (select max(id) from agency) where name = 'The team'",
        "insert into account (email, name, agency_id, created_at) values ('n@kith.example', 'N', 1, 1)",
        "update account set name = 'M' where email = 'n@kith.example'",
    };
    NOTTINGHAM(w);
    for (size_t i = 0; i < COUNT(changes); i++) {
        int64_t before = world_kept_version(w.db);
        CHECK(db_exec(w.db, changes[i]));
        if (world_kept_version(w.db) <= before) CHECK_STR(S("not counted"), str_from(changes[i]));
    }
}
