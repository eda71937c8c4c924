// A school's pupils who are persistently absent: each has an early help assessment, or somebody sees to it.
#include "family.h"

#include "pathway/absence/absence_test.sql.h"
#include "people/find/find.h"

#define PACK_WORLD(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

// The practitioner is the school's; the team manager leads the team of early help that the list is for.
typedef struct School {
    World *w;
    int64_t team, amina, omar;
} School;

static int64_t pupil(World *w, const char *name, const char *born, Str upn) {
    int64_t id = family_child(w, name, born);
    db_begin(w->db);
    absence_test_number(w->db, id, upn, w->now);
    find_index(w->db, w->arena, id);
    db_commit(w->db);
    return id;
}

static School school(World *w) {
    School s = {.w = w, .team = family_team(w, "North", "early-help", S("team-manager"))};
    s.amina = pupil(w, "Amina Yusuf", "2009-05-04", S("A823432112342"));
    s.omar = pupil(w, "Omar Hassan", "2006-03-09", S("P823432112343"));
    db_begin(w->db);
    absence_test_hold(w->db, s.amina, s.team, w->now);
    db_commit(w->db);
    return s;
}

static const char rows[] =
    "upn,name,born,missed%0AA823432112342,Amina+Yusuf,2009-05-04,14.2%0A"
    "P823432112343,Omar+Hassan,09/03/2006,21%0AD823432112344,Zofia+Nowak,2007-01-02,11";

static Answer send(School *s, const char *where, const char *text) {
    Str form = str_fmt(s->w->arena, "title=Autumn+term&team=%lld&rows=%s", (long long)s->team, text);
    return post(s->w, S("practitioner"), where, str_c(s->w->arena, form));
}

static const char *list(School *s, const char *more) {
    return str_c(s->w->arena,
                 str_fmt(s->w->arena, "/work/absences/%lld%s", (long long)absence_test_last(s->w->db), more));
}

static const char *row(School *s, Str name) {
    return str_c(s->w->arena, str_fmt(s->w->arena, "/work/absences/pupils/%lld",
                                      (long long)absence_test_row(s->w->db, name)));
}

TEST(a_list_is_seen_before_it_is_taken_and_each_fault_has_its_line) {    // W61
    PACK_WORLD(w);
    School s = school(&w);
    Answer a = send(&s, "/work/absences/new", rows);
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "3 rows: 2 with a record, 0 to mend. Nothing is taken in yet"));
    CHECK(sees(a, "Take the list in"));
    CHECK_INT(absence_test_rows(w.db), 0);
    a = send(&s, "/work/absences/new",
             "upn,name,born,missed%0AA823432112340,Amina,2009-05-04,14%0AA823432112342,Amina,4+May,14%0A"
             "A823432112342,Amina,,many%0A");
    CHECK(sees(a, "2 Amina") && sees(a, "does not add up"));
    CHECK(sees(a, "3 Amina") && sees(a, "born is no day"));
    CHECK(sees(a, "4 Amina") && sees(a, "missed is no share"));
    CHECK(!sees(a, "Take the list in"));
    CHECK_INT(send(&s, "/work/absences/take", "upn,name,missed%0AA1,Amina,14").status, 422);
    CHECK_INT(send(&s, "/work/absences/new", "name,missed%0AAmina,14").status, 422);
    CHECK_INT(absence_test_rows(w.db), 0);
}

TEST(a_pupil_without_an_assessment_is_flagged_to_the_team_with_an_owner_and_a_day) {    // W61 P1
    PACK_WORLD(w);
    School s = school(&w);
    CHECK_INT(send(&s, "/work/absences/take", rows).status, 303);
    Answer a = ask(&w, S("team-manager"), GET, list(&s, ""));
    CHECK(sees(
        a,
        "Amina Yusuf A823432112342 4 May 2009 14.2% No assessment team-manager sees to it by 16 July 2014"));
    CHECK(sees(a, "There is no record of this pupil"));
    w.now += INT64_C(20) * 86400000;
    CHECK(sees(ask(&w, S("team-manager"), GET, list(&s, "")), "Late"));
}

TEST(whether_a_pupil_has_an_assessment_is_said_to_nobody_who_may_not_see_it) {    // W61 P5 P6
    PACK_WORLD(w);
    School s = school(&w);
    send(&s, "/work/absences/take", rows);
    Answer a = ask(&w, S("practitioner"), GET, list(&s, ""));
    CHECK(sees(a, "Omar Hassan P823432112343 9 March 2006 21.0% Not shared with you"));
    CHECK_INT(ask(&w, S("practitioner"), GET, row(&s, S("Omar Hassan"))).status, 404);
    CHECK_INT(ask(&w, S("social-worker"), GET, list(&s, "")).status, 404);    // neither school nor team
    CHECK(!sees(ask(&w, S("social-worker"), GET, "/work/absences"), "Autumn term"));
}

TEST(an_assessment_that_is_begun_takes_the_flag_away) {    // W61
    PACK_WORLD(w);
    School s = school(&w);
    send(&s, "/work/absences/take", rows);
    Str begin = str_fmt(w.arena, "/work/people/%lld/assessments/new", (long long)s.amina);
    CHECK(str_has(ask(&w, S("team-manager"), GET, row(&s, S("Amina Yusuf"))).body, begin));
    CHECK_INT(absence_test_open(w.db, S("Amina Yusuf")), 1);
    Str form = str_fmt(w.arena, "any=none&form=usual&team=%lld&by-day=20&by-month=8&by-year=2014",
                       (long long)s.team);
    CHECK_INT(post(&w, S("team-manager"), str_c(w.arena, begin), str_c(w.arena, form)).status, 303);
    CHECK_INT(absence_test_open(w.db, S("Amina Yusuf")), 0);
    CHECK(sees(ask(&w, S("team-manager"), GET, list(&s, "")), "14.2% Has one"));
    // In the next list it has one from the start.
    send(&s, "/work/absences/take", rows);
    CHECK(sees(ask(&w, S("team-manager"), GET, list(&s, "")), "14.2% Has one"));
}

TEST(the_team_says_why_none_is_needed_and_nobody_else_does) {    // W61
    PACK_WORLD(w);
    School s = school(&w);
    send(&s, "/work/absences/take", rows);
    const char *zofia = row(&s, S("Zofia Nowak"));
    CHECK_INT(post(&w, S("practitioner"), zofia, "why=She+moved").status, 403);
    CHECK_INT(post(&w, S("team-manager"), zofia, "why=").status, 422);
    CHECK_INT(post(&w, S("team-manager"), zofia, "why=She+moved").status, 303);
    CHECK_INT(post(&w, S("team-manager"), zofia, "why=Again").status, 409);
    CHECK(sees(ask(&w, S("team-manager"), GET, list(&s, "")), "None needed She moved"));
}

TEST(a_pupil_whose_record_is_made_later_is_found_when_the_list_is_looked_through_again) {    // W61
    PACK_WORLD(w);
    School s = school(&w);
    send(&s, "/work/absences/take", rows);
    int64_t zofia = pupil(&w, "Zofia Nowak", "2007-01-02", S("D823432112344"));
    db_begin(w.db);
    absence_test_hold(w.db, zofia, s.team, w.now);
    db_commit(w.db);
    CHECK_INT(post(&w, S("team-manager"), list(&s, "/again"), "").status, 303);
    CHECK(!sees(ask(&w, S("team-manager"), GET, list(&s, "")), "There is no record of this pupil"));
}

TEST(nobody_reads_of_their_own_family_in_a_schools_list) {    // W61 P5
    PACK_WORLD(w);
    School s = school(&w);
    send(&s, "/work/absences/take", rows);
    db_begin(w.db);
    absence_test_kin(w.db, s.amina, world_account(&w, S("team-manager")), w.now);
    db_commit(w.db);
    CHECK(!sees(ask(&w, S("team-manager"), GET, list(&s, "")), "Amina"));
    CHECK_INT(ask(&w, S("team-manager"), GET, row(&s, S("Amina Yusuf"))).status, 404);
}

static Answer work_of(School *s, Str role) { return ask(s->w, role, GET, "/work"); }

// How often the first screen says that a pupil waits.
static int waiting(School *s, Str role) {
    int n = 0;
    for (Str rest = work_of(s, role).body; str_has(rest, S("/work/absences/pupils/")); n++)
        str_cut(&rest, S("/work/absences/pupils/"));
    return n;
}

TEST(a_flagged_pupil_waits_on_the_first_screen_of_whoever_sees_to_it_until_it_is_settled) {    // W61 P1
    PACK_WORLD(w);
    School s = school(&w);
    send(&s, "/work/absences/take", rows);
    CHECK_INT(waiting(&s, S("team-manager")), 3);
    CHECK_INT(waiting(&s, S("practitioner")), 0);
    Answer a = work_of(&s, S("team-manager"));
    CHECK(sees(a, "A pupil who misses school"));
    CHECK(sees(a, "Begin an assessment, or say why none is needed"));
    CHECK(sees(a, "16 July 2014"));
    CHECK_INT(post(&w, S("team-manager"), row(&s, S("Zofia Nowak")), "why=She+moved").status, 303);
    CHECK_INT(post(&w, S("team-manager"), row(&s, S("Amina Yusuf")), "why=She+is+back").status, 303);
    CHECK_INT(waiting(&s, S("team-manager")), 1);
    CHECK(!sees(work_of(&s, S("team-manager")), "Amina Yusuf"));
}

TEST(a_flagged_pupil_whom_one_may_not_see_waits_without_a_name_and_can_be_settled) {    // W61 P1 P5
    PACK_WORLD(w);
    School s = school(&w);
    send(&s, "/work/absences/take", rows);
    Answer a = work_of(&s, S("team-manager"));
    CHECK(sees(a, "Amina Yusuf"));
    CHECK(!sees(a, "Omar Hassan"));    // no way leads to the child
    CHECK(sees(a, "Not shared with you: who this is for"));
    a = ask(&w, S("team-manager"), GET, row(&s, S("Omar Hassan")));
    CHECK(sees(a, "Not shared with you: whether there is an assessment"));
    CHECK(sees(a, "Who can open the record"));
    CHECK_INT(post(&w, S("team-manager"), row(&s, S("Omar Hassan")), "why=Another+team+helps").status, 303);
    CHECK_INT(waiting(&s, S("team-manager")), 2);
}
